// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/options.hpp"

namespace app {

/// What became of a command line: options to act on, or what to print and exit with.
struct CommandLine {
  std::optional<Options> options;
  int exit_status = 0;    ///< when there are no options
  std::string output;     ///< for standard output: help, version
  std::string complaint;  ///< for standard error: one line
};

/// Parses the words after the program's name. `lang` is the language of the environment; --lang
/// overrides it.
[[nodiscard]] CommandLine parse_command_line(const std::vector<std::string>& words, viz::Lang lang);

/// The language that LC_ALL, LC_MESSAGES or LANG asks for (the first that is not empty), English
/// unless that is Swedish.
[[nodiscard]] viz::Lang language_of_environment();

}  // namespace app
