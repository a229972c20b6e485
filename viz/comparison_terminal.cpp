// SPDX-License-Identifier: Apache-2.0
// The summary of a comparison for a terminal.

#include <algorithm>

#include "viz/comparison_views.hpp"
#include "viz/format.hpp"
#include "viz/terminal_page.hpp"

namespace viz {
namespace {

using care::Effect;

constexpr std::size_t most_measures = 8;
constexpr std::size_t widest_label = 40;

std::string dressed(const Page& page, Effect effect) {
  const auto word = effect_word(effect, page.lang());
  if (effect == Effect::Better) return page.green(word);
  if (effect == Effect::Worse) return page.red(word);
  return std::string(word);
}

void head(Page& page, const care::Comparison& comparison) {
  const Lang lang = page.lang();
  page.line(page.bold(say(lang, "compare.title", {{"base", side_name(comparison.base, lang)}})));
  const auto& run = comparison.base.identity;
  page.line(page.faint(say(lang, "compare.run",
                           {{"n", count(run.replications, lang)},
                            {"alternatives", std::to_string(comparison.others.size())},
                            {"seed", std::to_string(run.seed)}})));
  for (const scenarios::Text& warning : comparison.warnings) {
    page.paragraph("! " + pick(warning, lang), 0);
  }
}

std::vector<std::string> figure_cells(const care::FigureComparison& figure, std::size_t other,
                                      std::string label, Lang lang) {
  const DifferenceText text = difference_text(figure, other, lang);
  std::string difference = text.difference;
  if (!text.half_width.empty()) difference += " ± " + text.half_width;
  return {std::move(label), text.base, text.other + text.unit, std::move(difference)};
}

std::vector<std::string> table_head(std::string_view first, Lang lang) {
  return {std::string(first), std::string(say(lang, "compare.col_base")),
          std::string(say(lang, "compare.col_other")),
          std::string(say(lang, "compare.col_difference")), ""};
}

void measures(Page& page, const care::Comparison& comparison, std::size_t other) {
  const Lang lang = page.lang();
  TextTable table({0, 4});
  table.row(table_head(say(lang, "col.measure"), lang));
  std::size_t shown = 0, left_out = 0;
  for (const auto* figure : differing_measures(comparison)) {
    const auto& difference = figure->differences[other];
    if (!difference || difference->identical) continue;
    if (shown == most_measures) {
      ++left_out;
      continue;
    }
    ++shown;
    auto cells = figure_cells(*figure, other,
                              cut_columns(pick(figure->key.label, lang), widest_label), lang);
    cells.push_back(dressed(page, care::effect_of(*difference, care::Aim::None)));
    table.row(std::move(cells));
  }
  if (shown == 0) return;
  page.heading("terminal.measures");
  page.table(table);
  page.more("compare.more", left_out);
}

/// The figures of one stakeholder that differ; what does not, on one line below them.
void stakeholder(Page& page, const care::StakeholderComparison& one, std::size_t other) {
  const Lang lang = page.lang();
  TextTable table({0, 4});
  table.row(table_head(pick(one.label, lang), lang));
  std::string same;
  std::size_t rows = 0;
  for (const auto& [figure, aim, where] : one.figures) {
    const auto& difference = figure.differences[other];
    if (!difference || !figure.key.municipality.empty()) continue;
    const std::string& label = pick(figure.key.label, lang);
    if (difference->identical) {
      same += (same.empty() ? "" : "; ") + in_sentence(label);
      continue;
    }
    ++rows;
    auto cells = figure_cells(figure, other, cut_columns(label, widest_label), lang);
    cells.push_back(dressed(page, care::effect_of(*difference, aim)));
    table.row(std::move(cells));
  }
  page.line();
  if (rows > 0) {
    page.table(table);
  } else {
    page.line("  " + page.faint(pick(one.label, lang)));
  }
  if (!same.empty()) {
    page.paragraph(say(lang, "compare.same_figures", {{"figures", same}}), 2);
  }
}

void alternative(Page& page, const care::Comparison& comparison, std::size_t other) {
  const Lang lang = page.lang();
  page.line();
  page.line(page.bold(say(lang, "compare.alternative",
                          {{"number", std::to_string(other + 1)},
                           {"name", side_name(comparison.others[other], lang)}})));
  for (const std::string& sentence : comparison_answer(comparison, other, lang)) {
    page.paragraph(sentence, 2);
  }
  const care::Tally& tally = comparison.tallies[other];
  if (tally.identical == tally.compared) return;
  measures(page, comparison, other);
  page.heading("compare.stakeholders");
  for (const auto& one : comparison.stakeholders) stakeholder(page, one, other);
}

}  // namespace

std::string comparison_summary(const care::Comparison& comparison,
                               const ComparisonTerminal& options) {
  Page page(options.lang, options.colour);
  head(page, comparison);
  for (std::size_t i = 0; i < comparison.others.size(); ++i) alternative(page, comparison, i);
  page.line();
  page.paragraph(comparison_note(comparison, options.lang), 0);
  if (!options.files.empty()) {
    page.heading("terminal.files");
    std::string names;
    for (const std::string& file : options.files) names += (names.empty() ? "" : " ") + file;
    page.paragraph(names, 2);
  }
  page.line();
  page.line(page.bold(std::string(say(options.lang, "terminal.reproduce")) + ":"));
  page.line("  " + options.reproduce);
  return page.finish();
}

}  // namespace viz
