// SPDX-License-Identifier: Apache-2.0
/// @file
/// Who has summer leave when. Each person has the same number of consecutive weeks (semesterlagen
/// 1977:480, 12 §: at least four in June-August); what a scenario gives is the share of the staff
/// whose leave begins in each week, and perhaps how many must remain at work.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace care {

/// The golden ratio in 32-bit fixed point; odd, so that steps of it never come to the same place.
inline constexpr std::uint32_t golden_step = 0x9e3779b9U;

/// A permutation of 0..people-1 in which neighbours lie far apart: persons who stand side by side
/// in the rota are given leave, and vacancies, far from each other. Rank of person i among the
/// fractional parts of i times the golden ratio (Weyl's sequence).
[[nodiscard]] std::vector<std::uint32_t> spread_ranks(std::uint32_t people);

/// The week in which each person's leave begins, as an index into `weights`; empty when no weight
/// is positive. Weights need not sum to 1.
///
/// Systematic allotment: the person of rank r (see spread_ranks) has the week that holds the
/// quantile (r + offset) / people of the weights. So the number of persons who begin in a week, or
/// in any run of weeks, is the exact share rounded up or down, as by largest remainders, but a team
/// of three with equal weights is spread over the summer and not given the first three weeks.
/// `offset` in [0, 1) says where within its share each person stands: teams of one person with
/// different offsets have different weeks.
[[nodiscard]] std::vector<std::uint8_t> allot_leave(std::span<const double> weights,
                                                    std::uint32_t people, double offset);

/// The weeks of a leave plan, and how many may be away in each.
struct LeaveRoom {
  std::vector<std::uint8_t> starts;  ///< weeks in which leave may begin, ascending
  std::uint32_t weeks = 0;           ///< of each person's leave, consecutive; at least 1
  std::vector<std::uint32_t> room;   ///< by week, to that in which the last start's leave ends
};

/// The leaves that a plan has room for. The earliest start takes as many as it can, then the next: no
/// other plan has more, since a leave that is moved to an earlier start that has room frees later weeks.
[[nodiscard]] std::uint64_t most_leaves(const LeaveRoom& plan);

/// The wishes (weeks in which leave begins, from `starts`) changed so that no week has more on leave than
/// it has room for; nothing when no plan gives everybody leave.
///
/// In the order given, each has the week of the wish if that leaves room for the leave of all who come
/// after, else the nearest week that does, the earlier of two as near. Wishes that can all be had are
/// unchanged. So of all plans with room it is the one that moves the first person least, then the second,
/// and so on.
[[nodiscard]] std::optional<std::vector<std::uint8_t>> leaves_within(
    LeaveRoom plan, std::vector<std::uint8_t> wishes);

}  // namespace care
