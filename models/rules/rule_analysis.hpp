// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "models/rules/rule_table.hpp"
#include "scenarios/issue.hpp"
#include "scenarios/scenario.hpp"

namespace care {

/// What a rule set says before anything runs.
struct RuleFinding {
  enum class Kind {
    Gap,        ///< cases that no rule decides; an error
    Breach,     ///< the rule gives cases to another party than the law; an error
    Denied,     ///< cases that the law settles are called impossible; an error
    Unreached,  ///< earlier rules of the same file leave the rule nothing; an error
    Replaced    ///< rules of a file that extends this one leave the rule nothing; a note
  };
  Kind kind = Kind::Gap;
  std::size_t rule = 0;        ///< all but Gap; Denied: index in RuleSet::impossible
  std::size_t constraint = 0;  ///< Breach, Denied
  Cubes cases;                 ///< Gap, Breach, Denied: the fewest cubes
};

/// A switch that some rule looks at.
struct SwitchUse {
  std::size_t dimension = 0;
  bool open = false;  ///< neither the file nor the user has chosen
  double share = 0;   ///< of all cases, those whose answer the position changes, others as they are
};

/// Cases with something in common, and their share of all cases.
struct CaseShare {
  Cubes cases;  ///< the fewest cubes, unless said
  double share = 0;
};

struct RuleAnalysis {
  std::vector<RuleFinding> findings;  ///< in the order of the kinds, then of the rules
  /// Shares by who is responsible, undisputed: region, municipality, both, person, nobody.
  double region = 0, municipality = 0, both = 0, person = 0, nobody = 0;
  CaseShare disputed;
  CaseShare unowned;   ///< nobody is responsible, in some reading
  CaseShare unserved;  ///< nobody performs, in some reading
  std::vector<SwitchUse> switches;
};

/// Gaps, breaches, denials and rules never reached, at every position of every switch, whatever is chosen.
[[nodiscard]] std::vector<RuleFinding> find_rule_faults(const RuleTable& table);

/// Analyses a rule set over the whole space of cases, faults included. The shares are left at 0
/// when there is a gap.
[[nodiscard]] RuleAnalysis analyse_rules(const RuleTable& table, const CaseWeights& weights);

/// The faults that are errors as messages with their place in the file.
[[nodiscard]] std::vector<scenarios::Issue> rule_issues(const RuleTable& table,
                                                        const std::vector<RuleFinding>& findings);

/// A cube in the names of files: "age under_18; task tpn, drain"; "every case" for all of them.
[[nodiscard]] words::Text case_names(const Cube& cube,
                                     Dimensions vocabulary = scenarios::case_vocabulary());

/// The share of a cube among the cases that can occur, within [0, 1].
[[nodiscard]] double share_of(const RuleTable& table, const Cube& cube, const CaseWeights& weights);

/// Cases that the rule sets answer differently.
struct RuleDifference {
  std::vector<Answer> answers;  ///< one per rule set, with all rules that decide some of the cases
  CaseShare cases;              ///< not yet the fewest cubes
};

struct RuleComparison {
  std::vector<RuleDifference> differences;     ///< where not all agree, largest share first
  std::vector<std::vector<double>> differing;  ///< [i][j]: share of cases that i and j answer apart
};

/// Compares rule sets over the whole space of cases. Preconditions: at least two, none has a gap, all
/// are over one vocabulary.
[[nodiscard]] RuleComparison compare_rules(const std::vector<RuleTable>& tables,
                                           const CaseWeights& weights);

/// Weights that follow the population of a scenario in age, and are equal otherwise. Age groups
/// are told by the number they begin with ("80+ år"). Empty with issues when the scenario has none.
struct PopulationWeights {
  CaseWeights weights;
  std::vector<double> persons;  ///< by value of the attribute `age`
};
[[nodiscard]] PopulationWeights population_weights(const scenarios::Scenario& scenario,
                                                   std::vector<scenarios::Issue>& issues);

}  // namespace care
