// SPDX-License-Identifier: Apache-2.0
// One patient at a time, fixed lengths, and what must happen to the minute. A story is told as
// lines "<who> <day> <time> <what> [place]"; 2024-01-01 is a Monday and a holiday.
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gmock/gmock.h>

#include "models/flow/network.hpp"
#include "models/flow/simulation.hpp"
#include "sim/civil_date.hpp"
#include "tests/models/scenario_builder.hpp"

namespace {

using cases::fixed;
using cases::fixed_days;
using flow::Note;
using scenarios::TimeUnit;
using sim::DayKind;
using ::testing::ElementsAre;
using Policy = scenarios::WhenFull::Policy;
using Story = std::vector<std::string>;

std::string_view name_of(Note note) {
  static constexpr std::array names{"arrived", "drawn",    "resumed",  "changed", "struck",
                                    "ends",    "prepares", "gate",     "full",    "waits",
                                    "gets",    "gives up", "diverted", "lost",    "sets out",
                                    "enters",  "evicted",  "harmed",   "departs"};
  return names[static_cast<std::size_t>(note)];
}

/// Writes the lines of those notes that a story is about.
struct Teller {
  static constexpr bool enabled = true;
  const flow::Network* network = nullptr;
  const std::map<std::uint32_t, std::string>* who = nullptr;
  std::vector<Note> about;
  Story* story = nullptr;

