// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "sim/check.hpp"
#include "sim/event_entry.hpp"
#include "sim/heap_event_list.hpp"
#include "sim/time.hpp"

namespace sim {

/// Pending events in a timing wheel with a sorted front.
///
/// Time is cut into buckets of 2^shift ms. The bucket of the present, the front, is kept sorted;
/// later buckets are unsorted lists that are sorted when their turn comes:
///
///     schedule: into the front if its bucket is the front's or earlier,
///               else onto its bucket's list
///     pop:      the front empty? sort the next bucket that holds anything into it
///               take its first
///
/// Buckets far away share a slot: level 0 has a slot for each of the 4096 buckets of the present
/// block, level 1 one for each of 4096 blocks, and so on until all of time is covered. An event
/// goes to the level of the highest digit (base 4096) in which its bucket differs from the
/// front's, and moves down when that slot comes up: once in a few years for most. Bit maps find
/// the next slot in use, so empty stretches cost nothing.
///
/// The bucket width follows the load: when buckets hold many distinct times or hardly any, or the
/// front fills up, all is laid out again with another width, at most once per as many schedulings
/// as there are events. Width and layout never change the order, which is total.
///
/// Where most of a load falls into the front, or all at one time, the front's heap takes over and
/// the cost is O(log n) as in HeapEventList.
///
/// Sources: Varghese and Lauck (1997), IEEE/ACM Trans. Networking 5, 824-834 (hierarchical timing
/// wheels); Tang, Goh and Thng (2005), ACM TOMACS 15, 175-204 (sorting only the bottom).
template <class Event>
class WheelEventList {
 public:
  using Entry = EventEntry<Event>;

  /// Adds an event. `time` is not earlier than the last one popped; `priority` is 0..15.
  void schedule(Time time, std::uint8_t priority, Event event) {
    SIM_CHECK(time >= now_);
    SIM_CHECK(priority <= max_event_priority);
    const std::uint64_t order = event_order(priority, sequence_++);
    const std::uint64_t bucket = bucket_of(time);
    if (bucket <= current_) {
      insert_front(time, order, event);
      return;
    }
    const std::uint32_t index = new_node();
    assign(nodes_[index].entry, time, order, event);
    link(index, bucket);
  }

  /// The sequence number of the event to be scheduled next: every one that is there has a lower one.
  [[nodiscard]] std::uint64_t next_sequence() const { return sequence_; }
  [[nodiscard]] bool empty() const { return popped_ == sequence_; }
  [[nodiscard]] std::size_t size() const { return sequence_ - popped_; }
  /// How many events have been taken out since clear().
  [[nodiscard]] std::uint64_t popped() const { return popped_; }

  /// Time of the next event. The list must not be empty.
  [[nodiscard]] Time next_time() {
    fill_front();
    return front_is_next() ? front_.back().time : late_.top().time;
  }

  /// Takes the next event out. The list must not be empty.
  [[nodiscard]] Entry pop() {
    fill_front();
    return take(front_is_next());
  }

  /// Takes the next event out if there is one earlier than `end`.
  [[nodiscard, gnu::always_inline]] std::optional<Entry> pop_before(Time end) {
    if (front_.empty() && late_.empty()) {
      if (empty()) return std::nullopt;
      advance();
    }
    const bool from_front = front_is_next();
    if ((from_front ? front_.back() : late_.top()).time >= end) return std::nullopt;
    return take(from_front);
  }

  /// Whether an event of the present is pending: `now` is the time of the last one taken out.
  [[nodiscard]] bool has_at(Time now) const {
    // Later buckets hold later times only.
    return (!front_.empty() && front_.back().time <= now) ||
           (!late_.empty() && late_.top().time <= now);
  }

  /// The event that follows, if it is known without looking further than the front, or nullptr: a
  /// hint for those who want to fetch ahead what it is about. An event that was scheduled late into
  /// a full front may come before it.
  [[nodiscard]] const Event* upcoming() const {
    return front_.empty() ? nullptr : &front_.back().event;
  }

