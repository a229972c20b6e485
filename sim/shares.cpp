// SPDX-License-Identifier: Apache-2.0
#include "sim/shares.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

#include <boost/math/distributions/binomial.hpp>

#include "sim/check.hpp"

namespace sim {
namespace {

/// What one trial is worth in independent ones; 0 when nothing is known.
double worth_of_a_trial(const ShareSums& sums, double confidence) {
  if (sums.trials == 1) return 1.0;
  if (sums.replications < 2) return 0.0;
  const auto n = static_cast<double>(sums.replications);
  const auto m = static_cast<double>(sums.trials);
  const double spread = n * sums.mean * (1.0 - sums.mean);
  // Never surer than of independent trials, nor less sure than of one trial in each replication.
  const double deff = spread > 0.0 ? std::clamp(m * sums.squares / spread, 1.0, m) : m;
  const double at = 0.5 + confidence / 2.0;
  const double t = student_t_quantile(at, n * m - 1.0) / student_t_quantile(at, n - 1.0);
  return t * t / deff;
}

/// The correlation of two rows of shares, moved towards none; 0 where one of them does not vary.
double shrunk_correlation(const Shares& base, const Shares& other, const ShareSums& a,
                          const ShareSums& b) {
  if (a.squares <= 0.0 || b.squares <= 0.0) return 0.0;
  double products = 0.0;
  for (std::size_t i = 0; i < base.values.size(); ++i) {
    products += (base.values[i] - a.mean) * (other.values[i] - b.mean);
  }
  if (products > 0.0) {
    const auto trials = static_cast<double>(std::max(a.trials, b.trials));
    products = std::max(0.0, products - 0.5 / trials);
  }
  return std::clamp(products / std::sqrt(a.squares * b.squares), -1.0, 1.0);
}

}  // namespace

void ShareSums::add(double share) {
  ++replications;
  const double deviation = share - mean;
  mean += deviation / static_cast<double>(replications);
  squares += deviation * (share - mean);
}

ShareSums sum_up(std::span<const double> shares, std::uint32_t trials) {
  SIM_CHECK(trials >= 1 && shares.size() <= std::numeric_limits<std::uint32_t>::max());
  ShareSums sums;
  sums.trials = trials;
  for (const double share : shares) sums.add(share);
  return sums;
}

Interval wilson(const ShareSums& sums, double confidence) {
  const auto seen = static_cast<double>(sums.replications) * static_cast<double>(sums.trials);
  // The count behind the mean is whole; rounding must not move the ends of the interval.
  const double successes = std::round(sums.mean * seen);
  const double worth = worth_of_a_trial(sums, confidence);
  return wilson(successes * worth, seen * worth, confidence);
}

Proportion proportion(std::span<const double> shares, std::uint32_t trials, double confidence) {
  const ShareSums sums = sum_up(shares, trials);
  const auto with_event = static_cast<std::uint32_t>(
      std::ranges::count_if(shares, [](double share) { return share > 0.0; }));
  Proportion result;
  result.n = sums.replications * trials;
  result.successes =
      static_cast<std::uint32_t>(std::llround(sums.mean * static_cast<double>(result.n)));
  result.share =
      result.n == 0 ? 0.0 : static_cast<double>(result.successes) / static_cast<double>(result.n);
  result.upper_bound_only = with_event < min_events_for_estimate;
  result.interval = result.upper_bound_only
                        ? Interval{0.0, upper_bound(with_event, sums.replications, confidence)}
                        : wilson(sums, confidence);
  return result;
}

Interval paired_share_difference(const Shares& base, const Shares& other, double confidence) {
  SIM_CHECK(base.values.size() == other.values.size());
  const ShareSums a = sum_up(base.values, base.trials);
  const ShareSums b = sum_up(other.values, other.trials);
  const Interval first = wilson(a, confidence);
  const Interval second = wilson(b, confidence);
  const double r = shrunk_correlation(base, other, a, b);
  const auto reach = [r](double x, double y) {
    return std::sqrt(std::max(0.0, x * x + y * y - 2.0 * r * x * y));
  };
  const double difference = b.mean - a.mean;
  return {difference - reach(b.mean - second.low, first.high - a.mean),
          difference + reach(second.high - b.mean, a.mean - first.low)};
}

double mcnemar_mid_p(std::uint32_t higher, std::uint32_t lower) {
  const std::uint32_t pairs = higher + lower;
  if (pairs == 0) return 1.0;
  const std::uint32_t least = std::min(higher, lower);
  const boost::math::binomial_distribution<> binomial(pairs, 0.5);
  const double at = boost::math::pdf(binomial, least);
  return std::min(1.0, 2.0 * boost::math::cdf(binomial, least) - at);
}

}  // namespace sim
