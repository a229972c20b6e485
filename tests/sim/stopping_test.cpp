// SPDX-License-Identifier: Apache-2.0
#include "sim/stopping.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <span>
#include <vector>

#include <boost/random/normal_distribution.hpp>
#include <gtest/gtest.h>

#include "sim/check.hpp"
#include "sim/intervals.hpp"

namespace {

using sim::ReplicationRule;

/// The definition, batch by batch, without the updating formula.
std::size_t mser5_by_definition(const std::vector<double>& observations) {
  std::vector<double> means;
  for (std::size_t i = 0; i + 5 <= observations.size(); i += 5) {
    double sum = 0.0;
    for (std::size_t j = i; j < i + 5; ++j) sum += observations[j];
    means.push_back(sum / 5.0);
  }
  double smallest = std::numeric_limits<double>::infinity();
  std::size_t best = 0;
  for (std::size_t d = 0; d <= means.size() / 2; ++d) {
    const auto used = static_cast<double>(means.size() - d);
    double mean = 0.0;
    for (std::size_t i = d; i < means.size(); ++i) mean += means[i] / used;
    double squares = 0.0;
    for (std::size_t i = d; i < means.size(); ++i) squares += std::pow(means[i] - mean, 2);
    if (squares / (used * used) < smallest) {
      smallest = squares / (used * used);
      best = d;
    }
  }
  return best * 5;
}

std::vector<double> transient(std::uint64_t seed, std::size_t length, double start, double decay) {
  std::mt19937_64 random(seed);
  boost::random::normal_distribution<double> noise(100.0, 5.0);
  std::vector<double> series(length);
  for (std::size_t i = 0; i < length; ++i) {
    series[i] = noise(random) + start * std::exp(-static_cast<double>(i) / decay);
  }
  return series;
}

TEST(Mser5, AgreesWithItsDefinition) {
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    const auto series = transient(seed, 300 + seed, -80.0, static_cast<double>(seed));
    EXPECT_EQ(sim::mser5(series).observations, mser5_by_definition(series)) << seed;
  }
}

TEST(Mser5, DeletesTheTransientAndLittleMore) {
  const auto series = transient(7, 2000, -100.0, 60.0);
  const auto cut = sim::mser5(series);
  EXPECT_TRUE(cut.reliable);
  EXPECT_GE(cut.observations, 60U);   // at 60 the bias is still 37
  EXPECT_LE(cut.observations, 400U);  // at 400 it is 0.1
  EXPECT_EQ(cut.observations % 5, 0U);
}

TEST(Mser5, KeepsASteadySeriesWhole) {
  const std::vector<double> constant(500, 3.0);
  EXPECT_EQ(sim::mser5(constant).observations, 0U);
  EXPECT_TRUE(sim::mser5(constant).reliable);
}

TEST(Mser5, SaysWhenTheRunIsTooShort) {
  std::vector<double> trend(1000);
  for (std::size_t i = 0; i < trend.size(); ++i) trend[i] = static_cast<double>(i);
  EXPECT_FALSE(sim::mser5(trend).reliable);
  EXPECT_FALSE(sim::mser5(std::vector<double>(49, 1.0)).reliable);
  EXPECT_TRUE(sim::mser5(std::vector<double>(50, 1.0)).reliable);
  EXPECT_EQ(sim::mser5({}).observations, 0U);
}

TEST(ReplicationRule, A21ValuesAlikeAreTakenForConstantWhenOthersWouldBeRare) {
  ReplicationRule rule(1, {});
  while (!rule.done()) rule.add(std::vector<double>{5.0});
  // 0.95^59 is the first power below 0.05; five replications of look-ahead.
  EXPECT_EQ(rule.replications_needed(), 59U);
  EXPECT_EQ(rule.replications(), 64U);
  EXPECT_TRUE(rule.settled());
  EXPECT_THROW(rule.add(std::vector<double>{5.0}), sim::InvariantError);
}

TEST(ReplicationRule, A21NothingSeenIsNeverPrecise) {
  ReplicationRule rule(1, {.cap = 500});
  while (!rule.done()) rule.add(std::vector<double>{0.0});
  EXPECT_EQ(rule.replications(), 500U);
  EXPECT_FALSE(rule.settled());
}

