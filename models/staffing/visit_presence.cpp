// SPDX-License-Identifier: Apache-2.0
// People who stay with one patient for the whole shift; the rule is at the head of visit_book.hpp.
#include <algorithm>

#include "models/staffing/visit_book.hpp"

namespace care {

/// The plan's next visit is at hand. It asks for nothing where no team gives it.
void VisitBook::add_stay(const Plan& plan, const VisitTask& task, std::uint32_t occurrence,
                         std::uint16_t place, ShiftResult& result) {
  asks_ |= task.asks;
  Visit& visit = stays_.emplace_back();
  visit.fill(plan, occurrence, place);
  if (plan.team >= workforce_->teams()) return;
  const sim::Duration whole = workforce_->whole_shift(plan.team, occurrence);
  visit.need = static_cast<std::uint32_t>(whole.count());
  result.due += whole;
}

/// Finds people for those who must have somebody, before the crew's people stand in order. Returns what
/// of the crew's overtime is left: the part of those who are free.
sim::Duration VisitBook::engage_people(sim::Duration overtime) {
  std::ranges::stable_sort(stays_, {}, [&](const Visit& visit) { return turn_of(visit); });
  const auto before = static_cast<std::int64_t>(people_.size());
  for (Visit& visit : stays_) {
    const auto time = people_.engage(plans_of_->task(visit.task).needed);
    visit.served = time.has_value();
    if (time) visit.need = static_cast<std::uint32_t>(time->count());
  }
  return before == 0 ? overtime : overtime * static_cast<std::int64_t>(people_.size()) / before;
}

void VisitBook::settle_stays(Teams crew, std::uint32_t occurrence) {
  const bool unlimited = workforce_->team(crew.front()).unlimited;
  for (Visit& visit : stays_) {
    if (unlimited || visit.served) {
      give(visit, occurrence);
    } else {
      pass_over(visit, crew, false);
    }
  }
}

}  // namespace care
