// SPDX-License-Identifier: Apache-2.0
#include "experiments/plausible.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <string_view>
#include <utility>

#include "models/figures.hpp"
#include "models/measure/figure_text.hpp"
#include "models/staffing/shift_results.hpp"
#include "scenarios/field.hpp"
#include "scenarios/issue.hpp"

namespace care {
namespace {

using scenarios::Plausible;
using scenarios::ShiftDays;
using scenarios::TeamFigure;

/// By TeamFigure.
constexpr const Figure* team_figures[] = {&figures::load,         &figures::visits_each,
                                          &figures::missed_share, &figures::direct_share,
                                          &figures::agency_share, &figures::overtime_share};
static_assert(std::size(team_figures) == scenarios::names_of<TeamFigure>.size());

const Figure& figure_of(TeamFigure figure) {
  return *team_figures[static_cast<std::size_t>(figure)];
}

/// Whether a range is about a figure.
bool is_about(const Plausible& range, const Key& key) {
  const Figure& figure = figure_of(range.figure);
  if (key.quantity != figure.id || key.role != range.role || key.municipality.empty()) return false;
  if (!range.municipality.empty() && key.municipality != range.municipality) return false;
  if (range.shifts.empty()) return is(key, figure);
  return is_of_shift(key) && std::ranges::find(range.shifts, key.shift) != range.shifts.end() &&
         (range.days == ShiftDays::All || key.day_type == scenarios::name_of(range.days));
}
static_assert(scenarios::name_of(ShiftDays::Weekdays) == shift_day_types[0] &&
              scenarios::name_of(ShiftDays::Weekend) == shift_day_types[1]);

PlausibleRow row_of(const scenarios::Scenario& scenario, const std::string& id,
                    const Plausible& range) {
  PlausibleRow row;
  row.id = id;
  row.low = range.low;
  row.high = range.high;
  const auto origin = scenario.provenance.find(scenarios::child_pointer("/plausible", id));
  if (origin == scenario.provenance.end()) return row;
  row.grade = origin->second.grade;
  row.source = origin->second.source;
  return row;
}

/// What a range is about that no team has a figure for.
Key key_of_nobody(const Plausible& range) {
  const Figure& figure = figure_of(range.figure);
  Key key;
  key.id = id_of(figure, range.role);
  key.group = name_of(figure.group);
  key.quantity = figure.id;
  key.municipality = range.municipality;
  key.role = range.role;
  key.label = label_of(figure);
  key.unit = words_of(figure.unit);
  key.decimals = figure.decimals;
  return key;
}

}  // namespace

Plausibility plausibility_of(const MetricEstimate& estimate, double low, double high) {
  if (estimate.n == 0) return Plausibility::NoValue;
  const Interval& known = estimate.ci95;
  if (known.low >= low && known.high <= high) return Plausibility::Within;
  if (known.high < low || known.low > high) return Plausibility::Outside;
  return Plausibility::Unclear;
}

double beyond(const PlausibleRow& row) {
  if (row.estimate.n == 0) return 0;
  const double by = std::max({0.0, row.low - row.estimate.mean, row.estimate.mean - row.high});
  return by == 0 ? 0 : by / std::max(row.high - row.low, std::numeric_limits<double>::min());
}

std::vector<PlausibleRow> plausible_rows(const scenarios::Scenario& scenario,
                                         const Results& results) {
  std::vector<PlausibleRow> rows;
  if (!scenario.care) return rows;
  std::vector<bool> told(scenario.plausible.size());
  for (const auto& municipality : scenario.care->municipalities) {
    for (std::size_t i = 0; i < scenario.plausible.size(); ++i) {
      const auto& [id, range] = scenario.plausible[i];
      for (const MetricEstimate& metric : results.metrics) {
        const bool here = metric.key.municipality == municipality.first;
        if (!here || !is_about(range, metric.key)) continue;
        PlausibleRow row = row_of(scenario, id, range);
        row.estimate = metric;
        row.verdict = plausibility_of(metric, range.low, range.high);
        rows.push_back(std::move(row));
        told[i] = true;
      }
    }
  }
  for (std::size_t i = 0; i < scenario.plausible.size(); ++i) {
    if (told[i]) continue;
    const auto& [id, range] = scenario.plausible[i];
    rows.push_back(row_of(scenario, id, range));
    rows.back().estimate.key = key_of_nobody(range);
  }
  return rows;
}

}  // namespace care
