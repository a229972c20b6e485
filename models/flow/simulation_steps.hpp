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
  if (net_.stays_in_place(p.at, to)) return next_stage(slot, now);
  const bool is_exit = net_.is_exit(to);
  const auto& move = way(p, to);
  if (move.asks != CompiledMove::Asks::Always) {
    if (move.asks == CompiledMove::Asks::OfShortest && !p.returns)
      return join_shortest(slot, to, now);
    if (!gate_open(p, move, now) && !(is_exit && net_.is_death[to]))
      return wait_at_gate(slot, to, now);
  }
  if (is_exit) return depart(slot, to, now);
  p.ends = now;
  seek(slot, to, move, now);
}

/// Goes where the fewest persons wait and are in place for each place, of those that the move to `to`
/// names but the one where the patient is; the way there is that of the one chosen.
template <class Extension, class Observer>
void Simulation<Extension, Observer>::join_shortest(PatientSlot slot, Place to, sim::Time now) {
  auto& p = patients_[slot];
  Place chosen = nowhere;
  for (const auto s : net_.shortest_of(p.at != nowhere ? p.at : p.from, to)) {
    if (s != p.at && (chosen == nowhere || is_shorter(s, chosen))) chosen = s;
  }
  SIM_CHECK(chosen != nowhere);
  note(p, now, Note::JoinsShortest, chosen, way(p, to).pointer);
  p.next = chosen;
  const auto& move = way(p, chosen);
  if (!gate_open(p, move, now)) return wait_at_gate(slot, chosen, now);
  p.ends = now;
  seek(slot, chosen, move, now);
}

