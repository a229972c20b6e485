// SPDX-License-Identifier: Apache-2.0
#include "scenarios/rule_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenarios/case_vocabulary.hpp"
#include "scenarios/check_rule_set.hpp"
#include "scenarios/writer.hpp"
#include "tests/scenarios/files.hpp"

namespace scenarios {
namespace {

using scenarios_test::Folder;
using scenarios_test::source_file;
using scenarios_test::texts;
using scenarios_test::with;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view small_rules = R"({
  "title": "Small",
  "systems": {"id": "A46", "name": "Small"},
  "definitions": {"at_home": {"setting": "home", "housing": ["ordinary", "sheltered"]}},
  "constraints": {
    "physician": {
      "label": "Physicians",
      "when": {"competence": "physician"},
      "responsible": "region",
      "source": "D82"
    }
  },
  "rules": {
    "old": {
      "when": {"at_home": "yes", "age": "80_plus", "competence": "nurse"},
      "responsible": "municipality",
      "performer": "municipality",
      "reason": "Old",
      "source": "A46, D60"
    },
    "rest": {
      "when": {},
      "responsible": "region",
      "performer": "health_centre",
      "reason": "Rest",
      "source": "A47"
    }
  }
})";

std::vector<std::string> faults(std::string_view from, std::string_view to) {
  return texts(load_rules_text(with(std::string(small_rules), from, to), "r.json").errors);
}

std::vector<std::string> names(const RuleSet& rules) {
  std::vector<std::string> names;
  for (const auto& [name, rule] : rules.rules) names.push_back(name);
  return names;
}

TEST(RuleReader, ReadsWhatTheFileSays) {
  const auto loaded = load_rules_text(small_rules, "r.json");
  EXPECT_THAT(texts(loaded.errors), IsEmpty());
  ASSERT_TRUE(loaded.rules);
  EXPECT_THAT(names(*loaded.rules), ElementsAre("old", "rest"));
  const auto& old = loaded.rules->rules.front().second;
  EXPECT_EQ(old.responsible, std::vector{Party::Municipality});
  EXPECT_EQ(old.source, "A46, D60");
  EXPECT_EQ(old.file, "r.json");
}

TEST(RuleReader, SaysWhatIsMisspelt) {
  EXPECT_THAT(faults("\"age\": \"80_plus\"", "\"agee\": \"80_plus\""),
              ElementsAre(testing::EndsWith("got \"agee\" (did you mean \"age\"?)")));
  EXPECT_THAT(faults("\"age\": \"80_plus\"", "\"age\": [\"80_plus\", \"young\"]"),
              ElementsAre("r.json#/rules/old/when/age/1: expected one of: 80_plus, 65_79, 18_64, "
                          "under_18, got \"young\""));
  EXPECT_THAT(faults("\"at_home\": \"yes\"", "\"at_home\": \"ja\""),
              ElementsAre("r.json#/rules/old/when/at_home: expected one of: yes, no, got \"ja\""));
  EXPECT_THAT(faults("\"responsible\": \"municipality\"", "\"responsible\": \"municipalty\""),
              ElementsAre("r.json#/rules/old/responsible: expected one of: region, municipality, "
                          "person, nobody, got \"municipalty\" (string) (did you mean "
                          "\"municipality\"?)"));
}

TEST(RuleReader, WantsASourceForEveryRuleAndConstraint) {
  EXPECT_THAT(faults(",\n      \"source\": \"A46, D60\"", ""),
              ElementsAre("r.json#/rules/old/source: expected the id of a fact, such as \"A08, "
                          "D01\", got nothing"));
  EXPECT_THAT(faults("\"A46, D60\"", "\"somebody said\""),
              ElementsAre("r.json#/rules/old/source: expected ids of facts, such as \"A08, D01\", "
                          "got \"somebody said\""));
  EXPECT_THAT(faults("\"D82\"", "\"x\""),
              ElementsAre("r.json#/constraints/physician/source: expected ids of facts, such as "
                          "\"A08, D01\", got \"x\""));
}

TEST(RuleReader, RefusesDefinitionsThatNeedThemselvesAndSwitchesUnknown) {
  EXPECT_THAT(
      faults("{\"setting\": \"home\", \"housing\": [\"ordinary\", \"sheltered\"]}",
             "{\"near\": \"yes\"}, \"near\": {\"at_home\": \"no\"}"),
      ElementsAre("r.json#/definitions/at_home: expected a definition that does not need itself, "
                  "got \"at_home\" within it",
                  "r.json#/definitions/near: expected a definition that does not need itself, got "
                  "\"near\" within it"));
  EXPECT_THAT(
      faults("\"definitions\"", "\"switches\": {\"level_rule\": \"both\"}, \"definitions\""),
      ElementsAre("r.json#/switches/level_rule: expected one of: region, municipality, got "
                  "\"both\""));
  EXPECT_THAT(faults("[\"ordinary\", \"sheltered\"]", "[]"),
              ElementsAre("r.json#/definitions/at_home/housing: expected a value of the attribute "
                          "(string) or a list of values, got a list of 0"));
}

