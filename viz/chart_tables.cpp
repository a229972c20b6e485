// SPDX-License-Identifier: Apache-2.0
#include "viz/chart_tables.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "viz/format.hpp"
#include "viz/table_parts.hpp"
#include "viz/views.hpp"
#include "words/catalog.hpp"

namespace viz {
namespace {

using care::SeriesEstimate;
using care::WeekPoint;
using Type = Column::Type;

/// The number of a week is a name: it is set to the left.
void add_week_columns(TableBuilder& table) {
  table.column("week", "col.week", Type::Text);
  table.column("starts", "col.starts", Type::Date);
}

std::vector<Cell> week_cells(const WeekPoint& week) { return {whole(week.iso_week), week.start}; }

Range nine_of_ten(const WeekPoint& point) { return {point.p05, point.p95}; }

}  // namespace

Table weeks_table(const scenarios::Scenario& scenario, words::Text caption,
                  const std::vector<WeekPoint>& points, const std::vector<WeekPoint>* limit) {
  TableBuilder table("weeks", std::move(caption));
  add_week_columns(table);
  table.column("median", "col.median", Type::Number);
  table.column("half", half_heading(scenario), Type::Band);
  table.column("spread", spread_heading(scenario), Type::Band);
  if (limit != nullptr) table.column("capacity", "col.capacity", Type::Number);
  for (std::size_t i = 0; i < points.size(); ++i) {
    const WeekPoint& point = points[i];
    auto cells = week_cells(point);
    cells.insert(cells.end(), {point.p50, Range{point.p25, point.p75}, nine_of_ten(point)});
    if (limit != nullptr) cells.emplace_back((*limit)[i].p50);
    table.row(cells);
  }
  return std::move(table).finish();
}

Table days_table(words::Text caption, const care::Results& results, std::string_view setting,
                 care::DayNumber number) {
  TableBuilder table("days", std::move(caption));
  table.column("date", "column.date", Type::Date);
  Column& mean = table.column("mean", "col.estimate", Type::Estimate);
  mean.has_unit = false;
  mean.with_interval = true;
  table.column("interval", "col.interval", Type::Interval);
  table.column("capacity", "col.capacity", Type::Number);
  for (const care::DayRow& row : results.daily) {
    if (row.setting != setting) continue;
    const double offered = row.numbers[static_cast<std::size_t>(care::DayNumber::Capacity)].mean;
    table.row({row.date, Estimate{&row.numbers[static_cast<std::size_t>(number)], 1},
               std::isfinite(offered) ? Cell(offered) : Cell(Missing{})});
  }
  return std::move(table).finish();
}

Table load_weeks_table(const scenarios::Scenario& scenario, words::Text caption,
                       const std::vector<WeekPoint>& due, const std::vector<WeekPoint>& available) {
  TableBuilder table("load_weeks", std::move(caption));
  add_week_columns(table);
  const auto add_columns = [&](std::string_view id, std::string_view label) {
    table.column(id, label, Type::Number).decimals = 0;
    table.column(std::string(id) + "_spread", spread_heading(scenario), Type::Band).decimals = 0;
  };
  add_columns("due", "col.due_median");
  add_columns("available", "col.available_median");
  for (std::size_t i = 0; i < std::min(due.size(), available.size()); ++i) {
    auto cells = week_cells(due[i]);
    for (const WeekPoint* point : {&due[i], &available[i]}) {
      cells.insert(cells.end(), {point->p50, nine_of_ten(*point)});
    }
    table.row(cells);
  }
  return std::move(table).finish();
}

Table risk_weeks_table(const scenarios::Scenario& scenario, const care::Results& results,
                       const std::string& role) {
  TableBuilder table("risk_weeks",
                     words::say("weeks.title", {{"role", role_label(scenario, role)}}));
  add_week_columns(table);
  std::vector<const SeriesEstimate*> columns;
  for (const std::string& municipality : staffed_municipalities(scenario, results)) {
    const auto* series = find_series(results, figures::event, {{}, municipality, role});
    if (series == nullptr || series->points.empty()) continue;
    columns.push_back(series);
    table.column(municipality, municipality_label(scenario, municipality), Type::Share);
  }
  for (std::size_t w = 0; !columns.empty() && w < columns.front()->points.size(); ++w) {
    auto cells = week_cells(columns.front()->points[w]);
    for (const SeriesEstimate* column : columns) {
      cells.push_back(w < column->points.size() ? Cell(column->points[w].mean) : Missing{});
    }
    table.row(cells);
  }
  return std::move(table).finish();
}

Table moves_table(const PathwayPicture& picture) {
  TableBuilder table("moves", "flow.table_caption");
  table.column("from", "col.from", Type::Text);
  table.column("to", "col.to", Type::Text);
  table.column("per_week", "col.per_week", Type::Number).decimals = by_size;
  const auto name = [&](const std::string& id) -> Cell {
    const auto node = std::ranges::find(picture.nodes, id, &PathwayNode::id);
    return node == picture.nodes.end() ? Cell(id) : Cell(node->label);
  };
  for (const PathwayEdge& edge : picture.edges) {
    if (edge.kind == PathwayEdge::Kind::Takes) continue;
    table.row({name(edge.from), name(edge.to),
               edge.label.en.empty() ? Cell(Missing{}) : Cell(edge.weight)});
  }
  return std::move(table).finish();
}

}  // namespace viz
