// SPDX-License-Identifier: Apache-2.0
// The commands as a user meets them.

#include <algorithm>
#include <csignal>
#include <regex>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/app/process.hpp"

namespace {

using Json = nlohmann::ordered_json;
using testing::HasSubstr;
using testing_app::clinic;
using testing_app::Process;
using testing_app::read;
using testing_app::run;
using testing_app::TemporaryFolder;

constexpr const char* files[] = {"results.json",     "run.json",    "scenario.json",
                                 "summary.csv",      "weekly.csv",  "ledger.csv",
                                 "replications.csv", "report.html", "XXH128SUMS"};

TEST(Run, WritesWhatItPromises) {
  const TemporaryFolder folder;
  const auto out = folder / "deep/er";
  const auto done = run({"run", clinic, "--replications", "5", "--out", out.string()});
  EXPECT_EQ(done.status, 0) << done.err;
  EXPECT_THAT(done.out, HasSubstr("A clinic with three rooms"));
  for (const auto* file : files) EXPECT_TRUE(std::filesystem::exists(out / file)) << file;
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(out), {}), std::ssize(files));
  const auto record = Json::parse(read(out / "run.json"));
  EXPECT_EQ(record["replications"], 5);
  EXPECT_EQ(record["interrupted"], false);
  // The resolved scenario runs, and means the same.
  const auto again = folder / "again";
  const auto second = run(
      {"run", (out / "scenario.json").string(), "--replications", "5", "--out", again.string()});
  EXPECT_EQ(second.status, 0) << second.err;
  EXPECT_EQ(read(out / "summary.csv"), read(again / "summary.csv"));
}

TEST(Run, SpeaksSwedishWhenTheEnvironmentDoes) {
  const TemporaryFolder folder;
  const std::vector<std::string> words = {"run", clinic,  "--replications",
                                          "2",   "--out", folder.path().string()};
  EXPECT_THAT(run(words, {"LANG=sv_SE.UTF-8"}).out, HasSubstr("Mottagning med tre rum"));
  EXPECT_THAT(run(words, {"LC_ALL=C", "LANG=sv_SE.UTF-8"}).out, HasSubstr("A clinic"));
  auto english = words;
  english.insert(english.end(), {"--lang", "en"});
  EXPECT_THAT(run(english, {"LANG=sv_SE.UTF-8"}).out, HasSubstr("A clinic"));
}

TEST(Run, PrintsTheResultsAsJsonOnRequest) {
  const TemporaryFolder folder;
  const auto done =
      run({"run", clinic, "--replications", "2", "--json", "--out", folder.path().string()});
  EXPECT_EQ(done.status, 0);
  EXPECT_EQ(done.out, read(folder / "results.json"));
}

TEST(Run, KeepsPeopleAndDataApart) {
  const TemporaryFolder folder;
  const auto quiet = run({"run", clinic, "--replications", "10", "--progress", "none", "--json",
                          "--out", folder.path().string()});
  EXPECT_EQ(quiet.err, "");
  const auto plain = run({"run", clinic, "--replications", "10", "--progress", "plain", "--json",
                          "--out", folder.path().string()});
  EXPECT_EQ(plain.error_lines(), 10U) << plain.err;
  EXPECT_THAT(plain.err, HasSubstr("\n 50 %  5 of 10, "));
  EXPECT_THAT(plain.err, HasSubstr("100 %  10 of 10, "));
  EXPECT_EQ(plain.out, quiet.out);
}

TEST(Run, ColoursOnlyWhenAsked) {
  const TemporaryFolder folder;
  const std::vector<std::string> words = {"run", clinic,  "--replications",
                                          "2",   "--out", folder.path().string()};
  EXPECT_EQ(run(words).out.find('\x1b'), std::string::npos);
  auto always = words;
  always.insert(always.end(), {"--color", "always"});
  EXPECT_NE(run(always).out.find('\x1b'), std::string::npos);
}

