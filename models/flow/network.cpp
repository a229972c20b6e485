// SPDX-License-Identifier: Apache-2.0
#include "models/flow/network.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "models/flow/counters.hpp"
#include "models/flow/network_builder.hpp"
#include "scenarios/csv.hpp"

namespace flow {

sim::Duration TimeLaw::sample_residual(sim::Stream& stream) const {
  return sim::from_units_not_negative(distribution.sample_residual(stream), unit);
}

sim::Duration TimeLaw::sample_left(sim::Duration spent, sim::Stream& stream) const {
  const double age = sim::in_units(spent, unit);
  return sim::from_units_not_negative(distribution.sample_above(age, stream) - age, unit);
}

double TimeLaw::exceeds(sim::Duration length) const {
  return distribution.above(sim::in_units(length, unit));
}

double TimeLaw::mean_days() const { return distribution.mean() * sim::days(unit); }

std::optional<sim::Time> CompiledSetting::next_closing(sim::Time now) const {
  bool is_open = whole_places(capacity.at(now)) > 0;
  for (auto time = capacity.next_change(now); time; time = capacity.next_change(*time)) {
    const bool was_open = std::exchange(is_open, whole_places(capacity.at(*time)) > 0);
    if (was_open && !is_open) return time;
  }
  return std::nullopt;
}

std::optional<sim::Time> CompiledMove::next_closing(sim::Time now) const {
  if (always_open) return std::nullopt;
  const auto opens = open.next_time_when(true, now);
  return opens ? open.next_time_when(false, *opens) : std::nullopt;
}

std::int32_t CompiledSetting::places_of(Place here, Place of, Profile profile) const {
  std::int32_t places = 0;
  each_place(here, profile, [&](Place each, std::int32_t n) { places += each == of ? n : 0; });
  return places;
}

bool CompiledSetting::may_be_waited_for() const {
  using Policy = scenarios::WhenFull::Policy;
  const auto waits = [](const FullAnswer& answer) {
    return answer.policy != Policy::Lost && answer.policy != Policy::Divert;
  };
  if (std::ranges::any_of(exceptions, waits, &FullException::answer)) return true;
  if (!waits(when_full)) return false;
  const auto always = [](const FullException& e) { return e.from.empty() && e.waiting == 0; };
  std::vector<bool> excepted;
  for (const auto& exception : exceptions) {
    if (!always(exception)) continue;
    excepted.resize(exception.when.size());
    for (const auto p : exception.when.ids()) {
      if (exception.when[p]) excepted[sim::index(p)] = true;
    }
  }
  return excepted.empty() || std::ranges::find(excepted, false) != excepted.end();
}

Profile CompiledAssignment::apply(Profile profile, const Vocabulary& vocabulary,
                                  sim::Stream& stream) const {
  for (const auto& change : changes) {
    const auto uniform = stream.half();
    profile = vocabulary.with(profile, change.attribute, change.value.pick(uniform));
  }
  return profile;
}

std::optional<Place> Network::find_place(std::string_view id) const {
  for (const auto place : place_ids.ids()) {
    if (place_ids[place] == id) return place;
  }
  return std::nullopt;
}

std::vector<std::pair<Place, double>> Network::joined(Place from, Place to) const {
  std::vector<std::pair<Place, double>> result;
  if (is_setting(to) && !stays_in_place(from, to)) {
    for (const auto s : shortest_of(from, to)) {
      if (s != from) result.emplace_back(s, setting[s].normal_capacity);
    }
  }
  if (result.empty()) return {{to, 1}};
  // What has no limit is never fuller than what has one.
  const bool any_unlimited =
      std::ranges::any_of(result, [](const auto& one) { return std::isinf(one.second); });
  double all = 0;
  for (auto& [place, weight] : result) {
    if (any_unlimited) weight = std::isinf(weight) ? 1 : 0;
    all += weight;
  }
  const auto n = static_cast<double>(result.size());
  for (auto& [place, share] : result) share = all > 0 ? share / all : 1 / n;
  return result;
}

std::vector<Place> Network::joined_from_anywhere(Place to) const {
  std::vector<Place> found{to};
  if (!is_setting(to)) return found;
  const auto add = [&](Place from) {
    for (const auto s : shortest_of(from, to)) {
      if (s != from && std::ranges::find(found, s) == found.end()) found.push_back(s);
    }
  };
  for (const auto from : setting.ids()) add(from);
  add(nowhere);
  return found;
}

Network compile_network(const scenarios::Scenario& scenario) {
  return NetworkBuilder{scenario}.build();
}

std::vector<PopulationCell> compile_population(const scenarios::Scenario& scenario,
                                               const Vocabulary& vocabulary) {
  std::vector<PopulationCell> cells;
  if (!scenario.population) return cells;
  for (const auto& entry : scenarios::population_table(scenario)) {
    Profile profile = default_profile;
    const auto set = [&](std::string_view name, std::string_view value) {
      const auto attribute = vocabulary.find_attribute(name).value();
      profile =
          vocabulary.with(profile, attribute, vocabulary.find_value(attribute, value).value());
    };
    set("municipality", entry.municipality);
    set("age", entry.age);
    cells.push_back({profile, entry.persons});
  }
  return cells;
}

}  // namespace flow
