// SPDX-License-Identifier: Apache-2.0
#include "models/staffing/visit_fit.hpp"

#include <algorithm>

#include "models/staffing/shift_people.hpp"

namespace care {
namespace {

/// Everybody on the roster of a shift, nobody away.
struct Rostered {
  ShiftPeople people;
  std::size_t count = 0;
};

Rostered rostered(const Workforce& workforce, const Crew& crew, std::uint32_t occurrence) {
  std::vector<sim::Duration> times;
  sim::Duration overtime{};
  for (const std::uint32_t number : crew) {
    const StaffTeam& team = workforce.team(number);
    workforce.each_rostered(number, occurrence, [&](std::uint32_t, std::int32_t milli) {
      const sim::Duration paid = workforce.post_time(milli, occurrence);
      times.push_back(paid - team.indirect.of(paid));
      overtime += team.overtime.of(paid);
    });
  }
  Rostered all;
  all.count = times.size();
  all.people.add(times);
  all.people.order();
  all.people.allow_overtime(overtime);
  return all;
}

}  // namespace

std::vector<VisitFit> visits_that_fit_nobody(const Workforce& workforce, const Crew& crew,
                                             const VisitTask& task,
                                             const std::vector<double>& hours) {
  const ShiftCalendar& calendar = workforce.calendar();
  const sim::Duration travel = workforce.unit_of(crew.front()).travel;
  std::vector<VisitFit> fits(calendar.shifts());
  std::vector<double> due(calendar.shifts());
  const Competences held = workforce.competences().of_own_staff(workforce.team(crew.front()).role);
  const bool able = has_all(held, task.needed);
  for (std::uint32_t o = 0; o < calendar.size(); ++o) {
    if (!(hours[o] > 0)) continue;
    const Rostered all = rostered(workforce, crew, o);
    if (all.count == 0) continue;
    VisitFit& fit = fits[o % calendar.shifts()];
    const sim::Duration room = all.people.longest(task.staff) - travel;
    fit.share += hours[o] * (able ? task.minutes.above(sim::in_units(room, task.unit)) : 1);
    fit.nobody_able = !able;
    fit.people = std::max(fit.people, all.count);
    fit.longest = std::max(fit.longest, all.people.longest_own());
    due[o % calendar.shifts()] += hours[o];
  }
  for (std::size_t rank = 0; rank < fits.size(); ++rank) {
    if (due[rank] > 0) fits[rank].share /= due[rank];
    fits[rank].visit = sim::from_units(task.minutes.mean(), task.unit) + travel;
  }
  return fits;
}

}  // namespace care
