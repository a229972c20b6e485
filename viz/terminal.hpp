// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "experiments/results.hpp"
#include "scenarios/scenario.hpp"
#include "viz/language.hpp"

namespace viz {

struct TerminalOptions {
  Lang lang = Lang::En;
  bool colour = false;                       ///< ANSI escape sequences
  std::vector<std::filesystem::path> files;  ///< written by the run; shown if there are any
  std::string reproduce;                     ///< command; empty = made from the results
  bool plausible = false;                    ///< every row of what is expected, not the count alone
};

/// What a planner reads when a run ends: violated checks, the answer in words, places, risk of
/// shortage, targets, files and the command that gives it again. At most 96 columns and about 45
/// lines.
[[nodiscard]] std::string terminal_summary(const scenarios::Scenario& scenario,
                                           const care::Results& results,
                                           const TerminalOptions& options);

}  // namespace viz
