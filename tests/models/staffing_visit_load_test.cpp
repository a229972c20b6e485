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
using care::PlanStart;
using care::ShiftResult;
using care::VisitBook;

constexpr std::uint64_t load_seed = 77;

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
    book.reset(load_seed, r);
    start_all(book, 50, sim::Time{monday()});
    const ShiftResult year = work(book, 0, compiled.workforce.calendar().size());
    load.add(in_minutes(year.due) / 52 / 50);
    count.add(total(year).due / 52.0 / 50);
    EXPECT_EQ(year.due, year.given);
  }
  EXPECT_TRUE(count.agrees(0.8 + 3.3 + 1.7)) << count.mean();
  // Visits by one share a trip when both fall on a day: the wound on each with probability 0.8 / 7.
  const double expected = 0.8 * 35 + 3.3 * 2 * 50 + 1.7 * 30 - 0.8 / 7 * 1.7 * 10;
  EXPECT_TRUE(load.agrees(expected)) << load.mean() << " for " << expected;
  EXPECT_LT(load.error(), 0.002 * expected);
}

TEST(VisitLoad, KeepsTheWeekInWeeksWithHolidays) {
  scenarios::Task task = visits(5, minutes(20));
  task.days = weekdays;
  task.holiday = scenarios::HolidayVisits::Keep;
  const Compiled compiled(with_tasks({task}), 28);
  VisitBook book(compiled.workforce, compiled.plans);
  book.reset(load_seed, 0);
  start_all(book, 10, sim::Time{monday()});
  // 31 December, 1 and 6 January are holidays, and the 4th and 5th a weekend.
  for (std::uint32_t week = 0; week < 4; ++week) {
    EXPECT_EQ(total(work(book, week * 21, week * 21 + 3)).due > 0, week != 1);
    EXPECT_EQ(total(work(book, week * 21 + 3, week * 21 + 6)).due > 0, week != 0);
    static_cast<void>(work(book, week * 21 + 6, week * 21 + 15));
    EXPECT_EQ(total(work(book, week * 21 + 15, week * 21 + 21)).due, 0U);
  }
  book.reset(load_seed, 0);
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
      book.reset(load_seed, r);
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
  book.reset(load_seed, 0);
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
    book.reset(load_seed, r);
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
      book.reset(load_seed, r);
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
      book.reset(load_seed, r);
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
    book.reset(load_seed, r);
    PlanStart from;
    from.now = from.stay_started = sim::Time{monday()};
    book.start(patient(0), from);
    first.add(total(work(book, 0, 15)).due);
    rest.add(total(work(book, 15, 90)).due);
    // Present for twelve days when the run starts.
    book.reset(load_seed, r);
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
    for (int step = 0; step < 118; ++step) {
      const double age = step * 1.7e7;
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
    book.reset(load_seed, 0);
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

}  // namespace
