// SPDX-License-Identifier: Apache-2.0
#include "sim/distribution_laws.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>

namespace sim::law {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

// Doubles throughout: long double would cost a factor of five and is not the same type everywhere.
// What overflows is infinite and what does not converge returns its best value; factories refuse
// the parameters that could bring either about.
using Policy = boost::math::policies::policy<
    boost::math::policies::promote_double<false>,
    boost::math::policies::overflow_error<boost::math::policies::ignore_error>,
    boost::math::policies::evaluation_error<boost::math::policies::ignore_error>>;

double gamma_below(double shape, double x) {
  if (x <= 0) return 0;
  return x == infinity ? 1 : boost::math::gamma_p(shape, x, Policy{});
}

double gamma_above(double shape, double x) {
  if (x <= 0) return 1;
  return x == infinity ? 0 : boost::math::gamma_q(shape, x, Policy{});
}

/// P(a < G <= b) for a gamma with scale 1, from the tail in which it keeps its digits.
double gamma_between(double shape, double a, double b) {
  return a > shape ? gamma_above(shape, a) - gamma_above(shape, b)
                   : gamma_below(shape, b) - gamma_below(shape, a);
}

double gamma_function(double x) { return boost::math::tgamma(x, Policy{}); }

/// P(Z <= z) for a standard normal.
double normal_below(double z) { return 0.5 * std::erfc(-z / std::numbers::sqrt2); }

double normal_between(double a, double b) {
  return a > 0 ? normal_below(-a) - normal_below(-b) : normal_below(b) - normal_below(a);
}

/// The z with P(Z > z) = p.
double z_above(double p) { return std::numbers::sqrt2 * boost::math::erfc_inv(2 * p, Policy{}); }

/// The standard normal score of x.
double score(const Lognormal& l, double x) {
  return x <= 0 ? -infinity : (std::log(x) - l.mu) / l.sigma;
}

double power(double x, int exponent) {
  double result = 1;
  for (int i = 0; i < exponent; ++i) result *= x;
  return result;
}

/// The integral of (base + t)^order * t over t in [a, b].
double ramp_integral(double base, int order, double a, double b) {
  // Expanded by the binomial theorem; order <= 2.
  double sum = 0;
  double binomial = 1;
  for (int k = 0; k <= order; ++k) {
    const int n = k + 2;
    sum += binomial * power(base, order - k) * (power(b, n) - power(a, n)) / n;
    binomial = binomial * (order - k) / (k + 1);
  }
  return sum;
}

double clamp(double x, double low, double high) {
  if (x < low) return low;
  return x > high ? high : x;
}

}  // namespace

Gamma::Gamma(double shape_in, double scale_in)
    : shape(shape_in),
      scale(scale_in),
      // Below shape 1 a draw is made for shape + 1 and brought down.
      d((shape_in < 1 ? shape_in + 1 : shape_in) - 1.0 / 3.0),
      c(1 / std::sqrt(9 * d)) {}

Support support(const Exponential&) { return {0, infinity}; }
Support support(const Gamma&) { return {0, infinity}; }
Support support(const Weibull&) { return {0, infinity}; }
Support support(const Lognormal&) { return {0, infinity}; }
Support support(const Normal&) { return {0, infinity}; }
Support support(const Triangular& l) { return {l.low, l.high}; }
Support support(const Uniform& l) { return {l.low, l.high}; }

double below(const Exponential& l, double x) { return x <= 0 ? 0 : -std::expm1(-x / l.mean); }
double above(const Exponential& l, double x) { return x <= 0 ? 1 : std::exp(-x / l.mean); }
double x_below(const Exponential& l, double p) { return -l.mean * std::log1p(-p); }
double x_above(const Exponential& l, double p) { return -l.mean * std::log(p); }
double mean(const Exponential& l) { return l.mean; }
double variance(const Exponential& l) { return l.mean * l.mean; }
Exponential scaled(const Exponential& l, double factor) { return {l.mean * factor}; }

double moment_between(const Exponential& l, int order, double a, double b) {
  if (order == 0) {
    return b == infinity ? above(l, a) : -above(l, a) * std::expm1(-(b - a) / l.mean);
  }
  const double factor = order == 1 ? l.mean : 2 * l.mean * l.mean;
  return factor * gamma_between(1 + order, a / l.mean, b / l.mean);
}