  /// Forgets all events and starts again at `start`, keeping the memory and the bucket width.
  void clear(Time start) {
    for (Level& level : levels_) level.clear();
    nodes_.clear();
    free_ = none;
    front_.clear();
    late_.clear();
    sequence_ = 0;
    popped_ = 0;
    now_ = start;
    current_ = bucket_of(start);
    restart_counts();
  }

  /// Makes room for `events` pending events.
  void reserve(std::size_t events) {
    nodes_.reserve(events);
    front_.reserve(events);
    late_.reserve(events);
  }

  /// Bytes held on the free store; constant once the list has seen its largest load.
  [[nodiscard]] std::size_t memory() const {
    return nodes_.capacity() * sizeof(Node) + levels_.capacity() * sizeof(Level) +
           (front_.capacity() + late_.entries().capacity()) * sizeof(Entry);
  }

 private:
  static constexpr unsigned digit_bits = 12;
  static constexpr std::size_t slots = std::size_t{1} << digit_bits;
  static constexpr std::size_t word_bits = 64;
  static constexpr std::size_t max_levels = (64 + digit_bits - 1) / digit_bits;
  static constexpr unsigned max_shift = 40;
  static constexpr std::uint32_t none = 0xFFFF'FFFFU;
  /// A late event is put into the sorted front if at most so many must make way.
  static constexpr std::size_t max_moves = 16;
  /// A bucket of at most so many is sorted by insertion.
  static constexpr std::size_t max_inserted = 32;
  /// Entries per sorted bucket: the wanted number, and what makes the width change.
  static constexpr std::size_t wanted_fill = 6;
  static constexpr std::size_t low_fill = 3;
  static constexpr std::size_t high_fill = 14;
  /// Buckets between two looks at the fill.
  static constexpr std::uint32_t buckets_per_look = 64;
  /// Entries in the front that are too many if they need not be there.
  static constexpr std::size_t full_front = 64;

  struct Node {
    Entry entry;
    std::uint32_t next;
  };

  /// 4096 lists of nodes, and which of them are in use.
  struct Level {
    std::array<std::uint32_t, slots> head;
    std::array<std::uint64_t, slots / word_bits> used;
    std::uint64_t used_words;

    Level() : used{}, used_words(0) { head.fill(none); }
    void clear() {
      while (used_words != 0) (void)take(first_used());
    }
    [[nodiscard]] std::size_t first_used() const {
      const auto word = static_cast<std::size_t>(std::countr_zero(used_words));
      return word * word_bits + static_cast<std::size_t>(std::countr_zero(used[word]));
    }
    void mark(std::size_t slot) {
      used[slot / word_bits] |= std::uint64_t{1} << (slot % word_bits);
      used_words |= std::uint64_t{1} << (slot / word_bits);
    }
    /// Takes the list out of a slot.
    [[nodiscard]] std::uint32_t take(std::size_t slot) {
      std::uint64_t& word = used[slot / word_bits];
      word &= ~(std::uint64_t{1} << (slot % word_bits));
      if (word == 0) used_words &= ~(std::uint64_t{1} << (slot / word_bits));
      return std::exchange(head[slot], none);
    }
  };

  /// Copies word by word. Copied whole, an entry just written as words would be read back as one
  /// wide vector, and processors cannot forward several stores to one load.
  static void assign(Entry& to, Time time, std::uint64_t order, const Event& event) {
    to.time = time;
    to.order = order;
    to.event = event;
  }

  /// Number of the bucket; the sign bit is flipped so that unsigned order is order in time.
  [[nodiscard]] std::uint64_t bucket_of(Time time) const {
    const auto count = static_cast<std::uint64_t>(time.time_since_epoch().count());
    return (count ^ (std::uint64_t{1} << 63U)) >> shift_;
  }

  [[nodiscard]] std::uint32_t new_node() {
    if (free_ == none) {
      nodes_.emplace_back();
      return static_cast<std::uint32_t>(nodes_.size() - 1);
    }
    const std::uint32_t index = free_;
    free_ = nodes_[index].next;
    return index;
  }

