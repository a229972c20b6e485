// SPDX-License-Identifier: Apache-2.0
#include "sim/stopping.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "sim/check.hpp"
#include "sim/intervals.hpp"

namespace sim {

Truncation mser5(std::span<const double> observations) {
  constexpr std::size_t batch = 5;
  constexpr std::size_t fewest_batches = 10;
  const std::size_t k = observations.size() / batch;
  std::vector<double> means(k);
  for (std::size_t i = 0; i < k; ++i) {
    double sum = 0.0;
    for (std::size_t j = 0; j < batch; ++j) sum += observations[i * batch + j];
    means[i] = sum / static_cast<double>(batch);
  }
  // From the back, so that each d costs one step of the updating formula for mean and squares.
  double mean = 0.0;
  double squares = 0.0;
  double smallest = std::numeric_limits<double>::infinity();
  std::size_t best = 0;
  for (std::size_t d = k; d-- > 0;) {
    const auto used = static_cast<double>(k - d);
    const double deviation = means[d] - mean;
    mean += deviation / used;
    squares += deviation * (means[d] - mean);
    const double statistic = squares / (used * used);
    if (d <= k / 2 && statistic <= smallest) {
      smallest = statistic;
      best = d;
    }
  }
  return {best * batch, k >= fewest_batches && best < k / 2};
}

ReplicationRule::ReplicationRule(std::span<const Output> outputs, const Settings& settings)
    : settings_(settings), outputs_(outputs.size()), unsettled_(outputs.size()) {
  SIM_CHECK(settings.relative >= 0.0 && settings.absolute >= 0.0);
  SIM_CHECK(settings.confidence > 0.0 && settings.confidence < 1.0);
  SIM_CHECK(settings.minimum >= 2 && settings.cap >= 1);
  for (std::size_t i = 0; i < outputs.size(); ++i) {
    outputs_[i].is_probability = outputs[i].trials > 0;
    outputs_[i].sums.trials = std::max(1U, outputs[i].trials);
  }
}

ReplicationRule::ReplicationRule(std::size_t means, const Settings& settings)
    : ReplicationRule(std::vector<Output>(means), settings) {}

void ReplicationRule::add(std::span<const double> outputs) {
  SIM_CHECK(outputs.size() == outputs_.size());
  SIM_CHECK(!done());
  ++n_;
  unsettled_ = 0;
  for (std::size_t i = 0; i < outputs.size(); ++i) {
    State& output = outputs_[i];
    if (!std::isnan(outputs[i])) output.sums.add(outputs[i]);
    decide(output);
    if (!output.settled) ++unsettled_;
  }
}

void ReplicationRule::decide(State& output) const {
  if (n_ < settings_.minimum) return;
  if (!is_precise(output)) {
    output.solution = 0;
  } else if (output.solution == 0) {
    output.solution = n_;
  }
  output.settled = output.solution != 0 && n_ - output.solution >= look_ahead(output.solution);
}

bool ReplicationRule::is_precise(const State& output) const {
  const double half_width = half_width_of(output);
  if (output.is_probability) return half_width <= settings_.relative;
  const double wanted =
      std::max(settings_.relative * std::abs(output.sums.mean), settings_.absolute);
  if (output.sums.squares > 0.0) return half_width <= wanted;
  constexpr double rare = 0.05;
  return wanted > 0.0 && upper_bound(0, output.sums.replications) <= rare;
}

double ReplicationRule::half_width_of(const State& output) const {
  if (output.sums.replications < 2) return std::numeric_limits<double>::infinity();
  if (output.is_probability) {
    const Interval interval = wilson(output.sums, settings_.confidence);
    return (interval.high - interval.low) / 2.0;
  }
  const auto n = static_cast<double>(output.sums.replications);
  return student_t_quantile(0.5 + settings_.confidence / 2.0, n - 1.0) *
         std::sqrt(output.sums.squares / (n - 1.0) / n);
}

double ReplicationRule::half_width(std::size_t index) const {
  return half_width_of(outputs_[index]);
}

std::uint32_t ReplicationRule::look_ahead(std::uint32_t solution) const {
  constexpr std::uint64_t hundred = 100;
  const std::uint64_t base = std::max<std::uint64_t>(solution, hundred);
  return static_cast<std::uint32_t>(settings_.look_ahead * base / hundred);
}

std::optional<std::uint32_t> ReplicationRule::replications_needed() const {
  if (!settled()) return std::nullopt;
  std::uint32_t needed = settings_.minimum;
  for (const State& output : outputs_) needed = std::max(needed, output.solution);
  return needed;
}

}  // namespace sim
