// SPDX-License-Identifier: Apache-2.0
#include "sim/intervals.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numeric>
#include <span>
#include <vector>

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include "sim/check.hpp"

namespace sim {
namespace {

void check_confidence(double confidence) { SIM_CHECK(confidence > 0.0 && confidence < 1.0); }

/// Estimate of n values, the i-th being value(i).
template <class Value>
Estimate estimate_of(std::size_t n, Value&& value, double confidence) {
  check_confidence(confidence);
  SIM_CHECK(n <= std::numeric_limits<std::uint32_t>::max());
  Estimate result;
  result.n = static_cast<std::uint32_t>(n);
  result.mean = std::numeric_limits<double>::quiet_NaN();
  result.half_width = std::numeric_limits<double>::infinity();
  if (n == 0) return result;
  // Around the first value: equal values then give exactly their mean and no spread.
  const double origin = value(0);
  const auto count = static_cast<double>(n);
  double sum = 0.0;
  for (std::size_t i = 0; i < n; ++i) sum += value(i) - origin;
  result.mean = origin + sum / count;
  if (n == 1) return result;
  double squares = 0.0;
  for (std::size_t i = 0; i < n; ++i) {
    const double deviation = value(i) - result.mean;
    squares += deviation * deviation;
  }
  result.sd = std::sqrt(squares / (count - 1.0));
  result.half_width =
      student_t_quantile(0.5 + confidence / 2.0, count - 1.0) * result.sd / std::sqrt(count);
  return result;
}

/// Smallest k with P(Binomial(n, p) <= k) >= share.
std::uint32_t binomial_quantile(std::uint32_t n, double p, double share) {
  const boost::math::binomial_distribution<> binomial(n, p);
  std::uint32_t low = 0;
  std::uint32_t high = n;
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (boost::math::cdf(binomial, middle) >= share) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

}  // namespace

double student_t_quantile(double p, double df) {
  SIM_CHECK(p > 0.0 && p < 1.0 && df > 0.0);
  return boost::math::quantile(boost::math::students_t_distribution<>(df), p);
}

double normal_quantile(double p) {
  SIM_CHECK(p > 0.0 && p < 1.0);
  return boost::math::quantile(boost::math::normal_distribution<>(), p);
}

Estimate estimate(std::span<const double> values, double confidence) {
  return estimate_of(
      values.size(), [values](std::size_t i) { return values[i]; }, confidence);
}

Interval mean_interval(std::span<const double> values, double confidence) {
  const Estimate student = estimate(values, confidence);
  if (values.size() < 3 || student.sd == 0.0) {
    return {student.mean - student.half_width, student.mean + student.half_width};
  }
  const auto n = static_cast<double>(values.size());
  double cubes = 0.0;
  for (const double value : values) {
    const double deviation = (value - student.mean) / student.sd;
    cubes += deviation * deviation * deviation;
  }
  // Near its turning point the transformation widens the interval and covers no more.
  constexpr double most = 0.06;
  const double a =
      std::clamp(n / ((n - 1.0) * (n - 2.0)) * cubes / (6.0 * std::sqrt(n)), -most, most);
  const double t = student_t_quantile(0.5 + confidence / 2.0, n - 1.0);
  const auto transformed = [a](double r) {
    constexpr double no_skewness = 0.001;  // below it G(r) is r, and its formula 0 / 0
    return std::abs(a) < no_skewness ? r : (std::cbrt(1.0 + 6.0 * a * (r - a)) - 1.0) / (2.0 * a);
  };
  const double error = student.sd / std::sqrt(n);
  return {student.mean - transformed(t) * error, student.mean - transformed(-t) * error};
}

Estimate paired_difference(std::span<const double> base, std::span<const double> other,
                           double confidence) {
  SIM_CHECK(base.size() == other.size());
  return estimate_of(
      base.size(), [base, other](std::size_t i) { return other[i] - base[i]; }, confidence);
}

double zero_mean_p_value(const Estimate& estimate) {
  if (estimate.n < 2) return 1.0;
  if (estimate.mean == 0.0) return 1.0;
  if (estimate.sd == 0.0) return 0.0;
  const auto n = static_cast<double>(estimate.n);
  const double t = std::abs(estimate.mean) * std::sqrt(n) / estimate.sd;
  const boost::math::students_t_distribution<> student(n - 1.0);
  return 2.0 * boost::math::cdf(boost::math::complement(student, t));
}

double probability_of_direction(const Estimate& estimate) {
  return 1.0 - zero_mean_p_value(estimate) / 2.0;
}

double independent_half_width(const Estimate& base, const Estimate& other, double confidence) {
  check_confidence(confidence);
  if (base.n < 2 || other.n < 2) return std::numeric_limits<double>::infinity();
  const auto part = [](const Estimate& e) { return e.sd * e.sd / static_cast<double>(e.n); };
  const double a = part(base);
  const double b = part(other);
  if (a + b == 0.0) return 0.0;
  const double df =
      (a + b) * (a + b) /
      (a * a / static_cast<double>(base.n - 1) + b * b / static_cast<double>(other.n - 1));
  return student_t_quantile(0.5 + confidence / 2.0, df) * std::sqrt(a + b);
}

Interval wilson(std::uint32_t successes, std::uint32_t n, double confidence) {
  return wilson(static_cast<double>(successes), static_cast<double>(n), confidence);
}

Interval wilson(double successes, double n, double confidence) {
  check_confidence(confidence);
  SIM_CHECK(successes >= 0.0 && successes <= n);
  if (n == 0.0) return {0.0, 1.0};
  const double z = normal_quantile(0.5 + confidence / 2.0);
  const double centre = successes + z * z / 2.0;
  const double reach = z * std::sqrt(successes * (n - successes) / n + z * z / 4.0);
  Interval result{(centre - reach) / (n + z * z), (centre + reach) / (n + z * z)};
  // Exact at the ends, where rounding would leave a trace.
  if (successes == 0.0) result.low = 0.0;
  if (successes == n) result.high = 1.0;
  return result;
}

double upper_bound(std::uint32_t successes, std::uint32_t n, double confidence) {
  check_confidence(confidence);
  SIM_CHECK(successes <= n);
  if (successes == n) return 1.0;
  const boost::math::beta_distribution<> beta(static_cast<double>(successes) + 1.0,
                                              static_cast<double>(n - successes));
  return boost::math::quantile(beta, confidence);
}

Proportion proportion(std::uint32_t successes, std::uint32_t n, double confidence) {
  Proportion result;
  result.successes = successes;
  result.n = n;
  result.share = n == 0 ? 0.0 : static_cast<double>(successes) / static_cast<double>(n);
  result.upper_bound_only = successes < min_events_for_estimate;
  result.interval = result.upper_bound_only ? Interval{0.0, upper_bound(successes, n, confidence)}
                                            : wilson(successes, n, confidence);
  return result;
}

QuantileEstimate order_statistic_interval(std::span<const double> sorted, double p,
                                          double confidence) {
  check_confidence(confidence);
  SIM_CHECK(p > 0.0 && p < 1.0);
  SIM_CHECK(!sorted.empty() && sorted.size() <= std::numeric_limits<std::uint32_t>::max());
  SIM_CHECK(std::is_sorted(sorted.begin(), sorted.end()));
  const auto n = static_cast<std::uint32_t>(sorted.size());
  QuantileEstimate result;
  // Rounding must not push p n = 95.00000000000001 to the 96th value.
  const double rank = std::ceil(p * static_cast<double>(n) * (1.0 - 1e-12));
  result.value =
      sorted[static_cast<std::size_t>(std::clamp(rank, 1.0, static_cast<double>(n))) - 1];
  result.replications_needed = replications_for_quantile(p, confidence);
  if (n < result.replications_needed) return result;
  const double tail = (1.0 - confidence) / 2.0;
  const boost::math::binomial_distribution<> binomial(n, p);
  // P(B <= r - 1) <= tail < P(B <= r): r is the binomial's tail quantile, unless P(B <= r) = tail.
  std::uint32_t r = binomial_quantile(n, p, tail);
  if (boost::math::cdf(binomial, r) <= tail) ++r;
  // P(B >= s) <= tail  <=>  P(B <= s - 1) >= 1 - tail.
  const std::uint32_t s = binomial_quantile(n, p, 1.0 - tail) + 1;
  result.interval = Interval{sorted[std::max(1U, r) - 1], sorted[std::min(n, s) - 1]};
  return result;
}

std::uint32_t replications_for_quantile(double p, double confidence) {
  check_confidence(confidence);
  SIM_CHECK(p > 0.0 && p < 1.0);
  const double tail = (1.0 - confidence) / 2.0;
  const double n = std::ceil(std::log(tail) / std::log(std::max(p, 1.0 - p)));
  const auto most = static_cast<double>(std::numeric_limits<std::uint32_t>::max());
  return static_cast<std::uint32_t>(std::clamp(n, 1.0, most));
}

std::vector<double> holm(std::span<const double> p_values) {
  std::vector<std::size_t> by_size(p_values.size());
  std::iota(by_size.begin(), by_size.end(), std::size_t{0});
  std::stable_sort(by_size.begin(), by_size.end(),
                   [&](std::size_t a, std::size_t b) { return p_values[a] < p_values[b]; });
  std::vector<double> adjusted(p_values.size());
  double largest = 0.0;
  for (std::size_t i = 0; i < by_size.size(); ++i) {
    const auto factor = static_cast<double>(by_size.size() - i);
    largest = std::max(largest, std::min(1.0, factor * p_values[by_size[i]]));
    adjusted[by_size[i]] = largest;
  }
  return adjusted;
}

}  // namespace sim
