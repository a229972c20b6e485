// SPDX-License-Identifier: Apache-2.0
#include "experiments/following_costs.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <string_view>

#include "models/figures.hpp"
#include "models/measure/figure_text.hpp"

namespace care {
namespace {

/// "kronor.halmstad.overtime.nurse": who pays, for what, for which role, for whose team if it is said.
struct LedgerId {
  std::string principal, item, role, unit;
};

LedgerId ledger_id(std::string_view id) {
  std::array<std::string, 5> parts;
  for (std::string& part : parts) {
    const auto dot = id.find('.');
    part = id.substr(0, dot);
    id = dot == std::string_view::npos ? std::string_view{} : id.substr(dot + 1);
  }
  return {parts[1], parts[2], parts[3], parts[4]};
}

bool is_kronor(const Column& column) { return is(column.key, figures::kronor); }

/// Whether an item of the ledger is what people at work are paid.
bool is_of_staff(const LedgerId& id) {
  constexpr std::array paid{&figures::present_hours, &figures::substitute, &figures::agency,
                            &figures::overtime};
  return std::ranges::any_of(paid, [&](const Figure* figure) { return figure->id == id.item; });
}

double mean_of(const Values& values) {
  if (values.empty()) return 0;
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// Kronor for an hour given, by role, of the municipalities' teams of the first contestant.
std::map<std::string, double> hourly_costs(std::span<const Column> columns) {
  std::map<std::string, double> paid, given;
  std::set<std::string> providers;
  for (const Column& column : columns) {
    if (is_of_provider(column.key)) providers.insert(column.key.municipality);
  }
  for (const Column& column : columns) {
    if (is_kronor(column)) {
      const LedgerId id = ledger_id(column.key.id);
      if (!is_of_staff(id) || providers.contains(id.unit)) continue;
      paid[id.role] += mean_of(column.values.front());
    } else if (is(column.key, figures::given) && !column.key.municipality.empty()) {
      given[column.key.role] += mean_of(column.values.front());
    }
  }
  std::map<std::string, double> result;
  for (const auto& [role, hours] : given) {
    if (hours > 0) result[role] = paid[role] / hours;
  }
  return result;
}

/// The share of a column's hours that a principal answers for.
double share_of(const std::string& principal, const Key& key) {
  const bool is_region = principal == "region";
  if (key.municipality != (is_region ? std::string{} : principal)) return 0;
  if (key.party == (is_region ? "region" : "municipality")) return 1;
  return key.party == "both" ? 0.5 : 0;
}

/// Adds what the hours cost that a principal answers for in `contestant` and not in the first.
void add_moved(std::span<const Column> columns, const std::map<std::string, double>& hourly,
               const std::string& principal, std::size_t contestant, Values& to) {
  for (const Column& column : columns) {
    if (!is(column.key, figures::answered_hours)) continue;
    const auto price = hourly.find(column.key.role);
    const double share = share_of(principal, column.key);
    if (share == 0 || price == hourly.end()) continue;
    const Values& before = column.values.front();
    const Values& after = column.values[contestant];
    for (std::size_t i = 0; i < std::min({to.size(), before.size(), after.size()}); ++i) {
      to[i] += share * price->second * (after[i] - before[i]);
    }
  }
}

}  // namespace

std::vector<bool> staff_follows(std::span<const Column> columns,
                                std::span<const ChangedCases> changed) {
  std::vector<bool> result{false};
  for (std::size_t i = 0; i < changed.size(); ++i) {
    const bool same_staff = std::ranges::all_of(columns, [&](const Column& column) {
      return !is(column.key, figures::present_hours) ||
             column.values[i + 1] == column.values.front();
    });
    result.push_back(same_staff && !changed[i].cases.empty());
  }
  return result;
}

std::vector<Column> following_costs(std::span<const Column> columns,
                                    const std::vector<bool>& follows) {
  std::vector<Column> result;
  std::map<std::string, const Column*> principals;  // with the first of their columns
  for (const Column& column : columns) {
    if (!is_kronor(column)) continue;
    const LedgerId id = ledger_id(column.key.id);
    principals.try_emplace(id.principal, &column);
    Column& kept = result.emplace_back(column);
    for (std::size_t c = 1; is_of_staff(id) && c < follows.size(); ++c) {
      if (follows[c]) kept.values[c] = kept.values.front();
    }
  }
  const auto hourly = hourly_costs(columns);
  for (const auto& [principal, first] : principals) {
    Column moved{first->key, MetricEstimate::Kind::Mean, {}};
    moved.key.id = id_of(figures::kronor, principal + ".moved");
    for (std::size_t c = 0; c < first->values.size(); ++c) {
      Values& values = moved.values.emplace_back(first->values[c].size());
      if (c < follows.size() && follows[c]) add_moved(columns, hourly, principal, c, values);
    }
    result.push_back(std::move(moved));
  }
  return result;
}

}  // namespace care
