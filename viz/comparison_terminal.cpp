// SPDX-License-Identifier: Apache-2.0
// The summary of a comparison for a terminal.

#include "viz/changed_hands.hpp"
#include "viz/comparison_tables.hpp"
#include "viz/comparison_views.hpp"
#include "viz/format.hpp"
#include "viz/table_terminal.hpp"
#include "viz/terminal_page.hpp"

namespace viz {
namespace {

constexpr std::size_t most_hands = 12;
constexpr std::size_t most_measures = 8;
constexpr std::size_t most_shifts = 10;

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

void section(Page& page, std::string_view heading, const Table& table, std::size_t most) {
  const auto shown = terminal_table(page, table, most);
  if (shown.rows == 0) return;
  page.heading(heading);
  page.table(shown.text);
  page.more("compare.more", shown.left_out);
}

/// The figures of one stakeholder that differ; what does not, on one line below them.
void stakeholder(Page& page, const care::Comparison& comparison,
                 const care::StakeholderComparison& one, std::size_t other) {
  Table table = changed_figures_table(comparison, one, Extent::Whole, other);
  table.columns.front().label = one.label;  // saves a line for each stakeholder
  const auto shown = terminal_table(page, table, every_row);
  page.line();
  if (shown.rows > 0) {
    page.table(shown.text);
  } else {
    page.line("  " + page.faint(pick(one.label, page.lang())));
  }
  page.paragraph(unchanged_sentence(one, other, page.lang()), 2);
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
  for (const std::string& sentence : comparison_remarks(comparison, other, lang)) {
    page.paragraph(sentence, 2);
  }
  if (equals_base(comparison, other)) return;
  section(page, "compare.hands", changed_hands_table(comparison, other), most_hands);
  section(page, "terminal.measures", changed_measures_table(comparison, other), most_measures);
  section(page, "compare.shifts", changed_shifts_table(comparison, other), most_shifts);
  page.heading("compare.stakeholders");
  for (const auto& one : comparison.stakeholders) stakeholder(page, comparison, one, other);
  page.line();
  page.paragraph(money_note(comparison, other, lang), 2);
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
