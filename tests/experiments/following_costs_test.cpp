// SPDX-License-Identifier: Apache-2.0
// What care costs whom where rules move work, against sums made by hand.
#include "experiments/following_costs.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "models/figures.hpp"
#include "models/measure/figure_text.hpp"
#include "tests/experiments/comparison_case.hpp"

namespace {

using comparison_case::make;
using comparison_case::staff;
using Values = std::vector<double>;

care::Key answered(const std::string& party, const std::string& municipality) {
  care::Key key = staff("answered_hours", "nurse", municipality);
  key.id = "answered_hours." + party + ".nurse" + (municipality.empty() ? "" : "." + municipality);
  key.group = name_of(care::Group::Responsibility);
  key.party = party;
  return key;
}

void pay(care::Results& results, const std::string& principal, const std::string& item,
         const Values& values) {
  care::Key key;
  key.id = "kronor." + principal + "." + item;
  key.group = name_of(care::Group::Ledger);
  key.quantity = care::figures::kronor.id;
  key.unit = care::words_of(care::Unit::Kronor);
  care::LedgerRow row{principal, {}, item, {}, {}, {}, care::estimate_mean(key, values)};
  results.ledger.push_back(row);
  results.ledger_replications.push_back({key.id, values});
}

/// West's nurses are paid 100,000 for 100 hours given, whatever they do; the hospital is the region's.
/// `moved` of their hours are the region's to answer for; `idle` is what a performer without limit costs then.
care::Results year(const Values& moved, const Values& present, const std::string& responsible) {
  Values west, region, idle;
  for (const double hours : moved) {
    west.push_back(100 - hours);
    region.push_back(hours);
    idle.push_back(500 * hours);
  }
  auto results = make({{staff("present_hours", "nurse", "west"), present},
                       {staff("given", "nurse", "west"), {100, 100}},
                       {answered("municipality", "west"), west},
                       {answered("region", "west"), region},
                       {answered("region", ""), region}});
  pay(results, "west", "present_hours.nurse", {80'000, 80'000});
  pay(results, "west", "overtime.nurse", {20'000, 20'000});
  pay(results, "region", "hospital", {1'000'000, 1'000'000});
  pay(results, "region", "present_hours.nurse.clinic", idle);
  results.case_attributes = {"task"};
  results.cases = {{{"dialysis"}, {}, responsible, {"municipality"}, false, ""}};
  results.case_replications = {{3, 5}};
  return results;
}

double mean_of(const care::Comparison& comparison, const char* id) {
  return comparison_case::figure(comparison, id)->figure.differences.front()->mean;
}

TEST(FollowingCosts, WhoAnswersPaysWhatAnHourCostsInTheBase) {
  const auto base = year({0, 0}, {160, 160}, "municipality");
  const auto moved = year({10, 30}, {160, 160}, "region");
  const auto comparison = comparison_case::compare({base, moved});
  ASSERT_EQ(comparison.staff_follows, std::vector<bool>{true});
  EXPECT_NEAR(mean_of(comparison, "municipal_finance.municipal_kronor"), -20 * 1000, 1e-6);
  EXPECT_NEAR(mean_of(comparison, "municipal_finance.municipal_kronor.west"), -20 * 1000, 1e-6);
  EXPECT_NEAR(mean_of(comparison, "region_hospital.region_kronor"), 20 * 1000, 1e-6);
  EXPECT_NEAR(mean_of(comparison, "committee.all_kronor"), 0, 1e-6);
  // As the ledger has it: west pays its idle nurses, the region others.
  EXPECT_EQ(mean_of(comparison, "municipal_finance.municipal_kronor_staff_stays"), 0);
  EXPECT_NEAR(mean_of(comparison, "region_hospital.region_kronor_staff_stays"), 20 * 500, 1e-6);
  EXPECT_NEAR(comparison.changed.front().moved.mean, 4, 1e-12);
}

TEST(FollowingCosts, StaffOfItsOwnIsToldAsTheLedgerHasIt) {
  const auto base = year({0, 0}, {160, 160}, "municipality");
  const auto fewer = comparison_case::compare({base, year({10, 30}, {150, 160}, "region")});
  EXPECT_EQ(fewer.staff_follows, std::vector<bool>{false});
  EXPECT_NEAR(mean_of(fewer, "region_hospital.region_kronor"), 20 * 500, 1e-6);
  EXPECT_EQ(comparison_case::figure(fewer, "committee.all_kronor_staff_stays"), nullptr);
  // Nobody's case is decided otherwise: nothing moves.
  const auto same = comparison_case::compare({base, year({10, 30}, {160, 160}, "municipality")});
  EXPECT_EQ(same.staff_follows, std::vector<bool>{false});
}

// A vacancy saves money; that is not better for anybody.
TEST(FollowingCosts, MoneyIsNeitherBetterNorWorse) {
  const auto base = year({0, 0}, {160, 160}, "municipality");
  const auto comparison = comparison_case::compare({base, base});
  for (const auto& stakeholder : comparison.stakeholders) {
    for (const auto& one : stakeholder.figures) {
      if (!care::is_unit(one.figure.key.unit, care::Unit::Kronor)) continue;
      EXPECT_EQ(one.aim, care::Aim::None) << one.figure.key.id;
    }
  }
}

}  // namespace
