// SPDX-License-Identifier: Apache-2.0
// libFuzzer: any bytes give a scenario or messages, and what is read survives the round trip.
// The corpus beside this file is where it starts.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "scenarios/csv.hpp"
#include "scenarios/reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto loaded = scenarios::load_text(text, "fuzz.json");
  if (loaded.scenario.has_value() != loaded.errors.empty()) std::abort();
  if (loaded.scenario) {
    const auto again = scenarios::load_text(loaded.resolved_json, "fuzz.json");
    if (again.resolved_json != loaded.resolved_json) std::abort();
  }
  std::vector<scenarios::Issue> issues;
  const auto table = scenarios::parse_csv(text, "fuzz.csv", issues);
  for (const auto& row : table.rows) {
    if (row.size() != table.header.size()) std::abort();
  }
  return 0;
}
