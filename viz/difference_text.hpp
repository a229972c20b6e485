// SPDX-License-Identifier: Apache-2.0
#pragma once

// How a figure that is compared is written for people.

#include <cstddef>
#include <string>
#include <string_view>

#include "experiments/comparison.hpp"
#include "viz/language.hpp"

namespace viz {

/// A figure under the base and one alternative, as text.
struct DifferenceText {
  std::string base, other;  ///< with the decimals that suit them, without unit
  std::string difference;   ///< with its sign
  std::string interval;     ///< of the difference, with signs where a bound is negative
  std::string half_width;   ///< half of that
  std::string unit;         ///< "" for none, with the space before it
  /// Of the difference: that of the figure, but percentage points between figures in per cent.
  std::string difference_unit;

  [[nodiscard]] bool in_points() const { return difference_unit != unit; }
};

/// In the unit that suits the largest of all alternatives, so that they can be read side by side.
/// Precondition: the figure has a difference there.
[[nodiscard]] DifferenceText difference_text(const care::FigureComparison& figure,
                                             std::size_t other, Lang lang);

/// "bättre", "no clear difference".
[[nodiscard]] std::string_view effect_word(care::Effect effect, Lang lang);

}  // namespace viz
