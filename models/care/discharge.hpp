// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "models/model.hpp"

namespace care {

/// The room of what must be done before a patient who is ready may leave hospital.
class Discharge {
 public:
  explicit Discharge(const Model& model) : process_(&model.discharge()) {}

  template <class Simulation>
  sim::Duration preparation(Simulation& simulation, flow::PatientSlot slot, sim::Time now) {
    const auto& p = simulation.patient(slot);
    if (!process_->applies(p.at)) return sim::Duration::zero();
    const auto leave = process_->ready_to_leave(p, now, [&](std::size_t task) {
      return simulation.stream(p, flow::Purpose::Preparation, p.occasion, task);
    });
    return leave - now;
  }

 private:
  const DischargeProcess* process_;
};

}  // namespace care
