// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "scenarios/issue.hpp"
#include "scenarios/own_attributes.hpp"
#include "scenarios/scenario.hpp"

namespace scenarios {

/// What a check found. Errors make a scenario unfit to run; warnings look unintended.
struct Findings {
  std::vector<Issue> errors;
  std::vector<Issue> warnings;
};

/// Checks what a scenario's parts mean together: names resolve, rules cover everyone, shares sum to
/// 1, dates are in order, parameters make a distribution. Pointers are those of the resolved
/// scenario. Data files are not opened; whether patients can leave is for the pathway analysis.
/// `vocabulary`: what the scenario's rule sets decide over; none: it is not known, and names that are
/// not built in are left alone.
[[nodiscard]] Findings check(const Scenario& scenario,
                             const std::optional<CaseVocabulary>& vocabulary = CaseVocabulary{});

/// Reads the data files that a scenario names and checks that they fit it.
[[nodiscard]] Findings check_files(const Scenario& scenario);

/// Persons, or places, whose time over a run of so many days may be added up: sums are kept in 64 bits
/// of milliseconds.
[[nodiscard]] double most_at_a_time(double days);

}  // namespace scenarios
