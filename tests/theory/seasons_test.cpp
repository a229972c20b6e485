// SPDX-License-Identifier: Apache-2.0
// The risk of shortage in a season, of runs with one and with several.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "experiments/run.hpp"
#include "tests/models/staffing_case.hpp"
#include "tests/theory/ladder.hpp"
#include "tests/theory/theory.hpp"

namespace seasons_test {

using namespace staffing_case;
using theory::Claim;
using theory::Group;

/// Patients come at random in weeks 26 to 32, stay for a week and are to be seen every day, for longer
/// than all who are there can give: a season is short when somebody comes.
cases::Builder visits_that_never_fit(double per_day, int years) {
  cases::Builder b;
  b.attribute("municipality", {"west"}).exit("gone").horizon(0, 364 * years);
  b.scenario().horizon.start = cases::day(2025, 1, 6);
  b.setting("home", cases::unlimited, cases::fixed_days(7), {{"gone", 1}});
  auto& arrival = b.arrival("referrals", per_day, "home");
  scenarios::CalendarRule summer;
  summer.weeks = {26, 32};
  summer.value = 1;
  arrival.intensity.calendar = scenarios::Calendar{0, {summer}};
  arrival.intensity.normalise = false;
  scenarios::Task task = visits(7, minutes(15000));
  task.priority = scenarios::Priority::MustAttend;
  b.scenario().care = with_tasks({task});
  return b;
}

TEST(Seasons, A9HaveTheRiskOfOneEach) {
  constexpr double per_day = 0.03;
  const double exact = 1 - std::exp(-per_day * 49);
  for (const int years : {1, 2, 5}) {
    const Claim claim{Group::Absence,
                      fmt::format("visits that never fit, {} summers a run", years)};
    const care::Model model{visits_that_never_fit(per_day, years).scenario()};
    const auto r = care::run_experiment(model, {.seed = 9, .replications = 800, .threads = 1}, {});
    const auto shares =
        std::ranges::find(r.replications, "any.nurse.west", &care::ReplicationColumn::id)->values;
    EXPECT_TRUE(claim.agrees("risk of shortage in a summer", shares, exact));
    const auto* any = care::find_metric(r, "any.nurse.west");
    EXPECT_EQ(any->trials, 800U * static_cast<unsigned>(years));
    EXPECT_LE(any->ci95.low, exact);
    EXPECT_GE(any->ci95.high, exact);
  }
}

}  // namespace seasons_test
