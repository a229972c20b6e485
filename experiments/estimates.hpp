// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "experiments/results.hpp"
#include "experiments/sample.hpp"
#include "models/flow/analysis.hpp"
#include "models/model.hpp"

namespace care {

/// Folds a sample, in replication order, into results. Means: Student t. Probabilities: Wilson.
/// Quantiles: order statistics, absent where there are too few.
[[nodiscard]] Results summarise(const Model& model, const flow::Analysis& analysis,
                                const Sample& sample, RunIdentity identity);

/// The value of a figure in one replication or in all; NaN where it has none (its denominator is 0).
[[nodiscard]] double value_of(const MetricSpec& spec, const Sample& sample, std::uint32_t index);
[[nodiscard]] std::vector<double> values_of(const MetricSpec& spec, const Sample& sample);

/// What the self-audit says of a run, violations first.
[[nodiscard]] std::vector<AuditItem> audit_results(const Model& model,
                                                   const flow::Analysis& analysis,
                                                   const Sample& sample, const Results& results);

/// Estimate of a mean from replication values; NaN values are left out.
[[nodiscard]] MetricEstimate estimate_mean(Key key, std::span<const double> values);

}  // namespace care
