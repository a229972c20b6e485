// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "models/measure/audit.hpp"
#include "models/measure/recorder.hpp"
#include "models/model.hpp"

namespace care {

/// The room that keeps the record of a replication; others write in it what they count. The first
/// of every list: at the end the flow layer's counts are read before anybody draws conclusions.
class Recording {
 public:
  explicit Recording(const Model& model)
      : model_(&model), recorder_(model.catalogue(), model.network().vocabulary.profiles()) {}

  /// To be called before every run.
  void record_to(Outcome& outcome) { recorder_.begin(outcome); }
  [[nodiscard]] Recorder& recorder() { return recorder_; }

  template <class Simulation>
  void warm_up_ended(Simulation&, sim::Time) {
    recorder_.restart();
  }
  template <class Simulation>
  void snapshot(Simulation& simulation, std::uint32_t, sim::Time now) {
    recorder_.end_week(simulation, now);
  }
  template <class Simulation>
  void finish(const Simulation& simulation) {
    recorder_.finish(simulation);
    audit(simulation, model_->catalogue(), recorder_);
  }

 private:
  const Model* model_;
  Recorder recorder_;
};

/// The record of the simulation that a room is in.
template <class Simulation>
[[nodiscard]] Recorder& record_of(Simulation& simulation) {
  return simulation.extension().template room<Recording>().recorder();
}

}  // namespace care
