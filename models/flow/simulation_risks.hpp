// SPDX-License-Identifier: Apache-2.0
#pragma once

// Risks while in a setting, and new stages of a stay: definitions for models/flow/simulation.hpp.

#include "models/flow/simulation.hpp"

namespace flow {

/// The same stay goes on in a new stage: nobody asks for a place and none is given up.
template <class Extension, class Observer>
void Simulation<Extension, Observer>::next_stage(PatientSlot slot, sim::Time now) {
  auto& p = patients_[slot];
  const auto before = p.profile;
  cell_of(p.at, before).go(now);
  if (p.phase != Phase::InCare) {
    cell_of(p.at, before).go_ready(now);
    extension_.ready_ends(*this, slot, now);
  }
  p.phase = Phase::InCare;
  p.from = p.at;
  move_on(p);
  ++p.occasion;
  if (!net_.setting[p.at].on_enter.empty()) apply_entry_rules(slot, p.at, now);
  cell_of(p.at, p.profile).come(now);
  note(p, now, Note::NextStage, p.at);
  draw_stay(slot, now);
  schedule_stay(slot, now);
  if (p.profile != before) extension_.profile_changed(*this, slot, now);
}

/// When the next risk strikes, if the patient is still in the setting then: rates are constant.
template <class Extension, class Observer>
void Simulation<Extension, Observer>::draw_strike(PatientSlot slot, sim::Time now) {
  const auto& p = patients_[slot];
  strikes_[slot] = sim::Time::max();
  if (!net_.setting[p.at].has_risks) return;
  const auto& risk = net_.risk(p.at, p.profile);
  if (risk.per_ms <= 0) return;
  auto draws = stream(p, Purpose::Risk, p.occasion);
  const double wait = sim::law::draw_exponential(draws) / risk.per_ms;
  if (wait < static_cast<double>((net_.end - now).count())) {
    strikes_[slot] = now + sim::Duration{static_cast<sim::Duration::rep>(wait)};
  }
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::schedule_strike(PatientSlot slot) {
  schedule(strikes_[slot], order::release, slot, Kind::RiskStrikes);
}

/// In care or while waiting to leave it.
template <class Extension, class Observer>
void Simulation<Extension, Observer>::risk_strikes(PatientSlot slot, sim::Time now) {
  auto& p = patients_[slot];
  auto draws = stream(p, Purpose::RiskCause, p.occasion);
  const auto& cause = net_.risk(p.at, p.profile).causes.pick(draws.half());
  note(p, now, Note::RiskStruck, cause.to, cause.pointer);
  ++p.occasion;
  if (cause.to != nowhere) {
    draw_strike(slot, now);
    await_strike(slot);
    return break_off(slot, cause.to, now);
  }
  change_profile(slot, net_.assignments[cause.assignment].apply(p.profile, net_.vocabulary, draws),
                 now);
  note(p, now, Note::ProfileChanged, p.at, cause.pointer);
  if (p.phase == Phase::InCare) {
    move_on(p);
    schedule_stay(slot, now);
  } else {
    draw_strike(slot, now);
    await_strike(slot);
  }
  extension_.profile_changed(*this, slot, now);
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::change_profile(PatientSlot slot, Profile profile,
                                                     sim::Time now) {
  auto& p = patients_[slot];
  auto& before = cell_of(p.at, p.profile);
  auto& after = cell_of(p.at, profile);
  before.go(now);
  after.come(now);
  if (p.phase != Phase::InCare) {
    before.go_ready(now);
    after.become_ready(now);
  }
  if (p.phase == Phase::Queued) {
    join_rank(slot, profile);
    offer_all(p.next);  // who needs fewer places may come in
  }
  if (p.residence != nowhere) {
    residents_[net_.at(p.residence, p.profile)].go(now);
    residents_[net_.at(p.residence, profile)].come(now);
  }
  p.profile = profile;
}

/// A change may put one who waits in another rank, as its last.
template <class Extension, class Observer>
void Simulation<Extension, Observer>::join_rank(PatientSlot slot, Profile profile) {
  const auto place = patients_[slot].next;
  auto then = patients_[slot];
  then.profile = profile;
  const auto before = rank_of(patients_[slot], place), after = rank_of(then, place);
  if (before == after) return;
  settings_[place].queue.remove(patients_, slot, before);
  settings_[place].queue.push(patients_, slot, after);
}

/// Whether one whose stay has ended wants to go to a place already, or to one of several settings of
/// which who goes there joins the shortest.
template <class Extension, class Observer>
bool Simulation<Extension, Observer>::is_on_way(const Patient& p, Place to) const {
  if (p.next == to || !net_.is_setting(to)) return p.next == to;
  const auto& several = net_.shortest_of(p.at, to);
  return std::ranges::find(several, p.next) != several.end();
}

/// Leaves care before the stay has ended, or the wait after it; one who lives here will come back to
/// the rest of it.
template <class Extension, class Observer>
void Simulation<Extension, Observer>::break_off(PatientSlot slot, Place to, sim::Time now) {
  auto& p = patients_[slot];
  if (p.phase != Phase::InCare && is_on_way(p, to)) return;
  if (p.at == p.residence) {
    if (p.phase == Phase::InCare) {
      p.residence_ends = p.ends;
      p.residence_next = p.next;
    } else if (p.residence_next == nowhere) {
      p.residence_ends = now;
      p.residence_next = p.next;
    }
  }
  if (p.phase != Phase::InCare) stop_waiting(slot, to, now);
  set_ready(slot, now);
  ask(slot, to, now);
}

/// Gives up the queue or the place that is held, for `to`.
template <class Extension, class Observer>
void Simulation<Extension, Observer>::stop_waiting(PatientSlot slot, Place to, sim::Time now) {
  auto& p = patients_[slot];
  if (p.phase == Phase::Queued) {
    leave_queue(slot, p.next, now);
    offer_all(p.next);
    settings_[p.next].counters.leave_unserved(now - p.ends);
  } else if (p.phase == Phase::HasPlace) {
    if (p.next == p.residence && keeps_home(p, to)) {
      p.holds_residence = true;  // as it was
    } else {
      release_with_others(p.next, forget_taking(slot, p.next), now);
    }
  }
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::harmed(PatientSlot slot, Place to, sim::Time now) {
  auto& p = patients_[slot];
  note(p, now, Note::Harmed, to, {});
  ++p.occasion;
  if (p.phase == Phase::InCare && strikes_[slot] >= p.ends) await_strike(slot);
  break_off(slot, to, now);
}

}  // namespace flow
