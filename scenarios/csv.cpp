// SPDX-License-Identifier: Apache-2.0
#include "scenarios/csv.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "scenarios/text_file.hpp"

namespace scenarios {
namespace {

constexpr std::size_t most_issues = 50;
constexpr std::array separators{',', ';', '\t'};

words::Text name_of_separator(char separator) {
  if (separator == ',') return say("csv.comma");
  return say(separator == ';' ? "csv.semicolon" : "csv.tab");
}

/// The separator that a line has most of outside quotes, a comma before others; none in a line of one
/// column.
std::optional<char> separator_in(std::string_view line) {
  std::array<std::size_t, separators.size()> count{};
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') quoted = !quoted;
    const auto* const found = std::find(separators.begin(), separators.end(), c);
    if (!quoted && found != separators.end())
      ++count[static_cast<std::size_t>(found - separators.begin())];
  }
  const auto* const most = std::max_element(count.begin(), count.end());
  if (*most == 0) return std::nullopt;
  return separators[static_cast<std::size_t>(most - count.begin())];
}

/// The separator of the first line that has one; none in a file of one column.
std::optional<char> separator_of(std::string_view text) {
  while (!text.empty()) {
    const auto line = text.substr(0, text.find('\n'));
    if (const auto found = separator_in(line)) return found;
    text.remove_prefix(std::min(text.size(), line.size() + 1));
  }
  return std::nullopt;
}

bool is_blank(const std::vector<CsvCell>& cells) {
  return std::all_of(cells.begin(), cells.end(),
                     [](const CsvCell& cell) { return cell.text.empty(); });
}

/// Splits the text into lines of cells. A fault is noted and the rest of its line skipped.
class CsvParser {
 public:
  CsvParser(std::string_view text, char separator, const std::string& file,
            std::vector<Issue>& issues)
      : text_(text), separator_(separator), file_(file), issues_(issues) {}