TEST(Run, AMissedTargetWarnsAndFailsOnlyOnRequest) {
  const TemporaryFolder folder;
  std::vector<std::string> words = {"run",
                                    clinic,
                                    "--set",
                                    "/arrivals/patients/per_day=60",
                                    "--out",
                                    folder.path().string(),
                                    "--replications",
                                    "3"};
  const auto warned = run(words);
  EXPECT_EQ(warned.status, 0);
  EXPECT_THAT(warned.err, HasSubstr("warning: the target Rooms in use: 120 * 30 / 1440 is missed"));
  words.emplace_back("--require-targets");
  EXPECT_EQ(run(words).status, 1);
}

TEST(Run, TellsHowToMakeItAgain) {
  const TemporaryFolder folder;
  const auto done = run({"run", clinic, "--replications", "4", "--seed", "9", "--first", "6",
                         "--set", "/title=Min egen", "--out", folder.path().string()});
  EXPECT_THAT(std::regex_replace(done.out, std::regex("\\s+"), " "),
              HasSubstr("--replications 4 --seed 9 --first 6 --set '/title=Min egen'"));
}

TEST(Run, SlicesAreTheSameReplications) {
  const TemporaryFolder folder;
  const auto rows = [&](const char* first, const char* count) {
    const auto done = run({"run", clinic, "--replications", count, "--first", first, "--out",
                           folder.path().string()});
    EXPECT_EQ(done.status, 0) << done.err;
    return Json::parse(read(folder / "results.json"));
  };
  static_cast<void>(rows("0", "4"));
  const auto whole = read(folder / "replications.csv");
  static_cast<void>(rows("2", "2"));
  const auto slice = read(folder / "replications.csv");
  // The last row of both is replication 3.
  const auto last = [](const std::string& text) {
    return text.substr(text.rfind('\n', text.size() - 2));
  };
  EXPECT_EQ(last(whole), last(slice));
}

TEST(Run, APrecisionEndsTheRunWhenItIsReached) {
  const TemporaryFolder folder;
  const auto done = run({"run", clinic, "--precision", "5", "--out", folder.path().string()});
  EXPECT_EQ(done.status, 0);
  const auto identity = Json::parse(read(folder / "results.json"))["identity"];
  EXPECT_EQ(identity["requested"], 2000);
  EXPECT_LT(identity["replications"], 100);
  const auto short_of = run({"run", clinic, "--precision", "0.01", "--replications", "5", "--out",
                             folder.path().string()});
  EXPECT_THAT(short_of.err, HasSubstr("warning: rooms_in_use is known within "));
}

/// A run long enough to be stopped in the middle: it says 10 % when 2 of its 20 are done.
std::vector<std::string> long_run(const TemporaryFolder& folder) {
  return {"run",
          clinic,
          "--replications",
          "20",
          "--set",
          "/horizon/days=6000",
          "--out",
          (folder / "out").string(),
          "--progress",
          "plain",
          "--threads",
          "2"};
}

void expect_saved_part(const TemporaryFolder& folder, Process& process, int status) {
  EXPECT_EQ(process.wait(), status) << process.errors();
  EXPECT_THAT(process.errors(),
              HasSubstr("Interrupted: replications in flight have two seconds to finish"));
  const auto identity = Json::parse(read(folder / "out/results.json"))["identity"];
  EXPECT_GE(identity["replications"], 2);
  EXPECT_LT(identity["replications"], 20);
  EXPECT_EQ(identity["requested"], 20);
  EXPECT_EQ(identity["interrupted"], true);
  EXPECT_THAT(process.output(), HasSubstr("of 20 replications are done"));
}

TEST(Run, AnInterruptedRunKeepsWhatIsDone) {
  const TemporaryFolder folder;
  Process process(long_run(folder));
  ASSERT_TRUE(process.says("10 %")) << process.errors();
  process.signal(SIGINT);
  expect_saved_part(folder, process, 130);
}

TEST(Run, SoDoesOneThatIsTerminated) {
  const TemporaryFolder folder;
  Process process(long_run(folder));
  ASSERT_TRUE(process.says("10 %")) << process.errors();
  process.signal(SIGTERM);
  expect_saved_part(folder, process, 143);
}

TEST(Run, B6SoDoesOneWhoseTerminalIsClosed) {
  const TemporaryFolder folder;
  Process process(long_run(folder));
  ASSERT_TRUE(process.says("10 %")) << process.errors();
  process.signal(SIGHUP);
  expect_saved_part(folder, process, 128 + SIGHUP);
}

