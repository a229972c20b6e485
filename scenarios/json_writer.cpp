// SPDX-License-Identifier: Apache-2.0
#include "scenarios/json_writer.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "words/visible.hpp"

namespace scenarios {

namespace {

/// The letter after a backslash that stands for a character; 0 = none.
char short_escape(char c) {
  switch (c) {
    case '"':
    case '\\':
      return c;
    case '\b':
      return 'b';
    case '\f':
      return 'f';
    case '\n':
      return 'n';
    case '\r':
      return 'r';
    case '\t':
      return 't';
    default:
      return 0;
  }
}

/// Whether a byte stands in a JSON string as it is, whatever stands beside it.
constexpr bool is_plain(char c) { return c >= 0x20 && c < 0x7F && c != '"' && c != '\\'; }

/// Appends the character at `i`, which is not plain; returns how many bytes it took.
std::size_t append_special(std::string& out, std::string_view text, std::size_t i) {
  static constexpr std::string_view hex = "0123456789abcdef";
  if (const char letter = short_escape(text[i]); letter != 0) {
    out += '\\';
    out += letter;
    return 1;
  }
  const std::size_t length = words::character_length(text, i);
  const char32_t code = length == 0 ? 0xFFFDU : words::code_point(text.substr(i, length));
  const bool has_four_digits = code <= 0xFFFFU;
  if (length > 0 && has_four_digits && words::is_hidden(text.substr(i, length))) {
    out += "\\u";
    for (const unsigned shift : {12U, 8U, 4U, 0U}) out += hex[(code >> shift) & 0xFU];
    return length;
  }
  out += length == 0 ? "\xEF\xBF\xBD" : text.substr(i, length);
  return std::max<std::size_t>(length, 1);
}

void append_string(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && is_plain(text[end])) ++end;
    out.append(text, i, end - i);
    i = end;
    if (i < text.size()) i += append_special(out, text, i);
  }
  out += '"';
}

}  // namespace

std::string json_string(std::string_view text) {
  std::string out;
  append_string(out, text);
  return out;
}

void JsonWriter::new_line() {
  out_ += '\n';
  out_.append(2 * levels_.size(), ' ');
}

void JsonWriter::separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (levels_.empty()) return;
  Level& level = levels_.back();
  if (level.has_member) out_ += ',';
  if (level.broken) {
    new_line();
  } else if (level.has_member) {
    out_ += ' ';
  }
  level.has_member = true;
}

JsonWriter& JsonWriter::raw(std::string_view text) {
  separate();
  out_ += text;
  return *this;
}

JsonWriter& JsonWriter::open(char bracket, bool broken) {
  separate();
  out_ += bracket;
  levels_.push_back({broken, false});
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  const Level level = levels_.back();
  levels_.pop_back();
  if (level.broken && level.has_member) new_line();
  out_ += bracket;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  separate();
  append_string(out_, name);
  out_ += ": ";
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
  separate();
  append_string(out_, text);
  return *this;
}

JsonWriter& JsonWriter::value(double number) {
  if (!std::isfinite(number)) return raw("null");
  std::array<char, 32> buffer{};
  char* const last = buffer.data() + buffer.size();
  // Twenty digits in a row would be a whole number that many readers cannot hold.
  constexpr double longest = 1e18;
  const auto end = std::abs(number) < longest
                       ? std::to_chars(buffer.data(), last, number)
                       : std::to_chars(buffer.data(), last, number, std::chars_format::scientific);
  return raw({buffer.data(), static_cast<std::size_t>(end.ptr - buffer.data())});
}

JsonWriter& JsonWriter::value(std::uint64_t number) { return raw(std::to_string(number)); }
JsonWriter& JsonWriter::value(std::int64_t number) { return raw(std::to_string(number)); }

JsonWriter& JsonWriter::value(const Text& text) {
  if (text.sv == text.en) return value(std::string_view(text.sv));
  begin_object().key("sv").value(std::string_view(text.sv));
  return key("en").value(std::string_view(text.en)).end_object();
}

std::string JsonWriter::finish() { return std::move(out_) + "\n"; }

}  // namespace scenarios
