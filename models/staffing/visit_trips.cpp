// SPDX-License-Identifier: Apache-2.0
// Visits at one home that somebody goes to once; the rule is at the head of visit_book.hpp.
#include <algorithm>

#include "models/staffing/visit_book.hpp"

namespace care {

/// Finds the trip of a visit to a patient who has another one at hand; returns whether it is shared.
bool VisitBook::share_trip(std::uint32_t v, const VisitTask& task, bool due_now,
                           ShiftResult& result) {
  Visit& visit = due_[v];
  const std::uint32_t first = holders_[visit.slot].first_here;
  std::uint32_t mate = nil, last = first;
  for (std::uint32_t other = first; other != nil; other = due_[other].next_here) {
    last = other;
    const VisitTask& of = plans_of_->task(due_[other].task);
    const Window window = due_[other].trip == nil ? of.window : trips_[due_[other].trip].window;
    const bool alone = of.together_with == Workforce::none && task.together_with == Workforce::none;
    const bool alike = alone && of.staff == task.staff && due_[other].place == visit.place &&
                       task.staff <= ShiftPeople::most_at_once && go_together(window, task.window);
    if (alike && mate == nil) mate = other;
  }
  due_[last].next_here = v;
  if (mate == nil) return false;
  if (due_[mate].trip == nil) {
    due_[mate].trip = static_cast<std::uint32_t>(trips_.size());
    trips_.push_back({mate,
                      due_[mate].need,
                      plans_of_->task(due_[mate].task).window,
                      mate >= carried_,
                      false,
                      0,
                      {}});
  }
  visit.trip = due_[mate].trip;
  Trip& trip = trips_[visit.trip];
  if (trip.window == any_time) trip.window = task.window;
  const sim::Duration travel{visit.travel};
  const sim::Duration minutes = sim::Duration{visit.need} - travel;
  (due_now ? result.due : result.carried) += minutes;
  if (due_now && !trip.due_bears) {
    result.due += travel;
    result.carried -= travel;
    trip.due_bears = true;
  }
  asked_ += minutes;
  trip.need += static_cast<std::uint64_t>(minutes.count());
  longest_ = std::max(longest_, sim::Duration{trip.need} / task.staff);
  return true;
}

/// Where all that is at hand is given, the first of each trip bears it.
void VisitBook::bear_trips() {
  for (std::uint32_t v = 0; v < due_.size(); ++v) {
    due_[v].shares = due_[v].trip != nil && trips_[due_[v].trip].first != v;
  }
}

/// Staff time of a shared trip, with its first visit; 0 with the others.
std::uint64_t VisitBook::need_of_trip(const Visit& visit) const {
  const Trip& trip = trips_[visit.trip];
  return &due_[trip.first] == &visit ? trip.need : 0;
}

/// Staff time of a unit: with a trip, unless somebody goes there already.
std::uint64_t VisitBook::need_of_unit(std::uint32_t first) const {
  const Visit& visit = due_[first];
  if (visit.trip == nil) return visit.need;
  std::uint64_t need = trips_[visit.trip].persons.count == 0 ? visit.travel : 0;
  each_of_unit(first, [&](std::uint32_t v) { need += due_[v].need - due_[v].travel; });
  return need;
}

/// Together if it goes, else one by one.
bool VisitBook::give_at_home(std::uint32_t first) {
  Trip& trip = trips_[due_[first].trip];
  const std::size_t persons = plans_of_->task(due_[first].task).staff;
  const bool somebody_goes = trip.persons.count > 0;
  const sim::Duration each = sim::Duration{need_of_unit(first)} / persons;
  Asks asks = 0;
  each_of_unit(first, [&](std::uint32_t v) {
    Visit& visit = due_[v];
    asks |= plans_of_->task(visit.task).asks;
    visit.served = true;
    visit.shares = somebody_goes || v != first;
  });
  const Competences asked = asked_competences(asks);
  const Window window = asks_for_windows(asks) ? trip.window : any_time;
  if (somebody_goes) {
    if (people_.take_again(trip.persons, each, asked, false, window)) return true;
  } else if (people_.take_own(each, persons, asked, patients_[due_[first].slot].area, window)) {
    trip.persons = people_.taken();
    note_longer_way(due_[first]);
    return true;
  }
  bool all = true;
  each_of_unit(first, [&](std::uint32_t v) {
    due_[v].served = give_one_at_home(due_[v]);
    all = all && due_[v].served;
  });
  return all;
}

bool VisitBook::give_one_at_home(Visit& visit) {
  Trip& trip = trips_[visit.trip];
  const VisitTask& task = plans_of_->task(visit.task);
  const std::size_t persons = task.staff;
  const sim::Duration with_trip = sim::Duration{visit.need} / persons;
  const sim::Duration minutes = sim::Duration{visit.need - visit.travel} / persons;
  const bool somebody_goes = trip.persons.count > 0;
  const auto again = [&](bool stay_on) {
    return somebody_goes &&
           people_.take_again(trip.persons, minutes, task.needed, stay_on, task.window);
  };
  visit.shares = again(false);
  if (visit.shares) return true;
  const Area area = patients_[visit.slot].area;
  bool taken = people_.take_own(with_trip, persons, task.needed, area, task.window);
  if (!taken) {
    visit.shares = again(true);
    if (visit.shares) return true;
    taken = people_.take(with_trip, persons, task.needed, area, task.window);
  }
  if (taken) {
    trip.persons = people_.taken();
    note_longer_way(visit);
  }
  return taken;
}

/// Nobody goes to homes where nothing is given; a visit missed there bears the trip.
void VisitBook::count_missed_trips() {
  for (const Trip& trip : trips_) {
    if (trip.gone) continue;
    results_[due_[trip.first].place].missed += sim::Duration{trip.missed};
  }
}

}  // namespace care
