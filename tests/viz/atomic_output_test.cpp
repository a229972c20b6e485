// SPDX-License-Identifier: Apache-2.0
#include "viz/atomic_output.hpp"

#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

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

TEST_F(AtomicOutput, PreparingLeavesNothingBehind) {
  EXPECT_FALSE(viz::prepare_folder(folder_).has_value());
  EXPECT_EQ(files(), 0U);
}

}  // namespace
