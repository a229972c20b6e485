// SPDX-License-Identifier: Apache-2.0
// What is shown of results in Swedish has no English: a region with staff, whose run would take long
// in a test of the program (tests/app/swedish_test.cpp).
#include <gtest/gtest.h>

#include "tests/english.hpp"
#include "tests/viz/fixture.hpp"
#include "viz/report.hpp"
#include "viz/terminal.hpp"

namespace {

using viz::Lang;

viz_test::Fixture violated_fixture() {
  auto fixture = viz_test::region_fixture();
  for (auto& item : fixture.results.audit) item.verdict = care::AuditItem::Verdict::Violated;
  return fixture;
}

TEST(Swedish, ReportHasNoEnglish) {
  for (const auto& fixture :
       {viz_test::region_fixture(), violated_fixture(), viz_test::clinic_fixture()}) {
    const auto page =
        viz::report_html(fixture.scenario, fixture.results, {Lang::Sv, fixture.scenario_json, ""});
    EXPECT_EQ(tests::english_in_page(page), "");
  }
}

TEST(Swedish, SummaryHasNoEnglish) {
  for (const auto& fixture :
       {viz_test::region_fixture(), violated_fixture(), viz_test::clinic_fixture()}) {
    const auto text =
        viz::terminal_summary(fixture.scenario, fixture.results, {Lang::Sv, false, {}, ""});
    EXPECT_EQ(tests::english_in(text), "") << text;
  }
}

}  // namespace
