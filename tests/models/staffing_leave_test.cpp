// SPDX-License-Identifier: Apache-2.0
// How many must remain at work while others have leave.
#include <algorithm>
#include <cstdlib>
#include <optional>
#include <random>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/model.hpp"
#include "models/staffing/leave_plan.hpp"
#include "models/staffing/workforce.hpp"
#include "scenarios/issue.hpp"
#include "tests/models/scenario_builder.hpp"
#include "tests/models/staffing_case.hpp"

namespace {

using namespace staffing_case;
using care::LeaveRoom;
using care::Workforce;
using Leaves = std::vector<std::uint8_t>;

bool fits(const LeaveRoom& plan, const Leaves& leaves) {
  std::vector<std::uint32_t> away(plan.room.size(), 0);
  for (const std::uint8_t start : leaves) {
    for (std::uint32_t w = start; w < start + plan.weeks; ++w) ++away[w];
  }
  for (std::size_t w = 0; w < away.size(); ++w) {
    if (away[w] > plan.room[w]) return false;
  }
  return true;
}

/// How far each is moved, with the earlier of two as near first.
std::vector<int> moves(const Leaves& wishes, const Leaves& leaves) {
  std::vector<int> moved;
  for (std::size_t p = 0; p < wishes.size(); ++p) {
    const int by = leaves[p] - wishes[p];
    moved.push_back(2 * std::abs(by) + (by > 0 ? 1 : 0));
  }
  return moved;
}

/// Every plan there is.
std::optional<Leaves> best_by_trying_all(const LeaveRoom& plan, const Leaves& wishes) {
  std::optional<Leaves> best;
  Leaves leaves(wishes.size());
  const auto starts = static_cast<std::uint64_t>(plan.starts.size());
  std::uint64_t all = 1;
  for (std::size_t p = 0; p < wishes.size(); ++p) all *= starts;
  for (std::uint64_t number = 0; number < all; ++number) {
    std::uint64_t rest = number;
    for (std::uint8_t& start : leaves) {
      start = plan.starts[rest % starts];
      rest /= starts;
    }
    if (!fits(plan, leaves)) continue;
    if (!best || moves(wishes, leaves) < moves(wishes, *best)) best = leaves;
  }
  return best;
}

TEST(LeaveMinimum, GivesTheBestOfAllPlans) {
  std::mt19937 draw(4);
  const auto up_to = [&](std::uint32_t n) { return static_cast<std::uint32_t>(draw() % n); };
  int none = 0, moved = 0;
  for (int round = 0; round < 1500; ++round) {
    LeaveRoom plan;
    plan.weeks = 1 + up_to(4);
    const std::uint32_t last = 1 + up_to(7);
    for (std::uint32_t s = 0; s < last; ++s) {
      if (up_to(4) != 0) plan.starts.push_back(static_cast<std::uint8_t>(s));
    }
    if (plan.starts.empty()) plan.starts.push_back(0);
    for (std::uint32_t w = 0; w < last + plan.weeks; ++w) plan.room.push_back(up_to(4));
    Leaves wishes(1 + up_to(5));
    for (auto& wish : wishes)
      wish = plan.starts[up_to(static_cast<std::uint32_t>(plan.starts.size()))];
    const auto expected = best_by_trying_all(plan, wishes);
    const auto found = care::leaves_within(plan, wishes);
    ASSERT_EQ(found, expected) << "round " << round;
    EXPECT_EQ(care::most_leaves(plan) >= wishes.size(), expected.has_value()) << "round " << round;
    none += expected ? 0 : 1;
    moved += expected && *expected != wishes ? 1 : 0;
  }
  EXPECT_GT(none, 100);
  EXPECT_GT(moved, 100);
}

TEST(LeaveMinimum, LeavesPossibleWishesAlone) {
  const LeaveRoom plan{{0, 1, 2}, 2, {2, 2, 2, 2, 2}};
  EXPECT_EQ(care::leaves_within(plan, {1, 0, 2}), (Leaves{1, 0, 2}));
}

/// Leave of four weeks from weeks 25 to 31, most of all in the middle.
scenarios::Role role_with_minimum(double minimum) {
  scenarios::Role role = reliable_role();
  role.leave_start_weights = {0.05, 0.1, 0.2, 0.3, 0.2, 0.1, 0.05};
  role.leave_minimum = minimum;
  return role;
}

std::vector<int> at_work(const Workforce& workforce) {
  std::vector<int> people;
  for (std::uint32_t w = 0; w < workforce.calendar().weeks(); ++w) {
    int present = 0;
    for (std::uint32_t p = 0; p < workforce.team(0).people; ++p) {
      present += workforce.on_leave(0, p, w) ? 0 : 1;
    }
    people.push_back(present);
  }
  return people;
}

int weeks_of_leave(const Workforce& workforce) {
  int weeks = 0;
  for (const int present : at_work(workforce)) {
    weeks += static_cast<int>(workforce.team(0).people) - present;
  }
  return weeks;
}

TEST(LeaveMinimum, HoldsInEveryWeekAndTakesNobodysLeave) {
  const Workforce free(care_with(role_with_minimum(0), team_of(12, 6)), monday(), 364);
  const Workforce kept(care_with(role_with_minimum(0.5), team_of(12, 6)), monday(), 364);
  EXPECT_LT(std::ranges::min(at_work(free)), 6);
  EXPECT_GE(std::ranges::min(at_work(kept)), 6);
  EXPECT_EQ(weeks_of_leave(kept), 12 * 4);
  EXPECT_TRUE(kept.leave_shortfalls().empty());
}

TEST(LeaveMinimum, OfTheTeamReplacesTheRoles) {
  scenarios::Team team = team_of(12, 6);
  team.leave_minimum = 0.5;
  const Workforce kept(care_with(role_with_minimum(0.9), team), monday(), 364);
  EXPECT_TRUE(kept.leave_shortfalls().empty());
  EXPECT_GE(std::ranges::min(at_work(kept)), 6);
}

TEST(LeaveMinimum, StandsAroundTheWeeksThatPeopleHaveOfTheirOwn) {
  scenarios::Team team = team_of(0, 2);
  team.people.reset();
  for (const char* name : {"anna", "bo", "cia", "dan"}) {
    team.staff.emplace_back(name, scenarios::Person{});
  }
  team.staff[1].second.leave_weeks = {{{25, 28}}};
  scenarios::Role role = role_with_minimum(0.75);
  role.leave_start_weights.assign(16, 1.0 / 16);
  role.leave_first_week = 22;
  const Workforce workforce(care_with(role, team), monday(), 364);
  ASSERT_TRUE(workforce.leave_shortfalls().empty());
  const Workforce& w = workforce;
  for (std::uint32_t week = 0; week < w.calendar().weeks(); ++week) {
    int away = 0;
    for (std::uint32_t p = 0; p < 4; ++p) away += w.is_away(0, p, week * 21) ? 1 : 0;
    EXPECT_LE(away, 1) << week;
  }
}

TEST(LeaveMinimum, ThatNoPlanKeepsIsAFaultWithTheBestThereIs) {
  // Starts 25 to 31: two leaves of four weeks one after the other, so six of twelve at once.
  const Workforce workforce(care_with(role_with_minimum(8 / 12.0), team_of(12, 6)), monday(), 364);
  ASSERT_EQ(workforce.leave_shortfalls().size(), 1U);
  EXPECT_EQ(workforce.leave_shortfalls()[0].needed, 8U);
  EXPECT_EQ(workforce.leave_shortfalls()[0].most, 6U);

  cases::Builder b;
  b.attribute("municipality", {"west"}).exit("gone").horizon(0, 364);
  b.scenario().horizon.start = monday();
  b.setting("home", cases::unlimited, cases::exponential_days(100), {{"gone", 1}});
  b.arrival("referrals", 1, "home");
  b.scenario().care = care_with(role_with_minimum(8 / 12.0), team_of(12, 6));
  const auto told = [&] {
    const care::Model model{b.scenario()};
    std::vector<std::string> texts;
    for (const auto& issue : model.issues()) {
      texts.push_back(issue.pointer + ": expected " + issue.expected.en + ", got " + issue.got.en);
    }
    return texts;
  };
  const std::string text =
      "/leave_minimum: expected at least 8 of 12 at work in every week, got with 4 weeks each from "
      "week 25 to 34 the most that can remain in west is 6";
  EXPECT_THAT(told(), testing::ElementsAre("/care/roles/nurse" + text));
  b.scenario().care->municipalities[0].second.teams[0].second.leave_minimum = 0.62;
  EXPECT_THAT(told(), testing::ElementsAre("/care/municipalities/west/teams/nurse" + text));
  b.scenario().care->municipalities[0].second.teams[0].second.leave_minimum = 0.5;
  EXPECT_THAT(told(), testing::ElementsAre());
}

}  // namespace
