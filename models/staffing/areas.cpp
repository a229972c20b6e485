// SPDX-License-Identifier: Apache-2.0
#include "models/staffing/areas.hpp"

#include <algorithm>

#include "sim/check.hpp"

namespace care {

Areas::Areas(const scenarios::Care& care) {
  for (std::uint32_t m = 0; m < care.municipalities.size(); ++m) {
    const scenarios::Municipality& municipality = care.municipalities[m].second;
    first_.push_back(static_cast<Area>(count()));
    within_.push_back(sim::from_units(municipality.travel_between_minutes, sim::minute));
    double until = 0;
    for (const auto& [name, share] : municipality.areas) {
      municipality_.push_back(m);
      share_.push_back(share);
      until_.push_back(until += share);
    }
    if (!municipality.areas.empty()) continue;
    municipality_.push_back(m);
    share_.push_back(1);
    until_.push_back(1);
  }
  if (care.municipalities.empty()) {  // all live in one area, of which nobody is employed
    first_.push_back(0);
    within_.emplace_back();
    municipality_.push_back(0);
    share_.push_back(1);
    until_.push_back(1);
  }
  first_.push_back(static_cast<Area>(count()));
}

Area Areas::at(std::uint32_t municipality, double position) const {
  SIM_CHECK(municipality + std::size_t{1} < first_.size());
  Area area = first_[municipality];
  while (area + 1 < first_[municipality + 1] && until_[area] <= position) ++area;
  return area;
}

Area Areas::largest(std::uint32_t municipality) const {
  const auto first = share_.begin() + first_[municipality];
  const auto end = share_.begin() + first_[municipality + 1];
  return static_cast<Area>(std::max_element(first, end) - share_.begin());
}

}  // namespace care
