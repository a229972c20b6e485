// SPDX-License-Identifier: Apache-2.0
// A worker that has run one replication runs the next without asking for memory.

#include <gtest/gtest.h>

#include "models/model.hpp"
#include "scenarios/reader.hpp"
#include "scenarios/rule_reader.hpp"
#include "tests/models/allocations.hpp"

namespace {

TEST(ReplicationAllocation, ASecondHallandYearAllocatesNothing) {
  const auto loaded = scenarios::load(TROSKEL_SOURCE_DIR "/scenarios/halland/base-2025.json");
  ASSERT_TRUE(loaded.scenario.has_value());
  const auto rules = scenarios::load_agreements(*loaded.scenario);
  const care::Model model(*loaded.scenario, rules.sets);
  care::Replication replication{model};
  care::Outcome outcome;
  replication.run(1, 0, outcome);
  const auto first = outcome.totals;

  const auto before = allocations::count();
  replication.run(1, 0, outcome);
  EXPECT_EQ(allocations::count() - before, 0U);
  EXPECT_EQ(outcome.totals, first) << "a replication must not depend on the one before it";
}

}  // namespace
