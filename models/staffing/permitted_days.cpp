// SPDX-License-Identifier: Apache-2.0
#include "models/staffing/permitted_days.hpp"

#include <algorithm>

#include "sim/check.hpp"

namespace care {

using scenarios::HolidayVisits;
using std::chrono::days;

PermittedDays::PermittedDays(const ShiftCalendar& calendar, Mask permitted, HolidayVisits holiday)
    : permitted_(permitted),
      holiday_(holiday),
      holidays_(calendar.holidays()),
      first_monday_(sim::date_of(calendar.first_monday())) {
  for (int kind = 0; kind < 7; ++kind) normal_ += permits(static_cast<sim::DayKind>(kind)) ? 1 : 0;
  const auto lead =
      static_cast<std::int32_t>((calendar.start() - calendar.first_monday()) / sim::day);
  std::int64_t begin = 0;
  for (int w = 0; w < static_cast<int>(calendar.weeks()); ++w) {
    number_.push_back(static_cast<std::uint32_t>(weeks_.size()));
    Week week = days_of(w);
    if (week.count == 0) continue;
    week.begin = begin;
    week.monday = 7 * w - lead;
    // Whole milliseconds: a week can be divided by 1..7, and what spreading leaves over is nothing.
    week.day_ms = static_cast<std::uint32_t>(takes_ms(w, week) / week.count);
    begin += std::int64_t{week.day_ms} * week.count;
    weeks_.push_back(week);
  }
  weeks_.push_back({});
  weeks_.back().begin = begin;
  find_hints();
}

/// The permitted days of a calendar week, also of one outside the run: a cut week has its part of the
/// visits only.
PermittedDays::Week PermittedDays::days_of(int calendar_week) const {
  Week week;
  for (std::uint8_t d = 0; d < 7; ++d) {
    const sim::Date date = first_monday_ + days{7 * calendar_week + d};
    if (permits(holidays_.kind_of(date))) week.days[week.count++] = d;
  }
  return week;
}

int PermittedDays::missing(const Week& week) const { return std::max(0, normal_ - week.count); }

std::int64_t PermittedDays::takes_ms(int calendar_week, const Week& week) const {
  if (holiday_ == HolidayVisits::Keep || normal_ == 0) return week_ms;
  const std::int64_t day_ms = week_ms / static_cast<std::uint32_t>(normal_);
  std::int64_t takes = std::min<int>(week.count, normal_) * day_ms;
  if (holiday_ == HolidayVisits::Thin) return takes;
  for (int w = calendar_week - 1; w <= calendar_week + 1; ++w) {
    const int lacks = missing(days_of(w));
    if (lacks == 0) continue;
    const int around = days_of(w - 1).count + days_of(w).count + days_of(w + 1).count;
    takes += lacks * day_ms * week.count / around;
  }
  return takes;
}

void PermittedDays::find_hints() {
  const std::int64_t end = weeks_.back().begin;
  std::uint32_t number = 0;
  for (std::int64_t position = 0; position < end; position += week_ms) {
    while (position >= weeks_[number + 1].begin) ++number;
    hints_.push_back(number);
  }
  // Past the end nothing is ever due, and no week after the last begins.
  weeks_.push_back(weeks_.back());
  weeks_.back().begin = std::numeric_limits<std::int64_t>::max();
}

std::int64_t PermittedDays::at(sim::Date date) const {
  const auto since = (date - first_monday_).count();
  if (since < 0) return static_cast<std::int64_t>(since) * sim::day.count();
  const auto calendar_week = static_cast<std::size_t>(since / 7);
  SIM_CHECK(calendar_week < number_.size());
  const Week& week = weeks_[number_[calendar_week]];
  std::int64_t position = week.begin;
  if (!has_days(calendar_week)) return position;
  for (std::uint8_t k = 0; k < week.count && week.days[k] < since % 7; ++k) position += week.day_ms;
  return position;
}

/// Whether a calendar week is one of weeks_.
bool PermittedDays::has_days(std::size_t calendar_week) const {
  const std::size_t all = weeks_.size() - 2;
  const std::size_t next = calendar_week + 1 < number_.size() ? number_[calendar_week + 1] : all;
  return next > number_[calendar_week];
}

double PermittedDays::takes(std::uint32_t calendar_week) const {
  if (!has_days(calendar_week)) return 0;
  const Week& week = weeks_[number_[calendar_week]];
  return static_cast<double>(std::int64_t{week.day_ms} * week.count) / week_ms;
}

}  // namespace care
