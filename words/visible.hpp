// SPDX-License-Identifier: Apache-2.0
#pragma once

// Text that somebody else wrote, on its way to a person: a title, a name, the name of a file. What
// moves a cursor, turns the direction of writing or cannot be seen would let it pass for something
// that this program says, or break the file that it stands in.

#include <cstddef>
#include <string>
#include <string_view>

namespace words {

/// Bytes of the well-formed UTF-8 character at byte `i` (Unicode 15, table 3-7), or 0.
[[nodiscard]] std::size_t character_length(std::string_view text, std::size_t i);

/// Whether a well-formed character is a control character (tab and line feed too), a mark that
/// turns the direction of writing (Unicode TR 9, 2), a separator of lines or paragraphs, a byte
/// order mark or no character at all.
[[nodiscard]] bool is_hidden(std::string_view character);

/// Whether a byte is a visible ASCII character or a blank: nothing is to be done about it.
[[nodiscard]] constexpr bool is_plain(char c) { return c >= 0x20 && c < 0x7F; }

/// The text with U+FFFD in the place of whatever is hidden or no UTF-8; tabs and line feeds stay.
[[nodiscard]] std::string visible(std::string_view text);

/// The same on one line: tabs and line feeds become blanks.
[[nodiscard]] std::string visible_line(std::string_view text);

/// The code point of a well-formed character.
[[nodiscard]] char32_t code_point(std::string_view character);

}  // namespace words
