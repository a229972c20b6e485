// SPDX-License-Identifier: Apache-2.0
#pragma once

// The flow layer in motion. Event routines stand in the order in which a patient meets them:
//
//   SourceArrives ─▶ source_arrives()  a new patient asks for a place
//                      ask()           gate, room, queue: what happens when it is full
//   Arrives ───────▶ enter()           attributes, next destination, length of stay
//   RiskStrikes ───▶ risk_strikes()    a competing risk moves or changes the patient
//   StayEnds ──────▶ stay_ends()       ready; prepares, asks for the next place, keeps this one
//   PlaceFreed ────▶ offer_places()    the head of the queue moves
//   LeavesQueue ───▶ leaves_queue()    patience is over
//                    depart()          out of the model; the slot is recycled
//   CapacityChanges ▶ change_capacity()
//
// Order contract: sim/event_list.hpp, with the priorities of extension.hpp. A routine never calls
// another routine for another patient; it schedules it. The one that offers freed places is called
// between two events when nothing else is to happen at that time (settle_offers).
//
// What is always inlined is on every patient's way, where a call costs as much as its work.

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "models/flow/counters.hpp"
#include "models/flow/extension.hpp"
#include "models/flow/network.hpp"
#include "models/flow/patient.hpp"
#include "models/flow/queue.hpp"
#include "sim/check.hpp"
#include "sim/distribution_draws.hpp"
#include "sim/event_list.hpp"

namespace flow {

/// One replication of a network. Reused for the next one: after the first, nothing is allocated.
template <class Extension = NoExtension, class Observer = NoObserver>
class Simulation {
 public:
  /// State of one setting.
  struct SettingState {
    Places places;
    bool offering = false;  ///< a PlaceFreed event is under way
    Queue queue;
    SettingCounters counters;
  };

  Simulation(const Network& network, Extension extension, Observer observer = {})
      : net_(network), extension_(std::move(extension)), observer_(std::move(observer)) {
    cells_.resize(net_.places * net_.vocabulary.profiles());
    residents_.resize(net_.settings * net_.vocabulary.profiles());
    settings_.resize(net_.settings);
    moves_.resize(net_.ways());
    sources_.reserve(net_.sources.size());
  }

  /// Runs replication `number` from the start to the end of the horizon.
  /// `snapshots`: times at which Extension::snapshot is called, increasing.
  void run(std::uint64_t seed, std::uint32_t number, const std::vector<sim::Time>& snapshots) {
    initialize(seed, number, snapshots);
    sim::run_until(events_, net_.end, [this](const sim::EventEntry<Event>& entry) {
      handle(entry);
      if (!offers_.empty()) settle_offers(entry.time);
    });
    close(net_.end);
  }

  // ------------------------------------------------------------ what extensions may see and do

  [[nodiscard]] const Network& network() const { return net_; }
  [[nodiscard]] const Patient& patient(PatientSlot slot) const { return patients_[slot]; }
  [[nodiscard]] bool is_current(PatientSlot slot, std::uint64_t stamp) const {
    return patients_[slot].stamp == stamp && patients_[slot].phase != Phase::Free;
  }
  [[nodiscard]] sim::Ids<PatientSlot> slots() const { return patients_.ids(); }
  [[nodiscard]] const Cell& cell(Place place, Profile profile) const {
    return cells_[net_.at(place, profile)];
  }
  [[nodiscard]] const ResidentCell& resident_cell(Place place, Profile profile) const {
    return residents_[net_.at(place, profile)];
  }
  /// By index (place * profiles + profile).
  [[nodiscard]] const Cell& cell(std::uint32_t index) const { return cells_[index]; }
  [[nodiscard]] const ResidentCell& resident_cell(std::uint32_t index) const {
    return residents_[index];
  }
  [[nodiscard]] const SettingState& setting(Place place) const { return settings_[place]; }
  /// Moves made, by Network::way.
  [[nodiscard]] std::span<const std::uint32_t> moves() const { return moves_; }
  [[nodiscard]] std::uint32_t arrivals() const { return arrivals_; }
  [[nodiscard]] std::uint32_t departures() const { return departures_; }
  [[nodiscard]] std::uint32_t present() const { return present_; }
  /// Patients in the model but in no setting: on the way, or waiting outside.
  [[nodiscard]] std::uint32_t in_no_place() const {
    return static_cast<std::uint32_t>(std::ranges::count_if(
        patients_, [](const Patient& p) { return p.phase != Phase::Free && p.at == nowhere; }));
  }
  [[nodiscard]] std::uint32_t present_at_start() const { return present_at_start_; }
  [[nodiscard]] std::uint64_t events_handled() const { return handled_; }
  [[nodiscard]] Extension& extension() { return extension_; }
  [[nodiscard]] const Extension& extension() const { return extension_; }
  [[nodiscard]] Observer& observer() { return observer_; }
  [[nodiscard]] std::uint64_t seed() const { return seed_; }
  [[nodiscard]] std::uint32_t replication() const { return replication_; }

