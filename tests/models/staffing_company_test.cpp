// SPDX-License-Identifier: Apache-2.0
// Visits by two roles at once.
#include <gtest/gtest.h>

#include "tests/models/staffing_case.hpp"

namespace {

using namespace staffing_case;
using sim::minute;

/// Nurses (team 0) and physicians (team 1); each patient has a visit of half an hour a day by one of each, which is
/// 40 minutes with travel.
scenarios::Care nurses_and_physicians(const scenarios::Task& visit) {
  scenarios::Care care = with_tasks({visit});
  care.roles.emplace_back("physician", reliable_role());
  care.municipalities.front().second.teams.emplace_back(
      "physician", team_of(20, 5, {"day", "evening", "night"}));
  return care;
}
scenarios::Task together() {
  scenarios::Task task = visits(7, minutes(30));
  task.together_with = "physician";
  return task;
}

/// What both teams make of the first shift.
struct Both {
  care::ShiftResult nurses, physicians;
};
Both shift_of_both(care::VisitBook& book, std::uint32_t occurrence, double nurse_minutes,
                   double physician_minutes) {
  book.companions().staff(1) = minutes_available(physician_minutes);
  Both both;
  both.nurses = book.run_shift(0, occurrence, minutes_available(nurse_minutes));
  const care::ShiftStaff left = book.companions().staff(1);
  both.physicians = book.run_shift(1, occurrence, left);
  return both;
}
Both first_shift_of_both(const scenarios::Care& care, std::uint32_t patients, double nurse_minutes,
                         double physician_minutes) {
  const Compiled compiled(care, 7);
  care::VisitBook book(compiled.workforce, compiled.plans);
  book.reset(1, 0);
  start_all(book, patients, sim::Time{monday()});
  return shift_of_both(book, 0, nurse_minutes, physician_minutes);
}

TEST(Company, BothGiveTheirTime) {
  const Both both = first_shift_of_both(nurses_and_physicians(together()), 3, 240, 240);
  EXPECT_EQ(total(both.nurses).done, 3U);
  EXPECT_EQ(total(both.physicians).due, 0U) << "a visit counts once";
  EXPECT_EQ(both.nurses.given, 120 * minute);
  EXPECT_EQ(both.physicians.due, 120 * minute);
  EXPECT_EQ(both.physicians.given, 120 * minute);
  EXPECT_EQ(both.physicians.travel, 30 * minute);
}

TEST(Company, WhoIsShortOfTimeDecides) {
  const auto care = nurses_and_physicians(together());
  EXPECT_EQ(total(first_shift_of_both(care, 5, 240, 80).nurses).done, 2U);
  EXPECT_EQ(total(first_shift_of_both(care, 5, 80, 240).nurses).done, 2U);
  const Both none = first_shift_of_both(care, 5, 240, 39);
  EXPECT_EQ(total(none.nurses).missed, 5U);
  EXPECT_EQ(none.nurses.given, 0 * minute) << "nobody goes alone";
  EXPECT_EQ(none.physicians.due, 200 * minute) << "asked for, though not given";
}

/// 80 minutes of the physician's 120 are booked before the own visit of 40 is planned; that of 50 finds no time.
TEST(Company, AppointmentsComeBeforeOwnVisits) {
  scenarios::Care care = nurses_and_physicians(together());
  scenarios::Task own = visits(7, minutes(30));
  own.role = "physician";
  care.tasks.emplace_back("own", own);
  const Both both = first_shift_of_both(care, 2, 240, 120);
  EXPECT_EQ(total(both.nurses).done, 2U);
  EXPECT_EQ(total(both.physicians).due, 2U);
  EXPECT_EQ(total(both.physicians).done, 1U);
  EXPECT_EQ(both.physicians.given, 120 * minute);
}

/// A plan that has been given up leaves no appointment behind: of long visits first only one fits, in the order of
/// priority the two that cannot wait.
TEST(Company, APlanThatFailsCancels) {
  scenarios::Care care = nurses_and_physicians(together());
  care.tasks.front().second.priority = scenarios::Priority::MustAttend;
  scenarios::Task ordinary = together();
  ordinary.minutes = minutes(90);
  care.tasks.emplace_back("ordinary", ordinary);
  const Both both = first_shift_of_both(care, 3, 1000, 120);
  EXPECT_EQ(both.nurses.visits[0].done, 3U);
  EXPECT_EQ(both.physicians.given, 120 * minute);
  const Both tight = first_shift_of_both(nurses_and_physicians(together()), 4, 1000, 110);
  EXPECT_EQ(total(tight.nurses).done, 2U);
  EXPECT_EQ(tight.physicians.given, 80 * minute);
}

/// Moved to the next day, and given then, once.
TEST(Company, MovesAsOthersDo) {
  scenarios::Task task = together();
  task.max_moves = 3;
  const Compiled compiled(nurses_and_physicians(task), 7);
  care::VisitBook book(compiled.workforce, compiled.plans);
  book.reset(1, 0);
  start_all(book, 2, sim::Time{monday()});
  EXPECT_EQ(total(shift_of_both(book, 0, 240, 40).nurses).moved, 1U);
  for (const std::uint32_t not_the_tasks : {1U, 2U}) {
    EXPECT_EQ(total(shift_of_both(book, not_the_tasks, 240, 240).nurses).done, 0U);
  }
  const Both next = shift_of_both(book, 3, 240, 240);
  EXPECT_EQ(total(next.nurses).done, 3U);
  EXPECT_EQ(next.physicians.carried, 40 * minute);
  EXPECT_EQ(next.physicians.due, 80 * minute);
}

TEST(Company, TakesTheRolesOwnTrip) {
  scenarios::Care care = nurses_and_physicians(together());
  care.tasks.emplace_back("alone", visits(7, minutes(30)));
  const Both both = first_shift_of_both(care, 1, 240, 240);
  EXPECT_EQ(total(both.nurses).done, 2U);
  EXPECT_EQ(both.nurses.travel, 20 * minute) << "two trips";
}

/// A nurse of the municipality and the health centre's physician; the municipality's own come first where there are any.
TEST(Company, ComesFromAProviderWithPeople) {
  scenarios::Care care = with_tasks({together()});
  care.roles.emplace_back("physician", reliable_role());
  scenarios::Provider centre;
  centre.teams.emplace_back("physician", team_of(2, 1));
  care.responsibility.emplace();
  care.responsibility->providers.emplace_back("health_centre", centre);
  const std::vector<care::StaffUnits::Provider> named{{scenarios::Performer::SpecialistClinic, {}},
                                                      {scenarios::Performer::HealthCentre, {}}};
  const care::Workforce workforce(care, care::StaffUnits(care, named), monday(), 7);
  EXPECT_EQ(care::companion_team(workforce, 0, 1), workforce.team_of(2, 1))
      << "a roster, not no limit";
  care.municipalities.front().second.teams.emplace_back("physician", team_of(2, 1));
  const care::Workforce with_own(care, care::StaffUnits(care, named), monday(), 7);
  EXPECT_EQ(care::companion_team(with_own, 0, 1), with_own.team_of(0, 1));
}

TEST(Company, TheOneWithLeastTimeComes) {
  const auto care = nurses_and_physicians(together());
  const Compiled compiled(care, 7);
  care::Companions companions(compiled.workforce, compiled.plans);
  companions.staff(1).people = {100 * minute, 50 * minute, 30 * minute};
  companions.begin_shift();
  const auto appointment = [](int length) {
    return care::Companions::Appointment{1, 0, 0, length * minute, 0 * minute};
  };
  EXPECT_TRUE(companions.book(appointment(40)));
  EXPECT_EQ(companions.staff(1).people[1], 10 * minute);
  EXPECT_TRUE(companions.book(appointment(90)));
  EXPECT_FALSE(companions.book(appointment(40)));
  companions.cancel_after(1);
  EXPECT_EQ(companions.staff(1).people[0], 100 * minute);
  EXPECT_TRUE(companions.book(appointment(40)));
}

}  // namespace
