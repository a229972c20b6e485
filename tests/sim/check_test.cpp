// SPDX-License-Identifier: Apache-2.0
#include "sim/check.hpp"

#include <string>

#include <gtest/gtest.h>

#include "sim/result.hpp"

namespace {

TEST(Check, SaysNothingWhileTheConditionHolds) { EXPECT_NO_THROW(SIM_CHECK(1 + 1 == 2)); }

TEST(Check, NamesConditionFileAndFunction) {
  try {
    SIM_CHECK(1 + 1 == 3);
    FAIL() << "nothing was thrown";
  } catch (const sim::InvariantError& error) {
    const std::string text = error.what();
    EXPECT_EQ(text.find("sim/check_test.cpp:"), 0U) << text;
    EXPECT_NE(text.find(" in TestBody: check failed: 1 + 1 == 3"), std::string::npos) << text;
  }
}

TEST(Check, KeepsOnlyFolderAndNameOfAPath) {
  const auto text_for = [](std::string_view path) {
    try {
      sim::check_failed("c", path, 7, "f");
    } catch (const sim::InvariantError& error) {
      return std::string(error.what());
    }
  };
  EXPECT_EQ(text_for("/home/somebody/sim/a.hpp"), "sim/a.hpp:7 in f: check failed: c");
  EXPECT_EQ(text_for("sim/a.hpp"), "sim/a.hpp:7 in f: check failed: c");
  EXPECT_EQ(text_for("a.hpp"), "a.hpp:7 in f: check failed: c");
  EXPECT_EQ(text_for("/a.hpp"), "/a.hpp:7 in f: check failed: c");
}

TEST(Result, HoldsAValueOrAFault) {
  const sim::Result<int> good = 3;
  ASSERT_TRUE(good.ok());
  EXPECT_EQ(*good, 3);
  EXPECT_THROW(static_cast<void>(good.error()), sim::InvariantError);

  const sim::Result<int> bad = sim::Fault{{"för litet", "too small"}};
  ASSERT_FALSE(bad);
  EXPECT_EQ(bad.error().en, "too small");
  EXPECT_THROW(static_cast<void>(bad.value()), sim::InvariantError);
}

}  // namespace
