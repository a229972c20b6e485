// SPDX-License-Identifier: Apache-2.0
#include "viz/figure_tables.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
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

/// A name that a function gives in one language at a time.
template <class Naming>
Text in_both(Naming naming) {
  return {naming(Lang::Sv), naming(Lang::En)};
}

Text setting_label(const scenarios::Scenario& scenario, std::string_view id) {
  return in_both([&](Lang lang) { return setting_name(scenario, id, lang); });
}
Text municipality_label(const scenarios::Scenario& scenario, std::string_view id) {
  return in_both([&](Lang lang) { return municipality_name(scenario, id, lang); });
}
Text role_label(const scenarios::Scenario& scenario, std::string_view id) {
  return in_both([&](Lang lang) { return role_name(scenario, id, lang); });
}

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

}  // namespace

words::Text spread_heading(const scenarios::Scenario& scenario) {
  const bool years = scenario.horizon.days >= 300;
  Text text = words::say(years ? "spread.nine_years" : "spread.nine_runs");
  for (std::string* one : {&text.sv, &text.en}) {
    char& first = one->front();
    if (first >= 'a' && first <= 'z') first = static_cast<char>(first - 'a' + 'A');
  }
  return text;
}

Table places_table(const scenarios::Scenario& scenario, const care::Results& results) {
  Table table{"places", words::say("places.caption"), {}, {}};
  ColumnList columns(table);
  columns.add("setting", "col.setting", Type::Text).widest = 24;
  columns.add("capacity", "col.capacity", Type::Range);
  Column& present = columns.add("present", "col.present", Type::Estimate);
  present.has_unit = false;
  present.with_interval = true;
  columns.add("present_interval", "col.interval", Type::Interval).on = On::Page;
  columns.add("present_spread", spread_heading(scenario), Type::Spread).on = On::Page;
  columns.add("utilisation", "col.utilisation", Type::Estimate);
  Column& ready = columns.add("ready", "col.ready", Type::Estimate);
  ready.has_unit = false;
  ready.least = 0.05;
  columns.add("queue", "col.queue", Type::Estimate).least = 0.05;
  columns.add("wait", "col.wait", Type::Estimate).least = std::numeric_limits<double>::min();
  columns.add("entries", "col.entries", Type::Estimate).on = On::Page;
  std::vector<Row> rows;
  for (const PlaceRow& row : place_rows(scenario, results, Lang::En)) {
    const auto* setting = find_named(scenario.settings, row.id);
    const bool limited = !row.capacity.empty();
    rows.push_back({{setting_label(scenario, row.id), places_of(setting->capacity),
                     Estimate{row.present}, Estimate{row.present}, Estimate{row.present},
                     Estimate{limited ? row.utilisation : nullptr}, Estimate{row.ready},
                     Estimate{row.queue, 1}, Estimate{row.wait}, Estimate{row.entries, 1}}});
  }
  table.each_row = rows_of(std::move(rows));
  return table;
}

namespace {

const MetricEstimate* chance_of(const care::Results& results, std::string_view municipality,
                                std::string_view role) {
  return find_figure(results, figures::any, {{}, municipality, role});
}

Cell first_week(const RiskRow& row) {
  if (row.first_week == nullptr || row.first_week->n == 0) return Missing{};
  return whole(std::lround(row.first_week->p50.value_or(row.first_week->mean)));
}

Cell worst_week(const RiskRow& row) {
  return row.worst_week ? whole(*row.worst_week) : Cell(Missing{});
}

/// The role of a municipality that runs the highest risk, or nullptr.
const RiskRow* highest_risk(const std::vector<RiskRow>& rows, std::string_view municipality) {
  const RiskRow* highest = nullptr;
  for (const RiskRow& row : rows) {
    if (row.municipality != municipality) continue;
    if (highest == nullptr || row.any->mean > highest->any->mean) highest = &row;
  }
  return highest;
}

}  // namespace

