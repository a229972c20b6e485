// SPDX-License-Identifier: Apache-2.0
#pragma once

// Tables as data: what a table says, apart from how it is shown. One function makes a table from
// results; terminal, page and files render it. What differs between these media is a property of the
// column (left out, cut, an interval in the same cell), never another table.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "experiments/comparison.hpp"
#include "experiments/results.hpp"
#include "sim/civil_date.hpp"
#include "words/language.hpp"

namespace viz {

/// Nothing there: "–" on a page, empty elsewhere.
using Missing = std::monostate;

/// An estimate with its interval and spread. Without decimals of its own it is written with those that
/// suit its size, and in the unit that is easiest to picture; else times `scale`, without a unit.
struct Estimate {
  const care::MetricEstimate* metric = nullptr;  ///< nullptr = missing
  int decimals = -1;
  double scale = 1;
};

/// A sum of estimates, in the unit of one of them. It has no interval of its own.
struct Sum {
  const care::MetricEstimate* like = nullptr;
  double mean = 0;
};

/// A figure under the base and under one of the scenarios it is compared with, for somebody who wants
/// it lower or higher. Its column says which side of it is shown.
struct Change {
  const care::FigureComparison* figure = nullptr;
  std::size_t other = 0;  ///< without a difference there = missing
  care::Aim aim = care::Aim::None;
};

/// From one number to another, such as the limits of a target; unlimited when `high` is infinite.
struct Range {
  double low = 0, high = 0;
};

/// What something came to, and whether that is good.
struct Verdict {
  enum class Is { Neutral, Good, Bad } is = Is::Neutral;
  words::Text word;
};

/// A typed cell. Views and pointers refer to what the table was made from.
using Cell = std::variant<Missing, std::string_view, std::string, const words::Text*, words::Text,
                          double, std::int64_t, sim::Date, Estimate, Sum, Change, Range, Verdict>;

/// A whole number of any width.
template <class Whole>
[[nodiscard]] Cell whole(Whole value) {
  return static_cast<std::int64_t>(value);
}

/// Decimals of a Number that suit its size.
inline constexpr int by_size = -1;

struct Column {
  /// What stands in it, and of a figure which side of it.
  enum class Type {
    Text,
    Number,
    Integer,
    Share,
    Date,
    Estimate,
    Interval,    ///< of an Estimate or of a Change, 95 %
    Spread,      ///< of an Estimate, nine replications of ten
    Chance,      ///< an Estimate, as a frequency with its interval
    Base,        ///< of a Change, under the base
    Other,       ///< of a Change, under the other scenario
    Difference,  ///< of a Change, with its sign
    Range,
    Band,    ///< a Range that has two ends and the column's decimals
    Verdict  ///< or what a Change comes to
  };
  /// Where a column is shown.
  enum class On { All, Page, Terminal };

  std::string id;       ///< its name in files for programs
  words::Text label{};  ///< its heading for people
  Type type = Type::Text;
  On on = On::All;
  bool below = false;          ///< on a page under the cell before it, in the same column
  bool has_unit = true;        ///< an Estimate, Base or Other is followed by its unit
  bool with_interval = false;  ///< in a terminal the interval stands beside the figure
  int decimals = 1;            ///< of a Number, Share or Band, for people
  std::size_t widest = 0;      ///< in a terminal text is broken here; 0 = where it must
  double least =
      -std::numeric_limits<double>::infinity();  ///< in a terminal an Estimate below is left
                                                 ///< empty
};

/// Whether it holds numbers, which are set to the right.
[[nodiscard]] constexpr bool is_number(Column::Type type) {
  return type != Column::Type::Text && type != Column::Type::Date && type != Column::Type::Chance &&
         type != Column::Type::Verdict;
}

struct Row {
  std::vector<Cell> cells;
  bool is_total = false;
  bool is_urgent = false;  ///< shown first where only a few rows are
};

struct Table {
  using Put = std::function<void(const Row&)>;

  std::string id;
  words::Text caption;
  std::vector<Column> columns;
  /// Hands over the rows one by one, so that a large table is never whole in memory.
  std::function<void(const Put&)> each_row;
};

/// Rows that are there already.
[[nodiscard]] inline std::function<void(const Table::Put&)> rows_of(std::vector<Row> rows) {
  return [rows = std::move(rows)](const Table::Put& put) {
    for (const Row& row : rows) put(row);
  };
}

}  // namespace viz
