// SPDX-License-Identifier: Apache-2.0
// Waits counted by hand: those who got a place, those who gave up and those who wait at the end.
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

/// One place and stays of two days. One patient a day at eight, for four days and a half; who is to
/// give up does so after 30 hours.
cases::Builder one_place(bool gives_up) {
  cases::Builder b;
  b.exit("home").horizon(0, 5);
  b.scenario().horizon.start = cases::day(2024, 1, 1);
  auto& ward = b.setting("ward", 1, cases::fixed_days(2), {{"home", 1}});
  if (gives_up) {
    ward.queue.leave.push_back({{}, cases::fixed(30, scenarios::TimeUnit::Hours), "home"});
  }
  b.appointments("referrals", {8}, "ward");
  return b;
}

TEST(Waits, A10CountThoseWhoStillWait) {
  // Days 0 to 4 at eight. Served at 0 d, 2 d, 4 d (asked on days 0, 1, 2): waits 0, 24, 48 hours. Those
  // of days 3 and 4 wait when the period ends, at midnight: 40 and 16 hours.
  const auto r = run(one_place(false).scenario());
  EXPECT_DOUBLE_EQ(mean(r, "wait.ward"), 24);
  EXPECT_DOUBLE_EQ(mean(r, "still_waiting.ward"), 2);
  EXPECT_DOUBLE_EQ(mean(r, "still_waited.ward"), 28);
  EXPECT_DOUBLE_EQ(mean(r, "wait_all.ward"), (0 + 24 + 48 + 40 + 16) / 5.0);
  EXPECT_DOUBLE_EQ(mean(r, "longest_wait.ward"), 48);
  EXPECT_DOUBLE_EQ(mean(r, "waited_all.ward"), 80);
}

TEST(Waits, A19CountThoseWhoGaveUp) {
  // Day 1 waits 24 hours and is served on day 2; day 2 gives up after 30 hours; day 3 is served on day
  // 4, after 24; day 4 still waits, 16 hours.
  const auto r = run(one_place(true).scenario());
  EXPECT_DOUBLE_EQ(mean(r, "left_queue.ward"), 1);
  EXPECT_DOUBLE_EQ(mean(r, "wait.ward"), (0 + 24 + 24) / 3.0);
  EXPECT_DOUBLE_EQ(mean(r, "wait_all.ward"), (0 + 24 + 30 + 24 + 16) / 5.0);
  EXPECT_NEAR(mean(r, "waited.ward"), 200.0 / 3, 1e-12);
  EXPECT_DOUBLE_EQ(mean(r, "waited_all.ward"), 80);
  EXPECT_DOUBLE_EQ(mean(r, "longest_wait.ward"), 30);
}

TEST(Waits, A8NobodyWhoAskedHasNoWait) {
  auto b = one_place(false);
  b.scenario().arrivals.clear();
  b.setting("other", cases::unlimited, cases::fixed_days(1), {{"ward", 1}});
  b.appointments("referrals", {8}, "other");
  b.horizon(0, 1);
  const auto r = run(b.scenario());
  for (const char* id : {"wait.ward", "wait_all.ward", "waited.ward", "waited_all.ward",
                         "longest_wait.ward", "still_waited.ward", "stay.ward"}) {
    EXPECT_TRUE(std::isnan(mean(r, id))) << id;
    EXPECT_EQ(care::find_metric(r, id)->n, 0U) << id;
  }
  EXPECT_EQ(mean(r, "still_waiting.ward"), 0);
}

TEST(Waits, A19MeasuresWithoutALabelAreCalledByTheirName) {
  auto b = one_place(false);
  scenarios::Measure measure;
  measure.numerator.count = scenarios::Quantity::Count::Entries;
  measure.numerator.settings = {"ward"};
  b.scenario().measures.emplace_back("ward_entries", measure);
  const auto r = run(b.scenario());
  EXPECT_EQ(care::find_metric(r, "ward_entries")->key.label.sv, "ward entries");
}

TEST(Waits, A19IntervalsAreCutAtZero) {
  cases::Builder b;
  b.exit("home").horizon(0, 20);
  b.setting("ward", 1, cases::exponential_days(1), {{"home", 1}});
  b.arrival("referrals", 0.1, "ward");
  const auto r = run(b.scenario());
  for (const auto& metric : r.metrics) {
    if (metric.n == 0) continue;
    EXPECT_GE(metric.ci95.low, 0) << metric.key.id;
  }
}

}  // namespace
