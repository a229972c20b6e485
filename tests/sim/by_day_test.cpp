// SPDX-License-Identifier: Apache-2.0
#include "sim/by_day.hpp"

#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;

TEST(ByDay, KeepsTheDaysOfItsSpanAndWorksOutOthers) {
  const sim::Date first{std::chrono::local_days{2025y / 6 / 18}};
  int asked = 0;
  const sim::ByDay<sim::DayKind> kinds(first, first + std::chrono::days{3}, [&](sim::Date day) {
    ++asked;
    return sim::day_kind(day);
  });
  EXPECT_EQ(asked, 3);
  EXPECT_EQ(kinds.at(first), sim::DayKind::Wed);
  EXPECT_EQ(kinds.at(first + std::chrono::days{2}), sim::DayKind::Holiday);  // Midsummer Eve
  EXPECT_EQ(asked, 3);
  EXPECT_EQ(kinds.at(first - std::chrono::days{1}), sim::DayKind::Tue);
  EXPECT_EQ(kinds.at(first + std::chrono::days{3}), sim::DayKind::Holiday);  // Midsummer Day
  EXPECT_EQ(asked, 5);
}

}  // namespace
