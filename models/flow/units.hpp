// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace flow {

/// Rates and lengths as doubles are per, or in, milliseconds. A year has 365 days.
inline constexpr double ms_per_hour = 3'600'000.0;
inline constexpr double ms_per_day = 24 * ms_per_hour;
inline constexpr double ms_per_year = 365 * ms_per_day;

}  // namespace flow
