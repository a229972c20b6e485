// SPDX-License-Identifier: Apache-2.0
// Measures that a scenario defines.

#include <cmath>

#include "models/measure/figure_text.hpp"
#include "models/measure/flow_figures.hpp"
#include "models/measure/weeks.hpp"

namespace care {
namespace {

using Count = scenarios::Quantity::Count;
using Field = Tracked::Field;

/// The counter that a quantity sums.
Field field_of(Count count) {
  switch (count) {
    case Count::Entries:
      return Field::Entries;
    case Count::Exits:
      return Field::Leaves;
    case Count::PresentDays:
      return Field::PresentMs;
    case Count::ReadyDays:
      return Field::ReadyMs;
    case Count::ResidentDays:
      return Field::ResidentMs;
    case Count::NewResidents:
      return Field::MovedIn;
    case Count::Readmissions:
      return Field::Readmissions;
    case Count::CapacityDays:
      return Field::CapacityMs;
    case Count::Population:
    case Count::Days:
      return Field::Constant;
  }
  return Field::Constant;
}

/// What one count is: counts of days are kept in ms; what both sides share cancels.
double per_count(Count count) {
  switch (count) {
    case Count::PresentDays:
    case Count::ReadyDays:
    case Count::ResidentDays:
    case Count::CapacityDays:
    case Count::Days:
      return days_per_ms;
    case Count::Population:
      return days_per_ms / 365;
    case Count::Entries:
    case Count::Exits:
    case Count::NewResidents:
    case Count::Readmissions:
      return 1.0;
  }
  return 1.0;
}

/// Person-ms of the population that matches, or the ms measured; within the weeks if they are
/// given.
std::int64_t population_ms(const CatalogueBuilder& to, const scenarios::Quantity& quantity) {
  const auto& vocabulary = to.network().vocabulary;
  double persons = 0;
  if (quantity.count == Count::Days) {
    persons = 1;
  } else {
    for (const auto& cell : flow::compile_population(to.scenario(), vocabulary)) {
      if (vocabulary.matches(quantity.when, cell.profile)) persons += cell.persons;
    }
  }
  std::int64_t ms = 0;
  for (const auto& week : to.catalogue.weeks) {
    if (!quantity.weeks || in_weeks(week.iso_week, (*quantity.weeks)[0], (*quantity.weeks)[1])) {
      ms += (week.end - week.start).count();
    }
  }
  return std::llround(persons) * ms;
}

Slot slot_of(CatalogueBuilder& to, const scenarios::Quantity& quantity) {
  std::vector<flow::Place> places;
  for (const auto& id : quantity.settings) places.push_back(to.network().find_place(id).value());
  const auto profiles = to.network().vocabulary.matching(quantity.when);
  Tracked tracked{.field = field_of(quantity.count), .weeks = quantity.weeks};
  if (quantity.count == Count::CapacityDays) {
    for (const auto place : places) tracked.cells.push_back(static_cast<std::uint32_t>(place));
  } else if (quantity.count == Count::Readmissions) {
    for (const auto profile : profiles)
      tracked.cells.push_back(static_cast<std::uint32_t>(profile));
  } else if (tracked.field == Field::Constant) {
    tracked.constant = population_ms(to, quantity);
    tracked.weeks.reset();
  } else if (tracked.field == Field::ResidentMs || tracked.field == Field::MovedIn) {
    tracked.cells = to.resident_cells(places, profiles);
  } else {
    tracked.cells = to.cells(places, profiles);
  }
  return to.track(std::move(tracked));
}

}  // namespace

void add_measures(CatalogueBuilder& to) {
  for (const auto& [id, measure] : to.scenario().measures) {
    Key key;
    key.id = id;
    key.group = measure_group;
    key.quantity = id;
    key.label = named(measure.label, id);
    key.unit = measure.unit;
    key.decimals = 2;
    const auto numerator = slot_of(to, measure.numerator);
    const auto denominator = measure.denominator ? slot_of(to, *measure.denominator) : no_slot;
    double scale = measure.scale * per_count(measure.numerator.count);
    if (measure.denominator) scale /= per_count(measure.denominator->count);
    to.metric(std::move(key), numerator, denominator, scale);
  }
}

}  // namespace care
