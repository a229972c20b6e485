// SPDX-License-Identifier: Apache-2.0
// Attributes that rule sets declare themselves: one message for each fault, with its place.

#include "scenarios/own_attributes.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenarios/reader.hpp"
#include "scenarios/rule_reader.hpp"
#include "scenarios/writer.hpp"
#include "tests/scenarios/files.hpp"

namespace scenarios {
namespace {

using scenarios_test::Folder;
using scenarios_test::texts;
using testing::ElementsAre;
using testing::IsEmpty;

/// A rule set with these own attributes, of which a rule asks what `when` says.
std::string rules_with(const std::string& attributes, const std::string& when = "{}",
                       const std::string& definitions = "{}") {
  return fmt::format(R"({{"title": "T", "systems": {{"id": "A46", "name": "T"}},
    "attributes": {}, "definitions": {},
    "constraints": {{"law": {{"label": "l", "when": {{"competence": "physician"}},
      "responsible": "region", "source": "D82"}}}},
    "rules": {{
      "own": {{"when": {}, "responsible": "region", "performer": "hospital", "reason": "r",
        "source": "D30"}},
      "rest": {{"when": {{}}, "responsible": "region", "performer": "hospital", "reason": "r",
        "source": "D30"}}}}}})",
                     attributes, definitions, when);
}

RuleSet rules(const std::string& attributes, const std::string& name = "r.json") {
  auto loaded = load_rules_text(rules_with(attributes), name);
  EXPECT_THAT(texts(loaded.errors), IsEmpty());
  return loaded.rules.value_or(RuleSet{});
}

std::vector<std::string> faults_with(const std::string& attributes, const std::string& when = "{}",
                                     const std::string& definitions = "{}") {
  return texts(load_rules_text(rules_with(attributes, when, definitions), "r.json").errors);
}

const std::string triage = R"({"triage": {"values": ["green", "red"]}})";

TEST(OwnAttributes, C5AreReadWithNamesOfTheirOwnAndSurviveTheRoundTrip) {
  const std::string text = rules_with(
      R"({"triage": {"title": {"sv": "brådska", "en": "urgency"}, "values": ["green", "red"],
          "labels": {"red": {"sv": "röd", "en": "red"}}}, "wing": {"values": ["a", "b"]}})",
      R"({"triage": "red", "wing": ["a", "b"]})");
  const auto loaded = load_rules_text(text, "r.json");
  EXPECT_THAT(texts(loaded.errors), IsEmpty());
  ASSERT_TRUE(loaded.rules);
  const CaseVocabulary vocabulary({&*loaded.rules, 1});
  ASSERT_EQ(vocabulary.own().size(), 2U);
  EXPECT_EQ(vocabulary.own()[0].label(words::Lang::Sv), "brådska");
  EXPECT_EQ(vocabulary.own()[0].values[0].label(words::Lang::Sv), "green") << "no name of its own";
  EXPECT_EQ(vocabulary.own()[0].values[1].label(words::Lang::Sv), "röd");
  EXPECT_EQ(vocabulary.own()[1].label(words::Lang::En), "wing");
  EXPECT_EQ(vocabulary.dimensions().size(), case_vocabulary().size() + 2);
  EXPECT_EQ(find_dimension("triage", vocabulary.dimensions()), case_vocabulary().size());
  const auto json = resolved_json(*loaded.rules);
  EXPECT_EQ(resolved_json(*load_rules_text(json, "r.json").rules), json);
}

TEST(OwnAttributes, C5NoneIsTheBuiltInVocabulary) {
  const auto set = rules("{}");
  const CaseVocabulary vocabulary({&set, 1});
  EXPECT_EQ(vocabulary.dimensions().data(), case_vocabulary().data());
  EXPECT_EQ(vocabulary.own().size(), 0U);
}

TEST(OwnAttributes, C5NamesThatAreTakenAreRefused) {
  for (const std::string name : {"age", "level_rule", "level", "primary_level"}) {
    EXPECT_THAT(faults_with(fmt::format(R"({{"{}": {{"values": ["a", "b"]}}}})", name)),
                ElementsAre(fmt::format("r.json#/attributes/{}: expected a name that the "
                                        "vocabulary does not have, got \"{}\"",
                                        name, name)));
  }
  EXPECT_THAT(
      faults_with(R"({"": {"values": ["a", "b"]}})"),
      ElementsAre("r.json#/attributes/: expected a name without control characters or blanks "
                  "at its ends, got \"\""));
  EXPECT_THAT(faults_with(triage, "{}", R"({"triage": {"age": "80_plus"}})"),
              ElementsAre("r.json#/definitions/triage: expected a name that the vocabulary does "
                          "not have, got \"triage\""));
}

