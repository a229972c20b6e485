// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "sim/check.hpp"
#include "sim/event_entry.hpp"
#include "sim/time.hpp"

namespace sim {

/// A 4-ary heap of entries, the first to happen on top. Push and pop cost O(log n).
template <class Event>
class EntryHeap {
 public:
  using Entry = EventEntry<Event>;

  [[nodiscard]] bool empty() const { return heap_.empty(); }
  [[nodiscard]] std::size_t size() const { return heap_.size(); }
  /// The first entry to happen; the heap must not be empty.
  [[nodiscard]] const Entry& top() const { return heap_.front(); }
  /// All entries, in no useful order.
  [[nodiscard]] const std::vector<Entry>& entries() const { return heap_; }
  void clear() { heap_.clear(); }
  void reserve(std::size_t entries) { heap_.reserve(entries); }

  void push(const Entry& entry) {
    heap_.push_back(entry);
    sift_up(heap_.size() - 1, entry);
  }

  /// Removes the top; the heap must not be empty.
  void pop() {
    const Entry last = heap_.back();
    heap_.pop_back();
    if (!heap_.empty()) fill_root(last);
  }

 private:
  static constexpr std::size_t arity = 4;

  void sift_up(std::size_t hole, const Entry& entry) {
    while (hole > 0) {
      const std::size_t parent = (hole - 1) / arity;
      if (!happens_before(entry, heap_[parent])) break;
      heap_[hole] = heap_[parent];
      hole = parent;
    }
    heap_[hole] = entry;
  }

  /// Moves the hole at the root down to a leaf along the smallest children, then `entry` up from
  /// there: the last entry nearly always belongs near the leaves, so comparing it on the way down
  /// would be wasted.
  void fill_root(const Entry& entry) {
    const std::size_t count = heap_.size();
    std::size_t hole = 0;
    std::size_t child = 1;
    while (child + arity <= count) {
      const std::size_t left = happens_before(heap_[child + 1], heap_[child]) ? child + 1 : child;
      const std::size_t right =
          happens_before(heap_[child + 3], heap_[child + 2]) ? child + 3 : child + 2;
      const std::size_t best = happens_before(heap_[right], heap_[left]) ? right : left;
      heap_[hole] = heap_[best];
      hole = best;
      child = hole * arity + 1;
    }
    if (child < count) {
      std::size_t best = child;
      for (std::size_t c = child + 1; c < count; ++c) {
        if (happens_before(heap_[c], heap_[best])) best = c;
      }
      heap_[hole] = heap_[best];
      hole = best;
    }
    sift_up(hole, entry);
  }

  std::vector<Entry> heap_;
};

/// Pending events in a heap: the plain form of the event list.
///
/// Same interface and same order contract as EventList (sim/event_list.hpp), which is faster and is
/// checked against this one. Memory is kept, never given back.
template <class Event>
class HeapEventList {
 public:
  using Entry = EventEntry<Event>;

  /// Adds an event. `time` is not earlier than the last one popped; `priority` is 0..15.
  void schedule(Time time, std::uint8_t priority, Event event) {
    SIM_CHECK(time >= now_);
    SIM_CHECK(priority <= max_event_priority);
    heap_.push(Entry{time, event_order(priority, sequence_++), event});
  }

  /// The sequence number of the event to be scheduled next: every one that is there has a lower one.
  [[nodiscard]] std::uint64_t next_sequence() const { return sequence_; }
  [[nodiscard]] bool empty() const { return heap_.empty(); }
  [[nodiscard]] std::size_t size() const { return heap_.size(); }

  /// Time of the next event. The list must not be empty.
  [[nodiscard]] Time next_time() const {
    SIM_CHECK(!heap_.empty());
    return heap_.top().time;
  }

  /// Takes the next event out. The list must not be empty.
  [[nodiscard]] Entry pop() {
    SIM_CHECK(!heap_.empty());
    const Entry first = heap_.top();
    heap_.pop();
    now_ = first.time;
    return first;
  }

  /// Takes the next event out if there is one earlier than `end`.
  [[nodiscard]] std::optional<Entry> pop_before(Time end) {
    if (empty() || next_time() >= end) return std::nullopt;
    return pop();
  }

  /// Whether an event of the present is pending: `now` is the time of the last one taken out.
  [[nodiscard]] bool has_at(Time now) const { return !empty() && next_time() <= now; }

  /// The event that follows, or nullptr.
  [[nodiscard]] const Event* upcoming() const {
    return heap_.empty() ? nullptr : &heap_.top().event;
  }

  /// Forgets all events and starts again at `start`, keeping the memory.
  void clear(Time start) {
    heap_.clear();
    sequence_ = 0;
    now_ = start;
  }

  /// Makes room for `events` pending events.
  void reserve(std::size_t events) { heap_.reserve(events); }

  /// Bytes held on the free store; constant once the list has seen its largest load.
  [[nodiscard]] std::size_t memory() const { return heap_.entries().capacity() * sizeof(Entry); }

 private:
  EntryHeap<Event> heap_;
  std::uint64_t sequence_ = 0;
  Time now_ = Time::min();
};

}  // namespace sim
