// SPDX-License-Identifier: Apache-2.0
#include "models/expected_trips.hpp"

#include <algorithm>

namespace care {

void ExpectedTrips::add(std::uint32_t crew, std::size_t slot, double hours, double patients,
                        const std::vector<Visits>& visits) {
  if (!(patients > 0) || visits.empty()) return;
  Home home{crew, slot, hours, {}};
  for (const Visits& of : visits) home.tasks.push_back(of.task);
  Patients& all = homes_[home];
  all.number += patients;
  all.per_week.resize(visits.size());
  for (std::size_t i = 0; i < visits.size(); ++i) {
    all.per_week[i] += patients * visits[i].per_week;
  }
}

void ExpectedTrips::add_once(std::uint32_t crew, std::size_t slot, double hours, TaskId task,
                             double per_day, const std::vector<Visits>& others) {
  if (!(per_day > 0)) return;
  Home home{crew, slot, hours, {task}};
  for (const Visits& of : others) home.tasks.push_back(of.task);
  Patients& all = once_[home];
  all.number += per_day;
  all.per_week.resize(others.size());
  for (std::size_t i = 0; i < others.size(); ++i) {
    all.per_week[i] += per_day * others[i].per_week;
  }
}

/// Hours by occurrence of trips for nothing but the task done once.
ExpectedTrips::Occurrences ExpectedTrips::extra_trips(const Home& home, const Patients& patients,
                                                      const std::vector<Occurrences>& part) {
  Occurrences hours = part[sim::index(home.tasks.front())];
  for (std::size_t o = 0; o < hours.size(); ++o) {
    hours[o] *= patients.number * home.hours;
    for (std::size_t i = 0; i < patients.per_week.size(); ++i) {
      const double of_task =
          patients.per_week[i] / patients.number * part[sim::index(home.tasks[i + 1])][o];
      hours[o] *= 1 - std::min(1.0, of_task);
    }
  }
  return hours;
}

/// By occurrence: expected trips by expected visits; 1 where there are none.
ExpectedTrips::Occurrences ExpectedTrips::trips_a_visit(const Home& home, const Patients& patients,
                                                        const std::vector<Occurrences>& part) {
  Occurrences trips(part[sim::index(home.tasks.front())].size(), 1.0);
  for (std::size_t o = 0; o < trips.size(); ++o) {
    double none = 1, visits = 0;
    for (std::size_t i = 0; i < home.tasks.size(); ++i) {
      const double of_task =
          patients.per_week[i] / patients.number * part[sim::index(home.tasks[i])][o];
      none *= 1 - std::min(1.0, of_task);
      visits += of_task;
    }
    if (visits > 0) trips[o] = (1 - none) / visits;
  }
  return trips;
}

}  // namespace care
