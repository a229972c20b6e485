// SPDX-License-Identifier: Apache-2.0
#include "models/staff_leave.hpp"

#include <string>

#include "words/catalog.hpp"

namespace care {
namespace {

using scenarios::child_pointer;

/// The team's own minimum, or that of its role.
std::string minimum_of(const StaffUnit& unit, const std::string& role) {
  for (const auto& [name, team] : unit.teams) {
    if (name != role || !team.leave_minimum) continue;
    const char* const list = unit.kind == StaffUnit::Kind::Municipality
                                 ? "/care/municipalities"
                                 : "/care/responsibility/providers";
    return child_pointer(child_pointer(list, unit.id) + "/teams", role) + "/leave_minimum";
  }
  return child_pointer("/care/roles", role) + "/leave_minimum";
}

int last_week(const scenarios::Role& role) {
  std::size_t last = 0;
  for (std::size_t s = 0; s < role.leave_start_weights.size(); ++s) {
    if (role.leave_start_weights[s] > 0) last = s;
  }
  const int week = role.leave_first_week + static_cast<int>(last) + role.leave_weeks - 1;
  constexpr int weeks_in_year = 52;
  return week > weeks_in_year ? week - weeks_in_year : week;
}

}  // namespace

std::vector<scenarios::Issue> leave_issues(const scenarios::Care& care,
                                           const Workforce& workforce) {
  std::vector<scenarios::Issue> issues;
  for (const LeaveShortfall& shortfall : workforce.leave_shortfalls()) {
    const StaffTeam& team = workforce.team(shortfall.team);
    const StaffUnit& unit = workforce.unit_of(shortfall.team);
    const auto& [name, role] = care.roles[team.role];
    issues.push_back(
        {"", minimum_of(unit, name),
         words::say("expected.leave_minimum", {{"n", shortfall.needed}, {"people", team.people}}),
         words::say("got.leave_minimum", {{"weeks", role.leave_weeks},
                                          {"first", role.leave_first_week},
                                          {"last", last_week(role)},
                                          {"place", unit.id},
                                          {"n", shortfall.most}})});
  }
  return issues;
}

}  // namespace care
