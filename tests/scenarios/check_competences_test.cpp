// SPDX-License-Identifier: Apache-2.0
// Messages on competences and on visits that are handed over.
#include <string>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenarios/reader.hpp"
#include "scenarios/writer.hpp"
#include "tests/scenarios/files.hpp"

namespace scenarios {
namespace {

using scenarios_test::texts;
using scenarios_test::with;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::string_view insulin_at_home = R"({
  "title": "Insulin at home",
  "horizon": {"start": "2025-01-06", "days": 100},
  "attributes": {"municipality": ["north"]},
  "settings": {"home": {"residence": true, "hazards": {"per_year": 1, "to": "gone"}}},
  "exits": {"gone": "Gone"},
  "arrivals": {"new": {"to": "home", "per_day": 1}},
  "care": {
    "competences": {"insulin": {"label": "Insulin"}},
    "roles": {
      "nurse": {"leave_weeks": 0, "competences": {"insulin": {"share": 1}}},
      "assistant": {"leave_weeks": 0, "competences": {"insulin": {"share": 0.65, "substitutes": 0.4}}}
    },
    "shifts": {"day": {"start_hour": 7, "hours": 8}},
    "tasks": {
      "insulin": {
        "settings": "home", "role": "assistant", "competence": "insulin", "hand_over_to": "nurse",
        "per_week": 7, "minutes": {"kind": "fixed", "value": 15}, "shifts": {"day": 1}
      },
      "visit": {
        "settings": "home", "role": "nurse", "per_week": 1,
        "minutes": {"kind": "fixed", "value": 25}, "shifts": {"day": 1}
      }
    },
    "municipalities": {"north": {"teams": {
      "nurse": {"people": 5, "roster": {"shift": "day", "posts": 2}},
      "assistant": {"people": 5, "roster": {"shift": "day", "posts": 2}}
    }}}
  }
})";

Loaded insulin_with(std::string_view from, std::string_view to) {
  return load_text(with(std::string(insulin_at_home), from, to), "h.json");
}
std::vector<std::string> insulin_errors(std::string_view from, std::string_view to) {
  return texts(insulin_with(from, to).errors);
}
std::vector<std::string> insulin_warnings(std::string_view from, std::string_view to) {
  const Loaded loaded = insulin_with(from, to);
  EXPECT_THAT(texts(loaded.errors), IsEmpty());
  return texts(loaded.warnings);
}

TEST(CheckCompetences, TheBaseIsSoundAndSurvivesTheRoundTrip) {
  const Loaded loaded = load_text(insulin_at_home, "h.json");
  EXPECT_THAT(texts(loaded.errors), IsEmpty());
  EXPECT_THAT(texts(loaded.warnings), IsEmpty());
  ASSERT_TRUE(loaded.scenario);
  const auto& assistant = loaded.scenario->care->roles[1].second;
  EXPECT_EQ(assistant.competences[0].second.share, 0.65);
  EXPECT_EQ(assistant.competences[0].second.substitutes, 0.4);
  EXPECT_FALSE(assistant.competences[0].second.agency) << "as own staff";
  EXPECT_EQ(loaded.scenario->care->tasks[0].second.hand_over_to, "nurse");
  EXPECT_EQ(resolved_json(*load_text(resolved_json(*loaded.scenario), "h.json").scenario),
            resolved_json(*loaded.scenario));
}

TEST(CheckCompetences, NamesThatAreNotThere) {
  EXPECT_THAT(insulin_errors("\"competence\": \"insulin\"", "\"competence\": \"insulinn\""),
              ElementsAre("h.json#/care/tasks/insulin/competence: expected insulin, got "
                          "\"insulinn\" (did you mean \"insulin\"?)"));
  EXPECT_THAT(insulin_errors("{\"insulin\": {\"share\": 1}}", "{\"catheter\": {}}"),
              Contains(HasSubstr("h.json#/care/roles/nurse/competences/catheter: expected")));
  EXPECT_THAT(insulin_errors("\"share\": 0.65", "\"share\": 1.65"),
              ElementsAre(HasSubstr("h.json#/care/roles/assistant/competences/insulin/share: "
                                    "expected a probability in [0, 1]")));
}

TEST(CheckCompetences, AtMostSixteen) {
  std::string many;
  for (int i = 0; i < 16; ++i) many += fmt::format(", \"c{}\": {{}}", i);
  EXPECT_THAT(
      insulin_errors("{\"insulin\": {\"label\": \"Insulin\"}}", "{\"insulin\": {}" + many + "}"),
      Contains("h.json#/care/competences: expected at most 16 rows, got 17 (number)"));
}

TEST(CheckCompetences, OneThatNoTaskAsksFor) {
  EXPECT_THAT(
      insulin_warnings("{\"insulin\": {\"label\": \"Insulin\"}}",
                       "{\"insulin\": {}, \"drip\": {}}"),
      ElementsAre("h.json#/care/competences/drip: expected a task that asks for it, got none"));
}

TEST(CheckCompetences, WhoComesAlong) {
  const auto with_company = [](const std::string& role) {
    return insulin_errors(
        "\"role\": \"nurse\", \"per_week\": 1",
        "\"role\": \"nurse\", \"together_with\": \"" + role + "\", \"per_week\": 1");
  };
  EXPECT_THAT(with_company("nurse"),
              ElementsAre("h.json#/care/tasks/visit/together_with: expected a role other than the "
                          "task's own, got \"nurse\""));
  EXPECT_THAT(
      with_company("assistant"),
      Contains("h.json#/care/tasks/visit/together_with: expected a role that does not in turn "
               "hand visits over to, or take along, \"nurse\", got \"assistant\""));
  EXPECT_THAT(with_company("nurs"), ElementsAre(HasSubstr("did you mean \"nurse\"")));
  EXPECT_THAT(
      insulin_errors("\"hand_over_to\": \"nurse\"",
                     "\"hand_over_to\": \"nurse\", \"together_with\": \"nurse\""),
      ElementsAre(
          "h.json#/care/tasks/insulin/together_with: expected a role other than the one that "
          "the visit is handed over to, got \"nurse\""));
  EXPECT_THAT(insulin_warnings("\"hand_over_to\": \"nurse\"", "\"together_with\": \"nurse\""),
              IsEmpty());
}

