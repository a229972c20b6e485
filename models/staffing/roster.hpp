// SPDX-License-Identifier: Apache-2.0
/// @file
/// What the rows of a roster ask for, shift by shift.
#pragma once

#include <cstdint>
#include <vector>

#include "models/staffing/shift_calendar.hpp"
#include "scenarios/scenario.hpp"

namespace care {

/// Days of the run, [first, end), on which somebody is known to be away.
struct DaysOff {
  std::uint32_t first = 0, end = 0;
};

/// Posts by occurrence, in thousandths. Rows add up; where one that replaces holds, those that do not
/// are left out. A night shift is of the day on which it begins.
[[nodiscard]] std::vector<std::int32_t> asked_posts(const ShiftCalendar& calendar,
                                                    const scenarios::Care& care,
                                                    const scenarios::Team& team);

/// How many people a roster asks for: its hours on average over the run, at the paid hours of a full
/// post; and in the fullest shift a person a post.
[[nodiscard]] double people_for(const ShiftCalendar& calendar, const scenarios::Role& role,
                                const std::vector<std::int32_t>& asked);

/// The days of the run on which a person has leave of their own or is known to be absent.
[[nodiscard]] std::vector<DaysOff> days_off(const ShiftCalendar& calendar,
                                            const scenarios::Person& person);

}  // namespace care
