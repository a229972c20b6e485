// SPDX-License-Identifier: Apache-2.0
#include "experiments/case.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "models/shared_numbers.hpp"
#include "models/static_analysis.hpp"
#include "scenarios/reader.hpp"
#include "scenarios/rule_reader.hpp"
#include "words/catalog.hpp"

namespace care {
namespace {

using Issues = std::vector<scenarios::Issue>;

/// Puts the rule file in the place of that of the first agreement.
void replace_rules(scenarios::Scenario& scenario, const std::string& rules, Issues& errors) {
  const bool decides = scenario.care && scenario.care->responsibility &&
                       !scenario.care->responsibility->agreements.empty();
  if (decides) {
    scenario.care->responsibility->agreements.front().rules = rules;
    return;
  }
  errors.push_back({.file = scenario.path,
                    .pointer = "/care/responsibility/agreements",
                    .expected = words::say("expected.agreement"),
                    .got = words::say("got.none")});
}

/// The rule sets of the agreements, with what is wrong with them.
std::vector<scenarios::RuleSet> read_rules(const scenarios::Scenario& scenario, bool replaced,
                                           Case& result) {
  auto rules = scenarios::load_agreements(scenario);
  std::ranges::move(rules.errors, std::back_inserter(result.errors));
  // Other rules than the scenario's may leave its switches unread: that is what is compared.
  std::ranges::copy_if(
      rules.warnings, std::back_inserter(result.warnings), [&](const scenarios::Issue& warning) {
        return !replaced || !warning.pointer.starts_with("/care/responsibility/switches/");
      });
  return std::move(rules.sets);
}

Issues in_file(Issues issues, const std::string& file) {
  for (auto& issue : issues) issue.file = file;
  return issues;
}

void compile(const scenarios::Scenario& scenario, const std::vector<scenarios::RuleSet>& rules,
             Case& result) {
  auto model = std::make_unique<const Model>(scenario, rules);
  Issues faults = model->issues();
  std::ranges::move(shared_numbers(*model), std::back_inserter(faults));
  result.errors = in_file(std::move(faults), result.file);
  if (!result.errors.empty()) return;
  result.analysis = analyse(*model);
  auto found = flow::issues_of(result.analysis);
  result.errors = in_file(std::move(found.errors), result.file);
  result.analysis_warnings = in_file(std::move(found.warnings), result.file);
  if (result.errors.empty()) result.model = std::move(model);
}

}  // namespace

Case make_case(const CaseSource& source) {
  auto loaded = scenarios::load(source.scenario, source.overrides);
  Case result{.file = source.scenario,
              .files = {},
              .model = nullptr,
              .analysis = {},
              .errors = std::move(loaded.errors),
              .warnings = std::move(loaded.warnings),
              .analysis_warnings = {}};
  if (!loaded.scenario) return result;
  if (!source.rules.empty()) replace_rules(*loaded.scenario, source.rules, result.errors);
  const auto rules = read_rules(*loaded.scenario, !source.rules.empty(), result);
  result.files = loaded.scenario->files;
  for (const auto& set : rules) {
    result.files.insert(result.files.end(), set.files.begin(), set.files.end());
  }
  if (result.errors.empty()) compile(*loaded.scenario, rules, result);
  return result;
}

}  // namespace care
