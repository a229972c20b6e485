// SPDX-License-Identifier: Apache-2.0
#pragma once

// The tables of a comparison for people: one function for each, whoever shows it. They refer to the
// comparison that they are made from. A table without anything to say has no rows.
//
// The first cell of a row is the figure's name; all others are Changes, of one or of each alternative.

#include <cstddef>
#include <optional>
#include <vector>

#include "experiments/comparison.hpp"
#include "viz/table.hpp"

namespace viz {

/// The alternative that a table is about; none = all of them, side by side.
using OfAlternative = std::optional<std::size_t>;
inline constexpr OfAlternative all_alternatives{};

/// Whether every figure under an alternative is the base's in every replication: it is told in a line, and has no
/// place in tables.
[[nodiscard]] bool equals_base(const care::Comparison& comparison, std::size_t other);

/// Which figures of a stakeholder: those for everybody, or those of a municipality.
enum class Extent { Whole, Municipalities };

/// The scenario's own measures that are not equal in every replication.
[[nodiscard]] Table changed_measures_table(const care::Comparison& comparison,
                                           OfAlternative alternative);

/// Shifts of one kind whose risk, missed visits or load in the season clearly differ.
[[nodiscard]] Table changed_shifts_table(const care::Comparison& comparison,
                                         OfAlternative alternative);

/// What a stakeholder looks at that is not equal in every replication.
[[nodiscard]] Table changed_figures_table(const care::Comparison& comparison,
                                          const care::StakeholderComparison& stakeholder,
                                          Extent extent, OfAlternative alternative);

/// What a stakeholder looks at, for everybody, that is equal in every replication.
[[nodiscard]] std::vector<const care::FigureComparison*> unchanged_figures(
    const care::StakeholderComparison& stakeholder, OfAlternative alternative);

}  // namespace viz
