// SPDX-License-Identifier: Apache-2.0
#include "viz/comparison_page.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <variant>

#include "viz/changed_hands.hpp"
#include "viz/comparison_tables.hpp"
#include "viz/comparison_views.hpp"
#include "viz/difference_text.hpp"
#include "viz/format.hpp"
#include "viz/palette.hpp"
#include "viz/report_parts.hpp"
#include "viz/svg.hpp"
#include "viz/table_html.hpp"

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

/// Only what is clear and large enough to matter has the colour of good or bad.
std::string_view ink_of(const care::Difference& difference, care::Aim aim) {
  if (care::relative_size(difference) < care::least_relevant) return colour::muted;
  const Effect effect = care::effect_of(difference, aim);
  if (effect == Effect::Better) return colour::good;
  if (effect == Effect::Worse) return colour::bad;
  return effect == Effect::Higher || effect == Effect::Lower ? colour::accent : colour::muted;
}

/// Whether a difference is drawn: as a share of its base, with its interval.
bool is_drawn(const std::optional<care::Difference>& d) {
  return d && d->n >= 2 && !d->identical && d->base != 0;
}

/// How far from nought the pictures of a table reach, as a share of the base: a round number, at most all of it;
/// 0 when there is nothing to draw.
double reach_of(const Table& table) {
  double reach = 0;
  table.each_row([&](const Row& row) {
    for (const auto& d : std::get<Change>(row.cells.back()).figure->differences) {
      if (!is_drawn(d)) continue;
      const double base = std::abs(d->base);
      reach = std::max({reach, std::abs(d->ci95.low) / base, std::abs(d->ci95.high) / base});
    }
  });
  if (reach == 0) return 0;
  constexpr auto round = std::to_array<double>({0.01, 0.02, 0.05, 0.1, 0.2, 0.5});
  const auto* const enough = std::ranges::lower_bound(round, reach);
  return enough == round.end() ? 1 : *enough;
}

/// "Alternative +3.2 (1.5–4.9); another −1 (−3 to 1)", for those who do not see the picture.
std::string description_of(const Sheet& sheet, const FigureComparison& figure) {
  std::string description;
  for (std::size_t i = 0; i < sheet.others(); ++i) {
    if (!figure.differences[i]) continue;
    const DifferenceText text = difference_text(figure, i, sheet.lang);
    description += (description.empty() ? "" : "; ") +
                   side_name(sheet.comparison.others[i], sheet.lang) + " " + text.difference +
                   (text.in_points() ? text.difference_unit : "") +
                   (text.interval.empty() ? "" : " (" + text.interval + ")");
  }
  return description;
}

