// SPDX-License-Identifier: Apache-2.0
/// @file
/// The probability laws behind sim::Distribution, as plain parameters, and their mathematics. Those
/// who want a distribution want sim/distribution.hpp.
///
/// Sources of the formulas: Johnson, Kotz, Balakrishnan, "Continuous Univariate Distributions" 1
/// and 2 (Wiley, 1994 and 1995).
#pragma once

#include <cmath>
#include <concepts>
#include <cstdint>
#include <vector>

namespace sim {

struct MixturePart;  // in sim/distribution.hpp

namespace law {

struct Fixed {
  double value = 0;
};

struct Exponential {
  double mean = 1;
};

struct Gamma {
  Gamma(double shape_in, double scale_in);
  double shape, scale;
  double d, c;  ///< the two constants of Marsaglia and Tsang, prepared
};

struct Weibull {
  double shape, scale;
};

struct Lognormal {
  double mu, sigma;  ///< of the logarithm
};

/// A normal of which only what lies above 0 is kept.
struct Normal {
  double mean, sd;  ///< before the cut
};

struct Triangular {
  double low, mode, high;
};

struct Uniform {
  double low, high;
};

/// Values in increasing order, each with the probability of itself and all before it.
struct Empirical {
  struct Entry {
    double value;
    double weight;        ///< P(X = value), above 0
    double up_to;         ///< P(X <= value)
    double biased_up_to;  ///< the same when every value counts in proportion to its size
  };
  std::vector<Entry> entries;
  /// guide[i] is the first entry whose up_to exceeds i / guide.size(): a draw begins its search
  /// there (Chen and Asau, "On generating random variates from an empirical distribution",
  /// AIIE Transactions 6, 1974).
  std::vector<std::uint32_t> guide;
};

struct Mixture {
  std::vector<MixturePart> parts;
};

/// Where a law has its probability: P(low <= X <= high) = 1.
struct Support {
  double low, high;
};

/// A law given that low < X <= high, with what a draw needs prepared.
struct Slice {
  double low = 0;
  double high = 0;          ///< may be infinite
  double mass = 1;          ///< P(low < X <= high) before the cut
  double outside = 0;       ///< P(X <= low), or P(X > low) where from_above
  bool from_above = false;  ///< count probabilities from above: low lies in the upper half
  bool whole = true;        ///< nothing is cut off
  bool invert = false;      ///< draw by inversion; otherwise by rejection
};

template <class Law>
concept Discrete = std::same_as<Law, Fixed> || std::same_as<Law, Empirical>;

template <class Law>
concept Continuous = !Discrete<Law> && !std::same_as<Law, Mixture>;

/// The smallest multiple of `step` that is not below x >= 0. It is the product of a whole number
/// and the step, so that equal values are equal to the last bit.
[[nodiscard]] inline double steps_up(double x, double step) {
  double n = std::ceil(x / step);
  // The quotient is rounded; the product decides.
  if (n > 0 && (n - 1) * step >= x) --n;
  return n * step < x ? (n + 1) * step : n * step;
}

/// The greatest multiple of `step` that is not above x >= 0.
[[nodiscard]] inline double steps_down(double x, double step) {
  double n = std::floor(x / step);
  if ((n + 1) * step <= x) ++n;
  return n * step > x ? (n - 1) * step : n * step;
}

// Each of the functions below exists for Exponential, Gamma, Weibull, Lognormal, Normal, Triangular
// and Uniform. Probabilities are exact to about 1e-14, also far out in either tail.

[[nodiscard]] Support support(const Exponential&);
[[nodiscard]] Support support(const Gamma&);
[[nodiscard]] Support support(const Weibull&);
[[nodiscard]] Support support(const Lognormal&);
[[nodiscard]] Support support(const Normal&);
[[nodiscard]] Support support(const Triangular&);
[[nodiscard]] Support support(const Uniform&);

/// P(X <= x).
[[nodiscard]] double below(const Exponential&, double x);
[[nodiscard]] double below(const Gamma&, double x);
[[nodiscard]] double below(const Weibull&, double x);
[[nodiscard]] double below(const Lognormal&, double x);
[[nodiscard]] double below(const Normal&, double x);
[[nodiscard]] double below(const Triangular&, double x);
[[nodiscard]] double below(const Uniform&, double x);

/// P(X > x).
[[nodiscard]] double above(const Exponential&, double x);
[[nodiscard]] double above(const Gamma&, double x);
[[nodiscard]] double above(const Weibull&, double x);
[[nodiscard]] double above(const Lognormal&, double x);
[[nodiscard]] double above(const Normal&, double x);
[[nodiscard]] double above(const Triangular&, double x);
[[nodiscard]] double above(const Uniform&, double x);

/// The x with P(X <= x) = p, for 0 < p < 1.
[[nodiscard]] double x_below(const Exponential&, double p);
[[nodiscard]] double x_below(const Gamma&, double p);
[[nodiscard]] double x_below(const Weibull&, double p);
[[nodiscard]] double x_below(const Lognormal&, double p);
[[nodiscard]] double x_below(const Normal&, double p);
[[nodiscard]] double x_below(const Triangular&, double p);
[[nodiscard]] double x_below(const Uniform&, double p);

/// The x with P(X > x) = p, for 0 < p < 1.
[[nodiscard]] double x_above(const Exponential&, double p);
[[nodiscard]] double x_above(const Gamma&, double p);
[[nodiscard]] double x_above(const Weibull&, double p);
[[nodiscard]] double x_above(const Lognormal&, double p);
[[nodiscard]] double x_above(const Normal&, double p);
[[nodiscard]] double x_above(const Triangular&, double p);
[[nodiscard]] double x_above(const Uniform&, double p);

/// E[X^order; a < X <= b], order 0, 1 or 2, 0 <= a <= b, b may be infinite. Order 0 is
/// P(a < X <= b).
[[nodiscard]] double moment_between(const Exponential&, int order, double a, double b);
[[nodiscard]] double moment_between(const Gamma&, int order, double a, double b);
[[nodiscard]] double moment_between(const Weibull&, int order, double a, double b);
[[nodiscard]] double moment_between(const Lognormal&, int order, double a, double b);
[[nodiscard]] double moment_between(const Normal&, int order, double a, double b);
[[nodiscard]] double moment_between(const Triangular&, int order, double a, double b);
[[nodiscard]] double moment_between(const Uniform&, int order, double a, double b);

[[nodiscard]] double mean(const Exponential&);
[[nodiscard]] double mean(const Gamma&);
[[nodiscard]] double mean(const Weibull&);
[[nodiscard]] double mean(const Lognormal&);
[[nodiscard]] double mean(const Normal&);
[[nodiscard]] double mean(const Triangular&);
[[nodiscard]] double mean(const Uniform&);

[[nodiscard]] double variance(const Exponential&);
[[nodiscard]] double variance(const Gamma&);
[[nodiscard]] double variance(const Weibull&);
[[nodiscard]] double variance(const Lognormal&);
[[nodiscard]] double variance(const Normal&);
[[nodiscard]] double variance(const Triangular&);
[[nodiscard]] double variance(const Uniform&);

/// The law of `factor` times X, factor > 0.
[[nodiscard]] Exponential scaled(const Exponential&, double factor);
[[nodiscard]] Gamma scaled(const Gamma&, double factor);
[[nodiscard]] Weibull scaled(const Weibull&, double factor);
[[nodiscard]] Lognormal scaled(const Lognormal&, double factor);
[[nodiscard]] Normal scaled(const Normal&, double factor);
[[nodiscard]] Triangular scaled(const Triangular&, double factor);
[[nodiscard]] Uniform scaled(const Uniform&, double factor);

/// Prepares the law given low < X <= high; the bounds are first narrowed to the support. A slice
/// that holds a quarter or more is drawn by rejection (four tries at most on average), a thinner
/// one by inversion: both are exact.
template <class Law>
[[nodiscard]] Slice slice(const Law& law, double low, double high) {
  const Support all = support(law);
  Slice s;
  s.low = low > all.low ? low : all.low;
  s.high = high < all.high ? high : all.high;
  s.whole = s.low <= all.low && s.high >= all.high;
  if (s.whole) return s;
  s.mass = s.high > s.low ? moment_between(law, 0, s.low, s.high) : 0;
  s.outside = below(law, s.low);
  s.from_above = s.outside > 0.5;
  if (s.from_above) s.outside = above(law, s.low);
  s.invert = s.mass < 0.25;
  return s;
}

/// The x within the slice below which the share p of it lies, 0 < p < 1.
template <class Law>
[[nodiscard]] double x_within(const Law& law, const Slice& s, double p) {
  const double x =
      s.from_above ? x_above(law, s.outside - p * s.mass) : x_below(law, s.outside + p * s.mass);
  if (x < s.low) return s.low;
  return x > s.high ? s.high : x;
}

}  // namespace law
}  // namespace sim
