// SPDX-License-Identifier: Apache-2.0
#include "scenarios/json_writer.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include "scenarios/text_file.hpp"

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

}  // namespace

std::string json_string(std::string_view text) {
  static constexpr std::string_view hex = "0123456789abcdef";
  std::string out = "\"";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const auto byte = static_cast<unsigned char>(c);
    if (const char letter = short_escape(c); letter != 0) {
      out += '\\';
      out += letter;
    } else if (byte < 0x20) {
      out += "\\u00";
      out += hex[byte >> 4U];
      out += hex[byte & 0xFU];
    } else if (const std::size_t length = character_length(text, i); length == 0) {
      out += "\xEF\xBF\xBD";
    } else {
      out += text.substr(i, length);
      i += length - 1;
    }
  }
  return out + "\"";
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
  out_ += json_string(name);
  out_ += ": ";
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) { return raw(json_string(text)); }

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
