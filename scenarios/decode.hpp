// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "scenarios/document.hpp"
#include "scenarios/issue.hpp"
#include "scenarios/rules.hpp"
#include "scenarios/scenario.hpp"

namespace scenarios {

/// Turns a document into a Scenario, a RuleSet or a PatientCase. What cannot be read keeps its
/// default, so that reading goes on and all faults are found at once. Values are checked one by
/// one; what they mean together is for check.hpp and check_rule_set.hpp.
template <class Root>
[[nodiscard]] Root decode(const Document& document, std::vector<Issue>& errors,
                          std::vector<Issue>& warnings);

}  // namespace scenarios
