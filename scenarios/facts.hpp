// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/issue.hpp"
#include "scenarios/scenario.hpp"

namespace scenarios {

/// What a source id of a rule or a patient case stands for.
struct Fact {
  std::string id;        ///< "D32"
  std::string document;  ///< where it was read
  Text text;
};

/// The facts of a CSV file with the columns id, document, sv, en (`scenarios/data/facts.csv`), in
/// its order. Empty when the file cannot be read; then issues say why.
[[nodiscard]] std::vector<Fact> read_facts(const std::filesystem::path& path,
                                           std::vector<Issue>& issues);

/// The ids of a source, "A08, D01", in order.
[[nodiscard]] std::vector<std::string> source_ids(std::string_view source);

}  // namespace scenarios