  [[nodiscard]] bool at_end() const { return next_ >= text_.size(); }
  [[nodiscard]] bool at_line_end() const {
    return at_end() || text_[next_] == '\n' || text_.substr(next_, 2) == "\r\n";
  }
  /// Whether all cells of the next line are empty, or there is none.
  [[nodiscard]] bool at_blank_line() const {
    const auto rest = text_.substr(next_);
    const auto line = rest.substr(0, rest.find('\n'));
    return std::all_of(line.begin(), line.end(),
                       [this](char c) { return c == separator_ || c == '\r'; });
  }

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
      if (peek() == separator_) {
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

  /// Unless a fault in its line was told already.
  void report_missing_header(bool has_title) {
    if (issues_.size() > issues_before_) return;
    report(line_, 1, say("expected.header"), has_title ? say("got.none") : say("got.empty_file"));
  }

 private:
  [[nodiscard]] char peek() const { return at_end() ? '\n' : text_[next_]; }

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
    while (!at_line_end() && peek() != separator_) {
      if (peek() == '"' || peek() == '\r') {
        report(line_, column_,
               say("expected.separator_or_text", {{"separator", name_of_separator(separator_)}}),
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
      } else if (at_line_end() || peek() == separator_) {
        return true;
      } else {
        report(
            line_, column_,
            say("expected.separator_after_quote", {{"separator", name_of_separator(separator_)}}),
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
  char separator_;
  const std::string& file_;
  std::vector<Issue>& issues_;
  std::size_t next_ = 0;
  std::size_t issues_before_ = issues_.size();
  int line_ = 1;
  int column_ = 1;
};

/// False after a control character, which no table of a spreadsheet has: an old end-of-file mark,
/// or a file that is something else.
bool has_only_text(std::string_view text, const std::string& file, std::vector<Issue>& issues) {
  const auto is_control = [](char c) {
    return (static_cast<unsigned char>(c) < 0x20U && c != '\n' && c != '\r' && c != '\t') ||
           c == 0x7F;
  };
  const auto* const found = std::find_if(text.begin(), text.end(), is_control);
  if (found == text.end()) return true;
  issues.push_back(issue_at_byte(
      text, static_cast<std::size_t>(found - text.begin()), file, say("expected.text_only"),
      say("got.control_byte",
          {{"byte", fmt::format("0x{:02X}", static_cast<unsigned char>(*found))}})));
  return false;
}

/// The next line that is not empty, or nothing after a fault in it or at the end of the text.
std::optional<std::vector<CsvCell>> next_line(CsvParser& parser) {
  while (!parser.at_end()) {
    auto cells = parser.line();
    if (!cells || !is_blank(*cells)) return cells;
  }
  return std::nullopt;
}

/// Without the empty cells at its end: a spreadsheet ends its rows where the longest one does.
void trim(std::vector<CsvCell>& cells, std::size_t least) {
  while (cells.size() > least && cells.back().text.empty()) cells.pop_back();
}

/// Takes the names of the columns; false when they are of no use. `several`: somewhere in the file
/// there is more than one column, so that a text alone above an empty line is a title.
bool read_header(CsvParser& parser, bool several, CsvTable& table) {
  auto cells = next_line(parser);
  if (cells) trim(*cells, 1);
  const bool has_title = cells && cells->size() == 1 && several && parser.at_blank_line();
  if (has_title) cells = next_line(parser);
  if (!cells) {
    parser.report_missing_header(has_title);
    return false;
  }
  trim(*cells, 1);
  bool sound = true;
  for (const CsvCell& cell : *cells) {
    const bool twice = table.column(cell.text).has_value();
    sound = sound && !twice && !cell.text.empty();
    if (cell.text.empty()) {
      parser.report(cell.line, cell.column, say("expected.column_name"), nothing());
    } else if (twice) {
      parser.report(cell.line, cell.column, say("expected.column_once"),
                    say("got.twice", {{"what", in_quotes(cell.text)}}));
    }
    table.header.push_back(cell.text);
  }
  if (!sound) table.header.clear();  // what it lacks would be said a second time
  return sound;
}

/// What Windows-1252 has at 0x80 to 0x9F, in Unicode; 0 is nothing.
constexpr std::array<char16_t, 32> windows_1252{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/// The text in UTF-8, read as Windows-1252; nothing where it is not that either.
std::optional<std::string> from_windows_1252(std::string_view text) {
  std::string utf8;
  utf8.reserve(text.size() + text.size() / 8);
  for (const char c : text) {
    unsigned code = static_cast<unsigned char>(c);
    if (code >= 0x80U && code < 0xA0U) code = windows_1252[code - 0x80U];
    if (code == 0) return std::nullopt;
    if (code < 0x80U) {
      utf8 += static_cast<char>(code);
    } else if (code < 0x800U) {
      utf8 += static_cast<char>(0xC0U | code >> 6U);
      utf8 += static_cast<char>(0x80U | (code & 0x3FU));
    } else {
      utf8 += static_cast<char>(0xE0U | code >> 12U);
      utf8 += static_cast<char>(0x80U | (code >> 6U & 0x3FU));
      utf8 += static_cast<char>(0x80U | (code & 0x3FU));
    }
  }
  return utf8;
}

}  // namespace

std::optional<std::size_t> CsvTable::column(std::string_view name) const {
  const auto found = std::find(header.begin(), header.end(), name);
  if (found == header.end()) return std::nullopt;
  return static_cast<std::size_t>(found - header.begin());
}

CsvTable parse_csv(std::string_view text, const std::string& file, std::vector<Issue>& issues) {
  CsvTable table{file, {}, {}};
  text = without_mark(text);
  if (!has_only_text(text, file, issues)) return table;
  const auto separator = separator_of(text);
  table.separator = separator.value_or(',');
  CsvParser parser(text, table.separator, file, issues);
  if (!read_header(parser, separator.has_value(), table)) return table;
  while (!parser.at_end()) {
    auto cells = parser.line();
    if (!cells || is_blank(*cells)) continue;
    trim(*cells, table.header.size());
    if (cells->size() == table.header.size()) {
      table.rows.push_back(std::move(*cells));
      continue;
    }
    parser.report(cells->front().line, cells->back().column,
                  say("expected.values_as_header", {{"n", table.header.size()}}),
                  verbatim(std::to_string(cells->size())));
  }
  return table;
}

CsvTable read_csv(const std::filesystem::path& path, std::vector<Issue>& issues) {
  const std::string shown = path.generic_string();
  const auto bytes = read_bytes(path, shown, issues);
  if (!bytes) return CsvTable{shown, {}, {}};
  std::vector<Issue> encoding;
  if (check_utf8(*bytes, shown, encoding)) return parse_csv(*bytes, shown, issues);
  const bool utf16 = bytes->starts_with("\xFF\xFE") || bytes->starts_with("\xFE\xFF");
  const bool says_utf8 = without_mark(*bytes).size() < bytes->size();
  const auto text = utf16 || says_utf8 ? std::nullopt : from_windows_1252(*bytes);
  if (text) return parse_csv(*text, shown, issues);
  issues.insert(issues.end(), encoding.begin(), encoding.end());
  return CsvTable{shown, {}, {}};
}

}  // namespace scenarios
