// SPDX-License-Identifier: Apache-2.0
// People by name, with terms of their own, and people whom a roster asks for.
#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "models/staffing/duty.hpp"
#include "models/staffing/expected_time.hpp"
#include "tests/models/staffing_case.hpp"

namespace {

using namespace staffing_case;
using care::Duty;
using care::Presence;
using care::Workforce;

scenarios::Person half_time() {
  scenarios::Person person;
  person.share = 0.5;
  return person;
}

scenarios::Team named_team(const std::vector<std::string>& names, double posts) {
  scenarios::Team team = team_of(0, posts);
  team.people.reset();
  for (const auto& name : names) team.staff.emplace_back(name, scenarios::Person{});
  return team;
}

scenarios::Role role_that_fails() {
  scenarios::Role role = reliable_role();
  role.sickness = 0.2;
  role.sickness_shock_cv = 0.5;
  role.vacancy = 0.3;
  role.replacement = 0.5;
  role.leave_start_weights = {0.25, 0.25, 0.25, 0.25};
  role.leave_first_week = 3;
  return role;
}

/// What each person is in every day shift of a year.
std::vector<std::vector<Presence>> presences(const Workforce& workforce) {
  Duty duty(workforce);
  duty.reset(77, 3);
  std::vector<std::vector<Presence>> all(workforce.team(0).people);
  for (std::uint32_t o = 0; o < workforce.calendar().size(); o += 3) {
    for (std::uint32_t p = 0; p < all.size(); ++p) all[p].push_back(duty.presence(0, p, o));
  }
  return all;
}

TEST(NamedPeople, WhoeverIsAddedLeavesTheLuckOfTheOthersAsItWas) {
  const auto role = role_that_fails();
  const Workforce three(care_with(role, named_team({"anna", "bo", "cia"}, 2)), monday(), 364);
  const Workforce four(care_with(role, named_team({"anna", "bo", "cia", "dan"}, 2)), monday(), 364);
  const auto before = presences(three), after = presences(four);
  for (std::size_t p = 0; p < 3; ++p) EXPECT_EQ(before[p], after[p]) << p;
  EXPECT_NE(after[3], after[0]);
}

/// Wherever the new one stands in the list: with leave weeks of their own nothing of the others' moves.
TEST(NamedPeople, SoDoesWhoeverIsAddedFirst) {
  const auto role = role_that_fails();
  scenarios::Team three = named_team({"bo", "cia", "dan"}, 2);
  scenarios::Team four = named_team({"anna", "bo", "cia", "dan"}, 2);
  for (auto* const team : {&three, &four}) {
    for (auto& [name, person] : team->staff) person.leave_weeks = {{{28, 31}}};
  }
  const auto before = presences(Workforce(care_with(role, three), monday(), 364));
  const auto after = presences(Workforce(care_with(role, four), monday(), 364));
  for (std::size_t p = 0; p < 3; ++p) EXPECT_EQ(before[p], after[p + 1]) << p;
}

/// People who are a number: the sickness of all but the last is as it was; leave and vacancies are allotted
/// anew.
TEST(GeneratedPeople, OneMoreLeavesTheSicknessOfTheOthersAsItWas) {
  scenarios::Role role = role_that_fails();
  role.vacancy = 0;
  role.leave_start_weights.clear();
  const auto before = presences(Workforce(care_with(role, team_of(5, 2)), monday(), 364));
  const auto after = presences(Workforce(care_with(role, team_of(6, 2)), monday(), 364));
  for (std::size_t p = 0; p < 5; ++p) EXPECT_EQ(before[p], after[p]) << p;
}

TEST(NamedPeople, HoldTheirPosts) {
  const auto all = presences(
      Workforce(care_with(role_that_fails(), named_team({"anna", "bo"}, 1)), monday(), 364));
  for (const auto& person : all) {
    EXPECT_EQ(std::ranges::count(person, Presence::Vacant), 0);
  }
}

TEST(NamedPeople, WorkTheirShareOfFullTime) {
  scenarios::Team team = named_team({"anna", "bo", "cia"}, 1);
  team.staff[1].second = half_time();
  const Workforce workforce(care_with(reliable_role(), team), monday(), 250);
  EXPECT_DOUBLE_EQ(workforce.team(0).employed, 2.5);
  EXPECT_EQ(workforce.team(0).circle, 2500);
  std::map<std::uint32_t, std::int64_t> worked;
  for (std::uint32_t o = 0; o < workforce.calendar().size(); o += 3) {
    workforce.each_rostered(
        0, o, [&](std::uint32_t person, std::int32_t milli) { worked[person] += milli; });
  }
  EXPECT_EQ(worked,
            (std::map<std::uint32_t, std::int64_t>{{0, 100'000}, {1, 50'000}, {2, 100'000}}));
}

TEST(NamedPeople, HaveTheirOwnWeeksOfLeave) {
  scenarios::Team team = named_team({"anna", "bo", "cia"}, 3);
  team.staff[0].second.leave_weeks = {{{28, 29}, {52, 1}}};
  team.staff[1].second.leave_weeks = std::vector<std::array<int, 2>>{};
  const auto all = presences(Workforce(care_with(role_that_fails(), team), monday(), 364));
  for (std::size_t day = 0; day < 364; ++day) {
    const std::size_t week = day / 7 + 1;  // the run starts in week 1
    const bool off = week == 1 || week == 28 || week == 29 || week == 52;
    EXPECT_EQ(all[0][day] == Presence::OnLeave, off) << day;
    EXPECT_NE(all[1][day], Presence::OnLeave) << day;
  }
  EXPECT_EQ(std::ranges::count(all[2], Presence::OnLeave), 28) << "as others of the role";
}

TEST(NamedPeople, AreAbsentFromTheFirstDateToTheLast) {
  scenarios::Team team = named_team({"anna"}, 1);
  team.staff[0].second.absent = {
      {sim::parse_date("2025-03-01").value(), sim::parse_date("2025-03-10")},
      {sim::parse_date("2025-12-01").value(), {}}};
  const auto all = presences(Workforce(care_with(reliable_role(), team), monday(), 364));
  for (std::size_t day = 0; day < 364; ++day) {
    const bool away = (day >= 61 && day <= 70) || day >= 336;
    EXPECT_EQ(all[0][day] == Presence::OnLeave, away) << day;
  }
}

/// Leave that is generated goes round the weeks whoever is added: eight have two in each of four weeks, give
/// or take one.
TEST(NamedPeople, GeneratedLeaveIsSpread) {
  std::vector<std::string> names;
  for (char c = 'a'; c < 'i'; ++c) names.emplace_back(1, c);
  const Workforce workforce(care_with(role_that_fails(), named_team(names, 3)), monday(), 364);
  for (std::uint32_t week = 2; week < 6; ++week) {
    int starts = 0;
    for (std::uint32_t p = 0; p < 8; ++p) {
      starts += workforce.on_leave(0, p, week) && !workforce.on_leave(0, p, week - 1) ? 1 : 0;
    }
    EXPECT_NEAR(starts, 2, 1) << week;
  }
}

/// Posts only: 3 x 8 hours every day are 168 a week, 4.39 of 38.25.
TEST(GeneratedPeople, AreAsManyAsTheRosterAsksFor) {
  scenarios::Team team = team_of(0, 3);
  team.people.reset();
  EXPECT_EQ(Workforce(care_with(reliable_role(), team), monday(), 364).team(0).people, 5U);
  scenarios::Role role = reliable_role();
  role.full_time_hours = 42;
  EXPECT_EQ(Workforce(care_with(role, team), monday(), 364).team(0).people, 4U);
  team.roster[0].days = {DayKind::Sat};  // 24 hours a week, by three at once
  EXPECT_EQ(Workforce(care_with(role, team), monday(), 364).team(0).people, 3U);
  team.roster[0].posts = 0;
  EXPECT_EQ(Workforce(care_with(role, team), monday(), 364).team(0).people, 0U);
}

}  // namespace
