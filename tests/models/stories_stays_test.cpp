// SPDX-License-Identifier: Apache-2.0
// Stories of stays: their stages, what interrupts them, absences from home, risks, and the start.
#include <algorithm>
#include <map>
#include <string>
#include <string_view>
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

// ---------------------------------------------------------------- stages and interruptions

/// Back to the same setting: one stays in one's place, whoever waits.
TEST(Story, AnotherRoundInTheSamePlace) {
  auto b = one_week();
  auto& ward = b.setting("ward", 1, fixed_days(1), {{"home", 1}});
  b.scenario().attributes[0].second = {"any", "again"};
  ward.routes.insert(ward.routes.begin(), {cases::when("class", {"again"}), {{"ward", 1}}});
  ward.on_enter.push_back({{}, {"ward"}, cases::set("class", "any")});
  patient(b, "Ada", 8, "ward").attributes = cases::set("class", "again");
  patient(b, "Bo", 9, "ward");
  EXPECT_THAT(tell(b), ElementsAre("Ada 02 08:00 enters ward", "Bo 02 09:00 waits ward",
                                   "Ada 03 08:00 stage ward", "Ada 04 08:00 departs home",
                                   "Bo 04 08:00 enters ward", "Bo 05 08:00 departs home"));
}

/// A6: two stages in one bed are one stay: one place asked for, one stay of two days, one exit.
TEST(Story, A6AStageIsNoStayOfItsOwn) {
  auto b = one_week();
  auto& ward = b.setting("ward", 1, fixed_days(1), {{"home", 1}});
  b.scenario().attributes[0].second = {"any", "again"};
  ward.routes.insert(ward.routes.begin(), {cases::when("class", {"again"}), {{"ward", 1}}});
  ward.on_enter.push_back({{}, {"ward"}, cases::set("class", "any")});
  patient(b, "Ada", 8, "ward").attributes = cases::set("class", "again");
  const flow::Network network = flow::compile_network(b.scenario());
  flow::Simulation<> simulation{network, {}};
  simulation.run(1, 0, {});
  const auto place = network.find_place("ward").value();
  const auto& counters = simulation.setting(place).counters;
  EXPECT_EQ(counters.served, 1U);
  EXPECT_EQ(counters.stays, 1U);
  EXPECT_EQ(counters.stay_ms, 2 * sim::day.count());
  std::uint32_t entries = 0, leaves = 0;
  for (const auto profile : network.vocabulary.each_profile()) {
    entries += simulation.cell(place, profile).entries;
    leaves += simulation.cell(place, profile).leaves;
    EXPECT_EQ(simulation.cell(place, profile).present, 0);
    EXPECT_EQ(simulation.cell(place, profile).present_ms, sim::day.count());
  }
  EXPECT_EQ(entries, 1U);
  EXPECT_EQ(leaves, 1U);
  EXPECT_EQ(simulation.moves()[network.way(place, place)], 0U);
}

/// Who gives up the queue for where he is is not ready any more.
TEST(Story, A6GivingUpForWhereOneIs) {
  auto b = one_week();
  b.setting("ward", 1, fixed_days(1), {{"unit", 1}});
  auto& unit = b.setting("unit", 1, fixed_days(2), {{"home", 1}});
  unit.queue.leave.push_back({{}, fixed(12, TimeUnit::Hours), "ward"});
  patient(b, "Ada", 8, "unit");
  patient(b, "Bo", 6, "ward");
  EXPECT_THAT(tell(b), ElementsAre("Bo 02 06:00 enters ward", "Ada 02 08:00 enters unit",
                                   "Bo 03 06:00 waits unit", "Bo 03 18:00 gives up ward",
                                   "Bo 03 18:00 stage ward", "Ada 04 08:00 departs home",
                                   "Bo 04 18:00 enters unit", "Bo 06 18:00 departs home"));
}

/// The same outside: one goes to the end of the queue, and comes in at once where there is none.
TEST(Story, AnotherRoundThroughTheQueue) {
  auto b = one_week();
  b.scenario().attributes[0].second = {"any", "again"};
  auto& ward = b.setting("ward", 1, fixed_days(1), {{"home", 1}});
  ward.when_full.policy = Policy::WaitOutside;
  ward.routes.insert(ward.routes.begin(), {cases::when("class", {"again"}), {{"ward", 1}}});
  ward.on_enter.push_back({{}, {"ward"}, cases::set("class", "any")});
  patient(b, "Ada", 8, "ward").attributes = cases::set("class", "again");
  EXPECT_THAT(tell(b), ElementsAre("Ada 02 08:00 enters ward", "Ada 03 08:00 waits ward",
                                   "Ada 03 08:00 enters ward", "Ada 04 08:00 departs home"));
  patient(b, "Bo", 9, "ward");
  EXPECT_THAT(tell(b), ElementsAre("Ada 02 08:00 enters ward", "Bo 02 09:00 waits ward",
                                   "Ada 03 08:00 waits ward", "Bo 03 08:00 enters ward",
                                   "Bo 04 08:00 departs home", "Ada 04 08:00 enters ward",
                                   "Ada 05 08:00 departs home"));
}

