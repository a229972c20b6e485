// SPDX-License-Identifier: Apache-2.0
// B1: what cannot end is refused by the check, and what the check cannot see is stopped in the run, with
// time, place and cause.

#include <chrono>
#include <new>
#include <string>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/flow/standstill.hpp"
#include "tests/app/process.hpp"
#include "tests/hostile/answer.hpp"
#include "tests/models/scenario_builder.hpp"

namespace {

using hostile::answer;
using hostile::Json;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const Json hour = {{"kind", "fixed"}, {"unit", "hours"}, {"value", 1}};
const Json at_once = {{"kind", "fixed"}, {"value", 0}};

/// Two wards with one place each, whose queues lead to each other.
Json wards() {
  return Json::parse(R"({
    "title": "loops", "horizon": {"start": "2025-01-06", "days": 3},
    "attributes": {"age": ["young", "old"]},
    "settings": {
      "a": {"capacity": 1, "stay": {"time": {"kind": "fixed", "value": 1}},
            "routes": {"to": {"home": 1}}, "queue": {"leave": {"after": {"kind": "fixed",
            "unit": "hours", "value": 1}, "to": "b"}}},
      "b": {"capacity": 1, "stay": {"time": {"kind": "fixed", "value": 1}},
            "routes": {"to": {"home": 1}}, "queue": {"leave": {"after": {"kind": "fixed",
            "unit": "hours", "value": 1}, "to": "a"}}}},
    "exits": {"home": "Home"},
    "arrivals": {"p": {"to": "a", "per_day": 20}, "q": {"to": "b", "per_day": 0.1}}})");
}

std::vector<std::string> faults_with(const std::string& pointer, const Json& value) {
  Json scenario = wards();
  scenario[Json::json_pointer(pointer)] = value;
  return answer(scenario).faults;
}

TEST(Loops, B1QueuesThatAreLeftAtOnceAndLeadToEachOtherAreRefused) {
  EXPECT_THAT(answer(wards()).faults, IsEmpty()) << "an hour goes by in each";
  EXPECT_THAT(faults_with("/settings/b/queue/leave/after", at_once), IsEmpty());
  Json scenario = wards();
  scenario["/settings/a/queue/leave/after"_json_pointer] = at_once;
  scenario["/settings/b/queue/leave/after"_json_pointer] = at_once;
  EXPECT_THAT(
      answer(scenario).faults,
      ElementsAre("x.json#/settings/a/queue: expected a queue to be left after some time, so that "
                  "nobody goes round on the spot, got a → b → a"));
  scenario["/settings/b/queue/leave/when"_json_pointer] = {{"age", "old"}};
  scenario["/settings/a/queue/leave/when"_json_pointer] = {{"age", "young"}};
  EXPECT_THAT(answer(scenario).faults, IsEmpty()) << "nobody goes both ways at once";
}

TEST(Loops, B1SoAreThoseByWayOfStaysOfLength0AndOfDiversions) {
  Json scenario = wards();
  scenario["/settings/a/queue/leave/after"_json_pointer] = at_once;
  Json through = scenario;
  through["/settings/b"_json_pointer] = {{"stay", {{"time", at_once}}},
                                         {"routes", {{"to", {{"a", 1}}}}}};
  EXPECT_THAT(answer(through).faults, Contains(HasSubstr("got a → b → a")));
  through["/settings/b/stay/time"_json_pointer] = hour;
  EXPECT_THAT(answer(through).faults, IsEmpty());
  Json diverted = scenario;
  diverted["/settings/b/queue"_json_pointer] = Json::object();
  diverted["/settings/b/when_full"_json_pointer] = {{"policy", "divert"}, {"to", "a"}};
  EXPECT_THAT(answer(diverted).faults, Contains(HasSubstr("got a → b → a")));
}

TEST(Loops, B1AWayThatTakesTimeIsNoStandstill) {
  Json scenario = wards();
  scenario["/settings/a/queue/leave/after"_json_pointer] = at_once;
  scenario["/settings/b/queue/leave/after"_json_pointer] = at_once;
  scenario["moves"] = {{"*->b", {{"transfer", hour}, {"hold_place", false}}}};
  EXPECT_THAT(answer(scenario).faults, IsEmpty());
}

/// Round and round at one moment by way of a setting that changes who comes in, which the check does
/// not follow.
Json unseen_circle() {
  Json scenario = wards();
  scenario["/settings/a/queue/leave/after"_json_pointer] = at_once;
  scenario["/settings/b"_json_pointer] = {{"stay", {{"time", at_once}}},
                                          {"routes", {{"to", {{"a", 1}}}}},
                                          {"on_enter", {{{"set", {{"age", "old"}}}}}}};
  return scenario;
}

TEST(Loops, B1ARunInWhichTimeStandsStillIsStoppedWithTimePlaceAndCause) {
  const auto faults = answer(unseen_circle()).faults;
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_THAT(faults[0],
              testing::MatchesRegex(
                  "x.json#/settings/[ab]/(stay|queue/leave): expected a replication that ends, "
                  "got 1[0-9]{5} events without time passing up to 2025-01-06T.* in "
                  "replication 0, the last of them: .*"));
}

