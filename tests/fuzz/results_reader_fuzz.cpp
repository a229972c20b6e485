// SPDX-License-Identifier: Apache-2.0
// libFuzzer: any bytes give results or messages; results survive the round trip, and whatever they
// say can be shown.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "scenarios/reader.hpp"
#include "viz/report.hpp"
#include "viz/results_json.hpp"
#include "viz/results_reader.hpp"
#include "viz/terminal.hpp"

namespace {

const scenarios::Scenario& clinic() {
  static const auto loaded = scenarios::load(TROSKEL_SOURCE_DIR "/scenarios/examples/clinic.json");
  if (!loaded.scenario) std::abort();
  return *loaded.scenario;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto once = viz::read_results(text, "fuzz.json");
  if (once.results.has_value() != once.errors.empty()) std::abort();
  if (!once.results) return 0;
  const auto written = viz::results_json(*once.results);
  const auto twice = viz::read_results(written, "fuzz.json");
  if (!twice.results || !twice.warnings.empty()) std::abort();
  if (viz::results_json(*twice.results) != written) std::abort();
  if (viz::terminal_summary(clinic(), *once.results, {}).empty()) std::abort();
  if (viz::report_html(clinic(), *once.results, {}).empty()) std::abort();
  return 0;
}
