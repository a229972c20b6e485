// SPDX-License-Identifier: Apache-2.0
// `troskel report`: what a run left, in another language or format.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/app/process.hpp"
#include "tests/app/seal.hpp"
#include "viz/outputs.hpp"
#include "viz/results_json.hpp"
#include "viz/results_reader.hpp"

namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::StartsWith;
using testing_app::read;
using testing_app::run;
using testing_app::seal;
using testing_app::TemporaryFolder;
using testing_app::write;

class Report : public testing::Test {
 protected:
  /// A run of a scenario that comes along; its folder.
  fs::path make(const std::string& scenario, std::vector<std::string> more = {}) {
    const auto folder = folder_ / "run";
    std::vector<std::string> words{"run",
                                   (testing_app::source_folder() / "scenarios" / scenario).string(),
                                   "--replications",
                                   "2",
                                   "--out",
                                   folder.string()};
    words.insert(words.end(), more.begin(), more.end());
    EXPECT_EQ(run(words).status, 0);
    return folder;
  }

  /// Words that must be refused in one line, which is returned; nothing is written.
  std::string refused(const fs::path& what, std::vector<std::string> more = {}) {
    std::vector<std::string> words{"report", what.string()};
    if (more.empty()) more = {"--out", (folder_ / "none").string()};
    words.insert(words.end(), more.begin(), more.end());
    const auto done = run(words);
    EXPECT_EQ(done.status, 2) << done.err;
    EXPECT_EQ(done.out, "");
    EXPECT_EQ(done.error_lines(), 1U) << done.err;
    EXPECT_FALSE(fs::exists(folder_ / "none"));
    return done.err;
  }

  static void change(const fs::path& file, std::string_view old, std::string_view now) {
    auto text = read(file);
    const auto at = text.find(old);
    ASSERT_NE(at, std::string::npos) << old;
    write(file, text.replace(at, old.size(), now));
  }

  /// Every table and the report come out of the results as they came out of the run.
  void is_faithful(const fs::path& from) {
    const auto to = folder_ / "again";
    const auto done =
        run({"report", from.string(), "--out", to.string(), "--csv", "plain", "--lang", "en"});
    ASSERT_EQ(done.status, 0) << done.err;
    EXPECT_EQ(done.err, "");
    const auto text = read(from / "results.json");
    const auto loaded = viz::read_results(text, "results.json");
    ASSERT_TRUE(loaded.results);
    EXPECT_TRUE(loaded.warnings.empty());
    EXPECT_TRUE(viz::results_json(*loaded.results) == text);
    std::size_t files = 0;
    for (const auto& entry : fs::directory_iterator(from)) {
      const auto name = entry.path().filename();
      if (name == "results.json" || name == "run.json" || name == "scenario.json") continue;
      ++files;
      if (name == viz::sums_file) continue;
      EXPECT_TRUE(read(to / name.string()) == read(entry.path())) << name;
    }
    EXPECT_EQ(std::distance(fs::directory_iterator(to), {}), static_cast<std::ptrdiff_t>(files));
  }

  TemporaryFolder folder_;
};

TEST_F(Report, GivesTheFilesOfARunAgain) {
  for (const char* scenario : {"examples/clinic.json", "examples/six-stations.json",
                               "examples/ward-and-short-term.json"}) {
    SCOPED_TRACE(scenario);
    is_faithful(make(scenario, {"--seed", "18446744073709551615", "--first", "7"}));
  }
}

TEST_F(Report, C2GivesDaysAgain) {
  const auto from =
      make("examples/ward-and-short-term.json", {"--set", R"(/report_daily=["ward"])"});
  EXPECT_THAT(read(from / "daily.csv"), StartsWith("date,weekday,hours,setting,n,present,"));
  EXPECT_THAT(read(from / "XXH128SUMS"), HasSubstr("daily.csv"));
  is_faithful(from);
}

TEST_F(Report, GivesTheFilesOfARegionAgain) {
  const auto from = make("halland/base-2025.json", {"--set", "/title=Vårt län"});
  EXPECT_TRUE(fs::exists(from / "cases.csv"));
  is_faithful(from);
}

TEST_F(Report, SpeaksTheOtherLanguage) {
  const auto from = make("examples/clinic.json");
  const auto shown = run({"report", from.string(), "--lang", "sv"});
  EXPECT_EQ(shown.status, 0);
  EXPECT_THAT(shown.out, HasSubstr("Mottagning med tre rum"));
  const auto to = folder_ / "sv";
  const auto written =
      run({"report", (from / "results.json").string(), "--lang", "sv", "--out", to.string()});
  EXPECT_EQ(written.status, 0) << written.err;
  EXPECT_THAT(read(to / "summary.csv"), StartsWith("\xEF\xBB\xBFM\xC3\xA5ttets nyckel;"));
  EXPECT_THAT(read(to / "replications.csv"), HasSubstr(","));
  EXPECT_THAT(read(to / "report.html"), HasSubstr("<html lang=\"sv\""));
}

TEST_F(Report, PrintsTheResultsAsTheyAre) {
  const auto from = make("examples/clinic.json");
  fs::remove(from / "scenario.json");
  const auto done = run({"report", from.string(), "--json"});
  EXPECT_EQ(done.status, 0);
  EXPECT_EQ(done.err, "");
  EXPECT_EQ(done.out, read(from / "results.json"));
}

