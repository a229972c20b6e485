// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scenarios/issue.hpp"
#include "scenarios/scenario.hpp"
#include "sim/time.hpp"

namespace scenarios {

/// A value of a CSV file and where it stands, line and column (in characters) from 1.
struct CsvCell {
  std::string text;
  int line = 0;
  int column = 0;
};

/// A CSV file with a header; every row has as many cells as the header.
struct CsvTable {
  std::string file;
  std::vector<std::string> header;
  std::vector<std::vector<CsvCell>> rows;

  /// Index of a column, if the file has it.
  [[nodiscard]] std::optional<std::size_t> column(std::string_view name) const;
};

/// Reads CSV as RFC 4180 has it: comma, double quotes doubled inside quotes, CRLF or LF, the last
/// line break optional; in UTF-8, a byte order mark is skipped. The first line names the columns,
/// each once. Whatever departs from that is an issue at `file:line:column`, and its row is left
/// out.
[[nodiscard]] CsvTable parse_csv(std::string_view text, const std::string& file,
                                 std::vector<Issue>& issues);

/// The same from a file.
[[nodiscard]] CsvTable read_csv(const std::filesystem::path& path, std::vector<Issue>& issues);

/// Persons with one value of the attribute `municipality` and one of `age`.
struct PopulationRow {
  std::string municipality;
  std::string age;
  double persons = 0;
};

/// The population of the scenario's year: one row for each value that `population` names, in its
/// order. Empty when the scenario has no population or the file does not give it; then issues say
/// why.
[[nodiscard]] std::vector<PopulationRow> population_table(const Scenario& scenario,
                                                          std::vector<Issue>& issues);

/// The same for a scenario that has been checked. Throws std::runtime_error when the file has
/// changed since and no longer gives the population.
[[nodiscard]] std::vector<PopulationRow> population_table(const Scenario& scenario);

/// One arrival of a list: when, and the attributes that the list gives.
struct ListedArrival {
  sim::Time time;
  std::vector<std::pair<std::string, std::string>> attributes;
};

/// The list of an arrival of kind `file`: the column `time` (ISO 8601, never decreasing) and one
/// column per attribute. Empty when the file does not give it; then issues say why.
[[nodiscard]] std::vector<ListedArrival> arrival_list(const Scenario& scenario,
                                                      const Arrival& arrival,
                                                      std::vector<Issue>& issues);

/// The same for a scenario that has been checked. Throws std::runtime_error as population_table
/// does.
[[nodiscard]] std::vector<ListedArrival> arrival_list(const Scenario& scenario,
                                                      const Arrival& arrival);

}  // namespace scenarios
