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

TEST(Csv, B5RefusesControlCharacters) {
  std::vector<Issue> issues;
  EXPECT_TRUE(parse_csv("a,b\n1,2\n\x1A", "t.csv", issues).rows.empty());
  EXPECT_TRUE(parse_csv("a,b\n1,\x1B[31m2\n", "t.csv", issues).rows.empty());
  EXPECT_THAT(
      texts(issues),
      ElementsAre("t.csv:3:1: expected text without control characters, got the byte 0x1A",
                  "t.csv:2:3: expected text without control characters, got the byte 0x1B"));
}

TEST(Csv, NamesLineAndColumnOfEveryFaultAndGoesOn) {
  std::vector<Issue> issues;
  const auto table =
      parse_csv("a,b\n1\n1,2,3\n\n\"x\"y,2\n1,2\"\n5,6\n\"open,1\n", "t.csv", issues);
  EXPECT_THAT(
      texts(issues),
      ElementsAre("t.csv:2:1: expected 2 values, as in the header, got 1",
                  "t.csv:3:5: expected 2 values, as in the header, got 3",
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
  for (const std::string_view blank : {",,", ";;\n\n;\n", "\r\n\r\n"}) {
    EXPECT_THAT(faults(blank), testing::SizeIs(1)) << blank;
  }
  EXPECT_THAT(faults("a title,,\n\n,,\n"),
              ElementsAre("t.csv:4:1: expected a line with the names of the columns, got none"));
  EXPECT_THAT(faults("a,,a\n"),
              ElementsAre("t.csv:1:3: expected the name of a column, got nothing",
                          "t.csv:1:4: expected each column once, got \"a\" twice"));
  EXPECT_THAT(faults("a\r1"),
              ElementsAre("t.csv:1:2: expected a comma, a line break or plain text, got a "
                          "carriage return without line feed"));
}

/// C6: as spreadsheets and statistical offices export it.
TEST(Csv, C6ReadsOtherSeparatorsTitlesAndEmptyLines) {
  std::vector<Issue> issues;
  const auto semicolons = parse_csv(
      "\"Folkmängd, efter region\"\r\n\r\n\"region\";\"antal\"\r\n\r\n\"N\";\"1,5\";;\r\n;\r\n",
      "t.csv", issues);
  EXPECT_THAT(texts(issues), IsEmpty());
  EXPECT_EQ(semicolons.separator, ';');
  EXPECT_THAT(semicolons.header, ElementsAre("region", "antal"));
  EXPECT_THAT(cells_of(semicolons), ElementsAre(ElementsAre("N", "1,5")));
  EXPECT_EQ(semicolons.rows[0][1].line, 5);
  const auto padded = parse_csv("Folkmängd;;\n;;\nregion;antal;\nN;1;\n", "t.csv", issues);
  EXPECT_THAT(texts(issues), IsEmpty());
  EXPECT_THAT(padded.header, ElementsAre("region", "antal"));
  const auto tabs = parse_csv("a\tb\n1,2\t3;4\n", "t.csv", issues);
  EXPECT_THAT(texts(issues), IsEmpty());
  EXPECT_THAT(cells_of(tabs), ElementsAre(ElementsAre("1,2", "3;4")));
  const auto alone = parse_csv("time\n\n2025-01-06\n", "t.csv", issues);
  EXPECT_THAT(alone.header, ElementsAre("time"));
  EXPECT_THAT(cells_of(alone), ElementsAre(ElementsAre("2025-01-06")));
}

TEST(Csv, C6ReadsWindows1252) {
  const Folder folder;
  std::vector<Issue> issues;
  const auto table = read_csv(folder.write("l.csv", "\xE5lder\n65\x96\x37\x39 \xE5r\n"), issues);
  EXPECT_THAT(texts(issues), IsEmpty());
  EXPECT_THAT(table.header, ElementsAre("ålder"));
  EXPECT_THAT(cells_of(table), ElementsAre(ElementsAre("65–79 år")));
  (void)read_csv(folder.write("b.csv", "a\x81\n1\n"), issues);
  EXPECT_THAT(
      folder.texts(issues),
      ElementsAre("b.csv:1:2: expected text in UTF-8, got the byte 0x81 (save the file as UTF-8)"));
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

/// A13: a region that stood in two municipalities was counted twice.
TEST(Population, A13ARegionIsUsedOnce) {
  const Folder folder;
  auto scenario = populated(folder.write("p.csv",
                                         "year,region,age_group,population\n2025,N,0-64,1\n"
                                         "2025,N,65-79,1\n2025,N,80+,1\n"));
  scenario.population->municipality[1].second = "N";
  std::vector<Issue> issues;
  EXPECT_THAT(population_table(scenario, issues), IsEmpty());
  EXPECT_THAT(
      folder.texts(issues),
      ElementsAre("#/population/municipality/south: expected a name that is not in "
                  "/population/municipality/north already: it would be counted twice, got \"N\" a "
                  "second time"));
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

/// C6: a table as Statistics Sweden exports it: a title, quotes, semicolons, Latin-1, the years side by
/// side, the sexes one by one.
TEST(Population, C6ReadsAnExportAsItComes) {
  const Folder folder;
  const auto path =
      folder.write("px.csv",
                   "\"Folkm\xE4ngd efter region, \xE5lder, k\xF6n och \xE5r\"\r\n\r\n"
                   "\"region\";\"\xE5lder\";\"k\xF6n\";\"2024\";\"2025\"\r\n"
                   "\"N\";\"0-64\";\"m\xE4n\";..;60\r\n\"N\";\"0-64\";\"kvinnor\";..;40\r\n"
                   "\"N\";\"65-79\";\"m\xE4n\";..;20\r\n\"N\";\"80+\";\"m\xE4n\";..;5\r\n"
                   "\"S\";\"0-64\";\"m\xE4n\";..;50\r\n\"S\";\"65-79\";\"m\xE4n\";..;10\r\n"
                   "\"S\";\"80+\";\"m\xE4n\";..;2,5\r\n");
  std::vector<Issue> issues;
  const auto rows = population_table(populated(path), issues);
  EXPECT_THAT(texts(issues), IsEmpty());
  ASSERT_EQ(rows.size(), 4U);
  EXPECT_EQ(rows[0].persons, 100);
  EXPECT_EQ(rows[1].persons, 25);
  EXPECT_EQ(rows[3].persons, 12.5);
}

/// A total beside its parts is not added to them.
TEST(Population, C6TakesATotalAlone) {
  const Folder folder;
  const auto path = folder.write("t.csv",
                                 "year,region,age_group,sex,population\n"
                                 "2025,N,0-64,women,60\n2025,N,0-64,men,40\n2025,N,0-64,total,100\n"
                                 "2025,N,65-79,total,7\n2025,N,80+,total,1\n2025,S,0-64,total,1\n"
                                 "2025,S,65-79,total,1\n2025,S,80+,total,1\n");
  std::vector<Issue> issues;
  const auto rows = population_table(populated(path), issues);
  EXPECT_THAT(texts(issues), IsEmpty());
  ASSERT_EQ(rows.size(), 4U);
  EXPECT_EQ(rows[0].persons, 100);
}

TEST(Population, C6HasItsColumnsNamedByTheScenario) {
  const Folder folder;
  auto scenario = populated(folder.write("n.csv",
                                         "Period;Kommun;Grupp;Antal personer\n"
                                         "2025;N;0-64;1\n2025;N;65-79;2\n2025;N;80+;3\n"
                                         "2025;S;0-64;4\n2025;S;65-79;5\n2025;S;80+;6,5\n"));
  scenario.population->columns = {{"year", "Period"},
                                  {"region", "Kommun"},
                                  {"age_group", "Grupp"},
                                  {"population", "Antal personer"}};
  std::vector<Issue> issues;
  const auto rows = population_table(scenario, issues);
  EXPECT_THAT(texts(issues), IsEmpty());
  ASSERT_EQ(rows.size(), 4U);
  EXPECT_EQ(rows[3].persons, 11.5);
}

TEST(ArrivalList, ReadsTimesAndAttributes) {
  const Folder folder;
  Scenario scenario;
  scenario.attributes = {{"level", {"1", "2"}}};
  Arrival arrival;
  arrival.file =
      folder.write("a.csv", "time,level\n2025-01-06T08:00,2\n2025-01-06T08:00,1\n2025-01-07,2\n")
          .string();
  Findings found;
  const auto list = arrival_list(scenario, arrival, found);
  EXPECT_THAT(texts(found.errors), IsEmpty());
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
  Findings found;
  EXPECT_THAT(arrival_list(scenario, arrival, found), IsEmpty());
  EXPECT_THAT(folder.texts(found.errors),
              ElementsAre("a.csv:3:3: expected a time such as 2025-01-31T08:00, got \"2025-02-30\"",
                          "a.csv:3:1: expected one of: 1, 2 in column \"level\", got \"3\""));
  found = {};
  arrival.file = folder.write("b.csv", "time,levl\n2025-01-06,2\n").string();
  EXPECT_THAT(arrival_list(scenario, arrival, found), IsEmpty());
  EXPECT_THAT(folder.texts(found.errors),
              ElementsAre("b.csv:1:1: expected columns one of: time, stay_days, level, got "
                          "\"levl\" (did you mean \"level\"?)"));
}

/// C6: a register's export: rows in any order, a space in times, columns of no concern, its own names.
TEST(ArrivalList, C6ReadsAnExportAsItComes) {
  const Folder folder;
  Scenario scenario;
  scenario.attributes = {{"level", {"1", "2"}}};
  Arrival arrival;
  arrival.file = folder
                     .write("r.csv",
                            "Vårdtid;Inskriven;Läkare;level\n0,5;2025-01-07 08:00;A;2\n"
                            "1;2025-01-06 23:15;B;1\n\n")
                     .string();
  arrival.columns = {{"time", "Inskriven"}, {"stay_days", "Vårdtid"}};
  Findings found;
  const auto list = arrival_list(scenario, arrival, found);
  EXPECT_THAT(texts(found.errors), IsEmpty());
  EXPECT_THAT(
      folder.texts(found.warnings),
      ElementsAre("r.csv:1:1: expected columns one of: Inskriven, Vårdtid, level, got others "
                  "too, which are not used: Läkare"));
  ASSERT_EQ(list.size(), 2U);
  EXPECT_EQ(sim::iso_date_time(list[0].time), "2025-01-06T23:15:00");
  EXPECT_EQ(list[0].stay_days, 1);
  EXPECT_EQ(list[1].stay_days, 0.5);
  EXPECT_THAT(list[1].attributes, ElementsAre(testing::Pair("level", "2")));
}

/// C3: a line list of those present, with the day on which each came.
TEST(PresentList, C3ReadsOneRowAPerson) {
  const Folder folder;
  Scenario scenario;
  scenario.attributes = {{"level", {"1", "2"}}};
  scenario.settings = {{"ward", {}}, {"home", {}}};
  scenario.settings[1].second.residence = true;
  scenario.horizon.start = sim::parse_date("2025-01-06").value();
  scenario.initial.file = folder
                              .write("p.csv",
                                     "setting,admitted,residence,level\n"
                                     "ward,2025-01-05 12:00,home,2\nhome,2024-12-27,,1\n")
                              .string();
  Findings found;
  const auto list = present_list(scenario, found);
  EXPECT_THAT(texts(found.errors), IsEmpty());
  ASSERT_EQ(list.size(), 2U);
  EXPECT_EQ(list[0].days_spent, 0.5);
  EXPECT_EQ(list[0].residence, "home");
  EXPECT_EQ(list[1].days_spent, 10);
  EXPECT_EQ(list[1].residence, "");
  scenario.initial.file =
      folder.write("q.csv", "setting,admitted,level\nwrd,2025-01-05,1\nward,2025-01-07,1\n")
          .string();
  EXPECT_THAT(present_list(scenario, found), IsEmpty());
  EXPECT_THAT(
      folder.texts(found.errors),
      ElementsAre("q.csv:2:1: expected one of: ward, home in column \"setting\", got \"wrd\" "
                  "(did you mean \"ward\"?)",
                  "q.csv:3:6: expected a time that is not after the start of the run, "
                  "2025-01-06 in column \"admitted\", got \"2025-01-07\""));
}

/// C4: a sample of stays in a file.
TEST(Sample, C4IsAColumnOfAFile) {
  const Folder folder;
  DistributionSpec spec;
  spec.kind = DistributionSpec::Kind::Empirical;
  spec.file = folder.write("s.csv", "id;dygn\n1;2,5\n2;\n3;4\n").string();
  spec.column = "dygn";
  std::vector<Issue> issues;
  EXPECT_THAT(sample_values(spec, issues), ElementsAre(2.5, 4));
  EXPECT_THAT(texts(issues), IsEmpty());
  spec.column = "dagar";
  EXPECT_THAT(sample_values(spec, issues), IsEmpty());
  EXPECT_THAT(
      folder.texts(issues),
      ElementsAre("s.csv:1:1: expected a column with the values of the sample (\"column\"), got "
                  "\"dagar\""));
}

}  // namespace
}  // namespace scenarios
