// SPDX-License-Identifier: Apache-2.0
#pragma once

// The charts of the report, as inline SVG: weeks along the x axis with bands for the spread between
// replications, a heat map of weeks, and a bullet for a target. Bands hold 50 and 90 % of the
// replications; the line in them is the median. Each chart has a title and a description for those
// who cannot see it.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "experiments/results.hpp"
#include "viz/language.hpp"

namespace viz {

/// A series of a band chart.
struct BandSeries {
  std::string label;  ///< for the direct label at the end of the line; may be empty
  const std::vector<care::WeekPoint>* points = nullptr;
  double scale = 1;     ///< values are multiplied by this
  bool bands = true;    ///< draw the 50 and 90 % bands
  bool second = false;  ///< the second colour, dashed: capacity, a limit
};

struct BandChart {
  std::string id;  ///< unique in the document
  std::string title, description;
  std::string unit;                ///< above the y axis
  std::vector<BandSeries> series;  ///< those with `second` are drawn on top
  std::vector<double> chance;      ///< per week, for the strip under the axis; empty = no strip
  std::string strip_label;
  std::optional<double> shared_high;  ///< top of the y axis, when several charts share it
  bool from_zero = true;
  double width = 280, height = 180;
  Lang lang = Lang::En;
};

[[nodiscard]] std::string band_chart(const BandChart& chart);

/// Rows of values per week, coloured by the steps of chance.
struct WeekMap {
  struct Row {
    std::string label;
    std::vector<double> values;  ///< NaN = no value
  };
  std::string id;
  std::string title, description;
  std::vector<care::WeekPoint> weeks;  ///< their dates and numbers
  std::vector<Row> rows;
  std::optional<std::pair<int, int>> season;  ///< ISO weeks to bracket
  std::string season_label;
  std::string week_label;  ///< name of the x axis
  Lang lang = Lang::En;
};

[[nodiscard]] std::string week_map(const WeekMap& map);

/// An estimate with its interval against the permitted range.
struct Bullet {
  std::string id;
  std::string title, description;
  double low = 0, high = 0;
  double estimate = 0, ci_low = 0, ci_high = 0;
  bool passed = false;
};

[[nodiscard]] std::string bullet(const Bullet& bullet);

}  // namespace viz
