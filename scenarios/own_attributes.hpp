// SPDX-License-Identifier: Apache-2.0
/// @file
/// Attributes that rule sets declare themselves, beside the built-in vocabulary.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "scenarios/case_vocabulary.hpp"
#include "scenarios/issue.hpp"
#include "scenarios/rules.hpp"

namespace scenarios {

/// What some rule sets decide over together: the built-in vocabulary, and after it the attributes that
/// the rule sets declare, each once. A value that is cheap to copy; dimensions() lives as long as a copy.
class CaseVocabulary {
 public:
  /// The built-in one.
  CaseVocabulary() = default;
  /// Precondition: check_own_attributes() finds no fault.
  explicit CaseVocabulary(std::span<const RuleSet> sets);

  [[nodiscard]] std::span<const CaseDimension> dimensions() const;
  /// Those that the rule sets declare.
  [[nodiscard]] std::span<const CaseDimension> own() const;

 private:
  struct Storage;
  std::shared_ptr<const Storage> storage_;  // none: nothing is declared
};

/// Faults of rule sets that are decided together, with their files: an attribute that two declare with
/// different values, and more attributes than there is room for.
[[nodiscard]] std::vector<Issue> check_own_attributes(std::span<const RuleSet> sets);

/// Whether the scenario says something (`facts`, `misjudged`) of case attributes that are not built in:
/// only then its rule sets are needed to know whether its names resolve.
[[nodiscard]] bool names_own_attributes(const Scenario& scenario);

/// Whether a scenario can tell what the rule sets' own attributes ask. An attribute of that name with
/// other values is an error, and so are other values in its facts; that it says nothing of one is told,
/// since then everybody has the usual value. What it sets of attributes that no rule set asks for, as when
/// other rules are put in the place of its own, is of no account, but nothing may be `given` by one.
void check_own_attributes(const Scenario& scenario, std::span<const RuleSet> sets,
                          std::vector<Issue>& errors, std::vector<Issue>& warnings);

}  // namespace scenarios
