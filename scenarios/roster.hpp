// SPDX-License-Identifier: Apache-2.0
#pragma once

// When the rows of a roster hold.

#include <array>
#include <utility>

#include "scenarios/scenario.hpp"
#include "sim/civil_date.hpp"

namespace scenarios {

/// Whether ISO week `week` lies in [first, last]; first > last goes over the new year.
[[nodiscard]] constexpr bool is_in_weeks(int week, const std::array<int, 2>& weeks) {
  return weeks[0] <= weeks[1] ? weeks[0] <= week && week <= weeks[1]
                              : week >= weeks[0] || week <= weeks[1];
}

/// The days of a run of `days` from `start` that the dates of a row leave, [first, end) counted from the
/// start; its weeks and kinds of day apart.
[[nodiscard]] std::pair<int, int> days_of(const RosterRow& row, sim::Date start, int days);

/// Whether the period of a row has a day of the run, kinds of day apart.
[[nodiscard]] bool holds_within(const RosterRow& row, const Horizon& horizon);

}  // namespace scenarios
