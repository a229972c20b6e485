// SPDX-License-Identifier: Apache-2.0
#include "scenarios/issue.hpp"

#include <limits>

#include <gtest/gtest.h>

namespace scenarios {
namespace {

TEST(Issue, NamesFilePointerExpectedAndGot) {
  const Issue issue{"summer.json",
                    "/settings/ward/capacity",
                    {"ett tal >= 0", "a number >= 0"},
                    {"\"twelve\" (sträng)", "\"twelve\" (string)"}};
  EXPECT_EQ(issue.text(),
            "summer.json#/settings/ward/capacity: expected a number >= 0, got \"twelve\" (string)");
  EXPECT_EQ(issue.text(words::Lang::Sv),
            "summer.json#/settings/ward/capacity: väntade ett tal >= 0, fick \"twelve\" (sträng)");
}

TEST(Issue, NamesLineAndColumnOfAText) {
  const Issue issue{"p.csv", "", {"5 värden", "5 values"}, verbatim("4"), 17, 3};
  EXPECT_EQ(issue.text(), "p.csv:17:3: expected 5 values, got 4");
  EXPECT_EQ((Issue{"p.json", "", {"en fil", "a file"}, {"en mapp", "a folder"}}.text()),
            "p.json: expected a file, got a folder");
}

TEST(Issue, FindsTheNearestName) {
  const std::vector<std::string> keys{"capacity", "cost_per_day", "stay", "routes"};
  EXPECT_EQ(nearest("capacty", keys), "capacity");
  EXPECT_EQ(nearest("Capacity", keys), "capacity");
  EXPECT_EQ(nearest("cost-per-day", keys), "cost_per_day");
  EXPECT_EQ(nearest("styā", keys), std::nullopt);
  EXPECT_EQ(nearest("saty", keys), "stay");  // two neighbours swapped are one mistake
  EXPECT_EQ(nearest("beds", keys), std::nullopt);
  EXPECT_EQ(nearest("", keys), std::nullopt);
  EXPECT_EQ(nearest(std::string(1000, 'a'), keys), std::nullopt);
  EXPECT_EQ(did_you_mean("rutes", keys).sv, " (menade du \"routes\"?)");
  EXPECT_EQ(did_you_mean("rutes", keys).en, " (did you mean \"routes\"?)");
  EXPECT_EQ(did_you_mean("beds", keys).en, "");
}

TEST(Issue, PrefersTheFirstOfEquallyNearNames) {
  const std::vector<std::string> keys{"ab", "ac"};
  EXPECT_EQ(nearest("ad", keys), "ab");
}

TEST(Issue, ListsChoices) {
  EXPECT_EQ(one_of(std::vector<std::string>{"a", "b"}).en, "one of: a, b");
  EXPECT_EQ(one_of(std::vector<std::string>{"a"}).en, "a");
  EXPECT_EQ(one_of({}).en, "nothing (there is none to choose from)");
  EXPECT_EQ(one_of(std::vector<std::string>(26, "x")).en.substr(71), "x, x, x and 2 more");
}

TEST(Issue, QuotesOnOneShortLine) {
  EXPECT_EQ(in_quotes("a\"b\nc"), R"("a\"b\u000ac")");
  const std::string long_text = std::string(59, 'a') + "åäö";
  EXPECT_EQ(in_quotes(long_text), "\"" + std::string(59, 'a') + "å...\"")
      << "no character is cut in two";
}

TEST(Issue, WritesNumbersInTheirShortestForm) {
  EXPECT_EQ(number_text(8), "8");
  EXPECT_EQ(number_text(0.1), "0.1");
  EXPECT_EQ(number_text(-2.5), "-2.5");
  EXPECT_EQ(number_text(1e30), "1e+30");
  EXPECT_EQ(number_text(1.0 / 3), "0.3333333333333333");
  EXPECT_EQ(number_text(std::numeric_limits<double>::infinity()), "unlimited");
}

TEST(Issue, EscapesAndSplitsPointers) {
  EXPECT_EQ(child_pointer("/a", "b/c~d"), "/a/b~1c~0d");
  EXPECT_EQ(pointer_keys("/a/b~1c~0d"), (std::vector<std::string>{"a", "b/c~d"}));
  EXPECT_EQ(pointer_keys("/a//"), (std::vector<std::string>{"a", "", ""}));
  EXPECT_TRUE(pointer_keys("").empty());
  EXPECT_TRUE(pointer_keys("a").empty());
}

}  // namespace
}  // namespace scenarios
