// SPDX-License-Identifier: Apache-2.0
/// @file
/// Tables of docs/validation.md.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace theory {

/// Characters of a UTF-8 text.
[[nodiscard]] inline std::size_t width(const std::string& text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) >> 6) != 2; }));
}

/// A Markdown table whose columns are aligned in the source, too. The first row is the head; from
/// column `numbers` on cells are set to the right, except in the last column.
[[nodiscard]] inline std::string table(const std::vector<std::vector<std::string>>& rows,
                                       std::size_t numbers) {
  const auto columns = rows.front().size();
  std::vector<std::size_t> widest(columns, 3);
  for (const auto& row : rows) {
    for (std::size_t c = 0; c < columns; ++c) widest[c] = std::max(widest[c], width(row[c]));
  }
  const auto is_number = [&](std::size_t c) { return c >= numbers && c + 1 < columns; };
  std::string text;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (std::size_t c = 0; c < columns; ++c) {
      const std::string space(widest[c] - width(rows[r][c]), ' ');
      text += is_number(c) ? "| " + space + rows[r][c] + " " : "| " + rows[r][c] + space + " ";
    }
    text += "|\n";
    if (r > 0) continue;
    for (std::size_t c = 0; c < columns; ++c) {
      text += "|" + std::string(widest[c] + 1, '-') + (is_number(c) ? ":" : "-");
    }
    text += "|\n";
  }
  return text;
}

/// Decimals that show two digits of a standard error; the same on every machine.
[[nodiscard]] inline int decimals(double standard_error) {
  const double digits = 1 - std::floor(std::log10(standard_error));
  return static_cast<int>(std::clamp(digits, 0.0, 7.0));
}

/// Where the program is asked to leave its part of docs/validation.md: the environment variable
/// TROSKEL_LADDER, null if it is not set.
[[nodiscard]] inline const char* ladder_file() { return std::getenv("TROSKEL_LADDER"); }

}  // namespace theory
