// SPDX-License-Identifier: Apache-2.0
#include "scenarios/roster.hpp"

#include <algorithm>

#include "scenarios/check_rules.hpp"

namespace scenarios {

std::pair<int, int> days_between(std::optional<sim::Date> from, std::optional<sim::Date> to,
                                 sim::Date start, int days) {
  const auto place = [&](sim::Date date) {
    return static_cast<int>(std::clamp<long>((date - start).count(), 0, days));
  };
  return {from ? place(*from) : 0, to ? place(*to + std::chrono::days{1}) : days};
}

bool holds_within(const RosterRow& row, const Horizon& horizon) {
  const int days = static_cast<int>(run_days(horizon));
  const auto [first, end] = days_between(row.from, row.to, horizon.start, days);
  if (!row.weeks) return first < end;
  for (int day = first; day < end; ++day) {
    const auto date = horizon.start + std::chrono::days{day};
    if (is_in_weeks(sim::iso_week(date).week, *row.weeks)) return true;
  }
  return false;
}

bool overlap(const KnownAbsence& one, const KnownAbsence& other) {
  return (!other.to || one.from <= *other.to) && (!one.to || other.from <= *one.to);
}

std::string period_text(const KnownAbsence& absence) {
  const std::string from = sim::iso_date(absence.from) + " -";
  return absence.to ? from + " " + sim::iso_date(*absence.to) : from;
}

}  // namespace scenarios
