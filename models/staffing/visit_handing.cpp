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

/// Whether another role's team gets a visit that its own team, `giver`, has given up.
bool VisitBook::hand_over(const Visit& visit, std::uint32_t giver) {
  const VisitTask& task = plans_of_->task(visit.task);
  if (task.hand_over_to == Workforce::none) return false;
  const StaffTeam& from = workforce_->team(giver);
  if (from.role == task.hand_over_to) return false;  // it has been handed over once
  const std::uint32_t receiver = workforce_->team_of(from.unit, task.hand_over_to);
  if (!workforce_->ever_works(receiver)) return false;
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
    if (on_duty && !lapsed) {
      due_.push_back(visit);
      take_up(task, true, result);
      continue;
    }
    result.due += sim::Duration{visit.need};
    if (lapsed) {
      ++counts.lapsed;
    } else {
      moved_[team].push_back(visit);
    }
  }
  handed_[team].clear();
}

}  // namespace care
