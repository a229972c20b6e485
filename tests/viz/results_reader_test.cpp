// SPDX-License-Identifier: Apache-2.0
#include "viz/results_reader.hpp"

#include <cmath>
#include <limits>
#include <string>

#include <gmock/gmock.h>

#include "tests/viz/fixture.hpp"
#include "viz/csv.hpp"
#include "viz/data_tables.hpp"
#include "viz/report.hpp"
#include "viz/results_json.hpp"

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using viz::CsvDialect;

/// The text with one passage in the place of another.
std::string with(std::string text, std::string_view old, std::string_view now) {
  const auto at = text.find(old);
  EXPECT_NE(at, std::string::npos) << old;
  return at == std::string::npos ? text : text.replace(at, old.size(), now);
}

std::vector<std::string> texts(const std::vector<scenarios::Issue>& issues) {
  std::vector<std::string> result;
  for (const auto& issue : issues) result.push_back(issue.text());
  return result;
}

/// A result with something in every list, and figures that are hard to write.
care::Results hard_results() {
  auto results = viz_test::region_fixture().results;
  results.warnings.push_back({"en \"varning\"\n", "a \\ warning\x01"});
  results.warnings.push_back({"samma", "samma"});
  auto& first = results.metrics.front();
  first.mean = -0.0;
  first.sd = 5e-324;
  first.ci95 = {-1.7976931348623157e308, 123456789012345680000.0};
  results.metrics.back().mean = std::nan("");
  results.identity.seed = UINT64_MAX;
  return results;
}

TEST(ResultsReader, GivesBackTheBytesThatWereWritten) {
  for (const auto& results : {hard_results(), viz_test::clinic_fixture().results}) {
    const auto text = viz::results_json(results);
    const auto loaded = viz::read_results(text, "results.json");
    ASSERT_THAT(texts(loaded.errors), IsEmpty());
    EXPECT_THAT(texts(loaded.warnings), IsEmpty());
    EXPECT_EQ(viz::results_json(*loaded.results), text);
  }
}

TEST(ResultsReader, TakesWhatIsNotFiniteForNothing) {
  auto results = viz_test::clinic_fixture().results;
  const double infinity = std::numeric_limits<double>::infinity();
  results.metrics.front().ci95 = {-infinity, infinity};
  const auto loaded = viz::read_results(viz::results_json(results), "results.json");
  ASSERT_TRUE(loaded.results);
  EXPECT_TRUE(std::isnan(loaded.results->metrics.front().ci95.low));
  EXPECT_EQ(viz::csv(viz::summary_table(*loaded.results), CsvDialect::Plain),
            viz::csv(viz::summary_table(results), CsvDialect::Plain));
}

TEST(ResultsReader, GivesTheSameTablesAndTheSameReport) {
  for (const auto& fixture : {viz_test::region_fixture(), viz_test::clinic_fixture()}) {
    const auto loaded = viz::read_results(viz::results_json(fixture.results), "results.json");
    ASSERT_TRUE(loaded.results);
    for (const auto dialect : {CsvDialect::Plain, CsvDialect::Swedish}) {
      EXPECT_EQ(viz::csv(viz::summary_table(*loaded.results), dialect),
                viz::csv(viz::summary_table(fixture.results), dialect));
      EXPECT_EQ(viz::csv(viz::weekly_table(*loaded.results), dialect),
                viz::csv(viz::weekly_table(fixture.results), dialect));
      EXPECT_EQ(viz::csv(viz::ledger_table(*loaded.results), dialect),
                viz::csv(viz::ledger_table(fixture.results), dialect));
    }
    const viz::ReportOptions options{viz::Lang::Sv, fixture.scenario_json, ""};
    EXPECT_EQ(viz::report_html(fixture.scenario, *loaded.results, options),
              viz::report_html(fixture.scenario, fixture.results, options));
  }
}

TEST(ResultsReader, NamesAFormatThatItDoesNotKnow) {
  const auto text = viz::results_json(viz_test::clinic_fixture().results);
  EXPECT_THAT(
      texts(viz::read_results(with(text, "results/1", "results/2"), "r.json").errors),
      ElementsAre("r.json#/format: expected \"troskel.results/1\", got "
                  "\"troskel.results/2\" (string), which another version of troskel wrote"));
  EXPECT_THAT(texts(viz::read_results("{\"format\": \"troskel.comparison/1\"}", "r.json").errors),
              ElementsAre(HasSubstr("got \"troskel.comparison/1\"")));
  EXPECT_THAT(texts(viz::read_results("{}", "r.json").errors),
              ElementsAre("r.json#/format: expected \"troskel.results/1\", got nothing"));
  EXPECT_THAT(texts(viz::read_results("[]", "r.json").errors),
              ElementsAre(HasSubstr("expected the object of a results.json")));
}

