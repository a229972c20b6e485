// SPDX-License-Identifier: Apache-2.0
// Arrivals with any law of the time between them: GI/M/1, and a start in equilibrium.
#include <cmath>
#include <functional>

#include <fmt/format.h>

#include "tests/theory/ladder.hpp"
#include "tests/theory/theory.hpp"

namespace renewal_test {

using Kind = scenarios::DistributionSpec::Kind;

struct Case {
  const char* name;
  scenarios::DistributionSpec gap;          ///< mean 0.2 days
  std::function<double(double)> transform;  ///< E exp(-s gap)
};

scenarios::Arrival& renewal(cases::Builder& b, const scenarios::DistributionSpec& gap,
                            const std::string& to) {
  auto& arrival = b.arrival("patients", 0, to);
  arrival.kind = scenarios::Arrival::Kind::Renewal;
  arrival.per_day.reset();
  arrival.interarrival = gap;
  return arrival;
}

class Renewal : public ::testing::TestWithParam<Case> {};

/// Kendall 1953: those who come find the place taken with the probability s = A*((1 - s) / stay), and
/// wait for s / (1 - s) stays.
TEST_P(Renewal, C4AgreesWithKendall) {
  constexpr double stay = 0.15;
  const auto& c = GetParam();
  const theory::Claim claim{theory::Group::Renewal, fmt::format("{}, load 0.75", c.name)};
  cases::Builder b;
  b.exit("home").horizon(60, 600);
  b.setting("clinic", 1, cases::exponential_days(stay), {{"home", 1}});
  renewal(b, c.gap, "clinic");
  double taken = 0.5;
  for (int i = 0; i < 1000; ++i) taken = c.transform((1 - taken) / stay);
  const auto r =
      theory::sample(b.scenario(), {theory::wait_days("clinic"), theory::waited_share("clinic"),
                                    theory::entries_per_day("clinic"), theory::occupied("clinic")});
  EXPECT_TRUE(claim.agrees("mean wait, days", r[0], stay * taken / (1 - taken), 0.2));
  EXPECT_TRUE(claim.agrees("share that waits", r[1], taken));
  EXPECT_TRUE(claim.agrees("entries per day", r[2], 5));
  EXPECT_TRUE(claim.agrees("places in use", r[3], 0.75));
}

scenarios::DistributionSpec two_gaps() {
  scenarios::DistributionSpec spec;
  spec.kind = Kind::Empirical;
  spec.values = {0.05, 0.8};
  spec.weights = {0.8, 0.2};
  return spec;
}

INSTANTIATE_TEST_SUITE_P(Gaps, Renewal,
                         ::testing::Values(Case{"fixed gap", cases::fixed_days(0.2),
                                                [](double s) { return std::exp(-0.2 * s); }},
                                           Case{"exponential gap", cases::exponential_days(0.2),
                                                [](double s) { return 1 / (1 + 0.2 * s); }},
                                           Case{
                                               "gamma gap of shape 4", cases::gamma_days(0.2, 0.5),
                                               [](double s) { return std::pow(1 + 0.05 * s, -4); }},
                                           Case{"short or long gap", two_gaps(), [](double s) {
                                                  return 0.8 * std::exp(-0.05 * s) +
                                                         0.2 * std::exp(-0.8 * s);
                                                }}));

/// The run begins at a moment of no special kind: as many come on the first day as on any other. A
/// whole gap before the first arrival would not do.
TEST(RenewalStart, C4IsInEquilibriumFromTheFirstDay) {
  for (const double cv : {0.3, 2.0}) {
    const theory::Claim claim{theory::Group::Renewal,
                              fmt::format("gamma gap of a day, cv {:.1f}, from the start", cv)};
    cases::Builder b;
    b.exit("home").horizon(0, 1);
    b.setting("ward", cases::unlimited, cases::fixed_days(0), {{"home", 1}});
    renewal(b, cases::gamma_days(1, cv), "ward");
    const auto r =
        theory::sample(b.scenario(), {theory::entries_per_day("ward")}, {.replications = 20'000});
    EXPECT_TRUE(claim.agrees("arrivals on the first day", r[0], 1));
  }
}

/// A lever of +25 % on arrivals and -20 % on stays.
TEST(Levers, C5MultiplyArrivalsAndStays) {
  const theory::Claim claim{theory::Group::Renewal, "levers of 1.25 on arrivals, 0.8 on stays"};
  cases::Builder b;
  b.exit("home").horizon(40, 400);
  b.setting("ward", cases::unlimited, cases::gamma_days(4, 0.5), {{"home", 1}});
  b.arrival("others", 2, "ward");
  renewal(b, cases::gamma_days(0.2, 0.5), "ward");
  b.scenario().levers = {1.25, 0.8};
  const auto r =
      theory::sample(b.scenario(), {theory::entries_per_day("ward"), theory::present("ward")});
  EXPECT_TRUE(claim.agrees("entries per day", r[0], 1.25 * (2 + 5)));
  EXPECT_TRUE(claim.agrees("number present", r[1], 1.25 * (2 + 5) * 0.8 * 4));
}

}  // namespace renewal_test
