// SPDX-License-Identifier: Apache-2.0
// Waiting for one of c places: M/M/c (Erlang 1917) at light and heavy load.
#include <algorithm>

#include <fmt/format.h>

#include "tests/theory/ladder.hpp"
#include "tests/theory/theory.hpp"

namespace delay_test {

using scenarios::TimeUnit;

struct Case {
  const char* name;
  int places;
  double load;  ///< arrival rate * mean stay / places
  int days;
};

std::string words(const Case& c) {
  return fmt::format("{} place{}, load {}", c.places, c.places > 1 ? "s" : "", c.load);
}

class DelaySystem : public ::testing::TestWithParam<Case> {
 protected:
  static constexpr double stay_days = 1.0 / 48;  // half an hour

  static cases::Builder scenario(const Case& c) {
    cases::Builder b;
    b.exit("home").horizon(20, c.days);
    b.setting("clinic", c.places, cases::exponential(30, TimeUnit::Minutes), {{"home", 1}});
    b.arrival("patients", c.load * c.places / stay_days, "clinic");
    return b;
  }
};

TEST_P(DelaySystem, AgreesWithErlangC) {
  const auto& c = GetParam();
  const theory::Claim claim{theory::Group::Waiting, words(c)};
  const double a = c.load * c.places;
  auto b = scenario(c);
  const auto r =
      theory::sample(b.scenario(), {theory::wait_days("clinic"), theory::waited_share("clinic"),
                                    theory::occupied("clinic"), theory::queued("clinic"),
                                    theory::entries_per_day("home")});
  const double wait = theory::mmc_wait(c.places, a) * stay_days;
  EXPECT_TRUE(claim.agrees("mean wait, days", r[0], wait, 0.2));
  EXPECT_TRUE(claim.agrees("share that waits", r[1], theory::erlang_c(c.places, a)));
  EXPECT_TRUE(claim.agrees("places in use", r[2], a));
  EXPECT_TRUE(claim.agrees("number in queue", r[3], wait * a / stay_days, 0.2));
  EXPECT_TRUE(claim.agrees("seen per day", r[4], a / stay_days));
}

/// Quantiles of all waits: W(p) = stay / (c - a) ln(C(c, a) / (1 - p)), 0 if fewer wait.
TEST_P(DelaySystem, HasTheQuantilesOfErlangC) {
  const auto& c = GetParam();
  const theory::Claim claim{theory::Group::Waiting, words(c)};
  const double a = c.load * c.places;
  auto b = scenario(c);
  const sim::Time measured = theory::at_day(b.scenario(), b.scenario().horizon.warm_up_days);
  const std::vector<double> levels{0.5, 0.9, 0.99};
  std::vector<double> waits;
  theory::Samples quantiles(levels.size());
  const auto hear = [&](const theory::Step& step) {
    if (step.what != flow::Note::GotPlace || step.time < measured) return;
    waits.push_back(sim::in_units(step.length, sim::minute));
  };
  theory::listen(b.scenario(), {.replications = 30, .seed = 8}, hear, [&] {
    std::ranges::sort(waits);
    for (std::size_t i = 0; i < levels.size(); ++i) {
      quantiles[i].push_back(
          waits[static_cast<std::size_t>(levels[i] * static_cast<double>(waits.size()))]);
    }
    waits.clear();
  });
  for (std::size_t i = 0; i < levels.size(); ++i) {
    const double wait =
        30 / (c.places - a) * std::log(theory::erlang_c(c.places, a) / (1 - levels[i]));
    if (wait < 1) continue;  // the step from those who do not wait
    EXPECT_TRUE(claim.agrees(fmt::format("{:.0f} % quantile of the wait, minutes", 100 * levels[i]),
                             quantiles[i], wait, 0.25));
  }
}

/// P(W > t) = C(c, a) exp(-(c - a) t / stay).
TEST_P(DelaySystem, HasExponentialWaits) {
  const auto& c = GetParam();
  const theory::Claim claim{theory::Group::Waiting, words(c)};
  const double a = c.load * c.places;
  auto b = scenario(c);
  const sim::Time measured = theory::at_day(b.scenario(), b.scenario().horizon.warm_up_days);
  const double mean_of_those_who_wait = stay_days / (c.places - a);
  const std::vector<double> limits{0.5 * mean_of_those_who_wait, 2 * mean_of_those_who_wait};
  std::vector<double> longer(limits.size());
  double served = 0;
  theory::Samples shares(limits.size());
  const auto hear = [&](const theory::Step& step) {
    if (step.what != flow::Note::GotPlace || step.time < measured) return;
    served += 1;
    for (std::size_t i = 0; i < limits.size(); ++i) {
      longer[i] += sim::days(step.length) > limits[i] ? 1 : 0;
    }
  };
  theory::listen(b.scenario(), {.replications = 30, .seed = 7}, hear, [&] {
    for (std::size_t i = 0; i < limits.size(); ++i) shares[i].push_back(longer[i] / served);
    std::ranges::fill(longer, 0.0);
    served = 0;
  });
  const double all = theory::erlang_c(c.places, a);
  EXPECT_TRUE(claim.agrees("share that waits half the mean of those who wait", shares[0],
                           all * std::exp(-0.5), 0.15));
  EXPECT_TRUE(claim.agrees("share that waits twice the mean of those who wait", shares[1],
                           all * std::exp(-2.0), 0.35));
}

INSTANTIATE_TEST_SUITE_P(Loads, DelaySystem,
                         ::testing::Values(Case{"OnePlaceLight", 1, 0.4, 200},
                                           Case{"OnePlaceHeavy", 1, 0.85, 300},
                                           Case{"ThreePlacesLight", 3, 0.5, 120},
                                           Case{"ThreePlacesHeavy", 3, 0.85, 120},
                                           Case{"TwentyPlaces", 20, 0.8, 16}),
                         [](const auto& p) { return std::string{p.param.name}; });

}  // namespace delay_test
