// SPDX-License-Identifier: Apache-2.0
#include "models/measure/flow_figures.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "models/measure/figure_text.hpp"

namespace care {
namespace {

using Field = Tracked::Field;
using flow::SettingTotal;
using scenarios::Text;

/// Whether routes and hazards lead only out of the model, by doors that are always open, and no
/// discharge is planned: whoever is ready is gone, and weeks of waiting would be zeros that cost
/// memory.
bool leaves_at_once(const CatalogueBuilder& to, flow::Place s) {
  const auto& network = to.network();
  const auto is_way_out = [&](flow::Place place) {
    return place == flow::stays_on ||
           (network.is_exit(place) && network.move(s, place).always_open);
  };
  for (const auto profile : network.vocabulary.each_profile()) {
    for (const auto& option : network.route(s, profile).to.options) {
      if (!is_way_out(option.value)) return false;
    }
    if (!network.setting[s].has_risks) continue;
    for (const auto& option : network.risk(s, profile).causes.options) {
      if (option.value.to != flow::nowhere && !is_way_out(option.value.to)) return false;
    }
  }
  const auto& care = to.scenario().care;
  return !care ||
         std::ranges::count(care->discharge.settings, std::string_view{network.place_ids[s]}) == 0;
}

/// The figures of one setting for one group of patients; none for a group of which nobody can come
/// there.
void add_patients(CatalogueBuilder& to, flow::Place s, const CatalogueBuilder::Patients& patients) {
  const std::array places{s};
  const auto where = to.cells(places, patients.profiles);
  const bool lived_in = to.network().setting[s].residence;
  const auto at_home =
      lived_in ? to.resident_cells(places, patients.profiles) : std::vector<std::uint32_t>{};
  if (!patients.id.empty() && where.empty() && at_home.empty()) return;
  const auto present = to.track({.field = Field::PresentMs, .cells = where}, true);
  const bool may_wait = !leaves_at_once(to, s);
  const auto ready = to.track({.field = Field::ReadyMs, .cells = where}, may_wait);
  const auto entries = to.track({.field = Field::Entries, .cells = where}, true);
  const About about{.setting = to.network().place_ids[s], .municipality = patients.id};
  to.time_mean(figures::present, about, present);
  to.time_mean(figures::ready, about, ready, true);
  to.metric(to.key(figures::entries, about), entries, to.horizon(), 1 / days_per_ms);
  to.total(figures::bed_days, about, present);
  to.total(figures::ready_days, about, ready, true);
  to.weekly(to.key(figures::present, about), present, days_per_ms, true);
  if (may_wait) to.weekly(to.key(figures::ready, about), ready, days_per_ms, true);
  to.weekly(to.key(figures::entries, about), entries, 1, true);
  if (!lived_in) return;
  const auto residents = to.track({.field = Field::ResidentMs, .cells = at_home}, true);
  const auto moved_in = to.track({.field = Field::MovedIn, .cells = at_home}, true);
  to.time_mean(figures::residents, about, residents);
  to.total(figures::moved_in, about, moved_in);
  to.weekly(to.key(figures::residents, about), residents, days_per_ms, true);
  to.weekly(to.key(figures::moved_in, about), moved_in, 1, false);
}

/// How the number of places taken is distributed over the time.
void add_levels(CatalogueBuilder& to, flow::Place s) {
  const About about{.setting = to.network().place_ids[s]};
  const auto slots = to.slots(level_quantiles.size());
  to.catalogue.level_quantiles[s] = slots;
  to.total(figures::occupied_p05, about, slots);
  to.total(figures::occupied_p50, about, slots + 1);
  to.total(figures::occupied_p95, about, slots + 2);
  if (to.network().setting[s].unlimited) return;
  const auto& capacity = to.scenario().settings[sim::index(s)].second.capacity;
  if (!capacity.changes.empty()) return;
  to.catalogue.full[s] = {to.slot(), static_cast<std::uint32_t>(std::floor(capacity.normal))};
  to.metric(to.key(figures::full, about), to.catalogue.full[s].slot, to.horizon(), 100);
}

void add_queue(CatalogueBuilder& to, flow::Place s) {
  const std::vector<std::uint32_t> setting{static_cast<std::uint32_t>(s)};
  to.time_mean(figures::queue, {.setting = to.network().place_ids[s]},
               to.track({.field = Field::QueueMs, .cells = setting}, false));
}

/// Capacity and what it is used for.
void add_places_offered(CatalogueBuilder& to, flow::Place s) {
  const std::vector<std::uint32_t> setting{static_cast<std::uint32_t>(s)};
  const auto of = [&](Field field, bool weekly) {
    return to.track({.field = field, .cells = setting}, weekly);
  };
  const About about{.setting = to.network().place_ids[s]};
  const auto capacity = of(Field::CapacityMs, true);
  const auto occupied = of(Field::OccupiedMs, true);
  to.metric(to.key(figures::utilisation, about), occupied, capacity, 100);
  to.time_mean(figures::occupied, about, occupied);
  to.time_mean(figures::capacity, about, capacity);
  add_levels(to, s);
  to.total(figures::overflow, about, of(Field::OverflowMs, false), true);
  to.total(figures::closed, about, of(Field::ClosedMs, false), true);
  to.total(figures::unused, about, of(Field::UnusedMs, false), true);
  if (!to.network().setting[s].resource) add_queue(to, s);
  to.weekly(to.key(figures::capacity, about), capacity, days_per_ms, true);
  to.weekly(to.key(figures::occupied, about), occupied, days_per_ms, true);
}

/// What is counted for the setting as a whole, patient by patient.
void add_setting_totals(CatalogueBuilder& to, flow::Place s) {
  const auto of = [&](SettingTotal total) { return to.catalogue.setting(s, total); };
  const About about{.setting = to.network().place_ids[s]};
  const auto mean = [&](const Figure& figure, SettingTotal over, SettingTotal under) {
    to.metric(to.key(figure, about), of(over), of(under), per_count(figure.unit));
  };
  mean(figures::stay, SettingTotal::StayMs, SettingTotal::Stays);
  if (to.network().setting[s].never_full()) return;
  const auto share = [&](const Figure& figure, SettingTotal over, SettingTotal under) {
    to.metric(to.key(figure, about), of(over), of(under), 100);
  };
  mean(figures::wait, SettingTotal::WaitMs, SettingTotal::Served);
  mean(figures::wait_all, SettingTotal::AskedWaitMs, SettingTotal::Asked);
  share(figures::waited, SettingTotal::Waited, SettingTotal::Served);
  share(figures::waited_all, SettingTotal::AskedWaited, SettingTotal::Asked);
  to.metric(to.key(figures::longest_wait, about), of(SettingTotal::AskedLongestMs),
            of(SettingTotal::AnyAsked), per_count(figures::longest_wait.unit));
  to.total(figures::still_waiting, about, of(SettingTotal::StillWaiting));
  mean(figures::still_waited, SettingTotal::StillWaitingMs, SettingTotal::StillWaiting);
  to.total(figures::lost, about, of(SettingTotal::Lost), true);
  to.total(figures::diverted, about, of(SettingTotal::Diverted), true);
  to.total(figures::left_queue, about, of(SettingTotal::LeftQueue), true);
  to.total(figures::evicted, about, of(SettingTotal::Evicted), true);
}

void add_exits(CatalogueBuilder& to) {
  const auto& network = to.network();
  for (const auto exit : sim::ids<flow::Place>(network.settings, network.places)) {
    const std::array places{exit};
    for (const auto& patients : to.patients()) {
      const auto entries =
          to.track({.field = Field::Entries, .cells = to.cells(places, patients.profiles)});
      to.total(figures::exits, {.setting = network.place_ids[exit], .municipality = patients.id},
               entries, true);
    }
  }
}

void add_moves_from(CatalogueBuilder& to, flow::Place from, std::string_view name) {
  const auto& network = to.network();
  for (const auto into : network.place_ids.ids()) {
    to.total(figures::moves, {.setting = name, .destination = network.place_ids[into]},
             to.catalogue.first_move + network.way(from, into), true);
  }
}

/// Slots of moves, by Network::way; those that the pathway permits become figures.
void add_moves(CatalogueBuilder& to) {
  const auto& network = to.network();
  to.catalogue.first_move = to.slots(network.ways());
  for (const auto from : network.setting.ids()) add_moves_from(to, from, network.place_ids[from]);
  add_moves_from(to, flow::nowhere, "arrival");
}

void add_setting_ledger(CatalogueBuilder& to, flow::Place s) {
  const auto& scenario = to.scenario();
  // Names of their own: a lambda of C++20 takes no part of a structured binding (Clang 14).
  const auto& id = scenario.settings[sim::index(s)].first;
  const auto& setting = scenario.settings[sim::index(s)].second;
  if (setting.owner.empty()) return;
  const Text unit = words_of(Unit::PatientDays);
  const auto line = [&](std::string_view principal, std::span<const flow::Profile> profiles) {
    const std::array places{s};
    const auto days = to.track({.field = Field::PresentMs, .cells = to.cells(places, profiles)});
    to.catalogue.ledger.push_back({std::string{principal}, principal_name(scenario, principal), id,
                                   named(setting.label, id), unit, days, days_per_ms,
                                   days_per_ms * setting.cost_per_day});
  };
  const auto& patients = to.patients();
  if (setting.owner == "municipality" && patients.size() > 1) {
    for (const auto& group : patients) {
      if (group.of_first && !to.cells(std::array{s}, group.profiles).empty()) {
        line(group.id, group.profiles);
      }
    }
  } else {
    line(setting.owner, patients.front().profiles);
  }
  const std::vector<std::uint32_t> index{static_cast<std::uint32_t>(s)};
  const Text where = named(setting.label, id);
  const auto line_of_places = [&](const Figure& figure, Field field, double price) {
    if (price <= 0) return;
    const Text label = label_of(figure);
    to.catalogue.ledger.push_back({setting.owner,
                                   principal_name(scenario, setting.owner),
                                   id_of(figure, id),
                                   {label.sv + ", " + where.sv, label.en + ", " + where.en},
                                   words_of(figure.unit),
                                   to.track({.field = field, .cells = index}),
                                   days_per_ms,
                                   days_per_ms * price});
  };
  // A place that is offered costs, used or not.
  if (!to.network().setting[s].unlimited) {
    line_of_places(figures::unused, Field::UnusedMs,
                   setting.cost_per_unused_day.value_or(setting.cost_per_day));
  }
  line_of_places(figures::overflow, Field::OverflowMs, setting.when_full.cost_per_day);
}

}  // namespace

void add_flow_figures(CatalogueBuilder& to) {
  const auto& network = to.network();
  to.catalogue.settings = static_cast<std::uint32_t>(network.settings);
  to.catalogue.level_quantiles.assign(network.settings, no_slot);
  to.catalogue.full.resize(network.settings);
  to.catalogue.first_setting = to.slots(network.settings * flow::setting_totals);
  for (const auto s : network.setting.ids()) {
    if (network.setting[s].resource) {
      add_places_offered(to, s);
      continue;
    }
    for (const auto& patients : to.patients()) add_patients(to, s, patients);
    if (!network.setting[s].unlimited) {
      add_places_offered(to, s);
    } else {
      if (!network.setting[s].never_full()) add_queue(to, s);
      if (std::ranges::count(to.scenario().report_levels, network.place_ids[s]) > 0) {
        add_levels(to, s);
      }
    }
    add_setting_totals(to, s);
  }
  add_exits(to);
  add_moves(to);
}

void add_flow_ledger(CatalogueBuilder& to) {
  for (const auto s : to.network().setting.ids()) add_setting_ledger(to, s);
}

void add_audit(CatalogueBuilder& to) {
  auto& catalogue = to.catalogue;
  for (auto* each : {&catalogue.audit_flow, &catalogue.audit_places, &catalogue.audit_ledger,
                     &catalogue.audit_little, &catalogue.arrivals, &catalogue.departures,
                     &catalogue.present_start, &catalogue.present_end, &catalogue.events}) {
    *each = to.slot();
  }
  to.total(figures::arrivals, {}, catalogue.arrivals);
  to.total(figures::departures, {}, catalogue.departures);
  to.total(figures::present_end, {}, catalogue.present_end);
}

scenarios::Text principal_name(const scenarios::Scenario& scenario, std::string_view id) {
  for (const auto& [name, text] : scenario.labels) {
    if (name == id) return named(text, id);
  }
  if (scenario.care) {
    for (const auto& [name, municipality] : scenario.care->municipalities) {
      if (name == id) return named(municipality.label, id);
    }
  }
  return named({}, id);
}

}  // namespace care
