// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "sim/time.hpp"

namespace flow {

/// The integral over time of a whole number that goes up and down by one: whoever comes takes the
/// time off, whoever leaves adds it. An addition a change, and no look at what was counted before.
class StepIntegral {
 public:
  void up(sim::Time now) { sum_ -= ms(now); }
  void down(sim::Time now) { sum_ += ms(now); }
  /// Goes on from `so_far` at `now`, when the number is `value`.
  void restart(sim::Time now, std::int64_t value, std::int64_t so_far = 0) {
    sum_ = static_cast<std::uint64_t>(so_far) - static_cast<std::uint64_t>(value) * ms(now);
  }
  /// So far, in units of the number times ms; the number is `value` now.
  [[nodiscard]] std::int64_t until(sim::Time now, std::int64_t value) const {
    return static_cast<std::int64_t>(sum_ + static_cast<std::uint64_t>(value) * ms(now));
  }

 private:
  static std::uint64_t ms(sim::Time time) {
    return static_cast<std::uint64_t>(time.time_since_epoch().count());
  }
  std::uint64_t sum_ = 0;  // modulo 2^64: what fits in the end may overflow on the way
};

/// What is counted for one (place, profile): integers, so that sums do not depend on their order.
struct Cell {
  std::int64_t present_ms = 0, ready_ms = 0;  ///< patient-milliseconds, as of the last touch()
  std::int32_t present = 0, ready = 0;        ///< patients now; ready = the stay has ended
  std::uint32_t entries = 0;
  std::uint32_t leaves = 0;  ///< live departures
  std::uint32_t deaths = 0;
  StepIntegral present_time, ready_time;

  void come(sim::Time now) {
    ++present;
    present_time.up(now);
  }
  void go(sim::Time now) {
    --present;
    present_time.down(now);
  }
  void become_ready(sim::Time now) {
    ++ready;
    ready_time.up(now);
  }
  void go_ready(sim::Time now) {
    --ready;
    ready_time.down(now);
  }
  void touch(sim::Time now) {
    present_ms = present_time.until(now, present);
    ready_ms = ready_time.until(now, ready);
  }
  void reset(sim::Time now) {
    present_time.restart(now, present);
    ready_time.restart(now, ready);
    present_ms = ready_ms = 0;
    entries = leaves = deaths = 0;
  }
};

/// Persons living in a residence setting, at home or away, for one profile.
struct ResidentCell {
  std::int64_t resident_ms = 0;  ///< as of the last touch()
  std::int32_t residents = 0;
  std::uint32_t moved_in = 0;
  StepIntegral resident_time;

  void come(sim::Time now) {
    ++residents;
    resident_time.up(now);
  }
  void go(sim::Time now) {
    --residents;
    resident_time.down(now);
  }
  void touch(sim::Time now) { resident_ms = resident_time.until(now, residents); }
  void reset(sim::Time now) {
    resident_time.restart(now, residents);
    resident_ms = 0;
    moved_in = 0;
  }
};

/// "Unlimited" places: a number that no run reaches.
inline constexpr std::int32_t unlimited_places = 1 << 30;

/// Places offered, as a whole number. A part of a place is none, but 0.29 of 100 places are 29.
[[nodiscard]] inline std::int32_t whole_places(double capacity) {
  return static_cast<std::int32_t>(std::min(std::floor(capacity + 1e-6), double{unlimited_places}));
}

/// The places of one setting at a moment.
struct Places {
  std::int32_t capacity = 0;  ///< offered now
  std::int32_t normal = 0;    ///< offered normally
  /// Seized: patients present, on the way here, or residents away.
  std::int32_t occupied = 0;

