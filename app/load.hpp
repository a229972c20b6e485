// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/options.hpp"
#include "models/model.hpp"
#include "scenarios/issue.hpp"

namespace app {

/// A scenario that is fit to run, compiled.
struct LoadedModel {
  care::Model model;
  std::string resolved_json;
};

/// Loads the scenario of the command line, checks and compiles it. Faults and warnings are told,
/// one to a line; nothing is returned when there are faults.
[[nodiscard]] std::optional<LoadedModel> load_model(const Options& options);

/// `word: issue`, one to a line.
void tell_issues(const std::vector<scenarios::Issue>& issues, std::string_view word);

/// The command that does this again, with the options that change its results.
[[nodiscard]] std::string repeat_command(const Options& options);

}  // namespace app
