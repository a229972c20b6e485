// SPDX-License-Identifier: Apache-2.0
#pragma once

// A comparison in words and figures as people read them; terminal and page share these.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "experiments/comparison.hpp"
#include "viz/language.hpp"
#include "viz/views.hpp"

namespace viz {

/// What a scenario of the comparison is called.
[[nodiscard]] std::string side_name(const care::Side& side, Lang lang);

/// A figure under the base and one alternative, as text.
struct DifferenceText {
  std::string base, other;  ///< with the decimals that suit them, without unit
  std::string difference;   ///< with its sign
  std::string interval;     ///< of the difference, with signs where a bound is negative
  std::string half_width;   ///< half of that
  std::string unit;         ///< "" for none, with the space before it
};

/// Precondition: the figure has a difference there.
[[nodiscard]] DifferenceText difference_text(const care::FigureComparison& figure,
                                             std::size_t other, Lang lang);

/// "bättre", "no clear difference".
[[nodiscard]] std::string_view effect_word(care::Effect effect, Lang lang);

/// What there is to say of an alternative, in sentences: whether anybody's journey differs, what is
/// clearly better and worse, how much is unchanged, and what pairing was worth.
[[nodiscard]] std::vector<std::string> comparison_answer(const care::Comparison& comparison,
                                                         std::size_t other, Lang lang);

/// The scenario's own measures that are not equal in every replication of some alternative.
[[nodiscard]] std::vector<const care::FigureComparison*> differing_measures(
    const care::Comparison& comparison);

/// How the sure are told from the unsure, in a sentence or two.
[[nodiscard]] std::string comparison_note(const care::Comparison& comparison, Lang lang);

struct ComparisonTerminal {
  Lang lang = Lang::Sv;
  bool colour = false;
  std::vector<std::string> files;  ///< as written, the folder first
  std::string reproduce;           ///< command that gives the same
};

/// The comparison for a terminal.
[[nodiscard]] std::string comparison_summary(const care::Comparison& comparison,
                                             const ComparisonTerminal& options);

}  // namespace viz
