// SPDX-License-Identifier: Apache-2.0
/// @file
/// A small continuous-time Markov chain, explored from its first state and solved numerically.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <map>
#include <utility>
#include <vector>

namespace theory {

/// `State` is any ordered value. `moves(state, emit)` calls emit(next, rate) for each transition.
template <class State>
class MarkovChain {
 public:
  using Emit = std::function<void(const State&, double)>;
  using Moves = std::function<void(const State&, const Emit&)>;

  MarkovChain(const State& first, const Moves& moves) {
    index_of(first);
    for (std::size_t i = 0; i < states_.size(); ++i) {
      const State from = states_[i];
      std::vector<std::pair<std::size_t, double>> row;
      moves(from, [&](const State& to, double rate) {
        if (rate > 0 && to != from) row.emplace_back(index_of(to), rate);
      });
      rows_.push_back(std::move(row));
    }
  }

  [[nodiscard]] std::size_t size() const { return states_.size(); }

  /// Long-run probabilities of an irreducible chain: elimination without subtractions (Grassmann,
  /// Taksar & Heyman, Operations Research 33, 1985).
  [[nodiscard]] std::vector<double> stationary() const {
    const auto n = size();
    std::vector<std::vector<double>> q(n, std::vector<double>(n, 0.0));
    for (std::size_t i = 0; i < n; ++i) {
      for (const auto& [j, rate] : rows_[i]) q[i][j] += rate;
    }
    for (std::size_t k = n - 1; k > 0; --k) {
      double out = 0;
      for (std::size_t j = 0; j < k; ++j) out += q[k][j];
      for (std::size_t i = 0; i < k; ++i) {
        q[i][k] /= out;
        if (q[i][k] == 0) continue;
        for (std::size_t j = 0; j < k; ++j) {
          if (j != i) q[i][j] += q[i][k] * q[k][j];
        }
      }
    }
    std::vector<double> p(n, 0.0);
    p[0] = 1;
    double sum = 1;
    for (std::size_t k = 1; k < n; ++k) {
      for (std::size_t i = 0; i < k; ++i) p[k] += p[i] * q[i][k];
      sum += p[k];
    }
    for (auto& x : p) x /= sum;
    return p;
  }

  /// Probabilities after time t from `start`, by uniformisation (Jensen 1953), error below 1e-12.
  [[nodiscard]] std::vector<double> after(double t, std::vector<double> start) const {
    if (t <= 0) return start;
    double fastest = 0;
    std::vector<double> out(size(), 0.0);
    for (std::size_t i = 0; i < size(); ++i) {
      for (const auto& move : rows_[i]) out[i] += move.second;
      fastest = std::max(fastest, out[i]);
    }
    std::vector<double> result(size(), 0.0);
    const double mean = fastest * t;
    double left = 1;
    for (int k = 0; left > 1e-12; ++k) {
      const double weight = std::exp(k * std::log(mean) - mean - std::lgamma(k + 1.0));
      left -= weight;
      std::vector<double> next(size(), 0.0);
      for (std::size_t i = 0; i < size(); ++i) {
        result[i] += weight * start[i];
        next[i] += start[i] * (1 - out[i] / fastest);
        for (const auto& [j, rate] : rows_[i]) next[j] += start[i] * rate / fastest;
      }
      start = std::move(next);
      if (k > mean + 40 * std::sqrt(mean) + 100) break;
    }
    return result;
  }

  /// The probabilities f(state), as a vector.
  template <class F>
  [[nodiscard]] std::vector<double> distribution(F&& f) const {
    std::vector<double> p;
    for (const auto& state : states_) p.push_back(f(state));
    return p;
  }

  /// Expectation of f(state).
  template <class F>
  [[nodiscard]] double expect(const std::vector<double>& p, F&& f) const {
    double sum = 0;
    for (std::size_t i = 0; i < size(); ++i) sum += p[i] * static_cast<double>(f(states_[i]));
    return sum;
  }

 private:
  std::size_t index_of(const State& state) {
    const auto [where, is_new] = index_.emplace(state, states_.size());
    if (is_new) states_.push_back(state);
    return where->second;
  }

  std::map<State, std::size_t> index_;
  std::vector<State> states_;
  std::vector<std::vector<std::pair<std::size_t, double>>> rows_;
};

}  // namespace theory
