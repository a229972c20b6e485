// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "models/measure/catalogue.hpp"
#include "models/measure/recorder.hpp"
#include "models/staffing/figures.hpp"
#include "models/staffing/workforce.hpp"
#include "scenarios/scenario.hpp"

namespace care {

/// Finds the weeks of shortage of each team in one replication and what they amount to, season by
/// season (find_seasons); the totals are sums over the seasons:
///   event week   must-attend visits missed >= threshold, or time due > load * time available
///   any          seasons with an event week; `weeks` of them; `episodes` are runs of them
///   longest      the longest run of each season
///   depth        each season's worst week: share of the time due that was not given (10^-6)
///   first_week   ISO week of the first event, of seasons with one
///   recovery     event weeks that go on from the season's last week without a break
void find_shortages(const scenarios::Shortage& shortage, const Workforce& workforce,
                    const StaffSlots& slots, std::span<const Week> weeks, Recorder& recorder);

}  // namespace care
