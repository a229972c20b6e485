// SPDX-License-Identifier: Apache-2.0
#include "scenarios/csv.hpp"

#include <stdexcept>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sim/civil_date.hpp"
#include "tests/scenarios/files.hpp"

namespace scenarios {
namespace {

using scenarios_test::Folder;
using scenarios_test::texts;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::vector<std::string>> cells_of(const CsvTable& table) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& row : table.rows) {
    auto& cells = rows.emplace_back();
    for (const auto& cell : row) cells.push_back(cell.text);
  }
  return rows;
}

TEST(Csv, ReadsQuotesLineBreaksAndMarks) {
  std::vector<Issue> issues;
  const auto table = parse_csv(
      "\xEF\xBB\xBF"
      "name,\"va\"\"lue\"\r\n\"a, b\",1\n\"two\nlines\",\n,é",
      "t.csv", issues);
  EXPECT_THAT(texts(issues), IsEmpty());
  EXPECT_THAT(table.header, ElementsAre("name", "va\"lue"));
  EXPECT_THAT(cells_of(table), ElementsAre(ElementsAre("a, b", "1"), ElementsAre("two\nlines", ""),
                                           ElementsAre("", "é")));
  EXPECT_EQ(table.rows[2][1].line, 5);
  EXPECT_EQ(table.rows[2][1].column, 2);
  EXPECT_EQ(table.column("name"), 0U);
  EXPECT_EQ(table.column("nam"), std::nullopt);
}

TEST(Csv, NamesLineAndColumnOfEveryFaultAndGoesOn) {
  std::vector<Issue> issues;
  const auto table =
      parse_csv("a,b\n1\n1,2,3\n\n\"x\"y,2\n1,2\"\n5,6\n\"open,1\n", "t.csv", issues);
  EXPECT_THAT(
      texts(issues),
      ElementsAre("t.csv:2:1: expected 2 values, as in the header, got 1",
                  "t.csv:3:5: expected 2 values, as in the header, got 3",
                  "t.csv:4:1: expected 2 values, as in the header, got an empty line",
                  "t.csv:5:4: expected a comma or a line break after the closing quote, got \"y\"",
                  "t.csv:6:4: expected a comma, a line break or plain text, got a quote inside a "
                  "value that does not begin with one",
                  "t.csv:8:1: expected a closing quote, got the end of the file"));
  EXPECT_THAT(cells_of(table), ElementsAre(ElementsAre("5", "6")));
}

TEST(Csv, RefusesHeadersThatNameNothing) {
  const auto faults = [](std::string_view text) {
    std::vector<Issue> issues;
    const auto table = parse_csv(text, "t.csv", issues);
    return texts(issues);
  };
  EXPECT_THAT(faults(""),
              ElementsAre("t.csv:1:1: expected a line with the names of the columns, got an "
                          "empty file"));
  EXPECT_THAT(faults("a,,a\n"),
              ElementsAre("t.csv:1:3: expected the name of a column, got nothing",
                          "t.csv:1:4: expected each column once, got \"a\" twice"));
  EXPECT_THAT(faults("a;b\n1;2\n"),
              ElementsAre("t.csv:1:1: expected columns separated by commas, got "
                          "semicolons"));
  EXPECT_THAT(faults("a\r1"),
              ElementsAre("t.csv:1:2: expected a comma, a line break or plain text, got a "
                          "carriage return without line feed"));
}

Scenario populated(const std::filesystem::path& file) {
  Scenario scenario;
  scenario.attributes = {{"municipality", {"north", "south"}}, {"age", {"young", "old"}}};
  scenario.population = Population{file.string(),
                                   2025,
                                   {{"north", "N"}, {"south", "S"}},
                                   {{"young", {"0-64"}}, {"old", {"65-79", "80+"}}}};
  return scenario;
}

TEST(Population, SumsAgeGroupsOfTheYear) {
  const Folder folder;
  const auto path = folder.write("p.csv",
                                 "kind,year,region,age_group,population\n"
                                 "x,2025,N,0-64,100\nx,2025,N,65-79,20\nx,2025,N,80+,5\n"
                                 "x,2025,S,0-64,50\nx,2025,S,65-79,10\nx,2025,S,80+,2.5\n"
                                 "x,2030,S,80+,99\n");
  std::vector<Issue> issues;
  const auto rows = population_table(populated(path), issues);
  EXPECT_THAT(texts(issues), IsEmpty());
  ASSERT_EQ(rows.size(), 4U);
  EXPECT_EQ(rows[0].municipality + rows[0].age, "northyoung");
  EXPECT_EQ(rows[0].persons, 100);
  EXPECT_EQ(rows[1].persons, 25);
  EXPECT_EQ(rows[3].municipality + rows[3].age, "southold");
  EXPECT_EQ(rows[3].persons, 12.5);
}

