// SPDX-License-Identifier: Apache-2.0
/// @file
/// Which pool a municipality's team is in.
#pragma once

#include <algorithm>
#include <string_view>

#include "scenarios/scenario.hpp"

namespace scenarios {

/// Whether the municipality's team of the role is in the pool.
[[nodiscard]] inline bool has_team(const Pool& pool, std::string_view municipality,
                                   std::string_view role) {
  return std::ranges::find(pool.municipalities, municipality) != pool.municipalities.end() &&
         (pool.roles.empty() || std::ranges::find(pool.roles, role) != pool.roles.end());
}

/// The pool that the municipality's team of the role is in, by place in the scenario; as many as
/// there are pools if it is in none. A checked scenario has each team in at most one.
[[nodiscard]] inline std::size_t pool_of(const Care& care, std::string_view municipality,
                                         std::string_view role) {
  const auto found = std::ranges::find_if(
      care.pools, [&](const auto& each) { return has_team(each.second, municipality, role); });
  return static_cast<std::size_t>(found - care.pools.begin());
}

}  // namespace scenarios
