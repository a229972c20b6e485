// SPDX-License-Identifier: Apache-2.0
#include "experiments/comparison.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "models/measure/figure_text.hpp"
#include "tests/experiments/comparison_case.hpp"
#include "tests/viz/markup_check.hpp"
#include "viz/cell_text.hpp"
#include "viz/committee_tables.hpp"
#include "viz/comparison_files.hpp"
#include "viz/comparison_page.hpp"
#include "viz/comparison_tables.hpp"
#include "viz/comparison_views.hpp"
#include "viz/data_tables.hpp"
#include "viz/difference_text.hpp"
#include "viz/table_html.hpp"
#include "viz/table_terminal.hpp"

namespace {

using comparison_case::flow;
using comparison_case::make;
using comparison_case::staff;
using nlohmann::json;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

/// Fewer missed visits and more overtime in the first alternative; nothing in the second.
care::Comparison example() {
  const std::vector<double> days{100, 110, 105, 95};
  const auto base = make({{flow("bed_days", "ward"), days},
                          {staff("overtime", "nurse", "west"), {10, 12, 11, 9}},
                          {staff("missed_must", "nurse", "west"), {4, 6, 5, 5}}});
  const auto other = make({{flow("bed_days", "ward"), days},
                           {staff("overtime", "nurse", "west"), {20, 23, 21, 18}},
                           {staff("missed_must", "nurse", "west"), {1, 2, 2, 1}}});
  return comparison_case::compare({base, other, base});
}

/// A figure of the nurses of west in shifts of one kind.
care::Key of_shift(const std::string& quantity, const std::string& shift) {
  care::Key key = staff(quantity, "nurse", "west");
  key.id += "." + shift + ".weekdays";
  key.group = care::shift_group;
  key.shift = shift;
  key.day_type = "weekdays";
  key.label = {quantity + ": " + shift, quantity + ": " + shift};
  return key;
}

TEST(ComparisonTables, ShiftsAreThoseThatClearlyDiffer) {
  const auto base = make({{staff("overtime", "nurse", "west"), {10, 12, 11, 9}},
                          {of_shift("season_missed", "evening"), {9, 8, 10, 9}},
                          {of_shift("season_missed", "day"), {1, 2, 1, 2}},
                          {of_shift("season_missed", "night"), {3, 3, 3, 3}}});
  const auto other = make({{staff("overtime", "nurse", "west"), {9, 12, 10, 9}},
                           {of_shift("season_missed", "evening"), {2, 1, 2, 2}},
                           {of_shift("season_missed", "day"), {2, 1, 1, 2}},
                           {of_shift("season_missed", "night"), {3, 3, 3, 3}}});
  const auto comparison = comparison_case::compare({base, other});
  const std::string html = viz::table_html(viz::changed_shifts_table(comparison, 0), viz::Lang::En);
  EXPECT_THAT(html, HasSubstr("West, season_missed: evening"));
  EXPECT_THAT(html, Not(HasSubstr("season_missed: day")));
  EXPECT_THAT(html, Not(HasSubstr("season_missed: night")));
}

/// The nurses of west with so many at work, and what came of it.
care::Results nurses(const std::vector<double>& present, const std::vector<double>& overtime,
                     const std::vector<double>& missed) {
  return make({{staff("present_hours", "nurse", "west"), present},
               {staff("overtime", "nurse", "west"), overtime},
               {staff("missed_must", "nurse", "west"), missed}});
}

const std::vector<double> full{100, 110, 105, 95};
const std::vector<double> fewer{50, 55, 52, 48};

// A crisis is not headlined by what it saves.
TEST(ComparisonAnswer, TellsFirstWhatGetsWorse) {
  const auto place = [](const care::Comparison& comparison, std::string_view word) {
    const auto told = viz::comparison_answer(comparison, 0, viz::Lang::En);
    return std::ranges::find_if(told, [&](const auto& one) { return one.starts_with(word); }) -
           told.begin();
  };
  const auto relief = comparison_case::compare(
      {nurses(full, {10, 12, 11, 9}, {4, 6, 5, 5}), nurses(full, {20, 23, 21, 18}, {1, 2, 2, 1})});
  EXPECT_LT(place(relief, "Worse: overtime"), place(relief, "Better: missed visits"));
  const auto nothing = comparison_case::compare(
      {nurses(full, {10, 12, 11, 9}, {4, 6, 5, 5}), nurses(full, {5, 6, 5, 4}, {4, 6, 5, 5})});
  EXPECT_LT(place(nothing, "Nothing clearly gets worse"), place(nothing, "Better: overtime"));
}

// With half of the nurses gone there is less overtime: nobody is there to work it.
TEST(Gains, AVacancySavesNothingThatIsBetter) {
  const auto vacancy = comparison_case::compare(
      {nurses(full, {20, 23, 21, 18}, {1, 2, 2, 1}), nurses(fewer, {10, 12, 11, 9}, {4, 6, 5, 5})});
  EXPECT_TRUE(viz::has_less_supply(vacancy, 0));
  EXPECT_TRUE(viz::gains_of(vacancy, 0, care::Effect::Better).empty());
  EXPECT_THAT(viz::comparison_remarks(vacancy, 0, viz::Lang::En),
              Contains(HasSubstr("is not counted as better")));
  const auto worse = viz::gains_of(vacancy, 0, care::Effect::Worse);
  ASSERT_FALSE(worse.empty());
  EXPECT_EQ(worse.front().figure->figure.key.label.en, "Missed visits") << "patients first";
}

TEST(Gains, AreThoseThatMatterAndSayForWhom) {
  const auto of_both = [](const std::vector<double>& west, const std::vector<double>& east) {
    return make(
        {{staff("overtime", "nurse", "west"), west}, {staff("overtime", "nurse", "east"), east}});
  };
  const auto worse_in = [&](const std::vector<double>& west, const std::vector<double>& east) {
    return viz::table_html(viz::gains_table(comparison_case::compare(
                                                {of_both({100, 102, 101, 99}, {100, 102, 101, 99}),
                                                 of_both(west, east)}),
                                            0, care::Effect::Worse, 6),
                           viz::Lang::En);
  };
  const std::vector<double> more{120, 123, 121, 118}, same{100, 102, 101, 99};
  EXPECT_THAT(worse_in(more, same), HasSubstr("Municipal health care: West"));
  EXPECT_THAT(worse_in(more, more), HasSubstr("<td>Municipal health care</td>"));
  // Half a per cent, however sure, is told nowhere here.
  EXPECT_EQ(worse_in({100.5, 102.5, 101.5, 99.5}, same), "");
}

std::size_t lines(const std::string& text) {
  return static_cast<std::size_t>(std::ranges::count(text, '\n'));
}

TEST(ComparisonJson, HasEveryFigureWithItsDifferences) {
  const auto comparison = example();
  const auto read = json::parse(viz::comparison_json(comparison));
  EXPECT_EQ(read["format"], viz::comparison_format);
  EXPECT_EQ(read["base"]["id"], "s0");
  ASSERT_EQ(read["alternatives"].size(), 2U);
  EXPECT_EQ(read["alternatives"][0]["tally"]["journeys_identical"], true);
  EXPECT_EQ(read["alternatives"][1]["tally"]["identical"], 3);
  ASSERT_EQ(read["figures"].size(), 3U);
  const auto& overtime = read["figures"][1];
  EXPECT_EQ(overtime["id"], "overtime.nurse.west");
  EXPECT_DOUBLE_EQ(overtime["differences"][0]["difference"], 10);
  EXPECT_DOUBLE_EQ(overtime["differences"][0]["relative"], 10 / 10.5);
  EXPECT_EQ(overtime["differences"][0]["verdict"], "higher");
  EXPECT_EQ(overtime["differences"][1]["verdict"], "not_affected");
  const auto& municipality = read["stakeholders"][1];
  EXPECT_EQ(municipality["id"], "municipalities");
  const auto figure = std::ranges::find_if(municipality["figures"], [](const json& one) {
    return one["id"] == "municipalities.overtime";
  });
  ASSERT_NE(figure, municipality["figures"].end());
  EXPECT_EQ((*figure)["aim"], "lower");
  EXPECT_EQ((*figure)["differences"][0]["verdict"], "worse");
}

TEST(ComparisonJson, WhatIsNotKnownIsNull) {
  care::Key ratio = flow("utilisation", "ward");
  ratio.unit = {"%", "%"};
  const auto read = json::parse(viz::comparison_json(
      comparison_case::compare({make({{flow("bed_days", "ward"), {5}}}),
                                make({{flow("bed_days", "ward"), {6}}, {ratio, {80}}})})));
  EXPECT_TRUE(read["figures"][0]["differences"][0]["ci95"][1].is_null());
  EXPECT_TRUE(read["figures"][1]["differences"][0].is_null());
}

TEST(ComparisonCsv, HasARowPerAlternativeAndFigure) {
  const auto comparison = example();
  const auto csv = viz::csv(viz::differences_table(comparison), viz::CsvDialect::Plain);
  EXPECT_EQ(lines(csv), 1U + 2 * 3);
  EXPECT_THAT(csv, HasSubstr("\ns1,overtime.nurse.west,staff,overtime,"));
  const auto parties = viz::csv(viz::stakeholders_table(comparison), viz::CsvDialect::Plain);
  std::size_t figures = 0;
  for (const auto& stakeholder : comparison.stakeholders) figures += stakeholder.figures.size();
  EXPECT_EQ(lines(parties), 1U + 2 * figures);
  EXPECT_THAT(parties, HasSubstr("s1,municipalities,Municipal health care,"
                                 "municipalities.overtime.west,Overtime,west,hours,lower,4,10.5,"
                                 "20.5,10,"));
}

TEST(ComparisonCsv, SpeaksTheSwedishOfSpreadsheets) {
  const auto csv = viz::csv(viz::stakeholders_table(example()), viz::CsvDialect::Swedish);
  EXPECT_THAT(csv, testing::StartsWith("\xEF\xBB\xBF"
                                       "Alternativ;\"Part, kod\";Part;"));
  EXPECT_THAT(csv, HasSubstr(";Övertid;west;timmar;lower;4;10,5;20,5;10;"));
}

/// The table of the municipalities' own health care, about one alternative or all.
viz::Table municipal_table(const care::Comparison& comparison, viz::OfAlternative alternative) {
  return viz::changed_figures_table(comparison, comparison.stakeholders.at(1), viz::Extent::Whole,
                                    alternative);
}

std::vector<viz::Row> rows_in(const viz::Table& table) {
  std::vector<viz::Row> rows;
  table.each_row([&](const viz::Row& row) { rows.push_back(row); });
  return rows;
}

TEST(ComparisonTables, HaveACellForEachColumnAndARowForEachFigureThatDiffers) {
  const auto comparison = example();
  for (const viz::OfAlternative alternative : {viz::OfAlternative(0), viz::all_alternatives}) {
    const auto table = municipal_table(comparison, alternative);
    const auto rows = rows_in(table);
    EXPECT_FALSE(rows.empty());
    for (const viz::Row& row : rows) EXPECT_EQ(row.cells.size(), table.columns.size());
  }
  EXPECT_TRUE(rows_in(municipal_table(comparison, 1)).empty());
}

TEST(ComparisonTables, ShowOneAlternativeInATerminal) {
  const auto comparison = example();
  const viz::Page page(viz::Lang::En, false);
  const auto shown = viz::terminal_table(page, municipal_table(comparison, 0), viz::every_row);
  const auto lines = shown.text.lines(0);
  EXPECT_THAT(lines.front(), HasSubstr("Figure"));
  EXPECT_THAT(lines, Contains(AllOf(HasSubstr("10.5   20.5\u00A0hours"), HasSubstr(" ± "),
                                    testing::EndsWith("worse"))));
}

TEST(ComparisonTables, ShowAllAlternativesOnAPage) {
  const auto comparison = example();
  const std::string html =
      viz::table_html(municipal_table(comparison, viz::all_alternatives), viz::Lang::En);
  EXPECT_EQ(viz_test::nesting_fault(html), "");
  EXPECT_THAT(html, HasSubstr("<th scope=\"col\" class=\"n\">Scenario s1</th>"));
  EXPECT_THAT(html, testing::Not(HasSubstr("Scenario s2"))) << "which equals the base";
  EXPECT_LT(html.find("Scenario s1"), html.find(">Base<")) << "a phone shows the difference";
  EXPECT_THAT(html, HasSubstr("<td class=\"n\">10.5\u00A0hours</td>"));
  EXPECT_THAT(html, HasSubstr("<td class=\"n\"><b>+10.0</b><span class=\"below\">"));
  EXPECT_THAT(html, HasSubstr("<span class=\"no\">worse</span>"));
}

TEST(ComparisonTables, ColourOnlyWhatIsSureToBeBetterOrWorse) {
  care::FigureComparison figure;
  viz::Column verdict;
  verdict.type = viz::Column::Type::Verdict;
  const auto judged = [&](std::vector<double> other, care::Aim aim) {
    figure.differences = {care::difference_of(std::vector<double>{10, 12, 11, 9}, other)};
    return viz::judgement_of(viz::Change{&figure, 0, aim}, verdict);
  };
  using Is = viz::Verdict::Is;
  EXPECT_EQ(judged({20, 23, 21, 18}, care::Aim::Lower), Is::Bad);
  EXPECT_EQ(judged({20, 23, 21, 18}, care::Aim::Higher), Is::Good);
  EXPECT_EQ(judged({20, 23, 21, 18}, care::Aim::None), Is::Neutral);
  EXPECT_EQ(judged({30, 2, 13, 5}, care::Aim::Lower), Is::Neutral);  // the interval includes 0
  EXPECT_EQ(judged({10, 12, 11, 9}, care::Aim::Lower), Is::Neutral);
  // Half a per cent of the base: sure, and nothing to decide by.
  EXPECT_EQ(judged({10.05, 12.05, 11.05, 9.05}, care::Aim::Lower), Is::Neutral);
}

TEST(ComparisonTables, ShowEveryAlternativeInTheSameUnit) {
  care::FigureComparison figure;
  figure.key.unit = care::words_of(care::Unit::Kronor);
  figure.differences.resize(2);
  for (const double other : {4e5, 3e6}) {
    care::Difference difference;
    difference.n = 4;
    difference.base = 5e5;
    difference.other = other;
    difference.mean = other - 5e5;
    figure.differences[other > 1e6 ? 1 : 0] = difference;
  }
  EXPECT_EQ(viz::difference_text(figure, 0, viz::Lang::En).unit, "\u00A0SEK million");
  EXPECT_EQ(viz::difference_text(figure, 0, viz::Lang::En).base, "0.5");
}

// A difference of 18.4 % and 18.0 % is no 0.4 %, and not a number without unit.
TEST(ComparisonTables, DifferencesOfPercentagesAreInPercentagePoints) {
  care::FigureComparison figure;
  figure.key.unit = care::words_of(care::Unit::Percent);
  figure.key.decimals = 1;
  care::Difference difference;
  difference.n = 4;
  difference.base = 18.4;
  difference.other = 18;
  difference.mean = -0.4;
  difference.ci95 = {-0.6, -0.2};
  figure.differences = {difference};
  const viz::Cell change = viz::Change{&figure, 0, care::Aim::Lower};
  viz::Column column;
  const auto shown = [&](viz::Column::Type type, viz::Lang lang, viz::Medium medium) {
    column.type = type;
    return viz::cell_text(change, column, lang, medium);
  };
  using Type = viz::Column::Type;
  EXPECT_EQ(shown(Type::Difference, viz::Lang::Sv, viz::Medium::Page), "−0,40\u00A0procentenheter");
  EXPECT_EQ(shown(Type::Base, viz::Lang::Sv, viz::Medium::Terminal), "18,4\u00A0%");
  column.with_interval = true;
  EXPECT_EQ(shown(Type::Difference, viz::Lang::En, viz::Medium::Terminal), "−0.40 ± 0.20\u00A0pp");
}

TEST(ComparisonPage, CaptionsDoNotRepeatTheHeadingsAboveThem) {
  const auto page = viz::comparison_html(example(), {viz::Lang::Sv, {}, "troskel"});
  const auto captions = viz_test::elements(page, "caption");
  ASSERT_FALSE(captions.empty());
  for (const std::string& caption : captions) {
    const std::string text = viz_test::text_of(caption);
    for (const char* heading : {"h2", "h3", "summary"}) {
      for (const std::string& one : viz_test::elements(page, heading)) {
        EXPECT_NE(viz_test::text_of(one), text);
      }
    }
  }
}

TEST(ComparisonSummary, SaysInBothLanguagesWhatDiffers) {
  const auto comparison = example();
  const auto english =
      viz::comparison_summary(comparison, {viz::Lang::En, false, {}, "troskel compare a b"});
  EXPECT_THAT(english, HasSubstr("Comparison with Scenario s0"));
  EXPECT_THAT(english, HasSubstr("The journeys are the same: all 1 figures"));
  EXPECT_THAT(english, HasSubstr("Better: missed visits (−3.50\u00A0hours); missed must-attend"));
  EXPECT_THAT(english, HasSubstr("Worse: overtime (+10.0\u00A0hours)"));
  EXPECT_THAT(english, HasSubstr("Unchanged: 1 of 3 figures, in every replication."));
  EXPECT_THAT(english,
              HasSubstr("Alternative 2: Scenario s2\n  Nothing differs: all 3 figures are"));
  EXPECT_THAT(english, HasSubstr("Not affected in any replication: patient-days in hospital."));
  EXPECT_THAT(english, HasSubstr("troskel compare a b"));
  const auto swedish =
      viz::comparison_summary(comparison, {viz::Lang::Sv, false, {}, "troskel compare a b"});
  EXPECT_THAT(swedish, HasSubstr("Jämförelse med Läge s0"));
  EXPECT_THAT(swedish, HasSubstr("Sämre: övertid (+10,0"));
  EXPECT_THAT(swedish, HasSubstr("Oförändrat i varje upprepning: vårddygn på sjukhus."));
  EXPECT_THAT(swedish, Not(HasSubstr("\x1b")));
}

TEST(ComparisonSummary, OneAlternativeNeedsNoAdjustment) {
  auto comparison = example();
  EXPECT_THAT(viz::comparison_note(comparison, viz::Lang::En), HasSubstr("Holm"));
  comparison.others.resize(1);
  EXPECT_THAT(viz::comparison_note(comparison, viz::Lang::En), Not(HasSubstr("Holm")));
}

// A committee's order; on paper only that, an alternative that is the base in a line.
TEST(ComparisonPage, AsksWhatACommitteeAsksAndPrintsOnlyThat) {
  const auto page = viz::comparison_html(example(), {viz::Lang::En, {}, "troskel"});
  const auto english = page.substr(page.find("id=\"en\""));
  std::size_t last = 0;
  for (const char* heading : {"What gets worse, and for whom", "What gets better, and for whom",
                              "Method:", "<div class=\"details\">", "Who gains and who loses"}) {
    const auto at = english.find(heading, last);
    ASSERT_NE(at, std::string::npos) << heading;
    last = at;
  }
  EXPECT_THAT(english, HasSubstr("<p><b>Scenario s2.</b> Nothing differs"));
  EXPECT_EQ(english.find("<h2>Scenario s2"), std::string::npos);
  EXPECT_THAT(page, HasSubstr("details:not([open]), .details, .remarks { display: none; }"));
}

TEST(ComparisonPage, IsOneWholeDocumentInBothLanguages) {
  const auto page = viz::comparison_html(example(), {viz::Lang::Sv, {}, "troskel compare <a> b"});
  EXPECT_EQ(viz_test::nesting_fault(page), "");
  EXPECT_EQ(viz_test::elements(page, "main").size(), 2U);
  EXPECT_TRUE(viz_test::elements(page, "script").empty());
  EXPECT_THAT(page, Not(HasSubstr("src=")));
  EXPECT_THAT(page, Not(HasSubstr("href=")));
  EXPECT_THAT(page, HasSubstr("troskel compare &lt;a&gt; b"));
  // Every figure that differs has its picture, once in each language, under an id of its own.
  const auto pictures = viz_test::elements(page, "svg");
  EXPECT_GE(pictures.size(), 4U);
  EXPECT_EQ(pictures.size() % 2, 0U);
  auto ids = viz_test::attribute_values(page, "id");
  std::ranges::sort(ids);
  EXPECT_EQ(std::ranges::adjacent_find(ids), ids.end());
  EXPECT_THAT(viz_test::text_of(page), HasSubstr("Vem vinner och vem förlorar"));
  EXPECT_THAT(viz_test::text_of(page), HasSubstr("Overtime, West"));
}

}  // namespace
