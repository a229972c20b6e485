// SPDX-License-Identifier: Apache-2.0
// What modellers could not say: the rest of a mix, changes in per cent, shared calendars, rates per day, and
// files that change one distribution or one row of another file.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenarios/reader.hpp"
#include "sim/civil_date.hpp"
#include "tests/scenarios/files.hpp"

namespace scenarios {
namespace {

using scenarios_test::Folder;
using scenarios_test::texts;
using scenarios_test::ward;
using scenarios_test::with;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

Scenario sound(std::string_view text) {
  const Loaded loaded = load_text(text, "ward.json");
  EXPECT_THAT(texts(loaded.errors), IsEmpty());
  return loaded.scenario.value_or(Scenario{});
}

std::vector<std::string> told(std::string_view text) {
  return texts(load_text(text, "ward.json").errors);
}

std::string ward_with(std::string_view from, std::string_view to) {
  return with(std::string(ward), from, to);
}

constexpr std::string_view routes = R"({"home": 0.6, "gone": 0.4})";

TEST(Language, C5TheRestOfAMixIsWhatTheOthersLeave) {
  const auto s = sound(ward_with(routes, R"({"home": 0.6, "gone": "rest"})"));
  EXPECT_THAT(s.settings[0].second.routes[0].to, ElementsAre(Pair("home", 0.6), Pair("gone", 0.4)));
  EXPECT_THAT(told(ward_with(routes, R"({"home": "rest", "gone": "rest"})")),
              ElementsAre("ward.json#/settings/ward/routes/0/to/gone: expected \"rest\" once, got "
                          "\"rest\" (string)"));
  EXPECT_THAT(
      told(ward_with(routes, R"({"home": 0.9, "ward": 0.4, "gone": "rest"})")),
      ElementsAre("ward.json#/settings/ward/routes/0/to: expected probabilities whose sum is at "
                  "most 1, so that something is left, got a sum of 1.3"));
}

TEST(Language, C5LeversAreFactorsOrChanges) {
  const auto levers = [](std::string_view text) {
    return ward_with(R"("title": "Ward",)",
                     R"("title": "Ward", "levers": )" + std::string(text) + ",");
  };
  const auto s = sound(levers(R"({"arrivals": "+5 %", "stays": "−10 %"})"));
  EXPECT_DOUBLE_EQ(s.levers.arrivals, 1.05);
  EXPECT_DOUBLE_EQ(s.levers.stays, 0.9);
  EXPECT_DOUBLE_EQ(sound(levers(R"({"stays": "+2,5%"})")).levers.stays, 1.025);
  EXPECT_THAT(
      told(levers(R"({"stays": "5 %"})")),
      ElementsAre("ward.json#/levers/stays: expected a factor such as 1.05 or a change such as "
                  "\"+5 %\", got \"5 %\" (string)"));
  EXPECT_THAT(
      told(levers(R"({"stays": "-100 %"})")),
      ElementsAre("ward.json#/levers/stays: expected a number > 0 and <= 1000, got 0 (number)"));
}

TEST(Language, C5CalendarsShareExceptionsByName) {
  const auto named = [](std::string_view name) {
    return with(ward_with(R"([{"weeks": [25, 34], "value": 16}])", name), R"("exits":)",
                R"("calendars": {"summer": {"weeks": [25, 34], "factor": 0.8}}, "exits":)");
  };
  const auto s = sound(named(R"("summer")"));
  ASSERT_EQ(s.settings[0].second.capacity.changes.size(), 1U);
  EXPECT_EQ(s.settings[0].second.capacity.changes[0].factor, 0.8);
  EXPECT_THAT(
      told(named(R"("sumer")")),
      ElementsAre("ward.json#/settings/ward/capacity/changes: expected a list, or a name in "
                  "calendars: summer, got \"sumer\" (did you mean \"summer\"?)"));
}

TEST(Language, C5AHorizonMayBeHours) {
  const auto s = sound(ward_with(R"("days": 100})", R"("hours": 30})"));
  EXPECT_EQ(s.horizon.length(), 30 * sim::hour);
  EXPECT_EQ(s.horizon.measured_days(), 2);
  EXPECT_EQ(sim::iso_date(s.horizon.end()), "2025-01-08");
  EXPECT_THAT(
      told(ward_with(R"("days": 100})", R"("days": 100, "hours": 30})")),
      ElementsAre("ward.json#/horizon/hours: expected either \"days\" or \"hours\", got both"));
}

TEST(Language, C5HolidaysAreSwedishOthersOrNone) {
  const auto s = sound(ward_with(
      R"("days": 100})", R"("days": 100, "holidays": "none", "other_holidays": ["2025-01-07"]})"));
  const auto calendar = s.horizon.holiday_calendar();
  EXPECT_EQ(calendar.kind_of(sim::parse_date("2025-01-06").value()), sim::DayKind::Mon);
  EXPECT_EQ(calendar.kind_of(sim::parse_date("2025-01-07").value()), sim::DayKind::Holiday);
  EXPECT_EQ(sound(ward).horizon.holiday_calendar().kind_of(sim::parse_date("2025-01-06").value()),
            sim::DayKind::Holiday);
  EXPECT_THAT(
      told(ward_with(R"("days": 100})", R"("days": 100, "other_holidays": ["6 June"]})")).size(),
      1U);
}

TEST(Language, C5RatesArePerYearOrPerDay) {
  const auto s = sound(ward_with(R"("per_year": 0.5)", R"("per_day": 0.02)"));
  EXPECT_DOUBLE_EQ(s.settings[0].second.hazards[0].yearly(), 7.3);
  EXPECT_THAT(
      told(ward_with(R"("per_year": 0.5, "to")", R"("to")")),
      ElementsAre("ward.json#/settings/ward/hazards: expected either per_year or per_day, got "
                  "neither"));
  EXPECT_THAT(
      told(ward_with(R"("per_year": 0.2)", R"("per_year": 0.2, "per_day": 1)")),
      ElementsAre("ward.json#/settings/home/changes: expected either per_year or per_day, got "
                  "both"));
}

TEST(Language, C4AnIntervalBetweenArrivalsNeedsNoKind) {
  const auto renewal = [](std::string_view gap) {
    return ward_with(R"("per_day": 2,)",
                     R"("kind": "renewal", "interarrival": )" + std::string(gap) + ",");
  };
  const auto s = sound(renewal(R"({"mean": 30, "unit": "minutes"})"));
  EXPECT_EQ(s.arrivals[0].second.interarrival->kind, DistributionSpec::Kind::Exponential);
  EXPECT_THAT(
      told(ward_with(R"("per_day": 2,)", R"("interarrival": {"mean": 3},)")),
      ElementsAre("ward.json#/arrivals/acute/kind: expected renewal, since an interarrival is "
                  "given, got \"poisson\""));
  EXPECT_THAT(
      told(renewal(R"({"kind": "fixed", "value": 0})")),
      ElementsAre("ward.json#/arrivals/acute/interarrival: expected at least 1e-06 days between "
                  "arrivals on average, got 0 (number)"));
  EXPECT_THAT(
      told(ward_with(R"("per_day": 2,)", R"("kind": "renewal",)")),
      ElementsAre("ward.json#/arrivals/acute/interarrival: expected a distribution of the time "
                  "between arrivals, got nothing"));
}

class Extending : public testing::Test {
 protected:
  Loaded extended(std::string_view base, std::string_view patch) {
    folder_.write("base.json", base);
    const auto path =
        folder_.write("next.json", R"({"extends": "base.json", "settings": {"ward": {)" +
                                       std::string(patch) + "}}}");
    return load(path);
  }
  Folder folder_;
};

/// A family with parameters of another one would fit no form.
TEST_F(Extending, C5ReplacesADistributionWhoseKindIsGiven) {
  const auto base =
      with(std::string(ward), R"("leave": {"after": {"kind": "fixed", "value": 30}, "to": "gone"})",
           R"("leave": [])");
  const auto turned = with(base, R"("hazards": {)",
                           R"("turnover": {"kind": "gamma", "mean": 4, "cv": 0.5}, "hazards": {)");
  auto loaded = extended(turned, R"("turnover": {"kind": "fixed", "value": 3})");
  EXPECT_THAT(folder_.texts(loaded.errors), IsEmpty());
  EXPECT_EQ(loaded.scenario->settings[0].second.turnover->value, 3);
  EXPECT_FALSE(loaded.scenario->settings[0].second.turnover->mean);
  loaded = extended(turned, R"("turnover": {"mean": 5})");
  EXPECT_THAT(folder_.texts(loaded.errors), IsEmpty());
  EXPECT_EQ(loaded.scenario->settings[0].second.turnover->mean, 5);
  EXPECT_EQ(loaded.scenario->settings[0].second.turnover->cv, 0.5);
}

TEST_F(Extending, C5ChangesARowOfAListByItsName) {
  const auto base = with(std::string(ward), R"({"when": {"age": "old"}, "next": "home",)",
                         R"({"name": "old", "when": {"age": "old"}, "next": "home",)");
  auto loaded = extended(base, R"("stay": {"old": {"time": {"mean": 12}}})");
  EXPECT_THAT(folder_.texts(loaded.errors), IsEmpty());
  ASSERT_EQ(loaded.scenario->settings[0].second.stay.size(), 2U);
  EXPECT_EQ(loaded.scenario->settings[0].second.stay[0].time.mean, 12);
  EXPECT_EQ(loaded.scenario->settings[0].second.stay[0].time.cv, 0.8);
  loaded = extended(base, R"("stay": {"old": null})");
  EXPECT_EQ(loaded.scenario->settings[0].second.stay.size(), 1U);
  loaded = extended(base, R"("stay": {"old": {"time": {"mean": 12}}, "oldd": null})");
  EXPECT_THAT(
      folder_.texts(loaded.errors),
      ElementsAre("next.json#/settings/ward/stay/oldd: expected old, got \"oldd\" (did you mean "
                  "\"old\"?)"));
  const std::vector<std::string> set{"/settings/ward/stay/old/time/mean=11"};
  const auto path = folder_.write("alone.json", base);
  EXPECT_EQ(load(path, set).scenario->settings[0].second.stay[0].time.mean, 11);
}

TEST_F(Extending, C5RowsOfAListHaveNamesOfTheirOwn) {
  const auto loaded =
      load_text(with(with(std::string(ward), R"({"when": {"level": ["2"]}, "to")",
                          R"({"name": "a", "when": {"level": ["2"]}, "to")"),
                     R"({"to": {"home": 1}})", R"({"name": "a", "to": {"home": 1}})"),
                "ward.json");
  EXPECT_THAT(
      texts(loaded.errors),
      ElementsAre("ward.json#/settings/ward/routes/1/name: expected a name that no other row of "
                  "the list has, got \"a\" a second time"));
}

}  // namespace
}  // namespace scenarios
