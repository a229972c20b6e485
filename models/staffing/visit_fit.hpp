// SPDX-License-Identifier: Apache-2.0
/// @file
/// Whether the people of a roster have time for the visits that fall in their shifts, one by one: before
/// any run.
#pragma once

#include <cstddef>
#include <vector>

#include "models/staffing/visit_plans.hpp"
#include "models/staffing/workforce.hpp"
#include "sim/time.hpp"

namespace care {

/// Visits of a task in the shifts of a rank.
struct VisitFit {
  double share = 0;          ///< of them that fit nobody, even if everybody rostered is there
  std::size_t people = 0;    ///< most on the roster of one such shift
  sim::Duration longest{};   ///< most time that one of them has for such visits, overtime left out
  sim::Duration visit{};     ///< mean time of a visit, travel included
  bool nobody_able = false;  ///< none of the role's own staff has the competence
};

/// What the people on the roster of a shift have for a visit by so many of them, nobody away.
struct RosterRoom {
  std::size_t people = 0;
  sim::Duration longest_own{};  ///< most time of one of them, overtime left out
  sim::Duration longest{};      ///< most that a visit may take of each; negative: too few people
};

/// By occurrence, for visits by `staff` people.
[[nodiscard]] std::vector<RosterRoom> roster_rooms(const Workforce& workforce, const Crew& crew,
                                                   std::size_t staff);

/// By rank of the shift in the day; `rooms` are of the crew for visits by as many as the task has staff.
/// `hours` that fall due by occurrence weigh the shifts; where none do, the share is 0. Shifts without
/// anybody on the roster are left out: their hours have no time at all. Travel is that of the crew's
/// first team. A visit with a window must fit into the window's part of somebody's time.
[[nodiscard]] std::vector<VisitFit> visits_that_fit_nobody(const Workforce& workforce,
                                                           const Crew& crew,
                                                           const VisitPlans& plans, TaskId id,
                                                           const std::vector<RosterRoom>& rooms,
                                                           const std::vector<double>& hours);

}  // namespace care