TEST(Population, NamesBadRowsByLineAndColumn) {
  const Folder folder;
  const auto path = folder.write("p.csv",
                                 "year,region,age_group,population\n"
                                 "2025,N,0-64,many\n2025.5,N,80+,1\n2025,N,80+,-1\n2025,N,80+,1\n"
                                 "2025,N,80+,2\n");
  std::vector<Issue> issues;
  EXPECT_THAT(population_table(populated(path), issues), IsEmpty());
  EXPECT_THAT(
      folder.texts(issues),
      ElementsAre("p.csv:2:13: expected a number >= 0 in column \"population\", got \"many\"",
                  "p.csv:3:1: expected a year in column \"year\", got \"2025.5\"",
                  "p.csv:4:12: expected a number >= 0 in column \"population\", got \"-1\"",
                  "p.csv:6:1: expected each year, region and age group once, got 2025, N, 80+ a "
                  "second time"));
  EXPECT_THROW((void)population_table(populated(path)), std::runtime_error);
}

TEST(Population, NamesWhatTheFileDoesNotHave) {
  const Folder folder;
  const auto path =
      folder.write("p.csv",
                   "year,region,age_group,population\n"
                   "2025,North,0-64,1\n2025,S,0-64,1\n2025,S,65-79,1\n2025,North,80+,1\n");
  std::vector<Issue> issues;
  auto scenario = populated(path);
  EXPECT_THAT(population_table(scenario, issues), IsEmpty());
  EXPECT_THAT(folder.texts(issues),
              ElementsAre("#/population/municipality/north: expected one of: North, S, got \"N\""));
  issues.clear();
  scenario.population->municipality[0].second = "North";
  EXPECT_THAT(population_table(scenario, issues), IsEmpty());
  EXPECT_THAT(folder.texts(issues),
              ElementsAre("p.csv: expected a row for 2025, North, 65-79, got none",
                          "p.csv: expected a row for 2025, S, 80+, got none"));
  issues.clear();
  scenario.population->year = 2024;
  EXPECT_THAT(population_table(scenario, issues), IsEmpty());
  EXPECT_THAT(folder.texts(issues),
              ElementsAre("#/population/year: expected 2025, got 2024 (number)"));
  issues.clear();
  scenario.population->file = folder.write("q.csv", "year,area\n").string();
  EXPECT_THAT(population_table(scenario, issues), IsEmpty());
  EXPECT_THAT(folder.texts(issues),
              ElementsAre("q.csv:1:1: expected a column \"region\", got one of: year, area",
                          "q.csv:1:1: expected a column \"age_group\", got one of: year, area",
                          "q.csv:1:1: expected a column \"population\", got one of: year, area"));
}

TEST(ArrivalList, ReadsTimesAndAttributes) {
  const Folder folder;
  Scenario scenario;
  scenario.attributes = {{"level", {"1", "2"}}};
  Arrival arrival;
  arrival.file =
      folder.write("a.csv", "time,level\n2025-01-06T08:00,2\n2025-01-06T08:00,1\n2025-01-07,2\n")
          .string();
  std::vector<Issue> issues;
  const auto list = arrival_list(scenario, arrival, issues);
  EXPECT_THAT(texts(issues), IsEmpty());
  ASSERT_EQ(list.size(), 3U);
  EXPECT_EQ(sim::iso_date_time(list[0].time), "2025-01-06T08:00:00");
  EXPECT_THAT(list[0].attributes, ElementsAre(testing::Pair("level", "2")));
}

TEST(ArrivalList, NamesBadRowsByLineAndColumn) {
  const Folder folder;
  Scenario scenario;
  scenario.attributes = {{"level", {"1", "2"}}};
  Arrival arrival;
  arrival.file =
      folder.write("a.csv", "level,time\n2,2025-01-06T08:00\n3,2025-02-30\n1,2025-01-05\n")
          .string();
  std::vector<Issue> issues;
  EXPECT_THAT(arrival_list(scenario, arrival, issues), IsEmpty());
  EXPECT_THAT(
      folder.texts(issues),
      ElementsAre("a.csv:3:1: expected one of: 1, 2 in column \"level\", got \"3\"",
                  "a.csv:3:3: expected a time such as 2025-01-31T08:00, got \"2025-02-30\""));
  issues.clear();
  arrival.file = folder.write("b.csv", "time,levl\n2025-01-06,2\n").string();
  EXPECT_THAT(arrival_list(scenario, arrival, issues), IsEmpty());
  EXPECT_THAT(folder.texts(issues),
              ElementsAre("b.csv:1:1: expected columns one of: time, level, got "
                          "\"levl\" (did you mean \"level\"?)"));
  issues.clear();
  arrival.file = folder.write("c.csv", "time\n2025-01-06\n2025-01-05\n").string();
  EXPECT_THAT(arrival_list(scenario, arrival, issues), IsEmpty());
  EXPECT_THAT(folder.texts(issues),
              ElementsAre("c.csv:3:1: expected a time that is not before the row "
                          "above, got \"2025-01-05\""));
}

}  // namespace
}  // namespace scenarios
