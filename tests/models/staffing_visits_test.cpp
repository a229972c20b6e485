// SPDX-License-Identifier: Apache-2.0
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

constexpr std::uint64_t seed = 77;
constexpr double plenty = 1e7;

/// Nurses in every shift, so that nothing is moved for want of posts.
scenarios::Care with_tasks(const std::vector<scenarios::Task>& tasks) {
  scenarios::Care care = care_with(reliable_role(), team_of(20, 5, {"day", "evening", "night"}));
  for (const scenarios::Task& task : tasks) {
    care.tasks.emplace_back("task" + std::to_string(care.tasks.size()), task);
  }
  return care;
}

/// Works every shift of the only team from `first` to before `end`; the sum of all results.
ShiftResult work(VisitBook& book, std::uint32_t first, std::uint32_t end,
                 const ShiftStaff& staff = minutes_available(plenty)) {
  ShiftResult sum;
  for (std::uint32_t o = first; o < end; ++o) {
    const ShiftResult shift = book.run_shift(0, o, staff);
    for (std::size_t p = 0; p < care::priorities; ++p) {
      sum.visits[p].due += shift.visits[p].due;
      sum.visits[p].done += shift.visits[p].done;
      sum.visits[p].late += shift.visits[p].late;
      sum.visits[p].moved += shift.visits[p].moved;
      sum.visits[p].missed += shift.visits[p].missed;
      sum.visits[p].lapsed += shift.visits[p].lapsed;
    }
    sum.due += shift.due;
    sum.carried += shift.carried;
    sum.given += shift.given;
    sum.travel += shift.travel;
    sum.overtime += shift.overtime;
    sum.missed += shift.missed;
  }
  return sum;
}

double in_minutes(sim::Duration time) { return sim::in_units(time, sim::minute); }

// ---------------------------------------------------------------- when visits are due

TEST(VisitLoad, IsRateTimesTimeInTheHomeAndTravel) {
  scenarios::Task wound = visits(0.8, lognormal_minutes(25, 0.6));
  scenarios::Task pair = visits(3.3, lognormal_minutes(40, 0.6));
  pair.staff = 2;
  pair.shifts = {{"day", 0.7}, {"evening", 0.2}, {"night", 0.1}};
  scenarios::Task office = visits(1.7, minutes(20));
  office.days = weekdays;
  const Compiled compiled(with_tasks({wound, pair, office}), 364);
  VisitBook book(compiled.workforce, compiled.plans);
  Sample load, count;
  for (std::uint32_t r = 0; r < 60; ++r) {
    book.reset(seed, r);
    start_all(book, 50, sim::Time{monday()});
    const ShiftResult year = work(book, 0, compiled.workforce.calendar().size());
    load.add(in_minutes(year.due) / 52 / 50);
    count.add(total(year).due / 52.0 / 50);
    EXPECT_EQ(year.due, year.given);
  }
  EXPECT_TRUE(count.agrees(0.8 + 3.3 + 1.7)) << count.mean();
  const double expected = 0.8 * 35 + 3.3 * 2 * 50 + 1.7 * 30;
  EXPECT_TRUE(load.agrees(expected)) << load.mean() << " for " << expected;
  EXPECT_LT(load.error(), 0.002 * expected);
}

TEST(VisitLoad, KeepsTheWeekInWeeksWithHolidays) {
  scenarios::Task task = visits(5, minutes(20));
  task.days = weekdays;
  const Compiled compiled(with_tasks({task}), 28);
  VisitBook book(compiled.workforce, compiled.plans);
  book.reset(seed, 0);
  start_all(book, 10, sim::Time{monday()});
  // 31 December, 1 and 6 January are holidays, and the 4th and 5th a weekend.
  for (std::uint32_t week = 0; week < 4; ++week) {
    EXPECT_EQ(total(work(book, week * 21, week * 21 + 3)).due > 0, week != 1);
    EXPECT_EQ(total(work(book, week * 21 + 3, week * 21 + 6)).due > 0, week != 0);
    static_cast<void>(work(book, week * 21 + 6, week * 21 + 15));
    EXPECT_EQ(total(work(book, week * 21 + 15, week * 21 + 21)).due, 0U);
  }
  book.reset(seed, 0);
  start_all(book, 10, sim::Time{monday()});
  for (std::uint32_t week = 0; week < 4; ++week) {
    EXPECT_EQ(total(work(book, week * 21, week * 21 + 21)).due, 50U) << week;
  }
}

