// SPDX-License-Identifier: Apache-2.0
/// @file
/// Whole replications of scenario files through the one engine and model, and how replications of
/// the Halland year scale over threads.

#include <cstdint>
#include <stdexcept>
#include <string>

#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include "models/experiment.hpp"
#include "models/model.hpp"
#include "scenarios/reader.hpp"

namespace {

care::Model model_of(const std::string& file) {
  auto loaded = scenarios::load(TROSKEL_SOURCE_DIR "/" + file);
  if (!loaded.scenario) throw std::runtime_error(file + " is no scenario");
  return care::Model(*loaded.scenario);
}

/// Replications one after another on one warm state; an item is an event.
void replication(benchmark::State& state, const std::string& file) {
  const auto model = model_of(file);
  care::Replication run(model);
  care::Outcome outcome;
  std::uint32_t number = 0;
  std::int64_t events = 0;
  run.run(1, number++, outcome);
  for (auto _ : state) {
    run.run(1, number++, outcome);
    events += outcome.totals[model.catalogue().events];
  }
  state.SetItemsProcessed(events);
}
BENCHMARK_CAPTURE(replication, single_server, "benchmarks/scenarios/single-server.json")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(replication, six_stations, "scenarios/examples/six-stations.json")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(replication, halland_year, "scenarios/halland/base-2025.json")
    ->Unit(benchmark::kMillisecond);

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1000;
}

/// 1,000 Halland years with all their estimates on so many threads; an item is a year. The peak is
/// that of the whole program so far.
void thousand_halland_years(benchmark::State& state) {
  const auto model = model_of("scenarios/halland/base-2025.json");
  care::RunRequest request;
  request.replications = 1000;
  request.threads = static_cast<unsigned>(state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(care::run_experiment(model, request, {}));
  state.SetItemsProcessed(state.iterations() * request.replications);
  state.counters["peak_MB"] = peak_megabytes();
}
BENCHMARK(thousand_halland_years)
    ->ArgName("threads")
    ->Arg(1)
    ->Arg(2)
    ->Iterations(1)
    ->UseRealTime()
    ->MeasureProcessCPUTime()
    ->Unit(benchmark::kSecond);

}  // namespace
