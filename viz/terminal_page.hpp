// SPDX-License-Identifier: Apache-2.0
#pragma once

// What summaries for the terminal are written on. Internal to them.

#include <string>
#include <string_view>
#include <utility>

#include "viz/language.hpp"
#include "viz/text_table.hpp"
#include "words/catalog.hpp"

namespace viz {

/// Columns of a summary.
inline constexpr std::size_t page_width = 92;

/// A summary for the terminal under construction, with its styles.
class Page {
 public:
  Page(Lang lang, bool colour) : lang_(lang), colour_(colour) {}

  [[nodiscard]] Lang lang() const { return lang_; }
  [[nodiscard]] std::string bold(std::string_view text) const { return styled("1", text); }
  [[nodiscard]] std::string faint(std::string_view text) const { return styled("2", text); }
  [[nodiscard]] std::string red(std::string_view text) const { return styled("1;31", text); }
  [[nodiscard]] std::string green(std::string_view text) const { return styled("32", text); }

  void line(std::string_view text = {}) {
    out_ += text;
    out_ += '\n';
  }
  void heading(std::string_view key) {
    line();
    line(bold(say(lang_, key)));
  }
  void paragraph(std::string_view text, std::size_t indent) {
    for (const std::string& part : wrap_columns(text, page_width - indent)) {
      line(std::string(indent, ' ') + part);
    }
  }
  /// First row as a faint heading.
  void table(const TextTable& table) {
    bool first = true;
    for (const std::string& row : table.lines(2)) {
      line(first ? faint(row) : row);
      first = false;
    }
  }
  /// How many rows were left out, if any.
  void more(std::string_view key, std::size_t left_out) {
    if (left_out > 0) line("  " + faint(say(lang_, key, {{"n", std::to_string(left_out)}})));
  }
  [[nodiscard]] std::string finish() { return std::move(out_); }

 private:
  [[nodiscard]] std::string styled(std::string_view code, std::string_view text) const {
    if (!colour_) return std::string(text);
    return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
  }

  std::string out_;
  Lang lang_;
  bool colour_;
};

}  // namespace viz
