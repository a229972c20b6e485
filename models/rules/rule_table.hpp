// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "models/rules/cube.hpp"
#include "scenarios/own_attributes.hpp"
#include "scenarios/rules.hpp"

namespace care {

/// Who is responsible and who performs, each in the order of the enumerators.
struct Ownership {
  std::vector<scenarios::Party> responsible;
  std::vector<scenarios::Performer> performer;

  // clang-tidy 14 takes the zero that the compiler compares with for a pointer.
  // NOLINTNEXTLINE(modernize-use-nullptr)
  auto operator<=>(const Ownership&) const = default;
};

/// What one rule says, where the switches that are left open stand in one of these positions.
struct Reading {
  std::size_t rule = 0;  ///< index in RuleSet::rules
  Cube positions;        ///< the open switches for which this rule wins; every case when none is
};

/// What a rule set says of a case: one reading, or one for each position that matters.
struct Answer {
  std::vector<Reading> readings;  ///< in the order of the positions; at least one
  bool disputed = false;  ///< the readings differ in outcome, or the rule is itself disputed

  /// What two answers must have in common to be the same to a patient and to the ledger.
  [[nodiscard]] std::pair<bool, std::vector<Ownership>> key(const scenarios::RuleSet& set) const;
};

[[nodiscard]] Ownership ownership_of(const scenarios::ResponsibilityRule& rule);

/// What the agreement says of a matter, where the switches that are left open stand in one of these
/// positions.
struct TermReading {
  std::optional<std::size_t> term;  ///< index in RuleSet::terms; none: it does not settle it
  Cube positions;                   ///< as those of a Reading
};

/// The position that the user or the file has chosen for a switch.
using ChosenPositions = scenarios::Named<std::string>;

/// A rule set as sets of cases. The rules are tried in order and the first that holds the case
/// wins. Switches are dimensions as attributes are: what is not resolved is left open, and a case
/// has then as many readings as the open positions make different.
class RuleTable {
 public:
  /// `chosen` overrides the positions of the file. `vocabulary` holds the own attributes of this set
  /// and of all with which it is compared. Preconditions: the set was loaded without errors, the names
  /// are known.
  RuleTable(scenarios::RuleSet set, const ChosenPositions& chosen,
            scenarios::CaseVocabulary vocabulary);
  /// The same over a vocabulary with no other own attributes than the set's.
  explicit RuleTable(const scenarios::RuleSet& set, const ChosenPositions& chosen = {})
      : RuleTable(set, chosen, scenarios::CaseVocabulary({&set, 1})) {}

  [[nodiscard]] const scenarios::RuleSet& set() const { return set_; }
  /// What the cubes of the table are over.
  [[nodiscard]] Dimensions vocabulary() const { return vocabulary_.dimensions(); }
  [[nodiscard]] const scenarios::CaseVocabulary& words() const { return vocabulary_; }
  [[nodiscard]] const scenarios::ResponsibilityRule& rule(std::size_t index) const {
    return set_.rules[index].second;
  }

  /// The cases of each rule by itself, of each constraint, and those that do not occur.
  [[nodiscard]] const std::vector<Cubes>& rules() const { return rules_; }
  [[nodiscard]] const std::vector<Cubes>& constraints() const { return constraints_; }
  [[nodiscard]] const Cubes& impossible() const { return impossible_; }

  /// The positions of switches that are not excluded, and every combination of those that are open
  /// and that some rule looks at; one combination when none is.
  [[nodiscard]] const Cube& positions() const { return positions_; }
  [[nodiscard]] const std::vector<Cube>& combinations() const { return combinations_; }
  /// Dimensions of the switches that some rule looks at.
  [[nodiscard]] const std::vector<std::size_t>& switches() const { return switches_; }

  /// The cases that meet a condition of the set, definitions and scales included.
  [[nodiscard]] Cubes cases_of(const scenarios::Condition& when) const;

  /// Whether some rule or term tells cases apart by this dimension.
  [[nodiscard]] bool looks_at(std::size_t dimension) const;

  /// First match: the rule that wins a case at each combination of the open switches; empty where
  /// some combination has none.
  [[nodiscard]] std::vector<std::size_t> winners(const Cube& patient_case) const;

  /// The answer for a case: a cube with one value of every attribute. Precondition: some rule holds
  /// it (a checked rule set has one for every case).
  [[nodiscard]] Answer decide(const Cube& patient_case) const;

  /// What the agreement says of a matter at a case, in the order of the positions; at least one.
  [[nodiscard]] std::vector<TermReading> terms_for(const Cube& patient_case,
                                                   scenarios::Matter matter) const;

  /// Whether the answer of rules at the combinations is disputed.
  [[nodiscard]] Answer answer_of(const std::vector<std::size_t>& rules) const;

  [[nodiscard]] Ownership ownership(std::size_t rule) const;

  /// The same rules with other positions of one switch.
  [[nodiscard]] RuleTable at_position(std::size_t dimension, std::uint32_t values) const;

 private:
  void choose_positions(const ChosenPositions& chosen);
  void combine_positions();

  scenarios::RuleSet set_;
  scenarios::CaseVocabulary vocabulary_;
  std::vector<Cubes> rules_, terms_;
  std::vector<Cubes> constraints_;
  Cubes impossible_;
  Cube positions_;
  std::vector<std::size_t> switches_;
  std::vector<Cube> combinations_;
};

/// The case of a patient with the changes of a question: one value of every attribute, every
/// position of every switch.
[[nodiscard]] Cube case_of(const scenarios::Named<std::string>& patient,
                           const scenarios::Named<std::string>& changes = {},
                           Dimensions vocabulary = scenarios::case_vocabulary());

/// First match: what each rule decides within a cube, and what no rule does.
struct Division {
  std::vector<Cubes> by_rule;
  Cubes left_over;
};
[[nodiscard]] Division divide(const RuleTable& table, const Cube& within);

/// Cases that get the same answer.
struct Region {
  Answer answer;
  Cubes cases;  ///< switches wholly open
};

/// The whole space of cases by answer, those that do not occur left out. Precondition: every case
/// has a rule.
[[nodiscard]] std::vector<Region> regions(const RuleTable& table);

}  // namespace care
