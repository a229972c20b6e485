// SPDX-License-Identifier: Apache-2.0
// Rosters as planners have them: rows that hold in some dates or weeks.
#include <gtest/gtest.h>

#include "models/staffing/workforce.hpp"
#include "tests/models/staffing_case.hpp"

namespace {

using namespace staffing_case;
using care::Workforce;

scenarios::RosterRow row_of(double posts, const char* shift = "day") {
  scenarios::RosterRow row;
  row.shift = shift;
  row.posts = posts;
  return row;
}

sim::Date date(const char* text) { return sim::parse_date(text).value(); }

/// Thousandths of a post by day shift (rank 0) on a date of a year's run.
std::int32_t by_day(const Workforce& workforce, const char* on, std::uint32_t rank = 0) {
  const auto day = static_cast<std::uint32_t>((date(on) - monday()).count());
  return workforce.posts(0, day * 3 + rank).milli;
}

Workforce year_of(const std::vector<scenarios::RosterRow>& rows) {
  scenarios::Team team = team_of(9, 0, {});
  team.roster = rows;
  return Workforce(care_with(reliable_role(), team), monday(), 400);
}

TEST(RosterPeriod, ThreePostsInJulyInsteadOfFive) {
  scenarios::RosterRow july = row_of(3);
  july.from = date("2025-07-01");
  july.to = date("2025-07-31");
  july.replaces = true;
  const Workforce workforce = year_of({row_of(5), july, row_of(2, "evening")});
  EXPECT_EQ(by_day(workforce, "2025-06-30"), 5000);
  EXPECT_EQ(by_day(workforce, "2025-07-01"), 3000);
  EXPECT_EQ(by_day(workforce, "2025-07-31"), 3000);
  EXPECT_EQ(by_day(workforce, "2025-08-01"), 5000);
  EXPECT_EQ(by_day(workforce, "2025-07-15", 1), 2000) << "evenings are another shift";
}

TEST(RosterPeriod, OneEveningPostMoreInJuly) {
  scenarios::RosterRow more = row_of(1, "evening");
  more.from = date("2025-07-01");
  more.to = date("2025-07-31");
  const Workforce workforce = year_of({row_of(2, "evening"), more});
  EXPECT_EQ(by_day(workforce, "2025-06-30", 1), 2000);
  EXPECT_EQ(by_day(workforce, "2025-07-10", 1), 3000);
}

TEST(RosterPeriod, ARowReplacesOnItsDaysOnlyAndOfTwoThatReplaceBothCount) {
  scenarios::RosterRow saturdays = row_of(1);
  saturdays.days = {DayKind::Sat};
  saturdays.weeks = {{27, 30}};
  saturdays.replaces = true;
  scenarios::RosterRow half = saturdays;
  half.posts = 0.5;
  half.weeks = {{28, 28}};
  const Workforce workforce = year_of({row_of(4), saturdays, half});
  EXPECT_EQ(by_day(workforce, "2025-06-28"), 4000);  // Saturday of week 26
  EXPECT_EQ(by_day(workforce, "2025-07-05"), 1000);
  EXPECT_EQ(by_day(workforce, "2025-07-06"), 4000);
  EXPECT_EQ(by_day(workforce, "2025-07-12"), 1500);
  EXPECT_EQ(by_day(workforce, "2025-08-02"), 4000);
}

TEST(RosterPeriod, WeeksGoOverTheNewYear) {
  scenarios::RosterRow winter = row_of(1);
  winter.weeks = {{51, 2}};
  const Workforce workforce = year_of({row_of(1), winter});
  EXPECT_EQ(by_day(workforce, "2024-12-30"), 2000);  // week 1
  EXPECT_EQ(by_day(workforce, "2025-01-12"), 2000);
  EXPECT_EQ(by_day(workforce, "2025-01-13"), 1000);
  EXPECT_EQ(by_day(workforce, "2025-12-14"), 1000);
  EXPECT_EQ(by_day(workforce, "2025-12-15"), 2000);
  EXPECT_EQ(by_day(workforce, "2026-01-05"), 2000);
}

TEST(RosterPeriod, EitherDateMayBeMissing) {
  scenarios::RosterRow before = row_of(1), after = row_of(2);
  before.to = date("2025-03-01");
  after.from = date("2025-03-02");
  const Workforce workforce = year_of({before, after});
  EXPECT_EQ(by_day(workforce, "2024-12-30"), 1000);
  EXPECT_EQ(by_day(workforce, "2025-03-01"), 1000);
  EXPECT_EQ(by_day(workforce, "2025-03-02"), 2000);
  EXPECT_EQ(by_day(workforce, "2026-01-01"), 2000);
}

TEST(RosterPeriod, NobodyMayBePlanned) {
  scenarios::RosterRow closed = row_of(0);
  closed.weeks = {{28, 31}};
  closed.replaces = true;
  const Workforce workforce = year_of({row_of(2), closed});
  EXPECT_EQ(by_day(workforce, "2025-07-07"), 0);
  EXPECT_EQ(by_day(workforce, "2025-08-04"), 2000);
}

}  // namespace
