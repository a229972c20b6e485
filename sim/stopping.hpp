// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "sim/shares.hpp"

/// @file
/// When to start counting (MSER-5) and when to stop replicating (Hoad, Robinson and Davies).
namespace sim {

/// Where a warm-up ends.
struct Truncation {
  /// Observations to delete from the front: a multiple of 5.
  std::size_t observations = 0;
  /// False when the best point found is the last one tried, half of the series, or the series has
  /// fewer than ten batches: the run is too short to tell.
  bool reliable = false;
};

/// MSER-5 truncation point. With Y_1..Y_k the means of batches of 5 observations (a rest of fewer
/// than 5 is left out), the number d of batches, 0 <= d <= k / 2, that minimizes
///     sum over i > d of (Y_i - mean of Y_d+1..Y_k)² / (k - d)²
/// and the smallest such d among equals.
/// Source: White, Cobb and Spratt (2000), Proc. Winter Simulation Conf., 755-761.
[[nodiscard]] Truncation mser5(std::span<const double> observations);

/// How many replications are enough, decided while they come in.
///
///     after each replication n >= minimum:
///       for each output:
///         a mean is precise: half-width <= max(relative * |mean|, absolute), and its values have not
///           all been alike; if they have, it is after 59 replications and away from 0, when a value
///           that differs is rarer than 5 % (upper_bound)
///         a probability is precise: half the width of Wilson's interval <= relative, as a
///           probability
///         not precise: forget its solution
///         precise and no solution: its solution is n
///         settled: has a solution, and n >= solution + look-ahead(solution)
///       done when all outputs are settled, or n = cap
///     look-ahead(n) = look_ahead, for n > 100 look_ahead * n / 100 (whole part)
///
/// That values alike are not precise is ours: a rare event that has not happened yet has an interval
/// without width. An output that has no value in a replication (NaN) learns nothing of it.
///
/// The look-ahead guards against an interval that is narrow by luck. In a comparison, feed the
/// differences. Replications are fed by increasing number; the answer depends on nothing else, so
/// batches run in parallel must be fed in order and what comes after done() left out.
///
/// Source: Hoad, Robinson and Davies (2010), J. Oper. Res. Soc. 61, 1632-1644.
class ReplicationRule {
 public:
  struct Settings {
    /// Wanted half-width as a share of |mean|; 0.05 is the usual choice.
    double relative = 0.05;
    /// Wanted half-width in the output's own unit, for means near zero.
    double absolute = 0.0;
    double confidence = 0.95;
    /// Replications before the first decision, at least 2.
    std::uint32_t minimum = 3;
    /// Replications that the precision must last.
    std::uint32_t look_ahead = 5;
    /// Give up after so many.
    std::uint32_t cap = 10'000;
  };

  /// An output: a mean, or the share of so many trials in each replication in which something
  /// happened.
  struct Output {
    std::uint32_t trials = 0;  ///< 0: a mean
  };

  /// A rule for outputs given in this order, replication by replication.
  ReplicationRule(std::span<const Output> outputs, const Settings& settings);
  /// The same for so many means.
  ReplicationRule(std::size_t means, const Settings& settings);

  /// The outputs of the next replication. Must not be done().
  void add(std::span<const double> outputs);

  /// No more replications are wanted: all outputs are settled, or the cap is reached.
  [[nodiscard]] bool done() const { return settled() || n_ >= settings_.cap; }
  /// All outputs have lasted their look-ahead.
  [[nodiscard]] bool settled() const { return n_ > 0 && unsettled_ == 0; }
  /// Replications fed so far.
  [[nodiscard]] std::uint32_t replications() const { return n_; }
  /// The rule's answer: the largest solution among the outputs, once all are settled.
  [[nodiscard]] std::optional<std::uint32_t> replications_needed() const;
  /// Present half-width of output `index`; infinite for fewer than two values.
  [[nodiscard]] double half_width(std::size_t index) const;
  /// Present mean of output `index`.
  [[nodiscard]] double mean(std::size_t index) const { return outputs_[index].sums.mean; }

 private:
  struct State {
    ShareSums sums;  // of a mean's values too
    bool is_probability = false;
    std::uint32_t solution = 0;  // 0: none
    bool settled = false;
  };

  [[nodiscard]] bool is_precise(const State& output) const;
  [[nodiscard]] double half_width_of(const State& output) const;
  [[nodiscard]] std::uint32_t look_ahead(std::uint32_t solution) const;
  void decide(State& output) const;

  Settings settings_;
  std::vector<State> outputs_;
  std::uint32_t n_ = 0;
  std::size_t unsettled_;
};

}  // namespace sim
