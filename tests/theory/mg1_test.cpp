// SPDX-License-Identifier: Apache-2.0
// Waiting for one place when stays are not exponential (Pollaczek 1930, Khinchine 1932):
//   mean wait = rate E[stay^2] / (2 (1 - load)), and the share that waits is the load.
#include <fmt/format.h>

#include "tests/theory/ladder.hpp"
#include "tests/theory/theory.hpp"

namespace mg1_test {

struct Case {
  const char* name;
  scenarios::DistributionSpec stay;  ///< mean 0.1 days
  double cv;
  double load;
  int days;
};

constexpr double mean_stay = 0.1;

class OnePlace : public ::testing::TestWithParam<Case> {};

TEST_P(OnePlace, AgreesWithPollaczekAndKhinchine) {
  const auto& c = GetParam();
  const theory::Claim claim{theory::Group::WaitingAnyStay,
                            fmt::format("{}, cv {:.2g}, load {}", c.name, c.cv, c.load)};
  cases::Builder b;
  b.exit("home").horizon(60, c.days);
  b.setting("clinic", 1, c.stay, {{"home", 1}});
  b.arrival("patients", c.load / mean_stay, "clinic");
  const auto r =
      theory::sample(b.scenario(), {theory::wait_days("clinic"), theory::waited_share("clinic"),
                                    theory::queued("clinic"), theory::occupied("clinic")});
  const double wait = c.load * mean_stay * (1 + c.cv * c.cv) / (2 * (1 - c.load));
  EXPECT_TRUE(claim.agrees("mean wait, days", r[0], wait, 0.2));
  EXPECT_TRUE(claim.agrees("share that waits", r[1], c.load));
  EXPECT_TRUE(claim.agrees("number in queue", r[2], wait * c.load / mean_stay, 0.2));
  EXPECT_TRUE(claim.agrees("places in use", r[3], c.load));
}

/// A6: a stay in two stages of mean 0.4 days each, told by a route to where one is, is one stay with
/// Erlang's law of two phases.
TEST(Stages, A6AreOneStay) {
  const theory::Claim claim{theory::Group::WaitingAnyStay, "stay in two stages, load 0.8"};
  constexpr double stage = 0.4, rate = 1;
  cases::Builder b;
  b.attribute("stage", {"first", "second"}).exit("home").horizon(100, 4000);
  auto& clinic = b.setting("clinic", 1, cases::exponential_days(stage), {{"home", 1}});
  clinic.routes.insert(clinic.routes.begin(), {cases::when("stage", {"first"}), {{"clinic", 1}}});
  clinic.on_enter.push_back({{}, {"clinic"}, cases::set("stage", "second")});
  b.arrival("patients", rate, "clinic");
  const auto r = theory::sample(
      b.scenario(), {theory::wait_days("clinic"), theory::waited_share("clinic"),
                     theory::queued("clinic"), theory::occupied("clinic"),
                     theory::entries_per_day("clinic"), [](const theory::Simulation& s) {
                       const auto& c = theory::counters(s, "clinic");
                       return theory::share(static_cast<double>(c.stay_ms), c.stays) / 86'400'000.0;
                     }});
  const double load = 2 * stage * rate;
  const double wait = load * 2 * stage * (1 + 0.5) / (2 * (1 - load));
  EXPECT_TRUE(claim.agrees("mean wait, days", r[0], wait, 0.2));
  EXPECT_TRUE(claim.agrees("share that waits", r[1], load));
  EXPECT_TRUE(claim.agrees("number in queue", r[2], wait * rate, 0.2));
  EXPECT_TRUE(claim.agrees("places in use", r[3], load));
  EXPECT_TRUE(claim.agrees("entries per day", r[4], rate));
  EXPECT_TRUE(claim.agrees("mean stay, days", r[5], 2 * stage));
}

scenarios::DistributionSpec short_or_long() {
  scenarios::DistributionSpec spec;
  spec.kind = scenarios::DistributionSpec::Kind::Empirical;
  spec.values = {0.05, 0.3};
  spec.weights = {0.8, 0.2};
  return spec;
}

// Uniform on 0.05 to 0.15: sd 0.1 / sqrt(12). Two values: variance 0.8 * 0.0025 + 0.2 * 0.04.
INSTANTIATE_TEST_SUITE_P(
    Stays, OnePlace,
    ::testing::Values(Case{"fixed stay", cases::fixed_days(0.1), 0, 0.4, 200},
                      Case{"fixed stay", cases::fixed_days(0.1), 0, 0.85, 500},
                      Case{"uniform stay", cases::uniform_days(0.05, 0.15), 1 / std::sqrt(12.0),
                           0.85, 500},
                      Case{"gamma stay", cases::gamma_days(0.1, 0.5), 0.5, 0.4, 200},
                      Case{"gamma stay", cases::gamma_days(0.1, 0.5), 0.5, 0.85, 500},
                      Case{"short or long stay", short_or_long(), 1, 0.6, 300},
                      Case{"lognormal stay", cases::lognormal_days(0.1, 1.5), 1.5, 0.4, 1000},
                      Case{"lognormal stay", cases::lognormal_days(0.1, 1.5), 1.5, 0.8, 1500}));

}  // namespace mg1_test
