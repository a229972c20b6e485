// SPDX-License-Identifier: Apache-2.0
/// @file
/// Windows: parts of a shift in which some visits must be given.
#pragma once

#include <cstdint>

#include "models/staffing/competences.hpp"
#include "scenarios/scenario.hpp"

namespace care {

/// Number of a window of the scenario, in its order.
using Window = std::uint8_t;
static_assert(scenarios::most_windows <= 16);

/// Of a visit that may be given in any part of its shift.
inline constexpr Window any_time = 0xff;

/// What visits ask for, as bits: competences lowest, then windows, then somebody of another role, and somebody
/// for the whole shift.
using Asks = std::uint64_t;
inline constexpr Asks company_bit = Asks{1} << 32U;
inline constexpr Asks presence_bit = Asks{1} << 33U;

[[nodiscard]] constexpr Asks window_bit(Window window) { return Asks{1} << (16U + window); }
[[nodiscard]] constexpr Competences asked_competences(Asks asks) {
  return static_cast<Competences>(asks & every_competence);
}
[[nodiscard]] constexpr bool asks_for_windows(Asks asks) { return (asks >> 16U & 0xffffU) != 0; }
[[nodiscard]] constexpr bool asks_for_company(Asks asks) { return (asks & company_bit) != 0; }
[[nodiscard]] constexpr bool asks_for_presence(Asks asks) { return (asks & presence_bit) != 0; }

/// Whether visits of one home, of these windows, can be given on one trip: in the same window, or one of
/// them at any time.
[[nodiscard]] constexpr bool go_together(Window one, Window other) {
  return one == other || one == any_time || other == any_time;
}

}  // namespace care
