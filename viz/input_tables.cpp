// SPDX-License-Identifier: Apache-2.0
#include "viz/input_tables.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <string>

#include "scenarios/origin.hpp"
#include "viz/format.hpp"
#include "viz/table_parts.hpp"
#include "words/catalog.hpp"

namespace viz {
namespace {

using Type = Column::Type;
using words::Text;

Text period(const scenarios::Horizon& horizon) {
  const auto first = horizon.measured_from();
  const auto last = horizon.end() - std::chrono::days{1};
  const double days = sim::days(horizon.length());
  return in_both([&](Lang lang) {
    return say(lang, "method.period_text",
               {{"from", long_date(first, lang)},
                {"to", long_date(last, lang)},
                {"days", number(days, days == std::floor(days) ? 0 : 1, lang)}});
  });
}

Text start_state(const scenarios::Scenario& scenario) {
  Text text =
      words::say(scenario.initial.is_empty() ? "method.empty_start" : "method.census_start");
  if (scenario.horizon.warm_up_days == 0) return text;
  return text + words::say("method.warm_up", {{"days", scenario.horizon.warm_up_days}});
}

}  // namespace

Text part_label(std::string_view part) {
  static constexpr std::string_view known[] = {"settings", "arrivals",   "care",     "moves",
                                               "initial",  "population", "measures", "targets",
                                               "horizon",  "plausible"};
  const bool has_words = std::ranges::find(known, part) != std::end(known);
  return has_words ? words::say("part." + std::string(part)) : words::verbatim(part);
}

Table assumptions_table(const Assumptions& inputs, std::string_view part) {
  TableBuilder table("assumptions", part_label(part));
  table.column("input", "col.input", Type::Text);
  table.column("pointer", "col.pointer", Type::Text).below = true;
  table.column("value", "col.value", Type::Text);
  table.column("range", "col.range", Type::Text);
  table.column("grade", "col.grade", Type::Text);
  table.column("source", "col.source", Type::Text);
  table.column("note", "col.note", Type::Text).below = true;
  for (const Assumption& row : inputs.stated) {
    if (row.part != part) continue;
    table.row({&row.name, row.pointer, &row.value, &row.range, scenarios::grade_text(row.grade),
               &row.source, &row.note});
  }
  return std::move(table).finish();
}

Table method_table(const scenarios::Scenario& scenario, const care::RunIdentity& run) {
  TableBuilder table("method", "method.caption");
  table.column("what", "col.fact", Type::Text);
  table.column("value", "col.value", Type::Text);
  table.column("hash", "col.hash", Type::Text).below = true;
  const auto add = [&](std::string_view key, Cell value, Cell hash = std::string_view{}) {
    table.row({words::say(key), std::move(value), std::move(hash)});
  };
  add("method.scenario", run.scenario_file, run.scenario_hash);
  add("method.period", period(scenario.horizon));
  add("method.start", start_state(scenario));
  add("method.replications", whole(run.replications));
  add("method.seed", std::to_string(run.seed));
  add("method.version", run.version);
  return std::move(table).finish();
}

}  // namespace viz
