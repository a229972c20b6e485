// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace viz {

/// How a run was made: all that may differ between two runs with equal results. It goes to run.json
/// and nowhere else. Neither the name of the machine nor a folder of it: results are passed on.
struct RunRecord {
  std::string started;                    ///< ISO 8601 with offset, e.g. "2025-06-30T09:15:00Z"
  double seconds = 0;                     ///< wall time of the simulation
  double cpu_seconds = 0;                 ///< processor time of the program, 0 = not measured
  std::string system;                     ///< operating system and processor
  unsigned processors = 0;                ///< that the program may use
  unsigned threads = 0;                   ///< that it used
  std::string version;                    ///< of the program
  std::string compiler, build_type;       ///< that made it
  std::vector<std::string> command_line;  ///< as it was given, but for where the program lies
  double peak_memory_mb = 0;              ///< 0 = not measured
};

}  // namespace viz
