// SPDX-License-Identifier: Apache-2.0
// Every list and number at its limit and beyond it: the right figure, or one fault with its place.

#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "scenarios/reader.hpp"

namespace {

using Json = nlohmann::ordered_json;
using testing::HasSubstr;

/// A ward with something of everything.
Json ward() {
  return Json::parse(R"({
    "title": "limits", "horizon": {"start": "2025-01-06", "days": 7},
    "attributes": {"age": ["old", "young"]},
    "settings": {"ward": {
      "capacity": 2,
      "queue": {"leave": [], "ranks": []},
      "stay": [], "on_enter": [],
      "routes": {"to": {"home": 1}}}},
    "exits": {"home": "Home"},
    "arrivals": {"p": {"to": "ward", "per_day": 2}},
    "initial": {"census": []}})");
}

Json times(std::size_t n, const Json& row) {
  Json list = Json::array();
  for (std::size_t i = 0; i < n; ++i) list.push_back(row);
  return list;
}

const Json day = {{"kind", "fixed"}, {"value", 1}};

/// Where the faults are, with what they say; empty when it is sound.
std::vector<std::string> faults(const Json& scenario) {
  std::vector<std::string> texts;
  for (const auto& issue : scenarios::load_text(scenario.dump(), "l.json").errors) {
    texts.push_back(issue.text());
  }
  return texts;
}

/// A list of the language, with as many rows as it may have.
struct Limit {
  std::string pointer;
  Json row;
  std::size_t most;
};

class Limits : public testing::TestWithParam<Limit> {};

Json with_rows(const Limit& limit, std::size_t n) {
  Json scenario = ward();
  scenario["/settings/ward/stay"_json_pointer] = times(1, {{"time", day}});
  scenario[Json::json_pointer(limit.pointer)] = times(n, limit.row);
  return scenario;
}

// A3: 257 rows of leave were 1, 65,537 of stay too.
TEST_P(Limits, A3OneRowMoreThanTheModelCanNumberIsRefusedInItsPlace) {
  EXPECT_THAT(faults(with_rows(GetParam(), GetParam().most)), testing::IsEmpty());
  for (const std::size_t n : {GetParam().most + 1, std::size_t{65'537}}) {
    EXPECT_THAT(
        faults(with_rows(GetParam(), n)),
        testing::ElementsAre(fmt::format("l.json#{}: expected at most {} rows, got {} (number)",
                                         GetParam().pointer, GetParam().most, n)));
  }
}

INSTANTIATE_TEST_SUITE_P(
    Lists, Limits,
    testing::Values(Limit{"/settings/ward/queue/leave", {{"after", day}, {"to", "home"}}, 256},
                    Limit{"/settings/ward/on_enter", {{"set", {{"age", "old"}}}}, 5000},
                    Limit{"/settings/ward/stay", {{"time", day}}, 5000},
                    Limit{"/initial/census", {{"setting", "ward"}, {"count", 0}}, 5000}),
    [](const auto& limit) {
      return limit.param.pointer.substr(limit.param.pointer.rfind('/') + 1);
    });

// A3, B2: numbers that no scenario means ended in wrapped counts or in a fault of the program.
TEST(Numbers, A3BeyondWhatAnybodyMeansAreRefusedInTheirPlace) {
  const double absurd[] = {4294967301.0, 1e18, 1e300};
  for (const double number : absurd) {
    Json scenario = ward();
    scenario["/settings/ward/stay"_json_pointer] = {{{"time", day}}};
    const auto refused = [&](const std::string& pointer, const std::string& expected) {
      Json changed = scenario;
      changed[Json::json_pointer(pointer)] = number;
      const auto found = faults(changed);
      EXPECT_THAT(found, testing::Contains(HasSubstr("#" + pointer + ": expected " + expected)))
          << number;
    };
    refused("/arrivals/p/per_day", "a number that is at most 1000000000");
    refused("/settings/ward/capacity", "a number that is at most 1000000000");
    refused("/settings/ward/stay/0/time/value", "a number that is at most 1000000000");
    scenario["/initial/census"_json_pointer] = {{{"setting", "ward"}, {"count", 1}}};
    refused("/initial/census/0/count", "a number in [0, 10000000]");
  }
}

/// Home care with a team, a visit and a taper.
Json with_care() {
  return Json::parse(R"({
    "title": "limits", "horizon": {"start": "2025-01-06", "days": 7},
    "attributes": {"municipality": ["west"]},
    "settings": {"home": {"stay": {"time": {"kind": "fixed", "value": 1}},
                          "routes": {"to": {"done": 1}}}},
    "exits": {"done": "Done"},
    "arrivals": {"p": {"to": "home", "per_day": 1, "intensity": {"by_hour": []},
                       "batch": {"kind": "fixed", "value": 2}}},
    "care": {
      "roles": {"nurse": {}}, "shifts": {"day": {"start_hour": 7, "hours": 8}},
      "tasks": {"visit": {"settings": ["home"], "role": "nurse", "per_week": 7, "shifts": {"day": 1},
                          "minutes": {"kind": "fixed", "value": 30},
                          "taper": {"start_factor": 2, "days": 10}}},
      "municipalities": {"west": {"teams": {"nurse": {"people": 2,
        "roster": [{"shift": "day", "posts": 1}]}}}}}})");
}

// B1, B2: posts and people in milliards, visits without end, tapers of 1e300 days, intensities and groups of
// 1e300: each ended in memory, hours or a fault of the program.
TEST(Numbers, B2ThatNobodyMeansAreRefusedWhereverTheyStand) {
  Json sound = with_care();
  sound["/arrivals/p/intensity"_json_pointer] = {{"by_hour", times(24, 1)}};
  EXPECT_THAT(faults(sound), testing::IsEmpty());
  const auto refused = [&](const std::string& pointer, double number) {
    Json changed = sound;
    changed[Json::json_pointer(pointer)] = number;
    EXPECT_THAT(faults(changed), testing::Contains(HasSubstr("l.json#" + pointer + ": expected ")))
        << number;
  };
  const std::string team = "/care/municipalities/west/teams/nurse";
  refused(team + "/roster/0/posts", 1e9);
  refused(team + "/people", 1e9);
  refused("/care/tasks/visit/per_week", 1e9);
  refused("/care/tasks/visit/taper/days", 1e300);
  refused("/care/tasks/visit/taper/start_factor", 1e300);
  refused("/arrivals/p/intensity/by_hour/0", 1e300);
  refused("/arrivals/p/batch/value", 1e300);
}

}  // namespace
