// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace care {

/// Whether ISO week `week` lies in [from, to]; from > to wraps the year's end.
[[nodiscard]] constexpr bool in_weeks(int week, int from, int to) {
  return from <= to ? from <= week && week <= to : week >= from || week <= to;
}

}  // namespace care
