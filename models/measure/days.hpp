// SPDX-License-Identifier: Apache-2.0
/// @file
/// Numbers of chosen settings day by day (/report_daily), for what a week hides: the pattern of its days.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "models/flow/ids.hpp"
#include "models/measure/outcome.hpp"
#include "scenarios/field.hpp"
#include "sim/time.hpp"

namespace care {

class CatalogueBuilder;

/// What is told of a setting and a day. All but the last two are means over the day.
enum class DayNumber : std::uint8_t {
  Present,    ///< patients there
  Ready,      ///< of them, those whose stay has ended
  Blocked,    ///< of these, those who wait in the queue of another setting
  Queued,     ///< persons in its own queue
  Occupied,   ///< places taken
  Capacity,   ///< places offered; none where they are unlimited
  Entries,    ///< patients who came in
  Departures  ///< patients who left, the dead included
};
inline constexpr std::size_t day_numbers = 8;

/// Whole numbers of one setting: times ms, the last two as they are.
using DayCounts = std::array<std::int64_t, day_numbers>;

/// Where every number lies. Empty where the scenario asks for nothing.
struct DayPlan {
  std::vector<flow::Place> settings;  ///< in the order of the scenario's list
  std::vector<sim::Time> ends;        ///< of the measured days; the last may end within a day
  Slot first = no_slot;               ///< day x setting x DayNumber

  [[nodiscard]] bool empty() const { return settings.empty(); }
  /// The row of a day and a setting, by DayNumber.
  [[nodiscard]] Slot row(std::size_t day, std::size_t setting) const {
    return first + (day * settings.size() + setting) * day_numbers;
  }
};

/// Compiles /report_daily.
[[nodiscard]] DayPlan plan_days(CatalogueBuilder& to);

}  // namespace care

namespace scenarios {

template <>
inline constexpr std::array<std::string_view, care::day_numbers> names_of<care::DayNumber>{
    "present", "ready", "blocked", "queued", "occupied", "capacity", "entries", "departures"};

}  // namespace scenarios
