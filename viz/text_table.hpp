// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace viz {

/// Number of columns that UTF-8 text takes on a terminal (one per character).
[[nodiscard]] std::size_t columns_of(std::string_view text);

/// Text broken at spaces into lines of at most `width` columns; an overlong word stands alone.
[[nodiscard]] std::vector<std::string> wrap_columns(std::string_view text, std::size_t width);

/// Text cut to `width` columns, with an ellipsis when something is left out.
[[nodiscard]] std::string cut_columns(std::string_view text, std::size_t width);

/// A table of text for a terminal: the first column to the left, the others to the right unless
/// said.
class TextTable {
 public:
  /// `left` columns, counted from 0, are set to the left.
  explicit TextTable(std::vector<std::size_t> left = {0}) : left_(std::move(left)) {}

  void row(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  [[nodiscard]] bool empty() const { return rows_.empty(); }

  /// Lines with `indent` spaces before and two between columns. Columns that are empty everywhere
  /// but in the first row are left out.
  [[nodiscard]] std::vector<std::string> lines(std::size_t indent) const;

 private:
  std::vector<std::vector<std::string>> rows_;
  std::vector<std::size_t> left_;
};

}  // namespace viz
