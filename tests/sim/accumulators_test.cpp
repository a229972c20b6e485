// SPDX-License-Identifier: Apache-2.0
#include "sim/accumulators.hpp"

#include <cstdint>
#include <random>
#include <vector>

#include <gtest/gtest.h>

#include "sim/check.hpp"
#include "sim/time.hpp"

namespace {

using sim::Duration;
using sim::Histogram;
using sim::Tally;
using sim::Time;
using sim::TimePersistent;

Time at(std::int64_t ms) { return Time{Duration{ms}}; }

TEST(TimePersistent, IntegratesExactly) {
  TimePersistent present(at(100), 0);
  present.add(at(110), 3);   // 0 for 10 ms
  present.add(at(130), -1);  // 3 for 20 ms
  present.set(at(140), 0);   // 2 for 10 ms
  EXPECT_EQ(present.integral(at(150)), 80);
  EXPECT_EQ(present.time_at_zero(at(150)), Duration{20});
  EXPECT_EQ(present.observed(at(150)), Duration{50});
  EXPECT_DOUBLE_EQ(present.mean(at(150)), 1.6);
  EXPECT_EQ(present.min(), 0);
  EXPECT_EQ(present.max(), 3);
  EXPECT_EQ(present.level(), 0);
}

TEST(TimePersistent, ResetKeepsTheLevelAndForgetsThePast) {
  TimePersistent present(at(0), 5);
  present.set(at(10), 50);
  present.set(at(20), 7);
  present.reset(at(25));
  EXPECT_EQ(present.level(), 7);
  EXPECT_EQ(present.integral(at(25)), 0);
  EXPECT_DOUBLE_EQ(present.mean(at(25)), 7.0);
  EXPECT_EQ(present.min(), 7);
  EXPECT_EQ(present.max(), 7);
  present.set(at(35), 1);
  EXPECT_EQ(present.integral(at(45)), 80);
  EXPECT_EQ(present.observed(at(45)), Duration{20});
}

TEST(TimePersistent, RefusesTimeRunningBackwards) {
  TimePersistent present(at(10), 1);
  EXPECT_THROW(present.set(at(9), 2), sim::InvariantError);
  EXPECT_THROW((void)present.integral(at(9)), sim::InvariantError);
  EXPECT_THROW(present.reset(at(9)), sim::InvariantError);
}

TEST(TimePersistent, AMillionPatientsFor250YearsFit) {
  constexpr std::int64_t years_250 = 250LL * 365 * 24 * 3600 * 1000;
  TimePersistent present(at(0), 1'000'000);
  EXPECT_DOUBLE_EQ(present.mean(at(years_250)), 1e6);
}

TEST(Tally, MatchesHandComputation) {
  Tally tally;
  for (const std::int64_t value : {2, 4, 4, 4, 5, 5, 7, 9}) tally.add(value);
  EXPECT_EQ(tally.count(), 8);
  EXPECT_TRUE(tally.sum() == 40);
  EXPECT_TRUE(tally.sum_of_squares() == 232U);
  EXPECT_EQ(tally.min(), 2);
  EXPECT_EQ(tally.max(), 9);
  EXPECT_DOUBLE_EQ(tally.mean(), 5.0);
  EXPECT_DOUBLE_EQ(tally.variance(), 32.0 / 7.0);
}

TEST(Tally, EmptyAndSingle) {
  Tally tally;
  EXPECT_DOUBLE_EQ(tally.mean(), 0.0);
  EXPECT_DOUBLE_EQ(tally.variance(), 0.0);
  tally.add(Duration{-7});
  EXPECT_DOUBLE_EQ(tally.mean(), -7.0);
  EXPECT_DOUBLE_EQ(tally.variance(), 0.0);
  EXPECT_EQ(tally.min(), -7);
  EXPECT_EQ(tally.max(), -7);
}

TEST(Tally, VarianceDoesNotCancelFarFromZero) {
  // In doubles the squares would swamp the differences: 10^24 against 1.
  for (const std::int64_t origin : {1'000'000'000'000LL, -1'000'000'000'000LL}) {
    Tally tally;
    for (const std::int64_t value : {1, 2, 3, 4}) tally.add(origin + value);
    EXPECT_DOUBLE_EQ(tally.variance(), 5.0 / 3.0) << origin;
  }
}

TEST(Tally, MergeIsTheSameInAnyOrder) {
  std::mt19937_64 random(1);
  Tally whole;
  std::vector<Tally> parts(7);
  for (int i = 0; i < 1000; ++i) {
    const auto value = static_cast<std::int64_t>(random() >> 24U) - (std::int64_t{1} << 39);
    whole.add(value);
    parts[random() % parts.size()].add(value);
  }
  Tally forwards;
  Tally backwards;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    forwards.merge(parts[i]);
    backwards.merge(parts[parts.size() - 1 - i]);
  }
  EXPECT_TRUE(forwards == whole);
  EXPECT_TRUE(backwards == whole);
}

TEST(Histogram, WeighsLevels) {
  Histogram spent;
  spent.add(0, Duration{10});
  spent.add(2, Duration{30});
  spent.add(5, Duration{60});
  spent.add(2, Duration{0});
  EXPECT_EQ(spent.total(), 100);
  EXPECT_EQ(spent.integral(), 360);
  EXPECT_DOUBLE_EQ(spent.mean(), 3.6);
  EXPECT_EQ(spent.at_least(0), 100);
  EXPECT_EQ(spent.at_least(1), 90);
  EXPECT_EQ(spent.at_least(3), 60);
  EXPECT_EQ(spent.at_least(6), 0);
  EXPECT_EQ(spent.at_least(-3), 100);
  EXPECT_EQ(spent.quantile(0.0), 0);
  EXPECT_EQ(spent.quantile(0.1), 0);
  EXPECT_EQ(spent.quantile(0.11), 2);
  EXPECT_EQ(spent.quantile(0.4), 2);
  EXPECT_EQ(spent.quantile(0.41), 5);
  EXPECT_EQ(spent.quantile(1.0), 5);
  EXPECT_THROW(spent.add(-1), sim::InvariantError);
  EXPECT_THROW(spent.add(1, -1), sim::InvariantError);
}

TEST(Histogram, AgreesWithTimePersistent) {
  std::mt19937_64 random(2);
  TimePersistent present(at(0), 3);
  Histogram spent;
  std::int64_t now = 0;
  for (int i = 0; i < 2000; ++i) {
    const auto step = static_cast<std::int64_t>(random() % 50);
    spent.add(present.level(), Duration{step});
    now += step;
    present.set(at(now), static_cast<std::int64_t>(random() % 20));
  }
  EXPECT_EQ(spent.integral(), present.integral(at(now)));
  EXPECT_EQ(spent.total(), present.observed(at(now)).count());
  EXPECT_EQ(spent.weights()[0], present.time_at_zero(at(now)).count());
}

TEST(Histogram, MergesAndComparesWhateverItsRoom) {
  Histogram low;
  low.add(1, 5);
  Histogram high;
  high.add(9, 2);
  Histogram both = low;
  both.merge(high);
  Histogram other = high;
  other.merge(low);
  EXPECT_TRUE(both == other);
  EXPECT_FALSE(both == low);
  EXPECT_EQ(both.total(), 7);
  high.clear();
  high.add(1, 5);
  EXPECT_TRUE(high == low);
  EXPECT_EQ(Histogram{}.quantile(0.5), 0);
}

}  // namespace
