// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "words/language.hpp"

namespace scenarios {

/// What the reader notes as the source of a value that the command line gave.
inline constexpr std::string_view set_by_command = "set on the command line";

/// What the reader notes as the source of a value that a later file gave: this, and the file.
inline constexpr std::string_view set_in = "set in ";

/// A source as people read it: in both languages where the reader noted it, else as it stands in
/// the file.
[[nodiscard]] words::Text source_text(std::string_view source);

/// A grade as people read it: a letter, or that it is an assumption.
[[nodiscard]] words::Text grade_text(std::string_view grade);

}  // namespace scenarios
