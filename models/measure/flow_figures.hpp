// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/measure/catalogue_builder.hpp"

namespace care {

/// Figures of the flow of patients: settings, exits and moves.
void add_flow_figures(CatalogueBuilder& to);

/// Measures that the scenario defines.
void add_measures(CatalogueBuilder& to);

/// Patient-days by who owns the setting; a municipality pays for its own inhabitants.
void add_flow_ledger(CatalogueBuilder& to);

/// Counts of patients in and out, and of what must never happen.
void add_audit(CatalogueBuilder& to);

/// What people call a principal or the value of an attribute.
[[nodiscard]] scenarios::Text principal_name(const scenarios::Scenario& scenario,
                                             std::string_view id);

}  // namespace care
