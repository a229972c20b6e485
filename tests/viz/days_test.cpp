// SPDX-License-Identifier: Apache-2.0
// C2: settings day by day, in every output.
#include <algorithm>
#include <string>
#include <string_view>

#include <gmock/gmock.h>

#include "tests/schema_check.hpp"
#include "tests/temporary_folder.hpp"
#include "tests/viz/fixture.hpp"
#include "viz/csv.hpp"
#include "viz/data_tables.hpp"
#include "viz/outputs.hpp"
#include "viz/report.hpp"
#include "viz/results_json.hpp"
#include "viz/results_reader.hpp"
#include "viz/schemas.hpp"

namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

care::Results with_days() {
  auto results = viz_test::region_fixture().results;
  care::DayRow row{sim::Date{std::chrono::year{2025} / 7 / 1}, 2, 12, "hospital", {}};
  for (std::size_t i = 0; i < row.numbers.size(); ++i) {
    auto& number = row.numbers[i];
    number.key = care::day_key(row, static_cast<care::DayNumber>(i));
    if (static_cast<care::DayNumber>(i) == care::DayNumber::Capacity) continue;
    number.n = 3;
    number.mean = 10.0 * static_cast<double>(i + 1);
    number.ci95 = {number.mean - 1, number.mean + 1};
  }
  results.daily.push_back(row);
  return results;
}

TEST(Days, C2AreInResultsJsonAndReadBack) {
  const auto text = viz::results_json(with_days());
  EXPECT_THAT(text, HasSubstr("\"daily\""));
  const auto loaded = viz::read_results(text, "results.json");
  ASSERT_TRUE(loaded.errors.empty());
  EXPECT_TRUE(loaded.warnings.empty());
  EXPECT_EQ(viz::results_json(*loaded.results), text);
  EXPECT_EQ(loaded.results->daily.front().numbers[7].key.id, "departures.hospital@2025-07-01");
  tests::SchemaCheck schema(tests::SchemaCheck::Json::parse(viz::results_schema_json()));
  EXPECT_THAT(schema.faults(tests::SchemaCheck::Json::parse(text)), IsEmpty());
}

TEST(Days, C2AreNotInResultsThatDoNotAskForThem) {
  EXPECT_THAT(viz::results_json(viz_test::region_fixture().results), Not(HasSubstr("\"daily\"")));
}

TEST(Days, C2AreATableForPrograms) {
  const auto results = with_days();
  EXPECT_EQ(viz::csv(viz::daily_table(results), viz::CsvDialect::Plain),
            "date,weekday,hours,setting,n,present,present_ci_low,present_ci_high,ready,"
            "ready_ci_low,ready_ci_high,blocked,blocked_ci_low,blocked_ci_high,queued,"
            "queued_ci_low,queued_ci_high,occupied,occupied_ci_low,occupied_ci_high,capacity,"
            "capacity_ci_low,capacity_ci_high,entries,entries_ci_low,entries_ci_high,departures,"
            "departures_ci_low,departures_ci_high\n"
            "2025-07-01,2,12,hospital,3,10,9,11,20,19,21,30,29,31,40,39,41,50,49,51,,,,70,69,71,"
            "80,79,81\n");
}

TEST(Days, C2AreAFileOfTheRun) {
  const auto fixture = viz_test::region_fixture();
  const tests::TemporaryFolder temporary;
  const auto written = viz::write_outputs(temporary / "out", fixture.scenario, with_days(), {}, {});
  const auto* paths = std::get_if<std::vector<std::filesystem::path>>(&written);
  ASSERT_NE(paths, nullptr);
  EXPECT_TRUE(std::ranges::any_of(
      *paths, [](const std::filesystem::path& path) { return path.filename() == "daily.csv"; }));
  EXPECT_NE(std::ranges::find(viz::run_files, std::string_view("daily.csv")), viz::run_files.end());
}

/// The page of a run in which the hospital is told day by day.
std::string page_with_days(bool limited) {
  const auto fixture = viz_test::region_fixture();
  auto scenario = fixture.scenario;
  scenario.report_daily = {"hospital"};
  auto results = with_days();
  auto second = results.daily.front();
  second.date += std::chrono::days{1};
  for (auto& number : second.numbers) number.mean *= 1.5;
  results.daily.push_back(second);
  for (auto& row : results.daily) {
    if (limited) row.numbers[static_cast<std::size_t>(care::DayNumber::Capacity)].mean = 90;
  }
  return viz::report_html(scenario, results, {viz::Lang::Sv, fixture.scenario_json, ""});
}

TEST(Days, C2AreACurveWithItsTableAndTheNameOfTheFile) {
  const auto page = page_with_days(true);
  EXPECT_THAT(page, HasSubstr(">Dygn för dygn</h2>"));
  EXPECT_THAT(page, HasSubstr("daily.csv"));
  const auto at = page.find("id=\"sv-days-hospital");
  ASSERT_NE(at, std::string::npos);
  const auto chart = page.substr(at, page.find("</svg>", at) - at);
  EXPECT_THAT(chart, HasSubstr("Kurvan är lägst den 1 juli 2025 (50,0) och högst den 2 juli 2025 "
                               "(75,0)."));
  EXPECT_THAT(chart, HasSubstr("upptagna platser, medel per dygn"));
  const auto table = page.substr(at, page.find("</table>", at) - at);
  EXPECT_THAT(table, HasSubstr("2025-07-02"));
  EXPECT_THAT(table, HasSubstr("49,0–51,0"));
}

TEST(Days, C2WherePlacesHaveNoEndPatientsAreShown) {
  const auto page = page_with_days(false);
  const auto at = page.find("id=\"sv-days-hospital");
  ASSERT_NE(at, std::string::npos);
  const auto chart = page.substr(at, page.find("</svg>", at) - at);
  EXPECT_THAT(chart, HasSubstr("patienter, medel per dygn"));
  EXPECT_THAT(chart, HasSubstr("(10,0)"));
}

TEST(Days, C2AreNotOnPagesThatDoNotAskForThem) {
  const auto fixture = viz_test::region_fixture();
  const auto page = viz::report_html(fixture.scenario, fixture.results, {});
  EXPECT_THAT(page, Not(HasSubstr("Dygn för dygn")));
}

}  // namespace
