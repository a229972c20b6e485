// SPDX-License-Identifier: Apache-2.0
// Joining the shortest of two queues, against the chain of both.
#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "tests/theory/ladder.hpp"
#include "tests/theory/markov_chain.hpp"
#include "tests/theory/theory.hpp"

namespace shortest_test {

struct State {
  int north = 0, south = 0;  ///< in place and queued
  friend auto operator<=>(const State&, const State&) = default;
};

struct Pair {
  const char* name;
  int north, south;  ///< places
  double per_day;
  double north_stay, south_stay;  ///< days
};
class ShortestQueue : public ::testing::TestWithParam<Pair> {};

TEST_P(ShortestQueue, C2AgreesWithItsMarkovChain) {
  const auto& c = GetParam();
  const theory::Claim claim{theory::Group::ShortestQueue,
                            fmt::format("{} and {} places, {} per day, stays of {} and {} days",
                                        c.north, c.south, c.per_day, c.north_stay, c.south_stay)};
  cases::Builder b;
  b.exit("home").horizon(60, 2000);
  b.setting("north", c.north, cases::exponential_days(c.north_stay), {{"home", 1}});
  b.setting("south", c.south, cases::exponential_days(c.south_stay), {{"home", 1}});
  b.move("arrival", "south").shortest_of = {"north", "south"};
  b.arrival("patients", c.per_day, "south");

  constexpr int most = 26;  // in one of them: more are there for less than a millionth of the time
  const theory::MarkovChain<State> chain{
      State{}, [&](const State& s, const auto& emit) {
        const bool to_north = s.north * c.south <= s.south * c.north;
        if (to_north && s.north < most) emit({s.north + 1, s.south}, c.per_day);
        if (!to_north && s.south < most) emit({s.north, s.south + 1}, c.per_day);
        emit({s.north - 1, s.south}, std::min(s.north, c.north) / c.north_stay);
        emit({s.north, s.south - 1}, std::min(s.south, c.south) / c.south_stay);
      }};
  const auto p = chain.stationary();
  const auto mean = [&](auto&& of) { return chain.expect(p, of); };
  ASSERT_LT(mean([](const State& s) { return s.north == most || s.south == most ? 1 : 0; }), 1e-6);
  const double to_north = c.per_day * mean([&](const State& s) {
                            return s.north * c.south <= s.south * c.north ? 1 : 0;
                          });
  const double queued = mean([&](const State& s) { return std::max(0, s.north - c.north); });
  const auto r = theory::sample(
      b.scenario(),
      {theory::in_system("north"), theory::in_system("south"), theory::entries_per_day("north"),
       theory::wait_days("north"), theory::occupied("south")},
      {.replications = 100});
  EXPECT_TRUE(
      claim.agrees("number in the first", r[0], mean([](const State& s) { return s.north; })));
  EXPECT_TRUE(
      claim.agrees("number in the second", r[1], mean([](const State& s) { return s.south; })));
  EXPECT_TRUE(claim.agrees("into the first, per day", r[2], to_north));
  EXPECT_TRUE(claim.agrees("mean wait in the first, days", r[3], queued / to_north));
  EXPECT_TRUE(claim.agrees("places in use in the second", r[4],
                           mean([&](const State& s) { return std::min(s.south, c.south); })));
}

INSTANTIATE_TEST_SUITE_P(Pairs, ShortestQueue,
                         ::testing::Values(Pair{"Alike", 1, 1, 1.4, 1, 1},
                                           Pair{"Unlike", 3, 1, 2.2, 1, 2}),
                         [](const auto& p) { return std::string{p.param.name}; });

}  // namespace shortest_test
