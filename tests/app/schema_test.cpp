// SPDX-License-Identifier: Apache-2.0
// What the program prints is what its schemas say.
#include <cctype>
#include <regex>
#include <set>

#include <gmock/gmock.h>

#include "tests/app/process.hpp"
#include "tests/schema_check.hpp"
#include "words/catalog.hpp"

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

/// Every unit that the language gives a field, such as "per day", from the schema's descriptions.
std::set<std::string> units_of_the_language() {
  const std::string schema = run({"schema"}).out;
  const std::regex unit(R"( \[([A-Za-z][A-Za-z0-9, -]*)\] / )");
  std::set<std::string> units;
  for (std::sregex_iterator at(schema.begin(), schema.end(), unit), end; at != end; ++at) {
    units.insert((*at)[1]);
  }
  return units;
}

// A unit without a word stopped `check --sources` in the middle of its table.
TEST(Schema, GivesEveryUnitThatItNamesAWordInBothLanguages) {
  const auto units = units_of_the_language();
  EXPECT_THAT(units, testing::IsSupersetOf({"per day", "ISO week", "kr per place-day",
                                            "hours per week", "per 1,000 persons and year"}));
  for (const auto& unit : units) {
    std::string key = "field_unit." + std::regex_replace(unit, std::regex("[^A-Za-z0-9]+"), "_");
    for (char& c : key) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    for (const auto lang : words::languages) EXPECT_TRUE(words::find(lang, key)) << key;
  }
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
