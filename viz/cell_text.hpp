// SPDX-License-Identifier: Apache-2.0
#pragma once

// How a cell of a table is written for people: here and nowhere else.

#include <string>

#include "viz/table.hpp"
#include "words/language.hpp"

namespace viz {

enum class Medium { Page, Terminal };

/// The text of a cell; what is missing is "–" on a page and empty in a terminal.
[[nodiscard]] std::string cell_text(const Cell& cell, const Column& column, words::Lang lang,
                                    Medium medium);

/// Whether a cell says that something is good or bad, which is what colour is for.
[[nodiscard]] Verdict::Is judgement_of(const Cell& cell, const Column& column);

/// The heading of a column; "" above verdicts in a terminal, which speak for themselves.
[[nodiscard]] std::string heading_text(const Column& column, words::Lang lang, Medium medium);

/// Whether the column is shown there.
[[nodiscard]] bool is_shown(const Column& column, Medium medium);

}  // namespace viz
