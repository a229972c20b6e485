// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "models/flow/ids.hpp"

namespace care {

/// Index into Outcome::totals.
using Slot = std::uint32_t;
inline constexpr Slot no_slot = 0xffffffffU;

/// What one replication leaves: whole numbers by slot, so that folding is exact and ordered by
/// nothing but the replication number. The Catalogue says what each slot means.
struct Outcome {
  std::vector<std::int64_t> totals;  ///< by slot
  std::vector<std::int64_t> weekly;  ///< by (series, week)
  struct Levels {
    std::uint32_t first = 0;       ///< level of the first entry
    std::vector<std::int64_t> ms;  ///< time with so many places occupied
  };
  sim::Table<flow::Place, Levels> levels;  ///< of settings
  bool done = false;                       ///< false: not run (interrupted before)
};

}  // namespace care
