// SPDX-License-Identifier: Apache-2.0
/// @file
/// Who gives which visit: a shift of so many people, seven visits for each, a tenth of them by two, at 95 %
/// of their time.

#include <vector>

#include <benchmark/benchmark.h>

#include "models/staffing/shift_people.hpp"
#include "sim/stream.hpp"

namespace {

struct Asked {
  sim::Duration each{};
  std::size_t persons = 1;
};

void visits_to_people(benchmark::State& state) {
  const auto people = static_cast<std::size_t>(state.range(0));
  sim::Stream draw(1, {0, 0, 0, 0, 0});
  std::vector<Asked> visits;
  visits.reserve(7 * people);
  sim::Duration asked{};
  while (visits.size() < 7 * people) {
    visits.push_back({(10 + draw.below(50)) * sim::minute, draw.happens(0.1) ? 2U : 1U});
    asked += static_cast<std::int64_t>(visits.back().persons) * visits.back().each;
  }
  const std::vector<sim::Duration> times(people, asked * 100 / 95 / state.range(0));
  care::ShiftPeople on_duty;
  std::int64_t given = 0;
  for (auto _ : state) {
    on_duty.begin();
    on_duty.add(times);
    on_duty.order();
    for (const Asked& visit : visits) given += on_duty.take(visit.each, visit.persons) ? 1 : 0;
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(visits.size()));
  state.counters["given_share"] = static_cast<double>(given) /
                                  static_cast<double>(state.iterations()) /
                                  static_cast<double>(visits.size());
}
BENCHMARK(visits_to_people)->Arg(5)->Arg(50)->Arg(500);

}  // namespace
