// SPDX-License-Identifier: Apache-2.0
// B4: what was read is never overwritten, whatever the way to it.

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tests/app/process.hpp"

namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing_app::read;
using testing_app::run;
using testing_app::write;

class B4Overwrite : public testing::Test {
 protected:
  /// What the program may not do: it ends with 2 and the files are as before.
  void refuses(const std::vector<std::string>& words, const fs::path& kept) const {
    const auto before = read(kept);
    const auto done = run(words);
    EXPECT_EQ(done.status, 2) << done.err;
    EXPECT_EQ(done.error_lines(), 1U) << done.err;
    EXPECT_THAT(done.err, HasSubstr("--out: expected a place where nothing that is read is "
                                    "overwritten, got \"" +
                                    kept.string() + "\""));
    EXPECT_EQ(read(kept), before);
  }

  /// A scenario that extends a file, reads a table and is decided by rules, all in one folder under
  /// names that the program itself gives to its files.
  fs::path scenario() const {
    write(folder_ / "results.json", R"({
      "title": "t", "horizon": {"start": "2025-01-06", "days": 7},
      "settings": {"ward": {"capacity": 2, "stay": {"time": {"kind": "fixed", "value": 1}},
                            "routes": {"to": {"home": 1}}}},
      "exits": {"home": "Home"}, "arrivals": {"q": {"to": "ward", "per_day": 1}}})");
    write(folder_ / "weekly.csv", "time\n2025-01-07T10:00\n");
    write(folder_ / "scenario.json", R"({"extends": "results.json",
      "arrivals": {"p": {"kind": "file", "to": "ward", "file": "weekly.csv"}}})");
    return folder_ / "scenario.json";
  }

  /// The scenario from a folder of its own, so that only one of its files is in the way.
  fs::path from_elsewhere(const std::string& name) const {
    const auto file = scenario();
    fs::create_directory(folder_ / "sub");
    for (const char* one : {"scenario.json", "results.json", "weekly.csv"}) {
      if (one == name) continue;
      fs::rename(folder_ / one, folder_ / "sub" / one);
    }
    fs::create_symlink(folder_ / name, folder_ / "sub" / name);
    return folder_ / "sub" / "scenario.json";
  }

  testing_app::TemporaryFolder folder_;
};

TEST_F(B4Overwrite, TheScenarioItselfStays) {
  const auto file = scenario();
  const auto base = folder_ / "results.json";
  refuses({"run", base.string(), "--out", folder_.path().string()}, base);
  refuses({"network", file.string(), "--out", file.string()}, file);
  fs::create_symlink(file, folder_ / "link.svg");
  refuses({"network", file.string(), "--out", (folder_ / "link.svg").string()}, file);
}

TEST_F(B4Overwrite, WhatItExtendsAndItsTablesStay) {
  for (const char* name : {"results.json", "weekly.csv"}) {
    fs::remove_all(folder_ / "sub");
    const auto file = from_elsewhere(name);
    const auto done =
        run({"run", file.string(), "--replications", "1", "--out", folder_.path().string()});
    EXPECT_EQ(done.status, 2);
    EXPECT_THAT(done.err, HasSubstr("nothing that is read is overwritten")) << name;
    EXPECT_EQ(run({"network", file.string(), "--out", (folder_ / name).string()}).status, 2);
  }
}

TEST_F(B4Overwrite, RuleFilesAndWhatTheyExtendStay) {
  fs::copy(testing_app::source_folder() / "scenarios", folder_ / "s", fs::copy_options::recursive);
  const auto base = folder_ / "s/halland/base-2025.json";
  for (const char* name : {"rules/halland_2021_region.json", "rules/lag_grund.json"}) {
    const auto done = run({"network", base.string(), "--out", (folder_ / "s" / name).string()});
    EXPECT_EQ(done.status, 2) << name;
    EXPECT_THAT(done.err, HasSubstr("nothing that is read is overwritten")) << name;
  }
}

TEST_F(B4Overwrite, AComparisonKeepsItsSides) {
  const auto file = scenario();
  fs::copy(file, folder_ / "comparison.json");
  refuses({"compare", file.string(), (folder_ / "comparison.json").string(), "--replications", "2",
           "--out", folder_.path().string()},
          folder_ / "comparison.json");
}

TEST_F(B4Overwrite, APipeADeviceAndAFolderAreNoPlaceForAFile) {
  const auto file = scenario();
  const auto pipe = folder_ / "pipe";
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  for (const fs::path& place : {pipe, fs::path("/dev/null")}) {
    const auto done = run({"network", file.string(), "--out", place.string()});
    EXPECT_EQ(done.status, 2);
    EXPECT_THAT(done.err, HasSubstr("--out: expected a file that can be written, got " +
                                    place.string() + ": is no regular file"));
    EXPECT_FALSE(fs::is_regular_file(place));
  }
  const auto out = folder_ / "out";
  fs::create_directory(out);
  ASSERT_EQ(mkfifo((out / "weekly.csv").c_str(), 0600), 0);
  EXPECT_EQ(run({"run", file.string(), "--out", out.string()}).status, 2);
  EXPECT_TRUE(fs::is_fifo(out / "weekly.csv"));
}

}  // namespace
