// SPDX-License-Identifier: Apache-2.0
// Who has staff: municipalities, providers and pools.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/staffing/units.hpp"
#include "tests/models/staffing_case.hpp"

namespace {

using namespace staffing_case;
using care::StaffUnit;
using care::StaffUnits;
using care::Workforce;
using scenarios::Performer;

/// West and east, a pool of their nurses, and a health centre that has therapists of its own.
scenarios::Care two_municipalities() {
  scenarios::Care care = care_with(reliable_role(), team_of(4, 2));
  care.roles.emplace_back("therapist", reliable_role());
  care.municipalities.emplace_back("east", care.municipalities[0].second);
  care.municipalities[1].second.label = {"Öster", "East"};
  care.pools.emplace_back(
      "nurses",
      scenarios::Pool{
          {"Gemensamma", "Shared"}, {"west", "east"}, {"nurse"}, {"mobile_team"}, "region"});
  scenarios::Provider centre;
  centre.label = {"VC", "HC"};
  centre.travel_minutes = 15;
  centre.teams.emplace_back("therapist", team_of(3, 1));
  care.responsibility.emplace().providers.emplace_back("health_centre", centre);
  return care;
}

const std::vector<StaffUnits::Provider> providers{
    {Performer::HealthCentre, {"vårdcentralen", "the health centre"}},
    {Performer::Asih, {"ASIH", "advanced home care"}}};

TEST(StaffUnits, AreMunicipalitiesThenProvidersThenPools) {
  const StaffUnits units(two_municipalities(), providers);
  std::vector<std::string> ids;
  for (const StaffUnit& unit : units.all()) ids.push_back(unit.id);
  EXPECT_THAT(ids, testing::ElementsAre("west", "east", "health_centre", "asih", "nurses"));
  EXPECT_EQ(units.municipalities(), 2U);
  EXPECT_EQ(units.with_teams(), 4U);
  EXPECT_EQ(units[1].kind, StaffUnit::Kind::Municipality);
  EXPECT_EQ(units[1].label.en, "East");
  EXPECT_EQ(units[1].travel, 10 * sim::minute);
  EXPECT_EQ(units[1].employer, "");
}

TEST(StaffUnits, AProviderIsWhatTheScenarioSaysOfIt) {
  const StaffUnits units(two_municipalities(), providers);
  const StaffUnit& centre = units[units.provider(Performer::HealthCentre)];
  EXPECT_EQ(centre.kind, StaffUnit::Kind::Provider);
  EXPECT_EQ(centre.label.en, "HC");
  EXPECT_EQ(centre.travel, 15 * sim::minute);
  EXPECT_EQ(centre.employer, "region");
  const StaffUnit& asih = units[units.provider(Performer::Asih)];
  EXPECT_EQ(asih.label.en, "advanced home care") << "where the scenario says nothing";
  EXPECT_EQ(asih.travel, sim::Duration::zero());
  EXPECT_EQ(units.provider(Performer::Hospital), StaffUnits::none);
  EXPECT_EQ(StaffUnits(two_municipalities()).provider(Performer::HealthCentre), StaffUnits::none);
}

TEST(StaffUnits, APoolHasTheTeamsOfItsMembersThatItNames) {
  const StaffUnits units(two_municipalities(), providers);
  const std::uint32_t pool = units.pool_of(0, 0);
  ASSERT_NE(pool, StaffUnits::none);
  EXPECT_EQ(units.pool_of(1, 0), pool);
  EXPECT_EQ(units.pool_of(0, 1), StaffUnits::none) << "therapists are not in it";
  EXPECT_EQ(units.pool_of(2, 0), StaffUnits::none) << "nor is a provider";
  EXPECT_EQ(units[pool].kind, StaffUnit::Kind::Pool);
  EXPECT_EQ(units[pool].employer, "region");
  EXPECT_EQ(units[pool].also_performs, 1U << static_cast<unsigned>(Performer::MobileTeam));
}

TEST(StaffUnits, EveryMunicipalityAndProviderHasATeamOfEachRole) {
  const auto care = two_municipalities();
  const Workforce workforce(care, StaffUnits(care, providers), monday(), 7);
  ASSERT_EQ(workforce.teams(), 8U);
  const auto centre = workforce.units().provider(Performer::HealthCentre);
  const auto& therapists = workforce.team(workforce.team_of(centre, 1));
  EXPECT_EQ(therapists.people, 3U);
  EXPECT_FALSE(therapists.unlimited);
  EXPECT_EQ(therapists.family, sim::family_of("staff/health_centre/therapist"));
  EXPECT_TRUE(workforce.team(workforce.team_of(centre, 0)).unlimited)
      << "a provider gives every visit of a role of which nothing is said";
  EXPECT_FALSE(workforce.team(workforce.team_of(1, 1)).unlimited) << "a municipality none";
  EXPECT_EQ(workforce.unit_of(workforce.team_of(centre, 1)).id, "health_centre");
}

// A book that knows nothing of rules gives each visit to whom it is assigned, and books the time.
TEST(Assignments, SayWhoGivesAVisitAndWhereItIsBooked) {
  scenarios::Care care = with_tasks({visits(7, minutes(20))});
  const StaffUnits::Provider centre{Performer::HealthCentre, {}};
  const Workforce workforce(care, StaffUnits(care, {&centre, 1}), monday(), 7);
  const care::VisitPlans plans(workforce, care, std::vector<std::string>{"home"}, 1,
                               [](const scenarios::Condition&, flow::Profile) { return true; });
  // Two standings: the municipality's own, account 0; the health centre's at its clinic, account 2.
  const std::vector<std::uint32_t> index{0, 1};
  const std::vector<care::Assignment> kinds{
      {1, {Performer::Municipality}, 0, true},
      {1, {Performer::HealthCentre}, 2, false},
  };
  care::VisitBook book(
      workforce, plans,
      {kinds, index, 1, 1, std::vector<std::uint8_t>(workforce.calendar().size(), 0), 3});
  book.reset(1, 0);
  for (std::uint32_t p = 0; p < 5; ++p) {
    care::PlanStart from;
    from.now = sim::Time{monday()};
    from.stay_started = from.now - 100 * sim::day;
    from.standing = p < 2 ? 0 : 1;
    book.start(patient(p), from);
  }
  const auto own = book.run_shift(0, 0, minutes_available(plenty));
  EXPECT_EQ(total(own).done, 2U);
  EXPECT_EQ(in_minutes(own.given), 2 * 30);
  EXPECT_THAT(own.booked, testing::ElementsAre(own.given, sim::Duration{}, sim::Duration{}));
  const auto theirs = book.run_shift(workforce.team_of(1, 0), 0, {});
  EXPECT_EQ(total(theirs).done, 3U);
  EXPECT_EQ(in_minutes(theirs.given), 3 * 20) << "nobody travels to a clinic";
  EXPECT_THAT(theirs.booked, testing::ElementsAre(sim::Duration{}, sim::Duration{}, theirs.given));
}

}  // namespace
