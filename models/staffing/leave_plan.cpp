// SPDX-License-Identifier: Apache-2.0
#include "models/staffing/leave_plan.hpp"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <utility>

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

namespace {

/// Those who may be on leave in all the weeks of a leave from `start`.
std::uint32_t room_from(const LeaveRoom& plan, std::size_t start) {
  const auto first = plan.room.begin() + static_cast<std::ptrdiff_t>(start);
  return *std::min_element(first, first + plan.weeks);
}

void take(LeaveRoom& plan, std::size_t start, std::uint32_t leaves) {
  for (std::size_t w = start; w < start + plan.weeks; ++w) plan.room[w] -= leaves;
}

/// The starts from the one nearest to a wish on, the earlier of two as near first.
std::vector<std::uint8_t> nearest_first(std::vector<std::uint8_t> starts, std::uint8_t wish) {
  std::ranges::stable_sort(starts, std::ranges::less{},
                           [wish](std::uint8_t start) { return std::abs(start - wish); });
  return starts;
}

bool have_room(LeaveRoom plan, std::span<const std::uint8_t> leaves) {
  for (const std::uint8_t start : leaves) {
    if (room_from(plan, start) == 0) return false;
    take(plan, start, 1);
  }
  return true;
}

}  // namespace

std::uint64_t most_leaves(const LeaveRoom& plan) {
  LeaveRoom left = plan;
  std::uint64_t leaves = 0;
  for (const std::uint8_t start : left.starts) {
    const std::uint32_t more = room_from(left, start);
    take(left, start, more);
    leaves += more;
  }
  return leaves;
}

std::optional<std::vector<std::uint8_t>> leaves_within(LeaveRoom plan,
                                                       std::vector<std::uint8_t> wishes) {
  SIM_CHECK(plan.weeks > 0);
  if (have_room(plan, wishes)) return wishes;
  if (most_leaves(plan) < wishes.size()) return std::nullopt;
  for (std::size_t person = 0; person < wishes.size(); ++person) {
    const std::size_t after = wishes.size() - person - 1;
    bool found = false;
    for (const std::uint8_t start : nearest_first(plan.starts, wishes[person])) {
      if (room_from(plan, start) == 0) continue;
      LeaveRoom left = plan;
      take(left, start, 1);
      if (most_leaves(left) < after) continue;
      plan = std::move(left);
      wishes[person] = start;
      found = true;
      break;
    }
    SIM_CHECK(found);
  }
  return wishes;
}

}  // namespace care
