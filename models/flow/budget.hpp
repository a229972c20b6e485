// SPDX-License-Identifier: Apache-2.0
/// @file
/// What one replication may use before it is taken for one that does not end, and how it is stopped.
#pragma once

#include <cstdint>
#include <functional>
#include <stdexcept>
#include <utility>

#include "scenarios/issue.hpp"

namespace flow {

/// Limits of one replication. What the static analysis lets through stays far below them, unless
/// patients go round in a way that takes no time, or next to none.
struct Budget {
  /// Events while the clock stands still, beside a hundred for each patient in the model: all may be
  /// let through one gate at one time.
  std::uint64_t at_one_time = 10'000'000;
  std::uint64_t events = std::uint64_t{1} << 32U;  ///< in all: some ten minutes
  /// Patients in the model at one time; fewer in a long run (scenarios::most_at_a_time).
  double present = 20e6;
};

/// How a replication is watched.
struct Watch {
  Budget budget;
  /// Asked every some ten thousand events: true breaks the replication off (sim::BrokenOff). Empty:
  /// it runs on.
  std::function<bool()> abandoned;
};

/// A replication has used up its budget. Not a fault of the program but of the scenario: told as one
/// issue, with the time, the place and what happened there.
class OutOfBudget : public std::runtime_error {
 public:
  explicit OutOfBudget(scenarios::Issue issue)
      : std::runtime_error(issue.text()), issue_(std::move(issue)) {}
  /// The file is left empty, as in scenarios::check.
  [[nodiscard]] const scenarios::Issue& issue() const { return issue_; }

 private:
  scenarios::Issue issue_;
};

}  // namespace flow
