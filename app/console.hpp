// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "app/options.hpp"

namespace app {

/// Data, to standard output, as it is.
void put(std::string_view data);

/// A line for people, to standard error.
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
