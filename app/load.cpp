// SPDX-License-Identifier: Apache-2.0
#include "app/load.hpp"

#include <algorithm>
#include <iterator>

#include "app/console.hpp"
#include "app/text.hpp"
#include "models/static_analysis.hpp"
#include "scenarios/reader.hpp"
#include "scenarios/rule_reader.hpp"

namespace app {

void tell_issues(const std::vector<scenarios::Issue>& issues, viz::Lang lang) {
  for (const auto& issue : issues) tell(issue.text(lang));
}

void tell_warnings(const std::vector<scenarios::Issue>& issues, viz::Lang lang) {
  for (const auto& issue : issues) {
    tell(words::say(lang, "issue.warning", {{"issue", issue.text(lang)}}));
  }
}

namespace {

/// Puts the rule file in the place of that of the first agreement.
void replace_rules(scenarios::Scenario& scenario, const std::string& rules, LoadedModel& result) {
  const bool decides = scenario.care && scenario.care->responsibility &&
                       !scenario.care->responsibility->agreements.empty();
  if (decides) {
    scenario.care->responsibility->agreements.front().rules = rules;
    return;
  }
  result.errors.push_back({.file = scenario.path,
                           .pointer = "/care/responsibility/agreements",
                           .expected = words::say("expected.agreement"),
                           .got = words::say("got.none")});
}

}  // namespace

LoadedModel load_model(const Options& options, const std::string& rules) {
  auto loaded = scenarios::load(options.scenario, options.overrides);
  LoadedModel result{.model = nullptr,
                     .analysis = {},
                     .errors = std::move(loaded.errors),
                     .warnings = std::move(loaded.warnings),
                     .analysis_warnings = {},
                     .resolved_json = std::move(loaded.resolved_json)};
  if (!loaded.scenario) return result;
  if (!rules.empty()) replace_rules(*loaded.scenario, rules, result);
  const auto rule_sets = scenarios::load_agreements(*loaded.scenario);
  std::ranges::copy(rule_sets.errors, std::back_inserter(result.errors));
  // Other rules than the scenario's may leave its switches unread: that is what is compared.
  std::ranges::copy_if(rule_sets.warnings, std::back_inserter(result.warnings),
                       [&](const scenarios::Issue& warning) {
                         return rules.empty() ||
                                !warning.pointer.starts_with("/care/responsibility/switches/");
                       });
  if (!result.errors.empty()) return result;
  result.model = std::make_unique<const care::Model>(*loaded.scenario, rule_sets.sets);
  result.errors = result.model->issues();
  for (auto& issue : result.errors) issue.file = options.scenario;
  if (!result.errors.empty()) {
    result.model.reset();
    return result;
  }
  result.analysis = care::analyse(*result.model);
  auto issues = flow::issues_of(result.analysis);
  for (auto* list : {&issues.errors, &issues.warnings}) {
    for (auto& issue : *list) issue.file = options.scenario;
  }
  result.errors = std::move(issues.errors);
  result.analysis_warnings = std::move(issues.warnings);
  if (!result.errors.empty()) result.model.reset();
  return result;
}

bool tell_faults(const LoadedModel& loaded, viz::Lang lang) {
  tell_issues(loaded.errors, lang);
  if (!loaded.model) return false;
  tell_warnings(loaded.warnings, lang);
  return true;
}

std::string repeat_command(const Options& options) {
  std::string command = "troskel run " + shell_word(options.scenario);
  command += fmt::format(" --replications {} --seed {}", options.replications, options.seed);
  if (options.precision > 0) command += fmt::format(" --precision {:.9g}", options.precision * 100);
  if (options.first > 0) command += fmt::format(" --first {}", options.first);
  for (const auto& one : options.overrides) command += " --set " + shell_word(one);
  return command;
}

}  // namespace app
