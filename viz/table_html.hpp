// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "viz/table.hpp"
#include "words/language.hpp"

namespace viz {

/// A column of pictures in a table of a page.
struct Pictures {
  std::size_t before = 0;          ///< the column that it stands before
  std::string heading;             ///< HTML
  std::vector<std::string> cells;  ///< HTML, row by row
};

/// The table in HTML; "" without rows. The first cell of each row is its heading, columns without
/// any content are left out, chances have the colour of their step.
[[nodiscard]] std::string table_html(const Table& table, words::Lang lang,
                                     std::string_view css_class = {},
                                     const Pictures& pictures = {});

}  // namespace viz
