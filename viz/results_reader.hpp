// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a run left, read back. What reads without an error writes again as it was: results_json(),
// csv() of its tables of replications and cases give the bytes that the program wrote.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "experiments/results.hpp"
#include "scenarios/issue.hpp"

namespace viz {

/// What became of a results.json.
struct LoadedResults {
  /// Only when there are no errors; without replications and cases, which are in files of their
  /// own, and without `ledger_replications`, which no file holds.
  std::optional<care::Results> results;
  std::vector<scenarios::Issue> errors;    ///< `file#/pointer: expected X, got Y`; at most 20
  std::vector<scenarios::Issue> warnings;  ///< members that this version does not know
};

/// Reads results.json; `shown` is the file's name in issues. Throws nothing but std::bad_alloc.
[[nodiscard]] LoadedResults read_results(std::string_view text, const std::string& shown);

/// Reads replications.csv into `results`: its columns, one value for each replication of the run,
/// in their order. False, with nothing changed, when there is an issue.
[[nodiscard]] bool read_replications(std::string_view text, const std::string& shown,
                                     care::Results& results, std::vector<scenarios::Issue>& issues);

/// Reads cases.csv into `results`, as far as the file says: of the persons, the mean and its
/// interval. False, with nothing changed, when there is an issue.
[[nodiscard]] bool read_cases(std::string_view text, const std::string& shown,
                              care::Results& results, std::vector<scenarios::Issue>& issues);

}  // namespace viz
