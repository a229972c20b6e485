// SPDX-License-Identifier: Apache-2.0
// Whatever is wrong with what the user gives: one clear message, exit status 2, nothing written.

#include <algorithm>
#include <functional>
#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/app/process.hpp"

namespace {

using Json = nlohmann::ordered_json;
using testing::HasSubstr;
using testing_app::Finished;
using testing_app::TemporaryFolder;

using testing_app::clinic;

class BadInput : public testing::Test {
 protected:
  /// A run that must be refused with one line, which is returned without its line feed.
  std::string refused(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "run");
    if (std::ranges::find(arguments, "--out") == arguments.end()) {
      arguments.insert(arguments.end(), {"--out", (folder_ / "out").string()});
    }
    const Finished done = testing_app::run(arguments);
    EXPECT_EQ(done.status, 2) << done.err;
    EXPECT_EQ(done.out, "");
    EXPECT_EQ(done.error_lines(), 1U) << done.err;
    EXPECT_FALSE(std::filesystem::exists(folder_ / "out"));
    return done.err.substr(0, done.err.find('\n'));
  }

  /// What is said of the clinic with a change, without the name of the file.
  std::string refused_change(const std::function<void(Json&)>& change) {
    Json scenario = Json::parse(testing_app::read(clinic));
    change(scenario);
    const auto file = (folder_ / "case.json").string();
    testing_app::write(file, scenario.dump(1));
    const auto message = refused({file});
    EXPECT_EQ(message.rfind(file, 0), 0U) << message;
    return message.substr(std::min(file.size(), message.size()));
  }

  TemporaryFolder folder_;
};

TEST_F(BadInput, UnknownKey) {
  EXPECT_EQ(refused_change([](Json& s) { s["settings"]["clinic"]["capasity"] = 3; }),
            "#/settings/clinic/capasity: expected a known key, got \"capasity\" (did you mean "
            "\"capacity\"?)");
}

TEST_F(BadInput, WrongType) {
  EXPECT_THAT(refused_change([](Json& s) { s["settings"]["clinic"]["capacity"] = "three"; }),
              testing::AllOf(testing::StartsWith("#/settings/clinic/capacity: expected a number"),
                             testing::EndsWith("got \"three\" (string)")));
}

TEST_F(BadInput, ImpossibleProbability) {
  EXPECT_EQ(refused_change([](Json& s) {
              s["arrivals"]["patients"] = {
                  {"kind", "scheduled"}, {"to", "clinic"}, {"hours", {8, 9}}, {"show_up", 1.5}};
            }),
            "#/arrivals/patients/show_up: expected a probability in [0, 1], got 1.5 (number)");
  EXPECT_THAT(
      refused_change([](Json& s) { s["settings"]["clinic"]["routes"]["to"]["done"] = 0.7; }),
      HasSubstr("/routes/to: expected probabilities that sum to 1, got a sum of 0.7"));
}

TEST_F(BadInput, UnreachableSetting) {
  EXPECT_EQ(refused_change([](Json& s) { s["settings"]["attic"] = s["settings"]["clinic"]; }),
            "#/settings/attic: expected a way here from an arrival or the initial state, got none");
}

TEST_F(BadInput, PatientsWhoCanNeverLeave) {
  EXPECT_THAT(
      refused_change([](Json& s) {
        s["settings"]["clinic"]["routes"]["to"] = {{"clinic", 1}};
      }),
      testing::StartsWith("#/settings/clinic/routes: expected a way to an exit, got a loop"));
}

TEST_F(BadInput, EmptyCalendar) {
  EXPECT_THAT(
      refused_change([](Json& s) {
        s["settings"]["clinic"]["capacity"] = {{"normal", 3}, {"changes", {Json::object()}}};
      }),
      HasSubstr("/capacity/changes/0: expected"));
  EXPECT_THAT(refused_change([](Json& s) {
                s["arrivals"]["patients"]["intensity"] = {{"calendar", {{"normal", 0}}}};
              }),
              HasSubstr("/intensity/calendar: expected a factor above 0 at some time"));
  EXPECT_THAT(refused_change([](Json& s) {
                s["moves"] = {{"clinic->done", {{"open", 0}}}};
              }),
              HasSubstr("/open: expected a gate that is open at some time"));
}

TEST_F(BadInput, DatesOutOfOrder) {
  EXPECT_EQ(refused_change([](Json& s) {
              s["settings"]["clinic"]["capacity"] = {
                  {"normal", 3},
                  {"changes", {{{"from", "2025-08-01"}, {"to", "2025-07-01"}, {"value", 2}}}}};
            }),
            "#/settings/clinic/capacity/changes/0/to: expected a date that is not before "
            "2025-08-01, got 2025-07-01");
}

