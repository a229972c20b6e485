// SPDX-License-Identifier: Apache-2.0
// What an answer hangs on, against conditions read one by one for random rule sets, and by hand.
#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/rules/deciding.hpp"
#include "scenarios/case_vocabulary.hpp"
#include "scenarios/check_rules.hpp"
#include "scenarios/rule_reader.hpp"

namespace care {
namespace {

using scenarios::Party;
using scenarios::Performer;
using Named = scenarios::Named<std::string>;
using Changes = DecidingAttribute::Changes;

/// The random rule sets look at these only; the last two are switches.
const std::vector<std::string> looked_at{"task",  "age",        "reach",      "enrolled",
                                         "shift", "palliative", "level_rule", "person_scope"};

const scenarios::CaseDimension& dimension_of(std::string_view name) {
  return scenarios::case_vocabulary()[*scenarios::find_dimension(name)];
}

scenarios::Condition random_condition(std::mt19937& random, std::size_t names) {
  scenarios::Condition when;
  for (std::size_t i = 0; i < names; ++i) {
    const auto& name = looked_at[random() % looked_at.size()];
    if (scenarios::find_named(when.all, name) != nullptr) continue;
    std::vector<std::string> accepted;
    for (const auto& value : dimension_of(name).values) {
      if (random() % 2 == 0) accepted.emplace_back(value.name);
    }
    if (!accepted.empty()) when.all.emplace_back(name, accepted);
  }
  return when;
}

scenarios::ResponsibilityRule random_rule(std::mt19937& random) {
  scenarios::ResponsibilityRule rule;
  rule.responsible = {random() % 2 == 0 ? Party::Region : Party::Municipality};
  rule.performer = {random() % 2 == 0 ? Performer::Municipality : Performer::HealthCentre};
  if (random() % 4 == 0) rule.dispute = scenarios::Dispute{{Party::Region}, {Party::Municipality}};
  return rule;
}

/// Some rules, the last for every case, and cases that do not occur.
scenarios::RuleSet random_set(std::mt19937& random) {
  scenarios::RuleSet set;
  for (int i = 0; i < 6; ++i) {
    auto rule = random_rule(random);
    rule.when = random_condition(random, 1 + random() % 3);
    set.rules.emplace_back("rule_" + std::to_string(i), rule);
  }
  set.rules.emplace_back("rest", random_rule(random));
  set.impossible.emplace_back("never",
                              scenarios::ImpossibleCase{random_condition(random, 3), {}, {}});
  return set;
}

bool meets(const scenarios::Condition& when, const Named& values) {
  return std::ranges::all_of(when.all, [&](const auto& term) {
    return std::ranges::find(term.second, *scenarios::find_named(values, term.first)) !=
           term.second.end();
  });
}

/// What a case is answered, read rule by rule at every position of the two switches; empty where the
/// case occurs at none.
struct Read {
  bool occurs = false, disputed = false;
  std::set<std::pair<std::vector<Party>, std::vector<Performer>>> owners;