  /// The stream of this patient for a purpose; `occasion` tells repeated uses apart.
  [[nodiscard]] sim::Stream stream(const Patient& p, Purpose purpose,
                                   std::uint32_t occasion) const {
    return {seed_,
            {replication_, p.family, p.serial, static_cast<std::uint8_t>(purpose), occasion}};
  }

  /// The profile that a patient will have on entering `place` next: what its on_enter rows draw.
  [[nodiscard]] Profile profile_on_entry(const Patient& p, Place place) const;

  /// Tells the observer something about a patient that an extension knows.
  void tell(const Patient& p, sim::Time now, Note what, Place place, std::string_view pointer,
            sim::Duration length = {}) {
    note(p, now, what, place, pointer, length);
  }

  void schedule_extension(sim::Time time, std::uint32_t subject, std::uint8_t detail) {
    events_.schedule(time, order::extension, {subject, Event::Kind::Extension, detail});
  }

  /// Harm: a patient in care must go elsewhere, now (after the present event).
  /// Nothing happens if the patient has moved on since `stamp`.
  void harm(PatientSlot slot, std::uint64_t stamp, Place to, sim::Time now) {
    if (!is_current(slot, stamp)) return;
    events_.schedule(
        now, order::release,
        {static_cast<std::uint32_t>(slot), Event::Kind::Harmed, static_cast<std::uint8_t>(to)});
  }

  /// Brings every counter up to `now`.
  void touch_all(sim::Time now) {
    for (auto& cell : cells_) cell.touch(now);
    for (auto& cell : residents_) cell.touch(now);
    for (auto& state : settings_) state.counters.touch(state.places, state.queue.size(), now);
  }

 private:
  using Kind = Event::Kind;

  struct SourceState {
    sim::Stream gaps;     ///< between candidates; nobody else draws from it
    double position = 0;  ///< on the integrated intensity
    std::size_t hint = 0;
    sim::Time next{};  ///< the arrival after those scheduled; Poisson only
    std::uint32_t candidates = 0, serial = 0;
    std::size_t next_listed = 0;
  };

  [[nodiscard]] Cell& cell_of(Place place, Profile profile) {
    return cells_[net_.at(place, profile)];
  }

  void note(const Patient& p, sim::Time now, Note what, Place place = nowhere,
            std::string_view pointer = {}, sim::Duration length = {}) {
    if constexpr (Observer::enabled) observer_.note(p, now, what, place, pointer, length);
  }

