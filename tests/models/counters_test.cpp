// SPDX-License-Identifier: Apache-2.0
// Sums over time against adding up every millisecond.
#include "models/flow/counters.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "sim/stream.hpp"

namespace {

using flow::Places;
using flow::SettingCounters;
using flow::StepIntegral;

sim::Time at(std::int64_t ms) { return sim::Time{sim::Duration{1'736'121'600'000 + ms}}; }

TEST(StepIntegral, IsTheSumOverTime) {
  sim::Stream stream(1, {});
  StepIntegral integral;
  std::int64_t value = 0, exact = 0;
  for (std::int64_t ms = 0; ms < 20'000; ++ms) {
    if (ms == 5000) {
      integral.restart(at(ms), value, 7);
      exact = 7;
    }
    for (auto changes = stream.below(4); changes > 0; --changes) {
      if (value > 0 && stream.below(2) == 0) {
        --value;
        integral.down(at(ms));
      } else {
        ++value;
        integral.up(at(ms));
      }
    }
    ASSERT_EQ(integral.until(at(ms), value), exact);
    exact += value;
  }
}

/// What one millisecond adds.
void add(SettingCounters& sum, const Places& places, std::uint32_t queued) {
  const auto offered = places.limited() ? places.capacity : places.occupied;
  sum.occupied_ms += places.occupied;
  sum.capacity_ms += offered;
  sum.overflow_ms += std::max(0, places.occupied - offered);
  if (places.limited()) sum.closed_ms += std::max(0, places.normal - offered);
  sum.queue_ms += queued;
  sum.at_level_ms.resize(100);
  ++sum.at_level_ms[static_cast<std::size_t>(places.occupied)];
}

void expect_equal(const SettingCounters& sum, const SettingCounters& exact) {
  EXPECT_EQ(sum.occupied_ms, exact.occupied_ms);
  EXPECT_EQ(sum.capacity_ms, exact.capacity_ms);
  EXPECT_EQ(sum.overflow_ms, exact.overflow_ms);
  EXPECT_EQ(sum.closed_ms, exact.closed_ms);
  EXPECT_EQ(sum.queue_ms, exact.queue_ms);
  for (std::size_t level = 0; level < sum.at_level_ms.size(); ++level) {
    const auto known = level < exact.at_level_ms.size() ? exact.at_level_ms[level] : 0;
    EXPECT_EQ(sum.at_level_ms[level], known) << level;
  }
}

class Counters : public ::testing::TestWithParam<std::int32_t> {};

/// Places are taken beyond the capacity, capacity changes, a warm-up ends and sums are read.
TEST_P(Counters, AreTheSumsOverTime) {
  sim::Stream stream(2, {});
  SettingCounters sum, exact;
  Places places{GetParam(), GetParam(), 0};
  std::uint32_t queued = 0;
  sum.reset(places, queued, at(0));
  for (std::int64_t ms = 0; ms < 20'000; ++ms) {
    const auto draw = stream.below(12);
    if (draw < 3 && places.occupied < 90) {
      sum.seize(places, at(ms));
      ++places.occupied;
    } else if (draw < 6 && places.occupied > 0) {
      sum.release(places, at(ms));
      --places.occupied;
    } else if (draw == 6) {
      ++queued;
      sum.queue_time.up(at(ms));
    } else if (draw == 7 && queued > 0) {
      --queued;
      sum.queue_time.down(at(ms));
    } else if (draw == 8 && places.limited()) {
      sum.touch(places, queued, at(ms));
      places.capacity = static_cast<std::int32_t>(stream.below(12));
      sum.offer(places);
    }
    if (ms == 5000) {
      sum.reset(places, queued, at(ms));
      exact = {};
    }
    if (ms % 1000 == 0) {
      sum.touch(places, queued, at(ms));
      expect_equal(sum, exact);
    }
    add(exact, places, queued);
  }
}
INSTANTIATE_TEST_SUITE_P(Limits, Counters, ::testing::Values(6, flow::unlimited_places));

}  // namespace
