// SPDX-License-Identifier: Apache-2.0
#pragma once

// Rosters, people and known absence of teams that stand in files of their own.

#include "scenarios/check.hpp"
#include "scenarios/scenario.hpp"

namespace scenarios {

/// The care layer with what its files add to the teams: rows of rosters and people beside those that
/// stand in the teams, and absence of people by name. A team that stands in no file but these is added.
/// Every mistake is told at its line and column; rows with one are left out. Precondition: the scenario
/// has a care layer.
[[nodiscard]] Care care_with_files(const Scenario& scenario, Findings& findings);

/// The same for a scenario that has been checked. Throws std::runtime_error when a file has changed since
/// and can no longer be read.
[[nodiscard]] Care care_with_files(const Scenario& scenario);

}  // namespace scenarios
