// SPDX-License-Identifier: Apache-2.0
// Who has a competence, which visits need it, and what is handed over to another role.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/models/staffing_case.hpp"

namespace {

using namespace staffing_case;
using care::Duty;
using care::ShiftResult;
using care::ShiftStaff;
using care::VisitBook;
using testing::ElementsAre;

/// Everybody in west is a nurse on duty in every day shift; `held` is who of them has the delegation.
scenarios::Care delegated_care(int people, const scenarios::HeldBy& held,
                               scenarios::Role role = reliable_role()) {
  role.competences.emplace_back("delegation", held);
  scenarios::Care care = care_with(role, team_of(people, people));
  care.competences.emplace_back("delegation", scenarios::Competence{});
  return care;
}

/// Who has it in a shift, by their place.
std::set<std::size_t> who_has_it(Duty& duty, std::uint32_t replication, std::uint32_t shift = 0) {
  duty.reset(11, replication);
  const ShiftStaff staff = duty.staff(0, shift);
  EXPECT_EQ(staff.competences.size(), staff.people.size());
  std::set<std::size_t> all;
  for (std::size_t one = 0; one < staff.competences.size(); ++one) {
    if (staff.competences[one] == 1) all.insert(one);
  }
  return all;
}

TEST(Competences, AShareOfTheTeamHasItRoundedUpOrDown) {
  const care::Workforce workforce(delegated_care(5, {0.5, {}, {}}), monday(), 7);
  Duty duty(workforce);
  Sample number;
  for (std::uint32_t r = 0; r < 4000; ++r) {
    const auto size = static_cast<double>(who_has_it(duty, r).size());
    EXPECT_TRUE(size == 2 || size == 3) << size;
    number.add(size);
  }
  EXPECT_TRUE(number.agrees(2.5)) << number.mean();
  const care::Workforce all(delegated_care(5, {1, {}, {}}), monday(), 7);
  Duty everybody(all);
  EXPECT_EQ(who_has_it(everybody, 0).size(), 5U);
  const care::Workforce none(delegated_care(5, {0, {}, {}}), monday(), 7);
  Duty nobody(none);
  EXPECT_EQ(who_has_it(nobody, 0).size(), 0U);
}

TEST(Competences, EverySetIsAsLikelyAndALargerShareKeepsIt) {
  const care::Workforce workforce(delegated_care(4, {0.5, {}, {}}), monday(), 7);
  const care::Workforce more(delegated_care(4, {0.75, {}, {}}), monday(), 7);
  Duty duty(workforce), larger(more);
  std::map<std::set<std::size_t>, double> sets;
  constexpr int replications = 6000;
  for (std::uint32_t r = 0; r < replications; ++r) {
    const auto few = who_has_it(duty, r), many = who_has_it(larger, r);
    ++sets[few];
    EXPECT_EQ(many.size(), 3U);
    EXPECT_TRUE(std::ranges::includes(many, few));
  }
  ASSERT_EQ(sets.size(), 6U);
  for (const auto& [who, times] : sets) {
    EXPECT_NEAR(times / replications, 1.0 / 6, 4 * std::sqrt(5.0 / 36 / replications));
  }
}

/// It is drawn at addresses of its own: nobody is ill on another day for it, and it lasts.
TEST(Competences, NothingElseMoves) {
  scenarios::Role role = reliable_role();
  role.sickness = 0.2;
  role.vacancy = 0.2;
  role.replacement = 0.5;
  role.agency_cap = role.agency_cap_summer = 0.1;
  scenarios::Care care = delegated_care(6, {0.5, 0.2, 0.1}, role);
  const care::Workforce with(care, monday(), 70);
  care.roles[0].second.competences.clear();
  care.competences.clear();
  const care::Workforce without(care, monday(), 70);
  Duty one(with), other(without);
  one.reset(3, 4);
  other.reset(3, 4);
  for (std::uint32_t o = 0; o < with.calendar().size(); ++o) {
    const ShiftStaff there = one.staff(0, o), here = other.staff(0, o);
    EXPECT_EQ(there.people, here.people);
    EXPECT_EQ(there.competences.size(), there.people.size());
    EXPECT_TRUE(here.competences.empty());
  }
}

TEST(Competences, SubstitutesByTheWeekAndAgencyByTheirNumber) {
  scenarios::Role role = reliable_role();
  role.vacancy = 1;
  role.replacement = 1;
  const care::Workforce substitutes(delegated_care(5, {1, 0.3, {}}, role), monday(), 28);
  Duty duty(substitutes);
  Sample share;
  for (std::uint32_t r = 0; r < 1000; ++r) {
    const auto first = who_has_it(duty, r, 0);
    EXPECT_EQ(who_has_it(duty, r, 3), first) << "on the next day of the week the same people";
    share.add(static_cast<double>(first.size()) / 5);
    share.add(static_cast<double>(who_has_it(duty, r, 21).size()) / 5);
  }
  EXPECT_TRUE(share.agrees(0.3)) << share.mean();
  role.replacement = 0;
  role.agency_cap = role.agency_cap_summer = 1;
  const care::Workforce agency(delegated_care(4, {1, {}, 0.25}, role), monday(), 28);
  Duty hired(agency);
  Sample of_agency;
  for (std::uint32_t r = 0; r < 2000; ++r) {
    of_agency.add(static_cast<double>(who_has_it(hired, r).size()) / 4);
  }
  EXPECT_TRUE(of_agency.agrees(0.25)) << of_agency.mean();
}

/// Assistants (team 1) give a visit a day by delegation and hand over to nurses (team 0); twenty minutes
/// and ten of travel.
scenarios::Care insulin_care(int max_moves = 0) {
  scenarios::Care care = care_with(reliable_role(), team_of(2, 2));
  care.competences.emplace_back("delegation", scenarios::Competence{});
  care.roles[0].second.competences.emplace_back("delegation", scenarios::HeldBy{});
  scenarios::Role assistant = reliable_role();
  assistant.competences.emplace_back("delegation", scenarios::HeldBy{0.5, {}, {}});
  care.roles.emplace_back("assistant", assistant);
  care.municipalities[0].second.teams.emplace_back("assistant", team_of(4, 2));
  scenarios::Task task = visits(7, minutes(20));
  task.role = "assistant";
  task.competence = "delegation";
  task.hand_over_to = "nurse";
  task.max_moves = max_moves;
  care.tasks.emplace_back("insulin", task);
  return care;
}

/// People with an hour each; of whom the first `able` have the delegation.
ShiftStaff people_with_an_hour(std::size_t people, std::size_t able) {
  ShiftStaff staff;
  staff.people.assign(people, sim::hour);
  staff.competences.assign(people, 0);
  std::fill_n(staff.competences.begin(), able, care::Competences{1});
  staff.available = static_cast<std::int64_t>(people) * sim::hour;
  return staff;
}

constexpr std::uint32_t nurses_team = 0, assistants_team = 1;

TEST(HandingOver, GiversComeFirst) {
  const Compiled compiled(insulin_care(), 7);
  const auto order = compiled.plans.crews_in_order();
  EXPECT_THAT(std::vector<std::uint32_t>(order.begin(), order.end()), ElementsAre(1U, 0U));
}

TEST(HandingOver, WhatNobodyAbleHasTimeForGoesToTheOtherRole) {
  const Compiled compiled(insulin_care(), 7);
  VisitBook book(compiled.workforce, compiled.plans);
  book.reset(1, 0);
  start_all(book, 5, sim::Time{monday()});
  // Two hours, but one of the two may: she gives two visits of half an hour.
  const auto own = book.run_shift(assistants_team, 0, people_with_an_hour(2, 1));
  EXPECT_EQ(total(own).due, 5U);
  EXPECT_EQ(total(own).done, 2U);
  EXPECT_EQ(own.sum(&care::VisitCounts::handed), 3);
  EXPECT_EQ(total(own).missed, 0U);
  EXPECT_EQ(book.pending(), 3U);
  const auto theirs = book.run_shift(nurses_team, 0, people_with_an_hour(1, 1));
  EXPECT_EQ(total(theirs).due, 3U);
  EXPECT_EQ(theirs.due, 90 * sim::minute);
  EXPECT_EQ(total(theirs).done, 2U);
  EXPECT_EQ(total(theirs).late, 0U);
  EXPECT_EQ(total(theirs).missed, 1U) << "it is not handed back";
  EXPECT_EQ(theirs.sum(&care::VisitCounts::handed), 0);
  EXPECT_EQ(book.pending(), 0U);
}

TEST(HandingOver, MovesComeFirst) {
  const Compiled compiled(insulin_care(1), 7);
  VisitBook book(compiled.workforce, compiled.plans);
  book.reset(1, 0);
  start_all(book, 1, sim::Time{monday()});
  const auto monday_shift = book.run_shift(assistants_team, 0, people_with_an_hour(2, 0));
  EXPECT_EQ(total(monday_shift).moved, 1U);
  EXPECT_EQ(total(book.run_shift(nurses_team, 0, people_with_an_hour(1, 1))).due, 0U);
  const auto tuesday = book.run_shift(assistants_team, 3, people_with_an_hour(2, 0));
  EXPECT_EQ(tuesday.sum(&care::VisitCounts::handed), 1) << "that of Monday";
  EXPECT_EQ(total(tuesday).moved, 1U) << "that of Tuesday";
  const auto nurses = book.run_shift(nurses_team, 3, people_with_an_hour(1, 1));
  EXPECT_EQ(total(nurses).done, 1U);
  EXPECT_EQ(total(nurses).late, 1U);
}

TEST(HandingOver, WhoIsOffDutyHasItInTheNextShift) {
  scenarios::Care care = insulin_care();
  care.municipalities[0].second.teams[0].second.roster.front().days = {DayKind::Thu};
  const Compiled compiled(care, 14);
  VisitBook book(compiled.workforce, compiled.plans);
  book.reset(1, 0);
  start_all(book, 1, sim::Time{monday()});
  // Thursday is the third shift of the day kind after Monday: Wednesday is New Year's Day.
  for (const std::uint32_t day : {0U, 1U, 2U}) {
    book.run_shift(assistants_team, 3 * day, people_with_an_hour(1, 0));
    const auto off = book.run_shift(nurses_team, 3 * day, {});
    EXPECT_EQ(total(off).due, 1U);
    EXPECT_EQ(total(off).missed, 0U);
    EXPECT_EQ(book.pending(), day + 1);
  }
  book.run_shift(assistants_team, 9, people_with_an_hour(1, 0));
  const auto on = book.run_shift(nurses_team, 9, people_with_an_hour(1, 1));
  EXPECT_EQ(total(on).due, 1U);
  EXPECT_EQ(on.due, 30 * sim::minute) << "with the trip to the home, where three more are waiting";
  EXPECT_EQ(on.carried, 60 * sim::minute);
  EXPECT_EQ(total(on).done, 2U) << "an hour is enough for the two that have waited longest";
  EXPECT_EQ(total(on).late, 2U);
  EXPECT_EQ(total(on).missed, 2U);
}

TEST(HandingOver, NotToThoseWhoNeverWork) {
  scenarios::Care care = insulin_care();
  care.municipalities[0].second.teams.erase(care.municipalities[0].second.teams.begin());
  const Compiled compiled(care, 7);
  VisitBook book(compiled.workforce, compiled.plans);
  book.reset(1, 0);
  start_all(book, 2, sim::Time{monday()});
  const auto own = book.run_shift(assistants_team, 0, people_with_an_hour(2, 0));
  EXPECT_EQ(total(own).missed, 2U);
  EXPECT_EQ(own.sum(&care::VisitCounts::handed), 0);
}

/// What a team of a role got and what became of it.
struct Flow {
  std::int64_t due = 0, ended = 0, handed = 0;
  void add(const ShiftResult& result) {
    const care::VisitCounts all = total(result);
    due += all.due;
    handed += result.sum(&care::VisitCounts::handed);
    ended += std::int64_t{all.done} + all.missed + all.lapsed;
  }
};

/// Patients come and go, people are there or not: nothing is lost between the two teams.
TEST(HandingOver, VisitsAreConserved) {
  scenarios::Care care = insulin_care();
  for (int t = 0; t < 4; ++t) {
    scenarios::Task task = visits(2 + 3 * t, lognormal_minutes(25, 0.8));
    task.priority = static_cast<scenarios::Priority>(t);
    task.max_moves = t % 3;
    task.role = t == 3 ? "nurse" : "assistant";
    if (t % 2 == 0) task.competence = "delegation";
    if (t != 3) task.hand_over_to = "nurse";
    task.shifts = {{"day", 0.6}, {"evening", 0.4}};
    care.tasks.emplace_back("task" + std::to_string(t), task);
  }
  care.municipalities[0].second.teams[0].second = team_of(3, 1, {"day", "evening"});
  care.municipalities[0].second.teams[0].second.roster.front().days = weekdays;
  care.municipalities[0].second.teams[1].second = team_of(6, 2, {"day", "evening"});
  const Compiled compiled(care, 100);
  VisitBook book(compiled.workforce, compiled.plans);
  Duty duty(compiled.workforce);
  for (std::uint32_t r = 0; r < 10; ++r) {
    book.reset(5, r);
    duty.reset(5, r);
    sim::Stream turnover(5, {r, 1, 1, 1, 1});
    Flow assistants, nurses;
    std::uint32_t serial = 0;
    for (std::uint32_t o = 0; o < compiled.workforce.calendar().size(); ++o) {
      const sim::Time now = compiled.workforce.calendar()[o].start;
      for (int k = 0; k < 3; ++k) {
        const flow::PatientSlot slot{turnover.below(90)};
        care::PlanStart from;
        from.now = now;
        from.stay_started = now - turnover.below(100) * sim::hour;
        book.stop(slot);
        if (turnover.happens(0.8)) book.start({slot, 9, serial++}, from);
      }
      assistants.add(book.run_shift(assistants_team, o, duty.staff(assistants_team, o)));
      EXPECT_GE(assistants.due, assistants.ended + assistants.handed);
      nurses.add(book.run_shift(nurses_team, o, duty.staff(nurses_team, o)));
      EXPECT_EQ(assistants.due + nurses.due,
                assistants.ended + assistants.handed + nurses.ended + book.pending());
    }
    EXPECT_GT(assistants.handed, 100);
    EXPECT_GE(nurses.due, assistants.handed) << "all of them are due there";
    EXPECT_EQ(nurses.handed, 0);
  }
}

}  // namespace
