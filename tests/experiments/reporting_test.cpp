// SPDX-License-Identifier: Apache-2.0
// What is reported, and how, changes nothing of what happens.
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "experiments/run.hpp"
#include "tests/temporary_folder.hpp"

namespace {

using Figures = std::map<std::string, double>;

/// Rules under which the region takes over home health care in the summer.
void write_rules_with_a_summer(const std::filesystem::path& file) {
  std::ofstream(file) << R"({"extends": ")" << TROSKEL_SOURCE_DIR
                      << R"(/scenarios/rules/halland_2021_region.json", "title": "T",
    "rules": {"in_summer": {"when": {"season": "summer", "in_the_home": "yes"},
      "responsible": "region", "performer": "health_centre", "reason": "r", "source": "D21"}}})";
}

/// Means of a Halland year under rules with a summer of their own, but for those of the shortage.
Figures figures_but_shortage(const std::vector<std::string>& overrides) {
  const std::string scenarios = std::string{TROSKEL_SOURCE_DIR} + "/scenarios/";
  const tests::TemporaryFolder folder;
  write_rules_with_a_summer(folder / "summer.json");
  std::vector<std::string> all{"/horizon/days=280", "/horizon/warm_up_days=7"};
  all.insert(all.end(), overrides.begin(), overrides.end());
  const auto one = care::make_case({.scenario = scenarios + "halland/base-2025.json",
                                    .overrides = all,
                                    .rules = (folder / "summer.json").string()});
  EXPECT_TRUE(one.errors.empty());
  Figures figures;
  for (const auto& metric : care::run_case(one, "test", {.replications = 1}).metrics) {
    const bool has_value = metric.n > 0;  // none is no number, and not equal to itself
    const auto& quantity = metric.key.quantity;
    const bool of_season = quantity == "any" || quantity.starts_with("season_");
    if (metric.key.group != "shortage" && !of_season && has_value)
      figures[metric.key.id] = metric.mean;
  }
  return figures;
}

// A7: the rules' summer was the season of the shortage report.
TEST(Reporting, A7TheSeasonOfAReportMovesNoOtherFigure) {
  const auto base = figures_but_shortage({});
  EXPECT_GT(base.size(), 200U);
  EXPECT_EQ(base, figures_but_shortage({"/care/shortage/season=[1,10]"}));
  // The rules have a summer of their own, and it matters.
  EXPECT_NE(base, figures_but_shortage({"/care/responsibility/summer=[1,10]"}));
}

}  // namespace
