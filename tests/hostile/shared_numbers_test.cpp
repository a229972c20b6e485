// SPDX-License-Identifier: Apache-2.0
// B7: names that chance knows by one number are told as input.

#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "experiments/case.hpp"
#include "sim/stream.hpp"
#include "tests/app/process.hpp"

namespace {

/// The texts of what a scenario is refused for, without the folder's name.
std::vector<std::string> faults_of(const std::string& scenario) {
  const tests::TemporaryFolder folder;
  const auto file = folder / "s.json";
  testing_app::write(file, scenario);
  std::vector<std::string> texts;
  for (const auto& issue : care::make_case({file.string(), {}, {}}).errors) {
    texts.push_back(issue.text().substr(folder.path().string().size() + 1));
  }
  return texts;
}

std::vector<std::string> faults_of_sources(const std::string& one, const std::string& other) {
  return faults_of(fmt::format(R"({{"title": "t",
    "horizon": {{"start": "2025-01-06", "days": 7}},
    "settings": {{"ward": {{"capacity": 9, "stay": {{"time": {{"kind": "fixed", "value": 1}}}},
                          "routes": {{"to": {{"home": 1}}}}}}}},
    "exits": {{"home": "Home"}},
    "arrivals": {{"{}": {{"to": "ward", "per_day": 1}}, "{}": {{"to": "ward", "per_day": 1}}}}}})",
                               one, other));
}

std::vector<std::string> faults_of_tasks(const std::string& one, const std::string& other) {
  const auto task = [](const std::string& name) {
    return "\"" + name + R"(": {"settings": ["home"], "role": "nurse", "per_week": 1,
        "minutes": {"kind": "fixed", "value": 30}, "shifts": {"day": 1}})";
  };
  return faults_of(R"({"title": "t", "horizon": {"start": "2025-01-06", "days": 7},
    "attributes": {"municipality": ["west"]},
    "settings": {"home": {"stay": {"time": {"kind": "fixed", "value": 1}},
                          "routes": {"to": {"done": 1}}}},
    "exits": {"done": "Done"}, "arrivals": {"p": {"to": "home", "per_day": 1}},
    "care": {"roles": {"nurse": {}}, "shifts": {"day": {"start_hour": 7, "hours": 8}},
      "tasks": {)" +
                   task(one) + "," + task(other) + R"(},
      "municipalities": {"west": {"teams": {"nurse": {"people": 2,
        "roster": [{"shift": "day", "posts": 1}]}}}}}})");
}

TEST(B7SharedNumbers, OfTwoTasksAreToldInTheirPlace) {
  ASSERT_EQ(sim::family_of("visit/tagasi"), sim::family_of("visit/bidomole"));
  EXPECT_THAT(faults_of_tasks("tagasi", "bidomole"),
              testing::ElementsAre("s.json#/care/tasks/bidomole: expected another name: chance "
                                   "numbers it as \"visit/tagasi\", got \"visit/bidomole\""));
  EXPECT_THAT(faults_of_tasks("tagasi", "bidomo"), testing::IsEmpty());
}

TEST(B7SharedNumbers, OfTwoSourcesAreToldInTheirPlace) {
  ASSERT_EQ(sim::family_of("costarring"), sim::family_of("liquid"));
  EXPECT_THAT(faults_of_sources("costarring", "liquid"),
              testing::ElementsAre("s.json#/arrivals/liquid: expected another name: chance numbers "
                                   "it as \"costarring\", got \"liquid\""));
  EXPECT_THAT(faults_of_sources("costarring", "solid"), testing::IsEmpty());
}

/// Two municipalities, one of them with two roles.
std::vector<std::string> faults_of_teams(const std::string& one, const std::string& other,
                                         const std::string& role, const std::string& other_role) {
  const auto team = [](const std::string& name) {
    return "\"" + name + R"(": {"people": 2, "roster": [{"shift": "day", "posts": 1}]})";
  };
  return faults_of(R"({"title": "t", "horizon": {"start": "2025-01-06", "days": 7},
    "attributes": {"municipality": [")" +
                   one + R"(", ")" + other + R"("]},
    "settings": {"home": {"stay": {"time": {"kind": "fixed", "value": 1}},
                          "routes": {"to": {"done": 1}}}},
    "exits": {"done": "Done"},
    "arrivals": {"p": {"to": "home", "per_day": 1, "attributes": {"municipality": ")" +
                   one + R"("}}},
    "care": {"roles": {")" +
                   role + R"(": {}, ")" + other_role + R"(": {}},
      "shifts": {"day": {"start_hour": 7, "hours": 8}},
      "tasks": {"visit": {"settings": ["home"], "role": ")" +
                   role + R"(", "per_week": 1, "minutes": {"kind": "fixed", "value": 30},
                "shifts": {"day": 1}}},
      "municipalities": {")" +
                   one + R"(": {"teams": {)" + team(role) + ", " + team(other_role) + R"(}}, ")" +
                   other + R"(": {"teams": {)" + team(role) + "}}}}}");
}

TEST(B7SharedNumbers, OfTwoMunicipalitiesAreToldInTheirPlace) {
  ASSERT_EQ(sim::family_of("staff/vorete"), sim::family_of("staff/nirerun"));
  EXPECT_THAT(faults_of_teams("vorete", "nirerun", "nurse", "therapist"),
              testing::ElementsAre("s.json#/care/municipalities/nirerun: expected another name: "
                                   "chance numbers it as \"staff/vorete\", got \"staff/nirerun\""));
  EXPECT_THAT(faults_of_teams("vorete", "niverun", "nurse", "therapist"), testing::IsEmpty());
}

TEST(B7SharedNumbers, OfTwoTeamsOfOneMunicipalityAreToldInItsPlace) {
  ASSERT_EQ(sim::family_of("staff/west/tobunen"), sim::family_of("staff/west/pohuda"));
  EXPECT_THAT(faults_of_teams("west", "east", "tobunen", "pohuda"),
              testing::ElementsAre(
                  "s.json#/care/municipalities/west: expected another name: chance numbers "
                  "it as \"staff/west/tobunen\", got \"staff/west/pohuda\""));
  EXPECT_THAT(faults_of_teams("west", "east", "tobunen", "pohunen"), testing::IsEmpty());
}

}  // namespace