/// Whether one setting has fewer persons queued and places taken than another, each relative to the
/// places that it offers now. One that offers none comes after all that do.
template <class Extension, class Observer>
bool Simulation<Extension, Observer>::is_shorter(Place one, Place other) const {
  const auto persons = [&](Place s) {
    return std::int64_t{settings_[s].queue.size()} + settings_[s].places.occupied;
  };
  const std::int64_t here = settings_[one].places.capacity;
  const std::int64_t there = settings_[other].places.capacity;
  if (here == 0 && there == 0) return persons(one) < persons(other);
  return persons(one) * there < persons(other) * here || (there == 0 && here > 0);
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
  if (move.transfer && !move.hold_place) return set_out(slot, to, move, Phase::Travels, now);
  take_or_wait(slot, to, move, now);
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::take_or_wait(PatientSlot slot, Place to,
                                                   const CompiledMove& move, sim::Time now) {
  const auto& p = patients_[slot];
  const bool held = p.holds_residence && to == p.residence;
  if (held || (settings_[to].queue.empty() && room(to))) {
    take(slot, to, move, now);
  } else {
    find_full(slot, to, now);
  }
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
  if (move.transfer && !p.travelled) return set_out(slot, to, move, Phase::OnTheWay, now);
  leave_place(slot, to, now);
  enter(slot, to, now);
}

/// The patient leaves and travels; `phase` tells whether a place is held. A gate that is passed with a
/// place may be closed.
template <class Extension, class Observer>
void Simulation<Extension, Observer>::set_out(PatientSlot slot, Place to, const CompiledMove& move,
                                              Phase phase, sim::Time now) {
  auto& p = patients_[slot];
  if (move.claim_first && !move.open.at(now)) return wait_with_place(slot, to, move, now);
  leave_place(slot, to, now);
  auto draws = stream(p, Purpose::Transfer, p.occasion);
  const auto length = net_.laws[*move.transfer].sample(draws);
  p.phase = phase;
  p.next = to;
  move_on(p);
  note(p, now, Note::SetOut, to, move.pointer, length);
  schedule(now + length, order::release, slot, Kind::Arrives);
}

/// Has a place at the destination and keeps the present one until the gate opens.
template <class Extension, class Observer>
void Simulation<Extension, Observer>::wait_with_place(PatientSlot slot, Place to,
                                                      const CompiledMove& move, sim::Time now) {
  auto& p = patients_[slot];
  p.phase = Phase::HasPlace;
  p.next = to;
  move_on(p);
  note(p, now, Note::HoldsPlace, to, move.pointer);
  if (const auto opens = move.open.next_time_when(true, now)) {
    schedule(*opens, order::release, slot, Kind::SetsOut);
  }
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
  auto draws = stream(p, Purpose::Entry, p.occasion, row);
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
    if (p.holds_residence) vacate(slot, p.residence, now);
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
  if (net_.knows_stays && take_known_stay(slot, now)) return;
  const auto length = law.sample(draws);
  p.ends = now + length;
  note(p, now, Note::StayDrawn, p.next, law.pointer, length);
}

/// The stay of one who comes back to the rest of it, or who has one by a list.
template <class Extension, class Observer>
bool Simulation<Extension, Observer>::take_known_stay(PatientSlot slot, sim::Time now) {
  auto& p = patients_[slot];
  const auto* const rest = rests_.find(slot, p);
  if (rest != nullptr && rest->at == p.at && rest->occasion + 1 == p.occasion) {
    p.next = rest->next;
    p.ends = now + rest->left;
    note(p, now, Note::StayResumed, p.at, {}, rest->left);
    return true;
  }
  const auto* const listed = listed_stay(p);
  if (listed == nullptr) return false;
  p.ends = now + *listed;
  note(p, now, Note::StayDrawn, p.next, net_.stay(p.at, p.profile, p.next).pointer, *listed);
  return true;
}

/// The stay that the row of a list gives the one who has just arrived from it where it says; the
/// serial is the row.
template <class Extension, class Observer>
const sim::Duration* Simulation<Extension, Observer>::listed_stay(const Patient& p) const {
  if (p.from != nowhere) return nullptr;
  for (const auto& source : net_.sources) {
    const bool is_his = source.family == p.family && source.to == p.at;
    if (is_his && p.serial < source.stays.size()) return &source.stays[p.serial];
  }
  return nullptr;
}

/// The stay ends, unless a competing risk strikes before.
template <class Extension, class Observer>
void Simulation<Extension, Observer>::schedule_stay(PatientSlot slot, sim::Time now) {
  const auto& p = patients_[slot];
  if (net_.setting[p.at].has_risks) {
    draw_strike(slot, now);
    if (strikes_[slot] < p.ends) return await_strike(slot);
  }
  if (p.next != stays_on) schedule(p.ends, order::release, slot, Kind::StayEnds);
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::set_ready(PatientSlot slot, sim::Time now) {
  auto& p = patients_[slot];
  if (p.phase == Phase::InCare) {
    cell_of(p.at, p.profile).become_ready(now);
    extension_.ready_begins(*this, slot, now);
  }
  p.phase = Phase::Preparing;
  move_on(p);
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::stay_ends(PatientSlot slot, sim::Time now) {
  auto& p = patients_[slot];
  if (p.at == p.residence) p.residence_next = nowhere;
  note(p, now, Note::StayEnded, p.next, net_.route(p.at, p.profile).pointer);
  const auto to = p.next == to_residence ? p.residence : p.next;
  if (net_.stays_in_place(p.at, to)) return next_stage(slot, now);
  set_ready(slot, now);
  await_strike(slot);
  const auto length = extension_.preparation(*this, slot, now);
  if (length > sim::Duration{0}) {
    note(p, now, Note::PreparationDrawn, p.next, {}, length);
    return schedule(now + length, order::release, slot, Kind::Prepared);
  }
  ask(slot, p.next, now);
}

/// Whether a resident who goes to `destination` keeps the place at home: until he lives elsewhere.
template <class Extension, class Observer>
bool Simulation<Extension, Observer>::keeps_home(const Patient& p, Place destination) const {
  if (!net_.setting[p.residence].keep_place || net_.is_exit(destination)) return false;
  return p.residence_next != nowhere || !net_.setting[destination].residence;
}

/// Gives up the present place, unless a resident who will come back keeps it.
template <class Extension, class Observer>
void Simulation<Extension, Observer>::give_up_place(PatientSlot slot, Place destination,
                                                    sim::Time now) {
  auto& p = patients_[slot];
  const auto place = p.at;
  auto& cell = cell_of(place, p.profile);
  cell.go(now);
  if (p.phase != Phase::InCare) {
    cell.go_ready(now);
    extension_.ready_ends(*this, slot, now);
  }
  ++(net_.is_death[destination] ? cell.deaths : cell.leaves);
  ++moves_[net_.way(place, destination)];
  ++settings_[place].counters.stays;
  settings_[place].counters.stay_ms += (now - p.since).count();
  if (net_.setting[place].has_risks) strikes_[slot] = sim::Time::max();
  if (place == p.residence && keeps_home(p, destination)) {
    p.holds_residence = true;
  } else {
    vacate(slot, place, now);
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
    if (p.holds_residence) vacate(slot, p.residence, now);
  }
  ++cell_of(exit, p.profile).entries;
  extension_.departed(*this, slot, exit, now);
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
  return move.asks == CompiledMove::Asks::Always || p.travelled || move.open.at(now);
}

template <class Extension, class Observer>
bool Simulation<Extension, Observer>::room(Place s) const {
  return settings_[s].places.occupied < settings_[s].limit;
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::seize(Place s, sim::Time now) {
  auto& state = settings_[s];
  state.counters.seize(state.places, now);
  ++state.places.occupied;
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::clear(PatientSlot slot, Place s, sim::Time now) {
  const auto& p = patients_[slot];
  const auto taken_as = forget_taking(slot, s);
  const auto& turnover = net_.setting[s].turnover;
  if (!turnover) return release_with_others(s, taken_as, now);
  // One who dies away from home leaves two places at once.
  auto draws = stream(p, Purpose::Turnover, p.occasion, p.at == s ? 0 : 1);
  ++settings_[s].turning;
  events_.schedule(
      now + net_.laws[*turnover].sample(draws), order::release,
      {static_cast<std::uint32_t>(taken_as), Kind::TurnoverEnds, static_cast<std::uint8_t>(s)});
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::release(Place s, sim::Time now) {
  auto& state = settings_[s];
  state.counters.release(state.places, now);
  --state.places.occupied;
  request_offer(s);
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::turnover_ends(Place s, Profile taken_as, sim::Time now) {
  --settings_[s].turning;
  release_with_others(s, taken_as, now);
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
      ++settled_;
      offer_places(place, now);
    }
  }
  offers_.clear();
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::offer_places(Place s, sim::Time now) {
  auto& state = settings_[s];
  state.offering = false;
  if (!net_.setting[s].linked.empty()) return offer_shared(s, now);
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
  offer_capacity(s, now);
  state.counters.offer(state.places);
  if (net_.setting[s].background) take_background(s, now);
  if (const auto change = next_capacity(s, now)) {
    schedule_at(*change, s, Kind::CapacityChanges);
  }
  request_offer(s);
  offer_all(s);
  if (net_.setting[s].evict) evict(s, now);
}

/// When the places that patients may have change next: by the calendar, or with the day's visits of
/// those who are not followed.
template <class Extension, class Observer>
std::optional<sim::Time> Simulation<Extension, Observer>::next_capacity(Place s,
                                                                        sim::Time now) const {
  const auto& setting = net_.setting[s];
  const auto change = setting.capacity.next_change(now);
  if (!setting.background) return change;
  const auto midnight = net_.start + ((now - net_.start) / sim::day + 1) * sim::day;
  return std::min(change.value_or(midnight), midnight);
}

/// What those who are not followed take comes first, but drives nobody out.
template <class Extension, class Observer>
void Simulation<Extension, Observer>::take_background(Place s, sim::Time now) {
  auto& state = settings_[s];
  for (; state.background > 0; --state.background) {
    state.counters.release(state.places, now);
    --state.places.occupied;
  }
  const auto left = std::max(0, state.places.capacity - state.places.occupied);
  const auto wanted = left > 0 ? std::min(left, draw_background(s, now)) : 0;
  for (; state.background < wanted; ++state.background) seize(s, now);
}

/// Places that the day's visits take for as long as it is open; a part of one is a whole one on that
/// share of the days.
template <class Extension, class Observer>
std::int32_t Simulation<Extension, Observer>::draw_background(Place s, sim::Time now) const {
  const auto& background = *net_.setting[s].background;
  const auto day = static_cast<std::uint32_t>((now - net_.start) / sim::day);
  sim::Stream draws{
      seed_,
      {replication_, background.family, day, static_cast<std::uint8_t>(Purpose::Background), 0}};
  const double visits = net_.laws[background.visits].distribution.sample(draws);
  const double places = std::max(0.0, visits) * background.places_per_visit[day];
  const double whole = std::floor(std::min(places, double{unlimited_places}));
  return static_cast<std::int32_t>(whole) + (draws.happens(places - whole) ? 1 : 0);
}

/// Those closest to the end of their stay go first; they take their usual way out.
template <class Extension, class Observer>
void Simulation<Extension, Observer>::evict(Place s, sim::Time now) {
  auto& state = settings_[s];
  // Places that nobody is in go first.
  const auto places = state.places.capacity + net_.setting[s].overflow_places + state.turning;
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
  const bool they_come_back = net_.setting[s].interrupt;
  for (const auto& [ends, slot] : candidates_) {
    auto& p = patients_[slot];
    move_on(p);
    ++state.counters.evicted;
    if (they_come_back) {
      note(p, now, Note::Interrupted, s, {}, ends - now);
      schedule(now, order::release, slot, Kind::Interrupted);
      continue;
    }
    p.ends = now;
    note(p, now, Note::Evicted, s, {});
    schedule(now, order::release, slot, Kind::StayEnds);
  }
}

/// Leaves the place and waits outside for another one, and the rest of the stay.
template <class Extension, class Observer>
void Simulation<Extension, Observer>::interrupt(PatientSlot slot, sim::Time now) {
  auto& p = patients_[slot];
  const auto s = p.at;
  rests_.of(slot, p) = {p.occasion, s, p.next, p.ends - now};
  give_up_place(slot, s, now);
  p.returns = false;
  p.travelled = true;  // is there already: no gate and no way
  p.ends = now;
  enqueue(slot, s, now);
}

}  // namespace flow
