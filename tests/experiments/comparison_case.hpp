// SPDX-License-Identifier: Apache-2.0
/// @file
/// Results made by hand, for tests of comparisons: figures with their values, replication by
/// replication, of a scenario with the municipalities west and east.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "experiments/comparison.hpp"
#include "experiments/estimates.hpp"

namespace comparison_case {

/// A figure of a setting for everybody.
inline care::Key flow(const std::string& quantity, const std::string& setting) {
  care::Key key;
  key.id = quantity + "." + setting;
  key.group = "flow";
  key.quantity = quantity;
  key.setting = setting;
  key.label = {quantity, quantity};
  key.unit = {"vårddygn", "patient-days"};
  return key;
}

/// A figure of a team.
inline care::Key staff(const std::string& quantity, const std::string& role,
                       const std::string& municipality) {
  care::Key key;
  key.id = quantity + "." + role + "." + municipality;
  key.group = "staff";
  key.quantity = quantity;
  key.role = role;
  key.municipality = municipality;
  key.label = {quantity, quantity};
  key.unit = {"timmar", "hours"};
  return key;
}

/// The results that these values give.
inline care::Results make(const std::vector<std::pair<care::Key, std::vector<double>>>& figures) {
  care::Results results;
  for (const auto& [key, values] : figures) {
    results.metrics.push_back(care::estimate_mean(key, values));
    results.replications.push_back({key.id, values});
  }
  return results;
}

/// Compares them as "s0", "s1", ...; the first is the base.
inline care::Comparison compare(const std::vector<care::Results>& results) {
  scenarios::Scenario scenario;
  scenario.care.emplace();
  for (const auto& [id, name] : {std::pair{"west", "West"}, std::pair{"east", "East"}}) {
    scenarios::Municipality municipality;
    municipality.label = {name, name};
    scenario.care->municipalities.emplace_back(id, municipality);
  }
  scenarios::Setting ward;
  ward.owner = "region";
  ward.cost_per_day = 12000;
  scenario.settings.emplace_back("ward", ward);
  scenarios::Setting visits;
  visits.owner = "region";
  visits.unit = "slot";
  scenario.settings.emplace_back("visits", visits);
  std::vector<care::Contestant> contestants;
  for (std::size_t i = 0; i < results.size(); ++i) {
    contestants.push_back({fmt::format("s{}", i),
                           {fmt::format("Läge s{}", i), fmt::format("Scenario s{}", i)},
                           &scenario,
                           &results[i]});
  }
  return care::compare(contestants);
}

/// The figure with this id.
inline const care::FigureComparison& find(const care::Comparison& comparison, std::string_view id) {
  for (const auto& figure : comparison.figures) {
    if (figure.key.id == id) return figure;
  }
  throw std::out_of_range("no figure " + std::string(id));
}

/// The figure of a stakeholder with this id, or nullptr.
inline const care::StakeholderFigure* figure(const care::Comparison& comparison,
                                             std::string_view id) {
  for (const auto& stakeholder : comparison.stakeholders) {
    for (const auto& one : stakeholder.figures) {
      if (one.figure.key.id == id) return &one;
    }
  }
  return nullptr;
}

}  // namespace comparison_case
