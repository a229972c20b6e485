// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "scenarios/issue.hpp"
#include "scenarios/rules.hpp"

namespace scenarios {

/// Faults of a rule set that can be told without deciding any case: names outside the vocabulary,
/// definitions that need themselves, tasks without level, rules without a source. Pointers are
/// those of the document; the file is left to the reader.
[[nodiscard]] std::vector<Issue> check_rule_set(const RuleSet& rules);

/// The same for a patient case.
[[nodiscard]] std::vector<Issue> check_patient_case(const PatientCase& patient_case);

}  // namespace scenarios
