// SPDX-License-Identifier: Apache-2.0
/// @file
/// How the time of a patient who is ready is shared by what is not done yet.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>

#include "sim/time.hpp"

namespace care {

/// Number of a cause: the tasks of discharge in the order of the scenario, then the talks of the parties, the
/// way that is closed or taken, and the lack of a place, by setting.
using Cause = std::uint32_t;

/// Something that must be done before a patient may leave.
struct Undone {
  Cause cause = 0;
  sim::Time done{};
};

/// Deals out the time from `from` to `to`, which is not before: at each moment those that are not done have
/// equal parts of it. `undone` is sorted by `done`. Calls `hear(cause, length)`, and returns from when on all are
/// done, at most `to`. Parts are whole milliseconds that add up: what is left over goes to the first ones.
template <class Hear>
sim::Time deal_out(sim::Time from, sim::Time to, std::span<const Undone> undone, Hear&& hear) {
  auto at = from;
  for (std::size_t i = 0; i < undone.size() && at < to; ++i) {
    const auto next = std::min(undone[i].done, to);
    if (next <= at) continue;
    const auto blocking = undone.subspan(i);
    const auto each = (next - at) / static_cast<std::int64_t>(blocking.size());
    auto over = (next - at) - each * static_cast<std::int64_t>(blocking.size());
    for (const Undone& one : blocking) {
      const auto more = std::min(over, sim::Duration{1});
      hear(one.cause, each + more);
      over -= more;
    }
    at = next;
  }
  return at;
}

}  // namespace care
