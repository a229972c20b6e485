// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "viz/run_record.hpp"

namespace app {

/// The machine, the build and the moment: what a run record has before the run.
[[nodiscard]] viz::RunRecord begin_record(std::vector<std::string> command_line);

/// Adds what the run cost the program so far: processor time and peak memory.
void measure(viz::RunRecord& record);

}  // namespace app