  void note(const flow::Patient& p, sim::Time now, Note what, flow::Place place, std::string_view,
            sim::Duration) const {
    if (std::ranges::find(about, what) == about.end()) return;
    auto line = who->at(p.family) + " " + sim::iso_date_time(now).substr(8, 8);
    line.replace(line.find('T'), 1, " ");
    line += " " + std::string{name_of(what)};
    if (network->place_ids.contains(place)) line += " " + network->place_ids[place];
    story->push_back(std::move(line));
  }
};

const std::vector<Note> moves{Note::Entered, Note::Departed,   Note::Waits,      Note::GateClosed,
                              Note::Lost,    Note::Diverted,   Note::SetOut,     Note::LeftQueue,
                              Note::Evicted, Note::RiskStruck, Note::StayResumed};

Story tell(const cases::Builder& b, const std::vector<Note>& about = moves) {
  const flow::Network network = flow::compile_network(b.scenario());
  std::map<std::uint32_t, std::string> who;
  for (const auto& source : network.sources) who[source.family] = source.name;
  for (const auto& row : network.census) who[row.family] = "present";
  Story story;
  flow::Simulation<flow::NoExtension, Teller> simulation{
      network, {}, Teller{&network, &who, about, &story}};
  simulation.run(1, 0, {});
  return story;
}

/// A single patient at this hour of 2 January 2024, a Tuesday.
scenarios::Arrival& patient(cases::Builder& b, std::string name, double hour, std::string to) {
  auto& arrival = b.appointments(std::move(name), {hour}, std::move(to));
  arrival.days = {DayKind::Tue};
  return arrival;
}

cases::Builder one_week() {
  cases::Builder b;
  b.exit("home").horizon(0, 8);  // one Tuesday
  return b;
}

/// Open on weekdays from 8 to 16.
scenarios::Calendar office_hours() {
  scenarios::CalendarRule open;
  open.days = {DayKind::Mon, DayKind::Tue, DayKind::Wed, DayKind::Thu, DayKind::Fri};
  open.hours = {8, 16};
  open.value = 1;
  return {0, {open}};
}

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

TEST(Story, GateClosedOverTheWeekend) {
  auto b = one_week();
  b.setting("ward", 1, fixed_days(3.5), {{"unit", 1}});
  b.setting("unit", 1, fixed_days(0.25), {{"home", 1}});
  b.move("ward", "unit").open = office_hours();
  b.horizon(0, 9);
  patient(b, "Ada", 9, "ward").days = {DayKind::Wed};  // ready on Saturday at 21
  EXPECT_THAT(tell(b), ElementsAre("Ada 03 09:00 enters ward", "Ada 06 21:00 gate unit",
                                   "Ada 08 08:00 enters unit", "Ada 08 14:00 departs home"));
}

TEST(Story, GateOnTheWayHome) {
  auto b = one_week();
  b.death("death");
  b.setting("ward", 2, fixed_days(0.5), {{"home", 1}});
  b.setting("hospice", 2, fixed_days(0.5), {{"death", 1}});
  b.move("ward", "home").open = office_hours();
  b.move("hospice", "*").open = office_hours();
  patient(b, "Ada", 9, "ward");
  patient(b, "Bo", 10, "hospice");
  EXPECT_THAT(tell(b), ElementsAre("Ada 02 09:00 enters ward", "Bo 02 10:00 enters hospice",
                                   "Ada 02 21:00 gate home", "Bo 02 22:00 departs death",
                                   "Ada 03 08:00 departs home"));
}

/// A place that comes free while the gate is closed is not entered through it: another one who may
/// come takes it, or it stays free until the gate opens.
TEST(Story, PlaceFreedWhileTheGateIsClosed) {
  auto b = one_week();
  b.setting("ward", 2, fixed(4, TimeUnit::Hours), {{"unit", 1}});
  b.setting("home_care", 1, fixed(12, TimeUnit::Hours), {{"unit", 1}});
  b.setting("unit", 1, fixed(10, TimeUnit::Hours), {{"home", 1}});
  b.move("ward", "unit").open = office_hours();
  patient(b, "Ada", 10, "unit");       // has the place until 20
  patient(b, "Bo", 9, "ward");         // asks at 13, in office hours
  patient(b, "Cy", 9.5, "home_care");  // asks at 21.30, no gate on this way
  EXPECT_THAT(tell(b), ElementsAre("Bo 02 09:00 enters ward", "Cy 02 09:30 enters home_care",
                                   "Ada 02 10:00 enters unit", "Bo 02 13:00 waits unit",
                                   "Ada 02 20:00 departs home", "Cy 02 21:30 waits unit",
                                   "Cy 02 21:30 enters unit",  // the gate is not his
                                   "Cy 03 07:30 departs home", "Bo 03 08:00 enters unit",
                                   "Bo 03 18:00 departs home"));
}

TEST(Story, TransferHoldsThePlace) {
  auto b = one_week();
  b.setting("ward", 2, fixed_days(1), {{"unit", 1}});
  b.setting("unit", 1, fixed_days(2), {{"home", 1}});
  b.move("ward", "unit").transfer = fixed(3, TimeUnit::Hours);
  patient(b, "Ada", 8, "ward");
  patient(b, "Bo", 9, "unit").days = {DayKind::Wed};  // while Ada is on the way
  EXPECT_THAT(tell(b), ElementsAre("Ada 02 08:00 enters ward", "Ada 03 08:00 sets out unit",
                                   "Bo 03 09:00 waits unit", "Ada 03 11:00 enters unit",
                                   "Ada 05 11:00 departs home", "Bo 05 11:00 enters unit",
                                   "Bo 07 11:00 departs home"));
}

TEST(Story, TransferWithoutHoldingThePlace) {
  auto b = one_week();
  b.setting("ward", 2, fixed_days(1), {{"unit", 1}});
  b.setting("unit", 1, fixed_days(2), {{"home", 1}});
  auto& move = b.move("ward", "unit");
  move.transfer = fixed(3, TimeUnit::Hours);
  move.hold_place = false;
  patient(b, "Ada", 8, "ward");
  patient(b, "Bo", 9, "unit").days = {DayKind::Wed};
  EXPECT_THAT(tell(b), ElementsAre("Ada 02 08:00 enters ward", "Ada 03 08:00 sets out unit",
                                   "Bo 03 09:00 enters unit", "Ada 03 11:00 waits unit",
                                   "Bo 05 09:00 departs home", "Ada 05 09:00 enters unit",
                                   "Ada 07 09:00 departs home"));
}

/// An ambulance that finds the unit full drives on; it takes its time again.
TEST(Story, DivertedOnArrival) {
  auto b = one_week();
  b.setting("ward", 2, fixed_days(1), {{"unit", 1}});
  auto& unit = b.setting("unit", 0, fixed_days(2), {{"home", 1}});
  unit.when_full.policy = Policy::Divert;
  unit.when_full.to = "other";
  b.setting("other", 1, fixed_days(2), {{"home", 1}});
  for (const auto* to : {"unit", "other"}) {
    auto& move = b.move("ward", to);
    move.transfer = fixed(to == std::string_view{"unit"} ? 3 : 5, TimeUnit::Hours);
    move.hold_place = false;
  }
  patient(b, "Ada", 8, "ward");
  EXPECT_THAT(tell(b), ElementsAre("Ada 02 08:00 enters ward", "Ada 03 08:00 sets out unit",
                                   "Ada 03 11:00 diverted other", "Ada 03 11:00 sets out other",
                                   "Ada 03 16:00 enters other", "Ada 05 16:00 departs home"));
}

/// The way of a new patient has its own gate and transfer.
TEST(Story, ArrivalsTravelToo) {
  auto b = one_week();
  b.setting("ward", 1, fixed_days(1), {{"home", 1}});
  auto& move = b.move("arrival", "ward");
  move.transfer = fixed(2, TimeUnit::Hours);
  move.open = office_hours();
  patient(b, "Ada", 7, "ward");
  EXPECT_THAT(tell(b), ElementsAre("Ada 02 07:00 gate ward", "Ada 02 08:00 sets out ward",
                                   "Ada 02 10:00 enters ward", "Ada 03 10:00 departs home"));
}

/// A key that names both ends counts before one with a star, whatever their order.
TEST(Story, TheMoveThatIsNamedCounts) {
  auto b = one_week();
  b.setting("ward", 1, fixed_days(1), {{"unit", 1}});
  b.setting("unit", 1, fixed_days(1), {{"home", 1}});
  b.move("ward", "unit").transfer = fixed(1, TimeUnit::Hours);
  b.move("*", "unit").transfer = fixed(2, TimeUnit::Hours);
  b.move("*", "*").transfer = fixed(3, TimeUnit::Hours);
  patient(b, "Ada", 8, "ward");
  EXPECT_THAT(tell(b, {Note::Entered, Note::Departed}),
              ElementsAre("Ada 02 11:00 enters ward", "Ada 03 12:00 enters unit",
                          "Ada 04 12:00 departs home"));
}

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
                                   "Ada 03 08:00 enters ward", "Ada 04 08:00 departs home",
                                   "Bo 04 08:00 enters ward", "Bo 05 08:00 departs home"));
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
