// SPDX-License-Identifier: Apache-2.0
// What a user reads when settings, queues, moves, calendars or arrivals are wrong.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/scenarios/errors.hpp"

namespace scenarios {
namespace {

using scenarios_test::errors;
using scenarios_test::errors_with;
using scenarios_test::ward;
using scenarios_test::with;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

TEST(Errors, RulesThatLeaveSomebodyOut) {
  EXPECT_THAT(
      errors_with("{\"to\": {\"home\": 1}}",
                  "{\"when\": {\"age\": \"old\"}, \"to\": {\"home\": 1}}"),
      ElementsAre(
          "w.json#/settings/ward/routes: expected a row for everyone, or a last row without "
          "\"when\", got none for age young, level 1"));
  EXPECT_THAT(
      errors_with("{\"time\": {\"kind\": \"lognormal\"",
                  "{\"when\": {\"age\": \"young\"}, \"time\": {\"kind\": \"lognormal\""),
      ElementsAre("w.json#/settings/ward/stay: expected a row for everyone, or a last row without "
                  "\"when\" and \"next\", got none for age old, level 2 going to gone"));
  EXPECT_THAT(
      errors_with("\"routes\": {\"to\": {\"gone\": 1}},", ""),
      ElementsAre(
          "w.json#/settings/home/routes: expected where patients go when their stay ends, got "
          "nothing"));
}

TEST(Errors, FullSettings) {
  EXPECT_THAT(
      errors_with("\"wait_outside\"", "\"divert\""),
      ElementsAre(
          "w.json#/settings/ward/when_full/to: expected the setting to divert to, got nothing"));
  EXPECT_THAT(
      errors_with("\"wait_outside\"", "\"divert\", \"to\": \"ward\""),
      ElementsAre(
          "w.json#/settings/ward/when_full/to: expected a setting that does not divert back, "
          "got ward -> ward"));
  EXPECT_THAT(
      errors_with("\"wait_outside\"", "\"lost\", \"to\": \"home\", \"places\": 2"),
      ElementsAre(
          "w.json#/settings/ward/when_full/to: expected nothing, since the policy is lost, got "
          "\"home\"",
          "w.json#/settings/ward/when_full/places: expected nothing, since the policy is "
          "lost, got 2"));
  EXPECT_THAT(
      errors_with("\"wait_outside\"", "\"overflow\""),
      ElementsAre(
          "w.json#/settings/ward/when_full/places: expected at least one extra place, since "
          "the policy is overflow, got 0"));
}

TEST(Errors, C2ExceptionsWhenFull) {
  const auto with_row = [](std::string_view row) {
    return errors_with("\"policy\": \"wait_outside\"",
                       "\"policy\": \"wait_outside\", \"exceptions\": [" + std::string(row) + "]");
  };
  const std::string at = "w.json#/settings/ward/when_full/exceptions/0";
  EXPECT_THAT(with_row(R"({"when": {"age": "old"}, "from": ["arrival"], "policy": "lost"})"),
              IsEmpty());
  EXPECT_THAT(
      with_row("{}"),
      ElementsAre(at + "/policy: expected one of: wait, wait_outside, lost, divert, overflow, got "
                       "nothing"));
  EXPECT_THAT(
      with_row(R"({"policy": "overflow"})"),
      ElementsAre(at + "/policy: expected \"wait\", \"wait_outside\", \"lost\" or \"divert\": "
                       "extra places are for all, got \"overflow\""));
  EXPECT_THAT(with_row(R"({"policy": "divert"})"),
              ElementsAre(at + "/to: expected the setting to divert to, got nothing"));
  EXPECT_THAT(with_row(R"({"policy": "lost", "to": "home"})"),
              ElementsAre(at + "/to: expected nothing, since the policy is lost, got \"home\""));
  EXPECT_THAT(with_row(R"({"policy": "lost", "waiting_at_least": 1.5})"),
              testing::Contains(testing::StartsWith(at + "/waiting_at_least: expected a whole")));
}

TEST(Errors, C2ClaimFirst) {
  const std::string gate = "\"ward->home\": {\"open\"";
  EXPECT_THAT(errors_with(gate, "\"ward->home\": {\"claim_first\": true, \"open\""), IsEmpty());
  EXPECT_THAT(errors_with(gate, "\"ward->*\": {\"claim_first\": true, \"open\""),
              ElementsAre("w.json#/moves/ward->*/claim_first: expected true only on a move to a "
                          "setting that is named, got true (boolean)"));
  EXPECT_THAT(
      errors_with(gate, "\"ward->home\": {\"claim_first\": true, \"hold_place\": false, \"open\""),
      ElementsAre("w.json#/moves/ward->home/claim_first: expected true only where \"hold_place\" "
                  "is true: the place is held, got true (boolean)"));
}

TEST(Errors, C2LeavingUntil) {
  const std::string after = "\"after\": {\"kind\": \"fixed\", \"value\": 30}";
  const std::string at = "w.json#/settings/ward/queue/leave";
  EXPECT_THAT(errors_with(after, "\"until\": \"own_stay\""), IsEmpty());
  EXPECT_THAT(errors_with(after + ", ", ""),
              ElementsAre(at + ": expected either \"after\" or \"until\", got neither"));
  EXPECT_THAT(errors_with(after, after + ", \"until\": \"own_stay\""),
              ElementsAre(at + ": expected either \"after\" or \"until\", got both"));
  EXPECT_THAT(errors_with(after, "\"until\": \"closing\""),
              ElementsAre(at + "/until: expected closing only where there are no places at times, "
                               "or a gate on the way there closes, got \"closing\""));
  EXPECT_THAT(
      errors_with(after, "\"until\": \"noon\""),
      ElementsAre(at + "/until: expected one of: own_stay, closing, got \"noon\" (string)"));
}

TEST(Errors, C2Interrupt) {
  const std::string expected =
      "expected true only where \"stay\" says how long one stays, and neither \"evict\" nor "
      "\"residence\" is true, got true (boolean)";
  const std::string full = "\"when_full\":";
  EXPECT_THAT(errors_with(full, "\"interrupt\": true, " + full), IsEmpty());
  EXPECT_THAT(errors_with(full, "\"interrupt\": true, \"evict\": true, " + full),
              ElementsAre("w.json#/settings/ward/interrupt: " + expected));
  EXPECT_THAT(errors_with("\"residence\": true", "\"residence\": true, \"interrupt\": true"),
              ElementsAre("w.json#/settings/home/interrupt: " + expected));
}

/// A22: those closest to the end of their stay are moved out; without a stay nobody was, without a word.
TEST(Errors, A22EvictingNeedsAStay) {
  EXPECT_THAT(errors_with("\"when_full\":", "\"evict\": true, \"when_full\":"), IsEmpty());
  const std::string home =
      with(std::string(ward),
           "\"stay\": {\"time\": {\"kind\": "
           "\"exponential\", \"mean\": 60}},",
           "\"hazards\": {\"per_year\": 1, \"to\": \"gone\"}, \"evict\": true,");
  EXPECT_THAT(
      errors(with(home, "\"routes\": {\"to\": {\"gone\": 1}},", "")),
      ElementsAre(
          "w.json#/settings/home/evict: expected true only where \"stay\" says how long one "
          "stays: those closest to the end are moved out, got true (boolean)"));
}

TEST(Errors, Calendars) {
  EXPECT_THAT(
      errors_with("\"weeks\": [25, 34]", "\"from\": \"2025-08-01\", \"to\": \"2025-07-01\""),
      ElementsAre("w.json#/settings/ward/capacity/changes/0/to: expected a date that is not before "
                  "2025-08-01, got 2025-07-01"));
  EXPECT_THAT(
      errors_with(", \"value\": 16", ""),
      ElementsAre(
          "w.json#/settings/ward/capacity/changes/0: expected either \"value\" or \"factor\", "
          "got neither"));
  EXPECT_THAT(
      errors_with("\"value\": 16", "\"value\": 16, \"factor\": 0.8"),
      ElementsAre(
          "w.json#/settings/ward/capacity/changes/0: expected either \"value\" or \"factor\", "
          "got both"));
  EXPECT_THAT(
      errors_with("\"days\": [\"mon\"], \"value\": 1", "\"days\": [\"mon\"], \"value\": 0"),
      ElementsAre(
          "w.json#/moves/ward->home/open: expected a gate that is open at some time, got one "
          "that never is"));
  EXPECT_THAT(
      errors_with("\"normal\": 20", "\"normal\": 20.5"),
      ElementsAre(
          "w.json#/settings/ward/capacity/normal: expected a whole number of places, got 20.5 "
          "(number)"));
  EXPECT_THAT(
      errors_with("\"per_day\": 2", "\"per_day\": 2, \"intensity\": {\"by_hour\": [1, 2]}"),
      ElementsAre(
          "w.json#/arrivals/acute/intensity/by_hour: expected a list of 24, got a list of 2"));
  EXPECT_THAT(
      errors_with("\"per_day\": 2",
                  "\"per_day\": 2, \"intensity\": {\"by_weekday\": [0, 0, 0, 0, 0, 0, 0]}"),
      ElementsAre(
          "w.json#/arrivals/acute/intensity/by_weekday: expected at least one factor above 0, "
          "got only zeros"));
}

TEST(Errors, Arrivals) {
  EXPECT_THAT(errors_with("\"per_day\": 2", "\"per_day\": 2, \"per_year\": 700"),
              ElementsAre("w.json#/arrivals/acute: expected exactly one of per_day, per_year, "
                          "rates and file, got 2 "
                          "of them"));
  EXPECT_THAT(
      errors_with("\"per_day\": 2", "\"kind\": \"scheduled\", \"per_day\": 2"),
      ElementsAre(
          "w.json#/arrivals/acute/per_day: expected nothing, since the kind is scheduled, got "
          "\"per_day\"",
          "w.json#/arrivals/acute/hours: expected the times of day of the appointments, got "
          "nothing"));
  EXPECT_THAT(
      errors_with("\"per_day\": 2",
                  "\"rates\": {\"when\": {\"level\": \"1\"}, "
                  "\"per_1000_per_year\": 3}"),
      ElementsAre(
          "w.json#/arrivals/acute/rates: expected a \"population\" that the rates apply to, got "
          "none",
          "w.json#/arrivals/acute/rates/when/level: expected an attribute of the population: "
          "municipality or age, got \"level\""));
}

TEST(Errors, Residence) {
  EXPECT_THAT(
      errors_with("\"residence\": true", "\"keep_place\": true"),
      ElementsAre(
          "w.json#/settings/home/keep_place: expected true only where \"residence\" is true: "
          "nobody lives here, got true (boolean)"));
  const std::string nowhere = with(std::string(ward), "\"residence\": true,", "");
  EXPECT_THAT(
      errors(with(nowhere, "\"hazards\": {\"per_year\": 0.5, \"to\": \"gone\"}",
                  "\"hazards\": {\"per_year\": 0.5, \"to\": \"residence\"}")),
      ElementsAre("w.json#/settings/ward/hazards/to: expected a destination other than residence, "
                  "since no setting has \"residence\": true, got \"residence\""));
}

}  // namespace
TEST(Errors, C2DaysThatCannotBeTold) {
  const auto daily = [](std::string_view settings) {
    return errors_with("\"exits\":", "\"report_daily\": " + std::string(settings) + ", \"exits\":");
  };
  EXPECT_THAT(daily(R"(["ward", "home"])"), IsEmpty());
  EXPECT_THAT(daily(R"(["ward", "ward"])"),
              ElementsAre("w.json#/report_daily/1: expected each value once, got \"ward\" twice"));
  EXPECT_THAT(daily(R"(["wards"])"),
              ElementsAre(StartsWith("w.json#/report_daily/0: expected one of")));
  auto text =
      with(std::string(ward), "\"exits\":", R"("report_daily": ["ward", "home"], "exits":)");
  EXPECT_THAT(errors(with(text, "\"days\": 100", "\"days\": 550")), IsEmpty());
  EXPECT_THAT(
      errors(with(text, "\"days\": 100", "\"days\": 551")),
      ElementsAre("w.json#/report_daily: expected at most 1100 rows, one for each measured day "
                  "and setting, got 1102: 551 days for each of 2 settings"));
}

TEST(Errors, C2TheShortestOfSeveral) {
  const std::string gate = R"("open": {"normal": 0, "changes": {"days": ["mon"], "value": 1}})";
  const std::string at = "w.json#/moves/ward->home";
  const auto shortest = [&](const std::string& list) {
    return errors_with(gate, "\"shortest_of\": " + list);
  };
  EXPECT_THAT(shortest(R"(["ward", "home"])"), IsEmpty());
  EXPECT_THAT(shortest(R"(["home", "hom"])"),
              ElementsAre(at + "/shortest_of/1: expected one of: ward, home, got \"hom\" (did you "
                               "mean \"home\"?)"));
  EXPECT_THAT(shortest(R"(["home"])"),
              ElementsAre(at + "/shortest_of: expected at least two settings, got 1 (number)"));
  EXPECT_THAT(shortest(R"(["ward", "home", "ward"])"),
              ElementsAre(at + "/shortest_of/2: expected each value once, got \"ward\" twice"));
  EXPECT_THAT(
      errors_with("\"ward->home\": {" + gate, R"("ward->*": {"shortest_of": ["ward", "home"])"),
      ElementsAre("w.json#/moves/ward->*/shortest_of: expected the destination of the move "
                  "among the settings, got \"*\""));
  EXPECT_THAT(errors_with(gate, R"("shortest_of": ["ward", "home"], )" + gate),
              ElementsAre(at + "/open: expected a move that is always open beside \"shortest_of\", "
                               "got a gate that closes"));
  const auto text = with(std::string(ward), gate, R"("shortest_of": ["home", "ward"])");
  EXPECT_THAT(
      errors(with(text, R"({"policy": "wait_outside"})", R"({"policy": "divert", "to": "home"})")),
      ElementsAre(at + "/shortest_of/1: expected a setting that diverts nobody (when_full), "
                       "got \"ward\""));
}

}  // namespace scenarios
