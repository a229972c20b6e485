// SPDX-License-Identifier: Apache-2.0
// The risk of shortage as tables.

#include <algorithm>
#include <cmath>

#include "viz/figure_tables.hpp"
#include "viz/table_parts.hpp"
#include "viz/views.hpp"
#include "words/catalog.hpp"

namespace viz {
namespace {

using care::MetricEstimate;
using Type = Column::Type;
using On = Column::On;

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

/// The roles that are columns, "any" last; it says nothing new of one role.
std::vector<std::string> role_columns(const scenarios::Scenario& scenario,
                                      const care::Results& results,
                                      const std::vector<std::string>& municipalities) {
  auto roles = staffed_roles(scenario, results);
  const bool has_any = std::ranges::any_of(municipalities, [&](const std::string& one) {
    return chance_of(results, one, any_role) != nullptr;
  });
  if (has_any && roles.size() > 1) roles.emplace_back(any_role);
  return roles;
}

void add_risk_columns(TableBuilder& table, const scenarios::Scenario& scenario,
                      const std::vector<std::string>& roles) {
  table.column("municipality", "col.municipality", Type::Text).widest = 20;
  for (const std::string& role : roles) {
    if (role == any_role) {
      table.column("any_role", "col.any_role", Type::Chance).on = On::Page;
    } else {
      table.column(role, role_label(scenario, role), Type::Chance);
    }
  }
  table.column("worst_week", "col.worst_week", Type::Integer).on = On::Terminal;
  table.column("first_week", "col.first_week", Type::Integer).on = On::Terminal;
}

}  // namespace

Table risk_table(const scenarios::Scenario& scenario, const care::Results& results) {
  TableBuilder table("risk", "risk.table_caption");
  const auto municipalities = staffed_municipalities(scenario, results);
  const auto roles = role_columns(scenario, results, municipalities);
  add_risk_columns(table, scenario, roles);
  const auto risks = risk_rows(scenario, results);
  if (risks.empty()) return std::move(table).finish();
  const auto add = [&](words::Text label, std::string_view municipality, Cell worst, Cell first) {
    std::vector<Cell> cells{std::move(label)};
    for (const auto& role : roles) {
      cells.emplace_back(Estimate{chance_of(results, municipality, role)});
    }
    cells.push_back(std::move(worst));
    cells.push_back(std::move(first));
    table.row(cells);
  };
  for (const std::string& municipality : municipalities) {
    const RiskRow* const highest = highest_risk(risks, municipality);
    add(municipality_label(scenario, municipality), municipality,
        highest == nullptr ? Cell(Missing{}) : worst_week(*highest),
        highest == nullptr ? Cell(Missing{}) : first_week(*highest));
  }
  // Weeks belong to one team.
  if (municipalities.size() > 1) add(words::say("row.anywhere"), "", Missing{}, Missing{});
  return std::move(table).finish();
}

Table risk_detail_table(const scenarios::Scenario& scenario, const care::Results& results) {
  TableBuilder table("risk_detail", "risk.detail_caption");
  table.column("municipality", "col.municipality", Type::Text);
  table.column("role", "col.role", Type::Text);
  table.column("chance", "col.chance", Type::Estimate);
  table.column("chance_interval", "col.interval", Type::Interval);
  table.column("weeks", "col.weeks", Type::Estimate);
  table.column("depth", "col.depth", Type::Estimate);
  table.column("first_week", "col.first_week_median", Type::Integer);
  table.column("worst_week", "col.worst_week", Type::Integer);
  table.column("recovery", "col.recovery", Type::Estimate);
  for (const RiskRow& row : risk_rows(scenario, results)) {
    table.row({municipality_label(scenario, row.municipality), role_label(scenario, row.role),
               Estimate{row.any}, Estimate{row.weeks}, Estimate{row.depth}, first_week(row),
               worst_week(row), Estimate{row.recovery}});
  }
  return std::move(table).finish();
}

}  // namespace viz
