// SPDX-License-Identifier: Apache-2.0
// Figures of teams beside the ranges in which somebody who knows them would expect them: a table to
// check line by line, and a line that says how it went.

#include "experiments/plausible.hpp"

#include <algorithm>

#include "scenarios/origin.hpp"
#include "viz/figure_tables.hpp"
#include "viz/table_parts.hpp"
#include "viz/views.hpp"
#include "words/catalog.hpp"

namespace viz {
namespace {

using care::Plausibility;
using care::PlausibleRow;
using Type = Column::Type;
using On = Column::On;

Verdict plausible_verdict(Plausibility verdict) {
  using Is = Verdict::Is;
  switch (verdict) {
    case Plausibility::Within:
      return {Is::Good, words::say("plausible.within")};
    case Plausibility::Outside:
      return {Is::Bad, words::say("plausible.outside")};
    case Plausibility::Unclear:
      return {Is::Neutral, words::say("plausible.unclear")};
    case Plausibility::NoValue:
      break;
  }
  return {Is::Neutral, words::say("plausible.no_value")};
}

/// "Nurse. Day, weekdays: visits each": whose figure, in brief.
words::Text whose_figure(const scenarios::Scenario& scenario, const care::Key& key) {
  return in_both([&](Lang lang) {
    std::string text = role_name(scenario, key.role, lang);
    if (!key.shift.empty()) text += ". " + shift_name(scenario, {key.shift, key.day_type}, lang);
    return text + ": " + std::string(say(lang, "recognised." + key.quantity));
  });
}

words::Text brief_grade(const std::string& grade) {
  return grade == "assumption" ? words::say("plausible.assumed") : scenarios::grade_text(grade);
}

std::size_t rows_with(const care::Results& results, Plausibility verdict) {
  return static_cast<std::size_t>(
      std::ranges::count(results.plausible, verdict, &PlausibleRow::verdict));
}

}  // namespace

Table plausible_table(const scenarios::Scenario& scenario, const care::Results& results) {
  TableBuilder table("plausible", "plausible.caption");
  table.column("municipality", "col.municipality", Type::Text).widest = 10;
  auto& brief = table.column("whose", "col.figure", Type::Text);
  brief.on = On::Terminal;
  brief.widest = 18;
  table.column("role", "col.role", Type::Text).on = On::Page;
  table.column("figure", "col.figure", Type::Text).on = On::Page;
  auto& estimate = table.column("estimate", "col.estimate", Type::Estimate);
  estimate.has_unit = false;
  estimate.with_interval = true;
  table.column("interval", "col.interval", Type::Interval).on = On::Page;
  table.column("unit", "column.unit", Type::Text).on = On::Page;
  table.column("expected", "col.range", Type::Range);
  table.column("brief_grade", "col.grade", Type::Text).on = On::Terminal;
  table.column("grade", "col.grade", Type::Text).on = On::Page;
  table.column("source", "col.source", Type::Text).on = On::Page;
  table.column("verdict", "col.verdict", Type::Verdict);
  for (const PlausibleRow& row : results.plausible) {
    const care::Key& key = row.estimate.key;
    table
        .row({key.municipality.empty() ? words::verbatim("–")
                                       : municipality_label(scenario, key.municipality),
              whose_figure(scenario, key), role_label(scenario, key.role), &key.label,
              Estimate{&row.estimate}, &key.unit, Range{row.low, row.high}, brief_grade(row.grade),
              scenarios::grade_text(row.grade), &row.source, plausible_verdict(row.verdict)})
        .is_urgent = row.verdict == Plausibility::Outside;
  }
  return std::move(table).finish();
}

std::string plausible_line(const scenarios::Scenario& scenario, const care::Results& results,
                           Lang lang) {
  if (results.plausible.empty()) return {};
  std::string text = say(lang, "plausible.counts",
                         {{"outside", rows_with(results, Plausibility::Outside)},
                          {"n", results.plausible.size()},
                          {"unclear", rows_with(results, Plausibility::Unclear)},
                          {"none", rows_with(results, Plausibility::NoValue)}});
  const PlausibleRow* worst = nullptr;
  for (const PlausibleRow& row : results.plausible) {
    if (row.verdict != Plausibility::Outside) continue;
    if (worst == nullptr || care::beyond(row) > care::beyond(*worst)) worst = &row;
  }
  if (worst == nullptr) return text;
  const care::Key& key = worst->estimate.key;
  return text + " " +
         say(lang, "plausible.worst",
             {{"municipality", municipality_name(scenario, key.municipality, lang)},
              {"whose", pick(whose_figure(scenario, key), lang)},
              {"figure", figure(worst->estimate, lang)},
              {"range", range(bound_text(worst->low, lang), bound_text(worst->high, lang), lang)}});
}

}  // namespace viz
