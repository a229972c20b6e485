// SPDX-License-Identifier: Apache-2.0
#pragma once

// The tables for people: one function for each, whoever shows it. They refer to the results and the
// scenario that they are made from. A table without anything to say has no rows.

#include "experiments/results.hpp"
#include "scenarios/scenario.hpp"
#include "viz/table.hpp"

namespace viz {

/// One row per setting: places, patients, occupancy, those who are ready, the queue and the wait.
[[nodiscard]] Table places_table(const scenarios::Scenario& scenario, const care::Results& results);

/// One row per cause for which patients who were ready waited, by setting; the longest first.
[[nodiscard]] Table ready_causes_table(const scenarios::Scenario& scenario,
                                       const care::Results& results);

/// One row per moment that the scenario chose and setting: the numbers there.
[[nodiscard]] Table moments_table(const scenarios::Scenario& scenario,
                                  const care::Results& results);

/// The risk of shortage, municipality by role, and anywhere.
[[nodiscard]] Table risk_table(const scenarios::Scenario& scenario, const care::Results& results);

/// One row per municipality and role: risk, weeks, depth, first and worst week, recovery.
[[nodiscard]] Table risk_detail_table(const scenarios::Scenario& scenario,
                                      const care::Results& results);

/// Tight weeks of a season, municipality by role.
[[nodiscard]] Table tight_table(const scenarios::Scenario& scenario, const care::Results& results);

/// The risk of shortage in shifts of one kind, municipality by kind of shift, of one role. No rows where
/// its visits can all wait.
[[nodiscard]] Table shift_risk_table(const scenarios::Scenario& scenario,
                                     const care::Results& results, const std::string& role);

/// One row per municipality, role and kind of shift: risk, load, visits a person, overtime.
[[nodiscard]] Table shifts_table(const scenarios::Scenario& scenario, const care::Results& results);

/// The scenario's own measures that are no targets, for all municipalities together.
[[nodiscard]] Table measures_table(const care::Results& results);

/// One row per target; missed ones are urgent.
[[nodiscard]] Table targets_table(const care::Results& results);

/// One row per figure that the scenario expects in a range: the estimate, the range, what it rests on,
/// and how the two lie to each other.
[[nodiscard]] Table plausible_table(const scenarios::Scenario& scenario,
                                    const care::Results& results);

/// One row per municipality and role: load, visits, overtime, agency staff.
[[nodiscard]] Table staff_table(const scenarios::Scenario& scenario, const care::Results& results);

/// One row per way out.
[[nodiscard]] Table exits_table(const scenarios::Scenario& scenario, const care::Results& results);

/// Who is responsible and who performs.
[[nodiscard]] Table owners_table(const scenarios::Scenario& scenario, const care::Results& results);

/// What each principal provided, by unit, and what it cost; the total last.
[[nodiscard]] Table accounts_table(const scenarios::Scenario& scenario,
                                   const care::Results& results);

/// Every row of the ledger.
[[nodiscard]] Table provided_table(const care::Results& results);

/// What each party carries, over the whole period. No rows without staff.
[[nodiscard]] Table parties_table(const scenarios::Scenario& scenario,
                                  const care::Results& results);

/// What the program checked of itself.
[[nodiscard]] Table audit_table(const care::Results& results);

}  // namespace viz
