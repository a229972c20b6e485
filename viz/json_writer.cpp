// SPDX-License-Identifier: Apache-2.0
#include "viz/json_writer.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace viz {

std::string json_string(std::string_view text) {
  static constexpr std::string_view hex = "0123456789abcdef";
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (byte < 0x20) {
      out += "\\u00";
      out += hex[byte >> 4U];
      out += hex[byte & 0xFU];
    } else {
      out += c;
    }
  }
  return out + "\"";
}

void JsonWriter::separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (has_member_.empty()) return;
  if (has_member_.back()) out_ += ',';
  const bool broken = has_member_.size() <= open_levels_;
  if (broken) {
    out_ += '\n';
    out_.append(2 * has_member_.size(), ' ');
  } else if (has_member_.back()) {
    out_ += ' ';
  }
  has_member_.back() = true;
}

void JsonWriter::raw(std::string_view text) {
  separate();
  out_ += text;
}

void JsonWriter::open(char bracket) {
  separate();
  out_ += bracket;
  has_member_.push_back(false);
}

void JsonWriter::close(char bracket) {
  const bool broken = has_member_.back() && has_member_.size() <= open_levels_;
  has_member_.pop_back();
  if (broken) {
    out_ += '\n';
    out_.append(2 * has_member_.size(), ' ');
  }
  out_ += bracket;
}

JsonWriter& JsonWriter::begin_object() { return open('{'), *this; }
JsonWriter& JsonWriter::end_object() { return close('}'), *this; }
JsonWriter& JsonWriter::begin_array() { return open('['), *this; }
JsonWriter& JsonWriter::end_array() { return close(']'), *this; }

JsonWriter& JsonWriter::key(std::string_view name) {
  separate();
  out_ += json_string(name);
  out_ += ": ";
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) { return raw(json_string(text)), *this; }

JsonWriter& JsonWriter::value(double number) {
  if (!std::isfinite(number)) return raw("null"), *this;
  std::array<char, 32> buffer{};
  char* const last = buffer.data() + buffer.size();
  // Twenty digits in a row would be a whole number that many readers cannot hold.
  constexpr double longest = 1e18;
  const auto end = std::abs(number) < longest
                       ? std::to_chars(buffer.data(), last, number)
                       : std::to_chars(buffer.data(), last, number, std::chars_format::scientific);
  raw({buffer.data(), static_cast<std::size_t>(end.ptr - buffer.data())});
  return *this;
}

JsonWriter& JsonWriter::value(std::uint64_t number) { return raw(std::to_string(number)), *this; }
JsonWriter& JsonWriter::value(int number) { return raw(std::to_string(number)), *this; }
JsonWriter& JsonWriter::value(bool flag) { return raw(flag ? "true" : "false"), *this; }

JsonWriter& JsonWriter::value(const scenarios::Text& text) {
  if (text.sv == text.en) return value(std::string_view(text.sv));
  begin_object().member("sv", std::string_view(text.sv)).member("en", std::string_view(text.en));
  return end_object();
}

std::string JsonWriter::finish() { return std::move(out_) + "\n"; }

}  // namespace viz
