// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "models/measure/catalogue.hpp"
#include "models/measure/recorder.hpp"
#include "models/staffing/figures.hpp"
#include "models/staffing/workforce.hpp"
#include "scenarios/scenario.hpp"

namespace care {

/// Finds the weeks of shortage of each team in one replication and what they amount to:
///   event week   must-attend visits missed >= threshold, or time due > load * time available
///   any          an event week in the season; `weeks` of them; `episodes` are runs of them;
///                `longest` is the longest run
///   depth        the season's worst week: share of the time due that was not given (10^-6)
///   first_week   ISO week of the first event in the season
///   recovery     event weeks that follow the season without a break
void find_shortages(const scenarios::Shortage& shortage, const Workforce& workforce,
                    const StaffSlots& slots, std::span<const Week> weeks, Recorder& recorder);

}  // namespace care
