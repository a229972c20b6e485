// SPDX-License-Identifier: Apache-2.0
// Settings day by day (/report_daily) when arrivals follow the days of the week, against M(t)/M/inf.
#include <array>
#include <cmath>
#include <string>

#include <fmt/format.h>

#include "experiments/run.hpp"
#include "tests/models/scenario_builder.hpp"
#include "tests/theory/ladder.hpp"

namespace days_test {

/// Within a day of rate L the mean number present goes as m' = L - m / stay.
TEST(Days, C2PatternOfTheWeek) {
  const theory::Claim claim{theory::Group::UnlimitedPeriodic,
                            "by weekday, exponential stay of 2 days; day by day"};
  constexpr double rate = 20, stay = 2;
  constexpr std::array by_weekday{1.2, 1.0, 1.0, 1.0, 1.0, 0.5, 0.25};
  constexpr int warm_up = 28, days = 7;
  cases::Builder b;
  b.exit("gone").horizon(warm_up, days);
  b.scenario().horizon.holidays = scenarios::Horizon::Holidays::None;
  b.setting("home", cases::unlimited, cases::exponential_days(stay), {{"gone", 1}});
  b.arrival("patients", rate, "home").intensity.by_weekday = {by_weekday.begin(), by_weekday.end()};
  b.scenario().report_daily = {"home"};
  const auto results = care::run_experiment(care::Model{b.scenario()},
                                            {.seed = 8, .replications = 500, .threads = 1}, {});
  ASSERT_EQ(results.daily.size(), std::size_t{days});
  const auto agrees = [&](const care::DayRow& row, care::DayNumber number, double truth) {
    const auto& e = row.numbers[static_cast<std::size_t>(number)];
    return claim.agrees(fmt::format("{} on day {}", scenarios::name_of(number), row.weekday),
                        sim::Estimate{e.mean, e.sd, (e.ci95.high - e.ci95.low) / 2, e.n}, truth);
  };
  double present = 0;
  for (int day = 0; day < warm_up + days; ++day) {
    const double per_day = rate * by_weekday[static_cast<std::size_t>(day % 7)];
    const double level = per_day * stay, gone = 1 - std::exp(-1 / stay);
    const double next = present + (level - present) * gone;
    if (day >= warm_up) {
      const auto& row = results.daily[static_cast<std::size_t>(day - warm_up)];
      EXPECT_EQ(row.weekday, day % 7 + 1);
      EXPECT_TRUE(agrees(row, care::DayNumber::Present, level + (present - level) * stay * gone));
      EXPECT_TRUE(agrees(row, care::DayNumber::Entries, per_day));
      EXPECT_TRUE(agrees(row, care::DayNumber::Departures, present + per_day - next));
    }
    present = next;
  }
}

}  // namespace days_test
