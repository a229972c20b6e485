// SPDX-License-Identifier: Apache-2.0
// What is laid out for a terminal fits into one, in both languages.

#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/app/process.hpp"
#include "viz/text_table.hpp"

namespace {

using testing_app::run;
using testing_app::TemporaryFolder;

std::string in_library(const char* path) {
  return (testing_app::source_folder() / "scenarios" / path).string();
}

/// A command to copy stays whole, and so do paths, which are of this machine.
bool is_for_copying(const std::string& line) {
  return line.find("troskel ") != std::string::npos || line.find('/') != std::string::npos;
}

void expect_to_fit(std::vector<std::string> command) {
  for (const char* lang : {"sv", "en"}) {
    auto words = command;
    words.insert(words.end(), {"--lang", lang});
    const auto result = run(words);
    EXPECT_EQ(result.status, 0) << command.front() << ": " << result.err;
    std::istringstream out(result.out);
    for (std::string line; std::getline(out, line);) {
      if (is_for_copying(line)) continue;
      EXPECT_LE(viz::columns_of(line), viz::page_width) << command.front() << ": " << line;
    }
  }
}

TEST(Width, OfHelpIsThatOfATerminal) {
  expect_to_fit({"--help"});
  for (const char* command : {"run", "compare", "check", "network", "trace", "rules", "report",
                              "list", "schema", "dictionary"}) {
    expect_to_fit({command, "--help"});
  }
}

TEST(Width, OfListsAndChecksIsThatOfATerminal) {
  expect_to_fit({"list"});
  expect_to_fit({"check", in_library("halland/base-2025.json")});
  expect_to_fit({"check", in_library("examples/six-stations.json")});
}

TEST(Width, OfRulesIsThatOfATerminal) {
  expect_to_fit({"rules", "check", "halland_2021"});
  expect_to_fit({"rules", "compare", "halland_2021_region", "halland_2021_kommun"});
  expect_to_fit({"rules", "explain", "halland_2021", "--case", "leg_ulcer_wheelchair"});
  expect_to_fit({"rules", "explain", "--case", "dialysis_at_night", "--all"});
}

TEST(Width, OfSummariesIsThatOfATerminal) {
  const TemporaryFolder folder;
  const auto base = in_library("halland/base-2025.json");
  expect_to_fit({"run", base, "--replications", "2", "--out", (folder.path() / "run").string()});
  expect_to_fit({"compare", base, "--rules", "halland_2021_kommun", "--replications", "2", "--out",
                 (folder.path() / "compare").string()});
}

}  // namespace
