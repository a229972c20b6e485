// SPDX-License-Identifier: Apache-2.0
/// @file
/// Figures of the flow of patients, and what is counted of a setting as a whole.
#pragma once

#include <algorithm>
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
inline constexpr Figure occupied{"occupied", Group::Flow, Unit::Places, Nature::Amount, 1, true};
inline constexpr Figure occupied_p05{"occupied_p05",  Group::Flow, Unit::Places,
                                     Nature::Average, 1,           true};
inline constexpr Figure occupied_p50{"occupied_p50",  Group::Flow, Unit::Places,
                                     Nature::Average, 1,           true};
inline constexpr Figure occupied_p95{"occupied_p95",  Group::Flow, Unit::Places,
                                     Nature::Average, 1,           true};
inline constexpr Figure full{"full", Group::Flow, Unit::Percent, Nature::Ratio, 1, true};
inline constexpr Figure capacity{"capacity", Group::Flow, Unit::Places, Nature::Amount, 1, true};
inline constexpr Figure overflow{"overflow", Group::Flow, Unit::PatientDays, Nature::Amount, 0};
inline constexpr Figure closed{"closed", Group::Flow, Unit::PlaceDays, Nature::Amount, 0, true};
inline constexpr Figure unused{"unused", Group::Flow, Unit::PlaceDays, Nature::Amount, 0, true};
inline constexpr Figure queue{"queue", Group::Flow, Unit::Persons, Nature::Amount, 2};

// How numbers are distributed over the time, where the scenario asks for it.
inline constexpr Figure queued_p05{"queued_p05", Group::Flow, Unit::Persons, Nature::Average, 1};
inline constexpr Figure queued_p50{"queued_p50", Group::Flow, Unit::Persons, Nature::Average, 1};
inline constexpr Figure queued_p95{"queued_p95", Group::Flow, Unit::Persons, Nature::Average, 1};
inline constexpr Figure ready_p05{"ready_p05", Group::Flow, Unit::Persons, Nature::Average, 1};
inline constexpr Figure ready_p50{"ready_p50", Group::Flow, Unit::Persons, Nature::Average, 1};
inline constexpr Figure ready_p95{"ready_p95", Group::Flow, Unit::Persons, Nature::Average, 1};
inline constexpr Figure blocked{"blocked", Group::Flow, Unit::Persons, Nature::Amount, 2};
inline constexpr Figure blocked_p05{"blocked_p05", Group::Flow, Unit::Persons, Nature::Average, 1};
inline constexpr Figure blocked_p50{"blocked_p50", Group::Flow, Unit::Persons, Nature::Average, 1};
inline constexpr Figure blocked_p95{"blocked_p95", Group::Flow, Unit::Persons, Nature::Average, 1};

// Counted patient by patient, of the setting as a whole.
inline constexpr Figure stay{"stay", Group::Flow, Unit::Stays, Nature::Average, 2};
inline constexpr Figure wait{"wait", Group::Flow, Unit::Hours, Nature::Average, 2};
inline constexpr Figure wait_all{"wait_all", Group::Flow, Unit::Hours, Nature::Average, 2};
inline constexpr Figure waited{"waited", Group::Flow, Unit::Percent, Nature::Ratio, 1};
inline constexpr Figure waited_all{"waited_all", Group::Flow, Unit::Percent, Nature::Ratio, 1};
inline constexpr Figure longest_wait{"longest_wait", Group::Flow, Unit::Hours, Nature::Extreme, 1};
inline constexpr Figure still_waiting{"still_waiting", Group::Flow, Unit::Persons, Nature::Amount,
                                      1};
inline constexpr Figure still_waited{"still_waited", Group::Flow, Unit::Hours, Nature::Average, 1};
inline constexpr Figure lost{"lost", Group::Flow, Unit::Persons, Nature::Amount, 1};
inline constexpr Figure diverted{"diverted", Group::Flow, Unit::Persons, Nature::Amount, 1};
inline constexpr Figure left_queue{"left_queue", Group::Flow, Unit::Persons, Nature::Amount, 1};
inline constexpr Figure evicted{"evicted", Group::Flow, Unit::Persons, Nature::Amount, 1};

// By row of a setting's hazards and changes, where the scenario asks for it.
inline constexpr Figure struck{"struck", Group::Flow, Unit::Occasions, Nature::Amount, 1};

// Between settings, and in and out of the model.
inline constexpr Figure moves{"moves", Group::Move, Unit::Persons, Nature::Amount, 0};
inline constexpr Figure exits{"exits", Group::Flow, Unit::Persons, Nature::Amount, 0};
inline constexpr Figure arrivals{"arrivals", Group::Flow, Unit::Persons, Nature::Amount, 0};
inline constexpr Figure departures{"departures", Group::Flow, Unit::Persons, Nature::Amount, 0};
inline constexpr Figure present_end{"present_end", Group::Flow, Unit::Persons, Nature::Amount, 0};

/// All of them.
inline constexpr auto of_flow = std::to_array<const Figure*>(
    {&present,       &ready,        &entries,     &bed_days,     &ready_days,   &residents,
     &moved_in,      &utilisation,  &occupied,    &occupied_p05, &occupied_p50, &occupied_p95,
     &full,          &capacity,     &overflow,    &closed,       &unused,       &queue,
     &stay,          &wait,         &wait_all,    &waited,       &waited_all,   &longest_wait,
     &still_waiting, &still_waited, &lost,        &diverted,     &left_queue,   &evicted,
     &struck,        &queued_p05,   &queued_p50,  &queued_p95,   &ready_p05,    &ready_p50,
     &ready_p95,     &blocked,      &blocked_p05, &blocked_p50,  &blocked_p95,  &moves,
     &exits,         &arrivals,     &departures,  &present_end});

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
  StayMs,
  // Of all who asked and were not turned away: served, left the queue, or still in it at the end.
  Asked,
  AnyAsked,  ///< whether there are such: 1 or 0
  AskedWaited,
  AskedWaitMs,
  AskedLongestMs,
  StillWaiting,
  StillWaitingMs
};

/// The counts, by SettingTotal.
[[nodiscard]] inline auto totals_of(const SettingCounters& c) {
  const std::int64_t unserved = std::int64_t{c.unserved} + c.still_waiting;
  return std::to_array<std::int64_t>(
      {c.served, c.waited, c.wait_ms, c.longest_wait_ms, c.lost, c.diverted, c.left_queue,
       c.evicted, c.stays, c.stay_ms, c.served + unserved, c.served + unserved > 0 ? 1 : 0,
       c.waited + unserved, c.wait_ms + c.unserved_ms + c.still_waiting_ms,
       std::max(c.longest_wait_ms, c.longest_still_ms), c.still_waiting, c.still_waiting_ms});
}
inline constexpr std::uint32_t setting_totals = 17;

}  // namespace flow
