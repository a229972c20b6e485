// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "scenarios/case_vocabulary.hpp"
#include "scenarios/issue.hpp"
#include "scenarios/rules.hpp"

namespace scenarios {

/// Faults of a rule set that can be told without deciding any case: names outside the vocabulary,
/// definitions that need themselves, tasks without level, rules without a source. Pointers are
/// those of the document; the file is left to the reader.
[[nodiscard]] std::vector<Issue> check_rule_set(const RuleSet& rules);

/// The switches that some rule looks at, by way of definitions and of care levels too, in the order
/// of the vocabulary.
[[nodiscard]] std::vector<std::string> switches_read(const RuleSet& rules);

/// What is told of a switch that has been set and that none of `read` is; nothing when one is.
[[nodiscard]] std::vector<Issue> unread_switch(const std::string& file, const std::string& pointer,
                                               const std::string& name,
                                               const std::vector<std::string>& read);

/// The same as check_rule_set() for a patient case over a vocabulary.
[[nodiscard]] std::vector<Issue> check_patient_case(const PatientCase& patient_case,
                                                    std::span<const CaseDimension> vocabulary);

}  // namespace scenarios
