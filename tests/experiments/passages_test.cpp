// SPDX-License-Identifier: Apache-2.0
// Times between two points of the pathway, counted by hand.
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "experiments/run.hpp"
#include "tests/experiments/counted.hpp"
#include "tests/models/scenario_builder.hpp"

namespace {

using counted::mean;
using counted::run;

using scenarios::Passage;

void add(cases::Builder& b, const std::string& name, std::vector<std::string> from,
         std::vector<std::string> to, Passage::Start start = Passage::Start::Entered) {
  Passage passage;
  passage.from = std::move(from);
  passage.to = std::move(to);
  passage.start = start;
  passage.within_hours = {24, 48.5};
  b.scenario().passages.emplace_back(name, passage);
}

/// A patient a day at eight. One place in the ward for two days, waited for outside; then a day in the
/// unit. Six days from Monday.
cases::Builder pathway() {
  cases::Builder b;
  b.exit("home").horizon(0, 6);
  b.setting("ward", 1, cases::fixed_days(2), {{"unit", 1}}).when_full.policy =
      scenarios::WhenFull::Policy::WaitOutside;
  b.setting("unit", cases::unlimited, cases::fixed_days(1), {{"home", 1}});
  b.appointments("referrals", {8}, "ward");
  return b;
}

TEST(Passages, C1FromArrivalOn) {
  auto b = pathway();
  add(b, "wait", {"arrival"}, {"ward"});
  add(b, "all", {"arrival"}, {"home"});
  // Asked on days 0 to 5 at eight; the ward takes one on day 0, 2 and 4: waits of 0, 24 and 48 hours.
  const auto r = run(b.scenario());
  EXPECT_DOUBLE_EQ(mean(r, "wait"), 24);
  EXPECT_DOUBLE_EQ(mean(r, "wait.p50"), 24);
  EXPECT_DOUBLE_EQ(mean(r, "wait.p90"), 48);
  EXPECT_NEAR(mean(r, "wait.within_24h"), 200.0 / 3, 1e-12);
  EXPECT_DOUBLE_EQ(mean(r, "wait.within_48.5h"), 100);
  EXPECT_DOUBLE_EQ(mean(r, "wait.ended"), 3);
  EXPECT_DOUBLE_EQ(mean(r, "wait.under_way"), 3);
  // Two days in the ward and one in the unit: home on days 3 and 5, after 72 and 96 hours.
  EXPECT_DOUBLE_EQ(mean(r, "all"), 84);
  EXPECT_DOUBLE_EQ(mean(r, "all.under_way"), 4);
}

TEST(Passages, C1FromReadinessAndFromLeaving) {
  auto b = pathway();
  b.setting("late", 1, cases::fixed_days(1.5), {{"home", 1}});
  b.scenario().settings[1].second.routes.front().to = {{"late", 1}};
  add(b, "blocked", {"unit"}, {"late"}, Passage::Start::Ready);
  add(b, "left", {"unit"}, {"home"}, Passage::Start::Left);
  // Ready in the unit on days 3 and 5; the place in `late` is free both times.
  const auto r = run(b.scenario());
  EXPECT_DOUBLE_EQ(mean(r, "blocked"), 0);
  EXPECT_DOUBLE_EQ(mean(r, "blocked.ended"), 2);
  EXPECT_DOUBLE_EQ(mean(r, "left"), 36);
  EXPECT_DOUBLE_EQ(mean(r, "left.ended"), 1);
  EXPECT_DOUBLE_EQ(mean(r, "left.under_way"), 1);
}

TEST(Passages, C1ByAttribute) {
  cases::Builder b;
  b.attribute("class", {"quick", "slow"}).exit("home").horizon(0, 6);
  auto& ward = b.setting("ward", cases::unlimited, cases::fixed_days(2), {{"home", 1}});
  ward.stay.insert(ward.stay.begin(),
                   {cases::when("class", {"quick"}), {}, cases::fixed_days(0.5)});
  b.appointments("a", {8}, "ward").attributes = cases::set("class", "quick");
  b.appointments("b", {9, 10}, "ward").attributes = cases::set("class", "slow");
  for (const char* one : {"quick", "slow"}) {
    add(b, one, {"ward"}, {"home"});
    b.scenario().passages.back().second.when = cases::when("class", {one});
  }
  add(b, "everybody", {"ward"}, {"home"});
  const auto r = run(b.scenario());
  // The quick of six days are home by then, the slow of four.
  EXPECT_DOUBLE_EQ(mean(r, "quick"), 12);
  EXPECT_DOUBLE_EQ(mean(r, "quick.ended"), 6);
  EXPECT_DOUBLE_EQ(mean(r, "quick.within_24h"), 100);
  EXPECT_DOUBLE_EQ(mean(r, "slow"), 48);
  EXPECT_DOUBLE_EQ(mean(r, "slow.ended"), 8);
  EXPECT_DOUBLE_EQ(mean(r, "slow.within_24h"), 0);
  EXPECT_NEAR(mean(r, "everybody"), (6 * 12 + 8 * 48) / 14.0, 1e-12);
  EXPECT_NEAR(mean(r, "everybody.within_24h"), 100 * 6 / 14.0, 1e-12);
}

TEST(Passages, C1QuantilesSharesAndOccupancyHaveIntervals) {
  cases::Builder b;
  b.exit("home").horizon(0, 100);
  b.setting("ward", cases::unlimited, cases::exponential_days(1), {{"home", 1}});
  b.arrival("referrals", 5, "ward");
  b.scenario().report_levels = {"ward"};
  add(b, "stay", {"ward"}, {"home"});
  const care::Model model{b.scenario()};
  const auto r = care::run_experiment(model, {.seed = 1, .replications = 20, .threads = 1}, {});
  for (const char* id : {"stay", "stay.p50", "stay.p90", "stay.p95", "stay.within_24h",
                         "occupied_p50.ward", "occupied_p95.ward"}) {
    const auto* metric = care::find_metric(r, id);
    ASSERT_NE(metric, nullptr) << id;
    EXPECT_EQ(metric->n, 20U) << id;
    EXPECT_LT(metric->ci95.low, metric->mean) << id;
    EXPECT_GT(metric->ci95.high, metric->mean) << id;
    EXPECT_LT(metric->ci95.high - metric->ci95.low, metric->mean) << id;
  }
}

TEST(Passages, C1OfNobodyHaveNoValue) {
  auto b = pathway();
  add(b, "never", {"unit"}, {"ward"});
  const auto r = run(b.scenario());
  for (const char* id : {"never", "never.p50", "never.within_24h"}) {
    EXPECT_TRUE(std::isnan(mean(r, id))) << id;
  }
  EXPECT_EQ(mean(r, "never.ended"), 0);
}

TEST(Passages, C1ThoseOfTheCensusHaveNoBeginning) {
  cases::Builder b;
  b.exit("home").horizon(0, 10);
  b.setting("ward", cases::unlimited, cases::fixed_days(4), {{"home", 1}});
  b.census("ward", 5);
  add(b, "stay", {"ward"}, {"home"});
  EXPECT_EQ(mean(run(b.scenario()), "stay.ended"), 0);
}

}  // namespace
