// SPDX-License-Identifier: Apache-2.0
// Figures of the headline in stories that are counted by hand: nothing in them is left to chance.
#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include <fmt/format.h>

#include "experiments/run.hpp"
#include "tests/temporary_folder.hpp"
#include "tests/theory/ladder.hpp"

namespace headline_test {

using theory::Claim;
using theory::Group;

/// Runs a scenario with what arrives listed row by row in p.csv.
care::Results run(std::string_view scenario, const std::string& arrivals) {
  const tests::TemporaryFolder folder;
  std::ofstream{folder / "story.json"} << scenario;
  std::ofstream{folder / "p.csv"} << arrivals;
  const auto story = care::make_case({(folder / "story.json").string(), {}, {}});
  for (const auto& error : story.errors) ADD_FAILURE() << error.text();
  if (!story.model) return {};
  return care::run_case(story, "test", {.replications = 2, .threads = 1});
}

void expect(const Claim& claim, const care::Results& results,
            const std::vector<std::pair<std::string, double>>& figures) {
  for (const auto& [id, truth] : figures) {
    const auto* metric = care::find_metric(results, id);
    ASSERT_NE(metric, nullptr) << id;
    EXPECT_TRUE(claim.equals(fmt::format("{}, {}", id, metric->key.unit.en), metric->mean, truth));
  }
}

/// One nurse has two hours a day for visits of one hour, each given on the morning when somebody
/// comes; who is too many is missed.
constexpr std::string_view two_visits_a_day = R"({
  "title": "shortage", "horizon": {"start": "2025-01-06", "days": 357},
  "attributes": {"municipality": ["west"]},
  "settings": {"home": {"stay": {"time": {"kind": "fixed", "unit": "days", "value": 0.5}},
                        "routes": {"to": {"done": 1}}}},
  "exits": {"done": "Done"},
  "arrivals": {"p": {"to": "home", "kind": "file", "file": "p.csv"}},
  "care": {
    "roles": {"nurse": {"leave_weeks": 0, "overtime_cap": 0}},
    "shifts": {"day": {"start_hour": 7, "hours": 2}},
    "tasks": {"visit": {"settings": ["home"], "role": "nurse", "once": true,
                        "minutes": {"kind": "fixed", "value": 60}, "shifts": {"day": 1},
                        "priority": "must_attend"}},
    "municipalities": {"west": {"travel_minutes": 0,
      "teams": {"nurse": {"people": 1, "roster": [{"shift": "day", "posts": 1}]}}}},
    "shortage": {"season": [25, 34]}
  }})";

// A17: weeks 25, 26, 29 and 34 of the season are short, week 24 is before it, 35 and 36 follow on it
// and 38 does not.
TEST(Headline, A17ShortageByHand) {
  std::string arrivals = "time\n";
  const auto come = [&](std::string_view date, int persons) {
    for (int k = 0; k < persons; ++k) arrivals += fmt::format("{} 06:00\n", date);
  };
  come("2025-06-11", 9);   // Wednesday of week 24
  come("2025-06-16", 5);   // Monday of week 25: 5 h due, 2 given
  come("2025-06-29", 4);   // Sunday of week 26: 4 h due, 2 given
  come("2025-07-02", 2);   // week 27: both given
  come("2025-07-15", 6);   // week 29: 6 h due, 2 given,
  come("2025-07-16", 2);   //   and 2 more, given
  come("2025-08-24", 10);  // Sunday of week 34: 10 h due, 2 given
  come("2025-08-25", 3);   // week 35
  come("2025-09-03", 3);   // week 36
  come("2025-09-17", 3);   // week 38
  const auto results = run(two_visits_a_day, arrivals);
  expect({Group::Reported, "a summer of four short weeks, by hand"}, results,
         {{"any.nurse.west", 1},
          {"weeks.nurse.west", 4},
          {"episodes.nurse.west", 3},
          {"longest.nurse.west", 2},
          {"depth.nurse.west", 80},
          {"first_week.nurse.west", 25},
          {"recovery.nurse.west", 2},
          {"weeks.any_role.west", 4},
          {"any.any_role", 1},
          {"season_missed.nurse.west", 3 + 2 + 4 + 8},
          {"tight_weeks.nurse.west", 0},
          {"missed_urgent.nurse.west", 7 + 3 + 2 + 4 + 8 + 1 + 1 + 1},
          {"missed_must.nurse.west", 7 + 3 + 2 + 4 + 8 + 1 + 1 + 1},
          {"due.nurse.west", 47},
          {"given.nurse.west", 20}});
}

