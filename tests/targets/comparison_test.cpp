// SPDX-License-Identifier: Apache-2.0
// Comparisons of Halland years: what the same luck gains, and that kronor add up.
#include "experiments/comparison.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "experiments/comparison_columns.hpp"
#include "experiments/run.hpp"
#include "scenarios/reader.hpp"
#include "scenarios/rule_reader.hpp"
#include "tests/experiments/comparison_case.hpp"

namespace {

using care::Effect;

care::Results eight_years(const scenarios::Scenario& scenario) {
  const care::Model model(scenario);
  return care::run_experiment(model, {.seed = 3, .replications = 8}, {});
}

scenarios::Scenario halland(const std::vector<std::string>& overrides) {
  auto loaded = scenarios::load(TROSKEL_SOURCE_DIR "/scenarios/halland/base-2025.json", overrides);
  EXPECT_TRUE(loaded.scenario) << (loaded.errors.empty() ? "" : loaded.errors.front().text());
  return *loaded.scenario;
}

/// Whether a figure has a value in any year; what adds up and is not there is 0.
bool has_value(const care::Results& results, const care::Key& key) {
  if (care::is_additive(key)) return true;
  const auto column = std::ranges::find(results.replications, key.id, &care::ReplicationColumn::id);
  return column != results.replications.end() &&
         std::ranges::any_of(column->values, [](double value) { return !std::isnan(value); });
}

TEST(ComparisonOfYears, OneMoreNurseLeavesFewerVisitsMissed) {
  // So few substitutes that visits are missed every year and one nurse is felt.
  const std::string few = "/care/roles/nurse/replacement=0";
  const auto base = halland({few});
  const auto more = halland({few, "/care/municipalities/laholm/teams/nurse/people=18",
                             "/care/municipalities/laholm/teams/nurse/roster/2/posts=3"});
  const auto before = eight_years(base), after = eight_years(more);
  const std::vector<care::Contestant> contestants{{"base", base.title, &base, &before},
                                                  {"same", base.title, &base, &before},
                                                  {"more", more.title, &more, &after}};
  const auto comparison = care::compare(contestants);

  const care::Tally& same = comparison.tallies[0];
  EXPECT_GT(same.compared, 800U);
  EXPECT_EQ(same.identical, same.compared);
  EXPECT_TRUE(same.journeys_identical);
  const auto left_out = std::ranges::count_if(
      comparison.figures, [&](const auto& figure) { return !has_value(before, figure.key); });
  EXPECT_EQ(same.left_out, left_out);
  EXPECT_GT(left_out, 0);  // of groups without a short week: when it came, how long it was
  for (const auto& stakeholder : comparison.stakeholders) {
    for (const auto& one : stakeholder.figures) {
      EXPECT_EQ(care::effect_of(*one.figure.differences[0], one.aim), Effect::NotAffected)
          << one.figure.key.id;
    }
  }

  const auto* missed = comparison_case::figure(comparison, "patients.missed_visits.laholm");
  ASSERT_NE(missed, nullptr);
  EXPECT_LT(missed->figure.differences[1]->mean, 0);
  EXPECT_GT(missed->figure.differences[1]->lower, missed->figure.differences[1]->higher);
  const auto* cost = comparison_case::figure(comparison, "municipal_finance.municipal_kronor");
  ASSERT_NE(cost, nullptr);
  EXPECT_GT(cost->figure.differences[1]->mean, 0);
  EXPECT_GT(comparison.tallies[1].identical, 0U);
  EXPECT_LT(comparison.tallies[1].identical, comparison.tallies[1].compared);

  // The gain of the same luck: at most half of what independent seeds would have given.
  const auto* hours = comparison_case::figure(comparison, "municipalities.nurse_hours");
  ASSERT_NE(hours, nullptr);
  const auto& d = *hours->figure.differences[1];
  const double paired = (d.ci95.high - d.ci95.low) / 2;
  std::cout << "half-width of the difference in municipal nurse hours: paired " << paired
            << ", independent seeds " << d.independent_half_width << '\n';
  EXPECT_LE(paired, d.independent_half_width / 2);
}

/// The base year under other rules, as `compare --rules` runs it. What moves with the rules is a few
/// patients who need much, and how many they are is chance: pairing takes nothing away from that.
/// What is paid follows the same rosters and absences, and there it does.
TEST(ComparisonOfYears, RulesOnTheSamePeople) {
  const auto base = halland({});
  const auto under = [&](const std::string& rules) {
    auto loaded = scenarios::load_rules(std::filesystem::path(TROSKEL_SOURCE_DIR) /
                                        ("scenarios/rules/" + rules + ".json"));
    EXPECT_TRUE(loaded.rules.has_value()) << rules;
    const std::vector<scenarios::RuleSet> sets{*loaded.rules};
    const care::Model model{base, sets};
    EXPECT_TRUE(model.issues().empty()) << rules;
    return care::run_experiment(model, {.seed = 1, .replications = 20}, {});
  };
  const auto region = under("halland_2021_region");
  const auto municipality = under("halland_2021_kommun");
  const auto on_the_list = under("halland_2021_klinik_lista_2023");
  const auto and_of_2025 = under("halland_2021_klinik_lista_2025");
  const auto wide = under("halland_2021_klinik_vid_lasning");
  const auto earlier = under("halland_2015");
  const auto comparison = care::compare(
      std::vector<care::Contestant>{{"region", base.title, &base, &region},
                                    {"municipality", base.title, &base, &municipality},
                                    {"2023", base.title, &base, &on_the_list},
                                    {"2025", base.title, &base, &and_of_2025},
                                    {"wide", base.title, &base, &wide},
                                    {"2015", base.title, &base, &earlier}});
  const auto difference = [&](const char* id, std::size_t k) {
    return *comparison_case::figure(comparison, id)->figure.differences[k];
  };
  const auto share = [&](std::size_t k) {
    const auto d = difference("municipalities.nurse_hours", k);
    return d.mean / d.base;
  };
  // In the municipalities' reading the few on their list change owner, and nobody's visits are given by others.
  ASSERT_EQ(comparison.changed.size(), 5U);
  EXPECT_GT(comparison.changed[0].persons, 20);
  EXPECT_LT(comparison.changed[0].persons, 40);
  EXPECT_TRUE(difference("municipalities.nurse_hours", 0).identical);
  const auto answered = difference("municipalities.hours_answered", 0);
  EXPECT_NEAR(answered.mean / answered.base, -0.055, 0.015);
  // What would leave the municipalities' nurses if the clinic performed it: 7.5, 20 and 44 % of the hours of nurses
  // and assistants by the audit of the documents; of the nurses' own hours less.
  EXPECT_NEAR(comparison.changed[1].persons, comparison.changed[0].persons, 1);
  EXPECT_NEAR(share(1), -0.05, 0.02);
  EXPECT_NEAR(share(2), -0.15, 0.03);
  EXPECT_NEAR(share(3), -0.37, 0.05);
  EXPECT_GT(comparison.changed[3].persons, 400);
  // Pairing pays for what follows the same rosters and absences.
  for (const std::size_t k : {1U, 2U, 3U}) {
    const auto paid = difference("municipalities.nurse_hours_paid", k);
    EXPECT_LE((paid.ci95.high - paid.ci95.low) / 2, paid.independent_half_width / 2) << k;
  }
  // Nothing of the threshold has changed since 2015 (D01).
  EXPECT_EQ(comparison.changed[4].persons, 0);
  EXPECT_TRUE(comparison.tallies[4].journeys_identical);
}

TEST(ComparisonOfYears, KronorAddUpToTheLedger) {
  const auto base = halland({});
  const auto results = eight_years(base);
  const std::vector<care::Contestant> contestants{{"base", base.title, &base, &results},
                                                  {"same", base.title, &base, &results}};
  const auto comparison = care::compare(contestants);
  double total = 0, region = 0;
  for (const auto& row : results.ledger) {
    if (row.principal == "total") total += row.kronor.mean;
    if (row.principal == "region") region += row.kronor.mean;
  }
  const auto base_of = [&](const char* id) {
    return comparison_case::figure(comparison, id)->figure.differences.front()->base;
  };
  EXPECT_NEAR(base_of("committee.all_kronor"), total, 1e-9 * total);
  EXPECT_NEAR(base_of("region_hospital.region_kronor"), region, 1e-9 * total);
  EXPECT_NEAR(base_of("municipal_finance.municipal_kronor"), total - region, 1e-9 * total);
}

}  // namespace
