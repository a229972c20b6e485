// SPDX-License-Identifier: Apache-2.0
/// @file
/// What the rows of a roster ask for, shift by shift.
#pragma once

#include <cstdint>
#include <vector>

#include "models/staffing/shift_calendar.hpp"
#include "scenarios/scenario.hpp"

namespace care {

/// Posts by occurrence, in thousandths. Rows add up; where one that replaces holds, those that do not
/// are left out. A night shift is of the day on which it begins.
[[nodiscard]] std::vector<std::int32_t> asked_posts(const ShiftCalendar& calendar,
                                                    const scenarios::Care& care,
                                                    const scenarios::Team& team);

}  // namespace care
