// SPDX-License-Identifier: Apache-2.0
/// @file
/// Simulated time: whole milliseconds on the local calendar, 64-bit. There are no zones and no
/// daylight saving: every day has 24 hours. An integer clock is what makes results agree across
/// compilers and processors, whose `exp` and `log` may differ in the last bit: the difference is
/// gone when a drawn time is rounded to a millisecond.
#pragma once

#include <chrono>
#include <cstdint>

#include "sim/check.hpp"

namespace sim {

/// A length of time, in whole milliseconds; may be negative.
using Duration = std::chrono::milliseconds;

/// A moment of local civil time, in whole milliseconds.
using Time = std::chrono::local_time<Duration>;

inline constexpr Duration minute = std::chrono::minutes{1};
inline constexpr Duration hour = std::chrono::hours{1};
inline constexpr Duration day = std::chrono::hours{24};

/// The longest length the conversions below return: 2^60 ms, 36 million years. Seven of them can be
/// added to any date of the calendar without overflow, so it serves as "never" too.
inline constexpr Duration forever{std::int64_t{1} << 60};

/// `amount` times `unit`, rounded half away from zero to whole milliseconds and held within
/// [-forever, forever]. Throws InvariantError for a NaN.
[[nodiscard]] constexpr Duration from_units(double amount, Duration unit) {
  const double exact = amount * static_cast<double>(unit.count());
  const auto limit = static_cast<double>(forever.count());
  // Truncating first leaves an exact remainder; adding 0.5 first would round 0.49999999999999994
  // up.
  if (exact >= 0 && exact < limit) [[likely]] {
    const auto whole = static_cast<std::int64_t>(exact);
    return Duration{whole + (exact - static_cast<double>(whole) >= 0.5 ? 1 : 0)};
  }
  if (exact >= limit) return forever;
  if (exact <= -limit) return -forever;
  SIM_CHECK(exact == exact);  // not a NaN
  const auto whole = static_cast<std::int64_t>(exact);
  return Duration{whole - (exact - static_cast<double>(whole) <= -0.5 ? 1 : 0)};
}

/// As from_units, and 0 where it would be negative.
[[nodiscard]] constexpr Duration from_units_not_negative(double amount, Duration unit) {
  const Duration length = from_units(amount, unit);
  return length < Duration::zero() ? Duration::zero() : length;
}

/// `amount` hours; see from_units for rounding and limits.
[[nodiscard]] constexpr Duration from_hours(double amount) { return from_units(amount, hour); }

/// `amount` days of 24 hours; see from_units for rounding and limits.
[[nodiscard]] constexpr Duration from_days(double amount) { return from_units(amount, day); }

/// A length as a number of `unit`s. `unit` must not be zero.
[[nodiscard]] constexpr double in_units(Duration length, Duration unit) {
  return static_cast<double>(length.count()) / static_cast<double>(unit.count());
}

/// A length in hours.
[[nodiscard]] constexpr double hours(Duration length) { return in_units(length, hour); }

/// A length in days of 24 hours.
[[nodiscard]] constexpr double days(Duration length) { return in_units(length, day); }

}  // namespace sim
