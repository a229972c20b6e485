// SPDX-License-Identifier: Apache-2.0
// Care of children, and posts that change hands.
#include <array>
#include <chrono>
#include <cmath>
#include <vector>

#include <gtest/gtest.h>

#include "models/staffing/duty.hpp"
#include "models/staffing/expected_time.hpp"
#include "tests/models/staffing_case.hpp"

namespace {

using namespace staffing_case;
using care::Duty;
using care::Presence;
using care::ShiftStaff;
using care::Workforce;
using Kind = scenarios::DistributionSpec::Kind;
using scenarios::TimeUnit;

constexpr std::uint64_t absence_seed = 20260201;

scenarios::Role parents(double share) {
  scenarios::Role role = reliable_role();
  role.child_care = share;
  role.child_care_spell = length(Kind::Exponential, 2, 0, TimeUnit::Days);
  return role;
}

const std::vector<double> winter{1.5, 1.7, 1.3, 1.1, 1.0, 0.7, 0, 0.6, 1.1, 1.2, 1.2, 0.9};

double in_posts(sim::Duration time) { return sim::in_units(time, 8 * sim::hour); }

TEST(ChildCare, LosesTheStatedShareByAnyLaw) {
  for (const auto& spell : {length(Kind::Fixed, 2, 0, TimeUnit::Days),
                            length(Kind::Exponential, 30, 0, TimeUnit::Hours),
                            length(Kind::Lognormal, 2, 1, TimeUnit::Days)}) {
    scenarios::Role role = parents(0.03);
    role.child_care_spell = spell;
    const Workforce workforce(care_with(role, team_of(40, 40)), monday(), 120);
    Duty duty(workforce);
    Sample share;
    for (std::uint32_t r = 0; r < 300; ++r) {
      duty.reset(absence_seed, r);
      double away = 0;
      for (std::uint32_t o = 0; o < workforce.calendar().size(); o += 3) {
        const ShiftStaff staff = duty.staff(0, o);
        EXPECT_EQ(staff.rostered, staff.present + staff.child_care);
        away += in_posts(staff.child_care);
      }
      share.add(away / (40 * 120));
    }
    EXPECT_TRUE(share.agrees(0.03)) << share.mean() << " +- " << share.error();
    EXPECT_LT(share.error(), 0.001);
  }
}

/// With exponential spells whoever is at work or not is a Markov chain whose rates change with the month:
/// p' = lambda f (1 - p) - p / mean. The mean share of each month, at 7 in the morning, of a year from
/// 1 January, and the lambda that the definition gives.
std::array<double, 12> exact_by_month(double share, double mean_days) {
  constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  double weight = 0;
  for (std::size_t m = 0; m < 12; ++m) weight += winter[m] * days[m] / 365;
  const auto q = [&](std::size_t m, double lambda) {
    const double load = lambda * winter[m] / weight * mean_days;
    return load / (1 + load);
  };
  double low = 0, high = 1;
  for (int step = 0; step < 200; ++step) {
    const double lambda = (low + high) / 2;
    double mean = 0;
    for (std::size_t m = 0; m < 12; ++m) mean += q(m, lambda) * days[m] / 365;
    (mean < share ? low : high) = lambda;
  }
  std::array<double, 12> by_month{};
  double p = q(0, high);
  for (std::size_t m = 0; m < 12; ++m) {
    const double rate = high * winter[m] / weight + 1 / mean_days;
    for (int day = 0; day < days[m]; ++day) {
      by_month[m] += (q(m, high) + (p - q(m, high)) * std::exp(-rate * 7 / 24)) / days[m];
      p = q(m, high) + (p - q(m, high)) * std::exp(-rate);
    }
  }
  return by_month;
}

TEST(ChildCare, FollowsTheMonths) {
  scenarios::Role role = parents(0.04);
  role.child_care_months = winter;
  const Workforce workforce(care_with(role, team_of(50, 50)), *sim::make_date(2025, 1, 1), 365);
  Duty duty(workforce);
  std::array<Sample, 12> share;
  Sample year;
  for (std::uint32_t r = 0; r < 150; ++r) {
    duty.reset(absence_seed, r);
    std::array<double, 12> away{}, rostered{};
    for (std::uint32_t o = 0; o < workforce.calendar().size(); o += 3) {
      const ShiftStaff staff = duty.staff(0, o);
      const auto m = care::month_of(workforce.calendar()[o].start);
      away[m] += in_posts(staff.child_care);
      rostered[m] += in_posts(staff.rostered);
    }
    double all = 0;
    for (std::size_t m = 0; m < 12; ++m) {
      share[m].add(away[m] / rostered[m]);
      all += away[m];
    }
    year.add(all / (50 * 365));
  }
  const auto exact = exact_by_month(0.04, 2);
  for (std::size_t m = 0; m < 12; ++m) {
    EXPECT_TRUE(share[m].agrees(exact[m])) << m << ": " << share[m].mean() << " for " << exact[m];
    EXPECT_LT(share[m].error(), 0.002);
  }
  EXPECT_TRUE(year.agrees(0.04)) << year.mean();
  EXPECT_GT(exact[1], 3 * exact[5] / 2);
  EXPECT_LT(exact[6], 0.002);  // those ill on 30 June
}

TEST(ChildCare, IsIndependentOfSicknessAndLeavesItAsItWas) {
  scenarios::Role role = parents(0.1);
  role.sickness = 0.2;
  role.sickness_shock_cv = 0.5;
  scenarios::Role without = role;
  without.child_care.reset();
  const Workforce one(care_with(role, team_of(30, 30)), monday(), 60);
  const Workforce other(care_with(without, team_of(30, 30)), monday(), 60);
  Duty with(one), alone(other);
  Sample children, present;
  for (std::uint32_t r = 0; r < 1500; ++r) {
    with.reset(absence_seed, r);
    alone.reset(absence_seed, r);
    const ShiftStaff staff = with.staff(0, 3 * 50);
    EXPECT_EQ(staff.sick, alone.staff(0, 3 * 50).sick);
    children.add(in_posts(staff.child_care) - (30 - in_posts(staff.sick)) * 0.1);
    present.add(in_posts(staff.present));
  }
  EXPECT_TRUE(children.agrees(0)) << children.mean() << " +- " << children.error();
  EXPECT_LT(std::abs(present.mean() - 30 * 0.8 * 0.9), 0.2);
}

TEST(ChildCare, GetsASubstituteWhenKnownTheDayBefore) {
  scenarios::Role role = parents(0.2);
  role.child_care_spell = length(Kind::Fixed, 2, 0, TimeUnit::Days);
  role.sick_replacement = 1;
  role.substitute_productivity = 0.75;
  const Workforce workforce(care_with(role, team_of(30, 30)), monday(), 60);
  Duty duty(workforce);
  Sample replaced, available;
  for (std::uint32_t r = 0; r < 1500; ++r) {
    duty.reset(absence_seed, r);
    const ShiftStaff staff = duty.staff(0, 3 * 40);
    replaced.add(in_posts(staff.substitute) - in_posts(staff.child_care) * (2 - 7 / 24.0) / 2);
    available.add(sim::in_units(staff.available, sim::hour));
  }
  EXPECT_TRUE(replaced.agrees(0)) << replaced.mean() << " +- " << replaced.error();
  EXPECT_TRUE(available.agrees(care::expected_available(workforce, 0)[3 * 40])) << available.mean();
}

scenarios::Role with_turnover(double vacancy, const scenarios::DistributionSpec& law) {
  scenarios::Role role = reliable_role();
  role.vacancy = vacancy;
  role.vacancy_length = law;
  return role;
}

/// Of posts that are vacant for an exponential time of mean m: P(vacant now and t later) = v (v + (1 - v) e^-t/c),
/// 1/c = 1/m + v / (m (1 - v)).
TEST(Turnover, KeepsTheShareAndForgetsAtTheRateOfTheRecruitment) {
  constexpr double vacancy = 0.2, weeks = 6;
  const auto law = length(Kind::Exponential, weeks, 0, TimeUnit::Weeks);
  const Workforce workforce(care_with(with_turnover(vacancy, law), team_of(20, 20)), monday(), 140);
  Duty duty(workforce);
  constexpr std::uint32_t early = 3 * 10, late = 3 * 80;  // day shifts, ten weeks apart
  Sample start, first, second, both;
  for (std::uint32_t r = 0; r < 3000; ++r) {
    duty.reset(absence_seed, r);
    double at[3] = {0, 0, 0}, again = 0;
    for (std::uint32_t p = 0; p < 20; ++p) {
      const bool begun = duty.presence(0, p, 0) == Presence::Vacant;
      const bool now = duty.presence(0, p, early) == Presence::Vacant;
      const bool then = duty.presence(0, p, late) == Presence::Vacant;
      at[0] += begun ? 1 : 0;
      at[1] += now ? 1 : 0;
      at[2] += then ? 1 : 0;
      again += now && then ? 1 : 0;
    }
    EXPECT_LE(std::abs(at[0] - 4), 3);  // 4 when the run starts; seven hours of changes
    start.add(at[0] / 20);
    first.add(at[1] / 20);
    second.add(at[2] / 20);
    both.add(again / 20);
  }
  EXPECT_NEAR(start.mean(), vacancy, 0.001);
  EXPECT_TRUE(first.agrees(vacancy)) << first.mean();
  EXPECT_TRUE(second.agrees(vacancy)) << second.mean();
  const double decay = 10 / weeks * (1 + vacancy / (1 - vacancy));
  const double exact = vacancy * (vacancy + (1 - vacancy) * std::exp(-decay));
  EXPECT_TRUE(both.agrees(exact)) << both.mean() << " for " << exact;
  EXPECT_LT(both.error(), 0.001);
}

TEST(Turnover, KeepsTheShareByAnyLawAndReplacesByTheWeek) {
  for (const auto& law : {length(Kind::Fixed, 12, 0, TimeUnit::Weeks),
                          length(Kind::Lognormal, 60, 1.2, TimeUnit::Days)}) {
    scenarios::Role role = with_turnover(0.1, law);
    role.replacement = 0.5;
    const Workforce workforce(care_with(role, team_of(15, 15)), monday(), 364);
    Duty duty(workforce);
    Sample vacant, substitute;
    for (std::uint32_t r = 0; r < 400; ++r) {
      duty.reset(absence_seed, r);
      double hours = 0, hired = 0;
      for (std::uint32_t o = 0; o < workforce.calendar().size(); o += 3) {
        const ShiftStaff staff = duty.staff(0, o);
        hours += in_posts(staff.vacant);
        hired += in_posts(staff.substitute);
      }
      vacant.add(hours / (15 * 364));
      substitute.add(hired / (15 * 364));
    }
    EXPECT_TRUE(vacant.agrees(0.1)) << vacant.mean() << " +- " << vacant.error();
    EXPECT_TRUE(substitute.agrees(0.05)) << substitute.mean();
  }
}

TEST(Turnover, ChangesNothingElse) {
  scenarios::Role role = with_turnover(0.3, length(Kind::Fixed, 3, 0, TimeUnit::Weeks));
  role.sickness = 0.2;
  scenarios::Role still = role;
  still.vacancy_length = {};
  const Workforce one(care_with(role, team_of(10, 10)), monday(), 90);
  const Workforce other(care_with(still, team_of(10, 10)), monday(), 90);
  Duty moving(one), fixed(other);
  moving.reset(absence_seed, 1);
  fixed.reset(absence_seed, 1);
  int differ = 0;
  for (std::uint32_t o = 0; o < one.calendar().size(); ++o) {
    for (std::uint32_t p = 0; p < 10; ++p) {
      const Presence a = moving.presence(0, p, o), b = fixed.presence(0, p, o);
      if (a == Presence::Vacant || b == Presence::Vacant) {
        differ += a != b ? 1 : 0;
      } else {
        EXPECT_EQ(a, b);
      }
    }
  }
  EXPECT_GT(differ, 0);
}

}  // namespace
