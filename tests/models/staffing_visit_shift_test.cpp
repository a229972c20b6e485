// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include <gtest/gtest.h>

#include "models/staffing/visit_book.hpp"
#include "tests/models/staffing_case.hpp"

namespace {

using namespace staffing_case;
using care::Duty;
using care::PlanStart;
using care::ShiftResult;
using care::ShiftStaff;
using care::VisitBook;
using care::VisitCounts;
using scenarios::Priority;

constexpr std::uint64_t shift_seed = 77;

TEST(Shift, UsesOvertimeOnlyWhenItMust) {
  const Compiled compiled(with_tasks({visits(7, minutes(20))}), 14);
  VisitBook book(compiled.workforce, compiled.plans);
  book.reset(shift_seed, 0);
  start_all(book, 10, sim::Time{monday()});
  static_cast<void>(work(book, 0, 3));
  // Ten visits of 30 minutes.
  const ShiftResult enough = book.run_shift(0, 3, minutes_available(300, 60));
  EXPECT_EQ(enough.overtime, sim::Duration::zero());
  EXPECT_EQ(enough.given, 300 * sim::minute);
  EXPECT_EQ(enough.travel, 100 * sim::minute);
  const ShiftResult stretched = book.run_shift(0, 6, minutes_available(250, 60));
  EXPECT_EQ(stretched.overtime, 50 * sim::minute);
  EXPECT_EQ(total(stretched).done, 10U);
  const ShiftResult short_of = book.run_shift(0, 9, minutes_available(200, 60));
  EXPECT_EQ(short_of.overtime, 40 * sim::minute);
  EXPECT_EQ(total(short_of).done, 8U);
  EXPECT_EQ(total(short_of).missed, 2U);
  EXPECT_EQ(short_of.missed, 60 * sim::minute);
}

TEST(Shift, ServesInOrderOfPriority) {
  std::vector<scenarios::Task> tasks(4, visits(7, minutes(20)));
  tasks[0].priority = Priority::Visitor;
  tasks[1].priority = Priority::MustAttend;
  tasks[2].priority = Priority::Ordinary;
  tasks[3].priority = Priority::TimeCritical;
  const Compiled compiled(with_tasks(tasks), 42);
  VisitBook book(compiled.workforce, compiled.plans);
  book.reset(shift_seed, 0);
  start_all(book, 6, sim::Time{monday()});
  static_cast<void>(work(book, 0, 3));
  // Every day six homes have a visit of 20 minutes of each priority, and are 10 minutes away: 30 for the first,
  // 20 for each of the 18 others. Time for 30 minutes more each day.
  for (std::uint32_t k = 1; k <= 25; ++k) {
    const ShiftResult result = book.run_shift(0, k * 3, minutes_available(30.0 * (k - 1)));
    std::uint32_t left = k <= 7 ? k - 1 : 6 + std::min(18U, (30 * (k - 1) - 180) / 20);
    for (std::size_t p = 0; p < care::priorities; ++p) {
      const std::uint32_t served = std::min(6U, left);
      EXPECT_EQ(result.visits[p].due, 6U);
      EXPECT_EQ(result.visits[p].done, served) << k << ' ' << p;
      EXPECT_EQ(result.visits[p].missed, 6 - served);
      left -= served;
    }
  }
}

TEST(Shift, PassesOverWhatDoesNotFit) {
  scenarios::Task lengthy = visits(7, minutes(50));
  lengthy.priority = Priority::MustAttend;
  scenarios::Task brief = visits(7, minutes(10));
  const Compiled compiled(with_tasks({lengthy, brief}), 7);
  VisitBook book(compiled.workforce, compiled.plans);
  book.reset(shift_seed, 0);
  start_all(book, 2, sim::Time{monday()});
  static_cast<void>(work(book, 0, 3));
  const ShiftResult result = book.run_shift(0, 3, minutes_available(85));
  EXPECT_EQ(result.visits[0].done, 1U);
  EXPECT_EQ(result.visits[0].missed, 1U);
  EXPECT_EQ(result.visits[2].done, 1U);
  EXPECT_EQ(result.given, 80 * sim::minute);
}

TEST(Shift, MovesAVisitSoManyTimesAndThenMissesIt) {
  scenarios::Task task = visits(0.01, minutes(20));
  task.once = true;
  task.max_moves = 2;
  const Compiled compiled(with_tasks({task}), 7);
  VisitBook book(compiled.workforce, compiled.plans);
  book.reset(shift_seed, 0);
  PlanStart from;
  from.now = from.stay_started = sim::Time{monday()};
  book.start(patient(0), from);
  const ShiftStaff nobody;
  const ShiftResult day = book.run_shift(0, 0, nobody);
  EXPECT_EQ(total(day).due, 1U);
  EXPECT_EQ(total(day).moved, 1U);
  EXPECT_EQ(book.pending(), 1U);
  const ShiftResult tuesday = book.run_shift(0, 3, nobody);
  EXPECT_EQ(total(tuesday).due, 0U);
  EXPECT_EQ(tuesday.carried, 30 * sim::minute);
  EXPECT_EQ(total(tuesday).moved, 1U);
  const ShiftResult wednesday = book.run_shift(0, 6, nobody);
  EXPECT_EQ(total(wednesday).missed, 1U);
  EXPECT_EQ(book.pending(), 0U);
}

// A12: a visit of Fridays was moved to Saturday, and one of the day to the evening.
TEST(Shift, A12AMovedVisitKeepsItsDaysAndShifts) {
  scenarios::Task task = visits(1, minutes(20));
  task.days = {sim::DayKind::Fri};
  task.max_moves = 1;
  const Compiled compiled(with_tasks({task}), 28);
  VisitBook book(compiled.workforce, compiled.plans);
  book.reset(shift_seed, 0);
  start_all(book, 3, sim::Time{monday()});
  const auto shifts = static_cast<std::uint32_t>(compiled.workforce.calendar().shifts());
  for (std::uint32_t o = 0; o < compiled.workforce.calendar().size(); ++o) {
    const bool permitted =
        o % shifts == 0 && compiled.workforce.calendar()[o].day_kind == DayKind::Fri;
    const ShiftResult result = book.run_shift(0, o, minutes_available(30));  // one visit fits
    EXPECT_EQ(total(result).done, permitted ? 1U : 0U) << "shift " << o;
    EXPECT_EQ(total(result).due, permitted ? 3U : 0U) << "shift " << o;
    EXPECT_TRUE(permitted || result.carried == sim::Duration{0}) << "shift " << o;
  }
}

TEST(Shift, MovedVisitsWaitForPostsAndComeFirst) {
  scenarios::Care care = with_tasks({});
  scenarios::Team& team = care.municipalities[0].second.teams[0].second;
  team = team_of(5, 2);
  team.roster[0].days = weekdays;
  scenarios::Task task = visits(7, minutes(20));
  task.max_moves = 5;
  care.tasks.emplace_back("daily", task);
  const Compiled compiled(care, 28);
  VisitBook book(compiled.workforce, compiled.plans);
  book.reset(shift_seed, 0);
  start_all(book, 3, sim::Time{monday()});
  static_cast<void>(work(book, 0, 33));  // to the end of Thursday 9 January
  EXPECT_EQ(book.pending(), 0U);
  EXPECT_EQ(total(book.run_shift(0, 33, minutes_available(plenty))).done, 3U);
  for (std::uint32_t o = 34; o < 42; ++o) {
    const ShiftResult weekend = book.run_shift(0, o, ShiftStaff{});
    EXPECT_EQ(total(weekend).moved, o % 3 == 0 ? 3U : 0U);
    EXPECT_EQ(weekend.carried, sim::Duration::zero());
  }
  EXPECT_EQ(book.pending(), 6U);
  // Monday: a trip to each home, for Saturday's, Sunday's and Monday's own, takes 70 minutes. Two are made; in
  // the 50 that are left Saturday's and Sunday's are given.
  const ShiftResult first = book.run_shift(0, 42, minutes_available(190));
  EXPECT_EQ(first.due, 90 * sim::minute) << "Monday's own bear the trips";
  EXPECT_EQ(first.carried, 120 * sim::minute);
  EXPECT_EQ(total(first).done, 8U);
  EXPECT_EQ(total(first).late, 6U);
  EXPECT_EQ(total(first).moved, 1U);
}

TEST(Shift, ATeamThatTheScenarioLacksMissesEverything) {
  scenarios::Care care = with_tasks({});
  care.roles.emplace_back("therapist", reliable_role());
  scenarios::Task task = visits(7, minutes(20));
  task.role = "therapist";
  task.max_moves = 3;
  care.tasks.emplace_back("exercise", task);
  const Compiled compiled(care, 7);
  VisitBook book(compiled.workforce, compiled.plans);
  book.reset(shift_seed, 0);
  start_all(book, 2, sim::Time{monday()});
  std::uint32_t missed = 0;
  for (std::uint32_t o = 0; o < 21; ++o) {
    EXPECT_EQ(total(book.run_shift(0, o, minutes_available(plenty))).due, 0U);
    missed += total(book.run_shift(1, o, ShiftStaff{})).missed;
  }
  EXPECT_EQ(missed, 14U);
}

TEST(Shift, NobodyIsAlwaysLast) {
  const Compiled watched(with_tasks({visits(7, minutes(20))}), 364);
  VisitBook seen(watched.workforce, watched.plans);
  seen.reset(shift_seed, 0);
  start_all(seen, 10, sim::Time{monday()});
  std::vector<int> missed(10, 0);
  for (std::uint32_t o = 0; o < 364 * 3; ++o) {
    for (const care::MissedVisit& visit :
         seen.run_shift(0, o, minutes_available(150)).missed_visits) {
      EXPECT_FALSE(visit.harms);
      ++missed[sim::index(visit.slot)];
    }
  }
  // Five of ten are missed every day.
  for (const int times : missed) EXPECT_NEAR(times, 182, 4 * std::sqrt(364 * 0.25));
}

TEST(Shift, AMissedVisitHarmsWithItsProbability) {
  scenarios::Task task = visits(7, minutes(20));
  task.harm = 0.2;
  task.harm_to = "hospital";
  const Compiled compiled(with_tasks({task}), 364);
  VisitBook book(compiled.workforce, compiled.plans);
  book.reset(shift_seed, 0);
  start_all(book, 100, sim::Time{monday()});
  double harmed = 0, missed = 0;
  for (std::uint32_t o = 0; o < 364 * 3; ++o) {
    const ShiftResult result = book.run_shift(0, o, minutes_available(30 * 60));
    EXPECT_EQ(result.missed_visits.size(), total(result).missed);
    for (const care::MissedVisit& visit : result.missed_visits) {
      EXPECT_LT(sim::index(visit.slot), 100U);
      EXPECT_EQ(compiled.plans.task(visit.task).harm_to, "hospital");
      ++missed;
      harmed += visit.harms ? 1 : 0;
    }
  }
  EXPECT_NEAR(harmed / missed, 0.2, 4 * std::sqrt(0.2 * 0.8 / missed));
}

TEST(Patients, WhoLeavesHasNoMoreVisits) {
  scenarios::Task task = visits(7, minutes(20));
  task.max_moves = 9;
  const Compiled compiled(with_tasks({task}), 14);
  VisitBook book(compiled.workforce, compiled.plans);
  book.reset(shift_seed, 0);
  start_all(book, 2, sim::Time{monday()});
  static_cast<void>(work(book, 0, 3));
  EXPECT_EQ(total(book.run_shift(0, 3, ShiftStaff{})).moved, 2U);
  book.stop(patient(0));
  const ShiftResult wednesday = book.run_shift(0, 6, minutes_available(plenty));
  EXPECT_EQ(total(wednesday).lapsed, 1U);
  EXPECT_EQ(total(wednesday).done, 2U);
  EXPECT_EQ(total(wednesday).late, 1U);
  EXPECT_EQ(total(work(book, 7, 15)).due, 2U);
  book.stop(patient(1));
  book.stop(patient(1));
  book.stop(patient(99));
  EXPECT_EQ(total(work(book, 15, 42)).due, 0U);
}

TEST(Patients, VisitsAreConserved) {
  std::vector<scenarios::Task> tasks;
  for (int t = 0; t < 4; ++t) {
    scenarios::Task task = visits(1.5 + 3 * t, lognormal_minutes(30, 0.8));
    task.priority = static_cast<Priority>(t);
    task.max_moves = t;
    task.shifts = {{"day", 0.5}, {"evening", 0.3}, {"night", 0.2}};
    tasks.push_back(task);
  }
  const Compiled compiled(with_tasks(tasks), 100);
  VisitBook book(compiled.workforce, compiled.plans);
  Duty duty(compiled.workforce);
  for (std::uint32_t r = 0; r < 10; ++r) {
    book.reset(shift_seed, r);
    duty.reset(shift_seed, r);
    sim::Stream turnover(shift_seed, {r, 1, 1, 1, 1});
    VisitCounts sum[care::priorities];
    sim::Duration due{}, given{}, missed{};
    std::uint32_t serial = 0;
    for (std::uint32_t o = 0; o < 300; ++o) {
      const sim::Time now = compiled.workforce.calendar()[o].start;
      for (int k = 0; k < 3; ++k) {
        const flow::PatientSlot slot{turnover.below(60)};
        PlanStart from;
        from.now = now;
        from.stay_started = now - turnover.below(100) * sim::hour;
        book.stop(slot);
        if (turnover.happens(0.8)) book.start({slot, 9, serial++}, from);
      }
      const ShiftStaff staff = minutes_available(200, 20);
      const ShiftResult result = book.run_shift(0, o, staff);
      EXPECT_LE(result.given, staff.available + staff.overtime_available);
      EXPECT_EQ(result.overtime, std::max(sim::Duration{}, result.given - staff.available));
      for (std::size_t p = 0; p < care::priorities; ++p) {
        sum[p].due += result.visits[p].due;
        sum[p].done += result.visits[p].done;
        sum[p].missed += result.visits[p].missed;
        sum[p].lapsed += result.visits[p].lapsed;
      }
      due += result.due;
      given += result.given;
      missed += result.missed;
    }
    std::uint32_t open = 0;
    for (const VisitCounts& one : sum) {
      EXPECT_GT(one.missed, 0U);
      open += one.due - one.done - one.missed - one.lapsed;
    }
    EXPECT_EQ(sum[0].due, sum[0].done + sum[0].missed);
    EXPECT_EQ(open, book.pending());
    EXPECT_GE(due, given + missed);
  }
}

std::vector<sim::Duration> due_by_shift(const Compiled& compiled, std::uint32_t count) {
  VisitBook book(compiled.workforce, compiled.plans);
  book.reset(shift_seed, 5);
  start_all(book, count, sim::Time{monday()});
  std::vector<sim::Duration> due;
  for (std::uint32_t o = 0; o < compiled.workforce.calendar().size(); ++o) {
    due.push_back(book.run_shift(0, o, minutes_available(100)).due);
  }
  return due;
}

TEST(Patients, TheirVisitsDependOnNobodyElse) {
  scenarios::Task task = visits(4, lognormal_minutes(30, 0.8));
  task.shifts = {{"day", 0.5}, {"evening", 0.5}};
  scenarios::Care care = with_tasks({task});
  const auto alone = due_by_shift(Compiled(care, 60), 20);
  // Another task of another role before it, another team, other staff.
  care.roles.emplace_back("therapist", reliable_role());
  scenarios::Task other = visits(3, lognormal_minutes(50, 0.4));
  other.role = "therapist";
  care.tasks.insert(care.tasks.begin(), {"exercise", other});
  care.municipalities[0].second.teams.emplace_back("therapist", team_of(4, 2));
  care.municipalities[0].second.teams[0].second.roster[0].posts = 1;
  EXPECT_EQ(due_by_shift(Compiled(care, 60), 20), alone);
  EXPECT_NE(due_by_shift(Compiled(care, 60), 21), alone);
}

TEST(Patients, ASecondStartIsNotTheFirstAgain) {
  const Compiled compiled(with_tasks({visits(7, lognormal_minutes(30, 0.8))}), 28);
  VisitBook book(compiled.workforce, compiled.plans);
  book.reset(shift_seed, 0);
  PlanStart from;
  from.now = from.stay_started = sim::Time{monday()};
  book.start(patient(3), from);
  const sim::Duration first = work(book, 0, 21).due;
  book.stop(patient(3));
  from.now = from.stay_started = sim::Time{monday()} + 7 * sim::day;
  book.start(patient(3), from);
  EXPECT_NE(work(book, 21, 42).due, first);
  // Another person in the same slot begins at the beginning, as they would in any other slot.
  const care::PatientHandle other{flow::PatientSlot{3}, sim::family_of("patient"), 8};
  from.now = from.stay_started = sim::Time{monday()} + 14 * sim::day;
  book.start(other, from);
  const sim::Duration here = work(book, 42, 63).due;
  book.reset(shift_seed, 0);
  static_cast<void>(work(book, 0, 42));
  book.start({flow::PatientSlot{50}, other.family, other.serial}, from);
  EXPECT_EQ(work(book, 42, 63).due, here);
}

double binomial(int n, int k, double p) {
  return std::exp(std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1) +
                  k * std::log(p) + (n - k) * std::log1p(-p));
}