TEST(VisitLoad, FollowsTheMixOfShifts) {
  for (const double per_week : {2.0, 7.0, 60.0}) {
    scenarios::Task task = visits(per_week, minutes(10));
    task.shifts = {{"evening", 0.3}, {"day", 0.6}, {"night", 0.1}};
    const Compiled compiled(with_tasks({task}), 70);
    VisitBook book(compiled.workforce, compiled.plans);
    Sample day, evening, night;
    for (std::uint32_t r = 0; r < 200; ++r) {
      book.reset(seed, r);
      start_all(book, 5, sim::Time{monday()});
      double due[3] = {0, 0, 0};
      for (std::uint32_t o = 0; o < 210; ++o) {
        due[o % 3] += total(book.run_shift(0, o, minutes_available(plenty))).due;
      }
      day.add(due[0] / 50);
      evening.add(due[1] / 50);
      night.add(due[2] / 50);
    }
    EXPECT_NEAR(day.mean(), 0.6 * per_week, 4 * day.error() + 1e-9) << per_week;
    EXPECT_NEAR(evening.mean(), 0.3 * per_week, 4 * evening.error() + 1e-9) << per_week;
    EXPECT_NEAR(night.mean(), 0.1 * per_week, 4 * night.error() + 1e-9) << per_week;
  }
}

TEST(VisitLoad, SeveralVisitsADayAreSpreadOverIt) {
  scenarios::Task task = visits(14, minutes(10));
  task.shifts = {{"day", 0.5}, {"evening", 0.5}};
  const Compiled compiled(with_tasks({task}), 14);
  VisitBook book(compiled.workforce, compiled.plans);
  book.reset(seed, 0);
  start_all(book, 20, sim::Time{monday()});
  static_cast<void>(work(book, 0, 3));
  for (std::uint32_t o = 3; o < 42; ++o) {
    EXPECT_EQ(total(book.run_shift(0, o, minutes_available(plenty))).due, o % 3 == 2 ? 0U : 20U);
  }
}

TEST(VisitLoad, StepsAreEvenForEachPatient) {
  const Compiled compiled(with_tasks({visits(2, minutes(10))}), 364);
  VisitBook book(compiled.workforce, compiled.plans);
  for (std::uint32_t r = 0; r < 20; ++r) {
    book.reset(seed, r);
    start_all(book, 1, sim::Time{monday()});
    std::vector<std::uint32_t> days;
    for (std::uint32_t o = 0; o < 364 * 3; ++o) {
      const std::uint32_t due = total(book.run_shift(0, o, minutes_available(plenty))).due;
      if (due > 0) days.push_back(o / 3);
    }
    ASSERT_EQ(days.size(), 104U);
    for (std::size_t k = 0; k + 1 < days.size(); ++k) {
      EXPECT_GE(days[k + 1] - days[k], 3U);
      EXPECT_LE(days[k + 1] - days[k], 4U);
    }
  }
}

// A patient with at most one visit a day has one in a given shift with probability rate * share,
// independently of the others: the number due is binomial from the first shift on.
TEST(VisitLoad, IsBinomialInAShift) {
  scenarios::Task task = visits(2.8, minutes(10));
  task.shifts = {{"day", 0.75}, {"evening", 0.25}};
  const Compiled compiled(with_tasks({task}), 14);
  VisitBook book(compiled.workforce, compiled.plans);
  const double p = 2.8 / 7 * 0.75;
  for (const std::uint32_t at : {0U, 30U}) {
    Sample mean, square;
    for (std::uint32_t r = 0; r < 5000; ++r) {
      book.reset(seed, r);
      start_all(book, 30, sim::Time{monday()});
      static_cast<void>(work(book, 0, at));
      const double due = total(book.run_shift(0, at, minutes_available(plenty))).due;
      mean.add(due);
      square.add((due - 30 * p) * (due - 30 * p));
    }
    EXPECT_TRUE(mean.agrees(30 * p)) << mean.mean();
    EXPECT_TRUE(square.agrees(30 * p * (1 - p))) << square.mean();
  }
}

