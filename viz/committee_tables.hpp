// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a committee asks of an alternative: how much work goes where in its municipality, what gets worse and for
// whom, and what it costs. Terminal and page share these.

#include <cstddef>
#include <vector>

#include "experiments/comparison.hpp"
#include "viz/table.hpp"

namespace viz {

/// A figure that clearly gets better or worse, and by enough to matter.
struct Gain {
  const care::StakeholderFigure* figure = nullptr;
  words::Text
      whom;  ///< the stakeholder, with the municipalities where it is so if not in all; or the municipality
};

/// What gets better or worse under an alternative, what patients meet first and then by its share of the base. A figure
/// is told for everybody, or else for each municipality. Money is never better nor worse, and where an
/// alternative has fewer staff or places than the base only what patients meet can get better: what is not
/// there costs nothing and is not used.
[[nodiscard]] std::vector<Gain> gains_of(const care::Comparison& comparison, std::size_t other,
                                         care::Effect effect);

/// Whether staff at work or places are clearly fewer than in the base.
[[nodiscard]] bool has_less_supply(const care::Comparison& comparison, std::size_t other);

/// The first `most` of gains_of() with their differences.
[[nodiscard]] Table gains_table(const care::Comparison& comparison, std::size_t other,
                                care::Effect effect, std::size_t most);

/// Persons and hours that get another owner or performer: a row for everybody and for each municipality. No rows
/// where no hours do.
[[nodiscard]] Table moved_work_table(const care::Comparison& comparison, std::size_t other);

/// Costs: those for everybody or those of the municipalities, with staff that follow the work where the comparison tells
/// them so, or with staff that stay (then without rows where that is the same).
enum class Staff { Follows, Stays };
enum class Whose { Everybody, Municipalities };
[[nodiscard]] Table money_table(const care::Comparison& comparison, std::size_t other, Staff staff,
                                Whose whose);

}  // namespace viz
