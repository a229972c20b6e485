// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "scenarios/facts.hpp"
#include "scenarios/rule_reader.hpp"
#include "scenarios/rules.hpp"
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
struct LibrarySearch {
  std::vector<LibraryEntry> entries;
  bool cut =
      false;  ///< there is more below the folders than a library holds: not all was looked at
};
[[nodiscard]] LibrarySearch find_scenarios(const std::vector<std::filesystem::path>& folders);

/// A rule file that comes along.
struct RuleEntry {
  std::filesystem::path path;
  scenarios::Text title;
  std::vector<scenarios::RegisterRow> systems;
  std::string base;        ///< file that it extends; "" = none
  std::size_t faults = 0;  ///< more than 0: does not load
};

/// The rule files in the sub-folders rules/ of the folders, and the patient cases in cases/, by
/// path.
[[nodiscard]] std::vector<std::filesystem::path> find_rule_files(
    const std::vector<std::filesystem::path>& folders);
[[nodiscard]] std::vector<std::filesystem::path> find_case_files(
    const std::vector<std::filesystem::path>& folders);

[[nodiscard]] RuleEntry read_rule_entry(const std::filesystem::path& path);

/// A patient case, over the vocabulary of that rule set among the files which understands it best: it
/// may use attributes of one rule set's own.
[[nodiscard]] scenarios::LoadedCase load_case_of_library(
    const std::filesystem::path& path, const std::vector<std::filesystem::path>& rule_files);

/// What the sources of rules stand for: data/facts.csv of the first folder that has it.
[[nodiscard]] std::vector<scenarios::Fact> library_facts(
    const std::vector<std::filesystem::path>& folders);

/// The file of that path, or the one of that name among `files`; the word itself when there is
/// none, so that reading it says what is wrong.
[[nodiscard]] std::filesystem::path named_file(const std::string& word,
                                               const std::vector<std::filesystem::path>& files);

}  // namespace app
