// SPDX-License-Identifier: Apache-2.0
#include "scenarios/rule_reader.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "scenarios/check_rule_set.hpp"
#include "scenarios/decode.hpp"
#include "scenarios/document.hpp"
#include "scenarios/own_attributes.hpp"
#include "scenarios/settle.hpp"

namespace scenarios {
namespace {

void append(std::vector<Issue>& to, std::vector<Issue> more) {
  std::move(more.begin(), more.end(), std::back_inserter(to));
}

/// The members of an object that a later file gave come first; those of one file keep their order.
template <class T>
void newest_first(const Document& document, std::string_view pointer, Named<T>& members) {
  std::stable_sort(members.begin(), members.end(), [&](const auto& a, const auto& b) {
    return document.origin_of(child_pointer(pointer, a.first)) >
           document.origin_of(child_pointer(pointer, b.first));
  });
}

std::string own_source(const RuleSet& rules, const std::string& pointer) {
  const auto found = rules.provenance.find(pointer);
  return found == rules.provenance.end() ? "" : found->second.source.en;
}

/// The law binds every agreement: it stands in the first file, and a later one leaves it alone.
void refuse_changed_law(const Document& document, std::vector<Issue>& errors) {
  for (const auto& [pointer, file] : document.origin) {
    if (file == 0 || !(pointer + "/").starts_with("/constraints/")) continue;
    errors.push_back({document.files[file], pointer,
                      say("expected.law_unchanged", {{"file", document.files.front()}}),
                      say("got.changed_law")});
  }
}

/// The newest file that gave the object at a pointer, or something in it.
std::size_t newest_origin(const Document& document, const std::string& pointer) {
  std::size_t newest = document.origin_of(pointer);
  for (auto it = document.origin.lower_bound(pointer + "/");
       it != document.origin.end() && it->first.starts_with(pointer + "/"); ++it) {
    newest = std::max(newest, it->second);
  }
  return newest;
}

/// A rule that a later file takes away is told: what its cases get then stands in no file as a
/// change.
void tell_removed_rules(const Document& document, std::vector<Issue>& warnings) {
  const Json* const rules = find(document.value, "rules");
  for (const auto& [pointer, file] : document.origin) {
    const auto keys = pointer_keys(pointer);
    if (keys.size() != 2 || keys.front() != "rules") continue;
    if (rules != nullptr && find(*rules, keys.back()) != nullptr) continue;
    warnings.push_back({document.files[file], pointer, say("expected.rule_that_replaces"),
                        say("got.removed_rule", {{"name", in_quotes(keys.back())}})});
  }
}

/// What a rule set needs to know of the files that it was read from.
void note_files(const Document& document, RuleSet& rules) {
  newest_first(document, "/rules", rules.rules);
  newest_first(document, "/terms", rules.terms);
  rules.files = document.files;
  for (auto& [name, rule] : rules.rules) {
    const std::string pointer = child_pointer("/rules", name);
    rule.file = document.files[newest_origin(document, pointer)];
    rule.source = own_source(rules, pointer);
  }
  for (auto& [name, term] : rules.terms) {
    const std::string pointer = child_pointer("/terms", name);
    term.file = document.files[newest_origin(document, pointer)];
    term.source = own_source(rules, pointer);
  }
  for (auto& [name, one] : rules.impossible) {
    one.file = document.files[newest_origin(document, child_pointer("/impossible", name))];
  }
  for (auto& [name, attribute] : rules.attributes) {
    attribute.file = document.files[newest_origin(document, child_pointer("/attributes", name))];
  }
  for (auto& [name, constraint] : rules.constraints) {
    constraint.source = own_source(rules, child_pointer("/constraints", name));
  }
}

void finish_rules(const Document& document, const std::string& shown, LoadedRules& loaded) {
  auto rules = decode<RuleSet>(document, loaded.errors, loaded.warnings);
  rules.path = shown;
  note_files(document, rules);
  refuse_changed_law(document, loaded.errors);
  tell_removed_rules(document, loaded.warnings);
  const std::size_t read_errors = loaded.errors.size();
  add_sound(loaded.errors, check_rule_set(rules), read_errors);
  for (const auto& [name, position] : rules.switches) {
    append(loaded.warnings,
           unread_switch("", child_pointer("/switches", name), name, switches_read(rules)));
  }
  settle(document, shown, loaded.errors);
  settle(document, shown, loaded.warnings);
  loaded.rules = std::move(rules);
}

void finish_case(const Document& document, const std::string& shown,
                 std::span<const CaseDimension> vocabulary, LoadedCase& loaded) {
  auto patient_case = decode<PatientCase>(document, loaded.errors, loaded.warnings);
  patient_case.path = shown;
  const std::size_t read_errors = loaded.errors.size();
  add_sound(loaded.errors, check_patient_case(patient_case, vocabulary), read_errors);
  settle(document, shown, loaded.errors);
  settle(document, shown, loaded.warnings);
  loaded.patient_case = std::move(patient_case);
}

/// The rule sets of the agreements, which agree on what they declare when there are no errors.
LoadedAgreements read_sets(const Responsibility& responsibility) {
  LoadedAgreements result;
  for (const auto& agreement : responsibility.agreements) {
    auto loaded = load_rules(agreement.rules);
    append(result.errors, std::move(loaded.errors));
    append(result.warnings, std::move(loaded.warnings));
    if (loaded.rules) result.sets.push_back(*std::move(loaded.rules));
  }
  if (result.errors.empty()) result.errors = check_own_attributes(result.sets);
  return result;
}

}  // namespace

LoadedRules load_rules(const std::filesystem::path& path) {
  const std::string shown = path.generic_string();
  return guarded<LoadedRules>(shown, [&](LoadedRules& loaded) {
    const auto document = read_document(path, loaded.errors, loaded.warnings);
    if (document) finish_rules(*document, shown, loaded);
  });
}

LoadedRules load_rules_text(std::string_view text, const std::string& name) {
  return guarded<LoadedRules>(name, [&](LoadedRules& loaded) {
    const auto document = read_document(text, name, loaded.errors);
    if (document) finish_rules(*document, name, loaded);
  });
}

LoadedAgreements load_agreements(const Scenario& scenario) {
  if (!scenario.care || !scenario.care->responsibility) return {};
  LoadedAgreements result = read_sets(*scenario.care->responsibility);
  if (!result.errors.empty()) return result;
  check_own_attributes(scenario, result.sets, result.errors, result.warnings);
  std::vector<std::string> read;
  for (const RuleSet& set : result.sets) {
    for (auto& name : switches_read(set)) read.push_back(std::move(name));
  }
  std::ranges::sort(read);
  read.erase(std::unique(read.begin(), read.end()), read.end());
  for (const auto& [name, position] : scenario.care->responsibility->switches) {
    append(result.warnings,
           unread_switch(scenario.path, child_pointer("/care/responsibility/switches", name), name,
                         read));
  }
  return result;
}

LoadedVocabulary load_vocabulary(const Scenario& scenario) {
  if (!names_own_attributes(scenario)) return {CaseVocabulary{}, {}};
  auto read = read_sets(*scenario.care->responsibility);
  if (!read.errors.empty()) return {std::nullopt, std::move(read.errors)};
  return {CaseVocabulary(read.sets), {}};
}

LoadedCase load_case(const std::filesystem::path& path, std::span<const CaseDimension> vocabulary) {
  const std::string shown = path.generic_string();
  return guarded<LoadedCase>(shown, [&](LoadedCase& loaded) {
    const auto document = read_document(path, loaded.errors, loaded.warnings);
    if (document) finish_case(*document, shown, vocabulary, loaded);
  });
}

LoadedCase load_case_text(std::string_view text, const std::string& name,
                          std::span<const CaseDimension> vocabulary) {
  return guarded<LoadedCase>(name, [&](LoadedCase& loaded) {
    const auto document = read_document(text, name, loaded.errors);
    if (document) finish_case(*document, name, vocabulary, loaded);
  });
}

}  // namespace scenarios
