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

std::string verdict_html(const Verdict& verdict, Lang lang) {
  std::string word = escape(pick(verdict.word, lang));
  if (verdict.is == Verdict::Is::Neutral) return word;
  return verdict.is == Verdict::Is::Good ? "<span class=\"ok\">✓ " + word + "</span>"
                                         : "<span class=\"no\">✗ " + word + "</span>";
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
  if (const auto* verdict = std::get_if<Verdict>(&cell)) {
    return {verdict_html(*verdict, lang), false, "white-space:nowrap"};
  }
  const std::string text = cell_text(cell, column, lang, Medium::Page);
  const auto* figure = std::get_if<Estimate>(&cell);
  if (column.type == Column::Type::Chance && figure != nullptr && figure->metric != nullptr) {
    return chance_html(*figure->metric, text, lang);
  }
  return {escape(text), is_number(column.type), {}};
}

}  // namespace

std::string table_html(const Table& table, Lang lang, std::string_view css_class,
                       const Pictures& pictures) {
  const auto line = [&](const auto& cell_of, const std::string* picture) {
    std::vector<report::Cell> cells;
    for (std::size_t i = 0; i <= table.columns.size(); ++i) {
      if (picture != nullptr && i == pictures.before) cells.push_back({*picture, false, {}});
      if (i == table.columns.size() || !is_shown(table.columns[i], Medium::Page)) continue;
      cells.push_back(cell_of(i));
    }
    return cells;
  };
  const auto heading = [&](std::size_t i) -> report::Cell {
    const Column& column = table.columns[i];
    return {escape(heading_text(column, lang, Medium::Page)), is_number(column.type), {}};
  };
  const bool pictured = !pictures.cells.empty();
  report::Table html(pick(table.caption, lang),
                     line(heading, pictured ? &pictures.heading : nullptr));
  std::size_t index = 0;
  table.each_row([&](const Row& row) {
    auto cells =
        line([&](std::size_t i) { return cell_html(row.cells[i], table.columns[i], lang); },
             pictured ? &pictures.cells[index] : nullptr);
    for (report::Cell& cell : cells) {
      if (row.is_total) cell.style = "font-weight:700";
    }
    html.row(std::move(cells));
    ++index;
  });
  return html.empty() ? std::string() : html.html(css_class);
}

}  // namespace viz
