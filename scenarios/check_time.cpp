// SPDX-License-Identifier: Apache-2.0
// Rules of calendars, intensities and the horizon.

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include <fmt/format.h>

#include "scenarios/check_rules.hpp"
#include "scenarios/issue.hpp"
#include "sim/civil_date.hpp"

namespace scenarios {
namespace {

constexpr int longest_horizon = 36'525;  // days: a hundred years

bool has_condition(const CalendarRule& rule) {
  return rule.from || rule.to || rule.weeks || !rule.days.empty() || rule.hours;
}

sim::Date end_of(const Horizon& horizon) {
  return horizon.start + std::chrono::days{horizon.warm_up_days} + std::chrono::days{horizon.days};
}

}  // namespace

void check_rules(const Checking& c, const CalendarRule& rule) {
  if (rule.value.has_value() == rule.factor.has_value()) {
    c.error("", "either \"value\" or \"factor\"", rule.value ? "both" : "neither");
  }
  if (rule.from && rule.to && *rule.to < *rule.from) {
    c.error("/to", "a date that is not before " + sim::iso_date(*rule.from),
            sim::iso_date(*rule.to));
    return;
  }
  if (rule.hours && (*rule.hours)[0] == (*rule.hours)[1]) {
    c.error("/hours", "two different hours",
            fmt::format("{} twice", number_text((*rule.hours)[0])));
  }
  const Horizon& horizon = c.scenario.horizon;
  if ((rule.from && *rule.from >= end_of(horizon)) || (rule.to && *rule.to < horizon.start)) {
    c.warn("",
           fmt::format("dates within the horizon, {} to {}", sim::iso_date(horizon.start),
                       sim::iso_date(end_of(horizon) - std::chrono::days{1})),
           "dates outside it");
  }
}

void check_rules(const Checking& c, const Calendar& calendar) {
  for (std::size_t i = 0; i < calendar.changes.size(); ++i) {
    const CalendarRule& rule = calendar.changes[i];
    if (rule.factor && std::isinf(calendar.normal)) {
      c.error(fmt::format("/changes/{}/factor", i),
              "\"value\", since the normal value is unlimited", "\"factor\"");
    }
    if (!has_condition(rule) && i + 1 < calendar.changes.size()) {
      c.warn(fmt::format("/changes/{}", i + 1), "a rule that can come to hold",
             fmt::format("one after rule {}, which always holds", i));
      break;
    }
  }
}

void check_rules(const Checking& c, const Intensity& intensity) {
  const auto require_some = [&](std::string_view key, const std::vector<double>& factors) {
    if (factors.empty() || std::accumulate(factors.begin(), factors.end(), 0.0) > 0) return;
    c.error(fmt::format("/{}", key), "at least one factor above 0", "only zeros");
  };
  require_some("by_hour", intensity.by_hour);
  require_some("by_weekday", intensity.by_weekday);
  require_some("by_week", intensity.by_week);
  const Calendar& calendar = intensity.calendar;
  const bool ever = calendar.normal > 0 ||
                    std::any_of(calendar.changes.begin(), calendar.changes.end(),
                                [](const CalendarRule& r) { return r.value.value_or(0) > 0; });
  if (!ever) c.error("/calendar", "a factor above 0 at some time", "0 at all times");
}

void check_rules(const Checking& c, const Horizon& horizon) {
  const auto earliest = sim::make_date(1900, 1, 1).value();
  const auto latest = sim::make_date(2200, 1, 1).value();
  if (horizon.start < earliest || horizon.start >= latest) {
    c.error("/start", "a date from 1900 to 2199", sim::iso_date(horizon.start));
  }
  const auto total = static_cast<long long>(horizon.warm_up_days) + horizon.days;
  if (total > longest_horizon) {
    c.error("/days", fmt::format("at most {} days (100 years) with the warm-up", longest_horizon),
            fmt::format("{}", total));
  }
}

}  // namespace scenarios
