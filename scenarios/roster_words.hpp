// SPDX-License-Identifier: Apache-2.0
#pragma once

// Days and weeks as planners write them in a cell.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/civil_date.hpp"

namespace scenarios {

/// "mon", "mon-fri", "vardag", "sat sun holiday"; several with spaces, commas, semicolons or plus signs in
/// between. Swedish and English. Empty is all days, which is an empty list. Nothing, and the word that is
/// none, when one is unknown.
struct DayWords {
  std::vector<sim::DayKind> days;
  std::string_view unknown;
};
[[nodiscard]] DayWords days_in(std::string_view text);

/// Every word for a day or for several.
[[nodiscard]] std::vector<std::string> day_words();

/// "27-30" or "28": first and last ISO week, from 1 to 53; "51-2" goes over the new year.
[[nodiscard]] std::optional<std::array<int, 2>> weeks_in(std::string_view text);

/// Several of them, as days_in has it; "none" or "ingen" is an empty list.
[[nodiscard]] std::optional<std::vector<std::array<int, 2>>> leave_in(std::string_view text);

/// "true", "yes", "ja", "x", "1"; "false", "no", "nej", "0" or nothing.
[[nodiscard]] std::optional<bool> truth_in(std::string_view text);

}  // namespace scenarios
