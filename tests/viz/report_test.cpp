// SPDX-License-Identifier: Apache-2.0
#include "viz/report.hpp"

#include <set>

#include <gtest/gtest.h>

#include "tests/viz/fixture.hpp"
#include "tests/viz/markup_check.hpp"
#include "viz/views.hpp"

namespace {

using viz::Lang;
using viz_test::elements;

std::string region_report(Lang lang = Lang::Sv) {
  const auto fixture = viz_test::region_fixture();
  return viz::report_html(fixture.scenario, fixture.results, {lang, fixture.scenario_json, ""});
}

TEST(Report, IsWellFormed) {
  EXPECT_EQ(viz_test::nesting_fault(region_report()), "");
  const auto clinic = viz_test::clinic_fixture();
  EXPECT_EQ(viz_test::nesting_fault(viz::report_html(clinic.scenario, clinic.results, {})), "");
}

TEST(Report, AsksForNothingOutsideItself) {
  std::string html = region_report();
  EXPECT_NE(html.find("default-src 'none'; style-src 'unsafe-inline'"), std::string::npos);
  // The name of the SVG language is written as an address but is never fetched.
  const std::string name = "xmlns=\"http://www.w3.org/2000/svg\"";
  for (std::size_t at; (at = html.find(name)) != std::string::npos;) html.erase(at, name.size());
  for (const char* outside : {"http:", "https:", "//", "url(", "@import", "<script", "<link",
                              "<img", "<iframe", " src=", " href=", " onclick=", " onload="}) {
    EXPECT_EQ(html.find(outside), std::string::npos) << outside;
  }
}

TEST(Report, HasBothLanguagesAndShowsTheOneAskedFor) {
  for (const Lang lang : viz::languages) {
    const std::string html = region_report(lang);
    const auto mains = elements(html, "main");
    ASSERT_EQ(mains.size(), 2U);
    EXPECT_TRUE(mains[0].starts_with("<main id=\"sv\" lang=\"sv\">"));
    EXPECT_TRUE(mains[1].starts_with("<main id=\"en\" lang=\"en\">"));
    const std::string chosen = std::string(viz::tag(lang));
    EXPECT_NE(html.find("<html lang=\"" + chosen + "\">"), std::string::npos);
    const std::size_t radio = html.find("id=\"choose-" + chosen + "\"");
    EXPECT_NE(html.substr(radio, html.find('>', radio) - radio).find(" checked"),
              std::string::npos);
    EXPECT_EQ(html.find(" checked", html.find(" checked") + 1), std::string::npos);
  }
}

TEST(Report, GivesEveryChartATitleADescriptionAndATable) {
  const std::string html = region_report();
  const auto charts = elements(html, "svg");
  EXPECT_GT(charts.size(), 60U);
  for (const std::string& chart : charts) {
    EXPECT_NE(chart.find("role=\"img\""), std::string::npos);
    ASSERT_FALSE(elements(chart, "title").empty());
    EXPECT_GT(viz_test::text_of(elements(chart, "title")[0]).size(), 5U);
    ASSERT_EQ(elements(chart, "desc").size(), 1U);
    EXPECT_GT(viz_test::text_of(elements(chart, "desc")[0]).size(), 20U);
  }
  // Charts in a figure have their figures in a folded table; the bullets stand in the table itself.
  std::size_t tables = 0;
  for (const char* words : {"Visa siffrorna som tabell", "Show the figures as a table"}) {
    for (std::size_t at = html.find(words); at != std::string::npos;
         at = html.find(words, at + 1)) {
      ++tables;
    }
  }
  EXPECT_EQ(tables, elements(html, "figure").size());
}

/// The unit above the weekly curve of the hospital's places.
std::string unit_of_hospital_curve(std::string_view quantity) {
  auto fixture = viz_test::region_fixture();
  for (auto& series : fixture.results.weekly) {
    const bool is_it = series.key.setting == "hospital" && series.key.municipality.empty() &&
                       is(series.key, viz::figures::present);
    if (is_it) series.key.quantity = quantity;
  }
  const auto html =
      viz::report_html(fixture.scenario, fixture.results, {Lang::Sv, fixture.scenario_json, ""});
  const auto at = html.find("id=\"sv-" + std::string(quantity) + "-hospital-t\"");
  if (at == std::string::npos) return {};
  const auto chart = html.substr(at, html.find("</svg>", at) - at);
  for (const std::string words :
       {"upptagna platser, medel per dygn", "patienter, medel per dygn"}) {
    if (chart.find(">" + words) != std::string::npos) return words;
  }
  return {};
}

TEST(Report, CurvesSayWhetherTheyCountPlacesOrPatients) {
  EXPECT_EQ(unit_of_hospital_curve("present"), "patienter, medel per dygn");
  EXPECT_EQ(unit_of_hospital_curve("occupied"), "upptagna platser, medel per dygn");
}

TEST(Report, HasUniqueIdsAndLabelsThatExist) {
  const std::string html = region_report();
  std::set<std::string> ids;
  for (const std::string& id : viz_test::attribute_values(html, "id")) {
    EXPECT_TRUE(ids.insert(id).second) << id << " is used twice";
  }
  for (const char* reference : {"for", "aria-labelledby"}) {
    for (const std::string& value : viz_test::attribute_values(html, reference)) {
      const std::string first = value.substr(0, value.find(' '));
      EXPECT_TRUE(ids.count(first)) << first;
    }
  }
}

TEST(Report, SaysTheAnswerFirstAndInFrequencies) {
  const std::string swedish = viz_test::text_of(elements(region_report(), "main")[0]);
  const std::size_t answer = swedish.find("I ungefär 7 somrar av 10 uppstår brist");
  ASSERT_NE(answer, std::string::npos);
  EXPECT_LT(answer, swedish.find("Risken för brist under sommaren"));
  EXPECT_NE(swedish.find("61 av 100"), std::string::npos);
  EXPECT_NE(swedish.find("Konfidensintervallet (95 %) säger hur säkert"), std::string::npos);
  EXPECT_NE(swedish.find("troskel run scenarios/made-up-region.json --replications 200 --seed 1"),
            std::string::npos);
}

TEST(Report, ShowsSourcesGradesAndRangesOfInputs) {
  const std::string text = viz_test::text_of(region_report());
  for (const char* word : {"Påhittad enkät 2024", "antagande", "0,25–0,9", "0.25–0.9",
                           "/care/roles/nurse/sickness", "lognormal antas"}) {
    EXPECT_NE(text.find(word), std::string::npos) << word;
  }
}

TEST(Report, PutsAViolatedCheckBeforeTheAnswer) {
  auto fixture = viz_test::region_fixture();
  fixture.results.audit.insert(fixture.results.audit.begin(),
                               {"ledger",
                                {"Kostnader och dygn summerar inte", "The ledger does not add up"},
                                care::AuditItem::Verdict::Violated,
                                {"1 kr", "SEK 1"}});
  const std::string html = viz::report_html(fixture.scenario, fixture.results, {});
  const std::string swedish = elements(html, "main")[0];
  EXPECT_LT(swedish.find("Självkontrollen är underkänd"), swedish.find("class=\"answer\""));
}

TEST(Report, MarksARunThatWasInterrupted) {
  auto fixture = viz_test::region_fixture();
  fixture.results.identity.interrupted = true;
  fixture.results.identity.requested = 1000;
  const std::string html = viz::report_html(fixture.scenario, fixture.results, {});
  EXPECT_NE(html.find("200 av 1\u00A0000 upprepningar"), std::string::npos);
}

TEST(Report, IsTheSameForEqualResults) { EXPECT_EQ(region_report(), region_report()); }

TEST(Report, EscapesWhatAScenarioSays) {
  auto fixture = viz_test::clinic_fixture();
  fixture.scenario.title = {"<script>alert(1)</script>", "<b>&"};
  fixture.scenario.settings[0].second.label = {"\"><img src=x>", "\"><img src=x>"};
  const std::string html = viz::report_html(fixture.scenario, fixture.results, {});
  EXPECT_EQ(viz_test::nesting_fault(html), "");
  EXPECT_EQ(html.find("<script"), std::string::npos);
  EXPECT_EQ(html.find("<img"), std::string::npos);
}

TEST(Report, HasNoNumbersThatAreNone) {
  for (const auto& fixture : {viz_test::region_fixture(), viz_test::clinic_fixture()}) {
    const std::string html = viz::report_html(fixture.scenario, fixture.results, {});
    for (const char* bad : {"nan", "inf\"", "inf,", "-inf"}) {
      const std::string markup = html.substr(html.find("<body>"));
      EXPECT_EQ(markup.find(std::string(" ") + bad), std::string::npos) << bad;
      EXPECT_EQ(markup.find(std::string("\"") + bad), std::string::npos) << bad;
    }
  }
}

TEST(Report, OfAFlowAloneHasNoEmptySections) {
  const auto clinic = viz_test::clinic_fixture();
  const std::string html = viz::report_html(clinic.scenario, clinic.results, {});
  const std::string text = viz_test::text_of(html);
  EXPECT_NE(text.find("väntan är i medeltal 33\u00A0min"), std::string::npos);
  EXPECT_EQ(text.find("Risken för brist"), std::string::npos);
  EXPECT_EQ(text.find("Kostnader och dygn per huvudman"), std::string::npos);
  for (const std::string& section : elements(html, "section")) {
    EXPECT_GT(section.size(), 120U) << section;
  }
}

}  // namespace
