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

void check_own_attributes(const Scenario& scenario, std::span<const RuleSet> sets,
                          std::vector<Issue>& errors, std::vector<Issue>& warnings) {
  for (const auto& [name, attribute] : declared(sets)) {
    if (const auto* const own = find_named(scenario.attributes, name)) {
      compare_values(scenario, name, *own, attribute, errors);
      continue;
    }
    warnings.push_back(issue_at(
        attribute.file, name,
        say("expected.patient_attribute", {{"name", in_quotes(name)}, {"file", scenario.path}}),
        say("got.usual_value", {{"value", in_quotes(attribute.values.front())}})));
  }
}

}  // namespace scenarios