  [[nodiscard]] bool limited() const { return capacity < unlimited_places; }
  [[nodiscard]] std::int32_t overflow() const { return std::max(0, occupied - capacity); }
  [[nodiscard]] std::int32_t closed() const {
    return limited() && normal < unlimited_places ? std::max(0, normal - capacity) : 0;
  }
};

/// What is counted for one setting as a whole.
struct SettingCounters {
  std::vector<std::int64_t> at_level_ms;  ///< time with so many places occupied
  sim::Time level_since{};                ///< so many places as now have been occupied since
  StepIntegral occupied_time, overflow_time, queue_time;
  std::int64_t wait_ms = 0;  ///< from asking for the place to getting it, over those who got one
  std::int64_t unserved_ms = 0;      ///< from asking to leaving the queue, over those who got none
  std::int64_t longest_wait_ms = 0;  ///< of both
  std::int64_t stay_ms = 0;          ///< over completed stays
  std::int64_t stay_before_ms = 0;   ///< spent before the last reset() by those then present
  std::uint32_t stays = 0;           ///< completed, deaths included
  std::uint32_t served = 0;          ///< places given
  std::uint32_t waited = 0;          ///< of them, after waiting
  std::uint32_t lost = 0, diverted = 0, left_queue = 0, evicted = 0;
  std::uint32_t unserved =
      0;  ///< left the queue without a place: left_queue, and by a risk or harm
  // Of those in the queue when the run ends; see Simulation::close.
  std::uint32_t still_waiting = 0;
  std::int64_t still_waiting_ms = 0;  ///< from asking to the end
  std::int64_t longest_still_ms = 0;
  // Up to the last touch():
  sim::Time last{};
  std::int64_t occupied_ms = 0, overflow_ms = 0, capacity_ms = 0, closed_ms = 0, queue_ms = 0;

  /// A place is about to be taken.
  void seize(const Places& places, sim::Time now) {
    level_ends(places.occupied, now);
    occupied_time.up(now);
    if (places.occupied >= places.capacity) overflow_time.up(now);
  }
  /// A place is about to be given back.
  void release(const Places& places, sim::Time now) {
    level_ends(places.occupied, now);
    occupied_time.down(now);
    if (places.occupied > places.capacity) overflow_time.down(now);
  }
  /// The number of places offered has changed; touch() came before.
  void offer(const Places& places) { overflow_time.restart(last, places.overflow(), overflow_ms); }

  /// Brings the sums up to `now`. Called before the number of places offered changes and before
  /// the sums are read.
  void touch(const Places& places, std::uint32_t queued, sim::Time now) {
    level_ends(places.occupied, now);
    const auto elapsed = (now - last).count();
    const auto used = occupied_time.until(now, places.occupied);
    capacity_ms = offered_until(places, now);
    closed_ms += places.closed() * elapsed;
    occupied_ms = used;
    overflow_ms = overflow_time.until(now, places.overflow());
    queue_ms = queue_time.until(now, queued);
    last = now;
  }

  /// What capacity_ms comes to by `now`. Without a limit what is offered is what is used.
  [[nodiscard]] std::int64_t offered_until(const Places& places, sim::Time now) const {
    return capacity_ms + (places.limited()
                              ? places.capacity * std::int64_t{(now - last).count()}
                              : occupied_time.until(now, places.occupied) - occupied_ms);
  }

  /// Somebody leaves the queue without a place, after so long a wait.
  void leave_unserved(sim::Duration wait) {
    ++unserved;
    unserved_ms += wait.count();
    longest_wait_ms = std::max(longest_wait_ms, std::int64_t{wait.count()});
  }

  /// Forgets what was counted before `now`.
  void reset(const Places& places, std::uint32_t queued, sim::Time now) {
    auto kept = std::move(at_level_ms);
    std::ranges::fill(kept, 0);
    *this = SettingCounters{};
    at_level_ms = std::move(kept);
    level_since = last = now;
    occupied_time.restart(now, places.occupied);
    overflow_time.restart(now, places.overflow());
    queue_time.restart(now, queued);
  }

 private:
  void level_ends(std::int32_t occupied, sim::Time now) {
    const auto level = static_cast<std::size_t>(occupied);
    if (level >= at_level_ms.size()) [[unlikely]] {
      at_level_ms.resize(level + level / 4 + 16);
    }
    at_level_ms[level] += (now - level_since).count();
    level_since = now;
  }
};

}  // namespace flow
