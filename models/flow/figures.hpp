// SPDX-License-Identifier: Apache-2.0
/// @file
/// Figures of the flow of patients, and what is counted of a setting as a whole.
#pragma once

#include <array>
#include <cstdint>

#include "models/flow/counters.hpp"
#include "models/measure/figure.hpp"

namespace care::figures {

// By setting, for everybody or for one value of the attribute that results are reported by.
inline constexpr Figure present{"present", Group::Flow, Unit::Persons, Nature::Amount, 1};
inline constexpr Figure ready{"ready", Group::Flow, Unit::Persons, Nature::Amount, 1};
inline constexpr Figure entries{"entries", Group::Flow, Unit::PerDay, Nature::Amount, 2};
inline constexpr Figure bed_days{"bed_days", Group::Flow, Unit::PatientDays, Nature::Amount, 0};
inline constexpr Figure ready_days{"ready_days", Group::Flow, Unit::PatientDays, Nature::Amount, 0};
inline constexpr Figure residents{"residents", Group::Flow, Unit::Persons, Nature::Amount, 0};
inline constexpr Figure moved_in{"moved_in", Group::Flow, Unit::Persons, Nature::Amount, 0};

// Places offered, and what they are used for.
inline constexpr Figure utilisation{"utilisation", Group::Flow, Unit::Percent,
                                    Nature::Ratio, 1,           true};
inline constexpr Figure occupied{"occupied", Group::Flow, Unit::Places, Nature::Amount, 1};
inline constexpr Figure capacity{"capacity", Group::Flow, Unit::Places, Nature::Amount, 1, true};
inline constexpr Figure overflow{"overflow", Group::Flow, Unit::PatientDays, Nature::Amount, 0};
inline constexpr Figure closed{"closed", Group::Flow, Unit::PlaceDays, Nature::Amount, 0, true};
inline constexpr Figure queue{"queue", Group::Flow, Unit::Persons, Nature::Amount, 2};

// Counted patient by patient, of the setting as a whole.
inline constexpr Figure stay{"stay", Group::Flow, Unit::Stays, Nature::Average, 2};
inline constexpr Figure wait{"wait", Group::Flow, Unit::Hours, Nature::Average, 2};
inline constexpr Figure waited{"waited", Group::Flow, Unit::Percent, Nature::Ratio, 1};
inline constexpr Figure longest_wait{"longest_wait", Group::Flow, Unit::Hours, Nature::Extreme, 1};
inline constexpr Figure lost{"lost", Group::Flow, Unit::Persons, Nature::Amount, 1};
inline constexpr Figure diverted{"diverted", Group::Flow, Unit::Persons, Nature::Amount, 1};
inline constexpr Figure left_queue{"left_queue", Group::Flow, Unit::Persons, Nature::Amount, 1};
inline constexpr Figure evicted{"evicted", Group::Flow, Unit::Persons, Nature::Amount, 1};

// Between settings, and in and out of the model.
inline constexpr Figure moves{"moves", Group::Move, Unit::Persons, Nature::Amount, 0};
inline constexpr Figure exits{"exits", Group::Flow, Unit::Persons, Nature::Amount, 0};
inline constexpr Figure arrivals{"arrivals", Group::Flow, Unit::Persons, Nature::Amount, 0};
inline constexpr Figure departures{"departures", Group::Flow, Unit::Persons, Nature::Amount, 0};
inline constexpr Figure present_end{"present_end", Group::Flow, Unit::Persons, Nature::Amount, 0};

/// All of them.
inline constexpr auto of_flow = std::to_array<const Figure*>(
    {&present,     &ready,    &entries,      &bed_days,   &ready_days, &residents,  &moved_in,
     &utilisation, &occupied, &capacity,     &overflow,   &closed,     &queue,      &stay,
     &wait,        &waited,   &longest_wait, &lost,       &diverted,   &left_queue, &evicted,
     &moves,       &exits,    &arrivals,     &departures, &present_end});

}  // namespace care::figures

namespace flow {

/// What is counted of a setting as a whole, and kept of a replication.
enum class SettingTotal : std::uint8_t {
  Served,
  Waited,
  WaitMs,
  LongestWaitMs,
  Lost,
  Diverted,
  LeftQueue,
  Evicted,
  Stays,
  StayMs
};

/// The counts, by SettingTotal.
[[nodiscard]] inline auto totals_of(const SettingCounters& c) {
  return std::to_array<std::int64_t>({c.served, c.waited, c.wait_ms, c.longest_wait_ms, c.lost,
                                      c.diverted, c.left_queue, c.evicted, c.stays, c.stay_ms});
}
inline constexpr std::uint32_t setting_totals = 10;

}  // namespace flow
