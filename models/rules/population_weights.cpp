// SPDX-License-Identifier: Apache-2.0
// A scenario's population as weights of patient cases.

#include <charconv>
#include <numeric>

#include "models/rules/rule_analysis.hpp"
#include "scenarios/case_vocabulary.hpp"
#include "scenarios/csv.hpp"
#include "sim/check.hpp"

namespace care {
namespace {

/// The value of the attribute `age` for a group named after its limits: "20-64 år", "80+ år". A
/// group belongs where it begins, so that 0-19 counts as children.
std::string_view age_value(const std::string& group) {
  int from = 0;
  std::from_chars(group.data(), group.data() + group.size(), from);
  if (from >= 80) return "80_plus";
  if (from >= 65) return "65_79";
  return from >= 18 ? "18_64" : "under_18";
}

/// The scenario with its population divided by the ages that rules know.
scenarios::Scenario with_rule_ages(scenarios::Scenario scenario) {
  const auto dimension = scenarios::find_dimension("age");
  SIM_CHECK(dimension.has_value());
  scenarios::Named<std::vector<std::string>> ages;
  for (const auto& value : scenarios::case_vocabulary()[*dimension].values) {
    auto& own = ages.emplace_back(value.name, std::vector<std::string>{}).second;
    for (const auto& [name, groups] : scenario.population->age) {
      for (const std::string& group : groups) {
        if (age_value(group) == value.name) own.push_back(group);
      }
    }
  }
  scenario.population->age = std::move(ages);
  return scenario;
}

}  // namespace

PopulationWeights population_weights(const scenarios::Scenario& scenario,
                                     std::vector<scenarios::Issue>& issues) {
  PopulationWeights result{equal_weights(), {}};
  if (!scenario.population) {
    issues.push_back({scenario.path, "/population", words::say("expected.population_to_weigh"),
                      scenarios::nothing()});
    return result;
  }
  const std::size_t age = *scenarios::find_dimension("age");
  const auto& values = scenarios::case_vocabulary()[age];
  result.persons.assign(values.values.size(), 0);
  for (const auto& row : scenarios::population_table(with_rule_ages(scenario), issues)) {
    result.persons[*values.index_of(row.age)] += row.persons;
  }
  const double all = std::accumulate(result.persons.begin(), result.persons.end(), 0.0);
  if (all <= 0) return result;
  for (std::size_t v = 0; v < result.persons.size(); ++v) {
    result.weights.weights[age][v] = result.persons[v] / all;
  }
  return result;
}

}  // namespace care
