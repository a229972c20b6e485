// SPDX-License-Identifier: Apache-2.0
// `troskel compare` as a user meets it.

#include <algorithm>
#include <csignal>
#include <iterator>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/app/process.hpp"

namespace {

using Json = nlohmann::ordered_json;
using testing::HasSubstr;
using testing::StartsWith;
using testing_app::clinic;
using testing_app::Finished;
using testing_app::Process;
using testing_app::read;
using testing_app::run;
using testing_app::TemporaryFolder;

constexpr const char* compared_files[] = {"comparison.json", "comparison.csv", "stakeholders.csv",
                                          "comparison.html", "run.json",       "XXH128SUMS"};

class Compare : public testing::Test {
 protected:
  /// The clinic with one room more, in a file of its own.
  std::string larger(const char* name = "larger.json") {
    const Json scenario = {{"extends", clinic},
                           {"title", {{"sv", "Fyra rum"}, {"en", "Four rooms"}}},
                           {"settings", {{"clinic", {{"capacity", 4}}}}}};
    testing_app::write(folder_ / name, scenario.dump());
    return (folder_ / name).string();
  }

  [[nodiscard]] std::string out() const { return (folder_ / "out").string(); }

  Finished compare(std::vector<std::string> words) {
    words.insert(words.begin(), "compare");
    words.insert(words.end(), {"--out", out()});
    return run(words);
  }

  /// A comparison that must be refused with one line, which is returned.
  std::string refused(const std::vector<std::string>& words) {
    const auto done = compare(words);
    EXPECT_EQ(done.status, 2) << done.err;
    EXPECT_EQ(done.out, "");
    EXPECT_EQ(done.error_lines(), 1U) << done.err;
    EXPECT_FALSE(std::filesystem::exists(out()));
    return done.err.substr(0, done.err.find('\n'));
  }

  TemporaryFolder folder_;
};

TEST_F(Compare, WritesWhatItPromisesAndSaysWhatDiffers) {
  const auto done = compare({clinic, larger(), "--replications", "10"});
  EXPECT_EQ(done.status, 0) << done.err;
  for (const auto* file : compared_files) {
    EXPECT_TRUE(std::filesystem::exists(folder_ / "out" / file)) << file;
  }
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(out()), {}),
            std::ssize(compared_files));
  EXPECT_THAT(done.out, HasSubstr("Comparison with A clinic with three rooms"));
  EXPECT_THAT(done.out, HasSubstr("Alternative 1: Four rooms"));
  const auto json = Json::parse(read(folder_ / "out/comparison.json"));
  const auto figure = std::ranges::find_if(
      json["figures"], [](const Json& one) { return one["id"] == "wait.clinic"; });
  ASSERT_NE(figure, json["figures"].end());
  const auto& wait = (*figure)["differences"][0];
  EXPECT_EQ(wait["n"], 10);
  EXPECT_EQ(wait["verdict"], "lower");
  EXPECT_EQ(wait["lower"], 10);
  EXPECT_LT(wait["ci95"][1], 0);
  const auto record = Json::parse(read(folder_ / "out/run.json"));
  ASSERT_EQ(record["runs"].size(), 2U);
  EXPECT_EQ(record["runs"][1]["id"], "larger");
  EXPECT_EQ(record["runs"][1]["identity"]["replications"], 10);
}

TEST_F(Compare, TheSameScenarioTwiceDiffersInNothing) {
  const auto done = compare({clinic, clinic, "--replications", "4", "--json"});
  EXPECT_EQ(done.status, 0) << done.err;
  EXPECT_EQ(done.out, read(folder_ / "out/comparison.json"));
  const auto json = Json::parse(done.out);
  EXPECT_EQ(json["alternatives"][0]["id"], "clinic-2");
  const auto& tally = json["alternatives"][0]["tally"];
  EXPECT_GT(tally["compared"], 10);
  EXPECT_EQ(tally["identical"], tally["compared"]);
  EXPECT_EQ(tally["journeys_identical"], true);
  for (const auto& one : json["figures"]) {
    EXPECT_EQ(one["differences"][0]["verdict"], "not_affected") << one["id"];
  }
}

TEST_F(Compare, IsTheSameAtAnyNumberOfThreads) {
  const auto other = larger();
  std::vector<std::string> first;
  for (const auto* threads : {"1", "3"}) {
    ASSERT_EQ(compare({clinic, other, "--replications", "7", "--threads", threads}).status, 0);
    std::vector<std::string> contents;
    for (const auto* file :
         {"comparison.json", "comparison.csv", "stakeholders.csv", "comparison.html"}) {
      contents.push_back(read(folder_ / "out" / file));
      EXPECT_FALSE(contents.back().empty());
    }
    if (first.empty()) first = contents;
    EXPECT_EQ(contents, first);
  }
}

TEST_F(Compare, ChangesOfTheCommandLineAreForAll) {
  const auto done = compare(
      {clinic, larger(), "--replications", "2", "--json", "--set", "/settings/clinic/capacity=5"});
  EXPECT_EQ(done.status, 0) << done.err;
  const auto json = Json::parse(done.out);
  const auto& tally = json["alternatives"][0]["tally"];
  EXPECT_GT(tally["compared"], 10);
  EXPECT_EQ(tally["identical"], tally["compared"]);
}