  bool operator==(const Read&) const = default;
};

Read read_case(const scenarios::RuleSet& set, const Named& values) {
  Read read;
  for (const auto& level : dimension_of("level_rule").values) {
    for (const auto& scope : dimension_of("person_scope").values) {
      Named at = values;
      at.emplace_back("level_rule", level.name);
      at.emplace_back("person_scope", scope.name);
      read.occurs |= !meets(set.impossible.front().second.when, at);
      const auto rule = std::ranges::find_if(
          set.rules, [&](const auto& one) { return meets(one.second.when, at); });
      read.owners.emplace(rule->second.responsible, rule->second.performer);
      read.disputed |= rule->second.dispute.has_value();
    }
  }
  read.disputed |= read.owners.size() > 1;
  return read;
}

/// Every single change that changes the answer, tried one by one: attribute -> values.
std::map<std::string, std::set<std::string>> tried(const scenarios::RuleSet& set,
                                                   const Named& values) {
  std::map<std::string, std::set<std::string>> found;
  const Read given = read_case(set, values);
  for (std::size_t i = 0; i < values.size(); ++i) {
    for (const auto& value : dimension_of(values[i].first).values) {
      Named changed = values;
      changed[i].second = value.name;
      const Read other = read_case(set, changed);
      if (!other.occurs) continue;
      if (other.disputed != given.disputed || other.owners != given.owners) {
        found[values[i].first].insert(std::string(value.name));
      }
    }
  }
  return found;
}

std::map<std::string, std::set<std::string>> named(const RuleTable& table, const Named& values) {
  std::map<std::string, std::set<std::string>> found;
  for (const auto& attribute : deciding_attributes(table, case_of(values))) {
    const auto& dimension = table.vocabulary()[attribute.dimension];
    for (const auto& other : attribute.others) {
      found[std::string(dimension.name)].insert(std::string(dimension.values[other.value].name));
    }
  }
  return found;
}

TEST(Deciding, NamesEverySingleChangeThatChangesTheAnswerAndNoOther) {
  std::mt19937 random(13);
  int deciding = 0, not_deciding = 0;
  for (int s = 0; s < 20; ++s) {
    const auto set = random_set(random);
    const RuleTable table(set);
    for (int c = 0; c < 10; ++c) {
      Named values;
      for (const auto& dimension : scenarios::case_vocabulary()) {
        if (dimension.kind != scenarios::CaseDimension::Kind::Attribute) continue;
        values.emplace_back(dimension.name,
                            dimension.values[random() % dimension.values.size()].name);
      }
      if (!read_case(set, values).occurs) continue;
      const auto expected = tried(set, values);
      EXPECT_EQ(named(table, values), expected) << "set " << s << " case " << c;
      ++(expected.empty() ? not_deciding : deciding);
    }
  }
  EXPECT_GT(deciding, 50);
  EXPECT_GT(not_deciding, 1);
}

/// By day the municipality's, at night the region's, and who performs by day hangs on the age; what a
/// child without enrolment needs is disputed.
RuleTable by_hand() {
  auto loaded = scenarios::load_rules_text(R"({"title": "T", "systems": {"id": "A44", "name": "T"},
    "constraints": {"law": {"label": "l", "when": {"competence": "physician"},
      "responsible": "region", "source": "D82"}},
    "impossible": {"never": {"when": {"shift": "evening"}, "reason": "r"}},
    "rules": {
      "physician": {"when": {"competence": "physician"}, "responsible": "region",
        "performer": "health_centre", "reason": "r", "source": "D82"},
      "night": {"when": {"shift": ["evening", "night"]}, "responsible": "region",
        "performer": "health_centre", "reason": "r", "source": "D30"},
      "contested": {"when": {"enrolled": "no"}, "responsible": "municipality",
        "performer": "municipality", "reason": "r", "source": "D30",
        "dispute": {"municipality": "region", "region": "municipality"}},
      "child": {"when": {"age": "under_18"}, "responsible": "municipality",
        "performer": "health_centre", "reason": "r", "source": "D30"},
      "rest": {"when": {}, "responsible": "municipality", "performer": "municipality",
        "reason": "r", "source": "D30"}}})",
                                           "rules.json");
  for (const auto& issue : loaded.errors) ADD_FAILURE() << issue.text();
  return RuleTable(loaded.rules.value_or(scenarios::RuleSet{}));
}

TEST(Deciding, TellsWhatChangesMostFirst) {
  const auto table = by_hand();
  std::vector<std::string> told;
  for (const auto& attribute : deciding_attributes(table, case_of({}))) {
    const auto& dimension = table.vocabulary()[attribute.dimension];
    for (const auto& other : attribute.others) {
      told.push_back(std::string(dimension.name) + " " +
                     std::string(dimension.values[other.value].name) + " " +
                     table.set().rules[other.answer.readings.front().rule].first);
    }
  }
  // The evening does not occur. Of shift and competence one other value in two changes it.
  EXPECT_THAT(told, testing::ElementsAre("competence physician physician", "shift night night",
                                         "enrolled no contested", "age under_18 child"));
  const auto deciding = deciding_attributes(table, case_of({}));
  EXPECT_EQ(deciding[0].changes, Changes::Responsible);
  EXPECT_EQ(deciding[2].changes, Changes::Settled);
  EXPECT_EQ(deciding[3].changes, Changes::Performer);
  EXPECT_DOUBLE_EQ(deciding[1].share, 0.5);
  // For a physician's task only the competence decides.
  EXPECT_THAT(named(table, {{"competence", "physician"}}), testing::SizeIs(1));
}

}  // namespace
}  // namespace care
