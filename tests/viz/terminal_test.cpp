// SPDX-License-Identifier: Apache-2.0
#include "viz/terminal.hpp"

#include <sstream>

#include <gtest/gtest.h>

#include "tests/viz/fixture.hpp"
#include "viz/text_table.hpp"
#include "viz/views.hpp"

namespace {

using viz::Lang;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string summary(const viz_test::Fixture& fixture, viz::TerminalOptions options) {
  return viz::terminal_summary(fixture.scenario, fixture.results, options);
}

TEST(Terminal, FitsAScreen) {
  for (const auto& fixture : {viz_test::region_fixture(), viz_test::clinic_fixture()}) {
    for (const Lang lang : viz::languages) {
      const auto lines =
          lines_of(summary(fixture, {lang, false, {"out/results.json", "out/report.html"}, ""}));
      EXPECT_LE(lines.size(), 80U);
      for (const std::string& line : lines) {
        EXPECT_LE(viz::columns_of(line), viz::page_width) << line;
        EXPECT_FALSE(line.ends_with(' ')) << line;
      }
    }
  }
}

TEST(Terminal, SaysTheAnswerTheRisksTheTargetsAndHowToRepeat) {
  const std::string text =
      summary(viz_test::region_fixture(), {Lang::Sv, false, {"ut/run.json"}, ""});
  for (const char* words :
       {"Påhittad region: grundår 2025", "I ungefär 7 somrar av 10", "41 (34–48)",
        "Minst en kommun", "högst 1,9\u00A0%", "457–519", "missat", "uppnått",
        "Självkontroll: godkända 4, underkända 0, anmärkningar 1.", "ut/",
        "troskel run scenarios/made-up-region.json --replications 200 --seed 1"}) {
    EXPECT_NE(text.find(words), std::string::npos) << words << "\n" << text;
  }
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
}

TEST(Terminal, PutsMissedTargetsFirst) {
  const std::string text = summary(viz_test::region_fixture(), {Lang::En, false, {}, ""});
  EXPECT_LT(text.find("Readmission 65+ within 30 days"), text.find("Enrolled in home health care"));
}

TEST(Terminal, PutsViolatedChecksBeforeTheAnswer) {
  auto fixture = viz_test::region_fixture();
  fixture.results.audit.push_back({"places",
                                   {"Platserna går inte ihop", "Places do not add up"},
                                   care::AuditItem::Verdict::Violated,
                                   {"3 fattas", "3 are missing"}});
  const std::string text = summary(fixture, {Lang::En, false, {}, ""});
  EXPECT_LT(text.find("VIOLATED CHECK: Places do not add up"), text.find("In about 7 summers"));
  EXPECT_NE(text.find("3 are missing"), std::string::npos);
}

TEST(Terminal, ColoursOnlyWhenAsked) {
  const auto fixture = viz_test::region_fixture();
  const std::string coloured = summary(fixture, {Lang::En, true, {}, ""});
  EXPECT_NE(coloured.find("\x1b[1;31mmissed\x1b[0m"), std::string::npos);
  std::string stripped;
  for (std::size_t i = 0; i < coloured.size(); ++i) {
    if (coloured[i] == '\x1b') {
      i = coloured.find('m', i);
    } else {
      stripped += coloured[i];
    }
  }
  EXPECT_EQ(stripped, summary(fixture, {Lang::En, false, {}, ""}));
}

TEST(Terminal, WorksWithoutACareLayer) {
  const std::string text = summary(viz_test::clinic_fixture(), {Lang::En, false, {}, ""});
  EXPECT_NE(text.find("Clinic: the mean wait of those who got a place is 33\u00A0min (95% "
                      "confidence\n  interval 33–34) and the utilisation"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("80.0%"), std::string::npos);
  EXPECT_EQ(text.find("shortage"), std::string::npos);
}

TEST(Terminal, SaysThatNobodyRunsShort) {
  auto fixture = viz_test::region_fixture();
  for (auto& metric : fixture.results.metrics) {
    if (metric.key.quantity != "any") continue;
    metric.mean = 0;
    metric.events = 0;
    metric.bound_only = true;
    metric.ci95 = {0, 0.0188};
  }
  const std::string text = summary(fixture, {Lang::Sv, false, {}, ""});
  EXPECT_NE(text.find("Brist uppstår inte i någon av 200 simulerade somrar"), std::string::npos)
      << text;
  EXPECT_NE(text.find("högst 1,9\u00A0%"), std::string::npos);
}

TEST(Terminal, TellsWhatAlwaysHappenedAsWhatWasSeen) {
  auto fixture = viz_test::region_fixture();
  for (auto& metric : fixture.results.metrics) {
    if (metric.key.quantity != "any") continue;
    metric.mean = 1;
    metric.events = metric.trials;
    metric.bound_only = false;
    metric.ci95 = {0.981, 1};
  }
  const std::string text = summary(fixture, {Lang::Sv, false, {}, ""});
  EXPECT_NE(text.find("I alla 200 simulerade somrar uppstår brist"), std::string::npos) << text;
  EXPECT_NE(text.find("I ingen av 18 grupper"), std::string::npos) << text;
}

TEST(Terminal, CallsNothingTheHighestThatTheReplicationsDoNotTellFromOthers) {
  auto fixture = viz_test::region_fixture();
  const auto give = [&](std::string_view municipality, std::string_view role,
                        care::Interval interval) {
    for (auto& metric : fixture.results.metrics) {
      const care::Key& key = metric.key;
      if (!is(key, care::figures::any) || key.municipality != municipality) continue;
      if (key.role == role) metric.ci95 = interval;
    }
  };
  const auto rows = viz::risk_rows(fixture.scenario, fixture.results);
  for (const auto& row : rows) give(row.municipality, row.role, {row.any->mean, row.any->mean});
  std::string text = summary(fixture, {Lang::En, false, {}, ""});
  EXPECT_NE(text.find("risk is highest for"), std::string::npos) << text;
  for (const auto& row : rows) give(row.municipality, row.role, {0, 1});
  text = summary(fixture, {Lang::En, false, {}, ""});
  EXPECT_EQ(text.find("risk is highest for"), std::string::npos) << text;
  EXPECT_NE(text.find("among the highest"), std::string::npos) << text;
  EXPECT_NE(text.find("from 17 others"), std::string::npos) << text;
}

TEST(Terminal, TellsWhichShiftsFail) {
  const std::string text = summary(viz_test::region_fixture(), {Lang::En, false, {}, ""});
  EXPECT_NE(text.find("missed in shifts of one kind"), std::string::npos) << text;
  EXPECT_NE(text.find("Evening,"), std::string::npos) << text;
}

// Where every visit can wait there is no risk of shortage, and none of 0 either.
TEST(Terminal, SaysThatNoVisitIsOneThatCannotWait) {
  auto fixture = viz_test::region_fixture();
  std::erase_if(fixture.results.metrics,
                [](const auto& metric) { return metric.key.quantity == "any"; });
  const std::string text = summary(fixture, {Lang::Sv, false, {}, ""});
  EXPECT_NE(text.find("inte\n  bedömd"), std::string::npos) << text;
  EXPECT_NE(text.find("Flest ansträngda veckor"), std::string::npos) << text;
  EXPECT_EQ(text.find("uppstår inte"), std::string::npos) << text;
}

TEST(Terminal, SaysWhereTheReplicationsAreTooFewToTell) {
  auto fixture = viz_test::region_fixture();
  for (auto& metric : fixture.results.metrics) {
    if (metric.key.quantity != "any") continue;
    metric.n = metric.trials = 10;
    metric.mean = 0;
    metric.events = 0;
    metric.bound_only = true;
    metric.ci95 = {0, 0.26};
    if (metric.key.role != viz::any_role && metric.key.municipality.empty()) continue;
    metric.mean = 0.1;
    metric.events = 1;
  }
  const std::string text = summary(fixture, {Lang::Sv, false, {}, ""});
  EXPECT_EQ(text.find("är risken under 5"), std::string::npos) << text;
  EXPECT_NE(text.find("För 0 av 18 grupper"), std::string::npos) << text;
}

TEST(Terminal, A23CallsNothingAYearThatIsNone) {
  auto fixture = viz_test::region_fixture();
  fixture.scenario.horizon.days = 730;
  std::string text = summary(fixture, {Lang::En, false, {}, ""});
  // A9: each of several summers is judged alone.
  EXPECT_NE(text.find("of 100 summers"), std::string::npos) << text;
  fixture.scenario.care->shortage.season = {1, 53};
  text = summary(fixture, {Lang::En, false, {}, ""});
  EXPECT_EQ(text.find("of 100 years"), std::string::npos) << text;
  EXPECT_NE(text.find("of 100 runs"), std::string::npos) << text;
}

TEST(TextTable, BreaksHeadingsAndThenWordsWhereTheWidthIsTooSmall) {
  viz::TextTable table;
  table.row({"Vårdform", "Väntar kvar"});
  table.row({"Hem med kommunal hemsjukvård", "3,1"});
  EXPECT_EQ(table.lines(0, 36), (std::vector<std::string>{"                              Väntar",
                                                          "Vårdform                        kvar",
                                                          "Hem med kommunal hemsjukvård     3,1"}));
  EXPECT_EQ(table.lines(0, 28), (std::vector<std::string>{
                                    "                      Väntar", "Vårdform                kvar",
                                    "Hem med kommunal         3,1", "hemsjukvård"}));
}

TEST(TextTable, GoesOnBelowWhereTheWidthIsTooSmallForFigures) {
  viz::TextTable table;
  table.row({"namn", "ett", "två"});
  table.row({"Åsa", "1 000 000", "2 000 000"});
  table.row({"Bo", "1", ""});
  EXPECT_EQ(table.lines(0, 16),
            (std::vector<std::string>{"namn        ett", "Åsa   1 000 000", "Bo            1", "",
                                      "namn        två", "Åsa   2 000 000"}));
}

TEST(TextTable, NeverBreaksAColour) {
  viz::TextTable table({0, 1});
  table.row({"namn", ""});
  table.row({"Målet som inte nåddes i år", "\x1b[1;31mej uppnått\x1b[0m"});
  EXPECT_EQ(viz::columns_of("\x1b[1;31mej uppnått\x1b[0m"), 10U);
  EXPECT_EQ(table.lines(0, 33),
            (std::vector<std::string>{"namn", "Målet som inte nåddes  \x1b[1;31mej uppnått\x1b[0m",
                                      "i år"}));
}

TEST(TextTable, AlignsByCharactersAndDropsEmptyColumns) {
  viz::TextTable table;
  table.row({"namn", "tal", "tom", "x"});
  table.row({"Åsa", "1", "", "10"});
  table.row({"Bo", "1 000", "", "2"});
  EXPECT_EQ(table.lines(1),
            (std::vector<std::string>{" namn    tal   x", " Åsa       1  10", " Bo    1 000   2"}));
}

TEST(Columns, CountCharactersNotBytes) {
  EXPECT_EQ(viz::columns_of("åäö–"), 4U);
  EXPECT_EQ(viz::cut_columns("åäöåäö", 4), "åäö…");
  EXPECT_EQ(viz::wrap_columns("per 100 000", 7), (std::vector<std::string>{"per", "100 000"}));
  EXPECT_EQ(viz::wrap_columns("kommer 15,8 %", 11), (std::vector<std::string>{"kommer", "15,8 %"}));
  EXPECT_EQ(viz::wrap_columns("ett två tre", 7), (std::vector<std::string>{"ett två", "tre"}));
}

}  // namespace
