// SPDX-License-Identifier: Apache-2.0
#include "models/catalogue.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "models/catalogue_builder.hpp"
#include "models/model.hpp"

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

Catalogue make_catalogue(const Model& model) {
  const auto& network = model.network();
  CatalogueBuilder builder{model};
  builder.catalogue.weeks = measured_weeks(network.measured_from, network.end);
  builder.catalogue.horizon_ms = (network.end - network.measured_from).count();
  builder.add_settings();
  builder.add_exits();
  builder.add_moves();
  if (model.has_care()) builder.add_staff();
  if (model.has_responsibility()) builder.add_responsibility();
  builder.add_measures();
  builder.add_ledger();
  builder.add_audit();
  return std::move(builder.catalogue);
}

}  // namespace care
