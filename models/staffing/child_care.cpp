// SPDX-License-Identifier: Apache-2.0
#include "models/staffing/child_care.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "models/staffing/names.hpp"
#include "sim/check.hpp"

namespace care {
namespace {

constexpr std::array<double, 12> month_days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
constexpr double year_days = 365;

/// The clock counts 2^-16 ms, so that a factor has four decimals and time is whole.
constexpr int season_bits = 16;
/// 1,100 years: longer than any run, and far from overflow on the clock.
constexpr sim::Duration longest_well{std::int64_t{1} << 45};

/// With the mean 1 over a year.
std::array<double, 12> factors(const scenarios::Role& role) {
  std::array<double, 12> factor{};
  factor.fill(1);
  if (role.child_care_months.empty()) return factor;
  SIM_CHECK(role.child_care_months.size() == factor.size());
  double sum = 0;
  for (std::size_t m = 0; m < 12; ++m) sum += role.child_care_months[m] * month_days[m];
  SIM_CHECK(sum > 0);
  for (std::size_t m = 0; m < 12; ++m) factor[m] = role.child_care_months[m] * year_days / sum;
  return factor;
}

std::array<double, 12> shares(const std::array<double, 12>& factor, double load) {
  std::array<double, 12> share{};
  for (std::size_t m = 0; m < 12; ++m) share[m] = load * factor[m] / (1 + load * factor[m]);
  return share;
}

double mean_of(const std::array<double, 12>& share) {
  double sum = 0;
  for (std::size_t m = 0; m < 12; ++m) sum += share[m] * month_days[m];
  return sum / year_days;
}

/// lambda m, by bisection.
double load_of(const std::array<double, 12>& factor, double share) {
  double low = 0, high = 1;
  while (mean_of(shares(factor, high)) < share && high < 1e9) high *= 2;
  for (int step = 0; step < 100; ++step) {
    const double middle = (low + high) / 2;
    (mean_of(shares(factor, middle)) < share ? low : high) = middle;
  }
  return high;
}

}  // namespace

ChildCare compile_child_care(const scenarios::Role& role, double share) {
  ChildCare care;
  constexpr double least_share = 1e-9;  // a second in thirty years: nobody
  if (share < least_share) return care;
  care.share = share;
  care.spell = names::compiled(role.child_care_spell);
  care.unit = scenarios::unit_duration(role.child_care_spell.unit);
  const double mean_days = care.spell.mean() * sim::days(care.unit);
  SIM_CHECK(mean_days > 0);
  const auto factor = factors(role);
  const double load = load_of(factor, share);
  care.well = sim::Distribution::exponential(mean_days / load).value();
  care.month_share = shares(factor, load);
  return care;
}

std::vector<std::int64_t> child_care_clock(const scenarios::Role& role, sim::Time start,
                                           std::uint32_t days) {
  const auto factor = factors(role);
  std::vector<std::int64_t> clock{0};
  clock.reserve(days + std::size_t{1});
  for (std::uint32_t day = 0; day < days; ++day) {
    const auto speed =
        std::llround(std::ldexp(factor[month_of(start + day * sim::day)], season_bits));
    clock.push_back(clock.back() + speed * sim::day.count());
  }
  return clock;
}

sim::Time child_ill_at(const std::vector<std::int64_t>& clock, sim::Time start, sim::Time from,
                       sim::Duration well) {
  const auto days = static_cast<std::int64_t>(clock.size()) - 1;
  const std::int64_t today = (from - start) / sim::day;
  if (today >= days) return sim::Time::max();
  const auto at = clock.begin() + today;
  const auto speed = [](auto day) { return (*(day + 1) - *day) / sim::day.count(); };
  const std::int64_t target = *at + (from - start - today * sim::day).count() * speed(at) +
                              (std::min(well, longest_well).count() << season_bits);
  // The first day whose end lies beyond: its clock goes.
  const auto end = std::upper_bound(at + 1, clock.end(), target);
  if (end == clock.end()) return sim::Time::max();
  const auto on = end - 1;
  return start + (on - clock.begin()) * sim::day + sim::Duration{(target - *on) / speed(on)};
}

std::size_t month_of(sim::Time time) {
  const std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(time)};
  return static_cast<unsigned>(date.month()) - std::size_t{1};
}

}  // namespace care
