// SPDX-License-Identifier: Apache-2.0
// The Halland base year must reproduce the Swedish figures it was calibrated to: the targets of the
// scenario file (enrolled, ready bed-days, episodes, ...), each with its source. The table is
// printed, held or not.

#include <cstdio>
#include <string>

#include <gtest/gtest.h>

#include "models/experiment.hpp"
#include "scenarios/reader.hpp"

namespace {

TEST(BaseRun, HallandReproducesItsTargets) {
  const auto loaded = scenarios::load(TROSKEL_SOURCE_DIR "/scenarios/halland/base-2025.json");
  for (const auto& error : loaded.errors) ADD_FAILURE() << error.text();
  ASSERT_TRUE(loaded.scenario.has_value());
  const care::Model model{*loaded.scenario};
  care::RunRequest request;
  request.seed = 1;
  request.replications = 200;
  const auto results = care::run_experiment(model, request, {});

  ASSERT_GE(results.targets.size(), 12U);
  for (const auto& target : results.targets) {
    const auto& estimate = target.estimate;
    std::printf("%-14s %10.2f  (%.2f to %.2f)  must lie in %.2f to %.2f: %s\n", target.id.c_str(),
                estimate.mean, estimate.ci95.low, estimate.ci95.high, target.low, target.high,
                target.passed ? "pass" : "FAIL");
    EXPECT_TRUE(target.passed) << target.id;
  }
  for (const auto& item : results.audit) {
    EXPECT_NE(item.verdict, care::AuditItem::Verdict::Violated)
        << item.id << ": " << item.detail.en;
  }
}

}  // namespace
