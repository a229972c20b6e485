// SPDX-License-Identifier: Apache-2.0
// Times in a queueing system as a distribution: M/M/1 in order of arrival, where the time from asking to
// leaving is exponential.
#include <algorithm>
#include <cmath>

#include "experiments/run.hpp"
#include "tests/models/scenario_builder.hpp"
#include "tests/theory/ladder.hpp"

namespace passages_test {

TEST(Passages, C1TimeInSystemIsExponential) {
  const theory::Claim claim{theory::Group::Waiting, "1 place, load 0.5; from arrival to exit"};
  cases::Builder b;
  b.exit("home").horizon(50, 2000);
  b.setting("ward", 1, cases::exponential_days(1), {{"home", 1}}).when_full.policy =
      scenarios::WhenFull::Policy::WaitOutside;
  b.arrival("patients", 0.5, "ward");
  scenarios::Passage passage;
  passage.from = {"arrival"};
  passage.to = {"home"};
  passage.within_hours = {24, 96};
  b.scenario().passages.emplace_back("time", passage);
  const care::Model model{b.scenario()};
  const auto r = care::run_experiment(model, {.seed = 11, .replications = 200, .threads = 1}, {});
  const auto agrees = [&](const std::string& id, double truth) {
    const auto found = std::ranges::find(r.replications, id, &care::ReplicationColumn::id);
    return claim.agrees(id + (id.find("within") == std::string::npos ? ", hours" : ", %"),
                        found->values, truth);
  };
  constexpr double rate = 0.5 / 24;  // of leaving less arriving, per hour
  EXPECT_TRUE(agrees("time", 1 / rate));
  EXPECT_TRUE(agrees("time.p50", std::log(2) / rate));
  EXPECT_TRUE(agrees("time.p90", std::log(10) / rate));
  EXPECT_TRUE(agrees("time.p95", std::log(20) / rate));
  EXPECT_TRUE(agrees("time.within_24h", 100 * (1 - std::exp(-24 * rate))));
  EXPECT_TRUE(agrees("time.within_96h", 100 * (1 - std::exp(-96 * rate))));
}

}  // namespace passages_test
