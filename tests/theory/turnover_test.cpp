// SPDX-License-Identifier: Apache-2.0
// A place that is made ready between two patients is taken for the stay and the turnover together,
// and there is nobody in it for the latter.
#include <fmt/format.h>

#include "tests/theory/ladder.hpp"
#include "tests/theory/theory.hpp"

namespace turnover_test {

TEST(Turnover, C2AgreesWithPollaczekAndKhinchine) {
  constexpr double stay = 0.1, turnover = 0.04, per_day = 5;
  const theory::Claim claim{theory::Group::Turnover, "one place, load 0.5 and 0.2 of turnover"};
  cases::Builder b;
  b.exit("home").horizon(60, 600);
  b.setting("clinic", 1, cases::gamma_days(stay, 0.5), {{"home", 1}}).turnover =
      cases::exponential_days(turnover);
  b.arrival("patients", per_day, "clinic");
  const auto r =
      theory::sample(b.scenario(), {theory::wait_days("clinic"), theory::occupied("clinic"),
                                    theory::present("clinic"), theory::ready("clinic")});
  const double both = stay + turnover;
  const double square = both * both + 0.25 * stay * stay + turnover * turnover;
  EXPECT_TRUE(
      claim.agrees("mean wait, days", r[0], per_day * square / (2 * (1 - per_day * both)), 0.2));
  EXPECT_TRUE(claim.agrees("places taken", r[1], per_day * both));
  EXPECT_TRUE(claim.agrees("number present", r[2], per_day * stay));
  EXPECT_TRUE(claim.equals("days ready", r[3].front(), 0));
}

TEST(Turnover, C2AgreesWithErlangB) {
  constexpr double stay = 3, turnover = 1, per_day = 2.5;
  constexpr int places = 8;
  const theory::Claim claim{theory::Group::Turnover,
                            "8 places, 2.5 per day, 3 days and 1 of turnover"};
  cases::Builder b;
  b.exit("home").horizon(60, 1000);
  auto& ward = b.setting("ward", places, cases::lognormal_days(stay, 1.2), {{"home", 1}});
  ward.when_full.policy = scenarios::WhenFull::Policy::Lost;
  ward.turnover = cases::fixed_days(turnover);
  b.arrival("patients", per_day, "ward");
  const auto r = theory::sample(b.scenario(), {theory::lost_share("ward"), theory::occupied("ward"),
                                               theory::present("ward")});
  const double a = per_day * (stay + turnover);
  const double lost = theory::erlang_b(places, a);
  EXPECT_TRUE(claim.agrees("share lost", r[0], lost, 0.2));
  EXPECT_TRUE(claim.agrees("places taken", r[1], a * (1 - lost)));
  EXPECT_TRUE(claim.agrees("number present", r[2], per_day * stay * (1 - lost)));
}

}  // namespace turnover_test
