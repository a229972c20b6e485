// SPDX-License-Identifier: Apache-2.0
#include "models/staffing/roster.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

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
    const auto days =
        scenarios::days_between(row.from, row.to, start, static_cast<int>(calendar.days()));
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

double people_for(const ShiftCalendar& calendar, const scenarios::Role& role,
                  const std::vector<std::int32_t>& asked) {
  double hours = 0;
  std::int32_t most = 0;
  for (std::uint32_t o = 0; o < calendar.size(); ++o) {
    hours += asked[o] / 1000.0 * sim::in_units(calendar[o].length, sim::hour);
    most = std::max(most, asked[o]);
  }
  if (most == 0) return 0;
  const double weeks = calendar.days() / 7.0;
  return std::ceil(std::max(hours / weeks / role.full_time_hours, most / 1000.0) - 1e-9);
}

std::vector<DaysOff> days_off(const ShiftCalendar& calendar, const scenarios::Person& person) {
  const auto start = std::chrono::floor<std::chrono::days>(calendar.start());
  std::vector<DaysOff> off;
  off.reserve(person.absent.size());
  const auto add = [&](std::pair<int, int> days) {
    if (days.first >= days.second) return;
    off.push_back(
        {static_cast<std::uint32_t>(days.first), static_cast<std::uint32_t>(days.second)});
  };
  const int days = static_cast<int>(calendar.days());
  for (const auto& absence : person.absent) {
    add(scenarios::days_between(absence.from, absence.to, start, days));
  }
  for (const auto& weeks : person.leave_weeks.value_or(std::vector<std::array<int, 2>>{})) {
    for (std::uint32_t w = 0; w < calendar.weeks(); ++w) {
      if (!scenarios::is_in_weeks(calendar.iso_week(w).week, weeks)) continue;
      const auto monday =
          std::chrono::floor<std::chrono::days>(calendar.first_monday() + w * 7 * sim::day);
      add(scenarios::days_between(monday, monday + std::chrono::days{6}, start, days));
    }
  }
  return off;
}

}  // namespace care
