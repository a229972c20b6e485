// SPDX-License-Identifier: Apache-2.0
// Who changes owner or performer, by patient group.
#include "viz/changed_hands.hpp"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "experiments/changed_groups.hpp"
#include "viz/table_html.hpp"
#include "viz/table_terminal.hpp"
#include "viz/terminal_page.hpp"

namespace {

using testing::Contains;
using testing::HasSubstr;

care::CaseChange moved(const std::string& task, const std::string& age, double persons,
                       care::Hands to) {
  return {{task, age},
          persons,
          {"municipality", {"municipality"}, "a.json#/rules/x"},
          std::move(to),
          {persons - 1, persons, persons + 1}};
}

/// Two who need dialysis, of different ages, go to the region; a child with a tracheostomy to the clinic too.
care::Comparison dialysis_and_a_child() {
  care::Comparison comparison;
  comparison.case_attributes = {"task", "age"};
  const care::Hands region{"region", {"municipality"}, "b.json#/rules/y"};
  const care::Hands clinic{"region", {"specialist_clinic", "asih"}, "b.json#/rules/z"};
  care::ChangedCases changed;
  changed.cases = {moved("tracheostomy", "under_18", 5, clinic),
                   moved("peritoneal_dialysis", "80_plus", 4, region),
                   moved("peritoneal_dialysis", "65_79", 3.5, region)};
  changed.groups = care::changed_groups(changed.cases, comparison.case_attributes);
  comparison.changed = {changed, {}};
  return comparison;
}

std::vector<std::string> hands_lines(const care::Comparison& comparison, std::size_t other,
                                     viz::Lang lang) {
  const viz::Page page(lang, false);
  return viz::terminal_table(page, viz::changed_hands_table(comparison, other), viz::every_row)
      .text.lines(0);
}

TEST(ChangedHands, AreToldByGroupMostPersonsFirst) {
  const auto lines = hands_lines(dialysis_and_a_child(), 0, viz::Lang::Sv);
  ASSERT_GE(lines.size(), 4U);
  EXPECT_THAT(lines[0], HasSubstr("Patientgrupp"));
  EXPECT_THAT(lines[1], testing::StartsWith("assisterad"));
  EXPECT_THAT(lines[1], HasSubstr("7,5"));
  EXPECT_THAT(lines[3], testing::StartsWith("trakeostomi med"));
  EXPECT_THAT(lines, Contains(HasSubstr("sugning, barn")));
}

// Two groups of cases, each with 1 more and 1 fewer: together 2, and the interval is that of the sum.
TEST(ChangedHands, HaveTheIntervalOfTheGroup) {
  const auto comparison = dialysis_and_a_child();
  const auto& dialysis = comparison.changed.front().groups.front().persons;
  EXPECT_DOUBLE_EQ(dialysis.mean, 7.5);
  EXPECT_NEAR(dialysis.sd, 2, 1e-12);
  const auto html = viz::table_html(viz::changed_hands_table(comparison, 0), viz::Lang::En);
  EXPECT_THAT(html, HasSubstr("7.5<span class=\"below\">2.5–12.5"));
}

TEST(ChangedHands, SayFromWhomToWhomAndWhoStays) {
  const auto comparison = dialysis_and_a_child();
  const auto html = viz::table_html(viz::changed_hands_table(comparison, 0), viz::Lang::En);
  EXPECT_THAT(html, HasSubstr("the municipality → the region"));
  EXPECT_THAT(html, HasSubstr("the municipality, as before"));
  EXPECT_THAT(html,
              HasSubstr("the municipality → the specialist clinic and advanced home care (ASIH)"));
}

TEST(ChangedHands, NobodyIsNoRow) {
  EXPECT_EQ(viz::table_html(viz::changed_hands_table(dialysis_and_a_child(), 1), viz::Lang::En),
            "");
  EXPECT_EQ(viz::table_html(viz::changed_hands_table(care::Comparison{}, 0), viz::Lang::En), "");
}

}  // namespace
