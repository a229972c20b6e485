// SPDX-License-Identifier: Apache-2.0
#include "sim/event_list.hpp"

#include <cstdint>
#include <vector>

#include <gtest/gtest.h>

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

TYPED_TEST(AnyEventList, RunUntilIsHalfOpen) {
  auto& events = this->list;
  events.clear(at(0));
  for (std::uint32_t i = 0; i < 5; ++i) events.schedule(at(10 * i), 1, {i, 0});
  std::vector<std::uint32_t> seen;
  const auto note = [&](Time now, Payload event) {
    EXPECT_EQ(now, at(10 * event.number));
    seen.push_back(event.number);
  };
  sim::run_until(events, at(20), note);
  EXPECT_EQ(seen, (std::vector<std::uint32_t>{0, 1}));
  EXPECT_EQ(events.next_time(), at(20));
  sim::run_until(events, at(1000), note);
  EXPECT_EQ(seen, (std::vector<std::uint32_t>{0, 1, 2, 3, 4}));
}

}  // namespace
