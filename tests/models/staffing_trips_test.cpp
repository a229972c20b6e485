// SPDX-License-Identifier: Apache-2.0
// Visits at one home that share a trip.
#include <cstdint>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "models/staffing/visit_book.hpp"
#include "tests/models/staffing_case.hpp"

namespace {

using namespace staffing_case;
using care::ShiftResult;
using care::ShiftStaff;
using care::VisitBook;
using scenarios::Priority;

constexpr std::uint64_t trip_seed = 17;

/// The day shift of Tuesday, of patients who each have all of the tasks every day.
ShiftResult tuesday(const scenarios::Care& care, std::uint32_t patients, const ShiftStaff& staff) {
  const Compiled compiled(care, 7);
  VisitBook book(compiled.workforce, compiled.plans);
  book.reset(trip_seed, 0);
  start_all(book, patients, sim::Time{monday()});
  static_cast<void>(work(book, 0, 3));
  ShiftResult result = book.run_shift(0, 3, staff);
  result.missed_visits = {};
  result.booked = {};
  return result;
}

scenarios::Task daily(double length, Priority priority = Priority::Ordinary) {
  scenarios::Task task = visits(7, minutes(length));
  task.priority = priority;
  return task;
}

TEST(Trips, TwoVisitsAtOneHomeTakeOne) {
  const scenarios::Care care = with_tasks({daily(20), daily(20)});
  for (const int time : {50, 10'000}) {
    const ShiftResult result = tuesday(care, 1, people_of({time}));
    EXPECT_EQ(result.due, 50 * sim::minute);
    EXPECT_EQ(result.given, 50 * sim::minute);
    EXPECT_EQ(result.travel, 10 * sim::minute);
    EXPECT_EQ(total(result).done, 2U);
  }
  const ShiftResult apart = tuesday(with_tasks({daily(20)}), 2, people_of({10'000}));
  EXPECT_EQ(apart.due, 60 * sim::minute) << "two homes";
  EXPECT_EQ(apart.travel, 20 * sim::minute);
}

TEST(Trips, OneIsMadeForVisitsOfDifferentPriority) {
  const scenarios::Care care =
      with_tasks({daily(20, Priority::MustAttend), daily(20, Priority::Visitor)});
  const ShiftResult all = tuesday(care, 1, people_of({50}));
  EXPECT_EQ(all.given, 50 * sim::minute);
  const ShiftResult one = tuesday(care, 1, people_of({49}));
  EXPECT_EQ(one.due, 50 * sim::minute);
  EXPECT_EQ(one.given, 30 * sim::minute) << "the more urgent one, with the trip";
  EXPECT_EQ(one.visits[0].done, 1U);
  EXPECT_EQ(one.missed, 20 * sim::minute) << "somebody was there";
}

TEST(Trips, WhoHasNoTimeForAllLeavesTheRestToAnotherWithATripOfTheirOwn) {
  const scenarios::Care care = with_tasks({daily(20), daily(20)});
  const ShiftResult split = tuesday(care, 1, people_of({35, 35}));
  EXPECT_EQ(total(split).done, 2U);
  EXPECT_EQ(split.due, 50 * sim::minute);
  EXPECT_EQ(split.given, 60 * sim::minute);
  EXPECT_EQ(split.travel, 20 * sim::minute);
  EXPECT_EQ(split.overtime, sim::Duration::zero());
  const ShiftResult none = tuesday(care, 1, people_of({29, 29}));
  EXPECT_EQ(total(none).missed, 2U);
  EXPECT_EQ(none.missed, 50 * sim::minute) << "the trip once";
}

TEST(Trips, WhoIsThereStaysOnWithoutAnotherTrip) {
  ShiftStaff alone = people_of({35});
  alone.overtime_available = 15 * sim::minute;
  const scenarios::Care care = with_tasks({daily(20), daily(20)});
  const ShiftResult result = tuesday(care, 1, alone);
  EXPECT_EQ(total(result).done, 2U);
  EXPECT_EQ(result.given, 50 * sim::minute);
  EXPECT_EQ(result.overtime, 15 * sim::minute);
}

TEST(Trips, TheSameTwoGiveVisitsByTwo) {
  scenarios::Task pair = daily(20);
  pair.staff = 2;
  scenarios::Care care = with_tasks({pair, pair});
  const ShiftResult both = tuesday(care, 1, people_of({50, 50}));
  EXPECT_EQ(both.due, 100 * sim::minute);
  EXPECT_EQ(both.given, 100 * sim::minute);
  EXPECT_EQ(both.travel, 20 * sim::minute);
  care = with_tasks({pair, daily(20), pair, daily(20)});
  EXPECT_EQ(tuesday(care, 1, people_of({1000, 1000, 1000})).travel, 30 * sim::minute)
      << "two by two of them, and one alone twice";
}

TEST(Trips, WhoLacksTheCompetenceGoesAloneForTheOther) {
  scenarios::Task dose = daily(20, Priority::MustAttend);
  dose.competence = "insulin";
  scenarios::Care care = with_tasks({dose, daily(20)});
  care.competences.emplace_back("insulin", scenarios::Competence{});
  care.roles.front().second.competences.emplace_back("insulin", scenarios::HeldBy{});
  // The one with insulin has time for both, or for the dose alone; the other may not give it.
  const ShiftResult together = tuesday(care, 1, people_of({60, 60}, {1, 0}));
  EXPECT_EQ(together.given, 50 * sim::minute);
  const ShiftResult apart = tuesday(care, 1, people_of({40, 60}, {1, 0}));
  EXPECT_EQ(apart.given, 60 * sim::minute);
  EXPECT_EQ(total(apart).done, 2U);
}

TEST(Trips, WithoutTravelNothingIsShared) {
  scenarios::Care care = with_tasks({daily(20), daily(20)});
  care.municipalities.front().second.travel_minutes = 0;
  const ShiftResult result = tuesday(care, 1, people_of({20, 20}));
  EXPECT_EQ(result.given, 40 * sim::minute);
  EXPECT_EQ(total(result).done, 2U);
}

/// In a shift nothing is lost: what is asked for, with the trips that are made more than once a home, is what is
/// given and what is missed.
TEST(Trips, HoursAddUp) {
  std::vector<scenarios::Task> tasks;
  for (int t = 0; t < 4; ++t) {
    scenarios::Task task = visits(5 + t, lognormal_minutes(25, 0.8));
    task.priority = static_cast<Priority>(t);
    task.shifts = {{"day", 0.6}, {"evening", 0.4}};
    if (t % 2 == 1) task.staff = 2;
    tasks.push_back(task);
  }
  const Compiled compiled(with_tasks(tasks), 60);
  VisitBook book(compiled.workforce, compiled.plans);
  book.reset(trip_seed, 3);
  start_all(book, 12, sim::Time{monday()});
  sim::Duration more{};
  for (std::uint32_t o = 0; o < 180; ++o) {
    const ShiftResult result = book.run_shift(0, o, people_of({150, 200, 250, 120}));
    const sim::Duration trips = result.given + result.missed - result.due;
    EXPECT_GE(trips, sim::Duration::zero()) << "shift " << o;
    EXPECT_EQ(trips % (10 * sim::minute), sim::Duration::zero()) << "whole trips of one person";
    more += trips;
    EXPECT_EQ(total(result).due, total(result).done + total(result).missed);
  }
  EXPECT_GT(more, sim::Duration::zero()) << "the case has visits that are given apart";
}

}  // namespace
