// SPDX-License-Identifier: Apache-2.0
#include "viz/table_terminal.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "viz/cell_text.hpp"

namespace viz {
namespace {

std::string dressed(const Page& page, const Cell& cell, const Column& column) {
  std::string text = cell_text(cell, column, page.lang(), Medium::Terminal);
  const Verdict::Is judgement = judgement_of(cell, column);
  if (judgement == Verdict::Is::Neutral) return text;
  return judgement == Verdict::Is::Good ? page.green(text) : page.red(text);
}

std::vector<std::string> texts_of(const Page& page, const Table& table, const Row& row) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Column& column = table.columns[i];
    if (!is_shown(column, Medium::Terminal)) continue;
    texts.push_back(dressed(page, row.cells[i], column));
  }
  return texts;
}

/// A table of headings. Set to the left are words, to the right numbers and chances.
TextTable headed_table(const Table& table, Lang lang) {
  std::vector<std::string> head;
  std::vector<std::size_t> left;
  std::vector<std::pair<std::size_t, std::size_t>> limits;
  for (const Column& column : table.columns) {
    if (!is_shown(column, Medium::Terminal)) continue;
    if (!is_number(column.type) && column.type != Column::Type::Chance) left.push_back(head.size());
    if (column.widest > 0) limits.emplace_back(head.size(), column.widest);
    head.push_back(heading_text(column, lang, Medium::Terminal));
  }
  TextTable text(std::move(left));
  for (const auto& [column, widest] : limits) text.limit(column, widest);
  text.row(std::move(head));
  return text;
}

}  // namespace

TerminalTable terminal_table(const Page& page, const Table& table, std::size_t most) {
  std::vector<Row> rows;
  table.each_row([&rows](const Row& row) { rows.push_back(row); });
  // Not of std::ranges: Clang 14 cannot make the subrange that it returns.
  std::stable_partition(rows.begin(), rows.end(), std::mem_fn(&Row::is_urgent));
  TerminalTable result{headed_table(table, page.lang()), std::min(most, rows.size()), 0};
  result.left_out = rows.size() - result.rows;
  for (std::size_t i = 0; i < result.rows; ++i) {
    result.text.row(texts_of(page, table, rows[i]));
  }
  return result;
}

}  // namespace viz
