// SPDX-License-Identifier: Apache-2.0
#include "viz/outputs.hpp"

#include "viz/atomic_output.hpp"
#include "viz/report.hpp"
#include "viz/results_json.hpp"

namespace viz {

std::variant<std::vector<std::filesystem::path>, std::string> write_outputs(
    const std::filesystem::path& folder, const scenarios::Scenario& scenario,
    const care::Results& results, const RunRecord& record, const OutputOptions& options) {
  std::vector<OutputFile> files;
  files.push_back({"results.json", results_json(results)});
  files.push_back({"run.json", run_json(record, results.identity)});
  if (!options.scenario_json.empty()) files.push_back({"scenario.json", options.scenario_json});
  files.push_back({"summary.csv", summary_csv(results, options.csv)});
  files.push_back({"weekly.csv", weekly_csv(results, options.csv)});
  files.push_back({"ledger.csv", ledger_csv(results, options.csv)});
  if (!results.cases.empty()) files.push_back({"cases.csv", cases_csv(results, options.csv)});
  files.push_back({"replications.csv", replications_csv(results, options.csv)});
  if (options.report) {
    files.push_back(
        {"report.html",
         report_html(scenario, results, {options.lang, options.scenario_json, options.reproduce})});
  }
  auto written = write_files(folder, files);
  if (const auto* error = std::get_if<OutputError>(&written)) return error->message();
  return std::get<std::vector<std::filesystem::path>>(std::move(written));
}

std::string check_output_folder(const std::filesystem::path& folder) {
  const auto error = prepare_folder(folder);
  return error ? error->message() : std::string();
}

}  // namespace viz
