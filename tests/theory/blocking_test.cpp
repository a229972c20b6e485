// SPDX-License-Identifier: Apache-2.0
// Two stations in a row without room between them: those who are done at the first hold their
// place until there is room at the second (blocking after service). Exact by the Markov chain.
#include <fmt/format.h>

#include "tests/theory/ladder.hpp"
#include "tests/theory/markov_chain.hpp"
#include "tests/theory/theory.hpp"

namespace blocking_test {

using Policy = scenarios::WhenFull::Policy;

struct Line {
  const char* name;
  int first, second;  ///< places
  double per_day;     ///< arrivals at the first; lost when it is full
  double stay_first, stay_second;
  double onward;  ///< share that goes on to the second, the rest goes home
};

struct State {
  int busy = 0, blocked = 0, second = 0;
  friend auto operator<=>(const State&, const State&) = default;
};

theory::MarkovChain<State> chain_of(const Line& line) {
  return {State{}, [line](const State& s, const auto& emit) {
            if (s.busy + s.blocked < line.first) {
              emit({s.busy + 1, s.blocked, s.second}, line.per_day);
            }
            const double done = s.busy / line.stay_first;
            emit({s.busy - 1, s.blocked, s.second}, done * (1 - line.onward));
            if (s.second < line.second) {
              emit({s.busy - 1, s.blocked, s.second + 1}, done * line.onward);
            } else {
              emit({s.busy - 1, s.blocked + 1, s.second}, done * line.onward);
            }
            const double leaves = s.second / line.stay_second;
            if (s.blocked > 0) {
              emit({s.busy, s.blocked - 1, s.second}, leaves);
            } else {
              emit({s.busy, s.blocked, s.second - 1}, leaves);
            }
          }};
}

class BlockingLine : public ::testing::TestWithParam<Line> {};

TEST_P(BlockingLine, AgreesWithItsMarkovChain) {
  const auto& line = GetParam();
  const theory::Claim claim{
      theory::Group::BlockingLine,
      fmt::format("{} + {} places, {} per day, stays {} and {} days, {:.0f} % go on", line.first,
                  line.second, line.per_day, line.stay_first, line.stay_second, 100 * line.onward)};
  cases::Builder b;
  b.exit("home").horizon(100, 2500);
  cases::Shares after{{"unit", line.onward}};
  if (line.onward < 1) after.emplace_back("home", 1 - line.onward);
  auto& ward = b.setting("ward", line.first, cases::exponential_days(line.stay_first), after);
  ward.when_full.policy = Policy::Lost;
  b.setting("unit", line.second, cases::exponential_days(line.stay_second), {{"home", 1}});
  b.arrival("patients", line.per_day, "ward");

  const auto chain = chain_of(line);
  const auto p = chain.stationary();
  const double lost =
      chain.expect(p, [&](const State& s) { return s.busy + s.blocked == line.first ? 1 : 0; });
  const double blocked = chain.expect(p, [](const State& s) { return s.blocked; });
  const double second = chain.expect(p, [](const State& s) { return s.second; });
  const double through = line.per_day * (1 - lost);

  const auto r = theory::sample(
      b.scenario(), {theory::lost_share("ward"), theory::ready("ward"), theory::occupied("ward"),
                     theory::occupied("unit"), theory::entries_per_day("home"),
                     theory::wait_days("unit"), theory::queued("unit")});
  EXPECT_TRUE(claim.agrees("share lost", r[0], lost, 0.25));
  EXPECT_TRUE(claim.agrees("number blocked in the first", r[1], blocked, 0.25));
  EXPECT_TRUE(claim.agrees("places in use, first", r[2],
                           chain.expect(p, [](const State& s) { return s.busy + s.blocked; })));
  EXPECT_TRUE(claim.agrees("places in use, second", r[3], second));
  EXPECT_TRUE(claim.agrees("through per day", r[4], through));
  EXPECT_TRUE(
      claim.agrees("wait for the second, days", r[5], blocked / (through * line.onward), 0.25));
  EXPECT_TRUE(claim.agrees("queue for the second", r[6], blocked, 0.25));
}

INSTANTIATE_TEST_SUITE_P(Lines, BlockingLine,
                         ::testing::Values(Line{"OneAndOneHeavy", 1, 1, 1.0, 1, 1.2, 1},
                                           Line{"ThreeAndTwoHeavy", 3, 2, 1.2, 2, 1.8, 1},
                                           Line{"ThreeAndTwoLight", 3, 2, 0.6, 2, 1.2, 1},
                                           Line{"SomeGoOn", 6, 3, 1.2, 4, 7, 0.4}),
                         [](const auto& p) { return std::string{p.param.name}; });

/// With all who go on there is a closed form for one place and one place, no queue: states
/// (0,0) (1,0) (0,1) (1,1) (blocked,1).
TEST(BlockingLine, ChainAgreesWithHandCalculation) {
  const Line line{"", 1, 1, 1, 1, 1, 1};
  const auto chain = chain_of(line);
  const auto p = chain.stationary();
  ASSERT_EQ(chain.size(), 5U);
  // Balance: p00 = p01, p10 = p00 + p11 ... gives (2, 3, 2, 1, 1) / 9 in that order.
  const auto at = [&](State wanted) {
    return chain.expect(p, [&](const State& s) { return s == wanted ? 1 : 0; });
  };
  EXPECT_NEAR(at({0, 0, 0}), 2.0 / 9, 1e-12);
  EXPECT_NEAR(at({1, 0, 0}), 3.0 / 9, 1e-12);
  EXPECT_NEAR(at({0, 0, 1}), 2.0 / 9, 1e-12);
  EXPECT_NEAR(at({1, 0, 1}), 1.0 / 9, 1e-12);
  EXPECT_NEAR(at({0, 1, 1}), 1.0 / 9, 1e-12);
}

}  // namespace blocking_test
