// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/issue.hpp"
#include "scenarios/scenario.hpp"

namespace scenarios {

/// What became of a scenario file.
struct Loaded {
  std::optional<Scenario> scenario;  ///< only when there are no errors
  std::vector<Issue> errors;         ///< all faults, in the order of the file
  std::vector<Issue> warnings;       ///< what is allowed but looks unintended

  void reset() { scenario.reset(); }
};

/// Reads a scenario file with what it extends, applies `POINTER=VALUE` overrides, and checks it
/// (check.hpp), data files included. Throws nothing: whatever is wrong becomes an issue.
[[nodiscard]] Loaded load(const std::filesystem::path& path,
                          std::span<const std::string> overrides = {});

/// The same from text, for tests and tools: no file is opened, so the scenario extends none and
/// data files are not read. `name` is the file name that issues show.
[[nodiscard]] Loaded load_text(std::string_view text, const std::string& name,
                               std::span<const std::string> overrides = {});

/// The same from the text of a scenario that a run has left (scenario.json). It has been checked, and
/// its rule files may be elsewhere: what it says of their own attributes is left alone.
[[nodiscard]] Loaded load_left_text(std::string_view text, const std::string& name);

}  // namespace scenarios
