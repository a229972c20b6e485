// SPDX-License-Identifier: Apache-2.0
// What is told of a risk and of a quantile, from the values of the replications by hand: formulas
// typed out and ranks from tables, nothing of the program's own statistics.
#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

#include "experiments/run.hpp"
#include "tests/models/staffing_case.hpp"
#include "tests/theory/ladder.hpp"
#include "tests/theory/theory.hpp"

namespace estimates_test {

using namespace staffing_case;
using theory::Claim;
using theory::Group;

/// One nurse has two hours a day for visits of about an hour; how many come on a day is left to chance.
/// Four weeks, of which ISO week 26 is the season.
cases::Builder a_week_of_chance() {
  scenarios::Care care;
  care.roles.emplace_back("nurse", reliable_role());
  care.shifts.emplace_back("day", scenarios::Shift{{}, 7, 2});
  scenarios::Municipality west;
  west.teams.emplace_back("nurse", team_of(1, 1));
  care.municipalities.emplace_back("west", west);
  scenarios::Task visit = visits(0, lognormal_minutes(50, 0.3));
  visit.once = true;
  visit.priority = scenarios::Priority::MustAttend;
  care.tasks.emplace_back("visit", visit);
  care.shortage.season = {26, 26};
  cases::Builder b;
  b.attribute("municipality", {"west"}).exit("gone").horizon(0, 28);
  b.scenario().horizon.start = cases::day(2025, 6, 16);
  b.setting("home", cases::unlimited, cases::fixed_days(1), {{"gone", 1}});
  b.arrival("referrals", 0.6, "home");
  b.scenario().care = care;
  return b;
}

const std::vector<double>& column(const care::Results& results, std::string_view id) {
  return std::ranges::find(results.replications, id, &care::ReplicationColumn::id)->values;
}

// A17: Wilson's interval of k seasons of n, (k + z²/2 ± z sqrt(k (n - k) / n + z²/4)) / (n + z²).
TEST(Estimates, A17ARiskByHand) {
  const care::Model model{a_week_of_chance().scenario()};
  const auto r = care::run_experiment(model, {.seed = 3, .replications = 100, .threads = 1}, {});
  const auto* any = care::find_metric(r, "any.nurse.west");
  ASSERT_NE(any, nullptr);
  const auto& seasons = column(r, "any.nurse.west");
  const auto k = static_cast<double>(std::ranges::count(seasons, 1.0));
  constexpr double n = 100, z = 1.959963984540054;
  ASSERT_GT(k, 3);
  ASSERT_LT(k, 40);  // far from a half, where other intervals are the same
  const Claim claim{Group::Reported, "seasons with a shortage, of 100 runs"};
  const double centre = k + z * z / 2, reach = z * std::sqrt(k * (n - k) / n + z * z / 4);
  EXPECT_TRUE(claim.equals("the risk", any->mean, k / n));
  EXPECT_TRUE(claim.equals("its interval from", any->ci95.low, (centre - reach) / (n + z * z)));
  EXPECT_TRUE(claim.equals("its interval to", any->ci95.high, (centre + reach) / (n + z * z)));
}

// A17: of 100 values the median lies between the 40th and the 61st, and the 95 % quantile between the
// 90th and the greatest: P(B < 40) = P(B >= 61) = 0.018 of 100 trials at 0.5, P(B < 90) = 0.011 and
// P(B >= 100) = 0.006 at 0.95, and one rank further in both are more than 0.025.
TEST(Estimates, A17AQuantileByHand) {
  const care::Model model{a_week_of_chance().scenario()};
  const auto r = care::run_experiment(model, {.seed = 3, .replications = 100, .threads = 1}, {});
  const auto* given = care::find_metric(r, "given.nurse.west");
  ASSERT_NE(given, nullptr);
  auto hours = column(r, "given.nurse.west");
  std::ranges::sort(hours);
  const auto nth = [&](std::size_t rank) { return hours[rank - 1]; };
  const Claim claim{Group::Reported, "hours given, of 100 runs"};
  EXPECT_TRUE(claim.equals("median, hours", given->p50.value(), nth(50)));
  EXPECT_TRUE(claim.equals("its interval from, hours", given->p50_ci95.value().low, nth(40)));
  EXPECT_TRUE(claim.equals("its interval to, hours", given->p50_ci95.value().high, nth(61)));
  EXPECT_TRUE(claim.equals("95 % quantile, hours", given->p95.value(), nth(95)));
  EXPECT_TRUE(claim.equals("its interval from, hours", given->p95_ci95.value().low, nth(90)));
  EXPECT_TRUE(claim.equals("its interval to, hours", given->p95_ci95.value().high, nth(100)));
}

}  // namespace estimates_test
