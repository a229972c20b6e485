// SPDX-License-Identifier: Apache-2.0
#pragma once

// When the rows of a roster hold, and people are away.

#include <array>
#include <optional>
#include <string>
#include <utility>

#include "scenarios/scenario.hpp"
#include "sim/civil_date.hpp"

namespace scenarios {

/// Whether ISO week `week` lies in [first, last]; first > last goes over the new year.
[[nodiscard]] constexpr bool is_in_weeks(int week, const std::array<int, 2>& weeks) {
  return weeks[0] <= weeks[1] ? weeks[0] <= week && week <= weeks[1]
                              : week >= weeks[0] || week <= weeks[1];
}

/// The days of a run of `days` from `start` that lie between two dates, both included, either of which
/// may be missing: [first, end) counted from the start.
[[nodiscard]] std::pair<int, int> days_between(std::optional<sim::Date> from,
                                               std::optional<sim::Date> to, sim::Date start,
                                               int days);

/// Whether the period of a row has a day of the run, kinds of day apart.
[[nodiscard]] bool holds_within(const RosterRow& row, const Horizon& horizon);

/// Whether two absences have a day in common.
[[nodiscard]] bool overlap(const KnownAbsence& one, const KnownAbsence& other);

/// "2025-03-01 - 2025-03-31", or "2025-03-01 -".
[[nodiscard]] std::string period_text(const KnownAbsence& absence);

/// Whether files add to the teams of a care layer.
[[nodiscard]] inline bool has_staff_files(const Care& care) {
  return !care.rosters.empty() || !care.people.empty() || !care.absence.empty();
}

}  // namespace scenarios
