// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include <gtest/gtest.h>

#include "models/staffing/leave_plan.hpp"
#include "models/staffing/workforce.hpp"
#include "tests/models/staffing_case.hpp"

namespace {

using namespace staffing_case;
using care::Workforce;

/// Leave of four weeks beginning in weeks 25..31: the last ends in week 34.
scenarios::Role role_with_leave() {
  scenarios::Role role = reliable_role();
  role.leave_start_weights = {0.20, 0.10, 0.15, 0.20, 0.15, 0.10, 0.10};
  return role;
}

/// Thousandths of a post that each person works in shifts of one kind.
std::vector<std::int64_t> worked(const Workforce& workforce, std::uint32_t shift) {
  const std::uint32_t people = workforce.team(0).people;
  std::vector<std::int64_t> sum(people, 0);
  for (std::uint32_t o = 0; o < workforce.calendar().size(); ++o) {
    if (workforce.calendar()[o].shift != shift) continue;
    const care::Posts& posts = workforce.posts(0, o);
    for (std::int32_t k = 0; k < posts.milli; ++k) {
      ++sum[static_cast<std::size_t>((posts.first + k) / 1000) % people];
    }
  }
  return sum;
}

TEST(Share, SplitsWithoutRoundingOfItsOwn) {
  EXPECT_EQ(care::Share{0.25}.of(8 * sim::hour), 2 * sim::hour);
  EXPECT_EQ(care::Share{}.of(sim::day), sim::Duration::zero());
  EXPECT_EQ(care::Share{1}.of(sim::Duration{1'234'567'891}), sim::Duration{1'234'567'891});
  EXPECT_EQ(care::Share{0.1}.of(sim::Duration{29}), sim::Duration{2});
}

TEST(Rota, EveryPersonWorksTheSameShareOfEveryShift) {
  scenarios::Team team = team_of(7, 0);
  team.roster.clear();
  const auto row = [&](const char* shift, const std::vector<DayKind>& days, double posts) {
    scenarios::RosterRow entry;
    entry.shift = shift;
    entry.days = days;
    entry.posts = posts;
    team.roster.push_back(entry);
  };
  row("day", weekdays, 3.5);
  row("day", {DayKind::Sat, DayKind::Sun, DayKind::Holiday}, 1);
  row("evening", {}, 1);
  row("night", {}, 0.5);
  const Workforce workforce(care_with(reliable_role(), team), monday(), 365);
  for (std::uint32_t shift = 0; shift < 3; ++shift) {
    const auto share = worked(workforce, shift);
    const auto [least, most] = std::minmax_element(share.begin(), share.end());
    EXPECT_GT(*least, 20'000);
    EXPECT_LE(*most - *least, 1000) << "shift " << shift;
  }
  // 30 December is a Monday, 31 December and 1 January are holidays.
  EXPECT_EQ(workforce.posts(0, 0).milli, 3500);
  EXPECT_EQ(workforce.posts(0, 3).milli, 1000);
  EXPECT_EQ(workforce.rostered(0, 2), sim::from_hours(4.5));
}

TEST(Rota, RowsOfTheSameShiftAddUp) {
  scenarios::Team team = team_of(5, 1, {"day", "day"});
  team.roster[1].days = {DayKind::Tue, DayKind::Thu};
  const Workforce workforce(care_with(reliable_role(), team), monday() + std::chrono::days{7}, 7);
  EXPECT_EQ(workforce.posts(0, 0).milli, 1000);   // Monday is Epiphany, still every day
  EXPECT_EQ(workforce.posts(0, 3).milli, 2000);   // Tuesday
  EXPECT_EQ(workforce.posts(0, 9).milli, 2000);   // Thursday
  EXPECT_EQ(workforce.posts(0, 12).milli, 1000);  // Friday
}

TEST(Workforce, EveryPairOfMunicipalityAndRoleHasATeam) {
  scenarios::Care care = care_with(reliable_role(), team_of(3.4, 1));
  care.roles.emplace_back("therapist", reliable_role());
  scenarios::Municipality east;
  east.teams.emplace_back("therapist", team_of(2, 1));
  east.teams[0].second.vacancy = 0.5;
  care.municipalities.emplace_back("east", east);
  const Workforce workforce(care, monday(), 7);
  ASSERT_EQ(workforce.teams(), 4U);
  EXPECT_EQ(workforce.people(), 6U);
  EXPECT_EQ(workforce.team(0).people, 4U);
  EXPECT_EQ(workforce.team(0).vacancy, 0.0);
  EXPECT_FALSE(workforce.team(1).in_scenario);
  EXPECT_FALSE(workforce.team(2).in_scenario);
  const std::uint32_t last = workforce.team_of(1, 1);
  EXPECT_EQ(workforce.team(last).people, 2U);
  EXPECT_EQ(workforce.team(last).vacancy, 0.5);
  EXPECT_EQ(workforce.team(last).family, sim::family_of("staff/east/therapist"));
  EXPECT_EQ(workforce.units()[0].travel, 10 * sim::minute);
  EXPECT_EQ(workforce.posts(1, 0).milli, 0);
}

TEST(Leave, FollowsTheWeightsAndCoversFortyPercentOfTheSummer) {
  const Workforce workforce(care_with(role_with_leave(), team_of(60, 30)), monday(), 364);
  const double expected_start[] = {12, 6, 9, 12, 9, 6, 6};
  double covered = 0;
  int last_week_count = 0;
  for (std::uint32_t w = 0; w < 52; ++w) {
    const int week = workforce.calendar().iso_week(w).week;
    int away = 0;
    for (std::uint32_t p = 0; p < 60; ++p) away += workforce.on_leave(0, p, w) ? 1 : 0;
    EXPECT_EQ(workforce.leave_week(0, w), 25 <= week && week <= 34) << week;
    double expected = 0;
    for (int s = 0; s < 7; ++s) {
      if (25 + s <= week && week < 25 + s + 4) expected += expected_start[s];
    }
    EXPECT_NEAR(away, expected, 1) << week;
    covered += away;
    if (week == 34) last_week_count = away;
  }
  EXPECT_EQ(covered, 0.40 * 10 * 60);
  EXPECT_EQ(last_week_count, 6);
}

TEST(Leave, IsFourConsecutiveWeeksForEverybody) {
  const Workforce workforce(care_with(role_with_leave(), team_of(9, 3)), monday(), 364);
  for (std::uint32_t p = 0; p < 9; ++p) {
    std::vector<std::uint32_t> away;
    for (std::uint32_t w = 0; w < 52; ++w) {
      if (workforce.on_leave(0, p, w)) away.push_back(w);
    }
    ASSERT_EQ(away.size(), 4U);
    EXPECT_EQ(away.back() - away.front(), 3U);
  }
}

TEST(Leave, MayReachAcrossTheNewYear) {
  scenarios::Role role = reliable_role();
  role.leave_first_week = 51;
  role.leave_start_weights = {1};
  const Workforce workforce(care_with(role, team_of(2, 1)), monday(), 21);
  // Weeks 51 and 52 of 2024 are before the run; weeks 1 and 2 of 2025 are the rest.
  EXPECT_TRUE(workforce.on_leave(0, 0, 0));
  EXPECT_TRUE(workforce.on_leave(0, 1, 1));
  EXPECT_FALSE(workforce.on_leave(0, 1, 2));
}

TEST(Leave, SmallTeamsAreSpreadOverTheSummer) {
  const std::vector<double> even(7, 1.0);
  for (const double offset : {0.0, 0.3, 0.99}) {
    const auto start = care::allot_leave(even, 3, offset);
    const auto [first, last] = std::minmax_element(start.begin(), start.end());
    EXPECT_EQ(std::set<int>(start.begin(), start.end()).size(), 3U);
    EXPECT_GE(*last - *first, 4);
  }
  // One person: which week depends on the offset, in proportion to the weights.
  const std::vector<double> uneven{3, 0, 1};
  std::map<int, int> chosen;
  for (int k = 0; k < 100; ++k) ++chosen[care::allot_leave(uneven, 1, (k + 0.5) / 100)[0]];
  EXPECT_EQ(chosen, (std::map<int, int>{{0, 75}, {2, 25}}));
}

TEST(Leave, EveryWeekHasItsShareRoundedUpOrDown) {
  const std::vector<double> weights{0.07, 0.21, 0.02, 0.33, 0.11, 0.16, 0.10};
  for (std::uint32_t people = 1; people <= 40; ++people) {
    const auto start = care::allot_leave(weights, people, 0.618);
    for (std::size_t from = 0; from < weights.size(); ++from) {
      double share = 0;
      for (std::size_t to = from; to < weights.size(); ++to) {
        share += weights[to] * people;
        const auto count = std::count_if(start.begin(), start.end(),
                                         [&](std::uint8_t s) { return from <= s && s <= to; });
        EXPECT_LT(std::abs(static_cast<double>(count) - share), 1.0 + 1e-9);
      }
    }
  }
}

TEST(Leave, NeighboursInTheRotaAreFarApart) {
  const auto rank = care::spread_ranks(40);
  std::vector<std::uint32_t> sorted(rank);
  std::sort(sorted.begin(), sorted.end());
  std::vector<std::uint32_t> all(40);
  std::iota(all.begin(), all.end(), 0U);
  EXPECT_EQ(sorted, all);
  for (std::size_t p = 0; p + 1 < rank.size(); ++p) {
    const int apart = std::abs(static_cast<int>(rank[p]) - static_cast<int>(rank[p + 1]));
    EXPECT_GE(apart, 10);
  }
}

TEST(Leave, NobodyHasAnyWithoutWeights) {
  EXPECT_TRUE(care::allot_leave(std::vector<double>{}, 5, 0).empty());
  const Workforce workforce(care_with(reliable_role(), team_of(5, 2)), monday(), 364);
  for (std::uint32_t w = 0; w < 52; ++w) {
    EXPECT_FALSE(workforce.on_leave(0, 3, w));
    EXPECT_FALSE(workforce.leave_week(0, w));
  }
}

}  // namespace