/// C2: a stay that is interrupted goes on where it was, when there is a place again; those who came
/// before are served before. Bo has least left and goes.
TEST(Story, C2InterruptedAndBackToTheRest) {
  auto b = one_week();
  auto& ward = b.setting("ward", 2, fixed_days(2), {{"home", 1}});
  ward.capacity = cases::places(2, cases::day(2024, 1, 3), cases::day(2024, 1, 3), 1);
  ward.interrupt = true;
  patient(b, "Ada", 8, "ward");
  patient(b, "Bo", 6, "ward");
  patient(b, "Cy", 9, "ward");
  EXPECT_THAT(tell(b), ElementsAre("Bo 02 06:00 enters ward", "Ada 02 08:00 enters ward",
                                   "Cy 02 09:00 waits ward", "Bo 03 00:00 interrupted ward",
                                   "Bo 03 00:00 waits ward", "Cy 04 00:00 enters ward",
                                   "Ada 04 08:00 departs home", "Bo 04 08:00 enters ward",
                                   "Bo 04 08:00 resumed ward", "Bo 05 14:00 departs home",
                                   "Cy 06 00:00 departs home"));
}

/// C2: closed at night, twenty patients of three hours each: whatever is interrupted is done in the
/// end, to the millisecond.
TEST(Story, C2InterruptionsLoseNoWork) {
  auto b = one_week();
  auto& clinic = b.setting("clinic", 0, fixed(3, TimeUnit::Hours), {{"home", 1}});
  clinic.capacity = office_hours();
  clinic.capacity.changes[0].value = 2;
  clinic.interrupt = true;
  b.appointments("many", std::vector<double>(20, 9), "clinic").days = {DayKind::Tue};
  const flow::Network network = flow::compile_network(b.scenario());
  flow::Simulation<> simulation{network, {}};
  simulation.run(1, 0, {});
  const auto place = network.find_place("clinic").value();
  const auto& counters = simulation.setting(place).counters;
  EXPECT_EQ(simulation.departures(), 20U);
  EXPECT_EQ(simulation.cell(place, flow::default_profile).present_ms, 60 * sim::hour.count());
  EXPECT_EQ(counters.stay_ms, 60 * sim::hour.count());
  // From 9: two done at 12 and at 15; two have had one hour at 16 and wait behind the others.
  EXPECT_GT(counters.evicted, 0U);
  EXPECT_EQ(counters.stays, 20U + counters.evicted);
  EXPECT_EQ(simulation.moves()[network.way(place, place)], counters.evicted);
}

// ---------------------------------------------------------------- residence

/// Home for four days from the start; hospital for a day and a half when a risk strikes.
cases::Builder home_and_hospital(bool keep_place) {
  auto b = one_week();
  auto& home_care = b.setting("home_care", 1, fixed_days(4), {{"home", 1}});
  home_care.residence = true;
  home_care.keep_place = keep_place;
  b.setting("hospital", 5, fixed_days(1.5), {{"residence", 1}});
  return b;
}

/// A hazard so strong that it strikes within minutes, for those who have not been away yet.
void fall_ill_at_once(cases::Builder& b) {
  b.scenario().attributes[0].second = {"any", "ill"};
  auto& settings = b.scenario().settings;
  settings[0].second.hazards.push_back({cases::when("class", {"ill"}), 365.0 * 1e6, "hospital"});
  settings[1].second.on_enter.push_back({{}, {}, cases::set("class", "any")});
}

TEST(Story, ReturnToTheRestOfTheStay) {
  auto b = home_and_hospital(true);
  fall_ill_at_once(b);
  patient(b, "Ada", 8, "home_care").attributes = cases::set("class", "ill");
  EXPECT_THAT(tell(b), ElementsAre("Ada 02 08:00 enters home_care", "Ada 02 08:00 struck hospital",
                                   "Ada 02 08:00 enters hospital", "Ada 03 20:00 enters home_care",
                                   "Ada 03 20:00 resumed home_care",
                                   "Ada 06 08:00 departs home"));  // four days from the start
}

