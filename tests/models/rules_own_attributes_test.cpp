// SPDX-License-Identifier: Apache-2.0
// Own attributes of rule sets that the facts of a scenario and of its tasks set and that are
// misjudged, with shares counted by hand.
#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/rules/decide.hpp"
#include "scenarios/rule_reader.hpp"
#include "tests/models/scenario_builder.hpp"
#include "tests/models/staffing_case.hpp"

namespace {

using care::Answering;

/// What is red is the region's, the rest the municipality's.
scenarios::RuleSet red_is_regional() {
  auto loaded = scenarios::load_rules_text(
      R"({"title": "T", "systems": {"id": "A46", "name": "T"},
    "attributes": {"wing": {"values": ["a", "b"]}, "triage": {"values": ["green", "yellow", "red"]}},
    "constraints": {"law": {"label": "l", "when": {"competence": "physician"},
      "responsible": "region", "source": "D82"}},
    "rules": {
      "red": {"when": {"triage": "red"}, "responsible": "region", "performer": "health_centre",
        "reason": "r", "source": "D30"},
      "law": {"when": {"competence": "physician"}, "responsible": "region",
        "performer": "health_centre", "reason": "r", "source": "D82"},
      "rest": {"when": {}, "responsible": "municipality", "performer": "municipality",
        "reason": "r", "source": "D30"}}})",
      "rules.json");
  for (const auto& issue : loaded.errors) ADD_FAILURE() << issue.text();
  return loaded.rules.value_or(scenarios::RuleSet{});
}

class OwnFactsDecide : public testing::Test {
 protected:
  OwnFactsDecide() {
    cases::Builder b;
    b.attribute("municipality", {"west"}).attribute("triage", {"green", "yellow", "red"});
    b.exit("gone").horizon(0, 28);
    b.setting("home", cases::unlimited, cases::exponential_days(200), {{"gone", 1}});
    scenario_ = b.scenario();
    scenario_.care =
        staffing_case::with_tasks({staffing_case::visits(7, staffing_case::minutes(20))});
    scenario_.care->responsibility.emplace().agreements.emplace_back();
  }

  scenarios::Responsibility& responsibility() { return *scenario_.care->responsibility; }

  [[nodiscard]] care::Decisions decisions() const {
    std::vector<scenarios::Issue> issues;
    const std::vector sets{red_is_regional()};
    const auto network = flow::compile_network(scenario_);
    care::Decisions decisions(scenario_, network, sets, issues);
    for (const auto& issue : issues) ADD_FAILURE() << issue.text();
    return decisions;
  }

  /// How many of 200 persons with evenly spread numbers are seen to have each value of triage.
  [[nodiscard]] std::map<int, int> seen_of_200(flow::Profile profile) const {
    const auto decided = decisions();
    const auto triage = care::find_attribute("triage", decided.vocabulary().dimensions()).value();
    const auto tenth = [](int i) { return static_cast<std::uint32_t>((i + 0.5) / 10 * 0x1p32); };
    std::map<int, int> seen;
    for (int i = 0; i < 200; ++i) {
      const auto number = decided.cases().case_of(profile, [&](std::uint32_t, std::uint32_t use) {
        if (use == care::CaseBook::Value) return tenth(i % 10);
        if (use == care::CaseBook::Misjudged) return tenth(i / 10 % 10);
        return i < 100 ? 0U : 1U << 31U;
      });
      ++seen[decided.cases()[number][triage]];
    }
    return seen;
  }

  scenarios::Scenario scenario_;
};

constexpr flow::Profile green{0}, red{2};

TEST_F(OwnFactsDecide, C5FactsDrawThemInTheirShares) {
  using Seen = std::map<int, int>;
  EXPECT_EQ(seen_of_200(green), (Seen{{0, 200}}));
  EXPECT_EQ(seen_of_200(red), (Seen{{2, 200}}));
  responsibility().facts.push_back({cases::when("triage", {"red"}),
                                    {},
                                    cases::set("triage", {{"green", 0.4}, {"yellow", 0.6}})});
  EXPECT_EQ(seen_of_200(green), (Seen{{0, 200}}));
  EXPECT_EQ(seen_of_200(red), (Seen{{0, 80}, {1, 120}})) << "a fact comes after the patient's own";
}

TEST_F(OwnFactsDecide, C5MisjudgedOnesAreSeenAsTheirNeighbours) {
  using Seen = std::map<int, int>;
  responsibility().misjudged = {{"triage", 0.3}};
  EXPECT_EQ(seen_of_200(green), (Seen{{0, 140}, {1, 60}})) << "the first has one neighbour";
  EXPECT_EQ(seen_of_200(flow::Profile{1}), (Seen{{0, 30}, {1, 140}, {2, 30}}));
  EXPECT_EQ(seen_of_200(red), (Seen{{1, 60}, {2, 140}})) << "so has the last";
}

TEST_F(OwnFactsDecide, C5WhatIsGivenMayBeAnOwnAttribute) {
  responsibility().facts.push_back(
      {{}, cases::when("triage", {"yellow", "red"}), cases::set("wing", "b")});
  responsibility().facts.push_back({{}, cases::when("wing", {"b"}), cases::set("triage", "red")});
  EXPECT_EQ(seen_of_200(green), (std::map<int, int>{{0, 200}}));
  EXPECT_EQ(seen_of_200(flow::Profile{1}), (std::map<int, int>{{2, 200}}));
}

TEST_F(OwnFactsDecide, C5FactsOfATaskReplaceThePersons) {
  scenario_.care->tasks[0].second.facts = {{"triage", "red"}};
  const auto decided = decisions();
  const auto moment = decided.moment_of(cases::day(2024, 1, 2), 0);
  const auto person = decided.cases().case_of(green, [](auto, auto) { return 0U; });
  EXPECT_EQ(decided.decide({person, 0, 0}, 0, moment).responsible, Answering::Region);
  EXPECT_EQ(decided.decide({person, 0, 0}, decided.person(), moment).responsible,
            Answering::Municipality);
}

TEST_F(OwnFactsDecide, C5WhatNoRuleSetAsksForIsOfNoAccount) {
  responsibility().facts.push_back({{}, {}, cases::set("nobody_asks", "x")});
  responsibility().misjudged = {{"nobody_asks", 1}};
  scenario_.care->tasks[0].second.facts = {{"nobody_asks", "x"}};
  EXPECT_EQ(seen_of_200(red), (std::map<int, int>{{2, 200}}));
}

}  // namespace
