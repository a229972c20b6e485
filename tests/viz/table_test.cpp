// SPDX-License-Identifier: Apache-2.0
// One table, several media.
#include "viz/table.hpp"

#include <gtest/gtest.h>

#include "tests/viz/fixture.hpp"
#include "viz/cell_text.hpp"
#include "viz/csv.hpp"
#include "viz/figure_tables.hpp"
#include "viz/table_html.hpp"
#include "viz/table_parts.hpp"
#include "viz/table_terminal.hpp"
#include "viz/views.hpp"

namespace {

using viz::Column;
using viz::Lang;
using viz::Verdict;

care::MetricEstimate estimate() {
  care::MetricEstimate metric;
  metric.key.unit = {"personer", "persons"};
  metric.n = 20;
  metric.mean = 12.34;
  metric.ci95 = {11.5, 13};
  return metric;
}

/// Two rows of which the second is urgent.
viz::Table example(const care::MetricEstimate& metric) {
  viz::TableBuilder table("example", words::Text{"Exempel", "Example"});
  table.column("name", words::Text{"Namn", "Name"}, Column::Type::Text).widest = 5;
  table.column("figure", words::Text{"Tal", "Figure"}, Column::Type::Estimate);
  table.column("interval", words::Text{"Intervall", "Interval"}, Column::Type::Interval).on =
      Column::On::Page;
  table.column("verdict", words::Text{"Utfall", "Verdict"}, Column::Type::Verdict);
  const words::Text passed{"uppnått", "reached"};
  const words::Text failed{"missat", "missed"};
  table.row({words::Text{"Ett", "One"}, viz::Estimate{}, Verdict{Verdict::Is::Good, passed}});
  table
      .row({words::Text{"Tvåhundra", "Two hundred"}, viz::Estimate{&metric},
            Verdict{Verdict::Is::Bad, failed}})
      .is_urgent = true;
  return std::move(table).finish();
}

TEST(Table, InATerminalShowsWhatIsUrgentFirst) {
  const auto metric = estimate();
  const viz::Page page(Lang::Sv, false);
  const auto shown = viz::terminal_table(page, example(metric), 1);
  EXPECT_EQ(shown.rows, 1U);
  EXPECT_EQ(shown.left_out, 1U);
  EXPECT_EQ(shown.text.lines(0),
            (std::vector<std::string>{"Namn                 Tal",
                                      "Tvåhundra  12,3\u00A0personer  missat"}));
}

TEST(Table, OnAPageHasEveryColumnAndTheOrderThatItWasMadeIn) {
  const auto metric = estimate();
  const std::string html = viz::table_html(example(metric), Lang::En);
  EXPECT_NE(html.find("<caption>Example</caption>"), std::string::npos);
  EXPECT_NE(html.find("<th scope=\"col\" class=\"n\">Interval</th>"), std::string::npos) << html;
  EXPECT_NE(html.find("<td class=\"n\">11.5–13.0</td>"), std::string::npos) << html;
  EXPECT_NE(html.find("<td class=\"n\">–</td>"), std::string::npos) << html;
  EXPECT_LT(html.find("✓ reached"), html.find("✗ missed"));
  EXPECT_NE(html.find("Two hundred"), std::string::npos);
}

TEST(Table, InAFileIsExact) {
  const auto metric = estimate();
  EXPECT_EQ(viz::csv(example(metric), viz::CsvDialect::Plain),
            "name,figure,interval,verdict\nOne,,,reached\nTwo hundred,12.34,12.34,missed\n");
}

TEST(Table, OnAPageSetsBelowWhatBelongsToTheCellBefore) {
  viz::TableBuilder table("inputs", words::Text{"Indata", "Inputs"});
  table.column("name", words::Text{"Namn", "Name"}, Column::Type::Text);
  table.column("pointer", words::Text{"Plats", "Place"}, Column::Type::Text).below = true;
  const std::string_view none;
  table.row({std::string_view("Beds"), std::string_view("/a<b")});
  table.row({std::string_view("Visits"), none});
  const std::string html = viz::table_html(std::move(table).finish(), Lang::En);
  EXPECT_NE(html.find("<thead><tr><th scope=\"col\">Name</th></tr></thead>"), std::string::npos);
  EXPECT_NE(html.find(">Beds<span class=\"below\">/a&lt;b</span></th>"), std::string::npos);
  EXPECT_NE(html.find(">Visits</th>"), std::string::npos) << html;
}

/// A18: which of the two numbers a residence has was not said.
TEST(Places, A18ThoseWhoLiveThereAndSaidToBe) {
  auto fixture = viz_test::region_fixture();
  care::MetricEstimate* residents = nullptr;
  for (auto& metric : fixture.results.metrics) {
    if (metric.key.quantity == "residents") residents = &metric;
  }
  ASSERT_NE(residents, nullptr);
  residents->mean = 4321;
  const auto table = viz::places_table(fixture.scenario, fixture.results);
  EXPECT_NE(table.caption.en.find("all who live there"), std::string::npos) << table.caption.en;
  EXPECT_NE(viz::table_html(table, Lang::En).find("4,321"), std::string::npos);
}

/// A19: a short wait was 0.0.
TEST(Figure, A19AShortWaitIsNoZero) {
  care::MetricEstimate wait;
  wait.key.group = "flow";
  wait.key.unit = {"timmar", "hours"};
  wait.key.decimals = 2;
  wait.n = 10;
  const auto told = [&](double seconds) {
    wait.mean = seconds / 3600;
    return viz::figure(wait, Lang::En);
  };
  EXPECT_EQ(told(0), "0\u00A0min");
  EXPECT_EQ(told(0.02), "<1\u00A0s");
  EXPECT_EQ(told(5), "5.0\u00A0s");
  EXPECT_EQ(told(40), "40\u00A0s");
  EXPECT_EQ(told(90), "1.5\u00A0min");
}

TEST(CellText, OfASumHasNoInterval) {
  const auto metric = estimate();
  Column column;
  column.type = Column::Type::Estimate;
  const viz::Sum sum{&metric, 20};
  EXPECT_EQ(viz::cell_text(sum, column, Lang::En, viz::Medium::Page), "20.0\u00A0persons");
  column.type = Column::Type::Interval;
  EXPECT_EQ(viz::cell_text(sum, column, Lang::En, viz::Medium::Page), "");
}

TEST(CellText, OfABandHasTwoEnds) {
  Column band;
  band.type = Column::Type::Band;
  band.decimals = 0;
  EXPECT_EQ(viz::cell_text(viz::Range{5, 5}, band, Lang::En, viz::Medium::Page), "5–5");
  Column number;
  number.type = Column::Type::Number;
  number.decimals = viz::by_size;
  EXPECT_EQ(viz::cell_text(9.94, number, Lang::En, viz::Medium::Page), "9.9");
  EXPECT_EQ(viz::cell_text(9.95, number, Lang::En, viz::Medium::Page), "10");
}

TEST(CellText, KnowsWhatIsMissingAndWhatIsUnlimited) {
  Column places;
  places.type = Column::Type::Range;
  const viz::Range unlimited{0, std::numeric_limits<double>::infinity()};
  EXPECT_EQ(viz::cell_text(unlimited, places, Lang::En, viz::Medium::Page), "unlimited");
  EXPECT_EQ(viz::cell_text(unlimited, places, Lang::En, viz::Medium::Terminal), "∞");
  EXPECT_EQ(viz::cell_text(viz::Range{5, 5}, places, Lang::En, viz::Medium::Page), "5");
  EXPECT_EQ(viz::cell_text(viz::Range{5, 7}, places, Lang::En, viz::Medium::Page), "5–7");
  EXPECT_EQ(viz::cell_text(viz::Missing{}, places, Lang::En, viz::Medium::Page), "–");
  EXPECT_EQ(viz::cell_text(viz::Missing{}, places, Lang::En, viz::Medium::Terminal), "");
}

}  // namespace