TEST(ResultsReader, SaysWhereTheFileDepartsFromTheLayout) {
  const auto text = viz::results_json(viz_test::clinic_fixture().results);
  const auto complaint = [&](std::string_view old, std::string_view now) {
    const auto loaded = viz::read_results(with(text, old, now), "r.json");
    EXPECT_FALSE(loaded.results);
    return loaded.errors.empty() ? "" : loaded.errors.front().text();
  };
  EXPECT_EQ(complaint("\"seed\": 1", "\"seed\": -1"),
            "r.json#/identity/seed: expected a whole number from 0 to 18446744073709551615, got -1 "
            "(number)");
  EXPECT_EQ(complaint("\"seed\": 1,", ""),
            "r.json#/identity/seed: expected a whole number from 0 to 18446744073709551615, got "
            "nothing");
  EXPECT_EQ(complaint("\"kind\": \"mean\"", "\"kind\": \"median\""),
            "r.json#/metrics/0/kind: expected one of: mean, probability, got \"median\" (string)");
  EXPECT_EQ(complaint("\"ci95\": [", "\"ci95\": [1, "),
            "r.json#/metrics/0/ci95: expected two numbers [low, high], got a list of 3");
  EXPECT_EQ(complaint("\"decimals\": ", "\"decimals\": 1"),
            "r.json#/metrics/0/decimals: expected a whole number from 0 to 9, got 12 (number)");
  EXPECT_THAT(complaint("\"interrupted\": false", "\"interrupted\": 0"),
              HasSubstr("expected true or false"));
  EXPECT_THAT(complaint("\"audit\": [", "\"audit\": [7, "),
              HasSubstr("r.json#/audit/0: expected an object"));
  const auto half = viz::read_results(text.substr(0, text.size() / 2), "r.json");
  EXPECT_FALSE(half.results);
  EXPECT_EQ(half.errors.size(), 1U);
}

TEST(ResultsReader, TellsWhatItDoesNotKnow) {
  const auto text = viz::results_json(viz_test::clinic_fixture().results);
  const auto loaded =
      viz::read_results(with(text, "\"seed\": 1", "\"luck\": 0, \"seed\": 1"), "r.json");
  ASSERT_TRUE(loaded.results);
  EXPECT_THAT(texts(loaded.warnings),
              ElementsAre("r.json#/identity: expected only members that this version knows, got "
                          "\"luck\""));
}

TEST(ResultsReader, StopsAfterTwentyErrors) {
  std::string list;
  for (int i = 0; i < 100; ++i) list += "7, ";
  const auto text = viz::results_json(viz_test::clinic_fixture().results);
  const auto loaded = viz::read_results(with(text, "\"audit\": [", "\"audit\": [" + list), "r");
  EXPECT_EQ(loaded.errors.size(), 20U);
}

TEST(ResultsReader, ReadsReplicationsBack) {
  care::Results results;
  results.identity.first_replication = 3;
  results.identity.replications = 2;
  results.replications = {{"a", {0.1, std::nan("")}}, {"b", {-0.0, 1e300}}};
  const auto text = viz::csv(viz::replications_table(results), CsvDialect::Plain);
  care::Results read;
  read.identity = results.identity;
  std::vector<scenarios::Issue> issues;
  ASSERT_TRUE(viz::read_replications(text, "replications.csv", read, issues));
  EXPECT_EQ(viz::csv(viz::replications_table(read), CsvDialect::Plain), text);

  EXPECT_FALSE(viz::read_replications(with(text, "3,", "4,"), "r.csv", read, issues));
  EXPECT_FALSE(viz::read_replications(with(text, "0.1", "x"), "r.csv", read, issues));
  EXPECT_FALSE(viz::read_replications("id,a\n3,1\n", "r.csv", read, issues));
  read.identity.replications = 3;
  EXPECT_FALSE(viz::read_replications(text, "r.csv", read, issues));
  EXPECT_THAT(
      texts(issues),
      ElementsAre("r.csv:2:1: expected 3, got \"4\"", "r.csv:2:3: expected a number, got \"x\"",
                  "r.csv:1:1: expected the first column replication, got \"id\"",
                  "r.csv: expected the 3 replications of the run, got 2"));
  EXPECT_EQ(read.replications.size(), 2U);
}

TEST(ResultsReader, ReadsCasesBack) {
  care::Results results;
  results.case_attributes = {"age", "place"};
  care::CaseRow row;
  row.values = {"80+", "home, alone"};
  row.persons.mean = 12.5;
  row.persons.ci95 = {11, 14};
  row.responsible = "region";
  row.performers = {"nurse", "care"};
  row.disputed = true;
  row.rule = "=rules.json#/rules/a";
  results.cases = {row, row};
  results.cases[1].performers.clear();
  const auto text = viz::csv(viz::cases_table(results), CsvDialect::Plain);
  care::Results read;
  std::vector<scenarios::Issue> issues;
  ASSERT_TRUE(viz::read_cases(text, "cases.csv", read, issues));
  EXPECT_EQ(viz::csv(viz::cases_table(read), CsvDialect::Plain), text);

  EXPECT_FALSE(viz::read_cases(with(text, "yes", "perhaps"), "c.csv", read, issues));
  EXPECT_FALSE(viz::read_cases("age,persons\n80+,1\n", "c.csv", read, issues));
  EXPECT_THAT(texts(issues),
              ElementsAre("c.csv:2:50: expected yes or no, got \"perhaps\"",
                          HasSubstr("c.csv:1:1: expected the last columns persons, ci_low")));
}

}  // namespace
