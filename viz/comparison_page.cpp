// SPDX-License-Identifier: Apache-2.0
#include "viz/comparison_page.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "viz/changed_hands.hpp"
#include "viz/committee_tables.hpp"
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
std::string_view ink_of(const FigureComparison& figure, const care::Difference& difference,
                        care::Aim aim) {
  if (!care::matters(figure, difference)) return colour::muted;
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
    const std::string ink(ink_of(figure, *d, aim));
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

constexpr std::size_t most_groups = 8;
constexpr std::size_t most_worse = 6;
constexpr std::size_t most_better = 4;

/// A part of what a committee asks: its heading, and a table or else a sentence.
std::string asked(const std::string& heading, const std::string& content) {
  return content.empty() ? std::string{}
                         : "<section>\n<h3>" + heading + "</h3>\n" + content + "</section>\n";
}

std::string paragraph(std::string_view text) {
  return "<p class=\"note\">" + escape(text) + "</p>\n";
}

/// What clearly gets worse or better and for whom, and how much more there is of it further down.
std::string gains(const Sheet& sheet, std::size_t other, Effect effect, std::size_t most) {
  const std::size_t all = gains_of(sheet.comparison, other, effect).size();
  std::string table = table_html(gains_table(sheet.comparison, other, effect, most), sheet.lang);
  if (all <= most) return table;
  return table +
         paragraph(say(sheet.lang, "compare.more_below", {{"n", count(all - most, sheet.lang)}}));
}

/// What it costs with staff that follow the work; folded, by municipality and with staff that stay.
std::string money(const Sheet& sheet, std::size_t other) {
  const auto table = [&](Staff staff, Whose whose) {
    return table_html(money_table(sheet.comparison, other, staff, whose), sheet.lang);
  };
  const std::string everybody = table(Staff::Follows, Whose::Everybody);
  if (everybody.empty()) return {};
  std::string stays = table(Staff::Stays, Whose::Everybody);
  if (!stays.empty()) stays = paragraph(say(sheet.lang, "compare.money_stays_note")) + stays;
  return everybody + paragraph(money_note(sheet.comparison, other, sheet.lang)) +
         report::folded(sheet.t("compare.by_municipality"),
                        table(Staff::Follows, Whose::Municipalities)) +
         report::folded(sheet.t("compare.money_stays"), stays);
}

/// Who changes owner or performer: the largest groups of patients, the others folded.
std::string hands(const Sheet& sheet, std::size_t other) {
  const Table table = changed_hands_table(sheet.comparison, other);
  std::vector<Row> first, rest;
  table.each_row(
      [&](const Row& row) { (first.size() < most_groups ? first : rest).push_back(row); });
  const std::string others =
      say(sheet.lang, "compare.more_groups", {{"n", count(rest.size(), sheet.lang)}});
  const auto html = [&](std::vector<Row> rows) {
    Table part{table.id, table.caption, table.columns, rows_of(std::move(rows))};
    return table_html(part, sheet.lang);
  };
  return html(std::move(first)) + report::folded(escape(others), html(std::move(rest)));
}

std::string sentences(const std::vector<std::string>& all) {
  std::string out;
  for (const std::string& one : all) out += "<p>" + escape(one) + "</p>\n";
  return out;
}

/// One alternative, as a committee asks: who changes owner, what gets worse and for whom, what gets better, money.
std::string alternative(const Sheet& sheet, std::size_t other) {
  const care::Comparison& comparison = sheet.comparison;
  std::string worse = gains(sheet, other, Effect::Worse, most_worse);
  if (worse.empty()) worse = paragraph(say(sheet.lang, "compare.nothing_worse"));
  return "<section class=\"alternative\">\n<h2>" +
         escape(side_name(comparison.others[other], sheet.lang)) +
         "</h2>\n<div class=\"answer\">\n" +
         sentences(comparison_answer(comparison, other, sheet.lang)) + "</div>\n" +
         asked(sheet.t("compare.hands"), hands(sheet, other)) +
         asked(sheet.t("compare.worse_heading"), worse) +
         asked(sheet.t("compare.better_heading"),
               gains(sheet, other, Effect::Better, most_better)) +
         asked(sheet.t("compare.moved"),
               table_html(moved_work_table(comparison, other), sheet.lang)) +
         asked(sheet.t("compare.money"), money(sheet, other)) + "<div class=\"note remarks\">\n" +
         sentences(comparison_remarks(comparison, other, sheet.lang)) + "</div>\n</section>\n";
}

/// Alternatives that are the base, a line each; then each of the others.
std::string alternatives(const Sheet& sheet) {
  std::string same, differing;
  for (std::size_t i = 0; i < sheet.others(); ++i) {
    if (!equals_base(sheet.comparison, i)) {
      differing += alternative(sheet, i);
      continue;
    }
    same += "<p><b>" + escape(side_name(sheet.comparison.others[i], sheet.lang)) + ".</b> " +
            escape(comparison_answer(sheet.comparison, i, sheet.lang).front()) + "</p>\n";
  }
  return same + differing;
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
      "<main id=\"" + code + "\" lang=\"" + code + "\" class=\"comparison\">\n<p class=\"meta\">" +
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
  out += alternatives(sheet) + "<p class=\"note\">" + sheet.t("compare.method") + "</p>\n";
  out += "<div class=\"details\">\n" + stakeholders(sheet) + shifts(sheet) + measures(sheet) +
         "</div>\n";
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
