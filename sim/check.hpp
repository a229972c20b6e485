// SPDX-License-Identifier: Apache-2.0
/// @file
/// Always-on invariants. Three levels of trouble are kept apart: what a user wrote is answered with
/// a message and never with an exception; an invariant of ours that does not hold is a `SIM_CHECK`,
/// in every build; a developer's assumption in a hot loop is an `assert`, in debug builds only.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace sim {

/// Thrown by SIM_CHECK. `what()` names the condition and where it stands; who catches it adds the
/// simulated time, the replication and the seed.
class InvariantError : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

/// Throws InvariantError: "sim/queue.hpp:12 in push: check failed: size < limit". Of the file's
/// path only the last folder and the name are kept, so that no message depends on a machine.
[[noreturn]] inline void check_failed(std::string_view condition, std::string_view file, int line,
                                      std::string_view function) {
  const std::size_t name = file.find_last_of('/');
  const std::size_t folder = name == std::string_view::npos || name == 0
                                 ? std::string_view::npos
                                 : file.find_last_of('/', name - 1);
  if (folder != std::string_view::npos) file.remove_prefix(folder + 1);
  throw InvariantError(std::string(file) + ':' + std::to_string(line) + " in " +
                       std::string(function) + ": check failed: " + std::string(condition));
}

}  // namespace sim

/// Throws sim::InvariantError with the condition and its place unless it holds. Never compiled out.
#define SIM_CHECK(...)                                                                    \
  (static_cast<bool>(__VA_ARGS__) ? static_cast<void>(0)                                  \
                                  : ::sim::check_failed(#__VA_ARGS__, __FILE__, __LINE__, \
                                                        static_cast<const char*>(__func__)))
