// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

#include "sim/intervals.hpp"

/// @file
/// Probabilities estimated from replications that hold one or several trials each: a run of three
/// summers tells of three, and they are not as good as three runs if they are alike.
namespace sim {

/// What an interval for a probability is made from: each replication's share of its trials in which
/// the event happened, summed up.
struct ShareSums {
  std::uint32_t replications = 0;
  std::uint32_t trials = 1;  ///< in each replication, at least 1
  double mean = 0.0;         ///< of the shares
  double squares = 0.0;      ///< sum of squared deviations of the shares from `mean`

  /// Adds the share of one replication more.
  void add(double share);
};

[[nodiscard]] ShareSums sum_up(std::span<const double> shares, std::uint32_t trials);

/// Wilson's interval from as many independent trials as those seen are worth,
///     n* = (n m / deff) (t(n m - 1) / t(n - 1))²,   deff = m sum (share - mean)² / (n p (1 - p))
/// with n replications of m trials, the design effect deff between 1 and m, and quantiles of Student's
/// t at (1 + confidence) / 2. With one trial in each replication deff is 1 and n* is n: Wilson's
/// interval itself. Where all trials agree, deff is m. [0, 1] when nothing is known: without
/// replications, or from one with several trials.
/// Sources: Wilson (1927), J. Am. Stat. Assoc. 22, 209-212; Rao and Scott (1992), Biometrics 48,
/// 577-585 (design effect); Korn and Graubard (1998), Survey Methodology 24, 193-201 (degrees of
/// freedom).
[[nodiscard]] Interval wilson(const ShareSums& sums, double confidence = 0.95);

/// The estimate with its interval. In fewer than min_events_for_estimate replications with an event
/// it is an upper bound only: that of the probability that a replication has any, which is not
/// below that of one trial. `successes` and `n` count trials.
[[nodiscard]] Proportion proportion(std::span<const double> shares, std::uint32_t trials,
                                    double confidence = 0.95);

/// One side of a comparison, replication by replication.
struct Shares {
  std::span<const double> values;
  std::uint32_t trials = 1;
};

/// Interval of the difference of two probabilities, other - base, paired by replication, from the
/// intervals [l, u] of the two and the correlation r of their shares, shrunk by 1 / (2 n m):
///     d - sqrt((p2 - l2)² + (u1 - p1)² - 2 r (p2 - l2) (u1 - p1))
///     d + sqrt((u2 - p2)² + (p1 - l1)² - 2 r (u2 - p2) (p1 - l1))
/// With one trial each it is method 10 of Newcombe. Equal numbers of values (checked).
/// Sources: Newcombe (1998), Stat. Med. 17, 2635-2650; Zou and Donner (2008), Stat. Med. 27,
/// 1693-1702, for any two intervals.
[[nodiscard]] Interval paired_share_difference(const Shares& base, const Shares& other,
                                               double confidence = 0.95);

/// Two-sided mid-p value of McNemar's test that two probabilities are equal, from the pairs in which
/// only one of the two has the event: P(X < k) + P(X = k) / 2, doubled, with X ~ Binomial(higher +
/// lower, 1/2) and k the smaller of them. 1 without such pairs.
/// Source: Fagerland, Lydersen and Laake (2013), BMC Med. Res. Methodol. 13, 91.
[[nodiscard]] double mcnemar_mid_p(std::uint32_t higher, std::uint32_t lower);

}  // namespace sim