TEST_F(Report, SaysWhatIsMissing) {
  const auto from = make("examples/clinic.json", {"--set", "/title=Min"});
  fs::remove(from / "replications.csv");
  fs::remove(from / "run.json");
  const auto to = folder_ / "again";
  const auto done = run({"report", from.string(), "--out", to.string()});
  EXPECT_EQ(done.status, 0);
  EXPECT_THAT(done.err, HasSubstr("warning: replications.csv is not beside results.json"));
  EXPECT_THAT(done.err, HasSubstr("without --set"));
  EXPECT_EQ(done.error_lines(), 2U) << done.err;
  EXPECT_FALSE(fs::exists(to / "replications.csv"));
  EXPECT_TRUE(fs::exists(to / "report.html"));
}

TEST_F(Report, RefusesWhatIsNoRun) {
  EXPECT_THAT(refused(folder_ / "nowhere"), HasSubstr("no such file"));
  EXPECT_THAT(refused(folder_.path()), HasSubstr("results.json: expected a file"));
  EXPECT_THAT(refused("", {"--lang", "en"}), HasSubstr("expected the folder of a run"));
  const auto from = make("examples/clinic.json");
  EXPECT_THAT(refused(from / "run.json"),
              HasSubstr("run.json#/format: expected \"troskel.results/1\", got nothing"));
  EXPECT_THAT(refused(from / "summary.csv"), HasSubstr("expected JSON"));
}

TEST_F(Report, RefusesDamagedFiles) {
  const auto from = make("examples/clinic.json");
  const auto results = read(from / "results.json");
  change(from / "results.json", "troskel.results/1", "troskel.results/9");
  seal(from);
  EXPECT_THAT(refused(from), HasSubstr("#/format: expected \"troskel.results/1\", got "
                                       "\"troskel.results/9\" (string), which another version"));
  write(from / "results.json", std::string_view(results).substr(0, results.size() / 2));
  seal(from);
  EXPECT_THAT(refused(from), HasSubstr("results.json:"));
  write(from / "results.json", results);

  change(from / "replications.csv", "\n1,", "\n7,");
  seal(from);
  EXPECT_THAT(refused(from), HasSubstr("replications.csv:3:1: expected 1, got \"7\""));
  fs::remove(from / "replications.csv");

  change(from / "scenario.json", "\"value\": 3,", "\"value\": 4,");
  seal(from);
  EXPECT_THAT(refused(from), HasSubstr("expected the scenario that results.json was run with"));
  write(from / "scenario.json", "{");
  seal(from);
  EXPECT_THAT(refused(from), HasSubstr("scenario.json:1:"));
  fs::remove(from / "scenario.json");
  EXPECT_THAT(refused(from), HasSubstr("scenario.json: expected a file"));
}

// B3: a source planted by hand, and files of another run, were printed without a word.
TEST_F(Report, B3RefusesASetThatIsNotAsItWasWrittenByNameOfFile) {
  const auto from = make("examples/clinic.json");
  for (const char* name : {"results.json", "scenario.json", "run.json", "summary.csv", "weekly.csv",
                           "ledger.csv", "replications.csv", "report.html"}) {
    const auto before = read(from / name);
    write(from / name, before + " ");
    EXPECT_THAT(refused(from),
                HasSubstr(std::string(name) + ": expected the content that the run "
                                              "wrote (XXH128SUMS), got another one"));
    EXPECT_THAT(refused(from, {"--json"}), HasSubstr(name));
    write(from / name, before);
  }
  fs::remove(from / "XXH128SUMS");
  EXPECT_THAT(refused(from), HasSubstr("XXH128SUMS: expected the list that a run writes last, got "
                                       "no such file"));
}

TEST_F(Report, B3ReadsNoTableOfAnEarlierRun) {
  const auto from = make("examples/clinic.json");
  write(from / "cases.csv", "not of this run");
  const auto to = folder_ / "again";
  EXPECT_EQ(run({"report", from.string(), "--out", to.string()}).status, 0);
  EXPECT_FALSE(fs::exists(to / "cases.csv"));
  change(from / "XXH128SUMS", "results.json", "other.json");
  EXPECT_THAT(refused(from), HasSubstr("results.json: expected a file that XXH128SUMS lists"));
}

TEST_F(Report, B3DoesNotMixTheSetsOfTwoRuns) {
  const auto from = make("examples/clinic.json");
  const auto other = folder_ / "other";
  fs::copy(from, other);
  EXPECT_THAT(refused(from, {"--out", other.string()}),
              HasSubstr("--out: expected a folder without the results of another run, got \""));
  EXPECT_EQ(run({"report", other.string()}).status, 0);
}

TEST_F(Report, B3TheSetStaysWholeWhenItsReportIsWrittenAnew) {
  const auto from = make("examples/clinic.json");
  ASSERT_EQ(run({"report", from.string(), "--out", from.string(), "--lang", "en", "--csv", "plain"})
                .status,
            0);
  EXPECT_EQ(run({"report", from.string()}).status, 0);
}

TEST_F(Report, RefusesAFolderThatCannotBeMade) {
  const auto from = make("examples/clinic.json");
  EXPECT_THAT(refused(from, {"--out", (from / "summary.csv").string()}),
              HasSubstr("--out: expected a folder that can be written to"));
}

TEST_F(Report, KeepsTheTablesThatProgramsRead) {
  const auto from = make("examples/clinic.json");
  const auto before = read(from / "summary.csv");
  EXPECT_THAT(refused(from, {"--csv", "swedish", "--out", from.string()}),
              HasSubstr("--out: expected another folder than that of the results"));
  EXPECT_EQ(read(from / "summary.csv"), before);
  EXPECT_EQ(run({"report", from.string(), "--lang", "sv", "--csv", "plain", "--out", from.string()})
                .status,
            0);
  EXPECT_EQ(read(from / "summary.csv"), before);
}

}  // namespace
