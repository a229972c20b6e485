// SPDX-License-Identifier: Apache-2.0
#include "viz/outputs.hpp"

#include "viz/data_tables.hpp"
#include "viz/report.hpp"
#include "viz/results_json.hpp"

namespace viz {

namespace {

using Written = std::variant<std::vector<std::filesystem::path>, words::Text>;

/// A table as a file that is written row by row.
OutputFile csv_file(Table table, CsvDialect dialect) {
  std::string name = table.id + ".csv";
  return {std::move(name), [table = std::move(table), dialect](const OutputFile::Put& put) {
            csv(table, dialect, put);
          }};
}

void add_views(std::vector<OutputFile>& files, const scenarios::Scenario& scenario,
               const care::Results& results, const OutputOptions& options) {
  files.push_back(csv_file(summary_table(results), options.csv));
  files.push_back(csv_file(weekly_table(results), options.csv));
  files.push_back(csv_file(ledger_table(results), options.csv));
  if (!results.states.empty()) files.push_back(csv_file(states_table(results), options.csv));
  if (!results.daily.empty()) files.push_back(csv_file(daily_table(results), options.csv));
  if (!results.plausible.empty()) {
    files.push_back(csv_file(plausible_rows_table(results), options.csv));
  }
  if (!results.cases.empty()) files.push_back(csv_file(cases_table(results), options.csv));
  if (!results.replications.empty()) {
    files.push_back(csv_file(replications_table(results), options.csv));
  }
  if (options.report) {
    files.emplace_back(
        "report.html",
        report_html(scenario, results, {options.lang, options.scenario_json, options.reproduce}));
  }
}

}  // namespace

Written write_outputs(const std::filesystem::path& folder, const scenarios::Scenario& scenario,
                      const care::Results& results, const RunRecord& record,
                      const OutputOptions& options) {
  std::vector<OutputFile> files;
  files.emplace_back("results.json", results_json(results));
  files.emplace_back("run.json", run_json(record, results.identity));
  if (!options.scenario_json.empty()) files.emplace_back("scenario.json", options.scenario_json);
  add_views(files, scenario, results, options);
  return told(write_set(folder, files, Earlier::Removed));
}

Written write_views(const std::filesystem::path& folder, const scenarios::Scenario& scenario,
                    const care::Results& results, const OutputOptions& options, Earlier earlier) {
  std::vector<OutputFile> files;
  add_views(files, scenario, results, options);
  return told(write_set(folder, files, earlier));
}

}  // namespace viz