TEST_F(BadInput, BadRowOfACsvFileIsNamedByLineAndColumn) {
  testing_app::write(folder_ / "arrivals.csv", "time\n2025-01-06T08:00\n2025-13-06T08:00\n");
  Json scenario = Json::parse(testing_app::read(clinic));
  scenario["arrivals"]["patients"] = {{"kind", "file"}, {"to", "clinic"}, {"file", "arrivals.csv"}};
  testing_app::write(folder_ / "case.json", scenario.dump());
  EXPECT_THAT(refused({(folder_ / "case.json").string()}),
              HasSubstr("arrivals.csv:3:1: expected a time such as 2025-01-31T08:00, got "
                        "\"2025-13-06T08:00\""));
}

TEST_F(BadInput, NotJson) {
  testing_app::write(folder_ / "case.json", "{\"title\": \"x\",\n  oops\n}\n");
  EXPECT_THAT(refused({(folder_ / "case.json").string()}), HasSubstr("case.json:2:3: expected"));
}

TEST_F(BadInput, EmptyFile) {
  testing_app::write(folder_ / "case.json", "");
  EXPECT_THAT(refused({(folder_ / "case.json").string()}),
              HasSubstr("case.json: expected a JSON object, got an empty file"));
}

TEST_F(BadInput, TooLarge) {
  testing_app::write(folder_ / "case.json", "{}");
  std::filesystem::resize_file(folder_ / "case.json", std::uintmax_t{65} << 20U);
  EXPECT_THAT(refused({(folder_ / "case.json").string()}), HasSubstr("too large"));
}

TEST_F(BadInput, Folder) {
  EXPECT_THAT(refused({folder_.path().string()}), testing::EndsWith("got a folder"));
}

TEST_F(BadInput, MissingFile) {
  EXPECT_THAT(refused({(folder_ / "none.json").string()}), HasSubstr("got no such file"));
}

TEST_F(BadInput, OutputFolderThatCannotBeWritten) {
  // Below a regular file nobody can make a folder, not even root.
  testing_app::write(folder_ / "file", "");
  const auto below = (folder_ / "file").string() + "/out";
  EXPECT_THAT(refused({clinic, "--out", below}),
              testing::StartsWith("--out: expected a folder that can be written to, got " + below));
}

TEST_F(BadInput, Options) {
  const auto file = clinic;
  EXPECT_EQ(refused({file, "--threads", "-1"}),
            "--threads: expected a whole number from 0 to 1024 (0 = all), got \"-1\"");
  EXPECT_EQ(refused({file, "--replications", "-1"}),
            "--replications: expected a whole number from 1 to 16777216, got \"-1\"");
  EXPECT_EQ(refused({file, "--seed", "seven"}),
            "--seed: expected a whole number from 0 to 18446744073709551615, got \"seven\"");
  EXPECT_THAT(refused({file, "--replicatons", "5"}), HasSubstr("did you mean --replications?"));
}

TEST_F(BadInput, Overrides) {
  const auto file = clinic;
  EXPECT_THAT(refused({file, "--set", "/settings/clinc/capacity=4"}),
              testing::AllOf(testing::StartsWith("--set"), HasSubstr("did you mean")));
  EXPECT_THAT(refused({file, "--set", "capacity"}), testing::StartsWith("--set"));
  EXPECT_THAT(refused({file, "--set", "/settings/clinic/capacity=many"}),
              testing::AllOf(testing::StartsWith("--set"), HasSubstr("expected a number")));
}

TEST_F(BadInput, AllFaultsAtOnce) {
  Json scenario = Json::parse(testing_app::read(clinic));
  scenario["settings"]["clinic"]["capacity"] = "three";
  scenario["horizon"]["days"] = -5;
  scenario["tittle"] = "x";
  testing_app::write(folder_ / "case.json", scenario.dump());
  const auto done = testing_app::run(
      {"run", (folder_ / "case.json").string(), "--out", (folder_ / "out").string()});
  EXPECT_EQ(done.status, 2);
  EXPECT_EQ(done.error_lines(), 3U) << done.err;
  EXPECT_FALSE(std::filesystem::exists(folder_ / "out"));
}

TEST_F(BadInput, EveryCommandRefusesABadScenario) {
  testing_app::write(folder_ / "case.json", "[]");
  for (const auto* command : {"run", "check", "network", "trace"}) {
    const auto done = testing_app::run({command, (folder_ / "case.json").string()});
    EXPECT_EQ(done.status, 2) << command;
    EXPECT_EQ(done.out, "") << command;
    EXPECT_EQ(done.error_lines(), 1U) << command << ": " << done.err;
  }
}

}  // namespace
