// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a model on top of the flow layer may add. Extensions and observers are values given as
// template arguments: the ones below do nothing and cost nothing.

#include <cstdint>
#include <string_view>

#include "models/flow/patient.hpp"

namespace flow {

/// An event of the simulation: 8 bytes, dispatched by one switch.
struct Event {
  enum class Kind : std::uint8_t {
    StayEnds,
    RiskStrikes,
    Prepared,
    GateOpens,
    Arrives,
    PlaceFreed,
    LeavesQueue,
    CapacityChanges,
    SourceArrives,
    Snapshot,
    WarmUpEnds,
    Harmed,
    TurnoverEnds,
    SetsOut,
    Interrupted,
    Extension
  };
  std::uint32_t subject = 0;  ///< patient slot, source, setting, or the extension's own
  Kind kind = Kind::StayEnds;
  std::uint8_t detail = 0;
};
static_assert(sizeof(Event) == 8);

/// Priorities at equal times (the order contract).
namespace order {
inline constexpr std::uint8_t clock = 0;    // warm-up end, snapshots
inline constexpr std::uint8_t release = 1;  // ends of stays: places are given back
inline constexpr std::uint8_t offer = 2;    // places are offered
inline constexpr std::uint8_t arrival = 4;  // everything else
inline constexpr std::uint8_t extension = 6;
}  // namespace order

/// Answer to a patient who asks for a place: where to go instead, or the same place, and from when.
struct Admission {
  Place to = nowhere;
  sim::Time from{};
};

/// An extension that adds nothing: the flow layer alone.
struct NoExtension {
  /// Whether requested() is to be asked.
  static constexpr bool admits = false;
  template <class Simulation>
  void begin(Simulation&) {}
  /// A new patient is about to ask for the first place.
  template <class Simulation>
  void arrived(Simulation&, PatientSlot, sim::Time) {}
  template <class Simulation>
  void entered(Simulation&, PatientSlot, sim::Time) {}
  template <class Simulation>
  void left(Simulation&, PatientSlot, Place, sim::Time) {}
  /// A patient leaves the model by an exit; left() comes before for those in a setting.
  template <class Simulation>
  void departed(Simulation&, PatientSlot, Place, sim::Time) {}
  template <class Simulation>
  void profile_changed(Simulation&, PatientSlot, sim::Time) {}
  /// The stay in a setting has ended, and the patient waits there to move on;
  template <class Simulation>
  void ready_begins(Simulation&, PatientSlot, sim::Time) {}
  /// and does so no longer. `at` is the setting still.
  template <class Simulation>
  void ready_ends(Simulation&, PatientSlot, sim::Time) {}
  /// Time from the end of the stay until the patient may move on.
  template <class Simulation>
  sim::Duration preparation(Simulation&, PatientSlot, sim::Time) {
    return sim::Duration{0};
  }
  /// What becomes of a patient who asks for a place in a setting.
  template <class Simulation>
  Admission requested(Simulation&, PatientSlot, Place to, sim::Time now) {
    return {to, now};
  }
  template <class Simulation>
  void handle(Simulation&, Event, sim::Time) {}
  template <class Simulation>
  void warm_up_ended(Simulation&, sim::Time) {}
  template <class Simulation>
  void snapshot(Simulation&, std::uint32_t, sim::Time) {}
  /// Whether time_passes() is to be told; asked when a replication begins.
  [[nodiscard]] bool follows_time() const { return false; }
  /// The state that is there has lasted from one time to a later one: called whenever the clock moves,
  /// before what happens then.
  template <class Simulation>
  void time_passes(Simulation&, sim::Time, sim::Time) {}
  /// A risk is about to strike a patient; told where follows_time().
  template <class Simulation>
  void risk_strikes(Simulation&, PatientSlot) {}
};

/// What an observer is told; used to follow one patient.
enum class Note : std::uint8_t {
  Arrived,
  StayDrawn,
  StayResumed,
  ProfileChanged,
  RiskStruck,
  StayEnded,
  PreparationDrawn,
  GateClosed,
  PlaceFull,
  Waits,
  GotPlace,
  HoldsPlace,  ///< has a place; the way there is closed
  LeftQueue,
  Diverted,
  JoinsShortest,
  Lost,
  SetOut,
  Entered,
  NextStage,  ///< a new stage of the same stay begins
  Evicted,
  Interrupted,  ///< must leave and waits to come back; the length is what is left
  Harmed,       ///< must leave for elsewhere, as the extension says
  Departed,
  Decided,     ///< a rule says who is responsible
  Refused,     ///< a care request is refused; the place is where to go instead
  Negotiates,  ///< the parties disagree
  VisitMissed  ///< a visit that was due is not given
};

struct NoObserver {
  static constexpr bool enabled = false;
  void note(const Patient&, sim::Time, Note, Place, std::string_view, sim::Duration) {}
};

}  // namespace flow
