// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "app/options.hpp"

namespace app {

/// Sees to it that no file of ours gets the number of a standard stream that was closed from
/// outside: what is told would end in it. What is written to such a stream still fails.
void hold_standard_streams();

/// Text or data, to standard output. What would move a cursor or turn the direction of writing
/// shows as U+FFFD; data has it escaped already.
void put(std::string_view text);

/// A paragraph to standard output, every line indented and of at most viz::page_width columns.
void put_wrapped(std::string_view text, std::size_t indent);

/// A line for people, to standard error, made harmless in the same way.
void tell(std::string_view line);

/// False when something of standard output could not be written (a full disk, a closed pipe).
[[nodiscard]] bool output_went_well();

/// Whether they are terminals that understand more than lines.
[[nodiscard]] bool output_is_terminal();
[[nodiscard]] bool error_is_terminal();

/// Columns of the terminal on standard error; 80 when it does not say.
[[nodiscard]] std::size_t terminal_columns();

/// Whether standard output gets colours; NO_COLOR (no-color.org) turns `auto` off.
[[nodiscard]] bool wants_colour(ColourChoice choice);

/// A word as a shell reads it back: quoted where needed.
[[nodiscard]] std::string shell_word(std::string_view word);

}  // namespace app
