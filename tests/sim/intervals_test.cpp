// SPDX-License-Identifier: Apache-2.0
#include "sim/intervals.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <vector>

#include <boost/random/exponential_distribution.hpp>
#include <boost/random/normal_distribution.hpp>
#include <boost/random/uniform_01.hpp>
#include <gtest/gtest.h>

#include "sim/check.hpp"

namespace {

using sim::Estimate;
using sim::Interval;

bool covers(const Interval& interval, double value) {
  return interval.low <= value && value <= interval.high;
}

TEST(Intervals, StudentAndNormalQuantilesMatchTables) {
  EXPECT_NEAR(sim::student_t_quantile(0.975, 1), 12.7062047362, 1e-9);
  EXPECT_NEAR(sim::student_t_quantile(0.975, 9), 2.2621571628, 1e-9);
  EXPECT_NEAR(sim::student_t_quantile(0.95, 30), 1.6972608866, 1e-9);
  EXPECT_NEAR(sim::student_t_quantile(0.025, 9), -2.2621571628, 1e-9);
  EXPECT_NEAR(sim::normal_quantile(0.975), 1.9599639845, 1e-9);
  EXPECT_THROW((void)sim::student_t_quantile(1.0, 9), sim::InvariantError);
  EXPECT_THROW((void)sim::student_t_quantile(0.5, 0), sim::InvariantError);
}

TEST(Intervals, EstimateMatchesHandComputation) {
  const std::vector<double> values{1.20, 1.50, 1.68, 1.89, 0.95, 1.49, 1.58, 1.55, 0.50, 1.09};
  const Estimate result = sim::estimate(values, 0.90);
  EXPECT_EQ(result.n, 10U);
  EXPECT_NEAR(result.mean, 1.343, 1e-12);
  // sd² = (sum x² - n mean²) / 9 = (19.5441 - 18.03649) / 9; t(9, 0.95) = 1.8331129
  EXPECT_NEAR(result.sd, std::sqrt((19.5441 - 18.03649) / 9.0), 1e-12);
  EXPECT_NEAR(result.half_width, 1.8331129327 * result.sd / std::sqrt(10.0), 1e-9);
}

TEST(Intervals, EstimateOfNoneOneAndEqualValues) {
  EXPECT_TRUE(std::isnan(sim::estimate({}).mean));
  EXPECT_TRUE(std::isinf(sim::estimate({}).half_width));
  const std::vector<double> one{0.1};
  EXPECT_EQ(sim::estimate(one).mean, 0.1);
  EXPECT_TRUE(std::isinf(sim::estimate(one).half_width));
  const std::vector<double> equal(7, 0.1);
  EXPECT_EQ(sim::estimate(equal).mean, 0.1);
  EXPECT_EQ(sim::estimate(equal).sd, 0.0);
  EXPECT_EQ(sim::estimate(equal).half_width, 0.0);
}

TEST(Intervals, EstimateDoesNotCancelFarFromZero) {
  const std::vector<double> values{1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 4};
  EXPECT_DOUBLE_EQ(sim::estimate(values).mean, 1e9 + 2.5);
  EXPECT_DOUBLE_EQ(sim::estimate(values).sd, std::sqrt(5.0 / 3.0));
}

TEST(Intervals, PairedDifferenceCancelsWhatIsCommon) {
  const std::vector<double> base{10, 250, 31, 470, 5};
  std::vector<double> other = base;
  for (double& value : other) value += 3.0;
  const Estimate difference = sim::paired_difference(base, other);
  EXPECT_EQ(difference.mean, 3.0);
  EXPECT_EQ(difference.half_width, 0.0);
  EXPECT_THROW((void)sim::paired_difference(base, {}), sim::InvariantError);
}

TEST(Intervals, PValueIsWhereTheIntervalTouchesZero) {
  const std::vector<double> values{0.3, 1.1, -0.4, 0.9, 0.8, 1.6};
  const Estimate result = sim::estimate(values);
  const double p = sim::zero_mean_p_value(result);
  const Estimate touching = sim::estimate(values, 1.0 - p);
  EXPECT_NEAR(touching.half_width, touching.mean, 1e-9);
  EXPECT_EQ(sim::zero_mean_p_value({2.0, 0.0, 0.0, 5}), 0.0);
  EXPECT_EQ(sim::zero_mean_p_value({0.0, 0.0, 0.0, 5}), 1.0);
  EXPECT_EQ(sim::zero_mean_p_value({2.0, 0.0, 0.0, 1}), 1.0);
}

// Student (1908), Biometrika 6, 20: hours of sleep gained by ten patients with each of two drugs.
constexpr double drug_1[] = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
constexpr double drug_2[] = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

TEST(Intervals, PairedAndWelchMatchStudentsSleepData) {
  const auto paired = sim::paired_difference(drug_1, drug_2);
  EXPECT_NEAR(paired.mean, 1.58, 1e-12);
  EXPECT_NEAR(paired.mean - paired.half_width, 0.7001142, 1e-7);
  EXPECT_NEAR(paired.mean + paired.half_width, 2.4598858, 1e-7);
  EXPECT_NEAR(sim::zero_mean_p_value(paired), 0.00283289, 1e-8);
  // The same values as if they came from twenty patients: from -0.2054832 to 3.3654832.
  const double welch = sim::independent_half_width(sim::estimate(drug_1), sim::estimate(drug_2));
  EXPECT_NEAR(welch, 1.7854832, 1e-7);
}

TEST(Intervals, IndependentHalfWidthOfTooFewOrEqualValues) {
  const std::vector<double> one{3}, same{3, 3, 3}, two{1, 5};
  EXPECT_TRUE(std::isinf(sim::independent_half_width(sim::estimate(one), sim::estimate(same))));
  EXPECT_EQ(sim::independent_half_width(sim::estimate(same), sim::estimate(same)), 0);
  // Spread in one only: its own interval.
  const auto spread = sim::estimate(two);
  EXPECT_NEAR(sim::independent_half_width(spread, sim::estimate(same)), spread.half_width, 1e-12);
}

TEST(Intervals, ProbabilityOfDirectionIsTheTDistribution) {
  // Mean and deviation that give t = sqrt(n) mean / sd of the tables.
  const auto direction = [](double t, std::uint32_t n) {
    return sim::probability_of_direction({t / std::sqrt(static_cast<double>(n)), 1, 0, n});
  };
  EXPECT_NEAR(direction(2.228139, 11), 0.975, 1e-7);
  EXPECT_NEAR(direction(-2.228139, 11), 0.975, 1e-7);
  EXPECT_NEAR(direction(1.833113, 10), 0.95, 1e-7);
  EXPECT_NEAR(direction(1, 2), 0.75, 1e-12);  // Cauchy: 1/2 + atan(1) / pi
  EXPECT_EQ(direction(0, 20), 0.5);
  EXPECT_EQ(sim::probability_of_direction({4, 0, 0, 5}), 1);
  EXPECT_EQ(sim::probability_of_direction({0, 0, 0, 5}), 0.5);
  EXPECT_EQ(sim::probability_of_direction({4, 0, 0, 1}), 0.5);
}

TEST(Intervals, WilsonMatchesKnownValues) {
  EXPECT_NEAR(sim::wilson(8, 10).low, 0.4901625, 1e-6);
  EXPECT_NEAR(sim::wilson(8, 10).high, 0.9433178, 1e-6);
  EXPECT_NEAR(sim::wilson(0, 10).high, 0.2775328, 1e-6);
  EXPECT_EQ(sim::wilson(0, 10).low, 0.0);
  EXPECT_EQ(sim::wilson(10, 10).high, 1.0);
  EXPECT_EQ(sim::wilson(0, 0), (Interval{0.0, 1.0}));
  EXPECT_THROW((void)sim::wilson(11, 10), sim::InvariantError);
}

TEST(Intervals, UpperBoundSolvesTheBinomial) {
  EXPECT_NEAR(sim::upper_bound(0, 100), 1.0 - std::pow(0.05, 0.01), 1e-12);
  EXPECT_NEAR(sim::upper_bound(0, 1000), 3.0 / 1000, 1e-5);  // rule of three
  // P(Binomial(20, p) <= 2) = 0.05 at the bound.
  const double p = sim::upper_bound(2, 20);
  const double q = 1.0 - p;
  EXPECT_NEAR(std::pow(q, 20) + 20 * p * std::pow(q, 19) + 190 * p * p * std::pow(q, 18), 0.05,
              1e-12);
  EXPECT_EQ(sim::upper_bound(5, 5), 1.0);
  EXPECT_EQ(sim::upper_bound(0, 0), 1.0);
}

TEST(Intervals, FewerThanThreeEventsGetAnUpperBoundOnly) {
  const auto two = sim::proportion(2, 200);
  EXPECT_TRUE(two.upper_bound_only);
  EXPECT_EQ(two.interval.low, 0.0);
  EXPECT_EQ(two.interval.high, sim::upper_bound(2, 200));
  const auto three = sim::proportion(3, 200);
  EXPECT_FALSE(three.upper_bound_only);
  EXPECT_EQ(three.interval, sim::wilson(3, 200));
  EXPECT_DOUBLE_EQ(three.share, 0.015);
}

TEST(Intervals, QuantileIntervalsAreTheOrderStatisticsOfTheTables) {
  std::vector<double> values(100);
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<double>(i + 1);
  const auto median = sim::order_statistic_interval(values, 0.5);
  EXPECT_EQ(median.value, 50.0);
  ASSERT_TRUE(median.interval);
  EXPECT_EQ(*median.interval, (Interval{40.0, 61.0}));
  const auto tail = sim::order_statistic_interval(values, 0.95);
  EXPECT_EQ(tail.value, 95.0);
  ASSERT_TRUE(tail.interval);
  // P(B <= 89) = 0.0115, P(B <= 90) = 0.0282; P(B >= 99) = 0.0371, P(B >= 100) = 0.0059.
  EXPECT_EQ(*tail.interval, (Interval{90.0, 100.0}));
}

TEST(Intervals, QuantileIsRefusedWithTheNumberNeeded) {
  EXPECT_EQ(sim::replications_for_quantile(0.5), 6U);
  EXPECT_EQ(sim::replications_for_quantile(0.95), 72U);
  EXPECT_EQ(sim::replications_for_quantile(0.05), 72U);
  EXPECT_EQ(sim::replications_for_quantile(0.99), 368U);
  std::vector<double> values(72);
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<double>(i);
  EXPECT_TRUE(sim::order_statistic_interval(values, 0.95).interval);
  values.pop_back();
  const auto refused = sim::order_statistic_interval(values, 0.95);
  EXPECT_FALSE(refused.interval);
  EXPECT_EQ(refused.replications_needed, 72U);
  const std::vector<double> unsorted{2.0, 1.0};
  EXPECT_THROW((void)sim::order_statistic_interval(unsorted, 0.5), sim::InvariantError);
}

TEST(Intervals, QuantileIntervalsAreAsNarrowAsTheConfidenceAllows) {
  // Exact binomial tails by summing, for every n and p below.
  for (const std::uint32_t n : {6U, 17U, 80U, 200U}) {
    std::vector<double> ranks(n);
    for (std::uint32_t i = 0; i < n; ++i) ranks[i] = i + 1;
    for (const double p : {0.1, 0.25, 0.5, 0.9, 0.95}) {
      const auto result = sim::order_statistic_interval(ranks, p);
      std::vector<double> at_most(n + 1);  // P(B <= k)
      double sum = 0.0;
      for (std::uint32_t k = 0; k <= n; ++k) {
        sum += std::exp(std::lgamma(n + 1.0) - std::lgamma(k + 1.0) - std::lgamma(n - k + 1.0) +
                        k * std::log(p) + (n - k) * std::log(1 - p));
        at_most[k] = sum;
      }
      const bool possible = std::pow(p, n) <= 0.025 && std::pow(1 - p, n) <= 0.025;
      ASSERT_EQ(result.interval.has_value(), possible) << n << ' ' << p;
      if (!possible) continue;
      const auto r = static_cast<std::uint32_t>(result.interval->low);
      const auto s = static_cast<std::uint32_t>(result.interval->high);
      EXPECT_LE(at_most[r - 1], 0.025);
      EXPECT_GT(at_most[r], 0.025);
      EXPECT_LE(1 - at_most[s - 1], 0.025);
      EXPECT_GT(1 - at_most[s - 2], 0.025);
    }
  }
}

TEST(Intervals, HolmMatchesAWorkedExample) {
  const std::vector<double> p{0.01, 0.04, 0.03, 0.005};
  const auto adjusted = sim::holm(p);
  const std::vector<double> expected{0.03, 0.06, 0.06, 0.02};
  ASSERT_EQ(adjusted.size(), 4U);
  for (std::size_t i = 0; i < 4; ++i) EXPECT_NEAR(adjusted[i], expected[i], 1e-15);
  const std::vector<double> large{0.6, 0.7};
  EXPECT_EQ(sim::holm(large), (std::vector<double>{1.0, 1.0}));
  EXPECT_TRUE(sim::holm({}).empty());
}

// Over many independent experiments 95 % intervals must cover 93 to 97 % of the time.
// 4,000 experiments: the standard error of the share is 0.0035.
constexpr int experiments = 4000;

TEST(Coverage, StudentT) {
  std::mt19937_64 random(20250101);
  boost::random::normal_distribution<double> normal(50.0, 20.0);
  for (const std::size_t n : {3U, 10U, 50U}) {
    int covered = 0;
    std::vector<double> values(n);
    for (int i = 0; i < experiments; ++i) {
      for (double& value : values) value = normal(random);
      const Estimate e = sim::estimate(values);
      if (std::abs(e.mean - 50.0) <= e.half_width) ++covered;
    }
    EXPECT_GE(covered, experiments * 93 / 100) << n;
    EXPECT_LE(covered, experiments * 97 / 100) << n;
  }
}

TEST(Coverage, Wilson) {
  std::mt19937_64 random(20250102);
  boost::random::uniform_01<double> uniform;
  // Averaged over probabilities, since for one p a discrete count makes coverage jump.
  for (const std::uint32_t n : {50U, 200U}) {
    int covered = 0;
    for (int i = 0; i < experiments; ++i) {
      const double p = 0.02 + 0.96 * uniform(random);
      std::uint32_t successes = 0;
      for (std::uint32_t j = 0; j < n; ++j) successes += uniform(random) < p ? 1U : 0U;
      if (covers(sim::wilson(successes, n), p)) ++covered;
    }
    EXPECT_GE(covered, experiments * 93 / 100) << n;
    EXPECT_LE(covered, experiments * 97 / 100) << n;
  }
}

TEST(Coverage, UpperBoundOfRareEvents) {
  std::mt19937_64 random(20250103);
  boost::random::uniform_01<double> uniform;
  int covered = 0;
  for (int i = 0; i < experiments; ++i) {
    std::uint32_t successes = 0;
    for (int j = 0; j < 200; ++j) successes += uniform(random) < 0.02 ? 1U : 0U;
    if (0.02 <= sim::upper_bound(successes, 200)) ++covered;
  }
  // Never less than 95 %: P(Binomial(200, 0.02) >= 1) = 0.982 is what it is here.
  EXPECT_GE(covered, experiments * 97 / 100);
  EXPECT_LT(covered, experiments);
}

TEST(Coverage, OrderStatistics) {
  std::mt19937_64 random(20250104);
  boost::random::exponential_distribution<double> exponential(1.0);
  const double truth = -std::log(0.1);  // 90 % quantile
  int covered = 0;
  std::vector<double> values(1000);
  for (int i = 0; i < experiments; ++i) {
    for (double& value : values) value = exponential(random);
    std::sort(values.begin(), values.end());
    const auto result = sim::order_statistic_interval(values, 0.9);
    ASSERT_TRUE(result.interval);
    if (covers(*result.interval, truth)) ++covered;
  }
  EXPECT_GE(covered, experiments * 94 / 100);
  EXPECT_LE(covered, experiments * 97 / 100);
}

/// Share of experiments of `n` lognormal values (or normal ones, with `skew` false) whose interval
/// contains the mean, and of those missed how many lie below it.
struct Misses {
  double covered = 0, below = 0;
};
template <class OfMean>
Misses misses(std::size_t n, bool skew, OfMean&& interval) {
  std::mt19937_64 generator(2005);
  boost::random::normal_distribution<double> normal;
  const double truth = skew ? std::exp(0.5) : 0.0;
  Misses result;
  for (int e = 0; e < experiments; ++e) {
    std::vector<double> values(n);
    for (double& value : values) {
      value = skew ? std::exp(normal(generator)) : normal(generator);
    }
    const Interval found = interval(values);
    result.covered += covers(found, truth) ? 1 : 0;
    result.below += found.high < truth ? 1 : 0;
  }
  result.covered /= experiments;
  result.below /= experiments;
  return result;
}

Interval student(const std::vector<double>& values) {
  const Estimate e = sim::estimate(values);
  return {e.mean - e.half_width, e.mean + e.half_width};
}

TEST(Intervals, A20MeanIntervalLeansAsTheValuesDo) {
  const std::vector<double> symmetric{1, 2, 3, 4, 5};
  EXPECT_EQ(sim::mean_interval(symmetric), student(symmetric));
  const std::vector<double> two{1, 5};
  EXPECT_EQ(sim::mean_interval(two), student(two));
  const std::vector<double> right{0, 0, 0, 0, 10};
  const Interval found = sim::mean_interval(right);
  EXPECT_GT(found.high - 2, 2 - found.low);
  // By hand: S = 2.2360680 sd³ (n/((n-1)(n-2)) sum (x-2)³ = 200 over sd³ = 89.442719), a = 1/6, kept to 0.06.
  const double a = 0.06, error = 2.0, t = sim::student_t_quantile(0.975, 4);
  EXPECT_NEAR(found.low, 2 - error * (std::cbrt(1 + 6 * a * (t - a)) - 1) / (2 * a), 1e-9);
  EXPECT_NEAR(found.high, 2 - error * (std::cbrt(1 + 6 * a * (-t - a)) - 1) / (2 * a), 1e-9);
}

TEST(Intervals, A20MeanIntervalOfSkewValuesMissesLessAndOnBothSides) {
  const auto leaning = [](const std::vector<double>& values) { return sim::mean_interval(values); };
  const Misses before = misses(30, true, student);
  const Misses after = misses(30, true, leaning);
  EXPECT_LT(before.covered, 0.90);
  EXPECT_GT(after.covered, before.covered + 0.015);
  EXPECT_LT(after.below, before.below - 0.015);
  EXPECT_NEAR(misses(30, false, leaning).covered, 0.95, 0.012);
  EXPECT_NEAR(misses(10, false, leaning).covered, 0.95, 0.015);
}

}  // namespace
