// SPDX-License-Identifier: Apache-2.0
#include "viz/table_html.hpp"

#include <utility>

#include "viz/cell_text.hpp"
#include "viz/format.hpp"
#include "viz/palette.hpp"
#include "viz/svg.hpp"

namespace viz {
namespace {

/// A cell of an HTML table.
struct HtmlCell {
  std::string html;     ///< already escaped
  bool number = false;  ///< set to the right in figures of equal width
  std::string style{};  ///< inline style, e.g. the colour of a chance
};

/// A table that scrolls sideways on a narrow screen. The first cell of each row is its heading.
class HtmlTable {
 public:
  HtmlTable(std::string_view caption, std::vector<HtmlCell> head)
      : caption_(caption), head_(std::move(head)) {}
  void row(std::vector<HtmlCell> cells) { rows_.push_back(std::move(cells)); }
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  /// Columns without any content are left out.
  [[nodiscard]] std::string html(std::string_view css_class) const;

 private:
  [[nodiscard]] std::vector<bool> used_columns() const;
  [[nodiscard]] static std::string row_html(const std::vector<HtmlCell>& cells,
                                            const std::vector<bool>& used);

  std::string caption_;
  std::vector<HtmlCell> head_;
  std::vector<std::vector<HtmlCell>> rows_;
};

std::string element(std::string_view name, const HtmlCell& cell, std::string_view attributes = {}) {
  std::string out = "<" + std::string(name);
  if (!attributes.empty()) out += " " + std::string(attributes);
  if (cell.number) out += " class=\"n\"";
  if (!cell.style.empty()) out += " style=\"" + cell.style + "\"";
  return out + ">" + cell.html + "</" + std::string(name) + ">";
}

/// Columns in which some row says something.
std::vector<bool> HtmlTable::used_columns() const {
  std::vector<bool> used(head_.size(), false);
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i < used.size(); ++i) {
      if (!row[i].html.empty() && row[i].html != "–") used[i] = true;
    }
  }
  return used;
}

std::string HtmlTable::row_html(const std::vector<HtmlCell>& cells, const std::vector<bool>& used) {
  std::string out = "<tr>";
  for (std::size_t i = 0; i < used.size(); ++i) {
    if (!used[i]) continue;
    out += i == 0 ? element("th", cells[i], "scope=\"row\"") : element("td", cells[i]);
  }
  return out + "</tr>\n";
}

std::string HtmlTable::html(std::string_view css_class) const {
  const std::vector<bool> used = used_columns();
  std::string out = "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" +
                    escape(caption_) + "\">\n<table";
  if (!css_class.empty()) out += " class=\"" + std::string(css_class) + "\"";
  out += ">\n<caption>" + escape(caption_) + "</caption>\n<thead><tr>";
  for (std::size_t i = 0; i < head_.size(); ++i) {
    if (used[i]) out += element("th", head_[i], "scope=\"col\"");
  }
  out += "</tr></thead>\n<tbody>\n";
  for (const auto& row : rows_) out += row_html(row, used);
  return out + "</tbody>\n</table>\n</div>\n";
}

/// Coloured where it is good or bad. A check stands on one line, with a mark when it is passed or not.
HtmlCell verdict_html(const Cell& cell, const Column& column, const std::string& text) {
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
HtmlCell chance_html(const care::MetricEstimate& any, const std::string& text, Lang lang) {
  const bool is_unknown = any.bound_only && any.ci95.high >= highest_telling_bound;
  const ChanceStep& step = is_unknown ? unknown_chance : chance_step(any.mean);
  std::string html = "<b>" + escape(text) + "</b>";
  if (!any.bound_only) html += "<small>" + escape(chance_interval(any, lang)) + "</small>";
  return {html, false, "background:" + std::string(step.fill) + ";color:" + std::string(step.text)};
}

HtmlCell cell_html(const Cell& cell, const Column& column, Lang lang) {
  const std::string text = cell_text(cell, column, lang, Medium::Page);
  if (column.type == Column::Type::Verdict) return verdict_html(cell, column, text);
  const auto* figure = std::get_if<Estimate>(&cell);
  const bool seen = figure != nullptr && figure->metric != nullptr && figure->metric->n > 0;
  if (column.type == Column::Type::Chance && seen) {
    return chance_html(*figure->metric, text, lang);
  }
  const bool bold = column.type == Column::Type::Difference;
  return {bold ? "<b>" + escape(text) + "</b>" : escape(text), is_number(column.type), {}};
}

HtmlCell heading_html(const Column& column, Lang lang) {
  if (column.below) return {};
  return {escape(heading_text(column, lang, Medium::Page)), is_number(column.type), {}};
}

/// A row of what `cell_of` makes of each column, and the picture where it belongs, if there is one.
template <class CellOf>
std::vector<HtmlCell> line(const Table& table, const CellOf& cell_of, std::size_t before,
                           const std::string* picture) {
  std::vector<HtmlCell> cells;
  for (std::size_t i = 0; i <= table.columns.size(); ++i) {
    if (picture != nullptr && i == before) cells.push_back({*picture, false, {}});
    if (i == table.columns.size() || !is_shown(table.columns[i], Medium::Page)) continue;
    HtmlCell cell = cell_of(i);
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
  HtmlTable html(pick(table.caption, lang),
                 line(table, heading, pictures.before, pictured ? &pictures.heading : nullptr));
  std::size_t index = 0;
  table.each_row([&](const Row& row) {
    const auto cell = [&](std::size_t i) {
      return cell_html(row.cells[i], table.columns[i], lang);
    };
    auto cells = line(table, cell, pictures.before, pictured ? &pictures.cells[index++] : nullptr);
    for (HtmlCell& one : cells) {
      if (row.is_total) one.style = "font-weight:700";
    }
    html.row(std::move(cells));
  });
  return html.empty() ? std::string() : html.html(css_class);
}

}  // namespace viz
