// SPDX-License-Identifier: Apache-2.0
// B3: whoever is killed while writing leaves a set that is whole, or one that readers refuse.

#include <chrono>
#include <csignal>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/app/process.hpp"
#include "tests/hostile/changes.hpp"
#include "viz/atomic_output.hpp"
#include "viz/output_sums.hpp"

namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing_app::read;

using Contents = std::vector<std::pair<std::string, std::string>>;

const Contents first{{"a.json", "first a"}, {"b.csv", "first b"}, {"gone.csv", "first only"}};
const Contents second{{"a.json", "second a"}, {"b.csv", "second b"}, {"c.html", "second only"}};

std::vector<viz::OutputFile> files_of(const Contents& contents) {
  std::vector<viz::OutputFile> files;
  for (const auto& [name, text] : contents) files.emplace_back(name, text);
  return files;
}

/// The same for every name that the set has.
bool holds(const fs::path& folder, const Contents& contents) {
  for (const auto& [name, text] : contents) {
    if (read(folder / name) != text) return false;
  }
  return true;
}

std::size_t files_in(const fs::path& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), {}));
}

/// Writes the second set in a process of its own that is killed at its `last`-th entry into or
/// return from the system, counted from 1. True when it was killed, false when it was done before.
bool write_until(const fs::path& folder, int last) {
  const pid_t child = fork();
  if (child == 0) {
    ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
    raise(SIGSTOP);
    const auto written = viz::write_set(folder, files_of(second), viz::Earlier::Removed);
    _exit(static_cast<int>(written.index()));
  }
  int status = 0;
  waitpid(child, &status, 0);
  for (int stops = 0; WIFSTOPPED(status); ++stops) {
    if (stops == last) {
      kill(child, SIGKILL);
      waitpid(child, &status, 0);
      return true;
    }
    ptrace(PTRACE_SYSCALL, child, nullptr, nullptr);
    waitpid(child, &status, 0);
  }
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
  return false;
}

// Every moment between two calls of the system, which is all that another program can see.
TEST(B3Kills, AtEverySystemCallLeaveAWholeSetOrOneThatIsRefusedByName) {
  const tests::TemporaryFolder temporary;
  int earlier = 0, later = 0, refused = 0;
  for (int last = 1;; ++last) {
    const fs::path folder = temporary / std::to_string(last);
    ASSERT_EQ(viz::write_set(folder, files_of(first), viz::Earlier::Removed).index(), 0U);
    const bool killed = write_until(folder, last);
    std::vector<scenarios::Issue> issues;
    const auto sums = viz::read_whole_set(folder, issues);
    if (!issues.empty()) {
      ++refused;
      EXPECT_THAT(issues.front().file, HasSubstr(folder.string() + "/"));
    } else if (viz::lists(sums, "gone.csv")) {
      ++earlier;
      EXPECT_TRUE(holds(folder, first)) << "killed at " << last;
    } else {
      ++later;
      EXPECT_TRUE(holds(folder, second)) << "killed at " << last;
    }
    // The next writer clears up.
    ASSERT_EQ(viz::write_set(folder, files_of(second), viz::Earlier::Removed).index(), 0U);
    EXPECT_EQ(files_in(folder), second.size() + 1) << "killed at " << last;
    fs::remove_all(folder);
    if (!killed) break;
  }
  EXPECT_GT(earlier, 10);
  EXPECT_GT(refused, 4) << "no kill came between two renames";
  EXPECT_GT(later, 1);
}

/// The program, running the clinic into a folder.
std::vector<std::string> run_into(const fs::path& folder, const std::string& seed) {
  const auto clinic = testing_app::source_folder() / "scenarios/examples/clinic.json";
  return {"run", clinic.string(), "--replications", "2", "--progress", "none", "--seed",
          seed,  "--out",         folder.string()};
}

constexpr int kills = 100 / hostile::of_many;

TEST(B3Kills, AHundredAtAnyMomentLeaveARunThatIsReportedWholeOrRefused) {
  const tests::TemporaryFolder temporary;
  const fs::path folder = temporary / "out";
  std::vector<std::string> whole;
  const auto started = std::chrono::steady_clock::now();
  for (const char* seed : {"2", "1"}) {
    ASSERT_EQ(testing_app::run(run_into(folder, seed)).status, 0);
    whole.push_back(testing_app::run({"report", folder.string(), "--json"}).out);
  }
  const auto one_run = (std::chrono::steady_clock::now() - started) / 4;
  ASSERT_NE(whole[0], whole[1]);
  for (int kill = 0; kill < kills; ++kill) {
    testing_app::Process process(run_into(folder, kill % 2 == 0 ? "2" : "1"));
    std::this_thread::sleep_for(one_run * kill * 5 / (kills * 4));
    process.signal(SIGKILL);
    process.wait();
    const auto report = testing_app::run({"report", folder.string(), "--json"});
    if (report.status == 0) {
      EXPECT_TRUE(report.out == whole[0] || report.out == whole[1]);
    } else {
      EXPECT_EQ(report.status, 2);
      EXPECT_THAT(report.err, HasSubstr("expected the content that the run wrote"));
    }
  }
}

}  // namespace
