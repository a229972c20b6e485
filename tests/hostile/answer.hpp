// SPDX-License-Identifier: Apache-2.0
/// @file
/// What the program says to a scenario, in this process: everything but the files that it writes.
#pragma once

#include <exception>
#include <fstream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "experiments/case.hpp"
#include "experiments/run.hpp"
#include "tests/temporary_folder.hpp"

namespace hostile {

using Json = nlohmann::ordered_json;

/// What became of an input.
struct Answer {
  std::vector<std::string> faults;  ///< what the user is told; empty when it ran
  care::Results results;            ///< of the run
};

/// So little that an input which does not end is stopped at once.
inline constexpr flow::Budget small_budget{
    .at_one_time = 100'000, .events = 300'000, .present = 100'000};

/// Runs a case that is fit to run, or tells why it is not. What it throws is a fault of the program.
inline Answer run_or_refuse(const care::Case& one, const flow::Budget& budget) {
  Answer result;
  for (const auto& issue : one.errors) result.faults.push_back(issue.text());
  if (!one.model) return result;
  try {
    result.results =
        care::run_case(one, "test", {.replications = 1, .threads = 1, .budget = budget});
  } catch (const flow::OutOfBudget& error) {
    result.faults.push_back(error.issue().text());
  }
  return result;
}

/// What a file gets as an answer, with all that it names.
inline Answer answer_file(const std::string& file, const flow::Budget& budget = small_budget) {
  try {
    return run_or_refuse(care::make_case({.scenario = file, .overrides = {}, .rules = {}}), budget);
  } catch (const std::exception& error) {
    return {{std::string("a fault of the program: ") + error.what()}, {}};
  }
}

/// The same of a document that names no files.
inline Answer answer(const Json& scenario, const flow::Budget& budget = small_budget) {
  const tests::TemporaryFolder folder;
  const auto file = folder / "x.json";
  std::ofstream(file, std::ios::binary)
      << scenario.dump(-1, ' ', false, Json::error_handler_t::ignore);
  auto result = answer_file(file.string(), budget);
  for (auto& fault : result.faults) {
    if (fault.starts_with(folder.path().string())) {
      fault.erase(0, folder.path().string().size() + 1);
    }
  }
  return result;
}

}  // namespace hostile
