// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "models/care/recording.hpp"
#include "models/flow/patient_table.hpp"
#include "models/model.hpp"

namespace care {

/// The room that counts unplanned returns: entries within a window from a live discharge.
class Readmission {
 public:
  explicit Readmission(const Model& model) : model_(&model) {}

  template <class Simulation>
  void begin(Simulation&) {
    discharges_.clear();
  }

  template <class Simulation>
  void entered(Simulation& simulation, flow::PatientSlot slot, sim::Time now) {
    const auto& p = simulation.patient(slot);
    if (p.at != model_->readmission_setting() || p.from == flow::nowhere) return;
    if (now - discharges_.of(slot, p).last <= model_->readmission_window()) {
      record_of(simulation).readmitted(p.profile);
    }
  }

  template <class Simulation>
  void left(Simulation& simulation, flow::PatientSlot slot, flow::Place destination,
            sim::Time now) {
    const auto& p = simulation.patient(slot);
    if (p.at == model_->readmission_setting() && !simulation.network().is_exit(destination)) {
      discharges_.of(slot, p).last = now;
    }
  }

 private:
  struct Discharge {
    sim::Time last = sim::Time{} - sim::forever;  ///< live, from the readmission setting
  };
  const Model* model_;
  flow::PatientTable<Discharge> discharges_;
};

}  // namespace care
