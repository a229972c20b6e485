// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "experiments/results.hpp"
#include "viz/run_record.hpp"

namespace viz {

/// Format mark in results.json; changes when a reader of the old file would misread the new one.
inline constexpr std::string_view results_format = "troskel.results/1";

/// results.json: estimates, series, ledger, targets, audit and provenance. Keys and records in a
/// fixed order, shortest round-trip numbers, no clock and no threads: equal results give equal
/// bytes.
[[nodiscard]] std::string results_json(const care::Results& results);

/// run.json: when, where, how long, with how many threads, by which build and command.
[[nodiscard]] std::string run_json(const RunRecord& record, const care::RunIdentity& identity);

}  // namespace viz
