// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "app/load.hpp"
#include "app/options.hpp"
#include "scenarios/issue.hpp"
#include "scenarios/scenario.hpp"

namespace app {

/// One of the scenarios of a comparison; the first of them is the base.
struct Alternative {
  std::string id;         ///< unique: the name of its file, without folder and ending
  scenarios::Text label;  ///< title of its rule set; empty: that of the scenario
  std::string scenario;   ///< file, as given
  std::string rules;      ///< rule file in place of the scenario's own; "" = its own
};

/// What the command line asks to compare: the base as it stands, then each other scenario, or the
/// base with each rule set of --rules.
[[nodiscard]] std::vector<Alternative> alternatives_of(const Options& options);

/// Faults of the rule files of the alternatives.
[[nodiscard]] std::vector<scenarios::Issue> rule_file_errors(
    const std::vector<Alternative>& alternatives);

/// The alternative, loaded with the overrides of the command line and fit to run if it has no
/// errors.
[[nodiscard]] care::Case load_alternative(const Options& options, const Alternative& alternative);

}  // namespace app
