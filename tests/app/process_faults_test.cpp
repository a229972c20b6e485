// SPDX-License-Identifier: Apache-2.0
// B6: what goes wrong around the process, and what users say that cannot be.

#include <array>
#include <cstdlib>
#include <filesystem>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/app/process.hpp"

namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;
using testing_app::clinic;
using testing_app::read;
using testing_app::run;
using testing_app::TemporaryFolder;
using testing_app::write;

/// The exit status of a line of shell.
int shell(const std::string& line) {
  const int status = std::system(("exec /bin/sh -c '" + line + "'").c_str());
  return WEXITSTATUS(status);
}

// With a stream closed the first file that is opened gets its number.
TEST(B6Process, AClosedStandardErrorLeavesFilesWithoutMessages) {
  const TemporaryFolder folder;
  const std::string command = "exec " TROSKEL_BINARY " run " + clinic +
                              " --replications 4 --progress plain --set /title=T --out " +
                              (folder / "out").string();
  EXPECT_EQ(shell(command + " >/dev/null 2>&-"), 0);
  EXPECT_EQ(run({"report", (folder / "out").string()}).status, 0);
  EXPECT_EQ(shell(command + " 2>/dev/null >&-"), 3) << "nobody got the summary";
  EXPECT_EQ(run({"report", (folder / "out").string()}).status, 0);
  EXPECT_EQ(shell(command + " <&- >/dev/null 2>&-"), 0);
  EXPECT_EQ(run({"report", (folder / "out").string()}).status, 0) << "a message in a file";
}

// A stack of a terabyte each: the system refuses threads long before 300 of them.
TEST(B6Process, AsManyThreadsAreUsedAsThereAre) {
  const TemporaryFolder folder;
  const auto results = [&](const std::string& limit, const std::string& threads) {
    EXPECT_EQ(shell(limit + "exec " TROSKEL_BINARY " run " + clinic +
                    " --replications 300 --set /horizon/days=3 --progress none --threads " +
                    threads + " --out " + (folder / "out").string() + " >/dev/null 2>&1"),
              0);
    return read(folder / "out/results.json");
  };
  const auto one = results("", "1");
  EXPECT_FALSE(one.empty());
  EXPECT_EQ(results("ulimit -s 1000000000 || exit 0; ", "1024"), one);
}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool addresses_are_reserved = true;
#elif defined(__has_feature)
constexpr bool addresses_are_reserved =
    __has_feature(address_sanitizer) || __has_feature(thread_sanitizer);
#else
constexpr bool addresses_are_reserved = false;
#endif

// Six million persons who stay, in a program that may have 200 MB.
TEST(B2Memory, WhenItRunsOutThatIsSaidAndNothingIsLeft) {
  if (addresses_are_reserved) GTEST_SKIP() << "sanitizers reserve more than any limit allows";
  const TemporaryFolder folder;
  write(folder / "many.json", R"({"title": "Many",
    "horizon": {"start": "2025-01-06", "days": 300},
    "settings": {"home": {"stay": {"time": {"kind": "fixed", "value": 9999}},
                          "routes": {"to": {"gone": 1}}}},
    "exits": {"gone": "Gone"}, "arrivals": {"all": {"to": "home", "per_day": 20000}}})");
  const auto said = [&](const std::string& lang, const std::string& threads) {
    const auto file = [&](const char* name) { return (folder / name).string(); };
    EXPECT_EQ(shell("ulimit -v 200000; exec " TROSKEL_BINARY " run " + file("many.json") +
                    " --replications 2 --progress none --threads " + threads + " --lang " + lang +
                    " --out " + file("out") + " >" + file("said") + " 2>" + file("told")),
              3);
    EXPECT_EQ(read(folder / "said"), "");
    EXPECT_FALSE(fs::exists(folder / "out/results.json"));
    return read(folder / "told");
  };
  EXPECT_EQ(said("en", "1"), "Out of memory; nothing more was saved.\n");
  EXPECT_EQ(said("sv", "2"), "Minnet räckte inte; inget mer har sparats.\n");
}

TEST(B6Process, TwoPositionsOfOneSwitchAreRefused) {
  const auto both = [](const std::string& one, const std::string& other) {
    return run({"rules", "check", "lag_grund", "--switch", "person_scope=" + one, "--switch",
                "person_scope=" + other});
  };
  const auto refused = both("county", "own");
  EXPECT_EQ(refused.status, 2);
  EXPECT_EQ(refused.err,
            "--switch: expected one position of person_scope, got \"county\" and \"own\"\n");
  EXPECT_EQ(both("own", "own").status, 0);
}

/// `troskel rules check` of a file that extends the national frame.
testing_app::Finished check_rules(const TemporaryFolder& folder, const std::string& members) {
  fs::create_directory_symlink(testing_app::source_folder() / "scenarios/rules", folder / "rules");
  write(folder / "own.json", R"({"extends": "rules/lag_grund.json", "title": "Own",
    "systems": [{"id": "A44", "name": "Own"}], )" +
                                 members + "}");
  return run({"rules", "check", (folder / "own.json").string()});
}

