// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "app/options.hpp"

namespace app {

// One function per command, each in its own file. The result is the exit status (status.hpp). Data
// goes to standard output, everything else to standard error.

/// `words` is the command line, for run.json.
[[nodiscard]] int run_scenario(const Options& options, const std::vector<std::string>& words);
[[nodiscard]] int compare_scenarios(const Options& options, const std::vector<std::string>& words);
[[nodiscard]] int check_scenario(const Options& options);
[[nodiscard]] int draw_network(const Options& options);
[[nodiscard]] int trace_patient(const Options& options);
[[nodiscard]] int work_on_rules(const Options& options);
[[nodiscard]] int report_results(const Options& options);
[[nodiscard]] int list_scenarios(const Options& options);
[[nodiscard]] int print_schema(const Options& options);
[[nodiscard]] int print_dictionary(const Options& options);

}  // namespace app
