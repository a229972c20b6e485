// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "models/care/recording.hpp"
#include "models/measure/levels.hpp"
#include "models/model.hpp"

namespace care {

/// The room that watches numbers of settings through time: /limits and /report_….
/// It is asked only where the scenario has such (follows_time): what is not asked for costs nothing.
class Levels {
 public:
  explicit Levels(const Model& model)
      : plans_(&model.levels()),
        horizon_ms_(model.catalogue().horizon_ms),
        at_level_ms_(plans_->levels.size()),
        watches_(plans_->limits.begin(), plans_->limits.end()) {}

  [[nodiscard]] bool follows_time() const { return !plans_->empty(); }

  template <class Simulation>
  void begin(Simulation&) {
    restart();
  }
  /// The state at the beginning of what is measured is told here: no time has passed then.
  template <class Simulation>
  void warm_up_ended(Simulation& simulation, sim::Time now) {
    restart();
    tell_states(simulation, now);
  }

  /// What the numbers are now they have been from `from` to `to`.
  template <class Simulation>
  void time_passes(Simulation& simulation, sim::Time from, sim::Time to) {
    tell_states(simulation, to);
    for (std::size_t i = 0; i < plans_->levels.size(); ++i) {
      const auto& plan = plans_->levels[i];
      const auto level = static_cast<std::size_t>(number(simulation, plan.setting, plan.count));
      auto& ms = at_level_ms_[i];
      if (level >= ms.size()) ms.resize(level + level / 4 + 16);
      ms[level] += (to - from).count();
    }
    auto& record = record_of(simulation);
    for (std::size_t i = 0; i < plans_->limits.size(); ++i) {
      const auto& plan = plans_->limits[i];
      watches_[i].hold(number(simulation, plan.setting, plan.count),
                       simulation.setting(plan.setting).places.capacity, from, to, record.week(),
                       record);
    }
  }

  template <class Simulation>
  void risk_strikes(Simulation& simulation, flow::PatientSlot slot) {
    if (plans_->first_strike.empty()) return;
    const auto& p = simulation.patient(slot);
    const auto first = plans_->first_strike[p.at];
    if (first == no_slot) return;
    ++record_of(simulation).total(first + simulation.struck_by(p).row);
  }

  template <class Simulation>
  void finish(Simulation& simulation) {
    for (std::size_t i = 0; i < plans_->levels.size(); ++i) {
      record_levels(plans_->levels[i], at_level_ms_[i], horizon_ms_, record_of(simulation));
    }
  }

 private:
  void restart() {
    for (auto& ms : at_level_ms_) std::ranges::fill(ms, 0);
    for (auto& watch : watches_) watch.restart();
    told_ = 0;
  }

  /// The numbers as they are, at the moments up to `now` that are still to be told.
  template <class Simulation>
  void tell_states(Simulation& simulation, sim::Time now) {
    const auto& moments = plans_->moments;
    for (; told_ < moments.size() && moments[told_] <= now; ++told_) {
      const auto settings = simulation.network().settings;
      for (const auto setting : simulation.network().setting.ids()) {
        for (std::size_t i = 0; i < scenarios::levels; ++i) {
          const auto count = static_cast<scenarios::Level>(i);
          record_of(simulation).total(plans_->state(told_, setting, settings, count)) =
              number(simulation, setting, count);
        }
      }
    }
  }

  template <class Simulation>
  [[nodiscard]] static std::int64_t number(const Simulation& simulation, flow::Place setting,
                                           scenarios::Level count) {
    using scenarios::Level;
    switch (count) {
      case Level::Present:
        return sum(simulation, setting, &flow::Cell::present);
      case Level::Ready:
        return sum(simulation, setting, &flow::Cell::ready);
      case Level::Blocked:
        return simulation.blocked(setting);
      case Level::Queued:
        return simulation.setting(setting).queue.size();
      case Level::Occupied:
        return simulation.setting(setting).places.occupied;
    }
    return 0;
  }

  template <class Simulation>
  [[nodiscard]] static std::int64_t sum(const Simulation& simulation, flow::Place setting,
                                        std::int32_t flow::Cell::*number) {
    std::int64_t all = 0;
    for (const auto profile : simulation.network().vocabulary.each_profile()) {
      all += simulation.cell(setting, profile).*number;
    }
    return all;
  }

  const LevelPlans* plans_;
  std::int64_t horizon_ms_;
  std::vector<std::vector<std::int64_t>> at_level_ms_;  // by LevelPlans::levels
  std::vector<LimitWatch> watches_;
  std::size_t told_ = 0;  // moments whose state has been told
};

}  // namespace care
