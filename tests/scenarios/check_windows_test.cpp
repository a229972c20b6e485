// SPDX-License-Identifier: Apache-2.0
// Messages on windows.
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenarios/reader.hpp"
#include "scenarios/windows.hpp"
#include "scenarios/writer.hpp"
#include "tests/scenarios/files.hpp"

namespace scenarios {
namespace {

using scenarios_test::texts;
using scenarios_test::with;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view early_insulin = R"({
  "title": "Insulin before breakfast",
  "horizon": {"start": "2025-01-06", "days": 100},
  "attributes": {"municipality": ["north"]},
  "settings": {"home": {"residence": true, "hazards": {"per_year": 1, "to": "gone"}}},
  "exits": {"gone": "Gone"},
  "arrivals": {"new": {"to": "home", "per_day": 1}},
  "care": {
    "roles": {"nurse": {"leave_weeks": 0}},
    "shifts": {
      "day": {"start_hour": 7, "hours": 8}, "night": {"start_hour": 21.5, "hours": 9.5},
      "evening": {"start_hour": 14.5, "hours": 7}
    },
    "windows": {
      "morning": {"start_hour": 6.5, "hours": 2}, "noon": {"start_hour": 11, "hours": 2}
    },
    "tasks": {
      "insulin": {
        "settings": "home", "role": "nurse", "window": "morning",
        "per_week": 7, "minutes": {"kind": "fixed", "value": 15}, "shifts": {"day": 1}
      },
      "lunch": {
        "settings": "home", "role": "nurse", "window": "noon",
        "per_week": 7, "minutes": {"kind": "fixed", "value": 15}, "shifts": {"day": 1}
      }
    },
    "municipalities": {"north": {"teams": {
      "nurse": {"people": 5, "roster": {"shift": "day", "posts": 2}}
    }}}
  }
})";

std::vector<std::string> faults_with(std::string_view from, std::string_view to) {
  return texts(load_text(with(std::string(early_insulin), from, to), "h.json").errors);
}

TEST(CheckWindows, TheBaseIsSoundAndSurvivesTheRoundTrip) {
  const Loaded loaded = load_text(early_insulin, "h.json");
  EXPECT_THAT(texts(loaded.errors), IsEmpty());
  EXPECT_THAT(texts(loaded.warnings), IsEmpty());
  ASSERT_TRUE(loaded.scenario);
  const Care& care = *loaded.scenario->care;
  EXPECT_EQ(care.windows[0].second.start_hour, 6.5);
  EXPECT_EQ(care.tasks[0].second.window, "morning");
  EXPECT_EQ(resolved_json(*load_text(resolved_json(*loaded.scenario), "h.json").scenario),
            resolved_json(*loaded.scenario));
}

TEST(CheckWindows, Faults) {
  EXPECT_THAT(faults_with("\"window\": \"noon\"", "\"window\": \"nooon\""),
              ElementsAre("h.json#/care/tasks/lunch/window: expected one of: morning, noon, got "
                          "\"nooon\" (did you mean \"noon\"?)"));
  EXPECT_THAT(
      faults_with("{\"start_hour\": 11,", "{\"start_hour\": 8,"),
      ElementsAre("h.json#/care/windows/noon: expected a window that overlaps no other, got "
                  "\"morning\""));
  EXPECT_THAT(
      faults_with("{\"start_hour\": 11,", "{\"start_hour\": 24,"),
      ElementsAre("h.json#/care/windows/noon/start_hour: expected an hour before 24, got 24 "
                  "(number)",
                  "h.json#/care/tasks/lunch/window: expected a window that lies in each of "
                  "the task's shifts, got one outside the shift \"day\""));
  EXPECT_THAT(
      faults_with("\"shifts\": {\"day\": 1}\n      },\n      \"lunch\"",
                  "\"shifts\": {\"day\": 0.5, \"evening\": 0.5}\n      },\n      \"lunch\""),
      ElementsAre("h.json#/care/tasks/insulin/window: expected a window that lies in each of "
                  "the task's shifts, got one outside the shift \"evening\""));
}

TEST(CheckWindows, AWindowThatNobodyAsksForIsTold) {
  const Loaded loaded =
      load_text(with(std::string(early_insulin), "\"window\": \"noon\",", ""), "h.json");
  EXPECT_THAT(texts(loaded.errors), IsEmpty());
  EXPECT_THAT(texts(loaded.warnings),
              ElementsAre("h.json#/care/windows/noon: expected a task that asks for it, got none"));
}

TEST(CheckWindows, HoursInCommonGoOverMidnight) {
  EXPECT_DOUBLE_EQ(common_hours(6, 3, 7, 8), 2);
  EXPECT_DOUBLE_EQ(common_hours(21.5, 9.5, 6.5, 2), 0.5) << "the night reaches to seven";
  EXPECT_DOUBLE_EQ(common_hours(6.5, 2, 21.5, 9.5), 0.5);
  EXPECT_DOUBLE_EQ(common_hours(9, 2, 7, 2), 0);
  EXPECT_DOUBLE_EQ(share_in({{}, 7, 2}, {{}, 7, 8}), 0.25);
}

}  // namespace
}  // namespace scenarios
