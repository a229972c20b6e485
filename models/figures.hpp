// SPDX-License-Identifier: Apache-2.0
/// @file
/// All figures of a model: those that each part of the house declares, and where they are counted.
#pragma once

#include <string_view>
#include <vector>

#include "models/care/blocking.hpp"
#include "models/flow/figures.hpp"
#include "models/measure/catalogue.hpp"
#include "models/measure/days.hpp"
#include "models/measure/levels.hpp"
#include "models/measure/passages.hpp"
#include "models/rules/figures.hpp"
#include "models/staffing/figures.hpp"

namespace care {

namespace figures {

// What the ledger says of a principal and an item.
inline constexpr Figure quantity{"quantity", Group::Ledger, Unit::None};  ///< in the row's unit
inline constexpr Figure kronor{"kronor", Group::Ledger, Unit::Kronor};

}  // namespace figures

/// Every figure there is; ids are unique.
[[nodiscard]] const std::vector<const Figure*>& all_figures();

/// The figure that a key of results is of; nullptr for what a scenario defines.
[[nodiscard]] const Figure* figure_of(const Key& key);

/// Where everything is counted in an Outcome.
struct Counted {
  Catalogue catalogue;
  StaffSlots staff;  ///< empty without care
  std::vector<PassagePlan> passages;
  LevelPlans levels;
  DayPlan days;
  BlockedPlan blocked;
  /// With responsibility: person-milliseconds by patient case (CaseBook).
  Slot first_case = no_slot;
};

class Model;

/// Lays out everything that is counted for a scenario: all of the model but this is there.
[[nodiscard]] Counted lay_out_counts(const Model& model);

}  // namespace care
