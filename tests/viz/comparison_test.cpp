// SPDX-License-Identifier: Apache-2.0
#include "experiments/comparison.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/experiments/comparison_case.hpp"
#include "tests/viz/markup_check.hpp"
#include "viz/comparison_files.hpp"
#include "viz/comparison_page.hpp"
#include "viz/comparison_views.hpp"
#include "viz/data_tables.hpp"

namespace {

using comparison_case::flow;
using comparison_case::make;
using comparison_case::staff;
using nlohmann::json;
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
  EXPECT_TRUE(
      csv.starts_with("\xEF\xBB\xBF"
                      "alternative;stakeholder;"));
  EXPECT_THAT(csv, HasSubstr(";Övertid;west;timmar;lower;4;10,5;20,5;10;"));
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
