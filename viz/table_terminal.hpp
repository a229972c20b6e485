// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <limits>

#include "viz/table.hpp"
#include "viz/terminal_page.hpp"
#include "viz/text_table.hpp"

namespace viz {

/// A table as a terminal shows it.
struct TerminalTable {
  TextTable text;
  std::size_t rows = 0;      ///< shown, without the heading
  std::size_t left_out = 0;  ///< rows that there were no room for
};

/// For a table that is shown whole.
inline constexpr std::size_t every_row = std::numeric_limits<std::size_t>::max();

/// At most `most` rows, the urgent ones first; verdicts in the colours of the page.
[[nodiscard]] TerminalTable terminal_table(const Page& page, const Table& table, std::size_t most);

}  // namespace viz
