// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a run leaves in its folder, in one call.

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "experiments/results.hpp"
#include "scenarios/scenario.hpp"
#include "viz/atomic_output.hpp"
#include "viz/csv.hpp"
#include "viz/language.hpp"
#include "viz/network.hpp"
#include "viz/output_sums.hpp"
#include "viz/run_record.hpp"
#include "viz/terminal.hpp"

namespace viz {

/// Every file that a run may leave.
inline constexpr std::array<std::string_view, 13> run_files{
    "results.json",     "run.json",    "scenario.json", "summary.csv", "weekly.csv",
    "ledger.csv",       "states.csv",  "daily.csv",     "cases.csv",   "plausible.csv",
    "replications.csv", "report.html", sums_file};

struct OutputOptions {
  Lang lang = Lang::Sv;  ///< shown first in the report
  CsvDialect csv = CsvDialect::Plain;
  std::string scenario_json;  ///< the resolved scenario: scenario.json, and the report's inputs
  std::string reproduce;      ///< command shown in the report; empty = made from the results
  bool report = true;         ///< write report.html
};

/// Writes results.json, run.json, scenario.json, summary.csv, weekly.csv, ledger.csv,
/// replications.csv and report.html, and the tables that the scenario asks for, into `folder` as one set (write_set()), in the place of an
/// earlier one. The paths written, or what went wrong and what is in the folder now.
[[nodiscard]] std::variant<std::vector<std::filesystem::path>, words::Text> write_outputs(
    const std::filesystem::path& folder, const scenarios::Scenario& scenario,
    const care::Results& results, const RunRecord& record, const OutputOptions& options);

/// The same without results.json, run.json and scenario.json: what people read, for results that
/// are on file already. replications.csv only if there are replications in `results`. `Kept` in the
/// folder of those results, whose set they remain.
[[nodiscard]] std::variant<std::vector<std::filesystem::path>, words::Text> write_views(
    const std::filesystem::path& folder, const scenarios::Scenario& scenario,
    const care::Results& results, const OutputOptions& options, Earlier earlier);

}  // namespace viz