  void free_node(std::uint32_t index) {
    nodes_[index].next = free_;
    free_ = index;
  }

  /// Puts a node onto the list of a bucket later than the front's.
  void link(std::uint32_t index, std::uint64_t bucket) {
    const auto digit = static_cast<unsigned>(std::bit_width(bucket ^ current_) - 1) / digit_bits;
    const std::size_t slot = (bucket >> (digit * digit_bits)) % slots;
    Level& level = levels_[digit];
    nodes_[index].next = level.head[slot];
    level.head[slot] = index;
    level.mark(slot);
  }

  void insert_front(Time time, std::uint64_t order, const Event& event) {
    const Entry entry{time, order, event};
    const std::size_t count = front_.size();
    if (count > max_moves && happens_before(front_[count - 1 - max_moves], entry)) {
      late_.push(entry);
    } else {
      insert_sorted(entry);
    }
    if (count + late_.size() >= full_front && may_lay_out()) relieve_front();
  }

  /// Puts an entry among those of a sorted front.
  void insert_sorted(const Entry& entry) {
    front_.emplace_back();
    Entry* const first = front_.data();
    Entry* place = first + front_.size() - 1;
    for (; place != first && happens_before(place[-1], entry); --place) {
      assign(place[0], place[-1].time, place[-1].order, place[-1].event);
    }
    assign(*place, entry.time, entry.order, entry.event);
  }

  /// Whether the next event is the front's last, and not among the late ones.
  [[nodiscard]] bool front_is_next() const {
    return late_.empty() || (!front_.empty() && happens_before(front_.back(), late_.top()));
  }

  [[nodiscard]] Entry take(bool from_front) {
    const Entry& next = from_front ? front_.back() : late_.top();
    const Entry first{next.time, next.order, next.event};
    if (from_front) {
      front_.pop_back();
    } else {
      late_.pop();
    }
    ++popped_;
    now_ = first.time;
    return first;
  }

  /// Leaves the next event in the front or among the late ones.
  void fill_front() {
    SIM_CHECK(!empty());
    if (front_.empty() && late_.empty()) advance();
  }

  [[gnu::noinline]] void advance() {
    if (buckets_ >= buckets_per_look) look_at_fill();
    while (front_.empty()) {
      unsigned digit = 0;
      while (levels_[digit].used_words == 0) ++digit;
      const std::size_t slot = levels_[digit].first_used();
      const unsigned low_bits = digit * digit_bits;
      const unsigned high_bits = low_bits + digit_bits;
      const std::uint64_t high = high_bits < 64 ? current_ >> high_bits << digit_bits : 0;
      current_ = (high | slot) << low_bits;
      const std::uint32_t list = levels_[digit].take(slot);
      if (digit == 0) {
        take_bucket(list);
      } else {
        spread(list);
      }
    }
    if (front_.size() > max_inserted) sort_front();
    ++buckets_;
    filled_ += front_.size() <= 2 * high_fill ? front_.size() : distinct_times();
  }

  /// Moves the list of one bucket to the front, sorted up to max_inserted.
  void take_bucket(std::uint32_t list) {
    std::uint32_t last = list;
    for (std::uint32_t index = list; index != none; index = nodes_[index].next) {
      add_to_front(nodes_[index].entry);
      last = index;
    }
    nodes_[last].next = free_;
    free_ = list;
  }

  /// Moves a list of a higher level to the levels below it.
  void spread(std::uint32_t index) {
    while (index != none) {
      const Node& node = nodes_[index];
      const std::uint32_t next = node.next;
      const std::uint64_t bucket = bucket_of(node.entry.time);
      if (bucket == current_) {
        add_to_front(node.entry);
        free_node(index);
      } else {
        link(index, bucket);
      }
      index = next;
    }
  }

  void add_to_front(const Entry& entry) {
    if (front_.size() < max_inserted) {
      insert_sorted(entry);
    } else {
      front_.push_back(entry);
    }
  }

  void sort_front() {
    std::sort(front_.begin(), front_.end(),
              [](const Entry& a, const Entry& b) { return happens_before(b, a); });
  }

