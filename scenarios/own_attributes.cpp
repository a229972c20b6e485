// SPDX-License-Identifier: Apache-2.0
#include "scenarios/own_attributes.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "scenarios/check_rules.hpp"
#include "sim/check.hpp"

namespace scenarios {
namespace {

bool is_among(const std::vector<std::string>& list, const std::string& name) {
  return std::ranges::find(list, name) != list.end();
}

/// The attributes of all rule sets by name, each as the first set that has it says.
Named<OwnAttribute> declared(std::span<const RuleSet> sets) {
  Named<OwnAttribute> all;
  for (const RuleSet& set : sets) {
    for (const auto& [name, attribute] : set.attributes) {
      if (find_named(all, name) == nullptr) all.emplace_back(name, attribute);
    }
  }
  return all;
}

/// What is shown in a language; the name where nothing is.
std::string_view shown(const Text& text, std::string_view name, words::Lang lang) {
  const std::string_view picked = words::pick(text, lang);
  return picked.empty() ? name : picked;
}

Issue issue_at(const std::string& file, const std::string& name, words::Text expected,
               words::Text got) {
  return {file, child_pointer("/attributes", name), std::move(expected), std::move(got)};
}

/// What is wrong with the scenario's attribute: each value that the rules do not have, or else those of
/// theirs that it lacks.
void compare_values(const Scenario& scenario, const std::string& name,
                    const std::vector<std::string>& own, const OwnAttribute& asked,
                    std::vector<Issue>& errors) {
  const std::size_t before = errors.size();
  for (std::size_t i = 0; i < own.size(); ++i) {
    if (is_among(asked.values, own[i])) continue;
    errors.push_back({scenario.path, fmt::format("{}/{}", child_pointer("/attributes", name), i),
                      one_of(asked.values),
                      quotation(own[i]) + did_you_mean(own[i], asked.values)});
  }
  if (errors.size() > before) return;
  for (const std::string& value : asked.values) {
    if (is_among(own, value)) continue;
    errors.push_back(issue_at(scenario.path, name,
                              say("expected.values_of_rules", {{"file", asked.file}}),
                              say("got.none_for", {{"who", in_quotes(value)}})));
  }
}

/// Whether some patients get a value of a case attribute by facts.
bool is_set_by_facts(const Scenario& scenario, const std::string& name) {
  if (!scenario.care || !scenario.care->responsibility) return false;
  const auto sets = [&](const CaseFact& fact) { return find_named(fact.set, name) != nullptr; };
  return std::ranges::any_of(scenario.care->responsibility->facts, sets);
}

/// The values that the facts of patients and tasks use are those that the rules have. Precondition: the
/// scenario has responsibility.
class OwnFacts {
 public:
  OwnFacts(const Scenario& scenario, const Named<OwnAttribute>& own, std::vector<Issue>& errors)
      : scenario_(scenario), own_(own), errors_(errors) {}

  void check() {
    const auto& facts = scenario_.care->responsibility->facts;
    for (std::size_t i = 0; i < facts.size(); ++i) {
      const std::string at = fmt::format("/care/responsibility/facts/{}", i);
      for (const auto& [name, accepted] : facts[i].given.all) {
        require_known(at + "/given", name);
        for (const auto& value : accepted) check_value(at + "/given", name, value);
      }
      for (const auto& [name, mix] : facts[i].set) {
        for (const auto& [value, probability] : mix) check_value(at + "/set", name, value);
      }
    }
    for (const auto& [task_name, task] : scenario_.care->tasks) {
      const std::string at = child_pointer("/care/tasks", task_name) + "/facts";
      for (const auto& [name, value] : task.facts) check_value(at, name, value);
    }
  }

 private:
  /// What a row gives may depend on an attribute only where somebody knows it.
  void require_known(const std::string& below, const std::string& name) {
    if (find_dimension(name) || find_named(own_, name) != nullptr) return;
    auto known = dimension_names(CaseDimension::Kind::Attribute);
    for (const auto& [own, attribute] : own_) known.push_back(own);
    errors_.push_back({scenario_.path, child_pointer(below, name), one_of(known),
                       quotation(name) + did_you_mean(name, known)});
  }
  void check_value(const std::string& below, const std::string& name, const std::string& value) {
    const auto* const asked = find_named(own_, name);
    if (asked == nullptr || is_among(asked->values, value)) return;
    errors_.push_back({scenario_.path, child_pointer(below, name), one_of(asked->values),
                       quotation(value) + did_you_mean(value, asked->values)});
  }