TEST(Run, ASecondSignalEndsItAtOnce) {
  const TemporaryFolder folder;
  auto words = long_run(folder);
  words[5] = "/horizon/days=36000";
  Process process(words);
  ASSERT_TRUE(process.says("10 %")) << process.errors();
  process.signal(SIGINT);
  ASSERT_TRUE(process.says("Interrupted")) << process.errors();
  process.signal(SIGINT);
  EXPECT_EQ(process.wait(), -SIGINT);
  EXPECT_FALSE(std::filesystem::exists(folder / "out/results.json"));
}

TEST(Program, FailsWhenItsOutputGoesNowhere) {
  EXPECT_EQ(WEXITSTATUS(std::system(TROSKEL_BINARY " schema > /dev/full 2> /dev/null")), 3);
}

TEST(Program, ShowsItsVersion) {
  const auto done = run({"--version"});
  EXPECT_EQ(done.status, 0);
  EXPECT_THAT(done.out, testing::MatchesRegex("troskel [0-9]+\\.[0-9]+\\.[0-9]+.*\n"));
}

TEST(Program, WithoutWordsShowsHelpAndFails) {
  const auto done = run({});
  EXPECT_EQ(done.status, 2);
  EXPECT_EQ(done.out, "");
  EXPECT_THAT(done.err, HasSubstr("Commands:"));
}

TEST(Check, ReportsWithoutRunning) {
  const auto done = run({"check", clinic});
  EXPECT_EQ(done.status, 0) << done.err;
  EXPECT_EQ(done.err, "");
  EXPECT_THAT(done.out, testing::StartsWith(clinic + ": ok\n"));
  EXPECT_THAT(done.out, HasSubstr("without a source: 0"));
  EXPECT_THAT(done.out, HasSubstr("83.3%"));
  EXPECT_THAT(run({"check", clinic, "--sources"}).out, HasSubstr("/arrivals/patients/per_day"));
}

// C7: a thousand pointers buried the answer.
TEST(Check, C7CountsNumbersWithoutASourceAndListsThemOnRequest) {
  const TemporaryFolder folder;
  const auto file = (folder / "case.json").string();
  testing_app::write(file, R"({
    "title": "bare", "horizon": {"start": "2025-01-06", "days": 7},
    "settings": {"ward": {"capacity": {"value": 3, "source": "the register"},
                          "stay": {"time": {"kind": "fixed", "value": 2}},
                          "routes": {"to": {"home": 1}}}},
    "exits": {"home": "Home"},
    "arrivals": {"p": {"to": "ward", "per_day": 1}}})");
  const auto counted = run({"check", file}).out;
  EXPECT_THAT(counted, testing::ContainsRegex("without a source: [1-9]"));
  EXPECT_THAT(counted, testing::ContainsRegex("/settings/ward +1\n"));
  EXPECT_THAT(counted, testing::ContainsRegex("/arrivals/p +1\n"));
  EXPECT_THAT(counted, testing::Not(HasSubstr("/settings/ward/stay/0/time/value")));
  const auto listed = run({"check", file, "--sources"}).out;
  EXPECT_THAT(listed, HasSubstr("/settings/ward/stay/0/time/value"));
  EXPECT_THAT(listed, HasSubstr("/arrivals/p/per_day"));
  EXPECT_THAT(listed, HasSubstr("the register"));
}

TEST(Check, PrintsTheResolvedScenario) {
  const auto done = run({"check", clinic, "--resolved", "--set", "/settings/clinic/capacity=4"});
  EXPECT_EQ(done.status, 0);
  EXPECT_EQ(Json::parse(done.out)["settings"]["clinic"]["capacity"]["value"], 4);
}

TEST(Check, ListsFaultsAsJson) {
  const TemporaryFolder folder;
  testing_app::write(folder / "case.json", "{\"title\": \"x\"}");
  const auto done = run({"check", (folder / "case.json").string(), "--json"});
  EXPECT_EQ(done.status, 2);
  const auto report = Json::parse(done.out);
  EXPECT_EQ(report["valid"], false);
  EXPECT_EQ(report["errors"].size(), done.error_lines());
  EXPECT_EQ(Json::parse(run({"check", clinic, "--json"}).out)["valid"], true);
}

