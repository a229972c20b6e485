// SPDX-License-Identifier: Apache-2.0
#include "models/staffing/working_time.hpp"

#include <algorithm>
#include <cmath>

namespace care {

std::vector<WorkingTime> teams_beyond_full_time(const Workforce& workforce) {
  constexpr double rounding = 1e-6;  // hours
  const ShiftCalendar& calendar = workforce.calendar();
  std::vector<WorkingTime> teams;
  teams.reserve(workforce.teams());
  for (std::uint32_t number = 0; number < workforce.teams(); ++number) {
    const StaffTeam& team = workforce.team(number);
    if (!(team.employed > 0)) continue;
    double hours = 0;
    for (std::uint32_t o = 0; o < calendar.size(); ++o) {
      hours += sim::in_units(workforce.rostered(number, o), sim::hour);
    }
    hours *= 7.0 / calendar.days();
    if (hours <= team.employed * team.full_time_hours + rounding) continue;
    teams.push_back({number, hours, team.employed, team.full_time_hours,
                     std::ceil(hours / team.full_time_hours - rounding)});
  }
  std::ranges::stable_sort(teams, std::ranges::greater{},
                           [](const WorkingTime& team) { return team.each() / team.full_time; });
  return teams;
}

}  // namespace care
