// SPDX-License-Identifier: Apache-2.0
// Leaving the queue when patience ends: Erlang A (Palm 1957) and fixed patience.
#include <fmt/format.h>

#include "tests/theory/ladder.hpp"
#include "tests/theory/markov_chain.hpp"
#include "tests/theory/theory.hpp"

namespace reneging_test {

using scenarios::TimeUnit;

constexpr double stay = 0.5;  // days

struct Case {
  const char* name;
  int places;
  double per_day, patience;  ///< mean, days
};

cases::Builder scenario(const Case& c, const scenarios::DistributionSpec& patience) {
  cases::Builder b;
  b.exit("home").exit("elsewhere").horizon(20, 1500);
  auto& clinic = b.setting("clinic", c.places, cases::exponential_days(stay), {{"home", 1}});
  clinic.queue.leave.push_back({{}, patience, "elsewhere"});
  b.arrival("patients", c.per_day, "clinic");
  return b;
}

class ErlangA : public ::testing::TestWithParam<Case> {};

TEST_P(ErlangA, AgreesWithBirthAndDeath) {
  const auto& c = GetParam();
  const theory::Claim claim{
      theory::Group::Patience,
      fmt::format("3 places, {} per day, patience {} days", c.per_day, c.patience)};
  auto b = scenario(c, cases::exponential_days(c.patience));
  const theory::MarkovChain<int> chain{0, [&](int n, const auto& emit) {
                                         if (n < 250) emit(n + 1, c.per_day);
                                         const int waiting = std::max(0, n - c.places);
                                         emit(n - 1, (n - waiting) / stay + waiting / c.patience);
                                       }};
  const auto p = chain.stationary();
  const double queue = chain.expect(p, [&](int n) { return std::max(0, n - c.places); });
  const auto r = theory::sample(
      b.scenario(),
      {theory::queued("clinic"), theory::occupied("clinic"), theory::reneged_share("clinic"),
       theory::entries_per_day("elsewhere"), theory::entries_per_day("home")});
  const double leave = queue / c.patience;
  EXPECT_TRUE(claim.agrees("number in queue", r[0], queue, 0.15));
  EXPECT_TRUE(claim.agrees("places in use", r[1],
                           chain.expect(p, [&](int n) { return std::min(n, c.places); })));
  EXPECT_TRUE(claim.agrees("share that leaves", r[2], leave / c.per_day, 0.15));
  EXPECT_TRUE(claim.agrees("leave per day", r[3], leave, 0.15));
  EXPECT_TRUE(claim.agrees("served per day", r[4], c.per_day - leave));
}

INSTANTIATE_TEST_SUITE_P(Loads, ErlangA,
                         ::testing::Values(Case{"Light", 3, 4, 0.4}, Case{"Overloaded", 3, 9, 1.5}),
                         [](const auto& p) { return std::string{p.param.name}; });

/// Patience that never varies, one place: an arrival leaves if the work ahead exceeds it. The
/// density of the work is p0 r exp(-(m - r) x) up to the patience and falls by m beyond it
/// (Barrer, Operations Research 5, 1957).
class FixedPatience : public ::testing::TestWithParam<double> {};  // arrivals per day

TEST_P(FixedPatience, AgreesWithBarrer) {
  const Case c{"", 1, GetParam(), 0.6};
  const theory::Claim claim{
      theory::Group::Patience,
      fmt::format("1 place, load {}, fixed patience of 0.6 days", c.per_day * stay)};
  auto b = scenario(c, cases::fixed_days(c.patience));
  const double r = c.per_day, m = 1 / stay, t = c.patience;
  const double below = r * (1 - std::exp(-(m - r) * t)) / (m - r);
  const double above = r / m * std::exp(-(m - r) * t);
  const double idle = 1 / (1 + below + above);
  const auto sampled =
      theory::sample(b.scenario(), {theory::reneged_share("clinic"), theory::occupied("clinic")});
  EXPECT_TRUE(claim.agrees("share that leaves", sampled[0], idle * above));
  EXPECT_TRUE(claim.agrees("places in use", sampled[1], 1 - idle));
}

INSTANTIATE_TEST_SUITE_P(Loads, FixedPatience, ::testing::Values(1.0, 2.5));

/// Of several reasons to leave the first to come counts: rates add up, and each has its share.
TEST(ErlangA, ReasonsCompete) {
  const theory::Claim claim{theory::Group::Patience, "2 places, two reasons to leave"};
  const Case c{"", 2, 5, 0};
  auto b = scenario(c, cases::exponential_days(1));
  b.death("death");
  b.scenario().settings[0].second.queue.leave.push_back({{}, cases::exponential_days(3), "death"});
  const double total = 1.0 + 1.0 / 3;
  const theory::MarkovChain<int> chain{0, [&](int n, const auto& emit) {
                                         if (n < 150) emit(n + 1, c.per_day);
                                         const int waiting = std::max(0, n - c.places);
                                         emit(n - 1, (n - waiting) / stay + waiting * total);
                                       }};
  const auto p = chain.stationary();
  const double queue = chain.expect(p, [&](int n) { return std::max(0, n - c.places); });
  const auto r = theory::sample(
      b.scenario(), {theory::entries_per_day("elsewhere"), theory::entries_per_day("death")});
  EXPECT_TRUE(claim.agrees("leave for the first reason per day", r[0], queue));
  EXPECT_TRUE(claim.agrees("leave for the second per day", r[1], queue / 3, 0.15));
}

}  // namespace reneging_test
