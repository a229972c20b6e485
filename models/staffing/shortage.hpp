// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

#include "models/measure/catalogue.hpp"
#include "models/measure/recorder.hpp"
#include "models/staffing/figures.hpp"
#include "models/staffing/workforce.hpp"
#include "scenarios/scenario.hpp"

namespace care {

/// Whether care was missed: of so many visits due that cannot wait so many were given up.
[[nodiscard]] inline bool is_missed_care(const scenarios::Shortage& shortage, std::int64_t missed,
                                         std::int64_t due) {
  const auto given_up = static_cast<double>(missed);
  return missed > 0 && (given_up >= shortage.missed_visits ||
                        given_up >= shortage.missed_share * static_cast<double>(due));
}

/// Finds the weeks of shortage of each team in one replication and what they amount to, season by
/// season (find_seasons); the totals are sums over the seasons:
///   event week   missed care: see is_missed_care
///   any          seasons with an event week; `weeks` of them; `episodes` are runs of them
///   longest      the longest run of each season
///   depth        each season's worst week: share of the visits that cannot wait missed (10^-6)
///   first_week   ISO week of the first event, of seasons with one
///   recovery     event weeks that go on from the season's last week without a break
///   missed       visits that cannot wait and were missed
///   tight week   time due > load * time available, visits moved >= moved_share of those due, or
///                overtime >= overtime_share of the time given; tight_any, tight_weeks as above
/// A team of a pool is overloaded and works overtime with the whole pool; moved and missed visits are its
/// own patients'.
void find_shortages(const scenarios::Shortage& shortage, const Workforce& workforce,
                    const StaffSlots& slots, std::span<const Week> weeks, Recorder& recorder);

}  // namespace care
