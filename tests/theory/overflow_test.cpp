// SPDX-License-Identifier: Apache-2.0
// What happens to those who find a setting full: sent to another one, or put in an extra place.
#include <fmt/format.h>

#include "tests/theory/ladder.hpp"
#include "tests/theory/markov_chain.hpp"
#include "tests/theory/theory.hpp"

namespace overflow_test {

using Policy = scenarios::WhenFull::Policy;

struct State {
  int main = 0, relief = 0;
  friend auto operator<=>(const State&, const State&) = default;
};

struct Load {
  const char* name;
  double to_main, to_relief;  ///< arrivals per day
};
class Diversion : public ::testing::TestWithParam<Load> {};

TEST_P(Diversion, AgreesWithItsMarkovChain) {
  const auto& c = GetParam();
  const theory::Claim claim{theory::Group::Diversion,
                            fmt::format("4 + 3 places, {} and {} per day", c.to_main, c.to_relief)};
  constexpr int main = 4, relief = 3;
  constexpr double main_stay = 2, relief_stay = 3;
  cases::Builder b;
  b.exit("home").horizon(60, 2000);
  auto& ward = b.setting("ward", main, cases::exponential_days(main_stay), {{"home", 1}});
  ward.when_full.policy = Policy::Divert;
  ward.when_full.to = "relief";
  auto& other = b.setting("relief", relief, cases::exponential_days(relief_stay), {{"home", 1}});
  other.when_full.policy = Policy::Lost;
  b.arrival("own", c.to_main, "ward");
  b.arrival("others", c.to_relief, "relief");

  const theory::MarkovChain<State> chain{State{}, [&](const State& s, const auto& emit) {
                                           const double extra = s.main == main ? c.to_main : 0;
                                           if (s.main < main)
                                             emit({s.main + 1, s.relief}, c.to_main);
                                           if (s.relief < relief)
                                             emit({s.main, s.relief + 1}, c.to_relief + extra);
                                           emit({s.main - 1, s.relief}, s.main / main_stay);
                                           emit({s.main, s.relief - 1}, s.relief / relief_stay);
                                         }};
  const auto p = chain.stationary();
  const double diverted =
      c.to_main * chain.expect(p, [&](const State& s) { return s.main == main ? 1 : 0; });
  const double lost = chain.expect(p, [&](const State& s) {
    return s.relief < relief ? 0.0 : c.to_relief + (s.main == main ? c.to_main : 0);
  });
  const auto r = theory::sample(
      b.scenario(),
      {theory::occupied("ward"), theory::occupied("relief"), theory::entries_per_day("lost"),
       [](const theory::Simulation& s) {
         return theory::counters(s, "ward").diverted / theory::measured_ms(s) * 86'400'000.0;
       }},
      {.replications = 400});
  EXPECT_TRUE(claim.agrees("places in use, ward", r[0],
                           chain.expect(p, [](const State& s) { return s.main; })));
  EXPECT_TRUE(claim.agrees("places in use, relief", r[1],
                           chain.expect(p, [](const State& s) { return s.relief; })));
  EXPECT_TRUE(claim.agrees("lost per day", r[2], lost, 0.2));
  EXPECT_TRUE(claim.agrees("sent on per day", r[3], diverted, 0.2));
}

INSTANTIATE_TEST_SUITE_P(Loads, Diversion,
                         ::testing::Values(Load{"Light", 1, 0.3}, Load{"Heavy", 2.5, 0.6}),
                         [](const auto& p) { return std::string{p.param.name}; });

/// Two settings that divert to each other, both full: the patient has been to all and waits.
TEST(Diversion, InACircleEndsInAQueue) {
  cases::Builder b;
  b.exit("home").horizon(0, 20);
  for (const auto& [id, other] : {std::pair{"north", "south"}, std::pair{"south", "north"}}) {
    auto& ward = b.setting(id, 1, cases::fixed_days(5), {{"home", 1}});
    ward.when_full.policy = Policy::Divert;
    ward.when_full.to = other;
  }
  b.appointments("patients", {1, 2, 3}, "north").days = {sim::DayKind::Tue};
  const auto r =
      theory::sample(b.scenario(), {theory::entries_per_day("home")}, {.replications = 1});
  EXPECT_GT(r[0][0], 0);
}

/// Extra places open when the ordinary ones are taken; beyond them one waits: M/M/(c + k), and the
/// time in extra places is what lies above c.
class Overflow : public ::testing::TestWithParam<double> {};

TEST_P(Overflow, AgreesWithErlangC) {
  const theory::Claim claim{theory::Group::ExtraPlaces,
                            fmt::format("5 + 3 places, load {}", GetParam() / 8)};
  constexpr int places = 5, extra = 3;
  constexpr double stay = 1;
  const double per_day = GetParam();
  cases::Builder b;
  b.exit("home").horizon(60, 1500);
  auto& ward = b.setting("ward", places, cases::exponential_days(stay), {{"home", 1}});
  ward.when_full.policy = Policy::Overflow;
  ward.when_full.places = extra;
  b.arrival("patients", per_day, "ward");
  const double a = per_day * stay;
  double above = theory::erlang_c(places + extra, a) * extra;
  for (int n = places + 1; n < places + extra; ++n) {
    above += (n - places) * theory::mmc_level(n, places + extra, a);
  }
  const auto r =
      theory::sample(b.scenario(), {theory::overflow("ward"), theory::occupied("ward"),
                                    theory::waited_share("ward"), theory::wait_days("ward"),
                                    theory::time_at("ward", places + 1)});
  EXPECT_TRUE(claim.agrees("extra places in use", r[0], above, 0.2));
  EXPECT_TRUE(claim.agrees("places in use", r[1], a));
  EXPECT_TRUE(claim.agrees("share that waits", r[2], theory::erlang_c(places + extra, a), 0.25));
  EXPECT_TRUE(
      claim.agrees("mean wait, days", r[3], theory::mmc_wait(places + extra, a) * stay, 0.35));
  EXPECT_TRUE(claim.agrees("share of time with one extra place", r[4],
                           theory::mmc_level(places + 1, places + extra, a), 0.15));
}
INSTANTIATE_TEST_SUITE_P(Loads, Overflow, ::testing::Values(4.0, 6.6));

}  // namespace overflow_test
