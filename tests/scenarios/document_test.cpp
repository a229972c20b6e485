// SPDX-License-Identifier: Apache-2.0
// Files that extend others, and overrides on the command line.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenarios/reader.hpp"
#include "tests/scenarios/files.hpp"

namespace scenarios {
namespace {

using scenarios_test::Folder;
using scenarios_test::texts;
using scenarios_test::ward;
using scenarios_test::with;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> overridden(const std::vector<std::string>& overrides) {
  return texts(load_text(ward, "w.json", overrides).errors);
}

Scenario set(const std::vector<std::string>& overrides) {
  const Loaded loaded = load_text(ward, "w.json", overrides);
  EXPECT_THAT(texts(loaded.errors), IsEmpty());
  return loaded.scenario.value_or(Scenario{});
}

TEST(Extends, MergesObjectsReplacesListsAndRemoves) {
  const Folder folder;
  folder.write("base/ward.json", ward);
  const auto path = folder.write("winter.json", R"({
    "extends": "base/ward.json",
    "title": "Winter",
    "settings": {"ward": {"capacity": 25, "hazards": null, "routes": [{"to": {"home": 1}}]}},
    "arrivals": {"acute": {"per_day": 3}, "extra": {"to": "ward", "per_day": 1}}
  })");
  const Loaded loaded = load(path);
  EXPECT_THAT(folder.texts(loaded.errors), IsEmpty());
  ASSERT_TRUE(loaded.scenario);
  const Scenario& s = *loaded.scenario;
  EXPECT_EQ(s.title.sv, "Winter");
  EXPECT_EQ(s.horizon.days, 100);
  EXPECT_EQ(s.settings[0].second.capacity.normal, 25);
  EXPECT_TRUE(s.settings[0].second.capacity.changes.empty());
  EXPECT_TRUE(s.settings[0].second.hazards.empty());
  EXPECT_EQ(s.settings[0].second.routes.size(), 1U);
  EXPECT_EQ(s.settings[0].second.stay.size(), 2U) << "kept";
  EXPECT_EQ(s.arrivals[0].second.per_day, 3);
  EXPECT_EQ(s.arrivals[1].first, "extra");
}

TEST(Extends, FollowsAChainNearestLast) {
  const Folder folder;
  folder.write("a.json", ward);
  folder.write("b.json", R"({"extends": "a.json", "title": "B", "horizon": {"days": 200}})");
  const auto path = folder.write("c.json", R"({"extends": "b.json", "title": "C"})");
  const Loaded loaded = load(path);
  ASSERT_TRUE(loaded.scenario);
  EXPECT_EQ(loaded.scenario->title.sv, "C");
  EXPECT_EQ(loaded.scenario->horizon.days, 200);
}

TEST(Extends, NamesTheFileThatAValueCameFrom) {
  const Folder folder;
  folder.write("a.json", with(std::string(ward), "\"days\": 100", "\"days\": 0"));
  const auto path =
      folder.write("b.json", R"({"extends": "a.json", "arrivals": {"acute": {"per_day": -1}}})");
  EXPECT_THAT(
      folder.texts(load(path).errors),
      ElementsAre("a.json#/horizon/days: expected a whole number >= 1, got 0 (number)",
                  "b.json#/arrivals/acute/per_day: expected a number >= 0, got -1 (number)"));
}

TEST(Extends, SaysWhatIsWrongWithTheChain) {
  const Folder folder;
  folder.write("base.json", ward);
  const auto messages = [&](std::string_view text) {
    return folder.texts(load(folder.write("x.json", text)).errors);
  };
  EXPECT_THAT(
      messages(R"({"extends": "bas.json"})"),
      ElementsAre(
          "x.json#/extends: expected another scenario file, got \"bas.json\", which is no such "
          "file (did you mean \"base.json\"?)"));
  EXPECT_THAT(
      messages(R"({"extends": "."})"),
      ElementsAre("x.json#/extends: expected another scenario file, got \".\", which is a folder"));
  EXPECT_THAT(
      messages(R"({"extends": "x.json"})"),
      ElementsAre("x.json#/extends: expected a chain of at most 32 files that ends, got x.json -> "
                  "x.json"));
  folder.write("y.json", R"({"extends": "sub/../x.json"})");
  EXPECT_THAT(
      messages(R"({"extends": "y.json"})"),
      ElementsAre("y.json#/extends: expected a chain of at most 32 files that ends, got x.json -> "
                  "y.json -> x.json"));
  EXPECT_THAT(messages(R"({"extends": 3})"),
              testing::Contains(
                  "x.json#/extends: expected the path of another scenario file, got 3 (number)"));
  folder.write("broken.json", "{");
  EXPECT_THAT(
      messages(R"({"extends": "broken.json"})"),
      ElementsAre("broken.json:1:2: expected a key in double quotes, got the end of the file (is a "
                  "bracket missing?)"));
}

TEST(Extends, WarnsOfARemovalThatRemovesNothing) {
  const Folder folder;
  folder.write("base.json", ward);
  const Loaded loaded =
      load(folder.write("x.json", R"({"extends": "base.json", "arivals": null})"));
  EXPECT_THAT(folder.texts(loaded.errors), IsEmpty());
  EXPECT_THAT(
      folder.texts(loaded.warnings),
      ElementsAre(
          "x.json#/arivals: expected a key to remove, got \"arivals\", which the extended file "
          "does not have (did you mean \"arrivals\"?)"));
}

TEST(Extends, ANumberSetLaterLeavesTheSourceAboveIt) {
  const Folder folder;
  folder.write("base.json", with(std::string(ward), "\"per_day\": 2",
                                 "\"per_day\": 2, \"source\": \"register\""));
  const auto path =
      folder.write("x.json", R"({"extends": "base.json", "arrivals": {"acute": {"per_day": 4}}})");
  const Loaded loaded = load(path);
  ASSERT_TRUE(loaded.scenario);
  EXPECT_EQ(loaded.scenario->provenance.at("/arrivals/acute").source.en, "register");
  EXPECT_THAT(loaded.scenario->provenance.at("/arrivals/acute/per_day").source.en,
              testing::AllOf(testing::StartsWith("set in "), testing::EndsWith("x.json")));
}

TEST(Extends, ASourceGivenLaterIsThatOfItsNumber) {
  const Folder folder;
  folder.write("base.json", with(std::string(ward), "\"per_day\": 2",
                                 R"("per_day": 2, "source": {"sv": "förr", "en": "before"})"));
  const auto path =
      folder.write("x.json", R"({"extends": "base.json", "arrivals": {"acute": {"per_day": 4,
          "source": {"sv": "nu", "en": "now"}}}})");
  const Loaded loaded = load(path);
  ASSERT_TRUE(loaded.scenario);
  EXPECT_EQ(loaded.scenario->provenance.at("/arrivals/acute").source, (Text{"nu", "now"}));
  EXPECT_FALSE(loaded.scenario->provenance.contains("/arrivals/acute/per_day"));
}

