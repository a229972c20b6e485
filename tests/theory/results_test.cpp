// SPDX-License-Identifier: Apache-2.0
// The same exact answers at the other end: what an experiment reports, in its own units and with
// its own intervals.
#include "experiments/run.hpp"
#include "tests/theory/reported.hpp"
#include "tests/theory/theory.hpp"

namespace results_test {

using Policy = scenarios::WhenFull::Policy;

care::Results run(const scenarios::Scenario& scenario, std::uint32_t replications = 40) {
  const care::Model model{scenario};
  return care::run_experiment(model, {.seed = 11, .replications = replications, .threads = 1}, {});
}

const care::Occupancy& occupancy(const care::Results& results, std::string_view setting) {
  return *std::ranges::find(results.occupancy, setting, &care::Occupancy::setting);
}

double share_at(const care::Occupancy& o, std::uint32_t level) {
  if (level < o.first_level || level - o.first_level >= o.share.size()) return 0;
  return o.share[level - o.first_level];
}

void expect_no_violation(const care::Results& results) {
  for (const auto& item : results.audit) {
    EXPECT_NE(item.verdict, care::AuditItem::Verdict::Violated)
        << item.id << ": " << item.detail.en;
  }
}

TEST(Reported, WaitsAndOccupancyOfADelaySystem) {
  constexpr int places = 6;
  constexpr double a = 4.8, stay = 3;
  cases::Builder b;
  b.exit("home").horizon(100, 1200);
  b.setting("ward", places, cases::exponential_days(stay), {{"home", 1}});
  b.arrival("patients", a / stay, "ward");
  const auto r = run(b.scenario(), 80);
  const theory::Claim claim{theory::Group::Reported, "6 places, load 0.8"};
  EXPECT_TRUE(theory::reports(claim, r, "wait.ward", theory::mmc_wait(places, a) * stay * 24, 0.2));
  EXPECT_TRUE(theory::reports(claim, r, "waited.ward", 100 * theory::erlang_c(places, a)));
  EXPECT_TRUE(theory::reports(claim, r, "utilisation.ward", 100 * a / places));
  EXPECT_TRUE(theory::reports(claim, r, "occupied.ward", a));
  EXPECT_TRUE(theory::reports(claim, r, "present.ward", a));
  EXPECT_TRUE(theory::reports(claim, r, "capacity.ward", places));
  EXPECT_TRUE(theory::reports(claim, r, "queue.ward", theory::mmc_wait(places, a) * a, 0.2));
  EXPECT_TRUE(theory::reports(claim, r, "entries.ward", a / stay));
  EXPECT_TRUE(theory::reports(claim, r, "stay.ward", stay));
  EXPECT_TRUE(theory::reports(claim, r, "bed_days.ward", a * 1200));
  EXPECT_TRUE(theory::reports(claim, r, "exits.home", a / stay * 1200));
  expect_no_violation(r);
  const auto& o = occupancy(r, "ward");
  EXPECT_NEAR(o.mean, a, 0.1);
  double sum = 0;
  for (std::uint32_t n = 0; n <= places; ++n) sum += share_at(o, n);
  EXPECT_NEAR(sum, 1, 1e-12);
  for (int n = 0; n < places; ++n) {
    EXPECT_NEAR(share_at(o, static_cast<std::uint32_t>(n)), theory::mmc_level(n, places, a), 0.012);
  }
  EXPECT_NEAR(share_at(o, places), theory::erlang_c(places, a), 0.02);
}

TEST(Reported, OccupancyOfALossSystem) {
  constexpr int places = 6;
  constexpr double a = 4;
  cases::Builder b;
  b.exit("home").horizon(50, 2000);
  auto& ward = b.setting("ward", places, cases::lognormal_days(2, 0.8), {{"home", 1}});
  ward.when_full.policy = Policy::Lost;
  b.arrival("patients", 2, "ward");
  const auto r = run(b.scenario());
  const double lost = theory::erlang_b(places, a);
  const theory::Claim claim{theory::Group::Reported, "6 places, loss, lognormal stay"};
  EXPECT_TRUE(theory::reports(claim, r, "lost.ward", 2 * lost * 2000, 0.1));
  EXPECT_TRUE(theory::reports(claim, r, "occupied.ward", a * (1 - lost)));
  EXPECT_TRUE(theory::reports(claim, r, "moves.arrival.lost", 2 * lost * 2000, 0.1));
  const auto& o = occupancy(r, "ward");
  double norm = 0;
  for (int n = 0; n <= places; ++n) norm += theory::poisson(n, a);
  for (int n = 0; n <= places; ++n) {
    EXPECT_NEAR(share_at(o, static_cast<std::uint32_t>(n)), theory::poisson(n, a) / norm, 0.008);
  }
  expect_no_violation(r);
}

/// How many beds would have been enough? Read from a ward without limit: P(N >= c) for any c.
TEST(Reported, ProbabilityOfDelayForAnyCapacity) {
  constexpr double a = 9;
  cases::Builder b;
  b.exit("home").horizon(100, 3000);
  b.setting("ward", cases::unlimited, cases::gamma_days(4.5, 1.1), {{"home", 1}});
  b.arrival("patients", 2, "ward");
  const auto r = run(b.scenario());
  const auto& o = occupancy(r, "ward");
  EXPECT_NEAR(o.mean, a, 0.1);
  for (int c = 4; c <= 16; ++c) {
    double simulated = 0, exact = 1;
    for (std::uint32_t n = static_cast<std::uint32_t>(c); n < 60; ++n) simulated += share_at(o, n);
    for (int n = 0; n < c; ++n) exact -= theory::poisson(n, a);
    EXPECT_NEAR(simulated, exact, 0.012) << c;
  }
}

/// Weekly series: the mean number present through a calendar that opens and closes.
TEST(Reported, WeeklySeriesFollowsTheRate) {
  cases::Builder b;
  b.exit("home").horizon(0, 70);
  b.setting("ward", cases::unlimited, cases::fixed_days(0.5), {{"home", 1}});
  auto& arrival = b.arrival("patients", 8, "ward");
  scenarios::CalendarRule summer;
  summer.weeks = {3, 5};
  summer.factor = 0.25;
  arrival.intensity.calendar.changes.push_back(summer);
  const auto r = run(b.scenario(), 100);
  const auto series =
      std::ranges::find_if(r.weekly, [](const auto& s) { return s.key.id == "entries.ward"; });
  ASSERT_NE(series, r.weekly.end());
  ASSERT_EQ(series->points.size(), 10U);
  for (const auto& point : series->points) {
    const bool is_summer = point.iso_week >= 3 && point.iso_week <= 5;
    EXPECT_NEAR(point.mean, is_summer ? 2 : 8, 0.45) << point.iso_week;
    EXPECT_EQ(point.days, 7);
  }
}

}  // namespace results_test
