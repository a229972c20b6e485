// SPDX-License-Identifier: Apache-2.0
#pragma once

// Money where rules move work from one principal to another. The rosters of a scenario stay where they are when
// rules change, and a performer without staff has it without limit, so that what a scenario's ledger says of it
// is who pays for idle hands. What a committee asks is what the work costs whoever has it.
// Internal to comparisons.

#include <span>
#include <vector>

#include "experiments/comparison.hpp"
#include "experiments/comparison_columns.hpp"

namespace care {

/// For each contestant whether its costs are told with staff that follow the work: it decides some patient case
/// otherwise than the first (`changed`, by other contestant), and the municipalities' teams are at work the same hours in every replication.
/// One with staff of its own is told as its ledger has it. The first never.
[[nodiscard]] std::vector<bool> staff_follows(std::span<const Column> columns,
                                              std::span<const ChangedCases> changed);

/// The kronor of the ledger, for contestants whose staff follow the work so: staff cost what they do under the
/// first, and each hour of care at home that a principal answers for beyond those there, travel included, costs
/// what an hour given costs the municipalities' teams of the role under the first: all that is paid for them, over
/// the hours that they give. An hour that two answer for together is half of each.
[[nodiscard]] std::vector<Column> following_costs(std::span<const Column> columns,
                                                  const std::vector<bool>& follows);

}  // namespace care
