// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/case_vocabulary.hpp"
#include "scenarios/issue.hpp"
#include "scenarios/own_attributes.hpp"
#include "scenarios/rules.hpp"

namespace scenarios {

/// What became of a rule file.
struct LoadedRules {
  std::optional<RuleSet> rules;  ///< only when there are no errors
  std::vector<Issue> errors;     ///< all faults, in the order of the file
  std::vector<Issue> warnings;

  void reset() { rules.reset(); }
};

/// What became of the file of a patient case.
struct LoadedCase {
  std::optional<PatientCase> patient_case;  ///< only when there are no errors
  std::vector<Issue> errors;
  std::vector<Issue> warnings;

  void reset() { patient_case.reset(); }
};

/// Reads a rule file with what it extends and checks that every name resolves and every rule has a
/// source (check_rule_set.hpp); what the rules mean together is for models/rules. Throws nothing.
[[nodiscard]] LoadedRules load_rules(const std::filesystem::path& path);

/// The same from text, for tests and tools: no file is opened, so the rule set extends none.
[[nodiscard]] LoadedRules load_rules_text(std::string_view text, const std::string& name);

/// The rule sets of a scenario's agreements, in their order, checked against each other and against the
/// scenario's attributes; none without responsibility.
struct LoadedAgreements {
  std::vector<RuleSet> sets;  ///< those that could be read
  std::vector<Issue> errors, warnings;
};
[[nodiscard]] LoadedAgreements load_agreements(const Scenario& scenario);

/// What the scenario's agreements decide over. Rule files are opened only where it names more than the
/// built-in attributes.
struct LoadedVocabulary {
  std::optional<CaseVocabulary> vocabulary;  ///< only when there are no errors
  std::vector<Issue> errors;                 ///< of the rule files
};
[[nodiscard]] LoadedVocabulary load_vocabulary(const Scenario& scenario);

/// Reads the file of a patient case over a vocabulary (own_attributes.hpp). Throws nothing.
[[nodiscard]] LoadedCase load_case(const std::filesystem::path& path,
                                   std::span<const CaseDimension> vocabulary = case_vocabulary());

/// The same from text.
[[nodiscard]] LoadedCase load_case_text(
    std::string_view text, const std::string& name,
    std::span<const CaseDimension> vocabulary = case_vocabulary());

}  // namespace scenarios
