// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the makers of tables for people share. Internal to them.

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scenarios/scenario.hpp"
#include "viz/language.hpp"
#include "viz/table.hpp"
#include "words/catalog.hpp"

namespace viz {

/// Makes a table that is small enough to be kept: its columns, then its rows.
class TableBuilder {
 public:
  TableBuilder(std::string_view id, words::Text caption)
      : table_{std::string(id), std::move(caption), {}, {}} {}
  TableBuilder(std::string_view id, std::string_view caption_key)
      : TableBuilder(id, words::say(caption_key)) {}

  /// The column stays valid until the next one is added.
  Column& column(std::string_view id, words::Text label, Column::Type type) {
    Column& column = table_.columns.emplace_back();
    column.id = id;
    column.label = std::move(label);
    column.type = type;
    return column;
  }
  Column& column(std::string_view id, std::string_view label_key, Column::Type type) {
    return column(id, words::say(label_key), type);
  }

  /// A row. A figure is named once: it fills the columns of its interval and spread after its own.
  /// Precondition (checked): what is named fills the row. The row stays valid until the next one.
  Row& row(std::initializer_list<Cell> named) {
    return row(std::span<const Cell>(named.begin(), named.size()));
  }
  Row& row(std::span<const Cell> named);

  [[nodiscard]] Table finish() && {
    table_.each_row = rows_of(std::move(rows_));
    return std::move(table_);
  }

 private:
  Table table_;
  std::vector<Row> rows_;
};

/// A text that a function gives in one language at a time.
template <class Naming>
[[nodiscard]] words::Text in_both(Naming naming) {
  return {naming(Lang::Sv), naming(Lang::En)};
}

/// Names as the scenario gives them, in both languages.
[[nodiscard]] words::Text setting_label(const scenarios::Scenario& scenario, std::string_view id);
[[nodiscard]] words::Text municipality_label(const scenarios::Scenario& scenario,
                                             std::string_view id);
[[nodiscard]] words::Text role_label(const scenarios::Scenario& scenario, std::string_view id);

/// What nine of ten replications, and half of them, are called in a line and over a column: years
/// where a replication is about a year.
[[nodiscard]] words::Text single_words(const scenarios::Scenario& scenario);
[[nodiscard]] words::Text spread_words(const scenarios::Scenario& scenario);
[[nodiscard]] words::Text half_words(const scenarios::Scenario& scenario);
[[nodiscard]] words::Text spread_heading(const scenarios::Scenario& scenario);
[[nodiscard]] words::Text half_heading(const scenarios::Scenario& scenario);

}  // namespace viz