// Visits due are binomial, so are the nurses present: the chance that a shift is short is a double
// sum, which the model must reproduce, and with it the share of visits missed.
TEST(Shortage, ProbabilityIsTheExactOne) {
  constexpr int patients = 40, posts = 4;
  constexpr double sickness = 0.2;
  scenarios::Role role = reliable_role();
  role.sickness = sickness;
  role.indirect_share = 0.5;
  scenarios::Care care = care_with(role, team_of(8, posts));
  care.tasks.emplace_back("visit", visits(2.1, minutes(20)));  // 30 with travel; p = 0.3 a day
  const Compiled compiled(care, 35);
  // A nurse has 4 of 8 hours for visits: eight visits each.
  double short_of = 0, missed = 0;
  for (int nurses = 0; nurses <= posts; ++nurses) {
    for (int due = 8 * nurses + 1; due <= patients; ++due) {
      const double p = binomial(posts, nurses, 1 - sickness) * binomial(patients, due, 0.3);
      short_of += p;
      missed += p * (due - 8 * nurses);
    }
  }
  Duty duty(compiled.workforce);
  VisitBook book(compiled.workforce, compiled.plans);
  Sample shortage, lost;
  for (std::uint32_t r = 0; r < 40'000; ++r) {
    duty.reset(shift_seed, r);
    book.reset(shift_seed, r);
    start_all(book, patients, sim::Time{monday()});
    const ShiftResult result = book.run_shift(0, 0, duty.staff(0, 0));
    shortage.add(total(result).missed > 0 ? 1 : 0);
    lost.add(total(result).missed);
  }
  EXPECT_GT(short_of, 0.01);
  EXPECT_TRUE(shortage.agrees(short_of)) << shortage.mean() << " for " << short_of;
  EXPECT_TRUE(lost.agrees(missed)) << lost.mean() << " for " << missed;
}

}  // namespace
