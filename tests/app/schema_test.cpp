// SPDX-License-Identifier: Apache-2.0
// What the program prints is what its schemas say.
#include <gmock/gmock.h>

#include "tests/app/process.hpp"
#include "tests/schema_check.hpp"

namespace {

using testing::IsEmpty;
using testing_app::run;
using Json = nlohmann::ordered_json;

std::vector<std::string> faults(const std::string& schema,
                                const std::vector<std::string>& command) {
  const auto said = run({"schema", schema});
  EXPECT_EQ(said.status, 0) << said.err;
  const auto done = run(command);
  EXPECT_EQ(done.status, 0) << done.err;
  return tests::SchemaCheck(Json::parse(said.out)).faults(Json::parse(done.out));
}

std::string scenario(const std::string& name) {
  return (testing_app::source_folder() / "scenarios" / (name + ".json")).string();
}

TEST(Schema, HoldsForTheResultsOfShippedScenarios) {
  for (const char* const name : {"examples/clinic", "examples/six-stations",
                                 "examples/ward-and-short-term", "halland/base-2025"}) {
    EXPECT_THAT(faults("results", {"run", scenario(name), "--replications", "2", "--json",
                                   "--progress", "none"}),
                IsEmpty())
        << name;
  }
}

TEST(Schema, HoldsForAComparison) {
  EXPECT_THAT(faults("comparison",
                     {"compare", scenario("examples/clinic"),
                      scenario("examples/ward-and-short-term"), "--replications", "3", "--json"}),
              IsEmpty());
  EXPECT_THAT(faults("comparison", {"compare", scenario("halland/base-2025"), "--rules",
                                    "halland_2021_region", "--replications", "2", "--json"}),
              IsEmpty());
}

TEST(Schema, IsPrintedForEveryFileOfOurs) {
  const auto id = [](const std::vector<std::string>& words) {
    const auto done = run(words);
    EXPECT_EQ(done.status, 0) << done.err;
    return Json::parse(done.out)["$id"].get<std::string>();
  };
  EXPECT_EQ(id({"schema"}), "scenario.v1.schema.json");
  for (const char* const word : {"scenario", "rules", "case", "results", "comparison"}) {
    EXPECT_EQ(id({"schema", word}), std::string(word) + ".v1.schema.json");
  }
  const auto other = run({"schema", "result"});
  EXPECT_EQ(other.status, 2);
  EXPECT_EQ(other.err,
            "troskel schema: expected one of: scenario, rules, case, results, comparison, got "
            "\"result\" (did you mean \"results\"?)\n");
  EXPECT_EQ(run({"schema", "rules", "case"}).status, 2);
}

}  // namespace