TEST(Story, StayRunsOutWhileAway) {
  auto b = home_and_hospital(true);
  b.scenario().settings[0].second.stay[0].time = fixed_days(1);
  fall_ill_at_once(b);
  patient(b, "Ada", 8, "home_care").attributes = cases::set("class", "ill");
  EXPECT_THAT(tell(b, {Note::Entered, Note::Departed}),
              ElementsAre("Ada 02 08:00 enters home_care", "Ada 02 08:00 enters hospital",
                          "Ada 03 20:00 enters home_care", "Ada 03 20:00 departs home"));
}

TEST(Story, PlaceIsHeldWhileAway) {
  auto b = home_and_hospital(true);
  fall_ill_at_once(b);
  patient(b, "Ada", 8, "home_care").attributes = cases::set("class", "ill");
  patient(b, "Bo", 9, "home_care");
  EXPECT_THAT(tell(b, {Note::Entered, Note::Waits, Note::Departed}),
              ElementsAre("Ada 02 08:00 enters home_care", "Ada 02 08:00 enters hospital",
                          "Bo 02 09:00 waits home_care", "Ada 03 20:00 enters home_care",
                          "Ada 06 08:00 departs home", "Bo 06 08:00 enters home_care"));
}

/// A18: also when it is the end of a stay at home that leads to hospital: who lives there comes back.
TEST(Story, A18APlaceIsKeptForWhoLivesThere) {
  auto b = home_and_hospital(true);
  b.scenario().settings[0].second.stay[0].time = fixed_days(1);
  b.scenario().settings[0].second.routes[0].to = {{"hospital", 1}};
  patient(b, "Ada", 8, "home_care");
  patient(b, "Bo", 9, "home_care");
  EXPECT_THAT(tell(b, {Note::Entered, Note::Waits}),
              ElementsAre("Ada 02 08:00 enters home_care", "Bo 02 09:00 waits home_care",
                          "Ada 03 08:00 enters hospital", "Ada 04 20:00 enters home_care",
                          "Ada 05 20:00 enters hospital", "Ada 07 08:00 enters home_care",
                          "Ada 08 08:00 enters hospital"));
}

TEST(Story, PlaceIsGivenAwayWhileAway) {
  auto b = home_and_hospital(false);
  fall_ill_at_once(b);
  patient(b, "Ada", 8, "home_care").attributes = cases::set("class", "ill");
  patient(b, "Bo", 9, "home_care");
  EXPECT_THAT(tell(b, {Note::Entered, Note::Waits, Note::Departed}),
              ElementsAre("Ada 02 08:00 enters home_care", "Ada 02 08:00 enters hospital",
                          "Bo 02 09:00 enters home_care",
                          "Ada 03 20:00 waits home_care",  // blocks a hospital bed
                          "Bo 06 09:00 departs home", "Ada 06 09:00 enters home_care",
                          "Ada 06 09:00 departs home"));  // her four days are over
}

/// The way back has a gate: the rest of the stay is still there when it opens.
TEST(Story, GateOnTheWayBack) {
  auto b = home_and_hospital(true);
  fall_ill_at_once(b);
  b.move("hospital", "home_care").open = office_hours();
  patient(b, "Ada", 8, "home_care").attributes = cases::set("class", "ill");
  EXPECT_THAT(tell(b), ElementsAre("Ada 02 08:00 enters home_care", "Ada 02 08:00 struck hospital",
                                   "Ada 02 08:00 enters hospital", "Ada 03 20:00 gate home_care",
                                   "Ada 04 08:00 enters home_care",
                                   "Ada 04 08:00 resumed home_care", "Ada 06 08:00 departs home"));
}

// ---------------------------------------------------------------- risks while waiting

/// A risk so strong that it strikes within minutes of the change that `row` of a queue brings about.
void add_risk(scenarios::Setting& setting, const std::string& who, const std::string& to) {
  setting.hazards.push_back({cases::when("class", {who}), 365.0 * 1e6, to});
}

