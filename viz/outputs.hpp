// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a run leaves in its folder, in one call.

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "experiments/results.hpp"
#include "scenarios/scenario.hpp"
#include "viz/csv.hpp"
#include "viz/language.hpp"
#include "viz/network.hpp"
#include "viz/run_record.hpp"
#include "viz/terminal.hpp"

namespace viz {

struct OutputOptions {
  Lang lang = Lang::Sv;  ///< shown first in the report
  CsvDialect csv = CsvDialect::Plain;
  std::string scenario_json;  ///< the resolved scenario: scenario.json, and the report's inputs
  std::string reproduce;      ///< command shown in the report; empty = made from the results
  bool report = true;         ///< write report.html
};

/// Writes results.json, run.json, scenario.json, summary.csv, weekly.csv, ledger.csv,
/// replications.csv and report.html into `folder`, whole or not at all. The paths written, or what
/// went wrong in one line.
[[nodiscard]] std::variant<std::vector<std::filesystem::path>, words::Text> write_outputs(
    const std::filesystem::path& folder, const scenarios::Scenario& scenario,
    const care::Results& results, const RunRecord& record, const OutputOptions& options);

/// The same without results.json, run.json and scenario.json: what people read, for results that
/// are on file already. replications.csv only if there are replications in `results`.
[[nodiscard]] std::variant<std::vector<std::filesystem::path>, words::Text> write_views(
    const std::filesystem::path& folder, const scenarios::Scenario& scenario,
    const care::Results& results, const OutputOptions& options);

/// Makes the folder and proves that it can be written, before a long run. Empty if all is well,
/// else what is wrong in one line.
[[nodiscard]] std::optional<words::Text> check_output_folder(const std::filesystem::path& folder);

}  // namespace viz