// Every shift that begins during a stay has its expected number of visits, whatever the hours at
// which stays begin and end.
TEST(VisitLoad, IsUnbiasedForShortStays) {
  scenarios::Task task = visits(5, minutes(10));
  task.shifts = {{"day", 0.6}, {"evening", 0.4}};
  const Compiled compiled(with_tasks({task}), 14);
  VisitBook book(compiled.workforce, compiled.plans);
  for (const int begin : {3, 11, 20}) {
    // Of 2.5 days: from Tuesday 03:00 two day and two evening shifts, and the day shift of
    // Thursday.
    const sim::Time start = sim::Time{monday()} + sim::day + begin * sim::hour;
    const sim::Time end = start + 60 * sim::hour;
    const auto& calendar = compiled.workforce.calendar();
    double expected = 0;
    for (std::uint32_t o = calendar.first_from(start); o < calendar.first_from(end); ++o) {
      expected += 5.0 / 7 * (o % 3 == 0 ? 0.6 : o % 3 == 1 ? 0.4 : 0.0);
    }
    Sample due;
    for (std::uint32_t r = 0; r < 20'000; ++r) {
      book.reset(seed, r);
      PlanStart from;
      from.now = from.stay_started = start;
      static_cast<void>(work(book, 0, calendar.first_from(start)));
      book.start(patient(0), from);
      std::uint32_t sum =
          total(work(book, calendar.first_from(start), calendar.first_from(end))).due;
      book.stop(patient(0));
      sum += total(work(book, calendar.first_from(end), calendar.size())).due;
      due.add(sum);
    }
    EXPECT_TRUE(due.agrees(expected)) << begin << ": " << due.mean() << " for " << expected;
  }
}

TEST(VisitLoad, TapersOverTheStay) {
  scenarios::Task task = visits(7, minutes(10));
  task.taper = scenarios::Task::Taper{3, 20};
  const Compiled compiled(with_tasks({task}), 70);
  VisitBook book(compiled.workforce, compiled.plans);
  // Relative intensity at age a: 3 - a / 10 to day 20, then 1.
  const auto expected = [](double from, double to) {
    const auto worked = [](double a) { return a < 20 ? 3 * a - a * a / 20 : a + 20; };
    return worked(to) - worked(from);
  };
  Sample first, rest, late;
  for (std::uint32_t r = 0; r < 4000; ++r) {
    book.reset(seed, r);
    PlanStart from;
    from.now = from.stay_started = sim::Time{monday()};
    book.start(patient(0), from);
    first.add(total(work(book, 0, 15)).due);
    rest.add(total(work(book, 15, 90)).due);
    // Present for twelve days when the run starts.
    book.reset(seed, r);
    from.stay_started = from.now - 12 * sim::day;
    book.start(patient(0), from);
    late.add(total(work(book, 0, 36)).due);
  }
  // 7 a week is one a day; numbers are whole, so the means need four errors and no more.
  EXPECT_NEAR(first.mean(), expected(0, 5), 4 * first.error() + 1e-9);
  EXPECT_NEAR(rest.mean(), expected(5, 30), 4 * rest.error() + 1e-9);
  EXPECT_NEAR(late.mean(), expected(12, 24), 4 * late.error() + 1e-9);
}

TEST(VisitTask, TaperAndItsInverseAgree) {
  for (const double factor : {0.0, 0.4, 3.0}) {
    care::VisitTask task;
    task.tapers = true;
    task.start_factor = factor;
    task.taper_ms = 1e9;
    double last = -1;
    for (double age = 0; age < 2e9; age += 1.7e7) {
      const double worked = task.worked(age);
      EXPECT_NEAR(task.age(worked), age, 1e-3 + 1e-9 * age) << factor;
      EXPECT_GT(worked, last);
      last = worked;
    }
    EXPECT_DOUBLE_EQ(task.worked(2e9), 2e9 + (factor - 1) * 5e8);
  }
}

