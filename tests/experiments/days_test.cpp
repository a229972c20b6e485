// SPDX-License-Identifier: Apache-2.0
// Numbers of a setting day by day (/report_daily), counted by hand and held against the weeks.
#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "experiments/run.hpp"
#include "tests/experiments/counted.hpp"
#include "tests/models/scenario_builder.hpp"

namespace {

using counted::mean;
using counted::run;

using care::DayNumber;
using Numbers = std::array<double, care::day_numbers>;

const care::DayRow& row(const care::Results& results, sim::Date date, std::string_view setting) {
  static const care::DayRow none;
  const auto found = std::ranges::find_if(results.daily, [&](const care::DayRow& one) {
    return one.date == date && one.setting == setting;
  });
  EXPECT_NE(found, results.daily.end()) << setting;
  return found == results.daily.end() ? none : *found;
}

/// present, ready, blocked, queued, occupied, capacity, entries, departures; -1 without a value.
void expect(const care::Results& results, sim::Date date, std::string_view setting,
            const Numbers& exact) {
  const auto& numbers = row(results, date, setting).numbers;
  for (std::size_t i = 0; i < exact.size(); ++i) {
    const double mean = numbers[i].n == 0 ? -1 : numbers[i].mean;
    EXPECT_NEAR(mean, exact[i], 1e-12) << setting << " " << numbers[i].key.id;
  }
}

cases::Builder tandem_by_day() {
  auto b = counted::tandem();
  b.scenario().report_daily = {"first", "then"};
  return b;
}

/// A patient a day at eight: a day in `first`, then two in the one place of `then`, which they wait for
/// where they are.
TEST(Days, C2OneAndTwoPatientsDayByDay) {
  const auto r = run(tandem_by_day().scenario());
  ASSERT_EQ(r.daily.size(), 12U);
  constexpr double third = 1.0 / 3;
  // On Monday one comes at eight; on Tuesday at eight the next comes as she goes on.
  expect(r, cases::day(2024, 1, 1), "first", {2 * third, 0, 0, 0, 2 * third, -1, 1, 0});
  expect(r, cases::day(2024, 1, 1), "then", {0, 0, 0, 0, 0, 1, 0, 0});
  expect(r, cases::day(2024, 1, 2), "first", {1, 0, 0, 0, 1, -1, 1, 1});
  expect(r, cases::day(2024, 1, 2), "then", {2 * third, 0, 0, 0, 2 * third, 1, 1, 0});
  // On Wednesday the second is ready at eight and waits beside the third for the place.
  expect(r, cases::day(2024, 1, 3), "first",
         {5 * third, 2 * third, 2 * third, 0, 5 * third, -1, 1, 0});
  expect(r, cases::day(2024, 1, 3), "then", {1, 0, 0, 2 * third, 1, 1, 0, 0});
  // On Thursday it is hers, and the third waits.
  expect(r, cases::day(2024, 1, 4), "first", {2, 1, 1, 0, 2, -1, 1, 1});
  expect(r, cases::day(2024, 1, 4), "then", {1, 0, 0, 1, 1, 1, 1, 1});
  const auto& monday = r.daily.front();
  EXPECT_EQ(monday.weekday, 1);
  EXPECT_EQ(monday.hours, 24);
  EXPECT_EQ(monday.numbers.front().n, 2U);
  EXPECT_EQ(r.daily.back().weekday, 6);
}

TEST(Days, C2PlacesOfferedAreThoseOfTheDay) {
  auto b = tandem_by_day();
  b.scenario().settings.back().second.capacity =
      cases::places(1, cases::day(2024, 1, 3), cases::day(2024, 1, 3), 2);
  const auto r = run(b.scenario());
  expect(r, cases::day(2024, 1, 2), "then", {2.0 / 3, 0, 0, 0, 2.0 / 3, 1, 1, 0});
  // The second takes the other place at eight and keeps it when it is offered no more.
  expect(r, cases::day(2024, 1, 3), "then", {5.0 / 3, 0, 0, 0, 5.0 / 3, 2, 1, 0});
  EXPECT_EQ(row(r, cases::day(2024, 1, 4), "then").numbers[5].mean, 1);
}

TEST(Days, C2BeginAfterTheWarmUpAndMayBeCutAtTheEnd) {
  auto b = tandem_by_day();
  b.horizon(2, 1);
  b.scenario().horizon.hours = 36;
  const auto r = run(b.scenario());
  ASSERT_EQ(r.daily.size(), 4U);
  constexpr double third = 1.0 / 3;
  expect(r, cases::day(2024, 1, 3), "first",
         {5 * third, 2 * third, 2 * third, 0, 5 * third, -1, 1, 0});
  EXPECT_EQ(r.daily.back().hours, 12);
  // Until noon: one in place and one in the queue, at eight two others.
  expect(r, cases::day(2024, 1, 4), "then", {1, 0, 0, 1, 1, 1, 1, 1});
  expect(r, cases::day(2024, 1, 4), "first", {2, 1, 1, 0, 2, -1, 1, 1});
}

/// Two stations with waiting and feedback, eight weeks less two days.
cases::Builder stations() {
  cases::Builder b;
  b.exit("home").death("death").horizon(10, 54);
  b.attribute("class", {"young", "old"});
  b.setting("first", 3, cases::exponential_days(1), {{"then", 0.9}, {"death", 0.1}});
  b.setting("then", 2, cases::gamma_days(1, 0.7), {{"home", 0.8}, {"first", 0.2}});
  b.scenario().settings.back().second.capacity =
      cases::places(2, cases::day(2024, 1, 20), cases::day(2024, 1, 25), 1);
  b.arrival("referrals", 1.2, "first").attributes =
      cases::set("class", {{"young", 0.5}, {"old", 0.5}});
  b.scenario().report_daily = {"then", "first"};
  b.scenario().report_levels = {"first", "then"};
  return b;
}

const care::SeriesEstimate& weekly(const care::Results& results, std::string_view id) {
  static const care::SeriesEstimate none;
  const auto found = std::ranges::find_if(
      results.weekly, [&](const care::SeriesEstimate& one) { return one.key.id == id; });
  EXPECT_NE(found, results.weekly.end()) << id;
  return found == results.weekly.end() ? none : *found;
}

/// The mean over days from `start` of a number of a setting.
double mean_of_days(const care::Results& results, std::string_view setting, DayNumber number,
                    sim::Date start, int days) {
  double sum = 0;
  for (int d = 0; d < days; ++d) {
    const auto& one = row(results, start + std::chrono::days{d}, setting);
    sum += one.numbers[static_cast<std::size_t>(number)].mean;
  }
  return sum / days;
}

TEST(Days, C2AWeekIsTheMeanOfItsDays) {
  const auto r = run(stations().scenario());
  ASSERT_EQ(r.daily.size(), 2U * 54);
  for (const std::string setting : {"first", "then"}) {
    for (const auto number : {DayNumber::Present, DayNumber::Ready, DayNumber::Occupied,
                              DayNumber::Capacity, DayNumber::Entries}) {
      const auto name = std::string(scenarios::name_of(number));
      const auto& series = weekly(r, name + "." + setting);
      ASSERT_EQ(series.points.size(), 9U) << name;
      for (const auto& week : series.points) {
        EXPECT_NEAR(mean_of_days(r, setting, number, week.start, week.days), week.mean, 1e-9)
            << name << " " << setting << " week " << week.iso_week;
      }
    }
  }
}

TEST(Days, C2TheRunIsTheMeanOfItsDays) {
  const auto r = run(stations().scenario());
  const auto start = cases::day(2024, 1, 11);
  for (const std::string setting : {"first", "then"}) {
    const auto mean_of = [&](std::string_view figure) {
      return mean(r, std::string(figure) + "." + setting);
    };
    const auto of_days = [&](DayNumber number) {
      return mean_of_days(r, setting, number, start, 54);
    };
    EXPECT_NEAR(of_days(DayNumber::Queued), mean_of("queue"), 1e-9);
    EXPECT_NEAR(of_days(DayNumber::Blocked), mean_of("blocked"), 1e-9);
    EXPECT_NEAR(of_days(DayNumber::Entries), mean_of("entries"), 1e-9);
  }
  // Whoever leaves `then` goes home or comes into `first` again.
  const auto departures = 54 * mean_of_days(r, "then", DayNumber::Departures, start, 54);
  const auto moves = mean(r, "moves.then.home") + mean(r, "moves.then.first");
  EXPECT_NEAR(departures, moves, 1e-9);
}

TEST(Days, C2WhatIsReportedChangesNothingElse) {
  auto b = stations();
  b.scenario().report_levels.clear();
  const auto told = run(b.scenario());
  b.scenario().report_daily.clear();
  const auto plain = run(b.scenario());
  EXPECT_TRUE(plain.daily.empty());
  ASSERT_EQ(told.replications.size(), plain.replications.size());
  for (std::size_t c = 0; c < plain.replications.size(); ++c) {
    const auto& one = plain.replications[c].values;
    const auto& other = told.replications[c].values;
    EXPECT_TRUE(std::ranges::equal(one, other, [](double x, double y) {
      return x == y || (std::isnan(x) && std::isnan(y));
    })) << plain.replications[c].id;
  }
}

}  // namespace
