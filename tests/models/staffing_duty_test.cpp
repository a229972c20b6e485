// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <numeric>
#include <ostream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "models/staffing/duty.hpp"
#include "tests/models/staffing_case.hpp"

namespace {

using namespace staffing_case;
using care::Duty;
using care::Presence;
using care::ShiftStaff;
using care::Workforce;

constexpr std::uint64_t seed = 20250701;

scenarios::Role sickly_role(double sickness, double shock_cv = 0) {
  scenarios::Role role = reliable_role();
  role.sickness = sickness;
  role.sickness_shock_cv = shock_cv;
  return role;
}

double posts_of(sim::Duration time, sim::Duration shift = 8 * sim::hour) {
  return sim::in_units(time, shift);
}

TEST(Duty, EverybodyIsPresentWhenNothingGoesWrong) {
  const Workforce workforce(care_with(reliable_role(), team_of(4, 1.5)), monday(), 14);
  Duty duty(workforce);
  duty.reset(seed, 0);
  for (std::uint32_t o = 0; o < workforce.calendar().size(); ++o) {
    const ShiftStaff staff = duty.staff(0, o);
    EXPECT_EQ(staff.rostered, o % 3 == 0 ? 12 * sim::hour : sim::Duration::zero());
    EXPECT_EQ(staff.present, staff.rostered);
    EXPECT_EQ(staff.available, staff.rostered);
    EXPECT_EQ(staff.overtime_available, sim::Duration::zero());
  }
}

TEST(Duty, RosteredTimeAddsUpAndGapsAreNeverOverfilled) {
  scenarios::Role role = sickly_role(0.2, 0.6);
  role.vacancy = 0.15;
  role.leave_start_weights = {1, 1, 1};
  role.leave_first_week = 2;
  role.leave_weeks = 2;
  role.replacement = 0.5;
  role.substitute_productivity = 0.75;
  role.agency_cap = role.agency_cap_summer = 0.3;
  role.indirect_share = 0.49;
  role.overtime_cap = 0.05;
  const Workforce workforce(care_with(role, team_of(5.5, 2.3, {"day", "evening", "night"})),
                            monday(), 70);
  Duty duty(workforce);
  for (std::uint32_t r = 0; r < 5; ++r) {
    duty.reset(seed, r);
    for (std::uint32_t o = 0; o < workforce.calendar().size(); ++o) {
      const ShiftStaff s = duty.staff(0, o);
      EXPECT_EQ(s.rostered, s.present + s.on_leave + s.vacant + s.sick);
      EXPECT_LE(s.substitute, s.vacant + s.on_leave);
      EXPECT_LE(s.present + s.substitute + s.agency, s.rostered);
      const double effective = static_cast<double>((s.present + s.agency).count()) +
                               0.75 * static_cast<double>(s.substitute.count());
      EXPECT_NEAR(static_cast<double>(s.available.count()), 0.51 * effective, 2);
      EXPECT_EQ(std::accumulate(s.people.begin(), s.people.end(), sim::Duration{}), s.available);
      EXPECT_NEAR(static_cast<double>(s.overtime_available.count()),
                  0.05 * static_cast<double>(s.present.count()), 1);
    }
  }
}

// Without shock and with independent persons, the number present of m rostered is binomial.
TEST(Duty, PresenceIsBinomialWithoutShock) {
  constexpr double sickness = 0.12;
  constexpr int posts = 6;
  const Workforce workforce(care_with(sickly_role(sickness), team_of(10, posts)), monday(), 60);
  Duty duty(workforce);
  Sample mean, square, nobody_missing;
  for (std::uint32_t r = 0; r < 20'000; ++r) {
    duty.reset(seed, r);
    // The first shift, one in the middle and the last: the process is stationary from the start.
    const std::uint32_t o = (r % 3) * 29 * 3;
    const double present = posts_of(duty.staff(0, o).present);
    mean.add(present);
    square.add((present - posts * (1 - sickness)) * (present - posts * (1 - sickness)));
    nobody_missing.add(present == posts ? 1 : 0);
  }
  EXPECT_TRUE(mean.agrees(posts * (1 - sickness))) << mean.mean();
  EXPECT_TRUE(square.agrees(posts * sickness * (1 - sickness))) << square.mean();
  EXPECT_TRUE(nobody_missing.agrees(std::pow(1 - sickness, posts))) << nobody_missing.mean();
}

struct SpellLaw {
  const char* name;
  scenarios::DistributionSpec spec;
  friend std::ostream& operator<<(std::ostream& out, const SpellLaw& law) {
    return out << law.name;
  }
};

class SickSpells : public testing::TestWithParam<SpellLaw> {};

// The share of time lost is the stated one for any law of the spells and any shock. Without the
// correction of the hazard it would be 0.0027 short for exponential spells and cv 1.
TEST_P(SickSpells, LoseTheStatedShareOfTime) {
  for (const double cv : {0.0, 0.5, 1.0}) {
    scenarios::Role role = sickly_role(0.09, cv);
    role.sick_spell = GetParam().spec;
    const Workforce workforce(care_with(role, team_of(40, 40)), monday(), 180);
    Duty duty(workforce);
    Sample share;
    for (std::uint32_t r = 0; r < 1500; ++r) {
      duty.reset(seed, r);
      double sick = 0;
      for (std::uint32_t o = 0; o < workforce.calendar().size(); o += 3) {
        sick += posts_of(duty.staff(0, o).sick);
      }
      share.add(sick / (40 * 180));
    }
    EXPECT_TRUE(share.agrees(0.09))
        << "cv " << cv << ": " << share.mean() << " +- " << share.error();
    EXPECT_LT(share.error(), 0.0007);
  }
}

using Kind = scenarios::DistributionSpec::Kind;
INSTANTIATE_TEST_SUITE_P(
    Laws, SickSpells,
    testing::Values(
        SpellLaw{"fixed", length(Kind::Fixed, 5, 0, scenarios::TimeUnit::Days)},
        SpellLaw{"exponential", length(Kind::Exponential, 8, 0, scenarios::TimeUnit::Days)},
        SpellLaw{"lognormal", length(Kind::Lognormal, 150, 1.2, scenarios::TimeUnit::Hours)},
        SpellLaw{"gamma", length(Kind::Gamma, 2, 1.5, scenarios::TimeUnit::Weeks)}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Duty, AShockMakesAbsencesCluster) {
  const auto variance_of_sick = [](double cv) {
    const Workforce workforce(care_with(sickly_role(0.08, cv), team_of(40, 40)), monday(), 90);
    Duty duty(workforce);
    Sample sick;
    for (std::uint32_t r = 0; r < 3000; ++r) {
      duty.reset(seed, r);
      sick.add(posts_of(duty.staff(0, 89 * 3).sick));
    }
    return sick.variance();
  };
  const double binomial = 40 * 0.08 * 0.92;
  EXPECT_NEAR(variance_of_sick(0), binomial, 4 * binomial * std::sqrt(2.0 / 3000));
  EXPECT_GT(variance_of_sick(1.0), 1.8 * binomial);
}

TEST(Duty, TheShockIsCommonToAMunicipalityAndNotToTwo) {
  scenarios::Care care = care_with(sickly_role(0.1, 1.5), team_of(60, 60));
  care.roles.emplace_back("therapist", sickly_role(0.1, 1.5));
  care.municipalities[0].second.teams.emplace_back("therapist", team_of(60, 60));
  care.municipalities.push_back(care.municipalities[0]);
  care.municipalities[1].first = "east";
  const Workforce workforce(care, monday(), 60);
  Duty duty(workforce);
  Sample roles, places;
  for (std::uint32_t r = 0; r < 2000; ++r) {
    duty.reset(seed, r);
    const double nurse = posts_of(duty.staff(0, 50 * 3).sick) - 6;
    roles.add(nurse * (posts_of(duty.staff(1, 50 * 3).sick) - 6));
    places.add(nurse * (posts_of(duty.staff(2, 50 * 3).sick) - 6));
  }
  EXPECT_GT(roles.mean(), 10 * roles.error());
  EXPECT_TRUE(places.agrees(0)) << places.mean();
}

TEST(Duty, VacancyIsExactOnAverageInTeamsOfAnySize) {
  for (const std::uint32_t people : {1U, 4U, 25U}) {
    scenarios::Role role = reliable_role();
    role.vacancy = 0.13;
    const Workforce workforce(care_with(role, team_of(people, people)), monday(), 7);
    Duty duty(workforce);
    Sample vacant;
    for (std::uint32_t r = 0; r < 4000; ++r) {
      duty.reset(seed, r);
      const double posts = posts_of(duty.staff(0, 0).vacant);
      // The expected number, rounded up or down.
      EXPECT_LT(std::abs(posts - 0.13 * people), 1.0);
      vacant.add(posts);
    }
    EXPECT_TRUE(vacant.agrees(0.13 * people)) << people << ": " << vacant.mean();
  }
}

/// More posts are vacant in leave weeks; those that are so all year are among them.
TEST(Duty, VacancyOfASeasonIsExactOnAverageToo) {
  for (const auto& [all_year, in_summer] : {std::pair{0.08, 0.2}, std::pair{0.2, 0.08}}) {
    scenarios::Role role = reliable_role();
    role.vacancy = all_year;
    role.vacancy_summer = in_summer;
    role.leave_first_week = 3;
    role.leave_start_weights = {1};
    role.leave_weeks = 1;
    const Workforce workforce(care_with(role, team_of(9, 9)), monday(), 21);
    Duty duty(workforce);
    Sample outside, within;
    for (std::uint32_t r = 0; r < 4000; ++r) {
      duty.reset(seed, r);
      const double winter = posts_of(duty.staff(0, 0).vacant);
      const double summer = posts_of(duty.staff(0, 14 * 3).vacant);
      EXPECT_LE(all_year < in_summer ? winter - summer : summer - winter, 0);
      outside.add(winter);
      within.add(summer);
    }
    EXPECT_TRUE(outside.agrees(9 * all_year)) << outside.mean();
    EXPECT_TRUE(within.agrees(9 * in_summer)) << within.mean();
  }
}

// Calibration section 5: net capacity 1 - leave (1 - replacement * productivity), here together
// with sickness and vacancy.
TEST(Duty, NetCapacityInAndOutOfLeaveWeeksIsTheClosedForm) {
  scenarios::Role role = sickly_role(0.07, 0.4);
  role.vacancy = 0.08;
  role.leave_start_weights = std::vector<double>(7, 1.0 / 7);
  role.replacement = 0.55;
  role.substitute_productivity = 0.75;
  role.indirect_share = 0.49;
  const Workforce workforce(care_with(role, team_of(35, 20)), monday(), 364);
  Duty duty(workforce);
  Sample summer, winter;
  for (std::uint32_t r = 0; r < 600; ++r) {
    duty.reset(seed, r);
    double in = 0, out = 0, summer_rostered = 0, winter_rostered = 0;
    for (std::uint32_t o = 0; o < workforce.calendar().size(); o += 3) {
      const ShiftStaff staff = duty.staff(0, o);
      const bool leave = workforce.leave_week(0, workforce.calendar()[o].week);
      (leave ? in : out) += posts_of(staff.available);
      (leave ? summer_rostered : winter_rostered) += posts_of(staff.rostered);
    }
    summer.add(in / summer_rostered);
    winter.add(out / winter_rostered);
  }
  const double direct = 1 - 0.49;
  const double made_up = 0.55 * 0.75;
  const double working = 0.92 * (1 - 0.07);
  EXPECT_TRUE(winter.agrees(direct * (working + 0.08 * made_up))) << winter.mean();
  // 40 % of those with a holder are away in the ten weeks.
  const double expected = direct * (0.6 * working + (0.08 + 0.92 * 0.4) * made_up);
  EXPECT_TRUE(summer.agrees(expected)) << summer.mean() << " for " << expected;
}

TEST(Duty, SicknessGetsNoSubstitute) {
  scenarios::Role role = sickly_role(0.3);
  role.replacement = 1;
  const Workforce workforce(care_with(role, team_of(10, 10)), monday(), 70);
  Duty duty(workforce);
  duty.reset(seed, 1);
  sim::Duration sick{};
  for (std::uint32_t o = 0; o < workforce.calendar().size(); o += 3) {
    const ShiftStaff staff = duty.staff(0, o);
    EXPECT_EQ(staff.substitute, sim::Duration::zero());
    sick += staff.sick;
  }
  EXPECT_GT(sick, sim::Duration::zero());
}

TEST(Duty, ASubstituteStaysTheWeek) {
  scenarios::Role role = reliable_role();
  role.vacancy = 1;
  role.replacement = 0.5;
  const Workforce workforce(care_with(role, team_of(1, 1)), monday(), 7 * 52);
  Duty duty(workforce);
  duty.reset(seed, 2);
  int weeks_with = 0;
  for (std::uint32_t w = 0; w < 52; ++w) {
    const sim::Duration first = duty.staff(0, w * 21).substitute;
    for (std::uint32_t d = 1; d < 7; ++d) {
      EXPECT_EQ(duty.staff(0, w * 21 + d * 3).substitute, first);
    }
    weeks_with += first > sim::Duration::zero() ? 1 : 0;
  }
  EXPECT_NEAR(weeks_with, 26, 4 * std::sqrt(52 * 0.25));
}

TEST(Agency, FillsGapsUpToItsCapAndNoFurther) {
  scenarios::Role role = reliable_role();
  role.vacancy = 0.5;
  role.agency_cap = 0.2;
  const Workforce workforce(care_with(role, team_of(10, 10)), monday(), 70);
  Duty duty(workforce);
  duty.reset(seed, 0);
  for (std::uint32_t o = 0; o < workforce.calendar().size(); o += 3) {
    const ShiftStaff staff = duty.staff(0, o);
    EXPECT_EQ(staff.agency, 16 * sim::hour);
    EXPECT_EQ(staff.available, 56 * sim::hour);
  }
}

TEST(Agency, LetsASmallTeamSaveForAWholeShift) {
  scenarios::Role role = reliable_role();
  role.agency_cap = 0.04;
  scenarios::Team team = team_of(1, 1);
  team.vacancy = 1;
  const Workforce vacant(care_with(role, team), monday(), 364);
  Duty duty(vacant);
  duty.reset(seed, 0);
  sim::Duration hired{};
  for (std::uint32_t o = 0; o < vacant.calendar().size(); o += 3) hired += duty.staff(0, o).agency;
  EXPECT_EQ(hired, care::Share{0.04}.of(364 * 8 * sim::hour));

  // With rare gaps what was paid in before is there when it is needed: a whole shift of 8 hours
  // after 25 shifts, although one shift pays in 19 minutes.
  role.sickness = 0.01;
  role.sick_spell = length(Kind::Fixed, 1, 0, scenarios::TimeUnit::Days);
  const Workforce rare(care_with(role, team_of(1, 1)), monday(), 364);
  Duty rarely(rare);
  int whole = 0;
  for (std::uint32_t r = 0; r < 50; ++r) {
    rarely.reset(seed, r);
    for (std::uint32_t o = 0; o < rare.calendar().size(); o += 3) {
      const ShiftStaff staff = rarely.staff(0, o);
      EXPECT_LE(staff.agency, staff.sick);
      whole += staff.agency == 8 * sim::hour ? 1 : 0;
    }
  }
  EXPECT_GT(whole, 50);
}

TEST(Agency, HasItsOwnCapInLeaveWeeks) {
  scenarios::Role role = reliable_role();
  role.vacancy = 1;
  role.agency_cap = 0.1;
  role.agency_cap_summer = 0.3;
  role.leave_first_week = 3;
  role.leave_weeks = 1;
  role.leave_start_weights = {1};
  const Workforce workforce(care_with(role, team_of(10, 10)), monday(), 28);
  Duty duty(workforce);
  duty.reset(seed, 0);
  for (std::uint32_t o = 0; o < workforce.calendar().size(); o += 3) {
    EXPECT_EQ(duty.staff(0, o).agency, (o / 21 == 2 ? 24 : 8) * sim::hour) << o;
  }
}

TEST(Duty, PostsBeyondThePeopleHaveNoHolder) {
  const Workforce workforce(care_with(reliable_role(), team_of(2, 3)), monday(), 7);
  Duty duty(workforce);
  duty.reset(seed, 0);
  const ShiftStaff staff = duty.staff(0, 0);
  EXPECT_EQ(staff.present, 16 * sim::hour);
  EXPECT_EQ(staff.vacant, 8 * sim::hour);
}

TEST(Duty, SicknessOfAllTheTimeLeavesNobody) {
  const Workforce workforce(care_with(sickly_role(1), team_of(2, 2)), monday(), 7);
  Duty duty(workforce);
  duty.reset(seed, 0);
  EXPECT_EQ(duty.staff(0, 9).sick, 16 * sim::hour);
}

std::vector<Presence> diary(Duty& duty, const Workforce& workforce, std::uint32_t team) {
  std::vector<Presence> days;
  for (std::uint32_t o = 0; o < workforce.calendar().size(); ++o) {
    for (std::uint32_t p = 0; p < workforce.team(team).people; ++p) {
      days.push_back(duty.presence(team, p, o));
    }
  }
  return days;
}

TEST(Duty, AbsenceOfAPersonDependsOnNothingElse) {
  scenarios::Role role = sickly_role(0.2, 0.5);
  role.vacancy = 0.1;
  role.leave_first_week = 5;
  role.leave_start_weights = {1, 1, 1};
  scenarios::Care care = care_with(role, team_of(6, 2));
  const Workforce alone(care, monday(), 90);
  Duty first(alone);
  first.reset(seed, 3);
  const auto expected = diary(first, alone, 0);

  // Another municipality before it, another role before it, another roster.
  scenarios::Care more = care;
  more.roles.insert(more.roles.begin(), {"therapist", sickly_role(0.3)});
  scenarios::Municipality east;
  east.teams.emplace_back("nurse", team_of(11, 4));
  more.municipalities.insert(more.municipalities.begin(), {"east", east});
  more.municipalities[1].second.teams[0].second.roster[0].posts = 5;
  const Workforce among(more, monday(), 90);
  Duty second(among);
  second.reset(seed, 7);
  static_cast<void>(diary(second, among, among.team_of(0, 1)));
  second.reset(seed, 3);
  EXPECT_EQ(diary(second, among, among.team_of(1, 1)), expected);

  Duty other(alone);
  other.reset(seed, 4);
  EXPECT_NE(diary(other, alone, 0), expected);
}

TEST(Duty, MoreSicknessNeverMakesAnybodyHealthierAtTheStart) {
  const Workforce low(care_with(sickly_role(0.05), team_of(50, 1)), monday(), 1);
  const Workforce high(care_with(sickly_role(0.15), team_of(50, 1)), monday(), 1);
  Duty few(low), many(high);
  few.reset(seed, 0);
  many.reset(seed, 0);
  int sick = 0;
  for (std::uint32_t p = 0; p < 50; ++p) {
    const bool before = few.presence(0, p, 0) == Presence::Sick;
    sick += before ? 1 : 0;
    if (before) {
      EXPECT_EQ(many.presence(0, p, 0), Presence::Sick);
    }
  }
  EXPECT_GT(sick, 0);
}

}  // namespace
