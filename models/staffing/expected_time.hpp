// SPDX-License-Identifier: Apache-2.0
/// @file
/// The time that a team is expected to have, before any run: the means of what Duty draws.
#pragma once

#include <cstdint>
#include <vector>

#include "models/staffing/workforce.hpp"

namespace care {

/// Hours that the people of the team of this number are expected to have for visits and travel, by occurrence: what
/// Duty::staff gives as `available`, on average over replications. Posts, vacancy, leave week by
/// week, sickness, care of children, substitutes, agency staff and indirect work are in it; overtime is
/// not, as in the shortage event. Exact but for agency staff, who make up for what is missing up to their
/// cap, week by week, without the account that carries over, and for the first days of a month in which
/// children are more or less often ill than before.
[[nodiscard]] std::vector<double> expected_available(const Workforce& workforce,
                                                     std::uint32_t number);

}  // namespace care
