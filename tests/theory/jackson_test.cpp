// SPDX-License-Identifier: Apache-2.0
// An open network with feedback: the numbers at the stations are independent, each as in M/M/c with
// the rate that the traffic equations give (Jackson, Operations Research 5, 1957). Those who find a
// station full wait outside, so that nobody blocks anybody.
#include <array>

#include <fmt/format.h>

#include "tests/theory/ladder.hpp"
#include "tests/theory/theory.hpp"

namespace jackson_test {

struct Station {
  const char* id;
  int places;
  double stay, per_day;
  std::array<double, 3> to;  ///< shares; the rest leaves
};

struct Network {
  const char* name;
  std::array<Station, 3> stations;
  int days;
};

/// The rates that the traffic equations give: rate = arrivals + sum of what comes from elsewhere.
std::array<double, 3> traffic(const Network& network) {
  std::array<double, 3> rate{};
  for (int round = 0; round < 500; ++round) {
    std::array<double, 3> next{};
    for (std::size_t j = 0; j < 3; ++j) {
      next[j] = network.stations[j].per_day;
      for (std::size_t i = 0; i < 3; ++i) next[j] += rate[i] * network.stations[i].to[j];
    }
    rate = next;
  }
  return rate;
}

class JacksonNetwork : public ::testing::TestWithParam<Network> {};

TEST_P(JacksonNetwork, HasProductForm) {
  const auto& network = GetParam();
  const theory::Claim claim{theory::Group::Jackson, theory::in_words(network.name)};
  cases::Builder b;
  b.exit("home").horizon(60, network.days);
  for (const auto& station : network.stations) {
    cases::Shares to;
    double rest = 1;
    for (std::size_t j = 0; j < 3; ++j) {
      if (station.to[j] > 0) to.emplace_back(network.stations[j].id, station.to[j]);
      rest -= station.to[j];
    }
    if (rest > 1e-9) to.emplace_back("home", rest);
    b.setting(station.id, station.places, cases::exponential_days(station.stay), to)
        .when_full.policy = scenarios::WhenFull::Policy::WaitOutside;
    if (station.per_day > 0)
      b.arrival(std::string{"to "} + station.id, station.per_day, station.id);
  }
  const auto rates = traffic(network);
  std::vector<theory::Reader> readers;
  for (const auto& station : network.stations) {
    readers.push_back(theory::in_system(station.id));
    readers.push_back(theory::occupied(station.id));
    readers.push_back(theory::waited_share(station.id));
    readers.push_back(theory::entries_per_day(station.id));
  }
  // Together: the probability that all three are empty is the product.
  const auto r = theory::sample(b.scenario(), readers);
  for (std::size_t i = 0; i < 3; ++i) {
    const auto& station = network.stations[i];
    const double a = rates[i] * station.stay;
    ASSERT_LT(a, station.places);
    SCOPED_TRACE(station.id);
    EXPECT_TRUE(claim.agrees(fmt::format("number in {}", station.id), r[4 * i],
                             a + a * theory::mmc_wait(station.places, a), 0.25));
    EXPECT_TRUE(claim.agrees(fmt::format("places in use, {}", station.id), r[4 * i + 1], a));
    // Feedback makes the flows inside far from Poisson, yet arrivals see time averages.
    EXPECT_TRUE(claim.agrees(fmt::format("share that waits, {}", station.id), r[4 * i + 2],
                             theory::erlang_c(station.places, a), 0.2));
    EXPECT_TRUE(
        claim.agrees(fmt::format("entries per day, {}", station.id), r[4 * i + 3], rates[i]));
  }
}

INSTANTIATE_TEST_SUITE_P(Networks, JacksonNetwork,
                         ::testing::Values(Network{"Light",
                                                   {{{"emergency", 3, 0.2, 4, {0, 0.4, 0.1}},
                                                     {"ward", 8, 2.0, 0.4, {0, 0.1, 0.3}},
                                                     {"rehab", 4, 1.5, 0.2, {0.15, 0.1, 0}}}},
                                                   400},
                                           Network{"HeavyWithSelfFeedback",
                                                   {{{"emergency", 2, 0.2, 4, {0.3, 0.4, 0.1}},
                                                     {"ward", 6, 1.6, 0.3, {0, 0.1, 0.2}},
                                                     {"rehab", 1, 0.5, 0.1, {0.1, 0.05, 0.2}}}},
                                                   900}),
                         [](const auto& p) { return std::string{p.param.name}; });

}  // namespace jackson_test
