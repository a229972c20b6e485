// SPDX-License-Identifier: Apache-2.0
#include "models/flow/analysis.hpp"

#include <cmath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/flow/simulation.hpp"
#include "tests/models/analysed.hpp"
#include "tests/models/scenario_builder.hpp"

namespace {

using analysed::analyse;
using analysed::found;
using analysed::load;
using cases::Builder;
using cases::exponential_days;
using cases::lognormal_days;
using cases::unlimited;
using flow::Analysis;
using flow::Finding;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using Policy = scenarios::WhenFull::Policy;

// ---------------------------------------------------------------- offered load

TEST(Analysis, JacksonNetworkByHand) {
  // l1 = 3 + 0.25 l2;  l2 = 1 + 0.5 l1 + 0.2 l2  =>  l1 = 3.25/0.675, l2 = (1 + 0.5 l1) / 0.8
  Builder b;
  b.exit("home");
  b.setting("one", 9, exponential_days(1), {{"two", 0.5}, {"home", 0.5}});
  b.setting("two", 40, exponential_days(4), {{"one", 0.25}, {"two", 0.2}, {"home", 0.55}})
      .when_full.policy = Policy::WaitOutside;  // a return is another stay
  b.arrival("a", 3, "one");
  b.arrival("b", 1, "two");
  const auto analysis = analyse(b);
  const double l1 = (3 + 0.25 / 0.8) / (1 - 0.25 * 0.5 / 0.8);
  const double l2 = (1 + 0.5 * l1) / 0.8;
  EXPECT_NEAR(load(analysis, "one").per_day, l1, 1e-9);
  EXPECT_NEAR(load(analysis, "two").per_day, l2, 1e-9);
  EXPECT_NEAR(load(analysis, "two").places, 4 * l2, 1e-8);
  EXPECT_NEAR(load(analysis, "two").utilisation, 4 * l2 / 40, 1e-10);
  EXPECT_NEAR(analysis.arrivals_per_day, 4, 1e-12);
  EXPECT_FALSE(analysis.has_errors());
}

TEST(Analysis, GainOfAFeedbackLoop) {
  Builder b;
  b.exit("home");
  b.setting("ward", unlimited, exponential_days(2), {{"ward", 0.75}, {"home", 0.25}})
      .when_full.policy = Policy::WaitOutside;  // each return is another stay
  b.arrival("all", 1, "ward");
  const auto analysis = analyse(b);
  EXPECT_NEAR(load(analysis, "ward").per_day, 4, 1e-9);
  EXPECT_NEAR(load(analysis, "ward").present, 8, 1e-8);
  ASSERT_EQ(analysis.revolving_doors.size(), 1U);
  EXPECT_NEAR(analysis.revolving_doors[0].return_share, 0.75, 1e-9);
  ASSERT_EQ(analysis.revolving_doors[0].cycles.size(), 1U);
  EXPECT_NEAR(analysis.revolving_doors[0].cycles[0].share, 0.75, 1e-9);
}

TEST(Analysis, A6StagesAreOneStay) {
  Builder b;
  b.exit("home");
  b.setting("ward", unlimited, exponential_days(2), {{"ward", 0.75}, {"home", 0.25}});
  b.arrival("all", 1, "ward");
  const auto analysis = analyse(b);
  EXPECT_NEAR(load(analysis, "ward").per_day, 1, 1e-9);
  EXPECT_NEAR(load(analysis, "ward").days, 8, 1e-8);
  EXPECT_NEAR(load(analysis, "ward").present, 8, 1e-8);
  EXPECT_THAT(analysis.revolving_doors, IsEmpty());
}

TEST(Analysis, C2TheShortestOfSeveralIsSharedOutByPlaces) {
  Builder b;
  b.exit("home");
  b.setting("ward", 9, exponential_days(1), {{"north", 0.5}, {"home", 0.5}});
  b.setting("north", 3, exponential_days(2), {{"home", 1}});
  b.setting("south", 1, exponential_days(2), {{"home", 1}});
  b.move("*", "north").shortest_of = {"north", "south"};
  b.arrival("all", 2, "ward");
  b.arrival("direct", 0.4, "north");
  const auto analysis = analyse(b);
  EXPECT_NEAR(load(analysis, "north").per_day, 1.4 * 0.75, 1e-9);
  EXPECT_NEAR(load(analysis, "south").per_day, 1.4 * 0.25, 1e-9);
  EXPECT_FALSE(analysis.has_errors());
  const auto notes = found(analysis, "shortest_of");
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_EQ(notes[0].pointer, "/moves/*->north/shortest_of");
  EXPECT_EQ(notes[0].level, Finding::Level::Note);
  EXPECT_EQ(notes[0].message.en,
            "Which of north, south patients join depends on the queues; before a run they are "
            "counted in proportion to places.");
}

TEST(Analysis, C2OfSeveralQueuesThoseWithoutLimitAreTheShortest) {
  Builder b;
  b.exit("home");
  b.setting("north", 3, exponential_days(2), {{"home", 1}});
  b.setting("south", unlimited, exponential_days(2), {{"home", 1}});
  b.move("arrival", "north").shortest_of = {"north", "south"};
  b.arrival("direct", 4, "north");
  const auto analysis = analyse(b);
  EXPECT_NEAR(load(analysis, "south").per_day, 4, 1e-9);
  EXPECT_EQ(load(analysis, "north").per_day, 0);
}

Builder six_stations() {
  Builder b;
  b.exit("home");
  b.setting("emergency", 12, lognormal_days(0.3, 1.0), {{"ward", 0.5}, {"primary", 0.5}});
  b.setting("ward", 60, cases::gamma_days(5, 0.8),
            {{"short_term", 0.14}, {"home_care", 0.35}, {"primary", 0.51}});
  b.setting("short_term", 20, lognormal_days(12, 0.6), {{"home_care", 0.5}, {"primary", 0.5}});
  b.setting("home_care", 200, cases::gamma_days(40, 0.8),
            {{"emergency", 0.15}, {"primary", 0.6}, {"home", 0.25}});
  b.setting("primary", unlimited, lognormal_days(250, 1.0), {{"emergency", 0.1}, {"home", 0.9}});
  for (auto& [id, setting] : b.scenario().settings) {
    setting.when_full.policy = Policy::WaitOutside;
  }
  b.arrival("all", 18, "emergency");
  return b;
}

TEST(Analysis, SixStationCareNetwork) {
  const auto analysis = analyse(six_stations());
  const std::vector<std::string> ids{"emergency", "ward", "short_term", "home_care", "primary"};
  const std::vector<double> per_day{20.53, 10.26, 1.44, 4.31, 18.80};
  const std::vector<double> places{6.2, 51.3, 17.2, 172.4, 4700};
  const std::vector<double> rounded{0.05, 0.05, 0.05, 0.05, 2.5};
  for (std::size_t i = 0; i < ids.size(); ++i) {
    EXPECT_NEAR(load(analysis, ids[i]).per_day, per_day[i], 0.005) << ids[i];
    EXPECT_NEAR(load(analysis, ids[i]).places, places[i], rounded[i]) << ids[i];
  }
  EXPECT_FALSE(analysis.has_errors());
  EXPECT_THAT(analysis.blocking_loops, IsEmpty());
  ASSERT_EQ(analysis.revolving_doors.size(), 1U);
  EXPECT_THAT(analysis.revolving_doors[0].settings,
              ElementsAre("emergency", "ward", "short_term", "home_care", "primary"));
  // Emergency care is left by 20.53 patients of whom 18 are new: the rest come back.
  EXPECT_EQ(analysis.revolving_doors[0].cycles.front().settings,
            (std::vector<std::string>{"emergency", "primary"}));
  EXPECT_NEAR(analysis.revolving_doors[0].cycles.front().share, 0.05, 1e-9);
}

TEST(Analysis, RoutesAndStaysByAttributeAndNextDestination) {
  Builder b;
  b.attribute("class", {"young", "old"}).exit("home");
  auto& ward = b.setting("ward", 9, exponential_days(3), {{"home", 0.5}, {"nursing", 0.5}});
  ward.routes.insert(ward.routes.begin(), {cases::when("class", {"young"}), {{"home", 1}}});
  ward.stay.insert(ward.stay.begin(), {{}, {"nursing"}, exponential_days(10)});
  b.setting("nursing", unlimited, exponential_days(100), {{"home", 1}});
  b.arrival("all", 2, "ward").attributes = cases::set("class", {{"young", 0.25}, {"old", 0.75}});
  const auto analysis = analyse(b);
  EXPECT_NEAR(load(analysis, "nursing").per_day, 2 * 0.75 * 0.5, 1e-10);
  EXPECT_NEAR(load(analysis, "ward").present, 2 * (0.25 * 3 + 0.375 * 3 + 0.375 * 10), 1e-9);
}

TEST(Analysis, AttributesChangeOnEntryAndDuringAStay) {
  Builder b;
  b.attribute("class", {"well", "frail"}).exit("home");
  auto& first = b.setting("first", unlimited, exponential_days(10), {{"second", 1}});
  first.changes.push_back({cases::when("class", {"well"}), 36.5, cases::set("class", "frail")});
  auto& second = b.setting("second", unlimited, exponential_days(1), {{"home", 1}});
  second.on_enter.push_back({cases::when("class", {"well"}),
                             {"first"},
                             cases::set("class", {{"frail", 0.2}, {"well", 0.8}})});
  second.stay.insert(second.stay.begin(),
                     {cases::when("class", {"frail"}), {}, exponential_days(5)});
  b.arrival("all", 1, "first");
  const auto analysis = analyse(b);
  // 0.1 changes a day against a stay of 10 days: half become frail, a fifth of the rest on entry.
  EXPECT_NEAR(load(analysis, "second").present, 0.6 * 5 + 0.4 * 1, 1e-7);
}

TEST(Analysis, HazardsCompeteWithTheStay) {
  Builder b;
  b.exit("home").death("death");
  auto& ward = b.setting("ward", 9, cases::fixed_days(10), {{"home", 1}});
  ward.hazards.push_back({{}, 36.5, "death"});
  b.arrival("all", 1, "ward");
  const auto analysis = analyse(b);
  EXPECT_NEAR(load(analysis, "ward").present, 10 * (1 - std::exp(-1.0)), 1e-9);
  double dead = 0;
  for (const auto& move : analysis.moves) {
    if (move.to == "death") dead = move.per_day;
  }
  EXPECT_NEAR(dead, 1 - std::exp(-1.0), 1e-9);
}

// A stay that only hazards end was taken for one of a million million days.
TEST(Analysis, A22StaysThatHazardsAloneEndHaveTheirMean) {
  Builder b;
  b.attribute("class", {"well", "frail"}).exit("home").death("death");
  auto& ward = b.setting("ward", 9, exponential_days(1), {{"home", 1}});
  ward.stay.clear();
  ward.routes.clear();
  ward.hazards.push_back({{}, 40, "home"});
  ward.hazards.push_back({cases::when("class", {"frail"}), 20, "death"});
  ward.changes.push_back({cases::when("class", {"well"}), 10, cases::set("class", "frail")});
  b.arrival("all", 2, "ward");
  const auto analysis = analyse(b);
  // Well for 365 / (40 + 10) days; a fifth become frail, for 365 / (40 + 20) days.
  const double days = 365.0 / 50 + 0.2 * 365.0 / 60;
  EXPECT_NEAR(load(analysis, "ward").days, days, 1e-9);
  EXPECT_NEAR(load(analysis, "ward").present, 2 * days, 1e-9);
  EXPECT_FALSE(load(analysis, "ward").grows);
  const auto over = found(analysis, "over_capacity");
  ASSERT_EQ(over.size(), 1U);
  EXPECT_THAT(over[0].message.en, HasSubstr("needs 17.0 places on average and has 9.00"));
}

TEST(Analysis, A22SomeWhoNeverLeaveAreToldAndLeftOut) {
  Builder b;
  b.attribute("class", {"well", "frail"}).exit("home");
  auto& ward = b.setting("ward", unlimited, exponential_days(1), {{"home", 1}});
  ward.stay.clear();
  ward.routes.clear();
  ward.hazards.push_back({cases::when("class", {"well"}), 365, "home"});
  ward.changes.push_back({cases::when("class", {"well"}), 365, cases::set("class", "frail")});
  b.arrival("all", 2, "ward");
  const auto analysis = analyse(b);
  EXPECT_NEAR(load(analysis, "ward").days, 0.5, 1e-9);
  EXPECT_TRUE(load(analysis, "ward").grows);
}

TEST(Analysis, CalendarsGrowthBatchesAndAppointmentsGiveTheMeanRate) {
  Builder b;
  b.exit("home").horizon(0, 364);
  b.setting("clinic", unlimited, exponential_days(1), {{"home", 1}});
  auto& poisson = b.arrival("poisson", 10, "clinic");
  poisson.intensity.by_weekday = {1, 1, 1, 1, 1, 0, 0};
  poisson.batch = cases::fixed_days(2);
  b.appointments("booked", {9, 10.5, 13}, "clinic").show_up = 0.9;
  const auto network = flow::compile_network(b.scenario());
  const auto analysis = flow::analyse(network);
  // 52 weeks from a Monday; what falls on a holiday counts as Sunday, hence a little less.
  int open = 0;
  for (auto day = b.scenario().horizon.start; sim::Time{day} < network.end;
       day += std::chrono::days{1}) {
    open += static_cast<int>(sim::day_kind(day) <= sim::DayKind::Fri);
  }
  EXPECT_NEAR(analysis.arrivals_per_day, 20.0 * open / 364 + 2.7, 1e-9);
}

TEST(Analysis, CapacityIsMeanAndLowestOfTheCalendar) {
  Builder b;
  b.exit("home").horizon(0, 100);
  auto& ward = b.setting("ward", 10, exponential_days(5), {{"home", 1}});
  ward.capacity = cases::places(10, cases::day(2024, 1, 1), cases::day(2024, 1, 25), 6);
  b.arrival("all", 1.5, "ward");
  const auto analysis = analyse(b);
  EXPECT_NEAR(load(analysis, "ward").capacity_mean, 9, 1e-12);
  EXPECT_DOUBLE_EQ(load(analysis, "ward").capacity_least, 6);
  EXPECT_NEAR(load(analysis, "ward").utilisation, 7.5 / 9, 1e-9);
  EXPECT_EQ(found(analysis, "over_capacity_at_times").size(), 1U);
  EXPECT_THAT(found(analysis, "over_capacity"), IsEmpty());
}

TEST(Analysis, PlacesAreHeldOnTheWayAndBeforeAGate) {
  Builder b;
  b.exit("home").horizon(0, 364);
  b.setting("ward", unlimited, exponential_days(5), {{"rehab", 1}});
  b.setting("rehab", unlimited, exponential_days(10), {{"home", 1}});
  auto& move = b.move("ward", "rehab");
  move.transfer = cases::fixed(12, scenarios::TimeUnit::Hours);
  scenarios::CalendarRule closed;
  closed.hours = {{12, 24}};
  closed.value = 0;
  move.open.changes = {closed};
  b.arrival("all", 2, "ward");
  const auto analysis = analyse(b);
  // Closed half of the time, and then a quarter of a day remains on average.
  EXPECT_NEAR(load(analysis, "ward").present, 2 * (5 + 0.5 * 0.25), 1e-9);
  EXPECT_NEAR(load(analysis, "rehab").places, 2 * (10 + 0.5), 1e-9);
  EXPECT_NEAR(load(analysis, "rehab").present, 20, 1e-9);
}

TEST(Analysis, PreparationHoldsThePlace) {
  Builder b;
  b.exit("home");
  b.setting("ward", 9, exponential_days(5), {{"home", 1}});
  b.arrival("all", 1, "ward");
  const auto network = flow::compile_network(b.scenario());
  flow::Outside outside;
  outside.preparation_days.assign(1, 1.5);
  EXPECT_NEAR(load(flow::analyse(network, outside), "ward").places, 6.5, 1e-9);
}

TEST(Analysis, MovesFromOutsideCountAsWays) {
  Builder b;
  b.exit("home");
  b.setting("ward", unlimited, exponential_days(5), {{"home", 1}});
  b.setting("emergency", unlimited, exponential_days(1), {{"home", 1}});
  b.arrival("all", 1, "ward");
  const auto network = flow::compile_network(b.scenario());
  EXPECT_TRUE(flow::analyse(network).has_errors());
  flow::Outside outside;
  outside.moves.push_back({flow::Place{0}, flow::Place{1}, "/care/tasks/visit/harm_to"});
  EXPECT_FALSE(flow::analyse(network, outside).has_errors());
}

// ---------------------------------------------------------------- residents

// Exponential everything, so that the Markov chain {home, away} with an expiring clock is exact:
// days at home per stay d = 1 / (mu + h mu a / (1 + mu a)), h d excursions of a days each.
TEST(Analysis, ClockOfAResidentRunsOnWhileAway) {
  const double stay = 200;
  const double per_day = 0.05;
  const double away = 6;
  Builder b;
  b.death("death");
  auto& home = b.setting("house", 100, exponential_days(stay), {{"death", 1}});
  home.residence = true;
  home.keep_place = true;
  home.hazards.push_back({{}, per_day * 365, "hospital"});
  b.setting("hospital", 50, exponential_days(away), {{"residence", 1}});
  b.arrival("new", 0.5, "house");
  const auto analysis = analyse(b);
  const double mu = 1 / stay;
  const double at_home = 1 / (mu + per_day * mu * away / (1 + mu * away));
  EXPECT_NEAR(load(analysis, "house").present, 0.5 * at_home, 1e-6);
  EXPECT_NEAR(load(analysis, "hospital").per_day, 0.5 * at_home * per_day, 1e-6);
  EXPECT_NEAR(load(analysis, "hospital").present, 0.5 * at_home * per_day * away, 1e-6);
  // The place is kept: taken as long as somebody lives there.
  EXPECT_NEAR(load(analysis, "house").places, 0.5 * at_home * (1 + per_day * away), 1e-6);
  // Entries count returns.
  EXPECT_NEAR(load(analysis, "house").per_day, 0.5 * (1 + at_home * per_day), 1e-6);
  EXPECT_FALSE(analysis.has_errors());
  EXPECT_THAT(analysis.blocking_loops, IsEmpty());  // their place at home is kept
}

TEST(Analysis, AgreesWithASimulationOfResidents) {
  Builder b;
  b.attribute("class", {"well", "frail"}).death("death").horizon(3'000, 60'000);
  auto& home = b.setting("house", unlimited, cases::gamma_days(300, 0.5),
                         {{"nursing_home", 0.4}, {"death", 0.6}});
  home.residence = true;
  home.hazards.push_back({cases::when("class", {"well"}), 2, "emergency"});
  home.hazards.push_back({cases::when("class", {"frail"}), 6, "emergency"});
  home.hazards.push_back({{}, 0.1, "death"});
  home.changes.push_back({cases::when("class", {"well"}), 0.5, cases::set("class", "frail")});
  auto& nursing = b.setting("nursing_home", unlimited, exponential_days(500), {{"death", 1}});
  nursing.residence = true;
  nursing.hazards.push_back({{}, 3, "hospital"});
  b.setting("emergency", unlimited, exponential_days(0.3), {{"hospital", 0.4}, {"residence", 0.6}});
  auto& hospital = b.setting("hospital", unlimited, lognormal_days(8, 1),
                             {{"residence", 0.85}, {"nursing_home", 0.07}, {"death", 0.08}});
  hospital.on_enter.push_back(
      {cases::when("class", {"well"}), {}, cases::set("class", {{"frail", 0.3}, {"well", 0.7}})});
  b.arrival("new", 1, "house");
  const auto network = flow::compile_network(b.scenario());
  const auto analysis = flow::analyse(network);
  EXPECT_FALSE(analysis.has_errors());

  flow::Simulation<> simulation(network, {});
  simulation.run(4711, 0, {});
  const double measured_ms = static_cast<double>((network.end - network.measured_from).count());
  for (const auto s : network.setting.ids()) {
    double present = 0;
    double entries = 0;
    for (const auto p : network.vocabulary.each_profile()) {
      const auto& cell = simulation.cell(s, p);
      present += static_cast<double>(cell.present_ms) / measured_ms;
      entries += cell.entries / (measured_ms / 86'400'000.0);
    }
    const auto& expected = analysis.loads[sim::index(s)];
    EXPECT_NEAR(present / expected.present, 1, 0.015) << expected.setting;
    EXPECT_NEAR(entries / expected.per_day, 1, 0.015) << expected.setting;
  }
}

}  // namespace
