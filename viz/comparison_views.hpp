// SPDX-License-Identifier: Apache-2.0
#pragma once

// A comparison in words as people read it; terminal and page share these.

#include <cstddef>
#include <string>
#include <vector>

#include "experiments/comparison.hpp"
#include "viz/comparison_tables.hpp"
#include "viz/language.hpp"

namespace viz {

/// What a scenario of the comparison is called.
[[nodiscard]] std::string side_name(const care::Side& side, Lang lang);

/// What a committee asks of an alternative, in sentences: who changes owner or performer and the hours that go
/// with them, what clearly gets worse and for whom, what gets better. One sentence where nothing differs.
[[nodiscard]] std::vector<std::string> comparison_answer(const care::Comparison& comparison,
                                                         std::size_t other, Lang lang);

/// What there is to say beside that: whether anybody's journey differs, what there is more and less of, what to
/// read with care, how much is unchanged, and what pairing was worth. Nothing where nothing differs.
[[nodiscard]] std::vector<std::string> comparison_remarks(const care::Comparison& comparison,
                                                          std::size_t other, Lang lang);

/// How the money of an alternative is counted, in a sentence or two.
[[nodiscard]] std::string money_note(const care::Comparison& comparison, std::size_t other,
                                     Lang lang);

/// What a stakeholder looks at that is the same in every replication, in a sentence; "" if nothing.
[[nodiscard]] std::string unchanged_sentence(const care::StakeholderComparison& stakeholder,
                                             OfAlternative alternative, Lang lang);

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
