// SPDX-License-Identifier: Apache-2.0
// C3: arrivals at random whose expected number stands in a file, day by day.
#include <stdexcept>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenarios/csv.hpp"
#include "scenarios/reader.hpp"
#include "sim/civil_date.hpp"
#include "tests/scenarios/files.hpp"

namespace scenarios {
namespace {

using scenarios_test::Folder;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

/// A run from Monday 2025-01-06 to Wednesday, with the classes a and b.
class ExpectedArrivalsFile : public testing::Test {
 protected:
  ExpectedArrivalsFile() {
    scenario_.attributes = {{"class", {"a", "b"}}, {"level", {"1", "2"}}};
    scenario_.horizon.start = sim::parse_date("2025-01-06").value();
    scenario_.horizon.warm_up_days = 1;
    scenario_.horizon.days = 2;
  }

  ExpectedFile read(std::string_view text) {
    arrival_.file = folder_.write("e.csv", text).string();
    found_ = {};
    return expected_arrivals(scenario_, arrival_, found_);
  }

  /// What is wrong with a file, none of which is then used.
  std::vector<std::string> faults(std::string_view text) {
    EXPECT_THAT(read(text).streams, IsEmpty());
    return folder_.texts(found_.errors);
  }

  Folder folder_;
  Scenario scenario_;
  Arrival arrival_;
  Findings found_;
};

TEST_F(ExpectedArrivalsFile, C3HasOneRowADay) {
  const auto file = read("date,expected\n2025-01-06,1.5\n2025-01-07,0\n2025-01-08,20\n");
  EXPECT_THAT(folder_.texts(found_.errors), IsEmpty());
  EXPECT_THAT(folder_.texts(found_.warnings), IsEmpty());
  ASSERT_EQ(file.streams.size(), 1U);
  EXPECT_THAT(file.streams[0].attributes, IsEmpty());
  EXPECT_THAT(file.streams[0].per_day, ElementsAre(1.5, 0, 20));
  EXPECT_EQ(file.rows, 3U);
  EXPECT_EQ(file.outside, 0U);
}

/// As a spreadsheet in Latin-1 exports it: semicolons, decimal commas, rows in any order, a blank
/// line, midnights for dates, names of its own, a column of no concern, days of other weeks.
TEST_F(ExpectedArrivalsFile, C3IsReadAsItIsExported) {
  arrival_.columns = {{"date", "Dag"}, {"expected", "V\u00E4ntat antal"}, {"class", "Klass"}};
  const auto file = read(
      "Klass;Dag;V\xE4ntat antal;Anm\xE4rkning\r\n"
      "b;2025-01-08;0,25;\r\na;2025-01-07;2;\r\nb;2025-01-06;1,5;\r\n\r\n"
      "a;2025-01-08 00:00:00;3;\r\na;2025-01-06;1;\r\nb;2025-01-07;0.75;j\xE4mn\r\n"
      "a;2025-01-05;9;\r\nb;2025-01-09;9;\r\n");
  EXPECT_THAT(folder_.texts(found_.errors), IsEmpty());
  EXPECT_THAT(
      folder_.texts(found_.warnings),
      ElementsAre("e.csv:1:1: expected columns one of: Dag, V\u00E4ntat antal, Klass, level, "
                  "got others too, which are not used: Anm\u00E4rkning"));
  ASSERT_EQ(file.streams.size(), 2U);
  EXPECT_THAT(file.streams[0].attributes, ElementsAre(Pair("class", "a")));
  EXPECT_THAT(file.streams[0].per_day, ElementsAre(1, 2, 3));
  EXPECT_THAT(file.streams[1].attributes, ElementsAre(Pair("class", "b")));
  EXPECT_THAT(file.streams[1].per_day, ElementsAre(1.5, 0.75, 0.25));
  EXPECT_EQ(file.rows, 8U);
  EXPECT_EQ(file.outside, 2U);
}

TEST_F(ExpectedArrivalsFile, C3HasAStreamForEachCombinationOfValues) {
  const auto file = read(
      "date,level,class,expected\n"
      "2025-01-06,2,a,1\n2025-01-07,2,a,1\n2025-01-08,2,a,1\n"
      "2025-01-06,1,b,2\n2025-01-07,1,b,2\n2025-01-08,1,b,2\n");
  EXPECT_THAT(folder_.texts(found_.errors), IsEmpty());
  ASSERT_EQ(file.streams.size(), 2U);  // not (a, 1) and (b, 2), of which the file has no row
  EXPECT_THAT(file.streams[0].attributes, ElementsAre(Pair("class", "a"), Pair("level", "2")));
  EXPECT_THAT(file.streams[1].attributes, ElementsAre(Pair("class", "b"), Pair("level", "1")));
}

TEST_F(ExpectedArrivalsFile, C3NamesBadRowsByLineAndColumn) {
  EXPECT_THAT(
      faults("date,class,expected\n"
             "2025-01-06,a,-1\n2025-01-07,a,nan\n2025-01-08,a,inf\n2025-01-06,b,\n"
             "2025-01-07,b,100001\n2025-01-32,b,1\n2025-01-08T12:00,b,1\n2025-01-08,c,1\n"
             "2025-01-08,b,1\n2025-01-08,b,1\n2025-01-08,b,\"1,5\"\n2025-02-08,b,1\n"
             "2025-02-08,b,1\n"),
      ElementsAre(
          "e.csv:2:14: expected a number of arrivals from 0 to 100000 in column \"expected\", "
          "got \"-1\"",
          "e.csv:3:14: expected a number of arrivals from 0 to 100000 in column \"expected\", "
          "got \"nan\"",
          "e.csv:4:14: expected a number of arrivals from 0 to 100000 in column \"expected\", "
          "got \"inf\"",
          "e.csv:5:14: expected a number of arrivals from 0 to 100000 in column \"expected\", "
          "got \"\"",
          "e.csv:6:14: expected a number of arrivals from 0 to 100000 in column \"expected\", "
          "got \"100001\"",
          "e.csv:7:1: expected a date such as \"2025-01-31\" in column \"date\", got "
          "\"2025-01-32\"",
          "e.csv:8:1: expected a date such as \"2025-01-31\" in column \"date\", got "
          "\"2025-01-08T12:00\"",
          "e.csv:9:12: expected one of: a, b in column \"class\", got \"c\"",
          "e.csv:11:1: expected each day once for each group in the file in column "
          "\"date\", got 2025-01-08, b a second time",
          "e.csv:12:14: expected a number of arrivals from 0 to 100000 in column \"expected\", "
          "got \"1,5\"",
          "e.csv:14:1: expected each day once for each group in the file in column "
          "\"date\", got 2025-02-08, b a second time"));
}

TEST_F(ExpectedArrivalsFile, C3MissingDaysAreOneFault) {
  EXPECT_THAT(faults("date,expected\n2025-01-08,1\n"),
              ElementsAre("e.csv: expected a row for every day from 2025-01-06 to 2025-01-08, got "
                          "none for 2025-01-06; 2 of 3 are missing"));
  EXPECT_THAT(faults("date,expected\n"),
              ElementsAre("e.csv: expected a row for every day from 2025-01-06 to 2025-01-08, got "
                          "none for 2025-01-06; 3 of 3 are missing"));
  EXPECT_THAT(faults("date,class,expected\n2025-01-06,a,1\n2025-01-07,a,1\n2025-01-08,a,1\n"
                     "2025-01-06,b,1\n2025-01-08,b,1\n"),
              ElementsAre("e.csv: expected a row for every day from 2025-01-06 to 2025-01-08 and "
                          "every group in the file, got none for 2025-01-07, b; 1 of 6 are "
                          "missing"));
  // A run that ends within a day needs that day.
  scenario_.horizon.hours = 30;
  EXPECT_THAT(faults("date,expected\n2025-01-06,1\n2025-01-07,1\n"),
              ElementsAre("e.csv: expected a row for every day from 2025-01-06 to 2025-01-08, got "
                          "none for 2025-01-08; 1 of 3 are missing"));
}

TEST_F(ExpectedArrivalsFile, C3NeedsItsColumns) {
  EXPECT_THAT(faults("time,expcted\n2025-01-06,1\n"),
              ElementsAre("e.csv:1:1: expected columns one of: date, expected, class, level, got "
                          "\"expcted\" (did you mean \"expected\"?)",
                          "e.csv:1:1: expected a column \"date\", got one of: time, expcted",
                          "e.csv:1:1: expected a column \"expected\", got one of: time, expcted"));
}

TEST_F(ExpectedArrivalsFile, C3OfACheckedScenarioThatHasChangedIsAnError) {
  arrival_.file = folder_.path("gone.csv").string();
  EXPECT_THROW((void)expected_arrivals(scenario_, arrival_), std::runtime_error);
}

/// A scenario of three days beside the file e.csv, with more members of its arrival.
class ExpectedArrivalsCase : public testing::Test {
 protected:
  Loaded load(std::string_view members, std::string_view rows) {
    folder_.write("e.csv", rows);
    return scenarios::load(folder_.write("w.json", fmt::format(R"({{
  "title": "Ward", "horizon": {{"start": "2025-01-06", "days": 3}},
  "attributes": {{"class": ["a", "b"]}},
  "settings": {{"ward": {{"stay": {{"time": {{"kind": "fixed", "value": 1}}}},
                        "routes": {{"to": {{"home": 1}}}}}}}},
  "exits": {{"home": "Home"}},
  "arrivals": {{"acute": {{"to": "ward", "file": "e.csv"{}}}}}
}})",
                                                               members)));
  }

  Folder folder_;
  static constexpr std::string_view sound =
      "date,expected\n2025-01-06,1\n2025-01-07,2\n2025-01-08,3\n";
};