double below(const Gamma& l, double x) { return gamma_below(l.shape, x / l.scale); }
double above(const Gamma& l, double x) { return gamma_above(l.shape, x / l.scale); }
double x_below(const Gamma& l, double p) {
  return l.scale * boost::math::gamma_p_inv(l.shape, p, Policy{});
}
double x_above(const Gamma& l, double p) {
  return l.scale * boost::math::gamma_q_inv(l.shape, p, Policy{});
}
double mean(const Gamma& l) { return l.shape * l.scale; }
double variance(const Gamma& l) { return l.shape * l.scale * l.scale; }
Gamma scaled(const Gamma& l, double factor) { return {l.shape, l.scale * factor}; }

double moment_between(const Gamma& l, int order, double a, double b) {
  double factor = 1;
  for (int i = 0; i < order; ++i) factor *= (l.shape + i) * l.scale;
  return factor * gamma_between(l.shape + order, a / l.scale, b / l.scale);
}

double below(const Weibull& l, double x) {
  return x <= 0 ? 0 : -std::expm1(-std::pow(x / l.scale, l.shape));
}
double above(const Weibull& l, double x) {
  return x <= 0 ? 1 : std::exp(-std::pow(x / l.scale, l.shape));
}
double x_below(const Weibull& l, double p) {
  return l.scale * std::pow(-std::log1p(-p), 1 / l.shape);
}
double x_above(const Weibull& l, double p) { return l.scale * std::pow(-std::log(p), 1 / l.shape); }
double mean(const Weibull& l) { return l.scale * gamma_function(1 + 1 / l.shape); }
double variance(const Weibull& l) {
  const double first = gamma_function(1 + 1 / l.shape);
  return l.scale * l.scale * (gamma_function(1 + 2 / l.shape) - first * first);
}
Weibull scaled(const Weibull& l, double factor) { return {l.shape, l.scale * factor}; }

double moment_between(const Weibull& l, int order, double a, double b) {
  // (X / scale)^shape is exponential with mean 1.
  const double rise = 1 + order / l.shape;
  return power(l.scale, order) * gamma_function(rise) *
         gamma_between(rise, std::pow(a / l.scale, l.shape), std::pow(b / l.scale, l.shape));
}

double below(const Lognormal& l, double x) { return normal_below(score(l, x)); }
double above(const Lognormal& l, double x) { return normal_below(-score(l, x)); }
double x_below(const Lognormal& l, double p) { return std::exp(l.mu - l.sigma * z_above(p)); }
double x_above(const Lognormal& l, double p) { return std::exp(l.mu + l.sigma * z_above(p)); }
double mean(const Lognormal& l) { return std::exp(l.mu + l.sigma * l.sigma / 2); }
double variance(const Lognormal& l) {
  const double s2 = l.sigma * l.sigma;
  return std::expm1(s2) * std::exp(2 * l.mu + s2);
}
Lognormal scaled(const Lognormal& l, double factor) { return {l.mu + std::log(factor), l.sigma}; }

double moment_between(const Lognormal& l, int order, double a, double b) {
  const double shift = order * l.sigma;
  return std::exp(order * l.mu + shift * shift / 2) *
         normal_between(score(l, a) - shift, score(l, b) - shift);
}

namespace {

/// P(the normal lies above 0).
double kept(const Normal& l) { return normal_below(l.mean / l.sd); }

/// The density of the normal at x, times its standard deviation; 0 at infinity.
double density(const Normal& l, double x) {
  const double z = (x - l.mean) / l.sd;
  return std::isinf(x) ? 0 : std::exp(-z * z / 2) / std::sqrt(2 * std::numbers::pi);
}

}  // namespace

double below(const Normal& l, double x) {
  return x <= 0 ? 0 : normal_between(-l.mean / l.sd, (x - l.mean) / l.sd) / kept(l);
}
double above(const Normal& l, double x) {
  return x <= 0 ? 1 : normal_below((l.mean - x) / l.sd) / kept(l);
}
double x_below(const Normal& l, double p) {
  if (p > 0.5) return x_above(l, 1 - p);
  return std::max(0.0, l.mean - l.sd * z_above(normal_below(-l.mean / l.sd) + p * kept(l)));
}
double x_above(const Normal& l, double p) {
  return std::max(0.0, l.mean + l.sd * z_above(p * kept(l)));
}
double mean(const Normal& l) { return l.mean + l.sd * density(l, 0) / kept(l); }
double variance(const Normal& l) {
  const double rise = density(l, 0) / kept(l);
  return l.sd * l.sd * (1 - rise * (l.mean / l.sd + rise));
}
Normal scaled(const Normal& l, double factor) { return {l.mean * factor, l.sd * factor}; }

