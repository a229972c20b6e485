// SPDX-License-Identifier: Apache-2.0
/// @file
/// Draws from the laws of sim/distribution_laws.hpp, inline: they are in the hot path of every run.
/// Exponential and normal numbers are Boost.Random's (ziggurat, Boost 1.74); the gamma is ours on
/// top of them, because Boost's costs six times as much.
#pragma once

#include <cmath>

#include <boost/random/exponential_distribution.hpp>
#include <boost/random/normal_distribution.hpp>

#include "sim/distribution_laws.hpp"
#include "sim/stream.hpp"

namespace sim::law {

[[nodiscard]] inline double draw_normal(Stream& stream) {
  return boost::random::normal_distribution<double>{}(stream);
}

/// Exponential with mean 1.
[[nodiscard]] inline double draw_exponential(Stream& stream) {
  return boost::random::exponential_distribution<double>{}(stream);
}

[[nodiscard]] inline double draw(const Exponential& l, Stream& stream) {
  return l.mean * draw_exponential(stream);
}

/// Marsaglia and Tsang, "A simple method for generating gamma variables", ACM TOMS 26 (2000) 3,
/// doi:10.1145/358407.358414, with their squeeze and, below shape 1, their power of a uniform.
[[nodiscard]] inline double draw(const Gamma& l, Stream& stream) {
  while (true) {
    const double x = draw_normal(stream);
    const double root = 1 + l.c * x;
    if (root <= 0) continue;
    const double v = root * root * root;
    const double u = stream.coarse_uniform();
    const double x2 = x * x;
    if (u >= 1 - 0.0331 * x2 * x2 && std::log(u) >= 0.5 * x2 + l.d * (1 - v + std::log(v))) {
      continue;
    }
    const double value = l.scale * l.d * v;
    return l.shape < 1 ? value * std::pow(stream.uniform(), 1 / l.shape) : value;
  }
}

[[nodiscard]] inline double draw(const Weibull& l, Stream& stream) {
  return l.scale * std::pow(-std::log(stream.uniform()), 1 / l.shape);
}

[[nodiscard]] inline double draw(const Lognormal& l, Stream& stream) {
  return std::exp(l.mu + l.sigma * draw_normal(stream));
}

[[nodiscard]] inline double draw(const Normal& l, Stream& stream) {
  while (true) {
    const double x = l.mean + l.sd * draw_normal(stream);
    if (x > 0) return x;
  }
}

[[nodiscard]] inline double draw(const Triangular& l, Stream& stream) {
  return x_below(l, stream.uniform());
}

[[nodiscard]] inline double draw(const Uniform& l, Stream& stream) {
  return l.low + stream.uniform() * (l.high - l.low);
}

[[nodiscard]] inline double draw(const Fixed& l, Stream&) { return l.value; }

[[nodiscard]] inline double draw(const Empirical& l, Stream& stream) {
  const double u = stream.uniform();
  const auto cell = static_cast<std::size_t>(u * static_cast<double>(l.guide.size()));
  std::size_t i = l.guide[cell];
  while (l.entries[i].up_to < u) ++i;  // the last up_to is exactly 1
  return l.entries[i].value;
}

/// A draw from the part of a law that a slice keeps.
template <class Law>
[[nodiscard]] double draw(const Law& l, const Slice& s, Stream& stream) {
  if (s.whole) return draw(l, stream);
  if (s.invert) return x_within(l, s, stream.uniform());
  while (true) {
    const double x = draw(l, stream);
    if (x > s.low && x <= s.high) return x;
  }
}

}  // namespace sim::law