TEST_F(Compare, RuleSetsReplaceThatOfTheScenario) {
  const auto halland = (testing_app::source_folder() / "scenarios/halland/base-2025.json").string();
  const auto done = compare({halland, "--rules", "halland_2021_region", "halland_2021_kommun",
                             "--replications", "2", "--json"});
  EXPECT_EQ(done.status, 0) << done.err;
  const auto json = Json::parse(done.out);
  ASSERT_EQ(json["alternatives"].size(), 2U);
  // The first is the one that the base has already.
  const auto& same = json["alternatives"][0];
  EXPECT_EQ(same["id"], "halland_2021_region");
  EXPECT_EQ(same["tally"]["identical"], same["tally"]["compared"]);
  const auto& other = json["alternatives"][1];
  EXPECT_EQ(other["id"], "halland_2021_kommun");
  EXPECT_LT(other["tally"]["identical"], other["tally"]["compared"]);
  EXPECT_NE(other["label"], same["label"]);
}

TEST_F(Compare, RuleSetsNeedAScenarioInWhichRulesDecide) {
  EXPECT_EQ(refused({clinic, "--rules", "halland_2015", "halland_2021_region"}),
            clinic +
                "#/care/responsibility/agreements: expected an agreement whose rules are replaced "
                "by --rules, got none");
}

TEST_F(Compare, TellsWhichOfThemRuns) {
  const auto done = compare({clinic, larger(), "--replications", "5", "--progress", "plain"});
  EXPECT_THAT(done.err, HasSubstr("1/2 clinic: 5 of 5"));
  EXPECT_THAT(done.err, HasSubstr("2/2 larger: 5 of 5"));
  EXPECT_EQ(compare({clinic, larger(), "--replications", "5", "--progress", "none"}).err, "");
}

TEST_F(Compare, TellsHowToMakeItAgain) {
  const auto other = larger("two words.json");
  const auto done = compare({clinic, other, "--replications", "3", "--seed", "9"});
  EXPECT_THAT(done.out, HasSubstr("troskel compare " + clinic + " '" + other +
                                  "' --replications 3 --seed 9\n"));
}

TEST_F(Compare, InterruptedInTheBaseSavesNothing) {
  Process process(
      {"compare", clinic, clinic, "--replications", "3000", "--progress", "plain", "--out", out()});
  ASSERT_TRUE(process.says("1/2 clinic: "));
  process.signal(SIGINT);
  EXPECT_EQ(process.wait(), 130);
  EXPECT_THAT(process.errors(), HasSubstr("nothing was saved"));
  EXPECT_EQ(process.output(), "");
  EXPECT_FALSE(std::filesystem::exists(folder_ / "out/comparison.json"));
}

TEST_F(Compare, InterruptedLaterComparesWhatIsDone) {
  Process process({"compare", clinic, clinic, "--replications", "300", "--progress", "plain",
                   "--json", "--out", out()});
  ASSERT_TRUE(process.says("2/2 clinic-2: "));
  process.signal(SIGTERM);
  EXPECT_EQ(process.wait(), 143);
  const auto json = Json::parse(read(folder_ / "out/comparison.json"));
  const auto n = json["figures"][0]["differences"][0]["n"].get<int>();
  EXPECT_GE(n, 2);
  EXPECT_LT(n, 300);
  EXPECT_EQ(json["warnings"].size(), 1U);
  EXPECT_EQ(json["alternatives"][0]["tally"]["identical"],
            json["alternatives"][0]["tally"]["compared"]);
}

TEST_F(Compare, NeedsSomethingToCompareWith) {
  EXPECT_THAT(refused({clinic}),
              StartsWith("troskel compare: expected a scenario and either other scenarios or "
                         "--rules, got one scenario alone"));
  EXPECT_THAT(refused({clinic, clinic, "--rules", "halland_2015"}), HasSubstr("got both"));
  EXPECT_THAT(refused({}), StartsWith("troskel compare: expected a scenario"));
}

TEST_F(Compare, NeedsTwoReplications) {
  EXPECT_EQ(refused({clinic, clinic, "--replications", "1"}),
            "--replications: expected a whole number from 2 to 16777216, got \"1\"");
}

TEST_F(Compare, RefusesWhatItDoesNotKnow) {
  EXPECT_THAT(refused({clinic, clinic, "--replicatons", "5"}),
              HasSubstr("did you mean --replications?"));
  EXPECT_THAT(refused({clinic, "--rules", "halland_2015", "no_such_rules"}),
              StartsWith("no_such_rules: expected"));
  EXPECT_THAT(refused({clinic, (folder_ / "none.json").string()}), HasSubstr("got no such file"));
}

TEST_F(Compare, AFaultThatTwoShareIsToldOnce) {
  testing_app::write(folder_ / "bad.json", "[]");
  const auto bad = (folder_ / "bad.json").string();
  EXPECT_THAT(refused({bad, bad}), StartsWith(bad));
}

}  // namespace
