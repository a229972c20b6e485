// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "models/care/recording.hpp"
#include "models/flow/patient_table.hpp"
#include "models/measure/passages.hpp"
#include "models/model.hpp"

namespace care {

/// The room that times patients between two points of the pathway: /passages. It is on every patient's way:
/// where nobody is timed, a look at one flag is all that it costs.
class Passages {
 public:
  explicit Passages(const Model& model)
      : times_(!model.passages().empty()), plans_(&model.passages()), lengths_(plans_->size()) {}

  template <class Simulation>
  void begin(Simulation&) {
    clocks_.clear();
    forget();
  }

  template <class Simulation>
  void arrived(Simulation& simulation, flow::PatientSlot slot, sim::Time now) {
    if (times_) start(simulation, slot, PassagePlan::From::Arrival, flow::nowhere, now);
  }

  template <class Simulation>
  void entered(Simulation& simulation, flow::PatientSlot slot, sim::Time now) {
    if (!times_) return;
    const auto& p = simulation.patient(slot);
    stop(simulation, slot, p.at, now);
    // When those of the census came to where they are is not known.
    if (now == simulation.network().start && is_of_census(simulation.network(), p)) return;
    start(simulation, slot, PassagePlan::From::Entered, p.at, now);
  }

  template <class Simulation>
  sim::Duration preparation(Simulation& simulation, flow::PatientSlot slot, sim::Time now) {
    if (times_) start(simulation, slot, PassagePlan::From::Ready, simulation.patient(slot).at, now);
    return {};
  }

  template <class Simulation>
  void left(Simulation& simulation, flow::PatientSlot slot, flow::Place, sim::Time now) {
    if (times_) start(simulation, slot, PassagePlan::From::Left, simulation.patient(slot).at, now);
  }

  template <class Simulation>
  void departed(Simulation& simulation, flow::PatientSlot slot, flow::Place exit, sim::Time now) {
    if (times_) stop(simulation, slot, exit, now);
  }

  template <class Simulation>
  void warm_up_ended(Simulation&, sim::Time) {
    forget();
  }

  template <class Simulation>
  void finish(Simulation& simulation) {
    auto& record = record_of(simulation);
    for (std::size_t i = 0; i < plans_->size(); ++i) {
      record_lengths((*plans_)[i], lengths_[i], record);
    }
    if (!times_) return;
    for (const auto slot : clocks_.slots()) {
      const auto& p = simulation.patient(slot);
      const Clocks* const clocks = p.phase == flow::Phase::Free ? nullptr : clocks_.find(slot, p);
      for (std::size_t i = 0; clocks != nullptr && i < plans_->size(); ++i) {
        if (clocks->since[i] != stopped) ++record.total((*plans_)[i].under_way);
      }
    }
  }

 private:
  static constexpr sim::Time stopped = sim::Time::min();

  /// Since when each clock of a patient runs.
  struct Clocks {
    std::array<sim::Time, scenarios::most_passages> since = [] {
      std::array<sim::Time, scenarios::most_passages> all{};
      all.fill(stopped);
      return all;
    }();
  };

  void forget() {
    for (auto& lengths : lengths_) lengths.clear();
  }

  static bool is_of_census(const flow::Network& network, const flow::Patient& p) {
    return std::ranges::any_of(network.census,
                               [&](const auto& row) { return row.family == p.family; });
  }

  template <class Simulation>
  [[gnu::noinline]] void start(Simulation& simulation, flow::PatientSlot slot,
                               PassagePlan::From from, flow::Place place, sim::Time now) {
    for (std::size_t i = 0; i < plans_->size(); ++i) {
      const auto& plan = (*plans_)[i];
      const auto& p = simulation.patient(slot);
      const bool here = from == PassagePlan::From::Arrival || plan.from[place];
      if (plan.start != from || !here || !plan.concerns[p.profile]) continue;
      auto& since = clocks_.of(slot, p).since[i];
      if (since == stopped) since = now;
    }
  }

  template <class Simulation>
  [[gnu::noinline]] void stop(Simulation& simulation, flow::PatientSlot slot, flow::Place place,
                              sim::Time now) {
    Clocks* const clocks = clocks_.find(slot, simulation.patient(slot));
    for (std::size_t i = 0; clocks != nullptr && i < plans_->size(); ++i) {
      if (clocks->since[i] == stopped || !(*plans_)[i].to[place]) continue;
      lengths_[i].push_back((now - clocks->since[i]).count());
      clocks->since[i] = stopped;
    }
  }

  bool times_;
  const std::vector<PassagePlan>* plans_;
  std::vector<std::vector<std::int64_t>> lengths_;  // in ms, of passages that have ended
  flow::PatientTable<Clocks> clocks_;
};

}  // namespace care