TEST(Loops, B1ARunThatOutgrowsItsBudgetIsStopped) {
  Json scenario = wards();
  scenario["/settings/a/hazards"_json_pointer] = Json::array();
  scenario["/settings/a/changes"_json_pointer] = {{{"per_year", 1e6}, {"set", {{"age", "old"}}}}};
  scenario["/arrivals/p/per_day"_json_pointer] = 1;
  const flow::Budget few{.at_one_time = 1'000, .events = 5'000};
  EXPECT_THAT(answer(scenario, few).faults,
              ElementsAre(testing::ContainsRegex("got [0-9]+ events up to 2025-01-0")));
  const flow::Budget lonely{.present = 10};
  Json crowd = wards();
  crowd["/settings/a/queue"_json_pointer] = Json::object();
  EXPECT_THAT(answer(crowd, lonely).faults,
              ElementsAre(testing::ContainsRegex(
                  "^x.json#/arrivals/[pq]: .*got 11 patients at one time up to 2025-01-0")));
}

TEST(Loops, B1ManyEventsAtOneMomentThatEndAreNone) {
  Json scenario = wards();
  scenario["/settings/a"_json_pointer] = {{"stay", {{"time", at_once}}},
                                          {"routes", {{"to", {{"home", 1}}}}}};
  scenario["/settings/b"_json_pointer] = scenario["/settings/a"_json_pointer];
  scenario["arrivals"] = {{"p",
                           {{"kind", "scheduled"},
                            {"to", "a"},
                            {"hours", {8}},
                            {"batch", {{"kind", "fixed"}, {"value", 20'000}}}}},
                          {"q", {{"to", "b"}, {"per_day", 1}}}};
  EXPECT_THAT(answer(scenario).faults, IsEmpty());
}

TEST(Loops, B1NumbersThatDoNotEndAreRefusedInTheirPlace) {
  const auto refused = [](const std::string& pointer, const Json& value, const std::string& what) {
    EXPECT_THAT(faults_with(pointer, value), Contains(HasSubstr(what))) << pointer;
  };
  refused("/arrivals/p/intensity", {{"growth_per_year", -1}},
          "/growth_per_year: expected a number");
  refused("/settings/a/hazards", {{{"per_year", 1e18}, {"to", "home"}}}, "/hazards/0/per_year: ");
  refused("/settings/a/changes", {{{"per_year", 1e18}, {"set", {{"age", "old"}}}}},
          "/changes/0/per_year: expected a number in [0, 1000000]");
  refused("/arrivals/p/intensity", {{"sinusoid", {{"amplitude", 1}, {"period_days", 1e-300}}}},
          "/period_days: expected a number");
  refused("/arrivals/p/per_day", 1e9, "expected at most 1,000,000,000 arrivals in a replication");
  Json growing = wards();
  growing["/horizon/days"_json_pointer] = 36'500;
  growing["/arrivals/p/intensity"_json_pointer] = {{"growth_per_year", 1}};
  EXPECT_THAT(answer(growing).faults, Contains(HasSubstr("#/arrivals/p: expected at most")));
}

TEST(Loops, B1AReplicationCanBeBrokenOff) {
  cases::Builder b;
  b.exit("home").horizon(0, 3000);
  b.setting("ward", cases::unlimited, cases::fixed_days(1), {{"home", 1}});
  b.arrival("p", 100, "ward");
  const care::Model model(b.scenario());
  int asked = 0;
  care::RunControl control;
  control.abandoned = [&] { return ++asked > 3; };
  control.cancelled = [&] { return asked > 3; };
  const auto results = care::run_experiment(model, {.replications = 5, .threads = 1}, {}, control);
  EXPECT_EQ(results.identity.replications, 0U);
  EXPECT_TRUE(results.identity.interrupted);
}

// B2: which is no fault of the program, and is told as that (failure.memory).
TEST(Loops, B2AMemoryThatIsTooSmallInAReplicationComesOutAsThat) {
  cases::Builder b;
  b.exit("home").horizon(0, 3000);
  b.setting("ward", cases::unlimited, cases::fixed_days(1), {{"home", 1}});
  b.arrival("p", 100, "ward");
  const care::Model model(b.scenario());
  care::RunControl control;
  control.abandoned = []() -> bool { throw std::bad_alloc(); };
  EXPECT_THROW(static_cast<void>(
                   care::run_experiment(model, {.replications = 2, .threads = 1}, {}, control)),
               std::bad_alloc);
}

TEST(Loops, B1ASignalEndsARunWithinAReplicationThatTakesHours) {
  const tests::TemporaryFolder folder;
  Json scenario = wards();
  scenario["/horizon/days"_json_pointer] = 36'000;
  scenario["/arrivals/p/per_day"_json_pointer] = 20'000;
  scenario["/settings/a/capacity"_json_pointer] = "unlimited";
  testing_app::write(folder / "hours.json", scenario.dump());
  testing_app::Process process({"run", (folder / "hours.json").string(), "--replications", "1",
                                "--out", (folder / "out").string(), "--progress", "none"});
  std::this_thread::sleep_for(std::chrono::seconds{3});
  process.signal(SIGINT);
  EXPECT_EQ(process.wait(), 130) << process.errors();
  EXPECT_THAT(process.errors(), HasSubstr("before any replication was done"));
}

}  // namespace