TEST(Overrides, ReplaceValuesOfTheFile) {
  const Scenario s =
      set({"/horizon/days=30", "/settings/ward/routes/0/to={\"home\": 1}", "/title=Test",
           "/settings/ward/when_full/policy=lost", "/settings/ward/capacity/changes/0/weeks=[1, 2]",
           "/exits/gone={\"sv\": \"a\", \"en\": \"b\"}", "/arrivals/acute/attributes/age/old=0.7"});
  EXPECT_EQ(s.horizon.days, 30);
  EXPECT_EQ(s.settings[0].second.routes[0].to.size(), 1U);
  EXPECT_EQ(s.title.en, "Test");
  EXPECT_EQ(s.settings[0].second.when_full.policy, WhenFull::Policy::Lost);
  EXPECT_EQ(s.exits[0].second.en, "b");
  EXPECT_EQ(s.provenance.at("/horizon/days").source.en, "set on the command line");
  EXPECT_EQ(s.provenance.at("/horizon/days").source.sv, "satt på kommandoraden");
}

TEST(Overrides, ReachOptionalMembersThatTheFileLeavesOut) {
  const Scenario s =
      set({"/horizon/warm_up_days=10", "/settings/ward/cost_per_day=9000",
           "/arrivals/acute/intensity/growth_per_year=0.02", "/settings/home/capacity=40"});
  EXPECT_EQ(s.horizon.warm_up_days, 10);
  EXPECT_EQ(s.settings[0].second.cost_per_day, 9000);
  EXPECT_EQ(s.arrivals[0].second.intensity.growth_per_year, 0.02);
  EXPECT_EQ(s.settings[1].second.capacity.normal, 40);
}

TEST(Overrides, ReachSingleRowsWithAndWithoutTheirIndex) {
  EXPECT_EQ(set({"/settings/home/stay/time/mean=50"}).settings[1].second.stay[0].time.mean, 50);
  EXPECT_EQ(set({"/settings/home/stay/0/time/mean=50"}).settings[1].second.stay[0].time.mean, 50);
}

TEST(Overrides, ReachTheNormalValueOfAPlainCalendar) {
  EXPECT_EQ(set({"/settings/home/capacity=7", "/settings/home/capacity/normal=8"})
                .settings[1]
                .second.capacity.normal,
            8);
}

TEST(Overrides, LaterOnesWinAndNullRestoresTheDefault) {
  EXPECT_EQ(set({"/horizon/days=1", "/horizon/days=2"}).horizon.days, 2);
  EXPECT_EQ(set({"/horizon/days=null"}).horizon.days, 365);
}