/// A line per alternative: the difference as a dot, its interval as a bar, around nought, in shares of the base up
/// to `reach`. What goes beyond ends there, its dot hollow.
std::string picture(Sheet& sheet, const FigureComparison& figure, care::Aim aim, double reach) {
  if (std::ranges::none_of(figure.differences, is_drawn)) return {};
  const Scale x{-reach, reach, 6, picture_width - 6};
  std::size_t lines = 0;
  for (std::size_t i = 0; i < sheet.others(); ++i) {
    if (!equals_base(sheet.comparison, i)) ++lines;
  }
  const double height = 6 + line_height * static_cast<double>(lines);
  Svg svg(picture_width, height);
  svg.line({x(0), 0}, {x(0), height}, R"(stroke="#b9c4ca" stroke-width="1")");
  std::size_t line = 0;
  for (std::size_t i = 0; i < sheet.others(); ++i) {
    if (equals_base(sheet.comparison, i)) continue;
    const double y = 3 + line_height * (static_cast<double>(line++) + 0.5);
    const auto& d = figure.differences[i];
    if (!is_drawn(d)) continue;
    const auto at = [&](double value) {
      return x(std::clamp(value / std::abs(d->base), -reach, reach));
    };
    const std::string ink(ink_of(*d, aim));
    svg.line({at(d->ci95.low), y}, {at(d->ci95.high), y},
             "stroke=\"" + ink + "\" stroke-width=\"2.5\"");
    const bool is_beyond = std::abs(d->mean / d->base) > reach;
    svg.circle({at(d->mean), y}, 4,
               (is_beyond ? "fill=\"none\" stroke=\"" : "fill=\"") + ink + "\"");
  }
  const std::string id =
      std::string(tag(sheet.lang)) + "-difference-" + std::to_string(++sheet.pictures);
  return svg.finish(id, pick(figure.key.label, sheet.lang), description_of(sheet, figure),
                    "class=\"difference\"");
}

/// A table of changes with a picture in each row, all on one scale.
std::string pictured(Sheet& sheet, const Table& table) {
  const double reach = reach_of(table);
  const std::string heading =
      say(sheet.lang, "compare.col_picture", {{"n", number(100 * reach, 0, sheet.lang)}});
  Pictures pictures{table.columns.size(), escape(heading), {}};
  table.each_row([&](const Row& row) {
    const auto& change = std::get<Change>(row.cells.back());
    pictures.cells.push_back(picture(sheet, *change.figure, change.aim, reach));
  });
  return table_html(table, sheet.lang, {}, reach > 0 ? pictures : Pictures{});
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

/// Who changes owner or performer, by patient group, under each alternative that moves anybody.
std::string changed_hands(const Sheet& sheet) {
  std::string tables;
  for (std::size_t i = 0; i < sheet.others(); ++i) {
    const std::string table =
        table_html(changed_hands_table(sheet.comparison, i), sheet.lang, {}, {});
    if (table.empty()) continue;
    tables +=
        "<h3>" + escape(side_name(sheet.comparison.others[i], sheet.lang)) + "</h3>\n" + table;
  }
  if (tables.empty()) return {};
  return "<section>\n<h2>" + sheet.t("compare.hands") + "</h2>\n" + tables + "</section>\n";
}

/// Figures of the whole that differ, those of the municipalities folded, the same on one line.
std::string stakeholder(Sheet& sheet, const care::StakeholderComparison& one) {
  const auto table = [&](Extent extent) {
    return pictured(sheet, changed_figures_table(sheet.comparison, one, extent, all_alternatives));
  };
  std::string out = "<h3>" + escape(pick(one.label, sheet.lang)) + "</h3>\n" + table(Extent::Whole);
  const std::string same = unchanged_sentence(one, all_alternatives, sheet.lang);
  if (!same.empty()) out += "<p class=\"note\">" + escape(same) + "</p>\n";
  return out + report::folded(sheet.t("compare.by_municipality"), table(Extent::Municipalities));
}

std::string stakeholders(Sheet& sheet) {
  std::string out = "<section>\n<h2>" + sheet.t("compare.stakeholders") +
                    "</h2>\n<p class=\"note\">" +
                    escape(comparison_note(sheet.comparison, sheet.lang)) + "</p>\n";
  for (const auto& one : sheet.comparison.stakeholders) out += stakeholder(sheet, one);
  return out + "</section>\n";
}

std::string shifts(Sheet& sheet) {
  const std::string table =
      pictured(sheet, changed_shifts_table(sheet.comparison, all_alternatives));
  if (table.empty()) return {};
  return "<section>\n<h2>" + sheet.t("compare.shifts") + "</h2>\n" + table + "</section>\n";
}

std::string measures(Sheet& sheet) {
  const std::string table =
      pictured(sheet, changed_measures_table(sheet.comparison, all_alternatives));
  if (table.empty()) return {};
  return "<section>\n<h2>" + sheet.t("terminal.measures") + "</h2>\n" + table + "</section>\n";
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
  out +=
      answers(sheet) + changed_hands(sheet) + stakeholders(sheet) + shifts(sheet) + measures(sheet);
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
