// SPDX-License-Identifier: Apache-2.0
// What goes wrong around the program: a full disk, a kill in the middle, two runs into one folder.
// Results of an earlier run stay whole, and nothing half-written is left.

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/app/process.hpp"

namespace {

using testing::HasSubstr;
using testing::SizeIs;
using testing_app::read;

constexpr const char* saved_files[] = {"results.json", "run.json",    "scenario.json",
                                       "summary.csv",  "weekly.csv",  "replications.csv",
                                       "ledger.csv",   "report.html", "XXH128SUMS"};

class Robustness : public testing::Test {
 protected:
  [[nodiscard]] std::filesystem::path out() const { return folder_ / "out"; }

  /// Runs the clinic after a line of shell: limits and traps are inherited.
  [[nodiscard]] int run_after(const std::string& shell, const std::string& seed = "1") const {
    const std::string command = shell + "; exec " TROSKEL_BINARY " run " + testing_app::clinic +
                                " --replications 4 --progress none --seed " + seed + " --out " +
                                out().string() + " >/dev/null 2>" + (folder_ / "err").string();
    return std::system(("exec /bin/sh -c '" + command + "'").c_str());
  }
  [[nodiscard]] std::string message() const { return read(folder_ / "err"); }

  [[nodiscard]] std::vector<std::string> contents() const {
    std::vector<std::string> texts;
    for (const auto* file : saved_files) {
      if (std::string_view(file) != "run.json" && std::string_view(file) != "XXH128SUMS") {
        texts.push_back(read(out() / file));
      }
    }
    return texts;
  }
  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::directory_iterator(out())) {
      found.push_back(entry.path().filename().string());
    }
    return found;
  }

 private:
  testing_app::TemporaryFolder folder_;
};

TEST_F(Robustness, AFullDiskLeavesTheEarlierResults) {
  ASSERT_EQ(run_after(":"), 0);
  const auto before = contents();
  // No file may grow beyond 16 blocks, and the write that tries says so.
  const int status = run_after("trap \"\" XFSZ; ulimit -f 16", "2");
  EXPECT_EQ(WEXITSTATUS(status), 3);
  EXPECT_THAT(message(), HasSubstr("File too large"));
  EXPECT_EQ(contents(), before);
  EXPECT_THAT(names(), SizeIs(std::size(saved_files)));
}

TEST_F(Robustness, KilledWhileWritingItLeavesTheEarlierResults) {
  ASSERT_EQ(run_after(":"), 0);
  const auto before = contents();
  const int status = run_after("ulimit -f 16", "2");  // the same limit, but now it kills
  EXPECT_TRUE(WIFSIGNALED(status) || WEXITSTATUS(status) > 128);
  EXPECT_EQ(contents(), before);
  EXPECT_GT(names().size(), std::size(saved_files))
      << "nothing was being written when it was killed";
  // The next run clears up.
  ASSERT_EQ(run_after(":", "2"), 0);
  EXPECT_NE(contents(), before);
  EXPECT_THAT(names(), SizeIs(std::size(saved_files)));
}

TEST_F(Robustness, OfTwoRunsIntoOneFolderOneIsThereWhole) {
  ASSERT_EQ(run_after(":", "1"), 0);
  const auto first = contents();
  ASSERT_EQ(run_after(":", "2"), 0);
  const auto second = contents();
  ASSERT_NE(first, second);
  for (int again = 0; again < 5; ++again) {
    std::thread other([this] { EXPECT_EQ(run_after(":", "1"), 0); });
    EXPECT_EQ(run_after(":", "2"), 0);
    other.join();
    const auto left = contents();
    EXPECT_TRUE(left == first || left == second);
    EXPECT_THAT(names(), SizeIs(std::size(saved_files)));
  }
}

}  // namespace
