// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a patient meets, and what places do: definitions for models/flow/simulation.hpp.

#include "models/flow/simulation.hpp"

namespace flow {

/// The patient wants to go to `to` and keeps the present place until there is room.
template <class Extension, class Observer>
void Simulation<Extension, Observer>::ask(PatientSlot slot, Place to, sim::Time now) {
  auto& p = patients_[slot];
  p.returns = to == to_residence;
  if (p.returns) to = p.residence;
  SIM_CHECK(to != nowhere);
  if constexpr (Extension::admits) {
    const auto admission =
        net_.is_exit(to) ? Admission{to, now} : extension_.requested(*this, slot, to, now);
    p.returns = p.returns && admission.to == to;
    to = admission.to;
    p.next = to;
    if (admission.from > now) return wait_until(slot, admission.from);
  }
  p.next = to;
  const bool is_exit = net_.is_exit(to);
  const auto& move = way(p, to);
  if (!gate_open(p, move, now) && !(is_exit && net_.is_death[to]))
    return wait_at_gate(slot, to, now);
  if (is_exit) return depart(slot, to, now);
  p.ends = now;
  seek(slot, to, move, now);
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::wait_at_gate(PatientSlot slot, Place to, sim::Time now) {
  auto& p = patients_[slot];
  const auto& move = way(p, to);
  const auto opens = move.open.next_time_when(true, now);
  p.phase = Phase::AtGate;
  note(p, now, Note::GateClosed, to, move.pointer);
  wait_until(slot, opens.value_or(sim::Time::max()));
}

/// The patient asks again when it is time.
template <class Extension, class Observer>
void Simulation<Extension, Observer>::wait_until(PatientSlot slot, sim::Time opens) {
  auto& p = patients_[slot];
  p.phase = Phase::AtGate;
  move_on(p);
  if (p.returns) p.next = to_residence;
  if (opens < sim::Time::max()) schedule(opens, order::release, slot, Kind::GateOpens);
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::seek(PatientSlot slot, Place to, const CompiledMove& move,
                                           sim::Time now) {
  if (move.transfer && !move.hold_place) {
    leave_place(slot, to, now);
    return set_out(slot, to, move, Phase::Travels, now);
  }
  take_or_wait(slot, to, move, now);
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::take_or_wait(PatientSlot slot, Place to,
                                                   const CompiledMove& move, sim::Time now) {
  const auto& p = patients_[slot];
  // A place that is held, or one's own: who stays on where he is needs no other one.
  const bool is_own =
      p.at == to && net_.setting[to].when_full != scenarios::WhenFull::Policy::WaitOutside;
  const bool held = is_own || (p.holds_residence && to == p.residence);
  if (held || (settings_[to].queue.empty() && room(to))) {
    take(slot, to, move, now);
  } else {
    find_full(slot, to, now);
  }
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::find_full(PatientSlot slot, Place to, sim::Time now) {
  using Policy = scenarios::WhenFull::Policy;
  auto& p = patients_[slot];
  note(p, now, Note::PlaceFull, to, {});
  switch (net_.setting[to].when_full) {
    case Policy::Wait:
    case Policy::Overflow:
      return enqueue(slot, to, now);
    case Policy::WaitOutside:
      leave_place(slot, to, now);
      return enqueue(slot, to, now);
    case Policy::Lost:
      ++settings_[to].counters.lost;
      note(p, now, Note::Lost, to, {});
      return depart(slot, net_.lost, now);
    case Policy::Divert:
      return divert(slot, to, now);
  }
}

/// Goes to the first setting with room along the chain of diversions, or to where the chain ends.
/// Where it closes to a circle, all of them full, the patient waits for the one first asked for.
template <class Extension, class Observer>
void Simulation<Extension, Observer>::divert(PatientSlot slot, Place to, sim::Time now) {
  auto& p = patients_[slot];
  const auto is_full = [&](Place s) { return !settings_[s].queue.empty() || !room(s); };
  const auto diverts = [&](Place s) {
    return net_.setting[s].when_full == scenarios::WhenFull::Policy::Divert;
  };
  Place other = to;
  for (std::size_t hops = 0; hops < net_.settings && diverts(other) && is_full(other); ++hops) {
    other = net_.setting[other].divert_to;
  }
  if (diverts(other) && is_full(other)) return enqueue(slot, to, now);
  for (Place passed = to; passed != other; passed = net_.setting[passed].divert_to) {
    ++settings_[passed].counters.diverted;
    note(p, now, Note::Diverted, net_.setting[passed].divert_to, {});
  }
  if (p.travelled) ++p.occasion;  // the way on is another way
  p.travelled = false;
  ask(slot, other, now);
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::enqueue(PatientSlot slot, Place to, sim::Time now) {
  auto& p = patients_[slot];
  p.phase = Phase::Queued;
  p.next = to;
  move_on(p);
  auto& state = settings_[to];
  state.queue.push(patients_, slot, rank_of(p, to));
  state.counters.queue_time.up(now);
  note(p, now, Note::Waits, to, {});
  // Of several reasons to give up the one with the shortest patience counts.
  auto shortest = sim::forever;
  std::uint8_t rule = 0;
  const auto& leave = net_.setting[to].leave;
  for (std::size_t r = 0; r < leave.size(); ++r) {
    if (!leave[r].when[p.profile]) continue;
    auto draws = stream(p, Purpose::Patience, draw_number(p.occasion, r, scenarios::most_parts));
    const auto patience = net_.laws[leave[r].law].sample(draws);
    if (patience >= shortest) continue;
    shortest = patience;
    rule = static_cast<std::uint8_t>(r);
  }
  if (shortest < sim::forever) {
    schedule(now + shortest, order::arrival, slot, Kind::LeavesQueue, rule);
  }
  // There may be room: his own place, just given up, or one that others cannot come to now.
  if (room(to)) request_offer(to);
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::take(PatientSlot slot, Place to, const CompiledMove& move,
                                           sim::Time now) {
  auto& p = patients_[slot];
  auto& counters = settings_[to].counters;
  const auto waited = (now - p.ends).count();
  ++counters.served;
  counters.waited += static_cast<std::uint32_t>(waited > 0);
  counters.wait_ms += waited;
  counters.longest_wait_ms = std::max(counters.longest_wait_ms, waited);
  note(p, now, Note::GotPlace, to, {}, sim::Duration{waited});
  if (p.holds_residence && to == p.residence) {
    p.holds_residence = false;  // the place that was held is the place now used
  } else {
    seize(to, now);
  }
  leave_place(slot, to, now);
  if (move.transfer && !p.travelled) return set_out(slot, to, move, Phase::OnTheWay, now);
  enter(slot, to, now);
}

/// The patient has left and travels; `phase` tells whether a place is held.
template <class Extension, class Observer>
void Simulation<Extension, Observer>::set_out(PatientSlot slot, Place to, const CompiledMove& move,
                                              Phase phase, sim::Time now) {
  auto& p = patients_[slot];
  auto draws = stream(p, Purpose::Transfer, p.occasion);
  const auto length = net_.laws[*move.transfer].sample(draws);
  p.phase = phase;
  p.next = to;
  move_on(p);
  note(p, now, Note::SetOut, to, move.pointer, length);
  schedule(now + length, order::release, slot, Kind::Arrives);
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::arrives(PatientSlot slot, sim::Time now) {
  auto& p = patients_[slot];
  if (p.phase == Phase::OnTheWay) return enter(slot, p.next, now);
  p.travelled = true;
  p.ends = now;
  take_or_wait(slot, p.next, way(p, p.next), now);
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::enter(PatientSlot slot, Place place, sim::Time now) {
  auto& p = patients_[slot];
  if (p.from == nowhere) ++moves_[net_.way(nowhere, place)];
  p.at = place;
  p.since = now;
  p.phase = Phase::InCare;
  p.travelled = false;
  move_on(p);
  ++p.occasion;
  if (!net_.setting[place].on_enter.empty()) apply_entry_rules(slot, place, now);
  auto& cell = cell_of(place, p.profile);
  cell.come(now);
  ++cell.entries;
  note(p, now, Note::Entered, place, {});
  if (p.returns && p.residence_next != nowhere) {
    p.ends = std::max(p.residence_ends, now);
    p.next = p.residence_next;
    note(p, now, Note::StayResumed, place, {}, p.ends - now);
  } else {
    if (net_.setting[place].residence) become_resident(slot, place, now);
    draw_stay(slot, now);
  }
  schedule_stay(slot, now);
  extension_.entered(*this, slot, now);
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::apply_entry_rules(PatientSlot slot, Place place,
                                                        sim::Time now) {
  auto& p = patients_[slot];
  const auto& rules = net_.setting[place].on_enter;
  for (std::size_t r = 0; r < rules.size(); ++r) {
    const auto after = after_entry_rule(p, place, r);
    if (!after) continue;
    const auto changed = *after;
    if (p.residence != nowhere && changed != p.profile) {
      residents_[net_.at(p.residence, p.profile)].go(now);
      residents_[net_.at(p.residence, changed)].come(now);
    }
    p.profile = changed;
    note(p, now, Note::ProfileChanged, place, net_.assignments[rules[r].assignment].pointer);
  }
}

/// The profile after a row of on_enter; nothing when the row does not concern the patient.
template <class Extension, class Observer>
std::optional<Profile> Simulation<Extension, Observer>::after_entry_rule(const Patient& p,
                                                                         Place place,
                                                                         std::size_t row) const {
  const auto& rule = net_.setting[place].on_enter[row];
  const bool from_fits =
      rule.from.empty() || std::ranges::find(rule.from, p.from) != rule.from.end();
  if (!from_fits || !rule.when[p.profile]) return std::nullopt;
  auto draws = stream(p, Purpose::Entry, draw_number(p.occasion, row, scenarios::most_parts));
  return net_.assignments[rule.assignment].apply(p.profile, net_.vocabulary, draws);
}

template <class Extension, class Observer>
Profile Simulation<Extension, Observer>::profile_on_entry(const Patient& p, Place place) const {
  auto then = p;
  if (p.at != nowhere) then.from = p.at;
  ++then.occasion;
  for (std::size_t r = 0; r < net_.setting[place].on_enter.size(); ++r) {
    then.profile = after_entry_rule(then, place, r).value_or(then.profile);
  }
  return then.profile;
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::become_resident(PatientSlot slot, Place place,
                                                      sim::Time now) {
  auto& p = patients_[slot];
  if (p.residence == place) return;
  auto& cell = residents_[net_.at(place, p.profile)];
  cell.come(now);
  ++cell.moved_in;
  if (p.residence != nowhere) {
    residents_[net_.at(p.residence, p.profile)].go(now);
    if (p.holds_residence) release(p.residence, now);
    p.holds_residence = false;
  }
  p.residence = place;
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::draw_stay(PatientSlot slot, sim::Time now) {
  auto& p = patients_[slot];
  auto draws = stream(p, Purpose::Step, p.occasion);
  const auto& route = net_.route(p.at, p.profile);
  p.next = route.to.pick(draws.half());
  if (p.next == stays_on) {
    p.ends = now + sim::forever;
    return;
  }
  const auto& law = net_.stay(p.at, p.profile, p.next);
  const auto length = law.sample(draws);
  p.ends = now + length;
  note(p, now, Note::StayDrawn, p.next, law.pointer, length);
}

/// The stay ends, unless a competing risk strikes before.
template <class Extension, class Observer>
void Simulation<Extension, Observer>::schedule_stay(PatientSlot slot, sim::Time now) {
  const auto& p = patients_[slot];
  if (net_.setting[p.at].has_risks) {
    const auto& risk = net_.risk(p.at, p.profile);
    if (risk.per_ms > 0) {
      auto draws = stream(p, Purpose::Risk, p.occasion);
      const double wait = sim::law::draw_exponential(draws) / risk.per_ms;
      if (wait < static_cast<double>((p.ends - now).count())) {
        return schedule(now + sim::Duration{static_cast<sim::Duration::rep>(wait)}, order::release,
                        slot, Kind::RiskStrikes);
      }
    }
  }
  if (p.next != stays_on) schedule(p.ends, order::release, slot, Kind::StayEnds);
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::risk_strikes(PatientSlot slot, sim::Time now) {
  auto& p = patients_[slot];
  auto draws = stream(p, Purpose::RiskCause, p.occasion);
  const auto& cause = net_.risk(p.at, p.profile).causes.pick(draws.half());
  note(p, now, Note::RiskStruck, cause.to, cause.pointer);
  ++p.occasion;
  if (cause.to != nowhere) return break_off(slot, cause.to, now);
  change_profile(slot, net_.assignments[cause.assignment].apply(p.profile, net_.vocabulary, draws),
                 now);
  note(p, now, Note::ProfileChanged, p.at, cause.pointer);
  move_on(p);
  schedule_stay(slot, now);
  extension_.profile_changed(*this, slot, now);
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::change_profile(PatientSlot slot, Profile profile,
                                                     sim::Time now) {
  auto& p = patients_[slot];
  cell_of(p.at, p.profile).go(now);
  cell_of(p.at, profile).come(now);
  if (p.residence != nowhere) {
    residents_[net_.at(p.residence, p.profile)].go(now);
    residents_[net_.at(p.residence, profile)].come(now);
  }
  p.profile = profile;
}

/// Leaves care before the stay has ended; one who lives here will come back to the rest of it.
template <class Extension, class Observer>
void Simulation<Extension, Observer>::break_off(PatientSlot slot, Place to, sim::Time now) {
  auto& p = patients_[slot];
  if (p.at == p.residence) {
    p.residence_ends = p.ends;
    p.residence_next = p.next;
  }
  set_ready(slot, now);
  ask(slot, to, now);
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::harmed(PatientSlot slot, Place to, sim::Time now) {
  auto& p = patients_[slot];
  if (p.phase != Phase::InCare) return;
  note(p, now, Note::Harmed, to, {});
  ++p.occasion;
  break_off(slot, to, now);
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::set_ready(PatientSlot slot, sim::Time now) {
  auto& p = patients_[slot];
  p.phase = Phase::Preparing;
  move_on(p);
  cell_of(p.at, p.profile).become_ready(now);
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::stay_ends(PatientSlot slot, sim::Time now) {
  auto& p = patients_[slot];
  if (p.at == p.residence) p.residence_next = nowhere;
  note(p, now, Note::StayEnded, p.next, net_.route(p.at, p.profile).pointer);
  set_ready(slot, now);
  const auto length = extension_.preparation(*this, slot, now);
  if (length > sim::Duration{0}) {
    note(p, now, Note::PreparationDrawn, p.next, {}, length);
    return schedule(now + length, order::release, slot, Kind::Prepared);
  }
  ask(slot, p.next, now);
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::leaves_queue(PatientSlot slot, std::uint8_t rule,
                                                   sim::Time now) {
  auto& p = patients_[slot];
  const auto place = p.next;
  const auto& leave = net_.setting[place].leave[rule];
  leave_queue(slot, place, now);
  ++settings_[place].counters.left_queue;
  p.phase = Phase::Preparing;
  p.travelled = false;
  move_on(p);
  ++p.occasion;
  note(p, now, Note::LeftQueue, leave.to, leave.pointer);
  ask(slot, leave.to, now);
}

/// Gives up the present place, unless a resident who will come back keeps it.
template <class Extension, class Observer>
void Simulation<Extension, Observer>::give_up_place(PatientSlot slot, Place destination,
                                                    sim::Time now) {
  auto& p = patients_[slot];
  const auto place = p.at;
  auto& cell = cell_of(place, p.profile);
  cell.go(now);
  if (p.phase != Phase::InCare) cell.go_ready(now);
  ++(net_.is_death[destination] ? cell.deaths : cell.leaves);
  ++moves_[net_.way(place, destination)];
  ++settings_[place].counters.stays;
  settings_[place].counters.stay_ms += (now - p.since).count();
  const bool comes_back = place == p.residence && p.residence_next != nowhere;
  if (comes_back && net_.setting[place].keep_place && !net_.is_exit(destination)) {
    p.holds_residence = true;
  } else {
    release(place, now);
  }
  extension_.left(*this, slot, destination, now);
  p.from = place;
  p.at = nowhere;
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::depart(PatientSlot slot, Place exit, sim::Time now) {
  auto& p = patients_[slot];
  if (p.at == nowhere && p.from == nowhere) ++moves_[net_.way(nowhere, exit)];
  leave_place(slot, exit, now);
  if (p.residence != nowhere) {
    residents_[net_.at(p.residence, p.profile)].go(now);
    if (p.holds_residence) release(p.residence, now);
  }
  ++cell_of(exit, p.profile).entries;
  note(p, now, Note::Departed, exit, {});
  ++departures_;
  --present_;
  p.phase = Phase::Free;
  move_on(p);
  free_slots_.push_back(slot);
}

/// The move to `to`, from where the patient is or was last.
template <class Extension, class Observer>
const CompiledMove& Simulation<Extension, Observer>::way(const Patient& p, Place to) const {
  return net_.move(p.at != nowhere ? p.at : p.from, to);
}

/// Whether the patient may set out now; one who has travelled already may.
template <class Extension, class Observer>
bool Simulation<Extension, Observer>::gate_open(const Patient& p, const CompiledMove& move,
                                                sim::Time now) const {
  return move.always_open || p.travelled || move.open.at(now);
}

template <class Extension, class Observer>
bool Simulation<Extension, Observer>::room(Place s) const {
  const auto& places = settings_[s].places;
  return places.occupied < places.capacity + net_.setting[s].overflow_places;
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::seize(Place s, sim::Time now) {
  auto& state = settings_[s];
  state.counters.seize(state.places, now);
  ++state.places.occupied;
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::release(Place s, sim::Time now) {
  auto& state = settings_[s];
  state.counters.release(state.places, now);
  --state.places.occupied;
  request_offer(s);
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::leave_queue(PatientSlot slot, Place s, sim::Time now) {
  auto& state = settings_[s];
  state.queue.remove(patients_, slot, rank_of(patients_[slot], s));
  state.counters.queue_time.down(now);
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::request_offer(Place s) {
  auto& state = settings_[s];
  if (state.queue.empty() || state.offering) return;
  state.offering = true;
  offers_.push_back(s);
}

/// Places freed in a routine are offered when it is over: at once where nothing else is to happen
/// at this time, which spares the event list, or by an event in the order contract.
template <class Extension, class Observer>
void Simulation<Extension, Observer>::settle_offers(sim::Time now) {
  std::size_t settled = 0;
  while (settled < offers_.size()) {  // those who get a place may free others
    const auto place = offers_[settled++];
    if (events_.has_at(now)) {
      schedule_at(now, place, Kind::PlaceFreed);
    } else {
      ++handled_;
      offer_places(place, now);
    }
  }
  offers_.clear();
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::offer_places(Place s, sim::Time now) {
  auto& state = settings_[s];
  state.offering = false;
  while (!state.queue.empty() && room(s)) {
    const auto slot = state.queue.first_that(
        patients_, [&](const Patient& p) { return gate_open(p, way(p, s), now); });
    if (slot == no_patient) return offer_when_gate_opens(s, now);
    leave_queue(slot, s, now);
    take(slot, s, way(patients_[slot], s), now);
  }
}

/// All who wait are behind closed gates: the places are offered again when the first one opens.
template <class Extension, class Observer>
void Simulation<Extension, Observer>::offer_when_gate_opens(Place s, sim::Time now) {
  auto first = sim::Time::max();
  (void)settings_[s].queue.first_that(patients_, [&](const Patient& p) {
    const auto opens = way(p, s).open.next_time_when(true, now);
    first = std::min(first, opens.value_or(first));
    return false;
  });
  if (first < net_.end) schedule_at(first, s, Kind::PlaceFreed);
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::change_capacity(Place s, sim::Time now) {
  auto& state = settings_[s];
  state.counters.touch(state.places, state.queue.size(), now);
  const auto& capacity = net_.setting[s].capacity;
  state.places.capacity = whole_places(capacity.at(now));
  state.counters.offer(state.places);
  if (const auto change = capacity.next_change(now)) {
    schedule_at(*change, s, Kind::CapacityChanges);
  }
  request_offer(s);
  if (net_.setting[s].evict) evict(s, now);
}

/// Those closest to the end of their stay go first; they take their usual way out.
template <class Extension, class Observer>
void Simulation<Extension, Observer>::evict(Place s, sim::Time now) {
  auto& state = settings_[s];
  const auto places = state.places.capacity + net_.setting[s].overflow_places;
  if (state.places.occupied <= places) return;
  candidates_.clear();
  for (const auto slot : patients_.ids()) {
    const auto& p = patients_[slot];
    if (p.at == s && p.phase == Phase::InCare && p.next != stays_on)
      candidates_.emplace_back(p.ends, slot);
  }
  std::ranges::sort(candidates_);
  const auto surplus = static_cast<std::size_t>(state.places.occupied - places);
  candidates_.resize(std::min(surplus, candidates_.size()));
  for (const auto& [ends, slot] : candidates_) {
    auto& p = patients_[slot];
    p.ends = now;
    move_on(p);
    ++state.counters.evicted;
    note(p, now, Note::Evicted, s, {});
    schedule(now, order::release, slot, Kind::StayEnds);
  }
}

template <class Extension, class Observer>
std::size_t Simulation<Extension, Observer>::rank_of(const Patient& p, Place s) const {
  const auto& rank = net_.setting[s].rank;
  return rank.empty() ? 0 : rank[p.profile];
}

}  // namespace flow