  const Scenario& scenario_;
  const Named<OwnAttribute>& own_;
  std::vector<Issue>& errors_;
};

}  // namespace

struct CaseVocabulary::Storage {
  Named<OwnAttribute> attributes;
  std::vector<std::vector<CaseValue>> values;
  std::vector<CaseDimension> dimensions;  // names point into the members above
};

CaseVocabulary::CaseVocabulary(std::span<const RuleSet> sets) {
  auto attributes = declared(sets);
  if (attributes.empty()) return;
  SIM_CHECK(check_own_attributes(sets).empty());
  const auto storage = std::make_shared<Storage>();
  storage->attributes = std::move(attributes);
  const auto built_in = case_vocabulary();
  storage->dimensions.assign(built_in.begin(), built_in.end());
  storage->values.reserve(storage->attributes.size());
  for (const auto& [name, attribute] : storage->attributes) {
    auto& values = storage->values.emplace_back();
    for (const std::string& value : attribute.values) {
      const Text* const label = find_named(attribute.labels, value);
      values.push_back({value, label == nullptr ? value : shown(*label, value, words::Lang::Sv),
                        label == nullptr ? value : shown(*label, value, words::Lang::En)});
    }
    storage->dimensions.push_back({CaseDimension::Kind::Attribute, name,
                                   shown(attribute.title, name, words::Lang::Sv),
                                   shown(attribute.title, name, words::Lang::En), "", values});
  }
  storage_ = storage;
}

std::span<const CaseDimension> CaseVocabulary::dimensions() const {
  return storage_ == nullptr ? case_vocabulary() : std::span(storage_->dimensions);
}

std::span<const CaseDimension> CaseVocabulary::own() const {
  return dimensions().subspan(case_vocabulary().size());
}

std::vector<Issue> check_own_attributes(std::span<const RuleSet> sets) {
  std::vector<Issue> issues;
  const auto all = declared(sets);
  for (const RuleSet& set : sets) {
    for (const auto& [name, attribute] : set.attributes) {
      const OwnAttribute& first = *find_named(all, name);
      if (first.values == attribute.values) continue;
      issues.push_back(issue_at(
          attribute.file, name,
          say("expected.values_in_order",
              {{"file", first.file}, {"list", fmt::format("{}", fmt::join(first.values, ", "))}}),
          verbatim(fmt::format("{}", fmt::join(attribute.values, ", ")))));
    }
  }
  if (all.size() > most_own_attributes) {
    const auto& [name, attribute] = all[most_own_attributes];
    issues.push_back(issue_at(attribute.file, name,
                              say("expected.at_most_own_attributes", {{"n", most_own_attributes}}),
                              say("got.number", {{"value", all.size()}})));
  }
  return issues;
}

bool names_own_attributes(const Scenario& scenario) {
  if (!scenario.care || !scenario.care->responsibility) return false;
  const auto is_own = [](const auto& named) { return !find_dimension(named.first); };
  const auto& responsibility = *scenario.care->responsibility;
  return std::ranges::any_of(responsibility.misjudged, is_own) ||
         std::ranges::any_of(responsibility.facts,
                             [&](const CaseFact& fact) {
                               return std::ranges::any_of(fact.given.all, is_own) ||
                                      std::ranges::any_of(fact.set, is_own);
                             }) ||
         std::ranges::any_of(scenario.care->tasks, [&](const auto& task) {
           return std::ranges::any_of(task.second.facts, is_own);
         });
}

void check_own_attributes(const Scenario& scenario, std::span<const RuleSet> sets,
                          std::vector<Issue>& errors, std::vector<Issue>& warnings) {
  const auto all = declared(sets);
  if (names_own_attributes(scenario)) OwnFacts(scenario, all, errors).check();
  for (const auto& [name, attribute] : all) {
    if (const auto* const own = find_named(scenario.attributes, name)) {
      compare_values(scenario, name, *own, attribute, errors);
      continue;
    }
    if (is_set_by_facts(scenario, name)) continue;
    warnings.push_back(issue_at(
        attribute.file, name,
        say("expected.patient_attribute", {{"name", in_quotes(name)}, {"file", scenario.path}}),
        say("got.usual_value", {{"value", in_quotes(attribute.values.front())}})));
  }
}

}  // namespace scenarios
