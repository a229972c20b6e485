// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>

#include "models/flow/patient_table.hpp"
#include "models/model.hpp"

namespace care {

/// The room that remembers since when each patient lives where he does: a stay at home goes on
/// through stays in hospital.
class Residence {
 public:
  explicit Residence(const Model&) {}

  template <class Simulation>
  void begin(Simulation&) {
    homes_.clear();
  }

  template <class Simulation>
  void entered(Simulation& simulation, flow::PatientSlot slot, sim::Time now) {
    const auto& p = simulation.patient(slot);
    if (p.at != p.residence) return;
    auto& home = homes_.of(slot, p);
    const bool at_start = now == simulation.network().start && p.from == flow::nowhere;
    // A census patient has lived here for long: past any taper, and enrolled already.
    if (at_start) home.since = now - std::chrono::days{1000};
    if (!at_start && p.residence_next == flow::nowhere) home.since = now;
  }

  /// When the stay began that the patient's care counts from: the one in the residence, or the
  /// present one elsewhere.
  [[nodiscard]] sim::Time stay_began(flow::PatientSlot slot, const flow::Patient& p) const {
    return p.at == p.residence ? homes_[slot].since : p.since;
  }

  /// Whether that stay begins now, with the patient's entry.
  [[nodiscard]] bool begins_stay(flow::PatientSlot slot, const flow::Patient& p,
                                 sim::Time now) const {
    return p.at != p.residence || homes_[slot].since == now;
  }

 private:
  struct Home {
    sim::Time since{};  ///< lives in the present residence since
  };
  flow::PatientTable<Home> homes_;
};

}  // namespace care
