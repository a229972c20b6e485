// SPDX-License-Identifier: Apache-2.0
#include "viz/text_table.hpp"

#include <algorithm>

namespace viz {
namespace {

constexpr std::size_t gap = 2;              ///< columns between two columns
constexpr std::size_t narrowest_text = 18;  ///< words are broken no narrower than this

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Whether the space at `i` belongs to a number: "100 000", "15 %".
bool is_in_a_number(std::string_view text, std::size_t i) {
  if (i == 0 || i + 1 >= text.size() || !is_digit(text[i - 1])) return false;
  return is_digit(text[i + 1]) || text[i + 1] == '%';
}

bool is_coloured(std::string_view text) {
  for (std::size_t at = text.find('\x1b'); at != std::string_view::npos;
       at = text.find('\x1b', at + 1)) {
    if (!style_at(text.substr(at)).empty()) return true;
  }
  return false;
}

std::size_t longest_word(std::string_view text) {
  if (is_coloured(text)) return columns_of(text);
  std::size_t longest = 0;
  for (const std::string& word : wrap_columns(text, 0)) {
    longest = std::max(longest, columns_of(word));
  }
  return longest;
}

/// A cell in lines of at most `width` columns; what has a colour is never broken.
std::vector<std::string> fold(const std::string& cell, std::size_t width) {
  if (columns_of(cell) <= width || is_coloured(cell)) return {cell};
  return wrap_columns(cell, width);
}

std::size_t total(const std::vector<std::size_t>& widths) {
  std::size_t sum = 0;
  for (const std::size_t width : widths) sum += width + gap;
  return sum - (widths.empty() ? 0 : gap);
}

}  // namespace

std::string_view style_at(std::string_view text) {
  for (const std::string_view style : {"\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[1;31m", "\x1b[32m"}) {
    if (text.starts_with(style)) return style;
  }
  return {};
}

std::size_t columns_of(std::string_view text) {
  std::size_t columns = 0;
  while (!text.empty()) {
    const std::string_view style = text.front() == '\x1b' ? style_at(text) : std::string_view();
    if (style.empty() && begins_character(text.front())) ++columns;
    text.remove_prefix(std::max<std::size_t>(style.size(), 1));
  }
  return columns;
}

std::vector<std::string> wrap_columns(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  std::string word;
  const auto flush = [&] {
    if (word.empty()) return;
    if (!lines.empty() && columns_of(lines.back()) + 1 + columns_of(word) <= width) {
      lines.back() += " " + word;
    } else {
      lines.push_back(word);
    }
    word.clear();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool breaks = (text[i] == ' ' && !is_in_a_number(text, i)) || text[i] == '\n';
    if (breaks) {
      flush();
    } else {
      word += text[i];
    }
  }
  flush();
  return lines;
}

std::string cut_columns(std::string_view text, std::size_t width) {
  if (columns_of(text) <= width) return std::string(text);
  std::string out;
  std::size_t columns = 0;
  for (const char c : text) {
    if (begins_character(c) && ++columns >= width) break;
    out += c;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out + "…";
}

bool TextTable::is_left(std::size_t column) const {
  return std::find(left_.begin(), left_.end(), column) != left_.end();
}

std::size_t TextTable::limit_of(std::size_t column) const {
  for (const auto& [limited, widest] : limits_) {
    if (limited == column) return widest;
  }
  return no_width;
}

TextTable::Columns TextTable::used_columns() const {
  Columns used;
  const std::size_t columns = rows_.empty() ? 0 : rows_.front().size();
  for (std::size_t c = 0; c < columns; ++c) {
    const auto says = [c](const auto& row) { return c < row.size() && !row[c].empty(); };
    if (rows_.size() == 1 || std::any_of(rows_.begin() + 1, rows_.end(), says)) used.push_back(c);
  }
  return used;
}

/// What the columns need: numbers whole, words up to their limit, headings whole or broken.
TextTable::Widths TextTable::widths_of(const Columns& columns, bool whole_heads) const {
  Widths widths;
  for (const std::size_t c : columns) {
    std::size_t width = 0;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      const std::string& cell = rows_[r][c];
      const std::size_t limit = is_left(c) ? std::max(limit_of(c), longest_word(cell)) : no_width;
      const bool broken = r == 0 && rows_.size() > 1 && !whole_heads;
      width = std::max(width, broken ? longest_word(cell) : std::min(columns_of(cell), limit));
    }
    widths.push_back(width);
  }
  return widths;
}

/// Breaks the widest words until the columns fit into `room`; false when they do not.
bool TextTable::shrink(const Columns& columns, Widths& widths, std::size_t room) const {
  Widths least;
  for (const std::size_t c : columns) {
    std::size_t longest = is_left(c) ? narrowest_text : no_width;
    for (const auto& row : rows_) longest = std::max(longest, longest_word(row[c]));
    least.push_back(longest);
  }
  while (total(widths) > room) {
    std::size_t widest = widths.size();
    for (std::size_t i = 0; i < widths.size(); ++i) {
      if (widths[i] <= least[i]) continue;
      if (widest == widths.size() || widths[i] > widths[widest]) widest = i;
    }
    if (widest == widths.size()) return false;
    --widths[widest];
  }
  return true;
}

/// The columns in groups that fit into `room`, each with the first column before it.
std::vector<TextTable::Columns> TextTable::blocks(const Columns& columns, const Widths& widths,
                                                  std::size_t room) const {
  std::vector<Columns> result;
  std::size_t used = room;
  for (std::size_t i = 1; i < columns.size(); ++i) {
    const std::size_t need = gap + widths[i];
    if (used + need > room) {
      result.push_back({columns.front()});
      used = widths.front();
    }
    result.back().push_back(columns[i]);
    used += need;
  }
  if (result.empty()) result.push_back(columns);
  return result;
}

std::vector<std::string> TextTable::row_lines(std::size_t row, const Columns& columns,
                                              const Widths& widths, std::size_t indent) const {
  std::vector<std::vector<std::string>> cells;
  std::size_t height = 1;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    cells.push_back(fold(rows_[row][columns[i]], widths[i]));
    height = std::max(height, cells.back().size());
  }
  std::vector<std::string> out;
  for (std::size_t l = 0; l < height; ++l) {
    std::string line(indent, ' ');
    for (std::size_t i = 0; i < columns.size(); ++i) {
      // Headings stand on the line above the figures, what is below them at the top.
      const std::size_t skipped = row == 0 ? height - cells[i].size() : 0;
      const bool there = l >= skipped && l - skipped < cells[i].size();
      const std::string text = there ? cells[i][l - skipped] : std::string();
      const std::string padding(widths[i] - std::min(widths[i], columns_of(text)), ' ');
      line += is_left(columns[i]) ? text + padding : padding + text;
      line.append(gap, ' ');
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out.push_back(std::move(line));
  }
  return out;
}

std::vector<std::string> TextTable::lines(
    std::size_t indent, std::size_t width,
    const std::function<std::string(std::string_view)>& dress_head) const {
  const Columns used = used_columns();
  const std::size_t room = width - std::min(width, indent);
  Widths widths = widths_of(used, true);
  if (total(widths) > room) widths = widths_of(used, false);
  std::vector<Columns> groups{used};
  Widths narrow = widths;
  if (!shrink(used, narrow, room)) {
    narrow.front() = widths.front();
    groups = blocks(used, narrow, room);
  }
  widths = std::move(narrow);
  std::vector<std::string> out;
  for (const Columns& columns : groups) {
    const auto says = [&](const auto& row) {
      return std::any_of(columns.begin() + 1, columns.end(),
                         [&](std::size_t c) { return !row[c].empty(); });
    };
    if (&columns != &groups.front()) out.emplace_back();
    Widths own;
    for (const std::size_t c : columns) {
      own.push_back(
          widths[static_cast<std::size_t>(std::find(used.begin(), used.end(), c) - used.begin())]);
    }
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      if (r > 0 && &columns != &groups.front() && !says(rows_[r])) continue;
      for (std::string& line : row_lines(r, columns, own, indent)) {
        out.push_back(r == 0 && dress_head ? dress_head(line) : std::move(line));
      }
    }
  }
  return out;
}

}  // namespace viz
