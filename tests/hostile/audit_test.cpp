// SPDX-License-Identifier: Apache-2.0
// What the self-audit says of runs that are sound and hard to judge, and of sums that do not fit.

#include <algorithm>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/hostile/answer.hpp"
#include "tests/models/scenario_builder.hpp"

namespace {

using care::AuditItem;
using testing::HasSubstr;

care::Results run(const cases::Builder& b, std::uint32_t replications) {
  const care::Model model(b.scenario());
  return care::run_experiment(model, {.seed = 1, .replications = replications, .threads = 1}, {});
}

AuditItem item(const care::Results& results, const std::string& id) {
  const auto found = std::ranges::find(results.audit, id, &AuditItem::id);
  return found == results.audit.end() ? AuditItem{} : *found;
}

bool none_violated(const care::Results& results) {
  return std::ranges::none_of(results.audit, [](const AuditItem& each) {
    return each.verdict == AuditItem::Verdict::Violated;
  });
}

// Every tenth replication or so met one of the very long stays, which is there at the end only: the
// estimate of L - lambda W was off by more than its interval.
TEST(Audit, A14LittlesLawHoldsExactlyUnderHeavyTails) {
  cases::Builder b;
  b.exit("home").horizon(0, 60);
  b.setting("ward", cases::unlimited, cases::lognormal_days(1, 20), {{"home", 1}});
  b.arrival("all", 20, "ward");
  const auto results = run(b, 40);
  EXPECT_EQ(item(results, "little").verdict, AuditItem::Verdict::Passed);
  EXPECT_TRUE(none_violated(results));
}

TEST(Audit, A14LittlesLawHoldsExactlyAfterAFullStart) {
  for (const int warm_up : {0, 20}) {
    cases::Builder b;
    b.exit("home").horizon(warm_up, 365);
    b.setting("ward", 300, cases::exponential_days(5), {{"home", 0.5}, {"rehab", 0.5}});
    b.setting("rehab", 3, cases::gamma_days(2, 1), {{"home", 1}});
    b.arrival("all", 1, "ward");
    b.census("ward", 200, 3);
    const auto results = run(b, 20);
    EXPECT_EQ(item(results, "little").verdict, AuditItem::Verdict::Passed) << warm_up;
    EXPECT_TRUE(none_violated(results));
  }
}

TEST(Audit, A14ALongStationaryRunIsNotToldToDeleteWeeks) {
  cases::Builder b;
  b.exit("home").horizon(400, 7 * 600);
  b.setting("ward", cases::unlimited, cases::exponential_days(20), {{"home", 1}});
  b.arrival("all", 2, "ward");
  for (const std::uint64_t seed : {1U, 2U, 3U}) {
    const care::Model model(b.scenario());
    const auto results =
        care::run_experiment(model, {.seed = seed, .replications = 10, .threads = 1}, {});
    EXPECT_EQ(item(results, "warm_up").verdict, AuditItem::Verdict::Passed)
        << item(results, "warm_up").detail.en;
  }
}

TEST(Audit, A14ARunFromEmptyIsToldToDeleteWeeks) {
  cases::Builder b;
  b.exit("home").horizon(0, 7 * 100);
  b.setting("ward", cases::unlimited, cases::exponential_days(60), {{"home", 1}});
  b.arrival("all", 2, "ward");
  const auto results = run(b, 10);
  EXPECT_EQ(item(results, "warm_up").verdict, AuditItem::Verdict::Note);
  EXPECT_THAT(item(results, "warm_up").detail.en, HasSubstr("more weeks (ward)"));
}

// 7 million persons for a hundred years are 2.2e19 ms: the sum came round to 818,543 persons.
TEST(Audit, A4SumsThatWouldNotFitAreRefusedBeforehand) {
  hostile::Json scenario = hostile::Json::parse(R"({"title": "x",
    "horizon": {"start": "2025-01-06", "days": 36500}, "attributes": {"age": ["any"]},
    "settings": {"place": {"stay": {"time": {"kind": "fixed", "value": 1e6}},
                           "routes": {"to": {"gone": 1}}}}, "exits": {"gone": "Gone"},
    "initial": {"census": {"setting": "place", "count": 7000000}}})");
  EXPECT_THAT(
      hostile::answer(scenario).faults,
      testing::ElementsAre("x.json#/initial/census: expected at most 1462356 persons together "
                           "in a run so long, got 7000000 (number)"));
  scenario["/settings/place/capacity"_json_pointer] = 2e6;
  scenario["/initial/census/count"_json_pointer] = 1;
  EXPECT_THAT(
      hostile::answer(scenario).faults,
      testing::ElementsAre("x.json#/settings/place/capacity: expected at most 1462356 places "
                           "in a run so long, got 2000000 (number)"));
}

TEST(Audit, A4SumsThatOutgrowTheirPlaceInTheRunStopIt) {
  hostile::Json scenario = hostile::Json::parse(R"({"title": "x",
    "horizon": {"start": "2025-01-06", "days": 36500}, "attributes": {"age": ["any"]},
    "settings": {"place": {"stay": {"time": {"kind": "fixed", "value": 1e6}},
                           "routes": {"to": {"gone": 1}}}}, "exits": {"gone": "Gone"},
    "arrivals": {"all": {"per_year": 0.5, "to": "place",
                         "batch": {"kind": "fixed", "value": 7000000}}}})");
  const auto faults = hostile::answer(scenario, flow::Budget{}).faults;
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_THAT(faults[0], HasSubstr("got 7000000 patients at one time up to 20"));
}

// What fits is right: a thousand more every day.
TEST(Audit, A4WhatFitsIsExact) {
  cases::Builder b;
  b.exit("gone").horizon(0, 1000);
  b.setting("place", cases::unlimited, cases::fixed_days(1e8), {{"gone", 1}});
  b.appointments("all", {0}, "place").batch = cases::fixed_days(1000);
  const auto results = run(b, 1);
  // On day k there are 1000 (k + 1): 1000 * (1000 + 1) / 2 on average.
  const auto* present = care::find_metric(results, "present.place");
  ASSERT_NE(present, nullptr);
  EXPECT_NEAR(present->mean, 500'500, 1e-6);
  EXPECT_TRUE(none_violated(results));
}

}  // namespace
