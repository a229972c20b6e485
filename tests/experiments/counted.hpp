// SPDX-License-Identifier: Apache-2.0
/// @file
/// Small runs whose figures are counted by hand.
#pragma once

#include <string_view>

#include <gtest/gtest.h>

#include "experiments/run.hpp"
#include "tests/models/scenario_builder.hpp"

namespace counted {

/// Two replications on one thread.
inline care::Results run(const scenarios::Scenario& scenario) {
  const care::Model model{scenario};
  return care::run_experiment(model, {.seed = 1, .replications = 2, .threads = 1}, {});
}

/// A figure by its id; a failure and an empty one where there is none.
inline const care::MetricEstimate& metric(const care::Results& results, std::string_view id) {
  static const care::MetricEstimate none;
  const auto* found = care::find_metric(results, id);
  EXPECT_NE(found, nullptr) << id;
  return found == nullptr ? none : *found;
}
inline double mean(const care::Results& results, std::string_view id) {
  return metric(results, id).mean;
}

/// One patient a day at eight, for six days: a day in `first`, where there is always room, and two in
/// the only place of `then`.
inline cases::Builder tandem() {
  cases::Builder b;
  b.exit("home").horizon(0, 6);
  b.setting("first", cases::unlimited, cases::fixed_days(1), {{"then", 1}});
  b.setting("then", 1, cases::fixed_days(2), {{"home", 1}});
  b.appointments("referrals", {8}, "first");
  return b;
}

}  // namespace counted
