// SPDX-License-Identifier: Apache-2.0
#include "models/flow/pathway.hpp"

#include <algorithm>
#include <limits>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/models/scenario_builder.hpp"

namespace {

using cases::Builder;
using cases::exponential_days;
using cases::unlimited;
using flow::Pathway;
using flow::Place;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;
using Policy = scenarios::WhenFull::Policy;

/// The settings with these numbers, in this order.
template <class... Numbers>
auto settings(Numbers... numbers) {
  return ElementsAre(static_cast<Place>(numbers)...);
}

const Pathway::Edge* find(const Pathway& pathway, Place from, Place to, Pathway::Kind kind) {
  const auto edges = pathway.edges();
  const auto found = std::ranges::find_if(
      edges, [&](const auto& e) { return e.from == from && e.to == to && e.kind == kind; });
  return found == edges.end() ? nullptr : &*found;
}

TEST(Pathway, EdgesCarryTheRangeOfProbabilitiesAndWhoMayGo) {
  Builder b;
  b.attribute("class", {"young", "old"}).exit("home");
  auto& ward = b.setting("ward", 4, exponential_days(5), {{"home", 0.2}, {"nursing", 0.8}});
  ward.routes.insert(ward.routes.begin(), {cases::when("class", {"young"}), {{"home", 1}}});
  ward.hazards.push_back({cases::when("class", {"old"}), 0.5, "home"});
  ward.hazards.push_back({{}, 0.25, "home"});
  b.setting("nursing", unlimited, exponential_days(100), {{"home", 1}});
  b.arrival("all", 1, "ward");
  const auto network = flow::compile_network(b.scenario());
  const Pathway pathway(network);

  const auto* home = find(pathway, Place{0}, Place{2}, Pathway::Kind::Route);
  ASSERT_NE(home, nullptr);
  EXPECT_DOUBLE_EQ(home->least, 0.2);
  EXPECT_DOUBLE_EQ(home->greatest, 1);
  EXPECT_EQ(home->pointer, "/settings/ward/routes/0");
  const auto* nursing = find(pathway, Place{0}, Place{1}, Pathway::Kind::Route);
  ASSERT_NE(nursing, nullptr);
  EXPECT_FALSE(nursing->profiles[flow::Profile{0}]);
  EXPECT_TRUE(nursing->profiles[flow::Profile{1}]);
  const auto* hazard = find(pathway, Place{0}, Place{2}, Pathway::Kind::Hazard);
  ASSERT_NE(hazard, nullptr);
  EXPECT_NEAR(hazard->least, 0.25, 1e-12);
  EXPECT_NEAR(hazard->greatest, 0.75, 1e-12);
  EXPECT_NE(find(pathway, flow::nowhere, Place{0}, Pathway::Kind::Arrival), nullptr);
}

TEST(Pathway, C2TheShortestOfSeveralIsAnyOfThem) {
  Builder b;
  b.exit("home");
  auto& ward =
      b.setting("ward", 4, exponential_days(5), {{"home", 0.2}, {"north", 0.6}, {"south", 0.2}});
  ward.hazards.push_back({{}, 0.4, "north"});
  b.setting("north", 3, exponential_days(5), {{"home", 1}});
  b.setting("south", 1, exponential_days(5), {{"home", 1}});
  b.move("ward", "north").shortest_of = {"ward", "north", "south"};
  b.move("arrival", "north").shortest_of = {"north", "south"};
  b.arrival("all", 1, "ward");
  b.arrival("others", 1, "north");
  const auto network = flow::compile_network(b.scenario());
  const Pathway pathway(network);
  const auto greatest = [&](unsigned to, Pathway::Kind kind) {
    const auto* edge = find(pathway, Place{0}, static_cast<Place>(to), kind);
    return edge == nullptr ? 0 : edge->greatest;
  };
  EXPECT_NEAR(greatest(1, Pathway::Kind::Route), 0.6 * 0.75, 1e-12);
  EXPECT_NEAR(greatest(2, Pathway::Kind::Route), 0.6 * 0.25 + 0.2, 1e-12);
  EXPECT_NEAR(greatest(1, Pathway::Kind::Hazard), 0.3, 1e-12);
  EXPECT_NEAR(greatest(2, Pathway::Kind::Hazard), 0.1, 1e-12);
  EXPECT_EQ(greatest(0, Pathway::Kind::Route), 0);
  EXPECT_NE(find(pathway, flow::nowhere, Place{2}, Pathway::Kind::Arrival), nullptr);
}

TEST(Pathway, ResidenceBecomesEdgesToWherePatientsMayLive) {
  Builder b;
  b.exit("death");
  b.setting("hospital", 10, exponential_days(6), {{"residence", 0.9}, {"death", 0.1}});
  for (const auto* id : {"house", "nursing_home", "elsewhere"}) {
    auto& home = b.setting(id, unlimited, exponential_days(900), {{"death", 1}});
    home.residence = true;
    home.hazards.push_back({{}, 1, "hospital"});
  }
  b.arrival("from_house", 1, "hospital").residence = "house";
  b.census("nursing_home", 3);
  const auto network = flow::compile_network(b.scenario());
  const Pathway pathway(network);
  EXPECT_NE(find(pathway, Place{0}, Place{1}, Pathway::Kind::Return), nullptr);
  EXPECT_NE(find(pathway, Place{0}, Place{2}, Pathway::Kind::Return), nullptr);
  EXPECT_EQ(find(pathway, Place{0}, Place{3}, Pathway::Kind::Return),
            nullptr);  // nobody lives elsewhere
  EXPECT_NE(find(pathway, flow::nowhere, Place{2}, Pathway::Kind::Census), nullptr);
  EXPECT_FALSE(pathway.reachable()[Place{3}]);
}

TEST(Pathway, ReachesWhatDiversionAndQueuesLeadTo) {
  Builder b;
  b.exit("home");
  auto& ward = b.setting("ward", 2, exponential_days(5), {{"home", 1}});
  ward.when_full = {Policy::Divert, "hotel", 0, 0};
  auto& hotel = b.setting("hotel", 2, exponential_days(5), {{"home", 1}});
  hotel.queue.leave.push_back({{}, exponential_days(1), "couch"});
  b.setting("couch", unlimited, exponential_days(1), {{"home", 1}});
  b.setting("attic", unlimited, exponential_days(1), {{"home", 1}});
  b.arrival("all", 1, "ward");
  const auto network = flow::compile_network(b.scenario());
  const auto reachable = Pathway(network).reachable();
  EXPECT_TRUE(reachable[Place{1}]);
  EXPECT_TRUE(reachable[Place{2}]);
  EXPECT_FALSE(reachable[Place{3}]);
}

TEST(Pathway, AMoveThatNeverOpensLeadsNowhere) {
  Builder b;
  b.exit("home");
  b.setting("ward", 2, exponential_days(5), {{"rehab", 1}});
  b.setting("rehab", 2, exponential_days(5), {{"home", 1}});
  b.arrival("all", 1, "ward");
  b.move("ward", "rehab").open = {0, {}};
  const auto network = flow::compile_network(b.scenario());
  const Pathway pathway(network);
  EXPECT_FALSE(find(pathway, Place{0}, Place{1}, Pathway::Kind::Route)->open);
  EXPECT_FALSE(pathway.reachable()[Place{1}]);
  EXPECT_FALSE(pathway.can_leave()[Place{0}]);
  EXPECT_TRUE(pathway.can_leave()[Place{1}]);
}

TEST(Pathway, FindsLoopsAndTheLikeliestCycles) {
  Builder b;
  b.exit("death");
  b.setting("hospital", unlimited, exponential_days(6), {{"home", 0.9}, {"death", 0.1}});
  b.setting("home", unlimited, exponential_days(90),
            {{"emergency", 0.7}, {"hospital", 0.1}, {"death", 0.2}});
  b.setting("emergency", unlimited, exponential_days(0.2), {{"hospital", 0.4}, {"home", 0.6}});
  b.setting("hospice", unlimited, exponential_days(20), {{"hospice", 0.1}, {"death", 0.9}})
      .when_full.policy = Policy::WaitOutside;
  b.setting("clinic", unlimited, exponential_days(1), {{"hospice", 1}});
  b.arrival("all", 1, "emergency");
  b.arrival("few", 1, "clinic");
  const auto network = flow::compile_network(b.scenario());
  const Pathway pathway(network);
  const auto loops = pathway.loops();
  ASSERT_THAT(loops, ElementsAre(settings(0, 1, 2), settings(3)));
  // Ways that are equally likely: the shortest cycle through every edge.
  EXPECT_THAT(pathway.cycles(loops[0], {}),
              UnorderedElementsAre(settings(0, 1), settings(1, 2), settings(0, 1, 2)));
  EXPECT_THAT(pathway.cycles(loops[1], {}), ElementsAre(settings(3)));
}

TEST(Pathway, SettingsThatHoldPlacesWhileWaitingCanLockEachOther) {
  const auto loops_with = [](Policy of_ward, Policy of_rehab, bool with_transfer) {
    Builder b;
    b.exit("home");
    b.setting("ward", 3, exponential_days(5), {{"rehab", 0.5}, {"home", 0.5}}).when_full.policy =
        of_ward;
    b.setting("rehab", 3, exponential_days(9), {{"ward", 0.2}, {"home", 0.8}}).when_full.policy =
        of_rehab;
    b.arrival("all", 0.1, "ward");
    if (with_transfer) {
      auto& move = b.move("rehab", "ward");
      move.transfer = exponential_days(0.1);
      move.hold_place = false;
    }
    const auto network = flow::compile_network(b.scenario());
    return Pathway(network).blocking_loops();
  };
  EXPECT_THAT(loops_with(Policy::Wait, Policy::Wait, false), ElementsAre(settings(0, 1)));
  EXPECT_THAT(loops_with(Policy::Wait, Policy::Overflow, false), ElementsAre(settings(0, 1)));
  EXPECT_THAT(loops_with(Policy::WaitOutside, Policy::Wait, false), IsEmpty());
  EXPECT_THAT(loops_with(Policy::Wait, Policy::Lost, false), IsEmpty());
  // Who has left before asking for a place holds none.
  EXPECT_THAT(loops_with(Policy::Wait, Policy::Wait, true), IsEmpty());
}

// A6: who goes where he is stays in his place, and waits for none.
TEST(Pathway, A6AWayToItselfLocksNothing) {
  Builder b;
  b.exit("home");
  b.setting("ward", 3, exponential_days(5), {{"ward", 0.3}, {"home", 0.7}});
  b.arrival("all", 0.1, "ward");
  const auto network = flow::compile_network(b.scenario());
  EXPECT_THAT(Pathway(network).blocking_loops(), IsEmpty());
}

TEST(Pathway, NobodyIsLockedWhereEveryoneMayGiveUp) {
  Builder b;
  b.exit("home");
  auto& ward = b.setting("ward", 3, exponential_days(5), {{"unit", 0.3}, {"home", 0.7}});
  ward.queue.leave.push_back({{}, exponential_days(2), "home"});
  b.setting("unit", 3, exponential_days(5), {{"ward", 1}});
  b.arrival("all", 0.1, "ward");
  const auto network = flow::compile_network(b.scenario());
  EXPECT_THAT(Pathway(network).blocking_loops(), IsEmpty());
}

TEST(Pathway, FindsDiversionsThatGoInACircle) {
  Builder b;
  b.exit("home");
  b.setting("a", 1, exponential_days(1), {{"home", 1}}).when_full = {Policy::Divert, "b", 0, 0};
  b.setting("b", 1, exponential_days(1), {{"home", 1}}).when_full = {Policy::Divert, "a", 0, 0};
  b.arrival("all", 1, "a");
  const auto network = flow::compile_network(b.scenario());
  EXPECT_THAT(Pathway(network).diversion_circles(), ElementsAre(settings(0, 1)));
}

}  // namespace