// A22: 20 patients x 7 visits of half an hour are 70 hours a week; the team has 42.
TEST(Check, A22ComparesStaffNeedWithSupply) {
  const TemporaryFolder folder;
  const auto file = (folder / "case.json").string();
  testing_app::write(file, R"({
    "title": "team", "horizon": {"start": "2025-01-06", "days": 364},
    "attributes": {"municipality": ["west"]},
    "settings": {"home": {"stay": {"time": {"kind": "exponential", "unit": "days", "mean": 10}},
                          "routes": {"to": {"done": 1}}}},
    "exits": {"done": "Done"},
    "arrivals": {"p": {"to": "home", "per_day": 2}},
    "care": {
      "roles": {"nurse": {"label": {"sv": "Sjuksköterska", "en": "Nurse"}, "indirect_share": 0.25}},
      "shifts": {"day": {"start_hour": 7, "hours": 8}},
      "tasks": {"visit": {"settings": ["home"], "role": "nurse", "per_week": 7, "shifts": {"day": 1},
                          "minutes": {"kind": "fixed", "value": 20}}},
      "municipalities": {"west": {"travel_minutes": 10,
        "teams": {"nurse": {"people": 4, "roster": [{"shift": "day", "posts": 1}]}}}}}})");
  const auto done = run({"check", file});
  EXPECT_EQ(done.status, 0) << done.err;
  EXPECT_THAT(done.out, HasSubstr("Staff: hours of visits per week"));
  EXPECT_THAT(done.out, testing::ContainsRegex("west, Nurse +70 +42 +167%"));
  EXPECT_THAT(done.out, HasSubstr("(/care/municipalities/west/teams/nurse/roster)"));
  const auto swedish = run({"check", file, "--lang", "sv"});
  EXPECT_THAT(swedish.out,
              HasSubstr("varning: Sjuksköterska, west: mer besök än tillgänglig tid 52"));

  const auto report = Json::parse(run({"check", file, "--json"}).out);
  const auto& team = report["staff"][0];
  EXPECT_EQ(team["unit"], "west");
  EXPECT_EQ(team["role"], "nurse");
  EXPECT_NEAR(team["normal_week"]["due_hours"], 70, 1e-6);
  EXPECT_NEAR(team["normal_week"]["available_hours"], 42, 1e-6);
  EXPECT_NEAR(team["normal_week"]["shifts"][0]["load"], 70.0 / 42, 1e-6);
  EXPECT_EQ(team["worst_week"]["iso_week"], 25);
  EXPECT_EQ(team["weeks_over"], 52);
  const auto warnings = std::ranges::count_if(report["findings"], [](const Json& finding) {
    return finding["level"] == "warning" && finding["code"] == "team_cannot_cope" &&
           finding["pointer"] == "/care/municipalities/west/teams/nurse/roster";
  });
  EXPECT_EQ(warnings, 1);
}

TEST(Network, DrawsThreeFormats) {
  EXPECT_THAT(run({"network", clinic}).out, testing::StartsWith("<svg"));
  EXPECT_THAT(run({"network", clinic, "--format", "dot"}).out, testing::StartsWith("digraph"));
  const auto mermaid = run({"network", clinic, "--format", "mermaid"});
  EXPECT_EQ(mermaid.status, 0);
  EXPECT_THAT(mermaid.out, HasSubstr("flowchart"));
  EXPECT_THAT(mermaid.err, HasSubstr("note: "));
}

TEST(Network, WritesAFileAndCanShowFlows) {
  const TemporaryFolder folder;
  const auto file = folder / "sub/clinic.dot";
  const auto done =
      run({"network", clinic, "--format", "dot", "--replications", "3", "--out", file.string()});
  EXPECT_EQ(done.status, 0) << done.err;
  EXPECT_EQ(done.out, "");
  const auto with_flows = read(file);
  EXPECT_NE(with_flows, run({"network", clinic, "--format", "dot"}).out);
  const auto refused = run({"network", clinic, "--out", folder.path().string()});
  EXPECT_EQ(refused.status, 2);
  EXPECT_THAT(refused.err, HasSubstr("--out: expected a file that can be written"));
}

