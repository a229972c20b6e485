// SPDX-License-Identifier: Apache-2.0
// Small inputs that were met badly once: each with what it must come to.

#include <cmath>
#include <fstream>
#include <string>
#include <string_view>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/app/process.hpp"
#include "viz/results_reader.hpp"

namespace {

using testing::HasSubstr;
using testing::Not;

std::string case_file(const std::string& name) {
  return (testing_app::source_folder() / "tests/hostile/cases" / (name + ".json")).string();
}

class Cases : public testing::Test {
 protected:
  /// Runs a case that can run; what it said is in said_.
  care::Results run(const std::string& name, const std::string& replications = "2",
                    const std::string& set = "/title=") {
    const auto finished =
        testing_app::run({"run", case_file(name), "--replications", replications, "--set",
                          set.ends_with('=') ? set + name : set, "--progress", "none", "--lang",
                          "en", "--out", folder_.path().string()});
    EXPECT_EQ(finished.status, 0) << finished.err;
    said_ = finished.out + finished.err;
    auto loaded = viz::read_results(testing_app::read(folder_ / "results.json"), "results.json");
    EXPECT_TRUE(loaded.results) << name;
    return loaded.results ? *loaded.results : care::Results{};
  }

  /// The figure with this id.
  static care::MetricEstimate estimate(const care::Results& results, std::string_view id) {
    if (const auto* metric = care::find_metric(results, id)) return *metric;
    ADD_FAILURE() << "no figure " << id;
    return {};
  }
  static double mean(const care::Results& results, std::string_view id) {
    return estimate(results, id).mean;
  }

  /// Mean of a weekly series in one of its weeks.
  static double weekly(const care::Results& results, std::string_view id, std::size_t week) {
    for (const auto& series : results.weekly) {
      if (series.key.id == id) return series.points.at(week).mean;
    }
    ADD_FAILURE() << "no series " << id;
    return 0;
  }

