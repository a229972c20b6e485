// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "app/option.hpp"

namespace app {

/// The options that a command takes, in the order of its help.
[[nodiscard]] std::span<const Option> options(Command command);

/// Checks what was given to a command, and the words that are no options: its scenario, or files.
void read_command(Check& check, const std::vector<std::string>& words, Options& to);

}  // namespace app
