// SPDX-License-Identifier: Apache-2.0
/// @file
/// Who has summer leave when. Each person has the same number of consecutive weeks (semesterlagen
/// 1977:480, 12 §: at least four in June-August); what a scenario gives is the share of the staff
/// whose leave begins in each week.
#pragma once

#include <cstdint>
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

}  // namespace care
