// SPDX-License-Identifier: Apache-2.0
// Rules of the state at the start and of the columns of data files.

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "scenarios/check_rules.hpp"
#include "scenarios/data_rows.hpp"
#include "scenarios/issue.hpp"
#include "sim/civil_date.hpp"

namespace scenarios {

void check_columns(const Checking& c, const Named<std::string>& columns,
                   std::vector<std::string> known, bool attributes) {
  for (const auto& [name, values] : c.scenario.attributes) {
    if (attributes) known.push_back(name);
  }
  for (const auto& [name, heading] : columns) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    c.error(child_pointer("/columns", name), one_of(known),
            quotation(name) + did_you_mean(name, known));
  }
}

void check_rules(const Checking& c, const Initial& initial) {
  check_columns(c, initial.columns, {"setting", "admitted", "days_spent", "residence"}, true);
  double persons = 0;
  for (const Census& row : initial.census) {
    const double mean = row.count + row.waiting;
    persons +=
        row.random == true ? mean + 10 * std::sqrt(mean) : mean;  // no draw goes so far beyond it
  }
  const double most = std::min(most_present, most_at_a_time(c.scenario.horizon));
  if (persons <= most) return;
  c.error("/census", say("expected.countable_persons", {{"n", number_text(most)}}),
          say("got.number", {{"value", number_text(persons)}}));
}

namespace {

void check_days_spent(const Checking& c, const Census& census) {
  if (census.admitted.empty()) return;
  if (census.days_spent) {
    c.error("/admitted", say("expected.days_or_admitted"), say("got.both"));
  }
  const auto admitted = time_in(census.admitted);
  const auto start = sim::Time{c.scenario.horizon.start};
  if (!admitted) {
    c.error("/admitted", say("expected.time"), quotation(census.admitted));
  } else if (*admitted > start) {
    c.error("/admitted", say("expected.before_start", {{"date", sim::iso_date(start)}}),
            quotation(census.admitted));
  }
}

}  // namespace

void check_rules(const Checking& c, const Census& census) {
  const Setting* const setting = find_named(c.scenario.settings, census.setting);
  if (setting == nullptr) return;
  check_days_spent(c, census);
  const double places = setting->capacity.normal + setting->when_full.places;
  if (setting->capacity.changes.empty() && census.count > places) {
    c.warn(
        "/count",
        say("expected.at_most_places", {{"n", number_text(places)}, {"setting", census.setting}}),
        got_number(census.count));
  }
  if (census.waiting > 0 && std::isinf(setting->capacity.normal)) {
    c.error("/waiting", say("expected.nobody_waiting"), got_number(census.waiting));
  }
}

}  // namespace scenarios
