// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/time.hpp"
#include "sim/wheel_event_list.hpp"

namespace sim {

/// Pending events, in the order they happen.
///
/// Order contract: events are handled by increasing time; at equal times by priority, 0 first and
/// 15 last; at equal priority in the order they were scheduled. An event is never scheduled earlier
/// than the last one taken out (checked).
///
/// The timing wheel is the fastest list found (benchmarks/event_list_bench.cpp); HeapEventList has
/// the same interface and order and is what it is tested against. No memory is asked for once the
/// largest load has been seen.
///
/// An event routine never calls another event routine; it schedules it.
template <class Event>
using EventList = WheelEventList<Event>;

/// Handles every event earlier than `end`, in the order contract, including those scheduled on the
/// way. Events at `end` and later stay in the list, so that running to a and then to b is the same
/// as running to b. `handle(Entry)` is any callable; `List` an EventList or HeapEventList.
///
///     while the next event is earlier than end:
///       take it out
///       handle(it: time, order and event)
template <class List, class Handler>
void run_until(List& events, Time end, Handler&& handle) {
  while (const auto entry = events.pop_before(end)) handle(*entry);
}

}  // namespace sim
