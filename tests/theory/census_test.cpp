// SPDX-License-Identifier: Apache-2.0
// A start from today's patients: what is left of their stays is residual, so that a system in
// balance stays in balance from the first day. Fresh stays would not do (Cox 1962).
#include <fmt/format.h>

#include "scenarios/compile_distribution.hpp"
#include "tests/theory/ladder.hpp"
#include "tests/theory/markov_chain.hpp"
#include "tests/theory/theory.hpp"

namespace census_test {

const theory::LevelReader number_present = [](const theory::Level& l) { return l.present; };
const std::vector<double> moments{0.5, 2, 5, 6.5, 10, 25};

scenarios::DistributionSpec mixture() {  // mean 6, a few stay very long
  scenarios::DistributionSpec spec;
  spec.kind = scenarios::DistributionSpec::Kind::Mixture;
  spec.weights = {0.9, 0.1};
  spec.components = {cases::exponential_days(2), cases::exponential_days(42)};
  return spec;
}

/// Mean stay 6 days, 8 arrivals a day, 48 patients at the start.
cases::Builder in_balance(const scenarios::DistributionSpec& stay) {
  cases::Builder b;
  b.exit("home").horizon(0, 27);
  b.scenario().horizon.start = cases::day(2024, 1, 6);  // Epiphany: the only holiday in the run
  b.setting("ward", cases::unlimited, stay, {{"home", 1}});
  b.arrival("patients", 8, "ward");
  return b;
}

struct Case {
  const char* name;
  scenarios::DistributionSpec stay;
  bool memoryless;
};
class Census : public ::testing::TestWithParam<Case> {};

TEST_P(Census, IsStationaryFromDayOne) {
  const theory::Claim claim{theory::Group::Census, fmt::format("{} stay, 48 present at the start",
                                                               theory::in_words(GetParam().name))};
  auto b = in_balance(GetParam().stay);
  b.census("ward", 48);
  const auto r =
      theory::sample_at(b.scenario(), "ward", moments, number_present, {.replications = 400});
  for (std::size_t i = 0; i < moments.size(); ++i) {
    EXPECT_TRUE(claim.agrees(fmt::format("present on day {}", moments[i]), r[i], 48, 0.05))
        << "day " << moments[i];
  }
}

/// Negative control: the same patients arriving afresh at the start. Only a stay without memory
/// would not mind.
TEST_P(Census, FreshStaysWouldDrift) {
  const theory::Claim claim{
      theory::Group::FreshStays,
      fmt::format("{} stay, 48 arrive afresh at the start", theory::in_words(GetParam().name))};
  auto b = in_balance(GetParam().stay);
  auto& fresh = b.appointments("all at once", {0}, "ward");
  fresh.days = {sim::DayKind::Holiday};
  fresh.batch = cases::fixed_days(48);
  const std::vector<double> day{5};
  const auto r =
      theory::sample_at(b.scenario(), "ward", day, number_present, {.replications = 400});
  if (GetParam().memoryless) {
    EXPECT_TRUE(claim.agrees("present on day 5", r[0], 48, 0.05));
  } else {
    EXPECT_TRUE(claim.differs("present on day 5", r[0], 48));
  }
}

INSTANTIATE_TEST_SUITE_P(Stays, Census,
                         ::testing::Values(Case{"Exponential", cases::exponential_days(6), true},
                                           Case{"Fixed", cases::fixed_days(6), false},
                                           Case{"Lognormal", cases::lognormal_days(6, 1.5), false},
                                           Case{"Gamma", cases::gamma_days(6, 0.4), false},
                                           Case{"Uniform", cases::uniform_days(1, 11), false},
                                           Case{"Mixture", mixture(), false}),
                         [](const auto& p) { return std::string{p.param.name}; });

/// Stays that depend on where one goes: those found present are mostly on the long way.
TEST(CensusByDestination, IsStationaryFromDayOne) {
  const theory::Claim claim{theory::Group::Census, "stays by destination, 44 present at the start"};
  cases::Builder b;
  b.exit("home").exit("elsewhere").horizon(0, 27);
  auto& ward = b.setting("ward", cases::unlimited, cases::fixed_days(2),
                         {{"home", 0.5}, {"elsewhere", 0.5}});
  ward.stay.insert(ward.stay.begin(), {{}, {"elsewhere"}, cases::gamma_days(20, 0.5)});
  b.arrival("patients", 4, "ward");
  b.census("ward", 44);
  const auto r =
      theory::sample_at(b.scenario(), "ward", moments, number_present, {.replications = 400});
  for (std::size_t i = 0; i < moments.size(); ++i) {
    EXPECT_TRUE(claim.agrees(fmt::format("present on day {}", moments[i]), r[i], 44, 0.05))
        << "day " << moments[i];
  }
  // Departures are in balance from the first day, too.
  const auto leave = theory::sample(
      b.scenario(), {theory::entries_per_day("home"), theory::entries_per_day("elsewhere")},
      {.replications = 200});
  EXPECT_TRUE(claim.agrees("departures home per day", leave[0], 2));
  EXPECT_TRUE(claim.agrees("departures elsewhere per day", leave[1], 2));
}

/// Risks end stays early: those present have been there less long than the stays alone would say.
TEST(CensusWithRisks, IsStationaryFromDayOne) {
  const theory::Claim claim{theory::Group::Census,
                            "fixed stay with a risk, 60 present at the start"};
  constexpr double risk = 0.1, stay = 15;
  const double present = (1 - std::exp(-risk * stay)) / risk;  // mean days in place
  cases::Builder b;
  b.exit("home").exit("emergency").horizon(0, 27);
  auto& ward = b.setting("ward", cases::unlimited, cases::fixed_days(stay), {{"home", 1}});
  ward.hazards.push_back({{}, risk * 365, "emergency"});
  b.arrival("patients", 60 / present, "ward");
  b.census("ward", 60);
  const auto r =
      theory::sample_at(b.scenario(), "ward", moments, number_present, {.replications = 400});
  for (std::size_t i = 0; i < moments.size(); ++i) {
    EXPECT_TRUE(claim.agrees(fmt::format("present on day {}", moments[i]), r[i], 60, 0.05))
        << "day " << moments[i];
  }
}

/// A ward and its queue as they are today, by the transient chain.
class CensusQueue : public ::testing::TestWithParam<double> {};  // arrivals per day

TEST_P(CensusQueue, AgreesWithTheTransientChain) {
  constexpr double stay = 5;
  constexpr int places = 7;
  const double per_day = GetParam();
  const theory::Claim claim{
      theory::Group::CensusQueue,
      fmt::format("7 places, load {:.2g}, 6 wait at the start", per_day * stay / places)};
  cases::Builder b;
  b.exit("home").horizon(0, 30);
  b.setting("ward", places, cases::exponential_days(stay), {{"home", 1}});
  b.arrival("patients", per_day, "ward");
  b.census("ward", places, 6);
  const theory::MarkovChain<int> chain{places + 6, [&](int n, const auto& emit) {
                                         if (n < 120) emit(n + 1, per_day);
                                         if (n > 0) emit(n - 1, (n < places ? n : places) / stay);
                                       }};
  const auto start = chain.distribution([](int n) { return n == places + 6 ? 1.0 : 0.0; });
  const theory::Plan plan{.replications = 900};
  const std::vector<double> days{5, 10, 25};  // before that the ward may be full in all runs
  const auto in_place = theory::sample_at(b.scenario(), "ward", days, number_present, plan);
  const auto queue = theory::sample_at(
      b.scenario(), "ward", days, [](const auto& l) { return l.queued; }, plan);
  for (std::size_t i = 0; i < days.size(); ++i) {
    const auto p = chain.after(days[i], start);
    EXPECT_TRUE(claim.agrees(fmt::format("in place on day {}", days[i]), in_place[i],
                             chain.expect(p, [](int n) { return n < places ? n : places; })));
    const double waiting = chain.expect(p, [](int n) { return n > places ? n - places : 0; });
    if (waiting < 0.2) continue;  // too rare to tell right from wrong
    EXPECT_TRUE(claim.agrees(fmt::format("in queue on day {}", days[i]), queue[i], waiting, 0.4));
  }
}

INSTANTIATE_TEST_SUITE_P(Loads, CensusQueue, ::testing::Values(0.6, 1.2));

/// Residents present or away at the start: both have a residual clock.
TEST(CensusOfResidents, IsStationaryFromDayOne) {
  const theory::Claim claim{theory::Group::Census, "150 residents at home, 27 in hospital"};
  constexpr double ill = 0.05, back = 0.25, clock = 40;
  // Long clock against short absences: share away close to ill / (ill + back).
  cases::Builder b;
  b.exit("gone").horizon(0, 27);
  auto& home =
      b.setting("home_care", cases::unlimited, cases::exponential_days(clock), {{"gone", 1}});
  home.residence = true;
  home.hazards.push_back({{}, ill * 365, "hospital"});
  b.setting("hospital", cases::unlimited, cases::exponential_days(1 / back), {{"residence", 1}});
  // Balance with an exponential clock that runs while away: leave on return if it has run out.
  // home: L + back H = H_in..., away with the clock running or run out.
  //   at home n0: arrivals + back a1 = n0 (1 / clock + ill)
  //   away, clock running a1: ill n0 = a1 (back + 1 / clock)
  //   away, run out a2: a1 / clock = a2 back
  const double n0 = 150;
  const double a1 = ill * n0 / (back + 1 / clock);
  const double a2 = a1 / clock / back;
  b.arrival("patients", n0 * (1 / clock + ill) - back * a1, "home_care");
  b.census("home_care", n0);
  b.census("hospital", std::round(a1)).residence = "home_care";
  const theory::Plan plan{.replications = 300};
  const auto at_home = theory::sample_at(b.scenario(), "home_care", moments, number_present, plan);
  for (std::size_t i = 0; i < moments.size(); ++i) {
    EXPECT_TRUE(claim.agrees(fmt::format("at home on day {}", moments[i]), at_home[i], n0, 0.03))
        << "day " << moments[i];
  }
  EXPECT_NEAR(a1, 27.3, 0.1);
  EXPECT_LT(a2, 3);
}

/// Those of whom it is known how long they have been there: what is left of their stays is that of
/// stays longer than this, so that P(stay > age + t) / P(stay > age) of them are there after t.
class CensusByAge : public ::testing::TestWithParam<Case> {};

double above(const scenarios::DistributionSpec& spec, double days) {
  return std::get<sim::Distribution>(scenarios::to_distribution(spec)).above(days);
}

TEST_P(CensusByAge, C3IsTheLawGivenTheAge) {
  constexpr double age = 4, present = 60;
  const auto& stay = GetParam().stay;
  const theory::Claim claim{theory::Group::CensusByAge,
                            fmt::format("{} stay, 60 present for 4 days at the start",
                                        theory::in_words(GetParam().name))};
  cases::Builder b;
  b.exit("home").horizon(0, 27);
  b.setting("ward", cases::unlimited, stay, {{"home", 1}});
  b.census("ward", present).days_spent = age;
  const std::vector<double> days{0.5, 2, 5, 6.5};
  const auto r =
      theory::sample_at(b.scenario(), "ward", days, number_present, {.replications = 400});
  for (std::size_t i = 0; i < days.size(); ++i) {
    EXPECT_TRUE(claim.agrees(fmt::format("present on day {}", days[i]), r[i],
                             present * above(stay, age + days[i]) / above(stay, age), 0.15));
  }
}

INSTANTIATE_TEST_SUITE_P(Stays, CensusByAge,
                         ::testing::Values(Case{"Exponential", cases::exponential_days(6), true},
                                           Case{"Lognormal", cases::lognormal_days(6, 1.5), false},
                                           Case{"Gamma", cases::gamma_days(6, 0.4), false},
                                           Case{"Weibull", cases::weibull_days(6, 0.5), false},
                                           Case{"Uniform", cases::uniform_days(1, 11), false},
                                           Case{"Mixture", mixture(), false}),
                         [](const auto& p) { return std::string{p.param.name}; });

/// Where one goes is judged by the age, too: who has been there for long is on the long way. A risk has
/// no memory.
TEST(CensusByAgeAndDestination, C3IsBayesLaw) {
  constexpr double age = 5, present = 60, risk = 0.05;
  const theory::Claim claim{theory::Group::CensusByAge,
                            "stays by destination and a risk, 60 present for 5 days at the start"};
  cases::Builder b;
  b.exit("home").exit("elsewhere").exit("emergency").horizon(0, 27);
  const auto home = cases::exponential_days(2);
  const auto elsewhere = cases::gamma_days(20, 0.5);
  auto& ward = b.setting("ward", cases::unlimited, home, {{"home", 0.8}, {"elsewhere", 0.2}});
  ward.stay.insert(ward.stay.begin(), {{}, {"elsewhere"}, elsewhere});
  ward.hazards.push_back({{}, risk * 365, "emergency"});
  b.census("ward", present).days_spent = age;
  const auto still = [&](double t) { return 0.8 * above(home, t) + 0.2 * above(elsewhere, t); };
  const std::vector<double> days{0.5, 2, 5, 10};
  const auto r =
      theory::sample_at(b.scenario(), "ward", days, number_present, {.replications = 400});
  for (std::size_t i = 0; i < days.size(); ++i) {
    EXPECT_TRUE(
        claim.agrees(fmt::format("present on day {}", days[i]), r[i],
                     present * std::exp(-risk * days[i]) * still(age + days[i]) / still(age)));
  }
}

}  // namespace census_test
