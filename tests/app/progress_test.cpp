// SPDX-License-Identifier: Apache-2.0
#include "app/progress.hpp"

#include <gtest/gtest.h>

#include "app/console.hpp"

namespace {

TEST(ProgressBar, FillsFromTheLeft) {
  EXPECT_EQ(app::progress_bar(0, 10, 12), "[..........]");
  EXPECT_EQ(app::progress_bar(5, 10, 12), "[#####.....]");
  EXPECT_EQ(app::progress_bar(9, 10, 12), "[#########.]");
  EXPECT_EQ(app::progress_bar(10, 10, 12), "[##########]");
}

TEST(ProgressBar, KeepsToItsColumns) {
  EXPECT_EQ(app::progress_bar(1, 2, 5), "");
  EXPECT_EQ(app::progress_bar(1, 2, 500).size(), 32U);
  EXPECT_EQ(app::progress_bar(4'000'000'000U, 4'000'000'000U, 10), "[########]");
}

TEST(ShellWord, QuotesWhatAShellWouldTakeApart) {
  EXPECT_EQ(app::shell_word("scenarios/a-1.json"), "scenarios/a-1.json");
  EXPECT_EQ(app::shell_word("/a=1"), "/a=1");
  EXPECT_EQ(app::shell_word(""), "''");
  EXPECT_EQ(app::shell_word("min fil.json"), "'min fil.json'");
  EXPECT_EQ(app::shell_word("it's"), "'it'\\''s'");
  EXPECT_EQ(app::shell_word("$HOME"), "'$HOME'");
}

}  // namespace
