// SPDX-License-Identifier: Apache-2.0
#include "viz/results_json.hpp"

#include <cmath>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/viz/fixture.hpp"

namespace {

using nlohmann::json;

TEST(ResultsJson, HoldsEveryFigureExactly) {
  const auto fixture = viz_test::region_fixture();
  const json read = json::parse(viz::results_json(fixture.results));
  EXPECT_EQ(read["format"], viz::results_format);
  ASSERT_EQ(read["metrics"].size(), fixture.results.metrics.size());
  for (std::size_t i = 0; i < fixture.results.metrics.size(); ++i) {
    const care::MetricEstimate& metric = fixture.results.metrics[i];
    const json& one = read["metrics"][i];
    EXPECT_EQ(one["id"], metric.key.id);
    if (std::isnan(metric.mean)) {
      EXPECT_TRUE(one["mean"].is_null());
      continue;
    }
    EXPECT_EQ(one["mean"].get<double>(), metric.mean);
    EXPECT_EQ(one["ci95"][1].get<double>(), metric.ci95.high);
    EXPECT_EQ(one.contains("p95"), metric.p95.has_value());
    if (metric.p95) {
      EXPECT_EQ(one["p95"].get<double>(), *metric.p95);
    }
  }
  ASSERT_EQ(read["weekly"].size(), fixture.results.weekly.size());
  EXPECT_EQ(read["weekly"][0]["points"].size(), 53U);
  EXPECT_EQ(read["weekly"][0]["points"][0]["start"], "2025-01-01");
  EXPECT_EQ(read["ledger"].size(), fixture.results.ledger.size());
  EXPECT_EQ(read["targets"][0]["passed"], true);
  EXPECT_EQ(read["audit"][0]["verdict"], "note");
  EXPECT_EQ(read["exceedance"][0]["points"][1]["probability"], 0.12);
  EXPECT_EQ(read["occupancy"][0]["first_level"], 466);
}

TEST(ResultsJson, IsTheSameForEqualResults) {
  EXPECT_EQ(viz::results_json(viz_test::region_fixture().results),
            viz::results_json(viz_test::region_fixture().results));
}

TEST(ResultsJson, KeepsItsOrderOfKeys) {
  const std::string text = viz::results_json(viz_test::clinic_fixture().results);
  std::size_t last = 0;
  for (const char* key :
       {"\"format\"", "\"identity\"", "\"audit\"", "\"warnings\"", "\"targets\"", "\"metrics\"",
        "\"weekly\"", "\"ledger\"", "\"occupancy\"", "\"exceedance\""}) {
    const std::size_t at = text.find(key);
    ASSERT_NE(at, std::string::npos) << key;
    EXPECT_GT(at, last) << key;
    last = at;
  }
}

TEST(RunJson, HoldsWhatResultsMustNot) {
  viz::RunRecord record;
  record.started = "2025-06-30T09:15:00Z";
  record.threads = 7;
  record.command_line = {"troskel", "run", "a \"b\".json"};
  const auto fixture = viz_test::clinic_fixture();
  const json run = json::parse(viz::run_json(record, fixture.results.identity));
  EXPECT_EQ(run["threads"], 7);
  EXPECT_EQ(run["started"], "2025-06-30T09:15:00Z");
  EXPECT_EQ(run["command_line"][2], "a \"b\".json");
  EXPECT_EQ(run["seed"], 1);
  const std::string results = viz::results_json(fixture.results);
  for (const char* word : {"threads", "seconds", "host", "started"}) {
    EXPECT_EQ(results.find(word), std::string::npos) << word;
  }
}

}  // namespace
