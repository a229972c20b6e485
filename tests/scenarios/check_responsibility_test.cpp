// SPDX-License-Identifier: Apache-2.0
// Messages of responsibility: one for each fault, with its place.
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
using scenarios_test::with;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view ruled_care = R"({
  "title": "Home care",
  "horizon": {"start": "2025-01-06", "days": 100},
  "attributes": {"municipality": ["north"], "care": ["none", "level_1"]},
  "settings": {
    "home": {"residence": true, "hazards": {"per_year": 1, "to": "gone"}},
    "unserved": {"residence": true, "hazards": {"per_year": 1, "to": "gone"}}
  },
  "exits": {"gone": "Gone"},
  "arrivals": {"new": {"to": "home", "per_day": 1}},
  "care": {
    "roles": {"nurse": {}},
    "shifts": {"day": {"start_hour": 7, "hours": 8}},
    "tasks": {"visit": {
      "settings": "home", "role": "nurse", "per_week": 2,
      "minutes": {"kind": "fixed", "value": 25}, "shifts": {"day": 1},
      "facts": {"competence": "rehab"}
    }},
    "municipalities": {
      "north": {"teams": {"nurse": {"people": 5, "roster": {"shift": "day", "posts": 2}}}}
    },
    "responsibility": {
      "agreements": [
        {"rules": "first.json"},
        {"rules": "second.json", "from": "2025-02-01", "present": "keep"}
      ],
      "switches": {"person_scope": "staying"},
      "facts": [
        {"when": {"care": "level_1"}, "set": {"task": {"wound": 0.4, "tpn": 0.6}}},
        {"given": {"task": "tpn"}, "set": {"prescriber": "specialist"}}
      ],
      "misjudged": {"palliative": 0.1},
      "providers": {"health_centre": {"travel_minutes": 9}},
      "requests": {
        "to": "home", "accepted_by": "municipality", "refused": 0.2, "refused_to": "unserved"
      }
    }
  }
})";

std::vector<std::string> faults_of(std::string_view from, std::string_view to) {
  return texts(load_text(with(std::string(ruled_care), from, to), "h.json").errors);
}

const std::string at = "h.json#/care/responsibility/";

TEST(CheckResponsibility, TheBaseIsSoundAndSurvivesTheRoundTrip) {
  const Loaded loaded = load_text(ruled_care, "h.json");
  EXPECT_THAT(texts(loaded.errors), IsEmpty());
  ASSERT_TRUE(loaded.scenario);
  EXPECT_EQ(resolved_json(*load_text(resolved_json(*loaded.scenario), "h.json").scenario),
            resolved_json(*loaded.scenario));
}

TEST(CheckResponsibility, MisspeltAttributesAndImpossibleValues) {
  EXPECT_THAT(
      faults_of("{\"prescriber\": \"specialist\"}", "{\"prescriber\": \"specialst\"}"),
      ElementsAre(at + "facts/1/set/prescriber: expected one of: health_centre, specialist, "
                       "childrens_clinic, psychiatry, got \"specialst\" (did you mean "
                       "\"specialist\"?)"));
  EXPECT_THAT(faults_of("\"given\": {\"task\": \"tpn\"}", "\"given\": {\"taks\": \"tpn\"}"),
              ElementsAre(testing::AllOf(
                  testing::StartsWith(at + "facts/1/given/taks: expected one of: task, competence"),
                  testing::EndsWith("got \"taks\" (did you mean \"task\"?)"))));
  EXPECT_THAT(faults_of("\"palliative\": 0.1", "\"palliative\": 1.1"),
              ElementsAre(at + "misjudged/palliative: expected a probability in [0, 1], got 1.1 "
                               "(number)"));
  EXPECT_THAT(faults_of("\"person_scope\": \"staying\"", "\"person_scope\": \"stayng\""),
              ElementsAre(at + "switches/person_scope: expected one of: staying, county, own, got "
                               "\"stayng\" (did you mean \"staying\"?)"));
  EXPECT_THAT(faults_of("\"competence\": \"rehab\"", "\"competence\": \"rehap\""),
              ElementsAre("h.json#/care/tasks/visit/facts/competence: expected one of: nurse, "
                          "rehab, physician, got \"rehap\" (did you mean \"rehab\"?)"));
  EXPECT_THAT(faults_of("\"accepted_by\": \"municipality\"", "\"accepted_by\": \"municipal\""),
              ElementsAre(testing::HasSubstr("(did you mean \"municipality\"?)")));
}

