// SPDX-License-Identifier: Apache-2.0
/// @file
/// The faults of a text, for tests of what a user reads.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scenarios/reader.hpp"
#include "tests/scenarios/files.hpp"

namespace scenarios_test {

/// What is told of a scenario called w.json; empty when it is sound.
inline std::vector<std::string> errors(std::string_view text) {
  const scenarios::Loaded loaded = scenarios::load_text(text, "w.json");
  EXPECT_EQ(loaded.scenario.has_value(), loaded.errors.empty());
  return texts(loaded.errors);
}

/// The same of `ward` with the only occurrence of `from` replaced.
inline std::vector<std::string> errors_with(std::string_view from, std::string_view to) {
  return errors(with(std::string(ward), from, to));
}

}  // namespace scenarios_test
