// SPDX-License-Identifier: Apache-2.0
// Stories of places that are taken with those of other settings.
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "tests/models/story.hpp"

namespace {

using cases::fixed_days;
using ::testing::ElementsAre;
using namespace stories;

/// A setting without a limit of its own, whose patients take so many of the beds.
scenarios::Setting& ward(cases::Builder& b, const std::string& name, int beds, double days,
                         const std::string& to = "home") {
  auto& setting = b.setting(name, cases::unlimited, fixed_days(days), {{to, 1}});
  setting.takes.push_back({{}, "beds", beds});
  return setting;
}

void beds(cases::Builder& b, int number) {
  b.setting("beds", number, fixed_days(1), {{"home", 1}});
}

TEST(Story, C2WhoHasWaitedLongestInAnySettingGetsTheBed) {
  auto b = one_week();
  ward(b, "east", 1, 1);
  ward(b, "west", 1, 1);
  beds(b, 1);
  patient(b, "Ada", 8, "east");
  patient(b, "Bo", 9, "west");
  patient(b, "Cy", 10, "east");
  EXPECT_THAT(tell(b), ElementsAre("Ada 02 08:00 enters east", "Bo 02 09:00 waits west",
                                   "Cy 02 10:00 waits east", "Ada 03 08:00 departs home",
                                   "Bo 03 08:00 enters west", "Bo 04 08:00 departs home",
                                   "Cy 04 08:00 enters east", "Cy 05 08:00 departs home"));
}

TEST(Story, C2WhoNeedsTwoIsNotOvertaken) {
  auto b = one_week();
  ward(b, "east", 1, 2);
  ward(b, "west", 2, 1);
  beds(b, 2);
  patient(b, "Ada", 8, "east");
  patient(b, "Bo", 9, "west");   // one bed is free, and kept
  patient(b, "Cy", 10, "east");  // does not get it
  EXPECT_THAT(tell(b), ElementsAre("Ada 02 08:00 enters east", "Bo 02 09:00 waits west",
                                   "Cy 02 10:00 waits east", "Ada 04 08:00 departs home",
                                   "Bo 04 08:00 enters west", "Bo 05 08:00 departs home",
                                   "Cy 05 08:00 enters east", "Cy 07 08:00 departs home"));
}

TEST(Story, C2WhoGivesUpLeavesThePlacesThatWereKept) {
  auto b = one_week();
  ward(b, "east", 1, 2);
  ward(b, "west", 2, 1).queue.leave.push_back({{}, fixed_days(0.5), "home"});
  beds(b, 2);
  patient(b, "Ada", 8, "east");
  patient(b, "Bo", 9, "west");
  patient(b, "Cy", 10, "east");
  EXPECT_THAT(tell(b), ElementsAre("Ada 02 08:00 enters east", "Bo 02 09:00 waits west",
                                   "Cy 02 10:00 waits east", "Bo 02 21:00 gives up home",
                                   "Bo 02 21:00 departs home", "Cy 02 21:00 enters east",
                                   "Ada 04 08:00 departs home", "Cy 04 21:00 departs home"));
}

TEST(Story, C2TheSharedSettingSaysWhoComesFirst) {
  auto b = one_week();
  b.attribute("class", {"planned", "acute"});
  ward(b, "east", 1, 1);
  ward(b, "west", 1, 1);
  auto& shared = b.setting("beds", 1, fixed_days(1), {{"home", 1}});
  shared.queue.ranks = {{cases::when("class", {"acute"}), 0}, {{}, 1}};
  patient(b, "Ada", 8, "east");
  patient(b, "Bo", 9, "east");
  patient(b, "Cy", 10, "west").attributes = cases::set("class", "acute");
  EXPECT_THAT(tell(b), ElementsAre("Ada 02 08:00 enters east", "Bo 02 09:00 waits east",
                                   "Cy 02 10:00 waits west", "Ada 03 08:00 departs home",
                                   "Cy 03 08:00 enters west", "Cy 04 08:00 departs home",
                                   "Bo 04 08:00 enters east", "Bo 05 08:00 departs home"));
}

TEST(Story, C2TheOwnPlaceAndTheSharedAreTakenAtOnceOrNeither) {
  auto b = one_week();
  auto& east = ward(b, "east", 1, 1);
  east.capacity = cases::places(1);
  ward(b, "west", 1, 3);
  beds(b, 2);
  patient(b, "Ada", 8, "east");
  patient(b, "Bo", 9, "east");   // no place in east; takes no bed while waiting
  patient(b, "Cy", 10, "west");  // so there is one
  EXPECT_THAT(tell(b), ElementsAre("Ada 02 08:00 enters east", "Bo 02 09:00 waits east",
                                   "Cy 02 10:00 enters west", "Ada 03 08:00 departs home",
                                   "Bo 03 08:00 enters east", "Bo 04 08:00 departs home",
                                   "Cy 05 10:00 departs home"));
}

TEST(Story, C2AFreeBedDoesNotWaitForAMonitor) {
  auto b = one_week();
  b.attribute("class", {"light", "heavy"});
  auto& east = ward(b, "east", 1, 1);
  east.takes.push_back({cases::when("class", {"heavy"}), "monitors", 1});
  beds(b, 3);
  b.setting("monitors", 1, fixed_days(1), {{"home", 1}});
  patient(b, "Ada", 8, "east").attributes = cases::set("class", "heavy");
  patient(b, "Bo", 9, "east").attributes = cases::set("class", "heavy");
  patient(b, "Cy", 10, "east");
  EXPECT_THAT(tell(b), ElementsAre("Ada 02 08:00 enters east", "Bo 02 09:00 waits east",
                                   "Cy 02 10:00 enters east", "Ada 03 08:00 departs home",
                                   "Bo 03 08:00 enters east", "Cy 03 10:00 departs home",
                                   "Bo 04 08:00 departs home"));
}

TEST(Story, C2WhatIsTakenStaysTheSameThroughAChange) {
  auto b = one_week();
  b.attribute("class", {"light", "heavy"});
  auto& east = b.setting("east", cases::unlimited, fixed_days(1), {{"home", 1}});
  east.takes.push_back({cases::when("class", {"light"}), "beds", 2});
  east.on_enter.push_back({{}, {}, cases::set("class", "heavy")});  // who would take none
  ward(b, "west", 1, 1);
  beds(b, 2);
  patient(b, "Ada", 8, "east");
  patient(b, "Bo", 9, "west");
  patient(b, "Cy", 10, "west");
  EXPECT_THAT(tell(b), ElementsAre("Ada 02 08:00 enters east", "Bo 02 09:00 waits west",
                                   "Cy 02 10:00 waits west", "Ada 03 08:00 departs home",
                                   "Bo 03 08:00 enters west", "Cy 03 08:00 enters west",
                                   "Bo 04 08:00 departs home", "Cy 04 08:00 departs home"));
}

TEST(Story, C2SharedPlacesAreClearedWithThePlace) {
  auto b = one_week();
  ward(b, "east", 1, 1).turnover = fixed_days(0.5);
  ward(b, "west", 1, 1);
  beds(b, 1);
  patient(b, "Ada", 8, "east");
  patient(b, "Bo", 9, "west");
  EXPECT_THAT(tell(b), ElementsAre("Ada 02 08:00 enters east", "Bo 02 09:00 waits west",
                                   "Ada 03 08:00 departs home", "Bo 03 20:00 enters west",
                                   "Bo 04 20:00 departs home"));
}

TEST(Story, C2TwoWardsInTheSameBedDoNotLockEachOther) {
  auto b = one_week();
  ward(b, "acute", 1, 1, "after");
  ward(b, "after", 1, 1);
  beds(b, 1);
  patient(b, "Ada", 8, "acute");
  patient(b, "Bo", 9, "acute");
  EXPECT_THAT(tell(b), ElementsAre("Ada 02 08:00 enters acute", "Bo 02 09:00 waits acute",
                                   "Ada 03 08:00 enters after", "Ada 04 08:00 departs home",
                                   "Bo 04 08:00 enters acute", "Bo 05 08:00 enters after",
                                   "Bo 06 08:00 departs home"));
}

TEST(Story, C2MoreBedsAreOfferedToAllWhoShareThem) {
  auto b = one_week();
  ward(b, "east", 2, 1);
  b.setting("beds", 0, fixed_days(1), {{"home", 1}}).capacity =
      cases::places(1, cases::day(2024, 1, 4), cases::day(2024, 1, 5), 2);
  patient(b, "Ada", 8, "east");
  EXPECT_THAT(tell(b), ElementsAre("Ada 02 08:00 waits east", "Ada 04 00:00 enters east",
                                   "Ada 05 00:00 departs home"));
}

}  // namespace
