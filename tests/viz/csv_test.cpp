// SPDX-License-Identifier: Apache-2.0
#include "viz/csv.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <vector>

#include <gtest/gtest.h>

#include "tests/viz/fixture.hpp"
#include "viz/data_tables.hpp"
#include "viz/results_json.hpp"
#include "words/catalog.hpp"

namespace {

using viz::CsvDialect;
using Rows = std::vector<std::vector<std::string>>;

/// A reader of RFC 4180, strict about what follows a quoted cell.
Rows parse(std::string_view text, char separator) {
  Rows rows{{""}};
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    std::string& cell = rows.back().back();
    if (quoted) {
      if (c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
        cell += '"';
        ++i;
      } else if (c == '"') {
        quoted = false;
      } else {
        cell += c;
      }
    } else if (c == '"') {
      EXPECT_TRUE(cell.empty()) << "a quote inside a bare cell";
      quoted = true;
    } else if (c == separator) {
      rows.back().emplace_back();
    } else if (c == '\n') {
      rows.push_back({""});
    } else if (c != '\r') {
      cell += c;
    }
  }
  EXPECT_FALSE(quoted);
  EXPECT_EQ(rows.back(), std::vector<std::string>{""}) << "the last line has no end";
  rows.pop_back();
  return rows;
}

double to_double(const std::string& cell) {
  double value = 0;
  const auto end = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  EXPECT_EQ(end.ptr, cell.data() + cell.size()) << cell;
  return value;
}

void expect_rectangle(const Rows& rows) {
  for (const auto& row : rows) EXPECT_EQ(row.size(), rows.front().size());
}

TEST(CsvText, QuotesWhatNeedsIt) {
  viz::CsvText table(CsvDialect::Plain);
  table.text("plain").text("a,b").text("say \"no\"").text("two\nlines").text("å").end_row();
  const std::string text = table.take();
  EXPECT_EQ(text, "plain,\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",å\n");
  EXPECT_EQ(parse(text, ',')[0][2], "say \"no\"");
}

TEST(CsvText, GuardsTextAgainstFormulas) {
  viz::CsvText table(CsvDialect::Plain);
  table.text("=1+1").text("+46").text("-x").text("@a").text("a=b").number(-1.5).end_row();
  EXPECT_EQ(table.take(), "'=1+1,'+46,'-x,'@a,a=b,-1.5\n");
}

TEST(CsvText, SwedishOpensRightInASpreadsheet) {
  viz::CsvText table(CsvDialect::Swedish);
  table.text("a;b").number(1234.5).number(std::nan("")).integer(-3).end_row();
  EXPECT_EQ(table.take(), "\xEF\xBB\xBF\"a;b\";1234,5;;-3\r\n");
}

/// Every table for programs, of a run and a comparison that are empty: their columns.
std::vector<viz::Column> all_columns() {
  const care::Results results;
  const care::Comparison comparison;
  std::vector<viz::Column> columns;
  for (const auto& table :
       {viz::summary_table(results), viz::weekly_table(results), viz::ledger_table(results),
        viz::states_table(results), viz::daily_table(results), viz::cases_table(results),
        viz::plausible_rows_table(results), viz::replications_table(results),
        viz::differences_table(comparison), viz::stakeholders_table(comparison),
        viz::changed_cases_table(comparison)}) {
    columns.insert(columns.end(), table.columns.begin(), table.columns.end());
  }
  return columns;
}

TEST(DataTables, HaveALabelForEachColumnAndNoWordsForOthers) {
  const auto columns = all_columns();
  for (const viz::Column& column : columns) {
    EXPECT_FALSE(column.label.sv.empty()) << column.id;
    EXPECT_FALSE(column.label.en.empty()) << column.id;
  }
  for (const auto& entry : words::catalog()) {
    if (!entry.key.starts_with("column.")) continue;
    const auto is_of_it = [&](const viz::Column& column) {
      return column.label.sv == entry.sv && column.label.en == entry.en;
    };
    EXPECT_TRUE(std::ranges::any_of(columns, is_of_it)) << entry.key;
  }
}

TEST(DataTables, CallWhatTheRunNamesByThatName) {
  auto fixture = viz_test::region_fixture();
  const auto table = viz::replications_table(fixture.results);
  ASSERT_GT(table.columns.size(), 1U);
  EXPECT_EQ(table.columns[1].label, words::verbatim(fixture.results.replications[0].id));
}

TEST(SummaryCsv, ReadsBackExactly) {
  const auto fixture = viz_test::region_fixture();
  const Rows rows = parse(viz::csv(viz::summary_table(fixture.results), CsvDialect::Plain), ',');
  expect_rectangle(rows);
  ASSERT_EQ(rows.size(), fixture.results.metrics.size() + 1);
  std::map<std::string, std::size_t> column;
  for (std::size_t i = 0; i < rows[0].size(); ++i) column[rows[0][i]] = i;
  for (std::size_t i = 0; i < fixture.results.metrics.size(); ++i) {
    const care::MetricEstimate& metric = fixture.results.metrics[i];
    const auto& row = rows[i + 1];
    EXPECT_EQ(row[column.at("id")], metric.key.id);
    EXPECT_EQ(row[column.at("municipality")], metric.key.municipality);
    if (std::isnan(metric.mean)) {
      EXPECT_TRUE(row[column.at("mean")].empty());
      continue;
    }
    EXPECT_EQ(to_double(row[column.at("mean")]), metric.mean);
    EXPECT_EQ(to_double(row[column.at("ci_low")]), metric.ci95.low);
    const bool probability = metric.kind == care::MetricEstimate::Kind::Probability;
    EXPECT_EQ(row[column.at("kind")], probability ? "probability" : "mean");
    if (metric.p05) {
      EXPECT_EQ(to_double(row[column.at("p05")]), *metric.p05);
    } else {
      EXPECT_TRUE(row[column.at("p05")].empty());
    }
  }
}

/// A21: quantiles stood without their intervals.
TEST(SummaryCsv, A21QuantilesHaveTheirIntervals) {
  auto fixture = viz_test::region_fixture();
  auto& metric = fixture.results.metrics.front();
  metric.p05 = 1.5;
  metric.p05_ci95 = {1.25, 2};
  metric.p50 = 3;
  metric.p50_ci95 = {2.5, 3.5};
  metric.p95 = 9;
  metric.p95_ci95 = {8, 12.75};
  const Rows rows = parse(viz::csv(viz::summary_table(fixture.results), CsvDialect::Plain), ',');
  std::map<std::string, std::string> cell;
  for (std::size_t i = 0; i < rows[0].size(); ++i) cell[rows[0][i]] = rows[1][i];
  EXPECT_EQ(cell["p05_low"] + " " + cell["p05_high"], "1.25 2");
  EXPECT_EQ(cell["p50_low"] + " " + cell["p50_high"], "2.5 3.5");
  EXPECT_EQ(cell["p95_low"] + " " + cell["p95_high"], "8 12.75");
  const auto json = viz::results_json(fixture.results);
  for (const char* id : {"\"p05_ci95\"", "\"p50_ci95\"", "\"p95_ci95\""}) {
    EXPECT_NE(json.find(id), std::string::npos) << id;
  }
}

TEST(WeeklyCsv, HasOneRowPerSeriesAndWeek) {
  const auto fixture = viz_test::region_fixture();
  const Rows rows = parse(viz::csv(viz::weekly_table(fixture.results), CsvDialect::Plain), ',');
  expect_rectangle(rows);
  EXPECT_EQ(rows.size(), fixture.results.weekly.size() * 53 + 1);
  EXPECT_EQ(rows[0][13], "start");
  EXPECT_EQ(rows[1][13], "2025-01-01");
  EXPECT_EQ(to_double(rows[1][16]), fixture.results.weekly[0].points[0].mean);
}

TEST(LedgerCsv, AddsUpToItsTotal) {
  const auto fixture = viz_test::region_fixture();
  const Rows rows = parse(viz::csv(viz::ledger_table(fixture.results), CsvDialect::Plain), ',');
  expect_rectangle(rows);
  double parts = 0;
  double total = 0;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    (rows[i][0] == "total" ? total : parts) += to_double(rows[i][9]);
  }
  EXPECT_NEAR(parts, total, 1e-6 * total);
}

