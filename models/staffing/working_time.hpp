// SPDX-License-Identifier: Apache-2.0
/// @file
/// Whether those employed are as many as their roster needs at full time.
#pragma once

#include <cstdint>
#include <vector>

#include "models/staffing/workforce.hpp"

namespace care {

/// Paid hours a week that a roster asks of a team, on average over the run.
struct WorkingTime {
  std::uint32_t team = 0;
  double hours = 0;      ///< in all
  double people = 0;     ///< employed, in full posts, vacant ones included
  double full_time = 0;  ///< hours a week of a full post
  double enough = 0;     ///< whole people who would do

  [[nodiscard]] double each() const { return hours / people; }
};

/// Teams whose roster asks for more than full time of each who is employed, those first of whom it asks
/// most. A roster of a team without people is nobody's.
[[nodiscard]] std::vector<WorkingTime> teams_beyond_full_time(const Workforce& workforce);

}  // namespace care
