// SPDX-License-Identifier: Apache-2.0
// Limits and numbers through time against birth-and-death processes: M/M/1, M/M/c, M/M/c/c, M/M/inf.
#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "experiments/run.hpp"
#include "tests/models/scenario_builder.hpp"
#include "tests/theory/ladder.hpp"

namespace levels_test {

using scenarios::Level;

void add_limit(cases::Builder& b, const std::string& name, Level count,
               std::optional<double> at_least = {}) {
  scenarios::Limit limit;
  limit.setting = "ward";
  limit.count = count;
  limit.at_least = at_least;
  b.scenario().limits.emplace_back(name, limit);
}

/// Exponential stays of a day in so many places.
cases::Builder ward(double places, double per_day, scenarios::WhenFull::Policy policy) {
  cases::Builder b;
  b.exit("home").horizon(50, 1000);
  b.setting("ward", places, cases::exponential_days(1), {{"home", 1}}).when_full.policy = policy;
  b.arrival("patients", per_day, "ward");
  return b;
}

/// What a run gave, held against what is exact.
class Told {
 public:
  Told(const theory::Claim& claim, const scenarios::Scenario& scenario, std::uint32_t replications)
      : claim_(claim),
        results_(care::run_experiment(
            care::Model{scenario}, {.seed = 5, .replications = replications, .threads = 1}, {})) {}

  [[nodiscard]] ::testing::AssertionResult agrees(const std::string& id, const std::string& unit,
                                                  double truth) const {
    const auto found = std::ranges::find(results_.replications, id, &care::ReplicationColumn::id);
    return claim_.agrees(id + unit, found->values, truth);
  }
  [[nodiscard]] double mean(std::string_view id) const {
    return care::find_metric(results_, id)->mean;
  }

 private:
  const theory::Claim& claim_;
  care::Results results_;
};

TEST(Levels, C2QueueOverALimitInMM1) {
  const theory::Claim claim{theory::Group::Waiting, "1 place, load 0.5; over a limit"};
  constexpr double load = 0.5, days = 1000;
  auto b = ward(1, load, scenarios::WhenFull::Policy::WaitOutside);
  add_limit(b, "queue_2", Level::Queued, 2);
  b.scenario().report_levels = {"ward"};
  const Told told{claim, b.scenario(), 200};
  // Two in the queue are three in all: so likely is it, and so often is it reached from below.
  EXPECT_TRUE(told.agrees("queue_2.hours", ", hours", 24 * days * std::pow(load, 3)));
  EXPECT_TRUE(
      told.agrees("queue_2.episodes", ", episodes", days * load * (1 - load) * std::pow(load, 2)));
  // At most none 75 %, two 93.75 % and three 96.9 % of the time.
  EXPECT_EQ(told.mean("queued_p05.ward"), 0);
  EXPECT_EQ(told.mean("queued_p50.ward"), 0);
  EXPECT_NEAR(told.mean("queued_p95.ward"), 3, 0.2);
}

TEST(Levels, C2AllPlacesTakenInMMc) {
  const theory::Claim claim{theory::Group::Waiting, "3 places, load 0.7; all taken"};
  constexpr double offered = 2.1, days = 1000;
  auto b = ward(3, offered, scenarios::WhenFull::Policy::WaitOutside);
  add_limit(b, "full", Level::Occupied);
  const Told told{claim, b.scenario(), 100};
  const double term = std::pow(offered, 3) / 6 / (1 - offered / 3);
  const double empty = 1 / (1 + offered + offered * offered / 2 + term);
  EXPECT_TRUE(told.agrees("full.hours", ", hours", 24 * days * empty * term));
  // An episode begins when one comes to two.
  EXPECT_TRUE(
      told.agrees("full.episodes", ", episodes", days * offered * empty * offered * offered / 2));
}

TEST(Levels, C2AllPlacesTakenInMMcc) {
  const theory::Claim claim{theory::Group::Loss, "3 places, 2 offered; all taken"};
  constexpr double offered = 2, days = 1000;
  auto b = ward(3, offered, scenarios::WhenFull::Policy::Lost);
  add_limit(b, "full", Level::Occupied);
  const Told told{claim, b.scenario(), 100};
  constexpr double sum = 1 + 2 + 2 + 8.0 / 6;
  EXPECT_TRUE(told.agrees("full.hours", ", hours", 24 * days * (8.0 / 6) / sum));
  EXPECT_TRUE(told.agrees("full.episodes", ", episodes", days * offered * 2 / sum));
}

TEST(States, C1PatientsAtAChosenTimeAfterAnEmptyStart) {
  const theory::Claim claim{theory::Group::Unlimited, "5 present in the long run; from empty"};
  cases::Builder b;
  b.exit("home").horizon(0, 10);
  b.setting("ward", cases::unlimited, cases::exponential_days(2), {{"home", 1}});
  b.arrival("patients", 2.5, "ward");
  b.scenario().report_at = {"2024-01-02", "2024-01-04"};
  const auto results = care::run_experiment(care::Model{b.scenario()},
                                            {.seed = 8, .replications = 2000, .threads = 1}, {});
  const auto agrees = [&](std::size_t row, double days) {
    const auto& present = results.states[row].numbers.front();
    const double half_width = (present.ci95.high - present.ci95.low) / 2;
    return claim.agrees("patients after " + std::string(row == 0 ? "1 day" : "3 days"),
                        sim::Estimate{present.mean, present.sd, half_width, present.n},
                        5 * (1 - std::exp(-days / 2)));
  };
  EXPECT_TRUE(agrees(0, 1));
  EXPECT_TRUE(agrees(1, 3));
}

TEST(Changes, C2EachRowStrikesAsOftenAsItsRateSays) {
  const theory::Claim claim{theory::Group::Risks, "100 persons, 10 days; 0.02 and 0.06 a day"};
  cases::Builder b;
  b.attribute("class", {"any", "other"}).exit("home").horizon(0, 10);
  auto& ward = b.setting("ward", cases::unlimited, cases::fixed_days(1e6), {{"home", 1}});
  for (const auto& [rate, value] : {std::pair{0.02, "other"}, std::pair{0.06, "any"}}) {
    ward.changes.push_back({{}, std::nullopt, cases::set("class", value), rate});
  }
  b.census("ward", 100);
  b.scenario().report_changes = {"ward"};
  const Told told{claim, b.scenario(), 400};
  EXPECT_TRUE(told.agrees("struck.ward.changes.0", ", occasions", 20));
  EXPECT_TRUE(told.agrees("struck.ward.changes.1", ", occasions", 60));
}

TEST(Levels, C2RiskOfAtLeastOnceIsThatOfAPoissonCount) {
  const theory::Claim claim{theory::Group::Unlimited, "1 arrival on average; 3 or more at once"};
  cases::Builder b;
  b.exit("home").horizon(0, 10);
  b.setting("ward", cases::unlimited, cases::fixed_days(100), {{"home", 1}});
  b.arrival("patients", 0.1, "ward");
  add_limit(b, "crowded", Level::Present, 3);
  const Told told{claim, b.scenario(), 20'000};
  EXPECT_TRUE(told.agrees("crowded", ", share of runs", 1 - 2.5 * std::exp(-1)));
}

}  // namespace levels_test
