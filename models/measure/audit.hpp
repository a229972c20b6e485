// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/flow/network.hpp"
#include "models/measure/catalogue.hpp"
#include "models/measure/recorder.hpp"

namespace care {

/// Checks what must hold in every replication, whatever the scenario; violations are counted in
/// audit slots.
///   flow      present at the start + arrivals = departures + present at the end, per profile too
///   places    patients in a setting never exceed its occupied places; where nothing is held they
///             are the same
///   ledger    patient-days by profile add up to patient-days of the setting
///   little    L = lambda W (Little 1961) to the millisecond: patient-days are the stays that ended
///             and what those present at the end have spent, less what those present at the start
///             had spent before
template <class Simulation>
void audit(const Simulation& simulation, const Catalogue& catalogue, Recorder& recorder) {
  const auto& network = simulation.network();
  std::int64_t present = 0;
  for (const auto place : network.setting.ids()) {
    const auto& setting = simulation.setting(place);
    std::int64_t here = 0, present_ms = 0, ready_ms = 0;
    for (const auto profile : network.vocabulary.each_profile()) {
      const auto& cell = simulation.cell(place, profile);
      here += cell.present;
      present_ms += cell.present_ms;
      ready_ms += cell.ready_ms;
      if (cell.present < 0 || cell.ready < 0 || cell.ready > cell.present) {
        ++recorder.total(catalogue.audit_places);
      }
    }
    present += here;
    if (here > setting.places.occupied || present_ms > setting.counters.occupied_ms) {
      ++recorder.total(catalogue.audit_places);
    }
    const bool exact = !network.holds_places(place);
    if (exact && (here != setting.places.occupied || present_ms != setting.counters.occupied_ms)) {
      ++recorder.total(catalogue.audit_places);
    }
    if (ready_ms > present_ms) ++recorder.total(catalogue.audit_ledger);
    const auto& counters = setting.counters;
    const auto stays_ms =
        counters.stay_ms - counters.stay_before_ms + simulation.spent_ms(place, network.end);
    if (present_ms != stays_ms) ++recorder.total(catalogue.audit_little);
  }
  const auto balance = std::int64_t{simulation.present_at_start()} + simulation.arrivals() -
                       simulation.departures() - simulation.present();
  if (balance != 0 || present + simulation.in_no_place() != simulation.present()) {
    ++recorder.total(catalogue.audit_flow);
  }
  recorder.total(catalogue.arrivals) = simulation.arrivals();
  recorder.total(catalogue.departures) = simulation.departures();
  recorder.total(catalogue.present_start) = simulation.present_at_start();
  recorder.total(catalogue.present_end) = simulation.present();
  recorder.total(catalogue.events) = static_cast<std::int64_t>(simulation.events_handled());
}

}  // namespace care
