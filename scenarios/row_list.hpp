// SPDX-License-Identifier: Apache-2.0
#pragma once

// A CSV file whose columns are known by name, read row by row.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/check.hpp"
#include "scenarios/csv.hpp"
#include "sim/time.hpp"

namespace scenarios {

using CsvRow = std::vector<CsvCell>;

/// Faults go to `findings` at the line and column where they are.
class RowList {
 public:
  /// `names`: what columns are called in the file; `known`: all that mean something, in the language.
  /// A column with nearly the name of one of those is a slip; others are left alone, and a warning
  /// names them.
  RowList(const std::string& path, const Named<std::string>& names,
          const std::vector<std::string>& known, Findings& findings);

  [[nodiscard]] const std::vector<CsvRow>& rows() const { return table_.rows; }
  [[nodiscard]] bool has_header() const { return !table_.header.empty(); }
  [[nodiscard]] std::optional<std::size_t> column(const std::string& name) const;
  [[nodiscard]] std::optional<std::size_t> required(const std::string& name);
  /// The text of a row in a column that the file may lack; then it is empty.
  [[nodiscard]] static const std::string& text(const CsvRow& row, std::optional<std::size_t> at);

  /// Whether the cell has one of the values; if not, that is a fault.
  bool require_one_of(const CsvRow& row, std::size_t at, const std::vector<std::string>& values);
  [[nodiscard]] std::optional<sim::Time> time(const CsvRow& row, std::size_t at);
  /// A date, or a time that is its midnight.
  [[nodiscard]] std::optional<sim::Date> date(const CsvRow& row, std::size_t at);
  /// A number from 0 to `most`; `what` is expected.
  [[nodiscard]] std::optional<double> number(const CsvRow& row, std::size_t at, double most,
                                             const words::Text& what);

  /// An issue about the file as a whole.
  void fault(words::Text what, words::Text got);
  void fault(const CsvRow& row, std::size_t at, const words::Text& what, words::Text got);

 private:
  void tell_unused(const std::vector<std::string>& known);

  const Named<std::string>& names_;
  Findings& findings_;
  CsvTable table_;
};

}  // namespace scenarios
