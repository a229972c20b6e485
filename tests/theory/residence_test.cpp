// SPDX-License-Identifier: Apache-2.0
// Living somewhere, and being away from there at times: the clock of the stay runs on, and the
// place is held where the scenario says so.
#include <fmt/format.h>

#include "tests/theory/ladder.hpp"
#include "tests/theory/theory.hpp"

namespace residence_test {

constexpr double ill = 0.05;   // per day at home
constexpr double back = 0.25;  // per day in hospital

/// Time until the first moment at home when the clock T has run out, and how it is spent. At T the
/// patient is away with probability a(T) = ill / (ill + back) (1 - exp(-(ill + back) T)).
struct Course {
  double resident = 0, at_home = 0, in_hospital = 0;
};

Course fixed_clock(double clock) {
  const double both = ill + back;
  const double gone = 1 - std::exp(-both * clock);
  const double away = ill / both * gone;
  const double hospital = ill / both * (clock - gone / both) + away / back;
  return {clock + away / back, clock + away / back - hospital, hospital};
}

/// For an exponential clock: the mean of the above.
Course exponential_clock(double mean) {
  const double both = ill + back, rate = 1 / mean;
  const double gone = both / (both + rate);  // E[1 - exp(-both T)]
  const double away = ill / both * gone;
  const double hospital = ill / both * (mean - gone / both) + away / back;
  return {mean + away / back, mean + away / back - hospital, hospital};
}

cases::Builder scenario(double places, const scenarios::DistributionSpec& clock, double per_day) {
  cases::Builder b;
  b.exit("gone").horizon(300, 1500);
  auto& home = b.setting("home_care", places, clock, {{"gone", 1}});
  home.residence = true;
  home.keep_place = true;
  home.hazards.push_back({{}, ill * 365, "hospital"});
  b.setting("hospital", cases::unlimited, cases::exponential_days(1 / back), {{"residence", 1}});
  b.arrival("patients", per_day, "home_care");
  return b;
}

struct Case {
  const char* name;
  scenarios::DistributionSpec clock;
  Course course;
};
class Residence : public ::testing::TestWithParam<Case> {};

TEST_P(Residence, ClockRunsOnWhileAway) {
  const auto& c = GetParam();
  const theory::Claim claim{theory::Group::Residence,
                            fmt::format("{} clock of 25 days", theory::in_words(c.name))};
  auto b = scenario(cases::unlimited, c.clock, 0.8);
  const auto r =
      theory::sample(b.scenario(), {theory::residents("home_care"), theory::present("home_care"),
                                    theory::present("hospital"), theory::occupied("home_care"),
                                    theory::entries_per_day("gone")});
  EXPECT_TRUE(claim.agrees("residents", r[0], 0.8 * c.course.resident));
  EXPECT_TRUE(claim.agrees("at home", r[1], 0.8 * c.course.at_home));
  EXPECT_TRUE(claim.agrees("in hospital", r[2], 0.8 * c.course.in_hospital));
  EXPECT_TRUE(claim.agrees("places held", r[3], 0.8 * c.course.resident));  // places are held
  EXPECT_TRUE(claim.agrees("leave per day", r[4], 0.8));
}

/// With places that are held and no queue the residents are a loss system, insensitive to how their
/// time is made up.
TEST_P(Residence, HeldPlacesFollowErlangB) {
  const auto& c = GetParam();
  const theory::Claim claim{theory::Group::Residence,
                            fmt::format("20 held places, {} clock", theory::in_words(c.name))};
  constexpr int places = 20;
  auto b = scenario(places, c.clock, 0.8);
  b.scenario().settings[0].second.when_full.policy = scenarios::WhenFull::Policy::Lost;
  const double lost = theory::erlang_b(places, 0.8 * c.course.resident);
  const auto r =
      theory::sample(b.scenario(), {theory::lost_share("home_care"), theory::occupied("home_care"),
                                    theory::present("hospital")});
  // Those who come back are served, too: compare per arrival.
  const auto arrived = theory::sample(b.scenario(), {theory::entries_per_day("lost")});
  EXPECT_TRUE(claim.agrees("lost per day", arrived[0], 0.8 * lost, 0.2));
  EXPECT_TRUE(claim.agrees("places held", r[1], 0.8 * (1 - lost) * c.course.resident));
  EXPECT_TRUE(claim.agrees("in hospital", r[2], 0.8 * (1 - lost) * c.course.in_hospital));
}

INSTANTIATE_TEST_SUITE_P(Clocks, Residence,
                         ::testing::Values(Case{"Fixed", cases::fixed_days(25), fixed_clock(25)},
                                           Case{"Exponential", cases::exponential_days(25),
                                                exponential_clock(25)}),
                         [](const auto& p) { return std::string{p.param.name}; });

/// Without a held place the one who comes back may have to wait in hospital: two residents' worth
/// of arrivals for one place shows it, and nobody is counted twice.
TEST(Residence, NotHeldIsHeldByOthers) {
  const theory::Claim claim{theory::Group::Residence, "3 places that are not held"};
  auto b = scenario(3, cases::exponential_days(25), 0.8);
  b.scenario().settings[0].second.keep_place = false;
  const auto r = theory::sample(
      b.scenario(),
      {theory::occupied("home_care"), theory::present("home_care"), theory::ready("hospital")},
      {.replications = 10});
  EXPECT_TRUE(claim.agrees("places in use", r[0], 3, 0.01));
  for (std::size_t k = 0; k < r[0].size(); ++k) {
    EXPECT_DOUBLE_EQ(r[0][k], r[1][k]);
    EXPECT_GT(r[2][k], 0.5);
  }
}

}  // namespace residence_test
