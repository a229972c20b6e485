// SPDX-License-Identifier: Apache-2.0
#include "models/staffing/visit_fit.hpp"

#include <algorithm>
#include <span>

#include "models/staffing/shift_people.hpp"

namespace care {
namespace {

/// Asks what everybody on the roster of a shift can give together, nobody away; keeps its memory.
class WholeRoster {
 public:
  WholeRoster(const Workforce& workforce, const Crew& crew, std::size_t staff)
      : workforce_(workforce), crew_(crew), staff_(staff) {}

  RosterRoom operator()(std::uint32_t occurrence) {
    times_.clear();
    sim::Duration overtime{};
    for (const std::uint32_t number : crew_) {
      const StaffTeam& team = workforce_.team(number);
      workforce_.each_rostered(number, occurrence, [&](std::uint32_t, std::int32_t milli) {
        const sim::Duration paid = workforce_.post_time(milli, occurrence);
        times_.push_back(paid - team.indirect.of(paid));
        overtime += team.overtime.of(paid);
      });
    }
    if (times_.empty()) return {};
    people_.begin();
    people_.add(times_);
    people_.order();
    people_.allow_overtime(overtime);
    return {times_.size(), people_.longest_own(), people_.longest(staff_)};
  }

 private:
  const Workforce& workforce_;
  const Crew& crew_;
  std::size_t staff_;
  std::vector<sim::Duration> times_;
  ShiftPeople people_;
};

/// What of it lies in the task's window; overtime lengthens no window.
RosterRoom in_window(RosterRoom room, const VisitTask& task, std::span<const Share> windows) {
  if (task.window == any_time) return room;
  room.longest_own = windows[task.window].of(room.longest_own);
  room.longest = std::min(room.longest, room.longest_own);
  return room;
}

}  // namespace

std::vector<RosterRoom> roster_rooms(const Workforce& workforce, const Crew& crew,
                                     std::size_t staff) {
  WholeRoster room(workforce, crew, staff);
  std::vector<RosterRoom> rooms;
  rooms.reserve(workforce.calendar().size());
  for (std::uint32_t o = 0; o < workforce.calendar().size(); ++o) rooms.push_back(room(o));
  return rooms;
}

std::vector<VisitFit> visits_that_fit_nobody(const Workforce& workforce, const Crew& crew,
                                             const VisitPlans& plans, TaskId id,
                                             const std::vector<RosterRoom>& rooms,
                                             const std::vector<double>& hours) {
  const VisitTask& task = plans.task(id);
  const ShiftCalendar& calendar = workforce.calendar();
  const sim::Duration travel = workforce.unit_of(crew.front()).travel;
  std::vector<VisitFit> fits(calendar.shifts());
  std::vector<double> due(calendar.shifts());
  const Competences held = workforce.competences().of_own_staff(workforce.team(crew.front()).role);
  const bool able = has_all(held, task.needed);
  sim::Duration known{-1};  // most shifts have the same room
  double above = 1;
  for (std::uint32_t o = 0; o < calendar.size(); ++o) {
    if (!(hours[o] > 0) || rooms[o].people == 0) continue;
    const std::uint32_t rank = o % calendar.shifts();
    VisitFit& fit = fits[rank];
    const RosterRoom room = in_window(rooms[o], task, plans.windows(rank));
    if (task.presence) {
      above = 0;  // whoever is there can stay
    } else if (able && room.longest != known) {
      known = room.longest;
      above = task.minutes.above(sim::in_units(known - travel, task.unit));
    }
    fit.share += hours[o] * above;
    fit.nobody_able = !able;
    fit.people = std::max(fit.people, room.people);
    fit.longest = std::max(fit.longest, room.longest_own);
    due[rank] += hours[o];
  }
  for (std::size_t rank = 0; rank < fits.size(); ++rank) {
    if (due[rank] > 0) fits[rank].share /= due[rank];
    if (!task.presence) fits[rank].visit = sim::from_units(task.minutes.mean(), task.unit) + travel;
  }
  return fits;
}

}  // namespace care
