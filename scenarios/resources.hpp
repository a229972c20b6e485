// SPDX-License-Identifier: Apache-2.0
/// @file
/// Which settings are mere resources.
#pragma once

#include <algorithm>
#include <string_view>

#include "scenarios/scenario.hpp"

namespace scenarios {

/// Whether other settings take places of this one, which leads nowhere itself: nobody comes to it.
[[nodiscard]] inline bool is_resource(const Scenario& scenario, std::string_view id) {
  bool is_taken = false;
  for (const auto& [name, setting] : scenario.settings) {
    const bool leads_on = !setting.stay.empty() || !setting.routes.empty() ||
                          !setting.hazards.empty() || !setting.changes.empty();
    if (name == id && (leads_on || !setting.takes.empty())) return false;
    is_taken = is_taken || std::ranges::any_of(setting.takes, [&](const Taking& taking) {
                 return taking.of == id;
               });
  }
  return is_taken;
}

}  // namespace scenarios
