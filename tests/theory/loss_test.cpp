// SPDX-License-Identifier: Apache-2.0
// Those who find all places taken are lost: Erlang's loss formula holds for every distribution of
// the stay (Sevastyanov 1957).
#include <fmt/format.h>

#include "tests/theory/ladder.hpp"
#include "tests/theory/theory.hpp"

namespace loss_test {

struct Case {
  const char* name;
  scenarios::DistributionSpec stay;  ///< mean 4 days
  int places;
  double per_day;
};

std::string words(const Case& c) {
  return fmt::format("{}: {} places, {} per day, stay 4 days", theory::in_words(c.name), c.places,
                     c.per_day);
}

class LossSystem : public ::testing::TestWithParam<Case> {};

TEST_P(LossSystem, AgreesWithErlangBWhateverTheStay) {
  const auto& c = GetParam();
  const theory::Claim claim{theory::Group::Loss, words(c)};
  cases::Builder b;
  b.exit("home").horizon(60, 1000);
  auto& ward = b.setting("ward", c.places, c.stay, {{"home", 1}});
  ward.when_full.policy = scenarios::WhenFull::Policy::Lost;
  b.arrival("patients", c.per_day, "ward");
  const auto r = theory::sample(b.scenario(),
                                {theory::lost_share("ward"), theory::occupied("ward"),
                                 theory::entries_per_day("home"), theory::entries_per_day("lost"),
                                 theory::time_at("ward", static_cast<std::size_t>(c.places) - 2)});
  const double a = c.per_day * 4;
  const double lost = theory::erlang_b(c.places, a);
  EXPECT_TRUE(claim.agrees("share lost", r[0], lost, 0.2));
  EXPECT_TRUE(claim.agrees("places in use", r[1], a * (1 - lost)));
  EXPECT_TRUE(claim.agrees("home per day", r[2], c.per_day * (1 - lost)));
  EXPECT_TRUE(claim.agrees("lost per day", r[3], c.per_day * lost, 0.2));
  // p(c - 2) = p(c) c (c - 1) / a^2
  EXPECT_TRUE(claim.agrees("share of time with two places free", r[4],
                           lost * c.places * (c.places - 1) / (a * a)));
}

INSTANTIATE_TEST_SUITE_P(
    Stays, LossSystem,
    ::testing::Values(Case{"ExponentialHeavy", cases::exponential_days(4), 8, 2.5},
                      Case{"LognormalHeavy", cases::lognormal_days(4, 1.2), 8, 2.5},
                      Case{"FixedHeavy", cases::fixed_days(4), 8, 2.5},
                      Case{"GammaHeavy", cases::gamma_days(4, 0.5), 8, 2.5},
                      Case{"UniformHeavy", cases::uniform_days(0, 8), 8, 2.5},
                      Case{"ExponentialLight", cases::exponential_days(4), 8, 1.2},
                      Case{"LognormalLight", cases::lognormal_days(4, 1.2), 8, 1.2},
                      Case{"FixedLight", cases::fixed_days(4), 8, 1.2}),
    [](const auto& p) { return std::string{p.param.name}; });

}  // namespace loss_test
