// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the readers of data files share: columns by name, cells as numbers and times, and faults at
// their line and column.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/csv.hpp"
#include "sim/time.hpp"

namespace scenarios {

/// Adds an issue at a cell, up to a number of them that somebody may read.
void report(std::vector<Issue>& issues, const std::string& file, const CsvCell& cell,
            words::Text expected, words::Text got);

/// The number that a cell holds; where columns are not separated by commas, "0,45" is one too.
[[nodiscard]] std::optional<double> number_in(const CsvTable& table, const CsvCell& cell);

/// The time that a cell holds: "2025-01-06", "2025-01-06T08:00" or "2025-01-06 08:00".
[[nodiscard]] std::optional<sim::Time> time_in(std::string_view text);

/// What a column is called in a file: as `names` says, or by the name that the language has for it.
[[nodiscard]] const std::string& name_in_file(const Named<std::string>& names,
                                              const std::string& name);

/// The column with this name in the language, if the file has it.
[[nodiscard]] std::optional<std::size_t> find_column(const CsvTable& table,
                                                     const Named<std::string>& names,
                                                     const std::string& name);

/// The same, or an issue in the header.
[[nodiscard]] std::optional<std::size_t> require_column(const CsvTable& table,
                                                        const Named<std::string>& names,
                                                        const std::string& name,
                                                        std::vector<Issue>& issues);

/// Warns how many rows are of times outside the run: they are left out.
void warn_outside(const Horizon& horizon, std::size_t outside, std::size_t rows,
                  const std::string& pointer, Findings& findings);

/// A data file that cannot be opened is a fault of the place that names it: of errors from `first` on.
void place_unopened(std::vector<Issue>& errors, std::size_t first, const std::string& pointer);

/// Throws std::runtime_error with the first issue: the file was sound when the scenario was checked.
void require_none(const std::vector<Issue>& issues);

}  // namespace scenarios
