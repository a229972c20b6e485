// SPDX-License-Identifier: Apache-2.0
#pragma once

// Initialization, arrivals and the ends of phases: definitions for models/flow/simulation.hpp.

#include "models/flow/simulation.hpp"

namespace flow {

/// Places offered, as a whole number. A part of a place is none, but 0.29 of 100 places are 29.
[[nodiscard]] inline std::int32_t whole_places(double capacity) {
  return static_cast<std::int32_t>(std::min(std::floor(capacity + 1e-6), double{unlimited_places}));
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::initialize(std::uint64_t seed, std::uint32_t number,
                                                 const std::vector<sim::Time>& snapshots) {
  reset_state(seed, number);
  extension_.begin(*this);
  place_census();
  for (std::uint32_t s = 0; s < net_.sources.size(); ++s) schedule_source(s);
  for (std::uint32_t i = 0; i < snapshots.size(); ++i) {
    if (snapshots[i] < net_.end) {
      events_.schedule(snapshots[i], order::clock, {i, 0, Kind::Snapshot, 0});
    }
  }
  if (net_.measured_from > net_.start) {
    events_.schedule(net_.measured_from, order::clock, {0, 0, Kind::WarmUpEnds, 0});
  } else {
    end_warm_up(net_.start);
  }
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::reset_state(std::uint64_t seed, std::uint32_t number) {
  seed_ = seed;
  replication_ = number;
  events_.clear(net_.start);
  patients_.clear();
  free_slots_.clear();
  std::ranges::fill(cells_, Cell{.last = net_.start});
  std::ranges::fill(residents_, ResidentCell{.last = net_.start});
  std::ranges::fill(moves_, 0);
  std::ranges::fill(sources_, SourceState{});
  arrivals_ = departures_ = present_ = present_at_start_ = 0;
  handled_ = 0;
  for (std::size_t s = 0; s < settings_.size(); ++s) {
    auto& state = settings_[s];
    const auto& capacity = net_.setting[s].capacity;
    state.capacity = whole_places(capacity.at(net_.start));
    state.normal = whole_places(net_.setting[s].normal_capacity);
    state.occupied = 0;
    state.offering = false;
    state.queue.clear();
    state.counters.last = net_.start;
    state.counters.reset();
    if (const auto change = capacity.next_change(net_.start)) {
      events_.schedule(*change, order::offer,
                       {static_cast<std::uint32_t>(s), 0, Kind::CapacityChanges, 0});
    }
  }
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::place_census() {
  for (const auto& row : net_.census) {
    for (std::uint32_t k = 0; k < row.count; ++k) place_present(row, row.family, k);
    for (std::uint32_t k = 0; k < row.waiting; ++k) place_waiting(row, row.family, row.count + k);
  }
}

/// A patient found in a setting at a moment of no special kind: the stay is length-biased and the
/// rest of it is what remains (Cox, Renewal Theory, 1962). A fresh stay here would be wrong.
template <class Extension, class Observer>
void Simulation<Extension, Observer>::place_present(const CompiledCensus& row, std::uint32_t family,
                                                    std::uint32_t serial) {
  const auto slot = new_patient(family, serial, 0, row.assignment);
  auto& p = patients_[slot];
  settle_residence(slot, row.residence == nowhere && net_.setting[row.setting].residence
                             ? row.setting
                             : row.residence);
  auto draws = stream(p, Purpose::Census, 0);
  p.next = length_biased_next(p, row.setting, static_cast<std::uint32_t>(draws() >> 32U));
  p.ends = net_.start + net_.stay(row.setting, p.profile, p.next).sample_residual(draws);
  p.at = row.setting;
  p.since = net_.start;
  p.phase = Phase::InCare;
  if (p.residence == p.at) {
    p.residence_ends = p.ends;
    p.residence_next = nowhere;
    p.holds_residence = false;
  }
  if (p.residence != p.at || !net_.setting[p.at].keep_place) ++settings_[p.at].occupied;
  ++cell_of(p.at, p.profile).present;
  schedule_stay(slot, net_.start);
  extension_.entered(*this, slot, net_.start);
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::place_waiting(const CompiledCensus& row, std::uint32_t family,
                                                    std::uint32_t serial) {
  const auto slot = new_patient(family, serial, 0, row.assignment);
  settle_residence(slot, row.residence);
  auto& p = patients_[slot];
  p.ends = p.since = net_.start;
  if (row.residence != nowhere) {  // waits at home, where the stay has ended
    p.at = row.residence;
    p.residence_next = nowhere;
    if (!p.holds_residence) ++settings_[p.at].occupied;
    p.holds_residence = false;
    auto& cell = cell_of(p.at, p.profile);
    ++cell.present;
    ++cell.ready;
    extension_.entered(*this, slot, net_.start);
  }
  enqueue(slot, row.setting, net_.start);
  request_offer(row.setting, net_.start);
}

/// Where a patient of the census lives, and how much of that stay remains.
template <class Extension, class Observer>
void Simulation<Extension, Observer>::settle_residence(std::uint32_t slot, Place residence) {
  if (residence == nowhere) return;
  auto& p = patients_[slot];
  p.residence = residence;
  ++residents_[residence * profiles() + p.profile].residents;
  auto draws = stream(p, Purpose::Census, 1);
  p.residence_next = length_biased_next(p, residence, static_cast<std::uint32_t>(draws() >> 32U));
  p.residence_ends =
      net_.start + net_.stay(residence, p.profile, p.residence_next).sample_residual(draws);
  if (net_.setting[residence].keep_place) {
    p.holds_residence = true;
    ++settings_[residence].occupied;
  }
}

/// Those who are found in a setting are on their way to a destination in proportion to how many go
/// there times how long they stay.
template <class Extension, class Observer>
Place Simulation<Extension, Observer>::length_biased_next(const Patient& p, Place place,
                                                          std::uint32_t word) const {
  const auto& options = net_.route(place, p.profile).to.options;
  const auto weight = [&](const auto& option) {
    return option.probability * net_.stay(place, p.profile, option.value).mean_days();
  };
  double total = 0;
  for (const auto& option : options) total += weight(option);
  double left = total * (static_cast<double>(word) / 4294967296.0);
  for (const auto& option : options) {
    left -= weight(option);
    if (left < 0) return option.value;
  }
  return options.back().value;
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::end_warm_up(sim::Time now) {
  touch_all(now);
  for (auto& cell : cells_) cell.reset(now);
  for (auto& cell : residents_) cell.reset(now);
  for (auto& state : settings_) state.counters.reset();
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
  touch_all(now);
}

template <class Extension, class Observer>
sim::Time Simulation<Extension, Observer>::next_poisson(const Source& source, SourceState& state) {
  const auto& pattern = net_.patterns[source.pattern];
  for (;;) {
    sim::Stream draws{seed_,
                      {replication_, source.family, state.candidates++,
                       static_cast<std::uint8_t>(Purpose::Arrival), 0}};
    state.position += -std::log(draws.uniform()) / source.per_ms;
    const auto time = pattern.inverse(state.position, state.hint);
    if (time >= net_.end || pattern.exact()) return time;
    if (draws.happens(pattern.acceptance(time, state.hint))) return time;
  }
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::schedule_source(std::uint32_t index) {
  const auto& source = net_.sources[index];
  auto& state = sources_[index];
  sim::Time time = net_.end;
  if (source.kind == scenarios::Arrival::Kind::Poisson) {
    if (source.per_ms > 0) time = next_poisson(source, state);
  } else if (state.next_listed < source.times.size()) {
    time = source.times[state.next_listed].time;
  }
  if (time < net_.end) {
    events_.schedule(time, order::arrival, {index, 0, Kind::SourceArrives, 0});
  }
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::source_arrives(std::uint32_t index, sim::Time now) {
  const auto& source = net_.sources[index];
  auto& state = sources_[index];
  Profile profile = source.profile;
  if (source.kind != scenarios::Arrival::Kind::Poisson) {
    profile = source.times[state.next_listed++].profile;
  }
  std::int64_t count = 1;
  sim::Stream draws{
      seed_,
      {replication_, source.family, state.serial, static_cast<std::uint8_t>(Purpose::Arrival), 1}};
  if (source.show_up < 1 && !draws.happens(source.show_up)) count = 0;
  if (source.batch && count > 0) {
    count = std::llround(net_.laws[*source.batch].distribution.sample(draws));
  }
  for (std::int64_t k = 0; k < count; ++k) {
    const auto slot = new_patient(source.family, state.serial++, profile, source.assignment);
    auto& p = patients_[slot];
    ++arrivals_;
    if (source.residence != nowhere) {
      p.residence = source.residence;
      auto& cell = residents_[p.residence * profiles() + p.profile];
      cell.touch(now);
      ++cell.residents;
    }
    note(p, now, Note::Arrived, source.to, source.pointer);
    ask(slot, source.to, now);
  }
  if (count == 0) ++state.serial;
  schedule_source(index);
}

template <class Extension, class Observer>
std::uint32_t Simulation<Extension, Observer>::new_patient(std::uint32_t family,
                                                           std::uint32_t serial, Profile profile,
                                                           std::uint16_t assignment) {
  std::uint32_t slot = 0;
  if (free_slots_.empty()) {
    slot = static_cast<std::uint32_t>(patients_.size());
    patients_.emplace_back();
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
