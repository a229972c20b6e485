// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "app/options.hpp"
#include "models/rules/rule_analysis.hpp"
#include "scenarios/rules.hpp"

namespace app {

/// The rule sets of the command line (all that come along with --all and no files), with the
/// switches that the user has resolved. What is compared or asked the same is over one vocabulary.
struct LoadedTables {
  std::vector<care::RuleTable> tables;
  std::vector<scenarios::Issue> errors;  ///< of reading, and gaps, breaches, rules never reached
  std::vector<scenarios::Issue> warnings;
};
[[nodiscard]] LoadedTables load_tables(const Options& options);

/// The patient cases of the command line, over the vocabulary of the rule sets; all that come along
/// when none is given.
struct LoadedCases {
  std::vector<scenarios::PatientCase> cases;
  std::vector<scenarios::Issue> errors;
};
[[nodiscard]] LoadedCases load_cases(const Options& options, care::Dimensions vocabulary);

/// Weights of cases by the population of --population, or equal ones.
struct LoadedWeights {
  care::PopulationWeights population;
  std::vector<scenarios::Issue> errors;
};
[[nodiscard]] LoadedWeights load_weights(const Options& options);

/// Cubes of cases to be shown, at most `most` of them.
struct CubeList {
  const care::RuleTable& table;
  const care::Cubes& cubes;
  const care::CaseWeights& weights;
  std::size_t most;
};

/// The cubes as a list, what they have in common first, each with its share of all combinations
/// (cubes may overlap, so that shares need not add up).
void put_cubes(const CubeList& list, viz::Lang lang);

// The three actions; each is given rule sets without faults and returns the exit status.
[[nodiscard]] int check_rules(const Options& options, const LoadedTables& loaded);
[[nodiscard]] int compare_rules(const Options& options, const LoadedTables& loaded);
[[nodiscard]] int explain_rules(const Options& options, const LoadedTables& loaded);

}  // namespace app
