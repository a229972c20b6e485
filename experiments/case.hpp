// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "models/flow/analysis.hpp"
#include "models/model.hpp"
#include "scenarios/issue.hpp"

namespace care {

/// What a case is made of: a scenario file and what is changed in it.
struct CaseSource {
  std::string scenario;                ///< file, as given
  std::vector<std::string> overrides;  ///< POINTER=VALUE, in order
  std::string
      rules;  ///< rule file in place of that of the first agreement; "" = the scenario's own
};

/// A scenario as it is to be run, and whether it is fit for that.
struct Case {
  std::string file;                    ///< the scenario, as given
  std::vector<std::string> files;      ///< all that were read, rules and data included
  std::unique_ptr<const Model> model;  ///< only when there are no errors
  flow::Analysis analysis;             ///< of the model; empty when there was none to analyse
  std::vector<scenarios::Issue>
      errors;  ///< of reading, checking, compiling and the static analysis
  std::vector<scenarios::Issue> warnings;  ///< of reading and checking
  std::vector<scenarios::Issue> analysis_warnings;
};

/// Reads, checks, compiles and analyses: whatever is refused is refused here, before anything runs.
/// Throws nothing for what is wrong in the files: it becomes an issue.
[[nodiscard]] Case make_case(const CaseSource& source);

}  // namespace care
