// SPDX-License-Identifier: Apache-2.0
// The Halland base year must reproduce the Swedish figures it was calibrated to: the targets of the
// scenario file (enrolled, ready bed-days, episodes, ...), each with its source. The table is
// printed, held or not, and is the last part of docs/validation.md. The same run is the one that
// README.md shows.

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "experiments/run.hpp"
#include "scenarios/reader.hpp"
#include "scenarios/rule_reader.hpp"
#include "tests/theory/table.hpp"
#include "viz/terminal.hpp"

namespace {

std::string summary_of(const scenarios::Scenario& scenario, const care::Results& results) {
  const std::filesystem::path out = "out/halland-base-2025";
  viz::TerminalOptions options;
  for (const auto* file :
       {"results.json", "run.json", "scenario.json", "summary.csv", "weekly.csv", "ledger.csv",
        "cases.csv", "replications.csv", "report.html", "XXH128SUMS"}) {
    options.files.push_back(out / file);
  }
  options.reproduce = "troskel run scenarios/halland/base-2025.json --replications 200 --seed 1";
  return viz::terminal_summary(scenario, results, options);
}

/// TROSKEL_UPDATE_GOLDEN=1 writes it anew.
void expect_readme_shows(const std::string& summary) {
  const std::string path = TROSKEL_SOURCE_DIR "/README.md";
  std::stringstream whole;
  whole << std::ifstream(path).rdbuf();
  auto text = whole.str();
  const std::string begin = "<!-- output:begin -->\n```\n";
  const auto from = text.find(begin) + begin.size();
  const auto to = text.find("```\n<!-- output:end -->");
  ASSERT_LT(from, to);
  ASSERT_NE(to, std::string::npos);
  if (std::getenv("TROSKEL_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(path) << text.replace(from, to - from, summary);
    return;
  }
  EXPECT_EQ(text.substr(from, to - from), summary);
}

/// The Swedish part of docs/validation.md.
std::string section(const scenarios::Scenario& scenario, const care::Results& results) {
  std::vector<std::vector<std::string>> rows{
      {"target", "source", "unit", "permitted", "estimate", "95 % interval", "verdict"}};
  for (const auto& target : results.targets) {
    const auto& e = target.estimate;
    const auto origin = scenario.provenance.find("/targets/" + target.id);
    const int digits = theory::decimals(e.sd / std::sqrt(static_cast<double>(e.n)));
    rows.push_back({target.label.en,
                    origin == scenario.provenance.end() ? "–" : origin->second.source.en,
                    target.unit.en, fmt::format("{:.6g} to {:.6g}", target.low, target.high),
                    fmt::format("{:.{}f}", e.mean, digits),
                    fmt::format("{:.{}f} to {:.{}f}", e.ci95.low, digits, e.ci95.high, digits),
                    target.passed ? "held" : "**FAILS**"});
  }
  return fmt::format(
      "\n## Swedish figures\n\nThe Halland base year ({} replications) against the public figures "
      "it was calibrated to. The run must\nlie within what is permitted.\n\n{}",
      results.identity.replications, theory::table(rows, 3));
}

TEST(BaseRun, HallandReproducesItsTargetsAndIsWhatTheReadmeShows) {
  const auto loaded = scenarios::load(TROSKEL_SOURCE_DIR "/scenarios/halland/base-2025.json");
  for (const auto& error : loaded.errors) ADD_FAILURE() << error.text();
  ASSERT_TRUE(loaded.scenario.has_value());
  const auto rules = scenarios::load_agreements(*loaded.scenario);
  const care::Model model(*loaded.scenario, rules.sets);
  care::RunRequest request;
  request.seed = 1;
  request.replications = 200;
  const auto results = care::run_experiment(model, request, {});

  if (const char* file = theory::ladder_file())
    std::ofstream{file} << section(*loaded.scenario, results);
  ASSERT_GE(results.targets.size(), 12U);
  for (const auto& target : results.targets) {
    const auto& estimate = target.estimate;
    std::printf("%-14s %10.2f  (%.2f to %.2f)  must lie in %.2f to %.2f: %s\n", target.id.c_str(),
                estimate.mean, estimate.ci95.low, estimate.ci95.high, target.low, target.high,
                target.passed ? "pass" : "FAIL");
    EXPECT_TRUE(target.passed) << target.id;
  }
  for (const auto& item : results.audit) {
    EXPECT_NE(item.verdict, care::AuditItem::Verdict::Violated)
        << item.id << ": " << item.detail.en;
  }
  expect_readme_shows(summary_of(*loaded.scenario, results));
}

}  // namespace
