// SPDX-License-Identifier: Apache-2.0
#include "models/staffing/leave_plan.hpp"

#include <algorithm>
#include <numeric>

#include "sim/check.hpp"

namespace care {

std::vector<std::uint32_t> spread_ranks(std::uint32_t people) {
  const auto position = [](std::uint32_t person) { return person * golden_step; };
  std::vector<std::uint32_t> in_order(people);
  std::iota(in_order.begin(), in_order.end(), 0U);
  std::sort(in_order.begin(), in_order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return position(a) < position(b); });
  std::vector<std::uint32_t> rank(people);
  for (std::uint32_t r = 0; r < people; ++r) rank[in_order[r]] = r;
  return rank;
}

std::vector<std::uint8_t> allot_leave(std::span<const double> weights, std::uint32_t people,
                                      double offset) {
  const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
  if (!(total > 0)) return {};
  SIM_CHECK(weights.size() <= 53);
  const std::vector<std::uint32_t> ranks = spread_ranks(people);
  std::vector<std::uint8_t> start(people);
  for (std::uint32_t person = 0; person < people; ++person) {
    // Compared as weight * people against rank: shares that divide evenly come out even.
    const double quantile = (ranks[person] + offset) * total;
    double reached = 0;
    std::size_t week = 0;
    std::size_t last = 0;
    for (; week < weights.size(); ++week) {
      if (weights[week] <= 0) continue;
      last = week;
      reached += weights[week];
      if (reached * people > quantile) break;
    }
    start[person] = static_cast<std::uint8_t>(std::min(week, last));
  }
  return start;
}

}  // namespace care
