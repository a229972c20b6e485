// SPDX-License-Identifier: Apache-2.0
// What is known about a Distribution without drawing from it.
#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

#include "sim/distribution.hpp"

namespace sim {

namespace {

/// E[Y^order] of Y = X rounded up to steps, order 1 or 2, X in the slice.
template <class Law>
double moment_in_steps(const Law& l, int order, const law::Slice& s, double step) {
  // Exact for the first steps; where a step has become small beside x, the rounding adds a uniform
  // number between 0 and a step, independent of X: the leading terms of Euler-Maclaurin, whose rest
  // is (step / x)^2 / 12 of what is left, below 1e-8 after so many steps.
  constexpr int exact_steps = 4096;
  const double first = std::floor(s.low / step);
  double reached = s.low;
  double tail = s.mass;
  double sum = 0;
  for (int i = 1; i <= exact_steps && tail > 0; ++i) {
    const double y = (first + i) * step;
    if (y <= s.low) continue;
    reached = std::min(y, s.high);
    const double rest = reached < s.high ? law::moment_between(l, 0, reached, s.high) : 0;
    sum += (order == 1 ? y : y * y) * (tail - rest);
    tail = rest;
  }
  if (tail > 0) {
    const double m1 = law::moment_between(l, 1, reached, s.high);
    sum += order == 1
               ? m1 + step / 2 * tail
               : law::moment_between(l, 2, reached, s.high) + step * m1 + step * step / 3 * tail;
  }
  return sum / s.mass;
}

template <class Law>
double moment(const Law& l, int order, const law::Slice& s, double step) {
  return step > 0 ? moment_in_steps(l, order, s, step)
                  : law::moment_between(l, order, s.low, s.high) / s.mass;
}

/// The smallest x in [low, high] with cdf(x) >= p. Doubles that are not negative are ordered as
/// their bits, so halving the bits finds it exactly.
template <class Cdf>
double search(double low, double high, double p, Cdf cdf) {
  auto a = std::bit_cast<std::uint64_t>(low + 0.0);  // no negative zero
  auto b = std::bit_cast<std::uint64_t>(high + 0.0);
  while (a < b) {
    const std::uint64_t middle = a + (b - a) / 2;
    if (cdf(std::bit_cast<double>(middle)) >= p) {
      b = middle;
    } else {
      a = middle + 1;
    }
  }
  return std::bit_cast<double>(a);
}

double quantile_of(const law::Empirical& l, double p) {
  return std::ranges::lower_bound(l.entries, p, {}, &law::Empirical::Entry::up_to)->value;
}

double quantile_of(const Distribution& whole, const law::Mixture& l, double p) {
  double low = std::numeric_limits<double>::infinity();
  double high = 0;
  for (const MixturePart& part : l.parts) {
    const double x = part.distribution.quantile(p);
    low = std::min(low, x);
    high = std::max(high, x);
  }
  if (p <= 0) return low;
  if (p >= 1) return high;
  return search(low, high, p, [&](double x) { return whole.cdf(x); });
}

template <class Law>
double quantile_of(const Law& l, const law::Slice& s, double step, double p) {
  if (p <= 0) return step > 0 ? law::steps_up(std::nextafter(s.low, s.high), step) : s.low;
  const double x = p >= 1 ? s.high : law::x_within(l, s, p);
  return step > 0 && std::isfinite(x) ? law::steps_up(x, step) : x;
}

}  // namespace

double Distribution::mean() const {
  return std::visit(
      [&](const auto& l) -> double {
        using L = std::decay_t<decltype(l)>;
        if constexpr (std::same_as<L, law::Fixed>) {
          return l.value;
        } else if constexpr (std::same_as<L, law::Empirical>) {
          double sum = 0;
          for (const auto& entry : l.entries) sum += entry.weight * entry.value;
          return sum;
        } else if constexpr (std::same_as<L, law::Mixture>) {
          double sum = 0;
          for (const auto& part : l.parts) sum += part.weight * part.distribution.mean();
          return sum;
        } else {
          return plain_ ? law::mean(l) : moment(l, 1, slice_, step_);
        }
      },
      law_);
}

double Distribution::variance() const {
  return std::visit(
      [&](const auto& l) -> double {
        using L = std::decay_t<decltype(l)>;
        if constexpr (std::same_as<L, law::Fixed>) {
          return 0;
        } else if constexpr (law::Continuous<L>) {
          if (plain_) return law::variance(l);
          const double m = moment(l, 1, slice_, step_);
          return std::max(0.0, moment(l, 2, slice_, step_) - m * m);
        } else {
          const double m = mean();
          double sum = 0;
          if constexpr (std::same_as<L, law::Empirical>) {
            for (const auto& e : l.entries) sum += e.weight * (e.value - m) * (e.value - m);
          } else {
            for (const auto& part : l.parts) {
              const double from_mean = part.distribution.mean() - m;
              sum += part.weight * (part.distribution.variance() + from_mean * from_mean);
            }
          }
          return sum;
        }
      },
      law_);
}

double Distribution::cdf(double x) const {
  return std::visit(
      [&](const auto& l) -> double {
        using L = std::decay_t<decltype(l)>;
        if constexpr (std::same_as<L, law::Fixed>) {
          return x >= l.value ? 1 : 0;
        } else if constexpr (std::same_as<L, law::Empirical>) {
          const auto above =
              std::ranges::upper_bound(l.entries, x, {}, &law::Empirical::Entry::value);
          return above == l.entries.begin() ? 0 : (above - 1)->up_to;
        } else if constexpr (std::same_as<L, law::Mixture>) {
          double sum = 0;
          for (const auto& part : l.parts) sum += part.weight * part.distribution.cdf(x);
          return std::min(1.0, sum);
        } else {
          const double at = step_ > 0 && x > 0 && std::isfinite(x) ? law::steps_down(x, step_) : x;
          if (!(at > slice_.low)) return 0;
          if (at >= slice_.high) return 1;
          if (plain_) return law::below(l, at);
          return std::min(1.0, law::moment_between(l, 0, slice_.low, at) / slice_.mass);
        }
      },
      law_);
}

double Distribution::above(double x) const {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  return x < 0 ? 1 : std::min(1.0, probability_of(std::nextafter(x, infinity), infinity));
}

double Distribution::quantile(double p) const {
  SIM_CHECK(p >= 0 && p <= 1);
  return std::visit(
      [&](const auto& l) -> double {
        using L = std::decay_t<decltype(l)>;
        if constexpr (std::same_as<L, law::Fixed>) {
          return l.value;
        } else if constexpr (std::same_as<L, law::Empirical>) {
          return quantile_of(l, p);
        } else if constexpr (std::same_as<L, law::Mixture>) {
          return quantile_of(*this, l, p);
        } else {
          return quantile_of(l, slice_, step_, p);
        }
      },
      law_);
}

law::Support Distribution::bounds_of(double lower, double upper) const {
  if (step_ > 0) {
    // Y >= lower where X lies above the last multiple before it.
    if (lower > 0) lower = law::steps_down(std::nextafter(lower, 0.0), step_);
    if (std::isfinite(upper)) upper = law::steps_down(upper, step_);
  }
  return {std::max(lower, slice_.low), std::min(upper, slice_.high)};
}

double Distribution::probability_of(double lower, double upper) const {
  return std::visit(
      [&](const auto& l) -> double {
        using L = std::decay_t<decltype(l)>;
        if constexpr (std::same_as<L, law::Fixed>) {
          return l.value >= lower && l.value <= upper ? 1 : 0;
        } else if constexpr (std::same_as<L, law::Empirical>) {
          double sum = 0;
          for (const auto& e : l.entries)
            sum += e.value >= lower && e.value <= upper ? e.weight : 0;
          return sum;
        } else if constexpr (std::same_as<L, law::Mixture>) {
          double sum = 0;
          for (const auto& p : l.parts) {
            sum += p.weight * p.distribution.probability_of(lower, upper);
          }
          return sum;
        } else {
          const law::Support bounds = bounds_of(lower, upper);
          if (!(bounds.high > bounds.low)) return 0;
          return law::moment_between(l, 0, bounds.low, bounds.high) / slice_.mass;
        }
      },
      law_);
}

std::string_view Distribution::name() const {
  // In the order of the alternatives of Law.
  static constexpr std::array<std::string_view, 10> names{
      "fixed",  "exponential", "gamma",   "weibull",   "lognormal",
      "normal", "triangular",  "uniform", "empirical", "mixture"};
  static_assert(names.size() == std::variant_size_v<Law>);
  return names[law_.index()];
}

}  // namespace sim