TEST(Once, GivesOneVisitInTheFirstPermittedShift) {
  scenarios::Task task = visits(0, minutes(120));
  task.once = true;
  task.days = weekdays;
  task.shifts = {{"evening", 1.0}};
  const Compiled compiled(with_tasks({task}), 14);
  const auto shift_of_visit = [&](sim::Duration at, sim::Duration before) {
    VisitBook book(compiled.workforce, compiled.plans);
    book.reset(seed, 0);
    PlanStart from;
    from.now = sim::Time{monday()} + at;
    from.stay_started = from.now - before;
    const std::uint32_t first = compiled.workforce.calendar().first_from(from.now);
    static_cast<void>(work(book, 0, first));
    book.start(patient(0), from);
    int found = -1;
    for (std::uint32_t o = first; o < 42; ++o) {
      const ShiftResult result = book.run_shift(0, o, minutes_available(plenty));
      if (total(result).due == 0) continue;
      EXPECT_EQ(found, -1);
      EXPECT_EQ(result.due, 130 * sim::minute);
      found = static_cast<int>(o);
    }
    return found;
  };
  EXPECT_EQ(shift_of_visit(9 * sim::hour, {}), 1);                          // Monday evening
  EXPECT_EQ(shift_of_visit(15 * sim::hour, {}), 1);                         // just in time
  EXPECT_EQ(shift_of_visit(16 * sim::hour, {}), 3 * 3 + 1);                 // then two holidays
  EXPECT_EQ(shift_of_visit(4 * sim::day + 20 * sim::hour, {}), 8 * 3 + 1);  // after Epiphany
  EXPECT_EQ(shift_of_visit(9 * sim::hour, sim::hour), -1);  // the stay has begun before
}

// ---------------------------------------------------------------- what a shift does

