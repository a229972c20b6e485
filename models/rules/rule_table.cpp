// SPDX-License-Identifier: Apache-2.0
#include "models/rules/rule_table.hpp"

#include <algorithm>
#include <map>

#include "scenarios/check_rules.hpp"
#include "sim/check.hpp"

namespace care {
namespace {

using scenarios::case_vocabulary;
using scenarios::CaseDimension;
using scenarios::Condition;
using scenarios::RuleSet;

std::size_t dimension_named(std::string_view name, Dimensions vocabulary = case_vocabulary()) {
  const auto found = scenarios::find_dimension(name, vocabulary);
  SIM_CHECK(found.has_value());
  return *found;
}

std::uint32_t value_bit(const CaseDimension& dimension, std::string_view value) {
  const auto index = dimension.index_of(value);
  SIM_CHECK(index.has_value());
  return std::uint32_t{1} << *index;
}

std::uint32_t value_bits(const CaseDimension& dimension, const std::vector<std::string>& values) {
  std::uint32_t bits = 0;
  for (const std::string& value : values) bits |= value_bit(dimension, value);
  return bits;
}

bool holds(const std::vector<std::string>& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

/// Reads the conditions of a rule set as sets of cases.
struct Conditions {
  const RuleSet& set;
  Dimensions vocabulary;

  [[nodiscard]] Cubes cases_of(const Condition& when) const;
  [[nodiscard]] Cubes cases_of_term(const std::string& name,
                                    const std::vector<std::string>& accepted) const;
  [[nodiscard]] Cubes cases_of_level(const std::vector<std::string>& accepted, bool primary) const;
};

/// Tasks at the accepted levels, under each scale.
Cubes Conditions::cases_of_level(const std::vector<std::string>& accepted, bool primary) const {
  Cubes cubes;
  const std::size_t task = dimension_named("task");
  const std::size_t chooser = dimension_named(scenarios::scale_switch);
  for (const auto& [position, scale] : set.scales) {
    std::uint32_t tasks = 0;
    for (const auto& [level, own] : scale.levels) {
      const bool wanted = primary ? holds(accepted, holds(scale.primary, level) ? "yes" : "no")
                                  : holds(accepted, level);
      if (wanted) tasks |= value_bits(vocabulary[task], own);
    }
    Cube cube = with_values(chooser, value_bit(vocabulary[chooser], position), vocabulary);
    cube.values[task] = tasks;
    if (!is_empty(cube)) cubes.push_back(cube);
  }
  return cubes;
}

Cubes Conditions::cases_of_term(const std::string& name,
                                const std::vector<std::string>& accepted) const {
  if (const auto dimension = scenarios::find_dimension(name, vocabulary)) {
    return {with_values(*dimension, value_bits(vocabulary[*dimension], accepted), vocabulary)};
  }
  if (name == scenarios::level_name) return cases_of_level(accepted, false);
  if (name == scenarios::primary_name) return cases_of_level(accepted, true);
  const Condition* const definition = scenarios::find_named(set.definitions, name);
  SIM_CHECK(definition != nullptr);
  const Cubes inside = cases_of(*definition);
  if (holds(accepted, "yes") && holds(accepted, "no")) return {every_case(vocabulary)};
  return holds(accepted, "yes") ? inside : difference(Cubes{every_case(vocabulary)}, inside);
}

Cubes Conditions::cases_of(const Condition& when) const {
  Cubes cases{every_case(vocabulary)};
  for (const auto& [name, accepted] : when.all) {
    cases = intersection(cases, cases_of_term(name, accepted));
  }
  return cases;
}

/// The cube with every switch open.
Cube opened(Cube cube) {
  for (std::size_t d = 0; d < case_vocabulary().size(); ++d) {
    if (case_vocabulary()[d].kind == CaseDimension::Kind::Switch) cube.values[d] = all_values(d);
  }
  return cube;
}

using RegionMap = std::map<std::vector<std::size_t>, Cubes>;

/// The regions so far, told apart by the rule that wins at one more combination of positions.
RegionMap refined(const RegionMap& regions, const Division& division) {
  RegionMap finer;
  for (const auto& [rules, cases] : regions) {
    for (std::size_t r = 0; r < division.by_rule.size(); ++r) {
      Cubes both = intersection(cases, division.by_rule[r]);
      if (both.empty()) continue;
      std::vector<std::size_t> longer = rules;
      longer.push_back(r);
      Cubes& to = finer[longer];
      to.insert(to.end(), both.begin(), both.end());
    }
  }
  return finer;
}

}  // namespace

std::pair<bool, std::vector<Ownership>> Answer::key(const RuleSet& set) const {
  std::pair<bool, std::vector<Ownership>> result{disputed, {}};
  for (const Reading& reading : readings) {
    result.second.push_back(ownership_of(set.rules[reading.rule].second));
  }
  auto& ownerships = result.second;
  std::sort(ownerships.begin(), ownerships.end());
  ownerships.erase(std::unique(ownerships.begin(), ownerships.end()), ownerships.end());
  return result;
}

RuleTable::RuleTable(RuleSet set, const ChosenPositions& chosen,
                     scenarios::CaseVocabulary vocabulary)
    : set_(std::move(set)),
      vocabulary_(std::move(vocabulary)),
      positions_(every_case(vocabulary_.dimensions())) {
  for (const auto& [name, rule] : set_.rules) rules_.push_back(cases_of(rule.when));
  for (const auto& [name, term] : set_.terms) terms_.push_back(cases_of(term.when));
  for (const auto& [name, one] : set_.constraints) constraints_.push_back(cases_of(one.when));
  for (const auto& [name, one] : set_.impossible) {
    const Cubes cases = cases_of(one.when);
    impossible_.insert(impossible_.end(), cases.begin(), cases.end());
  }
  choose_positions(set_.switches);
  choose_positions(chosen);
  combine_positions();
}

void RuleTable::choose_positions(const ChosenPositions& chosen) {
  for (const auto& [name, position] : chosen) {
    const std::size_t dimension = dimension_named(name);
    positions_.values[dimension] = value_bit(case_vocabulary()[dimension], position);
  }
}

bool RuleTable::looks_at(std::size_t dimension) const {
  const auto all = all_values(dimension, vocabulary());
  const auto tells_apart = [&](const Cubes& cases) {
    return std::ranges::any_of(cases,
                               [&](const Cube& cube) { return cube.values[dimension] != all; });
  };
  return std::ranges::any_of(rules_, tells_apart) || std::ranges::any_of(terms_, tells_apart);
}

void RuleTable::combine_positions() {
  switches_.clear();
  for (std::size_t d = 0; d < case_vocabulary().size(); ++d) {
    if (case_vocabulary()[d].kind != CaseDimension::Kind::Switch) continue;
    if (looks_at(d)) switches_.push_back(d);
  }
  combinations_ = {positions_};
  for (const std::size_t d : switches_) {
    std::vector<Cube> finer;
    for (const Cube& combination : combinations_) {
      for (std::uint32_t bit = 1; bit <= combination.values[d]; bit <<= 1U) {
        if ((combination.values[d] & bit) == 0) continue;
        finer.push_back(combination);
        finer.back().values[d] = bit;
      }
    }
    combinations_ = std::move(finer);
  }
}

RuleTable RuleTable::at_position(std::size_t dimension, std::uint32_t values) const {
  RuleTable other = *this;
  other.positions_.values[dimension] = values;
  other.combine_positions();
  return other;
}

Ownership RuleTable::ownership(std::size_t rule) const {
  return ownership_of(set_.rules[rule].second);
}

Ownership ownership_of(const scenarios::ResponsibilityRule& rule) {
  Ownership ownership{rule.responsible, rule.performer};
  std::sort(ownership.responsible.begin(), ownership.responsible.end());
  std::sort(ownership.performer.begin(), ownership.performer.end());
  return ownership;
}

std::vector<std::size_t> RuleTable::winners(const Cube& patient_case) const {
  std::vector<std::size_t> result;
  for (const Cube& combination : combinations_) {
    const Cube at = intersection(patient_case, combination);
    const auto found = std::find_if(rules_.begin(), rules_.end(), [&](const Cubes& cases) {
      return std::any_of(cases.begin(), cases.end(),
                         [&](const Cube& cube) { return contains(cube, at); });
    });
    if (found == rules_.end()) return {};
    result.push_back(static_cast<std::size_t>(found - rules_.begin()));
  }
  return result;
}

std::vector<TermReading> RuleTable::terms_for(const Cube& patient_case,
                                              scenarios::Matter matter) const {
  std::vector<TermReading> result;
  for (const Cube& combination : combinations_) {
    const Cube at = intersection(patient_case, combination);
    std::optional<std::size_t> found;
    for (std::size_t t = 0; t < terms_.size() && !found; ++t) {
      const bool holds =
          std::ranges::any_of(terms_[t], [&](const Cube& cube) { return contains(cube, at); });
      if (holds && set_.terms[t].second.matter == matter) found = t;
    }
    const auto known = std::ranges::find(result, found, &TermReading::term);
    if (known == result.end()) {
      result.push_back({found, combination});
      continue;
    }
    for (const std::size_t d : switches_) known->positions.values[d] |= combination.values[d];
  }
  return result;
}

Answer RuleTable::decide(const Cube& patient_case) const {
  const auto won = winners(patient_case);
  SIM_CHECK(!won.empty());
  return answer_of(won);
}

Answer RuleTable::answer_of(const std::vector<std::size_t>& rules) const {
  Answer answer;
  for (std::size_t c = 0; c < rules.size(); ++c) {
    auto known = std::find_if(answer.readings.begin(), answer.readings.end(),
                              [&](const Reading& reading) { return reading.rule == rules[c]; });
    if (known == answer.readings.end()) {
      answer.readings.push_back({rules[c], combinations_[c]});
      continue;
    }
    for (const std::size_t d : switches_) known->positions.values[d] |= combinations_[c].values[d];
  }
  const Ownership first = ownership(answer.readings.front().rule);
  answer.disputed =
      std::any_of(answer.readings.begin(), answer.readings.end(), [&](const Reading& reading) {
        return ownership(reading.rule) != first || rule(reading.rule).dispute.has_value();
      });
  return answer;
}

Cubes RuleTable::cases_of(const Condition& when) const {
  return Conditions{set_, vocabulary()}.cases_of(when);
}

Cube case_of(const scenarios::Named<std::string>& patient,
             const scenarios::Named<std::string>& changes, Dimensions vocabulary) {
  Cube cube = every_case(vocabulary);
  for (std::size_t d = 0; d < vocabulary.size(); ++d) {
    if (vocabulary[d].kind == CaseDimension::Kind::Attribute) cube.values[d] = 1;
  }
  for (const auto* const values : {&patient, &changes}) {
    for (const auto& [name, value] : *values) {
      const std::size_t dimension = dimension_named(name, vocabulary);
      cube.values[dimension] = value_bit(vocabulary[dimension], value);
    }
  }
  return cube;
}

Division divide(const RuleTable& table, const Cube& within) {
  Division division;
  division.left_over = difference(Cubes{within}, table.impossible());
  for (const Cubes& rule : table.rules()) {
    division.by_rule.push_back(joined(intersection(division.left_over, rule)));
    division.left_over = joined(difference(std::move(division.left_over), rule));
  }
  return division;
}

std::vector<Region> regions(const RuleTable& table) {
  RegionMap all{{{}, {every_case(table.vocabulary())}}};
  for (const Cube& combination : table.combinations()) {
    Division division = divide(table, combination);
    for (Cubes& cases : division.by_rule) {
      std::transform(cases.begin(), cases.end(), cases.begin(), opened);
    }
    all = refined(all, division);
  }
  std::vector<Region> result;
  for (auto& [rules, cases] : all) {
    result.push_back({table.answer_of(rules), joined(std::move(cases))});
  }
  return result;
}

}  // namespace care
