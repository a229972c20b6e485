// SPDX-License-Identifier: Apache-2.0
#include "models/staffing/roster.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "models/staffing/names.hpp"
#include "scenarios/roster.hpp"
#include "sim/check.hpp"

namespace care {
namespace {

bool covers(const scenarios::RosterRow& row, const ShiftOccurrence& occurrence) {
  const bool day =
      row.days.empty() || std::ranges::find(row.days, occurrence.day_kind) != row.days.end();
  return day && (!row.weeks || scenarios::is_in_weeks(occurrence.iso_week, *row.weeks));
}

}  // namespace

std::vector<std::int32_t> asked_posts(const ShiftCalendar& calendar, const scenarios::Care& care,
                                      const scenarios::Team& team) {
  std::vector<std::int32_t> asked(calendar.size()), instead(calendar.size());
  std::vector<std::uint8_t> is_replaced(calendar.size());
  const auto start = std::chrono::floor<std::chrono::days>(calendar.start());
  for (const scenarios::RosterRow& row : team.roster) {
    SIM_CHECK(row.posts >= 0 && row.posts < 1e6);
    const auto milli = static_cast<std::int32_t>(std::llround(row.posts * 1000));
    const std::uint32_t rank = calendar.rank_of_shift(names::place_of(care.shifts, row.shift));
    const auto days = scenarios::days_of(row, start, static_cast<int>(calendar.days()));
    for (int day = days.first; day < days.second; ++day) {
      const std::uint32_t o = static_cast<std::uint32_t>(day) * calendar.shifts() + rank;
      if (!covers(row, calendar[o])) continue;
      (row.replaces ? instead : asked)[o] += milli;
      if (row.replaces) is_replaced[o] = 1;
    }
  }
  for (std::uint32_t o = 0; o < calendar.size(); ++o) {
    if (is_replaced[o] != 0) asked[o] = instead[o];
  }
  return asked;
}

}  // namespace care
