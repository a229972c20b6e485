// SPDX-License-Identifier: Apache-2.0
#include "viz/figure_tables.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "models/measure/figure_text.hpp"
#include "viz/table_parts.hpp"
#include "viz/views.hpp"
#include "words/catalog.hpp"

namespace viz {
namespace {

using care::MetricEstimate;
using Type = Column::Type;
using On = Column::On;
using words::Text;

/// The places of a setting, smallest and largest over the calendar.
Range places_of(const scenarios::Calendar& capacity) {
  Range places{capacity.normal, capacity.normal};
  for (const scenarios::CalendarRule& rule : capacity.changes) {
    const double value = rule.value ? *rule.value : capacity.normal * rule.factor.value_or(1);
    places.low = std::min(places.low, value);
    places.high = std::max(places.high, value);
  }
  return {std::round(places.low), std::round(places.high)};
}

void add_places_columns(TableBuilder& table, const scenarios::Scenario& scenario) {
  table.column("setting", "col.setting", Type::Text).widest = 24;
  table.column("capacity", "col.capacity", Type::Range);
  Column& present = table.column("present", "col.present", Type::Estimate);
  present.has_unit = false;
  present.with_interval = true;
  table.column("present_interval", "col.interval", Type::Interval).on = On::Page;
  table.column("present_spread", spread_heading(scenario), Type::Spread).on = On::Page;
  table.column("utilisation", "col.utilisation", Type::Estimate);
  Column& ready = table.column("ready", "col.ready", Type::Estimate);
  ready.has_unit = false;
  ready.least = 0.05;
  table.column("queue", "col.queue", Type::Estimate).least = 0.05;
  table.column("wait", "col.wait", Type::Estimate).least = std::numeric_limits<double>::min();
  table.column("wait_all", "col.wait_all", Type::Estimate).on = On::Page;
  table.column("still_waiting", "col.still_waiting", Type::Estimate).least = 0.05;
  table.column("still_waited", "col.still_waited", Type::Estimate).on = On::Page;
  table.column("entries", "col.entries", Type::Estimate).on = On::Page;
}

}  // namespace

Table places_table(const scenarios::Scenario& scenario, const care::Results& results) {
  TableBuilder table("places", "places.caption");
  add_places_columns(table, scenario);
  for (const PlaceRow& row : place_rows(scenario, results, Lang::En)) {
    const auto* setting = find_named(scenario.settings, row.id);
    const bool limited = !row.capacity.empty();
    table.row({setting_label(scenario, row.id), places_of(setting->capacity), Estimate{row.present},
               Estimate{limited ? row.utilisation : nullptr}, Estimate{row.ready},
               Estimate{row.queue, 1}, Estimate{row.wait}, Estimate{row.wait_all},
               Estimate{row.still_waiting, 1}, Estimate{row.still_waited},
               Estimate{row.entries, 1}});
  }
  return std::move(table).finish();
}

Table ready_causes_table(const scenarios::Scenario& scenario, const care::Results& results) {
  TableBuilder table("ready_causes", "ready_causes.caption");
  table.column("setting", "col.setting", Type::Text).widest = 24;
  table.column("cause", "col.cause", Type::Text).widest = 40;
  table.column("days", "col.days", Type::Estimate).has_unit = false;
  table.column("interval", "col.interval", Type::Interval);
  std::vector<const MetricEstimate*> causes;
  for (const MetricEstimate& metric : results.metrics) {
    if (is(metric.key, figures::ready_days_by_cause)) causes.push_back(&metric);
  }
  std::ranges::stable_sort(causes, std::greater{}, &MetricEstimate::mean);
  for (const MetricEstimate* const cause : causes) {
    table.row({setting_label(scenario, cause->key.setting),
               care::name_of_cause(scenario, cause->key.cause), Estimate{cause}});
  }
  return std::move(table).finish();
}

Table moments_table(const scenarios::Scenario& scenario, const care::Results& results) {
  TableBuilder table("states", "states.caption");
  table.column("time", "column.time", Type::Text);
  table.column("setting", "col.setting", Type::Text).widest = 24;
  for (const std::string_view name : scenarios::names_of<scenarios::Level>) {
    const auto id = std::string(name);
    Column& number = table.column(id, "state." + id, Type::Estimate);
    number.has_unit = false;
    number.with_interval = true;
    table.column(id + "_interval", "col.interval", Type::Interval).on = On::Page;
  }
  for (const care::StateRow& row : results.states) {
    std::vector<Cell> cells{row.time, setting_label(scenario, row.setting)};
    for (const MetricEstimate& number : row.numbers) cells.emplace_back(Estimate{&number, 1});
    table.row(cells);
  }
  return std::move(table).finish();
}

Table measures_table(const care::Results& results) {
  TableBuilder table("measures", "owners.caption");
  table.column("measure", "col.measure", Type::Text).widest = 48;
  table.column("estimate", "col.estimate", Type::Estimate);
  table.column("interval", "col.interval", Type::Interval);
  for (const MetricEstimate& metric : results.metrics) {
    if (!is_measure(metric.key) || !metric.key.municipality.empty()) continue;
    const bool is_target = std::ranges::any_of(results.targets, [&](const care::TargetRow& row) {
      return row.estimate.key.id == metric.key.id;
    });
    if (!is_target) table.row({&metric.key.label, Estimate{&metric}});
  }
  return std::move(table).finish();
}

Table targets_table(const care::Results& results) {
  TableBuilder table("targets", "target.caption");
  table.column("target", "col.target", Type::Text).widest = 44;
  table.column("estimate", "col.estimate", Type::Estimate);
  table.column("interval", "col.interval", Type::Interval);
  table.column("allowed", "col.allowed", Type::Range);
  table.column("verdict", "col.verdict", Type::Verdict);
  for (const care::TargetRow& row : results.targets) {
    const Verdict verdict{row.passed ? Verdict::Is::Good : Verdict::Is::Bad,
                          words::say(row.passed ? "target.passed" : "target.failed")};
    table.row({&row.label, Estimate{&row.estimate}, Range{row.low, row.high}, verdict}).is_urgent =
        !row.passed;
  }
  return std::move(table).finish();
}

namespace {

constexpr const care::Figure* staff_figures[] = {&figures::load,          &figures::visits_due,
                                                 &figures::visits_done,   &figures::visits_moved,
                                                 &figures::visits_handed, &figures::missed_urgent,
                                                 &figures::missed_share,  &figures::missed_other,
                                                 &figures::overtime,      &figures::agency};

/// The name of a quantity with its unit, where the number needs one.
Text quantity_heading(const care::Figure& figure, const MetricEstimate& metric) {
  return in_both([&](Lang lang) {
    const Display display = display_of(metric, lang);
    const bool says_unit = display.unit.ends_with("%") || figure.unit == care::Unit::Hours;
    if (!says_unit) return pick(metric.key.label, lang);
    const bool spaced = display.unit.starts_with("\u00A0");  // "%" is not, in English
    return pick(metric.key.label, lang) + (spaced ? "," : ",\u00A0") + display.unit;
  });
}

}  // namespace

Table staff_table(const scenarios::Scenario& scenario, const care::Results& results) {
  TableBuilder table("staff", "staff.caption");
  table.column("municipality", "col.municipality", Type::Text);
  table.column("role", "col.role", Type::Text);
  std::vector<const care::Figure*> used;
  for (const care::Figure* figure : staff_figures) {
    const auto metric = std::ranges::find_if(
        results.metrics, [&](const MetricEstimate& one) { return is(one.key, *figure); });
    if (metric == results.metrics.end()) continue;
    used.push_back(figure);
    table.column(figure->id, quantity_heading(*figure, *metric), Type::Estimate).has_unit = false;
  }
  if (used.empty()) return std::move(table).finish();
  for (const std::string& municipality : staffed_municipalities(scenario, results)) {
    for (const std::string& role : staffed_roles(scenario, results)) {
      std::vector<Cell> cells{municipality_label(scenario, municipality),
                              role_label(scenario, role)};
      for (const care::Figure* figure : used) {
        cells.emplace_back(Estimate{find_figure(results, *figure, {{}, municipality, role})});
      }
      table.row(cells);
    }
  }
  return std::move(table).finish();
}

Table exits_table(const scenarios::Scenario& scenario, const care::Results& results) {
  TableBuilder table("exits", "exits.caption");
  table.column("exit", "col.exit", Type::Text);
  table.column("persons", "col.persons", Type::Estimate).has_unit = false;
  table.column("interval", "col.interval", Type::Interval);
  table.column("spread", spread_heading(scenario), Type::Spread);
  for (const auto& exit : scenario.exits) {
    const auto* exits = find_figure(results, figures::exits, {exit.first, {}, {}});
    if (exits != nullptr) table.row({setting_label(scenario, exit.first), Estimate{exits}});
  }
  return std::move(table).finish();
}

Table owners_table(const scenarios::Scenario& scenario, const care::Results& results) {
  TableBuilder table("owners", "owners.caption");
  table.column("figure", "col.figure", Type::Text);
  table.column("estimate", "col.estimate", Type::Estimate);
  table.column("interval", "col.interval", Type::Interval);
  table.column("spread", spread_heading(scenario), Type::Spread);
  for (const MetricEstimate& metric : results.metrics) {
    const care::Key& key = metric.key;
    if (!is_in(key, care::Group::Responsibility) || !key.municipality.empty()) continue;
    Text label = in_both([&](Lang lang) {
      const std::string& name = pick(key.label, lang);
      if (key.role.empty()) return name;
      return name + ", " + in_sentence(role_name(scenario, key.role, lang));
    });
    table.row({std::move(label), Estimate{&metric}});
  }
  return std::move(table).finish();
}

namespace {

Verdict verdict_of(const care::AuditItem& item) {
  using Is = Verdict::Is;
  switch (item.verdict) {
    case care::AuditItem::Verdict::Violated:
      return {Is::Bad, words::say("audit.violated")};
    case care::AuditItem::Verdict::Note:
      return {Is::Neutral, words::say("audit.note")};
    case care::AuditItem::Verdict::Passed:
      break;
  }
  return {Is::Good, words::say("audit.passed")};
}

}  // namespace

Table audit_table(const care::Results& results) {
  TableBuilder table("audit", "audit.caption");
  table.column("check", "col.check", Type::Text);
  table.column("verdict", "col.verdict", Type::Verdict);
  table.column("detail", "col.detail", Type::Text);
  for (const care::AuditItem& item : results.audit) {
    table.row({&item.label, verdict_of(item), &item.detail});
  }
  return std::move(table).finish();
}

}  // namespace viz
