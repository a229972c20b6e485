// SPDX-License-Identifier: Apache-2.0
/// @file
/// A clock that stands still on days when a kind of work is not done.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <vector>

#include "models/staffing/shift_calendar.hpp"
#include "scenarios/scenario.hpp"
#include "sim/civil_date.hpp"

namespace care {

/// Time counted in permitted days only, at such a speed that a calendar week takes one week: with Monday
/// to Friday permitted a day takes 7/5 of a day. A task that is due at even steps of this clock has its
/// full number of visits every week and none on other days. Where public holidays take days away, it is
/// the task's HolidayVisits that say what the week takes: its whole week (Keep), the part that its days
/// have (Thin), or that part and a share of what is lacking in it and in the weeks beside it, by days
/// (Spread). Weeks without a permitted day take no time at all. Zero is 00:00 of the Monday on or before the start of the run; before it the clock is the
/// calendar's.
class PermittedDays {
 public:
  /// A set of sim::DayKind, bit k for kind k.
  using Mask = std::uint8_t;

  struct Place {
    static constexpr std::int32_t after_the_run = std::numeric_limits<std::int32_t>::max();
    std::int32_t day =
        after_the_run;         ///< since the start of the run; negative in its cut first week
    std::uint32_t passed = 0;  ///< of what the day takes on this clock, ms
    std::uint32_t day_ms = 1;  ///< what the day takes on this clock, ms
    /// How much of the day has passed, in units of 2^-32.
    [[nodiscard]] std::uint32_t part() const {
      return static_cast<std::uint32_t>((std::uint64_t{passed} << 32U) / day_ms);
    }
  };

  PermittedDays(const ShiftCalendar& calendar, Mask permitted, scenarios::HolidayVisits holiday);

  /// What the clock shows, in ms, when `date` begins (its first permitted moment, that is).
  [[nodiscard]] std::int64_t at(sim::Date date) const;

  /// The day on which the clock shows `position` >= 0 (in ms).
  [[nodiscard]] Place locate(std::int64_t position) const {
    const auto nearly = static_cast<std::uint64_t>(position) / week_ms;
    if (nearly >= hints_.size()) return {};
    const Week* week = weeks_.data() + hints_[nearly];
    while (position >= week[1].begin) ++week;
    const auto rest = static_cast<std::uint32_t>(position - week->begin);
    if (week->count == 0) return {};
    const std::uint32_t nth = rest / week->day_ms;
    return {week->monday + week->days[nth], rest - nth * week->day_ms, week->day_ms};
  }

  /// What a calendar week of the run takes, in weeks: 1 without holidays.
  [[nodiscard]] double takes(std::uint32_t calendar_week) const;

  [[nodiscard]] bool permits(sim::DayKind kind) const {
    return ((permitted_ >> static_cast<unsigned>(kind)) & 1U) != 0;
  }
  /// Permitted days in a week without holidays.
  [[nodiscard]] int days_a_week() const { return normal_; }

 private:
  static constexpr std::uint32_t week_ms = 7U * 24 * 3600 * 1000;

  /// A calendar week with at least one permitted day.
  struct Week {
    std::int64_t begin = 0;              // what the clock shows
    std::int32_t monday = 0;             // days since the start of the run
    std::uint32_t day_ms = 0;            // what one permitted day takes
    std::array<std::uint8_t, 7> days{};  // the permitted ones, 0 is Monday
    std::uint8_t count = 0;
  };

  [[nodiscard]] Week days_of(int calendar_week) const;
  [[nodiscard]] bool has_days(std::size_t calendar_week) const;
  [[nodiscard]] int missing(const Week& week) const;
  [[nodiscard]] std::int64_t takes_ms(int calendar_week, const Week& week) const;
  void find_hints();

  Mask permitted_;
  scenarios::HolidayVisits holiday_;
  sim::Holidays holidays_;
  sim::Date first_monday_{};
  int normal_ = 0;           // see days_a_week
  std::vector<Week> weeks_;  // and two without days: one after the end, and one that never begins
  std::vector<std::uint32_t> number_;  // by calendar week: weeks with permitted days before it
  std::vector<std::uint32_t> hints_;   // by whole weeks of the clock: the week at that position
};

}  // namespace care
