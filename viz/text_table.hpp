// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace viz {

/// Columns of everything that is laid out for a terminal: those that every terminal has.
inline constexpr std::size_t page_width = 80;

/// For a list of one line a row, however long, that programs such as grep and less take.
inline constexpr std::size_t no_width = std::numeric_limits<std::size_t>::max();

/// The style that the text begins with, of those of summaries (viz/terminal_page.hpp): the only commands
/// to a terminal that pass. Empty where it begins with none.
[[nodiscard]] std::string_view style_at(std::string_view text);

/// Number of columns that UTF-8 text takes on a terminal: one per character, none for a style.
[[nodiscard]] std::size_t columns_of(std::string_view text);

/// Text broken at spaces, but not within numbers ("100 000", "15 %"), into lines of at most `width`
/// columns; an overlong word stands alone.
[[nodiscard]] std::vector<std::string> wrap_columns(std::string_view text, std::size_t width);

/// Text cut to `width` columns, with an ellipsis when something is left out.
[[nodiscard]] std::string cut_columns(std::string_view text, std::size_t width);

/// A table of text for a terminal: the first column to the left, the others to the right unless
/// said. The first row is the heading.
class TextTable {
 public:
  /// `left` columns, counted from 0, are set to the left. They hold words, which may be broken.
  explicit TextTable(std::vector<std::size_t> left = {0}) : left_(std::move(left)) {}

  void row(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  /// Breaks the words of a column that is set to the left at `widest` columns.
  void limit(std::size_t column, std::size_t widest) { limits_.emplace_back(column, widest); }
  [[nodiscard]] bool empty() const { return rows_.empty(); }

  /// Lines of at most `width` columns with `indent` spaces before and two between columns. Columns
  /// that are empty everywhere but in the first row are left out. Where the width is too small,
  /// headings and words are broken; where that is not enough, columns go on below, with the first
  /// one again and without the rows that say nothing there. `dress_head` dresses lines of headings.
  [[nodiscard]] std::vector<std::string> lines(
      std::size_t indent, std::size_t width = page_width,
      const std::function<std::string(std::string_view)>& dress_head = {}) const;

 private:
  using Columns = std::vector<std::size_t>;
  using Widths = std::vector<std::size_t>;

  [[nodiscard]] bool is_left(std::size_t column) const;
  [[nodiscard]] std::size_t limit_of(std::size_t column) const;
  [[nodiscard]] Columns used_columns() const;
  [[nodiscard]] Widths widths_of(const Columns& columns, bool whole_heads) const;
  [[nodiscard]] bool shrink(const Columns& columns, Widths& widths, std::size_t room) const;
  [[nodiscard]] std::vector<Columns> blocks(const Columns& columns, const Widths& widths,
                                            std::size_t room) const;
  [[nodiscard]] std::vector<std::string> row_lines(std::size_t row, const Columns& columns,
                                                   const Widths& widths, std::size_t indent) const;

  std::vector<std::vector<std::string>> rows_;
  std::vector<std::size_t> left_;
  std::vector<std::pair<std::size_t, std::size_t>> limits_;
};

}  // namespace viz
