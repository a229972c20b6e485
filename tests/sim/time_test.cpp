// SPDX-License-Identifier: Apache-2.0
#include "sim/time.hpp"

#include <limits>

#include <gtest/gtest.h>

namespace {

using sim::Duration;
using sim::forever;
using sim::from_days;
using sim::from_hours;
using sim::from_units;

TEST(Time, CountsWholeMilliseconds) {
  static_assert(sizeof(sim::Time) == 8);
  static_assert(from_hours(1.5) == Duration{5'400'000});
  static_assert(from_days(2) == 2 * sim::day);
  static_assert(sim::hour == 60 * sim::minute && sim::day == 24 * sim::hour);
}

TEST(Time, RoundsHalfAwayFromZero) {
  const auto in_ms = [](double amount) { return from_units(amount, Duration{1}).count(); };
  EXPECT_EQ(in_ms(0.5), 1);
  EXPECT_EQ(in_ms(-0.5), -1);
  EXPECT_EQ(in_ms(1.5), 2);
  EXPECT_EQ(in_ms(2.5), 3);
  EXPECT_EQ(in_ms(-2.5), -3);
  EXPECT_EQ(in_ms(2.4999), 2);
  // The double just below a half, which "add 0.5 and truncate" rounds up.
  EXPECT_EQ(in_ms(0.49999999999999994), 0);
  // A whole number above 2^52, to which adding 0.5 is not exact.
  EXPECT_EQ(in_ms(4503599627370497.0), 4503599627370497);
}

TEST(Time, SaturatesAtForever) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  EXPECT_EQ(from_days(1e300), forever);
  EXPECT_EQ(from_days(-1e300), -forever);
  EXPECT_EQ(from_hours(infinity), forever);
  EXPECT_EQ(from_hours(-infinity), -forever);
  EXPECT_THROW(static_cast<void>(from_hours(std::numeric_limits<double>::quiet_NaN())),
               sim::InvariantError);
}

TEST(Time, ForeverCanBeAddedToADate) {
  using namespace std::chrono;
  const sim::Time now = local_days{2025y / January / 1};
  EXPECT_GT(now + 7 * forever, now);
}

TEST(Time, IsNotNegativeWhereAsked) {
  EXPECT_EQ(sim::from_units_not_negative(-3, sim::hour), Duration::zero());
  EXPECT_EQ(sim::from_units_not_negative(3, sim::hour), 3 * sim::hour);
}

TEST(Time, ConvertsBack) {
  EXPECT_DOUBLE_EQ(sim::days(36 * sim::hour), 1.5);
  EXPECT_DOUBLE_EQ(sim::hours(90 * sim::minute), 1.5);
  EXPECT_DOUBLE_EQ(sim::in_units(sim::hour, sim::minute), 60);
}

}  // namespace
