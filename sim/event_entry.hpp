// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <type_traits>

#include "sim/time.hpp"

namespace sim {

/// Largest priority an event can have; 0 goes first.
inline constexpr std::uint8_t max_event_priority = 15;

/// One scheduled event: when, in which order among equal times, and what.
///
/// The order is total: no two entries of a list compare equal, because the sequence number differs.
/// Comparing two 64-bit words decides it, so lists never look at the event itself.
template <class Event>
struct EventEntry {
  static_assert(std::is_trivially_copyable_v<Event>, "events are plain data");
  static constexpr unsigned sequence_bits = 60;

  /// When the event happens.
  Time time;
  /// Priority in the top 4 bits, sequence number of the list in the low 60.
  std::uint64_t order;
  /// What happens.
  Event event;

  /// 0 (first) to 15 (last) among the events of one time.
  [[nodiscard]] std::uint8_t priority() const {
    return static_cast<std::uint8_t>(order >> sequence_bits);
  }
  /// How many events its list had been given before.
  [[nodiscard]] std::uint64_t sequence() const {
    return order & ((std::uint64_t{1} << sequence_bits) - 1);
  }
};

/// Packs a priority (0..15) and a sequence number (below 2^60) into the word that breaks ties.
[[nodiscard]] constexpr std::uint64_t event_order(std::uint8_t priority, std::uint64_t sequence) {
  return (static_cast<std::uint64_t>(priority) << EventEntry<int>::sequence_bits) | sequence;
}

/// Whether `a` happens before `b`: by time, then priority, then the order scheduled.
/// As one comparison of 128 bits, which costs a subtraction with borrow and no branch.
template <class Event>
[[nodiscard]] constexpr bool happens_before(const EventEntry<Event>& a,
                                            const EventEntry<Event>& b) {
  __extension__ using Wide = __int128;
  constexpr unsigned word_bits = 64;
  const auto wide = [](const EventEntry<Event>& entry) {
    return (static_cast<Wide>(entry.time.time_since_epoch().count()) << word_bits) |
           static_cast<Wide>(entry.order);
  };
  return wide(a) < wide(b);
}

}  // namespace sim