// One nurse by day and one in the evening, two hours each; visits of an hour on the day somebody comes,
// in the shift that the person's own task has. Week 27 fails on a weekday evening and week 29 on a
// Saturday by day; the week as a whole has far more time than is asked for.
TEST(Headline, ShortageByShiftByHand) {
  constexpr std::string_view scenario = R"({
    "title": "shifts", "horizon": {"start": "2025-01-06", "days": 357},
    "attributes": {"municipality": ["west"], "need": ["day", "evening", "any"]},
    "settings": {"home": {"stay": {"time": {"kind": "fixed", "unit": "days", "value": 0.9}},
                          "routes": {"to": {"done": 1}}}},
    "exits": {"done": "Done"},
    "arrivals": {"p": {"to": "home", "kind": "file", "file": "p.csv"}},
    "care": {
      "roles": {"nurse": {"leave_weeks": 0, "overtime_cap": 0}},
      "shifts": {"day": {"start_hour": 7, "hours": 2}, "evening": {"start_hour": 15, "hours": 2}},
      "tasks": {
        "morning": {"settings": ["home"], "role": "nurse", "once": true, "when": {"need": "day"},
                    "minutes": {"kind": "fixed", "value": 60}, "shifts": {"day": 1},
                    "priority": "must_attend"},
        "evening": {"settings": ["home"], "role": "nurse", "once": true, "when": {"need": "evening"},
                    "minutes": {"kind": "fixed", "value": 60}, "shifts": {"evening": 1},
                    "priority": "time_critical"},
        "other": {"settings": ["home"], "role": "nurse", "once": true, "when": {"need": "any"},
                  "minutes": {"kind": "fixed", "value": 60}, "shifts": {"day": 1, "evening": 1e-9},
                  "max_moves": 1}},
      "municipalities": {"west": {"travel_minutes": 0,
        "teams": {"nurse": {"people": 2, "roster": [{"shift": "day", "posts": 1},
                                                    {"shift": "evening", "posts": 1}]}}}},
      "shortage": {"season": [25, 34], "missed_visits": 2, "missed_share": 1, "moved_share": 0.2}
    }})";
  std::string arrivals = "time,need\n";
  const auto come = [&](std::string_view date, std::string_view need, int persons) {
    for (int k = 0; k < persons; ++k) arrivals += fmt::format("{} 06:00,{}\n", date, need);
  };
  come("2025-03-05", "evening", 4);  // before the season
  come("2025-07-02", "evening", 4);  // Wednesday of week 27: two missed
  come("2025-07-03", "day", 2);
  come("2025-07-08", "evening", 3);  // week 28: one missed, which is no event
  come("2025-07-19", "day", 5);      // Saturday of week 29: three missed
  come("2025-07-23", "any", 4);      // week 30: two moved to the evening
  const auto results = run(scenario, arrivals);
  expect({Group::Reported, "evenings and weekends of a summer, by hand"}, results,
         {{"any.nurse.west", 1},
          {"weeks.nurse.west", 2},
          {"any.nurse.west.evening.weekdays", 1},
          {"any.nurse.west.evening.weekend", 0},
          {"any.nurse.west.day.weekdays", 0},
          {"any.nurse.west.day.weekend", 1},
          {"season_missed.nurse.west.evening.weekdays", 3},
          {"season_missed.nurse.west.day.weekend", 3},
          {"missed_urgent.nurse.west.evening.weekdays", 5},
          {"visits_urgent.nurse.west.evening.weekdays", 11},
          {"visits_done.nurse.west.evening.weekdays", 8},
          {"visits_moved.nurse.west.day.weekdays", 2},
          {"tight_weeks.nurse.west", 1}});
}