  [[nodiscard]] std::size_t distinct_times() const {
    std::size_t count = 1;
    for (std::size_t i = 1; i < front_.size(); ++i) {
      if (front_[i].time != front_[i - 1].time) ++count;
    }
    return count;
  }

  /// Laying out costs a step per event, so it must be earned by as many schedulings.
  [[nodiscard]] bool may_lay_out() const { return sequence_ - laid_out_at_ > size() + 256; }

  void restart_counts() {
    laid_out_at_ = sequence_;
    popped_before_ = popped_;
    buckets_ = 0;
    filled_ = 0;
  }

  /// Widens or narrows the buckets when their average fill asks for it.
  void look_at_fill() {
    if (!may_lay_out()) return;
    const std::uint64_t popped = popped_ - popped_before_;
    const auto fill = static_cast<unsigned>(filled_ / buckets_);
    unsigned shift = shift_;
    if (fill > high_fill) {
      const auto steps = static_cast<unsigned>(std::bit_width(fill / wanted_fill));
      shift -= std::min(shift, steps);
    } else if (fill < low_fill && popped / buckets_ < 1024) {
      shift = std::min(max_shift, shift + (fill < 2 ? 2 : 1));
    }
    if (shift != shift_) lay_out(shift);
    restart_counts();
  }

  /// Narrows the buckets so that the front's share of time is spread over several.
  void relieve_front() {
    Time last = front_.empty() ? now_ : front_.front().time;
    for (const Entry& entry : late_.entries()) last = std::max(last, entry.time);
    // Unsigned: the whole range of times is twice what a signed difference holds.
    const std::uint64_t span = static_cast<std::uint64_t>(last.time_since_epoch().count()) -
                               static_cast<std::uint64_t>(now_.time_since_epoch().count());
    const std::uint64_t width = span / ((front_.size() + late_.size()) / wanted_fill);
    const auto shift = static_cast<unsigned>(std::bit_width(width | 1U) - 1);
    if (shift < shift_) lay_out(shift);
    restart_counts();
  }

  /// Puts every event where it belongs with buckets of 2^shift ms.
  void lay_out(unsigned shift) {
    std::uint32_t chain = none;
    for (Level& level : levels_) {
      while (level.used_words != 0) {
        std::uint32_t index = level.take(level.first_used());
        while (index != none)
          index = std::exchange(nodes_[index].next, std::exchange(chain, index));
      }
    }
    for (const Entry& entry : front_) chain = chained(entry, chain);
    for (const Entry& entry : late_.entries()) chain = chained(entry, chain);
    front_.clear();
    late_.clear();
    shift_ = shift;
    current_ = bucket_of(now_);
    while (chain != none) {
      const std::uint32_t index = chain;
      chain = nodes_[index].next;
      const std::uint64_t bucket = bucket_of(nodes_[index].entry.time);
      if (bucket <= current_) {
        front_.push_back(nodes_[index].entry);
        free_node(index);
      } else {
        link(index, bucket);
      }
    }
    sort_front();
  }

  [[nodiscard]] std::uint32_t chained(const Entry& entry, std::uint32_t chain) {
    const std::uint32_t index = new_node();
    nodes_[index] = {entry, chain};
    return index;
  }

  std::vector<Entry> front_;   // the last is the next to happen
  EntryHeap<Event> late_;      // of the front's time or earlier, for which the front had no place
  std::uint64_t current_ = 0;  // bucket of the front
  unsigned shift_ = 20;        // 17 minutes, until the load is known
  std::uint32_t free_ = none;
  std::vector<Node> nodes_;
  std::vector<Level> levels_{max_levels};  // on the free store: 100 KB
  std::uint64_t sequence_ = 0;
  std::uint64_t popped_ = 0;
  Time now_ = Time::min();
  std::uint64_t laid_out_at_ = 0;
  std::uint64_t popped_before_ = 0;
  std::uint32_t buckets_ = 0;
  std::uint64_t filled_ = 0;
};

}  // namespace sim
