// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "viz/language.hpp"

namespace viz {

/// A field of a scenario file in words: "cost_per_day" becomes "kostnad per dygn", "cost per day".
/// Names that are not in the list get spaces for underscores.
[[nodiscard]] std::string field_name(std::string_view key, Lang lang);

}  // namespace viz
