// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <tuple>
#include <vector>

#include "models/staffing/ids.hpp"
#include "models/staffing/visit_plans.hpp"

namespace care {

/// How much travel is expected where visits at one home share a trip (see VisitBook), before any run.
///
/// A patient who has n visits of a task in a shift on average has one with probability min(1, n), since visits
/// are due at even steps, and tasks are independent of each other: their steps start by chance. So there is
/// a trip with probability 1 - product of (1 - min(1, n)), over the tasks that share it. That is exact for
/// tasks of a constant rate that are given when they are due. Tasks that taper are taken at their mean rate. The
/// visit of a task done once adds a trip with probability product of (1 - min(1, n)) over the others, at their
/// rates when a stay begins; two tasks done once have trips of their own. Visits that are moved or
/// handed over are not known before a run, and neither is who has no time for all.
class ExpectedTrips {
 public:
  using Occurrences = std::vector<double>;

  /// Visits of a task to each of the patients: a week.
  struct Visits {
    TaskId task{};
    double per_week = 0;
  };

  /// Adds patients to whom a team of a crew goes for all of `visits`, by as many people each; `hours` is staff
  /// time of a trip, `slot` when this is so.
  void add(std::uint32_t crew, std::size_t slot, double hours, double patients,
           const std::vector<Visits>& visits);

  /// Adds visits of a task done once, so many a day, to patients who begin with `others`.
  void add_once(std::uint32_t crew, std::size_t slot, double hours, TaskId task, double per_day,
                const std::vector<Visits>& others);

  /// Calls `each(crew, slot, task, hours)` with the hours of travel by occurrence, as if the slot held all
  /// the time; `part` is each task's share of a week's visits by occurrence.
  template <class Each>
  void tell(const std::vector<Occurrences>& part, Each&& each) const {
    for (const auto& [home, patients] : once_) {
      const Occurrences hours = extra_trips(home, patients, part);
      each(home.crew, home.slot, home.tasks.front(), hours);
    }
    for (const auto& [home, patients] : homes_) {
      const Occurrences trip = trips_a_visit(home, patients, part);
      for (std::size_t i = 0; i < home.tasks.size(); ++i) {
        Occurrences hours = part[sim::index(home.tasks[i])];
        for (std::size_t o = 0; o < hours.size(); ++o) {
          hours[o] *= patients.per_week[i] * home.hours * trip[o];
        }
        each(home.crew, home.slot, home.tasks[i], hours);
      }
    }
  }

 private:
  struct Home {
    std::uint32_t crew = 0;
    std::size_t slot = 0;
    double hours = 0;
    std::vector<TaskId> tasks;

    friend bool operator<(const Home& a, const Home& b) {
      return std::tie(a.crew, a.slot, a.hours, a.tasks) <
             std::tie(b.crew, b.slot, b.hours, b.tasks);
    }
  };
  /// All who have the same; visits are of all of them.
  struct Patients {
    double number = 0;
    std::vector<double> per_week;
  };

  [[nodiscard]] static Occurrences trips_a_visit(const Home& home, const Patients& patients,
                                                 const std::vector<Occurrences>& part);
  [[nodiscard]] static Occurrences extra_trips(const Home& home, const Patients& patients,
                                               const std::vector<Occurrences>& part);

  std::map<Home, Patients> homes_;
  std::map<Home, Patients> once_;  // by the task done once and the others; number is a day
};

}  // namespace care
