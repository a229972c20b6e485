// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "models/flow/ids.hpp"

namespace care {

/// Where a whole number of a replication lies in Outcome::totals.
enum class Slot : std::uint32_t {};
inline constexpr Slot no_slot{0xffffffff};

/// The slot at a position in a row of them.
[[nodiscard]] constexpr Slot operator+(Slot first, std::size_t position) {
  return static_cast<Slot>(sim::index(first) + position);
}

/// What one replication leaves: whole numbers by slot, so that folding is exact and ordered by
/// nothing but the replication number. The Catalogue says what each slot means.
struct Outcome {
  sim::Table<Slot, std::int64_t> totals;
  std::vector<std::int64_t> weekly;  ///< by (series, week)
  struct Levels {
    std::uint32_t first = 0;       ///< level of the first entry
    std::vector<std::int64_t> ms;  ///< time with so many places occupied
  };
  sim::Table<flow::Place, Levels> levels;  ///< of settings
  bool done = false;                       ///< false: not run (interrupted before)
};

}  // namespace care
