// SPDX-License-Identifier: Apache-2.0
#include "scenarios/roster.hpp"

#include <algorithm>

#include "scenarios/check_rules.hpp"

namespace scenarios {

std::pair<int, int> days_of(const RosterRow& row, sim::Date start, int days) {
  const auto place = [&](sim::Date date) {
    return static_cast<int>(std::clamp<long>((date - start).count(), 0, days));
  };
  return {row.from ? place(*row.from) : 0, row.to ? place(*row.to + std::chrono::days{1}) : days};
}

bool holds_within(const RosterRow& row, const Horizon& horizon) {
  const int days = static_cast<int>(run_days(horizon));
  const auto [first, end] = days_of(row, horizon.start, days);
  if (!row.weeks) return first < end;
  for (int day = first; day < end; ++day) {
    const auto date = horizon.start + std::chrono::days{day};
    if (is_in_weeks(sim::iso_week(date).week, *row.weeks)) return true;
  }
  return false;
}

}  // namespace scenarios
