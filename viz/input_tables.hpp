// SPDX-License-Identifier: Apache-2.0
#pragma once

// What went into a run, as tables.

#include <string_view>

#include "experiments/results.hpp"
#include "scenarios/scenario.hpp"
#include "viz/assumptions.hpp"
#include "viz/table.hpp"

namespace viz {

/// A part of the scenario as people call it: "Settings".
[[nodiscard]] words::Text part_label(std::string_view part);

/// The inputs of one part with their ranges, grades and sources.
[[nodiscard]] Table assumptions_table(const Assumptions& inputs, std::string_view part);

/// What a run was of: scenario, period, start, replications, seed, version.
[[nodiscard]] Table method_table(const scenarios::Scenario& scenario, const care::RunIdentity& run);

}  // namespace viz
