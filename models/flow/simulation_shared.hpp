// SPDX-License-Identifier: Apache-2.0
#pragma once

// Places that are taken together with those of other settings: definitions for
// models/flow/simulation.hpp. All of them are taken at one moment or none, so nobody sits on a part
// of what he needs. Of those who wait for the same places the most urgent, and then who has waited
// longest, comes first; what he lacks nobody behind him takes, but what he does not lack they may.

#include "models/flow/simulation.hpp"

namespace flow {

template <class Extension, class Observer>
void Simulation<Extension, Observer>::offer_capacity(Place s, sim::Time now) {
  const auto& setting = net_.setting[s];
  auto& state = settings_[s];
  state.places.capacity = whole_places(setting.capacity.at(now));
  state.limit = setting.linked.empty() ? state.places.capacity + setting.overflow_places : 0;
}

/// Something has changed that those may wait for who share with this setting, if any do.
template <class Extension, class Observer>
void Simulation<Extension, Observer>::offer_all(Place s) {
  for (const auto other : net_.setting[s].linked) request_offer(other);
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::seize_all(PatientSlot slot, Place s, sim::Time now) {
  seize(s, now);
  seize_others(slot, s, now);
}

/// The places that go with the one in this setting.
template <class Extension, class Observer>
void Simulation<Extension, Observer>::seize_others(PatientSlot slot, Place s, sim::Time now) {
  if (net_.setting[s].takes.empty()) return;
  const auto& p = patients_[slot];
  auto& all = takings_.of(slot, p).all;
  const auto free = std::ranges::find(all, nowhere, &Takings::One::at);
  SIM_CHECK(free != all.end());
  *free = {s, p.profile};
  net_.setting[s].each_place(s, p.profile, [&](Place of, std::int32_t places) {
    for (; of != s && places > 0; --places) seize(of, now);
  });
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::release_with_others(Place s, Profile taken_as,
                                                          sim::Time now) {
  net_.setting[s].each_place(s, taken_as, [&](Place of, std::int32_t places) {
    for (; places > 0; --places) release(of, now);
  });
  offer_all(s);
}

/// As who the patient took the places that go with this setting's.
template <class Extension, class Observer>
Profile Simulation<Extension, Observer>::taken_as(PatientSlot slot, Place s) const {
  const auto& p = patients_[slot];
  const auto* const takings = takings_.find(slot, p);
  if (takings == nullptr) return p.profile;
  const auto found = std::ranges::find(takings->all, s, &Takings::One::at);
  return found == takings->all.end() ? p.profile : found->as;
}

template <class Extension, class Observer>
Profile Simulation<Extension, Observer>::forget_taking(PatientSlot slot, Place s) {
  const auto as = taken_as(slot, s);
  if (auto* const takings = takings_.find(slot, patients_[slot]); takings != nullptr) {
    const auto found = std::ranges::find(takings->all, s, &Takings::One::at);
    if (found != takings->all.end()) *found = {};
  }
  return as;
}

/// What the patient gives back at the moment when he comes in.
template <class Extension, class Observer>
std::int32_t Simulation<Extension, Observer>::gives_up(PatientSlot slot, Place to, Place of,
                                                       sim::Time now) const {
  const auto& p = patients_[slot];
  if (p.at == nowhere || net_.setting[p.at].turnover) return 0;
  if (p.at == p.residence && keeps_home(p, to)) return 0;
  const auto& move = way(p, to);
  if (move.claim_first && !move.open.at(now)) return 0;
  return net_.setting[p.at].places_of(p.at, of, taken_as(slot, p.at));
}

/// How many he needs beyond those that he gives up.
template <class Extension, class Observer>
std::int32_t Simulation<Extension, Observer>::needs(PatientSlot slot, Place to, Place of,
                                                    std::int32_t places, sim::Time now) const {
  return std::max(0, places - gives_up(slot, to, of, now));
}

template <class Extension, class Observer>
bool Simulation<Extension, Observer>::are_free(Place of, std::int32_t places) const {
  const auto& state = settings_[of].places;
  const auto free = state.capacity - state.occupied + net_.setting[of].overflow_places;
  return places == 0 || free >= places;
}

/// Whether there is all that the patient needs, and none of it is kept for others.
template <class Extension, class Observer>
bool Simulation<Extension, Observer>::may_take(PatientSlot slot, Place to, sim::Time now) const {
  bool may = true;
  net_.setting[to].each_place(to, patients_[slot].profile, [&](Place of, std::int32_t places) {
    const auto more = needs(slot, to, of, places, now);
    const bool kept = more > 0 && std::ranges::find(kept_, of) != kept_.end();
    may = may && !kept && are_free(of, more);
  });
  return may;
}

/// What the patient lacks is kept for him.
template <class Extension, class Observer>
void Simulation<Extension, Observer>::keep_for(PatientSlot slot, Place to, sim::Time now) {
  net_.setting[to].each_place(to, patients_[slot].profile, [&](Place of, std::int32_t places) {
    if (!are_free(of, needs(slot, to, of, places, now))) kept_.push_back(of);
  });
}

/// The most urgent of the ranks that he has in the settings whose places he needs.
template <class Extension, class Observer>
std::size_t Simulation<Extension, Observer>::shared_rank(const Patient& p, Place to) const {
  std::size_t rank = Queue::ranks;
  net_.setting[to].each_place(to, p.profile, [&](Place of, std::int32_t) {
    if (of != to && !net_.setting[of].rank.empty()) rank = std::min(rank, rank_of(p, of));
  });
  return rank < Queue::ranks ? rank : rank_of(p, to);
}

/// Into waiting_: all who wait for a setting that shares with this one, and may come in as far as gates
/// go, in the order in which they are served.
template <class Extension, class Observer>
void Simulation<Extension, Observer>::find_waiting(Place s, sim::Time now) {
  waiting_.clear();
  for (const auto other : net_.setting[s].linked) {
    settings_[other].queue.each(patients_, [&](PatientSlot slot) {
      const auto& p = patients_[slot];
      if (!gate_open(p, way(p, other), now)) return;
      waiting_.push_back({shared_rank(p, other), p.ends, slot});
    });
  }
  std::ranges::stable_sort(waiting_, [](const Waiting& a, const Waiting& b) {
    return a.rank != b.rank ? a.rank < b.rank : a.since < b.since;
  });
}

/// Whether one who has just come finds all that he needs, in a setting that shares places, and none of
/// it is kept for those before him.
template <class Extension, class Observer>
bool Simulation<Extension, Observer>::gets_shared(PatientSlot slot, Place to, sim::Time now) {
  if (net_.setting[to].linked.empty()) return false;
  find_waiting(to, now);
  kept_.clear();
  const auto rank = shared_rank(patients_[slot], to);
  for (const auto& waiting : waiting_) {
    if (waiting.rank <= rank) keep_for(waiting.slot, patients_[waiting.slot].next, now);
  }
  return may_take(slot, to, now);
}

/// The first of those who wait and may come in.
template <class Extension, class Observer>
bool Simulation<Extension, Observer>::serve_one(Place s, sim::Time now) {
  find_waiting(s, now);
  kept_.clear();
  for (const auto& waiting : waiting_) {
    const auto to = patients_[waiting.slot].next;
    if (may_take(waiting.slot, to, now)) {
      leave_queue(waiting.slot, to, now);
      seize_others(waiting.slot, to, now);
      take(waiting.slot, to, way(patients_[waiting.slot], to), now);
      return true;
    }
    keep_for(waiting.slot, to, now);
  }
  return false;
}

/// Who waits behind a closed gate is offered places again when the first one opens.
template <class Extension, class Observer>
void Simulation<Extension, Observer>::offer_shared(Place s, sim::Time now) {
  while (serve_one(s, now)) {
  }
  auto first = sim::Time::max();
  settings_[s].queue.each(patients_, [&](PatientSlot slot) {
    const auto& p = patients_[slot];
    const auto& move = way(p, s);
    if (gate_open(p, move, now)) return;
    first = std::min(first, move.open.next_time_when(true, now).value_or(first));
  });
  if (first < net_.end) schedule_at(first, s, Kind::PlaceFreed);
}

}  // namespace flow
