// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "app/options.hpp"
#include "experiments/case.hpp"
#include "scenarios/issue.hpp"

namespace app {

/// The scenario of the command line as a case. Tells nothing. `rules` is a file in place of that of
/// the scenario's first agreement; "" = the scenario's own.
[[nodiscard]] care::Case load_case(const Options& options, const std::string& rules = {});

/// Tells faults, one to a line, or else warnings. True when the scenario is fit to run.
[[nodiscard]] bool tell_faults(const care::Case& loaded, viz::Lang lang);

/// `word: issue`, one to a line.
void tell_issues(const std::vector<scenarios::Issue>& issues, viz::Lang lang);

/// The same, each as a warning.
void tell_warnings(const std::vector<scenarios::Issue>& issues, viz::Lang lang);

/// The command that does this again, with the options that change its results.
[[nodiscard]] std::string repeat_command(const Options& options);

}  // namespace app
