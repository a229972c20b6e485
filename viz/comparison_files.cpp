// SPDX-License-Identifier: Apache-2.0
#include "viz/comparison_files.hpp"

#include "viz/atomic_output.hpp"
#include "viz/comparison_fields.hpp"
#include "viz/comparison_page.hpp"
#include "viz/data_tables.hpp"
#include "viz/json_writing.hpp"
#include "viz/run_fields.hpp"

namespace viz {

std::string comparison_json(const care::Comparison& comparison) {
  return json_object(2, [&](JsonWriting& file) {
    file("format", comparison_format);
    comparison_fields(file, comparison);
  });
}

std::string comparison_run_json(const RunRecord& record, const care::Comparison& comparison) {
  return json_object(2, [&](JsonWriting& file) {
    fields(file, record);
    file.elements("runs", [&] {
      file.element([&] { fields(file, comparison.base); });
      for (const care::Side& side : comparison.others) {
        file.element([&] { fields(file, side); });
      }
    });
  });
}

std::variant<std::vector<std::filesystem::path>, words::Text> write_comparison(
    const std::filesystem::path& folder, const care::Comparison& comparison,
    const RunRecord& record, const ComparisonOptions& options) {
  std::vector<OutputFile> files{
      {"comparison.json", comparison_json(comparison)},
      {"comparison.csv", csv(differences_table(comparison), options.csv)},
      {"stakeholders.csv", csv(stakeholders_table(comparison), options.csv)},
      {"run.json", comparison_run_json(record, comparison)},
      {"comparison.html", comparison_html(comparison, options)}};
  if (!comparison.changed.empty()) {
    files.emplace_back("changed_cases.csv", csv(changed_cases_table(comparison), options.csv));
  }
  return told(write_set(folder, files, Earlier::Removed));
}

}  // namespace viz
