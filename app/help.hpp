// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "app/command_texts.hpp"

namespace app {

/// `troskel --help`: examples first, then the commands.
[[nodiscard]] std::string program_help(viz::Lang lang);

/// `troskel COMMAND --help`: examples first, then the options.
[[nodiscard]] std::string command_help(const CommandText& command, viz::Lang lang);

}  // namespace app
