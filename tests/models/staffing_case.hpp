// SPDX-License-Identifier: Apache-2.0
/// @file
/// Small care layers for tests of teams and visits: one or more municipalities with nurses, and
/// patients who are numbers.
#pragma once

#include <cmath>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "models/staffing/duty.hpp"
#include "models/staffing/visit_book.hpp"
#include "models/staffing/visit_plans.hpp"
#include "models/staffing/workforce.hpp"
#include "scenarios/scenario.hpp"
#include "sim/civil_date.hpp"

namespace staffing_case {

using sim::DayKind;

inline const std::vector<DayKind> weekdays{DayKind::Mon, DayKind::Tue, DayKind::Wed, DayKind::Thu,
                                           DayKind::Fri};

/// Monday 30 December 2024: the first day of ISO week 1 of 2025.
inline sim::Date monday() { return *sim::make_date(2024, 12, 30); }

inline scenarios::DistributionSpec length(scenarios::DistributionSpec::Kind kind, double mean,
                                          double cv, scenarios::TimeUnit unit) {
  scenarios::DistributionSpec spec;
  spec.kind = kind;
  spec.unit = unit;
  if (kind == scenarios::DistributionSpec::Kind::Fixed) {
    spec.value = mean;
  } else {
    spec.mean = mean;
    if (kind != scenarios::DistributionSpec::Kind::Exponential) spec.cv = cv;
  }
  return spec;
}

inline scenarios::DistributionSpec minutes(double mean) {
  return length(scenarios::DistributionSpec::Kind::Fixed, mean, 0, scenarios::TimeUnit::Minutes);
}
inline scenarios::DistributionSpec lognormal_minutes(double mean, double cv) {
  return length(scenarios::DistributionSpec::Kind::Lognormal, mean, cv,
                scenarios::TimeUnit::Minutes);
}

/// A role in which nothing ever goes wrong.
inline scenarios::Role reliable_role() {
  scenarios::Role role;
  role.sick_spell =
      length(scenarios::DistributionSpec::Kind::Lognormal, 6, 1, scenarios::TimeUnit::Days);
  return role;
}

/// `people` persons, of whom `posts` are on duty in every shift of every day.
inline scenarios::Team team_of(double people, double posts,
                               const std::vector<std::string>& shifts = {"day"}) {
  scenarios::Team team;
  team.people = people;
  for (const std::string& shift : shifts) {
    scenarios::RosterRow row;
    row.shift = shift;
    row.posts = posts;
    team.roster.push_back(row);
  }
  return team;
}

/// Day 7-15, evening 15-22, night 22-7; nurses in one municipality, "west".
inline scenarios::Care care_with(const scenarios::Role& nurse, const scenarios::Team& team) {
  scenarios::Care care;
  care.roles.emplace_back("nurse", nurse);
  const auto shift = [&](const char* name, double start, double hours) {
    scenarios::Shift entry;
    entry.start_hour = start;
    entry.hours = hours;
    care.shifts.emplace_back(name, entry);
  };
  // Not in the order of the day, which must not matter.
  shift("night", 22, 9);
  shift("day", 7, 8);
  shift("evening", 15, 7);
  scenarios::Municipality west;
  west.travel_minutes = 10;
  west.teams.emplace_back("nurse", team);
  care.municipalities.emplace_back("west", west);
  return care;
}

/// Everybody's task in the setting "home": `per_week` visits of `length`, all in the day shift.
inline scenarios::Task visits(double per_week, const scenarios::DistributionSpec& length) {
  scenarios::Task task;
  task.settings = {"home"};
  task.role = "nurse";
  task.per_week = per_week;
  task.minutes = length;
  task.shifts = {{"day", 1.0}};
  return task;
}

/// A care layer made ready: workforce and plans of one profile in one setting, "home".
struct Compiled {
  Compiled(const scenarios::Care& care, int days, sim::Date start = monday())
      : workforce(care, start, days),
        plans(workforce, care, std::vector<std::string>{"home"}, 1,
              [](const scenarios::Condition&, flow::Profile) { return true; }) {}

