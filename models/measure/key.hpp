// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "models/measure/figure.hpp"
#include "scenarios/scenario.hpp"

namespace care {

/// What a figure is about. Dimensions that do not apply are empty.
struct Key {
  std::string
      id;  ///< unique and stable, e.g. "present.hospital.halmstad", "missed_must.nurse.laholm"
  std::string group;         ///< see Group, and the names beside it
  std::string quantity;      ///< Figure::id; of a scenario's measure its own
  std::string setting;       ///< setting id (for moves: from)
  std::string destination;   ///< setting or exit id (moves, exits)
  std::string municipality;  ///< attribute value of report_by
  std::string role;          ///< staff role
  std::string shift;         ///< shift id
  std::string day_type;      ///< of a shift: weekdays or weekend
  std::string party;         ///< who answers (region, municipality, both, …) or who performs
  std::string cause;         ///< what patients waited for
  scenarios::Text label;     ///< name of the quantity, without the dimensions
  scenarios::Text unit;
  int decimals = 1;  ///< for display only
};

/// How replication values become an estimate: a mean, or the share of replications in which an event
/// happened.
enum class FigureKind { Mean, Probability };

/// Whether a key is of this figure, in the figure's own group.
[[nodiscard]] inline bool is(const Key& key, const Figure& figure) {
  return key.quantity == figure.id && key.group == name_of(figure.group);
}
[[nodiscard]] inline bool is_in(const Key& key, Group group) { return key.group == name_of(group); }
/// Whether it is of a provider's team, beside the municipalities' own.
[[nodiscard]] inline bool is_of_provider(const Key& key) { return key.group == provider_group; }
/// Whether it is of a team in shifts of one kind.
[[nodiscard]] inline bool is_of_shift(const Key& key) { return key.group == shift_group; }
/// Whether it is what a scenario defines.
[[nodiscard]] inline bool is_measure(const Key& key) { return key.group == measure_group; }

/// Key::id of a figure of one setting, role or party.
[[nodiscard]] inline std::string id_of(const Figure& figure, std::string_view part) {
  return std::string{figure.id}.append(".").append(part);
}

}  // namespace care
