// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

/// @file
/// What can be said from n replications: estimates and how sure they are. All folds are plain loops
/// in the order of the values given, so the same values in the same order give the same bits.
namespace sim {

/// A closed range of numbers.
struct Interval {
  double low = 0.0;
  double high = 0.0;
  friend bool operator==(const Interval&, const Interval&) = default;
};

/// A mean over replications with its Student t interval, mean ± half_width.
struct Estimate {
  /// Mean of the values; NaN for none.
  double mean = 0.0;
  /// Standard deviation between replications (divisor n - 1); 0 for fewer than two.
  double sd = 0.0;
  /// Half the width of the interval; infinite for fewer than two values: nothing is known.
  double half_width = 0.0;
  /// Number of replications.
  std::uint32_t n = 0;
};

/// An event's probability.
struct Proportion {
  /// successes / n.
  double share = 0.0;
  /// Wilson interval; [0, upper bound] when upper_bound_only.
  Interval interval;
  /// Fewer than three events were seen: say "at most interval.high", not `share`.
  bool upper_bound_only = false;
  std::uint32_t successes = 0;
  std::uint32_t n = 0;
};

/// A quantile over replications.
struct QuantileEstimate {
  /// Smallest value with at least the share p of the values at or below it.
  double value = 0.0;
  /// Absent when there are too few replications to bound the quantile on both sides.
  std::optional<Interval> interval;
  /// Replications from which on there is an interval, for this p and confidence.
  std::uint32_t replications_needed = 0;
};

/// Below this many events a probability gets an upper bound and no estimate.
inline constexpr std::uint32_t min_events_for_estimate = 3;

/// x with P(T <= x) = p for Student's t with `df` > 0 degrees of freedom; p in (0, 1).
[[nodiscard]] double student_t_quantile(double p, double df);

/// x with P(Z <= x) = p for the standard normal; p in (0, 1).
[[nodiscard]] double normal_quantile(double p);

/// Mean, and t(n-1, (1 + confidence) / 2) sd / sqrt(n) as half-width.
/// Source: Law, Simulation Modeling and Analysis (5th ed.), section 4.5.
[[nodiscard]] Estimate estimate(std::span<const double> values, double confidence = 0.95);

/// Interval of the mean that leans as the values do: with S the estimate of their skewness, from the
/// third moment over n - 1 and n - 2, and a = S / (6 sqrt(n)), at most 0.06 in size,
///     mean - G(±t) sd / sqrt(n),  G(r) = (cbrt(1 + 6 a (r - a)) - 1) / (2 a),
///     t = t(n-1, (1 + confidence) / 2)
/// G(r) is r for values that are not skew, and the interval then that of estimate(), as it is for
/// fewer than three values. Student's interval misses the mean of skew values (waits under high load)
/// on one side and too often; this one does so less.
/// Sources: Willink (2005), Commun. Stat. Theory Methods 34, 753-766; used for simulations by
/// Tafazzoli, Wilson, Lada and Steiger (2011), INFORMS J. Comput. 23, 297-314.
[[nodiscard]] Interval mean_interval(std::span<const double> values, double confidence = 0.95);

/// estimate() of the differences other - base, replication by replication: with common random
/// numbers what both have in common cancels. Equal lengths (checked).
/// Source: Law, section 10.2.1 (paired t).
[[nodiscard]] Estimate paired_difference(std::span<const double> base,
                                         std::span<const double> other, double confidence = 0.95);

/// Two-sided p-value of "the mean is zero": P(|T| >= |mean| sqrt(n) / sd) with n - 1 degrees of
/// freedom. 1 for fewer than two values; without spread 1 at mean 0 and 0 elsewhere.
[[nodiscard]] double zero_mean_p_value(const Estimate& estimate);

/// Probability that the mean has the sign of its estimate, read from the t distribution around the
/// estimate (the posterior under a flat prior): P(T <= |mean| sqrt(n) / sd), from 0.5 (no idea) to 1.
/// Without spread 0.5 at mean 0 and 1 elsewhere; 0.5 for fewer than two values.
/// Source: Makowski, Ben-Shachar and Lüdecke (2019), J. Open Source Softw. 4(40), 1541.
[[nodiscard]] double probability_of_direction(const Estimate& estimate);

/// Half-width of the interval of other - base if their values came from independent replications:
///     t(df, (1 + confidence) / 2) sqrt(a + b),  a = sd²/n of base, b = sd²/n of other,
///     df = (a + b)² / (a²/(n - 1) + b²/(n - 1))
/// Infinite when either has fewer than two values.
/// Source: Welch (1947), Biometrika 34, 28-35; Law, section 10.2.2.
[[nodiscard]] double independent_half_width(const Estimate& base, const Estimate& other,
                                            double confidence = 0.95);

/// Score interval of a probability, with z the normal quantile of (1 + confidence) / 2:
///     (s + z²/2 ± z sqrt(s (n - s) / n + z²/4)) / (n + z²)
/// [0, 1] for n = 0. Source: Wilson (1927), J. Am. Stat. Assoc. 22, 209-212.
[[nodiscard]] Interval wilson(std::uint32_t successes, std::uint32_t n, double confidence = 0.95);

/// The same from trials that are worth as many independent ones, whole numbers or not.
[[nodiscard]] Interval wilson(double successes, double n, double confidence);

/// One-sided upper confidence bound of a probability: the p at which `successes` or fewer out of n
/// have probability 1 - confidence. For no success at 95 % it is close to 3 / n ("rule of three").
/// 1 for n = 0. Source: Clopper and Pearson (1934), Biometrika 26, 404-413.
[[nodiscard]] double upper_bound(std::uint32_t successes, std::uint32_t n,
                                 double confidence = 0.95);

/// wilson(), or upper_bound() when fewer than min_events_for_estimate events were seen.
[[nodiscard]] Proportion proportion(std::uint32_t successes, std::uint32_t n,
                                    double confidence = 0.95);

/// Distribution-free interval of the p-quantile from values sorted upwards (checked): from the r-th
/// to the s-th smallest, with r as large and s as small as
///     P(Binomial(n, p) < r) <= (1 - confidence) / 2,  P(Binomial(n, p) >= s) <= (1 - confidence) /
///     2
/// allow. At least one value; p in (0, 1). Ties only make it wider than needed.
/// Source: Conover, Practical Nonparametric Statistics (3rd ed.), section 3.2.
[[nodiscard]] QuantileEstimate order_statistic_interval(std::span<const double> sorted, double p,
                                                        double confidence = 0.95);

/// Fewest replications with which order_statistic_interval() gives an interval:
///     the smallest n with max(p, 1 - p)^n <= (1 - confidence) / 2
[[nodiscard]] std::uint32_t replications_for_quantile(double p, double confidence = 0.95);

/// Holm's adjusted p-values, in the order given: the i-th smallest of m times m + 1 - i, at most 1,
/// and never below that of a smaller one. Rejecting those at most alpha keeps the probability of
/// any false rejection at alpha, whatever the dependence.
/// Source: Holm (1979), Scand. J. Statist. 6, 65-70.
[[nodiscard]] std::vector<double> holm(std::span<const double> p_values);

}  // namespace sim
