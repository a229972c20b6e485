// SPDX-License-Identifier: Apache-2.0
// What a user reads when a scenario is wrong: whole messages, one test per kind of mistake.

#include "tests/scenarios/errors.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace scenarios {
namespace {

using scenarios_test::errors;
using scenarios_test::errors_with;
using scenarios_test::Folder;
using scenarios_test::texts;
using scenarios_test::ward;
using scenarios_test::with;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

TEST(Errors, TheBaseHasNone) { EXPECT_THAT(errors(ward), IsEmpty()); }

TEST(Errors, UnknownKeys) {
  EXPECT_THAT(
      errors_with("\"per_day\": 2", "\"per_day\": 2, \"lable\": \"x\""),
      ElementsAre("w.json#/arrivals/acute/lable: expected a known key, got \"lable\" (did you "
                  "mean \"label\"?)"));
  EXPECT_THAT(errors_with("\"days\": 100", "\"days\": 100, \"zzz\": 1"),
              ElementsAre("w.json#/horizon/zzz: expected one of: start, warm_up_days, days, hours, "
                          "holidays, other_holidays, got \"zzz\""));
}

TEST(Errors, WrongTypes) {
  EXPECT_THAT(
      errors_with("\"per_day\": 2", "\"per_day\": \"twelve\""),
      ElementsAre(
          "w.json#/arrivals/acute/per_day: expected a number >= 0, got \"twelve\" (string)"));
  EXPECT_THAT(errors_with("\"days\": 100", "\"days\": 1.5"),
              ElementsAre("w.json#/horizon/days: expected a whole number >= 1, got 1.5 (number)"));
  EXPECT_THAT(
      errors_with("\"days\": 100", "\"days\": 10000000000"),
      ElementsAre("w.json#/horizon/days: expected a whole number >= 1, got 10000000000 (number)"));
  EXPECT_THAT(
      errors_with("\"residence\": true", "\"residence\": 1"),
      ElementsAre("w.json#/settings/home/residence: expected true or false, got 1 (number)"));
  EXPECT_THAT(errors_with("\"title\": \"Ward\"", "\"title\": 7"),
              ElementsAre("w.json#/title: expected a text (string), got 7 (number)"));
  EXPECT_THAT(
      errors_with("\"2025-01-06\"", "\"6 January\""),
      ElementsAre(
          "w.json#/horizon/start: expected a date such as \"2025-01-31\", got \"6 January\" "
          "(string)"));
  EXPECT_THAT(
      errors_with("\"2025-01-06\"", "\"2025-02-29\""),
      ElementsAre(
          "w.json#/horizon/start: expected a date such as \"2025-01-31\", got \"2025-02-29\" "
          "(string)"));
  EXPECT_THAT(errors_with("{\"gone\": \"Gone\"}", "[\"gone\"]"),
              testing::Contains("w.json#/exits: expected an object, got a list of 1"));
  EXPECT_THAT(
      errors_with("\"rank\": 0", "\"rank\": {}"),
      ElementsAre("w.json#/settings/ward/queue/ranks/0/rank: expected a number, or an object with "
                  "\"value\", got an object"));
  EXPECT_THAT(
      errors_with("[25, 34]", "25"),
      ElementsAre("w.json#/settings/ward/capacity/changes/0/weeks: expected a list of two numbers, "
                  "[from, to], got 25 (number)"));
  EXPECT_THAT(
      errors_with("{\"age\": \"old\"}", "{\"age\": 80}"),
      ElementsAre(
          "w.json#/settings/ward/stay/0/when/age: expected a value of the attribute (string) "
          "or a list of values, got 80 (number)"));
  EXPECT_THAT(
      errors_with("\"level\": \"1\"}\n    }\n  },\n  \"measures\"",
                  "\"level\": 1}\n    }\n  },\n  \"measures\""),
      ElementsAre("w.json#/arrivals/acute/attributes/level: expected a value of the attribute "
                  "(string) or the probability of each, got 1 (number)"));
  EXPECT_THAT(errors_with("\"per_day\": 2", "\"per_day\": null"),
              ElementsAre("w.json#/arrivals/acute/per_day: expected a number >= 0, got null"));
  EXPECT_THAT(errors("[1, 2]"), ElementsAre("w.json: expected a JSON object, got a list of 2"));
}

TEST(Errors, MissingValues) {
  EXPECT_THAT(errors("{}"),
              ElementsAre("w.json#/title: expected a value (required), got nothing",
                          "w.json#/horizon: expected a value (required), got nothing",
                          "w.json#/settings: expected a value (required), got nothing"));
  EXPECT_THAT(
      errors_with("\"kind\": \"fixed\", ", ""),
      ElementsAre(
          "w.json#/settings/ward/queue/leave/after/kind: expected one of: fixed, exponential, "
          "gamma, weibull, lognormal, normal, triangular, uniform, empirical, mixture, got "
          "nothing"));
  EXPECT_THAT(errors_with("\"title\": \"Ward\"", "\"title\": \"\""),
              ElementsAre("w.json#/title: expected a text that is not empty, got \"\""));
}

/// C6: whatever else the parameters are, one line says what is missing.
TEST(Errors, C6AMissingKindIsToldAsThat) {
  const std::string expected =
      "/kind: expected one of: fixed, exponential, gamma, weibull, lognormal, normal, triangular, "
      "uniform, empirical, mixture, got nothing";
  EXPECT_THAT(errors_with("\"kind\": \"gamma\", ", ""),
              ElementsAre("w.json#/settings/ward/stay/0/time" + expected));
  EXPECT_THAT(errors_with("\"kind\": \"lognormal\", ", ""),
              ElementsAre("w.json#/settings/ward/stay/1/time" + expected));
  EXPECT_THAT(errors_with("\"kind\": \"exponential\", ", ""),
              ElementsAre("w.json#/settings/home/stay/time" + expected));
}

TEST(Errors, MisspeltNamesOfEnumerators) {
  EXPECT_THAT(
      errors_with("wait_outside", "wait-outside"),
      ElementsAre("w.json#/settings/ward/when_full/policy: expected one of: wait, wait_outside, "
                  "lost, divert, overflow, got \"wait-outside\" (string) (did you mean "
                  "\"wait_outside\"?)"));
  EXPECT_THAT(
      errors_with("[\"mon\"]", "[\"monday\"]"),
      ElementsAre("w.json#/moves/ward->home/open/changes/days/0: expected one of: mon, tue, wed, "
                  "thu, fri, sat, sun, holiday, got \"monday\" (string)"));
}

TEST(Errors, NumbersOutOfBounds) {
  EXPECT_THAT(
      errors_with("\"per_day\": 2", "\"per_day\": -2"),
      ElementsAre("w.json#/arrivals/acute/per_day: expected a number >= 0, got -2 (number)"));
  EXPECT_THAT(
      errors_with("[25, 34]", "[25, 54]"),
      ElementsAre("w.json#/settings/ward/capacity/changes/0/weeks/1: expected a whole number in "
                  "[1, 53], got 54 (number)"));
  EXPECT_THAT(
      errors_with("\"weeks\": [25, 34]", "\"hours\": [7, 25]"),
      ElementsAre("w.json#/settings/ward/capacity/changes/0/hours/1: expected a number in [0, 24], "
                  "got 25 (number)"));
  EXPECT_THAT(
      errors_with("\"normal\": 20", "\"normal\": -1"),
      ElementsAre("w.json#/settings/ward/capacity/normal: expected a number >= 0 or \"unlimited\", "
                  "got -1 (number)"));
  EXPECT_THAT(
      errors_with("\"residence\": true", "\"residence\": true, \"capacity\": \"many\""),
      ElementsAre("w.json#/settings/home/capacity: expected a number >= 0 or \"unlimited\" or a "
                  "calendar (object), got \"many\" (string)"));
  EXPECT_THAT(
      errors_with("\"days\": [\"mon\"], \"value\": 1", "\"days\": [\"mon\"], \"value\": 2"),
      ElementsAre("w.json#/moves/ward->home/open/changes/value: expected a number in [0, 1], got 2 "
                  "(number)"));
  EXPECT_THAT(
      errors_with("\"days\": 100", "\"days\": 40000"),
      ElementsAre("w.json#/horizon/days: expected at most 36525 days (100 years) with the warm-up, "
                  "got 40000"));
}

TEST(Errors, ImpossibleProbabilities) {
  EXPECT_THAT(
      errors_with("{\"home\": 0.6, \"gone\": 0.4}", "{\"home\": 1.6, \"gone\": 0.4}"),
      testing::Contains("w.json#/settings/ward/routes/0/to/home: expected a probability in [0, 1], "
                        "got 1.6 (number)"));
  EXPECT_THAT(
      errors_with("{\"home\": 0.6, \"gone\": 0.4}", "{\"home\": 0.6, \"gone\": 0.3}"),
      ElementsAre("w.json#/settings/ward/routes/0/to: expected probabilities that sum to 1, got a "
                  "sum of 0.9"));
  EXPECT_THAT(
      errors_with("{\"young\": 0.3, \"old\": 0.7}", "{\"young\": 0.3, \"old\": 0.6}"),
      ElementsAre(
          "w.json#/arrivals/acute/attributes/age: expected probabilities that sum to 1, got "
          "a sum of 0.9"));
  EXPECT_THAT(
      errors_with("{\"home\": 0.6, \"gone\": 0.4}", "{\"home\": 0.6, \"gone\": 0.4000000001}"),
      IsEmpty())
      << "within the tolerance";
}

TEST(Errors, UnknownNames) {
  EXPECT_THAT(
      errors_with("\"to\": \"ward\",", "\"to\": \"wrad\","),
      ElementsAre("w.json#/arrivals/acute/to: expected one of: ward, home, got \"wrad\" (did you "
                  "mean \"ward\"?)"));
  EXPECT_THAT(
      errors_with("\"routes\": {\"to\": {\"gone\": 1}}", "\"routes\": {\"to\": {\"done\": 1}}"),
      ElementsAre("w.json#/settings/home/routes/to/done: expected one of: ward, home, gone, "
                  "residence, got \"done\" (did you mean \"gone\"?)"));
  EXPECT_THAT(
      errors_with("{\"age\": \"old\"}", "{\"agee\": \"old\"}"),
      ElementsAre(
          "w.json#/settings/ward/stay/0/when/agee: expected one of: age, level, got \"agee\" "
          "(did you mean \"age\"?)"));
  EXPECT_THAT(
      errors_with("{\"level\": [\"2\"]}", "{\"level\": [\"2\", \"3\"]}"),
      ElementsAre("w.json#/settings/ward/routes/0/when/level/1: expected one of: 1, 2, got \"3\""));
  EXPECT_THAT(
      errors_with("\"set\": {\"level\": \"2\"}", "\"set\": {\"level\": {\"2\": 0.5, \"9x\": 0.5}}"),
      ElementsAre("w.json#/settings/home/changes/set/level/9x: expected one of: 1, 2, got \"9x\""));
  EXPECT_THAT(
      errors_with("ward->home", "ward->hom"),
      ElementsAre("w.json#/moves/ward->hom: expected one of: ward, home, gone, *, got \"hom\" (did "
                  "you mean \"home\"?)"));
  EXPECT_THAT(
      errors_with("ward->home", "ward-home"),
      ElementsAre("w.json#/moves/ward-home: expected a move \"from->to\", got \"ward-home\""));
  EXPECT_THAT(errors_with("\"settings\": \"gone\"", "\"settings\": \"gon\""),
              testing::Contains(
                  "w.json#/measures/deaths/numerator/settings/0: expected one of: ward, home, "
                  "gone, lost, got \"gon\" (did you mean \"gone\"?)"));
  EXPECT_THAT(errors_with("\"exits\":", "\"report_by\": \"sex\", \"exits\":"),
              ElementsAre("w.json#/report_by: expected one of: age, level, got \"sex\""));
}

TEST(Errors, ParametersThatMakeNoDistribution) {
  EXPECT_THAT(
      errors_with("\"mean\": 60", "\"mean\": 60, \"sd\": 3"),
      ElementsAre("w.json#/settings/home/stay/time/sd: expected only mean, rate, median, quantiles "
                  "for kind exponential, got \"sd\""));
  EXPECT_THAT(
      errors_with("\"mean\": 5, \"sd\": 4", "\"mean\": 5"),
      ElementsAre(
          "w.json#/settings/ward/stay/1/time: expected mean and sd, or mean and cv, or mean "
          "and median, or mean and sigma, or median and sigma, or mu and sigma, or quantiles for "
          "kind "
          "lognormal, got mean"));
  EXPECT_THAT(
      errors_with("\"mean\": 5, \"sd\": 4", "\"mean\": 5, \"median\": 6"),
      testing::Contains(testing::StartsWith(
          "w.json#/settings/ward/stay/1/time: expected parameters that make a distribution of kind "
          "lognormal, got some that do not: the median must be below the mean")));
}

TEST(Errors, TooManyOrTwice) {
  EXPECT_THAT(
      errors_with("[\"young\", \"old\"]", "[\"young\", \"old\", \"young\"]"),
      ElementsAre("w.json#/attributes/age/2: expected each value once, got \"young\" twice"));
  std::string many = "\"level\": [\"1\", \"2\"]";
  for (int i = 0; i < 15; ++i) many += ", \"a" + std::to_string(i) + "\": [\"1\", \"2\"]";
  EXPECT_THAT(
      errors_with("\"level\": [\"1\", \"2\"]", many),
      ElementsAre("w.json#/attributes: expected at most 65535 combinations of values, got more"));
  std::string exits = "\"gone\": \"Gone\"";
  for (int i = 0; i < 199; ++i) exits += ", \"x" + std::to_string(i) + "\": \"X\"";
  EXPECT_THAT(errors_with("\"gone\": \"Gone\"", exits),
              ElementsAre("w.json#/settings: expected at most 200 settings and exits, got 202"));
  EXPECT_THAT(
      errors_with("{\"gone\": \"Gone\"}", "{\"gone\": \"Gone\", \"lost\": \"x\", \"ward\": \"y\"}"),
      ElementsAre("w.json#/exits/lost: expected a name other than residence, arrival, lost and *, "
                  "without \"->\", got \"lost\"",
                  "w.json#/exits/ward: expected a name that no setting has, got \"ward\""));
}

TEST(Errors, Provenance) {
  EXPECT_THAT(
      errors_with("\"per_day\": 2", "\"per_day\": {\"value\": 2, \"grade\": \"assumption\"}"),
      ElementsAre("w.json#/arrivals/acute/per_day/range: expected a range [low, high], since the "
                  "number is an assumption, got nothing"));
  EXPECT_THAT(
      errors_with("\"per_day\": 2",
                  "\"per_day\": {\"value\": 2, \"grade\": \"D\", \"range\": [3, 4]}"),
      ElementsAre(
          "w.json#/arrivals/acute/per_day/value: expected a number within its range [3, 4], got "
          "2 (number)",
          "w.json#/arrivals/acute/per_day/grade: expected one of: A, B, C, assumption, got "
          "\"D\" (string)"));
  EXPECT_THAT(
      errors_with("\"per_day\": 2",
                  "\"per_day\": {\"value\": 2, \"sorce\": \"x\", \"range\": [4, 3]}"),
      ElementsAre(
          "w.json#/arrivals/acute/per_day/sorce: expected one of: value, source, grade, range, "
          "note, got \"sorce\"",
          "w.json#/arrivals/acute/per_day/range: expected two numbers [low, high] in that "
          "order, got [4,3]"));
}

TEST(Errors, AllAtOnceInTheOrderOfTheFile) {
  std::string text(ward);
  text = with(text, "\"days\": 100", "\"days\": 0");
  text = with(text, "\"normal\": 20", "\"normal\": \"x\"");
  text = with(text, "\"to\": \"ward\",", "\"to\": \"wrad\", \"zzz\": 1,");
  text = with(text, "\"title\": \"Ward\"", "\"titel\": \"Ward\"");
  text = with(text, "\"mean\": 60", "\"mean\": 60, \"sd\": 3");
  EXPECT_THAT(
      errors(text),
      ElementsAre(
          "w.json#/titel: expected a known key, got \"titel\" (did you mean \"title\"?)",
          "w.json#/horizon/days: expected a whole number >= 1, got 0 (number)",
          "w.json#/settings/ward/capacity/normal: expected a number >= 0 or \"unlimited\", got "
          "\"x\" (string)",
          "w.json#/settings/home/stay/time/sd: expected only mean, rate, median, quantiles "
          "for kind exponential, got \"sd\"",
          "w.json#/arrivals/acute/to: expected one of: ward, home, got \"wrad\" (did you mean "
          "\"ward\"?)",
          testing::StartsWith("w.json#/arrivals/acute/zzz: expected one of: label, kind"),
          "w.json#/title: expected a value (required), got nothing"));
}

TEST(Errors, ManyFaultsAreCounted) {
  std::string keys;
  for (int i = 0; i < 1000; ++i) keys += "\"zz" + std::to_string(i) + "\": 1, ";
  const auto messages = errors("{" + keys + std::string(ward).substr(1));
  ASSERT_EQ(messages.size(), 201U);
  EXPECT_EQ(messages.back(), "w.json: expected at most 200 faults, got at least 800 more");
}

TEST(Errors, FilesThatAreNoScenario) {
  const Folder folder;
  const auto messages = [&](const std::filesystem::path& path) {
    const Loaded loaded = load(path);
    EXPECT_FALSE(loaded.scenario);
    return folder.texts(loaded.errors);
  };
  EXPECT_THAT(messages(folder.write("a.json", "{\"title\": }")),
              ElementsAre("a.json:1:11: expected a value, got '}'"));
  EXPECT_THAT(messages(folder.write("b.json", "")),
              ElementsAre("b.json: expected a JSON object, got an empty file"));
  EXPECT_THAT(
      messages(folder.path("c.json")),
      ElementsAre("c.json: expected a file of at most 64 MB, got no such file (did you mean "
                  "\"a.json\"?)"));
  EXPECT_EQ(messages(folder.path("")).size(), 1U);
}

TEST(Errors, DataFilesAreNamedFromTheFileThatNamesThem) {
  const Folder folder;
  const std::string text =
      with(std::string(ward), "\"per_day\": 2", "\"kind\": \"file\", \"file\": \"l.csv\"");
  folder.write("sub/l.csv", "time,age\n2025-01-06,young\n2025-01-07,yung\n");
  const auto path = folder.write("sub/w.json", text);
  EXPECT_THAT(
      folder.texts(load(path).errors),
      ElementsAre(
          "sub/l.csv:3:12: expected one of: young, old in column \"age\", got \"yung\" (did you "
          "mean \"young\"?)"));
  folder.write("sub/l.csv", "time,age\n2025-01-06,young\n");
  EXPECT_THAT(folder.texts(load(path).errors), IsEmpty());
}

TEST(Warnings, RowsThatNobodyReaches) {
  const auto warnings = [](std::string_view from, std::string_view to) {
    const Loaded loaded = load_text(with(std::string(ward), from, to), "w.json");
    EXPECT_THAT(texts(loaded.errors), IsEmpty());
    return texts(loaded.warnings);
  };
  EXPECT_THAT(
      warnings("{\"to\": {\"home\": 1}}", "{\"to\": {\"home\": 1}}, {\"to\": {\"gone\": 1}}"),
      ElementsAre(
          "w.json#/settings/ward/routes/2: expected a row that somebody reaches, got one that "
          "earlier rows leave nobody to"));
  EXPECT_THAT(
      warnings("\"next\": \"home\"", "\"next\": [\"ward\"]"),
      ElementsAre(
          "w.json#/settings/ward/stay/0: expected a row that somebody reaches, got one that "
          "earlier rows or the routes leave nobody to"));
  EXPECT_THAT(
      warnings("\"weeks\": [25, 34]", "\"from\": \"2027-01-01\""),
      ElementsAre("w.json#/settings/ward/capacity/changes/0: expected dates within the horizon, "
                  "2025-01-06 to 2025-04-15, got dates outside it"));
}

}  // namespace
}  // namespace scenarios
