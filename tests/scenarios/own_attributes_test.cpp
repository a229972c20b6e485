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

}  // namespace
}  // namespace scenarios
