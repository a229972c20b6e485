// SPDX-License-Identifier: Apache-2.0
#include "sim/event_list.hpp"

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

#include <gtest/gtest.h>

#include "sim/check.hpp"
#include "sim/heap_event_list.hpp"
#include "sim/time.hpp"

namespace {

using sim::Duration;
using sim::Time;

struct Payload {
  std::uint32_t number;
  std::uint32_t kind;
};

Time at(std::int64_t ms) { return Time{Duration{ms}}; }

template <class List>
class AnyEventList : public testing::Test {
 public:
  List list;
  std::vector<std::uint32_t> drain() {
    std::vector<std::uint32_t> numbers;
    while (!list.empty()) numbers.push_back(list.pop().event.number);
    return numbers;
  }
};

using Lists = testing::Types<sim::EventList<Payload>, sim::HeapEventList<Payload>>;
TYPED_TEST_SUITE(AnyEventList, Lists);

TYPED_TEST(AnyEventList, OrdersByTimeThenPriorityThenInsertion) {
  auto& events = this->list;
  events.clear(at(0));
  events.schedule(at(20), 0, {5, 0});
  events.schedule(at(10), 15, {4, 0});
  events.schedule(at(10), 3, {2, 0});
  events.schedule(at(10), 3, {3, 0});
  events.schedule(at(10), 0, {1, 0});
  events.schedule(at(5), 15, {0, 0});
  EXPECT_EQ(events.size(), 6U);
  EXPECT_EQ(events.next_time(), at(5));
  EXPECT_EQ(this->drain(), (std::vector<std::uint32_t>{0, 1, 2, 3, 4, 5}));
  EXPECT_TRUE(events.empty());
}

TYPED_TEST(AnyEventList, UpcomingIsTheNextEventWhereItIsKnown) {
  auto& events = this->list;
  events.clear(at(0));
  EXPECT_EQ(events.upcoming(), nullptr);
  std::mt19937_64 random{7};
  for (std::uint32_t n = 0; n < 2000; ++n) {
    events.schedule(at(static_cast<std::int64_t>(random() % 10'000'000'000)), 0, {n, 0});
  }
  std::size_t known = 0;
  while (!events.empty()) {
    const auto* next = events.upcoming();
    const std::uint32_t expected = next == nullptr ? 0 : next->number;
    const auto number = events.pop().event.number;
    if (next == nullptr) continue;
    ++known;
    EXPECT_EQ(number, expected);
  }
  // A hint that is seldom given is of no use.
  EXPECT_GT(known, 500U);
  EXPECT_EQ(events.upcoming(), nullptr);
}

TYPED_TEST(AnyEventList, LookingAheadChangesNothing) {
  const auto order = [&](bool looks) {
    auto& events = this->list;
    events.clear(at(0));
    std::mt19937_64 random{11};
    std::vector<std::uint32_t> numbers;
    std::vector<bool> pending(3000, false);
    std::uint32_t made = 0;
    for (; made < 500; ++made) {
      events.schedule(at(static_cast<std::int64_t>(random() % 4000)), 0, {made, 0});
      pending[made] = true;
    }
    while (!events.empty()) {
      const auto* next = looks ? events.upcoming() : nullptr;
      EXPECT_TRUE(next == nullptr || pending.at(next->number));
      const auto entry = events.pop();
      pending.at(entry.event.number) = false;
      numbers.push_back(entry.event.number);
      if (made == pending.size()) continue;
      // Soon after the one taken out: many land among those that are sorted already.
      events.schedule(entry.time + Duration{static_cast<std::int64_t>(random() % 300)}, 0,
                      {made, 0});
      pending[made++] = true;
    }
    return numbers;
  };
  const auto plain = order(false);
  EXPECT_EQ(plain.size(), 3000U);
  EXPECT_EQ(order(true), plain);
}

TYPED_TEST(AnyEventList, PopTellsTimePriorityAndEvent) {
  auto& events = this->list;
  events.schedule(at(-5), 7, {1, 2});
  const auto entry = events.pop();
  EXPECT_EQ(entry.time, at(-5));
  EXPECT_EQ(entry.priority(), 7);
  EXPECT_EQ(entry.event.number, 1U);
  EXPECT_EQ(entry.event.kind, 2U);
}

TYPED_TEST(AnyEventList, ThousandsAtOneTimeKeepTheirOrder) {
  auto& events = this->list;
  events.clear(at(0));
  for (std::uint32_t i = 0; i < 5000; ++i) events.schedule(at(7), 4, {i, 0});
  // And each of the first thousand schedules one more at the same time, behind all others.
  for (std::uint32_t i = 0; i < 1000; ++i) {
    ASSERT_EQ(events.pop().event.number, i);
    events.schedule(at(7), 4, {5000 + i, 0});
  }
  const auto rest = this->drain();
  ASSERT_EQ(rest.size(), 5000U);
  for (std::uint32_t i = 0; i < 5000; ++i) ASSERT_EQ(rest[i], 1000 + i);
}

TYPED_TEST(AnyEventList, RefusesThePastHighPrioritiesAndPoppingNothing) {
  auto& events = this->list;
  events.clear(at(100));
  EXPECT_THROW((void)events.pop(), sim::InvariantError);
  EXPECT_THROW((void)events.next_time(), sim::InvariantError);
  EXPECT_THROW(events.schedule(at(99), 0, {0, 0}), sim::InvariantError);
  EXPECT_THROW(events.schedule(at(100), 16, {0, 0}), sim::InvariantError);
  EXPECT_TRUE(events.empty());
  events.schedule(at(200), 15, {1, 0});
  events.schedule(at(300), 0, {2, 0});
  (void)events.pop();
  EXPECT_THROW(events.schedule(at(199), 0, {0, 0}), sim::InvariantError);
  events.schedule(at(200), 0, {3, 0});  // now is not the past
  EXPECT_EQ(this->drain(), (std::vector<std::uint32_t>{3, 2}));
}

TYPED_TEST(AnyEventList, LooksAheadWithoutClosingTheTimeBefore) {
  auto& events = this->list;
  events.clear(at(0));
  events.schedule(at(1'000'000'000'000), 0, {3, 0});
  EXPECT_EQ(events.next_time(), at(1'000'000'000'000));
  events.schedule(at(1), 0, {1, 0});
  EXPECT_EQ(events.next_time(), at(1));
  events.schedule(at(500'000'000'000), 0, {2, 0});
  EXPECT_EQ(this->drain(), (std::vector<std::uint32_t>{1, 2, 3}));
}

TYPED_TEST(AnyEventList, KnowsWhetherMoreHappensNow) {
  auto& events = this->list;
  events.clear(at(0));
  EXPECT_FALSE(events.has_at(at(0)));
  events.schedule(at(0), 7, {1, 0});
  events.schedule(at(0), 3, {2, 0});
  events.schedule(at(1), 0, {3, 0});
  EXPECT_TRUE(events.has_at(at(0)));
  EXPECT_EQ(events.pop().event.number, 2U);
  EXPECT_TRUE(events.has_at(at(0)));
  EXPECT_EQ(events.pop().event.number, 1U);
  EXPECT_FALSE(events.has_at(at(0)));
}

TYPED_TEST(AnyEventList, ReachesFromTheFirstTimeToTheLast) {
  auto& events = this->list;
  const Time never = Time{sim::forever};
  events.schedule(Time::max(), 0, {4, 0});
  events.schedule(never, 0, {3, 0});
  events.schedule(at(0), 0, {2, 0});
  events.schedule(-never.time_since_epoch() + at(0), 0, {1, 0});
  events.schedule(Time::min(), 0, {0, 0});
  EXPECT_EQ(this->drain(), (std::vector<std::uint32_t>{0, 1, 2, 3, 4}));
}

TYPED_TEST(AnyEventList, RunUntilIsHalfOpen) {
  auto& events = this->list;
  events.clear(at(0));
  for (std::uint32_t i = 0; i < 5; ++i) events.schedule(at(10 * i), 1, {i, 0});
  std::vector<std::uint32_t> seen;
  const auto note = [&](const auto& entry) {
    EXPECT_EQ(entry.time, at(10 * entry.event.number));
    EXPECT_EQ(entry.sequence(), entry.event.number);
    seen.push_back(entry.event.number);
  };
  sim::run_until(events, at(20), note);
  EXPECT_EQ(seen, (std::vector<std::uint32_t>{0, 1}));
  EXPECT_EQ(events.next_time(), at(20));
  sim::run_until(events, at(1000), note);
  EXPECT_EQ(seen, (std::vector<std::uint32_t>{0, 1, 2, 3, 4}));
}

TYPED_TEST(AnyEventList, RunUntilHandlesWhatIsScheduledOnTheWay) {
  auto& events = this->list;
  events.clear(at(0));
  events.schedule(at(0), 1, {0, 0});
  std::uint32_t handled = 0;
  sim::run_until(events, at(1000), [&](const auto& entry) {
    ++handled;
    EXPECT_LT(entry.sequence(), events.next_sequence());
    events.schedule(entry.time + Duration{1}, 1, entry.event);
  });
  EXPECT_EQ(handled, 1000U);
  EXPECT_EQ(events.next_time(), at(1000));
}

TYPED_TEST(AnyEventList, ClearForgetsAllAndStartsTheSequenceAnew) {
  auto& events = this->list;
  events.clear(at(1'000'000));
  for (std::uint32_t i = 0; i < 100; ++i) events.schedule(at(1'000'000 + i * 7919), 1, {i, 0});
  for (int i = 0; i < 50; ++i) (void)events.pop();
  events.clear(at(-1'000'000));
  EXPECT_TRUE(events.empty());
  events.schedule(at(-1'000'000), 2, {1, 0});
  const auto entry = events.pop();
  EXPECT_EQ(entry.time, at(-1'000'000));
  EXPECT_EQ(entry.order, sim::event_order(2, 0));
  EXPECT_TRUE(events.empty());
}

/// A load whose character changes every few thousand steps: dense, sparse, bursts, ties, far.
class Load {
 public:
  explicit Load(std::uint64_t seed) : random_(seed) {}

  Duration delay() {
    const std::uint64_t word = random_();
    switch (word % 16) {
      case 0:
        return Duration::zero();
      case 1:
        return Duration{static_cast<std::int64_t>(word >> 60U)};  // 0..15 ms
      case 2:
        return Duration{static_cast<std::int64_t>((word >> 58U) * 3'600'000)};  // whole hours
      case 3:
        return Duration{static_cast<std::int64_t>(word >> (10U + word / 16 % 40))};  // any scale
      case 4:
        return Duration{static_cast<std::int64_t>(word >> 24U)};  // up to 35 years
      default:
        return Duration{static_cast<std::int64_t>((word >> 32U) % scale_)};
    }
  }
  std::uint8_t priority() { return static_cast<std::uint8_t>(random_() % 16); }
  std::uint64_t below(std::uint64_t limit) { return random_() % limit; }
  void change() {
    scale_ = std::uint64_t{1} << below(36);
    target_ = std::size_t{1} << below(14);
  }
  [[nodiscard]] std::size_t target() const { return target_; }

 private:
  std::mt19937_64 random_;
  std::uint64_t scale_ = 1000;
  std::size_t target_ = 100;
};

void expect_same_next(sim::EventList<Payload>& wheel, sim::HeapEventList<Payload>& heap,
                      Time& now) {
  ASSERT_EQ(wheel.next_time(), heap.next_time());
  const auto a = wheel.pop();
  const auto b = heap.pop();
  ASSERT_EQ(a.time, b.time);
  ASSERT_EQ(a.order, b.order);
  ASSERT_EQ(a.event.number, b.event.number);
  ASSERT_EQ(wheel.size(), heap.size());
  now = a.time;
  ASSERT_EQ(wheel.has_at(now), heap.has_at(now));
}

TEST(EventList, AgreesWithTheHeapOnRandomLoads) {
  sim::EventList<Payload> wheel;
  sim::HeapEventList<Payload> heap;
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    SCOPED_TRACE(seed);
    Load load(seed);
    Time now = at(static_cast<std::int64_t>(seed % 3) * 1'700'000'000'000 - 5);
    wheel.clear(now);
    heap.clear(now);
    std::uint32_t number = 0;
    for (int step = 0; step < 200'000; ++step) {
      if (step % 4000 == 0) load.change();
      const bool grow = heap.size() < load.target() || load.below(64) == 0;
      if (grow || heap.empty()) {
        const Time time = now + load.delay();
        if (time > at(std::int64_t{1} << 61)) continue;
        const auto priority = load.priority();
        wheel.schedule(time, priority, {number, 0});
        heap.schedule(time, priority, {number, 0});
        ++number;
      }
      if (heap.size() > load.target() || load.below(3) != 0) {
        if (!heap.empty()) expect_same_next(wheel, heap, now);
      }
      if (HasFatalFailure()) return;
    }
    while (!heap.empty() && !HasFatalFailure()) expect_same_next(wheel, heap, now);
    EXPECT_TRUE(wheel.empty());
  }
}

TEST(EventList, AgreesWithTheHeapAtAnyDensity) {
  // The hold model, the mean delay jumping by factors of thousands up and down on the way.
  sim::EventList<Payload> wheel;
  sim::HeapEventList<Payload> heap;
  std::mt19937_64 random(99);
  Time now = at(0);
  wheel.clear(now);
  heap.clear(now);
  for (std::uint32_t i = 0; i < 3000; ++i) {
    wheel.schedule(now, 0, {i, 0});
    heap.schedule(now, 0, {i, 0});
  }
  for (const std::int64_t mean : {1LL, 1LL << 33, 40LL, 1LL << 20, 3LL, 1LL << 38, 1000LL}) {
    for (int step = 0; step < 30'000; ++step) {
      expect_same_next(wheel, heap, now);
      if (HasFatalFailure()) return;
      const Duration delay{static_cast<std::int64_t>(random() >> 1U) % (2 * mean)};
      wheel.schedule(now + delay, 3, {1, 0});
      heap.schedule(now + delay, 3, {1, 0});
    }
  }
}

TYPED_TEST(AnyEventList, AsksForNoMemoryOnceItHasSeenItsLoad) {
  auto& events = this->list;
  std::mt19937_64 random(5);
  const auto run = [&] {
    events.clear(at(0));
    for (std::uint32_t i = 0; i < 2000; ++i) {
      events.schedule(at(static_cast<std::int64_t>(random() >> 34U)), 1, {i, 0});
    }
    for (int i = 0; i < 50'000; ++i) {
      const auto entry = events.pop();
      events.schedule(entry.time + Duration{static_cast<std::int64_t>(random() >> 34U)}, 1,
                      entry.event);
    }
  };
  run();
  const std::size_t before = events.memory();
  for (int i = 0; i < 5; ++i) run();
  EXPECT_EQ(events.memory(), before);
  this->list = {};
  events.reserve(2000);
  const std::size_t reserved = events.memory();
  run();
  EXPECT_EQ(events.memory(), reserved);
}

}  // namespace
