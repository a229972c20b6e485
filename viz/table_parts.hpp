// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the makers of tables for people share. Internal to them.

#include <string>
#include <string_view>

#include "scenarios/scenario.hpp"
#include "viz/table.hpp"
#include "words/catalog.hpp"

namespace viz {

/// Adds columns to a table.
class ColumnList {
 public:
  explicit ColumnList(Table& table) : columns_(table.columns) {}

  /// The column stays valid until the next one is added.
  Column& add(std::string_view id, words::Text label, Column::Type type) {
    Column column;
    column.id = id;
    column.label = std::move(label);
    column.type = type;
    columns_.push_back(std::move(column));
    return columns_.back();
  }
  Column& add(std::string_view id, std::string_view key, Column::Type type) {
    return add(id, words::say(key), type);
  }

 private:
  std::vector<Column>& columns_;
};

/// What the spread between replications is called over a column: between years where a replication
/// is about a year.
[[nodiscard]] words::Text spread_heading(const scenarios::Scenario& scenario);

}  // namespace viz
