// SPDX-License-Identifier: Apache-2.0
#pragma once

// When a replication is stopped, and what is said then: definitions for models/flow/simulation.hpp.

#include "models/flow/simulation.hpp"
#include "sim/civil_date.hpp"
#include "words/catalog.hpp"

namespace flow {

/// The clock moves to `now`: what the state has been so far is told to the extension.
template <class Extension, class Observer>
void Simulation<Extension, Observer>::follow(sim::Time now) {
  if (now <= followed_) return;
  extension_.time_passes(*this, followed_, now);
  followed_ = now;
}

/// Looks, every some thousand events, at whether the clock goes on; before every event where the
/// extension follows the time.
template <class Extension, class Observer>
void Simulation<Extension, Observer>::look(std::uint32_t subject, Kind kind, std::uint8_t detail,
                                           sim::Time now) {
  const Event event{subject, kind, detail};
  constexpr std::uint64_t often = 1U << 14U;
  const auto& budget = watch_.budget;
  if (follows_) {
    follow(now);
    const auto slot = static_cast<PatientSlot>(subject);
    if (kind == Kind::RiskStrikes && strikes_[slot] == now) extension_.risk_strikes(*this, slot);
    if (events_.popped() < budget_at_) return;
  }
  const auto handled = events_handled();
  budget_at_ = events_.popped() + std::min(often, budget.at_one_time);
  look_at_ = follows_ ? 0 : budget_at_;
  if (watch_.abandoned && watch_.abandoned()) throw sim::BrokenOff();
  if (now > looked_) {
    looked_ = now;
    handled_before_ = handled;
  }
  const auto at_one_time = handled - handled_before_;
  if (at_one_time > budget.at_one_time + 100 * std::uint64_t{present_}) {
    out_of_budget(event, now, words::say("got.events_at_one_time", {{"n", at_one_time}}));
  }
  if (handled > budget.events) {
    out_of_budget(event, now, words::say("got.events_in_all", {{"n", handled}}));
  }
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::too_many_come(SourceId id, std::int64_t count,
                                                    sim::Time now) const {
  out_of_budget({static_cast<std::uint32_t>(id), Kind::SourceArrives, 0}, now,
                words::say("got.patients_at_one_time", {{"n", present_ + count}}));
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::out_of_budget(const Event& event, sim::Time now,
                                                    words::Text what) const {
  const auto [pointer, cause] = cause_of(event);
  throw OutOfBudget({"", pointer, words::say("expected.replication_that_ends"),
                     words::say("got.out_of_budget", {{"what", what},
                                                      {"when", sim::iso_date_time(now)},
                                                      {"replication", replication_},
                                                      {"cause", cause}})});
}

/// What the last event was about: where in the scenario, and in words.
template <class Extension, class Observer>
std::pair<std::string, words::Text> Simulation<Extension, Observer>::cause_of(
    const Event& event) const {
  const auto in = [&](Place place, std::string_view member, std::string_view key) {
    if (!net_.is_setting(place)) return std::pair(std::string(), words::say("cause.move"));
    const auto& id = net_.place_ids[place];
    return std::pair(scenarios::child_pointer("/settings", id) + std::string(member),
                     words::say(key, {{"setting", id}}));
  };
  const auto patient = [&]() -> const Patient& {
    return patients_[static_cast<PatientSlot>(event.subject)];
  };
  switch (event.kind) {
    case Kind::StayEnds:
      return in(patient().at != nowhere ? patient().at : patient().from, "/stay", "cause.stay");
    case Kind::RiskStrikes:
      return in(patient().at != nowhere ? patient().at : patient().from, "", "cause.risk");
    case Kind::LeavesQueue:
      return in(patient().next, "/queue/leave", "cause.queue");
    case Kind::PlaceFreed:
    case Kind::CapacityChanges:
      return in(static_cast<Place>(event.subject), "/capacity", "cause.capacity");
    case Kind::SourceArrives: {
      const auto& source = net_.sources[static_cast<SourceId>(event.subject)];
      return {source.pointer, words::say("cause.arrival", {{"source", source.name}})};
    }
    case Kind::Extension:
      return {"/care", words::say("cause.care")};
    default:
      return {"", words::say("cause.move")};
  }
}

}  // namespace flow
