// SPDX-License-Identifier: Apache-2.0
// The risk of shortage as tables.

#include <algorithm>
#include <cmath>
#include <functional>

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
  // Of a role whose visits can all wait there is no such risk.
  std::erase_if(roles, [&](const std::string& role) {
    return std::ranges::none_of(municipalities, [&](const std::string& one) {
      return chance_of(results, one, role) != nullptr;
    });
  });
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
  table.column("missed", "col.season_missed", Type::Estimate);
  table.column("depth", "col.depth", Type::Estimate);
  table.column("first_week", "col.first_week_median", Type::Integer);
  table.column("worst_week", "col.worst_week", Type::Integer);
  table.column("recovery", "col.recovery", Type::Estimate);
  for (const RiskRow& row : risk_rows(scenario, results)) {
    table.row({municipality_label(scenario, row.municipality), role_label(scenario, row.role),
               Estimate{row.any}, Estimate{row.weeks}, Estimate{row.missed}, Estimate{row.depth},
               first_week(row), worst_week(row), Estimate{row.recovery}});
  }
  return std::move(table).finish();
}

Table tight_table(const scenarios::Scenario& scenario, const care::Results& results) {
  TableBuilder table("tight", "tight.caption");
  table.column("municipality", "col.municipality", Type::Text).widest = 20;
  const auto municipalities = staffed_municipalities(scenario, results);
  const auto roles = staffed_roles(scenario, results);
  for (const std::string& role : roles) {
    auto& column = table.column(role, role_label(scenario, role), Type::Estimate);
    column.has_unit = false;
    column.with_interval = true;
    auto& below = table.column(role + "_interval", "col.interval", Type::Interval);
    below.below = true;
    below.on = On::Page;
  }
  for (const std::string& municipality : municipalities) {
    std::vector<Cell> cells{municipality_label(scenario, municipality)};
    bool any = false;
    for (const std::string& role : roles) {
      const auto* weeks = find_figure(results, figures::tight_weeks, {{}, municipality, role});
      any = any || weeks != nullptr;
      cells.emplace_back(Estimate{weeks});
    }
    if (any) table.row(cells);
  }
  return std::move(table).finish();
}

namespace {

/// The highest chance of a team over kinds of shift; -1 without any.
double highest_chance(const care::Results& results, const Where& where,
                      const std::vector<ShiftKind>& kinds) {
  double highest = -1;
  for (const ShiftKind& kind : kinds) {
    const auto* chance = find_figure(results, figures::any, where, kind);
    if (chance != nullptr) highest = std::max(highest, chance->mean);
  }
  return highest;
}

/// The third highest of them among municipalities: so many are shown where there is little room.
double third_highest(const scenarios::Scenario& scenario, const care::Results& results,
                     const std::string& role, const std::vector<ShiftKind>& kinds) {
  std::vector<double> all;
  for (const std::string& municipality : staffed_municipalities(scenario, results)) {
    all.push_back(highest_chance(results, {{}, municipality, role}, kinds));
  }
  std::ranges::sort(all, std::greater{});
  return all.size() < 3 ? -1 : all[2];
}

}  // namespace

Table shift_risk_table(const scenarios::Scenario& scenario, const care::Results& results,
                       const std::string& role) {
  TableBuilder table("shift_risk",
                     words::say("shift.risk_caption", {{"role", role_label(scenario, role)}}));
  table.column("municipality", "col.municipality", Type::Text).widest = 20;
  const std::vector<ShiftKind> kinds = shift_kinds(results, role);
  for (const ShiftKind& kind : kinds) {
    table.column(kind.shift + "_" + kind.day_type,
                 in_both([&](Lang lang) { return shift_name(scenario, kind, lang); }),
                 Type::Chance);
  }
  const double urgent = third_highest(scenario, results, role, kinds);
  for (const std::string& municipality : staffed_municipalities(scenario, results)) {
    std::vector<Cell> cells{municipality_label(scenario, municipality)};
    for (const ShiftKind& kind : kinds) {
      cells.emplace_back(
          Estimate{find_figure(results, figures::any, {{}, municipality, role}, kind)});
    }
    const double highest = highest_chance(results, {{}, municipality, role}, kinds);
    if (highest >= 0) table.row(cells).is_urgent = highest >= urgent;
  }
  return std::move(table).finish();
}

namespace {

constexpr const care::Figure* shift_figures[] = {
    &figures::any,          &figures::season_missed, &figures::season_load,
    &figures::load,         &figures::visits_each,   &figures::missed_share,
    &figures::missed_other, &figures::overtime,      &figures::agency};

}  // namespace

Table shifts_table(const scenarios::Scenario& scenario, const care::Results& results) {
  TableBuilder table("shifts", "shift.caption");
  table.column("municipality", "col.municipality", Type::Text);
  table.column("role", "col.role", Type::Text);
  table.column("shift", "col.shift", Type::Text);
  for (const care::Figure* figure : shift_figures) {
    table.column(figure->id, words::say("shift_col." + std::string(figure->id)), Type::Estimate)
        .has_unit = false;
  }
  for (const std::string& municipality : staffed_municipalities(scenario, results)) {
    for (const std::string& role : staffed_roles(scenario, results)) {
      for (const ShiftKind& kind : shift_kinds(results, role)) {
        const Where where{{}, municipality, role};
        if (find_figure(results, figures::due, where, kind) == nullptr) continue;
        std::vector<Cell> cells{
            municipality_label(scenario, municipality), role_label(scenario, role),
            in_both([&](Lang lang) { return shift_name(scenario, kind, lang); })};
        for (const care::Figure* figure : shift_figures) {
          cells.emplace_back(Estimate{find_figure(results, *figure, where, kind)});
        }
        table.row(cells);
      }
    }
  }
  return std::move(table).finish();
}

}  // namespace viz
