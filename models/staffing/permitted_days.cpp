// SPDX-License-Identifier: Apache-2.0
#include "models/staffing/permitted_days.hpp"

#include "sim/check.hpp"

namespace care {

using std::chrono::days;

PermittedDays::PermittedDays(const ShiftCalendar& calendar, Mask permitted)
    : permitted_(permitted), first_monday_(sim::date_of(calendar.first_monday())) {
  const auto lead =
      static_cast<std::int32_t>((calendar.start() - calendar.first_monday()) / sim::day);
  for (std::uint32_t w = 0; w < calendar.weeks(); ++w) {
    number_.push_back(static_cast<std::uint32_t>(weeks_.size()));
    Week week;
    week.monday = static_cast<std::int32_t>(7 * w) - lead;
    // Days of the week outside the run count too: a cut week has its part of the visits only.
    for (std::uint8_t d = 0; d < 7; ++d) {
      const sim::Date date = first_monday_ + days{static_cast<int>(7 * w) + d};
      if (permits(calendar.holidays().kind_of(date))) week.days[week.count++] = d;
    }
    if (week.count == 0) continue;
    week.day_ms = week_ms / week.count;  // exact: a week in ms can be divided by 1..7
    weeks_.push_back(week);
  }
}

std::int64_t PermittedDays::at(sim::Date date) const {
  const auto since = (date - first_monday_).count();
  if (since < 0) return static_cast<std::int64_t>(since) * sim::day.count();
  const auto calendar_week = static_cast<std::size_t>(since / 7);
  SIM_CHECK(calendar_week < number_.size());
  const std::uint32_t number = number_[calendar_week];
  std::int64_t position = std::int64_t{week_ms} * number;
  const bool counts =
      (calendar_week + 1 < number_.size() ? number_[calendar_week + 1] : weeks_.size()) > number;
  if (!counts) return position;
  const Week& week = weeks_[number];
  for (std::uint8_t k = 0; k < week.count && week.days[k] < since % 7; ++k) position += week.day_ms;
  return position;
}

int PermittedDays::days_a_week() const {
  int count = 0;
  for (int kind = 0; kind < 7; ++kind) count += permits(static_cast<sim::DayKind>(kind)) ? 1 : 0;
  return count;
}

}  // namespace care
