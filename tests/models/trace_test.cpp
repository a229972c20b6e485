// SPDX-License-Identifier: Apache-2.0
#include "models/trace.hpp"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sim/civil_date.hpp"
#include "tests/models/discharge_case.hpp"
#include "tests/models/scenario_builder.hpp"
#include "tests/models/staffing_case.hpp"

namespace {

using care::PatientId;
using care::TraceStep;
using flow::Note;
using namespace std::chrono_literals;
using testing::ElementsAre;

/// "2024-01-01T08:00:00 text (pointers)".
std::vector<std::string> lines(const std::vector<TraceStep>& steps, bool swedish = false) {
  std::vector<std::string> result;
  for (const auto& step : steps) {
    std::string pointers;
    for (const auto& p : step.pointers) pointers += (pointers.empty() ? "" : ", ") + p;
    result.push_back(fmt::format("{} {}{}", sim::iso_date_time(step.time).substr(5, 11),
                                 swedish ? step.text.sv : step.text.en,
                                 pointers.empty() ? "" : " (" + pointers + ")"));
  }
  return result;
}

/// One bed of two days, one short-term bed of five, one referral every morning.
scenarios::Scenario narrow() {
  cases::Builder b;
  b.exit("home");
  auto& ward = b.setting("ward", 1, cases::fixed_days(2), {{"short_term", 1}});
  ward.label = {"Avdelning", "Ward"};
  b.setting("short_term", 1, cases::fixed_days(5), {{"home", 1}}).label = {"Korttid", "Short term"};
  b.appointments("referrals", {8}, "ward");
  b.horizon(0, 30);
  return b.scenario();
}

std::vector<TraceStep> journey(const scenarios::Scenario& scenario, const std::string& id,
                               std::uint32_t replication = 0) {
  const care::Model model(scenario);
  const auto who = care::find_patient(model, id);
  EXPECT_TRUE(who.has_value()) << id;
  return care::trace(model, 1, replication, who.value_or(PatientId{}));
}

TEST(Trace, TellsTheStoryOfAPatient) {
  EXPECT_THAT(
      lines(journey(narrow(), "referrals/1")),
      ElementsAre("01-02T08:00 arrives, wants Ward (/arrivals/referrals)",
                  "01-02T08:00 Ward: 1 of 1 places taken, 0 in the queue (/settings/ward/capacity)",
                  "01-02T08:00 waits for Ward, 1 in the queue (/settings/ward/when_full)",
                  "01-03T08:00 gets a place in Ward after 1 d", "01-03T08:00 enters Ward",
                  "01-03T08:00 stays 2 d unless something happens, then Short term "
                  "(/settings/ward/stay/0, /settings/ward/routes/0)",
                  "01-05T08:00 the stay in Ward ends, wants Short term (/settings/ward/routes/0)",
                  "01-05T08:00 Short term: 1 of 1 places taken, 0 in the queue "
                  "(/settings/short_term/capacity)",
                  "01-05T08:00 waits for Short term and keeps the place in Ward, 1 in the queue "
                  "(/settings/short_term/when_full)",
                  "01-08T08:00 gets a place in Short term after 3 d",
                  "01-08T08:00 enters Short term",
                  "01-08T08:00 stays 5 d unless something happens, then home "
                  "(/settings/short_term/stay/0, /settings/short_term/routes/0)",
                  "01-13T08:00 the stay in Short term ends, wants home "
                  "(/settings/short_term/routes/0)",
                  "01-13T08:00 leaves the model: home"));
}

TEST(Trace, TellsItInSwedish) {
  const auto told = lines(journey(narrow(), "referrals/1"), true);
  ASSERT_GT(told.size(), 4U);
  EXPECT_EQ(told[0], "01-02T08:00 kommer, ska till Avdelning (/arrivals/referrals)");
  EXPECT_EQ(told[3], "01-03T08:00 får plats i Avdelning efter 1 dygn");
}

TEST(Trace, NamesTheExceptionOfTheCalendarThatHolds) {
  auto scenario = narrow();
  scenario.settings[0].second.capacity =
      cases::places(5, cases::day(2024, 1, 2), cases::day(2024, 1, 2), 0);
  const auto steps = journey(scenario, "referrals/1");
  const auto full = std::ranges::find(steps, Note::PlaceFull, &TraceStep::note);
  ASSERT_NE(full, steps.end());
  EXPECT_EQ(full->text.en, "Ward: 1 of 0 places taken, 0 in the queue");
  EXPECT_THAT(full->pointers,
              ElementsAre("/settings/ward/capacity", "/settings/ward/capacity/changes/0"));
}

TEST(Trace, C2NamesTheExceptionOfAFullSetting) {
  auto scenario = narrow();
  scenario.settings[0].second.when_full.exceptions = {
      {{}, {"arrival"}, 0, scenarios::WhenFull::Policy::Lost, ""}};
  const auto steps = journey(scenario, "referrals/1");
  const auto full = std::ranges::find(steps, Note::PlaceFull, &TraceStep::note);
  ASSERT_NE(full, steps.end());
  EXPECT_THAT(full->pointers,
              ElementsAre("/settings/ward/when_full/exceptions/0", "/settings/ward/capacity"));
  EXPECT_NE(std::ranges::find(steps, Note::Lost, &TraceStep::note), steps.end());
}

TEST(Trace, C2TellsWhichQueueIsJoined) {
  auto scenario = narrow();
  scenarios::Move move;
  move.shortest_of = {"short_term", "ward"};
  scenario.moves = {{"arrival->ward", move}};
  const auto steps = journey(scenario, "referrals/0");
  const auto joins = std::ranges::find(steps, Note::JoinsShortest, &TraceStep::note);
  ASSERT_NE(joins, steps.end());
  EXPECT_EQ(joins->text.en, "joins Short term, the shortest queue");
  EXPECT_THAT(joins->pointers, ElementsAre("/moves/arrival->ward"));
}

TEST(Trace, C2TellsOfAPlaceThatIsHeld) {
  auto scenario = narrow();
  scenarios::CalendarRule open;
  open.hours = {10, 12};
  open.value = 1;
  scenarios::Move move;
  move.open = {0, {open}};
  move.claim_first = true;
  scenario.moves = {{"ward->short_term", move}};
  const auto steps = journey(scenario, "referrals/0");
  const auto held = std::ranges::find(steps, Note::HoldsPlace, &TraceStep::note);
  ASSERT_NE(held, steps.end());
  EXPECT_THAT(held->text.en,
              testing::StartsWith("has a place that is held; the way to Short term opens "));
  EXPECT_THAT(held->pointers, ElementsAre("/moves/ward->short_term/open"));
  ASSERT_NE(std::next(held), steps.end());
  EXPECT_EQ(std::next(held)->note, Note::Entered);
  EXPECT_EQ(std::next(held)->time, sim::Time{cases::day(2024, 1, 3)} + 10h);
}

TEST(Trace, C2TellsOfAnInterruption) {
  auto scenario = narrow();
  auto& ward = scenario.settings[0].second;
  ward.capacity = cases::places(5, cases::day(2024, 1, 2), cases::day(2024, 1, 2), 0);
  ward.interrupt = true;
  const auto steps = journey(scenario, "referrals/0");
  const auto cut = std::ranges::find(steps, Note::Interrupted, &TraceStep::note);
  ASSERT_NE(cut, steps.end());
  EXPECT_THAT(cut->text.en, testing::StartsWith("must leave Ward: fewer places; "));
  EXPECT_THAT(cut->pointers, ElementsAre("/settings/ward/interrupt", "/settings/ward/capacity",
                                         "/settings/ward/capacity/changes/0"));
  EXPECT_EQ(cut->length, sim::Duration{32h});
  const auto resumed = std::ranges::find(steps, Note::StayResumed, &TraceStep::note);
  ASSERT_NE(resumed, steps.end());
  EXPECT_EQ(resumed->time, sim::Time{cases::day(2024, 1, 3)});
  EXPECT_EQ(resumed->length, sim::Duration{32h});
}

TEST(Trace, ShowsWhatAChangeOfAttributesChanged) {
  cases::Builder b;
  b.attribute("need", {"low", "high"});
  b.exit("home");
  auto& ward = b.setting("ward", cases::unlimited, cases::fixed_days(3), {{"home", 1}});
  ward.on_enter.push_back({{}, {}, cases::set("need", "high")});
  b.appointments("referrals", {8}, "ward");
  b.scenario().labels = {{"high", {"stort", "large"}}};
  const auto told = lines(journey(b.scenario(), "referrals/0"));
  ASSERT_GT(told.size(), 2U);
  EXPECT_EQ(told[0], "01-01T08:00 arrives, wants ward: need low (/arrivals/referrals)");
  EXPECT_THAT(told, testing::Contains("01-01T08:00 need: low becomes large "
                                      "(/settings/ward/on_enter/0)"));
}

TEST(Trace, SaysWhoWasThereAtTheStart) {
  auto scenario = narrow();
  scenarios::Census row;
  row.setting = "ward";
  row.count = 1;
  row.waiting = 1;
  scenario.initial.census = {row};
  const auto present = journey(scenario, "census/0/0");
  ASSERT_FALSE(present.empty());
  EXPECT_EQ(present[0].kind, TraceStep::Kind::Present);
  EXPECT_EQ(present[0].time, sim::Time{cases::day(2024, 1, 1)});
  EXPECT_EQ(present[0].place, "ward");
  EXPECT_EQ(present.back().note, Note::Departed);
  const auto waiting = journey(scenario, "census/0/1");
  ASSERT_GT(waiting.size(), 1U);
  EXPECT_EQ(waiting[0].kind, TraceStep::Kind::Present);
  EXPECT_EQ(waiting[1].note, Note::Waits);
}

TEST(Trace, IsEmptyForSomebodyWhoNeverCame) {
  EXPECT_TRUE(journey(narrow(), "referrals/4711").empty());
}

TEST(Trace, FollowsTheSamePersonThroughAnotherScenario) {
  auto scenario = narrow();
  scenario.settings[0].second.stay[0].time = cases::gamma_days(2, 0.5);
  auto roomy = scenario;
  roomy.settings[0].second.capacity = cases::places(50);
  const auto stay_of = [](const std::vector<TraceStep>& steps) {
    return std::ranges::find(steps, Note::StayDrawn, &TraceStep::note)->length;
  };
  const auto here = stay_of(journey(scenario, "referrals/3", 5));
  EXPECT_EQ(here, stay_of(journey(roomy, "referrals/3", 5)));
  EXPECT_NE(here, stay_of(journey(scenario, "referrals/3", 6)));
}

TEST(Trace, ChangesNothingByWatching) {
  cases::Builder b;
  b.exit("home");
  b.setting("ward", 3, cases::gamma_days(2, 1), {{"home", 0.8}, {"ward", 0.2}});
  b.arrival("referrals", 1.2, "ward");
  b.horizon(0, 100);
  const care::Model model(b.scenario());
  care::Outcome outcome;
  care::Replication(model).run(1, 3, outcome);
  const auto all = care::travellers(model, 1, 3, 5);
  ASSERT_EQ(all.groups.size(), 1U);
  EXPECT_EQ(all.groups[0].count, outcome.totals[model.catalogue().arrivals]);
  // What one patient is told to have entered is what the roll counted.
  ASSERT_EQ(all.longest.size(), 5U);
  for (const auto& one : all.longest) {
    const auto steps = care::trace(model, 1, 3, *care::find_patient(model, one.id));
    EXPECT_EQ(std::ranges::count(steps, Note::Entered, &TraceStep::note), one.settings) << one.id;
    EXPECT_EQ(steps.front().time, one.first);
    EXPECT_EQ(steps.back().time, one.last);
  }
  EXPECT_GE(all.longest[0].settings, all.longest[4].settings);
}

TEST(Trace, FindsPatientsByName) {
  const care::Model model(narrow());
  EXPECT_EQ(care::find_patient(model, "referrals/12"),
            (PatientId{sim::family_of("referrals"), 12}));
  for (const auto* id : {"referral/12", "referrals", "referrals/", "referrals/-1", "referrals/1x",
                         "", "/", "census/0/0"}) {
    EXPECT_FALSE(care::find_patient(model, id).has_value()) << id;
  }
  EXPECT_THAT(care::patient_groups(model), ElementsAre("referrals"));
}

/// A ward whose patients need two things done before they may leave.
scenarios::Scenario with_tasks() {
  auto b = cases::ward_before_discharge();
  auto& care = *b.scenario().care;
  scenarios::DischargeTask plan;
  plan.label = {"Plan", "Plan"};
  plan.start = scenarios::DischargeTask::Start::Entry;
  plan.lead = cases::fixed_days(1);
  scenarios::DischargeTask transport;
  transport.label = {"Transport", "Transport"};
  transport.lead = cases::gamma_days(0.5, 0.5);
  care.discharge.tasks = {{"plan", plan}, {"transport", transport}};
  return b.scenario();
}

TEST(Trace, ShowsTheTasksOfADischarge) {
  const auto steps = journey(with_tasks(), "referrals/2");
  std::vector<const TraceStep*> tasks;
  const TraceStep* wait = nullptr;
  for (const auto& step : steps) {
    if (step.kind == TraceStep::Kind::Task) tasks.push_back(&step);
    if (step.note == Note::PreparationDrawn) wait = &step;
  }
  ASSERT_EQ(tasks.size(), 2U);
  EXPECT_EQ(tasks[0]->text.en, "Plan: done already 2024-01-04 08:00");
  EXPECT_THAT(tasks[0]->pointers, ElementsAre("/care/discharge/tasks/plan"));
  ASSERT_NE(wait, nullptr);
  // The draws that are shown are the draws that were made.
  EXPECT_EQ(tasks[1]->length, wait->length);
  EXPECT_EQ(steps.back().time, wait->time + wait->length);
}

/// Two days at home with a visit a day, and nobody to give it.
scenarios::Scenario without_staff(double harm) {
  cases::Builder b;
  b.exit("away");
  b.setting("home", 9, cases::fixed_days(2), {{"away", 1}}).label = {"Hemma", "Home"};
  b.setting("ward", 9, cases::fixed_days(1), {{"away", 1}}).label = {"Avdelning", "Ward"};
  b.appointments("referrals", {8}, "home");
  b.horizon(0, 30);
  auto care =
      staffing_case::care_with(staffing_case::reliable_role(), staffing_case::team_of(0, 0));
  auto task = staffing_case::visits(7, staffing_case::minutes(20));
  task.harm = harm;
  task.harm_to = "ward";
  care.tasks.emplace_back("dressing", task);
  b.scenario().care = care;
  return b.scenario();
}

TEST(Trace, ShowsAMissedVisit) {
  const std::vector<std::string> missed{
      "01-03T07:00 a visit is missed (/care/tasks/dressing)",
      "01-04T07:00 a visit is missed (/care/tasks/dressing)",
  };
  const auto all = lines(journey(without_staff(0), "referrals/1"));
  EXPECT_THAT(all, testing::IsSupersetOf(missed));
  EXPECT_THAT(lines(journey(without_staff(1), "referrals/1")),
              testing::IsSupersetOf({missed[0],
                                     std::string{"01-03T07:00 a missed visit leads to Ward "
                                                 "(/care/tasks/dressing/harm)"},
                                     std::string{"01-03T07:00 enters Ward"}}));
}

TEST(TraceLength, IsShort) {
  EXPECT_EQ(care::length_text(0min).en, "0 min");
  EXPECT_EQ(care::length_text(59min).en, "59 min");
  EXPECT_EQ(care::length_text(60min).en, "1 h");
  EXPECT_EQ(care::length_text(200min).en, "3 h 20 min");
  EXPECT_EQ(care::length_text(24h).en, "1 d");
  EXPECT_EQ(care::length_text(30h).en, "1 d 6 h");
  EXPECT_EQ(care::length_text(1439min + 59s).en, "1 d");
}

TEST(TraceLength, IsSwedishToo) {
  EXPECT_EQ(care::length_text(59min).sv, "59 min");
  EXPECT_EQ(care::length_text(60min).sv, "1 tim");
  EXPECT_EQ(care::length_text(200min).sv, "3 tim 20 min");
  EXPECT_EQ(care::length_text(24h).sv, "1 dygn");
  EXPECT_EQ(care::length_text(30h).sv, "1 dygn 6 tim");
}

}  // namespace
