// SPDX-License-Identifier: Apache-2.0
// Stories of moves: gates, ways that take time, and places that are claimed before one sets out.
#include <string_view>

#include <gmock/gmock.h>

#include "tests/models/story.hpp"

namespace {

using cases::fixed;
using cases::fixed_days;
using scenarios::TimeUnit;
using ::testing::ElementsAre;
using namespace stories;
using Policy = scenarios::WhenFull::Policy;

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

/// A11: open on Fridays from 22 to 7 is open until Saturday at seven, and not on Friday before seven.
TEST(Story, A11AGateOverMidnightBelongsToTheDayOnWhichItOpens) {
  auto b = one_week();
  b.scenario().horizon.holidays = scenarios::Horizon::Holidays::None;
  b.setting("ward", 4, fixed(1, TimeUnit::Hours), {{"unit", 1}});
  b.setting("unit", 4, fixed_days(1), {{"home", 1}});
  scenarios::CalendarRule nights;
  nights.days = {DayKind::Fri};
  nights.hours = {22, 7};
  nights.value = 1;
  b.move("ward", "unit").open = {0, {nights}};
  patient(b, "Ada", 1, "ward").days = {DayKind::Fri};
  patient(b, "Bo", 11, "ward").days = {DayKind::Fri};
  patient(b, "Cy", 2, "ward").days = {DayKind::Sat};
  patient(b, "Di", 7, "ward").days = {DayKind::Sat};
  EXPECT_THAT(
      tell(b),
      ElementsAre("Ada 05 01:00 enters ward", "Ada 05 02:00 gate unit", "Bo 05 11:00 enters ward",
                  "Bo 05 12:00 gate unit", "Ada 05 22:00 enters unit", "Bo 05 22:00 enters unit",
                  "Cy 06 02:00 enters ward", "Cy 06 03:00 enters unit", "Di 06 07:00 enters ward",
                  "Di 06 08:00 gate unit", "Ada 06 22:00 departs home", "Bo 06 22:00 departs home",
                  "Cy 07 03:00 departs home"));
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

/// A week in which the unit takes patients from the ward between 8 and 16 only, and has one place.
cases::Builder claims_first(bool claim) {
  auto b = one_week();
  b.setting("ward", 4, fixed_days(1), {{"unit", 1}});
  b.setting("unit", 1, fixed_days(1), {{"home", 1}}).when_full.policy = Policy::WaitOutside;
  auto& move = b.move("ward", "unit");
  move.open = office_hours();
  move.claim_first = claim;
  patient(b, "Ada", 5, "ward");
  patient(b, "Bo", 6, "unit").days = {DayKind::Wed};
  return b;
}

/// C2: a place is taken before the gate opens; without that another one takes it meanwhile.
TEST(Story, C2ThePlaceIsClaimedBeforeTheGateOpens) {
  EXPECT_THAT(tell(claims_first(true)),
              ElementsAre("Ada 02 05:00 enters ward", "Ada 03 05:00 holds unit",
                          "Bo 03 06:00 waits unit", "Ada 03 08:00 sets out unit",
                          "Ada 03 08:00 enters unit", "Ada 04 08:00 departs home",
                          "Bo 04 08:00 enters unit", "Bo 05 08:00 departs home"));
  EXPECT_THAT(
      tell(claims_first(false)),
      ElementsAre("Ada 02 05:00 enters ward", "Ada 03 05:00 gate unit", "Bo 03 06:00 enters unit",
                  "Ada 03 08:00 waits unit", "Bo 04 06:00 departs home", "Ada 04 08:00 enters unit",
                  "Ada 05 08:00 departs home"));
}

/// C2: who waits for a place gets it at night too, in the order of the queue, and sets out in the
/// morning.
TEST(Story, C2APlaceFreedAtNightIsClaimed) {
  auto b = claims_first(true);
  b.scenario().moves[0].second.transfer = fixed(2, TimeUnit::Hours);
  patient(b, "Cy", 2, "unit").days = {DayKind::Wed};
  EXPECT_THAT(tell(b), ElementsAre("Ada 02 05:00 enters ward", "Cy 03 02:00 enters unit",
                                   "Ada 03 05:00 waits unit", "Bo 03 06:00 waits unit",
                                   "Cy 04 02:00 departs home", "Ada 04 02:00 holds unit",
                                   "Ada 04 08:00 sets out unit", "Ada 04 10:00 enters unit",
                                   "Ada 05 10:00 departs home", "Bo 05 10:00 enters unit",
                                   "Bo 06 10:00 departs home"));
}

/// C2: who is taken elsewhere while the place is held gives it back.
TEST(Story, C2APlaceThatIsClaimedIsGivenBack) {
  auto b = claims_first(true);
  b.death("dead");
  b.scenario().settings[0].second.hazards.push_back({{}, std::nullopt, "dead", 2.0});
  const flow::Network network = flow::compile_network(b.scenario());
  flow::Simulation<> simulation{network, {}};
  const auto unit = network.find_place("unit").value();
  const auto dead = network.find_place("dead").value();
  std::uint32_t served_and_dead = 0;
  for (std::uint32_t r = 0; r < 200; ++r) {
    simulation.run(1, r, {});
    EXPECT_EQ(simulation.setting(unit).places.occupied, 0);
    EXPECT_EQ(simulation.departures(), 2U);
    const bool claimed = simulation.setting(unit).counters.served == 2;
    served_and_dead += claimed && simulation.cell(dead, flow::default_profile).entries == 1;
  }
  EXPECT_GT(served_and_dead, 0U);
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

}  // namespace
