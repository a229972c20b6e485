// SPDX-License-Identifier: Apache-2.0
/// @file
/// Random numbers: a word, a stream made for one draw (as the engine does it), and a draw of every
/// distribution that stays have.

#include <cstdint>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>

#include "sim/distribution.hpp"
#include "sim/stream.hpp"

namespace {

void word_of_a_running_stream(benchmark::State& state) {
  sim::Stream stream(1, {});
  for (auto _ : state) benchmark::DoNotOptimize(stream());
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(word_of_a_running_stream);

void uniform_of_a_new_stream(benchmark::State& state) {
  std::uint32_t serial = 0;
  for (auto _ : state) {
    sim::Stream stream(1, {.replication = 7, .family = 3, .serial = serial++});
    benchmark::DoNotOptimize(stream.uniform());
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(uniform_of_a_new_stream);

/// One draw of a new stream: what a stay costs.
void draw(benchmark::State& state, const sim::Distribution& distribution) {
  std::uint32_t serial = 0;
  for (auto _ : state) {
    sim::Stream stream(1, {.replication = 7, .family = 3, .serial = serial++});
    benchmark::DoNotOptimize(distribution.sample(stream));
  }
  state.SetItemsProcessed(state.iterations());
}

const std::vector<double> values{1, 2, 3, 5, 8, 13, 21};
const std::vector<double> weights{7, 6, 5, 4, 3, 2, 1};

#define DRAW(name, factory) BENCHMARK_CAPTURE(draw, name, *sim::Distribution::factory)

DRAW(exponential, exponential(1));
DRAW(gamma_cv_0_8, gamma(1 / 0.64, 0.64));
DRAW(gamma_cv_2, gamma(0.25, 4));
DRAW(weibull, weibull(0.8, 1));
DRAW(lognormal, lognormal(0, 0.8));
DRAW(triangular, triangular(0, 1, 3));
DRAW(empirical, empirical(values, weights));

}  // namespace
