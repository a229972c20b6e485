// SPDX-License-Identifier: Apache-2.0
// What a replication leaves behind.

#include <stdexcept>

#include <gtest/gtest.h>

#include "models/model.hpp"
#include "scenarios/reader.hpp"
#include "scenarios/rule_reader.hpp"
#include "tests/models/allocations.hpp"

namespace {

/// Bytes that an outcome of the Halland base year may hold: a measured figure with five percent to
/// grow. When a new output needs more, a change here says so in review.
constexpr std::size_t most_bytes_running = 582'000;

care::Model halland() {
  const auto loaded = scenarios::load(TROSKEL_SOURCE_DIR "/scenarios/halland/base-2025.json");
  if (!loaded.scenario) throw std::runtime_error("the Halland base year does not load");
  const auto rules = scenarios::load_agreements(*loaded.scenario);
  return care::Model{*loaded.scenario, rules.sets};
}

std::size_t bytes_of(const care::Outcome& outcome) {
  std::size_t bytes = (outcome.totals.size() + outcome.weekly.capacity()) * sizeof(std::int64_t);
  bytes += outcome.levels.size() * sizeof(care::Outcome::Levels);
  for (const auto& levels : outcome.levels) bytes += levels.ms.capacity() * sizeof(std::int64_t);
  return bytes;
}

TEST(OutcomeMemory, OfAHallandYearStaysUnderItsFigure) {
  const auto model = halland();
  care::Replication replication{model};
  care::Outcome warm;
  replication.run(1, 0, warm);
  care::Outcome outcome;
  const auto before = allocations::bytes();
  replication.run(1, 0, outcome);
  const auto asked = allocations::bytes() - before;
  EXPECT_EQ(asked, bytes_of(outcome)) << "asked for more than is kept";
  EXPECT_LE(bytes_of(outcome), most_bytes_running);
  EXPECT_GT(bytes_of(outcome), most_bytes_running / 10 * 8) << "lower the figure";
}

}  // namespace