TEST(ReplicationRule, A21AProbabilityIsPreciseByWilsonsInterval) {
  const std::vector<ReplicationRule::Output> outputs{{1}};
  ReplicationRule rule(outputs, {.relative = 0.05, .minimum = 3});
  while (!rule.done()) rule.add(std::vector<double>{0.0});
  // z² / (n + z²) <= 0.1 from n = 34.6 on.
  EXPECT_EQ(rule.replications_needed(), 35U);
  ReplicationRule even(outputs, {.relative = 0.05});
  while (!even.done()) even.add(std::vector<double>{even.replications() % 2 == 0 ? 1.0 : 0.0});
  const auto n = even.replications_needed().value();
  EXPECT_NEAR(static_cast<double>(n), 0.25 * 3.8415 / 0.0025, 6);
}

TEST(ReplicationRule, A21WhatHasNoValueIsNoZero) {
  // Values of 10 ± 1 in every second replication: as precise as those values are.
  ReplicationRule rule(1, {.relative = 0.1});
  const double none = std::numeric_limits<double>::quiet_NaN();
  for (std::uint32_t r = 0; !rule.done() && r < 200; ++r) {
    rule.add(std::vector<double>{r % 2 == 1 ? none : (r % 4 == 0 ? 9.0 : 11.0)});
  }
  EXPECT_TRUE(rule.settled());
  EXPECT_NEAR(rule.mean(0), 10, 0.5);
}

/// The rule by its definition, on the whole series: solution and replications run, 0 for none.
struct Answer {
  std::uint32_t needed = 0;
  std::uint32_t run = 0;
};
Answer by_definition(const std::vector<std::vector<double>>& series,
                     const ReplicationRule::Settings& settings) {
  const auto precise = [&](const std::vector<double>& values, std::uint32_t n) {
    const auto e = sim::estimate(std::span(values).first(n), settings.confidence);
    return e.half_width <= std::max(settings.relative * std::abs(e.mean), settings.absolute);
  };
  for (std::uint32_t n = settings.minimum; n <= series.front().size(); ++n) {
    std::uint32_t needed = 0;
    bool all = true;
    for (const auto& values : series) {
      std::uint32_t first = n;  // start of the precise stretch that ends at n
      if (!precise(values, n)) {
        all = false;
        break;
      }
      while (first > settings.minimum && precise(values, first - 1)) --first;
      const std::uint32_t ahead =
          first <= 100 ? settings.look_ahead : settings.look_ahead * first / 100;
      all = all && n - first >= ahead;
      needed = std::max(needed, first);
    }
    if (all) return {needed, n};
  }
  return {};
}

TEST(ReplicationRule, AgreesWithItsDefinitionOnSeveralOutputs) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    std::mt19937_64 random(seed);
    boost::random::normal_distribution<double> wide(10.0, 4.0);
    boost::random::normal_distribution<double> narrow(-100.0, 10.0);
    boost::random::normal_distribution<double> around_zero(0.0, 1.0);
    std::vector<std::vector<double>> series(3, std::vector<double>(600));
    for (std::size_t i = 0; i < 600; ++i) {
      series[0][i] = wide(random);
      series[1][i] = narrow(random);
      series[2][i] = around_zero(random);
    }
    ReplicationRule::Settings settings;
    settings.absolute = 0.3;
    ReplicationRule rule(3, settings);
    std::vector<double> outputs(3);
    while (!rule.done() && rule.replications() < 600) {
      for (std::size_t j = 0; j < 3; ++j) outputs[j] = series[j][rule.replications()];
      rule.add(outputs);
    }
    const Answer expected = by_definition(series, settings);
    ASSERT_NE(expected.run, 0U);
    EXPECT_EQ(rule.replications(), expected.run) << seed;
    EXPECT_EQ(rule.replications_needed(), expected.needed) << seed;
  }
}

TEST(ReplicationRule, LuckAtTheStartIsFoundOut) {
  // Three values close together, then a wide spread: the look-ahead must not fall for it.
  ReplicationRule rule(1, {});
  for (const double value : {9.9, 10.0, 10.1}) rule.add(std::vector<double>{value});
  EXPECT_FALSE(rule.done());
  rule.add(std::vector<double>{20.0});
  EXPECT_FALSE(rule.settled());
  EXPECT_EQ(rule.replications_needed(), std::nullopt);
}

TEST(ReplicationRule, StopsAtTheCapAndSaysThatItIsNotSettled) {
  ReplicationRule::Settings settings;
  settings.cap = 50;
  ReplicationRule rule(1, settings);
  while (!rule.done()) rule.add(std::vector<double>{rule.replications() % 2 == 0 ? 1.0 : -1.0});
  EXPECT_EQ(rule.replications(), 50U);
  EXPECT_FALSE(rule.settled());
  EXPECT_EQ(rule.replications_needed(), std::nullopt);
}

}  // namespace
