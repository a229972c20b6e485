// SPDX-License-Identifier: Apache-2.0
#include "scenarios/csv.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "scenarios/text_file.hpp"

namespace scenarios {
namespace {

constexpr std::size_t most_issues = 50;

/// Splits the text into lines of cells. A fault is noted and the rest of its line skipped.
class CsvParser {
 public:
  CsvParser(std::string_view text, const std::string& file, std::vector<Issue>& issues)
      : text_(text), file_(file), issues_(issues) {}

  [[nodiscard]] bool at_end() const { return next_ >= text_.size(); }

  /// The cells of the next line, or nothing after a fault in it.
  std::optional<std::vector<CsvCell>> line() {
    std::vector<CsvCell> cells;
    while (true) {
      CsvCell cell{"", line_, column_};
      const bool sound = peek() == '"' ? quoted_cell(cell) : plain_cell(cell);
      if (!sound) {
        skip_line();
        return std::nullopt;
      }
      cells.push_back(std::move(cell));
      if (peek() == ',') {
        take();
      } else {
        end_line();
        return cells;
      }
    }
  }

  void report(int line, int column, words::Text expected, words::Text got) {
    if (issues_.size() >= most_issues) return;
    issues_.push_back({file_, "", std::move(expected), std::move(got), line, column});
  }

 private:
  [[nodiscard]] char peek() const { return at_end() ? '\n' : text_[next_]; }
  [[nodiscard]] bool at_line_end() const {
    return at_end() || text_[next_] == '\n' || text_.substr(next_, 2) == "\r\n";
  }

  char take() {
    const char c = text_[next_++];
    if (c == '\n') {
      ++line_;
      column_ = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
      ++column_;
    }
    return c;
  }

  bool plain_cell(CsvCell& cell) {
    while (!at_line_end() && peek() != ',') {
      if (peek() == '"' || peek() == '\r') {
        report(line_, column_, say("expected.comma_or_text"),
               say(peek() == '"' ? "got.inner_quote" : "got.carriage_return"));
        return false;
      }
      cell.text += take();
    }
    return true;
  }

  bool quoted_cell(CsvCell& cell) {
    take();
    while (!at_end()) {
      const char c = take();
      if (c != '"') {
        cell.text += c;
      } else if (peek() == '"') {
        cell.text += take();
      } else if (at_line_end() || peek() == ',') {
        return true;
      } else if (line_ == 1 && peek() == ';') {
        report(1, 1, say("expected.commas"), say("got.semicolons"));
        return false;
      } else {
        report(line_, column_, say("expected.comma_after_quote"),
               quotation(std::string(1, peek())));
        return false;
      }
    }
    report(cell.line, cell.column, say("expected.closing_quote"), say("token.end"));
    return false;
  }

  void end_line() {
    if (peek() == '\r') take();
    if (!at_end()) take();
  }

  void skip_line() {
    while (!at_end() && peek() != '\n') take();
    end_line();
  }

  std::string_view text_;
  const std::string& file_;
  std::vector<Issue>& issues_;
  std::size_t next_ = 0;
  int line_ = 1;
  int column_ = 1;
};

/// Takes the header; false when it is of no use.
bool read_header(CsvParser& parser, CsvTable& table) {
  const auto cells = parser.line();
  if (!cells) return false;
  for (const CsvCell& cell : *cells) {
    if (cell.text.empty()) {
      parser.report(cell.line, cell.column, say("expected.column_name"), nothing());
    } else if (table.column(cell.text)) {
      parser.report(cell.line, cell.column, say("expected.column_once"),
                    say("got.twice", {{"what", in_quotes(cell.text)}}));
    }
    table.header.push_back(cell.text);
  }
  if (cells->size() == 1 && cells->front().text.find(';') != std::string::npos) {
    parser.report(1, 1, say("expected.commas"), say("got.semicolons"));
    return false;
  }
  return true;
}

}  // namespace

std::optional<std::size_t> CsvTable::column(std::string_view name) const {
  const auto found = std::find(header.begin(), header.end(), name);
  if (found == header.end()) return std::nullopt;
  return static_cast<std::size_t>(found - header.begin());
}

CsvTable parse_csv(std::string_view text, const std::string& file, std::vector<Issue>& issues) {
  CsvTable table{file, {}, {}};
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  CsvParser parser(text, file, issues);
  if (parser.at_end()) {
    parser.report(1, 1, say("expected.header"), say("got.empty_file"));
    return table;
  }
  if (!read_header(parser, table)) return table;
  while (!parser.at_end()) {
    auto cells = parser.line();
    if (!cells) continue;
    if (cells->size() == table.header.size()) {
      table.rows.push_back(std::move(*cells));
      continue;
    }
    const bool empty = cells->size() == 1 && cells->front().text.empty();
    parser.report(cells->front().line, cells->back().column,
                  say("expected.values_as_header", {{"n", table.header.size()}}),
                  empty ? say("got.empty_line") : verbatim(std::to_string(cells->size())));
  }
  return table;
}

CsvTable read_csv(const std::filesystem::path& path, std::vector<Issue>& issues) {
  const std::string shown = path.generic_string();
  const auto text = read_text(path, shown, issues);
  return text ? parse_csv(*text, shown, issues) : CsvTable{shown, {}, {}};
}

}  // namespace scenarios