TEST(Shift, UsesOvertimeOnlyWhenItMust) {
  const Compiled compiled(with_tasks({visits(7, minutes(20))}), 14);
  VisitBook book(compiled.workforce, compiled.plans);
  book.reset(seed, 0);
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
  book.reset(seed, 0);
  start_all(book, 6, sim::Time{monday()});
  static_cast<void>(work(book, 0, 3));
  // 24 visits of 30 minutes are due every day; time for one more each day.
  for (std::uint32_t k = 1; k <= 25; ++k) {
    const ShiftResult result = book.run_shift(0, k * 3, minutes_available(30.0 * (k - 1)));
    std::uint32_t left = k - 1;
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
  book.reset(seed, 0);
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
  book.reset(seed, 0);
  PlanStart from;
  from.now = from.stay_started = sim::Time{monday()};
  book.start(patient(0), from);
  const ShiftStaff nobody;
  const ShiftResult day = book.run_shift(0, 0, nobody);
  EXPECT_EQ(total(day).due, 1U);
  EXPECT_EQ(total(day).moved, 1U);
  EXPECT_EQ(book.pending(), 1U);
  const ShiftResult evening = book.run_shift(0, 1, nobody);
  EXPECT_EQ(total(evening).due, 0U);
  EXPECT_EQ(evening.carried, 30 * sim::minute);
  EXPECT_EQ(total(evening).moved, 1U);
  const ShiftResult night = book.run_shift(0, 2, nobody);
  EXPECT_EQ(total(night).missed, 1U);
  EXPECT_EQ(book.pending(), 0U);
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
  book.reset(seed, 0);
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
  // Monday: Saturday's three, Sunday's three, then one of Monday's own.
  const ShiftResult first = book.run_shift(0, 42, minutes_available(7 * 30));
  EXPECT_EQ(total(first).done, 7U);
  EXPECT_EQ(total(first).late, 6U);
  EXPECT_EQ(total(first).moved, 2U);
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
  book.reset(seed, 0);
  start_all(book, 2, sim::Time{monday()});
  std::uint32_t missed = 0;
  for (std::uint32_t o = 0; o < 21; ++o) {
    EXPECT_EQ(total(book.run_shift(0, o, minutes_available(plenty))).due, 0U);
    missed += total(book.run_shift(1, o, ShiftStaff{})).missed;
  }
  EXPECT_EQ(missed, 14U);
}

TEST(Shift, NobodyIsAlwaysLast) {
  const Compiled compiled(with_tasks({visits(7, minutes(20))}), 364);
  VisitBook book(compiled.workforce, compiled.plans);
  scenarios::Task harmful = visits(7, minutes(20));
  harmful.harm = 1;
  const Compiled watched(with_tasks({harmful}), 364);
  VisitBook seen(watched.workforce, watched.plans);
  seen.reset(seed, 0);
  start_all(seen, 10, sim::Time{monday()});
  std::vector<int> missed(10, 0);
  for (std::uint32_t o = 0; o < 364 * 3; ++o) {
    for (const care::Harm& harm : seen.run_shift(0, o, minutes_available(150)).harmed) {
      ++missed[harm.slot];
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
  book.reset(seed, 0);
  start_all(book, 100, sim::Time{monday()});
  double harmed = 0, missed = 0;
  for (std::uint32_t o = 0; o < 364 * 3; ++o) {
    const ShiftResult result = book.run_shift(0, o, minutes_available(30 * 60));
    for (const care::Harm& harm : result.harmed) {
      EXPECT_LT(harm.slot, 100U);
      EXPECT_EQ(harm.stamp, 1U);
      EXPECT_EQ(compiled.plans.task(harm.task).harm_to, "hospital");
      ++harmed;
    }
    missed += total(result).missed;
  }
  EXPECT_NEAR(harmed / missed, 0.2, 4 * std::sqrt(0.2 * 0.8 / missed));
}

// ---------------------------------------------------------------- patients come and go

TEST(Patients, WhoLeavesHasNoMoreVisits) {
  scenarios::Task task = visits(7, minutes(20));
  task.max_moves = 9;
  const Compiled compiled(with_tasks({task}), 14);
  VisitBook book(compiled.workforce, compiled.plans);
  book.reset(seed, 0);
  start_all(book, 2, sim::Time{monday()});
  static_cast<void>(work(book, 0, 3));
  EXPECT_EQ(total(book.run_shift(0, 3, ShiftStaff{})).moved, 2U);
  book.stop(patient(0));
  const ShiftResult evening = book.run_shift(0, 4, minutes_available(plenty));
  EXPECT_EQ(total(evening).lapsed, 1U);
  EXPECT_EQ(total(evening).done, 1U);
  EXPECT_EQ(total(evening).late, 1U);
  EXPECT_EQ(total(work(book, 5, 12)).due, 2U);
  book.stop(patient(1));
  book.stop(patient(1));
  book.stop(patient(99));
  EXPECT_EQ(total(work(book, 12, 42)).due, 0U);
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
    book.reset(seed, r);
    duty.reset(seed, r);
    sim::Stream turnover(seed, {r, 1, 1, 1, 1});
    VisitCounts sum[care::priorities];
    sim::Duration due{}, given{}, missed{};
    std::uint32_t serial = 0;
    for (std::uint32_t o = 0; o < 300; ++o) {
      const sim::Time now = compiled.workforce.calendar()[o].start;
      for (int k = 0; k < 3; ++k) {
        const std::uint32_t slot = turnover.below(60);
        PlanStart from;
        from.now = now;
        from.stay_started = now - turnover.below(100) * sim::hour;
        book.stop(slot);
        if (turnover.happens(0.8)) book.start({slot, o, 9, serial++}, from);
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
  book.reset(seed, 5);
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
  book.reset(seed, 0);
  PlanStart from;
  from.now = from.stay_started = sim::Time{monday()};
  book.start(patient(3), from);
  const sim::Duration first = work(book, 0, 21).due;
  book.stop(patient(3));
  from.now = from.stay_started = sim::Time{monday()} + 7 * sim::day;
  book.start(patient(3), from);
  EXPECT_NE(work(book, 21, 42).due, first);
  // Another person in the same slot begins at the beginning, as they would in any other slot.
  const care::PatientHandle other{3, 2, sim::family_of("patient"), 8};
  from.now = from.stay_started = sim::Time{monday()} + 14 * sim::day;
  book.start(other, from);
  const sim::Duration here = work(book, 42, 63).due;
  book.reset(seed, 0);
  static_cast<void>(work(book, 0, 42));
  book.start({50, 1, other.family, other.serial}, from);
  EXPECT_EQ(work(book, 42, 63).due, here);
}

// ---------------------------------------------------------------- load against staff

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
    duty.reset(seed, r);
    book.reset(seed, r);
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
