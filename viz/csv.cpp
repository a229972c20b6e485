// SPDX-License-Identifier: Apache-2.0
#include "viz/csv.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <variant>

#include "sim/civil_date.hpp"
#include "sim/number_text.hpp"
#include "viz/language.hpp"
#include "words/visible.hpp"

namespace viz {
namespace {

/// Writes each type of cell.
struct Writing {
  CsvText& out;
  Lang lang;

  CsvText& operator()(Missing /*nothing*/) const { return out.empty(); }
  CsvText& operator()(std::string_view code) const { return out.text(code); }
  CsvText& operator()(const std::string& text) const { return out.text(text); }
  CsvText& operator()(const scenarios::Text* words) const { return out.text(pick(*words, lang)); }
  CsvText& operator()(const scenarios::Text& words) const { return out.text(pick(words, lang)); }
  CsvText& operator()(double value) const { return out.number(value); }
  CsvText& operator()(std::int64_t value) const { return out.integer(value); }
  CsvText& operator()(sim::Date date) const { return out.text(sim::iso_date(date)); }
  CsvText& operator()(const Estimate& figure) const {
    return figure.metric == nullptr ? out.empty() : out.number(figure.metric->mean);
  }
  CsvText& operator()(const Sum& sum) const { return out.number(sum.mean); }
  CsvText& operator()(const Change& change) const {
    const auto& difference = change.figure->differences[change.other];
    return difference ? out.number(difference->mean) : out.empty();
  }
  CsvText& operator()(const Range& range) const {
    return out.text(sim::text_of(range.low) + " " + sim::text_of(range.high));
  }
  CsvText& operator()(const Verdict& verdict) const { return out.text(pick(verdict.word, lang)); }
};

constexpr bool needs_quotes(char c) { return c == '"' || c == ',' || c == ';' || c == '\n'; }

/// Whether a cell is written as it is: looked up byte by byte, for most cells are.
bool is_plain(std::string_view cell) {
  static constexpr auto plain = [] {
    std::array<bool, 256> table{};
    for (unsigned byte = 0; byte < 128; ++byte) {
      const char c = static_cast<char>(byte);
      table[byte] = words::is_plain(c) && !needs_quotes(c);
    }
    return table;
  }();
  return std::ranges::all_of(cell, [](char c) { return plain[static_cast<unsigned char>(c)]; });
}

/// Whether a spreadsheet would take the cell for a formula.
bool is_formula(std::string_view cell) {
  return !cell.empty() && std::string_view("=+-@\t").find(cell.front()) != std::string_view::npos;
}

}  // namespace

CsvText::CsvText(CsvDialect dialect)
    : lang_(dialect == CsvDialect::Swedish ? Lang::Sv : Lang::En),
      separator_(dialect == CsvDialect::Swedish ? ';' : ','),
      decimal_(dialect == CsvDialect::Swedish ? ',' : '.'),
      line_end_(dialect == CsvDialect::Swedish ? "\r\n" : "\n") {
  if (dialect == CsvDialect::Swedish) out_ = "\xEF\xBB\xBF";
}

void CsvText::separate() {
  if (row_started_) out_ += separator_;
  row_started_ = true;
}

CsvText& CsvText::text(std::string_view content) {
  separate();
  if (is_plain(content) && !is_formula(content)) {
    out_.append(content);
    return *this;
  }
  const std::string cell = words::visible(content);
  const std::string_view guard = is_formula(cell) ? "'" : "";
  if (std::ranges::none_of(cell, needs_quotes)) {
    out_.append(guard).append(cell);
    return *this;
  }
  out_.append("\"").append(guard);
  for (const char c : cell) {
    if (c == '"') out_ += '"';
    out_ += c;
  }
  out_ += '"';
  return *this;
}

CsvText& CsvText::number(double value) {
  separate();
  if (!std::isfinite(value)) return *this;
  std::array<char, 32> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  const auto point = std::find(buffer.data(), end.ptr, '.');
  if (point != end.ptr) *point = decimal_;
  out_.append(buffer.data(), end.ptr);
  return *this;
}

CsvText& CsvText::integer(std::int64_t value) {
  separate();
  std::array<char, 24> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  out_.append(buffer.data(), end.ptr);
  return *this;
}

CsvText& CsvText::empty() {
  separate();
  return *this;
}

CsvText& CsvText::end_row() {
  out_ += line_end_;
  row_started_ = false;
  return *this;
}

CsvText& CsvText::cell(const Cell& cell) {
  const Writing writing{*this, lang_};
  return std::visit(writing, cell);
}

void csv(const Table& table, CsvDialect dialect, const std::function<void(std::string_view)>& put) {
  constexpr std::size_t piece = 1U << 16U;
  CsvText out(dialect);
  for (const Column& column : table.columns) {
    out.text(dialect == CsvDialect::Swedish ? pick(column.label, Lang::Sv) : column.id);
  }
  out.end_row();
  table.each_row([&](const Row& row) {
    for (const Cell& cell : row.cells) out.cell(cell);
    out.end_row();
    if (out.size() >= piece) put(out.take());
  });
  put(out.take());
}

std::string csv(const Table& table, CsvDialect dialect) {
  std::string text;
  csv(table, dialect, [&text](std::string_view piece) { text += piece; });
  return text;
}

}  // namespace viz
