// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "scenarios/scenario.hpp"

namespace app {

/// A scenario file that comes along.
struct LibraryEntry {
  std::filesystem::path path;  ///< as the user can give it
  scenarios::Text title, question;
  std::size_t faults = 0;  ///< more than 0: does not load
};

/// Folders that scenarios come along in: those of TROSKEL_SCENARIOS (separated by colons),
/// scenarios/ in the working directory, scenarios/ beside the program or up to three folders above
/// it, and share/troskel/scenarios where it is installed. Each that exists, once.
[[nodiscard]] std::vector<std::filesystem::path> library_folders();

/// The scenarios below the folders, by path.
[[nodiscard]] std::vector<LibraryEntry> find_scenarios(
    const std::vector<std::filesystem::path>& folders);

}  // namespace app
