// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "experiments/comparison.hpp"

namespace care {

/// The changed cases by group of patients (ChangedGroup), most persons first. `attributes`: Comparison::case_attributes.
[[nodiscard]] std::vector<ChangedGroup> changed_groups(const std::vector<CaseChange>& cases,
                                                       const std::vector<std::string>& attributes);

/// Persons of all the cases together, with the interval of their mean.
[[nodiscard]] MetricEstimate persons_in(const std::vector<CaseChange>& cases);

}  // namespace care
