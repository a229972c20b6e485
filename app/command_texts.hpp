// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "app/options.hpp"
#include "app/text.hpp"

namespace app {

/// What the help says about an option.
struct OptionText {
  std::string_view name;   ///< "--seed"
  std::string_view value;  ///< name of its value in the help; empty = a flag
  Phrase meaning;
};

/// What the help says about a command, and which options it takes.
struct CommandText {
  Command command;
  std::string_view name;
  bool takes_scenario;
  Phrase summary;                              ///< one line
  Phrase details;                              ///< a paragraph; may be empty
  std::vector<std::string_view> examples;      ///< whole command lines
  std::vector<std::string_view> option_names;  ///< in the order of the help
  Phrase words = {};  ///< what a command that takes several words takes; empty = no such command
};

/// Every command of the program, in the order of the help.
[[nodiscard]] std::span<const CommandText> commands();

/// The command of that name, or nullptr.
[[nodiscard]] const CommandText* find_command(std::string_view name);

/// The option as a command shows it. Precondition: the command takes it.
[[nodiscard]] const OptionText& option_text(std::string_view name, Command command);

}  // namespace app
