// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a comparison leaves in its folder.

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "experiments/comparison.hpp"
#include "viz/csv.hpp"
#include "viz/language.hpp"
#include "viz/output_sums.hpp"
#include "viz/run_record.hpp"

namespace viz {

/// Format mark in comparison.json; changes when a reader of the old file would misread the new one.
inline constexpr std::string_view comparison_format = "troskel.comparison/1";

/// comparison.json: who was compared, every figure and stakeholder with its differences. No clock,
/// no threads: equal comparisons give equal bytes. What is not known is null.
[[nodiscard]] std::string comparison_json(const care::Comparison& comparison);

/// run.json of a comparison: the record, and the identity of every run.
[[nodiscard]] std::string comparison_run_json(const RunRecord& record,
                                              const care::Comparison& comparison);

/// Every file that a comparison may leave.
inline constexpr std::array<std::string_view, 7> comparison_files{
    "comparison.json", "comparison.csv",    "stakeholders.csv", "run.json",
    "comparison.html", "changed_cases.csv", sums_file};

struct ComparisonOptions {
  Lang lang = Lang::Sv;  ///< shown first in the page
  CsvDialect csv = CsvDialect::Plain;
  std::string reproduce;  ///< command shown in the page
};

/// Writes comparison.json, comparison.csv, stakeholders.csv, run.json and comparison.html into
/// `folder` as one set (write_set()). The paths written, or what went wrong and what is in the
/// folder now.
[[nodiscard]] std::variant<std::vector<std::filesystem::path>, words::Text> write_comparison(
    const std::filesystem::path& folder, const care::Comparison& comparison,
    const RunRecord& record, const ComparisonOptions& options);

}  // namespace viz
