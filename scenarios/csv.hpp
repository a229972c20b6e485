// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scenarios/check.hpp"
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
  char separator = ',';  ///< between columns; where it is no comma, a comma may be a decimal one

  /// Index of a column, if the file has it.
  [[nodiscard]] std::optional<std::size_t> column(std::string_view name) const;
};

/// Reads CSV as RFC 4180 has it (double quotes doubled inside quotes, CRLF or LF, the last line break
/// optional) and as offices and spreadsheets export it: columns separated by commas, semicolons or
/// tabs, whichever the first line with several has most of; empty lines are skipped, and so is a title
/// that an empty line follows. A byte order mark is skipped. The header names the columns, each once.
/// Whatever departs from that is an issue at `file:line:column`, and its row is left out.
[[nodiscard]] CsvTable parse_csv(std::string_view text, const std::string& file,
                                 std::vector<Issue>& issues);

/// The same from a file, in UTF-8 or, as older programs write, in Windows-1252 (of which Latin-1 is
/// the greater part).
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

/// One arrival of a list: when, how long the stay in the first setting is, where the list says so,
/// and the attributes that it gives.
struct ListedArrival {
  sim::Time time;
  std::optional<double> stay_days;
  std::vector<std::pair<std::string, std::string>> attributes;
};

/// The list of an arrival of kind `file`, by time: the columns `time` (ISO 8601, a space for the T
/// will do), one per attribute and perhaps `stay_days`. Rows may stand in any order. Columns that are
/// none of these are left alone, and a warning names them. Empty when the file does not give the list;
/// then issues say why.
[[nodiscard]] std::vector<ListedArrival> arrival_list(const Scenario& scenario,
                                                      const Arrival& arrival, Findings& findings);

/// The same for a scenario that has been checked. Throws std::runtime_error as population_table
/// does.
[[nodiscard]] std::vector<ListedArrival> arrival_list(const Scenario& scenario,
                                                      const Arrival& arrival);

/// The expected numbers of arrivals of those with some attributes, day by day of the run.
struct ExpectedArrivals {
  std::vector<std::pair<std::string, std::string>> attributes;  ///< in the order of the scenario
  std::vector<double> per_day;                                  ///< from the first day simulated
};

/// What a file of expected numbers holds; rows of other days than those of the run are left out.
struct ExpectedFile {
  std::vector<ExpectedArrivals> streams;
  std::size_t rows = 0, outside = 0;
};

/// The expected numbers of an arrival of kind `poisson` with a file: one row a day, with the columns
/// `date` and `expected`, and perhaps some for attributes: then there is one stream for each
/// combination of values in the file, and one row a day for each. Otherwise as arrival_list. A day of
/// the run without a row is an issue; without streams issues say why.
[[nodiscard]] ExpectedFile expected_arrivals(const Scenario& scenario, const Arrival& arrival,
                                             Findings& findings);

/// The same for a scenario that has been checked.
[[nodiscard]] std::vector<ExpectedArrivals> expected_arrivals(const Scenario& scenario,
                                                              const Arrival& arrival);

/// The values of the sample that an empirical distribution reads, in its unit: the numbers of a
/// column, empty cells left out. Empty when the file does not give them; then issues say why.
[[nodiscard]] std::vector<double> sample_values(const DistributionSpec& spec,
                                                std::vector<Issue>& issues);

/// One person of the line list of those present at the start.
struct ListedPerson {
  std::string setting, residence;
  std::optional<double> days_spent;  ///< in the setting so far
  std::vector<std::pair<std::string, std::string>> attributes;
  int line = 0;  ///< of the file
};

/// The line list of `initial`: the columns `setting`, `admitted` or `days_spent`, perhaps
/// `residence`, and one per attribute. Otherwise as arrival_list. Empty without a file.
[[nodiscard]] std::vector<ListedPerson> present_list(const Scenario& scenario, Findings& findings);

/// The same for a scenario that has been checked.
[[nodiscard]] std::vector<ListedPerson> present_list(const Scenario& scenario);

}  // namespace scenarios