// One nurse has time for two of three visits on a Tuesday; the third may be given on Mondays and Tuesdays
// alone. Who still lives there on Monday gets it then; of those who leave on Sunday it lapses.
TEST(Headline, VisitsCarriedOverToPermittedDaysByHand) {
  constexpr std::string_view scenario = R"({
    "title": "carried over", "horizon": {"start": "2025-01-06", "days": 182},
    "attributes": {"municipality": ["west"], "stays": ["short", "long"]},
    "settings": {"home": {"stay": [
        {"when": {"stays": "short"}, "time": {"kind": "fixed", "unit": "days", "value": 5}},
        {"time": {"kind": "fixed", "unit": "days", "value": 10}}],
      "routes": {"to": {"done": 1}}}},
    "exits": {"done": "Done"},
    "arrivals": {"p": {"to": "home", "kind": "file", "file": "p.csv"}},
    "care": {
      "roles": {"nurse": {"leave_weeks": 0, "overtime_cap": 0}},
      "shifts": {"day": {"start_hour": 7, "hours": 2}},
      "tasks": {"visit": {"settings": ["home"], "role": "nurse", "once": true,
                          "minutes": {"kind": "fixed", "value": 60}, "shifts": {"day": 1},
                          "days": ["mon", "tue"], "max_moves": 1}},
      "municipalities": {"west": {"travel_minutes": 0,
        "teams": {"nurse": {"people": 1, "roster": [{"shift": "day", "posts": 1}]}}}}
    }})";
  const auto given = [&](std::string_view stays) {
    std::string arrivals = "time,stays\n";
    for (int k = 0; k < 3; ++k) arrivals += fmt::format("2025-03-04 06:00,{}\n", stays);
    return run(scenario, arrivals);
  };
  const std::vector<std::pair<std::string, double>> same{
      {"visits_due.nurse.west", 3}, {"visits_moved.nurse.west", 1}, {"missed_other.nurse.west", 0}};
  const Claim stay{Group::Reported, "a visit of Mondays and Tuesdays carried over, still there"};
  const Claim leave{Group::Reported, "a visit of Mondays and Tuesdays carried over, gone before"};
  for (const auto& [claim, stays, done] :
       {std::tuple{stay, "long", 3.0}, std::tuple{leave, "short", 2.0}}) {
    auto figures = same;
    figures.emplace_back("visits_done.nurse.west", done);
    figures.emplace_back("visits_done.nurse.west.day.weekdays", done);
    expect(claim, given(stays), figures);
  }
}

// A17: who comes back within 30 days of a live discharge, and by what way.
TEST(Headline, A17ReadmissionByHand) {
  constexpr std::string_view scenario = R"({
    "title": "readmission", "horizon": {"start": "2025-01-06", "days": 200},
    "attributes": {"path": ["once", "soon", "late", "by_unit"]},
    "settings": {
      "hospital": {"stay": {"time": {"kind": "fixed", "unit": "days", "value": 4}},
                   "routes": [{"when": {"path": ["by_unit"]}, "to": {"unit": 1}}, {"to": {"home": 1}}]},
      "unit": {"stay": {"time": {"kind": "fixed", "unit": "days", "value": 10}},
               "routes": {"to": {"hospital": 1}}, "on_enter": [{"set": {"path": "once"}}]},
      "home": {"stay": [{"when": {"path": ["soon"]}, "time": {"kind": "fixed", "unit": "days", "value": 29}},
                        {"time": {"kind": "fixed", "unit": "days", "value": 31}}],
               "routes": [{"when": {"path": ["once"]}, "to": {"well": 1}}, {"to": {"back": 1}}]},
      "back": {"stay": {"time": {"kind": "fixed", "unit": "days", "value": 0}},
               "routes": {"to": {"hospital": 1}}, "on_enter": [{"set": {"path": "once"}}]}},
    "exits": {"well": "Well"},
    "arrivals": {"p": {"to": "hospital", "kind": "file", "file": "p.csv"}},
    "care": {"readmission": {"setting": "hospital", "days": 30}},
    "measures": {"back": {"label": "Back", "unit": "persons",
                          "numerator": {"count": "readmissions", "settings": ["hospital"]}}}
    })";
  const auto results =
      run(scenario,
          "time,path\n2025-01-07 10:00,once\n2025-01-07 11:00,soon\n"
          "2025-01-08 10:00,soon\n2025-01-08 11:00,late\n2025-01-09 12:00,by_unit\n"
          "2025-01-10 12:00,soon\n");
  expect({Group::Reported, "six patients, of whom four come back within 30 days"}, results,
         {{"back", 4}, {"exits.well", 6}});
}

