// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

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

/// At most `most` rows, the urgent ones first; verdicts in the colours of the page.
[[nodiscard]] TerminalTable terminal_table(const Page& page, const Table& table, std::size_t most);

}  // namespace viz
