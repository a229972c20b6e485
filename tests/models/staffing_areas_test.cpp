// SPDX-License-Identifier: Apache-2.0
// Areas, and the longer way from one to another.
#include <algorithm>
#include <vector>

#include <gtest/gtest.h>

#include "models/staffing/areas.hpp"
#include "models/staffing/shift_people.hpp"
#include "tests/models/staffing_case.hpp"

namespace {

using namespace staffing_case;
using care::Area;
using care::Areas;
using care::ShiftPeople;
using sim::minute;

/// West with a town (0.6), a coast (0.3) and hills (0.1), 12 minutes apart; east is one area.
scenarios::Care west_and_east() {
  scenarios::Care care = with_tasks({visits(7, minutes(20))});  // 30 with travel, one a day
  care.municipalities.emplace_back("east", care.municipalities[0].second);
  scenarios::Municipality& west = care.municipalities[0].second;
  west.areas = {{"town", 0.6}, {"coast", 0.3}, {"hills", 0.1}};
  west.travel_between_minutes = 12;
  return care;
}

constexpr Area town = 0, coast = 1, hills = 2, east = 3;

TEST(Areas, PeopleAreDividedByShares) {
  const Areas areas(west_and_east());
  EXPECT_EQ(areas.count(), 4U);
  EXPECT_EQ(areas.at(0, 0), town);
  EXPECT_EQ(areas.at(0, 0.59), town);
  EXPECT_EQ(areas.at(0, 0.6), coast);
  EXPECT_EQ(areas.at(0, 0.95), hills);
  EXPECT_EQ(areas.at(0, 1), hills) << "however the shares add up";
  EXPECT_EQ(areas.at(1, 0.99), east);
  EXPECT_EQ(areas.largest(0), town);
  EXPECT_EQ(areas.largest(1), east);
}

/// A scenario without municipalities has nobody who goes, and people all the same.
TEST(Areas, WithoutMunicipalitiesAreOne) {
  const Areas areas{scenarios::Care{}};
  EXPECT_EQ(areas.count(), 1U);
  EXPECT_EQ(areas.at(0, 0.5), town);
}

TEST(Areas, AWayIsLongerToAnotherArea) {
  const Areas areas(west_and_east());
  EXPECT_EQ(areas.way(coast, coast, 40 * minute), 0 * minute);
  EXPECT_EQ(areas.way(coast, hills, 40 * minute), 12 * minute);
  EXPECT_EQ(areas.way(coast, east, 40 * minute), 40 * minute);
  EXPECT_TRUE(areas.are_apart(0));
  EXPECT_FALSE(areas.are_apart(1)) << "a single area";
}

/// Of a team of ten, six start from the town, three from the coast and one from the hills.
TEST(Areas, OfATeamToo) {
  scenarios::Care care = west_and_east();
  care.municipalities[0].second.teams[0].second.people = 10;
  const care::Workforce workforce(care, monday(), 7);
  std::vector<int> people(4);
  for (std::uint32_t p = 0; p < 10; ++p) ++people[workforce.area_of(0, p)];
  EXPECT_EQ(people, (std::vector<int>{6, 3, 1, 0}));
  EXPECT_TRUE(workforce.ways(0).differ());
  EXPECT_FALSE(workforce.ways(1).differ()) << "all of east is near";
}

/// Those on duty start from where they live, substitutes from where the one does who is away.
TEST(Areas, WhoComesIsKnownByArea) {
  scenarios::Role role = reliable_role();
  role.vacancy = 0.5;
  role.replacement = 1;
  scenarios::Care care = care_with(role, team_of(10, 10));
  care.municipalities[0].second.areas = {{"town", 0.6}, {"coast", 0.4}};
  care.municipalities[0].second.travel_between_minutes = 12;
  const care::Workforce workforce(care, monday(), 7);
  care::Duty duty(workforce);
  duty.reset(1, 0);
  const care::ShiftStaff staff = duty.staff(0, 0);
  ASSERT_EQ(staff.areas.size(), staff.people.size());
  EXPECT_EQ(std::count(staff.areas.begin(), staff.areas.end(), town), 6);
  EXPECT_EQ(std::count(staff.areas.begin(), staff.areas.end(), coast), 4);
}

ShiftPeople on_duty_in(const Areas& areas, const std::vector<int>& minutes,
                       const std::vector<Area>& from, int overtime = 0) {
  std::vector<sim::Duration> times;
  for (const int of : minutes) times.push_back(of * minute);
  ShiftPeople people;
  people.allow_for(care::Ways(areas, 40 * minute));
  people.add(times, {}, from);
  people.order();
  people.allow_overtime(overtime * minute);
  return people;
}

TEST(Areas, WhoIsNearGoesWhileThereIsTime) {
  const Areas areas(west_and_east());
  auto people = on_duty_in(areas, {60, 100, 200}, {coast, town, east});
  EXPECT_TRUE(people.take(50 * minute, 1, 0, town))
      << "of the one in town, though another fits better";
  EXPECT_EQ(people.longer_way(), 0 * minute);
  EXPECT_FALSE(people.take(161 * minute, 1, 0, town)) << "who has 200 has 40 to go";
  EXPECT_TRUE(people.take(160 * minute, 1, 0, town));
  EXPECT_EQ(people.longer_way(), 40 * minute);
  EXPECT_TRUE(people.take(48 * minute, 1, 0, hills)) << "from the coast";
  EXPECT_EQ(people.longer_way(), 12 * minute);
  EXPECT_FALSE(people.is_plenty(minute, minute, 1)) << "who goes matters";
}

TEST(Areas, TwoWhoMeetEachHaveAWay) {
  const Areas areas(west_and_east());
  auto people = on_duty_in(areas, {60, 60, 80}, {town, coast, east});
  EXPECT_FALSE(people.take(49 * minute, 2, 0, town)) << "from the coast it is 61";
  EXPECT_TRUE(people.take(48 * minute, 2, 0, town));
  EXPECT_EQ(people.longer_way(), 12 * minute);
  EXPECT_EQ(people.most(), (12 + 80) * minute);
}

TEST(Areas, WhoStaysOnDoesSoForTheWayToo) {
  const Areas areas(west_and_east());
  auto people = on_duty_in(areas, {20, 50}, {town, coast}, 30);
  EXPECT_TRUE(people.take(60 * minute, 1, 0, town)) << "from the coast: 22 beyond the 50";
  EXPECT_EQ(people.overtime(), 22 * minute);
  EXPECT_EQ(people.longer_way(), 12 * minute);
}

TEST(Areas, ToAClinicNobodyGoes) {
  const Areas areas(west_and_east());
  auto people = on_duty_in(areas, {60}, {east});
  EXPECT_TRUE(people.take(60 * minute, 1));
  EXPECT_EQ(people.longer_way(), 0 * minute);
}

/// One nurse of 60 minutes in west and one of 100 in east, 15 minutes away; five patients in west. Two visits are
/// near; the third takes 45, and a fourth; 10 are left.
TEST(Areas, APoolPaysForItsWays) {
  scenarios::Care care = with_tasks({visits(7, minutes(20))});
  care.municipalities.emplace_back("east", care.municipalities[0].second);
  scenarios::Pool pool;
  pool.municipalities = {"west", "east"};
  pool.travel_between_minutes = 15;
  care.pools.emplace_back("both", pool);
  const Compiled compiled(care, 7);
  care::VisitBook book(compiled.workforce, compiled.plans);
  book.reset(1, 0);
  start_all(book, 5, sim::Time{monday()});
  std::vector<care::ShiftStaff> staff{minutes_available(60), minutes_available(100)};
  staff[0].areas = {0};
  staff[1].areas = {1};
  const auto results = book.run_shift(compiled.workforce.crews().front(), 0, staff);
  EXPECT_EQ(total(results[0]).done, 4U);
  EXPECT_EQ(total(results[0]).missed, 1U);
  EXPECT_EQ(results[0].due, 150 * minute) << "as if all were near";
  EXPECT_EQ(results[0].given, 150 * minute);
  EXPECT_EQ(results[0].travel, (2 * 10 + 2 * 25) * minute);
  EXPECT_EQ(results[0].missed, 30 * minute);
}

/// A trip that two visits share has the longer way once.
TEST(Areas, ATripHasItsWayOnce) {
  scenarios::Care care = with_tasks({visits(7, minutes(20)), visits(7, minutes(20))});
  care.municipalities.emplace_back("east", care.municipalities[0].second);
  scenarios::Pool pool;
  pool.municipalities = {"west", "east"};
  pool.travel_between_minutes = 15;
  care.pools.emplace_back("both", pool);
  const Compiled compiled(care, 7);
  care::VisitBook book(compiled.workforce, compiled.plans);
  book.reset(1, 0);
  start_all(book, 1, sim::Time{monday()});
  std::vector<care::ShiftStaff> staff{minutes_available(0), minutes_available(100)};
  staff[0].areas = {0};
  staff[1].areas = {1};
  const auto results = book.run_shift(compiled.workforce.crews().front(), 0, staff);
  EXPECT_EQ(total(results[0]).done, 2U);
  EXPECT_EQ(results[0].given, (20 + 20 + 10 + 15) * minute);
  EXPECT_EQ(results[0].travel, 25 * minute);
}

}  // namespace
