// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "sim/time.hpp"

namespace flow {

/// What is counted for one (place, profile): integers, so that sums do not depend on their order.
struct Cell {
  sim::Time last{};
  std::int64_t present_ms = 0, ready_ms = 0;  ///< patient-milliseconds
  std::int32_t present = 0, ready = 0;        ///< patients now; ready = the stay has ended
  std::uint32_t entries = 0;
  std::uint32_t leaves = 0;  ///< live departures
  std::uint32_t deaths = 0;

  void touch(sim::Time now) {
    const auto elapsed = (now - last).count();
    present_ms += present * elapsed;
    ready_ms += ready * elapsed;
    last = now;
  }
  void reset(sim::Time now) {
    touch(now);
    present_ms = ready_ms = 0;
    entries = leaves = deaths = 0;
  }
};

/// Persons living in a residence setting, at home or away, for one profile.
struct ResidentCell {
  sim::Time last{};
  std::int64_t resident_ms = 0;
  std::int32_t residents = 0;
  std::uint32_t moved_in = 0;

  void touch(sim::Time now) {
    resident_ms += residents * (now - last).count();
    last = now;
  }
  void reset(sim::Time now) {
    touch(now);
    resident_ms = 0;
    moved_in = 0;
  }
};

/// What is counted for one setting as a whole.
struct SettingCounters {
  sim::Time last{};
  std::int64_t occupied_ms = 0, overflow_ms = 0, capacity_ms = 0, closed_ms = 0, queue_ms = 0;
  std::int64_t wait_ms = 0;  ///< from asking for the place to getting it, over those who got one
  std::int64_t longest_wait_ms = 0;
  std::int64_t stay_ms = 0;  ///< over completed stays
  std::uint32_t stays = 0;   ///< completed, deaths included
  std::uint32_t served = 0;  ///< places given
  std::uint32_t waited = 0;  ///< of them, after waiting
  std::uint32_t lost = 0, diverted = 0, left_queue = 0, evicted = 0;
  std::vector<std::int64_t> at_level_ms;  ///< time with so many places occupied

  void touch(sim::Time now, std::int32_t occupied, std::int32_t capacity, std::int32_t normal,
             std::uint32_t queued) {
    const auto elapsed = (now - last).count();
    if (elapsed == 0) return;
    last = now;
    occupied_ms += occupied * elapsed;
    if (occupied > capacity) overflow_ms += (occupied - capacity) * elapsed;
    capacity_ms += capacity * elapsed;
    if (capacity < normal) closed_ms += (normal - capacity) * elapsed;
    queue_ms += queued * elapsed;
    const auto level = static_cast<std::size_t>(occupied);
    if (level >= at_level_ms.size()) at_level_ms.resize(level + level / 4 + 16);
    at_level_ms[level] += elapsed;
  }
  void reset() {
    auto kept = std::move(at_level_ms);
    const auto when = last;
    std::ranges::fill(kept, 0);
    *this = SettingCounters{};
    at_level_ms = std::move(kept);
    last = when;
  }
};

}  // namespace flow
