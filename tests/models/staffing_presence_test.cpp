// SPDX-License-Identifier: Apache-2.0
// Somebody with a patient for the whole shift.
#include <gtest/gtest.h>

#include "tests/models/staffing_case.hpp"

namespace {

using namespace staffing_case;
using care::ShiftStaff;
using care::VisitBook;
using sim::minute;

/// Every day shift.
scenarios::Task presence() {
  scenarios::Task task = visits(7, {});
  task.presence = true;
  task.priority = scenarios::Priority::MustAttend;
  return task;
}

ShiftStaff with_overtime(ShiftStaff staff, int overtime) {
  staff.overtime_available = overtime * minute;
  return staff;
}

care::ShiftResult first_shift(const scenarios::Care& care, std::uint32_t patients,
                              const ShiftStaff& staff) {
  const Compiled compiled(care, 7);
  VisitBook book(compiled.workforce, compiled.plans);
  book.reset(1, 0);
  start_all(book, patients, sim::Time{monday()});
  return book.run_shift(0, 0, staff);
}

/// A patient who must have somebody, and has visits of half an hour and the way there too.
scenarios::Care with_visits() { return with_tasks({presence(), visits(7, minutes(30))}); }

TEST(Presence, TakesAllTimeOfOneWhoMakesNoOtherVisit) {
  const auto two = first_shift(with_visits(), 1, people_of({300, 240}));
  EXPECT_EQ(total(two).done, 2U);
  EXPECT_EQ(two.given, (240 + 40) * minute) << "the one with least time stays";
  EXPECT_EQ(two.travel, 10 * minute);
  const auto one = first_shift(with_visits(), 1, people_of({300}));
  EXPECT_EQ(one.visits[0].done, 1U);
  EXPECT_EQ(total(one).missed, 1U) << "the visit, though there are minutes";
  EXPECT_EQ(one.given, 300 * minute);
}

TEST(Presence, AsksForAWholePost) {
  const scenarios::Care care = with_tasks({presence()});
  const Compiled compiled(care, 7);
  const sim::Duration whole = compiled.workforce.whole_shift(0, 0);
  EXPECT_EQ(whole, (8 * 60 - compiled.workforce.team(0).indirect.value() * 8 * 60) * minute);
  const auto nobody = first_shift(care, 2, {});
  EXPECT_EQ(nobody.due, 2 * whole);
  EXPECT_EQ(nobody.missed, 2 * whole);
  EXPECT_EQ(total(nobody).missed, 2U);
  const auto one = first_shift(care, 2, people_of({100}));
  EXPECT_EQ(total(one).done, 1U);
  EXPECT_EQ(one.given, 100 * minute);
}

TEST(Presence, OfTheAbleWhoCanDoLeastElseStays) {
  care::ShiftPeople people;
  const std::vector<sim::Duration> times{60 * minute, 50 * minute, 40 * minute, 30 * minute};
  const std::vector<care::Competences> held{3, 1, 1, 2};
  people.begin();
  people.add(times, held);
  EXPECT_EQ(people.engage(1), 40 * minute);
  EXPECT_EQ(people.engage(1), 50 * minute);
  EXPECT_EQ(people.engage(1), 60 * minute);
  EXPECT_EQ(people.engage(1), std::nullopt);
  EXPECT_EQ(people.size(), 1U);
  people.order(2);
  EXPECT_TRUE(people.take(30 * minute, 1, 2));
}

/// Of two people one stays: half of the overtime is left for the other.
TEST(Presence, WhoStaysWorksNoOvertimeElsewhere) {
  const auto enough = first_shift(with_visits(), 1, with_overtime(people_of({240, 20}), 40));
  EXPECT_EQ(total(enough).done, 2U) << "the one with 20 minutes stays";
  const scenarios::Care care = with_tasks({presence(), visits(7, minutes(60))});
  EXPECT_EQ(total(first_shift(care, 1, with_overtime(people_of({60, 60}), 20))).done, 2U);
  EXPECT_EQ(total(first_shift(care, 1, with_overtime(people_of({60, 60}), 18))).done, 1U);
}

/// Nurses (team 0) get what assistants (team 1) have nobody for, in the same shift or not at all.
TEST(Presence, IsHandedOverInItsShift) {
  scenarios::Care care = with_tasks({presence()});
  care.tasks.front().second.role = "assistant";
  care.tasks.front().second.hand_over_to = "nurse";
  care.roles.emplace_back("assistant", reliable_role());
  care.municipalities.front().second.teams.emplace_back("assistant", team_of(2, 2));
  for (const bool on_duty : {true, false}) {
    if (!on_duty) {
      for (auto& row : care.municipalities.front().second.teams.front().second.roster) {
        row.days = {DayKind::Sun};
      }
    }
    const Compiled compiled(care, 7);
    VisitBook book(compiled.workforce, compiled.plans);
    book.reset(1, 0);
    start_all(book, 2, sim::Time{monday()});
    const auto own = book.run_shift(1, 0, people_of({200}));
    EXPECT_EQ(total(own).done, 1U);
    EXPECT_EQ(own.sum(&care::VisitCounts::handed), on_duty ? 1 : 0);
    EXPECT_EQ(total(own).missed, on_duty ? 0U : 1U);
    const auto nurses = book.run_shift(0, 0, people_of({210}));
    EXPECT_EQ(total(nurses).done, on_duty ? 1U : 0U);
    EXPECT_EQ(nurses.given, (on_duty ? 210 : 0) * minute);
    EXPECT_EQ(book.pending(), 0U);
  }
}

}  // namespace