/// At home, ready for a place in the unit that Ada has: taken ill, back, and waiting again.
TEST(Story, A5RisksGoOnWhileOneWaits) {
  auto b = one_week();
  b.scenario().attributes[0].second = {"any", "ill"};
  auto& own = b.setting("own", 1, fixed_days(0.5), {{"unit", 1}});
  own.residence = true;
  auto& hospital = b.setting("hospital", 5, fixed_days(1), {{"residence", 1}});
  hospital.on_enter.push_back({{}, {}, cases::set("class", "any")});
  b.setting("unit", 1, fixed_days(4), {{"home", 1}});
  // Bo changes half a day after he is ready: five sixths of a day after 12:00 at that rate.
  own.changes.push_back({cases::when("class", {"any"}), 365.0 / 2, cases::set("class", "ill")});
  add_risk(own, "ill", "hospital");
  patient(b, "Ada", 7, "unit");
  patient(b, "Bo", 8, "own");
  const auto story = tell(b);
  const auto has = [&](std::string_view what) {
    return std::ranges::count_if(story, [&](const std::string& line) {
      return line.starts_with("Bo") && line.find(what) != std::string::npos;
    });
  };
  EXPECT_GE(has("waits unit"), 2) << ::testing::PrintToString(story);
  EXPECT_GE(has("struck hospital"), 1);
  EXPECT_EQ(has("enters hospital"), has("resumed own"));
  EXPECT_EQ(has("enters unit"), 1);
}

/// A change in the queue puts one in another rank; those before there stay before.
TEST(Story, A5AChangeInTheQueueChangesTheRank) {
  auto b = one_week();
  b.scenario().attributes[0].second = {"any", "urgent"};
  auto& ward = b.setting("ward", 5, fixed_days(0.25), {{"unit", 1}});
  ward.changes.push_back({cases::when("class", {"any"}), 365.0 * 2, cases::set("class", "urgent")});
  auto& unit = b.setting("unit", 1, fixed_days(2), {{"home", 1}});
  unit.queue.ranks.push_back({cases::when("class", {"urgent"}), 0});
  patient(b, "Ada", 7, "unit");
  patient(b, "Cy", 8, "unit");  // waits outside the ward, where nobody changes
  patient(b, "Bo", 9, "ward");
  EXPECT_THAT(
      tell(b, {Note::Waits, Note::Entered}),
      ElementsAre("Ada 02 07:00 enters unit", "Cy 02 08:00 waits unit", "Bo 02 09:00 enters ward",
                  "Bo 02 15:00 waits unit", "Bo 04 07:00 enters unit", "Cy 06 07:00 enters unit"));
}

// ---------------------------------------------------------------- the start

/// Those who wait at the start are served first, and none of them is forgotten.
TEST(Story, CensusQueueIsServed) {
  auto b = one_week();
  b.setting("ward", 1, fixed_days(1), {{"home", 1}});
  b.census("ward", 0, 2);
  patient(b, "Ada", 8, "ward");
  EXPECT_THAT(tell(b), ElementsAre("present 01 00:00 waits ward", "present 01 00:00 waits ward",
                                   "present 01 00:00 enters ward", "present 02 00:00 departs home",
                                   "present 02 00:00 enters ward", "Ada 02 08:00 waits ward",
                                   "present 03 00:00 departs home", "Ada 03 00:00 enters ward",
                                   "Ada 04 00:00 departs home"));
}

/// A13: fractions are allotted over the rows of a setting: twenty of 0.45 are nine, where all vanished.
TEST(Story, A13FractionsOfACensusComeToTheirSum) {
  auto b = one_week();
  b.setting("ward", 20, fixed_days(30), {{"home", 1}});
  b.setting("unit", 20, fixed_days(30), {{"home", 1}});
  for (int row = 0; row < 20; ++row) b.census("ward", 0.45, 0.05);
  for (int row = 0; row < 3; ++row) b.census("unit", 0.5);
  const flow::Network network = flow::compile_network(b.scenario());
  std::map<flow::Place, std::uint32_t> persons, waiting;
  for (const auto& row : network.census) {
    EXPECT_LE(row.count, 1U);
    persons[row.setting] += row.count;
    waiting[row.setting] += row.waiting;
  }
  const auto ward = network.find_place("ward").value();
  EXPECT_EQ(persons[ward], 9U);
  EXPECT_EQ(waiting[ward], 1U);
  EXPECT_EQ(persons[network.find_place("unit").value()], 2U);
}

/// Places given back are offered before new patients ask, at the same moment.
TEST(Story, ReleaseBeforeArrivalAtTheSameMoment) {
  auto b = one_week();
  b.setting("ward", 1, fixed_days(1), {{"home", 1}}).when_full.policy = Policy::Lost;
  patient(b, "Ada", 8, "ward");
  patient(b, "Bo", 8, "ward").days = {DayKind::Wed};
  EXPECT_THAT(tell(b), ElementsAre("Ada 02 08:00 enters ward", "Ada 03 08:00 departs home",
                                   "Bo 03 08:00 enters ward", "Bo 04 08:00 departs home"));
}

}  // namespace
