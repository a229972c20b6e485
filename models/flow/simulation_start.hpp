// SPDX-License-Identifier: Apache-2.0
#pragma once

// Initialization, arrivals and the ends of phases: definitions for models/flow/simulation.hpp.

#include "models/flow/simulation.hpp"

namespace flow {

template <class Extension, class Observer>
void Simulation<Extension, Observer>::initialize(std::uint64_t seed, std::uint32_t number,
                                                 const std::vector<sim::Time>& snapshots) {
  reset_state(seed, number);
  extension_.begin(*this);
  place_census();
  for (const auto s : net_.sources.ids()) {
    if (net_.sources[s].per_ms > 0) sources_[s].next = next_drawn(net_.sources[s], sources_[s]);
    schedule_source(s);
  }
  for (std::uint32_t i = 0; i < snapshots.size(); ++i) {
    if (snapshots[i] < net_.end) {
      events_.schedule(snapshots[i], order::clock, {i, Kind::Snapshot, 0});
    }
  }
  if (net_.measured_from > net_.start) {
    events_.schedule(net_.measured_from, order::clock, {0, Kind::WarmUpEnds, 0});
  } else {
    end_warm_up(net_.start);
  }
  settle_offers(net_.start);
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::reset_state(std::uint64_t seed, std::uint32_t number) {
  seed_ = seed;
  replication_ = number;
  events_.clear(net_.start);
  patients_.clear();
  strikes_.clear();
  rests_.clear();
  takings_.clear();
  free_slots_.clear();
  offers_.clear();
  std::ranges::fill(cells_, Cell{});
  std::ranges::fill(residents_, ResidentCell{});
  std::ranges::fill(moves_, 0);
  sources_.clear();
  for (const auto& source : net_.sources) {
    sources_.add(
        {.gaps = {seed, {number, source.family, 0, static_cast<std::uint8_t>(Purpose::Gap), 0}}});
  }
  arrivals_ = departures_ = present_ = present_at_start_ = 0;
  handled_before_ = settled_ = 0;
  look_at_ = 1;
  budget_at_ = 1;
  follows_ = extension_.follows_time();
  followed_ = net_.start;
  looked_ = net_.start;
  most_present_ = static_cast<std::int64_t>(
      std::min(watch_.budget.present, scenarios::most_at_a_time(sim::days(net_.end - net_.start))));
  for (const auto s : settings_.ids()) {
    auto& state = settings_[s];
    offer_capacity(s, net_.start);
    state.places.normal = whole_places(net_.setting[s].normal_capacity);
    state.places.occupied = 0;
    state.offering = false;
    state.turning = 0;
    state.background = 0;
    state.queue.clear();
    state.counters.reset(state.places, 0, net_.start);
    if (net_.setting[s].background) take_background(s, net_.start);
    if (const auto change = next_capacity(s, net_.start)) {
      schedule_at(*change, s, Kind::CapacityChanges);
    }
  }
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::place_census() {
  for (const auto& row : net_.census) {
    const auto first =
        static_cast<std::uint32_t>(row.line);  // of a line list the line is who one is
    const auto count = row.random ? census_number(row, row.mean_count, 0) : row.count;
    const auto waiting = row.random ? census_number(row, row.mean_waiting, 1) : row.waiting;
    for (std::uint32_t k = 0; k < count; ++k) place_present(row, row.family, first + k);
    for (std::uint32_t k = 0; k < waiting; ++k) place_waiting(row, row.family, count + k);
  }
}

/// A Poisson number: how many come at rate 1 in the time `mean`. Each of them is placed afterwards,
/// which takes longer.
template <class Extension, class Observer>
std::uint32_t Simulation<Extension, Observer>::census_number(const CompiledCensus& row, double mean,
                                                             std::size_t part) const {
  sim::Stream draws{seed_,
                    {replication_, row.family, 0, static_cast<std::uint8_t>(Purpose::Census), 3,
                     static_cast<std::uint32_t>(part)}};
  std::uint32_t number = 0;
  for (double time = sim::law::draw_exponential(draws); time < mean; ++number) {
    time += sim::law::draw_exponential(draws);
  }
  return number;
}

/// A patient found in a setting at a moment of no special kind: the stay is length-biased and what
/// remains of it is residual (Cox, Renewal Theory, 1962). A fresh stay here would be wrong. Where it is
/// known how long the patient has been there, what remains is that of a stay longer than this.
template <class Extension, class Observer>
void Simulation<Extension, Observer>::place_present(const CompiledCensus& row, std::uint32_t family,
                                                    std::uint32_t serial) {
  const auto slot = new_patient(family, serial, row.profile, row.assignment);
  auto& p = patients_[slot];
  settle_residence(slot, row.residence == nowhere && net_.setting[row.setting].residence
                             ? row.setting
                             : row.residence);
  auto draws = stream(p, Purpose::Census, row.spent ? 2 : 0);
  const auto met =
      row.spent ? resume_stay(p, row.setting, *row.spent, draws) : meet_stay(p, row.setting, draws);
  p.next = met.next;
  p.ends = net_.start + met.left;
  p.at = row.setting;
  p.since = net_.start;
  p.phase = Phase::InCare;
  if (p.residence == p.at) {
    p.residence_ends = p.ends;
    p.residence_next = nowhere;
    p.holds_residence = false;
  }
  if (p.residence != p.at || !net_.setting[p.at].keep_place) seize_all(slot, p.at, net_.start);
  cell_of(p.at, p.profile).come(net_.start);
  schedule_stay(slot, net_.start);
  extension_.entered(*this, slot, net_.start);
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::place_waiting(const CompiledCensus& row, std::uint32_t family,
                                                    std::uint32_t serial) {
  const auto slot = new_patient(family, serial, row.profile, row.assignment);
  settle_residence(slot, row.residence);
  auto& p = patients_[slot];
  p.ends = p.since = net_.start;
  // Where one travels before asking for a place, those who wait have arrived.
  const auto& move = net_.move(row.residence, row.setting);
  p.travelled = move.transfer && !move.hold_place;
  if (row.residence != nowhere) {  // waits at home, where the stay has ended
    p.at = row.residence;
    p.residence_next = nowhere;
    if (!p.holds_residence) seize_all(slot, p.at, net_.start);
    p.holds_residence = false;
    auto& cell = cell_of(p.at, p.profile);
    cell.come(net_.start);
    cell.become_ready(net_.start);
    draw_strike(slot, net_.start);
    await_strike(slot);
    extension_.entered(*this, slot, net_.start);
    extension_.ready_begins(*this, slot, net_.start);
  }
  enqueue(slot, row.setting, net_.start);
  request_offer(row.setting);
}

/// Where a patient of the census lives, and how much of that stay remains.
template <class Extension, class Observer>
void Simulation<Extension, Observer>::settle_residence(PatientSlot slot, Place residence) {
  if (residence == nowhere) return;
  auto& p = patients_[slot];
  p.residence = residence;
  residents_[net_.at(residence, p.profile)].come(net_.start);
  auto draws = stream(p, Purpose::Census, 1);
  const auto met = meet_stay(p, residence, draws);
  p.residence_next = met.next;
  p.residence_ends = net_.start + met.left;
  if (net_.setting[residence].keep_place) {
    p.holds_residence = true;
    seize_all(slot, residence, net_.start);
  }
}

/// What is left of a stay that is met in progress, and where it leads. Of those found in a setting,
/// so many are on the way to a destination, at such an age of their stay, as
///   probability of the destination * P(stay > age) * exp(-risk * age)
/// say: the longer the stay the likelier it is met, and risks have taken their share.
template <class Extension, class Observer>
typename Simulation<Extension, Observer>::StayMet Simulation<Extension, Observer>::meet_stay(
    const Patient& p, Place place, sim::Stream& draws) const {
  const double risk = risk_of_leaving(place, p.profile);
  const auto& to = net_.route(place, p.profile).to;
  double mean_ms = 0;
  for (const auto& option : to.options) mean_ms += weight_of(option, p.profile, place);
  for (;;) {
    const auto word = draws.half();
    if (risk <= 0) {
      const auto next = length_biased_next(p, place, word);
      return {next, net_.stay(place, p.profile, next).sample_residual(draws)};
    }
    // Whichever is the shorter on average is proposed, and refused as often as the other says.
    const bool by_stay = risk * mean_ms < 1;
    const auto next = by_stay ? length_biased_next(p, place, word) : to.pick(word);
    const auto& law = net_.stay(place, p.profile, next);
    const auto per_unit = risk * static_cast<double>(law.unit.count());
    const double age =
        by_stay ? law.distribution.sample_residual(draws) : -std::log(draws.uniform()) / per_unit;
    const double over = law.distribution.cdf(age);
    if (!draws.happens(by_stay ? std::exp(-per_unit * age) : 1 - over)) continue;
    const double whole = law.distribution.quantile(over + draws.uniform() * (1 - over));
    return {next, sim::from_units_not_negative(whole - age, law.unit)};
  }
}

/// What is left of a stay of which so much is over, and where it leads: to each destination in
/// proportion to its probability times P(stay > spent), as Bayes has it. Constant risks have no memory
/// and go on from here.
template <class Extension, class Observer>
typename Simulation<Extension, Observer>::StayMet Simulation<Extension, Observer>::resume_stay(
    const Patient& p, Place place, sim::Duration spent, sim::Stream& draws) const {
  const auto& options = net_.route(place, p.profile).to.options;
  const auto weight = [&](const auto& option) {
    return option.probability * net_.stay(place, p.profile, option.value).exceeds(spent);
  };
  double left = 0;
  for (const auto& option : options) left += weight(option);
  SIM_CHECK(left > 0);  // the analysis refuses who cannot be there still
  left *= draws.uniform();
  auto next = nowhere;
  for (const auto& option : options) {
    const double share = weight(option);
    if (!(share > 0)) continue;
    next = option.value;
    left -= share;
    if (left < 0) break;
  }
  return {next, net_.stay(place, p.profile, next).sample_left(spent, draws)};
}

/// Rate, per ms, of the risks that end a stay. Residents come back from all but the exits.
template <class Extension, class Observer>
double Simulation<Extension, Observer>::risk_of_leaving(Place place, Profile profile) const {
  if (!net_.setting[place].has_risks) return 0;
  const auto& risk = net_.risk(place, profile);
  double leaving = 0, all = 0;
  for (const auto& option : risk.causes.options) {
    const auto to = option.value.to;
    const bool leaves = net_.setting[place].residence ? net_.is_exit(to) : to != nowhere;
    all += option.probability;
    if (leaves) leaving += option.probability;
  }
  return all > 0 ? risk.per_ms * leaving / all : 0;
}

template <class Extension, class Observer>
double Simulation<Extension, Observer>::weight_of(const Choice<Place>::Option& option,
                                                  Profile profile, Place place) const {
  const auto& law = net_.stay(place, profile, option.value);
  return option.probability * law.distribution.mean() * static_cast<double>(law.unit.count());
}

/// A destination in proportion to how many go there times how long they stay.
template <class Extension, class Observer>
Place Simulation<Extension, Observer>::length_biased_next(const Patient& p, Place place,
                                                          std::uint32_t word) const {
  const auto& options = net_.route(place, p.profile).to.options;
  double total = 0;
  for (const auto& option : options) total += weight_of(option, p.profile, place);
  double left = total * (static_cast<double>(word) / 4294967296.0);
  for (const auto& option : options) {
    left -= weight_of(option, p.profile, place);
    if (left < 0) return option.value;
  }
  return options.back().value;
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::end_warm_up(sim::Time now) {
  for (auto& cell : cells_) cell.reset(now);
  for (auto& cell : residents_) cell.reset(now);
  for (auto& state : settings_) state.counters.reset(state.places, state.queue.size(), now);
  for (const auto s : settings_.ids()) settings_[s].counters.stay_before_ms = spent_ms(s, now);
  std::ranges::fill(moves_, 0);
  arrivals_ = departures_ = 0;
  present_at_start_ = present_;
  extension_.warm_up_ended(*this, now);
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::snapshot(std::uint32_t index, sim::Time now) {
  touch_all(now);
  extension_.snapshot(*this, index, now);
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::close(sim::Time now) {
  if (follows_) follow(now);
  touch_all(now);
  for (auto& state : settings_) {
    auto& counters = state.counters;
    counters.still_waiting = state.queue.size();
    state.queue.each(patients_, [&](PatientSlot slot) {
      const auto waited = (now - patients_[slot].ends).count();
      counters.still_waiting_ms += waited;
      counters.longest_still_ms = std::max(counters.longest_still_ms, waited);
    });
  }
}

/// The next arrival of a renewal process: gaps are alike and independent, each with an address of its
/// own. The run begins at a moment of no special kind, so the first arrival comes after what is left of
/// a gap (Cox, Renewal Theory, 1962).
template <class Extension, class Observer>
sim::Time Simulation<Extension, Observer>::next_renewal(const Source& source, SourceState& state) {
  const auto& law = net_.laws[source.gap];
  const auto serial = state.candidates++;
  sim::Stream draws{
      seed_, {replication_, source.family, serial, static_cast<std::uint8_t>(Purpose::Gap), 1}};
  const double gap =
      serial == 0 ? law.distribution.sample_residual(draws) : law.distribution.sample(draws);
  // Summed before it is rounded: many short gaps come to their sum.
  state.position += gap * static_cast<double>(law.unit.count());
  const auto run = static_cast<double>((net_.end - net_.start).count());
  return state.position >= run
             ? net_.end
             : net_.start + sim::Duration{static_cast<sim::Duration::rep>(state.position)};
}

template <class Extension, class Observer>
sim::Time Simulation<Extension, Observer>::next_drawn(const Source& source, SourceState& state) {
  return source.kind == scenarios::Arrival::Kind::Renewal ? next_renewal(source, state)
                                                          : next_poisson(source, state);
}

template <class Extension, class Observer>
sim::Time Simulation<Extension, Observer>::next_poisson(const Source& source, SourceState& state) {
  const auto& pattern = net_.patterns[source.pattern];
  for (;;) {
    const auto candidate = state.candidates++;
    state.position += sim::law::draw_exponential(state.gaps) / source.per_ms;
    const auto time = pattern.inverse(state.position, state.hint);
    if (time >= net_.end || pattern.exact()) return time;
    sim::Stream draws{
        seed_,
        {replication_, source.family, candidate, static_cast<std::uint8_t>(Purpose::Arrival), 0}};
    if (draws.happens(pattern.acceptance(time, state.hint))) return time;
  }
}

/// The arrival after this one is drawn here too: nothing waits for it, so the processor can go on
/// with the next event meanwhile.
template <class Extension, class Observer>
void Simulation<Extension, Observer>::schedule_source(SourceId id) {
  const auto& source = net_.sources[id];
  auto& state = sources_[id];
  const bool drawn = source.per_ms > 0;  // one of rate 0 has no list either
  sim::Time time = net_.end;
  if (drawn) {
    time = state.next;
  } else if (state.next_listed < source.times.size()) {
    time = source.times[state.next_listed].time;
  }
  if (time >= net_.end) return;
  events_.schedule(time, order::arrival, {static_cast<std::uint32_t>(id), Kind::SourceArrives, 0});
  if (drawn) state.next = next_drawn(source, state);
}

/// How many come at an arrival: none who does not show up, or a batch.
template <class Extension, class Observer>
std::int64_t Simulation<Extension, Observer>::batch_size(const Source& source,
                                                         std::uint32_t serial) const {
  sim::Stream draws{
      seed_, {replication_, source.family, serial, static_cast<std::uint8_t>(Purpose::Arrival), 1}};
  if (source.show_up < 1 && !draws.happens(source.show_up)) return 0;
  if (!source.batch) return 1;
  constexpr double countable = 1e15;
  return std::llround(std::min(net_.laws[*source.batch].distribution.sample(draws), countable));
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::source_arrives(SourceId id, sim::Time now) {
  const auto& source = net_.sources[id];
  auto& state = sources_[id];
  Profile profile = source.profile;
  if (!source.times.empty()) {
    profile = source.times[state.next_listed++].profile;
  }
  const auto count = source.show_up < 1 || source.batch ? batch_size(source, state.serial) : 1;
  if (present_ + count > most_present_) [[unlikely]]
    too_many_come(id, count, now);
  for (std::int64_t k = 0; k < count; ++k) {
    const auto slot = new_patient(source.family, state.serial++, profile, source.assignment);
    auto& p = patients_[slot];
    ++arrivals_;
    if (source.residence != nowhere) {
      p.residence = source.residence;
      residents_[net_.at(p.residence, p.profile)].come(now);
    }
    note(p, now, Note::Arrived, source.to, source.pointer);
    extension_.arrived(*this, slot, now);
    ask(slot, source.to, now);
  }
  if (count == 0) ++state.serial;
  schedule_source(id);
}

template <class Extension, class Observer>
PatientSlot Simulation<Extension, Observer>::new_patient(std::uint32_t family, std::uint32_t serial,
                                                         Profile profile,
                                                         std::uint16_t assignment) {
  auto slot = no_patient;
  if (free_slots_.empty()) {
    slot = patients_.add({});
    strikes_.add(sim::Time::max());
  } else {
    slot = free_slots_.back();
    free_slots_.pop_back();
  }
  auto& p = patients_[slot];
  const auto stamp = p.stamp;
  p = Patient{};
  p.stamp = stamp;
  p.family = family;
  p.serial = serial;
  p.profile = profile;
  if (assignment != 0) {
    auto draws = stream(p, Purpose::Attributes, 0);
    p.profile = net_.assignments[assignment].apply(profile, net_.vocabulary, draws);
  }
  ++present_;
  return slot;
}

}  // namespace flow