  care::Workforce workforce;
  care::VisitPlans plans;
};

inline care::PatientHandle patient(std::uint32_t serial) {
  return {flow::PatientSlot{serial}, sim::family_of("patient"), serial};
}

/// Starts patients 0 .. count-1, present since long ago.
inline void start_all(care::VisitBook& book, std::uint32_t count, sim::Time now) {
  for (std::uint32_t p = 0; p < count; ++p) {
    care::PlanStart from;
    from.now = now;
    from.stay_started = now - 1000 * sim::day;
    book.start(patient(p), from);
  }
}

/// Enough minutes for every visit of a shift.
inline constexpr double plenty = 1e7;

/// One person with so many minutes for visits; of plenty, four.
inline care::ShiftStaff minutes_available(double available, double overtime = 0) {
  care::ShiftStaff staff;
  staff.available = sim::from_units(available, sim::minute);
  const int people = available < plenty ? 1 : 4;
  staff.people.assign(static_cast<std::size_t>(people), staff.available / people);
  staff.overtime_available = sim::from_units(overtime, sim::minute);
  return staff;
}

/// People with so many minutes each, and what they may do.
inline care::ShiftStaff people_of(const std::vector<int>& minutes,
                                  std::vector<care::Competences> held = {}) {
  care::ShiftStaff staff;
  for (const int of : minutes) {
    staff.people.push_back(of * sim::minute);
    staff.available += of * sim::minute;
  }
  staff.competences = std::move(held);
  return staff;
}

inline care::VisitCounts total(const care::ShiftResult& result) {
  care::VisitCounts sum;
  for (const care::VisitCounts& one : result.visits) {
    sum.due += one.due;
    sum.done += one.done;
    sum.late += one.late;
    sum.moved += one.moved;
    sum.missed += one.missed;
    sum.lapsed += one.lapsed;
  }
  return sum;
}

/// Nurses in every shift, so that nothing is moved for want of posts.
inline scenarios::Care with_tasks(const std::vector<scenarios::Task>& tasks) {
  scenarios::Care care = care_with(reliable_role(), team_of(20, 5, {"day", "evening", "night"}));
  for (const scenarios::Task& task : tasks) {
    care.tasks.emplace_back("task" + std::to_string(care.tasks.size()), task);
  }
  return care;
}

/// Works every shift of the only team from `first` to before `end`; the sum of all results.
inline care::ShiftResult work(care::VisitBook& book, std::uint32_t first, std::uint32_t end,
                              const care::ShiftStaff& staff = minutes_available(plenty)) {
  care::ShiftResult sum;
  for (std::uint32_t o = first; o < end; ++o) {
    const care::ShiftResult shift = book.run_shift(0, o, staff);
    for (std::size_t p = 0; p < care::priorities; ++p) {
      sum.visits[p].due += shift.visits[p].due;
      sum.visits[p].done += shift.visits[p].done;
      sum.visits[p].late += shift.visits[p].late;
      sum.visits[p].moved += shift.visits[p].moved;
      sum.visits[p].missed += shift.visits[p].missed;
      sum.visits[p].lapsed += shift.visits[p].lapsed;
    }
    sum.due += shift.due;
    sum.carried += shift.carried;
    sum.given += shift.given;
    sum.travel += shift.travel;
    sum.overtime += shift.overtime;
    sum.missed += shift.missed;
  }
  return sum;
}

inline double in_minutes(sim::Duration time) { return sim::in_units(time, sim::minute); }

/// Mean and standard error of independent values.
class Sample {
 public:
  void add(double x) {
    ++n_;
    const double step = x - mean_;
    mean_ += step / n_;
    squares_ += step * (x - mean_);
  }
  [[nodiscard]] double mean() const { return mean_; }
  [[nodiscard]] double variance() const { return squares_ / (n_ - 1); }
  [[nodiscard]] double error() const { return std::sqrt(variance() / n_); }
  /// Whether `truth` lies within four standard errors of the mean.
  [[nodiscard]] bool agrees(double truth) const { return std::abs(mean_ - truth) <= 4 * error(); }

 private:
  double n_ = 0, mean_ = 0, squares_ = 0;
};

}  // namespace staffing_case
