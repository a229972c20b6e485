// SPDX-License-Identifier: Apache-2.0
/// @file
/// The shifts of a run, in order. A shift belongs to the day on which it starts: a night shift from
/// 22 on a Friday is Friday's.
#pragma once

#include <cstdint>
#include <vector>

#include "models/measure/weeks.hpp"
#include "scenarios/scenario.hpp"
#include "sim/civil_date.hpp"
#include "sim/time.hpp"

namespace care {

/// One shift on one day.
struct ShiftOccurrence {
  sim::Time start{};
  sim::Duration length{};     ///< paid
  std::uint32_t day = 0;      ///< days since the start of the run
  std::uint16_t shift = 0;    ///< index in scenarios::Care::shifts
  std::uint16_t week = 0;     ///< calendar week of the run, 0 is the one the run starts in
  std::uint8_t iso_week = 1;  ///< 1..53
  sim::DayKind day_kind{};    ///< of the day it starts on
};

/// Every shift that starts within the run. Each shift occurs every day, so the occurrences of day d
/// are numbers d * shifts() + rank, where rank orders the shifts of a day by their start. Const.
class ShiftCalendar {
 public:
  /// Shifts that start in [start, start + days). Preconditions (checked): days >= 0, start hours in
  /// [0, 24]; 24 is read as 0.
  ShiftCalendar(const scenarios::Care& care, sim::Date start, int days,
                sim::Holidays holidays = {});

  [[nodiscard]] const ShiftOccurrence& operator[](std::uint32_t occurrence) const {
    return occurrences_[occurrence];
  }
  [[nodiscard]] std::uint32_t size() const {
    return static_cast<std::uint32_t>(occurrences_.size());
  }
  /// Shifts in a day.
  [[nodiscard]] std::uint32_t shifts() const { return static_cast<std::uint32_t>(by_rank_.size()); }
  /// Place in the day's order of a shift, by its index in scenarios::Care::shifts.
  [[nodiscard]] std::uint32_t rank_of_shift(std::uint32_t shift) const { return rank_of_[shift]; }

  [[nodiscard]] sim::Time start() const { return start_; }
  [[nodiscard]] const sim::Holidays& holidays() const { return holidays_; }
  [[nodiscard]] std::uint32_t days() const { return static_cast<std::uint32_t>(day_kinds_.size()); }
  /// Calendar weeks that the run touches; the first and the last may be cut.
  [[nodiscard]] std::uint32_t weeks() const { return static_cast<std::uint32_t>(weeks_.size()); }
  /// Monday 00:00 of the first week: at or before start().
  [[nodiscard]] sim::Time first_monday() const { return first_monday_; }
  [[nodiscard]] sim::IsoWeek iso_week(std::uint32_t week) const { return weeks_[week]; }

  /// The first occurrence that starts at `time` or later; size() when there is none.
  [[nodiscard]] std::uint32_t first_from(sim::Time time) const;

 private:
  sim::Time start_{};
  sim::Holidays holidays_;
  sim::Time first_monday_{};
  std::vector<ShiftOccurrence> occurrences_;
  std::vector<std::uint32_t> by_rank_, rank_of_;
  std::vector<sim::Duration> starts_;  // within the day, by rank
  std::vector<sim::DayKind> day_kinds_;
  std::vector<sim::IsoWeek> weeks_;
};

}  // namespace care
