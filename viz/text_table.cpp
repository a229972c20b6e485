// SPDX-License-Identifier: Apache-2.0
#include "viz/text_table.hpp"

#include <algorithm>

namespace viz {
namespace {

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

}  // namespace

std::size_t columns_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_character));
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
  for (const char c : text) {
    if (c == ' ' || c == '\n') {
      flush();
    } else {
      word += c;
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

std::vector<std::string> TextTable::lines(std::size_t indent) const {
  std::vector<std::size_t> widths;
  std::vector<bool> used;
  for (std::size_t r = 0; r < rows_.size(); ++r) {
    for (std::size_t c = 0; c < rows_[r].size(); ++c) {
      if (widths.size() <= c) {
        widths.push_back(0);
        used.push_back(false);
      }
      widths[c] = std::max(widths[c], columns_of(rows_[r][c]));
      if (r > 0 && !rows_[r][c].empty()) used[c] = true;
    }
  }
  std::vector<std::string> out;
  for (const auto& row : rows_) {
    std::string line(indent, ' ');
    for (std::size_t c = 0; c < row.size(); ++c) {
      if (!used[c] && rows_.size() > 1) continue;
      const std::string padding(widths[c] - columns_of(row[c]), ' ');
      const bool left = std::find(left_.begin(), left_.end(), c) != left_.end();
      line += left ? row[c] + padding : padding + row[c];
      line += "  ";
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out.push_back(std::move(line));
  }
  return out;
}

}  // namespace viz