TEST(CheckResponsibility, TheMomentIsNoFact) {
  EXPECT_THAT(faults_of("{\"prescriber\": \"specialist\"}", "{\"shift\": \"night\"}"),
              ElementsAre(at + "facts/1/set/shift: expected nothing: the run itself knows when it "
                               "is, got a value of its own"));
}

TEST(CheckResponsibility, AgreementsFollowOneAnother) {
  EXPECT_THAT(faults_of("\"second.json\", \"from\": \"2025-02-01\"", "\"second.json\""),
              ElementsAre(at + "agreements/1/from: expected the day from which it holds, got "
                               "nothing"));
  EXPECT_THAT(faults_of("\"first.json\"", "\"first.json\", \"from\": \"2025-01-01\""),
              ElementsAre(at + "agreements/0/from: expected no day: the first rule set holds from "
                               "the start, got a day"));
}

TEST(CheckResponsibility, ARefusalLeadsSomewhere) {
  EXPECT_THAT(faults_of("\"refused_to\": \"unserved\"", "\"refused_to\": \"unservd\""),
              ElementsAre(at + "requests/refused_to: expected one of: home, unserved, gone, got "
                               "\"unservd\" (did you mean \"unserved\"?)"));
}

/// What the files of the scenario extend: a law that asks who is covered, and rules of no content.
struct RuleFolder {
  Folder folder;

  [[nodiscard]] Scenario scenario(const std::string& inside, std::string_view party,
                                  std::string_view title, std::string_view condition) const {
    folder.write(inside + "/law.json",
                 fmt::format(R"({{"title": "T", "systems": {{"id": "A44", "name": "T"}},
      "constraints": {{"law": {{"label": "l", "when": {{"competence": "physician"}},
                                "responsible": "region", "source": "D82"}}}},
      "definitions": {{"covered": {}}},
      "rules": {{"covered": {{"when": {{"covered": "yes"}}, "responsible": "{}",
                              "performer": "health_centre", "reason": "r", "source": "D30"}},
                 "rest": {{"when": {{}}, "responsible": "region", "performer": "health_centre",
                           "reason": "r", "source": "D30"}}}}}})",
                             condition, party));
    for (const char* const name : {"first", "second"}) {
      folder.write(fmt::format("{}/{}.json", inside, name),
                   fmt::format(R"({{"extends": "law.json", "title": "{}"}})", title));
    }
    const auto loaded = load(folder.write(inside + "/h.json", ruled_care));
    EXPECT_THAT(folder.texts(loaded.errors), IsEmpty());
    return loaded.scenario.value_or(Scenario{});
  }
};

/// A rule set decides by what it extends as much as by what it says itself.
TEST(Hash, CoversRuleSetsWithWhatTheyExtend) {
  const RuleFolder rules;
  const std::string_view covered = R"({"person_scope": "staying"})";
  const auto first = scenario_hash(rules.scenario("a", "region", "R", covered));
  EXPECT_EQ(scenario_hash(rules.scenario("b", "region", "R", covered)), first);
  EXPECT_NE(scenario_hash(rules.scenario("c", "municipality", "R", covered)), first)
      << "the extended file says something else";
  EXPECT_NE(scenario_hash(rules.scenario("d", "region", "S", covered)), first);
}

TEST(CheckResponsibility, WarnsOfASwitchThatNoRuleReads) {
  const RuleFolder rules;
  const auto warnings = [&](const std::string& inside, std::string_view condition) {
    return rules.folder.texts(
        load_agreements(rules.scenario(inside, "region", "R", condition)).warnings);
  };
  EXPECT_THAT(warnings("a", R"({"person_scope": "staying"})"), IsEmpty());
  EXPECT_THAT(
      warnings("b", R"({"primary_level": "yes"})"),
      ElementsAre("b/h.json#/care/responsibility/switches/person_scope: expected a switch that the "
                  "rules read, complexity_scale, got \"person_scope\", which changes nothing"));
  EXPECT_THAT(
      warnings("c", R"({"age": "under_18"})"),
      ElementsAre("c/h.json#/care/responsibility/switches/person_scope: expected no switch: the "
                  "rules read none, got \"person_scope\", which changes nothing"));
}

}  // namespace
}  // namespace scenarios
