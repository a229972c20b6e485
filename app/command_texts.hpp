// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "app/options.hpp"

namespace app {

/// What the help says about a command; its options are in option_list.hpp.
struct CommandText {
  Command command;
  std::string_view name;
  bool takes_scenario;
  std::string_view summary;                ///< key of one line
  std::string_view details;                ///< key of a paragraph; may be empty
  std::vector<std::string_view> examples;  ///< whole command lines
  /// Key of what a command that takes several words takes; empty = no such command.
  std::string_view words = {};
};

/// Every command of the program, in the order of the help.
[[nodiscard]] std::span<const CommandText> commands();

/// The command of that name, or nullptr.
[[nodiscard]] const CommandText* find_command(std::string_view name);

}  // namespace app