TEST(RuleReader, APeriodEndsAfterItBegins) {
  EXPECT_THAT(faults("\"definitions\"",
                     "\"valid\": {\"from\": \"2021-04-01\", \"to\": \"2012-01-01\"}, "
                     "\"definitions\""),
              ElementsAre("r.json#/valid/to: expected a date that is not before 2021-04-01, got "
                          "2012-01-01"));
}

TEST(RuleReader, APeriodThatIsProlongedEnds) {
  EXPECT_THAT(
      faults("\"definitions\"",
             "\"valid\": {\"from\": \"2021-04-01\", \"prolonged_years\": 2}, \"definitions\""),
      ElementsAre("r.json#/valid/prolonged_years: expected a last day (\"to\") to prolong "
                  "from, got nothing"));
}

TEST(RuleReader, TermsHaveAMatterAnAnswerAndASource) {
  const auto with_term = [](const std::string& term) {
    return faults("\"definitions\"", "\"terms\": {\"key\": " + term + "}, \"definitions\"");
  };
  EXPECT_THAT(
      with_term(
          R"({"matter": "pays", "when": {"age": "80_plus"}, "answer": "a", "source": "H01"})"),
      IsEmpty());
  EXPECT_THAT(
      with_term(R"({"matter": "pay", "answer": "a", "source": "H01"})"),
      ElementsAre("r.json#/terms/key/matter: expected one of: pays, trains, supplies, when, "
                  "got \"pay\" (string) (did you mean \"pays\"?)"));
  EXPECT_THAT(with_term(R"({"matter": "pays", "source": "H01"})"),
              ElementsAre(testing::StartsWith("r.json#/terms/key/answer: expected a value")));
  EXPECT_THAT(with_term(R"({"matter": "pays", "when": {"agee": "x"}, "answer": "a"})"),
              ElementsAre(testing::StartsWith("r.json#/terms/key/when/agee: expected one of"),
                          testing::StartsWith("r.json#/terms/key/source: expected the id")));
}

TEST(RuleReader, ScalesPlaceEveryTaskOnce) {
  EXPECT_THAT(
      faults("\"definitions\"",
             "\"scales\": {\"C\": {\"levels\": {\"1\": [\"wound\"]}}}, \"definitions\""),
      testing::AllOf(testing::Contains("r.json#/scales/C: expected one of: A, B, got \"C\""),
                     testing::Contains("r.json#/scales/C/levels: expected each task at one level, "
                                       "got \"insulin\" at none")));
}

TEST(RuleReader, AFileThatExtendsPutsItsRulesFirstAndAmendsByName) {
  const Folder folder;
  folder.write("base.json", small_rules);
  const auto path = folder.write("own.json", R"({
    "extends": "base.json",
    "title": "Own",
    "rules": {
      "young": {
        "when": {"age": "under_18", "competence": "nurse"},
        "responsible": "region",
        "performer": "specialist_clinic",
        "reason": "Young",
        "source": "D81"
      },
      "old": {"performer": "health_centre"}
    }
  })");
  const auto loaded = load_rules(path);
  EXPECT_THAT(folder.texts(loaded.errors), IsEmpty());
  ASSERT_TRUE(loaded.rules);
  EXPECT_THAT(names(*loaded.rules), ElementsAre("young", "old", "rest"));
  EXPECT_EQ(loaded.rules->rules[1].second.performer, std::vector{Performer::HealthCentre});
  EXPECT_EQ(loaded.rules->rules[1].second.responsible, std::vector{Party::Municipality});
  EXPECT_THAT(loaded.rules->rules[2].second.file, testing::EndsWith("base.json"));
}

TEST(RuleReader, NoFileChangesTheLawItExtends) {
  const Folder folder;
  folder.write("base.json", small_rules);
  const auto path =
      folder.write("own.json", R"({"extends": "base.json", "constraints": {"physician": null}})");
  const auto errors = folder.texts(load_rules(path).errors);
  EXPECT_THAT(errors, testing::Contains("own.json#/constraints/physician: expected nothing here: "
                                        "the law in base.json binds every agreement that extends "
                                        "it, got a change of it"));
}

TEST(RuleReader, CircularExtends) {
  const Folder folder;
  folder.write("a.json", R"({"extends": "b.json"})");
  folder.write("b.json", R"({"extends": "a.json"})");
  EXPECT_THAT(folder.texts(load_rules(folder.path("a.json")).errors),
              ElementsAre("b.json#/extends: expected a chain of at most 32 files that ends, got "
                          "a.json -> b.json -> a.json"));
}

TEST(CaseReader, SaysWhatIsMisspelt) {
  const auto errors = texts(load_case_text(R"({
    "title": "T",
    "story": "S",
    "patient": {"task": "wond", "level_rule": "region"},
    "questions": {"ask": "Q", "set": {"shift": "nigth"}}
  })",
                                           "c.json")
                                .errors);
  ASSERT_EQ(errors.size(), 3U);
  EXPECT_THAT(errors[0], testing::EndsWith("got \"wond\" (did you mean \"wound\"?)"));
  EXPECT_THAT(errors[1], testing::StartsWith("c.json#/patient/level_rule: expected one of: task"));
  EXPECT_EQ(errors[2],
            "c.json#/questions/0/set/shift: expected one of: day, evening, night, got \"nigth\" "
            "(did you mean \"night\"?)");
}

