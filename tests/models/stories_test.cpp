// SPDX-License-Identifier: Apache-2.0
// Stories of places: who gets one, what happens when there is none, and who gives up.
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>

#include "tests/models/story.hpp"

namespace {

using cases::fixed;
using cases::fixed_days;
using scenarios::TimeUnit;
using ::testing::ElementsAre;
using namespace stories;
using Policy = scenarios::WhenFull::Policy;

TEST(Story, ThroughTwoSettings) {
  auto b = one_week();
  b.setting("ward", 1, fixed_days(2), {{"unit", 1}});
  b.setting("unit", 1, fixed_days(1.5), {{"home", 1}});
  patient(b, "Ada", 9, "ward");
  EXPECT_THAT(tell(b), ElementsAre("Ada 02 09:00 enters ward", "Ada 04 09:00 enters unit",
                                   "Ada 05 21:00 departs home"));
}

TEST(Story, BlockingHoldsThePlaceLeftBehind) {
  auto b = one_week();
  b.setting("ward", 1, fixed_days(1), {{"unit", 1}});
  b.setting("unit", 1, fixed_days(2), {{"home", 1}});
  patient(b, "Ada", 8, "ward");
  patient(b, "Bo", 9, "ward");
  patient(b, "Cy", 10, "ward");
  EXPECT_THAT(
      tell(b),
      ElementsAre("Ada 02 08:00 enters ward", "Bo 02 09:00 waits ward", "Cy 02 10:00 waits ward",
                  "Ada 03 08:00 enters unit", "Bo 03 08:00 enters ward",
                  "Bo 04 08:00 waits unit",  // holds the ward
                  "Ada 05 08:00 departs home", "Bo 05 08:00 enters unit", "Cy 05 08:00 enters ward",
                  "Cy 06 08:00 waits unit", "Bo 07 08:00 departs home", "Cy 07 08:00 enters unit"));
}

TEST(Story, WaitingOutsideGivesThePlaceUp) {
  auto b = one_week();
  b.setting("ward", 1, fixed_days(1), {{"unit", 1}});
  b.setting("unit", 1, fixed_days(2), {{"home", 1}}).when_full.policy = Policy::WaitOutside;
  patient(b, "Ada", 8, "ward");
  patient(b, "Bo", 9, "ward");
  patient(b, "Cy", 10, "ward");
  EXPECT_THAT(
      tell(b),
      ElementsAre("Ada 02 08:00 enters ward", "Bo 02 09:00 waits ward", "Cy 02 10:00 waits ward",
                  "Ada 03 08:00 enters unit", "Bo 03 08:00 enters ward", "Bo 04 08:00 waits unit",
                  "Cy 04 08:00 enters ward",  // a day earlier than with blocking
                  "Ada 05 08:00 departs home", "Cy 05 08:00 waits unit", "Bo 05 08:00 enters unit",
                  "Bo 07 08:00 departs home", "Cy 07 08:00 enters unit"));
}

TEST(Story, LostWhenFull) {
  auto b = one_week();
  b.setting("ward", 1, fixed_days(1), {{"home", 1}}).when_full.policy = Policy::Lost;
  patient(b, "Ada", 8, "ward");
  patient(b, "Bo", 9, "ward");
  EXPECT_THAT(tell(b), ElementsAre("Ada 02 08:00 enters ward", "Bo 02 09:00 lost ward",
                                   "Bo 02 09:00 departs lost", "Ada 03 08:00 departs home"));
}

TEST(Story, DivertedWhenFullAndOnward) {
  auto b = one_week();
  for (const auto& [id, other] :
       {std::pair{"north", "south"}, std::pair{"south", "east"}, std::pair{"east", ""}}) {
    auto& ward = b.setting(id, 1, fixed_days(3), {{"home", 1}});
    if (*other == 0) continue;
    ward.when_full.policy = Policy::Divert;
    ward.when_full.to = other;
  }
  patient(b, "Ada", 8, "north");
  patient(b, "Bo", 9, "north");
  patient(b, "Cy", 10, "north");
  patient(b, "Di", 11, "north");
  EXPECT_THAT(tell(b, {Note::Entered, Note::Waits, Note::Diverted}),
              ElementsAre("Ada 02 08:00 enters north", "Bo 02 09:00 diverted south",
                          "Bo 02 09:00 enters south", "Cy 02 10:00 diverted south",
                          "Cy 02 10:00 diverted east", "Cy 02 10:00 enters east",
                          "Di 02 11:00 diverted south", "Di 02 11:00 diverted east",
                          "Di 02 11:00 waits east", "Di 05 10:00 enters east"));
}

/// C2: what happens when it is full, by where they come from and who they are.
TEST(Story, C2FullForSomeByWhereTheyComeFrom) {
  auto b = one_week();
  b.scenario().attributes[0].second = {"any", "frail"};
  b.setting("ward", 4, fixed_days(1), {{"unit", 1}});
  auto& unit = b.setting("unit", 1, fixed_days(3), {{"home", 1}});
  unit.when_full.policy = Policy::WaitOutside;
  unit.when_full.exceptions = {{cases::when("class", {"frail"}), {}, 0, Policy::Divert, "other"},
                               {{}, {"arrival"}, 0, Policy::Lost, ""},
                               {{}, {"ward"}, 0, Policy::Wait, ""}};
  b.setting("other", 2, fixed_days(1), {{"home", 1}});
  patient(b, "Ada", 6, "unit");
  patient(b, "Bo", 7, "ward");
  patient(b, "Cy", 8, "unit");
  patient(b, "Di", 9, "unit").attributes = cases::set("class", "frail");
  patient(b, "Ed", 10, "ward").attributes = cases::set("class", "frail");
  EXPECT_THAT(tell(b), ElementsAre("Ada 02 06:00 enters unit", "Bo 02 07:00 enters ward",
                                   "Cy 02 08:00 lost unit", "Cy 02 08:00 departs lost",
                                   "Di 02 09:00 diverted other", "Di 02 09:00 enters other",
                                   "Ed 02 10:00 enters ward", "Bo 03 07:00 waits unit",
                                   "Di 03 09:00 departs home", "Ed 03 10:00 diverted other",
                                   "Ed 03 10:00 enters other", "Ed 04 10:00 departs home",
                                   "Ada 05 06:00 departs home", "Bo 05 06:00 enters unit",
                                   "Bo 08 06:00 departs home"));
}

/// C2: the shorter of two queues; where both are long, that of the setting first asked for.
TEST(Story, C2TheShorterQueue) {
  auto b = one_week();
  for (const auto& [id, other] : std::map<std::string, std::string>{{"a", "b"}, {"b", "a"}}) {
    b.setting(id, 1, fixed_days(2), {{"home", 1}}).when_full.exceptions = {
        {{}, {}, 1, Policy::Divert, other}};
  }
  for (const auto& [name, hour] :
       std::map<std::string, double>{{"Ada", 6}, {"Bo", 7}, {"Cy", 8}, {"Di", 9}, {"Ed", 10}}) {
    patient(b, name, hour, "a");
  }
  EXPECT_THAT(tell(b, {Note::Entered, Note::Diverted, Note::Waits}),
              ElementsAre("Ada 02 06:00 enters a", "Bo 02 07:00 waits a", "Cy 02 08:00 diverted b",
                          "Cy 02 08:00 enters b", "Di 02 09:00 diverted b", "Di 02 09:00 waits b",
                          "Ed 02 10:00 waits a", "Bo 04 06:00 enters a", "Di 04 08:00 enters b",
                          "Ed 06 06:00 enters a"));
}

scenarios::Move& join_shortest(cases::Builder& b, const std::string& from, const std::string& to,
                               std::vector<std::string> several) {
  auto& move = b.move(from, to);
  move.shortest_of = std::move(several);
  return move;
}

/// C2: queued and in place for each place; two places in a, one in b, which is written first.
TEST(Story, C2JoinsTheShortestOfSeveral) {
  auto b = one_week();
  b.setting("a", 2, fixed_days(2), {{"home", 1}});
  b.setting("b", 1, fixed_days(2), {{"home", 1}});
  join_shortest(b, "arrival", "a", {"b", "a"});
  double hour = 6;
  for (const char* name : {"Ada", "Bo", "Cy", "Di", "Ed", "Flo", "Ga"}) {
    patient(b, name, hour++, "a");
  }
  EXPECT_THAT(tell(b, {Note::JoinsShortest, Note::Entered}),
              ElementsAre("Ada 02 06:00 joins b", "Ada 02 06:00 enters b",  // 0 and 0
                          "Bo 02 07:00 joins a", "Bo 02 07:00 enters a",    // 1 and 0
                          "Cy 02 08:00 joins a", "Cy 02 08:00 enters a",    // 1 and 1/2
                          "Di 02 09:00 joins b",                            // 1 and 1
                          "Ed 02 10:00 joins a",                            // 2 and 1
                          "Flo 02 11:00 joins a",                           // 2 and 3/2
                          "Ga 02 12:00 joins b",                            // 2 and 2
                          "Di 04 06:00 enters b", "Ed 04 07:00 enters a", "Flo 04 08:00 enters a",
                          "Ga 06 06:00 enters b"));
}

/// C2: neither where one is, however empty, nor what offers no place.
TEST(Story, C2NotTheSettingThatIsLeftNorOneThatIsClosed) {
  auto b = one_week();
  b.setting("ward", 9, fixed_days(1), {{"a", 1}});
  b.setting("a", 1, fixed_days(4), {{"home", 1}});
  b.setting("b", 2, fixed_days(4), {{"home", 1}});
  b.setting("closed", 0, fixed_days(1), {{"home", 1}});
  join_shortest(b, "ward", "a", {"closed", "ward", "a", "b"});
  patient(b, "Ada", 6, "ward");
  patient(b, "Bo", 7, "ward");
  patient(b, "Cy", 8, "ward");
  patient(b, "Di", 9, "ward");
  EXPECT_THAT(tell(b, {Note::JoinsShortest, Note::Waits}),
              ElementsAre("Ada 03 06:00 joins a", "Bo 03 07:00 joins b", "Cy 03 08:00 joins b",
                          "Di 03 09:00 joins a", "Di 03 09:00 waits a"));
}

/// C2: a setting that is full sends to the shortest of several too, and the way is that of the choice.
TEST(Story, C2DivertedToTheShortestBehindItsGate) {
  auto b = one_week();
  auto& ward = b.setting("ward", 1, fixed_days(5), {{"home", 1}});
  ward.when_full.policy = Policy::Divert;
  ward.when_full.to = "a";
  b.setting("a", 1, fixed_days(5), {{"home", 1}});
  b.setting("b", 1, fixed_days(5), {{"home", 1}});
  join_shortest(b, "arrival", "a", {"a", "b"});
  b.move("arrival", "b").open = office_hours();
  patient(b, "Ada", 4, "a");
  patient(b, "Bo", 5, "ward");
  patient(b, "Cy", 6, "ward");
  EXPECT_THAT(tell(b, {Note::Diverted, Note::JoinsShortest, Note::GateClosed, Note::Entered}),
              ElementsAre("Ada 02 04:00 joins a", "Ada 02 04:00 enters a",
                          "Bo 02 05:00 enters ward", "Cy 02 06:00 diverted a",
                          "Cy 02 06:00 joins b", "Cy 02 06:00 gate b", "Cy 02 08:00 enters b"));
}

/// C2: who goes home goes home.
TEST(Story, C2TheWayHomeIsNoChoice) {
  auto b = one_week();
  auto& home = b.setting("north", 9, fixed_days(20), {{"home", 1}});
  home.residence = true;
  b.setting("south", 9, fixed_days(20), {{"home", 1}}).residence = true;
  b.setting("ward", 9, fixed_days(1), {{"residence", 1}});
  join_shortest(b, "ward", "north", {"south", "north"});
  auto& ada = patient(b, "Ada", 6, "ward");
  ada.residence = "north";
  EXPECT_THAT(tell(b), ElementsAre("Ada 02 06:00 enters ward", "Ada 03 06:00 enters north"));
}

/// Settings that divert to each other, all full: one waits for the one first asked for.
TEST(Story, DiversionInACircle) {
  auto b = one_week();
  for (const auto& [id, other] : {std::pair{"north", "south"}, std::pair{"south", "north"}}) {
    auto& ward = b.setting(id, 1, fixed_days(id == std::string{"north"} ? 3 : 2), {{"home", 1}});
    ward.when_full.policy = Policy::Divert;
    ward.when_full.to = other;
  }
  patient(b, "Ada", 8, "north");
  patient(b, "Bo", 9, "north");
  patient(b, "Cy", 10, "north");
  EXPECT_THAT(tell(b), ElementsAre("Ada 02 08:00 enters north", "Bo 02 09:00 diverted south",
                                   "Bo 02 09:00 enters south", "Cy 02 10:00 waits north",
                                   "Bo 04 09:00 departs home", "Ada 05 08:00 departs home",
                                   "Cy 05 08:00 enters north", "Cy 08 08:00 departs home"));
}

TEST(Story, PatienceEnds) {
  auto b = one_week();
  b.exit("elsewhere");
  auto& ward = b.setting("ward", 1, fixed_days(2), {{"home", 1}});
  ward.queue.leave.push_back({{}, fixed(30, TimeUnit::Hours), "elsewhere"});
  ward.queue.leave.push_back({{}, fixed(40, TimeUnit::Hours), "home"});
  patient(b, "Ada", 8, "ward");
  patient(b, "Bo", 9, "ward");
  patient(b, "Cy", 10, "ward");
  EXPECT_THAT(tell(b),
              ElementsAre("Ada 02 08:00 enters ward", "Bo 02 09:00 waits ward",
                          "Cy 02 10:00 waits ward", "Bo 03 15:00 gives up elsewhere",
                          "Bo 03 15:00 departs elsewhere", "Cy 03 16:00 gives up elsewhere",
                          "Cy 03 16:00 departs elsewhere", "Ada 04 08:00 departs home"));
}

/// Someone who gives up while blocked frees the place that was held.
TEST(Story, PatienceEndsWhileBlocking) {
  auto b = one_week();
  b.setting("ward", 1, fixed_days(1), {{"unit", 1}});
  auto& unit = b.setting("unit", 1, fixed_days(4), {{"home", 1}});
  unit.queue.leave.push_back({{}, fixed_days(0.5), "home"});
  patient(b, "Ada", 8, "ward");
  patient(b, "Bo", 9, "ward");
  patient(b, "Cy", 10, "ward");
  EXPECT_THAT(
      tell(b),
      ElementsAre("Ada 02 08:00 enters ward", "Bo 02 09:00 waits ward", "Cy 02 10:00 waits ward",
                  "Ada 03 08:00 enters unit", "Bo 03 08:00 enters ward", "Bo 04 08:00 waits unit",
                  "Bo 04 20:00 gives up home", "Bo 04 20:00 departs home",
                  "Cy 04 20:00 enters ward", "Cy 05 20:00 waits unit", "Cy 06 08:00 gives up home",
                  "Cy 06 08:00 departs home", "Ada 07 08:00 departs home"));
}

/// A3: the last of as many rows as there may be counts; rows were numbered in eight and sixteen bits.
TEST(Story, A3TheLastOfAsManyRowsAsThereMayBe) {
  auto b = one_week();
  b.exit("elsewhere");
  b.scenario().attributes[0].second = {"any", "other"};
  const auto nobody = cases::when("class", {"other"});
  auto& ward = b.setting("ward", 1, fixed_days(3), {{"home", 1}});
  ward.queue.leave.assign(255, {{}, fixed_days(30), "home"});
  ward.queue.leave.push_back({{}, fixed(6, TimeUnit::Hours), "elsewhere"});
  ward.stay.assign(4999, {nobody, {}, fixed_days(3)});
  ward.stay.push_back({{}, {}, fixed_days(1)});
  ward.on_enter.assign(4999, {nobody, {}, cases::set("class", "any")});
  ward.on_enter.push_back({{}, {}, cases::set("class", "other")});
  ward.routes[0].when = nobody;
  ward.routes.push_back({{}, {{"elsewhere", 1}}});
  patient(b, "Ada", 8, "ward");
  patient(b, "Bo", 9, "ward");
  EXPECT_THAT(tell(b), ElementsAre("Ada 02 08:00 enters ward", "Bo 02 09:00 waits ward",
                                   "Bo 02 15:00 gives up elsewhere",
                                   "Bo 02 15:00 departs elsewhere", "Ada 05 08:00 departs home"));
}

/// C2: those in the queue go home when it closes; who comes afterwards waits for the next day.
TEST(Story, C2GoingHomeAtClosing) {
  auto b = one_week();
  auto& clinic = b.setting("clinic", 0, fixed(6, TimeUnit::Hours), {{"home", 1}});
  clinic.capacity = office_hours();
  clinic.queue.leave = {{{}, std::nullopt, "home", scenarios::QueueRule::Leave::Until::Closing}};
  for (const auto& [name, hour] :
       std::map<std::string, double>{{"Ada", 8}, {"Bo", 9}, {"Cy", 10}, {"Di", 17}}) {
    patient(b, name, hour, "clinic");
  }
  EXPECT_THAT(tell(b), ElementsAre("Ada 02 08:00 enters clinic", "Bo 02 09:00 waits clinic",
                                   "Cy 02 10:00 waits clinic", "Ada 02 14:00 departs home",
                                   "Bo 02 14:00 enters clinic", "Cy 02 16:00 gives up home",
                                   "Cy 02 16:00 departs home", "Di 02 17:00 waits clinic",
                                   "Bo 02 20:00 departs home", "Di 03 08:00 enters clinic",
                                   "Di 03 14:00 departs home"));
}

/// C2: the same when the gate closes, for those who would have to pass it.
TEST(Story, C2GoingElsewhereWhenTheGateCloses) {
  auto b = one_week();
  b.setting("ward", 4, fixed(2, TimeUnit::Hours), {{"unit", 1}});
  b.setting("unit", 1, fixed_days(3), {{"home", 1}}).queue.leave = {
      {{}, std::nullopt, "home", scenarios::QueueRule::Leave::Until::Closing}};
  b.move("ward", "unit").open = office_hours();
  patient(b, "Ada", 6, "unit");
  patient(b, "Bo", 7, "ward");
  patient(b, "Cy", 10, "unit");
  EXPECT_THAT(tell(b), ElementsAre("Ada 02 06:00 enters unit", "Bo 02 07:00 enters ward",
                                   "Bo 02 09:00 waits unit", "Cy 02 10:00 waits unit",
                                   "Bo 02 16:00 gives up home", "Bo 02 16:00 departs home",
                                   "Ada 05 06:00 departs home", "Cy 05 06:00 enters unit",
                                   "Cy 08 06:00 departs home"));
}

/// C2: one waits no longer than one would have stayed.
TEST(Story, C2PatienceOfTheOwnStay) {
  auto b = one_week();
  b.scenario().attributes[0].second = {"any", "short"};
  auto& ward = b.setting("ward", 1, fixed_days(1), {{"home", 1}});
  ward.stay.insert(ward.stay.begin(),
                   {cases::when("class", {"short"}), {}, fixed(12, TimeUnit::Hours)});
  ward.queue.leave = {{{}, std::nullopt, "home", scenarios::QueueRule::Leave::Until::OwnStay}};
  patient(b, "Ada", 8, "ward");
  patient(b, "Bo", 9, "ward").attributes = cases::set("class", "short");
  patient(b, "Cy", 10, "ward");
  patient(b, "Di", 11, "ward");
  EXPECT_THAT(tell(b), ElementsAre("Ada 02 08:00 enters ward", "Bo 02 09:00 waits ward",
                                   "Cy 02 10:00 waits ward", "Di 02 11:00 waits ward",
                                   "Bo 02 21:00 gives up home", "Bo 02 21:00 departs home",
                                   "Ada 03 08:00 departs home", "Cy 03 08:00 enters ward",
                                   "Di 03 11:00 gives up home", "Di 03 11:00 departs home",
                                   "Cy 04 08:00 departs home"));
}

}  // namespace
