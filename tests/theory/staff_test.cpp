// SPDX-License-Identifier: Apache-2.0
// The work that patients bring and the people there are to do it: visits due, their minutes, and
// absence, from the parts and from a whole experiment.
#include <fmt/format.h>

#include "models/staff_balance.hpp"
#include "models/static_analysis.hpp"
#include "tests/models/staffing_case.hpp"
#include "tests/theory/ladder.hpp"
#include "tests/theory/reported.hpp"
#include "tests/theory/theory.hpp"

namespace staff_test {

using namespace staffing_case;
using theory::Claim;
using theory::Group;

constexpr int days = 364;
constexpr double weeks = days / 7.0;

/// Patients of home care as M/G/inf with `present` of them on average, from a start in balance.
cases::Builder patients(double present, const scenarios::Care& care) {
  cases::Builder b;
  b.attribute("municipality", {"west"}).exit("gone").horizon(0, days);
  b.scenario().horizon.start = monday();
  b.setting("home", cases::unlimited, cases::exponential_days(100), {{"gone", 1}});
  b.arrival("referrals", present / 100, "home");
  b.census("home", present);
  b.scenario().care = care;
  return b;
}

care::Results run(const scenarios::Scenario& scenario) {
  const care::Model model{scenario};
  return care::run_experiment(model, {.seed = 17, .replications = 60, .threads = 1}, {});
}

TEST(VisitLoad, IsPatientsTimesRateTimesMinutes) {
  for (const double present : {12.0, 150.0}) {
    const Claim claim{Group::Visits, fmt::format("{} patients, three tasks", present)};
    scenarios::Task wound = visits(0.8, lognormal_minutes(25, 0.6));
    scenarios::Task pair = visits(3.3, lognormal_minutes(40, 0.6));
    pair.staff = 2;
    pair.shifts = {{"day", 0.7}, {"evening", 0.2}, {"night", 0.1}};
    scenarios::Task office = visits(1.7, minutes(20));
    office.days = weekdays;
    office.holiday = scenarios::HolidayVisits::Keep;
    const auto r = run(patients(present, with_tasks({wound, pair, office})).scenario());
    // Ten minutes of travel per visit; two persons for the second.
    const double minutes_a_week = 0.8 * 35 + 3.3 * 2 * 50 + 1.7 * 30;
    EXPECT_TRUE(theory::reports(claim, r, "due.nurse.west", present * minutes_a_week / 60 * weeks));
    EXPECT_TRUE(
        theory::reports(claim, r, "visits_due.nurse.west", present * (0.8 + 3.3 + 1.7) * weeks));
  }
}

/// One visit of at most one a day falls in a given shift with probability rate x share.
TEST(VisitLoad, IsBinomialInAShift) {
  const Claim claim{Group::Visits, "30 patients, 2.8 a week, 75 % by day"};
  scenarios::Task task = visits(2.8, minutes(10));
  task.shifts = {{"day", 0.75}, {"evening", 0.25}};
  const Compiled compiled(with_tasks({task}), 14);
  care::VisitBook book(compiled.workforce, compiled.plans);
  const double p = 2.8 / 7 * 0.75;
  std::vector<double> due, square;
  for (std::uint32_t r = 0; r < 5000; ++r) {
    book.reset(18, r);
    start_all(book, 30, sim::Time{monday()});
    static_cast<void>(work(book, 0, 30));
    due.push_back(total(book.run_shift(0, 30, minutes_available(plenty))).due);
    square.push_back(due.back() * due.back());
  }
  EXPECT_TRUE(claim.agrees("visits in a shift", due, 30 * p));
  EXPECT_TRUE(claim.agrees("second moment", square, 30 * p * (1 - p) + 30 * p * 30 * p));
}

/// Easter takes a day of the week before it and one of the week after, 1 May one of the week after that: what
/// a week of a task from Monday to Friday has.
struct Easter {
  const char* name;
  scenarios::HolidayVisits holiday;
  double weeks;
};
class VisitsAroundHolidays : public ::testing::TestWithParam<Easter> {};

TEST_P(VisitsAroundHolidays, FallInTheWeek) {
  const Claim claim{Group::Visits, fmt::format("week before Easter, {}", GetParam().name)};
  scenarios::Task task = visits(2.5, minutes(10));
  task.days = weekdays;
  task.holiday = GetParam().holiday;
  const Compiled compiled(with_tasks({task}), 140);
  care::VisitBook book(compiled.workforce, compiled.plans);
  constexpr std::uint32_t week = 3 * 7;
  std::vector<double> due;
  for (std::uint32_t r = 0; r < 3000; ++r) {
    book.reset(21, r);
    start_all(book, 30, sim::Time{monday()});
    static_cast<void>(work(book, 0, 15 * week));
    due.push_back(total(work(book, 15 * week, 16 * week)).due);
  }
  EXPECT_TRUE(claim.agrees("visits", due, 30 * 2.5 * GetParam().weeks));
}
INSTANTIATE_TEST_SUITE_P(
    Ways, VisitsAroundHolidays,
    ::testing::Values(Easter{"kept", scenarios::HolidayVisits::Keep, 1},
                      Easter{"thinned out", scenarios::HolidayVisits::Thin, 4 / 5.0},
                      Easter{"spread over three weeks", scenarios::HolidayVisits::Spread,
                             (4 + 4 / 13.0 + 4 / 12.0) / 5}));

struct Absence {
  const char* name;
  double sickness, shock_cv, vacancy, replacement;
};
class StaffAbsence : public ::testing::TestWithParam<Absence> {};

TEST_P(StaffAbsence, LosesTheStatedShareOfHours) {
  const auto& c = GetParam();
  const Claim claim{Group::Absence, c.name};
  scenarios::Role role = reliable_role();
  role.sickness = c.sickness;
  role.sickness_shock_cv = c.shock_cv;
  role.vacancy = c.vacancy;
  role.replacement = c.replacement;
  role.substitute_productivity = 0.8;
  role.indirect_share = 0.3;
  const auto r = run(patients(20,
                              [&] {
                                auto care = care_with(role, team_of(12, 5, {"day", "evening"}));
                                care.tasks.emplace_back("visit", visits(1, minutes(20)));
                                return care;
                              }())
                         .scenario());
  const double rostered = days * 5 * (8.0 + 7.0);
  // Who holds no post is not sick; substitutes come for vacant posts only.
  const double present = (1 - c.vacancy) * (1 - c.sickness);
  const double substitutes = c.vacancy * c.replacement;
  EXPECT_TRUE(theory::reports(claim, r, "rostered.nurse.west", rostered));
  EXPECT_TRUE(theory::reports(claim, r, "present_hours.nurse.west", rostered * present));
  if (substitutes > 0) {
    EXPECT_TRUE(theory::reports(claim, r, "substitute.nurse.west", rostered * substitutes));
  }
  EXPECT_TRUE(theory::reports(claim, r, "available.nurse.west",
                              rostered * (present + 0.8 * substitutes) * 0.7));
}

INSTANTIATE_TEST_SUITE_P(
    Roles, StaffAbsence,
    ::testing::Values(Absence{"nobody ill", 0, 0, 0, 0}, Absence{"5 % ill", 0.05, 0, 0, 0},
                      Absence{"12 % ill, common shocks of cv 0.5", 0.12, 0.5, 0, 0},
                      Absence{"8 % ill, 15 % vacant, 60 % of it replaced", 0.08, 0.3, 0.15, 0.6}));

/// Without shock and with independent persons the number present of m rostered is binomial.
TEST(StaffAbsence, IsBinomialWithoutShock) {
  constexpr double sickness = 0.12;
  constexpr int posts = 6;
  const Claim claim{Group::Absence, "6 posts, 12 % ill, one shift"};
  scenarios::Role role = reliable_role();
  role.sickness = sickness;
  const care::Workforce workforce(care_with(role, team_of(10, posts)), monday(), 60);
  care::Duty duty(workforce);
  std::vector<double> present, square, all;
  for (std::uint32_t r = 0; r < 10'000; ++r) {
    duty.reset(19, r);
    const double n = sim::in_units(duty.staff(0, 29 * 3).present, 8 * sim::hour);
    present.push_back(n);
    square.push_back(n * n);
    all.push_back(n == posts ? 1 : 0);
  }
  const double mean = posts * (1 - sickness);
  EXPECT_TRUE(claim.agrees("present", present, mean));
  EXPECT_TRUE(claim.agrees("second moment", square, mean * sickness + mean * mean));
  EXPECT_TRUE(claim.agrees("share with nobody missing", all, std::pow(1 - sickness, posts)));
}

/// Spells of an exponential length make whoever is away or not a Markov chain: after `days` in a month of load
/// q / (1 - q), from a share of p, it is q + (p - q) exp(-days / (mean (1 - q))).
double child_share(double p, double q, double days, double mean) {
  return q + (p - q) * std::exp(-days / (mean * (1 - q)));
}

/// Children ill as often in January to March as 3 : 1 : 0 and not at all later; two days at home, 1 % of the year.
TEST(StaffAbsence, OfParentsFollowsTheMonths) {
  const Claim claim{Group::Absence, "care of children 1 %, January 3, February 1"};
  scenarios::Role role = reliable_role();
  role.child_care = 0.01;
  role.child_care_spell =
      length(scenarios::DistributionSpec::Kind::Exponential, 2, 0, scenarios::TimeUnit::Days);
  role.child_care_months = {3, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
  // 31 q(3 a) + 28 q(a) = 365 * 1 %, with q(a) = a / (1 + a).
  double low = 0, high = 1;
  for (int step = 0; step < 100; ++step) {
    const double a = (low + high) / 2;
    (31 * 3 * a / (1 + 3 * a) + 28 * a / (1 + a) < 3.65 ? low : high) = a;
  }
  const double january = 3 * high / (1 + 3 * high), february = high / (1 + high);
  const care::Workforce workforce(care_with(role, team_of(40, 40)), *sim::make_date(2025, 1, 1),
                                  90);
  care::Duty duty(workforce);
  std::vector<double> in_january, in_february, in_march;
  for (std::uint32_t r = 0; r < 4000; ++r) {
    duty.reset(23, r);
    const auto share = [&](std::uint32_t day) {
      return sim::in_units(duty.staff(0, 3 * day).child_care, 8 * sim::hour) / 40;
    };
    in_january.push_back(share(19));
    in_february.push_back(share(32));  // a day and seven hours of it
    in_march.push_back(share(59));     // seven hours
  }
  const double then = 1 + 7 / 24.0;
  EXPECT_TRUE(claim.agrees("20 January", in_january, january));
  EXPECT_TRUE(claim.agrees("2 February", in_february, child_share(january, february, then, 2)));
  EXPECT_TRUE(claim.agrees("1 March", in_march, child_share(february, 0, then - 1, 2)));
}

/// A post that is vacant for an exponential time of mean m and v of the time: P(vacant now and t later) =
/// v (v + (1 - v) exp(-t / (m (1 - v)))).
TEST(StaffAbsence, OfHoldersMovesWithTurnover) {
  constexpr double v = 0.15, mean_weeks = 8;
  const Claim claim{Group::Absence, "20 posts, 15 % vacant, eight weeks to recruit"};
  scenarios::Role role = reliable_role();
  role.vacancy = v;
  role.vacancy_length = length(scenarios::DistributionSpec::Kind::Exponential, mean_weeks, 0,
                               scenarios::TimeUnit::Weeks);
  const care::Workforce workforce(care_with(role, team_of(20, 20)), monday(), 200);
  care::Duty duty(workforce);
  std::vector<double> early, late, both;
  for (std::uint32_t r = 0; r < 4000; ++r) {
    duty.reset(24, r);
    int first = 0, second = 0, again = 0;
    for (std::uint32_t person = 0; person < 20; ++person) {
      const bool then = duty.presence(0, person, 3 * 70) == care::Presence::Vacant;
      const bool later = duty.presence(0, person, 3 * 140) == care::Presence::Vacant;
      first += then ? 1 : 0;
      second += later ? 1 : 0;
      again += then && later ? 1 : 0;
    }
    early.push_back(first / 20.0);
    late.push_back(second / 20.0);
    both.push_back(again / 20.0);
  }
  EXPECT_TRUE(claim.agrees("share vacant after 10 weeks", early, v));
  EXPECT_TRUE(claim.agrees("after 20 weeks", late, v));
  EXPECT_TRUE(
      claim.agrees("both times", both, v * (v + (1 - v) * std::exp(-10 / (mean_weeks * (1 - v))))));
}

/// A holder has the delegation after a time L of being in the post, which is held for an exponential time of
/// mean h: how long it has been held is exponential too, so the share is (1 - v) exp(-L / h).
TEST(StaffAbsence, DelegationsTakeTheirTime) {
  constexpr double v = 0.2, mean_weeks = 8, share = 0.75, lead = 6;
  const Claim claim{Group::Absence,
                    "20 posts, 20 % vacant, eight weeks to recruit, six weeks to delegation"};
  scenarios::Role role = reliable_role();
  role.vacancy = v;
  role.vacancy_length = length(scenarios::DistributionSpec::Kind::Exponential, mean_weeks, 0,
                               scenarios::TimeUnit::Weeks);
  scenarios::HeldBy held;
  held.share = share;
  held.lead_weeks = lead;
  role.competences.emplace_back("delegation", held);
  scenarios::Care care = care_with(role, team_of(20, 20));
  care.competences.emplace_back("delegation", scenarios::Competence{});
  const care::Workforce workforce(care, monday(), 200);
  care::Duty duty(workforce);
  std::vector<double> first, late;
  for (std::uint32_t r = 0; r < 4000; ++r) {
    duty.reset(25, r);
    const auto delegated = [&](std::uint32_t occurrence) {
      return static_cast<double>(std::ranges::count(duty.staff(0, occurrence).competences, 1)) / 20;
    };
    first.push_back(delegated(0));
    late.push_back(delegated(3 * 150));
  }
  const double held_for = mean_weeks * (1 - v) / v;
  const double exact = share * (1 - v) * std::exp(-lead / held_for);
  EXPECT_TRUE(claim.agrees("share delegated on the first day", first, exact));
  EXPECT_TRUE(claim.agrees("on day 150", late, exact));
  EXPECT_TRUE(claim.differs("without the time", late, share * (1 - v)));
}

double binomial_share(int n, int k, double p) {
  return std::exp(std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1) +
                  k * std::log(p) + (n - k) * std::log1p(-p));
}

/// Visits missed in a shift with `patients` who each have a visit with probability 0.3, and `posts`
/// nurses who are each present with probability 0.6 and then have time for eight.
double mean_missed(int patients, int posts) {
  double missed = 0;
  for (int nurses = 0; nurses <= posts; ++nurses) {
    for (int due = 8 * nurses + 1; due <= patients; ++due) {
      missed += binomial_share(posts, nurses, 0.6) * binomial_share(patients, due, 0.3) *
                (due - 8 * nurses);
    }
  }
  return missed;
}

/// Two municipalities of 12 and 28 patients with two nurses each: on their own they miss what two
/// nurses miss, in a pool what four nurses miss with 40 patients, whoever lives where.
class StaffPool : public ::testing::TestWithParam<bool> {};

TEST_P(StaffPool, MissesWhatOneTeamOfAllWouldMiss) {
  const bool pooled = GetParam();
  const Claim claim{Group::Absence, pooled ? "two teams of 2 posts in a pool"
                                           : "two teams of 2 posts, each on its own"};
  scenarios::Role role = reliable_role();
  role.sickness = 0.4;
  role.indirect_share = 0.5;
  scenarios::Care care = care_with(role, team_of(4, 2));
  care.municipalities.emplace_back("east", care.municipalities.front().second);
  care.tasks.emplace_back("visit", visits(2.1, minutes(20)));  // 30 with travel; p = 0.3 a day
  if (pooled) care.pools.emplace_back("both", scenarios::Pool{{}, {"west", "east"}, {}, {}, {}});
  const Compiled compiled(care, 7);
  care::Duty duty(compiled.workforce);
  care::VisitBook book(compiled.workforce, compiled.plans);
  std::vector<double> missed;
  for (std::uint32_t r = 0; r < 20'000; ++r) {
    duty.reset(20, r);
    book.reset(20, r);
    for (std::uint32_t p = 0; p < 40; ++p) {
      care::PlanStart from;
      from.municipality = p < 12 ? 0 : 1;
      from.now = sim::Time{monday()};
      from.stay_started = from.now - 1000 * sim::day;
      book.start(staffing_case::patient(p), from);
    }
    double sum = 0;
    for (const care::Crew& crew : compiled.workforce.crews()) {
      std::vector<care::ShiftStaff> staff;
      for (const auto team : crew) staff.push_back(duty.staff(team, 0));
      for (const auto& result : book.run_shift(crew, 0, staff)) sum += total(result).missed;
    }
    missed.push_back(sum);
  }
  EXPECT_TRUE(claim.agrees("visits missed in a shift", missed,
                           pooled ? mean_missed(40, 4) : mean_missed(12, 2) + mean_missed(28, 2)));
}

INSTANTIATE_TEST_SUITE_P(Municipalities, StaffPool, ::testing::Bool());

/// What `check` says of a team before a run is what a run finds: all weeks are season, so that a
/// normal week is the mean of the year.
TEST(StaffBalance, A22IsWhatARunFinds) {
  const Claim claim{Group::Absence, "hours told before a run: absence, leave, taper, enrolment"};
  scenarios::Role role = reliable_role();
  role.sickness = 0.1;
  role.sickness_shock_cv = 0.3;
  role.vacancy = 0.1;
  role.leave_first_week = 25;
  role.leave_start_weights = {0.5, 0.2, 0.3};
  role.replacement = 0.6;
  role.substitute_productivity = 0.75;
  role.indirect_share = 0.3;
  scenarios::Care care = care_with(role, team_of(12, 6, {"day", "evening"}));
  care.shortage.season = {1, 53};
  auto wound = visits(3.5, lognormal_minutes(25, 0.6));
  wound.taper = scenarios::Task::Taper{2.5, 14};
  wound.shifts = {{"day", 0.7}, {"evening", 0.3}};
  auto pair = visits(1.4, minutes(30));
  pair.staff = 2;
  pair.days = weekdays;
  auto enrolment = visits(0, minutes(60));
  enrolment.once = true;
  care.tasks = {{"wound", wound}, {"pair", pair}, {"enrolment", enrolment}};
  cases::Builder b;
  b.attribute("municipality", {"west"}).exit("gone").horizon(210, days);
  b.scenario().horizon.start = monday();
  b.setting("home", cases::unlimited, cases::exponential_days(20), {{"gone", 1}});
  b.arrival("referrals", 5, "home");
  b.scenario().care = care;
  const care::Model model{b.scenario()};
  const auto before = care::balance_staff(model, care::analyse(model)).teams.at(0).normal.all;
  const auto r = run(b.scenario());
  EXPECT_TRUE(theory::reports(claim, r, "due.nurse.west", before.due * weeks));
  EXPECT_TRUE(theory::reports(claim, r, "available.nurse.west", before.available * weeks));
  EXPECT_TRUE(theory::reports(claim, r, "load.nurse.west", 100 * before.load()));
}

}  // namespace staff_test
