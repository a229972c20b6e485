// SPDX-License-Identifier: Apache-2.0
#include "sim/distribution_forms.hpp"

#include <array>
#include <cmath>
#include <numbers>
#include <string>
#include <utility>

#include <boost/math/special_functions/gamma.hpp>

#include "sim/number_text.hpp"
#include "words/catalog.hpp"

namespace sim {

namespace {

using std::numbers::ln2;

/// Numbers that people give twice agree when they agree to this.
constexpr double agreement = 1e-6;

/// Beyond any use; keeps the squares below finite.
constexpr double most_cv = 1e6;

bool is_above_zero(double x) { return std::isfinite(x) && x > 0; }
bool agree(double a, double b) { return std::abs(a - b) <= agreement * std::abs(b); }

using words::say;

Fault must(std::string_view what, double got) {
  return {
      say("law.must", {{"what", say(what)}, {"be", say("law.above_0")}, {"got", text_of(got)}})};
}

Fault cannot(Family family, std::string_view form) {
  return {say(family == Family::Exponential ? "law.an_undetermined" : "law.a_undetermined",
              {{"family", name_of(family)}, {"form", say(form)}})};
}

double log_gamma(double x) { return boost::math::lgamma(x); }

/// The x in [low, high] where a decreasing function of log x crosses `target`. Halving ends when
/// the interval is down to neighbouring doubles, so the root is exact to the last bits.
template <class Function>
double solve_decreasing(double low, double high, double target, Function f) {
  double a = std::log(low);
  double b = std::log(high);
  while (true) {
    const double middle = a + (b - a) / 2;
    if (!(middle > a && middle < b)) return std::exp(middle);
    (f(std::exp(middle)) > target ? a : b) = middle;
  }
}

/// The x with P(X <= x) = p for the gamma or Weibull with this shape and scale 1.
double unit_quantile(Family family, double shape, double p) {
  return family == Family::Gamma ? law::x_below(law::Gamma(shape, 1), p)
                                 : law::x_below(law::Weibull{shape, 1}, p);
}

double weibull_mean(double shape) { return std::exp(log_gamma(1 + 1 / shape)); }

/// log(1 + cv^2) of a Weibull: decreasing in the shape.
double weibull_spread(double shape) {
  return log_gamma(1 + 2 / shape) - 2 * log_gamma(1 + 1 / shape);
}

Result<Distribution> by_shape(Family family, double shape, double scale) {
  return family == Family::Gamma ? Distribution::gamma(shape, scale)
                                 : Distribution::weibull(shape, scale);
}

/// The range of shapes in which a quotient of quantiles can be told from 0 and from 1 in doubles.
constexpr std::array<double, 2> shapes{0.02, 1e4};

Fault beyond_shapes(Family family) {
  return {say("law.beyond_shapes", {{"family", name_of(family)}})};
}

/// A gamma or Weibull from median and mean, whose ratio grows with the shape.
Result<Distribution> shape_from_median_mean(Family family, double median, double mean) {
  const auto log_ratio = [family](double shape) {
    const double unit_mean = family == Family::Gamma ? shape : weibull_mean(shape);
    return std::log(unit_mean) - std::log(unit_quantile(family, shape, 0.5));
  };
  const double target = std::log(mean) - std::log(median);
  // Above shape 3.43 the median of a Weibull exceeds its mean.
  const double most = family == Family::Gamma ? shapes[1] : 3.4;
  if (!(log_ratio(shapes[0]) > target && log_ratio(most) < target)) return beyond_shapes(family);
  const double shape = solve_decreasing(shapes[0], most, target, log_ratio);
  const double unit_mean = family == Family::Gamma ? shape : weibull_mean(shape);
  return by_shape(family, shape, mean / unit_mean);
}

Result<Distribution> gamma_from_quantiles(Quantile low, Quantile high) {
  const auto log_ratio = [&](double shape) {
    return std::log(unit_quantile(Family::Gamma, shape, high.p)) -
           std::log(unit_quantile(Family::Gamma, shape, low.p));
  };
  const double target = std::log(high.x / low.x);
  if (!(log_ratio(shapes[0]) > target && log_ratio(shapes[1]) < target)) {
    return beyond_shapes(Family::Gamma);
  }
  const double shape = solve_decreasing(shapes[0], shapes[1], target, log_ratio);
  return Distribution::gamma(shape, high.x / unit_quantile(Family::Gamma, shape, high.p));
}

Result<Distribution> weibull_from_quantiles(Quantile low, Quantile high) {
  // log(-log(1 - p)) is linear in log x, with the shape as its slope.
  const double rise = std::log(-std::log1p(-high.p)) - std::log(-std::log1p(-low.p));
  const double shape = rise / std::log(high.x / low.x);
  return Distribution::weibull(shape, high.x / unit_quantile(Family::Weibull, shape, high.p));
}

Result<Distribution> lognormal_from_quantiles(Quantile low, Quantile high) {
  const law::Lognormal standard{0, 1};
  const double z_low = std::log(law::x_below(standard, low.p));
  const double z_high = std::log(law::x_below(standard, high.p));
  const double sigma = std::log(high.x / low.x) / (z_high - z_low);
  return Distribution::lognormal(std::log(low.x) - sigma * z_low, sigma);
}

Result<Distribution> exponential_from_quantiles(Quantile low, Quantile high) {
  const double mean = -low.x / std::log1p(-low.p);
  const double other = -high.x / std::log1p(-high.p);
  if (!agree(mean, other)) {
    return Fault{say("law.exponentials", {{"one", text_of(mean)}, {"other", text_of(other)}})};
  }
  return Distribution::exponential(mean);
}

Result<Distribution> uniform_from_quantiles(Quantile low, Quantile high) {
  const double width = (high.x - low.x) / (high.p - low.p);
  const double begin = low.x - low.p * width;
  // Quantiles of a uniform that begins at 0 come out a rounding error beside it.
  const double start = std::abs(begin) < 1e-12 * width ? 0 : begin;
  if (start < 0) {
    return Fault{say("law.uniform_below_0", {{"begin", text_of(begin)}})};
  }
  return Distribution::uniform(start, start + width);
}

Result<Distribution> uniform_from_mean_sd(double mean, double sd) {
  double half = std::sqrt(3.0) * sd;
  // What begins at 0 comes out a rounding error beside it.
  if (std::abs(half - mean) < 1e-12 * mean) half = mean;
  if (half > mean) {
    return Fault{say("law.uniform_sd", {{"mean", text_of(mean)}, {"sd", text_of(sd)}})};
  }
  return Distribution::uniform(mean - half, mean + half);
}

Result<Distribution> weibull_from_mean_cv(double mean, double cv) {
  const double target = std::log1p(cv * cv);
  if (!(weibull_spread(shapes[0]) > target && weibull_spread(shapes[1]) < target)) {
    return beyond_shapes(Family::Weibull);
  }
  const double shape = solve_decreasing(shapes[0], shapes[1], target, weibull_spread);
  return Distribution::weibull(shape, mean / weibull_mean(shape));
}

Result<Distribution> with_mean_cv(Family family, double mean, double cv) {
  if (!(cv <= most_cv)) {
    return Fault{say("law.most_cv", {{"cv", text_of(cv)}})};
  }
  switch (family) {
    case Family::Exponential:
      if (!agree(cv, 1)) {
        return Fault{say("law.exponential_cv", {{"cv", text_of(cv)}})};
      }
      return Distribution::exponential(mean);
    case Family::Gamma:
      return Distribution::gamma(1 / (cv * cv), mean * cv * cv);
    case Family::Weibull:
      return weibull_from_mean_cv(mean, cv);
    case Family::Lognormal: {
      const double s2 = std::log1p(cv * cv);
      return Distribution::lognormal(std::log(mean) - s2 / 2, std::sqrt(s2));
    }
    case Family::Uniform:
      return uniform_from_mean_sd(mean, mean * cv);
  }
  SIM_CHECK(false);  // every family returned
}

}  // namespace

std::string_view name_of(Family family) {
  static constexpr std::array<std::string_view, 5> names{"exponential", "gamma", "weibull",
                                                         "lognormal", "uniform"};
  return names[static_cast<std::size_t>(family)];
}

Result<Distribution> from_mean_sd(Family family, double mean, double sd) {
  if (!is_above_zero(mean)) return must("parameter.mean", mean);
  if (!is_above_zero(sd)) return Fault{must("parameter.sd", sd).text + say("law.no_spread")};
  return with_mean_cv(family, mean, sd / mean);
}

Result<Distribution> from_mean_cv(Family family, double mean, double cv) {
  if (!is_above_zero(mean)) return must("parameter.mean", mean);
  if (!is_above_zero(cv)) return Fault{must("parameter.cv", cv).text + say("law.no_spread")};
  return with_mean_cv(family, mean, cv);
}

Result<Distribution> from_median_mean(Family family, double median, double mean) {
  if (!is_above_zero(median)) return must("parameter.median", median);
  if (!is_above_zero(mean)) return must("parameter.mean", mean);
  if (family == Family::Uniform) return cannot(family, "law.median_and_mean");
  if (family == Family::Exponential) {
    if (agree(median, mean * ln2)) return Distribution::exponential(mean);
    return Fault{
        say("law.exponential_median", {{"here", text_of(mean * ln2)}, {"got", text_of(median)}})};
  }
  if (!(median < mean)) {
    return Fault{
        say("law.median_below_mean",
            {{"family", name_of(family)}, {"median", text_of(median)}, {"mean", text_of(mean)}})};
  }
  if (family != Family::Lognormal) return shape_from_median_mean(family, median, mean);
  return Distribution::lognormal(std::log(median), std::sqrt(2 * std::log(mean / median)));
}

Result<Distribution> from_quantiles(Family family, Quantile first, Quantile second) {
  for (const Quantile& q : {first, second}) {
    if (!(q.p > 0 && q.p < 1)) {
      return Fault{say("law.quantile_p", {{"got", text_of(q.p)}})};
    }
    if (!is_above_zero(q.x)) return must("parameter.quantile", q.x);
  }
  if (first.p > second.p) std::swap(first, second);
  if (!(first.p < second.p)) {
    return Fault{say("law.same_p", {{"got", text_of(first.p)}})};
  }
  if (!(first.x < second.x)) {
    return Fault{say("law.quantile_order", {{"second", text_of(second.p)},
                                            {"first", text_of(first.p)},
                                            {"above", text_of(second.x)},
                                            {"below", text_of(first.x)}})};
  }
  switch (family) {
    case Family::Exponential:
      return exponential_from_quantiles(first, second);
    case Family::Gamma:
      return gamma_from_quantiles(first, second);
    case Family::Weibull:
      return weibull_from_quantiles(first, second);
    case Family::Lognormal:
      return lognormal_from_quantiles(first, second);
    case Family::Uniform:
      return uniform_from_quantiles(first, second);
  }
  SIM_CHECK(false);  // every family returned
}

Result<Distribution> from_mean_shape(Family family, double mean, double shape) {
  if (!is_above_zero(mean)) return must("parameter.mean", mean);
  if (!is_above_zero(shape)) return must("parameter.shape", shape);
  switch (family) {
    case Family::Gamma:
      return Distribution::gamma(shape, mean / shape);
    case Family::Weibull:
      return Distribution::weibull(shape, mean / weibull_mean(shape));
    case Family::Lognormal:
      return Distribution::lognormal(std::log(mean) - shape * shape / 2, shape);
    default:
      return cannot(family, "law.mean_and_shape");
  }
}

Result<Distribution> from_median_shape(Family family, double median, double shape) {
  if (!is_above_zero(median)) return must("parameter.median", median);
  if (!is_above_zero(shape)) return must("parameter.shape", shape);
  switch (family) {
    case Family::Gamma:
    case Family::Weibull:
      // Shapes below the least one are refused by the factory; their median may underflow.
      if (shape < shapes[0]) return beyond_shapes(family);
      return by_shape(family, shape, median / unit_quantile(family, shape, 0.5));
    case Family::Lognormal:
      return Distribution::lognormal(std::log(median), shape);
    default:
      return cannot(family, "law.median_and_shape");
  }
}

Result<Distribution> exponential_from_median(double median) {
  if (!is_above_zero(median)) return must("parameter.median", median);
  return Distribution::exponential(median / ln2);
}

Result<Distribution> exponential_from_rate(double rate) {
  if (!is_above_zero(rate)) return must("parameter.rate", rate);
  return Distribution::exponential(1 / rate);
}

}  // namespace sim
