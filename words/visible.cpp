// SPDX-License-Identifier: Apache-2.0
#include "words/visible.hpp"

#include <algorithm>

namespace words {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

constexpr bool within(char32_t c, char32_t low, char32_t high) { return c >= low && c <= high; }

std::string shown(std::string_view text, bool one_line) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && is_plain(text[end])) ++end;
    out.append(text, i, end - i);
    i = end;
    if (i == text.size()) break;
    const std::size_t length = character_length(text, i);
    const std::string_view character = text.substr(i, std::max<std::size_t>(length, 1));
    if (character == "\n" || character == "\t") {
      out += one_line ? ' ' : text[i];
    } else {
      out += length == 0 || is_hidden(character) ? replacement : character;
    }
    i += character.size();
  }
  return out;
}

}  // namespace

std::size_t character_length(std::string_view text, std::size_t i) {
  const auto at = [&](std::size_t k) -> unsigned {
    return i + k < text.size() ? static_cast<unsigned char>(text[i + k]) : 0U;
  };
  const auto tail = [&](std::size_t k) { return (at(k) & 0xC0U) == 0x80U; };
  const unsigned first = at(0);
  const unsigned second = at(1);
  if (first < 0x80U) return 1;
  if (first < 0xC2U) return 0;
  if (first < 0xE0U) return tail(1) ? 2 : 0;
  if (first < 0xF0U) {
    const bool ok = !(first == 0xE0U && second < 0xA0U) && !(first == 0xEDU && second > 0x9FU);
    return ok && tail(1) && tail(2) ? 3 : 0;
  }
  if (first > 0xF4U) return 0;
  const bool ok = !(first == 0xF0U && second < 0x90U) && !(first == 0xF4U && second > 0x8FU);
  return ok && tail(1) && tail(2) && tail(3) ? 4 : 0;
}

char32_t code_point(std::string_view character) {
  constexpr unsigned lead_bits[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
  char32_t code = static_cast<unsigned char>(character.front()) & lead_bits[character.size()];
  for (const char c : character.substr(1)) {
    code = (code << 6U) | (static_cast<unsigned char>(c) & 0x3FU);
  }
  return code;
}

bool is_hidden(std::string_view character) {
  const char32_t c = code_point(character);
  const bool control = c < 0x20 || within(c, 0x7F, 0x9F);
  const bool direction = c == 0x061C || within(c, 0x200E, 0x200F) || within(c, 0x202A, 0x202E) ||
                         within(c, 0x2066, 0x2069);
  const bool separator = within(c, 0x2028, 0x2029);
  const bool none = c == 0xFEFF || (c & 0xFFFE) == 0xFFFE || within(c, 0xFDD0, 0xFDEF);
  return control || direction || separator || none;
}

std::string visible(std::string_view text) { return shown(text, false); }

std::string visible_line(std::string_view text) { return shown(text, true); }

}  // namespace words