TEST(OwnAttributes, C5AtMostFour) {
  std::string five;
  for (const char name : {'v', 'w', 'x', 'y', 'z'}) {
    five += fmt::format(R"({}"{}": {{"values": ["a", "b"]}})", five.empty() ? "" : ", ", name);
  }
  EXPECT_THAT(faults_with("{" + five.substr(0, five.rfind(", \"z\"")) + "}"), IsEmpty());
  EXPECT_THAT(
      faults_with("{" + five + "}"),
      ElementsAre("r.json#/attributes/z: expected at most 4 own attributes, got 5 (number)"));
}

TEST(OwnAttributes, C5ValuesAreTwoToThirtyTwoEachOnce) {
  const auto of = [](const std::string& values) {
    return faults_with(fmt::format(R"({{"t": {{"values": [{}]}}}})", values));
  };
  std::string most;
  for (int i = 0; i < 32; ++i) most += fmt::format("{}\"v{}\"", i == 0 ? "" : ", ", i);
  EXPECT_THAT(of(most), IsEmpty());
  EXPECT_THAT(of(most + ", \"v32\""),
              ElementsAre("r.json#/attributes/t/values: expected at most 32 values, got 33"));
  EXPECT_THAT(of("\"a\""),
              ElementsAre("r.json#/attributes/t/values: expected at least two values, got a list "
                          "of 1"));
  EXPECT_THAT(of(R"("a", "b", "a")"),
              ElementsAre("r.json#/attributes/t/values/2: expected each value once, got \"a\" "
                          "twice"));
  EXPECT_THAT(of(R"("a", "")"),
              ElementsAre("r.json#/attributes/t/values/1: expected a value that is not empty, got "
                          "\"\""));
}

TEST(OwnAttributes, C5MisspeltNamesAndValuesAreMetWithTheNearest) {
  EXPECT_THAT(faults_with(triage, R"({"triage": "rde"})"),
              ElementsAre("r.json#/rules/own/when/triage: expected one of: green, red, got \"rde\" "
                          "(did you mean \"red\"?)"));
  const auto name = faults_with(triage, R"({"traige": "red"})");
  ASSERT_EQ(name.size(), 1U);
  EXPECT_THAT(name.front(), testing::EndsWith("got \"traige\" (did you mean \"triage\"?)"));
  EXPECT_THAT(faults_with(R"({"t": {"values": ["a", "b"], "labels": {"c": "C"}}})"),
              ElementsAre("r.json#/attributes/t/labels/c: expected one of: a, b, got \"c\""));
}

TEST(OwnAttributes, C5RuleSetsThatAreDecidedTogetherMustAgree) {
  const std::vector<RuleSet> sets{rules(triage, "a.json"),
                                  rules(R"({"triage": {"values": ["red", "green"]}})", "b.json")};
  EXPECT_THAT(texts(check_own_attributes(sets)),
              ElementsAre("b.json#/attributes/triage: expected the same values in the same order "
                          "as in a.json: green, red, got red, green"));
  const std::string three =
      R"({"u": {"values": ["a", "b"]}, "v": {"values": ["a", "b"]}, "w": {"values": ["a", "b"]}})";
  const std::string two = R"({"x": {"values": ["a", "b"]}, "y": {"values": ["a", "b"]}})";
  EXPECT_THAT(
      texts(check_own_attributes(std::vector{rules(three, "a.json"), rules(two, "b.json")})),
      ElementsAre("b.json#/attributes/y: expected at most 4 own attributes, got 5 "
                  "(number)"));
  EXPECT_THAT(texts(check_own_attributes(std::vector{rules(three), rules(triage), rules(three)})),
              IsEmpty());
}

struct Told {
  std::vector<Issue> errors, warnings;
};

Told against(const std::string& attributes) {
  Scenario scenario;
  scenario.path = "s.json";
  scenario.attributes = {{"triage", {"red", "green"}}, {"other", {"x"}}};
  Told told;
  const std::vector sets{rules(attributes)};
  check_own_attributes(scenario, sets, told.errors, told.warnings);
  return told;
}

