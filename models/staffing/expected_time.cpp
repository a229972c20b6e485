// SPDX-License-Identifier: Apache-2.0
#include "models/staffing/expected_time.hpp"

#include <algorithm>

namespace care {
namespace {

constexpr double thousand = 1000;

/// Part of the posts of a shift, in thousandths, whose holders are on leave.
std::int32_t on_leave(const Workforce& workforce, std::uint32_t team, std::uint32_t occurrence) {
  std::int32_t away = 0;
  workforce.each_rostered(team, occurrence, [&](std::uint32_t person, std::int32_t part) {
    if (workforce.is_away(team, person, occurrence)) away += part;
  });
  return away;
}

/// How likely it is of one who is sick that it began longer ago: 1 - integral from 0 to `ago` of P(spell > u)
/// du / mean, as in any alternating renewal process in stationarity.
template <class Illness>
double known_for(const Illness& sickness, sim::Duration ago) {
  if (sickness.share <= 0 || sickness.share >= 1) return 1;
  constexpr int steps = 96;
  const double step = sim::in_units(ago, sickness.unit) / steps;
  double newer = 0;
  for (int i = 0; i < steps; ++i) newer += (1 - sickness.spell.cdf((i + 0.5) * step)) * step;
  return 1 - newer / sickness.spell.mean();
}

/// Hours of a shift.
struct Shift {
  double rostered = 0, present = 0, substitute = 0;
  [[nodiscard]] double missing() const { return rostered - present - substitute; }
};

Shift expected_shift(const Workforce& workforce, std::uint32_t number, std::uint32_t occurrence) {
  const StaffTeam& team = workforce.team(number);
  const Posts& posts = workforce.posts(number, occurrence);
  const ShiftOccurrence& shift = workforce.calendar()[occurrence];
  const double held = std::min(posts.milli / thousand, team.circle / thousand);
  const double leave = on_leave(workforce, number, occurrence) / thousand;
  const double vacancy =
      workforce.leave_week(team.role, shift.week) ? team.vacancy_summer : team.vacancy;
  const double vacant = held * vacancy;
  const double away = leave * (1 - vacancy);
  const double hours = sim::in_units(shift.length, sim::hour);
  const double sick = (held - vacant - away) * team.sickness.share;
  const sim::Duration of_day = shift.start - (workforce.calendar().start() + shift.day * sim::day);
  const ChildCare& children = team.child_care;
  const double with_child =
      (held - vacant - away - sick) * children.month_share[month_of(shift.start)];
  double replaced = 0;
  if (team.sick_replacement > 0) {
    replaced = sick * team.sick_replacement * known_for(team.sickness, of_day);
    if (with_child > 0)
      replaced += with_child * team.sick_replacement * known_for(children, of_day);
  }
  return {hours * posts.milli / thousand, hours * (held - vacant - away - sick - with_child),
          hours * ((vacant + away) * team.replacement + replaced)};
}

}  // namespace

std::vector<double> expected_available(const Workforce& workforce, std::uint32_t number) {
  const StaffTeam& team = workforce.team(number);
  const ShiftCalendar& calendar = workforce.calendar();
  std::vector<Shift> shifts;
  std::vector<Shift> weeks(calendar.weeks());
  for (std::uint32_t o = 0; o < calendar.size(); ++o) {
    shifts.push_back(expected_shift(workforce, number, o));
    Shift& week = weeks[calendar[o].week];
    week.rostered += shifts[o].rostered;
    week.present += shifts[o].present;
    week.substitute += shifts[o].substitute;
  }
  std::vector<double> available;
  for (std::uint32_t o = 0; o < calendar.size(); ++o) {
    const Shift& week = weeks[calendar[o].week];
    const bool summer = workforce.leave_week(team.role, calendar[o].week);
    const double most = (summer ? team.agency_summer : team.agency).value() * week.rostered;
    const double filled = week.missing() > 0 ? std::min(1.0, most / week.missing()) : 0;
    const double paid = shifts[o].present + shifts[o].missing() * filled +
                        team.productivity.value() * shifts[o].substitute;
    available.push_back(paid * (1 - team.indirect.value()));
  }
  return available;
}

}  // namespace care