Table risk_table(const scenarios::Scenario& scenario, const care::Results& results) {
  Table table{"risk", words::say("risk.table_caption"), {}, {}};
  const auto municipalities = staffed_municipalities(scenario, results);
  auto roles = staffed_roles(scenario, results);
  ColumnList columns(table);
  columns.add("municipality", "col.municipality", Type::Text).widest = 20;
  for (const std::string& role : roles) {
    columns.add(role, role_label(scenario, role), Type::Chance).widest = 18;
  }
  const bool any_column = std::ranges::any_of(municipalities, [&](const std::string& one) {
    return chance_of(results, one, any_role) != nullptr;
  });
  if (any_column && roles.size() > 1) {
    columns.add("any_role", "col.any_role", Type::Chance).on = On::Page;
    roles.emplace_back(any_role);
  }
  columns.add("worst_week", "col.worst_week", Type::Integer).on = On::Terminal;
  columns.add("first_week", "col.first_week", Type::Integer).on = On::Terminal;
  const auto risks = risk_rows(scenario, results);
  std::vector<Row> rows;
  for (const std::string& municipality : municipalities) {
    Row row{{municipality_label(scenario, municipality)}};
    for (const auto& role : roles)
      row.cells.emplace_back(Estimate{chance_of(results, municipality, role)});
    const RiskRow* const highest = highest_risk(risks, municipality);
    row.cells.push_back(highest == nullptr ? Cell(Missing{}) : worst_week(*highest));
    row.cells.push_back(highest == nullptr ? Cell(Missing{}) : first_week(*highest));
    rows.push_back(std::move(row));
  }
  if (municipalities.size() > 1) {
    Row row{{words::say("row.anywhere")}};
    for (const auto& role : roles) row.cells.emplace_back(Estimate{chance_of(results, "", role)});
    row.cells.insert(row.cells.end(), {Missing{}, Missing{}});  // weeks belong to one team
    rows.push_back(std::move(row));
  }
  if (risks.empty()) rows.clear();
  table.each_row = rows_of(std::move(rows));
  return table;
}

Table risk_detail_table(const scenarios::Scenario& scenario, const care::Results& results) {
  Table table{"risk_detail", words::say("risk.detail_caption"), {}, {}};
  ColumnList columns(table);
  columns.add("municipality", "col.municipality", Type::Text);
  columns.add("role", "col.role", Type::Text);
  columns.add("chance", "col.chance", Type::Estimate);
  columns.add("chance_interval", "col.interval", Type::Interval);
  columns.add("weeks", "col.weeks", Type::Estimate);
  columns.add("depth", "col.depth", Type::Estimate);
  columns.add("first_week", "col.first_week_median", Type::Integer);
  columns.add("worst_week", "col.worst_week", Type::Integer);
  columns.add("recovery", "col.recovery", Type::Estimate);
  std::vector<Row> rows;
  for (const RiskRow& row : risk_rows(scenario, results)) {
    rows.push_back({{municipality_label(scenario, row.municipality), role_label(scenario, row.role),
                     Estimate{row.any}, Estimate{row.any}, Estimate{row.weeks}, Estimate{row.depth},
                     first_week(row), worst_week(row), Estimate{row.recovery}}});
  }
  table.each_row = rows_of(std::move(rows));
  return table;
}

Table measures_table(const care::Results& results) {
  Table table{"measures", words::say("terminal.measures"), {}, {}};
  ColumnList columns(table);
  columns.add("measure", "col.measure", Type::Text).widest = 48;
  columns.add("estimate", "col.estimate", Type::Estimate);
  columns.add("interval", "col.interval", Type::Interval);
  std::vector<Row> rows;
  for (const MetricEstimate& metric : results.metrics) {
    if (!is_measure(metric.key) || !metric.key.municipality.empty()) continue;
    const bool is_target = std::ranges::any_of(results.targets, [&](const care::TargetRow& row) {
      return row.estimate.key.id == metric.key.id;
    });
    if (is_target) continue;
    rows.push_back({{&metric.key.label, Estimate{&metric}, Estimate{&metric}}});
  }
  table.each_row = rows_of(std::move(rows));
  return table;
}

