// SPDX-License-Identifier: Apache-2.0
#include "models/flow/calendar.hpp"

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>

#include "models/flow/units.hpp"
#include "sim/civil_date.hpp"

namespace flow {
namespace {

using scenarios::CalendarRule;
using sim::Duration;
using sim::Time;

double hour_of_day(Time time) {
  const auto midnight = std::chrono::floor<std::chrono::days>(time);
  return static_cast<double>((time - midnight).count()) / ms_per_hour;
}

template <class T>
bool between_cyclic(T x, T from, T to) {
  return from <= to ? from <= x && x <= to : x >= from || x <= to;
}

bool within_hours(double hour, const std::array<double, 2>& range) {
  const auto [from, to] = range;
  return from <= to ? from <= hour && hour < to : hour >= from || hour < to;
}

/// The day that a moment counts as: a window over midnight belongs to the day on which it begins, as
/// a night shift does.
sim::Date day_of(const CalendarRule& rule, Time time) {
  const sim::Date date = std::chrono::floor<std::chrono::days>(time);
  const bool from_the_day_before =
      rule.hours && (*rule.hours)[0] > (*rule.hours)[1] && hour_of_day(time) < (*rule.hours)[1];
  return from_the_day_before ? date - std::chrono::days{1} : date;
}

double value_at(const scenarios::Calendar& calendar, Time time, const sim::Holidays& holidays) {
  for (const auto& rule : calendar.changes) {
    if (holds(rule, time, holidays)) {
      return rule.value ? *rule.value : calendar.normal * rule.factor.value_or(1);
    }
  }
  return calendar.normal;
}

/// Hours of the day at which the calendar may change, 0 first.
std::vector<double> daily_boundaries(const scenarios::Calendar& calendar) {
  std::vector<double> hours{0};
  for (const auto& rule : calendar.changes) {
    if (rule.hours) hours.insert(hours.end(), rule.hours->begin(), rule.hours->end());
  }
  std::ranges::sort(hours);
  hours.erase(std::unique(hours.begin(), hours.end()), hours.end());
  if (hours.back() >= 24) hours.pop_back();
  return hours;
}

/// Calls visit(time) at every moment in [start, end) at which a step may occur, in order.
template <class Visit>
void for_each_boundary(Time start, Time end, const std::vector<double>& hours, Visit&& visit) {
  for (auto day = std::chrono::floor<std::chrono::days>(start); day < end;
       day += std::chrono::days{1}) {
    for (const double hour : hours) {
      const Time time = Time{day} + Duration{std::llround(hour * ms_per_hour)};
      if (time >= end) return;
      visit(std::max(time, start));
    }
  }
}

double factor_from_tables(const scenarios::Intensity& intensity, Time time,
                          const sim::Holidays& holidays) {
  double factor = 1;
  const sim::Date date = std::chrono::floor<std::chrono::days>(time);
  if (!intensity.by_hour.empty()) {
    factor *= intensity.by_hour[static_cast<std::size_t>(hour_of_day(time))];
  }
  if (!intensity.by_weekday.empty()) {
    const auto kind = holidays.kind_of(date);
    const auto weekday = kind == sim::DayKind::Holiday ? 6 : static_cast<std::size_t>(kind);
    factor *= intensity.by_weekday[weekday];
  }
  if (!intensity.by_week.empty()) {
    factor *= intensity.by_week[static_cast<std::size_t>(sim::iso_week(date).week - 1)];
  }
  return factor;
}

}  // namespace

bool holds(const CalendarRule& rule, Time time, const sim::Holidays& holidays) {
  const sim::Date date = day_of(rule, time);
  if (rule.from && date < *rule.from) return false;
  if (rule.to && date > *rule.to) return false;
  if (rule.weeks) {
    const auto [from, to] = *rule.weeks;
    if (!between_cyclic(sim::iso_week(date).week, from, to)) return false;
  }
  if (!rule.days.empty() &&
      std::ranges::find(rule.days, holidays.kind_of(date)) == rule.days.end()) {
    return false;
  }
  return !rule.hours || within_hours(hour_of_day(time), *rule.hours);
}

sim::StepFunction<double> compile_calendar(const scenarios::Calendar& calendar, Time start,
                                           Time end, const sim::Holidays& holidays) {
  sim::StepFunction<double> result;
  if (calendar.changes.empty()) {
    result.append(start, calendar.normal);
    return result;
  }
  for_each_boundary(start, end, daily_boundaries(calendar),
                    [&](Time time) { result.append(time, value_at(calendar, time, holidays)); });
  return result;
}

IntensityPattern::IntensityPattern(const scenarios::Intensity& intensity, Time start,
                                   Time measured_from, Time end, const sim::Holidays& holidays,
                                   std::span<const double> by_day)
    : intensity_(intensity), start_(start) {
  const bool daily = !by_day.empty();
  // A day whose factor counts is laid out whole, also where the run ends within it.
  if (daily) end = std::chrono::ceil<std::chrono::days>(end);
  const bool smooth = intensity.sinusoid.has_value() || intensity.growth_per_year != 0;
  const bool steps = !intensity.calendar.changes.empty() || !intensity.by_hour.empty() ||
                     !intensity.by_weekday.empty() || !intensity.by_week.empty();
  exact_ = !smooth;
  std::vector<double> hours = daily_boundaries(intensity.calendar);
  if (!intensity.by_hour.empty()) {
    for (int hour = 1; hour < 24; ++hour) hours.push_back(hour);
    std::ranges::sort(hours);
    hours.erase(std::unique(hours.begin(), hours.end()), hours.end());
  }
  // A smooth factor is bounded piece by piece; a day is short enough for a tight bound.
  const auto append = [&](Time time) {
    const double value = value_at(intensity.calendar, time, holidays) *
                         factor_from_tables(intensity, time, holidays);
    if (!edges_.empty() && value == step_.back() && !smooth && !daily) return;
    edges_.push_back(time);
    step_.push_back(value);
  };
  if (steps || smooth || daily) {
    for_each_boundary(start, end, hours, append);
  } else {
    append(start);
  }
  edges_.push_back(end);
  if (daily) {
    multiply(by_day);
  } else if (intensity.normalise) {
    double integral = 0;
    for (std::size_t i = 0; i + 1 < edges_.size(); ++i) {
      const auto from = std::max(edges_[i], measured_from);
      if (from < edges_[i + 1]) integral += step_[i] * smooth_integral(from, edges_[i + 1]);
    }
    if (integral > 0) scale_ = static_cast<double>((end - measured_from).count()) / integral;
  }
  double sum = 0;
  for (std::size_t i = 0; i + 1 < edges_.size(); ++i) {
    step_[i] *= scale_;
    bound_.push_back(step_[i] * (smooth ? smooth_bound(edges_[i], edges_[i + 1]) : 1));
    cumulative_.push_back(sum);
    sum += bound_[i] * static_cast<double>((edges_[i + 1] - edges_[i]).count());
  }
  cumulative_.push_back(sum);
}

void IntensityPattern::multiply(std::span<const double> by_day) {
  for (std::size_t i = 0, next = 0; i + 1 < edges_.size();) {
    const auto day = std::chrono::floor<std::chrono::days>(edges_[i]);
    double integral = 0;
    for (; next + 1 < edges_.size() && edges_[next] < day + std::chrono::days{1}; ++next) {
      integral += step_[next] * smooth_integral(edges_[next], edges_[next + 1]);
    }
    double factor = by_day[static_cast<std::size_t>((day - start_) / sim::day)];
    if (intensity_.normalise) factor *= integral > 0 ? ms_per_day / integral : 0;
    for (; i < next; ++i) step_[i] *= factor;
  }
}

double IntensityPattern::smooth(Time time) const {
  const auto elapsed = static_cast<double>((time - start_).count());
  double value = std::exp(std::log1p(intensity_.growth_per_year) * elapsed / ms_per_year);
  if (const auto& wave = intensity_.sinusoid) {
    const double phase = (elapsed / ms_per_day - wave->peak_day) / wave->period_days;
    value *= 1 + wave->amplitude * std::cos(2 * std::numbers::pi * phase);
  }
  return value;
}

double IntensityPattern::smooth_integral(Time from, Time to) const {
  // exp(k t) (1 + A cos(w t - p)) is the real part of exp(k t) + A exp((k + i w) t - i p).
  const auto days = [&](Time t) { return static_cast<double>((t - start_).count()) / ms_per_day; };
  const auto primitive = [&](std::complex<double> rate) {
    if (rate == 0.0) return std::complex<double>{days(to) - days(from)};
    return (std::exp(rate * days(to)) - std::exp(rate * days(from))) / rate;
  };
  const double growth = std::log1p(intensity_.growth_per_year) / 365;
  double sum = primitive(growth).real();
  if (const auto& wave = intensity_.sinusoid) {
    const double speed = 2 * std::numbers::pi / wave->period_days;
    const auto turn = std::polar(1.0, -speed * wave->peak_day);
    sum += wave->amplitude * (turn * primitive({growth, speed})).real();
  }
  return sum * ms_per_day;
}

double IntensityPattern::smooth_bound(Time from, Time to) const {
  const double growth_per_ms = std::log1p(intensity_.growth_per_year) / ms_per_year;
  const auto elapsed = [&](Time t) { return static_cast<double>((t - start_).count()); };
  double bound = std::exp(std::max(growth_per_ms * elapsed(from), growth_per_ms * elapsed(to)));
  if (const auto& wave = intensity_.sinusoid) {
    // Inside the piece the wave exceeds its edges by at most its slope times half the length.
    const double slope = 2 * std::numbers::pi * wave->amplitude / (wave->period_days * ms_per_day);
    const double middle =
        1 +
        wave->amplitude * std::cos(2 * std::numbers::pi *
                                   (elapsed(from + (to - from) / 2) / ms_per_day - wave->peak_day) /
                                   wave->period_days);
    const double half = static_cast<double>((to - from).count()) / 2 + 1;
    bound *= std::min(1 + wave->amplitude, middle + slope * half);
  }
  return bound * (1 + 1e-12);
}

double IntensityPattern::cumulative(Time time) const {
  const auto after = std::ranges::upper_bound(edges_, time);
  if (after == edges_.begin()) return 0;
  const auto piece = static_cast<std::size_t>(after - edges_.begin()) - 1;
  if (piece >= bound_.size()) return cumulative_.back();
  return cumulative_[piece] + bound_[piece] * static_cast<double>((time - edges_[piece]).count());
}

Time IntensityPattern::find(double target, std::size_t& hint) const {
  if (target >= cumulative_.back()) return Time::max();
  if (hint + 1 >= cumulative_.size() || cumulative_[hint] > target) hint = 0;
  // Most steps are short: look at the next few pieces before searching.
  for (int near = 0; near < 4 && cumulative_[hint + 1] <= target; ++near) ++hint;
  if (cumulative_[hint + 1] <= target) {
    const auto first = cumulative_.begin() + static_cast<std::ptrdiff_t>(hint);
    hint = static_cast<std::size_t>(std::upper_bound(first, cumulative_.end(), target) -
                                    cumulative_.begin()) -
           1;
  }
  return within(hint, target);
}

double IntensityPattern::acceptance(Time time, std::size_t hint) const {
  return step_[hint] * smooth(time) / bound_[hint];
}

double IntensityPattern::value(Time time) const {
  const auto after = std::ranges::upper_bound(edges_, time);
  if (after == edges_.begin() || after == edges_.end()) return 0;
  return step_[static_cast<std::size_t>(after - edges_.begin()) - 1] * smooth(time);
}

}  // namespace flow
