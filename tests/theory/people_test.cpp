// SPDX-License-Identifier: Apache-2.0
// A shift is people: what those who are there can give, one visit at a time.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <numeric>
#include <vector>

#include <fmt/format.h>

#include "models/staffing/expected_time.hpp"
#include "tests/models/staffing_case.hpp"
#include "tests/theory/ladder.hpp"
#include "tests/theory/theory.hpp"

namespace people_test {

using namespace staffing_case;
using theory::Claim;
using theory::Group;

double binomial_chance(int n, int k, double p) {
  if (p <= 0) return k == 0 ? 1 : 0;
  if (p >= 1) return k == n ? 1 : 0;
  return std::exp(std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1) +
                  k * std::log(p) + (n - k) * std::log1p(-p));
}

/// Nurses who have half of an eight-hour day for visits, of whom each rostered is ill or not.
scenarios::Care nurses(int posts, double sickness, double indirect = 0.5) {
  scenarios::Role role = reliable_role();
  role.sickness = sickness;
  role.indirect_share = indirect;
  return care_with(role, team_of(posts, posts));
}

/// Patients who each have the visit with probability `due` in a shift.
struct Demand {
  int patients = 0;
  double due = 0;
};

/// Mean number given in a shift in which `given(present, due)` are, of those who are each present with
/// probability `there`.
template <class Given>
double mean_given(int posts, double there, const Demand& demand, Given&& given) {
  double mean = 0;
  for (int present = 0; present <= posts; ++present) {
    for (int due = 0; due <= demand.patients; ++due) {
      mean += binomial_chance(posts, present, there) *
              binomial_chance(demand.patients, due, demand.due) * given(present, due);
    }
  }
  return mean;
}

/// Visits given in the day shift of a day, by replication.
std::vector<double> given_on(int day, const scenarios::Care& care, int patients, int replications) {
  const Compiled compiled(care, 14);
  care::Duty duty(compiled.workforce);
  care::VisitBook book(compiled.workforce, compiled.plans);
  const auto occurrence = static_cast<std::uint32_t>(3 * day);
  std::vector<double> given;
  for (int r = 0; r < replications; ++r) {
    duty.reset(31, static_cast<std::uint32_t>(r));
    book.reset(31, static_cast<std::uint32_t>(r));
    start_all(book, static_cast<std::uint32_t>(patients), sim::Time{monday()});
    for (std::uint32_t o = 0; o < occurrence; ++o) book.run_shift(0, o, minutes_available(plenty));
    given.push_back(total(book.run_shift(0, occurrence, duty.staff(0, occurrence))).done);
  }
  return given;
}

/// A visit by two needs two at once: one nurse gives none, two give four visits of an hour in four hours,
/// three give six, whoever meets whom.
class VisitsByTwo : public ::testing::TestWithParam<int> {};

