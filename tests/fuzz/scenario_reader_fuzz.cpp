// SPDX-License-Identifier: Apache-2.0
// libFuzzer: any bytes give a scenario or messages, and what is read survives the round trip.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "scenarios/reader.hpp"
#include "scenarios/writer.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto loaded = scenarios::load_text(text, "fuzz.json");
  if (loaded.scenario.has_value() != loaded.errors.empty()) std::abort();
  if (loaded.scenario) {
    const auto again = scenarios::load_text(resolved_json(*loaded.scenario), "fuzz.json");
    const bool same =
        again.scenario && resolved_json(*again.scenario) == resolved_json(*loaded.scenario);
    if (!same) std::abort();
  }
  return 0;
}