TEST(Trace, ListsPatientsToChooseFrom) {
  const auto done = run({"trace", clinic, "--replication", "3"});
  EXPECT_EQ(done.status, 0) << done.err;
  EXPECT_EQ(std::count(done.out.begin(), done.out.end(), '\n'), 21);
  EXPECT_THAT(done.out, HasSubstr("patients/"));
  EXPECT_THAT(done.err, HasSubstr("--patient patients/"));
}

TEST(Trace, FollowsOnePatient) {
  const auto done = run({"trace", clinic, "--replication", "3", "--patient", "patients/1005"});
  EXPECT_EQ(done.status, 0) << done.err;
  EXPECT_EQ(done.err, "");
  EXPECT_THAT(done.out, testing::StartsWith("patients/1005 in replication 3, seed 1\n"));
  EXPECT_THAT(done.out, HasSubstr("arrives, wants Clinic"));
  EXPECT_THAT(done.out, HasSubstr("(/settings/clinic/stay/0, /settings/clinic/routes/0)\n"));
  EXPECT_THAT(done.out, testing::EndsWith("leaves the model: Done\n"));
}

TEST(Trace, PointsAtPlacesThatExist) {
  const auto resolved = Json::parse(run({"check", clinic, "--resolved"}).out);
  const auto done = run({"trace", clinic, "--patient", "patients/1005", "--json"});
  const auto trace = Json::parse(done.out);
  std::size_t pointers = 0;
  for (const auto& step : trace["steps"]) {
    for (const auto& pointer : step["pointers"]) {
      ++pointers;
      EXPECT_TRUE(resolved.contains(Json::json_pointer(pointer.get<std::string>()))) << pointer;
    }
  }
  EXPECT_GT(pointers, 2U);
}

TEST(Trace, SaysHowToFindAPatient) {
  EXPECT_EQ(run({"trace", clinic, "--patient", "patient/1"}).err,
            "--patient: expected <source>/<number>, got \"patient/1\" "
            "(did you mean patients/...?)\n");
  EXPECT_EQ(run({"trace", clinic, "--patient", "xyz/1", "--lang", "sv"}).err,
            "--patient: väntade <källa>/<nummer>, fick \"xyz/1\" (t.ex. patients/...; antal "
            "källor: 1)\n");
  const auto late = run({"trace", clinic, "--patient", "patients/99999999"});
  EXPECT_EQ(late.status, 2);
  EXPECT_THAT(late.err, testing::MatchesRegex(
                            "--patient: expected one of the [0-9]+ patients patients/0 to "
                            "patients/[0-9]+ in replication 0, got \"patients/99999999\"\n"));
}

TEST(List, FindsScenariosBesideTheProgramAndInOwnFolders) {
  const TemporaryFolder folder;
  std::filesystem::copy_file(clinic, folder / "own.json");
  testing_app::write(folder / "other.json", "{\"rows\": []}");
  const auto done = run({"list", "--json"}, {"TROSKEL_SCENARIOS=" + folder.path().string()});
  EXPECT_EQ(done.status, 0) << done.err;
  bool own = false;
  std::size_t rules = 0;
  for (const auto& entry : Json::parse(done.out)) {
    EXPECT_EQ(entry["faults"], 0) << entry;
    if (entry["kind"] == "rules") ++rules;
    const auto path = entry["path"].get<std::string>();
    EXPECT_EQ(path.find("other.json"), std::string::npos);
    if (path.ends_with("own.json")) {
      own = true;
      EXPECT_EQ(entry["title"]["en"], "A clinic with three rooms");
    }
  }
  EXPECT_TRUE(own);
  EXPECT_GE(rules, 31U);
}

TEST(Schema, IsJson) {
  const auto done = run({"schema"});
  EXPECT_EQ(done.status, 0);
  EXPECT_TRUE(Json::parse(done.out).contains("$schema"));
  EXPECT_THAT(run({"dictionary"}).out, testing::StartsWith("#"));
}

}  // namespace
