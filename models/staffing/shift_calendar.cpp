// SPDX-License-Identifier: Apache-2.0
#include "models/staffing/shift_calendar.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "sim/check.hpp"
#include "sim/civil_date.hpp"

namespace care {
namespace {

/// Index of the calendar week of `day`, counted from the week of `first_monday`.
std::uint16_t week_of(sim::Date day, sim::Time first_monday) {
  const auto whole = (sim::Time{day} - first_monday) / (7 * sim::day);
  return static_cast<std::uint16_t>(whole);
}

}  // namespace

ShiftCalendar::ShiftCalendar(const scenarios::Care& care, sim::Date start, int days,
                             sim::Holidays holidays)
    : start_(start), holidays_(std::move(holidays)) {
  SIM_CHECK(days >= 0);
  const sim::IsoWeek first = sim::iso_week(start);
  first_monday_ = sim::start_of_iso_week(first.year, first.week);

  by_rank_.resize(care.shifts.size());
  std::iota(by_rank_.begin(), by_rank_.end(), 0U);
  const auto begins = [&](std::uint32_t shift) {
    const double hour = care.shifts[shift].second.start_hour;
    return hour == 24 ? 0 : hour;
  };
  std::stable_sort(by_rank_.begin(), by_rank_.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return begins(a) < begins(b); });
  rank_of_.resize(by_rank_.size());
  for (std::uint32_t rank = 0; rank < by_rank_.size(); ++rank) rank_of_[by_rank_[rank]] = rank;
  for (const std::uint32_t shift : by_rank_) {
    SIM_CHECK(begins(shift) >= 0 && begins(shift) < 24);
    starts_.push_back(sim::from_hours(begins(shift)));
  }

  for (std::uint32_t d = 0; d < static_cast<std::uint32_t>(days); ++d) {
    const sim::Date date = start + std::chrono::days{d};
    const sim::IsoWeek week = sim::iso_week(date);
    if (weeks_.empty() || weeks_.back() != week) weeks_.push_back(week);
    day_kinds_.push_back(holidays_.kind_of(date));
    for (std::uint32_t rank = 0; rank < by_rank_.size(); ++rank) {
      ShiftOccurrence& occurrence = occurrences_.emplace_back();
      occurrence.start = sim::Time{date} + starts_[rank];
      occurrence.length = sim::from_hours(care.shifts[by_rank_[rank]].second.hours);
      occurrence.day = d;
      occurrence.shift = static_cast<std::uint16_t>(by_rank_[rank]);
      occurrence.week = week_of(date, first_monday_);
      occurrence.iso_week = static_cast<std::uint8_t>(week.week);
      occurrence.day_kind = day_kinds_.back();
    }
  }
}

std::uint32_t ShiftCalendar::first_from(sim::Time time) const {
  if (time <= start_ || by_rank_.empty()) return 0;
  const sim::Duration since = time - start_;
  const auto day = since / sim::day;
  if (day >= static_cast<std::int64_t>(days())) return size();
  const sim::Duration clock = since % sim::day;
  const auto passed = std::lower_bound(starts_.begin(), starts_.end(), clock) - starts_.begin();
  return static_cast<std::uint32_t>(day) * shifts() + static_cast<std::uint32_t>(passed);
}

}  // namespace care
