// SPDX-License-Identifier: Apache-2.0
// libFuzzer: any bytes give a scenario or messages, and what is read survives the round trip; the
// same of rule sets and patient cases.
// The corpus beside this file is where it starts.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "scenarios/csv.hpp"
#include "scenarios/reader.hpp"
#include "scenarios/rule_reader.hpp"
#include "scenarios/writer.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto loaded = scenarios::load_text(text, "fuzz.json");
  if (loaded.scenario.has_value() != loaded.errors.empty()) std::abort();
  if (loaded.scenario) {
    const auto again = scenarios::load_text(loaded.resolved_json, "fuzz.json");
    if (again.resolved_json != loaded.resolved_json) std::abort();
  }
  const auto rules = scenarios::load_rules_text(text, "fuzz.json");
  if (rules.rules.has_value() != rules.errors.empty()) std::abort();
  if (rules.rules) {
    const auto again = scenarios::load_rules_text(scenarios::resolved_json(*rules.rules), "f.json");
    if (!again.rules) std::abort();
  }
  const auto patient_case = scenarios::load_case_text(text, "fuzz.json");
  if (patient_case.patient_case.has_value() != patient_case.errors.empty()) std::abort();
  std::vector<scenarios::Issue> issues;
  const auto table = scenarios::parse_csv(text, "fuzz.csv", issues);
  for (const auto& row : table.rows) {
    if (row.size() != table.header.size()) std::abort();
  }
  return 0;
}
