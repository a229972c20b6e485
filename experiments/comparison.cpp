// SPDX-License-Identifier: Apache-2.0
#include "experiments/comparison.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <map>

#include "experiments/changed_groups.hpp"
#include "experiments/comparison_columns.hpp"
#include "experiments/following_costs.hpp"
#include "experiments/stakeholders.hpp"
#include "models/figures.hpp"
#include "models/measure/figure_text.hpp"
#include "scenarios/issue.hpp"
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
    columns.push_back({metric.key, metric.kind, {}});
    columns.back().values.resize(contestants);
    columns.back().trials.resize(contestants, 1);
  }
  return columns[found->second];
}

/// Whether a scenario without this figure has none of what it counts: 0. One that does not report by
/// municipality says nothing of the patients of one.
bool has_none(const Column& column, const scenarios::Scenario& scenario) {
  const bool of_some = !column.key.municipality.empty() &&
                       (is_in(column.key, Group::Flow) || is_in(column.key, Group::Ledger));
  if (of_some && scenario.report_by.empty()) return false;
  return is_additive(column.key);
}

/// Whether two values are one but for rounding.
bool is_same(double a, double b) {
  constexpr double relative = 1e-12;
  return std::abs(a - b) <= relative * (std::abs(a) + std::abs(b));
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
  const auto base = contestants.front().scenario->horizon.length();
  const auto days_of = [](sim::Duration length) {
    return scenarios::number_text(sim::days(length));
  };
  for (const Contestant& other : contestants.subspan(1)) {
    const auto these = other.scenario->horizon.length();
    if (these == base) continue;
    to.warnings.push_back(
        words::say("compare.other_horizon",
                   {{"case", other.id}, {"days", days_of(these)}, {"base", days_of(base)}}));
  }
}

void warn_of_attributes(std::span<const Contestant> contestants, Comparison& to) {
  for (const Contestant& other : contestants.subspan(1)) {
    if (other.results->case_attributes == to.case_attributes) continue;
    to.warnings.push_back(words::say("compare.other_attributes", {{"case", other.id}}));
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
  return figure != nullptr && figure->nature == Nature::Amount && !figure->supply;
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
      const MetricEstimate& metric = results.metrics[i];
      auto& column = column_for(columns, index, metric, contestants.size());
      column.values[c] = results.replications[i].values;
      if (metric.n > 0 && metric.trials > 0) column.trials[c] = metric.trials / metric.n;
    }
    std::size_t i = 0;
    for (const LedgerRow& row : results.ledger) {
      if (row.principal == "total") continue;
      auto& column = column_for(columns, index, row.kronor, contestants.size());
      if (row.principal != "region") column.key.municipality = row.principal;
      column.values[c] = results.ledger_replications.at(i++).values;
    }
  }
  for (Column& column : columns) {
    const auto length = std::ranges::max(column.values, {}, &Values::size).size();
    for (std::size_t c = 0; c < contestants.size(); ++c) {
      const bool none = column.values[c].empty() && has_none(column, *contestants[c].scenario);
      if (none) column.values[c].assign(length, 0.0);
    }
  }
  return columns;
}