Table targets_table(const care::Results& results) {
  Table table{"targets", words::say("target.caption"), {}, {}};
  ColumnList columns(table);
  columns.add("target", "col.target", Type::Text).widest = 44;
  columns.add("estimate", "col.estimate", Type::Estimate);
  columns.add("interval", "col.interval", Type::Interval);
  columns.add("allowed", "col.allowed", Type::Range);
  columns.add("verdict", "col.verdict", Type::Verdict);
  std::vector<Row> rows;
  for (const care::TargetRow& row : results.targets) {
    const Verdict verdict{row.passed ? Verdict::Is::Good : Verdict::Is::Bad,
                          words::say(row.passed ? "target.passed" : "target.failed")};
    rows.push_back({{&row.label, Estimate{&row.estimate}, Estimate{&row.estimate},
                     Range{row.low, row.high}, verdict},
                    false,
                    !row.passed});
  }
  table.each_row = rows_of(std::move(rows));
  return table;
}

namespace {

constexpr const care::Figure* staff_figures[] = {
    &figures::load,         &figures::visits_due,  &figures::visits_done,
    &figures::visits_moved, &figures::missed_must, &figures::missed_critical,
    &figures::missed_other, &figures::overtime,    &figures::agency};

/// The name of a quantity with its unit, where the number needs one.
Text quantity_heading(const care::Figure& figure, const MetricEstimate& metric) {
  return in_both([&](Lang lang) {
    const Display display = display_of(metric, lang);
    const bool says_unit = display.unit.ends_with("%") || figure.unit == care::Unit::Hours;
    return pick(metric.key.label, lang) + (says_unit ? "," + display.unit : "");
  });
}

}  // namespace

Table staff_table(const scenarios::Scenario& scenario, const care::Results& results) {
  Table table{"staff", words::say("staff.caption"), {}, {}};
  ColumnList columns(table);
  columns.add("municipality", "col.municipality", Type::Text);
  columns.add("role", "col.role", Type::Text);
  std::vector<const care::Figure*> used;
  for (const care::Figure* figure : staff_figures) {
    const auto metric = std::ranges::find_if(
        results.metrics, [&](const MetricEstimate& one) { return is(one.key, *figure); });
    if (metric == results.metrics.end()) continue;
    used.push_back(figure);
    columns.add(figure->id, quantity_heading(*figure, *metric), Type::Estimate).has_unit = false;
  }
  std::vector<Row> rows;
  for (const std::string& municipality : staffed_municipalities(scenario, results)) {
    for (const std::string& role : staffed_roles(scenario, results)) {
      Row row{{municipality_label(scenario, municipality), role_label(scenario, role)}};
      for (const care::Figure* figure : used) {
        const Where where{{}, municipality, role};
        row.cells.emplace_back(Estimate{find_figure(results, *figure, where)});
      }
      rows.push_back(std::move(row));
    }
  }
  if (used.empty()) rows.clear();
  table.each_row = rows_of(std::move(rows));
  return table;
}

Table exits_table(const scenarios::Scenario& scenario, const care::Results& results) {
  Table table{"exits", words::say("exits.caption"), {}, {}};
  ColumnList columns(table);
  columns.add("exit", "col.exit", Type::Text);
  columns.add("persons", "col.persons", Type::Estimate).has_unit = false;
  columns.add("interval", "col.interval", Type::Interval);
  columns.add("spread", spread_heading(scenario), Type::Spread);
  std::vector<Row> rows;
  for (const auto& exit : scenario.exits) {
    const auto* exits = find_figure(results, figures::exits, {exit.first, {}, {}});
    if (exits == nullptr) continue;
    rows.push_back(
        {{setting_label(scenario, exit.first), Estimate{exits}, Estimate{exits}, Estimate{exits}}});
  }
  table.each_row = rows_of(std::move(rows));
  return table;
}

Table owners_table(const scenarios::Scenario& scenario, const care::Results& results) {
  Table table{"owners", words::say("owners.caption"), {}, {}};
  ColumnList columns(table);
  columns.add("figure", "col.figure", Type::Text);
  columns.add("estimate", "col.estimate", Type::Estimate);
  columns.add("interval", "col.interval", Type::Interval);
  columns.add("spread", spread_heading(scenario), Type::Spread);
  std::vector<Row> rows;
  for (const MetricEstimate& metric : results.metrics) {
    const care::Key& key = metric.key;
    if (!is_in(key, care::Group::Responsibility) || !key.municipality.empty()) continue;
    Text label = in_both([&](Lang lang) {
      const std::string& name = pick(key.label, lang);
      if (key.role.empty()) return name;
      return name + ", " + in_sentence(role_name(scenario, key.role, lang));
    });
    rows.push_back({{std::move(label), Estimate{&metric}, Estimate{&metric}, Estimate{&metric}}});
  }
  table.each_row = rows_of(std::move(rows));
  return table;
}