  void handle(const sim::EventEntry<Event>& entry) {
    const auto now = entry.time;
    const Event e = entry.event;
    ++handled_;
    // While this event is handled the patient of the next one is on the way from memory.
    if (const auto* next = events_.upcoming(); next != nullptr && next->kind == Kind::StayEnds) {
      __builtin_prefetch(&patients_[static_cast<PatientSlot>(next->subject)], 1);
    }
    const auto slot = static_cast<PatientSlot>(e.subject);  // where it is a patient's
    switch (e.kind) {
      case Kind::StayEnds:
        return if_current<Phase::InCare>(entry, [&] { stay_ends(slot, now); });
      case Kind::RiskStrikes:
        return if_current<Phase::InCare>(entry, [&] { risk_strikes(slot, now); });
      case Kind::Prepared:
        return if_current<Phase::Preparing>(entry, [&] { ask(slot, patients_[slot].next, now); });
      case Kind::GateOpens:
        return if_current<Phase::AtGate>(entry, [&] { ask(slot, patients_[slot].next, now); });
      case Kind::Arrives:
        return if_current<Phase::OnTheWay, Phase::Travels>(entry, [&] { arrives(slot, now); });
      case Kind::PlaceFreed:
        return offer_places(static_cast<Place>(e.subject), now);
      case Kind::LeavesQueue:
        return if_current<Phase::Queued>(entry, [&] { leaves_queue(slot, e.detail, now); });
      case Kind::CapacityChanges:
        return change_capacity(static_cast<Place>(e.subject), now);
      case Kind::SourceArrives:
        return source_arrives(static_cast<SourceId>(e.subject), now);
      case Kind::Snapshot:
        return snapshot(e.subject, now);
      case Kind::WarmUpEnds:
        return end_warm_up(now);
      case Kind::Harmed:
        return if_current<Phase::InCare, Phase::Preparing, Phase::AtGate, Phase::Queued>(
            entry, [&] { harmed(slot, static_cast<Place>(e.detail), now); });
      case Kind::Extension:
        return extension_.handle(*this, e, now);
    }
  }

  /// Runs the routine unless the patient has moved on since the event was scheduled, or into another
  /// phase than those that such an event ends.
  template <Phase... Allowed, class Routine>
  void if_current(const sim::EventEntry<Event>& entry, Routine&& routine) {
    const auto& p = patients_[static_cast<PatientSlot>(entry.event.subject)];
    if (entry.sequence() >= p.stamp && ((p.phase == Allowed) || ...)) routine();
  }

  /// What was scheduled for the patient before is stale.
  void move_on(Patient& p) const { p.stamp = events_.next_sequence(); }

  void schedule(sim::Time time, std::uint8_t priority, PatientSlot slot, Kind kind,
                std::uint8_t detail = 0) {
    events_.schedule(time, priority, {static_cast<std::uint32_t>(slot), kind, detail});
  }
  void schedule_at(sim::Time time, Place s, Kind kind) {
    events_.schedule(time, order::offer, {static_cast<std::uint32_t>(s), kind, 0});
  }

  // Start (simulation_start.hpp)
  void initialize(std::uint64_t seed, std::uint32_t number,
                  const std::vector<sim::Time>& snapshots);
  void reset_state(std::uint64_t seed, std::uint32_t number);
  void place_census();
  void place_present(const CompiledCensus& row, std::uint32_t family, std::uint32_t serial);
  void place_waiting(const CompiledCensus& row, std::uint32_t family, std::uint32_t serial);
  void settle_residence(PatientSlot slot, Place residence);
  struct StayMet {
    Place next = nowhere;
    sim::Duration left{};
  };
  [[nodiscard]] StayMet meet_stay(const Patient& p, Place place, sim::Stream& draws) const;
  [[nodiscard]] double risk_of_leaving(Place place, Profile profile) const;
  [[nodiscard]] double weight_of(const Choice<Place>::Option& option, Profile profile,
                                 Place place) const;
  [[nodiscard]] Place length_biased_next(const Patient& p, Place place, std::uint32_t word) const;
  void end_warm_up(sim::Time now);
  void snapshot(std::uint32_t index, sim::Time now);
  void close(sim::Time now);

  // Arrivals (simulation_start.hpp)
  void schedule_source(SourceId id);
  [[nodiscard, gnu::always_inline]] inline sim::Time next_poisson(const Source& source,
                                                                  SourceState& state);
  [[nodiscard]] std::int64_t batch_size(const Source& source, std::uint32_t serial) const;
  void source_arrives(SourceId id, sim::Time now);
  PatientSlot new_patient(std::uint32_t family, std::uint32_t serial, Profile profile,
                          std::uint16_t assignment);

