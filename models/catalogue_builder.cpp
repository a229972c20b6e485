// SPDX-License-Identifier: Apache-2.0
#include "models/catalogue_builder.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "models/catalogue_text.hpp"
#include "models/model.hpp"
#include "sim/check.hpp"

namespace care {
namespace {

using scenarios::Text;

std::vector<flow::Profile> all_profiles(const flow::Vocabulary& vocabulary) {
  return vocabulary.matching({});
}

}  // namespace

CatalogueBuilder::CatalogueBuilder(const Model& model)
    : model_(model),
      scenario_(model.scenario()),
      network_(model.network()),
      workforce_(model.has_care() ? &model.workforce() : nullptr) {
  const auto& scenario = scenario_;
  const auto& network = network_;
  groups_.push_back({"", all_profiles(network.vocabulary)});
  if (!scenario.report_by.empty()) {
    const auto attribute = network.vocabulary.find_attribute(scenario.report_by).value();
    for (std::size_t v = 0; v < network.vocabulary.values(attribute); ++v) {
      const std::string id{network.vocabulary.value_name(attribute, v)};
      groups_.push_back({id, network.vocabulary.matching({{{scenario.report_by, {id}}}})});
    }
  }
  Tracked horizon{.field = Field::Constant};
  horizon.constant = (network.end - network.measured_from).count();
  horizon_ = track(horizon);
}

Slot CatalogueBuilder::slot() {
  series_of_slot_.push_back(-1);
  return catalogue.totals++;
}

Slot CatalogueBuilder::track(Tracked tracked, bool weekly) {
  tracked.slot = slot();
  if (weekly || tracked.weeks) {
    tracked.series = static_cast<std::int32_t>(catalogue.series++);
    series_of_slot_.back() = tracked.series;
  }
  catalogue.tracked.push_back(std::move(tracked));
  return catalogue.tracked.back().slot;
}

std::vector<std::uint32_t> CatalogueBuilder::cells(std::span<const flow::Place> places,
                                                   std::span<const flow::Profile> profiles) const {
  std::vector<std::uint32_t> result;
  for (const auto place : places) {
    for (const auto profile : profiles) {
      result.push_back(static_cast<std::uint32_t>(network_.at(place, profile)));
    }
  }
  return result;
}

Key CatalogueBuilder::key(std::string_view group, std::string_view quantity,
                          std::string_view setting, std::string_view municipality,
                          std::string_view role) {
  const auto& text = quantity_text(quantity);
  Key key;
  key.id = quantity;
  for (const auto part : {setting, role, municipality}) {
    if (!part.empty()) key.id += fmt::format(".{}", part);
  }
  key.group = group;
  key.quantity = quantity;
  key.setting = setting;
  key.municipality = municipality;
  key.role = role;
  key.label = {std::string{text.label_sv}, std::string{text.label_en}};
  key.unit = {std::string{text.unit_sv}, std::string{text.unit_en}};
  key.decimals = text.decimals;
  return key;
}

void CatalogueBuilder::metric(Key key, Slot numerator, Slot denominator, double scale,
                              bool drop_if_zero) {
  catalogue.metrics.push_back(
      {std::move(key), FigureKind::Mean, numerator, denominator, scale, drop_if_zero});
}

void CatalogueBuilder::series(Key key, Slot tracked, double scale, bool per_day) {
  const auto index = series_of_slot_[tracked];
  SIM_CHECK(index >= 0);
  catalogue.weekly.push_back(
      {std::move(key), static_cast<std::uint32_t>(index), std::nullopt, scale, per_day});
}

void CatalogueBuilder::add_settings() {
  for (std::size_t i = 0; i < network_.settings; ++i) {
    const auto s = static_cast<flow::Place>(i);
    for (const auto& group : groups_) add_group(s, group);
    if (!network_.setting[s].unlimited) add_places_offered(s);
    add_setting_totals(s);
  }
}

/// Whether routes and hazards lead only out of the model, by doors that are always open, and no
/// discharge is planned: whoever is ready is gone, and weeks of waiting would be zeros that cost
/// memory.
bool CatalogueBuilder::leaves_at_once(flow::Place s) const {
  const auto is_way_out = [&](flow::Place to) {
    return to == flow::stays_on || (network_.is_exit(to) && network_.move(s, to).always_open);
  };
  for (std::size_t p = 0; p < network_.vocabulary.profiles(); ++p) {
    const auto profile = static_cast<flow::Profile>(p);
    for (const auto& option : network_.route(s, profile).to.options) {
      if (!is_way_out(option.value)) return false;
    }
    if (!network_.setting[s].has_risks) continue;
    for (const auto& option : network_.risk(s, profile).causes.options) {
      if (option.value.to != flow::nowhere && !is_way_out(option.value.to)) return false;
    }
  }
  return !scenario_.care || std::ranges::count(scenario_.care->discharge.settings,
                                               std::string_view{network_.place_ids[s]}) == 0;
}

/// The figures of one setting for one group of patients.
void CatalogueBuilder::add_group(flow::Place s, const Group& group) {
  const std::array places{s};
  const auto& id = network_.place_ids[s];
  const auto where = cells(places, group.profiles);
  const auto present = track({.field = Field::PresentMs, .cells = where}, true);
  const bool may_wait = !leaves_at_once(s);
  const auto ready = track({.field = Field::ReadyMs, .cells = where}, may_wait);
  const auto entries = track({.field = Field::Entries, .cells = where}, true);
  const auto name = [&](std::string_view quantity) { return key("flow", quantity, id, group.id); };
  metric(name("present"), present, horizon_, 1);
  metric(name("ready"), ready, horizon_, 1, true);
  metric(name("entries"), entries, horizon_, 1 / days_per_ms);
  metric(name("bed_days"), present, no_slot, days_per_ms);
  metric(name("ready_days"), ready, no_slot, days_per_ms, true);
  series(name("present"), present, days_per_ms, true);
  if (may_wait) series(name("ready"), ready, days_per_ms, true);
  series(name("entries"), entries, 1, true);
  if (network_.setting[s].residence) {
    const auto residents = track({.field = Field::ResidentMs, .cells = where}, true);
    const auto moved_in = track({.field = Field::MovedIn, .cells = where}, true);
    metric(name("residents"), residents, horizon_, 1);
    metric(name("moved_in"), moved_in, no_slot, 1);
    series(name("residents"), residents, days_per_ms, true);
    series(name("moved_in"), moved_in, 1, false);
  }
}

/// Capacity and what it is used for.
void CatalogueBuilder::add_places_offered(flow::Place s) {
  const std::vector<std::uint32_t> setting{s};
  const auto of = [&](Field field, bool weekly) {
    return track({.field = field, .cells = setting}, weekly);
  };
  const auto name = [&](std::string_view quantity) {
    return key("flow", quantity, network_.place_ids[s]);
  };
  const auto capacity = of(Field::CapacityMs, true);
  const auto occupied = of(Field::OccupiedMs, true);
  metric(name("utilisation"), occupied, capacity, 100);
  metric(name("occupied"), occupied, horizon_, 1);
  metric(name("capacity"), capacity, horizon_, 1);
  metric(name("overflow"), of(Field::OverflowMs, false), no_slot, days_per_ms, true);
  metric(name("closed"), of(Field::ClosedMs, false), no_slot, days_per_ms, true);
  metric(name("queue"), of(Field::QueueMs, false), horizon_, 1);
  series(name("capacity"), capacity, days_per_ms, true);
  series(name("occupied"), occupied, days_per_ms, true);
}

/// What is counted for the setting as a whole, patient by patient.
void CatalogueBuilder::add_setting_totals(flow::Place s) {
  SettingSlots slots;
  for (auto* each :
       {&slots.served, &slots.waited, &slots.wait_ms, &slots.longest_wait_ms, &slots.lost,
        &slots.diverted, &slots.left_queue, &slots.evicted, &slots.stays, &slots.stay_ms}) {
    *each = slot();
  }
  catalogue.settings.push_back(slots);
  const auto name = [&](std::string_view quantity) {
    return key("flow", quantity, network_.place_ids[s]);
  };
  metric(name("stay"), slots.stay_ms, slots.stays, days_per_ms);
  if (network_.setting[s].unlimited) return;
  metric(name("wait"), slots.wait_ms, slots.served, hours_per_ms);
  metric(name("waited"), slots.waited, slots.served, 100);
  metric(name("longest_wait"), slots.longest_wait_ms, no_slot, hours_per_ms);
  metric(name("lost"), slots.lost, no_slot, 1, true);
  metric(name("diverted"), slots.diverted, no_slot, 1, true);
  metric(name("left_queue"), slots.left_queue, no_slot, 1, true);
  metric(name("evicted"), slots.evicted, no_slot, 1, true);
}

void CatalogueBuilder::add_exits() {
  for (std::size_t p = network_.settings; p < network_.places; ++p) {
    const std::array places{static_cast<flow::Place>(p)};
    for (const auto& group : groups_) {
      const auto entries = track({.field = Field::Entries, .cells = cells(places, group.profiles)});
      metric(key("flow", "exits", network_.place_ids[p], group.id), entries, no_slot, 1, true);
    }
  }
}

void CatalogueBuilder::add_measures() {
  for (const auto& [id, measure] : scenario_.measures) {
    Key k;
    k.id = id;
    k.group = "measure";
    k.quantity = id;
    k.label = measure.label;
    k.unit = measure.unit;
    k.decimals = 2;
    const auto numerator = quantity_slot(measure.numerator);
    const auto denominator = measure.denominator ? quantity_slot(*measure.denominator) : no_slot;
    // Counts of days are kept in ms; what both sides share cancels.
    const auto unit = [](const scenarios::Quantity& q) {
      using Count = scenarios::Quantity::Count;
      switch (q.count) {
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
    };
    double scale = measure.scale * unit(measure.numerator);
    if (measure.denominator) scale /= unit(*measure.denominator);
    metric(std::move(k), numerator, denominator, scale);
  }
}

Slot CatalogueBuilder::quantity_slot(const scenarios::Quantity& quantity) {
  using Count = scenarios::Quantity::Count;
  std::vector<flow::Place> places;
  for (const auto& id : quantity.settings) places.push_back(network_.find_place(id).value());
  const auto profiles = network_.vocabulary.matching(quantity.when);
  Tracked tracked;
  tracked.weeks = quantity.weeks;
  switch (quantity.count) {
    case Count::Entries:
      tracked.field = Field::Entries;
      break;
    case Count::Exits:
      tracked.field = Field::Leaves;
      break;
    case Count::PresentDays:
      tracked.field = Field::PresentMs;
      break;
    case Count::ReadyDays:
      tracked.field = Field::ReadyMs;
      break;
    case Count::ResidentDays:
      tracked.field = Field::ResidentMs;
      break;
    case Count::NewResidents:
      tracked.field = Field::MovedIn;
      break;
    case Count::Readmissions:
      tracked.field = Field::Readmissions;
      break;
    case Count::CapacityDays:
      tracked.field = Field::CapacityMs;
      break;
    case Count::Population:
    case Count::Days:
      tracked.field = Field::Constant;
      break;
  }
  if (quantity.count == Count::CapacityDays) {
    tracked.cells.assign(places.begin(), places.end());
  } else if (quantity.count == Count::Readmissions) {
    tracked.cells.assign(profiles.begin(), profiles.end());
  } else if (tracked.field == Field::Constant) {
    tracked.constant = population_ms(quantity);
    tracked.weeks.reset();
  } else {
    tracked.cells = cells(places, profiles);
  }
  return track(std::move(tracked));
}

/// Person-ms of the population that matches, or the ms measured; within the weeks if they are
/// given.
std::int64_t CatalogueBuilder::population_ms(const scenarios::Quantity& quantity) const {
  double persons = 0;
  if (quantity.count == scenarios::Quantity::Count::Days) {
    persons = 1;
  } else {
    for (const auto& cell : flow::compile_population(scenario_, network_.vocabulary)) {
      if (network_.vocabulary.matches(quantity.when, cell.profile)) persons += cell.persons;
    }
  }
  std::int64_t ms = 0;
  for (const auto& week : catalogue.weeks) {
    if (!quantity.weeks || in_weeks(week.iso_week, (*quantity.weeks)[0], (*quantity.weeks)[1])) {
      ms += (week.end - week.start).count();
    }
  }
  return std::llround(persons) * ms;
}

Text CatalogueBuilder::label_of(std::string_view value) const {
  for (const auto& [id, text] : scenario_.labels) {
    if (id == value) return text;
  }
  if (scenario_.care) {
    for (const auto& [id, municipality] : model_.care().municipalities) {
      if (id == value) return municipality.label;
    }
  }
  return {std::string{value}, std::string{value}};
}

}  // namespace care
