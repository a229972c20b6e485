// SPDX-License-Identifier: Apache-2.0
// Rules of calendars, intensities and the horizon.

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <set>

#include <fmt/format.h>

#include "scenarios/check_rules.hpp"
#include "scenarios/issue.hpp"
#include "sim/civil_date.hpp"

namespace scenarios {
namespace {

/// A calendar is laid out over the run, every rule looked at wherever one may begin or end.
void check_steps(const Checking& c, const Calendar& calendar) {
  constexpr double most = 2e8;
  std::set<double> hours{0};
  for (const CalendarRule& rule : calendar.changes) {
    if (rule.hours) hours.insert(rule.hours->begin(), rule.hours->end());
  }
  const double days = run_days(c.scenario.horizon);
  const double looks = days * static_cast<double>(hours.size() * calendar.changes.size());
  if (looks <= most) return;
  const double fit = std::floor(most / (days * static_cast<double>(hours.size())));
  c.error("/changes", say("expected.at_most_changes", {{"n", number_text(fit)}}),
          say("got.number", {{"value", calendar.changes.size()}}));
}

bool has_condition(const CalendarRule& rule) {
  return rule.from || rule.to || rule.weeks || !rule.days.empty() || rule.hours;
}

}  // namespace

double most_at_a_time(double days) {
  constexpr double countable = 0x1p62;  // half of 64 bits with a sign: a margin for rounding
  return std::floor(countable / (days * static_cast<double>(sim::day.count())));
}

void check_rules(const Checking& c, const CalendarRule& rule) {
  if (rule.value.has_value() == rule.factor.has_value()) {
    c.error("", say("expected.value_or_factor"), say(rule.value ? "got.both" : "got.neither"));
  }
  if (rule.from && rule.to && *rule.to < *rule.from) {
    c.error("/to", say("expected.not_before", {{"date", sim::iso_date(*rule.from)}}),
            verbatim(sim::iso_date(*rule.to)));
    return;
  }
  if (rule.hours && (*rule.hours)[0] == (*rule.hours)[1]) {
    c.error("/hours", say("expected.two_hours"),
            say("got.twice", {{"what", number_text((*rule.hours)[0])}}));
  }
  const Horizon& horizon = c.scenario.horizon;
  if ((rule.from && *rule.from >= horizon.end()) || (rule.to && *rule.to < horizon.start)) {
    c.warn("",
           say("expected.within_horizon",
               {{"from", sim::iso_date(horizon.start)},
                {"to", sim::iso_date(horizon.end() - std::chrono::days{1})}}),
           say("got.outside_horizon"));
  }
}

void check_rules(const Checking& c, const Calendar& calendar) {
  check_steps(c, calendar);
  for (std::size_t i = 0; i < calendar.changes.size(); ++i) {
    const CalendarRule& rule = calendar.changes[i];
    if (rule.factor && std::isinf(calendar.normal)) {
      c.error(fmt::format("/changes/{}/factor", i), say("expected.value_not_factor"),
              quotation("factor"));
    }
    if (!has_condition(rule) && i + 1 < calendar.changes.size()) {
      c.warn(fmt::format("/changes/{}", i + 1), say("expected.rule_that_holds"),
             say("got.after_rule", {{"n", i}}));
      break;
    }
  }
}

void check_rules(const Checking& c, const Intensity& intensity) {
  const auto require_some = [&](std::string_view key, const std::vector<double>& factors) {
    if (factors.empty() || std::accumulate(factors.begin(), factors.end(), 0.0) > 0) return;
    c.error(fmt::format("/{}", key), say("expected.factor"), say("got.zeros"));
  };
  require_some("by_hour", intensity.by_hour);
  require_some("by_weekday", intensity.by_weekday);
  require_some("by_week", intensity.by_week);
  const Calendar& calendar = intensity.calendar;
  const bool ever = calendar.normal > 0 ||
                    std::any_of(calendar.changes.begin(), calendar.changes.end(),
                                [](const CalendarRule& r) { return r.value.value_or(0) > 0; });
  if (!ever) c.error("/calendar", say("expected.factor_ever"), say("got.always_0"));
}

void check_rules(const Checking& c, const Horizon& horizon) {
  const auto earliest = sim::make_date(1900, 1, 1).value();
  const auto latest = sim::make_date(2200, 1, 1).value();
  if (horizon.start < earliest || horizon.start >= latest) {
    c.error("/start", say("expected.date_range"), verbatim(sim::iso_date(horizon.start)));
  }
  if (horizon.hours && horizon.days != Horizon{}.days) {
    c.error("/hours", say("expected.days_or_hours"), say("got.both"));
  }
  const auto total = static_cast<long long>(horizon.warm_up_days) + horizon.measured_days();
  if (total > longest_horizon) {
    c.error("/days", say("expected.horizon", {{"n", longest_horizon}}),
            verbatim(std::to_string(total)));
  }
}

}  // namespace scenarios