TEST(B6Rules, CasesThatTheLawSettlesAreNotImpossible) {
  const TemporaryFolder folder;
  const auto done = check_rules(folder, R"("impossible": {"no_housing": {
    "when": {"housing": "special_housing"}, "reason": "We have none."}})");
  EXPECT_EQ(done.status, 2);
  EXPECT_THAT(done.err, HasSubstr("own.json#/impossible/no_housing/when: expected cases that the "
                                  "law does not settle (special_housing, B06, A47), got cases that "
                                  "it settles: "));
}

TEST(B6Rules, CasesThatTheLawLeavesOpenMayBeImpossible) {
  const TemporaryFolder folder;
  const auto done = check_rules(folder, R"("impossible": {"no_reach": {
    "when": {"task": "tpn", "age": "under_18", "competence": "assistant"}, "reason": "Never."}})");
  EXPECT_THAT(done.err, Not(HasSubstr("does not settle"))) << done.err;
}

TEST(B6Rules, ARuleThatIsTakenAwayIsTold) {
  const TemporaryFolder folder;
  const auto done = check_rules(folder, R"("rules": {"hospital": null})");
  EXPECT_THAT(done.err, HasSubstr("own.json#/rules/hospital: expected a rule that goes before the "
                                  "inherited one, got null: the inherited rule \"hospital\" is "
                                  "removed"));
}

TEST(B6Privacy, TheRecordOfARunNamesNeitherMachineNorFolder) {
  const TemporaryFolder folder;
  ASSERT_EQ(run({"run", clinic, "--replications", "2", "--out", (folder / "out").string()}).status,
            0);
  const auto record = read(folder / "out/run.json");
  EXPECT_THAT(record, Not(HasSubstr("\"host\"")));
  EXPECT_THAT(record, Not(HasSubstr("working_directory")));
  EXPECT_THAT(record, Not(HasSubstr(TROSKEL_BINARY)));
  EXPECT_THAT(record, HasSubstr("\"troskel\""));
}

/// Every file of a run as one text.
std::string all_files(const fs::path& folder) {
  std::string text;
  for (const auto& entry : fs::directory_iterator(folder)) text += read(entry.path());
  return text;
}

TEST(B6Privacy, NoFileOfARunNamesTheMachineOrAFolderThatWasNotTyped) {
  const TemporaryFolder folder;
  fs::copy(clinic, folder / "own.json");
  ASSERT_EQ(
      shell("cd " + folder.path().string() +
            " && exec " TROSKEL_BINARY " run own.json --replications 2 --out out >/dev/null 2>&1"),
      0);
  const auto text = all_files(folder / "out");
  EXPECT_THAT(text, Not(HasSubstr(folder.path().string())));
  EXPECT_THAT(text, Not(HasSubstr(fs::path(TROSKEL_BINARY).parent_path().string())));
  std::array<char, 256> host{};
  ASSERT_EQ(gethostname(host.data(), host.size() - 1), 0);
  const std::string name = host.data();
  if (name.size() >= 6) {  // a short one may be a word
    EXPECT_THAT(text, Not(HasSubstr(name)));
  }
}

/// As README says: whoever types a path passes it on.
TEST(B6Privacy, TheCommandIsKeptAsItWasTyped) {
  const TemporaryFolder folder;
  const auto own = folder / "own.json";
  fs::copy(clinic, own);
  ASSERT_EQ(
      run({"run", own.string(), "--replications", "2", "--out", (folder / "out").string()}).status,
      0);
  EXPECT_THAT(read(folder / "out/run.json"), HasSubstr("\"" + own.string() + "\""));
  EXPECT_THAT(read(folder / "out/report.html"),
              HasSubstr("troskel run " + own.string() + " --replications 2"));
  EXPECT_THAT(read(folder / "out/results.json"), Not(HasSubstr(folder.path().string())));
}

TEST(B5Input, PipesAndDevicesAreRefusedAtOnce) {
  const TemporaryFolder folder;
  const auto pipe = folder / "pipe.json";
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  for (const std::string& file : {pipe.string(), std::string("/dev/zero")}) {
    const auto done = run({"check", file});
    EXPECT_EQ(done.status, 2);
    EXPECT_THAT(done.err, HasSubstr(file + ": expected a file")) << done.err;
    EXPECT_THAT(done.err, HasSubstr("is no regular file")) << done.err;
  }
}

TEST(B5Input, ALibraryThatIsADiskIsSearchedWithinBounds) {
  const TemporaryFolder folder;
  ASSERT_EQ(mkfifo((folder / "pipe.json").c_str(), 0600), 0);
  fs::path deep = folder.path();
  for (int i = 0; i < 9; ++i) deep /= "d";
  fs::create_directories(deep);
  fs::copy(clinic, deep / "deep.json");
  fs::copy(clinic, folder / "here.json");
  const auto done = run({"list"}, {"LC_ALL=C", "TROSKEL_SCENARIOS=" + folder.path().string()});
  EXPECT_EQ(done.status, 0);
  EXPECT_THAT(done.out, HasSubstr("here.json"));
  EXPECT_THAT(done.out, Not(HasSubstr("deep.json")));
  EXPECT_THAT(done.err, HasSubstr("not all was looked through"));
}

}  // namespace
