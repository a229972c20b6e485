// SPDX-License-Identifier: Apache-2.0
#include "experiments/comparison.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <map>

#include "experiments/comparison_columns.hpp"
#include "experiments/stakeholders.hpp"
#include "models/figures.hpp"
#include "sim/check.hpp"
#include "sim/intervals.hpp"
#include "words/catalog.hpp"

namespace care {
namespace {

/// The figure of the results with this id, in `columns`; made if there is none.
Column& column_for(std::vector<Column>& columns, std::map<std::string, std::size_t>& index,
                   const MetricEstimate& metric, std::size_t contestants) {
  const auto [found, added] = index.try_emplace(metric.key.id, columns.size());
  if (added) {
    columns.push_back({metric.key, metric.kind, is_additive(metric.key), {}});
    columns.back().values.resize(contestants);
  }
  return columns[found->second];
}

/// The middle value; 0 of none.
double median(std::vector<double> values) {
  if (values.empty()) return 0;
  std::ranges::sort(values);
  const auto half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

bool is_clear(const Difference& difference) {
  const auto effect = effect_of(difference, Aim::None);
  return effect == Effect::Higher || effect == Effect::Lower;
}

/// Figures on where patients are and how they move, not on how much there is room for.
bool is_journey(const Key& key) {
  const Figure* const figure = figure_of(key);
  return figure != nullptr && (figure->group == Group::Flow || figure->group == Group::Move) &&
         !figure->supply;
}

Tally tally_of(const std::vector<FigureComparison>& figures, std::size_t other) {
  Tally tally;
  tally.journeys_identical = true;
  std::vector<double> gains;
  for (const FigureComparison& figure : figures) {
    const auto& difference = figure.differences[other];
    if (!difference) {
      ++tally.left_out;
      continue;
    }
    ++tally.compared;
    tally.identical += difference->identical ? 1U : 0U;
    tally.clear += is_clear(*difference) ? 1U : 0U;
    const double half = (difference->ci95.high - difference->ci95.low) / 2;
    if (difference->n >= 2 && half > 0) gains.push_back(difference->independent_half_width / half);
    if (!is_journey(figure.key)) continue;
    ++tally.journeys;
    if (!difference->identical) tally.journeys_identical = false;
  }
  tally.median_gain = median(std::move(gains));
  return tally;
}

void warn_of_horizons(std::span<const Contestant> contestants, Comparison& to) {
  const int days = contestants.front().scenario->horizon.days;
  for (const Contestant& other : contestants.subspan(1)) {
    const int these = other.scenario->horizon.days;
    if (these == days) continue;
    to.warnings.push_back(
        words::say("compare.other_horizon", {{"case", other.id}, {"days", these}, {"base", days}}));
  }
}

void warn_of_lengths(std::span<const Contestant> contestants, Comparison& to) {
  const auto done = contestants.front().results->identity.replications;
  for (const Contestant& other : contestants.subspan(1)) {
    const auto these = other.results->identity.replications;
    if (these == done) continue;
    const auto common = std::min(these, done);
    to.warnings.push_back(words::say("compare.interrupted", {{"case", other.id}, {"n", common}}));
  }
}

/// Replications in which both have a value.
struct Pairs {
  Values base, other;
};

}  // namespace

bool is_additive(const Key& key) {
  // Ratios, averages, extremes and dates: there is no "none of it" to count as 0.
  const Figure* const figure = figure_of(key);
  return figure != nullptr && figure->nature == Nature::Amount;
}

std::string_view second_part(std::string_view id) {
  const auto first = id.find('.');
  if (first == std::string_view::npos) return {};
  const auto rest = id.substr(first + 1);
  return rest.substr(0, rest.find('.'));
}

std::vector<Column> columns_of(std::span<const Contestant> contestants) {
  std::vector<Column> columns;
  std::map<std::string, std::size_t> index;
  for (std::size_t c = 0; c < contestants.size(); ++c) {
    const Results& results = *contestants[c].results;
    SIM_CHECK(results.metrics.size() == results.replications.size());
    for (std::size_t i = 0; i < results.metrics.size(); ++i) {
      column_for(columns, index, results.metrics[i], contestants.size()).values[c] =
          results.replications[i].values;
    }
    std::size_t i = 0;
    for (const LedgerRow& row : results.ledger) {
      if (row.principal == "total") continue;
      auto& column = column_for(columns, index, row.kronor, contestants.size());
      if (row.principal != "region") column.key.municipality = row.principal;
      column.values[c] = results.ledger_replications.at(i++).values;
    }
  }
  return columns;
}

Difference difference_of(std::span<const double> base, std::span<const double> other) {
  const auto length = std::min(base.size(), other.size());
  Difference result;
  result.identical = true;
  Pairs pairs;
  for (std::size_t i = 0; i < length; ++i) {
    const bool both = !std::isnan(base[i]) && !std::isnan(other[i]);
    if (std::isnan(base[i]) != std::isnan(other[i])) result.identical = false;
    if (!both) continue;
    if (base[i] != other[i]) result.identical = false;
    result.higher += other[i] > base[i] ? 1U : 0U;
    result.lower += other[i] < base[i] ? 1U : 0U;
    pairs.base.push_back(base[i]);
    pairs.other.push_back(other[i]);
  }
  const auto before = sim::estimate(pairs.base);
  const auto after = sim::estimate(pairs.other);
  const auto paired = sim::paired_difference(pairs.base, pairs.other);
  result.n = paired.n;
  result.base = before.mean;
  result.other = after.mean;
  result.mean = paired.mean;
  result.sd = paired.sd;
  result.ci95 = {paired.mean - paired.half_width, paired.mean + paired.half_width};
  result.p = result.p_holm = sim::zero_mean_p_value(paired);
  result.direction = sim::probability_of_direction(paired);
  result.independent_half_width = sim::independent_half_width(before, after);
  return result;
}

FigureComparison compare_column(const Column& column) {
  FigureComparison result{column.key, column.kind, {}};
  const auto length = std::ranges::max(column.values, {}, &Values::size).size();
  const Values none(column.additive ? length : 0, 0.0);
  const auto values = [&](std::size_t c) -> const Values& {
    return column.values[c].empty() ? none : column.values[c];
  };
  std::vector<double> p_values;
  for (std::size_t c = 1; c < column.values.size(); ++c) {
    auto& difference = result.differences.emplace_back();
    if (values(0).empty() || values(c).empty()) continue;
    difference = difference_of(values(0), values(c));
    p_values.push_back(difference->p);
  }
  const auto adjusted = sim::holm(p_values);
  auto next = adjusted.begin();
  for (auto& difference : result.differences) {
    if (difference) difference->p_holm = *next++;
  }
  return result;
}

Effect effect_of(const Difference& difference, Aim aim) {
  if (difference.identical) return Effect::NotAffected;
  if (difference.n < 2 || difference.p_holm > clear_level) return Effect::Unclear;
  const bool higher = difference.mean > 0;
  if (aim == Aim::None) return higher ? Effect::Higher : Effect::Lower;
  return higher == (aim == Aim::Higher) ? Effect::Better : Effect::Worse;
}

namespace {

ChangedCases changed_cases(const Results& base, const Results& other) {
  std::map<std::vector<std::string>, const CaseRow*> there;
  for (const CaseRow& row : other.cases) there.emplace(row.values, &row);
  ChangedCases result;
  for (const CaseRow& row : base.cases) {
    const auto found = there.find(row.values);
    if (found == there.end()) continue;
    const CaseRow& moved = *found->second;
    result.of += row.persons.mean;
    if (moved.responsible == row.responsible && moved.performers == row.performers) continue;
    result.persons += row.persons.mean;
    result.cases.push_back({row.values,
                            row.persons.mean,
                            {row.responsible, row.performers, row.rule},
                            {moved.responsible, moved.performers, moved.rule}});
  }
  std::ranges::stable_sort(result.cases, std::ranges::greater{}, &CaseChange::persons);
  return result;
}

}  // namespace

Comparison compare(std::span<const Contestant> contestants) {
  SIM_CHECK(contestants.size() >= 2);
  const RunIdentity& first = contestants.front().results->identity;
  Comparison result;
  for (const Contestant& one : contestants) {
    const RunIdentity& identity = one.results->identity;
    SIM_CHECK(identity.seed == first.seed && identity.first_replication == first.first_replication);
    Side side{one.id, one.label, identity};
    if (&one == &contestants.front()) {
      result.base = std::move(side);
    } else {
      result.others.push_back(std::move(side));
    }
  }
  const auto columns = columns_of(contestants);
  result.figures.reserve(columns.size());
  for (const Column& column : columns) result.figures.push_back(compare_column(column));
  result.stakeholders = compare_stakeholders(contestants, columns);
  for (std::size_t other = 0; other < result.others.size(); ++other) {
    result.tallies.push_back(tally_of(result.figures, other));
  }
  const Results& base = *contestants.front().results;
  result.case_attributes = base.case_attributes;
  for (const Contestant& one : contestants.subspan(1)) {
    if (!base.cases.empty()) result.changed.push_back(changed_cases(base, *one.results));
  }
  warn_of_horizons(contestants, result);
  warn_of_lengths(contestants, result);
  return result;
}

}  // namespace care
