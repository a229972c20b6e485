// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the pictures of the report say, as tables: for those who do not see a picture, or want its
// numbers.

#include <string>
#include <string_view>
#include <vector>

#include "experiments/results.hpp"
#include "scenarios/scenario.hpp"
#include "viz/pathway_picture.hpp"
#include "viz/table.hpp"

namespace viz {

/// A series week by week: the median, half of the replications and nine of ten. `limit` is a series
/// over the same weeks, or nullptr.
[[nodiscard]] Table weeks_table(const scenarios::Scenario& scenario, words::Text caption,
                                const std::vector<care::WeekPoint>& points,
                                const std::vector<care::WeekPoint>* limit);

/// A number of a setting of /report_daily day by day, with its interval and, where places have an end,
/// those offered.
[[nodiscard]] Table days_table(words::Text caption, const care::Results& results,
                               std::string_view setting, care::DayNumber number);

/// Hours due and available week by week.
[[nodiscard]] Table load_weeks_table(const scenarios::Scenario& scenario, words::Text caption,
                                     const std::vector<care::WeekPoint>& due,
                                     const std::vector<care::WeekPoint>& available);

/// The chance that a role is short in a week, municipalities as columns.
[[nodiscard]] Table risk_weeks_table(const scenarios::Scenario& scenario,
                                     const care::Results& results, const std::string& role);

/// The moves of a picture and how many patients a week make them.
[[nodiscard]] Table moves_table(const PathwayPicture& picture);

}  // namespace viz