TEST_F(ExpectedArrivalsCase, C3IsOneOfTheFilesOfTheScenario) {
  const auto loaded = load("", sound);
  EXPECT_THAT(folder_.texts(loaded.errors), IsEmpty());
  EXPECT_THAT(folder_.texts(loaded.warnings), IsEmpty());
  ASSERT_TRUE(loaded.scenario);
  EXPECT_THAT(loaded.scenario->files,
              ElementsAre(folder_.path("w.json").string(), folder_.path("e.csv").string()));
}

TEST_F(ExpectedArrivalsCase, C3RowsOutsideTheRunAreTold) {
  const auto loaded = load("", std::string(sound) + "2025-01-09,7\n2024-12-31,7\n");
  EXPECT_THAT(folder_.texts(loaded.errors), IsEmpty());
  EXPECT_THAT(folder_.texts(loaded.warnings),
              ElementsAre("w.json#/arrivals/acute/file: expected dates within the horizon, "
                          "2025-01-06 to 2025-01-08, got 2 of 5 rows outside it; they are left "
                          "out"));
}

TEST_F(ExpectedArrivalsCase, C3IsOneOfTheWaysToGiveARate) {
  EXPECT_THAT(folder_.texts(load(", \"per_day\": 2", sound).errors),
              ElementsAre("w.json#/arrivals/acute: expected exactly one of per_day, per_year, "
                          "rates and file, got 2 of them"));
  EXPECT_THAT(folder_.texts(load(", \"each\": \"class\"", sound).errors),
              ElementsAre("w.json#/arrivals/acute/each: expected nothing, since there are no "
                          "\"rates\" by population, got a list",
                          "w.json#/arrivals/acute/each/0: expected an attribute of the population: "
                          "municipality or age, got \"class\""));
  EXPECT_THAT(folder_.texts(load(", \"columns\": {\"time\": \"Tid\"}", sound).errors),
              ElementsAre("w.json#/arrivals/acute/columns/time: expected one of: date, expected, "
                          "class, got \"time\""));
}

TEST_F(ExpectedArrivalsCase, C3AnAttributeIsGivenOnce) {
  EXPECT_THAT(
      folder_.texts(load(", \"attributes\": {\"class\": \"b\"}",
                         "date,class,expected\n2025-01-06,a,1\n2025-01-07,a,2\n2025-01-08,a,3\n")
                        .errors),
      ElementsAre("w.json#/arrivals/acute/attributes/class: expected an attribute that is no "
                  "column of the file, got \"class\""));
}

TEST_F(ExpectedArrivalsCase, C3NormalisedFactorsBetweenDaysSayNothing) {
  const std::string weekdays = "\"by_weekday\": [1, 1, 1, 1, 1, 0.5, 0.5]";
  EXPECT_THAT(folder_.texts(load(", \"intensity\": {" + weekdays + "}", sound).warnings),
              IsEmpty());
  EXPECT_THAT(
      folder_.texts(
          load(", \"intensity\": {" + weekdays + ", \"normalise\": true}", sound).warnings),
      ElementsAre("w.json#/arrivals/acute/intensity/by_weekday: expected nothing, since the file "
                  "alone says how many come each day where \"normalise\" is true, got "
                  "\"by_weekday\""));
}

}  // namespace
}  // namespace scenarios
