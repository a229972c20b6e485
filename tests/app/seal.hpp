// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "tests/app/process.hpp"
#include "viz/output_sums.hpp"
#include "viz/outputs.hpp"

namespace testing_app {

/// Writes the list of contents of a run's folder anew, as a program of another version would: what the
/// readers of each file say is looked at behind it.
inline void seal(const std::filesystem::path& folder) {
  viz::OutputSums sums;
  for (const std::string_view name : viz::run_files) {
    if (name == viz::sums_file || !std::filesystem::exists(folder / name)) continue;
    viz::ContentHash hash;
    hash.add(read(folder / name));
    sums.push_back({std::string(name), hash.hex()});
  }
  write(folder / viz::sums_file, viz::text_of(sums));
}

}  // namespace testing_app
