// SPDX-License-Identifier: Apache-2.0
#include "viz/atomic_output.hpp"

#include <fstream>
#include <sstream>
#include <thread>

#include <gtest/gtest.h>

#include "viz/output_sums.hpp"

namespace {

namespace fs = std::filesystem;

std::string content_of(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

class AtomicOutput : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ =
        fs::path(::testing::TempDir()) /
        ("atomic_" + std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()));
    fs::remove_all(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  [[nodiscard]] std::size_t files() const {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }

  fs::path folder_;
};

TEST_F(AtomicOutput, WritesAllFilesIntoANewFolder) {
  const auto written = viz::write_files(folder_ / "a" / "b", {{"one", "1\n"}, {"two", ""}});
  const auto* paths = std::get_if<std::vector<fs::path>>(&written);
  ASSERT_NE(paths, nullptr);
  EXPECT_EQ(*paths,
            (std::vector<fs::path>{folder_ / "a" / "b" / "one", folder_ / "a" / "b" / "two"}));
  EXPECT_EQ(content_of((*paths)[0]), "1\n");
  EXPECT_TRUE(fs::exists((*paths)[1]));
}

TEST_F(AtomicOutput, ReplacesFilesOfAnEarlierRunAndLeavesOthers) {
  ASSERT_EQ(viz::write_files(folder_, {{"one", "old and longer"}, {"mine", "kept"}}).index(), 0U);
  ASSERT_EQ(viz::write_files(folder_, {{"one", "new"}}).index(), 0U);
  EXPECT_EQ(content_of(folder_ / "one"), "new");
  EXPECT_EQ(content_of(folder_ / "mine"), "kept");
  EXPECT_EQ(files(), 2U);
}

TEST_F(AtomicOutput, LeavesEverythingAsItWasWhenOneFileCannotBeWritten) {
  ASSERT_EQ(viz::write_files(folder_, {{"one", "old"}}).index(), 0U);
  const std::string impossible(300, 'x');  // longer than a file name may be
  const auto written = viz::write_files(folder_, {{"one", "new"}, {impossible, "x"}});
  const auto* error = std::get_if<viz::OutputError>(&written);
  ASSERT_NE(error, nullptr);
  EXPECT_NE(error->message().en.find("cannot write: File name too long"), std::string::npos);
  EXPECT_EQ(content_of(folder_ / "one"), "old");
  EXPECT_EQ(files(), 1U) << "temporary files are left behind";
}

TEST_F(AtomicOutput, SeesAFolderInTheWayBeforeItReplacesAnything) {
  ASSERT_EQ(viz::write_files(folder_, {{"one", "old"}}).index(), 0U);
  fs::create_directory(folder_ / "two");
  const auto written = viz::write_files(folder_, {{"one", "new"}, {"two", "x"}});
  const auto* error = std::get_if<viz::OutputError>(&written);
  ASSERT_NE(error, nullptr);
  EXPECT_EQ(error->message().en, (folder_ / "two").string() + ": is a folder");
  EXPECT_EQ(content_of(folder_ / "one"), "old");
  EXPECT_EQ(files(), 2U);
}

TEST_F(AtomicOutput, SaysThatAFileIsNoFolder) {
  ASSERT_EQ(viz::write_files(folder_, {{"file", "x"}}).index(), 0U);
  for (const fs::path& path : {folder_ / "file", folder_ / "file" / "below"}) {
    const auto error = viz::prepare_folder(path);
    ASSERT_TRUE(error.has_value()) << path;
    EXPECT_EQ(error->path, path);
    EXPECT_FALSE(error->reason.en.empty());
  }
}

TEST_F(AtomicOutput, SaysThatAFolderCannotBeWritten) {
  // The kernel's own folder refuses new files to everyone, root included.
  const auto error = viz::prepare_folder("/proc/self");
  ASSERT_TRUE(error.has_value());
  EXPECT_NE(error->message().en.find("/proc/self: cannot write into the folder: "),
            std::string::npos);
}

// B3: nothing was said to be saved of a folder that held files of two runs.
TEST_F(AtomicOutput, B3SaysWhenTheFaultComesBetweenTwoRenames) {
  ASSERT_EQ(viz::write_files(folder_, {{"one", "old"}}).index(), 0U);
  const viz::OutputFile in_the_way{"two", [&](const viz::OutputFile::Put& put) {
                                     fs::create_directories(folder_ / "two" / "below");
                                     put("new");
                                   }};
  const auto written = viz::told(viz::write_files(folder_, {{"one", "new"}, in_the_way}));
  const auto* fault = std::get_if<words::Text>(&written);
  ASSERT_NE(fault, nullptr);
  EXPECT_NE(fault->en.find("The folder now holds files of two runs"), std::string::npos)
      << fault->en;
  EXPECT_EQ(content_of(folder_ / "one"), "new");
}

TEST_F(AtomicOutput, B3SaysThatNothingWasReplacedWhenNothingWas) {
  ASSERT_EQ(viz::write_files(folder_, {{"one", "old"}}).index(), 0U);
  fs::create_directory(folder_ / "two");
  const auto written = viz::told(viz::write_files(folder_, {{"one", "new"}, {"two", "x"}}));
  const auto* fault = std::get_if<words::Text>(&written);
  ASSERT_NE(fault, nullptr);
  EXPECT_NE(fault->en.find("what was in the folder is untouched"), std::string::npos) << fault->en;
}

TEST_F(AtomicOutput, B3KeepsTheModeOfAFileThatIsReplaced) {
  ASSERT_EQ(viz::write_files(folder_, {{"one", "old"}}).index(), 0U);
  constexpr auto mode = fs::perms::owner_all | fs::perms::group_read | fs::perms::group_write;
  fs::permissions(folder_ / "one", mode);
  ASSERT_EQ(viz::write_files(folder_, {{"one", "new"}}).index(), 0U);
  EXPECT_EQ(fs::status(folder_ / "one").permissions(), mode);
}

TEST_F(AtomicOutput, B3ASetReplacesTheEarlierOneAndLeavesFilesOfOthers) {
  using viz::Earlier;
  ASSERT_EQ(viz::write_files(folder_, {{"mine", "kept"}}).index(), 0U);
  ASSERT_EQ(
      viz::write_set(folder_, {{"one", "1"}, {"cases.csv", "a"}, {"old", "b"}}, Earlier::Removed)
          .index(),
      0U);
  std::ofstream(folder_ / "old") << "changed by hand";
  ASSERT_EQ(viz::write_set(folder_, {{"one", "2"}}, Earlier::Removed).index(), 0U);
  EXPECT_FALSE(fs::exists(folder_ / "cases.csv"));
  EXPECT_EQ(content_of(folder_ / "mine"), "kept");
  EXPECT_EQ(content_of(folder_ / "old"), "changed by hand");
  std::vector<scenarios::Issue> issues;
  const auto sums = viz::read_whole_set(folder_, issues);
  EXPECT_TRUE(issues.empty());
  EXPECT_EQ(sums, (viz::OutputSums{{"one", "cb358fcee0dfde56fb95a7322f5da314"}}))
      << "printf 2 | xxh128sum";
}

TEST_F(AtomicOutput, B3PartOfASetIsWrittenAnewAndTheRestStaysInIt) {
  using viz::Earlier;
  ASSERT_EQ(viz::write_set(folder_, {{"one", "1"}, {"two", "2"}}, Earlier::Removed).index(), 0U);
  ASSERT_EQ(viz::write_set(folder_, {{"two", "II"}}, Earlier::Kept).index(), 0U);
  std::vector<scenarios::Issue> issues;
  const auto sums = viz::read_whole_set(folder_, issues);
  EXPECT_TRUE(issues.empty());
  EXPECT_TRUE(viz::lists(sums, "one") && viz::lists(sums, "two"));
}

TEST_F(AtomicOutput, B3AChangedFileAndAListThatLeadsElsewhereAreTold) {
  ASSERT_EQ(viz::write_set(folder_, {{"one", "1"}, {"two", "2"}}, viz::Earlier::Removed).index(),
            0U);
  std::ofstream(folder_ / "two") << "3";
  std::vector<scenarios::Issue> issues;
  static_cast<void>(viz::read_whole_set(folder_, issues));
  ASSERT_EQ(issues.size(), 1U);
  EXPECT_EQ(issues.front().text(), (folder_ / "two").string() +
                                       ": expected the content that the run wrote (XXH128SUMS), "
                                       "got another one: changed by hand, or of another run; run "
                                       "it again");
  issues.clear();
  std::ofstream(folder_ / viz::sums_file) << std::string(32, 'a') + "  ../one\n";
  EXPECT_TRUE(viz::read_whole_set(folder_, issues).empty());
  ASSERT_EQ(issues.size(), 1U);
  EXPECT_NE(issues.front().text().find("XXH128SUMS:1:1: expected 32 hexadecimal digits"),
            std::string::npos)
      << issues.front().text();
}

// B3: two containers have processes of one number; only the lock of the folder tells them apart.
TEST_F(AtomicOutput, B3TwoWritersAtOnceDoNotTouchEachOthersFiles) {
  const auto write = [&](const std::string& text) {
    for (int again = 0; again < 25; ++again) {
      EXPECT_EQ(
          viz::write_set(folder_, {{"one", text}, {"two", text}}, viz::Earlier::Removed).index(),
          0U);
    }
  };
  std::thread other([&] { write("other"); });
  write("own");
  other.join();
  std::vector<scenarios::Issue> issues;
  EXPECT_EQ(viz::read_whole_set(folder_, issues).size(), 2U);
  EXPECT_TRUE(issues.empty());
  EXPECT_EQ(content_of(folder_ / "one"), content_of(folder_ / "two"));
  EXPECT_EQ(files(), 3U);
}

TEST_F(AtomicOutput, PreparingLeavesNothingBehind) {
  EXPECT_FALSE(viz::prepare_folder(folder_).has_value());
  EXPECT_EQ(files(), 0U);
}

}  // namespace
