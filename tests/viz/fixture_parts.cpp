// SPDX-License-Identifier: Apache-2.0
#include "tests/viz/fixture_parts.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "sim/civil_date.hpp"

namespace viz_test::parts {

using care::Key;
using care::MetricEstimate;
using scenarios::Text;

double wobble(std::size_t seed) {
  const double x = std::sin(static_cast<double>(seed) * 12.9898) * 43758.5453;
  return 2 * (x - std::floor(x)) - 1;
}

MetricEstimate mean_estimate(Key key, double mean, double sd, std::uint32_t n) {
  MetricEstimate metric;
  metric.key = std::move(key);
  metric.n = n;
  if (n == 0) {
    metric.mean = metric.sd = metric.ci95.low = metric.ci95.high = std::nan("");
    return metric;
  }
  metric.mean = mean;
  metric.sd = sd;
  const double half = 1.972 * sd / std::sqrt(n);
  metric.ci95 = {mean - half, mean + half};
  metric.p05 = mean - 1.645 * sd;
  metric.p25 = mean - 0.674 * sd;
  metric.p50 = mean;
  metric.p75 = mean + 0.674 * sd;
  metric.p95 = mean + 1.645 * sd;
  return metric;
}

MetricEstimate probability_estimate(Key key, std::uint32_t events, std::uint32_t n) {
  MetricEstimate metric;
  metric.key = std::move(key);
  metric.kind = MetricEstimate::Kind::Probability;
  metric.n = n;
  metric.events = events;
  metric.trials = metric.n;
  metric.bound_only = events < 3;
  const double p = static_cast<double>(events) / n;
  metric.mean = p;
  const double z = 1.959964;
  const double centre = (p + z * z / (2 * n)) / (1 + z * z / n);
  const double half = z / (1 + z * z / n) * std::sqrt(p * (1 - p) / n + z * z / (4.0 * n * n));
  metric.ci95 = {std::max(0.0, centre - half), std::min(1.0, centre + half)};
  return metric;
}

Key key(std::string group, std::string quantity, Text label, Text unit, int decimals) {
  Key out;
  out.id = quantity;
  out.group = std::move(group);
  out.quantity = std::move(quantity);
  out.label = std::move(label);
  out.unit = std::move(unit);
  out.decimals = decimals;
  return out;
}

Key at_setting(Key base, const std::string& setting) {
  base.id += "." + setting;
  base.setting = setting;
  return base;
}

Key of_team(Key base, const std::string& municipality, const std::string& role) {
  base.id += "." + role + (municipality.empty() ? "" : "." + municipality);
  base.municipality = municipality;
  base.role = role;
  return base;
}

std::vector<care::WeekPoint> weeks(const std::vector<double>& means, double sd) {
  std::vector<care::WeekPoint> points;
  const sim::Date start = *sim::make_date(2025, 1, 1);
  sim::Date day = start;
  for (std::size_t i = 0; i < means.size(); ++i) {
    care::WeekPoint point;
    point.start = day;
    point.iso_week = sim::iso_week(day).week;
    point.days = i == 0 ? 5 : i + 1 == means.size() ? 3 : 7;
    const double part = point.days / 7.0;
    point.mean = means[i];
    point.p50 = means[i];
    point.p05 = means[i] - 1.645 * sd * part;
    point.p25 = means[i] - 0.674 * sd * part;
    point.p75 = means[i] + 0.674 * sd * part;
    point.p95 = means[i] + 1.645 * sd * part;
    points.push_back(point);
    day += std::chrono::days{point.days};
  }
  return points;
}

std::vector<double> year(double level, double summer, double winter, std::size_t seed) {
  std::vector<double> means;
  for (std::size_t i = 0; i < 53; ++i) {
    const double phase = 2 * std::numbers::pi * (static_cast<double>(i) - 2) / 52;
    const double dip = std::exp(-std::pow((static_cast<double>(i) - 29) / 4.2, 2));
    means.push_back(level *
                    (1 + winter * std::cos(phase) - summer * dip + 0.012 * wobble(seed + i)));
  }
  return means;
}

}  // namespace viz_test::parts
