// SPDX-License-Identifier: Apache-2.0
// Windows: parts of a shift in which some visits must be given.
#include <algorithm>
#include <vector>

#include <gtest/gtest.h>

#include "models/staffing/shift_people.hpp"
#include "tests/models/staffing_case.hpp"

namespace {

using namespace staffing_case;
using care::any_time;
using care::Share;
using care::ShiftPeople;
using care::Window;
using sim::minute;

constexpr Window morning = 0, noon = 1;

/// A fourth of the shift is the morning, an eighth noon.
ShiftPeople on_duty_from_the_morning(const std::vector<int>& minutes, int overtime = 0) {
  std::vector<sim::Duration> times;
  for (const int of : minutes) times.push_back(of * minute);
  const std::vector<Share> windows{Share(0.25), Share(0.125)};
  ShiftPeople people;
  people.begin();
  people.add(times);
  people.order(0, windows);
  people.allow_overtime(overtime * minute);
  return people;
}
bool gives(ShiftPeople& people, int minutes, Window window, std::size_t persons = 1) {
  return people.take(minutes * minute, persons, 0, ShiftPeople::everywhere, window);
}

TEST(Windows, AWindowIsFullBeforeTheShift) {
  auto people = on_duty_from_the_morning({240});
  EXPECT_TRUE(gives(people, 40, morning));
  EXPECT_FALSE(gives(people, 21, morning)) << "20 of the 60 are left";
  EXPECT_TRUE(gives(people, 20, morning));
  EXPECT_TRUE(gives(people, 30, noon)) << "another part of the shift";
  EXPECT_FALSE(gives(people, 1, noon));
  EXPECT_TRUE(gives(people, 150, any_time)) << "what is left of 240";
  EXPECT_FALSE(gives(people, 1, any_time));
}

TEST(Windows, OtherVisitsGoAroundThem) {
  auto people = on_duty_from_the_morning({240});
  EXPECT_TRUE(gives(people, 180, any_time)) << "outside the morning, as it may";
  EXPECT_TRUE(gives(people, 60, morning));
  auto full = on_duty_from_the_morning({240});
  EXPECT_TRUE(gives(full, 200, any_time)) << "20 of them in the morning";
  EXPECT_FALSE(gives(full, 41, morning));
  EXPECT_TRUE(gives(full, 40, morning));
}

/// Of 240 and 200 minutes 60 and 50 lie in the morning: one visit of 45 goes to whom has least.
TEST(Windows, GoToTheOneWithLeastOfThem) {
  auto people = on_duty_from_the_morning({240, 200});
  EXPECT_TRUE(gives(people, 45, morning));
  EXPECT_TRUE(gives(people, 60, morning));
  EXPECT_FALSE(gives(people, 45, morning));
}

TEST(Windows, TwoAtOnceHaveItBoth) {
  auto people = on_duty_from_the_morning({240, 200});
  EXPECT_FALSE(gives(people, 51, morning, 2));
  EXPECT_TRUE(gives(people, 50, morning, 2));
  EXPECT_FALSE(gives(people, 1, morning, 2));
  EXPECT_TRUE(gives(people, 10, morning));
}

TEST(Windows, OvertimeLengthensNone) {
  auto people = on_duty_from_the_morning({240}, 100);
  EXPECT_FALSE(gives(people, 61, morning));
  EXPECT_TRUE(gives(people, 230, any_time));
  EXPECT_TRUE(gives(people, 60, morning)) << "50 minutes of other visits are left for the evening";
  EXPECT_EQ(people.overtime(), 50 * minute);
}

/// Five patients with a visit each, 30 minutes with travel, of which two fit into a nurse's morning of 75.
scenarios::Care five_early() {
  scenarios::Care care = with_tasks({visits(7, minutes(20))});
  care.windows.emplace_back("morning", scenarios::Window{{}, 7, 2});
  care.tasks[0].second.window = "morning";
  return care;
}
care::ShiftResult first_shift(const scenarios::Care& care, const care::ShiftStaff& staff,
                              std::uint32_t patients) {
  const Compiled compiled(care, 7);
  care::VisitBook book(compiled.workforce, compiled.plans);
  book.reset(1, 0);
  start_all(book, patients, sim::Time{monday()});
  care::ShiftResult result;
  for (std::uint32_t o = 0; o < 1; ++o) result = book.run_shift(0, o, staff);
  result.missed_visits = {};
  result.booked = {};
  return result;
}

TEST(Windows, WhatDoesNotFitIsMissedThoughThereIsTime) {
  const auto result = first_shift(five_early(), minutes_available(300), 5);
  EXPECT_EQ(total(result).done, 2U);
  EXPECT_EQ(total(result).missed, 3U);
  EXPECT_EQ(result.missed_window, 3U);
  EXPECT_EQ(result.due, 150 * minute);
  EXPECT_EQ(result.given, 60 * minute);
}

/// With 60 minutes in all 15 lie in the morning and nothing is given; each of the five could be, had it no window, though
/// not all of them.
TEST(Windows, AMissIsTheWindowsOneByOne) {
  const auto result = first_shift(five_early(), minutes_available(60), 5);
  EXPECT_EQ(total(result).missed, 5U);
  EXPECT_EQ(result.missed_window, 5U)
      << "each could have been given, had it not been for the window";
  EXPECT_EQ(first_shift(five_early(), minutes_available(20), 5).missed_window, 0U)
      << "nobody had time";
}

/// A visit at any time of the same patient goes along on the trip; it needs no part of the morning.
TEST(Windows, OtherVisitsGoAlong) {
  scenarios::Care care = five_early();
  care.tasks.emplace_back("other", visits(7, minutes(100)));
  const auto result = first_shift(care, minutes_available(240), 1);
  EXPECT_EQ(total(result).done, 2U);
  EXPECT_EQ(result.given, (20 + 100 + 10) * minute) << "one trip";
  care.tasks[1].second.window = "morning";
  const auto crowded = first_shift(care, minutes_available(240), 1);
  EXPECT_EQ(total(crowded).done, 1U) << "60 minutes are no 130, nor 110";
}

/// Visits in two windows at one home are two trips.
TEST(Windows, TwoWindowsAreTwoTrips) {
  scenarios::Care care = five_early();
  care.windows.emplace_back("noon", scenarios::Window{{}, 11, 2});
  scenarios::Task other = visits(7, minutes(20));
  other.window = "noon";
  care.tasks.emplace_back("other", other);
  const auto result = first_shift(care, minutes_available(240), 1);
  EXPECT_EQ(total(result).done, 2U);
  EXPECT_EQ(result.travel, 20 * minute);
}

/// A night shift from 22 to 7 has an hour of what lies between 6 and 8, the day shift from 7 another.
TEST(Windows, LieInEachShiftByTheClock) {
  scenarios::Care care = five_early();
  care.windows[0].second = scenarios::Window{{}, 6, 2};
  care.tasks[0].second.shifts = {{"day", 1.0}, {"night", 1.0}};
  const Compiled compiled(care, 7);
  ASSERT_EQ(compiled.workforce.calendar().shifts(), 3U);
  EXPECT_DOUBLE_EQ(compiled.plans.windows(0)[morning].value(), 0.125);
  EXPECT_DOUBLE_EQ(compiled.plans.windows(1)[morning].value(), 0);
  EXPECT_NEAR(compiled.plans.windows(2)[morning].value(), 1.0 / 9, 1e-6);
}

}  // namespace
