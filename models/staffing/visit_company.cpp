// SPDX-License-Identifier: Apache-2.0
// Visits by two roles at once; the rule is at the head of companions.hpp.
#include "models/staffing/visit_book.hpp"

namespace care {

/// What the visit takes of one person of the other role; nothing where a provider without limit gives it.
VisitBook::Company VisitBook::company_of(const Visit& visit) const {
  const VisitTask& task = plans_of_->task(visit.task);
  const StaffTeam& own = workforce_->team(crew_[visit.place]);
  if (task.together_with == Workforce::none || own.unlimited) return {};
  const std::uint32_t other = companion_team(*workforce_, own.unit, task.together_with);
  const sim::Duration minutes = sim::Duration{visit.need - visit.travel} / task.staff;
  const sim::Duration travel =
      visit.travel > 0 ? workforce_->unit_of(other).travel : sim::Duration::zero();
  return {true,
          {other, patients_[visit.slot].municipality, visit.account, minutes + travel, travel}};
}

/// Both at once, or neither.
bool VisitBook::give_together(Visit& visit) {
  const Company company = company_of(visit);
  const std::size_t before = companions_.booked();
  visit.served = (!company.is_asked || companions_.book(company.appointment)) && give_alone(visit);
  if (!visit.served) companions_.cancel_after(before);
  return visit.served;
}

/// What the visits at hand have asked of other roles, given or not.
void VisitBook::ask_companions(std::uint32_t occurrence) {
  for (const Visit& visit : due_) {
    const Company company = company_of(visit);
    if (!company.is_asked) continue;
    companions_.ask(company.appointment.team, company.appointment.time,
                    visit.first_due == occurrence);
  }
}

/// What the people of the crew at work have done on visits of others.
void VisitBook::add_appointments() {
  for (std::size_t place = 0; place < crew_.size(); ++place) {
    const std::uint32_t team = crew_[place];
    if (!companions_.has(team)) continue;
    ShiftResult& result = results_[place];
    result.due += companions_.asked(team).due;
    result.carried += companions_.asked(team).carried;
    companions_.each(team, [&](const Companions::Appointment& of) {
      result.given += of.time;
      result.travel += of.travel;
      if (!assignments_.empty()) {
        booked_[of.municipality * assignments_.accounts() + of.account] += of.time;
      }
    });
  }
}

}  // namespace care
