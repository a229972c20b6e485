// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "scenarios/scenario.hpp"

namespace care {

/// What a figure is about. Dimensions that do not apply are empty.
struct Key {
  std::string
      id;  ///< unique and stable, e.g. "present.hospital.halmstad", "missed_must.nurse.laholm"
  std::string group;     ///< flow, move, staff, shortage, measure, ledger
  std::string quantity;  ///< e.g. present, ready, entries, wait, utilisation, due, available, any
  std::string setting;   ///< setting id (for moves: from)
  std::string destination;   ///< setting or exit id (moves, exits)
  std::string municipality;  ///< attribute value of report_by
  std::string role;          ///< staff role
  std::string party;         ///< who answers (region, municipality, both, …) or who performs
  scenarios::Text label;     ///< name of the quantity, without the dimensions
  scenarios::Text unit;
  int decimals = 1;  ///< for display only
};

/// How replication values become an estimate: a mean, or the share of replications in which an event
/// happened.
enum class FigureKind { Mean, Probability };

}  // namespace care
