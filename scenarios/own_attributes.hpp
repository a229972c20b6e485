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

/// Whether a scenario can tell what the rule sets' own attributes ask. An attribute of that name with
/// other values is an error; that there is none is told, since then everybody has the usual value.
void check_own_attributes(const Scenario& scenario, std::span<const RuleSet> sets,
                          std::vector<Issue>& errors, std::vector<Issue>& warnings);

}  // namespace scenarios
