// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/flow/analysis.hpp"
#include "tests/models/analysed.hpp"
#include "tests/models/scenario_builder.hpp"

namespace {

using analysed::analyse;
using analysed::found;
using analysed::load;
using cases::Builder;
using cases::exponential_days;
using cases::unlimited;
using flow::Analysis;
using flow::Finding;
using testing::HasSubstr;
using testing::IsEmpty;
using Policy = scenarios::WhenFull::Policy;

// ---------------------------------------------------------------- faults

TEST(Analysis, NamesASettingThatNobodyReaches) {
  Builder b;
  b.exit("home");
  b.setting("ward", 3, exponential_days(1), {{"home", 1}});
  b.setting("attic", 3, exponential_days(1), {{"ward", 1}});
  b.arrival("all", 1, "ward");
  const auto analysis = analyse(b);
  const auto issues = flow::issues_of(analysis);
  ASSERT_EQ(issues.errors.size(), 1U);
  EXPECT_EQ(issues.errors[0].text(),
            "#/settings/attic: expected a way here from an arrival or the initial state, got none");
  EXPECT_EQ(found(analysis, "unreachable")[0].message.sv, "Ingen patient kan komma till attic.");
}

TEST(Analysis, WarnsOfASettingThatNoArrivingPatientReaches) {
  Builder b;
  b.attribute("class", {"young", "old"}).exit("home");
  auto& ward = b.setting("ward", 3, exponential_days(1), {{"home", 1}});
  ward.routes.insert(ward.routes.begin(), {cases::when("class", {"old"}), {{"geriatrics", 1}}});
  b.setting("geriatrics", 3, exponential_days(1), {{"home", 1}});
  b.arrival("all", 1, "ward");
  const auto analysis = analyse(b);
  EXPECT_FALSE(analysis.has_errors());
  ASSERT_EQ(found(analysis, "unreachable").size(), 1U);
  EXPECT_EQ(found(analysis, "unreachable")[0].pointer, "/settings/geriatrics");
}

TEST(Analysis, NamesALoopWithoutAWayOut) {
  Builder b;
  b.exit("home");
  b.setting("ward", unlimited, exponential_days(1), {{"home", 0.5}, {"a", 0.5}});
  b.setting("a", unlimited, exponential_days(1), {{"b", 1}});
  b.setting("b", unlimited, exponential_days(1), {{"a", 1}});
  b.arrival("all", 1, "ward");
  const auto issues = flow::issues_of(analyse(b));
  ASSERT_EQ(issues.errors.size(), 1U);
  EXPECT_EQ(issues.errors[0].text(),
            "#/settings/a/routes: expected a way to an exit, got a loop without a way out (a → b → "
            "a)");
}

TEST(Analysis, NamesThosePatientsWhoCanNeverLeave) {
  Builder b;
  b.attribute("class", {"young", "old"}).exit("home");
  auto& ward = b.setting("ward", unlimited, exponential_days(1), {{"home", 1}});
  ward.routes.insert(ward.routes.begin(), {cases::when("class", {"old"}), {{"ward", 1}}});
  b.arrival("all", 1, "ward").attributes = cases::set("class", {{"young", 0.5}, {"old", 0.5}});
  const auto issues = flow::issues_of(analyse(b));
  ASSERT_EQ(issues.errors.size(), 1U);
  EXPECT_EQ(issues.errors[0].text(),
            "#/settings/ward/routes: expected a way to an exit for every patient who comes here, "
            "got none for those with class=old");
}

TEST(Analysis, ALoopThatOnlyCongestionBreaksHasGainOne) {
  Builder b;
  b.exit("home");
  b.setting("ward", 2, exponential_days(1), {{"unit", 1}}).when_full.policy = Policy::Lost;
  b.setting("unit", unlimited, exponential_days(1), {{"ward", 1}});
  b.arrival("all", 1, "ward");
  const auto analysis = analyse(b);
  EXPECT_FALSE(analysis.has_errors());
  ASSERT_EQ(found(analysis, "gain").size(), 1U);
  EXPECT_TRUE(load(analysis, "ward").grows);
}

TEST(Analysis, SaysWhoIsToGoHomeAndLivesNowhere) {
  Builder b;
  b.death("death");
  b.setting("hospital", 9, exponential_days(5), {{"residence", 0.9}, {"death", 0.1}});
  b.setting("house", unlimited, exponential_days(500), {{"death", 1}}).residence = true;
  b.arrival("residents", 1, "house");
  b.arrival("visitors", 1, "hospital");
  const auto issues = flow::issues_of(analyse(b));
  ASSERT_EQ(issues.errors.size(), 1U);
  EXPECT_EQ(issues.errors[0].pointer, "/settings/hospital/routes/0");
  EXPECT_THAT(issues.errors[0].got.en, HasSubstr("live nowhere"));
}

TEST(Analysis, NamesAGateThatNeverOpensAndASettingWithoutPlaces) {
  Builder b;
  b.exit("home");
  b.setting("ward", unlimited, exponential_days(5), {{"rehab", 0.5}, {"home", 0.5}});
  b.setting("rehab", 0, exponential_days(5), {{"home", 1}});
  b.arrival("all", 1, "ward");
  auto analysis = analyse(b);
  ASSERT_EQ(flow::issues_of(analysis).errors.size(), 1U);
  EXPECT_EQ(found(analysis, "never_a_place")[0].pointer, "/settings/rehab/capacity");
  b.move("ward", "rehab").open = {0, {}};
  analysis = analyse(b);
  ASSERT_EQ(found(analysis, "never_open").size(), 1U);
  EXPECT_EQ(found(analysis, "never_open")[0].pointer, "/moves/ward->rehab/open");
}

TEST(Analysis, SaysWhatIsOverCapacityAndWhatFollows) {
  Builder b;
  b.exit("home");
  b.setting("ward", 10, exponential_days(6), {{"home", 1}});
  b.setting("clinic", 10, exponential_days(6), {{"home", 1}}).when_full.policy = Policy::Lost;
  b.arrival("one", 2, "ward");
  b.arrival("two", 2, "clinic");
  const auto over = found(analyse(b), "over_capacity");
  ASSERT_EQ(over.size(), 2U);
  EXPECT_EQ(over[0].message.en,
            "ward needs 12.0 places on average and has 10.0. No steady state: results hold for "
            "this horizon from this start.");
  EXPECT_EQ(over[1].message.sv,
            "clinic behöver i medeltal 12,0 platser och har 10,0. Minst 16,7 % får ingen plats "
            "där.");
}

TEST(Analysis, A16TheNarrowestPassageIsThatOfTheRoutesAsTheyAre) {
  Builder b;
  b.exit("home");
  b.setting("ward", 20, exponential_days(4), {{"rehab", 0.6}, {"home_care", 0.4}});
  b.setting("rehab", 10, exponential_days(20), {{"home", 1}});
  b.setting("home_care", 30, exponential_days(30), {{"home", 1}});
  b.arrival("all", 2, "ward");
  const auto analysis = analyse(b);
  ASSERT_TRUE(analysis.bottleneck);
  // 60 % come to rehab for 20 days: its 10 places are enough for 10 / 20 / 0.6 arrivals. Another
  // routing would get 1.5 through, but nobody is routed so.
  EXPECT_EQ(analysis.bottleneck->setting, "rehab");
  EXPECT_NEAR(analysis.bottleneck->per_day, 10.0 / 20 / 0.6, 1e-9);
  EXPECT_EQ(analysis.bottleneck->arrivals, 2);
  const auto told = found(analysis, "bottleneck");
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].level, Finding::Level::Warning);
  EXPECT_EQ(
      told[0].message.en,
      "With these routes rehab is full first: at 0.83 arrivals per day in all, and 2.00 come.");
}

