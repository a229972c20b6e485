// SPDX-License-Identifier: Apache-2.0
#pragma once

// Result tables for machines (RFC 4180: comma, '.', UTF-8, LF) and, on request, for a spreadsheet
// in Swedish (byte order mark, semicolon, decimal comma, CRLF). Columns and their names are the
// same in both. Text that a spreadsheet would take for a formula (first character = + - @, tab or
// return) is prefixed with an apostrophe, as OWASP recommends against CSV injection.

#include <cstdint>
#include <string>
#include <string_view>

#include "experiments/results.hpp"

namespace viz {

enum class CsvDialect { Plain, Swedish };

/// Builds one table row by row.
class CsvTable {
 public:
  explicit CsvTable(CsvDialect dialect);

  CsvTable& text(std::string_view cell);  ///< quoted where needed, guarded against formulas
  CsvTable& number(double value);         ///< shortest round trip; an empty cell if not finite
  CsvTable& integer(std::int64_t value);
  CsvTable& empty();
  CsvTable& end_row();

  [[nodiscard]] std::string finish() { return std::move(out_); }

 private:
  void separate();

  std::string out_;
  char separator_, decimal_;
  std::string_view line_end_;
  bool row_started_ = false;
};

/// One row per metric: id, group, quantity, label, dimensions, unit, kind, n, mean, sd, interval,
/// quantiles.
[[nodiscard]] std::string summary_csv(const care::Results& results, CsvDialect dialect);

/// One row per series and week.
[[nodiscard]] std::string weekly_csv(const care::Results& results, CsvDialect dialect);

/// One row per principal and item.
[[nodiscard]] std::string ledger_csv(const care::Results& results, CsvDialect dialect);

/// One row per patient case that occurred: its attributes, persons, who is responsible, who
/// performs, and the rule that says so.
[[nodiscard]] std::string cases_csv(const care::Results& results, CsvDialect dialect);

/// One row per replication, one column per id.
[[nodiscard]] std::string replications_csv(const care::Results& results, CsvDialect dialect);

}  // namespace viz