namespace {

/// What one principal provided, by unit, and what it cost.
struct Account {
  std::string principal;
  Text label;
  double days = 0, hours = 0, kronor = 0;
};

std::vector<Account> accounts(const care::Results& results) {
  std::vector<Account> out;
  for (const care::LedgerRow& row : results.ledger) {
    auto account = std::ranges::find(out, row.principal, &Account::principal);
    if (account == out.end()) {
      out.push_back({row.principal, row.principal_label, 0, 0, 0});
      account = std::prev(out.end());
    }
    const bool hours = care::is_unit(row.unit, care::Unit::Hours);
    (hours ? account->hours : account->days) += row.quantity.mean;
    account->kronor += row.kronor.mean;
  }
  // Not of std::ranges: Clang 14 cannot make the subrange that it returns.
  std::stable_partition(out.begin(), out.end(),
                        [](const Account& account) { return account.principal != "total"; });
  return out;
}

Text account_label(const scenarios::Scenario& scenario, const Account& account) {
  if (!pick(account.label, Lang::En).empty()) return account.label;
  if (account.principal == "total") return words::say("ledger.total");
  return municipality_label(scenario, account.principal);
}

}  // namespace

Table accounts_table(const scenarios::Scenario& scenario, const care::Results& results) {
  Table table{"accounts", words::say("ledger.caption"), {}, {}};
  ColumnList columns(table);
  columns.add("principal", "col.principal", Type::Text);
  columns.add("days", "col.days", Type::Number).decimals = 0;
  columns.add("hours", "col.hours", Type::Number).decimals = 0;
  columns.add("million", "col.million", Type::Number).decimals = 1;
  const auto amount = [](double value) { return value > 0 ? Cell(value) : Cell(Missing{}); };
  std::vector<Row> rows;
  for (const Account& account : accounts(results)) {
    rows.push_back({{account_label(scenario, account), amount(account.days), amount(account.hours),
                     account.kronor / 1e6},
                    account.principal == "total"});
  }
  table.each_row = rows_of(std::move(rows));
  return table;
}

Table provided_table(const care::Results& results) {
  Table table{"provided", words::say("ledger.rows_caption"), {}, {}};
  ColumnList columns(table);
  columns.add("principal", "col.principal", Type::Text);
  columns.add("item", "col.item", Type::Text);
  columns.add("quantity", "col.quantity", Type::Estimate);
  columns.add("unit", "col.unit", Type::Text);
  columns.add("quantity_interval", "col.interval", Type::Interval);
  columns.add("million", "col.million", Type::Estimate);
  columns.add("million_interval", "col.interval", Type::Interval);
  table.each_row = [&results](const Table::Put& put) {
    for (const care::LedgerRow& row : results.ledger) {
      const bool unnamed = pick(row.principal_label, Lang::En).empty();
      const Estimate quantity{&row.quantity, 0};
      const Estimate million{&row.kronor, 2, 1e-6};
      put({{unnamed ? Cell(std::string_view(row.principal)) : Cell(&row.principal_label),
            &row.item_label, quantity, &row.unit, quantity, million, million}});
    }
  };
  return table;
}

Table audit_table(const care::Results& results) {
  Table table{"audit", words::say("audit.caption"), {}, {}};
  ColumnList columns(table);
  columns.add("check", "col.check", Type::Text);
  columns.add("verdict", "col.verdict", Type::Verdict);
  columns.add("detail", "col.detail", Type::Text);
  table.each_row = [&results](const Table::Put& put) {
    for (const care::AuditItem& one : results.audit) {
      using Is = Verdict::Is;
      Verdict verdict{Is::Good, words::say("audit.passed")};
      if (one.verdict == care::AuditItem::Verdict::Violated) {
        verdict = {Is::Bad, words::say("audit.violated")};
      } else if (one.verdict == care::AuditItem::Verdict::Note) {
        verdict = {Is::Neutral, words::say("audit.note")};
      }
      put({{&one.label, verdict, &one.detail}});
    }
  };
  return table;
}

}  // namespace viz
