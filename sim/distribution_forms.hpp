// SPDX-License-Identifier: Apache-2.0
/// @file
/// Distributions from the parameters people have. Every form is solved exactly or to the last bits
/// of a double, and answers what has no solution with a sentence that says why.
#pragma once

#include <cstdint>
#include <string_view>

#include "sim/distribution.hpp"

namespace sim {

/// The families that two numbers determine (the exponential: one).
enum class Family : std::uint8_t { Exponential, Gamma, Weibull, Lognormal, Uniform };

/// "exponential", "gamma" and so on.
[[nodiscard]] std::string_view name_of(Family family);

/// A known point of a distribution: the share `p` of it lies at or below `x`.
struct Quantile {
  double p = 0;  ///< in (0, 1)
  double x = 0;  ///< above 0
};

/// From mean > 0 and standard deviation > 0. For an exponential they must be equal.
Result<Distribution> from_mean_sd(Family family, double mean, double sd);

/// From mean > 0 and coefficient of variation (sd / mean) > 0. For an exponential it must be 1.
Result<Distribution> from_mean_cv(Family family, double mean, double cv);

/// From median and mean. The median must lie below the mean, except for a uniform, which they
/// cannot determine. For an exponential it must be ln 2 times the mean.
Result<Distribution> from_median_mean(Family family, double median, double mean);

/// From two quantiles with different p, in any order. For an exponential they must agree.
Result<Distribution> from_quantiles(Family family, Quantile first, Quantile second);

/// From a mean and the natural shape of a gamma or a Weibull, or the sigma of a lognormal.
Result<Distribution> from_mean_shape(Family family, double mean, double shape);

/// From a median and the natural shape of a gamma or a Weibull, or the sigma of a lognormal.
Result<Distribution> from_median_shape(Family family, double median, double shape);

/// An exponential from its median > 0.
Result<Distribution> exponential_from_median(double median);

/// An exponential from its rate > 0, the reciprocal of the mean.
Result<Distribution> exponential_from_rate(double rate);

}  // namespace sim