TEST_P(VisitsByTwo, NeedTwoAtOnce) {
  const int posts = GetParam();
  const Claim claim{Group::People, fmt::format("visits by two, {} nurses of whom 30 % ill", posts)};
  scenarios::Care care = nurses(posts, 0.3);
  scenarios::Task pair = visits(3.5, minutes(50));  // an hour with travel
  pair.staff = 2;
  care.tasks.emplace_back("pair", pair);
  const Demand demand{10, 0.5};
  const double exact = mean_given(posts, 0.7, demand, [](int present, int due) {
    return present < 2 ? 0 : std::min(due, 2 * present);
  });
  EXPECT_TRUE(claim.agrees("given in a shift", given_on(0, care, demand.patients, 20'000), exact));
}
INSTANTIATE_TEST_SUITE_P(Nurses, VisitsByTwo, ::testing::Values(1, 2, 3));

/// Three visits of forty minutes for two people of sixty: two are given, though the minutes are there.
TEST(PeopleInAShift, TimeLeftWithTwoIsNoTimeOfOne) {
  const Claim claim{Group::People, "three visits of 40 minutes, two nurses of 60, 20 % ill"};
  scenarios::Care care = nurses(2, 0.2, 0.875);
  care.tasks.emplace_back("visit", visits(7, minutes(30)));
  const double exact =
      mean_given(2, 0.8, {3, 1}, [](int present, int due) { return std::min(present, due); });
  EXPECT_TRUE(claim.agrees("given in a shift", given_on(0, care, 3, 20'000), exact));
}

/// Of two tasks a patient has the one with probability 0.5 in a shift and the other with 0.6: a trip to each who has
/// any, with probability 1 - 0.5 x 0.4.
TEST(PeopleInAShift, VisitsAtOneHomeShareATrip) {
  const Claim claim{Group::People, "two tasks of 3.5 and 4.2 visits a week, ten patients"};
  const Compiled compiled(with_tasks({visits(3.5, minutes(20)), visits(4.2, minutes(20))}), 7);
  care::VisitBook book(compiled.workforce, compiled.plans);
  std::vector<double> trips;
  for (std::uint32_t r = 0; r < 20'000; ++r) {
    book.reset(31, r);
    start_all(book, 10, sim::Time{monday()});
    trips.push_back(in_minutes(book.run_shift(0, 0, minutes_available(plenty)).travel) / 10);
  }
  EXPECT_TRUE(claim.agrees("trips in a shift", trips, 10 * (1 - 0.5 * 0.4)));
  EXPECT_TRUE(claim.differs("the same with a trip a visit", trips, 10 * (0.5 + 0.6)));
}

/// Of four patients K live in the north, each with probability 0.3. A nurse there and one in the south have time for
/// two visits of 30 minutes each; with the longer way of 12 a nurse has time for one more only where she has given
/// none. So all four are given if two live in each area, and else three.
TEST(PeopleInAShift, AnotherAreaIsFarther) {
  const Claim claim{Group::People,
                    "two areas, a nurse in each, four patients who live where chance has it"};
  scenarios::Care care = with_tasks({visits(7, minutes(20))});
  scenarios::Municipality& west = care.municipalities.front().second;
  west.areas = {{"north", 0.3}, {"south", 0.7}};
  west.travel_between_minutes = 12;
  const Compiled compiled(care, 7);
  care::VisitBook book(compiled.workforce, compiled.plans);
  care::ShiftStaff both = minutes_available(120), south = minutes_available(plenty);
  both.people = {60 * sim::minute, 60 * sim::minute};
  both.areas = {0, 1};
  south.areas = std::vector<care::Area>(south.people.size(), 1);
  std::vector<double> given, travel;
  for (std::uint32_t r = 0; r < 20'000; ++r) {
    book.reset(32, r);
    start_all(book, 4, sim::Time{monday()});
    given.push_back(total(book.run_shift(0, 0, both)).done);
    book.reset(32, r);
    start_all(book, 4, sim::Time{monday()});
    travel.push_back(in_minutes(book.run_shift(0, 0, south).travel));
  }
  EXPECT_TRUE(claim.agrees("given in a shift", given, 3 + 6 * 0.3 * 0.3 * 0.7 * 0.7));
  EXPECT_TRUE(
      claim.agrees("minutes of travel, all nurses in the south", travel, 4 * (10 + 0.3 * 12)));
  EXPECT_TRUE(claim.differs("given, if no way were longer", given, 4));
}

/// Visits of half an hour that must be given between 7 and 9: of a nurse's 240 minutes in eight hours 60 lie there, two
/// visits. Another visit, at any time, is given around them. Who is ill gives none.
TEST(PeopleInAShift, AWindowHasItsShareOfTheTime) {
  const Claim claim{
      Group::People,
      "visits of 30 minutes between 7 and 9, two nurses of 240 minutes from 7 to 15, 20 % ill"};
  scenarios::Care care = nurses(2, 0.2);
  scenarios::Task early = visits(2.1, minutes(20));
  care.tasks.emplace_back("early", early);
  const Demand demand{10, 0.3};
  const double exact =
      mean_given(2, 0.8, demand, [](int present, int due) { return std::min(due, 2 * present); });
  const auto at_any_time = given_on(0, care, demand.patients, 20'000);
  care.windows.emplace_back("morning", scenarios::Window{{}, 7, 2});
  care.tasks.front().second.window = "morning";
  EXPECT_TRUE(claim.agrees("given in a shift", given_on(0, care, demand.patients, 20'000), exact));
  EXPECT_TRUE(claim.differs("given, if at any time of the shift", at_any_time, exact));
}

/// A nurse has time for two visits of a hundred minutes, and forty minutes that nothing fits into.
constexpr Demand long_visits{24, 0.3};
double given_long(int posts, double there) {
  return mean_given(posts, there, long_visits,
                    [](int present, int due) { return std::min(due, 2 * present); });
}
scenarios::Care care_of_long_visits(int posts, double sickness) {
  scenarios::Care care = nurses(posts, sickness);
  care.tasks.emplace_back("visit", visits(2.1, minutes(90)));
  return care;
}

TEST(PeopleInAShift, IndependentAbsence) {
  const Claim claim{Group::People, "visits of 100 minutes, five nurses of 240, 25 % ill"};
  EXPECT_TRUE(claim.agrees("given in a shift",
                           given_on(0, care_of_long_visits(5, 0.25), long_visits.patients, 20'000),
                           given_long(5, 0.75)));
}

/// Everybody's rate of falling ill is multiplied by the week's M. With spells of exponential length a
/// person is a chain of two states, dp/dt = r M (1 - p) - p / m, and given M they are independent.
TEST(PeopleInAShift, ClusteredAbsence) {
  constexpr double sickness = 0.25, cv = 0.8, spell = 2, week = 7, day = 5;
  const Claim claim{Group::People, "the same, absences clustered with cv 0.8, on the sixth day"};
  scenarios::Care care = care_of_long_visits(5, sickness);
  scenarios::Role& role = care.roles.front().second;
  role.sickness_shock_cv = cv;
  role.sick_spell =
      length(scenarios::DistributionSpec::Kind::Exponential, spell, 1, scenarios::TimeUnit::Days);
  // The rate that keeps the mean share (docs/model.md 2.2.10): r (1 - r cv² K) = s / ((1 - s) m).
  const double rate = sickness / ((1 - sickness) * spell);
  const double k = spell - spell * spell / week * (1 - std::exp(-week / spell));
  const double raised = (1 - std::sqrt(1 - 4 * rate * cv * cv * k)) / (2 * cv * cv * k);
  const double shift = day + 7.0 / 24;  // the day shift of Saturday begins at seven
  const double sigma = std::sqrt(std::log1p(cv * cv));
  double exact = 0;
  constexpr int steps = 400;
  for (int step = 0; step < steps; ++step) {
    const double z = -8 + 16 * (step + 0.5) / steps;
    const double weight = std::exp(-z * z / 2) / std::sqrt(2 * std::numbers::pi) * 16 / steps;
    const double m = std::exp(sigma * z - sigma * sigma / 2);
    const double away = raised * m / (raised * m + 1 / spell);
    const double ill = away + (sickness - away) * std::exp(-(raised * m + 1 / spell) * shift);
    exact += weight * given_long(5, 1 - ill);
  }
  const auto given = given_on(static_cast<int>(day), care, long_visits.patients, 20'000);
  EXPECT_TRUE(claim.agrees("given in a shift", given, exact));
  EXPECT_TRUE(
      claim.differs("the same as of independent absence", given, given_long(5, 1 - sickness)));
}

/// Hours that those rostered are present in two weeks, by replication.
std::vector<double> hours_present(const care::Workforce& workforce, int replications) {
  care::Duty duty(workforce);
  std::vector<double> hours;
  hours.reserve(static_cast<std::size_t>(replications));
  for (int r = 0; r < replications; ++r) {
    duty.reset(53, static_cast<std::uint32_t>(r));
    sim::Duration present{};
    for (std::uint32_t o = 0; o < workforce.calendar().size(); ++o) {
      present += duty.staff(0, o).present;
    }
    hours.push_back(sim::in_units(present, sim::hour));
  }
  return hours;
}

double hours_expected(const care::Workforce& workforce) {
  const auto by_shift = care::expected_available(workforce, 0);
  return std::accumulate(by_shift.begin(), by_shift.end(), 0.0);
}

scenarios::Role often_ill() {
  scenarios::Role role = reliable_role();
  role.sickness = 0.2;
  return role;
}

/// Whoever was ill at midnight is replaced by chance at 7 in the morning; who falls ill in between is not.
TEST(PeopleInAShift, SubstitutesForSicknessThatIsKnown) {
  const Claim claim{Group::People,
                    "substitutes for half of the sickness known at midnight, spells of 2 days"};
  scenarios::Role role = often_ill();
  role.sick_spell =
      length(scenarios::DistributionSpec::Kind::Exponential, 2, 0, scenarios::TimeUnit::Days);
  role.sick_replacement = 0.5;
  const care::Workforce workforce(care_with(role, team_of(5, 5)), monday(), 14);
  care::Duty duty(workforce);
  std::vector<double> hours;
  for (std::uint32_t r = 0; r < 20'000; ++r) {
    duty.reset(61, r);
    sim::Duration substitutes{};
    for (std::uint32_t o = 0; o < workforce.calendar().size(); ++o) {
      substitutes += duty.staff(0, o).substitute;
    }
    hours.push_back(sim::in_units(substitutes, sim::hour));
  }
  const double exact = 14 * 5 * 8 * 0.2 * 0.5 * std::exp(-7.0 / 24 / 2);
  EXPECT_TRUE(claim.agrees("hours of substitutes in two weeks", hours, exact));
  EXPECT_NEAR(hours_expected(workforce), 14 * 5 * 8 * 0.8 + exact, 1e-4);
}

/// Five posts by day, three instead from 3 to 8 January and a fourth on 7 and 8: 8 x 5 + 6 x 3 + 2 x 1 days of
/// eight hours in two weeks, of which a fifth is lost.
TEST(Rosters, PostsOfAPeriod) {
  const Claim claim{Group::People, "five posts, three instead for six days, one more for two"};
  scenarios::Team team = team_of(9, 5, {"day", "day", "day"});
  auto& instead = team.roster[1];
  instead.posts = 3;
  instead.from = sim::make_date(2025, 1, 3);
  instead.to = sim::make_date(2025, 1, 8);
  instead.replaces = true;
  auto& more = team.roster[2];
  more = instead;
  more.posts = 1;
  more.from = sim::make_date(2025, 1, 7);
  const care::Workforce workforce(care_with(often_ill(), team), monday(), 14);
  constexpr double exact = 8 * (8 * 5 + 6 * 3 + 2 * 1) * 0.8;
  EXPECT_TRUE(claim.agrees("hours present in two weeks", hours_present(workforce, 5'000), exact));
  EXPECT_NEAR(hours_expected(workforce), exact, 1e-9);
}

/// All three are rostered every day, each for their share of it.
TEST(Rosters, PeopleByNameWithSharesAndKnownAbsence) {
  const Claim claim{Group::People,
                    "three people of 1, 0.5 and 0.75, one away for four days, one for a week"};
  scenarios::Team team = team_of(0, 2.25);
  team.people.reset();
  scenarios::Person anna, bo, cia;
  anna.absent = {{*sim::make_date(2025, 1, 2), sim::make_date(2025, 1, 5)}};
  bo.share = 0.5;
  cia.share = 0.75;
  cia.leave_weeks = {{{2, 2}}};
  team.staff = {{"anna", anna}, {"bo", bo}, {"cia", cia}};
  const care::Workforce workforce(care_with(often_ill(), team), monday(), 14);
  constexpr double exact = 8 * (1 * (14 - 4) + 0.5 * 14 + 0.75 * (14 - 7)) * 0.8;
  EXPECT_TRUE(claim.agrees("hours present in two weeks", hours_present(workforce, 5'000), exact));
  EXPECT_NEAR(hours_expected(workforce), exact, 1e-9);
}

/// How likely it is that `k` of the `drawn` are among the `able` of `all`, when every set is as likely.
double hypergeometric_chance(int all, int able, int drawn, int k) {
  const auto ways = [](int n, int of) {
    if (of < 0 || of > n) return 0.0;
    return std::exp(std::lgamma(n + 1) - std::lgamma(of + 1) - std::lgamma(n - of + 1));
  };
  return ways(able, k) * ways(all - able, drawn - k) / ways(all, drawn);
}

/// The mean of `of(k)` over how many of the `posts` rostered, of a team of `people`, have a delegation that
/// a share of the team has: the share of its people rounded up or down, and by lot.
template <class Of>
double mean_over_able(int people, int posts, double share, Of&& of) {
  const double least = std::floor(people * share), chance_of_more = people * share - least;
  double mean = 0;
  for (const int more : {0, 1}) {
    for (int k = 0; k <= posts; ++k) {
      mean += (more == 1 ? chance_of_more : 1 - chance_of_more) *
              hypergeometric_chance(people, static_cast<int>(least) + more, posts, k) * of(k);
    }
  }
  return mean;
}

/// One patient has insulin every day; those on duty may give it by delegation, or not.
scenarios::Care insulin_by_delegation(int people, int posts, const scenarios::HeldBy& held,
                                      double sickness) {
  scenarios::Role role = reliable_role();
  role.sickness = sickness;
  role.indirect_share = 0.5;
  role.competences.emplace_back("delegation", held);
  scenarios::Care care = care_with(role, team_of(people, posts));
  care.competences.emplace_back("delegation", scenarios::Competence{});
  scenarios::Task task = visits(7, minutes(90));  // 100 with travel: two to each who has 240
  task.competence = "delegation";
  care.tasks.emplace_back("insulin", task);
  return care;
}

TEST(PeopleInAShift, DelegationShare) {
  constexpr double share = 0.65, ill = 0.3;
  const Claim claim{Group::People,
                    "delegation: 65 % of four assistants, two on duty of whom 30 % ill"};
  const auto care = insulin_by_delegation(4, 2, {share, {}, {}}, ill);
  const double exact =
      mean_over_able(4, 2, share, [](int able) { return 1 - std::pow(ill, able); });
  EXPECT_TRUE(claim.agrees("P(a visit is given)", given_on(0, care, 1, 20'000), exact));
  EXPECT_TRUE(claim.differs("the same if all had it", given_on(0, care, 1, 20'000), 1 - ill * ill));
  const double of_three = mean_over_able(4, 2, share, [](int able) {
    double mean = 0;
    for (int there = 0; there <= able; ++there) {
      mean += binomial_chance(able, there, 1 - ill) * std::min(3, 2 * there);
    }
    return mean;
  });
  EXPECT_TRUE(claim.agrees("given of three", given_on(0, care, 3, 20'000), of_three));
}

/// Two of four posts are vacant and have a substitute with probability 0.9, who has the delegation or not.
TEST(PeopleInAShift, SubstitutesWithoutDelegation) {
  constexpr double share = 0.65, ill = 0.3, hired = 0.9;
  const auto given = [&](double substitutes) {
    auto care = insulin_by_delegation(4, 4, {share, substitutes, {}}, ill);
    care.roles.front().second.vacancy = 0.5;
    care.roles.front().second.replacement = hired;
    return given_on(0, care, 1, 20'000);
  };
  const double none_of_own =
      mean_over_able(4, 2, share, [](int able) { return std::pow(ill, able); });
  const Claim some{Group::People,
                   "delegation: two holders of 65 %, two substitutes of 39 %, 30 % ill"};
  const double no_substitute = 1 - hired * 0.39;
  EXPECT_TRUE(some.agrees("P(a visit is given)", given(0.39),
                          1 - none_of_own * no_substitute * no_substitute));
  const Claim none{Group::People, "delegation: two holders of 65 %, substitutes without, 30 % ill"};
  EXPECT_TRUE(none.agrees("P(a visit is given)", given(0), 1 - none_of_own));
}

/// Three patients must have somebody for the whole shift; who is there beside has time for two visits.
TEST(PeopleInAShift, SomebodyStaysForTheWholeShift) {
  const Claim claim{
      Group::People,
      "three patients with somebody there all the shift and visits, five nurses, 30 % ill"};
  scenarios::Care care = nurses(5, 0.3);
  scenarios::Task presence = visits(7, {});
  presence.presence = true;
  presence.priority = scenarios::Priority::MustAttend;
  care.tasks.emplace_back("presence", presence);
  care.tasks.emplace_back("visit", visits(3.5, minutes(90)));  // 100 with travel
  const auto exact = [](int free_of_one_who_stays) {
    return mean_given(5, 0.7, {3, 0.5}, [=](int present, int due) {
      const int stay = std::min(3, present);
      return stay + std::min(due, 2 * (present - stay) + free_of_one_who_stays * stay);
    });
  };
  const auto given = given_on(0, care, 3, 20'000);
  EXPECT_TRUE(claim.agrees("given in a shift", given, exact(0)));
  EXPECT_TRUE(claim.differs("given, if who stays made visits", given, exact(1)));
}

/// Visits that a nurse and a physician give together, in the first day shift; and the time that physicians have given,
/// in visits.
struct Together {
  std::vector<double> given, by_physicians;
};
Together give_together(const scenarios::Care& care, int patients, int replications) {
  const Compiled compiled(care, 7);
  care::Duty duty(compiled.workforce);
  care::VisitBook book(compiled.workforce, compiled.plans);
  Together all;
  for (std::uint32_t r = 0; r < static_cast<std::uint32_t>(replications); ++r) {
    duty.reset(41, r);
    book.reset(41, r);
    start_all(book, static_cast<std::uint32_t>(patients), sim::Time{monday()});
    for (const std::uint32_t team : book.companions().teams()) {
      duty.find_staff(team, 0, book.companions().staff(team));
    }
    all.given.push_back(total(book.run_shift(0, 0, duty.staff(0, 0))).done);
    const care::ShiftStaff left = book.companions().staff(1);
    all.by_physicians.push_back(in_minutes(book.run_shift(1, 0, left).given) / 100);
  }
  return all;
}

/// Who is there of each role has time for two visits; a visit needs one of each.
TEST(PeopleInAShift, TwoRolesAtOnce) {
  const Claim claim{
      Group::People,
      "visits by a nurse and a physician at once, three of whom 30 % are ill and two of whom 40 %"};
  scenarios::Care care = nurses(3, 0.3);
  scenarios::Role physician = care.roles.front().second;
  physician.sickness = 0.4;
  care.roles.emplace_back("physician", physician);
  care.municipalities.front().second.teams.emplace_back("physician", team_of(2, 2));
  scenarios::Task task = visits(2.1, minutes(90));  // 100 with travel
  task.together_with = "physician";
  care.tasks.emplace_back("visit", task);
  const Demand demand{16, 0.3};
  double exact = 0;
  for (int there = 0; there <= 2; ++there) {
    exact +=
        binomial_chance(2, there, 0.6) * mean_given(3, 0.7, demand, [&](int nurses_there, int due) {
          return std::min({due, 2 * nurses_there, 2 * there});
        });
  }
  const Together all = give_together(care, demand.patients, 20'000);
  EXPECT_TRUE(claim.agrees("given in a shift", all.given, exact));
  EXPECT_TRUE(claim.agrees("given by physicians", all.by_physicians, exact));
  EXPECT_TRUE(claim.differs(
      "given, if nurses went alone", all.given,
      mean_given(3, 0.7, demand, [](int present, int due) { return std::min(due, 2 * present); })));
}

/// What became of the visits of a day, by team and replication.
struct HandedOver {
  std::vector<double> by_assistants, handed, by_nurses;
  double lost = 0;  // due and neither given, missed nor handed over, in all
};

HandedOver hand_over(const scenarios::Care& care, int patients, int replications) {
  const Compiled compiled(care, 7);
  care::Duty duty(compiled.workforce);
  care::VisitBook book(compiled.workforce, compiled.plans);
  HandedOver all;
  for (std::uint32_t r = 0; r < static_cast<std::uint32_t>(replications); ++r) {
    duty.reset(37, r);
    book.reset(37, r);
    start_all(book, static_cast<std::uint32_t>(patients), sim::Time{monday()});
    const auto assistants = book.run_shift(0, 0, duty.staff(0, 0));
    const auto nurses = book.run_shift(1, 0, duty.staff(1, 0));
    const auto handed = assistants.sum(&care::VisitCounts::handed);
    all.by_assistants.push_back(total(assistants).done);
    all.handed.push_back(static_cast<double>(handed));
    all.by_nurses.push_back(total(nurses).done);
    all.lost += std::abs(static_cast<double>(handed) - total(nurses).due) +
                std::abs(patients - static_cast<double>(total(assistants).done +
                                                        total(nurses).done + total(nurses).missed));
  }
  return all;
}

TEST(PeopleInAShift, WhatIsNotGivenByDelegationIsHandedToNurses) {
  constexpr int patients = 6;
  constexpr double share = 0.65, ill = 0.3;
  const Claim claim{
      Group::People,
      "six visits, three assistants of whom 65 % delegated, then two nurses; 30 % ill"};
  auto care = insulin_by_delegation(3, 3, {share, {}, {}}, ill);
  scenarios::Role nurse = care.roles.front().second;
  nurse.competences.front().second = {};
  care.roles.emplace_back("registered", nurse);
  care.municipalities.front().second.teams.emplace_back("registered", team_of(2, 2));
  care.tasks.front().second.hand_over_to = "registered";

  double by_assistants = 0, by_nurses = 0;
  for (int there = 0; there <= 3; ++there) {
    const double chance = mean_over_able(3, 3, share, [&](int able) {
      return there > able ? 0 : binomial_chance(able, there, 1 - ill);
    });
    by_assistants += chance * std::min(patients, 2 * there);
    for (int nurses = 0; nurses <= 2; ++nurses) {
      by_nurses += chance * binomial_chance(2, nurses, 1 - ill) *
                   std::min(patients - std::min(patients, 2 * there), 2 * nurses);
    }
  }
  const HandedOver all = hand_over(care, patients, 20'000);
  EXPECT_TRUE(claim.agrees("given by assistants", all.by_assistants, by_assistants));
  EXPECT_TRUE(claim.agrees("handed over", all.handed, patients - by_assistants));
  EXPECT_TRUE(claim.agrees("given by nurses", all.by_nurses, by_nurses));
  EXPECT_TRUE(claim.equals("due and not accounted for", all.lost, 0));
}

}  // namespace people_test
