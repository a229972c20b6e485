// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenarios/scenario.hpp"

namespace scenarios {

/// Hours that two parts of every day have in common, each given by its first hour (0 to 24) and its length
/// (up to 24 h); a part may go over midnight.
[[nodiscard]] double common_hours(double start_one, double hours_one, double start_other,
                                  double hours_other);

/// Share of a shift that lies in a window.
[[nodiscard]] double share_in(const Window& window, const Shift& shift);

}  // namespace scenarios