TEST(CheckCompetences, WhoStaysForTheWholeShift) {
  const auto visit = [](const std::string& fields) {
    return insulin_errors(R"("minutes": {"kind": "fixed", "value": 25}, "shifts": {"day": 1})",
                          fields);
  };
  const std::string at = "h.json#/care/tasks/visit/";
  const std::string sound = R"("presence": true, "priority": "must_attend", "shifts": {"day": 1})";
  EXPECT_THAT(visit(sound), IsEmpty());
  EXPECT_THAT(visit(R"("shifts": {"day": 1})"),
              ElementsAre(at + "minutes: expected the length of the visit, or \"presence\": true, "
                               "got nothing"));
  EXPECT_THAT(visit(sound + R"(, "minutes": {"kind": "fixed", "value": 25})"),
              ElementsAre(at + "minutes: expected nothing: who stays does so for the whole shift, "
                               "got a length"));
  EXPECT_THAT(visit(sound + R"(, "staff": 2)"),
              ElementsAre(at + "staff: expected one person only, since somebody stays for the "
                               "whole shift, got 2 (number)"));
  EXPECT_THAT(visit(sound + R"(, "max_moves": 1)"),
              ElementsAre(at + "max_moves: expected 0, since presence cannot be moved to another "
                               "shift, got 1 (number)"));
  EXPECT_THAT(visit(R"("presence": true, "shifts": {"day": 1})"),
              ElementsAre(at + "priority: expected must_attend: who stays is settled before all "
                               "visits, got \"ordinary\""));
  EXPECT_THAT(insulin_errors(R"("role": "nurse", "per_week": 1,
        "minutes": {"kind": "fixed", "value": 25},)",
                             R"("role": "nurse", "per_week": 1, "presence": true,
        "priority": "must_attend",)"),
              IsEmpty());
}

TEST(CheckCompetences, ALeadNeedsPostsThatChangeHands) {
  EXPECT_THAT(
      insulin_errors("\"share\": 0.65", "\"lead_weeks\": 4, \"share\": 0.65"),
      ElementsAre("h.json#/care/roles/assistant/competences/insulin/lead_weeks: expected 0, "
                  "since no post changes hands without \"vacancy_length\", got 4 (number)"));
  EXPECT_THAT(
      insulin_errors("\"assistant\": {\"leave_weeks\": 0, \"competences\": {\"insulin\": {",
                     "\"assistant\": {\"leave_weeks\": 0, \"vacancy\": 0.1, \"vacancy_length\": "
                     "{\"kind\": \"exponential\", \"unit\": \"weeks\", \"mean\": 10}, "
                     "\"competences\": {\"insulin\": {\"lead_weeks\": 4, "),
      IsEmpty());
}

TEST(CheckCompetences, VisitsTogetherHaveNoWindow) {
  const std::string with_windows =
      with(std::string(insulin_at_home), "\"tasks\": {",
           "\"windows\": {\"morning\": {\"start_hour\": 7, \"hours\": 2}}, \"tasks\": {");
  const Loaded loaded =
      load_text(with(with_windows, "\"competence\": \"insulin\", \"hand_over_to\": \"nurse\",",
                     "\"together_with\": \"nurse\", \"window\": \"morning\","),
                "h.json");
  EXPECT_THAT(texts(loaded.errors),
              ElementsAre("h.json#/care/tasks/insulin/together_with: expected no window of a visit "
                          "that two roles give together, got \"morning\""));
}

TEST(CheckCompetences, WhoGetsWhatIsHandedOver) {
  EXPECT_THAT(insulin_errors("\"hand_over_to\": \"nurse\"", "\"hand_over_to\": \"assistant\""),
              ElementsAre("h.json#/care/tasks/insulin/hand_over_to: expected a role other than the "
                          "task's own, got \"assistant\""));
  EXPECT_THAT(
      insulin_errors("\"role\": \"nurse\", \"per_week\": 1",
                     "\"role\": \"nurse\", \"hand_over_to\": \"assistant\", \"per_week\": 1"),
      ElementsAre("h.json#/care/tasks/insulin/hand_over_to: expected a role whose visits "
                  "are not in turn handed over to \"assistant\", got \"nurse\"",
                  "h.json#/care/tasks/visit/hand_over_to: expected a role whose visits "
                  "are not in turn handed over to \"nurse\", got \"assistant\""));
  EXPECT_THAT(
      insulin_errors("{\"insulin\": {\"share\": 1}}", "{}"),
      ElementsAre("h.json#/care/tasks/insulin/hand_over_to: expected a role in which "
                  "somebody has \"insulin\", which the task asks for, got \"nurse\" without "
                  "it"));
  EXPECT_THAT(
      insulin_warnings(
          "\"nurse\": {\"people\": 5, \"roster\": {\"shift\": \"day\", \"posts\": 2}}",
          "\"nurse\": {\"people\": 5, \"roster\": {\"shift\": \"day\", \"posts\": 0}}"),
      Contains("h.json#/care/tasks/insulin/hand_over_to: expected somebody of role nurse on "
               "duty in north, got nobody"));
}

}  // namespace
}  // namespace scenarios
