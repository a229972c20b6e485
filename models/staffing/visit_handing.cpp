// SPDX-License-Identifier: Apache-2.0
// Visits that are not given when they are due: moved to a later shift of the team, or handed over to another role's.
#include "models/staffing/visit_book.hpp"

namespace care {

/// Takes the moved visits that may be given in this shift; the others wait on, in their order.
void VisitBook::collect_moved(std::uint32_t team, std::uint32_t occurrence, std::uint16_t place,
                              ShiftResult& result) {
  std::erase_if(moved_[team], [&](Visit& visit) {
    const VisitTask& task = plans_of_->task(visit.task);
    if (!alive(visit.slot, visit.generation)) {
      ++result.visits[static_cast<std::size_t>(task.priority)].lapsed;
      return true;
    }
    if (!permits(task, occurrence)) return false;
    visit.place = place;
    visit.trip = visit.next_here = nil;
    visit.shares = false;
    due_.push_back(visit);
    take_up(task, false, result);
    return true;
  });
}

/// Moves a visit that nobody has time for, hands it over, or gives it up.
void VisitBook::pass_over(Visit& visit, Teams crew, bool another_shift) {
  const VisitTask& task = plans_of_->task(visit.task);
  ShiftResult& result = results_[visit.place];
  VisitCounts& counts = result.visits[static_cast<std::size_t>(task.priority)];
  visit.longer_way = 0;
  if (visit.moves < task.max_moves && another_shift) {
    ++visit.moves;
    ++counts.moved;
    moved_[crew[visit.place]].push_back(visit);
    return;
  }
  if (hand_over(visit, crew[visit.place])) {
    ++counts.handed;
    return;
  }
  ++counts.missed;
  result.missed_window += has_time_elsewhere(visit) ? 1U : 0U;
  result.missed += sim::Duration{visit.need};
  if (visit.trip != nil) {  // the trip is counted once, at the end
    result.missed -= sim::Duration{visit.travel};
    trips_[visit.trip].missed = visit.travel;
  }
  counts.harmed += miss(visit) ? 1U : 0U;
}

/// Whether somebody has time for a visit that is given up, but not within its window.
bool VisitBook::has_time_elsewhere(const Visit& visit) {
  const VisitTask& task = plans_of_->task(visit.task);
  if (task.window == any_time) return false;
  const Area area = visit.travel > 0 ? patients_[visit.slot].area : ShiftPeople::everywhere;
  before_ = people_;
  return before_.take(sim::Duration{visit.need} / task.staff, task.staff, task.needed, area);
}

/// Whether another role's team gets a visit that its own team, `giver`, has given up.
bool VisitBook::hand_over(const Visit& visit, std::uint32_t giver) {
  const VisitTask& task = plans_of_->task(visit.task);
  if (task.hand_over_to == Workforce::none) return false;
  const StaffTeam& from = workforce_->team(giver);
  if (from.role == task.hand_over_to) return false;  // it has been handed over once
  const std::uint32_t receiver = workforce_->team_of(from.unit, task.hand_over_to);
  if (!workforce_->ever_works(receiver)) return false;
  if (task.presence && workforce_->posts(receiver, visit.first_due).milli == 0) return false;
  Visit& handed = handed_[receiver].emplace_back(visit);
  handed.moves = static_cast<std::uint16_t>(task.max_moves);  // none are left
  return true;
}

/// Takes what has been handed over in this shift; who is not on duty keeps it for their next one.
void VisitBook::collect_handed(std::uint32_t team, std::uint16_t place, bool on_duty,
                               ShiftResult& result) {
  for (Visit& visit : handed_[team]) {
    const VisitTask& task = plans_of_->task(visit.task);
    VisitCounts& counts = result.visits[static_cast<std::size_t>(task.priority)];
    ++counts.due;
    visit.place = place;
    visit.trip = visit.next_here = nil;
    visit.shares = false;
    const bool lapsed = !alive(visit.slot, visit.generation);
    if (on_duty && !lapsed && !task.presence) {
      due_.push_back(visit);
      take_up(task, true, result);
      continue;
    }
    result.due += sim::Duration{visit.need};
    if (task.presence && !lapsed) {  // handed over to who is on duty only
      asks_ |= task.asks;
      stays_.push_back(visit);
    } else if (lapsed) {
      ++counts.lapsed;
    } else {
      moved_[team].push_back(visit);
    }
  }
  handed_[team].clear();
}

}  // namespace care
