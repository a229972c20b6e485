// SPDX-License-Identifier: Apache-2.0
// Figures of teams beside the range in which they are expected, in every output.
#include "experiments/plausible.hpp"

#include <string>

#include <gmock/gmock.h>

#include "tests/temporary_folder.hpp"
#include "tests/viz/fixture.hpp"
#include "viz/assumptions.hpp"
#include "viz/csv.hpp"
#include "viz/data_tables.hpp"
#include "viz/outputs.hpp"
#include "viz/report.hpp"
#include "viz/results_json.hpp"
#include "viz/results_reader.hpp"
#include "viz/terminal.hpp"
#include "viz/views.hpp"

namespace {

using scenarios::Plausible;
using scenarios::TeamFigure;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;
using viz::Lang;

/// The made-up region, whose nurses are expected to be loaded and to make many visits in the evening.
viz_test::Fixture expectant() {
  auto fixture = viz_test::region_fixture();
  Plausible load;
  load.role = "nurse";
  load.municipality = "hyltinge";
  load.low = 60;
  load.high = 95;
  Plausible evening = load;
  evening.figure = TeamFigure::VisitsEach;
  evening.shifts = {"evening"};
  evening.low = 8;
  evening.high = 12;
  Plausible night = load;
  night.shifts = {"night"};
  fixture.scenario.plausible = {{"load", load}, {"evening", evening}, {"night", night}};
  fixture.scenario.provenance["/plausible/evening"] = {
      {"Mall; 8–12 besök", "Template; 8–12 visits"}, {}, "B", {}};
  fixture.scenario.provenance["/plausible/load"] = {{}, {}, "assumption", {}};
  fixture.results.plausible = care::plausible_rows(fixture.scenario, fixture.results);
  return fixture;
}

std::string terminal(const viz_test::Fixture& fixture, Lang lang, bool every) {
  viz::TerminalOptions options;
  options.lang = lang;
  options.plausible = every;
  return viz::terminal_summary(fixture.scenario, fixture.results, options);
}

TEST(PlausibleTable, IsInResultsJsonAndReadBack) {
  const auto fixture = expectant();
  ASSERT_EQ(fixture.results.plausible.size(), 3U);
  const auto text = viz::results_json(fixture.results);
  EXPECT_THAT(text, HasSubstr("\"plausible\""));
  EXPECT_THAT(text, HasSubstr("\"no_value\""));
  const auto loaded = viz::read_results(text, "results.json");
  ASSERT_TRUE(loaded.errors.empty());
  EXPECT_TRUE(loaded.warnings.empty());
  EXPECT_EQ(viz::results_json(*loaded.results), text);
}

TEST(PlausibleTable, NamesItsRangesAmongTheInputs) {
  auto fixture = expectant();
  std::erase_if(fixture.scenario.provenance,
                [](const auto& one) { return !one.first.starts_with("/plausible"); });
  const auto inputs = viz::assumptions_of(
      fixture.scenario, R"({"plausible": {"load": {"low": 60}, "evening": {"low": 8}}})");
  ASSERT_EQ(inputs.stated.size(), 2U);
  EXPECT_THAT(inputs.stated[0].name.sv, testing::EndsWith(": belastning"));
  EXPECT_THAT(inputs.stated[1].name.sv, HasSubstr("kväll"));
  EXPECT_THAT(inputs.stated[1].name.sv, testing::EndsWith(": besök per person"));
  EXPECT_EQ(inputs.stated[1].source.sv, "Mall; 8–12 besök");
}

TEST(PlausibleTable, IsNotInResultsThatExpectNothing) {
  const auto fixture = viz_test::region_fixture();
  EXPECT_THAT(viz::results_json(fixture.results), Not(HasSubstr("\"plausible\"")));
  EXPECT_THAT(viz::report_html(fixture.scenario, fixture.results, {}),
              Not(HasSubstr("Stämmer bilden av året?")));
  EXPECT_EQ(viz::plausible_line(fixture.scenario, fixture.results, Lang::Sv), "");
}

TEST(PlausibleTable, IsAFileOfTheOutputSet) {
  const tests::TemporaryFolder temporary;
  const auto fixture = expectant();
  const auto written =
      viz::write_outputs(temporary / "out", fixture.scenario, fixture.results, {}, {});
  ASSERT_EQ(written.index(), 0U);
  EXPECT_TRUE(std::filesystem::exists(temporary / "out" / "plausible.csv"));
  EXPECT_NE(std::ranges::find(viz::run_files, "plausible.csv"), viz::run_files.end());
  const auto csv = viz::csv(viz::plausible_rows_table(fixture.results), viz::CsvDialect::Plain);
  EXPECT_THAT(
      csv, StartsWith("range,id,group,quantity,label,setting,destination,municipality,role,"
                      "shift,day_type,party,cause,unit,n,mean,ci_low,ci_high,low,high,grade,source,"
                      "verdict\n"));
  EXPECT_THAT(csv, HasSubstr(",8,12,B,\"Template; 8–12 visits\",outside\n"));
  EXPECT_THAT(csv, HasSubstr(",0,,,,60,95,,,no_value\n"));
}

TEST(PlausibleTable, CountsInALineAndNamesTheWorst) {
  const auto fixture = expectant();
  const auto sv = viz::plausible_line(fixture.scenario, fixture.results, Lang::Sv);
  EXPECT_THAT(sv, StartsWith("1 av 3 tal ligger utanför"));
  EXPECT_THAT(sv, HasSubstr("1 saknar värde"));
  EXPECT_THAT(
      sv,
      HasSubstr("Längst utanför: Hyltinge, Sjuksköterskor. Kväll, vardag: besök per person, 7,1"));
  EXPECT_THAT(sv, HasSubstr("(väntat 8–12)"));
  const auto en = viz::plausible_line(fixture.scenario, fixture.results, Lang::En);
  EXPECT_THAT(en, StartsWith("1 of 3 figures lie outside"));
}

TEST(PlausibleTable, MarksInWordsWhatLiesOutside) {
  const auto fixture = expectant();
  const auto brief = terminal(fixture, Lang::En, false);
  EXPECT_THAT(brief, HasSubstr("Would you recognise this year?\n  1 of 3 figures lie outside"));
  EXPECT_THAT(brief, Not(HasSubstr("no value\n")));
  const auto whole = terminal(fixture, Lang::En, true);
  for (const char* words : {"8–12  B       outside", "60–95  assum.  within", "no value"}) {
    EXPECT_THAT(whole, HasSubstr(words));
  }
  const auto report = viz::report_html(fixture.scenario, fixture.results, {});
  for (const char* words : {"Stämmer bilden av året?", "Would you recognise this year?", "utanför",
                            "outside", "inget värde", "no value", "Mall; 8–12 besök"}) {
    EXPECT_THAT(report, HasSubstr(words));
  }
}

}  // namespace
