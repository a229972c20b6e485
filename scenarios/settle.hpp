// SPDX-License-Identifier: Apache-2.0
#pragma once

// What readers of all kinds of file do with the issues they have found.

#include <exception>
#include <new>
#include <string>
#include <vector>

#include "scenarios/document.hpp"
#include "scenarios/issue.hpp"

namespace scenarios {

/// Adds findings at places where reading went well: a value that could not be read has its default,
/// and what a check says about that is noise. The first `read_errors` issues of `to` are of
/// reading.
void add_sound(std::vector<Issue>& to, std::vector<Issue> found, std::size_t read_errors);

/// Names the file that each place came from, orders the issues as the document does and cuts what
/// is too much to read. `shown` is the name of the whole file.
void settle(const Document& document, const std::string& shown, std::vector<Issue>& issues);

/// Runs `body`, turning what it may throw (memory, the file system) into an issue. Nothing is
/// loaded when there are errors. `Result` has `errors` and `reset()`.
template <class Result, class Body>
[[nodiscard]] Result guarded(const std::string& shown, Body body) {
  Result loaded;
  try {
    body(loaded);
  } catch (const std::bad_alloc&) {
    loaded.errors.push_back({shown, "", say("expected.fits_in_memory"), say("got.too_much")});
  } catch (const std::exception& error) {
    loaded.errors.push_back({shown, "", say("expected.readable"), verbatim(error.what())});
  }
  if (!loaded.errors.empty()) loaded.reset();
  return loaded;
}

}  // namespace scenarios
