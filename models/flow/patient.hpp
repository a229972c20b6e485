// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "models/flow/network.hpp"
#include "sim/time.hpp"

namespace flow {

enum class Phase : std::uint8_t {
  Free,       ///< the slot is not in use
  InCare,     ///< the stay goes on
  Preparing,  ///< the stay has ended; what the next place needs is being made ready
  AtGate,     ///< waits for the move to open
  Queued,     ///< waits for a place
  HasPlace,   ///< has a place elsewhere, which is held, and waits for the move to open
  OnTheWay,   ///< has left, has not arrived; the place is held
  Travels     ///< has left, has not arrived, and asks for a place on arrival
};

/// One person while in the model: one cache line, recycled, never a heap object.
struct alignas(64) Patient {
  sim::Time since{};           ///< entered the present setting
  sim::Time ends{};            ///< end of the present stay; then: when the next place was asked for
  sim::Time residence_ends{};  ///< end of the stay in the residence, whose clock runs on while away
  /// Sequence number of the event list when the patient moved on last: what was scheduled before is stale.
  std::uint64_t stamp = 0;
  std::uint32_t family = 0, serial = 0;  ///< who: the address of all draws
  std::uint32_t occasion = 0;            ///< steps taken so far
  PatientSlot queue_next = no_patient, queue_previous = no_patient;
  Profile profile = default_profile;
  Place at = nowhere, next = nowhere, residence = nowhere, residence_next = nowhere;
  Place from = nowhere;  ///< the setting before this one
  Phase phase = Phase::Free;
  bool holds_residence = false;  ///< away, and a place is held at the residence
  bool returns = false;          ///< on the way back to the rest of the stay in the residence
  bool travelled = false;        ///< the way to `next` lies behind
};
static_assert(sizeof(Patient) == 64);

using Patients = sim::Table<PatientSlot, Patient>;

/// What random numbers are for; part of their address, so a number once given up is given to nobody else.
enum class Purpose : std::uint8_t {
  Arrival = 1,
  Attributes,
  Step,
  Risk,
  RiskCause,
  Entry,
  Patience,
  Transfer,
  Preparation,
  Census,
  Gap = 13,
  Case = 15,  ///< what rules see of the person
  Request,    ///< whether a care request is refused in practice
  Dispute,    ///< how long the parties negotiate, and who prevails
  Turnover,   ///< of the place that the patient leaves
  Background  ///< visits of a day by persons who are not followed
};

}  // namespace flow