TEST(Analysis, CensusMayBeTheOnlySourceOfPatients) {
  Builder b;
  b.exit("home");
  b.setting("ward", 5, exponential_days(5), {{"home", 1}});
  b.census("ward", 4);
  const auto analysis = analyse(b);
  EXPECT_FALSE(analysis.has_errors());
  EXPECT_EQ(load(analysis, "ward").at_start, 4U);
  EXPECT_EQ(load(analysis, "ward").per_day, 0);
}

// ---------------------------------------------------------------- exceptions when it is full

Builder two_that_divert(scenarios::Condition by_a, scenarios::Condition by_b, int waiting) {
  Builder b;
  b.attribute("age", {"young", "old"}).exit("home");
  b.setting("a", 1, exponential_days(1), {{"home", 1}}).when_full.exceptions = {
      {std::move(by_a), {}, waiting, Policy::Divert, "b"}};
  b.setting("b", 1, exponential_days(1), {{"home", 1}}).when_full.exceptions = {
      {std::move(by_b), {}, 0, Policy::Divert, "a"}};
  b.arrival("all", 0.5, "a").attributes = cases::set("age", {{"young", 0.5}, {"old", 0.5}});
  return b;
}

/// A circle is a fault where somebody goes round it whoever waits, and only there.
TEST(Analysis, C2DiversionCirclesOfSomePatients) {
  const auto old = cases::when("age", {"old"}), young = cases::when("age", {"young"});
  EXPECT_THAT(found(analyse(two_that_divert(old, young, 0)), "diversion_circle"), IsEmpty());
  EXPECT_THAT(found(analyse(two_that_divert(old, old, 1)), "diversion_circle"), IsEmpty());
  EXPECT_EQ(found(analyse(two_that_divert(old, old, 0)), "diversion_circle").size(), 1U);
}

