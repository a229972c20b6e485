// SPDX-License-Identifier: Apache-2.0
// What rules decide in a run: by standing, subject and moment, and of requests.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/rules/decide.hpp"
#include "scenarios/rule_reader.hpp"
#include "tests/models/scenario_builder.hpp"
#include "tests/models/staffing_case.hpp"

namespace {

using care::Answering;
using care::Decisions;
using care::Placement;
using care::RequestOutcome;
using scenarios::Performer;

/// By day the municipality's, else disputed between the municipality and the region.
scenarios::RuleSet disputed_at_night() {
  const std::string text = R"({"title": "T", "systems": {"id": "A44", "name": "T"},
    "constraints": {"law": {"label": "l", "when": {"competence": "physician"},
      "responsible": "region", "source": "D82"}},
    "rules": {
      "day": {"when": {"shift": "day"}, "responsible": "municipality", "performer": "municipality",
        "reason": "r", "source": "D30"},
      "rest": {"when": {}, "responsible": "region", "performer": "health_centre", "reason": "r",
        "source": "D30",
        "dispute": {"municipality": "municipality", "region": "region", "negotiation_days": 2,
          "region_prevails": 0.25}}}})";
  auto loaded = scenarios::load_rules_text(text, "folder/rules.json");
  for (const auto& issue : loaded.errors) ADD_FAILURE() << issue.text();
  return loaded.rules.value_or(scenarios::RuleSet{});
}

scenarios::Scenario with_rules() {
  cases::Builder b;
  b.attribute("municipality", {"west"}).exit("gone").horizon(0, 28);
  b.setting("home", cases::unlimited, cases::exponential_days(200), {{"gone", 1}});
  b.setting("ward", 3, cases::exponential_days(5), {{"gone", 1}});
  auto scenario = b.scenario();
  scenario.care = staffing_case::with_tasks({staffing_case::visits(7, staffing_case::minutes(20))});
  auto& responsibility = scenario.care->responsibility.emplace();
  responsibility.agreements.emplace_back();
  responsibility.agreements.emplace_back().from = cases::day(2024, 1, 15);
  responsibility.agreements.back().present = scenarios::Agreement::Present::Keep;
  scenarios::RequestRule request;
  request.to = {"home"};
  request.accepted_by = {"municipality"};
  request.refused = 0.5;
  request.refused_to = "ward";
  responsibility.requests = {request};
  return scenario;
}

class Decide : public testing::Test {
 protected:
  scenarios::Scenario scenario_ = with_rules();
  flow::Network network_ = flow::compile_network(scenario_);
  std::vector<scenarios::RuleSet> sets_{disputed_at_night(), disputed_at_night()};
  std::vector<scenarios::Issue> issues_;
  Decisions decisions_{scenario_, network_, sets_, issues_};
  std::uint32_t day_ = decisions_.moment_of(cases::day(2024, 1, 2), 1);
  std::uint32_t night_ = decisions_.moment_of(cases::day(2024, 1, 2), 0);
};

TEST_F(Decide, FollowsTheMoment) {
  ASSERT_TRUE(issues_.empty()) << issues_.front().text();
  EXPECT_EQ(decisions_.decide({}, 0, day_).responsible, Answering::Municipality);
  EXPECT_FALSE(decisions_.decide({}, 0, day_).disputed);
  EXPECT_EQ(decisions_.decide({}, 0, night_).responsible, Answering::Region);
  EXPECT_TRUE(decisions_.decide({}, 0, night_).disputed);
  EXPECT_EQ(decisions_.pointer({}, decisions_.decide({}, 0, night_)), "rules.json#/rules/rest");
}

TEST_F(Decide, FollowsWhatThePartiesAgreedOn) {
  const auto& region = decisions_.decide({0, 0, 1}, 0, night_);
  EXPECT_EQ(region.responsible, Answering::Region);
  EXPECT_FALSE(region.disputed);
  const auto& municipality = decisions_.decide({0, 0, 2}, 0, night_);
  EXPECT_EQ(municipality.responsible, Answering::Municipality);
  EXPECT_EQ(municipality.performer[0], Performer::Municipality);
  EXPECT_EQ(&decisions_.decide({0, 0, 2}, 0, day_), &decisions_.decide({0, 0, 0}, 0, day_))
      << "where nothing is disputed nothing changes";
}

