// SPDX-License-Identifier: Apache-2.0
// Small inputs that were met badly once: each with what it must come to.

#include <string>
#include <string_view>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/app/process.hpp"
#include "viz/results_reader.hpp"

namespace {

using testing::HasSubstr;

std::string case_file(const std::string& name) {
  return (testing_app::source_folder() / "tests/hostile/cases" / (name + ".json")).string();
}

class Cases : public testing::Test {
 protected:
  /// Runs a case that can run; what it said is in said_.
  care::Results run(const std::string& name) {
    const auto finished =
        testing_app::run({"run", case_file(name), "--replications", "2", "--progress", "none",
                          "--out", folder_.path().string()});
    EXPECT_EQ(finished.status, 0) << finished.err;
    said_ = finished.out + finished.err;
    auto loaded = viz::read_results(testing_app::read(folder_ / "results.json"), "results.json");
    EXPECT_TRUE(loaded.results) << name;
    return loaded.results ? *loaded.results : care::Results{};
  }

  /// Mean of the figure with this id.
  static double mean(const care::Results& results, std::string_view id) {
    for (const auto& metric : results.metrics) {
      if (metric.key.id == id) return metric.mean;
    }
    ADD_FAILURE() << "no figure " << id;
    return 0;
  }

  /// The one fault of a case that is refused.
  static void refuse(const std::string& name, const std::string& fault) {
    const auto finished = testing_app::run({"check", case_file(name)});
    EXPECT_EQ(finished.status, 2);
    EXPECT_THAT(finished.err, HasSubstr(fault));
    EXPECT_EQ(finished.error_lines(), 1U) << finished.err;
  }

  tests::TemporaryFolder folder_;
  std::string said_;
};

// A2
TEST_F(Cases, NobodyGivesUpBeforeTheLeastPatience) {
  EXPECT_EQ(mean(run("patience-longer-than-any-wait"), "departures"), 0);
}

// A11
TEST_F(Cases, AWindowOverMidnightBelongsToTheDayOnWhichItBegins) {
  const auto results = run("friday-night-hours");
  EXPECT_EQ(mean(results, "lost.ward"), 1);   // Friday 02:00
  EXPECT_EQ(mean(results, "exits.done"), 2);  // Friday 23:00, Saturday 02:00
}

// A13
TEST_F(Cases, AnAgeGroupThatIsUsedTwiceIsRefused) {
  refuse("age-group-in-two-values",
         "/population/age/80_plus/0: expected a name that is not in /population/age/65_79/3 "
         "already: it would be counted twice, got \"80-84 år\" a second time");
}

// A13
TEST_F(Cases, ArrivalsOutsideTheHorizonAreTold) {
  EXPECT_EQ(mean(run("arrivals-outside-horizon"), "arrivals"), 2);
  EXPECT_THAT(said_, HasSubstr("3 of 5 rows outside it; they are left out"));
}

// C6
TEST_F(Cases, SharesInPerCentAreOneFault) {
  refuse(
      "percent-as-probability",
      "/settings/ward/routes/to: expected probabilities that sum to 1, got 85, 15, which look like "
      "per cent: write 0.85, 0.15");
}

// C6
TEST_F(Cases, SemicolonsBetweenQuotesAreTold) {
  refuse("pxweb-quoted-semicolons",
         ".csv:1:1: expected columns separated by commas, got semicolons");
}

}  // namespace