TEST(RuleFiles, SurviveTheRoundTrip) {
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(source_file("scenarios/rules"))) {
    if (entry.path().extension() != ".json") continue;
    SCOPED_TRACE(entry.path().string());
    const auto first = load_rules(entry.path());
    EXPECT_THAT(texts(first.errors), IsEmpty());
    EXPECT_THAT(texts(first.warnings), IsEmpty());
    if (!first.rules) continue;
    ++files;
    const std::string text = resolved_json(*first.rules);
    const auto second = load_rules_text(text, "again.json");
    EXPECT_THAT(texts(second.errors), IsEmpty());
    ASSERT_TRUE(second.rules);
    EXPECT_EQ(resolved_json(*second.rules), text);
  }
  EXPECT_GE(files, 28U);
}

TEST(RuleFiles, KeepEveryRowOfTheRegister) {
  std::vector<std::string> kept;
  for (const auto& entry : std::filesystem::directory_iterator(source_file("scenarios/rules"))) {
    if (entry.path().extension() != ".json") continue;
    const auto loaded = load_rules(entry.path());
    ASSERT_TRUE(loaded.rules) << entry.path();
    for (const auto& row : loaded.rules->systems) kept.push_back(row.id);
  }
  for (int row = 1; row <= 50; ++row) {
    const std::string id = "A" + std::to_string(100 + row).substr(1);
    EXPECT_THAT(kept, testing::Contains(id));
  }
}

TEST(CaseFiles, AreWholeAndSurviveTheRoundTrip) {
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(source_file("scenarios/cases"))) {
    SCOPED_TRACE(entry.path().string());
    const auto first = load_case(entry.path());
    EXPECT_THAT(texts(first.errors), IsEmpty());
    if (!first.patient_case) continue;
    ++files;
    EXPECT_NE(first.patient_case->title.sv, first.patient_case->title.en);
    EXPECT_GE(first.patient_case->questions.size(), 3U);
    const std::string text = resolved_json(*first.patient_case);
    const auto second = load_case_text(text, "again.json");
    ASSERT_TRUE(second.patient_case);
    EXPECT_EQ(resolved_json(*second.patient_case), text);
  }
  EXPECT_GE(files, 8U);
}

TEST(CaseVocabulary, HasEachNameOnceAndTheFourteenSwitches) {
  std::vector<std::string> names = dimension_names(CaseDimension::Kind::Attribute);
  const auto switches = dimension_names(CaseDimension::Kind::Switch);
  EXPECT_EQ(switches.size(), 14U);
  names.insert(names.end(), switches.begin(), switches.end());
  std::sort(names.begin(), names.end());
  EXPECT_EQ(std::adjacent_find(names.begin(), names.end()), names.end());
  for (const CaseDimension& dimension : case_vocabulary()) {
    auto values = value_names(dimension);
    EXPECT_GE(values.size(), 2U) << dimension.name;
    EXPECT_LE(values.size(), 32U) << dimension.name;
    std::sort(values.begin(), values.end());
    EXPECT_EQ(std::adjacent_find(values.begin(), values.end()), values.end()) << dimension.name;
  }
}

/// A switch that no rule set reads says which part of the model it concerns; the others do not.
TEST(CaseVocabulary, SaysWhatSwitchesConcernThatNoRuleReads) {
  std::vector<std::string> read;
  for (const auto& entry : std::filesystem::directory_iterator(source_file("scenarios/rules"))) {
    if (entry.path().extension() != ".json") continue;
    const auto loaded = load_rules(entry.path());
    ASSERT_TRUE(loaded.rules) << entry.path();
    for (auto& name : switches_read(*loaded.rules)) read.push_back(std::move(name));
  }
  for (const CaseDimension& dimension : case_vocabulary()) {
    if (dimension.kind != CaseDimension::Kind::Switch) continue;
    const bool is_read = std::find(read.begin(), read.end(), dimension.name) != read.end();
    EXPECT_EQ(dimension.concerns_en.empty(), is_read) << dimension.name;
    EXPECT_EQ(dimension.concerns_sv.empty(), is_read) << dimension.name;
  }
}

TEST(RuleReader, WarnsOfASwitchThatNoRuleReads) {
  const auto text =
      with(std::string(small_rules), R"("definitions")",
           R"("switches": {"tail_rule": "separate", "person_scope": "own"}, "definitions")");
  EXPECT_THAT(
      texts(load_rules_text(with(text, R"("age": "80_plus")", R"("person_scope": "own")"), "r.json")
                .warnings),
      ElementsAre(
          "r.json#/switches/tail_rule: expected a switch that the rules read, person_scope, "
          "got \"tail_rule\", which changes nothing; it concerns the payment for ready "
          "days, which does not depend on rules of responsibility"));
}

}  // namespace
}  // namespace scenarios
