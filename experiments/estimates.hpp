// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "experiments/results.hpp"
#include "models/model.hpp"
#include "models/outcome.hpp"

namespace care {

/// Folds outcomes, in replication order, into results. Outcomes that are not `done` are left out.
/// Means: Student t. Probabilities: Wilson. Quantiles: order statistics, absent where there are too
/// few. The weeks of the outcomes are given back to the system on the way.
[[nodiscard]] Results summarise(const Model& model, std::span<Outcome> outcomes,
                                RunIdentity identity);

/// The value of a figure in one replication; NaN where it has none (its denominator is 0).
[[nodiscard]] double value_of(const MetricSpec& spec, const Outcome& outcome);

/// What the self-audit says of these outcomes, violations first.
[[nodiscard]] std::vector<AuditItem> audit_results(const Model& model,
                                                   std::span<const Outcome> outcomes,
                                                   const Results& results);

/// Estimate of a mean from replication values; NaN values are left out.
[[nodiscard]] MetricEstimate estimate_mean(Key key, std::span<const double> values);

}  // namespace care
