// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/options.hpp"
#include "models/flow/analysis.hpp"
#include "models/model.hpp"
#include "scenarios/issue.hpp"

namespace app {

/// A scenario, and whether it is fit to run.
struct LoadedModel {
  std::unique_ptr<const care::Model> model;  ///< only when there are no errors
  flow::Analysis analysis;
  std::vector<scenarios::Issue> errors;    ///< of reading, checking and the static analysis
  std::vector<scenarios::Issue> warnings;  ///< of reading and checking
  std::vector<scenarios::Issue> analysis_warnings;
  std::string resolved_json;
};

/// Loads the scenario of the command line, checks, compiles and analyses it. Tells nothing. `rules`
/// is a file in place of that of the scenario's first agreement; "" = the scenario's own.
[[nodiscard]] LoadedModel load_model(const Options& options, const std::string& rules = {});

/// Tells faults, one to a line, or else warnings. True when the scenario is fit to run.
[[nodiscard]] bool tell_faults(const LoadedModel& loaded, viz::Lang lang);

/// `word: issue`, one to a line.
void tell_issues(const std::vector<scenarios::Issue>& issues, viz::Lang lang);

/// The same, each as a warning.
void tell_warnings(const std::vector<scenarios::Issue>& issues, viz::Lang lang);

/// The command that does this again, with the options that change its results.
[[nodiscard]] std::string repeat_command(const Options& options);

}  // namespace app
