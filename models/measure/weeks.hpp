// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenarios/roster.hpp"

namespace care {

/// Whether ISO week `week` lies in [from, to]; from > to wraps the year's end.
[[nodiscard]] constexpr bool in_weeks(int week, int from, int to) {
  return scenarios::is_in_weeks(week, {from, to});
}

}  // namespace care
