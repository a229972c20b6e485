// SPDX-License-Identifier: Apache-2.0
#pragma once

// The tables for programs, whole and exact. They refer to the results they are made from.

#include "experiments/comparison.hpp"
#include "experiments/results.hpp"
#include "viz/table.hpp"

namespace viz {

/// One row per metric: id, group, quantity, label, dimensions, unit, kind, n, mean, sd, interval,
/// quantiles.
[[nodiscard]] Table summary_table(const care::Results& results);

/// One row per series and week.
[[nodiscard]] Table weekly_table(const care::Results& results);

/// One row per principal and item.
[[nodiscard]] Table ledger_table(const care::Results& results);

/// One row per moment and setting: the numbers there with their intervals.
[[nodiscard]] Table states_table(const care::Results& results);

/// One row per day and setting that the scenario chose: the numbers there with their intervals.
[[nodiscard]] Table daily_table(const care::Results& results);

/// plausible.csv: figures of teams, each beside the range in which the scenario expects it.
[[nodiscard]] Table plausible_rows_table(const care::Results& results);

/// One row per patient case that occurred: its attributes, persons, who is responsible, who
/// performs, and the rule that says so.
[[nodiscard]] Table cases_table(const care::Results& results);

/// One row per replication, one column per id.
[[nodiscard]] Table replications_table(const care::Results& results);

/// One row per alternative and figure that both have.
[[nodiscard]] Table differences_table(const care::Comparison& comparison);

/// One row per alternative, stakeholder and figure, municipality by municipality.
[[nodiscard]] Table stakeholders_table(const care::Comparison& comparison);

/// One row per alternative and patient case that changes hands: who is responsible and performs
/// under the base and there, by which rules, and how many persons it is about.
[[nodiscard]] Table changed_cases_table(const care::Comparison& comparison);

}  // namespace viz
