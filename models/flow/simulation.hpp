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
// What is always inlined is on every patient's way, where a call costs as much as its work; what is
// never inlined is off it, where it would only take registers.

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/flow/budget.hpp"
#include "models/flow/counters.hpp"
#include "models/flow/extension.hpp"
#include "models/flow/network.hpp"
#include "models/flow/patient.hpp"
#include "models/flow/patient_table.hpp"
#include "models/flow/queue.hpp"
#include "scenarios/check.hpp"
#include "sim/check.hpp"
#include "sim/distribution_draws.hpp"
#include "sim/event_list.hpp"
#include "sim/replications.hpp"

namespace flow {

/// One replication of a network. Reused for the next one: after the first, nothing is allocated.
template <class Extension = NoExtension, class Observer = NoObserver>
class Simulation {
 public:
  /// State of one setting.
  struct SettingState {
    Places places;
    /// So many may be taken without a look at anything else: where places are shared, none.
    std::int32_t limit = 0;
    bool offering = false;        ///< a PlaceFreed event is under way
    std::int32_t turning = 0;     ///< places that are made ready between two patients
    std::int32_t background = 0;  ///< places taken by those who are not followed
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

  /// How the replications that follow are watched; without it, by the budget alone.
  void watch(Watch watch) { watch_ = std::move(watch); }

  /// Runs replication `number` from the start to the end of the horizon.
  /// `snapshots`: times at which Extension::snapshot is called, increasing. Throws OutOfBudget, and
  /// sim::BrokenOff when it is abandoned.
  void run(std::uint64_t seed, std::uint32_t number, const std::vector<sim::Time>& snapshots) {
    initialize(seed, number, snapshots);
    // sim::run_until, written out: the compiler keeps the state of the loop in registers.
    while (const auto entry = events_.pop_before(net_.end)) {
      handle(*entry);
      if (!offers_.empty()) settle_offers(entry->time);
    }
    close(net_.end);
  }

  // ------------------------------------------------------------ what extensions may see and do

  [[nodiscard]] const Network& network() const { return net_; }
  [[nodiscard]] const Patient& patient(PatientSlot slot) const { return patients_[slot]; }
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
  /// What those now present in a setting have spent of their stays there, patient-ms.
  [[nodiscard]] std::int64_t spent_ms(Place s, sim::Time now) const {
    std::int64_t sum = 0;
    for (const Patient& p : patients_) {
      if (p.phase != Phase::Free && p.at == s) sum += (now - p.since).count();
    }
    return sum;
  }
  /// What the risk is that strikes a patient now: risk_strikes() draws the same.
  [[nodiscard]] const Risk::Cause& struck_by(const Patient& p) const {
    auto draws = stream(p, Purpose::RiskCause, p.occasion);
    return net_.risk(p.at, p.profile).causes.pick(draws.half());
  }
  /// Those now present in a setting who wait in the queue of another.
  [[nodiscard]] std::uint32_t blocked(Place s) const {
    std::uint32_t count = 0;
    for (const auto& state : settings_) {
      state.queue.each(patients_,
                       [&](PatientSlot slot) { count += patients_[slot].at == s ? 1U : 0U; });
    }
    return count;
  }
  [[nodiscard]] std::uint32_t present_at_start() const { return present_at_start_; }
  [[nodiscard]] std::uint64_t events_handled() const { return events_.popped() + settled_; }
  [[nodiscard]] Extension& extension() { return extension_; }
  [[nodiscard]] const Extension& extension() const { return extension_; }
  [[nodiscard]] Observer& observer() { return observer_; }
  [[nodiscard]] std::uint64_t seed() const { return seed_; }
  [[nodiscard]] std::uint32_t replication() const { return replication_; }

