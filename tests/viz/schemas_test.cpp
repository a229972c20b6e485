// SPDX-License-Identifier: Apache-2.0
#include "viz/schemas.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <gmock/gmock.h>

#include "tests/schema_check.hpp"
#include "tests/viz/fixture.hpp"
#include "viz/results_json.hpp"

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Json = tests::SchemaCheck::Json;

void expect_committed(const std::string& text, const std::string& name) {
  const auto path = std::filesystem::path(TROSKEL_SOURCE_DIR) / "viz/schema" / name;
  const char* const update = std::getenv("TROSKEL_UPDATE_GOLDEN");  // NOLINT(concurrency-mt-unsafe)
  if (update != nullptr && *update == '1') std::ofstream(path, std::ios::binary) << text;
  std::ifstream file(path, std::ios::binary);
  const std::string committed{std::istreambuf_iterator<char>(file), {}};
  EXPECT_TRUE(committed == text) << path
                                 << " differs from what the fields() lists say; run this "
                                    "test with TROSKEL_UPDATE_GOLDEN=1";
}

TEST(Schemas, AreTheCommittedOnes) {
  expect_committed(viz::results_schema_json(), "results.v1.schema.json");
  expect_committed(viz::comparison_schema_json(), "comparison.v1.schema.json");
}

/// Sound results with little of everything.
Json few_results() {
  Json file = Json::parse(viz::results_json(viz_test::region_fixture().results));
  for (Json& series : file["weekly"]) {
    Json& points = series["points"];
    points.erase(points.begin() + 1, points.end());
  }
  return file;
}

/// The first fault that the schema finds after a change of sound results.
template <class Change>
std::string fault_after(Change change) {
  tests::SchemaCheck schema(Json::parse(viz::results_schema_json()));
  Json file = few_results();
  EXPECT_THAT(schema.faults(file), IsEmpty());
  change(file);
  const auto faults = schema.faults(file);
  return faults.empty() ? "" : faults.front();
}

TEST(Schemas, TakeEveryFigureAndNothingElse) {
  EXPECT_EQ(fault_after([](Json& file) { file["identity"].erase("seed"); }),
            "/identity/seed: required");
  EXPECT_EQ(fault_after([](Json& file) { file["luck"] = 1; }), "/luck: false");
  EXPECT_EQ(fault_after([](Json& file) { file["format"] = "troskel.results/2"; }),
            "/format: const");
  EXPECT_EQ(fault_after([](Json& file) { file["metrics"][0]["mean"] = "7"; }),
            "/metrics/0/mean: type");
  EXPECT_EQ(fault_after([](Json& file) { file["metrics"][0]["ci95"].push_back(1); }),
            "/metrics/0/ci95: maxItems");
  EXPECT_EQ(fault_after([](Json& file) {
              file["metrics"][0]["label"] = {{"sv", "x"}};
            }),
            "/metrics/0/label: anyOf");
  EXPECT_EQ(fault_after([](Json& file) { file["weekly"][0]["points"][0]["iso_week"] = 54; }),
            "/weekly/0/points/0/iso_week: maximum");
  EXPECT_EQ(fault_after([](Json& file) { file["weekly"][0]["points"][0]["start"] = "1 May"; }),
            "/weekly/0/points/0/start: pattern");
  EXPECT_EQ(fault_after([](Json& file) { file["audit"][0]["verdict"] = "maybe"; }),
            "/audit/0/verdict: enum");
  EXPECT_EQ(fault_after([](Json& file) { file["occupancy"][0]["share"][0] = 1.5; }),
            "/occupancy/0/share/0: maximum");
}

/// How often something happened is told of a probability, and of nothing else.
TEST(Schemas, KnowWhatIsToldOfAProbability) {
  const auto first = [](Json& file, std::string_view kind) -> Json& {
    for (Json& metric : file["metrics"]) {
      if (metric["kind"] == kind) return metric;
    }
    return file;
  };
  EXPECT_THAT(fault_after([&](Json& file) { first(file, "probability").erase("events"); }),
              testing::EndsWith("/events: required"));
  EXPECT_THAT(fault_after([&](Json& file) { first(file, "mean")["events"] = 1; }),
              testing::EndsWith("/events: false"));
}

}  // namespace