  // Steps of a patient (simulation_steps.hpp)
  void ask(PatientSlot slot, Place to, sim::Time now);
  void wait_at_gate(PatientSlot slot, Place to, sim::Time now);
  void wait_until(PatientSlot slot, sim::Time opens);
  void seek(PatientSlot slot, Place to, const CompiledMove& move, sim::Time now);
  void take_or_wait(PatientSlot slot, Place to, const CompiledMove& move, sim::Time now);
  void find_full(PatientSlot slot, Place to, sim::Time now);
  void divert(PatientSlot slot, Place to, sim::Time now);
  void enqueue(PatientSlot slot, Place to, sim::Time now);
  [[gnu::always_inline]] inline void take(PatientSlot slot, Place to, const CompiledMove& move,
                                          sim::Time now);
  void set_out(PatientSlot slot, Place to, const CompiledMove& move, Phase phase, sim::Time now);
  void arrives(PatientSlot slot, sim::Time now);
  [[gnu::always_inline]] inline void enter(PatientSlot slot, Place place, sim::Time now);
  void apply_entry_rules(PatientSlot slot, Place place, sim::Time now);
  [[nodiscard]] std::optional<Profile> after_entry_rule(const Patient& p, Place place,
                                                        std::size_t row) const;
  void become_resident(PatientSlot slot, Place place, sim::Time now);
  void draw_stay(PatientSlot slot, sim::Time now);
  [[gnu::always_inline]] inline void schedule_stay(PatientSlot slot, sim::Time now);
  void risk_strikes(PatientSlot slot, sim::Time now);
  void change_profile(PatientSlot slot, Profile profile, sim::Time now);
  void break_off(PatientSlot slot, Place to, sim::Time now);
  void harmed(PatientSlot slot, Place to, sim::Time now);
  void set_ready(PatientSlot slot, sim::Time now);
  void stay_ends(PatientSlot slot, sim::Time now);
  void leaves_queue(PatientSlot slot, std::uint8_t rule, sim::Time now);
  /// Most who set out come from outside, or have left already.
  void leave_place(PatientSlot slot, Place destination, sim::Time now) {
    if (patients_[slot].at != nowhere) give_up_place(slot, destination, now);
  }
  void give_up_place(PatientSlot slot, Place destination, sim::Time now);
  void depart(PatientSlot slot, Place exit, sim::Time now);

  // Places (simulation_steps.hpp)
  [[nodiscard]] const CompiledMove& way(const Patient& p, Place to) const;
  [[nodiscard]] bool gate_open(const Patient& p, const CompiledMove& move, sim::Time now) const;
  [[nodiscard]] bool room(Place s) const;
  void leave_queue(PatientSlot slot, Place s, sim::Time now);
  void seize(Place s, sim::Time now);
  void release(Place s, sim::Time now);
  void request_offer(Place s);
  void settle_offers(sim::Time now);
  void offer_places(Place s, sim::Time now);
  void offer_when_gate_opens(Place s, sim::Time now);
  void change_capacity(Place s, sim::Time now);
  void evict(Place s, sim::Time now);
  [[nodiscard]] std::size_t rank_of(const Patient& p, Place s) const;

  const Network& net_;
  Extension extension_;
  Observer observer_;
  std::uint64_t seed_ = 0;
  std::uint32_t replication_ = 0;
  sim::EventList<Event> events_;
  Patients patients_;
  std::vector<PatientSlot> free_slots_;
  std::vector<Cell> cells_;              // by (place, profile)
  std::vector<ResidentCell> residents_;  // by (setting, profile)
  sim::Table<Place, SettingState> settings_;
  std::vector<std::uint32_t> moves_;  // by way
  sim::Table<SourceId, SourceState> sources_;
  std::vector<Place> offers_;  // settings with places freed in the present routine
  std::vector<std::pair<sim::Time, PatientSlot>> candidates_;  // scratch of evict()
  std::uint32_t arrivals_ = 0, departures_ = 0, present_ = 0, present_at_start_ = 0;
  std::uint64_t handled_ = 0;
};

}  // namespace flow

#include "models/flow/simulation_start.hpp"
#include "models/flow/simulation_steps.hpp"