  /// What `check` says of a case, in one line.
  static std::string checked(const std::string& name) {
    const auto finished = testing_app::run({"check", case_file(name), "--lang", "en"});
    EXPECT_EQ(finished.status, 0) << finished.err;
    std::string line;
    for (const char letter : finished.out) {
      const bool space = letter == ' ' || letter == '\n';
      if (!space || !line.ends_with(' ')) line += space ? ' ' : letter;
    }
    return line;
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
TEST_F(Cases, A2NobodyGivesUpBeforeTheLeastPatience) {
  EXPECT_EQ(mean(run("patience-longer-than-any-wait"), "departures"), 0);
}

// A11
TEST_F(Cases, A11AWindowOverMidnightBelongsToTheDayOnWhichItBegins) {
  const auto results = run("friday-night-hours");
  EXPECT_EQ(mean(results, "lost.ward"), 1);   // Friday 02:00
  EXPECT_EQ(mean(results, "exits.done"), 2);  // Friday 23:00, Saturday 02:00
}

// A12
TEST_F(Cases, A12AVisitOfFridaysIsMovedToAFriday) {
  EXPECT_EQ(mean(run("moved-to-forbidden-day"), "visits_done.nurse.m"), 4);
}

// A13
TEST_F(Cases, A13AnAgeGroupThatIsUsedTwiceIsRefused) {
  refuse("age-group-in-two-values",
         "/population/age/80_plus/0: expected a name that is not in /population/age/65_79/3 "
         "already: it would be counted twice, got \"80-84 år\" a second time");
}

// A13
TEST_F(Cases, A13ArrivalsOutsideTheHorizonAreTold) {
  EXPECT_EQ(mean(run("arrivals-outside-horizon"), "arrivals"), 2);
  EXPECT_THAT(said_, HasSubstr("3 of 5 rows outside it; they are left out"));
}

// C6
TEST_F(Cases, C6SharesInPerCentAreOneFault) {
  refuse(
      "percent-as-probability",
      "/settings/ward/routes/to: expected probabilities that sum to 1, got 85, 15, which look like "
      "per cent: write 0.85, 0.15");
}

// C6: semicolons, quotes and years side by side are read as they come; what is lacking is told.
TEST_F(Cases, C6AnExportWithSemicolonsIsRead) {
  const auto finished = testing_app::run({"check", case_file("pxweb-quoted-semicolons")});
  EXPECT_EQ(finished.status, 2);
  EXPECT_THAT(finished.err,
              HasSubstr("/population/age/65_79/1: expected 65-69 år, got \"70-74 år\""));
}

// C3: all ten came the day before and stay for ten days: nine of the first fourteen days.
TEST_F(Cases, C3WhoseAdmissionIsKnownStaysForTheRestOfTheStay) {
  const auto results = run("known-admission-dates");
  EXPECT_NEAR(mean(results, "present.ward"), 10.0 * 9 / 14, 1e-9);
  EXPECT_EQ(weekly(results, "present.ward", 0), 10);
}

// C3: of stays of ten days 9.5 and 6 are left; each line of the list is a person to follow.
TEST_F(Cases, C3EveryLineOfALineListIsAPerson) {
  EXPECT_NEAR(mean(run("line-list"), "present.ward"), (9.5 + 6) / 14, 1e-9);
  const auto traced =
      testing_app::run({"trace", case_file("line-list"), "--patient", "line_list/5"});
  EXPECT_EQ(traced.status, 0) << traced.err;
  EXPECT_THAT(traced.out, HasSubstr("2025-01-12 00:00"));
}

// C3: stays of half a day, 1 and 2 days by the list, which begins with somebody of before the run.
TEST_F(Cases, C3AnArrivalMayHaveItsOwnStay) {
  const auto results = run("stay-per-row");
  EXPECT_EQ(mean(results, "arrivals"), 3);
  EXPECT_EQ(mean(results, "exits.home"), 3);
  EXPECT_NEAR(mean(results, "present.ward"), (0.5 + 1 + 2) / 10, 1e-9);
}

// C2: the bed is cleaned from 20:00 to 24:00; nobody is ready and waits meanwhile.
TEST_F(Cases, C2ABedIsCleanedBetweenTwoPatients) {
  const auto results = run("bed-cleaning");
  EXPECT_NEAR(mean(results, "wait.ward"), 11.5, 1e-9);  // hours: 0 and 23
  EXPECT_NEAR(mean(results, "present.ward"), 40.0 / 96, 1e-9);
  EXPECT_NEAR(mean(results, "occupied.ward"), 48.0 / 96, 1e-9);
}

// C5: of appointments at 1, 5 and 7 the first two come, for two hours and for one of the six.
TEST_F(Cases, C5AHorizonOfSixHoursEndsAtSix) {
  const auto results = run("horizon-in-hours");
  EXPECT_EQ(mean(results, "arrivals"), 2);
  EXPECT_NEAR(mean(results, "present.ward"), 3.0 / 6, 1e-9);
}

// A8
TEST_F(Cases, A8NoWeekOfTheSeasonIsNoGoodNews) {
  const auto results = run("no-summer-in-horizon");
  EXPECT_THAT(said_, HasSubstr("No week of the season (weeks 25–34) lies in the simulated period"));
  EXPECT_THAT(said_, HasSubstr("available; 224.0 visits that cannot wait"));
  EXPECT_THAT(said_, Not(HasSubstr("suffices")));
  for (const char* id : {"any.nurse.m", "weeks.nurse.m", "episodes.nurse.m", "depth.nurse.m",
                         "longest.nurse.m", "recovery.nurse.m", "any.any_role"}) {
    const auto metric = estimate(results, id);
    EXPECT_EQ(metric.n, 0U) << id;
    EXPECT_TRUE(std::isnan(metric.mean) && std::isnan(metric.ci95.low)) << id;
  }
  EXPECT_TRUE(results.exceedance.empty());
  EXPECT_THAT(testing_app::read(folder_ / "summary.csv"), HasSubstr(",probability,0,,,,,"));
  EXPECT_THAT(testing_app::read(folder_ / "report.html"),
              HasSubstr("risk of shortage was not judged"));
}

// A8
TEST_F(Cases, A8AFigureWithoutValueIsNoDifference) {
  const auto file = case_file("no-summer-in-horizon");
  auto shorter = testing_app::read(file);
  shorter.replace(shorter.find("56"), 2, "49");
  std::ofstream(folder_ / "shorter.json") << shorter;
  const auto finished =
      testing_app::run({"compare", file, (folder_ / "shorter.json").string(), "--replications", "3",
                        "--progress", "none", "--lang", "en", "--out", (folder_ / "out").string()});
  EXPECT_EQ(finished.status, 0) << finished.err;
  const auto text = testing_app::read(folder_ / "out/comparison.csv");
  EXPECT_THAT(text, HasSubstr("load.nurse.m"));
  EXPECT_THAT(text, Not(HasSubstr("any.nurse.m")));
}

// A9
TEST_F(Cases, A9EpisodesDoNotReachAcrossTheWinter) {
  const auto results = run("two-summers-glued", "8");
  EXPECT_EQ(mean(results, "episodes.nurse.m"), 2);
  EXPECT_EQ(mean(results, "longest.nurse.m"), 10);
  EXPECT_EQ(mean(results, "weeks.nurse.m"), 20);
  EXPECT_EQ(estimate(results, "any.nurse.m").trials, 16U);
  EXPECT_THAT(said_, HasSubstr("In all 16 simulated summers"));
}

// A9
TEST_F(Cases, A9TheRiskOfTwoSummersIsThatOfOne) {
  const auto two = estimate(run("two-summers-risk-per-summer", "400"), "any.nurse.m");
  const auto one =
      estimate(run("two-summers-risk-per-summer", "400", "/horizon/days=364"), "any.nurse.m");
  EXPECT_EQ(one.mean, 0.03);
  EXPECT_EQ(two.trials, 800U);
  EXPECT_LT(two.ci95.low, one.mean);
  EXPECT_GT(two.ci95.high, one.mean);
  EXPECT_LT(two.ci95.high, 0.06);  // of a run with a short summer: 7 %
}

// A21
TEST_F(Cases, A21RecoveryFollowsTheSeasonWithoutABreak) {
  // A patient stays a day, so the week after is short too. The season ends with week 34.
  const auto weeks = [](const std::string& list) {
    return "/arrivals/p/intensity/calendar/changes=[" + list + "]";
  };
  const auto after_a_break =
      run("two-summers-glued", "2",
          weeks(R"({"weeks":[30,32],"value":30},{"weeks":[35,36],"value":30})"));
  EXPECT_EQ(mean(after_a_break, "weeks.nurse.m"), 2 * 4);  // 30 to 33
  EXPECT_EQ(mean(after_a_break, "recovery.nurse.m"), 0);
  const auto without = run("two-summers-glued", "2", weeks(R"({"weeks":[33,36],"value":30})"));
  EXPECT_EQ(mean(without, "weeks.nurse.m"), 2 * 2);
  EXPECT_EQ(mean(without, "recovery.nurse.m"), 3);  // 35 to 37
}

// A10
TEST_F(Cases, A10ThoseWhoStillWaitAreTold) {
  const auto results = run("waiting-at-end-left-out");
  EXPECT_EQ(mean(results, "still_waiting.ward"), 7);
  EXPECT_EQ(mean(results, "still_waited.ward"), 720);
  EXPECT_EQ(mean(results, "longest_wait.ward"), 720);
  EXPECT_DOUBLE_EQ(mean(results, "wait.ward"), 240);      // 0, 10 and 20 days
  EXPECT_DOUBLE_EQ(mean(results, "wait_all.ward"), 576);  // and seven times 30
  EXPECT_NEAR(mean(results, "waited.ward"), 200.0 / 3, 1e-9);
  EXPECT_DOUBLE_EQ(mean(results, "waited_all.ward"), 90);
  EXPECT_THAT(said_, HasSubstr("the mean wait of those who got a place is 10.0"));
  EXPECT_THAT(said_, testing::ContainsRegex("ends 7[ \n]+still wait"));
}

// A19
TEST_F(Cases, A19OverloadIsSaidInTheSummary) {
  run("waiting-at-end-left-out");
  EXPECT_THAT(said_, HasSubstr("ward needs 3.33 places on average and has 1"));
}

// B1
TEST_F(Cases, B1ACircleThatTakesNoTimeIsRefused) {
  refuse(
      "zero-patience-circle-hangs",
      "/settings/a/queue: expected a queue to be left after some time, so that nobody goes round "
      "on the spot, got a → b → a");
}

// A visit by two is given by two, however much time the one has who is there.
TEST_F(Cases, NobodyMakesAVisitByTwoAlone) {
  const auto results = run("two-person-visit-one-nurse");
  EXPECT_EQ(mean(results, "visits_due.nurse.m"), 28);
  EXPECT_EQ(mean(results, "visits_done.nurse.m"), 0);
  EXPECT_EQ(mean(results, "missed_must.nurse.m"), 28);
  EXPECT_THAT(checked("two-person-visit-one-nurse"),
              HasSubstr("100 % of the visits do not fit 2 at once"));
}

// Five hours are no visit of three people with two hours each.
TEST_F(Cases, AVisitLongerThanAnybodysTimeIsNotGiven) {
  const auto results = run("visit-longer-than-any-shift-pooled");
  EXPECT_EQ(mean(results, "visits_due.nurse.m"), 28);
  EXPECT_EQ(mean(results, "visits_done.nurse.m"), 0);
  EXPECT_THAT(checked("visit-longer-than-any-shift-pooled"),
              HasSubstr("100 % of the visits fit nobody"));
}

// Told before a run and by it, and missed in it.
TEST_F(Cases, AVisitThatFitsNoShiftIsToldBeforehand) {
  EXPECT_THAT(checked("visit-never-fits-no-warning"),
              HasSubstr("takes 480 min on average, travel included; the one with most time for "
                        "visits has 420 min."));
  const auto results = run("visit-never-fits-no-warning");
  EXPECT_GT(mean(results, "visits_due.nurse.m"), 0);
  EXPECT_EQ(mean(results, "visits_done.nurse.m"), 0);
  ASSERT_EQ(results.warnings.size(), 1U);
  EXPECT_THAT(results.warnings.front().en, HasSubstr("takes 480 min on average"));
  EXPECT_THAT(said_, HasSubstr("480\nmin on average")) << said_;
}

}  // namespace
