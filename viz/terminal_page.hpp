// SPDX-License-Identifier: Apache-2.0
#pragma once

// What summaries for the terminal are written on. Internal to them.

#include <string>
#include <string_view>
#include <utility>

#include "viz/language.hpp"
#include "viz/text_table.hpp"
#include "words/catalog.hpp"
#include "words/visible.hpp"

namespace viz {

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
  void heading(std::string_view key) { heading_text(say(lang_, key)); }
  void heading_text(std::string_view text) {
    line();
    for (const std::string& part : wrap_columns(text, page_width)) line(bold(part));
  }
  void paragraph(std::string_view text, std::size_t indent) {
    for (const std::string& part : wrap_columns(text, page_width - indent)) {
      line(std::string(indent, ' ') + part);
    }
  }
  /// First row as a faint heading.
  void table(const TextTable& table) {
    const auto head = [this](std::string_view row) { return faint(row); };
    for (const std::string& row : table.lines(2, page_width, head)) line(row);
  }
  /// How many rows were left out, if any.
  void more(std::string_view key, std::size_t left_out) {
    if (left_out > 0) line("  " + faint(say(lang_, key, {{"n", std::to_string(left_out)}})));
  }
  [[nodiscard]] std::string finish() { return std::move(out_); }

 private:
  [[nodiscard]] std::string styled(std::string_view code, std::string_view text) const {
    std::string shown = words::visible_line(text);
    if (!colour_) return shown;
    return "\x1b[" + std::string(code) + "m" + shown + "\x1b[0m";
  }

  std::string out_;
  Lang lang_;
  bool colour_;
};

}  // namespace viz
