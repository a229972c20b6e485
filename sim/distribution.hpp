// SPDX-License-Identifier: Apache-2.0
/// @file
/// Probability distributions of things that cannot be negative: stays, lead times, minutes of a
/// visit, the size of a batch. The numbers carry no unit; who makes a distribution knows it.
///
/// A Distribution is a value: one law, and what was done to it, in the order it was done.
///   in_steps(s)      rounded up to whole multiples of s ("whole days")
///   truncated(a, b)  the conditional distribution given a <= X <= b; no probability is piled up
///                    at the bounds
///   scaled(f)        all of it multiplied by f: 0.9 is "stays 10 % shorter"
/// A scenario's order is that one: round, then cut, then scale; see `shaped`.
///
/// Factories from means, medians and quantiles are in sim/distribution_forms.hpp.
#pragma once

#include <limits>
#include <optional>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "sim/distribution_laws.hpp"
#include "sim/result.hpp"
#include "sim/stream.hpp"
#include "sim/time.hpp"

namespace sim {

class Distribution {
 public:
  /// Always 0.
  Distribution() = default;

  // Factories. Each answers parameters that make no distribution with a Fault in words. Mean and
  // variance must be finite; a distribution without spread is `fixed`.

  /// Always `value` >= 0.
  static Result<Distribution> fixed(double value);
  /// Mean > 0.
  static Result<Distribution> exponential(double mean);
  /// Mean shape * scale, cv 1 / sqrt(shape); shape in [1e-4, 1e9].
  static Result<Distribution> gamma(double shape, double scale);
  /// P(X > x) = exp(-(x / scale)^shape); shape in [0.02, 1e4].
  static Result<Distribution> weibull(double shape, double scale);
  /// exp of a normal with mean `mu` and standard deviation `sigma` in (0, 20].
  static Result<Distribution> lognormal(double mu, double sigma);
  /// A normal with mean > 0 and standard deviation > 0 before what lies below 0 is cut off.
  static Result<Distribution> normal(double mean, double sd);
  /// 0 <= low <= mode <= high, low < high.
  static Result<Distribution> triangular(double low, double mode, double high);
  /// 0 <= low < high.
  static Result<Distribution> uniform(double low, double high);
  /// One of `values`, in proportion to `weights` >= 0; no weights at all: each equally likely.
  static Result<Distribution> empirical(std::span<const double> values,
                                        std::span<const double> weights = {});
  /// One of `parts`, chosen in proportion to `weights` >= 0.
  static Result<Distribution> mixture(std::span<const double> weights,
                                      std::span<const Distribution> parts);

  // What can be done to a distribution.

  /// Rounded up to whole multiples of `step` > 0.
  [[nodiscard]] Result<Distribution> in_steps(double step) const;
  /// Given lower <= X <= upper; `upper` may be infinite. A Fault where the bounds leave less than
  /// 1e-12 of the probability.
  [[nodiscard]] Result<Distribution> truncated(double lower, double upper) const;
  /// `factor` >= 0 times X.
  [[nodiscard]] Result<Distribution> scaled(double factor) const;

  // Sampling.

  /// A draw. Takes what it needs from the stream: mostly one or two words.
  [[nodiscard]] double sample(Stream& stream) const;

  /// What is left of a stay that is met at a moment chosen without regard to it: the equilibrium
  /// (forward recurrence) distribution, density P(X > x) / mean. It is a uniform fraction of a
  /// length-biased draw, and exact for every distribution of this file: by the length-biased law
  /// itself where it has a name, by rejection where not. Mean E[X^2] / (2 E[X]); 0 where X is
  /// always 0. Cox, "Renewal Theory" (Methuen, 1962), chapter 5.
  [[nodiscard]] double sample_residual(Stream& stream) const;

  /// A draw given X > x: the whole stay of one who is there after x. Its address is the caller's;
  /// nothing is allocated. Precondition (checked): above(x) > 0.
  [[nodiscard]] double sample_above(double x, Stream& stream) const;

  // Properties, for tests, reports and theory.

  /// Relative accuracy 1e-12; 1e-6 for laws rounded to steps (their long tail is summed by
  /// Euler-Maclaurin) and for slices that hold less than a millionth of their law.
  [[nodiscard]] double mean() const;
  /// As mean; the error is relative to E[X^2].
  [[nodiscard]] double variance() const;
  /// P(X <= x).
  [[nodiscard]] double cdf(double x) const;
  /// P(X > x), with its digits also far out in the tail.
  [[nodiscard]] double above(double x) const;
  /// The smallest x with cdf(x) >= p. Precondition (checked): 0 <= p <= 1.
  [[nodiscard]] double quantile(double p) const;
  /// The least possible value (or the limit of the possible ones).
  [[nodiscard]] double lower() const { return quantile(0); }
  /// The greatest possible value; may be infinite.
  [[nodiscard]] double upper() const { return quantile(1); }
  /// "fixed", "exponential", "gamma", "weibull", "lognormal", "normal", "triangular", "uniform", "empirical"
  /// or "mixture".
  [[nodiscard]] std::string_view name() const;

 private:
  using Law =
      std::variant<law::Fixed, law::Exponential, law::Gamma, law::Weibull, law::Lognormal,
                   law::Normal, law::Triangular, law::Uniform, law::Empirical, law::Mixture>;

  explicit Distribution(Law law);
  /// Itself, or a Fault where its mean or variance is not a finite number.
  [[nodiscard]] Result<Distribution> if_finite() const;
  /// P(lower <= X <= upper).
  [[nodiscard]] double probability_of(double lower, double upper) const;
  /// The bounds on the law under the rounding that make lower <= X <= upper: low < . <= high.
  [[nodiscard]] law::Support bounds_of(double lower, double upper) const;
  /// A draw that counts every value in proportion to its size.
  [[nodiscard]] double sample_length_biased(Stream& stream) const;

  Law law_;
  // Only for the seven continuous laws: the others are cut and rounded value by value.
  law::Slice slice_;
  double step_ = 0;    // 0: not rounded
  bool plain_ = true;  // neither cut nor rounded: the usual case, decided once
};

/// One distribution of a mixture.
struct MixturePart {
  Distribution distribution;
  double weight;        ///< probability of this part
  double up_to;         ///< probability of this part and all before it
  double biased_up_to;  ///< the same when a part counts in proportion to its mean
};

/// What a scenario may do to a distribution, in this order: round up to steps, cut, scale.
struct Shaping {
  std::optional<double> step = std::nullopt;
  std::optional<double> lower = std::nullopt;
  std::optional<double> upper = std::nullopt;
  double scale = 1;
};

/// `distribution` with all of `shaping` done to it.
Result<Distribution> shaped(const Distribution& distribution, const Shaping& shaping);

/// A draw in units of `unit`, rounded to whole milliseconds: the last bit in which processors may
/// disagree ends here.
[[nodiscard]] inline Duration sample_duration(const Distribution& distribution, Duration unit,
                                              Stream& stream) {
  return from_units(distribution.sample(stream), unit);
}

/// As sample_duration, of what is left of a stay in progress.
[[nodiscard]] inline Duration sample_residual_duration(const Distribution& distribution,
                                                       Duration unit, Stream& stream) {
  return from_units(distribution.sample_residual(stream), unit);
}

}  // namespace sim
