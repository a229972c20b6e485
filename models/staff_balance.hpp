// SPDX-License-Identifier: Apache-2.0
/// @file
/// Whether the teams of a scenario can cope, before any run: the work that is expected to fall due
/// (models/staff_need.hpp) beside the time that there is expected to be for it
/// (models/staffing/expected_time.hpp), week by week.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "models/flow/analysis.hpp"
#include "models/model.hpp"

namespace care {

/// Work that falls due and the time for it, hours.
struct WorkAndTime {
  double due = 0;        ///< visits with travel: the figure `due`
  double available = 0;  ///< for them, without overtime: the figure `available`

  /// Due by available; infinite where there is work and no time.
  [[nodiscard]] double load() const;
  WorkAndTime& operator+=(const WorkAndTime& other);
};

/// The same of a week, in all and by shift in the order of the day.
struct WorkWeek {
  WorkAndTime all;
  std::vector<WorkAndTime> shifts;
};

/// A team, or the teams of a pool, which work as one.
struct TeamBalance {
  std::string unit, role;  ///< ids; of a pool its own
  scenarios::Text unit_label, role_label;
  std::string pointer;            ///< to the roster; of a pool to the pool
  WorkWeek normal;                ///< mean of the weeks outside the season of shortage, or of all
  std::optional<WorkWeek> worst;  ///< that of the season with the greatest load
  int worst_week = 0;             ///< its ISO week
  /// The longest row of weeks in which more is due than `shortage/load` times the time: its length, and
  /// the ISO week in which it begins.
  int weeks_over = 0;
  int first_over = 0;
};

struct StaffBalance {
  std::vector<std::string> shifts;            ///< ids, in the order of the day
  std::vector<scenarios::Text> shift_labels;  ///< what they are called
  std::vector<TeamBalance> teams;             ///< those that have work or time
  std::vector<flow::Finding> findings;        ///< warnings, then notes
};

/// Only weeks that are measured whole are looked at. A scenario without visits has no teams here, and
/// neither has one without such a week, which a note tells. A row of four weeks is a warning, or as
/// many as are measured; inputs that make the work unknown are told in notes.
[[nodiscard]] StaffBalance balance_staff(const Model& model, const flow::Analysis& analysis);

/// Of its findings the warnings that visits fit nobody on a roster, which a run tells too. Every municipality
/// that has the role is looked at, whatever rules say, and all shifts alike: quicker than the balance.
[[nodiscard]] std::vector<flow::Finding> visits_that_never_fit(const Model& model,
                                                               const flow::Analysis& analysis);

}  // namespace care
