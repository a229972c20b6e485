// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <random>
#include <vector>

#include <benchmark/benchmark.h>
#include <boost/random/exponential_distribution.hpp>
#include <boost/random/lognormal_distribution.hpp>
#include <boost/random/uniform_01.hpp>

#include "sim/event_list.hpp"
#include "sim/heap_event_list.hpp"
#include "sim/time.hpp"
#include "sim/wheel_event_list.hpp"

/// The hold model: with a constant number of pending events, take the next one out and put one in
/// some time ahead. Delays are drawn beforehand, so that the event list alone is measured.
namespace {

struct Event {
  std::uint32_t patient;
  std::uint16_t stamp;
  std::uint8_t kind;
  std::uint8_t profile;
};

constexpr double ms_per_day = 24.0 * 3600 * 1000;

/// Exponential with a mean of one day.
double exponential_delay(std::mt19937_64& random) {
  return boost::random::exponential_distribution<double>(1.0)(random) * ms_per_day;
}

/// Stays of a care network: hours to years, few of them long.
double care_delay(std::mt19937_64& random) {
  const double u = boost::random::uniform_01<double>()(random);
  const double log_mean = u < 0.4 ? -1.5 : u < 0.6 ? 1.5 : u < 0.75 ? 3.4 : 5.2;
  return boost::random::lognormal_distribution<double>(log_mean, 0.8)(random) * ms_per_day;
}

/// Half now or in whole hours, half exponential: shifts, gates and places that fall free at once.
double lumpy_delay(std::mt19937_64& random) {
  const double u = boost::random::uniform_01<double>()(random);
  if (u < 0.2) return 0.0;
  if (u < 0.5) return static_cast<double>(1 + random() % 24) * ms_per_day / 24;
  return exponential_delay(random);
}

template <class List, double (*delay)(std::mt19937_64&)>
void hold(benchmark::State& state) {
  constexpr std::size_t draws = 1U << 14U;
  std::mt19937_64 random(1);
  std::vector<sim::Duration> delays(draws);
  for (auto& d : delays) d = sim::Duration{static_cast<std::int64_t>(delay(random))};
  List events;
  const sim::Time start{std::chrono::hours{24 * 365 * 55}};
  events.clear(start);
  const auto pending = static_cast<std::uint32_t>(state.range(0));
  for (std::uint32_t i = 0; i < pending; ++i) {
    events.schedule(start + delays[i % draws], 3, Event{i, 0, 0, 0});
  }
  std::size_t next = 0;
  const auto step = [&] {
    const auto entry = events.pop();
    events.schedule(entry.time + delays[next], 3, entry.event);
    next = (next + 1) % draws;
  };
  for (std::uint32_t i = 0; i < 20 * pending; ++i) step();
  for (auto _ : state) step();
  state.SetItemsProcessed(state.iterations());
}

#define HOLD(List, delay)                  \
  BENCHMARK(hold<sim::List<Event>, delay>) \
      ->Name("hold/" #List "/" #delay)     \
      ->Arg(2)                             \
      ->Arg(64)                            \
      ->Arg(1000)                          \
      ->Arg(10'000)                        \
      ->Arg(100'000)

HOLD(HeapEventList, exponential_delay);
HOLD(WheelEventList, exponential_delay);
HOLD(HeapEventList, care_delay);
HOLD(WheelEventList, care_delay);
HOLD(HeapEventList, lumpy_delay);
HOLD(WheelEventList, lumpy_delay);

}  // namespace
