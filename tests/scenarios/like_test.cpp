// SPDX-License-Identifier: Apache-2.0
// Settings, sources, roles and tasks that are like another of their kind.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenarios/check_rules.hpp"
#include "scenarios/reader.hpp"
#include "tests/scenarios/files.hpp"

namespace scenarios {
namespace {

using scenarios_test::Folder;
using scenarios_test::texts;
using scenarios_test::ward;
using testing::ElementsAre;
using testing::IsEmpty;

/// The ward with more settings in it.
std::string ward_and(const std::string& settings) {
  return R"({"extends": "ward.json", "settings": {)" + settings + "}}";
}

class Like : public testing::Test {
 protected:
  Loaded load(const std::string& text) {
    folder_.write("ward.json", ward);
    return scenarios::load(folder_.write("x.json", text));
  }
  std::vector<std::string> errors(const std::string& text) {
    return folder_.texts(load(text).errors);
  }
  static const Setting& setting(const Loaded& loaded, std::string_view name) {
    return *find_named(loaded.scenario->settings, name);
  }
  Folder folder_;
};

TEST_F(Like, SaysOnlyWhatDiffers) {
  const auto loaded = load(ward_and(R"(
    "north": {"like": "ward", "capacity": 7, "routes": [{"to": {"home": 1}}]},
    "south": {"like": "north", "capacity": 9})"));
  ASSERT_THAT(folder_.texts(loaded.errors), IsEmpty());
  EXPECT_EQ(setting(loaded, "north").capacity.normal, 7);
  EXPECT_EQ(setting(loaded, "north").stay.size(), setting(loaded, "ward").stay.size());
  EXPECT_EQ(setting(loaded, "south").capacity.normal, 9);
  EXPECT_EQ(setting(loaded, "south").routes.size(), 1U) << "what north changed of the ward";
  EXPECT_EQ(setting(loaded, "ward").routes.size(), 2U) << "the ward itself is as it was";
}

TEST_F(Like, ChangesWithTheOneThatItIsLike) {
  folder_.write("ward.json", ward);
  folder_.write("two.json", ward_and(R"("north": {"like": "ward", "capacity": 7})"));
  const auto loaded = scenarios::load(folder_.write("winter.json", R"({"extends": "two.json",
        "settings": {"ward": {"unit": "chair"}, "north": {"capacity": 8}}})"));
  ASSERT_THAT(folder_.texts(loaded.errors), IsEmpty());
  EXPECT_EQ(setting(loaded, "north").unit, "chair");
  EXPECT_EQ(setting(loaded, "north").capacity.normal, 8);
}

TEST_F(Like, RemovesWhatTheOtherHasInAFileThatExtends) {
  folder_.write("ward.json", ward);
  folder_.write("two.json", ward_and(R"("north": {"like": "ward", "hazards": null})"));
  const auto once = scenarios::load(folder_.path("two.json"));
  ASSERT_THAT(folder_.texts(once.errors), IsEmpty());
  EXPECT_TRUE(setting(once, "north").hazards.empty());
  const auto loaded = scenarios::load(folder_.write(
      "three.json", R"({"extends": "two.json", "settings": {"north": {"when_full": null}}})"));
  ASSERT_THAT(folder_.texts(loaded.errors), IsEmpty());
  EXPECT_THAT(folder_.texts(loaded.warnings), IsEmpty());
  EXPECT_EQ(setting(loaded, "north").when_full.policy, WhenFull::Policy::Wait);
  EXPECT_EQ(setting(loaded, "ward").when_full.policy, WhenFull::Policy::WaitOutside);
}

TEST_F(Like, SaysWhatIsWrong) {
  EXPECT_THAT(errors(ward_and(R"("north": {"like": "wrad"})")),
              ElementsAre("x.json#/settings/north/like: expected one of: ward, home, got "
                          "\"wrad\" (did you mean \"ward\"?)"));
  EXPECT_THAT(errors(ward_and(R"("a": {"like": "b"}, "b": {"like": "a"})")),
              ElementsAre("x.json#/settings/b/like: expected one that is not like this one, got a "
                          "-> b -> a"));
  EXPECT_THAT(
      errors(ward_and(R"("north": {"like": 3})")),
      ElementsAre("x.json#/settings/north/like: expected one of: ward, home, got 3 (number)"));
}

TEST_F(Like, IsNoPartOfOtherObjects) {
  EXPECT_THAT(
      errors(R"({"extends": "ward.json", "horizon": {"like": "ward"}})"),
      ElementsAre(testing::HasSubstr("#/horizon/like: expected one of: start, warm_up_days")));
}

}  // namespace
}  // namespace scenarios
