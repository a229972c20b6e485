// SPDX-License-Identifier: Apache-2.0
// What the results of a run keep of each replication.

#include <numeric>
#include <stdexcept>

#include <gtest/gtest.h>

#include "experiments/run.hpp"
#include "models/model.hpp"
#include "scenarios/reader.hpp"
#include "scenarios/rule_reader.hpp"

namespace {

/// Bytes that the results of the Halland base year keep of each replication: a measured figure with
/// five percent to grow. When a new output needs more, a change here says so in review.
constexpr std::size_t most_bytes_kept = 34'000;

care::Model halland() {
  const auto loaded = scenarios::load(TROSKEL_SOURCE_DIR "/scenarios/halland/base-2025.json");
  if (!loaded.scenario) throw std::runtime_error("the Halland base year does not load");
  const auto rules = scenarios::load_agreements(*loaded.scenario);
  return care::Model{*loaded.scenario, rules.sets};
}

std::size_t bytes_of(const std::vector<care::ReplicationColumn>& columns) {
  return std::accumulate(columns.begin(), columns.end(), std::size_t{0},
                         [](std::size_t sum, const care::ReplicationColumn& column) {
                           return sum + column.values.capacity() * sizeof(double);
                         });
}

TEST(ResultsMemory, GrowsByTheFiguresAlone) {
  const auto model = halland();
  constexpr std::uint32_t replications = 2;
  const auto results =
      care::run_experiment(model, {.replications = replications, .threads = 1}, {});
  const auto kept =
      (bytes_of(results.replications) + bytes_of(results.ledger_replications)) / replications;
  EXPECT_LE(kept, most_bytes_kept);
  EXPECT_GT(kept, most_bytes_kept / 10 * 8) << "lower the figure";
}

}  // namespace
