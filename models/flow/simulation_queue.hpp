// SPDX-License-Identifier: Apache-2.0
#pragma once

// Who finds a setting full, and who waits for it: definitions for models/flow/simulation.hpp.

#include "models/flow/simulation.hpp"

namespace flow {

template <class Extension, class Observer>
void Simulation<Extension, Observer>::find_full(PatientSlot slot, Place to, sim::Time now) {
  using Policy = scenarios::WhenFull::Policy;
  auto& p = patients_[slot];
  if (!net_.setting[to].linked.empty() && gets_shared(slot, to, now)) {
    seize_others(slot, to, now);
    return take(slot, to, way(p, to), now);
  }
  const auto& answer = answer_when_full(p, to);
  const bool is_exception = &answer != &net_.setting[to].when_full;
  note(p, now, Note::PlaceFull, to,
       is_exception ? std::string_view{answer.pointer} : std::string_view{});
  switch (answer.policy) {
    case Policy::Wait:
    case Policy::Overflow:
      return enqueue(slot, to, now);
    case Policy::WaitOutside:
      leave_place(slot, to, now);
      return enqueue(slot, to, now);
    case Policy::Lost:
      return lose(slot, to, now);
    case Policy::Divert:
      return divert(slot, to, now);
  }
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::lose(PatientSlot slot, Place to, sim::Time now) {
  ++settings_[to].counters.lost;
  note(patients_[slot], now, Note::Lost, to, {});
  depart(slot, net_.lost, now);
}

/// Goes to the first setting with room along the chain of diversions, or to where the chain ends.
/// Where it closes to a circle, all of them full, the patient waits for the one first asked for.
template <class Extension, class Observer>
void Simulation<Extension, Observer>::divert(PatientSlot slot, Place to, sim::Time now) {
  auto& p = patients_[slot];
  const auto is_full = [&](Place s) {
    return (!settings_[s].queue.empty() || !room(s)) && !gets_shared(slot, s, now);
  };
  const auto answer = [&](Place s) -> const FullAnswer& { return answer_when_full(p, s); };
  const auto diverts = [&](Place s) {
    return answer(s).policy == scenarios::WhenFull::Policy::Divert;
  };
  Place other = to;
  for (std::size_t hops = 0; hops < net_.settings && diverts(other) && is_full(other); ++hops) {
    other = answer(other).divert_to;
  }
  if (diverts(other) && is_full(other)) return enqueue(slot, to, now);
  for (Place passed = to; passed != other; passed = answer(passed).divert_to) {
    ++settings_[passed].counters.diverted;
    note(p, now, Note::Diverted, answer(passed).divert_to, {});
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
    const auto length = patience(slot, to, r, now);
    if (length >= shortest) continue;
    shortest = length;
    rule = static_cast<std::uint8_t>(r);
  }
  if (shortest < sim::forever) {
    schedule(now + shortest, order::arrival, slot, Kind::LeavesQueue, rule);
  }
  // There may be room: his own place, just given up, or one that others cannot come to now.
  if (room(to) || !net_.setting[to].linked.empty()) request_offer(to);
}

/// How long the patient waits until this row takes him out of the queue.
template <class Extension, class Observer>
sim::Duration Simulation<Extension, Observer>::patience(PatientSlot slot, Place to, std::size_t row,
                                                        sim::Time now) const {
  using Until = scenarios::QueueRule::Leave::Until;
  const auto& p = patients_[slot];
  const auto& leave = net_.setting[to].leave[row];
  if (leave.until == Until::OwnStay) return until_own_stay_ends(slot, to, now);
  if (leave.until == Until::Closing) return until_closing(p, to, now);
  auto draws = stream(p, Purpose::Patience, p.occasion, row);
  return net_.laws[leave.law].sample(draws);
}

/// The stay that he would have if he came in now: the numbers are those that draw_stay will meet.
template <class Extension, class Observer>
sim::Duration Simulation<Extension, Observer>::until_own_stay_ends(PatientSlot slot, Place to,
                                                                   sim::Time now) const {
  const auto& p = patients_[slot];
  if (p.returns && p.residence_next != nowhere) {
    return std::max(p.residence_ends - now, sim::Duration{0});
  }
  if (const auto* const rest = rests_.find(slot, p);
      rest != nullptr && rest->at == to && rest->occasion == p.occasion) {
    return rest->left;
  }
  auto then = p;
  then.profile = profile_on_entry(p, to);
  if (p.at != nowhere) then.from = p.at;
  then.at = to;
  ++then.occasion;
  if (const auto* const listed = net_.knows_stays ? listed_stay(then) : nullptr) return *listed;
  auto draws = stream(then, Purpose::Step, then.occasion);
  const auto next = net_.route(to, then.profile).to.pick(draws.half());
  return next == stays_on ? sim::forever : net_.stay(to, then.profile, next).sample(draws);
}

/// Who is at the door already has no gate before him.
template <class Extension, class Observer>
sim::Duration Simulation<Extension, Observer>::until_closing(const Patient& p, Place to,
                                                             sim::Time now) const {
  auto closes = net_.setting[to].next_closing(now).value_or(net_.end);
  if (!p.travelled) closes = std::min(closes, way(p, to).next_closing(now).value_or(net_.end));
  return closes < net_.end ? closes - now : sim::forever;
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::leaves_queue(PatientSlot slot, std::uint8_t rule,
                                                   sim::Time now) {
  auto& p = patients_[slot];
  const auto place = p.next;
  const auto& leave = net_.setting[place].leave[rule];
  leave_queue(slot, place, now);
  offer_all(place);
  settings_[place].counters.leave_unserved(now - p.ends);
  ++settings_[place].counters.left_queue;
  p.phase = Phase::Preparing;
  p.travelled = false;
  move_on(p);
  ++p.occasion;
  note(p, now, Note::LeftQueue, leave.to, leave.pointer);
  ask(slot, leave.to, now);
}

template <class Extension, class Observer>
void Simulation<Extension, Observer>::leave_queue(PatientSlot slot, Place s, sim::Time now) {
  auto& state = settings_[s];
  state.queue.remove(patients_, slot, rank_of(patients_[slot], s));
  state.counters.queue_time.down(now);
}

template <class Extension, class Observer>
std::size_t Simulation<Extension, Observer>::rank_of(const Patient& p, Place s) const {
  const auto& rank = net_.setting[s].rank;
  return rank.empty() ? 0 : rank[p.profile];
}

}  // namespace flow
