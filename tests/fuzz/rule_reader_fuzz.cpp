// SPDX-License-Identifier: Apache-2.0
// libFuzzer: any bytes give a rule set or messages, and a patient case or messages; what is read
// survives the round trip.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "scenarios/rule_reader.hpp"
#include "scenarios/writer.hpp"

namespace {

using scenarios::resolved_json;

void try_rules(std::string_view text) {
  const auto loaded = scenarios::load_rules_text(text, "fuzz.json");
  if (loaded.rules.has_value() != loaded.errors.empty()) std::abort();
  if (!loaded.rules) return;
  const auto resolved = resolved_json(*loaded.rules);
  const auto again = scenarios::load_rules_text(resolved, "fuzz.json");
  if (!again.rules || resolved_json(*again.rules) != resolved) std::abort();
}

void try_case(std::string_view text) {
  const auto loaded = scenarios::load_case_text(text, "fuzz.json");
  if (loaded.patient_case.has_value() != loaded.errors.empty()) std::abort();
  if (!loaded.patient_case) return;
  const auto resolved = resolved_json(*loaded.patient_case);
  const auto again = scenarios::load_case_text(resolved, "fuzz.json");
  if (!again.patient_case || resolved_json(*again.patient_case) != resolved) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  try_rules(text);
  try_case(text);
  return 0;
}
