// SPDX-License-Identifier: Apache-2.0
#include "models/measure/seasons.hpp"

#include <chrono>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "sim/civil_date.hpp"

namespace {

/// The ISO weeks from the one of a date on.
std::vector<care::Week> weeks_from(std::string_view date, int count) {
  std::vector<care::Week> weeks;
  auto day = sim::parse_date(date).value();
  for (int w = 0; w < count; ++w, day += std::chrono::days{7}) {
    weeks.push_back(
        {sim::Time{day}, sim::Time{day + std::chrono::days{7}}, sim::iso_week(day).week});
  }
  return weeks;
}

/// "[24,34)52 cut": first and end of each season, the next one, and whether it is a part.
std::string told(const care::Seasons& seasons) {
  std::string text;
  for (const auto& [first, end, next] : seasons.spans) {
    text += fmt::format("[{},{}){} ", first, end, next);
  }
  return text + (seasons.is_cut ? "cut" : "whole");
}

TEST(Seasons, A9AreFoundOneByOne) {
  // 2025-01-06 begins week 2: week 25 is the 23rd week from 0.
  const auto two = weeks_from("2025-01-06", 104);
  EXPECT_EQ(told(care::find_seasons(two, {25, 34})), "[23,33)75 [75,85)104 whole");
}

TEST(Seasons, A9OverNewYearAreOneSeason) {
  const auto weeks = weeks_from("2025-06-02", 60);  // from week 23
  EXPECT_EQ(told(care::find_seasons(weeks, {50, 3})), "[27,33)60 whole");
}

TEST(Seasons, A9OfAllWeeksAreYears) {
  const auto weeks = weeks_from("2024-12-30", 52 + 53 + 10);  // 2025 has 52 weeks, 2026 has 53
  EXPECT_EQ(told(care::find_seasons(weeks, {1, 53})), "[0,52)52 [52,105)105 whole");
}

TEST(Seasons, A8AreNoneWithoutAWeekAndThePartThereIs) {
  EXPECT_EQ(told(care::find_seasons(weeks_from("2025-01-06", 8), {25, 34})), "whole");
  // From week 30: five weeks of this summer, and then four of the next.
  EXPECT_EQ(told(care::find_seasons(weeks_from("2025-07-21", 51), {25, 34})), "[0,5)47 cut");
  // A whole one is there: the part is left out, and its weeks do not count as following it.
  EXPECT_EQ(told(care::find_seasons(weeks_from("2025-07-21", 60), {25, 34})), "[47,57)60 whole");
}

}  // namespace
