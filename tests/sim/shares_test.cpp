// SPDX-License-Identifier: Apache-2.0
#include "sim/shares.hpp"

#include <cmath>
#include <cstdint>
#include <random>
#include <vector>

#include <boost/random/uniform_01.hpp>
#include <gtest/gtest.h>

#include "sim/check.hpp"

namespace {

using sim::Interval;

std::vector<double> ones_and_zeros(std::size_t ones, std::size_t zeros) {
  std::vector<double> shares(ones, 1.0);
  shares.insert(shares.end(), zeros, 0.0);
  return shares;
}

bool contains(const Interval& interval, double value) {
  return interval.low <= value && value <= interval.high;
}

TEST(Shares, A9OneTrialEachIsWilsonsInterval) {
  for (const std::uint32_t k : {3U, 12U, 59U, 60U}) {
    const auto found = sim::proportion(ones_and_zeros(k, 60 - k), 1);
    EXPECT_EQ(found.interval, sim::wilson(k, 60)) << k;
    EXPECT_EQ(found.successes, k);
    EXPECT_FALSE(found.upper_bound_only);
  }
  const auto rare = sim::proportion(ones_and_zeros(2, 58), 1);
  EXPECT_TRUE(rare.upper_bound_only);
  EXPECT_EQ(rare.interval, (Interval{0, sim::upper_bound(2, 60)}));
}

TEST(Shares, A9TrialsThatAgreeAreWorthOne) {
  // Two seasons a run, alike in every run: as sure as of 40 runs of one, but for Student's t.
  const auto alike = sim::proportion(ones_and_zeros(10, 30), 2);
  EXPECT_EQ(alike.n, 80U);
  EXPECT_EQ(alike.successes, 20U);
  const double factor =
      std::pow(sim::student_t_quantile(0.975, 79) / sim::student_t_quantile(0.975, 39), 2);
  EXPECT_NEAR(alike.interval.low, sim::wilson(10 * factor, 40 * factor, 0.95).low, 1e-12);
  // Never surer than of independent seasons: one of two in every run has no spread at all.
  const auto opposed = sim::proportion(std::vector<double>(40, 0.5), 2);
  EXPECT_GT(opposed.interval.high - opposed.interval.low, 0.2);
}

TEST(Shares, A9OneRunOfManySeasonsTellsNothingOfRuns) {
  const auto one = sim::proportion(std::vector<double>{0.3}, 1000);
  EXPECT_EQ(one.interval.low, 0);
  EXPECT_GT(one.interval.high, 0.9);
  EXPECT_EQ(sim::wilson(sim::sum_up(std::vector<double>{0.3}, 1000)), (Interval{0, 1}));
  EXPECT_THROW((void)sim::sum_up(std::vector<double>{0.3}, 0), sim::InvariantError);
}

/// Runs of two seasons, short with probability p, the second as the first with probability `alike`.
double coverage(double p, double alike, std::size_t runs) {
  std::mt19937_64 generator(1992);
  boost::random::uniform_01<double> uniform;
  constexpr int experiments = 4000;
  int covered = 0;
  for (int e = 0; e < experiments; ++e) {
    std::vector<double> shares(runs);
    for (double& share : shares) {
      const bool first = uniform(generator) < p;
      const bool second = uniform(generator) < alike ? first : uniform(generator) < p;
      share = (first ? 0.5 : 0.0) + (second ? 0.5 : 0.0);
    }
    covered += contains(sim::proportion(shares, 2).interval, p) ? 1 : 0;
  }
  return static_cast<double>(covered) / experiments;
}

TEST(Shares, A9IntervalsCoverWhateverTheSeasonsHaveInCommon) {
  for (const double alike : {0.0, 0.5, 1.0}) {
    for (const double p : {0.1, 0.4}) {
      const double share = coverage(p, alike, 60);
      EXPECT_GE(share, 0.93) << p << " " << alike;
      EXPECT_LE(share, 0.985) << p << " " << alike;
    }
  }
}

TEST(Shares, A21PairedDifferenceIsThatOfNewcombe) {
  // Newcombe (1998), table II: a, b, c, d = 36, 12, 2, 0 and method 10.
  std::vector<double> base, other;
  const auto add = [&](int times, double b, double o) {
    base.insert(base.end(), static_cast<std::size_t>(times), b);
    other.insert(other.end(), static_cast<std::size_t>(times), o);
  };
  add(36, 1, 1);
  add(12, 0, 1);
  add(2, 1, 0);
  const auto found = sim::paired_share_difference({base, 1}, {other, 1});
  EXPECT_NEAR(found.low, 0.0569, 5e-5);
  EXPECT_NEAR(found.high, 0.3404, 5e-5);
}

TEST(Shares, A21PairedIntervalsCoverRareEventsAtSixtyPairs) {
  std::mt19937_64 generator(1998);
  boost::random::uniform_01<double> uniform;
  constexpr int experiments = 4000;
  int covered = 0;
  for (int e = 0; e < experiments; ++e) {
    std::vector<double> base(60), other(60);
    for (std::size_t i = 0; i < base.size(); ++i) {
      const double u = uniform(generator);  // the same luck: what is short with more staff is short
      base[i] = u < 0.10 ? 1 : 0;
      other[i] = u < 0.05 ? 1 : 0;
    }
    covered += contains(sim::paired_share_difference({base, 1}, {other, 1}), -0.05) ? 1 : 0;
  }
  const double share = static_cast<double>(covered) / experiments;
  EXPECT_GE(share, 0.93);
}

TEST(Shares, A21McNemarCountsHalfOfWhatWasSeen) {
  EXPECT_EQ(sim::mcnemar_mid_p(0, 0), 1);
  EXPECT_DOUBLE_EQ(sim::mcnemar_mid_p(0, 5), 2.0 / 32 - 1.0 / 32);
  // 2 (1 + 7) / 128 - 7 / 128
  EXPECT_DOUBLE_EQ(sim::mcnemar_mid_p(6, 1), 2 * 8.0 / 128 - 7.0 / 128);
  EXPECT_DOUBLE_EQ(sim::mcnemar_mid_p(4, 4), 1);
}

}  // namespace
