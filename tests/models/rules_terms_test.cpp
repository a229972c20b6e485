// SPDX-License-Identifier: Apache-2.0
// What a rule set settles beside who is responsible and who performs.
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/rules/rule_table.hpp"
#include "scenarios/check_rules.hpp"
#include "scenarios/rule_reader.hpp"
#include "tests/temporary_folder.hpp"

namespace {

using care::RuleTable;
using care::TermReading;
using scenarios::Matter;
using testing::ElementsAre;

constexpr std::string_view settled = R"({"title": "T", "systems": {"id": "A46", "name": "T"},
    "constraints": {"law": {"label": "l", "when": {"competence": "physician"},
      "responsible": "region", "source": "D82"}},
    "terms": {
      "children": {"matter": "pays", "when": {"age": "under_18"}, "answer": "the region", "source": "H02"},
      "aids": {"matter": "supplies", "when": {}, "answer": "the county's store", "source": "D30"},
      "all": {"matter": "pays", "when": {"level_rule": "region"}, "answer": "the municipality", "source": "H01"}},
    "rules": {
      "law": {"when": {"competence": "physician"}, "responsible": "region",
        "performer": "health_centre", "reason": "r", "source": "D82"},
      "rest": {"when": {}, "responsible": "municipality", "performer": "municipality",
        "reason": "r", "source": "D30"}}})";

scenarios::RuleSet read(const scenarios::LoadedRules& loaded) {
  for (const auto& issue : loaded.errors) ADD_FAILURE() << issue.text();
  return loaded.rules.value_or(scenarios::RuleSet{});
}

std::string name_of(const RuleTable& table, const TermReading& reading) {
  return reading.term ? table.set().terms[*reading.term].first : "not settled";
}
std::vector<std::string> names_for(const RuleTable& table, const scenarios::Named<std::string>& of,
                                   Matter matter) {
  std::vector<std::string> names;
  for (const auto& reading : table.terms_for(care::case_of(of), matter)) {
    names.push_back(name_of(table, reading));
  }
  return names;
}

TEST(Terms, TheFirstOfAMatterHolds) {
  const RuleTable table(read(scenarios::load_rules_text(settled, "t.json")));
  EXPECT_THAT(names_for(table, {{"age", "under_18"}}, Matter::Pays), ElementsAre("children"));
  EXPECT_THAT(names_for(table, {{"age", "under_18"}}, Matter::Supplies), ElementsAre("aids"));
  EXPECT_THAT(names_for(table, {}, Matter::Trains), ElementsAre("not settled"));
}

/// An open switch that decides gives a reading for each position, though no rule looks at it.
TEST(Terms, AnOpenSwitchIsTold) {
  const auto set = read(scenarios::load_rules_text(settled, "t.json"));
  const RuleTable open(set);
  EXPECT_THAT(names_for(open, {}, Matter::Pays), ElementsAre("all", "not settled"));
  EXPECT_THAT(names_for(RuleTable(set, {{"level_rule", "region"}}), {}, Matter::Pays),
              ElementsAre("all"));
  EXPECT_THAT(names_for(RuleTable(set, {{"level_rule", "municipality"}}), {}, Matter::Pays),
              ElementsAre("not settled"));
}

/// A file's own terms come first; an inherited one can be amended in place and taken away.
TEST(Terms, AreInherited) {
  const tests::TemporaryFolder folder;
  std::ofstream(folder / "base.json") << settled;
  std::ofstream(folder / "own.json") << R"({"extends": "base.json", "title": "O", "terms": {
    "aids": null, "children": {"answer": "nobody"},
    "old": {"matter": "pays", "when": {"age": "80_plus"}, "answer": "the region", "source": "H04"}}})";
  const RuleTable table(read(scenarios::load_rules(folder / "own.json")));
  EXPECT_THAT(names_for(table, {{"age", "80_plus"}}, Matter::Pays), ElementsAre("old"));
  EXPECT_THAT(names_for(table, {{"age", "under_18"}}, Matter::Pays), ElementsAre("children"));
  EXPECT_THAT(names_for(table, {}, Matter::Supplies), ElementsAre("not settled"));
  const auto* const children = scenarios::find_named(table.set().terms, "children");
  ASSERT_NE(children, nullptr);
  EXPECT_EQ(children->answer.en, "nobody");
  EXPECT_TRUE(children->file.ends_with("own.json"));
}

}  // namespace