/// Who is diverted may end where the setting leads, and nobody else does.
TEST(Analysis, C2ExceptionsLeadWhereTheySay) {
  Builder b;
  b.attribute("age", {"young", "old"}).exit("home");
  b.setting("a", 1, exponential_days(1), {{"home", 1}}).when_full.exceptions = {
      {cases::when("age", {"old"}), {}, 3, Policy::Divert, "b"}};
  b.setting("b", 1, exponential_days(1), {{"home", 1}});
  b.arrival("all", 3, "a");  // all of them young
  const auto analysis = analyse(b);
  ASSERT_EQ(found(analysis, "unreachable").size(), 1U);
  EXPECT_EQ(found(analysis, "unreachable")[0].level, Finding::Level::Warning);
  ASSERT_EQ(found(analysis, "over_capacity").size(), 1U);
  EXPECT_THAT(found(analysis, "over_capacity")[0].message.en, HasSubstr("as when_full says"));
}

/// A gate that is open every other twelve hours is waited for three hours on average: in the place that
/// is left, and with the place claimed first in that one too.
TEST(Analysis, C2AClaimedPlaceIsTakenWhileTheGateIsClosed) {
  for (const bool claim : {false, true}) {
    Builder b;
    b.exit("home");
    b.setting("ward", 20, exponential_days(3), {{"unit", 1}});
    b.setting("unit", 20, exponential_days(2), {{"home", 1}});
    b.arrival("all", 2, "ward");
    auto& move = b.move("ward", "unit");
    scenarios::CalendarRule open;
    open.hours = {8, 20};
    open.value = 1;
    move.open = {0, {open}};
    move.claim_first = claim;
    const auto analysis = analyse(b);
    EXPECT_NEAR(load(analysis, "ward").places, 2 * (3 + 0.125), 1e-9);
    EXPECT_NEAR(load(analysis, "unit").places, 2 * (2 + (claim ? 0.125 : 0)), 1e-9);
    EXPECT_NEAR(load(analysis, "unit").present, 2 * 2, 1e-9);
  }
}

/// Who is interrupted may give up the queue; nobody else ever waits for a ward that has room.
TEST(Analysis, C2InterruptedPatientsMayEndWhereTheQueueIsLeftFor) {
  for (const bool interrupt : {false, true}) {
    Builder b;
    b.attribute("age", {"young", "old"}).exit("home");
    auto& ward = b.setting("ward", 20, exponential_days(3), {{"home", 1}});
    ward.interrupt = interrupt;
    ward.on_enter.push_back({{}, {"ward"}, cases::set("age", "old")});
    ward.queue.leave.push_back({cases::when("age", {"old"}), cases::fixed_days(1), "unit"});
    b.setting("unit", 20, exponential_days(2), {{"home", 1}});
    b.arrival("all", 2, "ward");
    EXPECT_EQ(found(analyse(b), "unreachable").size(), interrupt ? 0U : 1U);
  }
}

}  // namespace
