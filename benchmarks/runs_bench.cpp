// SPDX-License-Identifier: Apache-2.0
/// @file
/// Whole replications of scenario files through the one engine and model, and how replications of
/// the Halland year scale over threads.

#include <array>
#include <chrono>
#include <cstdint>
#include <stdexcept>
#include <string>

#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include "experiments/case.hpp"
#include "experiments/run.hpp"
#include "models/model.hpp"
#include "scenarios/reader.hpp"
#include "scenarios/rule_reader.hpp"

namespace {

care::Model model_of(const std::string& file) {
  auto loaded = scenarios::load(TROSKEL_SOURCE_DIR "/" + file);
  if (!loaded.scenario) throw std::runtime_error(file + " is no scenario");
  return care::Model(*loaded.scenario, scenarios::load_agreements(*loaded.scenario).sets);
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

/// One more variant of the Halland year, from file to model ready to run: what a step of a sweep or
/// a search costs beside its replications.
void variant_of_halland(benchmark::State& state) {
  unsigned seed = 0;
  for (auto _ : state) {
    const care::CaseSource source{
        TROSKEL_SOURCE_DIR "/scenarios/halland/base-2025.json",
        {"/settings/hospital/capacity=" + std::to_string(450 + seed++ % 50)},
        ""};
    const auto variant = care::make_case(source);
    if (!variant.model) throw std::runtime_error("the variant cannot run");
    benchmark::DoNotOptimize(variant.model.get());
  }
}
BENCHMARK(variant_of_halland)->Unit(benchmark::kMillisecond);

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1000;
}

/// 1,000 Halland years with all their estimates on all processors; an item is a year. The peak is
/// that of the whole program so far.
void thousand_halland_years(benchmark::State& state) {
  const auto model = model_of("scenarios/halland/base-2025.json");
  care::RunRequest request;
  request.replications = 1000;
  for (auto _ : state) benchmark::DoNotOptimize(care::run_experiment(model, request, {}));
  state.SetItemsProcessed(state.iterations() * request.replications);
  state.counters["peak_MB"] = peak_megabytes();
}
BENCHMARK(thousand_halland_years)
    ->Iterations(1)
    ->UseRealTime()
    ->MeasureProcessCPUTime()
    ->Unit(benchmark::kSecond);

/// The same 250 years on one thread and on two, in turns, so that a machine whose speed drifts slows
/// both: `speedup` is the ratio of their times.
void speedup_of_two_threads(benchmark::State& state) {
  const auto model = model_of("scenarios/halland/base-2025.json");
  std::array<std::chrono::duration<double>, 2> seconds{};
  for (auto _ : state) {
    for (unsigned turn = 0; turn < 8; ++turn) {
      care::RunRequest request;
      request.replications = 250;
      request.threads = 1 + turn % 2;
      const auto start = std::chrono::steady_clock::now();
      benchmark::DoNotOptimize(care::run_experiment(model, request, {}));
      seconds.at(turn % 2) += std::chrono::steady_clock::now() - start;
    }
  }
  state.counters["speedup"] = seconds[0] / seconds[1];
}
BENCHMARK(speedup_of_two_threads)->Iterations(1)->UseRealTime()->Unit(benchmark::kSecond);

}  // namespace
