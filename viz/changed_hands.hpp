// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "experiments/comparison.hpp"
#include "viz/table.hpp"

namespace viz {

/// Who changes owner or performer under an alternative: a row for each group of patients (task, and whether
/// they are children) that goes from the same hands to the same, with the mean number of persons in care at
/// home under the base, most first. No rows where nobody does, or no rules decide.
[[nodiscard]] Table changed_hands_table(const care::Comparison& comparison, std::size_t other);

}  // namespace viz
