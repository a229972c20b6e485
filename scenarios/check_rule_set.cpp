// SPDX-License-Identifier: Apache-2.0
#include "scenarios/check_rule_set.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "scenarios/check_rules.hpp"
#include "scenarios/facts.hpp"
#include "sim/civil_date.hpp"

namespace scenarios {
namespace {

constexpr auto attribute_kind = CaseDimension::Kind::Attribute;
constexpr auto switch_kind = CaseDimension::Kind::Switch;

bool holds(const std::vector<std::string>& list, const std::string& name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

/// Collects what is wrong with names.
class NameCheck {
 public:
  void error(std::string pointer, words::Text expected, words::Text got) {
    issues_.push_back({"", std::move(pointer), std::move(expected), std::move(got)});
  }

  bool require_one_of(const std::string& pointer, const std::string& name,
                      const std::vector<std::string>& known) {
    if (holds(known, name)) return true;
    error(pointer, one_of(known), quotation(name) + did_you_mean(name, known));
    return false;
  }

  /// Accepted values, written as one text or as a list.
  void require_all_of(const std::string& pointer, const std::vector<std::string>& names,
                      const std::vector<std::string>& known) {
    for (std::size_t i = 0; i < names.size(); ++i) {
      const std::string at = names.size() == 1 ? pointer : fmt::format("{}/{}", pointer, i);
      require_one_of(at, names[i], known);
    }
  }

  /// Names of dimensions with one value each.
  void chosen_values(const std::string& pointer, const Named<std::string>& chosen,
                     CaseDimension::Kind kind, std::span<const CaseDimension> vocabulary) {
    for (const auto& [name, value] : chosen) {
      const std::string at = child_pointer(pointer, name);
      if (!require_one_of(at, name, dimension_names(kind, vocabulary))) continue;
      require_one_of(at, value, value_names(vocabulary[*find_dimension(name, vocabulary)]));
    }
  }

  [[nodiscard]] std::vector<Issue> take() { return std::move(issues_); }

 private:
  std::vector<Issue> issues_;
};

/// Walks through a rule set.
class RuleSetCheck {
 public:
  explicit RuleSetCheck(const RuleSet& rules) : rules_(rules) {
    for (const CaseDimension& dimension : case_vocabulary()) words_.emplace_back(dimension.name);
    words_.emplace_back(level_name);
    words_.emplace_back(primary_name);
    built_in_words_ = words_;
    for (const auto& [name, attribute] : rules.attributes) words_.push_back(name);
    attribute_words_ = words_;
    for (const auto& [name, when] : rules.definitions) words_.push_back(name);
  }

  std::vector<Issue> check() {
    for (std::size_t i = 0; i < rules_.systems.size(); ++i) check_row(i);
    if (rules_.valid.from && rules_.valid.to && *rules_.valid.to < *rules_.valid.from) {
      names_.error("/valid/to",
                   say("expected.not_before", {{"date", sim::iso_date(*rules_.valid.from)}}),
                   verbatim(sim::iso_date(*rules_.valid.to)));
    }
    if (rules_.valid.prolonged_years && !rules_.valid.to) {
      names_.error("/valid/prolonged_years", say("expected.last_day"), nothing());
    }
    check_attributes();
    names_.chosen_values("/switches", rules_.switches, switch_kind, case_vocabulary());
    for (const auto& [position, scale] : rules_.scales) check_scale(position, scale);
    for (const auto& [name, when] : rules_.definitions) check_definition(name, when);
    for (const auto& [name, one] : rules_.impossible) {
      check_condition(child_pointer("/impossible", name) + "/when", one.when);
    }
    for (const auto& [name, one] : rules_.constraints) {
      const std::string at = child_pointer("/constraints", name);
      check_condition(at + "/when", one.when);
      check_source(at, one.source);
    }
    for (const auto& [name, rule] : rules_.rules) check_rule(name, rule);
    for (const auto& [name, term] : rules_.terms) {
      const std::string at = child_pointer("/terms", name);
      check_condition(at + "/when", term.when);
      check_source(at, term.source);
    }
    return names_.take();
  }

 private:
  void check_row(std::size_t i) {
    const std::string& id = rules_.systems[i].id;
    const bool good = id.size() == 3 && id[0] == 'A' &&
                      id.find_first_not_of("0123456789", 1) == std::string::npos;
    if (!good) {
      names_.error(fmt::format("/systems/{}/id", i), say("expected.register_id"), quotation(id));
    }
  }

  void check_attributes() {
    for (std::size_t i = 0; i < rules_.attributes.size(); ++i) {
      const auto& [name, attribute] = rules_.attributes[i];
      const std::string at = child_pointer("/attributes", name);
      if (i == most_own_attributes) {
        names_.error(at, say("expected.at_most_own_attributes", {{"n", most_own_attributes}}),
                     say("got.number", {{"value", rules_.attributes.size()}}));
      }
      if (holds(built_in_words_, name)) {
        names_.error(at, say("expected.new_name"), quotation(name));
      }
      check_values(at + "/values", attribute.values);
      for (const auto& [value, label] : attribute.labels) {
        names_.require_one_of(child_pointer(at + "/labels", value), value, attribute.values);
      }
    }
  }

  void check_values(const std::string& at, const std::vector<std::string>& values) {
    if (values.size() < 2) {
      names_.error(at, say("expected.two_values"), say("expected.list_of", {{"n", values.size()}}));
    }
    if (values.size() > most_own_values) {
      names_.error(at, say("expected.at_most_values", {{"n", most_own_values}}),
                   verbatim(std::to_string(values.size())));
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
      const std::string below = fmt::format("{}/{}", at, i);
      const auto first = std::find(values.begin(), values.end(), values[i]) - values.begin();
      if (values[i].empty()) names_.error(below, say("expected.filled_value"), quotation(""));
      if (static_cast<std::size_t>(first) == i) continue;
      names_.error(below, say("expected.value_once"),
                   say("got.twice", {{"what", in_quotes(values[i])}}));
    }
  }

  void check_scale(const std::string& position, const CareScale& scale) {
    const std::string at = child_pointer("/scales", position);
    const auto tasks = value_names(case_vocabulary()[*find_dimension("task")]);
    names_.require_one_of(at, position,
                          value_names(case_vocabulary()[*find_dimension(scale_switch)]));
    std::vector<std::string> levels;
    std::vector<std::string> placed;
    for (const auto& [level, own] : scale.levels) {
      const std::string below = child_pointer(at + "/levels", level);
      names_.require_one_of(below, level, level_values);
      names_.require_all_of(below, own, tasks);
      levels.push_back(level);
      placed.insert(placed.end(), own.begin(), own.end());
    }
    names_.require_all_of(at + "/primary", scale.primary, levels);
    for (const std::string& task : tasks) {
      const auto times = std::count(placed.begin(), placed.end(), task);
      if (times == 1) continue;
      names_.error(at + "/levels", say("expected.one_level"),
                   say(times == 0 ? "got.at_none" : "got.at_several", {{"task", in_quotes(task)}}));
    }
  }

  void check_definition(const std::string& name, const Condition& when) {
    const std::string at = child_pointer("/definitions", name);
    if (holds(attribute_words_, name)) {
      names_.error(at, say("expected.new_name"), quotation(name));
    }
    check_condition(at, when);
    if (needs(when, name)) {
      names_.error(at, say("expected.definition"),
                   say("got.within_it", {{"name", in_quotes(name)}}));
    }
  }

  /// Whether the condition uses the definition, directly or by way of others.
  [[nodiscard]] bool needs(const Condition& when, std::string_view name) const {
    std::vector<const Condition*> seen{&when};
    for (std::size_t i = 0; i < seen.size(); ++i) {
      for (const auto& [word, accepted] : seen[i]->all) {
        if (word == name) return true;
        const Condition* const inner = find_named(rules_.definitions, word);
        const bool known = std::find(seen.begin(), seen.end(), inner) != seen.end();
        if (inner != nullptr && !known) seen.push_back(inner);
      }
    }
    return false;
  }

  void check_condition(const std::string& pointer, const Condition& when) {
    for (const auto& [name, accepted] : when.all) {
      const std::string at = child_pointer(pointer, name);
      if (!names_.require_one_of(at, name, words_)) continue;
      if (const auto dimension = find_dimension(name)) {
        names_.require_all_of(at, accepted, value_names(case_vocabulary()[*dimension]));
      } else if (const auto* const own = find_named(rules_.attributes, name)) {
        names_.require_all_of(at, accepted, own->values);
      } else {
        names_.require_all_of(at, accepted, name == level_name ? level_values : truth_values);
      }
    }
  }

  void check_source(const std::string& at, const std::string& source) {
    if (source.empty()) {
      names_.error(at + "/source", say("expected.fact_id"), nothing());
      return;
    }
    for (const std::string& id : source_ids(source)) {
      const bool good = id.size() >= 2 && id.size() <= 4 && id[0] >= 'A' && id[0] <= 'P' &&
                        id[1] >= '0' && id[1] <= '9';
      if (good) continue;
      names_.error(at + "/source", say("expected.fact_ids"), quotation(source));
      return;
    }
  }

  void check_rule(const std::string& name, const ResponsibilityRule& rule) {
    const std::string at = child_pointer("/rules", name);
    check_condition(at + "/when", rule.when);
    check_source(at, rule.source);
    const bool alone = rule.responsible.size() == 1;
    const bool lone_word =
        std::any_of(rule.responsible.begin(), rule.responsible.end(),
                    [](Party party) { return party == Party::Person || party == Party::Nobody; });
    if (!alone && lone_word) {
      names_.error(at + "/responsible", say("expected.parties"),
                   say("expected.list_of", {{"n", rule.responsible.size()}}));
    }
  }

  static inline const std::vector<std::string> level_values{"1", "2", "3"};
  static inline const std::vector<std::string> truth_values{"yes", "no"};

  const RuleSet& rules_;
  std::vector<std::string> built_in_words_;   ///< of the vocabulary
  std::vector<std::string> attribute_words_;  ///< with the rule set's own attributes
  std::vector<std::string> words_;            ///< with the definitions too
  NameCheck names_;
};

}  // namespace

std::vector<Issue> check_rule_set(const RuleSet& rules) { return RuleSetCheck(rules).check(); }

std::vector<std::string> switches_read(const RuleSet& rules) {
  std::vector<const Condition*> seen;
  for (const auto& [name, rule] : rules.rules) seen.push_back(&rule.when);
  for (const auto& [name, term] : rules.terms) seen.push_back(&term.when);
  std::vector<std::string> read;
  for (std::size_t i = 0; i < seen.size(); ++i) {
    for (const auto& [word, accepted] : seen[i]->all) {
      const bool by_level = word == level_name || word == primary_name;
      read.push_back(by_level ? std::string(scale_switch) : word);
      const Condition* const inner = find_named(rules.definitions, word);
      const bool known = std::find(seen.begin(), seen.end(), inner) != seen.end();
      if (inner != nullptr && !known) seen.push_back(inner);
    }
  }
  auto names = dimension_names(switch_kind);
  std::erase_if(names, [&](const std::string& name) {
    return std::find(read.begin(), read.end(), name) == read.end();
  });
  return names;
}

std::vector<Issue> unread_switch(const std::string& file, const std::string& pointer,
                                 const std::string& name, const std::vector<std::string>& read) {
  const auto dimension = find_dimension(name);
  if (!dimension || std::find(read.begin(), read.end(), name) != read.end()) return {};
  const words::Text concerns{std::string(case_vocabulary()[*dimension].concerns_sv),
                             std::string(case_vocabulary()[*dimension].concerns_en)};
  return {
      {file, pointer,
       read.empty() ? say("expected.no_switch") : say("expected.switch", {{"list", one_of(read)}}),
       say("got.changes_nothing", {{"name", in_quotes(name)}}) +
           (concerns.en.empty() ? words::Text{} : say("got.it_concerns", {{"what", concerns}}))}};
}

std::vector<Issue> check_patient_case(const PatientCase& patient_case,
                                      std::span<const CaseDimension> vocabulary) {
  NameCheck names;
  names.chosen_values("/patient", patient_case.patient, attribute_kind, vocabulary);
  for (std::size_t i = 0; i < patient_case.questions.size(); ++i) {
    names.chosen_values(fmt::format("/questions/{}/set", i), patient_case.questions[i].set,
                        attribute_kind, vocabulary);
  }
  return names.take();
}

}  // namespace scenarios