TEST(OwnAttributes, C5TheScenariosValuesAreThoseOfTheRules) {
  EXPECT_THAT(texts(against(triage).errors), IsEmpty()) << "in any order";
  EXPECT_THAT(texts(against(R"({"triage": {"values": ["greens", "red"]}})").errors),
              ElementsAre("s.json#/attributes/triage/1: expected one of: greens, red, got "
                          "\"green\" (did you mean \"greens\"?)"));
  EXPECT_THAT(texts(against(R"({"triage": {"values": ["green", "yellow", "red"]}})").errors),
              ElementsAre("s.json#/attributes/triage: expected every value that the attribute has "
                          "in r.json, got none for \"yellow\""));
  const auto absent = against(R"({"wing": {"values": ["a", "b"]}})");
  EXPECT_THAT(texts(absent.errors), IsEmpty());
  EXPECT_THAT(texts(absent.warnings),
              ElementsAre("r.json#/attributes/wing: expected an attribute \"wing\" of the patients "
                          "in s.json, got none: everybody counts as \"a\", the usual value"));
}

TEST(OwnAttributes, C5ALaterFileAmendsThem) {
  const Folder folder;
  folder.write("a.json", rules_with(triage));
  const auto path = folder.write("b.json", R"({"extends": "a.json", "attributes": {
    "triage": {"values": ["green", "amber", "red"]}, "age": {"values": ["a", "b"]}}})");
  EXPECT_THAT(folder.texts(load_rules(path).errors),
              ElementsAre("b.json#/attributes/age: expected a name that the vocabulary does not "
                          "have, got \"age\""));
}

// ---------------------------------------------------------------- what a scenario says of them

/// A scenario in a folder with rules that ask for triage.
class OwnFactsRead : public testing::Test {
 protected:
  OwnFactsRead() { folder_.write("r.json", rules_with(triage, R"({"triage": "red"})")); }

  [[nodiscard]] Loaded load_with(const std::string& responsibility,
                                 const std::string& task_facts = "{}") const {
    return load(folder_.write("s.json", scenario_text(responsibility, task_facts)));
  }
  [[nodiscard]] std::vector<std::string> told(const std::string& responsibility,
                                              const std::string& task_facts = "{}") const {
    return folder_.texts(load_with(responsibility, task_facts).errors);
  }

  static std::string scenario_text(const std::string& responsibility,
                                   const std::string& task_facts = "{}") {
    return fmt::format(R"({{"title": "Home care", "horizon": {{"start": "2025-01-06", "days": 100}},
      "attributes": {{"municipality": ["north"]}},
      "settings": {{"home": {{"residence": true, "hazards": {{"per_year": 1, "to": "gone"}}}}}},
      "exits": {{"gone": "Gone"}}, "arrivals": {{"new": {{"to": "home", "per_day": 1}}}},
      "care": {{
        "roles": {{"nurse": {{}}}}, "shifts": {{"day": {{"start_hour": 7, "hours": 8}}}},
        "tasks": {{"visit": {{"settings": "home", "role": "nurse", "per_week": 2,
          "minutes": {{"kind": "fixed", "value": 25}}, "shifts": {{"day": 1}}, "facts": {}}}}},
        "municipalities": {{"north": {{"teams": {{"nurse":
          {{"people": 5, "roster": {{"shift": "day", "posts": 2}}}}}}}}}},
        "responsibility": {{"agreements": {{"rules": "r.json"}}{}}}}}}})",
                       task_facts, responsibility);
  }

  Folder folder_;
};

const std::string place = "s.json#/care/responsibility/";

TEST_F(OwnFactsRead, C5NamesOfTheRuleSetsResolveAndSurviveTheRoundTrip) {
  const auto loaded = load_with(R"(, "facts": [{"set": {"triage": {"green": 0.5, "red": 0.5}}},
      {"given": {"triage": "red"}, "set": {"prescriber": "specialist"}}],
      "misjudged": {"triage": 0.1})",
                                R"({"triage": "red"})");
  EXPECT_THAT(folder_.texts(loaded.errors), IsEmpty());
  ASSERT_TRUE(loaded.scenario);
  const auto agreements = load_agreements(*loaded.scenario);
  EXPECT_THAT(folder_.texts(agreements.errors), IsEmpty());
  EXPECT_THAT(folder_.texts(agreements.warnings), IsEmpty()) << "a fact sets what patients lack";
  const auto json = resolved_json(*loaded.scenario);
  const auto left = load_left_text(json, "left.json");
  EXPECT_THAT(texts(left.errors), IsEmpty()) << "without the rule file";
  ASSERT_TRUE(left.scenario);
  EXPECT_EQ(resolved_json(*left.scenario), json);
}