  /// The stream of this patient for a purpose; `occasion` tells repeated uses apart, `part` the rows
  /// or tasks that draw on the same occasion.
  [[nodiscard]] sim::Stream stream(const Patient& p, Purpose purpose, std::uint32_t occasion,
                                   std::size_t part = 0) const {
    return {seed_,
            {replication_, p.family, p.serial, static_cast<std::uint8_t>(purpose), occasion,
             static_cast<std::uint32_t>(part)}};
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

  /// Harm: a patient in a setting must go elsewhere, now (after the present event).
  void harm(PatientSlot slot, Place to, sim::Time now) {
    events_.schedule(
        now, order::release,
        {static_cast<std::uint32_t>(slot), Event::Kind::Harmed, static_cast<std::uint8_t>(to)});
  }

  /// Brings every counter up to `now`.
  void touch_all(sim::Time now) {
    for (const auto cell : net_.occurrence.cells) cells_[cell].touch(now);
    for (const auto cell : net_.occurrence.resident_cells) residents_[cell].touch(now);
    for (auto& state : settings_) state.counters.touch(state.places, state.queue.size(), now);
  }

 private:
  using Kind = Event::Kind;

  struct SourceState {
    sim::Stream gaps;     ///< between candidates; nobody else draws from it
    double position = 0;  ///< on the integrated intensity; of a renewal process, ms after the start
    std::size_t hint = 0;
    sim::Time next{};  ///< the arrival after those scheduled, where they are drawn
    std::uint32_t candidates = 0, serial = 0;
    std::size_t next_listed = 0;
  };

  /// What is left of a stay that was broken off at this occasion, and where it leads.
  struct Rest {
    std::uint32_t occasion = 0;
    Place at = nowhere, next = nowhere;
    sim::Duration left{};
  };

  /// Where a patient has places that go with others, and as who he took them.
  struct Takings {
    struct One {
      Place at = nowhere;
      Profile as = default_profile;
    };
    std::array<One, 3> all;  ///< where he is, where he goes, and where he lives
  };

  /// One who waits for a setting that shares places.
  struct Waiting {
    std::size_t rank = 0;
    sim::Time since{};
    PatientSlot slot = no_patient;
  };

  [[nodiscard]] Cell& cell_of(Place place, Profile profile) {
    return cells_[net_.at(place, profile)];
  }

  void note(const Patient& p, sim::Time now, Note what, Place place = nowhere,
            std::string_view pointer = {}, sim::Duration length = {}) {
    if constexpr (Observer::enabled) observer_.note(p, now, what, place, pointer, length);
  }

  [[gnu::always_inline]] void handle(const sim::EventEntry<Event>& entry) {
    const auto now = entry.time;
    const Event e = entry.event;
    if (events_.popped() >= look_at_) [[unlikely]]
      look(e.subject, e.kind, e.detail, now);
    // While this event is handled the patient of the next one is on the way from memory.
    if (const auto* next = events_.upcoming(); next != nullptr && next->kind == Kind::StayEnds) {
      __builtin_prefetch(&patients_[static_cast<PatientSlot>(next->subject)], 1);
    }
    const auto slot = static_cast<PatientSlot>(e.subject);  // where it is a patient's
    switch (e.kind) {
      case Kind::StayEnds:
        return if_current<Phase::InCare>(entry, [&] { stay_ends(slot, now); });
      case Kind::RiskStrikes:
        if (strikes_[slot] == now) risk_strikes(slot, now);
        return;
      case Kind::Prepared:
        return if_current<Phase::Preparing>(entry, [&] { ask(slot, patients_[slot].next, now); });
      case Kind::GateOpens:
        return if_current<Phase::AtGate>(entry, [&] { ask(slot, patients_[slot].next, now); });
      case Kind::SetsOut:
        return if_current<Phase::HasPlace>(entry, [&] { leave_for_held_place(slot, now); });
      case Kind::Arrives:
        return if_current<Phase::OnTheWay, Phase::Travels>(entry, [&] { arrives(slot, now); });
      case Kind::TurnoverEnds:
        return turnover_ends(static_cast<Place>(e.detail), static_cast<Profile>(e.subject), now);
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
        return if_current<Phase::InCare, Phase::Preparing, Phase::AtGate, Phase::Queued,
                          Phase::HasPlace>(
            entry, [&] { harmed(slot, static_cast<Place>(e.detail), now); });
      case Kind::Interrupted:
        return if_current<Phase::InCare>(entry, [&] { interrupt(slot, now); });
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

  // Budget (simulation_watch.hpp)
  [[gnu::noinline]] void look(std::uint32_t subject, Kind kind, std::uint8_t detail, sim::Time now);
  [[noreturn, gnu::noinline]] void too_many_come(SourceId id, std::int64_t count,
                                                 sim::Time now) const;
  void follow(sim::Time now);
  [[noreturn]] void out_of_budget(const Event& event, sim::Time now, words::Text what) const;
  [[nodiscard]] std::pair<std::string, words::Text> cause_of(const Event& event) const;

  // Start (simulation_start.hpp)
  void initialize(std::uint64_t seed, std::uint32_t number,
                  const std::vector<sim::Time>& snapshots);
  void reset_state(std::uint64_t seed, std::uint32_t number);
  void place_census();
  [[nodiscard]] std::uint32_t census_number(const CompiledCensus& row, double mean,
                                            std::size_t part) const;
  void place_present(const CompiledCensus& row, std::uint32_t family, std::uint32_t serial);
  void place_waiting(const CompiledCensus& row, std::uint32_t family, std::uint32_t serial);
  void settle_residence(PatientSlot slot, Place residence);
  struct StayMet {
    Place next = nowhere;
    sim::Duration left{};
  };
  [[nodiscard]] StayMet meet_stay(const Patient& p, Place place, sim::Stream& draws) const;
  [[nodiscard]] StayMet resume_stay(const Patient& p, Place place, sim::Duration spent,
                                    sim::Stream& draws) const;
  [[nodiscard]] double risk_of_leaving(Place place, Profile profile) const;
  [[nodiscard]] double weight_of(const Choice<Place>::Option& option, Profile profile,
                                 Place place) const;
  [[nodiscard]] Place length_biased_next(const Patient& p, Place place, std::uint32_t word) const;
  [[gnu::noinline]] void end_warm_up(sim::Time now);
  [[gnu::noinline]] void snapshot(std::uint32_t index, sim::Time now);
  void close(sim::Time now);

  // Arrivals (simulation_start.hpp)
  void schedule_source(SourceId id);
  [[nodiscard, gnu::noinline]] sim::Time next_renewal(const Source& source, SourceState& state);
  [[nodiscard, gnu::always_inline]] inline sim::Time next_drawn(const Source& source,
                                                                SourceState& state);
  [[nodiscard, gnu::always_inline]] inline sim::Time next_poisson(const Source& source,
                                                                  SourceState& state);
  [[nodiscard]] std::int64_t batch_size(const Source& source, std::uint32_t serial) const;
  void source_arrives(SourceId id, sim::Time now);
  PatientSlot new_patient(std::uint32_t family, std::uint32_t serial, Profile profile,
                          std::uint16_t assignment);

  // Steps of a patient (simulation_steps.hpp)
  void ask(PatientSlot slot, Place to, sim::Time now);
  [[gnu::noinline]] void join_shortest(PatientSlot slot, Place to, sim::Time now);
  [[nodiscard]] bool is_shorter(Place one, Place other) const;
  [[nodiscard]] bool is_on_way(const Patient& p, Place to) const;
  void wait_at_gate(PatientSlot slot, Place to, sim::Time now);
  void wait_until(PatientSlot slot, sim::Time opens);
  void seek(PatientSlot slot, Place to, const CompiledMove& move, sim::Time now);
  void take_or_wait(PatientSlot slot, Place to, const CompiledMove& move, sim::Time now);
  [[gnu::always_inline]] inline void take(PatientSlot slot, Place to, const CompiledMove& move,
                                          sim::Time now);
  [[gnu::noinline]] void leave_for_held_place(PatientSlot slot, sim::Time now) {
    const auto& p = patients_[slot];
    set_out(slot, p.next, way(p, p.next), Phase::OnTheWay, now);
  }
  void set_out(PatientSlot slot, Place to, const CompiledMove& move, Phase phase, sim::Time now);
  void wait_with_place(PatientSlot slot, Place to, const CompiledMove& move, sim::Time now);
  void arrives(PatientSlot slot, sim::Time now);
  [[gnu::always_inline]] inline void enter(PatientSlot slot, Place place, sim::Time now);
  void apply_entry_rules(PatientSlot slot, Place place, sim::Time now);
  [[nodiscard]] std::optional<Profile> after_entry_rule(const Patient& p, Place place,
                                                        std::size_t row) const;
  void become_resident(PatientSlot slot, Place place, sim::Time now);
  void draw_stay(PatientSlot slot, sim::Time now);
  [[nodiscard, gnu::noinline]] bool take_known_stay(PatientSlot slot, sim::Time now);
  [[nodiscard]] const sim::Duration* listed_stay(const Patient& p) const;
  [[gnu::always_inline]] inline void schedule_stay(PatientSlot slot, sim::Time now);
  void set_ready(PatientSlot slot, sim::Time now);
  void stay_ends(PatientSlot slot, sim::Time now);
  /// Most who set out come from outside, or have left already.
  void leave_place(PatientSlot slot, Place destination, sim::Time now) {
    if (patients_[slot].at != nowhere) give_up_place(slot, destination, now);
  }
  void give_up_place(PatientSlot slot, Place destination, sim::Time now);
  [[nodiscard, gnu::noinline]] bool keeps_home(const Patient& p, Place destination) const;
  [[gnu::always_inline]] inline void depart(PatientSlot slot, Place exit, sim::Time now);

  // Full settings and queues (simulation_queue.hpp)
  [[nodiscard]] const FullAnswer& answer_when_full(const Patient& p, Place s) const {
    return net_.setting[s].answer_when_full(p.profile, p.at != nowhere ? p.at : p.from,
                                            settings_[s].queue.size());
  }
  void find_full(PatientSlot slot, Place to, sim::Time now);
  [[gnu::noinline]] void lose(PatientSlot slot, Place to, sim::Time now);
  [[gnu::noinline]] void divert(PatientSlot slot, Place to, sim::Time now);
  void enqueue(PatientSlot slot, Place to, sim::Time now);
  [[nodiscard]] sim::Duration patience(PatientSlot slot, Place to, std::size_t row,
                                       sim::Time now) const;
  [[nodiscard]] sim::Duration until_own_stay_ends(PatientSlot slot, Place to, sim::Time now) const;
  [[nodiscard]] sim::Duration until_closing(const Patient& p, Place to, sim::Time now) const;
  [[gnu::noinline]] void leaves_queue(PatientSlot slot, std::uint8_t rule, sim::Time now);
  void leave_queue(PatientSlot slot, Place s, sim::Time now);
  [[nodiscard]] std::size_t rank_of(const Patient& p, Place s) const;

  // Risks and stages (simulation_risks.hpp)
  [[gnu::noinline]] void next_stage(PatientSlot slot, sim::Time now);
  void draw_strike(PatientSlot slot, sim::Time now);
  void await_strike(PatientSlot slot) {
    if (strikes_[slot] < net_.end) schedule_strike(slot);
  }
  [[gnu::noinline]] void schedule_strike(PatientSlot slot);
  [[gnu::noinline]] void risk_strikes(PatientSlot slot, sim::Time now);
  void change_profile(PatientSlot slot, Profile profile, sim::Time now);
  void join_rank(PatientSlot slot, Profile profile);
  void break_off(PatientSlot slot, Place to, sim::Time now);
  void stop_waiting(PatientSlot slot, Place to, sim::Time now);
  [[gnu::noinline]] void harmed(PatientSlot slot, Place to, sim::Time now);

  // Places (simulation_steps.hpp)
  [[nodiscard]] const CompiledMove& way(const Patient& p, Place to) const;
  [[nodiscard]] bool gate_open(const Patient& p, const CompiledMove& move, sim::Time now) const;
  [[nodiscard]] bool room(Place s) const;
  void seize(Place s, sim::Time now);
  /// Gives a place back when it has been made ready for the next patient.
  void vacate(PatientSlot slot, Place s, sim::Time now) {
    if (net_.setting[s].clears_at_once) return release(s, now);
    clear(slot, s, now);
  }
  [[gnu::noinline]] void clear(PatientSlot slot, Place s, sim::Time now);
  void release(Place s, sim::Time now);
  [[gnu::noinline]] void turnover_ends(Place s, Profile taken_as, sim::Time now);
  void request_offer(Place s);
  [[gnu::always_inline]] inline void settle_offers(sim::Time now);
  void offer_places(Place s, sim::Time now);
  void offer_when_gate_opens(Place s, sim::Time now);
  [[gnu::noinline]] void change_capacity(Place s, sim::Time now);
  [[nodiscard]] std::optional<sim::Time> next_capacity(Place s, sim::Time now) const;
  void take_background(Place s, sim::Time now);
  [[nodiscard]] std::int32_t draw_background(Place s, sim::Time now) const;
  void evict(Place s, sim::Time now);
  void interrupt(PatientSlot slot, sim::Time now);

  // Places that go with places (simulation_shared.hpp)
  void offer_capacity(Place s, sim::Time now);
  void offer_all(Place s);
  void seize_all(PatientSlot slot, Place s, sim::Time now);
  [[gnu::noinline]] void seize_others(PatientSlot slot, Place s, sim::Time now);
  [[gnu::noinline]] void release_with_others(Place s, Profile taken_as, sim::Time now);
  [[nodiscard]] Profile forget_taking(PatientSlot slot, Place s);
  [[nodiscard]] Profile taken_as(PatientSlot slot, Place s) const;
  [[nodiscard]] std::int32_t gives_up(PatientSlot slot, Place to, Place of, sim::Time now) const;
  [[nodiscard]] std::int32_t needs(PatientSlot slot, Place to, Place of, std::int32_t places,
                                   sim::Time now) const;
  [[nodiscard]] bool are_free(Place of, std::int32_t places) const;
  [[nodiscard]] bool may_take(PatientSlot slot, Place to, sim::Time now) const;
  void keep_for(PatientSlot slot, Place to, sim::Time now);
  [[nodiscard]] std::size_t shared_rank(const Patient& p, Place to) const;
  void find_waiting(Place s, sim::Time now);
  [[nodiscard, gnu::noinline]] bool gets_shared(PatientSlot slot, Place to, sim::Time now);
  [[nodiscard]] bool serve_one(Place s, sim::Time now);
  [[gnu::noinline]] void offer_shared(Place s, sim::Time now);

  const Network& net_;
  Extension extension_;
  Observer observer_;
  std::uint64_t seed_ = 0;
  std::uint32_t replication_ = 0;
  sim::EventList<Event> events_;
  Patients patients_;
  /// When the next risk strikes the one who is in a setting: never where it has none, nor after the end.
  sim::Table<PatientSlot, sim::Time> strikes_;
  PatientTable<Takings> takings_;  ///< of those who have places that go with others
  PatientTable<Rest> rests_;       ///< of those whose stay was interrupted, and of none else
  std::vector<PatientSlot> free_slots_;
  std::vector<Cell> cells_;              // by (place, profile)
  std::vector<ResidentCell> residents_;  // by (setting, profile)
  sim::Table<Place, SettingState> settings_;
  std::vector<std::uint32_t> moves_;  // by way
  sim::Table<SourceId, SourceState> sources_;
  std::vector<Place> offers_;  // settings with places freed in the present routine
  std::vector<std::pair<sim::Time, PatientSlot>> candidates_;  // scratch of evict()
  std::vector<Waiting> waiting_;                               // scratch of offer_shared()
  std::vector<Place> kept_;                                    // the same
  std::uint32_t arrivals_ = 0, departures_ = 0, present_ = 0, present_at_start_ = 0;
  Watch watch_;
  std::uint64_t settled_ = 0;         // offers made between two events
  std::uint64_t look_at_ = 0;         // events popped when look() is called next
  std::uint64_t budget_at_ = 0;       // events popped when the budget is looked at next
  std::uint64_t handled_before_ = 0;  // events handled when the clock had come to looked_
  sim::Time looked_{};
  std::int64_t most_present_ = 0;
  bool follows_ = false;  // the extension is told of every move of the clock
  sim::Time followed_{};  // up to when it has been told
};

}  // namespace flow

#include "models/flow/simulation_queue.hpp"
#include "models/flow/simulation_risks.hpp"
#include "models/flow/simulation_shared.hpp"
#include "models/flow/simulation_start.hpp"
#include "models/flow/simulation_steps.hpp"
#include "models/flow/simulation_watch.hpp"