double moment_between(const Normal& l, int order, double a, double b) {
  a = std::max(a, 0.0);
  const double mass = normal_between((a - l.mean) / l.sd, (b - l.mean) / l.sd);
  const double at_a = density(l, a);
  const double at_b = density(l, b);
  const double second = std::isinf(b) ? 0 : (l.mean + b) * at_b;
  double moment = mass;
  if (order == 1) moment = l.mean * mass + l.sd * (at_a - at_b);
  if (order == 2) {
    moment = (l.mean * l.mean + l.sd * l.sd) * mass + l.sd * ((l.mean + a) * at_a - second);
  }
  return moment / kept(l);
}

double below(const Triangular& l, double x) {
  if (x <= l.low) return 0;
  if (x >= l.high) return 1;
  const double width = l.high - l.low;
  if (x <= l.mode) return (x - l.low) / width * ((x - l.low) / (l.mode - l.low));
  return 1 - (l.high - x) / width * ((l.high - x) / (l.high - l.mode));
}
double above(const Triangular& l, double x) {
  return below({-l.high, -l.mode, -l.low}, -x);  // the mirror image
}
double x_below(const Triangular& l, double p) {
  const double width = l.high - l.low;
  const double x = p * width <= l.mode - l.low
                       ? l.low + std::sqrt(p * width * (l.mode - l.low))
                       : l.high - std::sqrt((1 - p) * width * (l.high - l.mode));
  return clamp(x, l.low, l.high);
}
double x_above(const Triangular& l, double p) { return -x_below({-l.high, -l.mode, -l.low}, p); }
double mean(const Triangular& l) { return (l.low + l.mode + l.high) / 3; }
double variance(const Triangular& l) {
  const double rise = l.mode - l.low;
  const double fall = l.high - l.mode;
  return (rise * rise + rise * fall + fall * fall) / 18;
}
Triangular scaled(const Triangular& l, double factor) {
  return {l.low * factor, l.mode * factor, l.high * factor};
}

double moment_between(const Triangular& l, int order, double a, double b) {
  // The density is a ramp up from low to the mode and a ramp down from there to high.
  a = clamp(a, l.low, l.high);
  b = clamp(b, l.low, l.high);
  const double width = l.high - l.low;
  double sum = 0;
  if (a < l.mode) {
    const double end = b < l.mode ? b : l.mode;
    sum += 2 / (width * (l.mode - l.low)) * ramp_integral(l.low, order, a - l.low, end - l.low);
  }
  if (b > l.mode) {
    const double begin = a > l.mode ? a : l.mode;
    const double sign = order == 1 ? -1 : 1;  // mirrored: t = high - x, x = -(t - high)
    sum += sign * 2 / (width * (l.high - l.mode)) *
           ramp_integral(-l.high, order, l.high - b, l.high - begin);
  }
  return sum;
}

double below(const Uniform& l, double x) { return clamp((x - l.low) / (l.high - l.low), 0, 1); }
double above(const Uniform& l, double x) { return clamp((l.high - x) / (l.high - l.low), 0, 1); }
double x_below(const Uniform& l, double p) {
  return clamp(l.low + p * (l.high - l.low), l.low, l.high);
}
double x_above(const Uniform& l, double p) {
  return clamp(l.high - p * (l.high - l.low), l.low, l.high);
}
double mean(const Uniform& l) { return l.low + (l.high - l.low) / 2; }
double variance(const Uniform& l) { return (l.high - l.low) * (l.high - l.low) / 12; }
Uniform scaled(const Uniform& l, double factor) { return {l.low * factor, l.high * factor}; }

double moment_between(const Uniform& l, int order, double a, double b) {
  a = clamp(a, l.low, l.high);
  b = clamp(b, l.low, l.high);
  const double share = (b - a) / (l.high - l.low);
  if (order == 0) return share;
  return order == 1 ? share * (a + b) / 2 : share * (a * a + a * b + b * b) / 3;
}

}  // namespace sim::law
