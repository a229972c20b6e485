// SPDX-License-Identifier: Apache-2.0
/// @file
/// Why patients whose stay has ended are still there: what blocks their way, day by day.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "models/discharge/sharing.hpp"
#include "models/flow/ids.hpp"
#include "models/measure/figure.hpp"
#include "models/measure/outcome.hpp"
#include "scenarios/scenario.hpp"

namespace care {

namespace figures {

/// By setting with tasks of discharge and cause: together they are `ready_days` of the setting, to the millisecond.
inline constexpr Figure ready_days_by_cause{"ready_days_by_cause", Group::Flow, Unit::PatientDays,
                                            Nature::Amount, 0};

inline constexpr auto of_discharge = std::to_array<const Figure*>({&ready_days_by_cause});

}  // namespace figures

/// Where the days of each cause are counted.
struct BlockedPlan {
  std::uint32_t tasks = 0;
  std::uint32_t causes = 0;             ///< 0: nothing is counted
  sim::Table<flow::Place, Slot> first;  ///< by setting: of its causes, or no_slot
  Slot audit = no_slot;                 ///< settings in which they do not add up

  [[nodiscard]] Cause talks() const { return tasks; }
  [[nodiscard]] Cause way() const { return tasks + 1; }
  [[nodiscard]] Cause place(flow::Place setting) const {
    return tasks + 2 + static_cast<std::uint32_t>(sim::index(setting));
  }
  /// The row that a setting's days go to; Precondition: it has one.
  [[nodiscard]] bool counts(flow::Place setting) const {
    return causes > 0 && first.contains(setting) && first[setting] != no_slot;
  }
};

/// What a cause of Key::cause is called: "task.<name>", "talks", "way" or "place.<setting>".
[[nodiscard]] scenarios::Text name_of_cause(const scenarios::Scenario& scenario,
                                            std::string_view cause);

class CatalogueBuilder;

/// Lays out the days of each cause, and the figures made of them.
[[nodiscard]] BlockedPlan add_blocked_days(CatalogueBuilder& to,
                                           const scenarios::Discharge& discharge);

}  // namespace care
