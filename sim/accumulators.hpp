// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "sim/check.hpp"
#include "sim/time.hpp"

/// @file
/// What one replication counts while it runs: integers only, so that the order of folding cannot
/// change a result. Doubles appear at the last division.
namespace sim {

// 128-bit integers are an extension of both compilers we build with.
__extension__ using Int128 = __int128;
__extension__ using UInt128 = unsigned __int128;

/// A level over time: patients present, beds occupied, staff minutes in use.
///
/// Integral and times are exact: level x milliseconds in 63 bits is enough for a million patients
/// during 250 years. Time must not run backwards (checked).
class TimePersistent {
 public:
  /// At `start` the level is `level`.
  explicit TimePersistent(Time start = Time{}, std::int64_t level = 0) { begin(start, level); }

  /// The level becomes `level` at `now`.
  void set(Time now, std::int64_t level) {
    advance(now);
    level_ = level;
    min_ = std::min(min_, level);
    max_ = std::max(max_, level);
  }

  /// The level changes by `change` at `now`.
  void add(Time now, std::int64_t change) { set(now, level_ + change); }

  /// End of the warm-up: forgets the past, keeps the level.
  void reset(Time now) {
    SIM_CHECK(now >= last_);
    begin(now, level_);
  }

  /// Present level.
  [[nodiscard]] std::int64_t level() const { return level_; }
  /// Smallest and largest level since the start or the last reset.
  [[nodiscard]] std::int64_t min() const { return min_; }
  [[nodiscard]] std::int64_t max() const { return max_; }

  /// Integral of the level until `now`, in level x milliseconds.
  [[nodiscard]] std::int64_t integral(Time now) const {
    return integral_ + level_ * since_last(now).count();
  }

  /// Time spent at level zero until `now`.
  [[nodiscard]] Duration time_at_zero(Time now) const {
    return at_zero_ + (level_ == 0 ? since_last(now) : Duration::zero());
  }

  /// Time observed until `now`.
  [[nodiscard]] Duration observed(Time now) const { return since_last(now) + (last_ - start_); }

  /// integral / time observed; the present level when no time has passed.
  [[nodiscard]] double mean(Time now) const {
    const auto length = observed(now).count();
    if (length == 0) return static_cast<double>(level_);
    return static_cast<double>(integral(now)) / static_cast<double>(length);
  }

 private:
  void begin(Time now, std::int64_t level) {
    start_ = last_ = now;
    level_ = min_ = max_ = level;
    integral_ = 0;
    at_zero_ = Duration::zero();
  }

  void advance(Time now) {
    const Duration passed = since_last(now);
    integral_ += level_ * passed.count();
    if (level_ == 0) at_zero_ += passed;
    last_ = now;
  }

  [[nodiscard]] Duration since_last(Time now) const {
    SIM_CHECK(now >= last_);
    return now - last_;
  }

  Time start_;
  Time last_;
  std::int64_t level_ = 0;
  std::int64_t min_ = 0;
  std::int64_t max_ = 0;
  std::int64_t integral_ = 0;
  Duration at_zero_{};
};

/// Count, sum, sum of squares, smallest and largest of integer observations: waits in milliseconds,
/// persons per visit. Exact while every |value| is below 2^40 (35 years of milliseconds) and there
/// are fewer than 2^46 of them. Merging in any order gives the same tally.
class Tally {
 public:
  void add(std::int64_t value) {
    ++count_;
    sum_ += value;
    const auto magnitude = static_cast<UInt128>(value < 0 ? -static_cast<Int128>(value) : value);
    sum_of_squares_ += magnitude * magnitude;
    min_ = std::min(min_, value);
    max_ = std::max(max_, value);
  }
  void add(Duration value) { add(value.count()); }

  /// Adds the observations of `other`.
  void merge(const Tally& other);

  /// Number of observations.
  [[nodiscard]] std::int64_t count() const { return count_; }
  [[nodiscard]] Int128 sum() const { return sum_; }
  [[nodiscard]] UInt128 sum_of_squares() const { return sum_of_squares_; }
  /// Smallest observation; the largest integer when there is none.
  [[nodiscard]] std::int64_t min() const { return min_; }
  /// Largest observation; the smallest integer when there is none.
  [[nodiscard]] std::int64_t max() const { return max_; }
  /// sum / count; 0 without observations.
  [[nodiscard]] double mean() const;
  /// Sum of squared deviations from the mean / (count - 1); 0 with fewer than two observations. The
  /// sum is taken around the whole part of the mean in integers, so that nothing cancels.
  [[nodiscard]] double variance() const;

  friend bool operator==(const Tally&, const Tally&) = default;

 private:
  std::int64_t count_ = 0;
  Int128 sum_ = 0;
  UInt128 sum_of_squares_ = 0;
  std::int64_t min_ = std::numeric_limits<std::int64_t>::max();
  std::int64_t max_ = std::numeric_limits<std::int64_t>::min();
};

/// Weight per level 0, 1, 2, ...: milliseconds spent with so many present, or days with so many
/// missing. Grows with the highest level seen. Weights are whole and not negative; their sum and
/// level x weight fit 63 bits. Merging in any order gives the same histogram.
class Histogram {
 public:
  /// Adds `weight` to `level`. Neither is negative (checked).
  void add(std::int64_t level, std::int64_t weight = 1) {
    SIM_CHECK(level >= 0 && weight >= 0);
    const auto index = static_cast<std::size_t>(level);
    if (index >= weights_.size()) weights_.resize(index + 1);
    weights_[index] += weight;
  }
  void add(std::int64_t level, Duration spent) { add(level, spent.count()); }

  /// Adds the weights of `other`.
  void merge(const Histogram& other);
  /// All weights to zero, memory kept: the end of a warm-up, or the next replication.
  void clear() { std::fill(weights_.begin(), weights_.end(), 0); }
  /// Makes room for levels 0 to `level`.
  void reserve(std::int64_t level);

  /// Weight of every level from 0 on; the last may be zero.
  [[nodiscard]] std::span<const std::int64_t> weights() const { return weights_; }
  /// Sum of all weights.
  [[nodiscard]] std::int64_t total() const;
  /// Sum of level x weight.
  [[nodiscard]] std::int64_t integral() const;
  /// integral / total; 0 when empty.
  [[nodiscard]] double mean() const;
  /// Weight of `level` and above: for a capacity c, the time in which an arrival would be delayed.
  [[nodiscard]] std::int64_t at_least(std::int64_t level) const;
  /// Smallest level whose share of the weight, with all below, reaches `p` in [0, 1]; 0 when empty.
  [[nodiscard]] std::int64_t quantile(double p) const;

  /// Equal when every level has the same weight, however much room either has.
  friend bool operator==(const Histogram& a, const Histogram& b);

 private:
  std::vector<std::int64_t> weights_;
};

}  // namespace sim
