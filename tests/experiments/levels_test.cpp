// SPDX-License-Identifier: Apache-2.0
// Numbers of a setting through time, counted by hand: limits (/limits) and quantiles (/report_levels).
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "experiments/run.hpp"
#include "tests/experiments/counted.hpp"
#include "tests/models/scenario_builder.hpp"

namespace {

using counted::mean;
using counted::metric;
using counted::run;

using scenarios::Level;

scenarios::Limit& limit(cases::Builder& b, const std::string& name, const std::string& setting,
                        Level count, std::optional<double> at_least = {}) {
  scenarios::Limit added;
  added.setting = setting;
  added.count = count;
  added.at_least = at_least;
  return b.scenario().limits.emplace_back(name, added).second;
}

/// A patient a day at eight; one place for two days, waited for outside. Six days from Monday.
cases::Builder line() {
  cases::Builder b;
  b.exit("home").horizon(0, 6);
  b.setting("ward", 1, cases::fixed_days(2), {{"home", 1}}).when_full.policy =
      scenarios::WhenFull::Policy::WaitOutside;
  b.appointments("referrals", {8}, "ward");
  return b;
}

TEST(Limits, C2FullAndQueueAsRiskDaysHoursAndEpisodes) {
  auto b = line();
  limit(b, "full", "ward", Level::Occupied);
  limit(b, "queue", "ward", Level::Queued);
  limit(b, "long_queue", "ward", Level::Queued, 2);
  limit(b, "never", "ward", Level::Queued, 4);
  const auto r = run(b.scenario());
  // The place is taken from day 0 at eight on. That it changes hands on days 2 and 4 is no gap.
  EXPECT_EQ(mean(r, "full"), 1);
  EXPECT_DOUBLE_EQ(mean(r, "full.hours"), 136);
  EXPECT_EQ(mean(r, "full.days"), 6);
  EXPECT_EQ(mean(r, "full.episodes"), 1);
  EXPECT_DOUBLE_EQ(mean(r, "full.longest"), 136);
  // One waits from day 1 at eight, two from day 3; on day 4 one is served when another comes.
  EXPECT_DOUBLE_EQ(mean(r, "queue.hours"), 112);
  EXPECT_EQ(mean(r, "queue.days"), 5);
  EXPECT_DOUBLE_EQ(mean(r, "long_queue.hours"), 64);
  EXPECT_EQ(mean(r, "long_queue.days"), 3);
  EXPECT_EQ(mean(r, "long_queue.episodes"), 1);
  const auto& never = metric(r, "never");
  EXPECT_EQ(never.kind, care::MetricEstimate::Kind::Probability);
  EXPECT_EQ(never.mean, 0);
  EXPECT_EQ(never.trials, 2U);
  EXPECT_GT(never.ci95.high, 0.5);  // two runs without it say little
  EXPECT_EQ(mean(r, "never.hours"), 0);
  EXPECT_TRUE(std::isnan(mean(r, "never.longest")));
}

TEST(Limits, C2TheWarmUpIsNotCounted) {
  auto b = line();
  b.horizon(1, 5);
  limit(b, "full", "ward", Level::Occupied);
  const auto r = run(b.scenario());
  EXPECT_DOUBLE_EQ(mean(r, "full.hours"), 120);
  EXPECT_EQ(mean(r, "full.days"), 5);
  EXPECT_EQ(mean(r, "full.episodes"), 1);
}

/// One patient from six in the evening to six in the morning, every day.
cases::Builder nights(int days) {
  cases::Builder b;
  b.exit("home").horizon(0, days);
  b.setting("ward", 1, cases::fixed_days(0.5), {{"home", 1}});
  b.appointments("referrals", {18}, "ward");
  return b;
}

TEST(Limits, C2SeasonsAreJudgedOneByOne) {
  auto b = nights(21);
  limit(b, "full", "ward", Level::Occupied).weeks = std::array{2, 2};
  const auto r = run(b.scenario());
  // Monday from midnight to six, six whole nights, and Sunday from six to midnight.
  EXPECT_EQ(mean(r, "full"), 1);
  EXPECT_DOUBLE_EQ(mean(r, "full.hours"), 84);
  EXPECT_EQ(mean(r, "full.episodes"), 8);
  EXPECT_EQ(mean(r, "full.days"), 7);
  EXPECT_DOUBLE_EQ(mean(r, "full.longest"), 12);
}

TEST(Limits, C2RiskIsOfASeasonAndFollowsThePlacesOffered) {
  auto b = nights(731);
  b.scenario().settings.front().second.capacity =
      cases::places(1, cases::day(2025, 1, 1), cases::day(2025, 12, 31), 2);
  limit(b, "full", "ward", Level::Occupied).weeks = std::array{10, 11};
  const auto r = run(b.scenario());
  const auto& full = metric(r, "full");
  EXPECT_EQ(full.mean, 0.5);  // in the first year, not in the second
  EXPECT_EQ(full.trials, 4U);
  EXPECT_EQ(full.events, 2U);
  EXPECT_DOUBLE_EQ(mean(r, "full.longest"), 12);
}

TEST(Limits, C2NoSeasonHasNoValue) {
  auto b = nights(21);
  limit(b, "full", "ward", Level::Occupied).weeks = std::array{30, 35};
  const auto r = run(b.scenario());
  for (const char* id : {"full", "full.days", "full.hours", "full.longest"}) {
    EXPECT_EQ(metric(r, id).n, 0U) << id;
  }
}

cases::Builder tandem_with_levels() {
  auto b = counted::tandem();
  b.scenario().report_levels = {"first", "then"};
  return b;
}

/// A patient a day at eight: a day in `first`, then two in the one place of `then`, which they wait for
/// where they are.
TEST(Levels, C1QueuedReadyAndBlockedAsQuantilesOverTime) {
  const auto r = run(tandem_with_levels().scenario());
  // Of 144 hours 56 without anybody who waits, 48 with one and 40 with two: in the queue of `then`,
  // and ready and blocked in `first`.
  for (const char* id : {"queued_p05.then", "ready_p05.first", "blocked_p05.first"}) {
    EXPECT_EQ(mean(r, id), 0) << id;
  }
  for (const char* id : {"queued_p50.then", "ready_p50.first", "blocked_p50.first"}) {
    EXPECT_EQ(mean(r, id), 1) << id;
  }
  for (const char* id : {"queued_p95.then", "ready_p95.first", "blocked_p95.first"}) {
    EXPECT_EQ(mean(r, id), 2) << id;
  }
  EXPECT_DOUBLE_EQ(mean(r, "blocked.first"), 128.0 / 144);
  EXPECT_EQ(mean(r, "blocked.then"), 0);
  EXPECT_EQ(mean(r, "queued_p95.first"), 0);
  // From day 1 at eight one place of `then` is taken.
  EXPECT_EQ(mean(r, "occupied_p50.then"), 1);
  EXPECT_EQ(mean(r, "occupied_p05.first"), 0);
  EXPECT_EQ(mean(r, "occupied_p95.first"), 3);
}

/// The numbers of a setting at a time: present, ready, blocked, queued, occupied.
std::array<double, scenarios::levels> state(const care::Results& results, std::string_view time,
                                            std::string_view setting) {
  std::array<double, scenarios::levels> numbers{};
  const auto row = std::ranges::find_if(results.states, [&](const care::StateRow& one) {
    return one.time == time && one.setting == setting;
  });
  EXPECT_NE(row, results.states.end()) << time << " " << setting;
  for (std::size_t i = 0; row != results.states.end() && i < numbers.size(); ++i) {
    numbers[i] = row->numbers[i].mean;
  }
  return numbers;
}

TEST(States, C1EverySettingAtChosenTimes) {
  auto b = tandem_with_levels();
  b.scenario().report_at = {"2024-01-07", "2024-01-01", "2024-01-05", "2024-01-03 08:00"};
  const auto r = run(b.scenario());
  using Numbers = std::array<double, scenarios::levels>;
  ASSERT_EQ(r.states.size(), 8U);
  EXPECT_EQ(r.states.front().time, "2024-01-01T00:00:00");
  EXPECT_EQ(state(r, "2024-01-01T00:00:00", "first"), (Numbers{0, 0, 0, 0, 0}));
  // Just before the second is ready and the third comes.
  EXPECT_EQ(state(r, "2024-01-03T08:00:00", "first"), (Numbers{1, 0, 0, 0, 1}));
  EXPECT_EQ(state(r, "2024-01-03T08:00:00", "then"), (Numbers{1, 0, 0, 0, 1}));
  EXPECT_EQ(state(r, "2024-01-05T00:00:00", "first"), (Numbers{2, 1, 1, 0, 2}));
  EXPECT_EQ(state(r, "2024-01-05T00:00:00", "then"), (Numbers{1, 0, 0, 1, 1}));
  // When the last day ends.
  EXPECT_EQ(state(r, "2024-01-07T00:00:00", "first"), (Numbers{3, 2, 2, 0, 3}));
  EXPECT_EQ(state(r, "2024-01-07T00:00:00", "then"), (Numbers{1, 0, 0, 2, 1}));
  EXPECT_EQ(r.states.front().numbers.front().n, 2U);
}

TEST(States, C1TheBeginningOfWhatIsMeasuredIsOneOfThem) {
  auto b = tandem_with_levels();
  b.horizon(2, 4);
  b.scenario().report_at = {"2024-01-03", "2024-01-05"};
  const auto r = run(b.scenario());
  EXPECT_EQ(state(r, "2024-01-03T00:00:00", "first").front(), 1);
  EXPECT_EQ(state(r, "2024-01-05T00:00:00", "first").front(), 2);
}

TEST(States, C1ThoseOfTheCensusAreThereAtTheStart) {
  cases::Builder b;
  b.exit("home").horizon(0, 10);
  b.setting("ward", 5, cases::fixed_days(4), {{"home", 1}});
  b.census("ward", 5, 2);
  b.scenario().report_at = {"2024-01-01"};
  EXPECT_EQ(state(run(b.scenario()), "2024-01-01T00:00:00", "ward"),
            (std::array<double, scenarios::levels>{5, 0, 0, 2, 5}));
}

TEST(ReportBy, C5SeveralAttributesEachInTurn) {
  cases::Builder b;
  b.attribute("age", {"young", "old"}).attribute("town", {"north", "south"});
  b.exit("home").horizon(0, 4);
  b.setting("ward", cases::unlimited, cases::fixed_days(1), {{"home", 1}}).owner = "municipality";
  b.scenario().settings.front().second.cost_per_day = 10;
  b.appointments("a", {0}, "ward").attributes = cases::set("age", "old");
  b.appointments("b", {12}, "ward").attributes = cases::set("town", "south");
  b.scenario().report_by = {"town", "age"};
  const auto r = run(b.scenario());
  EXPECT_DOUBLE_EQ(mean(r, "bed_days.ward"), 7.5);
  EXPECT_DOUBLE_EQ(mean(r, "bed_days.ward.old"), 4);
  EXPECT_DOUBLE_EQ(mean(r, "bed_days.ward.young"), 3.5);
  EXPECT_DOUBLE_EQ(mean(r, "bed_days.ward.north"), 4);
  EXPECT_DOUBLE_EQ(mean(r, "bed_days.ward.south"), 3.5);
  // Each patient-day is paid for once, by the value of the first attribute.
  ASSERT_EQ(r.ledger.size(), 3U);
  EXPECT_EQ(r.ledger[0].principal, "north");
  EXPECT_DOUBLE_EQ(r.ledger[0].kronor.mean, 40);
  EXPECT_EQ(r.ledger[1].principal, "south");
  EXPECT_DOUBLE_EQ(r.ledger[2].kronor.mean, 75);
}

TEST(Levels, C1WhatIsReportedChangesNothingElse) {
  cases::Builder b;
  b.exit("home").horizon(10, 100);
  b.setting("first", 3, cases::exponential_days(1), {{"then", 1}});
  b.setting("then", 2, cases::gamma_days(1, 0.7), {{"home", 0.8}, {"first", 0.2}});
  b.arrival("referrals", 1.2, "first");
  const auto plain = run(b.scenario());
  b.scenario().report_levels = {"first", "then"};
  b.scenario().report_at = {"2024-02-01"};
  b.scenario().report_changes = {"first"};
  limit(b, "full", "then", Level::Occupied);
  const auto told = run(b.scenario());
  for (const auto& column : plain.replications) {
    const auto same = std::ranges::find(told.replications, column.id, &care::ReplicationColumn::id);
    ASSERT_NE(same, told.replications.end()) << column.id;
    for (std::size_t i = 0; i < column.values.size(); ++i) {
      const bool both_none = std::isnan(column.values[i]) && std::isnan(same->values[i]);
      EXPECT_TRUE(both_none || column.values[i] == same->values[i]) << column.id;
    }
  }
  EXPECT_GT(told.replications.size(), plain.replications.size());
}

}  // namespace
