// SPDX-License-Identifier: Apache-2.0
// Rules of results and of the scenario as a whole.

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include <fmt/format.h>

#include "scenarios/check_rules.hpp"
#include "scenarios/cover.hpp"
#include "scenarios/data_rows.hpp"
#include "scenarios/field.hpp"
#include "scenarios/issue.hpp"
#include "sim/civil_date.hpp"

namespace scenarios {
namespace {

constexpr std::size_t most_places = 200;
constexpr std::size_t most_case_values = 255;
constexpr std::array<std::string_view, 4> reserved_names{"residence", "arrival", "lost", "*"};

using Count = Quantity::Count;

bool counts_in_settings(Count count) {
  return count != Count::Population && count != Count::Days && count != Count::Readmissions;
}

bool counts_persons(Count count) { return count != Count::CapacityDays && count != Count::Days; }

/// What a setting must be for a quantity to be counted in it.
void check_counted(const Checking& c, const Quantity& q, std::size_t i) {
  const std::string& name = q.settings[i];
  const std::string below = fmt::format("/settings/{}", i);
  const Setting* const setting = find_named(c.scenario.settings, name);
  if (setting == nullptr) {
    if (q.count != Count::Entries) {
      c.error(below, say("expected.setting_not_exit"), quotation(name));
    }
    return;
  }
  const bool of_residents = q.count == Count::ResidentDays || q.count == Count::NewResidents;
  if (of_residents && !setting->residence) {
    c.error(below, say("expected.residence"), quotation(name));
  }
  if (q.count == Count::CapacityDays && std::isinf(setting->capacity.normal)) {
    c.error(below, say("expected.limited"),
            say("got.which_unlimited", {{"name", in_quotes(name)}}));
  }
}

void check_readmissions(const Checking& c, const Quantity& q) {
  const auto& care = c.scenario.care;
  if (!care || !care->readmission) {
    c.error("/count", say("expected.readmission"), say("got.none"));
    return;
  }
  for (std::size_t i = 0; i < q.settings.size(); ++i) {
    if (q.settings[i] == care->readmission->setting) continue;
    c.error(fmt::format("/settings/{}", i), quotation(care->readmission->setting),
            quotation(q.settings[i]));
  }
}

}  // namespace

void check_rules(const Checking& c, const Quantity& q) {
  const auto count = std::string(name_of(q.count));
  if (counts_in_settings(q.count)) {
    if (q.settings.empty())
      c.error("/settings", say("expected.where_counted", {{"count", count}}), nothing());
    for (std::size_t i = 0; i < q.settings.size(); ++i) check_counted(c, q, i);
  } else if (q.count == Count::Readmissions) {
    check_readmissions(c, q);
  } else if (!q.settings.empty()) {
    c.error("/settings", say("expected.not_in_settings", {{"count", count}}), say("expected.list"));
  }
  if (!counts_persons(q.count) && !q.when.all.empty()) {
    c.error("/when", say("expected.not_by_person", {{"count", count}}), say("got.condition"));
  }
  if (q.count != Count::Population) return;
  if (!c.scenario.population) c.error("/count", say("expected.population"), say("got.none"));
  for (const auto& [attribute, values] : q.when.all) {
    if (attribute == "municipality" || attribute == "age") continue;
    c.error(child_pointer("/when", attribute), say("expected.population_attribute"),
            quotation(attribute));
  }
}

void check_rules(const Checking& c, const Passage& passage) {
  const bool of_arrivals = std::ranges::find(passage.from, "arrival") != passage.from.end();
  if (of_arrivals && passage.from.size() > 1) {
    c.error("/from", say("expected.arrival_alone"), quotation(passage.from.back()));
  }
  if (of_arrivals && passage.start != Passage::Start::Entered) {
    c.error("/start", quotation(name_of(Passage::Start::Entered)),
            quotation(name_of(passage.start)));
  }
}

namespace {

void check_ends(const Checking& c, double low, double high) {
  if (low <= high) return;
  c.error("/high", say("expected.at_least_low", {{"low", number_text(low)}}), got_number(high));
}

}  // namespace

void check_rules(const Checking& c, const Target& target) {
  check_ends(c, target.low, target.high);
}

void check_rules(const Checking& c, const Plausible& plausible) {
  check_ends(c, plausible.low, plausible.high);
  // A visit per person and shift, and a weekday, are of a shift.
  const bool by_shift =
      plausible.figure == TeamFigure::VisitsEach || plausible.days != ShiftDays::All;
  if (by_shift && plausible.shifts.empty())
    c.error("/shifts", say("expected.shifts_told"), nothing());
}

void check_rules(const Checking& c, const Population& population) {
  const auto warn_missing = [&](std::string_view attribute, const auto& named) {
    const auto* const values = find_named(c.scenario.attributes, attribute);
    if (values == nullptr) {
      c.error(fmt::format("/{}", attribute),
              say("expected.attribute_with", {{"name", fmt::format("\"{}\"", attribute)}}),
              say("got.no_attribute"));
      return;
    }
    for (const std::string& value : *values) {
      if (find_named(named, value) != nullptr) continue;
      c.warn(fmt::format("/{}", attribute), say("expected.every_value", {{"name", attribute}}),
             say("got.none_for", {{"who", in_quotes(value)}}));
    }
  };
  check_columns(c, population.columns, {"year", "region", "age_group", "population"}, false);
  warn_missing("municipality", population.municipality);
  warn_missing("age", population.age);
}

namespace {

void check_attributes(const Checking& c, const Scenario& scenario) {
  for (const auto& [name, values] : scenario.attributes) {
    const std::string below = child_pointer("/attributes", name);
    if (values.empty()) c.error(below, say("expected.one_value"), say("got.empty_list"));
    if (values.size() > most_case_values) {
      c.error(below, say("expected.at_most_values", {{"n", most_case_values}}),
              verbatim(std::to_string(values.size())));
    }
    std::set<std::string> seen;
    for (std::size_t i = 0; i < values.size(); ++i) {
      const std::string at = fmt::format("{}/{}", below, i);
      if (values[i].empty()) c.error(at, say("expected.filled_value"), quotation(""));
      if (!seen.insert(values[i]).second)
        c.error(at, say("expected.value_once"), say("got.twice", {{"what", in_quotes(values[i])}}));
    }
  }
  if (profile_count(scenario) > most_profiles) {
    c.error("/attributes", say("expected.at_most_profiles", {{"n", most_profiles}}),
            say("got.more"));
  }
}

void check_place_name(const Checking& c, const std::string& below, const std::string& name) {
  const bool reserved =
      std::find(reserved_names.begin(), reserved_names.end(), name) != reserved_names.end();
  if (reserved || name.find("->") != std::string::npos) {
    c.error(below, say("expected.place_name"), quotation(name));
  }
}

void check_places(const Checking& c, const Scenario& scenario) {
  for (const auto& [name, setting] : scenario.settings) {
    check_place_name(c, child_pointer("/settings", name), name);
  }
  for (const auto& [name, label] : scenario.exits) {
    const std::string below = child_pointer("/exits", name);
    check_place_name(c, below, name);
    if (find_named(scenario.settings, name) != nullptr) {
      c.error(below, say("expected.free_name"), quotation(name));
    }
  }
  const std::size_t places = scenario.settings.size() + scenario.exits.size();
  if (places > most_places) {
    c.error("/settings", say("expected.at_most_settings", {{"n", most_places}}),
            verbatim(std::to_string(places)));
  }
}

/// The model numbers laws of time and assignments with 16 bits.
void check_size(const Checking& c, const Scenario& scenario) {
  constexpr std::size_t most = 65'000;
  std::size_t laws = scenario.moves.size() + 2 * scenario.arrivals.size();
  std::size_t assignments = scenario.arrivals.size() + scenario.initial.census.size();
  for (const auto& [name, setting] : scenario.settings) {
    laws += 2 + setting.stay.size() + setting.queue.leave.size();
    assignments += setting.on_enter.size() + setting.changes.size();
  }
  if (std::max(laws, assignments) > most) {
    c.error("/settings", say("expected.at_most_rows_in_all", {{"n", most}}),
            say("got.number", {{"value", std::max(laws, assignments)}}));
  }
}

void check_how_many(const Checking& c, std::string_view member, std::size_t n, std::size_t most) {
  if (n <= most) return;
  c.error(member, say("expected.at_most_elements", {{"n", most}}),
          say("got.number", {{"value", n}}));
}

/// Each patient has a clock for every passage; figures stand beside measures, under the passage's name.
void check_passages(const Checking& c, const Scenario& scenario) {
  check_how_many(c, "/passages", scenario.passages.size(), most_passages);
  for (const auto& [name, passage] : scenario.passages) {
    if (find_named(scenario.measures, name) == nullptr) continue;
    c.error(child_pointer("/passages", name), say("expected.no_measures_name"), quotation(name));
  }
}

/// Figures of limits stand beside those of measures and passages, under the limit's name.
void check_limits(const Checking& c, const Scenario& scenario) {
  check_how_many(c, "/limits", scenario.limits.size(), most_limits);
  for (const auto& [name, limit] : scenario.limits) {
    const std::string at = child_pointer("/limits", name);
    if (find_named(scenario.measures, name) != nullptr) {
      c.error(at, say("expected.no_measures_name"), quotation(name));
    } else if (find_named(scenario.passages, name) != nullptr) {
      c.error(at, say("expected.no_passages_name"), quotation(name));
    }
    const Setting* const setting = find_named(scenario.settings, limit.setting);
    if (setting == nullptr || !std::isinf(setting->capacity.normal)) continue;
    if (limit.count == Level::Occupied && !limit.at_least) {
      c.error(at + "/at_least", say("expected.limit"),
              say("got.which_unlimited", {{"name", in_quotes(limit.setting)}}));
    }
  }
}

/// The state is told of times that are measured, each once.
void check_moments(const Checking& c, const Scenario& scenario) {
  const sim::Time from{scenario.horizon.measured_from()};
  const sim::Time to = from + scenario.horizon.length();
  std::set<sim::Time> seen;
  for (std::size_t i = 0; i < scenario.report_at.size(); ++i) {
    const auto& text = scenario.report_at[i];
    const std::string at = fmt::format("/report_at/{}", i);
    const auto time = time_in(text);
    if (!time) {
      c.error(at, say("expected.time"), quotation(text));
    } else if (*time < from || *time > to) {
      c.error(at,
              say("expected.measured_time",
                  {{"from", sim::iso_date_time(from)}, {"to", sim::iso_date_time(to)}}),
              quotation(text));
    } else if (!seen.insert(*time).second) {
      c.error(at, say("expected.value_once"), say("got.twice", {{"what", in_quotes(text)}}));
    }
  }
}

void check_once(const Checking& c, std::string_view member, const std::vector<std::string>& names) {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (seen.insert(names[i]).second) continue;
    c.error(fmt::format("{}/{}", member, i), say("expected.value_once"),
            say("got.twice", {{"what", in_quotes(names[i])}}));
  }
}

/// A row for every measured day of every setting.
void check_daily(const Checking& c, const Scenario& scenario) {
  check_once(c, "/report_daily", scenario.report_daily);
  const auto days = static_cast<std::size_t>(scenario.horizon.measured_days());
  const auto settings = scenario.report_daily.size();
  if (days * settings <= most_daily_rows) return;
  c.error("/report_daily", say("expected.daily_rows", {{"n", most_daily_rows}}),
          say("got.daily_rows", {{"days", days}, {"settings", settings}, {"n", days * settings}}));
}

/// Figures by attribute are called by its value, which is therefore to be of one attribute only.
void check_report_by(const Checking& c, const Scenario& scenario) {
  check_once(c, "/report_by", scenario.report_by);
  std::map<std::string, std::string> owner;  // of each value
  for (std::size_t i = 0; i < scenario.report_by.size(); ++i) {
    const auto& name = scenario.report_by[i];
    const auto* const values = find_named(scenario.attributes, name);
    if (values == nullptr) continue;
    for (const auto& value : *values) {
      const auto& first = owner.try_emplace(value, name).first->second;
      if (first == name) continue;
      c.error(fmt::format("/report_by/{}", i), say("expected.own_values"),
              say("got.value_of_both", {{"value", in_quotes(value)},
                                        {"first", in_quotes(first)},
                                        {"second", in_quotes(name)}}));
    }
  }
}

/// Every place that sends patients to where they live, which must be somewhere.
void check_residence(const Checking& c, const Scenario& scenario) {
  const bool anywhere = std::any_of(scenario.settings.begin(), scenario.settings.end(),
                                    [](const auto& item) { return item.second.residence; });
  if (anywhere) return;
  const auto refuse = [&](const std::string& below) {
    c.error(below, say("expected.not_residence"), quotation("residence"));
  };
  for (const auto& [name, setting] : scenario.settings) {
    const std::string at = child_pointer("/settings", name);
    for (std::size_t r = 0; r < setting.routes.size(); ++r) {
      if (find_named(setting.routes[r].to, "residence") == nullptr) continue;
      refuse(fmt::format("{}/routes/{}/to/residence", at, r));
    }
    for (std::size_t h = 0; h < setting.hazards.size(); ++h) {
      if (setting.hazards[h].to == "residence") refuse(fmt::format("{}/hazards/{}/to", at, h));
    }
    for (std::size_t l = 0; l < setting.queue.leave.size(); ++l) {
      if (setting.queue.leave[l].to == "residence")
        refuse(fmt::format("{}/queue/leave/{}/to", at, l));
    }
  }
}

/// A lever on arrivals moves those that come at random; whoever pulls it should know who does not.
void check_levers(const Checking& c, const Scenario& scenario) {
  if (scenario.levers.arrivals == 1) return;
  for (const auto& [name, arrival] : scenario.arrivals) {
    const bool fixed =
        arrival.kind == Arrival::Kind::Scheduled || arrival.kind == Arrival::Kind::File;
    if (!fixed) continue;
    c.warn("/levers/arrivals", say("expected.random_arrivals"),
           say("got.fixed_arrivals", {{"name", in_quotes(name)}}));
  }
}

}  // namespace

void check_rules(const Checking& c, const Scenario& scenario) {
  check_attributes(c, scenario);
  check_passages(c, scenario);
  check_limits(c, scenario);
  check_moments(c, scenario);
  check_once(c, "/report_levels", scenario.report_levels);
  check_once(c, "/report_changes", scenario.report_changes);
  check_daily(c, scenario);
  check_report_by(c, scenario);
  check_places(c, scenario);
  check_size(c, scenario);
  check_residence(c, scenario);
  check_levers(c, scenario);
  if (scenario.arrivals.empty() && scenario.initial.is_empty()) {
    c.warn("/arrivals", say("expected.patients"), say("got.neither"));
  }
}

}  // namespace scenarios
