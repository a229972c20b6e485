// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include <gtest/gtest.h>

#include "tests/models/allocations.hpp"
#include "tests/models/staffing_case.hpp"

namespace {

using namespace staffing_case;

/// A year in which patients come and go and staff is short.
std::uint32_t year(const Compiled& compiled, care::Duty& duty, care::VisitBook& book,
                   care::ShiftStaff& staff) {
  duty.reset(1, 4);
  book.reset(1, 4);
  start_all(book, 200, sim::Time{monday()});
  std::uint32_t missed = 0;
  for (std::uint32_t o = 0; o < compiled.workforce.calendar().size(); ++o) {
    const flow::PatientSlot slot{o * 7 % 200};
    care::PlanStart from;
    from.now = from.stay_started = compiled.workforce.calendar()[o].start;
    book.stop(slot);
    book.start({slot, 2, o}, from);
    duty.find_staff(0, o, staff);
    missed += total(book.run_shift(0, o, staff)).missed;
  }
  return missed;
}

TEST(Allocation, AYearAllocatesNothingAfterTheFirst) {
  ASSERT_GT((static_cast<void>(std::make_unique<int>(1)), allocations::count()), 0U);
  scenarios::Role role = reliable_role();
  role.sickness = 0.1;
  role.sickness_shock_cv = 0.5;
  role.replacement = 0.5;
  role.vacancy = 0.1;
  role.vacancy_length =
      length(scenarios::DistributionSpec::Kind::Exponential, 8, 0, scenarios::TimeUnit::Weeks);
  role.child_care = 0.02;
  role.child_care_spell =
      length(scenarios::DistributionSpec::Kind::Exponential, 2, 0, scenarios::TimeUnit::Days);
  scenarios::Care care = care_with(role, team_of(30, 7, {"day", "evening", "night"}));
  scenarios::Task task = visits(6, lognormal_minutes(30, 0.6));
  task.shifts = {{"day", 0.5}, {"evening", 0.3}, {"night", 0.2}};
  task.max_moves = 2;
  task.harm = 0.1;
  task.taper = scenarios::Task::Taper{2, 30};
  care.tasks.emplace_back("care", task);
  task.once = true;
  care.tasks.emplace_back("enrolment", task);
  const Compiled compiled(care, 365);
  care::Duty duty(compiled.workforce);
  care::VisitBook book(compiled.workforce, compiled.plans);
  care::ShiftStaff staff;
  const std::uint32_t first = year(compiled, duty, book, staff);
  EXPECT_GT(first, 0U);
  const std::uint64_t before = allocations::count();
  EXPECT_EQ(year(compiled, duty, book, staff), first);
  EXPECT_EQ(allocations::count(), before);
}

}  // namespace
