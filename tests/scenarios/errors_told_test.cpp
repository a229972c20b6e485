// SPDX-License-Identifier: Apache-2.0
// What a user reads when that is wrong which a scenario asks to be told: limits, times, attributes, measures.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/scenarios/errors.hpp"

namespace scenarios {
namespace {

using scenarios_test::errors;
using scenarios_test::errors_with;
using scenarios_test::ward;
using scenarios_test::with;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Errors, C2LimitsThatCannotBeReachedOrTold) {
  const auto limit = [](std::string_view text) {
    return errors_with("\"exits\":", "\"limits\": " + std::string(text) + ", \"exits\":");
  };
  EXPECT_THAT(
      limit(R"({"full": {"setting": "ward"}, "busy": {"setting": "home", "count": "queued"}})"),
      IsEmpty());
  EXPECT_THAT(limit(R"({"full": {"setting": "home"}})"),
              ElementsAre("w.json#/limits/full/at_least: expected a limit: a setting without a "
                          "number of places is never full, got \"home\", which is unlimited"));
  EXPECT_THAT(limit(R"({"full": {"setting": "ward", "at_least": 0}})"),
              ElementsAre("w.json#/limits/full/at_least: expected a number >= 1, got 0 (number)"));
  EXPECT_THAT(limit(R"({"deaths": {"setting": "ward"}})"),
              ElementsAre("w.json#/limits/deaths: expected a name that no measure has, got "
                          "\"deaths\""));
  EXPECT_THAT(limit(R"({"full": {"setting": "ward", "count": "lost"}})"),
              ElementsAre("w.json#/limits/full/count: expected one of: present, ready, blocked, "
                          "queued, occupied, got \"lost\" (string)"));
}

TEST(Errors, C2NoMoreLimitsAndTimesThanCanBeTold) {
  std::string limits, times;
  for (int i = 0; i < 401; ++i) {
    const auto n = std::to_string(i);
    if (i < 65) limits += (i == 0 ? "" : ",") + ("\"l" + n + "\": {\"setting\": \"ward\"}");
    times += (i == 0 ? "\"" : ",\"") + n + "\"";
  }
  EXPECT_THAT(errors_with("\"exits\":", "\"limits\": {" + limits + "}, \"exits\":"),
              ElementsAre("w.json#/limits: expected at most 64 rows, got 65 (number)"));
  EXPECT_THAT(errors_with("\"exits\":", "\"report_at\": [" + times + "], \"exits\":"),
              ElementsAre("w.json#/report_at: expected at most 400 rows, got 401 (number)"));
}

TEST(Errors, C5AttributesWithAValueInCommon) {
  EXPECT_THAT(errors_with("\"exits\":", R"("report_by": ["age", "level"], "exits":)"), IsEmpty());
  for (const std::string none : {R"("")", R"([""])", "[]"}) {
    EXPECT_THAT(errors_with("\"exits\":", "\"report_by\": " + none + ", \"exits\":"), IsEmpty());
    const auto loaded = load_text(
        with(std::string(ward), "\"exits\":", "\"report_by\": " + none + ", \"exits\":"), "w.json");
    ASSERT_TRUE(loaded.scenario);
    EXPECT_TRUE(loaded.scenario->report_by.empty()) << none;
  }
  EXPECT_THAT(errors_with("\"exits\":", R"("report_by": ["age", "sex"], "exits":)"),
              ElementsAre("w.json#/report_by/1: expected one of: age, level, got \"sex\""));
  auto text = with(std::string(ward), "\"level\": [\"1\", \"2\"]",
                   "\"level\": [\"1\", \"2\"], \"need\": [\"old\", \"new\"]");
  EXPECT_THAT(errors(with(text, "\"exits\":", R"("report_by": ["age", "need"], "exits":)")),
              ElementsAre("w.json#/report_by/1: expected attributes without a value in common, got "
                          "\"old\" in both \"age\" and \"need\""));
}

TEST(Errors, C1TimesThatAreNotMeasured) {
  const auto at = [](std::string_view text) {
    return errors_with("\"exits\":", "\"report_at\": " + std::string(text) + ", \"exits\":");
  };
  EXPECT_THAT(at(R"(["2025-01-06", "2025-04-16", "2025-02-01 07:00"])"), IsEmpty());
  EXPECT_THAT(at(R"(["2025-01-05", "soon"])"),
              ElementsAre("w.json#/report_at/0: expected a time in the period measured, from "
                          "2025-01-06T00:00:00 to 2025-04-16T00:00:00, got \"2025-01-05\"",
                          "w.json#/report_at/1: expected a time such as 2025-01-31T08:00, got "
                          "\"soon\""));
  EXPECT_THAT(at(R"(["2025-02-01", "2025-02-01T00:00"])"),
              ElementsAre("w.json#/report_at/1: expected each value once, got "
                          "\"2025-02-01T00:00\" twice"));
  EXPECT_THAT(errors_with("\"exits\":", R"("report_levels": ["ward", "ward"], "exits":)"),
              ElementsAre("w.json#/report_levels/1: expected each value once, got \"ward\" twice"));
}

TEST(Errors, Measures) {
  EXPECT_THAT(
      errors_with("{\"count\": \"entries\", \"settings\": \"gone\"}", "{\"count\": \"exits\"}"),
      ElementsAre(
          "w.json#/measures/deaths/numerator/settings: expected the settings where exits are "
          "counted, got nothing"));
  EXPECT_THAT(
      errors_with("\"count\": \"entries\"", "\"count\": \"exits\""),
      ElementsAre("w.json#/measures/deaths/numerator/settings/0: expected a setting; at exits only "
                  "entries are counted, got \"gone\""));
  EXPECT_THAT(
      errors_with("{\"count\": \"entries\", \"settings\": \"gone\"}",
                  "{\"count\": \"readmissions\"}"),
      ElementsAre(
          "w.json#/measures/deaths/numerator/count: expected \"readmission\" in \"care\", which "
          "says what counts as one, got none"));
  EXPECT_THAT(
      errors_with("\"count\": \"entries\", \"settings\": \"gone\"",
                  "\"count\": \"capacity_days\", \"settings\": [\"ward\", \"home\"]"),
      ElementsAre(
          "w.json#/measures/deaths/numerator/settings/1: expected a setting with a number of "
          "places, got \"home\", which is unlimited"));
  EXPECT_THAT(errors_with("\"measures\"",
                          "\"targets\": {\"t\": {\"measure\": \"deaths\", \"low\": 3, "
                          "\"high\": 2}}, \"measures\""),
              ElementsAre("w.json#/targets/t/high: expected at least \"low\", 3, got 2 (number)"));
}

}  // namespace
}  // namespace scenarios