namespace {

/// What both have a value of; the rest of it is in `difference`.
Pairs pairs_of(std::span<const double> base, std::span<const double> other,
               Difference& difference) {
  const auto length = std::min(base.size(), other.size());
  difference.identical = true;
  Pairs pairs;
  for (std::size_t i = 0; i < length; ++i) {
    const bool both = !std::isnan(base[i]) && !std::isnan(other[i]);
    if (std::isnan(base[i]) != std::isnan(other[i])) difference.identical = false;
    if (!both) continue;
    const bool same = is_same(base[i], other[i]);
    if (!same) difference.identical = false;
    difference.higher += !same && other[i] > base[i] ? 1U : 0U;
    difference.lower += !same && other[i] < base[i] ? 1U : 0U;
    pairs.base.push_back(base[i]);
    pairs.other.push_back(same ? base[i] : other[i]);
  }
  return pairs;
}

Difference difference_in(const Pairs& pairs, Difference result) {
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

}  // namespace

Difference difference_of(std::span<const double> base, std::span<const double> other) {
  Difference counts;
  const Pairs pairs = pairs_of(base, other, counts);
  return difference_in(pairs, counts);
}

Difference difference_of(const sim::Shares& base, const sim::Shares& other) {
  Difference counts;
  const Pairs pairs = pairs_of(base.values, other.values, counts);
  Difference result = difference_in(pairs, counts);
  if (result.n < 2 || result.identical) return result;
  const auto interval =
      sim::paired_share_difference({pairs.base, base.trials}, {pairs.other, other.trials});
  result.ci95 = {interval.low, interval.high};
  if (base.trials == 1 && other.trials == 1) {
    result.p = result.p_holm = sim::mcnemar_mid_p(result.higher, result.lower);
  }
  return result;
}

FigureComparison compare_column(const Column& column) {
  FigureComparison result{column.key, column.kind, {}};
  const auto values = [&](std::size_t c) -> const Values& { return column.values[c]; };
  std::vector<double> p_values;
  for (std::size_t c = 1; c < column.values.size(); ++c) {
    auto& difference = result.differences.emplace_back();
    if (values(0).empty() || values(c).empty()) continue;
    if (column.kind == MetricEstimate::Kind::Probability) {
      difference = difference_of(sim::Shares{values(0), column.trials[0]},
                                 sim::Shares{values(c), column.trials[c]});
    } else {
      difference = difference_of(values(0), values(c));
    }
    // Nothing was seen of it: that is not "no difference".
    if (difference->n == 0) {
      difference.reset();
    } else {
      p_values.push_back(difference->p);
    }
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

double relative_size(const Difference& difference) {
  if (difference.base == 0) return std::numeric_limits<double>::infinity();
  return std::abs(difference.mean / difference.base);
}

namespace {

/// Smallest difference of a unit that is worth deciding by.
double least_of(const FigureComparison& figure) {
  if (figure.kind == MetricEstimate::Kind::Probability) return 0.01;
  struct Least {
    Unit unit;
    double value;
  };
  constexpr std::array<Least, 9> least{{{Unit::Persons, 0.5},
                                        {Unit::PatientDays, 1},
                                        {Unit::Hours, 1},
                                        {Unit::Days, 1},
                                        {Unit::Visits, 1},
                                        {Unit::Weeks, 0.1},
                                        {Unit::HandOvers, 1},
                                        {Unit::Percent, 0.1},
                                        {Unit::Kronor, 10'000}}};
  const auto* const found = std::ranges::find_if(
      least, [&](const Least& one) { return is_unit(figure.key.unit, one.unit); });
  return found == least.end() ? 0 : found->value;
}

}  // namespace

bool matters(const FigureComparison& figure, const Difference& difference) {
  return relative_size(difference) >= least_relevant &&
         std::abs(difference.mean) >= least_of(figure);
}

namespace {

/// Cases that are told by other attributes cannot be found again: none then.
ChangedCases changed_cases(const Results& base, const Results& other) {
  if (other.case_attributes != base.case_attributes) return {};
  std::map<std::vector<std::string>, const CaseRow*> there;
  for (const CaseRow& row : other.cases) there.emplace(row.values, &row);
  ChangedCases result;
  for (std::size_t c = 0; c < base.cases.size(); ++c) {
    const CaseRow& row = base.cases[c];
    const auto found = there.find(row.values);
    if (found == there.end()) continue;
    const CaseRow& moved = *found->second;
    result.of += row.persons.mean;
    if (moved.responsible == row.responsible && moved.performers == row.performers) continue;
    result.persons += row.persons.mean;
    result.cases.push_back(
        {row.values,
         row.persons.mean,
         {row.responsible, row.performers, row.rule},
         {moved.responsible, moved.performers, moved.rule},
         c < base.case_replications.size() ? base.case_replications[c] : Values{}});
  }
  std::ranges::stable_sort(result.cases, std::ranges::greater{}, &CaseChange::persons);
  result.groups = changed_groups(result.cases, base.case_attributes);
  result.moved = persons_in(result.cases);
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
  const Results& base = *contestants.front().results;
  for (const Contestant& one : contestants.subspan(1)) {
    if (!base.cases.empty()) result.changed.push_back(changed_cases(base, *one.results));
  }
  const auto columns = columns_of(contestants);
  result.figures.reserve(columns.size());
  for (const Column& column : columns) result.figures.push_back(compare_column(column));
  auto follows = staff_follows(columns, result.changed);
  follows.resize(contestants.size());
  result.stakeholders = compare_stakeholders(contestants, columns, follows);
  result.staff_follows.assign(follows.begin() + 1, follows.end());
  for (std::size_t other = 0; other < result.others.size(); ++other) {
    result.tallies.push_back(tally_of(result.figures, other));
  }
  result.case_attributes = base.case_attributes;
  warn_of_horizons(contestants, result);
  if (!base.cases.empty()) warn_of_attributes(contestants, result);
  warn_of_lengths(contestants, result);
  return result;
}

}  // namespace care
