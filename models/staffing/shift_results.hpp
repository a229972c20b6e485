// SPDX-License-Identifier: Apache-2.0
/// @file
/// Results by kind of shift: a shift of the scenario on weekdays, or at weekends and on holidays. A
/// week that holds as a whole may fail in its evenings.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "models/measure/catalogue.hpp"
#include "models/measure/recorder.hpp"
#include "models/staffing/figures.hpp"
#include "models/staffing/workforce.hpp"
#include "scenarios/scenario.hpp"

namespace care {

/// What days a shift is told by; a shift belongs to the day on which it starts.
inline constexpr std::array<std::string_view, 2> shift_day_types{"weekdays", "weekend"};

/// Kinds of shift are numbered: each shift of the scenario on weekdays, then at weekends.
[[nodiscard]] inline std::uint32_t shift_kinds(const ShiftCalendar& calendar) {
  return calendar.shifts() * static_cast<std::uint32_t>(shift_day_types.size());
}
[[nodiscard]] inline std::uint32_t shift_kind_of(const ShiftOccurrence& occurrence) {
  const bool free = occurrence.day_kind >= sim::DayKind::Sat;  // Saturday, Sunday, holiday
  return occurrence.shift * static_cast<std::uint32_t>(shift_day_types.size()) + (free ? 1 : 0);
}

/// What is recorded of a team's shifts of one kind, in the order of results.
inline constexpr auto shift_counts = std::to_array<const Figure*>(
    {&figures::due, &figures::available, &figures::given, &figures::direct, &figures::rostered,
     &figures::at_work, &figures::agency, &figures::overtime, &figures::visits_due,
     &figures::visits_done, &figures::visits_moved, &figures::visits_urgent,
     &figures::missed_urgent, &figures::missed_other, &figures::missed_window});

class CatalogueBuilder;

/// Lays out what is counted by kind of shift, and the figures made of it, for the teams of
/// municipalities; where a team has neither posts nor visits there is nothing.
void add_shift_figures(CatalogueBuilder& to, const scenarios::Care& care,
                       const Workforce& workforce, StaffSlots& slots);

/// The shifts of one replication, by team, kind and week.
class ShiftRecords {
 public:
  /// Needs the slots to outlive it.
  ShiftRecords(const Workforce& workforce, const StaffSlots& slots, std::size_t weeks);

  /// Forgets what was counted.
  void restart();
  /// A team has worked a shift of the measured week `week`; `counts` are its team_counts.
  void add(std::uint32_t team, const ShiftOccurrence& occurrence, std::size_t week,
           std::span<const std::int64_t> counts, Recorder& recorder);
  /// The seasons: whether what was missed in shifts of one kind alone is missed care, measured against all
  /// visits of the week, so that a shortage in the evenings is one of the week. A visit counts in the shift
  /// in which it is given up.
  void judge(const scenarios::Shortage& shortage, Recorder& recorder) const;

 private:
  struct Sums {
    std::int64_t due = 0, available = 0, missed = 0;
  };
  [[nodiscard]] const Sums* weeks_of(std::size_t of) const { return sums_.data() + of * weeks_; }

  const StaffSlots* slots_;
  std::uint32_t kinds_;
  std::size_t weeks_;
  std::vector<Sums> sums_;  // by team, kind, week
};

}  // namespace care