TEST(Overrides, KeepRangeAndSourceOfASourcedNumber) {
  const std::string text =
      with(std::string(ward), "\"per_day\": 2",
           "\"per_day\": {\"value\": 2, \"range\": [1, 3], \"grade\": \"assumption\", "
           "\"source\": \"guess\"}");
  const std::vector<std::string> inside{"/arrivals/acute/per_day=2.5"};
  const Loaded loaded = load_text(text, "w.json", inside);
  ASSERT_TRUE(loaded.scenario);
  EXPECT_THAT(texts(loaded.warnings), IsEmpty());
  EXPECT_EQ(loaded.scenario->arrivals[0].second.per_day, 2.5);
  const Provenance& p = loaded.scenario->provenance.at("/arrivals/acute/per_day");
  EXPECT_EQ(p.source.en, "guess");
  EXPECT_EQ(p.note.en, "set on the command line");
  EXPECT_THAT(*p.range, ElementsAre(1, 3));
  const std::vector<std::string> outside{"/arrivals/acute/per_day=5"};
  EXPECT_THAT(
      texts(load_text(text, "w.json", outside).warnings),
      ElementsAre(
          "--set#/arrivals/acute/per_day/value: expected a number within its range [1, 3], got 5 "
          "(number)"));
}

// What was made on the way was told as incomplete: two lines for one mistake.
TEST(Overrides, ThatLeadNowhereLeaveNothingBehind) {
  for (const char* text : {"/population/nothing=1", "/initial/nothing=1", "/care/roles/nurse=1",
                           "/settings/ward/queue/nothing=1"}) {
    EXPECT_THAT(overridden({text}), testing::SizeIs(1)) << text;
  }
}

/// C6: a decimal comma and a share in per cent are told as what was meant.
TEST(Overrides, C6SayWhichNumberWasMeant) {
  const std::string rate = "--set#/arrivals/acute/per_day: expected a number >= 0, got ";
  EXPECT_THAT(overridden({"/arrivals/acute/per_day=0,40"}),
              ElementsAre(rate + "\"0,40\" (string): write 0.4"));
  EXPECT_THAT(overridden({"/arrivals/acute/per_day=-0,5"}),
              ElementsAre(rate + "\"-0,5\" (string): write -0.5"));
  const std::string share =
      "--set#/settings/ward/routes/1/to/home: expected a probability in [0, 1], got ";
  for (const auto& [value, got] :
       {std::pair{"40", "40 (number)"}, std::pair{"0,40", "\"0,40\" (string)"},
        std::pair{"40 %", "\"40 %\" (string)"}}) {
    EXPECT_THAT(overridden({std::string("/settings/ward/routes/1/to/home=") + value}),
                testing::Contains(share + got + ": write 0.4"));
  }
}

TEST(Overrides, SayWhatIsWrong) {
  EXPECT_THAT(overridden({"/horizon/dayz=3"}),
              ElementsAre("--set#/horizon/dayz: expected one of: start, warm_up_days, days, hours, "
                          "holidays, other_holidays, got \"dayz\" (did "
                          "you mean \"days\"?)"));
  EXPECT_THAT(
      overridden({"/settings/wrad/capacity=3"}),
      ElementsAre(
          "--set#/settings/wrad/capacity: expected one of: ward, home, got \"wrad\" (did you "
          "mean \"ward\"?)"));
  EXPECT_THAT(
      overridden({"/settings/ward/routes/2/to={}"}),
      ElementsAre("--set#/settings/ward/routes/2/to: expected an index from 0 to 1, got \"2\""));
  EXPECT_THAT(overridden({"/horizon/days/x=3"}),
              ElementsAre("--set#/horizon/days/x: expected the end of the pointer, got \"x\""));
  EXPECT_THAT(
      overridden({"/arrivals/acute/batch/mean=3"}),
      ElementsAre(
          "w.json#/arrivals/acute/batch/kind: expected one of: fixed, exponential, gamma, "
          "weibull, lognormal, normal, triangular, uniform, empirical, mixture, got nothing"));
  EXPECT_THAT(
      overridden({"/care/tasks/visit/per_week=3"}),
      ElementsAre("--set#/care/tasks/visit/per_week: expected a pointer to what the file has, got "
                  "\"tasks\", which it has not"));
  EXPECT_THAT(
      overridden({"horizon/days=3", "x", "=3"}),
      ElementsAre(
          "--set: expected POINTER=VALUE, such as /horizon/days=365, got \"horizon/days=3\"",
          "--set: expected POINTER=VALUE, such as /horizon/days=365, got \"x\"",
          "--set: expected POINTER=VALUE, such as /horizon/days=365, got \"=3\""));
  EXPECT_THAT(
      overridden({"/horizon/days=abc"}),
      ElementsAre("--set#/horizon/days: expected a whole number >= 1, got \"abc\" (string)"));
  EXPECT_THAT(overridden({"/horizon/days="}),
              ElementsAre("--set#/horizon/days: expected a whole number >= 1, got \"\" (string)"));
}

}  // namespace
}  // namespace scenarios
