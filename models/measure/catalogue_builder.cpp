// SPDX-License-Identifier: Apache-2.0
#include "models/measure/catalogue_builder.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "models/measure/figure_text.hpp"
#include "sim/check.hpp"

namespace care {
namespace {

/// The parts of ISO weeks within [from, to).
std::vector<Week> measured_weeks(sim::Time from, sim::Time to) {
  std::vector<Week> weeks;
  for (auto start = from; start < to;) {
    const sim::Date day = std::chrono::floor<std::chrono::days>(start);
    const auto after_monday =
        std::chrono::weekday{std::chrono::sys_days{day.time_since_epoch()}} - std::chrono::Monday;
    const sim::Time next = day - after_monday + std::chrono::days{7};
    weeks.push_back({start, std::min(next, to), sim::iso_week(day).week});
    start = next;
  }
  return weeks;
}

}  // namespace

CatalogueBuilder::CatalogueBuilder(const scenarios::Scenario& scenario,
                                   const flow::Network& network)
    : scenario_(scenario), network_(network) {
  catalogue.weeks = measured_weeks(network.measured_from, network.end);
  catalogue.horizon_ms = (network.end - network.measured_from).count();
  patients_.push_back({"", network.vocabulary.matching({})});
  for (const auto& name : scenario.report_by) {
    const auto attribute = network.vocabulary.find_attribute(name).value();
    for (std::size_t v = 0; v < network.vocabulary.values(attribute); ++v) {
      const std::string id{network.vocabulary.value_name(attribute, v)};
      patients_.push_back(
          {id, network.vocabulary.matching({{{name, {id}}}}), name == scenario.report_by.front()});
    }
  }
  horizon_ = track({.field = Tracked::Field::Constant, .constant = catalogue.horizon_ms});
}

Slot CatalogueBuilder::slots(std::size_t n) {
  const Slot first{catalogue.totals};
  catalogue.totals += static_cast<std::uint32_t>(n);
  for (std::size_t i = 0; i < n; ++i) series_of_slot_.add(-1);
  return first;
}

std::uint32_t CatalogueBuilder::series(std::size_t n) {
  const std::uint32_t first = catalogue.series;
  catalogue.series += static_cast<std::uint32_t>(n);
  return first;
}

Slot CatalogueBuilder::track(Tracked tracked, bool weekly) {
  tracked.slot = slot();
  if (weekly || tracked.weeks) {
    tracked.series = static_cast<std::int32_t>(series(1));
    series_of_slot_[tracked.slot] = tracked.series;
  }
  catalogue.tracked.push_back(std::move(tracked));
  return catalogue.tracked.back().slot;
}

std::vector<std::uint32_t> CatalogueBuilder::cells(std::span<const flow::Place> places,
                                                   std::span<const flow::Profile> profiles) const {
  return together(network_.occurrence.cells, places, profiles);
}

std::vector<std::uint32_t> CatalogueBuilder::resident_cells(
    std::span<const flow::Place> places, std::span<const flow::Profile> profiles) const {
  return together(network_.occurrence.resident_cells, places, profiles);
}

std::vector<std::uint32_t> CatalogueBuilder::together(
    std::span<const std::uint32_t> possible, std::span<const flow::Place> places,
    std::span<const flow::Profile> profiles) const {
  std::vector<std::uint32_t> result;
  for (const auto place : places) {
    for (const auto profile : profiles) {
      const auto cell = static_cast<std::uint32_t>(network_.at(place, profile));
      if (std::ranges::binary_search(possible, cell)) result.push_back(cell);
    }
  }
  return result;
}

Key CatalogueBuilder::key(const Figure& figure, const About& about, std::string_view group) {
  Key key;
  key.id = figure.id;
  for (const auto part : {about.party, about.setting, about.role, about.municipality,
                          about.destination, about.shift, about.day_type, about.cause}) {
    if (!part.empty()) key.id += fmt::format(".{}", part);
  }
  key.group = group.empty() ? name_of(figure.group) : group;
  key.quantity = figure.id;
  key.setting = about.setting;
  key.destination = about.destination;
  key.municipality = about.municipality;
  key.role = about.role;
  key.shift = about.shift;
  key.day_type = about.day_type;
  key.party = about.party;
  key.cause = about.cause;
  key.label = label_of(figure);
  for (const auto* name : {about.party_name, about.cause_name}) {
    if (name == nullptr) continue;
    key.label.sv += ": " + name->sv;
    key.label.en += ": " + name->en;
  }
  key.unit = words_of(figure.unit);
  key.decimals = figure.decimals;
  return key;
}

Key CatalogueBuilder::named_key(std::string_view name, const words::Text& label,
                                std::string_view part, const words::Text& what, Unit unit) {
  Key key;
  key.id = part.empty() ? std::string(name) : fmt::format("{}.{}", name, part);
  key.group = measure_group;
  key.quantity = key.id;
  key.label = {fmt::format("{}, {}", label.sv, what.sv), fmt::format("{}, {}", label.en, what.en)};
  key.unit = words_of(unit);
  key.decimals = unit == Unit::Persons ? 1 : 2;
  return key;
}

void CatalogueBuilder::metric(Key key, Slot numerator, Slot denominator, double scale,
                              bool drop_if_zero) {
  catalogue.metrics.push_back(
      {std::move(key), FigureKind::Mean, numerator, denominator, scale, drop_if_zero, 1});
}

void CatalogueBuilder::probability(Key key, Slot slot, Slot trial_count, std::uint32_t trials) {
  catalogue.metrics.push_back(
      {std::move(key), FigureKind::Probability, slot, trial_count, 1, false, trials});
}

void CatalogueBuilder::probability(const Figure& figure, const About& about, Slot slot,
                                   Slot trial_count, std::uint32_t trials) {
  SIM_CHECK(figure.nature == Nature::Probability);
  probability(key(figure, about), slot, trial_count, trials);
}

void CatalogueBuilder::weekly(Key key, Slot tracked, double scale, bool per_day) {
  const auto index = series_of_slot_[tracked];
  SIM_CHECK(index >= 0);
  catalogue.weekly.push_back(
      {std::move(key), static_cast<std::uint32_t>(index), std::nullopt, scale, per_day});
}

}  // namespace care
