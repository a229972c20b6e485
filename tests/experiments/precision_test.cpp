// SPDX-License-Identifier: Apache-2.0
// When a run may stop: --precision.
#include <gtest/gtest.h>

#include "experiments/run.hpp"
#include "tests/models/scenario_builder.hpp"
#include "tests/models/staffing_case.hpp"

namespace {

/// A ward that so many patients a day come to, for ten days, and a measure of how many.
cases::Builder ward(double per_day) {
  cases::Builder b;
  b.exit("home").horizon(0, 10);
  b.setting("ward", cases::unlimited, cases::exponential_days(1), {{"home", 1}});
  b.arrival("referrals", per_day, "ward");
  scenarios::Measure measure;
  measure.numerator.count = scenarios::Quantity::Count::Entries;
  measure.numerator.settings = {"ward"};
  b.scenario().measures.emplace_back("entries_in_all", measure);
  return b;
}

care::Results run(const cases::Builder& b, std::uint64_t seed, std::uint32_t most) {
  const care::Model model{b.scenario()};
  return care::run_experiment(
      model, {.seed = seed, .replications = most, .threads = 1, .precision = 0.2}, {});
}

TEST(Precision, A21DoesNotStopBeforeARareEventIsSeen) {
  // One in fifty replications has an event: 0 in all of the first is no precise answer.
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    EXPECT_EQ(run(ward(0.002), seed, 150).identity.replications, 150U) << seed;
  }
}

TEST(Precision, A21RunsAtLeastThirty) {
  const auto r = run(ward(50), 1, 500);
  EXPECT_EQ(r.identity.replications, 35U);  // precise at 30, and for five more
}

TEST(Precision, A21LooksAtEveryRisk) {
  auto b = ward(50);
  b.attribute("municipality", {"west"});
  scenarios::Task task = staffing_case::visits(1, staffing_case::minutes(10));
  task.settings = {"ward"};
  task.priority = scenarios::Priority::TimeCritical;
  b.scenario().care = staffing_case::with_tasks({task});
  // Without a week of the season there is no risk to look at.
  EXPECT_EQ(care::headline_metrics(care::Model{b.scenario()}).size(), 1U);
  b.horizon(0, 364);
  // Of the team, of the municipality, of the role and of any.
  EXPECT_EQ(care::headline_metrics(care::Model{b.scenario()}).size(), 5U);
}

}  // namespace
