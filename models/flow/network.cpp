// SPDX-License-Identifier: Apache-2.0
#include "models/flow/network.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "models/flow/network_builder.hpp"
#include "scenarios/csv.hpp"

namespace flow {

sim::Duration TimeLaw::sample_residual(sim::Stream& stream) const {
  return sim::from_units_not_negative(distribution.sample_residual(stream), unit);
}

double TimeLaw::mean_days() const { return distribution.mean() * sim::days(unit); }

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
