// SPDX-License-Identifier: Apache-2.0
#include "models/staffing/companions.hpp"

#include <algorithm>

namespace care {

std::uint32_t companion_team(const Workforce& workforce, std::uint32_t unit, std::uint32_t role) {
  const auto works = [&](std::uint32_t of) {
    const std::uint32_t team = workforce.team_of(of, role);
    return !workforce.team(team).unlimited && workforce.ever_works(team);
  };
  if (works(unit)) return workforce.team_of(unit, role);
  const StaffUnits& units = workforce.units();
  for (std::uint32_t other = units.municipalities(); other < units.with_teams(); ++other) {
    if (works(other)) return workforce.team_of(other, role);
  }
  return workforce.team_of(unit, role);
}

Companions::Companions(const Workforce& workforce, const VisitPlans& plans)
    : workforce_(&workforce) {
  for (std::uint32_t team = 0; team < workforce.teams(); ++team) {
    if (std::ranges::any_of(plans.tasks(), [&](const VisitTask& task) {
          return task.together_with == workforce.team(team).role;
        })) {
      teams_.push_back(team);
    }
  }
  if (teams_.empty()) return;
  comes_.resize(workforce.teams());
  for (const std::uint32_t team : teams_) comes_[team] = true;
  staff_.resize(workforce.teams());
  asked_.resize(workforce.teams());
}

void Companions::begin_shift() {
  booked_.clear();
  for (const std::uint32_t team : teams_) asked_[team] = {};
}

void Companions::ask(std::uint32_t team, sim::Duration time, bool due_now) {
  (due_now ? asked_[team].due : asked_[team].carried) += time;
}

bool Companions::book(const Appointment& appointment) {
  if (workforce_->team(appointment.team).unlimited) {
    booked_.push_back({appointment, nullptr});
    return true;
  }
  sim::Duration* best = nullptr;
  for (const std::uint32_t team : workforce_->crew_of(appointment.team)) {
    for (sim::Duration& left : staff_[team].people) {
      if (left >= appointment.time && (best == nullptr || left < *best)) best = &left;
    }
  }
  if (best == nullptr) return false;
  *best -= appointment.time;
  booked_.push_back({appointment, best});
  return true;
}

void Companions::cancel_after(std::size_t appointments) {
  while (booked_.size() > appointments) {
    if (booked_.back().left != nullptr) *booked_.back().left += booked_.back().appointment.time;
    booked_.pop_back();
  }
}

}  // namespace care
