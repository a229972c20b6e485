// SPDX-License-Identifier: Apache-2.0
#include "viz/comparison_page.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "viz/comparison_views.hpp"
#include "viz/format.hpp"
#include "viz/palette.hpp"
#include "viz/report_parts.hpp"
#include "viz/svg.hpp"

namespace viz {
namespace {

using care::Effect;
using care::FigureComparison;

/// What every part of the page is made from; `pictures` counts them, for ids.
struct Sheet {
  const care::Comparison& comparison;
  const ComparisonOptions& options;
  Lang lang;
  int pictures = 0;

  [[nodiscard]] std::string t(std::string_view key) const { return escape(say(lang, key)); }
  [[nodiscard]] std::size_t others() const { return comparison.others.size(); }
};

constexpr double picture_width = 170;
constexpr double line_height = 14;

std::string_view effect_colour(Effect effect) {
  if (effect == Effect::Better) return colour::good;
  if (effect == Effect::Worse) return colour::bad;
  return effect == Effect::Higher || effect == Effect::Lower ? colour::accent : colour::muted;
}

/// A line per alternative: the difference as a dot, its interval as a bar, around nought.
std::string picture(Sheet& sheet, const FigureComparison& figure, care::Aim aim,
                    const std::string& description) {
  double reach = 0;
  for (const auto& d : figure.differences) {
    if (!d || d->n < 2 || d->identical) continue;
    reach = std::max({reach, std::abs(d->ci95.low), std::abs(d->ci95.high)});
  }
  if (!(reach > 0)) return {};
  const Scale x{-reach, reach, 6, picture_width - 6};
  const double height = 6 + line_height * static_cast<double>(sheet.others());
  Svg svg(picture_width, height);
  svg.line({x(0), 0}, {x(0), height}, R"(stroke="#b9c4ca" stroke-width="1")");
  for (std::size_t i = 0; i < sheet.others(); ++i) {
    const auto& d = figure.differences[i];
    if (!d || d->n < 2) continue;
    const double y = 3 + line_height * (static_cast<double>(i) + 0.5);
    const std::string ink(effect_colour(care::effect_of(*d, aim)));
    svg.line({x(d->ci95.low), y}, {x(d->ci95.high), y},
             "stroke=\"" + ink + "\" stroke-width=\"2.5\"");
    svg.circle({x(d->mean), y}, 4, "fill=\"" + ink + "\"");
  }
  const std::string id =
      std::string(tag(sheet.lang)) + "-difference-" + std::to_string(++sheet.pictures);
  return svg.finish(id, pick(figure.key.label, sheet.lang), description, "class=\"difference\"");
}

std::string effect_html(const Sheet& sheet, Effect effect) {
  std::string word = escape(effect_word(effect, sheet.lang));
  if (effect == Effect::Better) return "<span class=\"ok\">" + word + "</span>";
  if (effect == Effect::Worse) return "<span class=\"no\">" + word + "</span>";
  return word;
}

std::vector<report::Cell> table_head(const Sheet& sheet, std::string_view first) {
  std::vector<report::Cell> head{report::text_cell(first), {sheet.t("compare.col_base"), true, {}}};
  for (const care::Side& side : sheet.comparison.others) {
    head.push_back({escape(side_name(side, sheet.lang)), true, {}});
    head.push_back({"", false, {}});
  }
  head.push_back({sheet.t("compare.col_picture"), false, {}});
  return head;
}

/// A row: name, base, and per alternative the difference with its interval and what it comes to.
std::vector<report::Cell> figure_row(Sheet& sheet, const FigureComparison& figure, care::Aim aim,
                                     const std::string& name) {
  std::vector<report::Cell> row{report::text_cell(name), {"", true, {}}};
  std::string description;
  for (std::size_t i = 0; i < sheet.others(); ++i) {
    const auto& difference = figure.differences[i];
    if (!difference) {
      row.push_back({"–", true, {}});
      row.push_back({"", false, {}});
      continue;
    }
    const DifferenceText text = difference_text(figure, i, sheet.lang);
    row[1].html = escape(text.base + text.unit);
    std::string cell = "<b>" + escape(text.difference) + "</b>";
    if (!text.interval.empty()) cell += "<br><small>" + escape(text.interval) + "</small>";
    row.push_back({cell, true, {}});
    row.push_back({effect_html(sheet, care::effect_of(*difference, aim)), false, {}});
    description += (description.empty() ? "" : "; ") +
                   side_name(sheet.comparison.others[i], sheet.lang) + " " + text.difference +
                   (text.interval.empty() ? "" : " (" + text.interval + ")");
  }
  row.push_back({picture(sheet, figure, aim, description), false, {}});
  return row;
}

std::string answers(const Sheet& sheet) {
  std::string out;
  for (std::size_t i = 0; i < sheet.others(); ++i) {
    out += "<h3>" + escape(side_name(sheet.comparison.others[i], sheet.lang)) +
           "</h3>\n<div class=\"answer\">\n";
    for (const std::string& sentence : comparison_answer(sheet.comparison, i, sheet.lang)) {
      out += "<p>" + escape(sentence) + "</p>\n";
    }
    out += "</div>\n";
  }
  return out;
}

bool differs(const FigureComparison& figure) {
  return std::ranges::any_of(figure.differences, [](const auto& d) { return d && !d->identical; });
}

/// Figures of the whole that differ, those of the municipalities folded, the same on one line.
std::string stakeholder(Sheet& sheet, const care::StakeholderComparison& one) {
  const std::string& name = pick(one.label, sheet.lang);
  report::Table whole(name, table_head(sheet, say(sheet.lang, "compare.col_figure")));
  report::Table parts(say(sheet.lang, "compare.by_municipality"),
                      table_head(sheet, say(sheet.lang, "compare.col_figure")));
  std::string same;
  for (const auto& [figure, aim, where] : one.figures) {
    const std::string& label = pick(figure.key.label, sheet.lang);
    const bool for_all = figure.key.municipality.empty();
    if (!differs(figure)) {
      if (for_all) same += (same.empty() ? "" : "; ") + in_sentence(label);
    } else if (for_all) {
      whole.row(figure_row(sheet, figure, aim, label));
    } else {
      parts.row(figure_row(sheet, figure, aim, label + ", " + pick(where, sheet.lang)));
    }
  }
  std::string out = "<h3>" + escape(name) + "</h3>\n";
  if (!whole.empty()) out += whole.html();
  if (!same.empty()) {
    out += "<p class=\"note\">" +
           escape(say(sheet.lang, "compare.same_figures", {{"figures", same}})) + "</p>\n";
  }
  if (!parts.empty()) {
    out += report::folded(sheet.t("compare.by_municipality"), parts.html());
  }
  return out;
}

std::string stakeholders(Sheet& sheet) {
  std::string out = "<section>\n<h2>" + sheet.t("compare.stakeholders") +
                    "</h2>\n<p class=\"note\">" +
                    escape(comparison_note(sheet.comparison, sheet.lang)) + "</p>\n";
  for (const auto& one : sheet.comparison.stakeholders) out += stakeholder(sheet, one);
  return out + "</section>\n";
}

std::string measures(Sheet& sheet) {
  report::Table table(say(sheet.lang, "terminal.measures"),
                      table_head(sheet, say(sheet.lang, "col.measure")));
  for (const auto* figure : differing_measures(sheet.comparison)) {
    table.row(figure_row(sheet, *figure, care::Aim::None, pick(figure->key.label, sheet.lang)));
  }
  if (table.empty()) return {};
  return "<section>\n<h2>" + sheet.t("terminal.measures") + "</h2>\n" + table.html() +
         "</section>\n";
}

std::string body(const care::Comparison& comparison, const ComparisonOptions& options, Lang lang) {
  Sheet sheet{comparison, options, lang};
  const std::string code(tag(lang));
  const auto& run = comparison.base.identity;
  std::string out =
      "<main id=\"" + code + "\" lang=\"" + code + "\">\n<p class=\"meta\">" +
      escape(say(lang, "compare.run",
                 {{"n", count(run.replications, lang)},
                  {"alternatives", std::to_string(comparison.others.size())},
                  {"seed", std::to_string(run.seed)}})) +
      "</p>\n<h1>" +
      escape(say(lang, "compare.title", {{"base", side_name(comparison.base, lang)}})) + "</h1>\n";
  for (const scenarios::Text& warning : comparison.warnings) {
    out += "<p class=\"note\"><b>" + sheet.t("report.warning") + "</b> " +
           escape(pick(warning, lang)) + "</p>\n";
  }
  out += answers(sheet) + stakeholders(sheet) + measures(sheet);
  out += "<footer><p>" + sheet.t("terminal.reproduce") + ":</p><pre>" + escape(options.reproduce) +
         "</pre><p>Tröskel " + escape(run.version) + "</p></footer>\n";
  return out + "</main>\n";
}

}  // namespace

std::string comparison_html(const care::Comparison& comparison, const ComparisonOptions& options) {
  std::string bodies;
  for (const Lang lang : languages) bodies += body(comparison, options, lang);
  return report::document(
      options.lang,
      say(options.lang, "compare.title", {{"base", side_name(comparison.base, options.lang)}}),
      bodies);
}

}  // namespace viz