TEST_F(Decide, ItsTableIsWhatItDecides) {
  for (std::uint8_t agreement = 0; agreement < 2; ++agreement) {
    for (std::uint8_t upheld = 0; upheld < 3; ++upheld) {
      const Placement who{0, agreement, upheld};
      const auto row = decisions_.standing(who) * decisions_.subjects() * Decisions::moments;
      for (std::uint32_t subject = 0; subject < decisions_.subjects(); ++subject) {
        for (std::uint32_t m = 0; m < Decisions::moments; ++m) {
          const auto number = decisions_.table()[row + subject * Decisions::moments + m];
          EXPECT_EQ(&decisions_.rulings()[number], &decisions_.decide(who, subject, m));
        }
      }
    }
  }
}

TEST_F(Decide, AgreementsHoldFromTheirDay) {
  EXPECT_EQ(decisions_.agreement_at(sim::Time{cases::day(2024, 1, 14)}), 0);
  EXPECT_EQ(decisions_.agreement_at(sim::Time{cases::day(2024, 1, 15)}), 1);
  EXPECT_FALSE(decisions_.keeps_present(0));
  EXPECT_TRUE(decisions_.keeps_present(1));
}

TEST_F(Decide, RequestsAreRefusedByRuleOrInPractice) {
  const auto home = *network_.find_place("home"), ward = *network_.find_place("ward");
  EXPECT_EQ(decisions_.request_rule(flow::default_profile, ward), nullptr);
  const auto* const rule = decisions_.request_rule(flow::default_profile, home);
  ASSERT_NE(rule, nullptr);
  EXPECT_EQ(rule->refused_to, ward);
  EXPECT_EQ(rule->pointer, "/care/responsibility/requests/0");
  const auto always = [](double share) { return share > 0; };
  const auto never = [](double) { return false; };
  const auto& own = decisions_.decide({}, 0, day_);
  const auto& theirs = decisions_.decide({}, 0, night_);
  EXPECT_EQ(Decisions::decide_request(*rule, own, never), RequestOutcome::Accepted);
  EXPECT_EQ(Decisions::decide_request(*rule, own, always), RequestOutcome::RefusedInPractice);
  EXPECT_EQ(Decisions::decide_request(*rule, theirs, never), RequestOutcome::RefusedByRule);
}

/// The region's when red, by an attribute of the rule set's own.
scenarios::RuleSet by_urgency() {
  auto loaded = scenarios::load_rules_text(
      R"({"title": "T", "systems": {"id": "A44", "name": "T"},
    "attributes": {"triage": {"values": ["green", "yellow", "red"]}},
    "constraints": {"law": {"label": "l", "when": {"competence": "physician"},
      "responsible": "region", "source": "D82"}},
    "rules": {
      "red": {"when": {"triage": "red"}, "responsible": "region", "performer": "hospital",
        "reason": "r", "source": "D30"},
      "rest": {"when": {"shift": ["day", "evening", "night"]}, "responsible": "municipality",
        "performer": "municipality", "reason": "r", "source": "D30"}}})",
      "rules.json");
  for (const auto& issue : loaded.errors) ADD_FAILURE() << issue.text();
  return loaded.rules.value_or(scenarios::RuleSet{});
}

TEST(DecideByOwnAttributes, C5FollowsTheProfileInAnyOrderOfItsValues) {
  auto scenario = with_rules();
  scenario.attributes.emplace_back("triage", std::vector<std::string>{"red", "green", "yellow"});
  const auto network = flow::compile_network(scenario);
  // The rule sets of both agreements need not declare the same.
  const std::vector<scenarios::RuleSet> sets{by_urgency(), disputed_at_night()};
  std::vector<scenarios::Issue> issues;
  const Decisions decisions(scenario, network, sets, issues);
  EXPECT_TRUE(issues.empty());
  EXPECT_EQ(decisions.cases().size(), 3U);
  const auto attribute = network.vocabulary.find_attribute("triage").value();
  const auto never_drawn = [](std::uint32_t, std::uint32_t) -> std::uint32_t {
    ADD_FAILURE() << "what the profile says is not drawn";
    return 0;
  };
  std::size_t red = 0;
  for (const auto profile : network.vocabulary.each_profile()) {
    const auto number = decisions.cases().case_of(profile, never_drawn);
    const auto value = network.vocabulary.value(profile, attribute);
    const bool is_red = network.vocabulary.value_name(attribute, value) == "red";
    red += is_red ? 1U : 0U;
    EXPECT_EQ(decisions.decide({number, 0, 0}, 0, 0).responsible,
              is_red ? Answering::Region : Answering::Municipality);
  }
  EXPECT_EQ(red, 1U);
}

TEST_F(Decide, NamesTheProvidersWhoseTeamsAreNeeded) {
  EXPECT_THAT(decisions_.providers(), testing::ElementsAre(Performer::HealthCentre));
}

}  // namespace
