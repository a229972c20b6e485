// SPDX-License-Identifier: Apache-2.0
#include "sim/accumulators.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "sim/check.hpp"

namespace sim {

void Tally::merge(const Tally& other) {
  count_ += other.count_;
  sum_ += other.sum_;
  sum_of_squares_ += other.sum_of_squares_;
  min_ = std::min(min_, other.min_);
  max_ = std::max(max_, other.max_);
}

double Tally::mean() const {
  return count_ == 0 ? 0.0 : static_cast<double>(sum_) / static_cast<double>(count_);
}

double Tally::variance() const {
  if (count_ < 2) return 0.0;
  // With q the whole part of the mean and r the rest of the division:
  //   sum (x - q)^2    = sum x^2 - q (sum + r)
  //   sum (x - mean)^2 = sum (x - q)^2 - r^2 / n
  const Int128 q = sum_ / count_;
  const Int128 r = sum_ % count_;
  const UInt128 around_q = sum_of_squares_ - static_cast<UInt128>(q * (sum_ + r));
  const auto n = static_cast<double>(count_);
  const auto rest = static_cast<double>(r);
  return (static_cast<double>(around_q) - rest * (rest / n)) / (n - 1.0);
}

void Histogram::merge(const Histogram& other) {
  if (other.weights_.size() > weights_.size()) weights_.resize(other.weights_.size());
  for (std::size_t i = 0; i < other.weights_.size(); ++i) weights_[i] += other.weights_[i];
}

void Histogram::reserve(std::int64_t level) {
  SIM_CHECK(level >= 0);
  weights_.reserve(static_cast<std::size_t>(level) + 1);
}

std::int64_t Histogram::total() const { return at_least(0); }

std::int64_t Histogram::integral() const {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < weights_.size(); ++i) {
    sum += static_cast<std::int64_t>(i) * weights_[i];
  }
  return sum;
}

double Histogram::mean() const {
  const std::int64_t all = total();
  return all == 0 ? 0.0 : static_cast<double>(integral()) / static_cast<double>(all);
}

std::int64_t Histogram::at_least(std::int64_t level) const {
  std::int64_t sum = 0;
  for (auto i = static_cast<std::size_t>(std::max<std::int64_t>(0, level)); i < weights_.size();
       ++i) {
    sum += weights_[i];
  }
  return sum;
}

std::int64_t Histogram::quantile(double p) const {
  SIM_CHECK(p >= 0.0 && p <= 1.0);
  const std::int64_t all = total();
  if (all == 0) return 0;
  const double wanted = p * static_cast<double>(all);
  std::int64_t below = 0;
  std::int64_t highest = 0;  // the last level with weight, in case rounding keeps us below `wanted`
  for (std::size_t i = 0; i < weights_.size(); ++i) {
    if (weights_[i] == 0) continue;
    below += weights_[i];
    highest = static_cast<std::int64_t>(i);
    if (static_cast<double>(below) >= wanted) break;
  }
  return highest;
}

bool operator==(const Histogram& a, const Histogram& b) {
  const std::size_t common = std::min(a.weights_.size(), b.weights_.size());
  for (std::size_t i = 0; i < common; ++i) {
    if (a.weights_[i] != b.weights_[i]) return false;
  }
  const auto& longer = a.weights_.size() > common ? a.weights_ : b.weights_;
  return std::all_of(longer.begin() + static_cast<std::ptrdiff_t>(common), longer.end(),
                     [](std::int64_t weight) { return weight == 0; });
}

}  // namespace sim