// A17: the hours of a pool are paid by its employer, wherever they are given.
TEST(Headline, A17EmployerInTheLedgerByHand) {
  const std::string team =
      R"({"travel_minutes": 0, "teams": {"nurse": {"people": 1, "roster": [{"shift": "day", "posts": 1}]}}})";
  const auto scenario = fmt::format(
      R"({{"title": "employer", "horizon": {{"start": "2025-01-06", "days": 28}},
        "attributes": {{"municipality": ["west", "east"]}},
        "settings": {{"home": {{"stay": {{"time": {{"kind": "fixed", "unit": "days", "value": 1}}}},
                             "routes": {{"to": {{"done": 1}}}}}}}},
        "exits": {{"done": "Done"}},
        "arrivals": {{"p": {{"to": "home", "kind": "file", "file": "p.csv"}}}},
        "care": {{
          "roles": {{"nurse": {{"leave_weeks": 0, "overtime_cap": 0, "cost_per_hour": 100}}}},
          "shifts": {{"day": {{"start_hour": 7, "hours": 2}}}},
          "tasks": {{"visit": {{"settings": ["home"], "role": "nurse", "once": true,
                              "minutes": {{"kind": "fixed", "value": 60}}, "shifts": {{"day": 1}}}}}},
          "municipalities": {{"west": {0}, "east": {0}}},
          "pools": {{"joint": {{"municipalities": ["west", "east"], "employer": "west"}}}}}}}})",
      team);
  const auto results = run(scenario, "time,municipality\n2025-01-07 06:00,east\n");
  const Claim claim{Group::Reported, "two nurses in a pool that one municipality employs"};
  double west = 0, east = 0;
  for (const auto& row : results.ledger) {
    if (row.principal == "west") west += row.kronor.mean;
    if (row.principal == "east") east += row.kronor.mean;
  }
  EXPECT_TRUE(claim.equals("paid by the employer, kronor", west, 2 * 28 * 2 * 100));
  EXPECT_TRUE(claim.equals("paid by the other, kronor", east, 0));
}

// A23: a place costs whether it is used or not: one of three is used on ten of thirty days.
TEST(Headline, A23UnusedPlacesCostByHand) {
  constexpr std::string_view scenario = R"({
    "title": "places", "horizon": {"start": "2025-01-06", "days": 30},
    "settings": {"ward": {"owner": "region", "cost_per_day": 100, "capacity": 3,
                          "stay": {"time": {"kind": "fixed", "unit": "days", "value": 10}},
                          "routes": {"to": {"home": 1}}}},
    "exits": {"home": "Home"},
    "arrivals": {"p": {"to": "ward", "kind": "file", "file": "p.csv"}}})";
  const auto results = run(scenario, "time\n2025-01-07 12:00\n");
  const Claim claim{Group::Reported, "one patient for ten days, three places"};
  std::map<std::string, double> kronor;
  for (const auto& row : results.ledger) kronor[row.principal + "/" + row.item] = row.kronor.mean;
  EXPECT_TRUE(claim.equals("days of the patient, kronor", kronor["region/ward"], 1000));
  EXPECT_TRUE(claim.equals("places without one, kronor", kronor["region/unused.ward"], 8000));
  expect(claim, results, {{"unused.ward", 80}});
}

}  // namespace headline_test