TEST(ReplicationsCsv, IsWideAndLeavesGaps) {
  auto fixture = viz_test::region_fixture();
  fixture.results.identity.first_replication = 40;
  const Rows rows =
      parse(viz::csv(viz::replications_table(fixture.results), CsvDialect::Plain), ',');
  expect_rectangle(rows);
  EXPECT_EQ(rows[0],
            (std::vector<std::string>{"replication", "present.hospital", "first_week.nurse"}));
  EXPECT_EQ(rows[2], (std::vector<std::string>{"41", "470.25", ""}));
}

TEST(SwedishCsv, HasTheSameCells) {
  const auto fixture = viz_test::region_fixture();
  const std::string text = viz::csv(viz::summary_table(fixture.results), CsvDialect::Swedish);
  ASSERT_TRUE(text.starts_with("\xEF\xBB\xBF"));
  const Rows swedish = parse(std::string_view(text).substr(3), ';');
  const Rows plain = parse(viz::csv(viz::summary_table(fixture.results), CsvDialect::Plain), ',');
  ASSERT_EQ(swedish.size(), plain.size());
  EXPECT_EQ(swedish[0].size(), plain[0].size());
  EXPECT_EQ(plain[0][13], "kind");
  EXPECT_EQ(swedish[0][13], "Slag av skattning");
  EXPECT_EQ(plain[1][13], "mean");
  EXPECT_EQ(swedish[1][13], "medelvärde");
  EXPECT_EQ(swedish[1][0], plain[1][0]);
  std::string mean = plain[1][14];
  std::replace(mean.begin(), mean.end(), '.', ',');
  EXPECT_EQ(swedish[1][14], mean);
}

}  // namespace
