// SPDX-License-Identifier: Apache-2.0
// Comparisons against known answers, on values made by hand; of runs in tests/targets.
#include "experiments/comparison.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "experiments/estimates.hpp"
#include "sim/intervals.hpp"
#include "tests/experiments/comparison_case.hpp"

namespace {

using care::Aim;
using care::Effect;
using comparison_case::compare;
using comparison_case::find;
using comparison_case::flow;
using comparison_case::make;
using comparison_case::staff;

const double none = std::numeric_limits<double>::quiet_NaN();

// ---------------------------------------------------------------- one difference

TEST(Difference, MatchesStudentsSleepData) {
  const std::vector<double> drug_1{0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
  const std::vector<double> drug_2{1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};
  const auto d = care::difference_of(drug_1, drug_2);
  EXPECT_EQ(d.n, 10U);
  EXPECT_NEAR(d.base, 0.75, 1e-12);
  EXPECT_NEAR(d.other, 2.33, 1e-12);
  EXPECT_NEAR(d.mean, 1.58, 1e-12);
  EXPECT_NEAR(d.ci95.low, 0.7001142, 1e-7);
  EXPECT_NEAR(d.ci95.high, 2.4598858, 1e-7);
  EXPECT_NEAR(d.p, 0.00283289, 1e-8);
  EXPECT_NEAR(d.direction, 1 - 0.00283289 / 2, 1e-8);
  EXPECT_NEAR(d.independent_half_width, 1.7854832, 1e-7);
  EXPECT_EQ(d.higher, 9U);
  EXPECT_EQ(d.lower, 0U);
  EXPECT_FALSE(d.identical);
  EXPECT_EQ(care::effect_of(d, Aim::Higher), Effect::Better);
  EXPECT_EQ(care::effect_of(d, Aim::Lower), Effect::Worse);
  EXPECT_EQ(care::effect_of(d, Aim::None), Effect::Higher);
}

TEST(Difference, OfEqualValuesIsNothing) {
  const std::vector<double> values{3, none, 5, 8};
  const auto d = care::difference_of(values, values);
  EXPECT_TRUE(d.identical);
  EXPECT_EQ(d.n, 3U);
  EXPECT_EQ(d.mean, 0);
  EXPECT_EQ(d.sd, 0);
  EXPECT_EQ(d.ci95.low, 0);
  EXPECT_EQ(d.ci95.high, 0);
  EXPECT_EQ(d.p, 1);
  EXPECT_EQ(d.direction, 0.5);
  for (const auto aim : {Aim::Lower, Aim::Higher, Aim::None}) {
    EXPECT_EQ(care::effect_of(d, aim), Effect::NotAffected);
  }
}

TEST(Difference, PairsOnlyWhereBothHaveAValue) {
  const std::vector<double> base{1, none, 3, 4, 6}, other{2, 7, none, 6, 9};
  const auto d = care::difference_of(base, other);
  EXPECT_EQ(d.n, 3U);
  EXPECT_NEAR(d.mean, 2, 1e-12);
  EXPECT_NEAR(d.sd, 1, 1e-12);
  // A value where the other has none is a difference, even if all pairs are equal.
  EXPECT_FALSE(care::difference_of(std::vector{1.0, none}, std::vector{1.0, 2.0}).identical);
}

TEST(Difference, WithoutDirectionIsUnclear) {
  const auto d =
      care::difference_of(std::vector{1.0, 2.0, 3.0, 4.0}, std::vector{2.0, 1.0, 4.0, 3.0});
  EXPECT_EQ(d.mean, 0);
  EXPECT_FALSE(d.identical);
  EXPECT_EQ(care::effect_of(d, Aim::Lower), Effect::Unclear);
  EXPECT_EQ(d.higher, 2U);
  EXPECT_EQ(d.lower, 2U);
}

TEST(Difference, A21OfProbabilitiesHasThePairedScoreInterval) {
  // Of 60 replications 4 are short under the base alone: a t interval would say that it is clear.
  std::vector<double> base(60, 0.0);
  const std::vector<double> other(60, 0.0);
  for (const std::size_t r : {3U, 14U, 15U, 59U}) base[r] = 1;
  const auto d = care::difference_of(sim::Shares{base, 1}, sim::Shares{other, 1});
  const auto interval = sim::paired_share_difference({base, 1}, {other, 1});
  EXPECT_EQ(d.ci95.low, interval.low);
  EXPECT_EQ(d.ci95.high, interval.high);
  EXPECT_GT(d.ci95.high, 0);
  EXPECT_DOUBLE_EQ(d.p, 1.0 / 16);
  EXPECT_EQ(care::effect_of(d, Aim::Lower), Effect::Unclear);
  EXPECT_LT(care::difference_of(base, other).p, 0.05);
  const auto same = care::difference_of(sim::Shares{base, 1}, sim::Shares{base, 1});
  EXPECT_EQ(care::effect_of(same, Aim::Lower), Effect::NotAffected);
  EXPECT_EQ(same.ci95.high, 0);
}

TEST(Difference, A8WhereNothingWasSeenThereIsNone) {
  const std::vector<care::Results> results{make({{flow("wait", "ward"), {none, none, none}}}),
                                           make({{flow("wait", "ward"), {none, none, none}}})};
  const auto comparison = compare(results);
  EXPECT_FALSE(find(comparison, "wait.ward").differences.front());
  EXPECT_EQ(comparison.tallies.front().left_out, 1U);
}

TEST(Difference, OfOnePairSaysNothing) {
  const auto d = care::difference_of(std::vector{1.0}, std::vector{2.0});
  EXPECT_EQ(d.n, 1U);
  EXPECT_EQ(d.p, 1);
  EXPECT_TRUE(std::isinf(d.ci95.high));
  EXPECT_EQ(care::effect_of(d, Aim::Lower), Effect::Unclear);
}

// ---------------------------------------------------------------- a comparison

TEST(Comparison, AdjustsOverTheAlternativesStepByStep) {
  const std::vector<double> base{10, 12, 9, 14, 11, 13};
  // Three alternatives whose differences have t = 2.8, 1.9 and 11 or so.
  const std::vector<std::vector<double>> others{
      {12, 12, 9, 18, 13, 16}, {12, 12, 9, 20, 14, 13}, {13, 16, 12, 19, 15, 18}};
  std::vector<care::Results> results{make({{flow("bed_days", "ward"), base}})};
  for (const auto& values : others) results.push_back(make({{flow("bed_days", "ward"), values}}));
  const auto comparison = compare(results);
  const auto& differences = find(comparison, "bed_days.ward").differences;
  ASSERT_EQ(differences.size(), 3U);
  const double a = differences[0]->p, b = differences[1]->p, c = differences[2]->p;
  ASSERT_LT(c, a);
  ASSERT_LT(a, b);
  EXPECT_DOUBLE_EQ(differences[2]->p_holm, 3 * c);
  EXPECT_DOUBLE_EQ(differences[0]->p_holm, std::max(3 * c, 2 * a));
  EXPECT_DOUBLE_EQ(differences[1]->p_holm, std::max(std::max(3 * c, 2 * a), b));
  // Clear on its own, not among three.
  ASSERT_LT(a, 0.05);
  ASSERT_GT(differences[0]->p_holm, 0.05);
  EXPECT_EQ(care::effect_of(*differences[0], Aim::None), Effect::Unclear);
  EXPECT_EQ(care::effect_of(*differences[2], Aim::None), Effect::Higher);
}

TEST(Comparison, CountsWhatIsMissingAsNoneOfIt) {
  auto ratio = flow("utilisation", "ward");
  ratio.unit = {"%", "%"};
  const auto comparison = compare(
      {make({{flow("bed_days", "home"), {5, 5, 5}}}), make({{flow("bed_days", "home"), {5, 5, 5}},
                                                            {flow("bed_days", "ward"), {4, 6, 5}},
                                                            {ratio, {80, 90, 85}}})});
  const auto& days = find(comparison, "bed_days.ward").differences.front();
  ASSERT_TRUE(days);
  EXPECT_EQ(days->base, 0);
  EXPECT_EQ(days->mean, 5);
  EXPECT_FALSE(find(comparison, "utilisation.ward").differences.front());
  EXPECT_EQ(comparison.tallies.front().compared, 2U);
  EXPECT_EQ(comparison.tallies.front().identical, 1U);
  EXPECT_EQ(comparison.tallies.front().left_out, 1U);
  EXPECT_FALSE(comparison.tallies.front().journeys_identical);
}

// A23: without a report by municipality 32 figures of municipalities were "lower".
TEST(Comparison, A23WhatIsNotReportedIsNotNone) {
  auto of_west = flow("bed_days", "ward.west");
  of_west.municipality = "west";
  const auto comparison = compare({make({{of_west, {4, 6}}, {flow("lost", "ward"), {1, 2}}}),
                                   make({{flow("bed_days", "ward"), {4, 6}}})});
  EXPECT_FALSE(find(comparison, "bed_days.ward.west").differences.front());
  EXPECT_EQ(find(comparison, "lost.ward").differences.front()->mean, -1.5);
}

// A23: what differs in the last bit was "no clear difference" and no equality.
TEST(Comparison, A23RoundingIsNoDifference) {
  const auto d = care::difference_of(std::vector{0.1 + 0.2, 1.0}, std::vector{0.3, 1 + 1e-15});
  EXPECT_TRUE(d.identical);
  EXPECT_EQ(d.mean, 0);
  EXPECT_EQ(d.higher + d.lower, 0U);
}

// A23: who is treated moves home: discharges counted as moves, and moves as worse.
TEST(Comparison, A23DischargesAreNoMoves) {
  const auto move = [](const std::string& to) {
    auto key = flow("moves", "ward." + to);
    key.group = "move";
    key.setting = "ward";
    key.destination = to;
    return key;
  };
  const auto comparison = compare({make({{move("home"), {5, 7}}, {move("ward"), {1, 1}}}),
                                   make({{move("home"), {50, 70}}, {move("ward"), {2, 2}}})});
  const auto* moves = comparison_case::figure(comparison, "patients.moves");
  ASSERT_NE(moves, nullptr);
  EXPECT_EQ(moves->figure.differences.front()->base, 1);
  EXPECT_EQ(moves->figure.differences.front()->mean, 1);
  EXPECT_EQ(moves->aim, Aim::None);
}

// A23: places that nobody needed made the journeys another's, and more places cost nothing.
TEST(Comparison, A23PlacesAreNoJourneys) {
  const auto comparison =
      compare({make({{flow("bed_days", "ward"), {5, 6}}}), make({{flow("bed_days", "ward"), {5, 6}},
                                                                 {flow("occupied", "ward"), {5, 6}},
                                                                 {flow("unused", "ward"), {95, 94}},
                                                                 {flow("full", "ward"), {0, 0}}})});
  EXPECT_TRUE(comparison.tallies.front().journeys_identical);
}

TEST(Comparison, JourneysAreIdenticalWhateverStaffAndRoomDo) {
  const auto comparison = compare({make({{flow("bed_days", "ward"), {5, 6}},
                                         {flow("capacity", "ward"), {9, 9}},
                                         {staff("overtime", "nurse", "west"), {1, 2}}}),
                                   make({{flow("bed_days", "ward"), {5, 6}},
                                         {flow("capacity", "ward"), {12, 12}},
                                         {staff("overtime", "nurse", "west"), {3, 5}}})});
  EXPECT_TRUE(comparison.tallies.front().journeys_identical);
  EXPECT_EQ(comparison.tallies.front().journeys, 1U);
  EXPECT_EQ(comparison.tallies.front().identical, 1U);
}

TEST(Comparison, StakeholdersGetSumsByReplication) {
  const auto comparison = compare({make({{staff("missed_must", "nurse", "east"), {1, 2, 3, 2}},
                                         {staff("missed_must", "nurse", "west"), {4, 5, 6, 7}}}),
                                   make({{staff("missed_must", "nurse", "east"), {0, 0, 1, 1}},
                                         {staff("missed_must", "nurse", "west"), {2, 4, 4, 5}}})});
  const auto* whole = comparison_case::figure(comparison, "municipalities.missed_must");
  ASSERT_NE(whole, nullptr);
  const auto& d = whole->figure.differences.front();
  EXPECT_NEAR(d->mean, -(3 + 3 + 4 + 3) / 4.0, 1e-12);
  EXPECT_NEAR(d->sd, 0.5, 1e-12);
  EXPECT_EQ(care::effect_of(*d, whole->aim), Effect::Better);
  const auto* west = comparison_case::figure(comparison, "municipalities.missed_must.west");
  ASSERT_NE(west, nullptr);
  EXPECT_NEAR(west->figure.differences.front()->mean, -1.75, 1e-12);
  EXPECT_EQ(west->where.en, "West");
}

/// What is paid for ready days is the days of the region's settings at their cost: a transfer.
TEST(Comparison, ReadyDaysAreAPayment) {
  const auto comparison = compare(
      {make({{flow("ready_days", "ward"), {10, 20}}, {flow("ready_days", "home"), {5, 5}}}),
       make({{flow("ready_days", "ward"), {8, 19}}, {flow("ready_days", "home"), {9, 9}}})});
  const auto* paid = comparison_case::figure(comparison, "municipal_finance.ready_payment");
  ASSERT_NE(paid, nullptr);
  EXPECT_NEAR(paid->figure.differences.front()->mean, -1.5 * 12000, 1e-9);
  EXPECT_EQ(paid->figure.key.unit.en, "SEK");
  EXPECT_EQ(care::effect_of(*paid->figure.differences.front(), paid->aim), Effect::Unclear);
}

/// Visits and people at home are the region's too, and not in hospital.
TEST(Comparison, OnlyWhoHasABedIsInHospital) {
  const auto comparison =
      compare({make({{flow("bed_days", "ward"), {10, 20}}, {flow("bed_days", "visits"), {5, 5}}}),
               make({{flow("bed_days", "ward"), {12, 23}}, {flow("bed_days", "visits"), {9, 8}}})});
  const auto* days = comparison_case::figure(comparison, "region_hospital.hospital_days");
  ASSERT_NE(days, nullptr);
  EXPECT_NEAR(days->figure.differences.front()->mean, 2.5, 1e-12);
}

TEST(Comparison, AvoidableAdmissionsAreTheSubRegions) {
  auto key = flow("avoidable_admissions", "");
  key.id = "avoidable_admissions";
  key.group = "measure";
  const auto comparison = compare({make({{key, {10, 11, 12}}}), make({{key, {7, 8, 9}}})});
  const auto* avoidable = comparison_case::figure(comparison, "sub_regions.avoidable");
  ASSERT_NE(avoidable, nullptr);
  EXPECT_NEAR(avoidable->figure.differences.front()->mean, -3, 1e-12);
  EXPECT_EQ(avoidable->aim, care::Aim::Lower);
}

TEST(Comparison, TheSameTotalInOtherPartsIsNotAffected) {
  // 0.1 + 0.2 and 0.3 + 0 are not the same double.
  ASSERT_NE(0.1 + 0.2, 0.3);
  const auto comparison = compare({make({{staff("overtime", "nurse", "east"), {0.1, 0.1}},
                                         {staff("overtime", "nurse", "west"), {0.2, 0.2}}}),
                                   make({{staff("overtime", "nurse", "east"), {0.3, 0.3}},
                                         {staff("overtime", "nurse", "west"), {0, 0}}})});
  const auto* whole = comparison_case::figure(comparison, "municipalities.overtime");
  ASSERT_NE(whole, nullptr);
  EXPECT_TRUE(whole->figure.differences.front()->identical);
  EXPECT_FALSE(comparison_case::figure(comparison, "municipalities.overtime.west")
                   ->figure.differences.front()
                   ->identical);
}

TEST(Comparison, ResponsibilityFiguresAreFoundWhenTheyAreThere) {
  const auto of = [](const char* id, const char* quantity, const char* municipality) {
    care::Key key = staff(quantity, "", municipality);
    key.id = id;
    key.group = "responsibility";
    return key;
  };
  const std::vector<std::pair<care::Key, std::vector<double>>> before{
      {of("refused_by_rule.west", "refused_by_rule", "west"), {4, 5}},
      {of("answered_hours.region.nurse.west", "answered_hours", "west"), {10, 20}},
      {of("answered_hours.municipality.nurse.west", "answered_hours", "west"), {30, 40}}};
  auto after = before;
  after[1].second = {15, 26};
  after[2].second = {25, 34};
  const auto comparison = compare({make(before), make(after)});
  const auto mean = [&](const char* id) {
    const auto* figure = comparison_case::figure(comparison, id);
    return figure == nullptr ? none : figure->figure.differences.front()->mean;
  };
  EXPECT_EQ(mean("patients.refused"), 0);
  EXPECT_NEAR(mean("region_primary.region_hours"), 5.5, 1e-12);
  EXPECT_NEAR(mean("municipalities.hours_answered"), -5.5, 1e-12);
  EXPECT_EQ(comparison_case::figure(comparison, "patients.handovers"), nullptr);
}

TEST(Comparison, TellsWhatCannotBeCompared) {
  auto shorter = make({{flow("bed_days", "ward"), {5, 6}}});
  auto longer = make({{flow("bed_days", "ward"), {5, 6, 7}}});
  shorter.identity.replications = 2;
  longer.identity.replications = 3;
  const auto comparison = compare({longer, shorter});
  ASSERT_EQ(comparison.warnings.size(), 1U);
  EXPECT_EQ(comparison.warnings.front().en,
            "s1: compared on the first 2 replications; the run was interrupted");
  EXPECT_EQ(find(comparison, "bed_days.ward").differences.front()->n, 2U);
}

}  // namespace
