// SPDX-License-Identifier: Apache-2.0
// Figures of teams beside the range in which they are expected.
#include "experiments/plausible.hpp"

#include <gmock/gmock.h>

#include "tests/experiments/counted.hpp"
#include "tests/models/staffing_case.hpp"

namespace {

using care::Plausibility;
using care::PlausibleRow;
using scenarios::Plausible;
using scenarios::ShiftDays;
using scenarios::TeamFigure;
using testing::ElementsAre;
using testing::SizeIs;

care::MetricEstimate known(double low, double high, std::uint32_t n = 10) {
  care::MetricEstimate estimate;
  estimate.n = n;
  estimate.mean = (low + high) / 2;
  estimate.ci95 = {low, high};
  return estimate;
}

TEST(Plausible, IsWithinWhereAllOfTheIntervalIs) {
  EXPECT_EQ(care::plausibility_of(known(60, 95), 60, 95), Plausibility::Within);
  EXPECT_EQ(care::plausibility_of(known(70, 71), 60, 95), Plausibility::Within);
}

TEST(Plausible, IsOutsideWhereNothingOfTheIntervalIs) {
  EXPECT_EQ(care::plausibility_of(known(50, 59.9), 60, 95), Plausibility::Outside);
  EXPECT_EQ(care::plausibility_of(known(95.1, 99), 60, 95), Plausibility::Outside);
}

TEST(Plausible, CannotBeToldWhereTheIntervalCrossesAnEnd) {
  EXPECT_EQ(care::plausibility_of(known(59, 61), 60, 95), Plausibility::Unclear);
  EXPECT_EQ(care::plausibility_of(known(50, 60), 60, 95), Plausibility::Unclear);
  EXPECT_EQ(care::plausibility_of(known(94, 120), 60, 95), Plausibility::Unclear);
  EXPECT_EQ(care::plausibility_of(known(10, 120), 60, 95), Plausibility::Unclear);
  // One replication has a value and no interval.
  auto one = known(70, 70, 1);
  one.ci95 = {care::no_value, care::no_value};
  EXPECT_EQ(care::plausibility_of(one, 60, 95), Plausibility::Unclear);
}

TEST(Plausible, OfNothingIsNoNews) {
  EXPECT_EQ(care::plausibility_of({}, 0, 100), Plausibility::NoValue);
}

TEST(Plausible, IsFarOutsideInWidthsOfTheRange) {
  PlausibleRow row;
  row.low = 10;
  row.high = 20;
  EXPECT_EQ(care::beyond(row), 0) << "without a value";
  row.estimate = known(24, 26);
  EXPECT_DOUBLE_EQ(care::beyond(row), 0.5);
  row.estimate = known(4, 6);
  EXPECT_DOUBLE_EQ(care::beyond(row), 0.5);
  row.estimate = known(14, 16);
  EXPECT_EQ(care::beyond(row), 0);
}

/// One patient at home, with a visit of 30 minutes a day and 10 of travel; one nurse on duty from 7 to
/// 15, in 28 days.
scenarios::Scenario one_at_home() {
  cases::Builder b;
  b.attribute("municipality", {"west", "east"}).exit("gone").horizon(7, 28);
  b.setting("home", cases::unlimited, cases::fixed_days(1e6), {{"gone", 1}});
  b.census("home", 1).attributes = {{"municipality", {{"west", 1.0}}}};
  auto& scenario = b.scenario();
  scenario.report_by = {"municipality"};
  auto care = staffing_case::care_with(staffing_case::reliable_role(),
                                       staffing_case::team_of(2, 1, {"day"}));
  auto task = staffing_case::visits(7, staffing_case::minutes(30));
  task.priority = scenarios::Priority::TimeCritical;
  care.tasks.emplace_back("visit", task);
  care.shortage.season = {1, 53};
  scenario.care = care;
  return scenario;
}

Plausible range_of(TeamFigure figure, double low, double high) {
  Plausible range;
  range.figure = figure;
  range.role = "nurse";
  range.low = low;
  range.high = high;
  return range;
}

TEST(Plausible, SharesOfTheHoursAtWorkAreThoseOfADayByHand) {
  const auto results = counted::run(one_at_home());
  EXPECT_DOUBLE_EQ(counted::mean(results, "at_work.nurse.west"), 28 * 8);
  EXPECT_DOUBLE_EQ(counted::mean(results, "direct.nurse.west"), 28 * 0.5);
  EXPECT_DOUBLE_EQ(counted::mean(results, "direct_share.nurse.west"), 100 * 0.5 / 8);
  EXPECT_EQ(counted::mean(results, "agency_share.nurse.west"), 0);
  EXPECT_EQ(counted::mean(results, "overtime_share.nurse.west"), 0);
}

TEST(Plausible, RowsAreOfTheFiguresThatARangeIsAbout) {
  auto scenario = one_at_home();
  auto& ranges = scenario.plausible;
  ranges.emplace_back("direct", range_of(TeamFigure::DirectShare, 6, 7));
  ranges.emplace_back("visits", range_of(TeamFigure::VisitsEach, 6, 12));
  ranges.back().second.shifts = {"day"};
  ranges.emplace_back("weekend", range_of(TeamFigure::Load, 50, 90));
  ranges.back().second.shifts = {"day"};
  ranges.back().second.days = ShiftDays::Weekend;
  ranges.emplace_back("night", range_of(TeamFigure::Load, 0, 100));
  ranges.back().second.shifts = {"night"};
  scenario.provenance["/plausible/visits"] = {{"a template", "a template"}, {}, "B", {}};
  const auto rows = counted::run(scenario).plausible;

  std::vector<std::string> ids, days;
  std::vector<Plausibility> verdicts;
  for (const PlausibleRow& row : rows) {
    ids.push_back(row.id);
    days.push_back(row.estimate.key.day_type);
    verdicts.push_back(row.verdict);
  }
  EXPECT_THAT(ids, ElementsAre("direct", "visits", "visits", "weekend", "night"));
  EXPECT_THAT(days, ElementsAre("", "weekdays", "weekend", "weekend", ""));
  // A visit a day is too few, and so is a load of 40 minutes of 480. Nobody works at night: that is
  // not within.
  EXPECT_THAT(verdicts,
              ElementsAre(Plausibility::Within, Plausibility::Outside, Plausibility::Outside,
                          Plausibility::Outside, Plausibility::NoValue));
  EXPECT_DOUBLE_EQ(rows[1].estimate.mean, 1);
  EXPECT_EQ(rows[1].grade, "B");
  EXPECT_EQ(rows[1].source.en, "a template");
  EXPECT_NEAR(rows[3].estimate.mean, 100.0 * 40 / 480, 1e-9);
  EXPECT_EQ(rows[4].estimate.n, 0U);
  EXPECT_EQ(rows[4].estimate.key.municipality, "");
}

TEST(Plausible, RowsAreOfOneMunicipalityWhereItIsNamed) {
  auto scenario = one_at_home();
  scenario.care->municipalities.emplace_back("east", scenario.care->municipalities[0].second);
  scenario.plausible.emplace_back("both", range_of(TeamFigure::DirectShare, 6, 7));
  scenario.plausible.emplace_back("east", range_of(TeamFigure::DirectShare, 6, 7));
  scenario.plausible.back().second.municipality = "east";
  const auto rows = counted::run(scenario).plausible;
  ASSERT_THAT(rows, SizeIs(3));
  EXPECT_EQ(rows[0].estimate.key.municipality, "west");
  EXPECT_EQ(rows[1].estimate.key.municipality, "east");
  EXPECT_EQ(rows[2].id, "east");
  // Staff without patients are with none of them.
  EXPECT_EQ(rows[2].verdict, Plausibility::Outside);
}

}  // namespace
