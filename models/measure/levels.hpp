// SPDX-License-Identifier: Apache-2.0
/// @file
/// Numbers of a setting that go up and down: for how long each was how high, whether, how often and how
/// long it came to a limit that the scenario states, and what it was at chosen times.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "models/flow/ids.hpp"
#include "models/measure/catalogue_builder.hpp"
#include "models/measure/outcome.hpp"
#include "models/measure/recorder.hpp"
#include "models/measure/seasons.hpp"
#include "scenarios/scenario.hpp"
#include "sim/time.hpp"

namespace care {

/// A number that is told as quantiles over time.
struct LevelPlan {
  flow::Place setting = flow::nowhere;
  scenarios::Level count = scenarios::Level::Queued;
  Slot first_quantile = no_slot;  ///< see level_quantiles
  Slot sum_ms = no_slot;          ///< the number times ms, where nobody else counts it
};

/// A limit, where it is judged, and what becomes of it; the totals are sums over its seasons.
struct LimitPlan {
  flow::Place setting = flow::nowhere;
  scenarios::Level count = scenarios::Level::Occupied;
  std::int64_t at_least = 0;              ///< 0: all places offered at the moment, and at least one
  Seasons seasons;                        ///< with `weeks`; else one that is the whole run
  std::vector<std::int32_t> season_at{};  ///< by measured week, or -1
  Slot any = no_slot;                     ///< seasons in which it was reached
  Slot days = no_slot;                    ///< days on which it was reached
  Slot reached_ms = no_slot, episodes = no_slot;
  Slot longest_ms = no_slot;  ///< the longest episode of each season
};

/// All that is watched of numbers through time. Empty where the scenario asks for nothing.
struct LevelPlans {
  std::vector<LevelPlan> levels;
  std::vector<LimitPlan> limits;
  std::vector<sim::Time> moments;  ///< at which the state of every setting is told, increasing
  Slot first_state = no_slot;      ///< moment x setting x scenarios::Level

  /// Of the settings of /report_changes the strikes of the first row of hazards and then changes, no_slot
  /// of the others. Without such settings empty.
  sim::Table<flow::Place, Slot> first_strike;

  [[nodiscard]] bool empty() const {
    return levels.empty() && limits.empty() && moments.empty() && first_strike.empty();
  }
  /// Where a number of a setting at a moment lies; there are so many settings.
  [[nodiscard]] Slot state(std::size_t moment, flow::Place setting, std::size_t settings,
                           scenarios::Level count) const {
    return first_state + ((moment * settings + sim::index(setting)) * scenarios::levels +
                          static_cast<std::size_t>(count));
  }
};

/// Compiles /limits, /report_levels, /report_changes and /report_at and adds figures of all but the last. Those of a limit stand in the group of
/// measures: <name> the risk, <name>.days, .hours, .episodes, .longest.
[[nodiscard]] LevelPlans add_level_figures(CatalogueBuilder& to);

/// Writes the quantiles of a number from the time at each level, ms.
void record_levels(const LevelPlan& plan, std::span<const std::int64_t> at_level_ms,
                   std::int64_t horizon_ms, Recorder& record);

/// One limit in a replication.
class LimitWatch {
 public:
  explicit LimitWatch(const LimitPlan& plan) : plan_(&plan) {}

  /// Forgets what was before.
  void restart() { *this = LimitWatch(*plan_); }
  /// From `from` to `to`, which lie in the measured week `week`, the number was `level`; `offered`
  /// places were there.
  void hold(std::int64_t level, std::int64_t offered, sim::Time from, sim::Time to,
            std::size_t week, Recorder& record);

 private:
  const LimitPlan* plan_;
  std::int32_t season_ = -1;  // the last in which it was reached
  bool reached_ = false;
  sim::Duration length_{}, longest_{};  // of the present episode; of those of the season
  sim::Date first_uncounted_{};         // the first day after those that have been counted
};

}  // namespace care
