// SPDX-License-Identifier: Apache-2.0
#include "viz/rules_page.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenarios/case_vocabulary.hpp"
#include "scenarios/rule_reader.hpp"
#include "viz/rules_text.hpp"

namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

const fs::path root = TROSKEL_SOURCE_DIR;

std::vector<fs::path> json_files(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<care::RuleTable> all_tables() {
  std::vector<care::RuleTable> tables;
  for (const auto& file : json_files(root / "scenarios/rules")) {
    auto loaded = scenarios::load_rules(file);
    EXPECT_TRUE(loaded.rules) << file;
    if (loaded.rules) tables.emplace_back(*std::move(loaded.rules));
  }
  return tables;
}

std::vector<scenarios::PatientCase> all_cases() {
  std::vector<scenarios::PatientCase> cases;
  for (const auto& file : json_files(root / "scenarios/cases")) {
    auto loaded = scenarios::load_case(file);
    EXPECT_TRUE(loaded.patient_case) << file;
    if (loaded.patient_case) cases.push_back(*std::move(loaded.patient_case));
  }
  return cases;
}

std::vector<scenarios::Fact> all_facts() {
  std::vector<scenarios::Issue> issues;
  auto facts = scenarios::read_facts(root / "scenarios/data/facts.csv", issues);
  EXPECT_TRUE(issues.empty());
  return facts;
}

std::string read_page(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// With TROSKEL_UPDATE_GOLDEN=1 in the environment the page is written instead.
void expect_page(const std::string& name, viz::Lang lang) {
  const std::string page = viz::rules_page(all_tables(), all_cases(), all_facts(), lang);
  const auto path = root / "docs" / name;
  if (const char* const update = std::getenv("TROSKEL_UPDATE_GOLDEN");
      update != nullptr && *update == '1') {
    std::ofstream(path, std::ios::binary) << page;
  }
  EXPECT_TRUE(read_page(path) == page)
      << path << " differs from what the rules say; run this test with TROSKEL_UPDATE_GOLDEN=1";
}

TEST(RulesPage, IsTheCommittedOneInEnglish) { expect_page("rules-and-cases.md", viz::Lang::En); }

TEST(RulesPage, IsTheCommittedOneInSwedish) { expect_page("regler-och-fall.md", viz::Lang::Sv); }

TEST(RulesPage, HasASourceInEveryCell) {
  const auto tables = all_tables();
  const auto cases = all_cases();
  EXPECT_GE(tables.size(), 20U);
  EXPECT_GE(cases.size(), 8U);
  for (const auto& one : cases) {
    for (const auto& question : one.questions) {
      for (const auto& table : tables) {
        const auto answer = table.decide(care::case_of(one.patient, question.set));
        EXPECT_NE(viz::answer_sources(table, answer), "") << table.set().path << one.path;
      }
    }
  }
}

TEST(RulesPage, EverySourceIsAmongTheFacts) {
  std::set<std::string> known;
  for (const auto& fact : all_facts()) {
    EXPECT_TRUE(known.insert(fact.id).second) << fact.id << " twice";
    EXPECT_NE(fact.text.sv, "") << fact.id;
    EXPECT_NE(fact.text.en, "") << fact.id;
  }
  const auto expect_known = [&](std::string_view source) {
    for (const auto& id : scenarios::source_ids(source)) EXPECT_TRUE(known.contains(id)) << id;
  };
  for (const auto& table : all_tables()) {
    for (const auto& [name, rule] : table.set().rules) expect_known(rule.source);
    for (const auto& [name, law] : table.set().constraints) expect_known(law.source);
  }
  for (const auto& one : all_cases()) {
    const auto found = one.provenance.find("");
    ASSERT_NE(found, one.provenance.end()) << one.path;
    expect_known(found->second.source.en);
  }
  for (const auto& dimension : scenarios::case_vocabulary()) expect_known(dimension.source);
}

TEST(RulesPage, C5ShowsOwnAttributesInBothLanguages) {
  auto rules = scenarios::load_rules(root / "tests/app/own_attributes/rules.json");
  ASSERT_TRUE(rules.rules);
  const std::vector<care::RuleTable> tables{care::RuleTable(*rules.rules)};
  auto patient = scenarios::load_case(root / "tests/app/own_attributes/case.json",
                                      tables.front().vocabulary());
  ASSERT_TRUE(patient.patient_case);
  const auto sv = viz::rules_page(tables, {*patient.patient_case}, {}, viz::Lang::Sv);
  EXPECT_THAT(sv, HasSubstr("egna egenskaper, det vanliga värdet först: triage (brådska): grön, "
                            "gul, röd"));
  EXPECT_THAT(sv, HasSubstr("1. Nu? (brådska: grön (det vanliga; inget annat sägs))\n"
                            "2. Om det blir akut? (brådska: röd)\n"));
  EXPECT_THAT(sv, HasSubstr("| `rules` | K<br>D30 | R→MT<br>D30 |"));
  // In both questions the urgency decides, and the first does not state it; nor what is never told.
  EXPECT_THAT(sv, HasSubstr("(antal av 1 där ett annat värde ger ett annat svar, fråga för fråga): "
                            "brådska (inget sägs; grön antas) 1, 1; "
                            "kompetens som krävs (inget sägs; sjuksköterska antas) 1, 1.\n"));
  const auto en = viz::rules_page(tables, {*patient.patient_case}, {}, viz::Lang::En);
  EXPECT_THAT(en, HasSubstr("2. If it turns acute? (urgency: red)\n"));
}

TEST(RulesText, SpeaksBothLanguages) {
  auto loaded = scenarios::load_rules(root / "scenarios/rules/halland_2021.json");
  ASSERT_TRUE(loaded.rules);
  const care::RuleTable table(*std::move(loaded.rules));
  const auto asked = care::case_of({{"task", "tpn"}, {"prescriber", "specialist"}});
  const auto answer = table.decide(asked);
  EXPECT_TRUE(answer.disputed);
  EXPECT_EQ(viz::answer_text(table, answer, viz::Lang::Sv),
            "omstritt: kommunen eller regionen → kommunen");
  EXPECT_EQ(viz::answer_text(table, answer, viz::Lang::En),
            "disputed: the municipality or the region → the municipality");
  EXPECT_EQ(viz::answer_code(table, answer, viz::Lang::Sv), "? K/R→K");
  EXPECT_THAT(viz::positions_text(table, answer.readings.front().positions, viz::Lang::En),
              HasSubstr("what is primary level: region"));
}

/// A word may be the same in a cell as in a sentence; the key names it all the same.
TEST(RulesText, KeyHasEveryPerformer) {
  EXPECT_THAT(viz::legend_text(viz::Lang::Sv), HasSubstr(", ASIH avancerad sjukvård i hemmet"));
  EXPECT_THAT(viz::legend_text(viz::Lang::En), HasSubstr(", ASIH advanced home care"));
}

TEST(RulesText, TellsCubesByWhatTheyShareAndByTheFewerValues) {
  const auto age = *scenarios::find_dimension("age");
  const auto task = *scenarios::find_dimension("task");
  care::Cube child = care::with_values(age, 8);
  child.values[task] = care::all_values(task) & ~1U;
  care::Cube old = child;
  old.values[age] = 1;
  EXPECT_EQ(viz::case_text(child, viz::Lang::En), "task: all but daily medication; age: child");
  EXPECT_EQ(viz::case_text(care::every_case(), viz::Lang::Sv), "alla fall");
  const auto list = viz::case_list({child, old}, viz::Lang::En);
  EXPECT_EQ(list.common, "task: all but daily medication");
  EXPECT_THAT(list.cases, testing::ElementsAre("age: child", "age: 80 or older"));
}

}  // namespace
