// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "experiments/results.hpp"
#include "scenarios/scenario.hpp"

namespace care {

/// What the interval of an estimate tells of a range, whose ends belong to it.
[[nodiscard]] Plausibility plausibility_of(const MetricEstimate& estimate, double low, double high);

/// How far the mean lies outside the range, in widths of it; 0 inside, and without a value.
[[nodiscard]] double beyond(const PlausibleRow& row);

/// The ranges of `/plausible`, each beside the figures of the run that it is about. A range that
/// no team has a figure for is one row without a value: it is not passed by.
[[nodiscard]] std::vector<PlausibleRow> plausible_rows(const scenarios::Scenario& scenario,
                                                       const Results& results);

}  // namespace care
