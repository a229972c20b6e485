// SPDX-License-Identifier: Apache-2.0
/// @file
/// Claims about the figures of an experiment.
#pragma once

#include <string>

#include "experiments/run.hpp"
#include "tests/theory/ladder.hpp"

namespace theory {

/// A reported figure agrees with the truth, in its own unit.
[[nodiscard]] inline ::testing::AssertionResult reports(const Claim& claim,
                                                        const care::Results& results,
                                                        const std::string& id, double truth,
                                                        double sharpness = 0.15) {
  const auto* metric = care::find_metric(results, id);
  if (metric == nullptr) return ::testing::AssertionFailure() << "no metric " << id;
  const double half_width = (metric->ci95.high - metric->ci95.low) / 2;
  return claim.agrees(id + ", " + metric->key.unit.en,
                      sim::Estimate{metric->mean, metric->sd, half_width, metric->n}, truth,
                      sharpness);
}

}  // namespace theory
