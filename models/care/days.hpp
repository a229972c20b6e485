// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "models/care/recording.hpp"
#include "models/measure/days.hpp"
#include "models/model.hpp"

namespace care {

/// The room that tells chosen settings day by day: /report_daily. It reads what the flow layer counts
/// anyway when the clock passes midnight; only those blocked it adds up itself, for which it follows
/// the time. Where nothing is asked for it is not called.
class Days {
 public:
  explicit Days(const Model& model)
      : plan_(&model.days()),
        blocked_ms_(plan_->settings.size()),
        before_(plan_->settings.size()) {}

  [[nodiscard]] bool follows_time() const { return !plan_->empty(); }

  template <class Simulation>
  void begin(Simulation&) {
    restart();
  }
  /// All counts begin anew then, and so does what they were before.
  template <class Simulation>
  void warm_up_ended(Simulation&, sim::Time) {
    restart();
  }

  /// What the numbers are now they have been from `from` to `to`, over midnight as well.
  template <class Simulation>
  void time_passes(Simulation& simulation, sim::Time from, sim::Time to) {
    for (; day_ < plan_->ends.size() && plan_->ends[day_] <= to; ++day_) {
      const auto end = plan_->ends[day_];
      add_blocked(simulation, end - from);
      end_day(simulation, end);
      from = end;
    }
    add_blocked(simulation, to - from);
  }

 private:
  void restart() {
    day_ = 0;
    std::ranges::fill(blocked_ms_, 0);
    std::ranges::fill(before_, DayCounts{});
  }

  template <class Simulation>
  void add_blocked(const Simulation& simulation, sim::Duration length) {
    for (std::size_t i = 0; i < blocked_ms_.size(); ++i) {
      blocked_ms_[i] += simulation.blocked(plan_->settings[i]) * length.count();
    }
  }

  template <class Simulation>
  void end_day(Simulation& simulation, sim::Time end) {
    auto& record = record_of(simulation);
    for (std::size_t i = 0; i < before_.size(); ++i) {
      const auto counts = counts_until(simulation, plan_->settings[i], blocked_ms_[i], end);
      const auto row = plan_->row(day_, i);
      for (std::size_t n = 0; n < day_numbers; ++n)
        record.total(row + n) = counts[n] - before_[i][n];
      before_[i] = counts;
    }
  }

  /// Everything counted since the measured time began, by DayNumber.
  template <class Simulation>
  [[nodiscard]] static DayCounts counts_until(const Simulation& simulation, flow::Place setting,
                                              std::int64_t blocked_ms, sim::Time end) {
    DayCounts counts{};
    const auto at = [&](DayNumber number) -> auto& {
      return counts[static_cast<std::size_t>(number)];
    };
    for (const auto profile : simulation.network().vocabulary.each_profile()) {
      const auto& cell = simulation.cell(setting, profile);
      at(DayNumber::Present) += cell.present_time.until(end, cell.present);
      at(DayNumber::Ready) += cell.ready_time.until(end, cell.ready);
      at(DayNumber::Entries) += cell.entries;
      at(DayNumber::Departures) += std::int64_t{cell.leaves} + cell.deaths;
    }
    const auto& state = simulation.setting(setting);
    at(DayNumber::Blocked) = blocked_ms;
    at(DayNumber::Queued) = state.counters.queue_time.until(end, state.queue.size());
    at(DayNumber::Occupied) = state.counters.occupied_time.until(end, state.places.occupied);
    at(DayNumber::Capacity) = state.counters.offered_until(state.places, end);
    return counts;
  }

  const DayPlan* plan_;
  std::size_t day_ = 0;                   // the measured day that goes on
  std::vector<std::int64_t> blocked_ms_;  // by DayPlan::settings, since the measured time began
  std::vector<DayCounts> before_;         // when the day began
};

}  // namespace care
