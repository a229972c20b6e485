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

ReplicationRule::ReplicationRule(std::size_t outputs, const Settings& settings)
    : settings_(settings), outputs_(outputs), unsettled_(outputs) {
  SIM_CHECK(settings.relative >= 0.0 && settings.absolute >= 0.0);
  SIM_CHECK(settings.confidence > 0.0 && settings.confidence < 1.0);
  SIM_CHECK(settings.minimum >= 2 && settings.cap >= 1);
}

void ReplicationRule::add(std::span<const double> outputs) {
  SIM_CHECK(outputs.size() == outputs_.size());
  SIM_CHECK(!done());
  ++n_;
  const auto n = static_cast<double>(n_);
  if (n_ >= 2) t_ = student_t_quantile(0.5 + settings_.confidence / 2.0, n - 1.0);
  unsettled_ = 0;
  for (std::size_t i = 0; i < outputs.size(); ++i) {
    Output& output = outputs_[i];
    const double deviation = outputs[i] - output.mean;
    output.mean += deviation / n;
    output.squares += deviation * (outputs[i] - output.mean);
    decide(output);
    if (!output.settled) ++unsettled_;
  }
}

void ReplicationRule::decide(Output& output) const {
  if (n_ < settings_.minimum) return;
  if (half_width_of(output) > wanted(output)) {
    output.solution = 0;
  } else if (output.solution == 0) {
    output.solution = n_;
  }
  output.settled = output.solution != 0 && n_ - output.solution >= look_ahead(output.solution);
}

double ReplicationRule::wanted(const Output& output) const {
  return std::max(settings_.relative * std::abs(output.mean), settings_.absolute);
}

double ReplicationRule::half_width_of(const Output& output) const {
  if (n_ < 2) return std::numeric_limits<double>::infinity();
  const auto n = static_cast<double>(n_);
  return t_ * std::sqrt(output.squares / (n - 1.0) / n);
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
  for (const Output& output : outputs_) needed = std::max(needed, output.solution);
  return needed;
}

}  // namespace sim
