// SPDX-License-Identifier: Apache-2.0
#include "viz/table_html.hpp"

#include <utility>

#include "viz/cell_text.hpp"
#include "viz/format.hpp"
#include "viz/palette.hpp"
#include "viz/report_parts.hpp"
#include "viz/svg.hpp"

namespace viz {
namespace {

/// Coloured where it is good or bad. A check stands on one line, with a mark when it is passed or not.
report::Cell verdict_html(const Cell& cell, const Column& column, const std::string& text) {
  const bool is_check = std::holds_alternative<Verdict>(cell);
  const std::string style = is_check ? "white-space:nowrap" : "";
  const Verdict::Is judgement = judgement_of(cell, column);
  if (judgement == Verdict::Is::Neutral) return {escape(text), false, style};
  const bool good = judgement == Verdict::Is::Good;
  const std::string_view mark = !is_check ? "" : good ? "✓ " : "✗ ";
  return {"<span class=\"" + std::string(good ? "ok" : "no") + "\">" + std::string(mark) +
              escape(text) + "</span>",
          false, style};
}

/// In bold as a frequency, the interval below it. With too few events for an estimate the bound is
/// all that is said.
report::Cell chance_html(const care::MetricEstimate& any, const std::string& text, Lang lang) {
  const ChanceStep& step = chance_step(any.mean);
  std::string html = "<b>" + escape(text) + "</b>";
  if (!any.bound_only) html += "<small>" + escape(chance_interval(any, lang)) + "</small>";
  return {html, false, "background:" + std::string(step.fill) + ";color:" + std::string(step.text)};
}

report::Cell cell_html(const Cell& cell, const Column& column, Lang lang) {
  const std::string text = cell_text(cell, column, lang, Medium::Page);
  if (column.type == Column::Type::Verdict) return verdict_html(cell, column, text);
  const auto* figure = std::get_if<Estimate>(&cell);
  if (column.type == Column::Type::Chance && figure != nullptr && figure->metric != nullptr) {
    return chance_html(*figure->metric, text, lang);
  }
  const bool bold = column.type == Column::Type::Difference;
  return {bold ? "<b>" + escape(text) + "</b>" : escape(text), is_number(column.type), {}};
}

report::Cell heading_html(const Column& column, Lang lang) {
  if (column.below) return {};
  return {escape(heading_text(column, lang, Medium::Page)), is_number(column.type), {}};
}

/// A row of what `cell_of` makes of each column, and the picture where it belongs, if there is one.
template <class CellOf>
std::vector<report::Cell> line(const Table& table, const CellOf& cell_of, std::size_t before,
                               const std::string* picture) {
  std::vector<report::Cell> cells;
  for (std::size_t i = 0; i <= table.columns.size(); ++i) {
    if (picture != nullptr && i == before) cells.push_back({*picture, false, {}});
    if (i == table.columns.size() || !is_shown(table.columns[i], Medium::Page)) continue;
    report::Cell cell = cell_of(i);
    if (!table.columns[i].below) {
      cells.push_back(std::move(cell));
    } else if (!cell.html.empty()) {
      cells.back().html += "<span class=\"below\">" + cell.html + "</span>";
    }
  }
  return cells;
}

}  // namespace

std::string table_html(const Table& table, Lang lang, std::string_view css_class,
                       const Pictures& pictures) {
  const bool pictured = !pictures.cells.empty();
  const auto heading = [&](std::size_t i) { return heading_html(table.columns[i], lang); };
  report::Table html(pick(table.caption, lang),
                     line(table, heading, pictures.before, pictured ? &pictures.heading : nullptr));
  std::size_t index = 0;
  table.each_row([&](const Row& row) {
    const auto cell = [&](std::size_t i) {
      return cell_html(row.cells[i], table.columns[i], lang);
    };
    auto cells = line(table, cell, pictures.before, pictured ? &pictures.cells[index++] : nullptr);
    for (report::Cell& one : cells) {
      if (row.is_total) one.style = "font-weight:700";
    }
    html.row(std::move(cells));
  });
  return html.empty() ? std::string() : html.html(css_class);
}

}  // namespace viz