TEST_F(OwnFactsRead, C5WrongNamesGetOneMessageWithTheNearestRightOne) {
  const std::string known = "expected one of: task, competence";
  const auto misspelt = [&](const std::string& at, const std::vector<std::string>& told) {
    EXPECT_THAT(told, ElementsAre(testing::AllOf(
                          testing::StartsWith(at + ": " + known),
                          testing::EndsWith(R"(got "traige" (did you mean "triage"?))"))));
  };
  misspelt(place + "facts/0/set/traige", told(R"(, "facts": [{"set": {"traige": "red"}}])"));
  misspelt(place + "facts/0/given/traige",
           told(R"(, "facts": [{"given": {"traige": "red"}, "set": {"triage": "red"}}])"));
  misspelt(place + "misjudged/traige", told(R"(, "misjudged": {"traige": 0.1})"));
  misspelt("s.json#/care/tasks/visit/facts/traige", told("", R"({"traige": "red"})"));
}

TEST_F(OwnFactsRead, C5WrongValuesGetOneMessageWithTheNearestRightOne) {
  const std::string message = R"(: expected one of: green, red, got "rde" (did you mean "red"?))";
  EXPECT_THAT(told(R"(, "facts": [{"set": {"triage": "rde"}}])"),
              ElementsAre(place + "facts/0/set/triage" + message));
  EXPECT_THAT(told(R"(, "facts": [{"set": {"triage": {"rde": 0.5, "green": 0.5}}}])"),
              ElementsAre(place + "facts/0/set/triage/rde" + message));
  EXPECT_THAT(told(R"(, "facts": [{"given": {"triage": "rde"}, "set": {"triage": "red"}}])"),
              ElementsAre(place + "facts/0/given/triage" + message));
  EXPECT_THAT(told("", R"({"triage": "rde"})"),
              ElementsAre("s.json#/care/tasks/visit/facts/triage" + message));
}

TEST_F(OwnFactsRead, C5WhereTheRuleFileIsBrokenThatIsWhatIsTold) {
  folder_.write("r.json", rules_with(R"({"triage": {"values": ["green"]}})"));
  EXPECT_THAT(told(R"(, "facts": [{"set": {"triage": "red"}}])"),
              ElementsAre("r.json#/attributes/triage/values: expected at least two values, got a "
                          "list of 1"));
  EXPECT_THAT(told(R"(, "facts": [{"set": {"age": "80_plus"}}])"), IsEmpty())
      << "rule files are not opened where only built-in names are used";
}

TEST_F(OwnFactsRead, C5WithoutFilesTheyAreUnknown) {
  const auto text = scenario_text(R"(, "misjudged": {"triage": 0.1})");
  EXPECT_THAT(texts(load_text(text, "s.json").errors),
              ElementsAre(testing::StartsWith(place + "misjudged/triage: expected one of: task")));
}

/// As when `--rules` puts other rules in the place of the scenario's.
TEST_F(OwnFactsRead, C5OtherRulesMayLackThemButNotGiveThemOtherValues) {
  const auto with_rules = [&](const std::string& own, const std::string& responsibility) {
    auto scenario = load_with(responsibility, R"({"triage": "red"})").scenario.value();
    scenario.care->responsibility->agreements[0].rules =
        folder_.write("other.json", rules_with(own)).string();
    return folder_.texts(load_agreements(scenario).errors);
  };
  const std::string sets = R"(, "facts": [{"set": {"triage": "red"}}])";
  EXPECT_THAT(with_rules("{}", sets), IsEmpty());
  const std::string got = R"(: expected one of: green, ruby, got "red")";
  EXPECT_THAT(with_rules(R"({"triage": {"values": ["green", "ruby"]}})", sets),
              ElementsAre(testing::StartsWith(place + "facts/0/set/triage" + got),
                          testing::StartsWith("s.json#/care/tasks/visit/facts/triage" + got)));
  EXPECT_THAT(
      with_rules("{}", R"(, "facts": [{"given": {"triage": "red"}, "set": {"age": "80_plus"}}])"),
      ElementsAre(testing::StartsWith(place + "facts/0/given/triage: expected one of: task")));
}

}  // namespace
}  // namespace scenarios
