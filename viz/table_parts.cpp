// SPDX-License-Identifier: Apache-2.0
#include "viz/table_parts.hpp"

#include <string>

#include "sim/check.hpp"
#include "viz/views.hpp"

namespace viz {
namespace {

/// What a figure says further, in a column of its own.
bool is_of_a_figure(Column::Type type) {
  return type == Column::Type::Interval || type == Column::Type::Spread;
}

bool is_figure(Column::Type type) {
  return type == Column::Type::Estimate || type == Column::Type::Difference;
}

words::Text as_heading(words::Text text) {
  for (std::string* one : {&text.sv, &text.en}) {
    char& first = one->front();
    if (first >= 'a' && first <= 'z') first = static_cast<char>(first - 'a' + 'A');
  }
  return text;
}

}  // namespace

Row& TableBuilder::row(std::span<const Cell> named) {
  Row& row = rows_.emplace_back();
  auto next = named.begin();
  auto figure = named.end();
  for (const Column& column : table_.columns) {
    if (is_of_a_figure(column.type)) {
      SIM_CHECK(figure != named.end());
      row.cells.push_back(*figure);
      continue;
    }
    SIM_CHECK(next != named.end());
    if (is_figure(column.type)) figure = next;
    row.cells.push_back(*next++);
  }
  SIM_CHECK(next == named.end());
  return row;
}

words::Text setting_label(const scenarios::Scenario& scenario, std::string_view id) {
  return in_both([&](Lang lang) { return setting_name(scenario, id, lang); });
}

words::Text municipality_label(const scenarios::Scenario& scenario, std::string_view id) {
  return in_both([&](Lang lang) { return municipality_name(scenario, id, lang); });
}

words::Text role_label(const scenarios::Scenario& scenario, std::string_view id) {
  return in_both([&](Lang lang) { return role_name(scenario, id, lang); });
}

words::Text spread_words(const scenarios::Scenario& scenario) {
  return words::say(is_about_a_year(scenario) ? "spread.nine_years" : "spread.nine_runs");
}

words::Text half_words(const scenarios::Scenario& scenario) {
  return words::say(is_about_a_year(scenario) ? "spread.half_years" : "spread.half_runs");
}

words::Text single_words(const scenarios::Scenario& scenario) {
  return words::say(is_about_a_year(scenario) ? "spread.single_years" : "spread.single_runs");
}

words::Text spread_heading(const scenarios::Scenario& scenario) {
  return as_heading(spread_words(scenario));
}

words::Text half_heading(const scenarios::Scenario& scenario) {
  return as_heading(half_words(scenario));
}

}  // namespace viz
