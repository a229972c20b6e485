// SPDX-License-Identifier: Apache-2.0
#pragma once

// Result tables for machines (RFC 4180: comma, '.', UTF-8, LF) and, on request, for a spreadsheet
// in Swedish (byte order mark, semicolon, decimal comma, CRLF; headings, labels and verdicts in
// Swedish). The columns are the same in both. Text that a spreadsheet would take for a formula (first character = + - @, tab or
// return) is prefixed with an apostrophe, as OWASP recommends against CSV injection.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "viz/language.hpp"
#include "viz/table.hpp"

namespace viz {

enum class CsvDialect { Plain, Swedish };

/// Builds the text of one table row by row.
class CsvText {
 public:
  explicit CsvText(CsvDialect dialect);

  /// Quoted where needed, guarded against formulas; what is hidden shows as U+FFFD.
  CsvText& text(std::string_view content);
  CsvText& number(double value);  ///< shortest round trip; an empty cell if not finite
  CsvText& integer(std::int64_t value);
  CsvText& empty();
  CsvText& cell(const Cell& cell);  ///< any of these, as its type asks for
  CsvText& end_row();

  /// The text since the last time.
  [[nodiscard]] std::string take() { return std::exchange(out_, {}); }
  /// How long that is.
  [[nodiscard]] std::size_t size() const { return out_.size(); }

 private:
  void separate();

  std::string out_;
  Lang lang_;
  char separator_, decimal_;
  std::string_view line_end_;
  bool row_started_ = false;
};

/// The table with the columns' ids as its first row, or in Swedish their labels; words in the
/// language of the dialect. A figure is its mean, a range or interval needs columns of its own.
[[nodiscard]] std::string csv(const Table& table, CsvDialect dialect);
/// The same in pieces of some rows.
void csv(const Table& table, CsvDialect dialect, const std::function<void(std::string_view)>& put);

}  // namespace viz
