// SPDX-License-Identifier: Apache-2.0
#include "experiments/estimates.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "models/measure/figure_text.hpp"
#include "scenarios/case_vocabulary.hpp"
#include "scenarios/fields_rules.hpp"
#include "sim/statistics.hpp"
#include "words/catalog.hpp"

namespace care {
namespace {

using scenarios::Text;

constexpr double no_value = std::numeric_limits<double>::quiet_NaN();

/// The value of a figure from what it is made of; a figure without a denominator has 1.
double value_from(const MetricSpec& spec, std::int64_t numerator, std::int64_t denominator) {
  const double value = spec.scale * static_cast<double>(numerator);
  if (spec.denominator == no_slot) return value;
  return denominator == 0 ? no_value : value / static_cast<double>(denominator);
}

/// What is paid or provided of one thing, replication by replication.
std::vector<double> scaled(std::span<const std::int64_t> counts, double factor) {
  std::vector<double> values;
  values.reserve(counts.size());
  for (const auto count : counts) values.push_back(factor * static_cast<double>(count));
  return values;
}

std::vector<double> without_nan(std::span<const double> values) {
  std::vector<double> result;
  result.reserve(values.size());
  std::ranges::copy_if(values, std::back_inserter(result), [](double x) { return !std::isnan(x); });
  return result;
}

/// The quantile, if there are enough replications to bound it.
std::optional<double> bounded_quantile(std::span<const double> sorted, double p) {
  if (sorted.empty()) return std::nullopt;
  const auto quantile = sim::order_statistic_interval(sorted, p);
  if (!quantile.interval) return std::nullopt;
  return quantile.value;
}

MetricEstimate estimate_probability(Key key, std::span<const double> values) {
  MetricEstimate result;
  result.key = std::move(key);
  result.kind = MetricEstimate::Kind::Probability;
  result.n = static_cast<std::uint32_t>(values.size());
  result.events = static_cast<std::uint32_t>(std::ranges::count(values, 1.0));
  if (result.n == 0) return result;
  const auto proportion = sim::proportion(result.events, result.n);
  result.mean = proportion.share;
  result.sd = std::sqrt(proportion.share * (1 - proportion.share));
  result.ci95 = {proportion.interval.low, proportion.interval.high};
  result.bound_only = proportion.upper_bound_only;
  return result;
}

WeekPoint week_point(const Week& week, std::vector<double>& values) {
  WeekPoint point;
  point.start = std::chrono::floor<std::chrono::days>(week.start);
  point.iso_week = week.iso_week;
  point.days = static_cast<int>((week.end - week.start) / std::chrono::days{1});
  std::erase_if(values, [](double x) { return std::isnan(x); });
  if (values.empty()) return point;
  double sum = 0;
  for (const double value : values) sum += value;
  point.mean = sum / static_cast<double>(values.size());
  std::ranges::sort(values);
  const auto at = [&](double p) {
    const auto rank = static_cast<std::size_t>(std::ceil(p * static_cast<double>(values.size())));
    return values[rank == 0 ? 0 : rank - 1];
  };
  point.p05 = at(0.05);
  point.p25 = at(0.25);
  point.p50 = at(0.50);
  point.p75 = at(0.75);
  point.p95 = at(0.95);
  return point;
}

SeriesEstimate series_estimate(const SeriesSpec& spec, std::span<const Week> weeks,
                               const Sample& sample) {
  SeriesEstimate series{spec.key, {}};
  const auto above = sample.weeks(spec.series);
  const auto below =
      spec.denominator ? sample.weeks(*spec.denominator) : std::vector<std::int64_t>{};
  std::vector<double> values;
  for (std::size_t w = 0; w < weeks.size(); ++w) {
    const double days = static_cast<double>((weeks[w].end - weeks[w].start).count()) / 86'400'000.0;
    values.clear();
    for (std::size_t i = w * sample.size(); i < (w + 1) * sample.size(); ++i) {
      double value = spec.scale * static_cast<double>(above[i]);
      if (spec.per_day) value /= days;
      if (spec.denominator)
        value = below[i] == 0 ? no_value : value / static_cast<double>(below[i]);
      values.push_back(value);
    }
    series.points.push_back(week_point(weeks[w], values));
  }
  return series;
}

Key ledger_key(const LedgerRow& row, const Figure& figure, const Text& unit) {
  Key key;
  key.id = fmt::format("{}.{}.{}", figure.id, row.principal, row.item);
  key.group = name_of(figure.group);
  key.quantity = figure.id;
  key.label = row.item_label;
  key.unit = unit;
  key.decimals = 0;
  return key;
}

/// Rows of every principal, then rows of all of them together; `columns` gets the kronor of the
/// former, replication by replication.
std::vector<LedgerRow> ledger_rows(const Catalogue& catalogue, const Sample& sample,
                                   std::vector<ReplicationColumn>& columns) {
  std::vector<LedgerRow> rows;
  const auto add = [&](const LedgerSpec& spec, std::span<const double> quantity,
                       std::span<const double> kronor) {
    LedgerRow row{
        spec.principal, spec.principal_label, spec.item, spec.item_label, spec.unit, {}, {}};
    row.quantity = estimate_mean(quantity_key(row), quantity);
    row.kronor = estimate_mean(kronor_key(row), kronor);
    rows.push_back(std::move(row));
  };
  struct Sum {
    LedgerSpec spec;
    std::vector<double> quantity, kronor;
  };
  std::vector<Sum> totals;
  for (const auto& spec : catalogue.ledger) {
    const auto counts = sample.totals(spec.slot);
    const auto quantity = scaled(counts, spec.quantity_per_count);
    auto kronor = scaled(counts, spec.kronor_per_count);
    add(spec, quantity, kronor);
    auto total = std::ranges::find(totals, spec.item, [](const Sum& s) { return s.spec.item; });
    if (total == totals.end()) {
      totals.push_back(
          {spec, std::vector<double>(counts.size()), std::vector<double>(counts.size())});
      total = totals.end() - 1;
    }
    for (std::size_t i = 0; i < counts.size(); ++i) {
      total->quantity[i] += quantity[i];
      total->kronor[i] += kronor[i];
    }
    columns.push_back({rows.back().kronor.key.id, std::move(kronor)});
  }
  for (auto& total : totals) {
    total.spec.principal = "total";
    total.spec.principal_label = words::say("principal.all");
    add(total.spec, total.quantity, total.kronor);
  }
  return rows;
}

std::vector<Occupancy> occupancy(const Model& model, const Sample& sample) {
  std::vector<Occupancy> result;
  for (const auto s : model.network().setting.ids()) {
    const auto& ms = sample.levels(s);
    if (ms.empty()) continue;
    Occupancy each{model.network().place_ids[s], 0, ms.begin()->first, {}};
    std::int64_t total = 0;
    for (const auto& [level, time] : ms) total += time;
    each.share.resize(ms.rbegin()->first - each.first_level + 1);
    for (const auto& [level, time] : ms) {
      const double share = static_cast<double>(time) / static_cast<double>(total);
      each.share[level - each.first_level] = share;
      each.mean += share * level;
    }
    result.push_back(std::move(each));
  }
  return result;
}

std::vector<Exceedance> exceedance(const Model& model, const Sample& sample) {
  std::vector<Exceedance> result;
  if (!model.has_care() || sample.size() == 0) return result;
  constexpr int steps = 20;
  constexpr double widest = 0.5;  // half of the time due in the worst week
  for (std::uint32_t team = 0; team < model.workforce().teams(); ++team) {
    const auto& who = model.workforce().team(team);
    if (!model.units().is_municipality(who.unit)) continue;
    Exceedance curve{model.units()[who.unit].id, model.scenario().care->roles[who.role].first, {}};
    const auto depths = sample.totals(model.staff_slots().teams[team].depth);
    for (int step = 1; step <= steps; ++step) {
      const double level = widest * step / steps;
      const auto reached = std::ranges::count_if(
          depths, [&](std::int64_t depth) { return static_cast<double>(depth) >= level * 1e6; });
      const auto share = sim::proportion(static_cast<std::uint32_t>(reached), sample.size());
      curve.points.push_back({level, share.share, {share.interval.low, share.interval.high}});
    }
    result.push_back(std::move(curve));
  }
  return result;
}

void add_cases(const Model& model, const Sample& sample, Results& results) {
  if (!model.has_responsibility()) return;
  const auto& rules = model.decisions();
  const auto vocabulary = scenarios::case_vocabulary();
  constexpr std::size_t shown = case_attributes - 3;  // day, shift and season are of the moment
  for (std::size_t d = 0; d < shown; ++d) results.case_attributes.emplace_back(vocabulary[d].name);
  const double per_ms = 1.0 / static_cast<double>(model.catalogue().horizon_ms);
  const auto last = static_cast<std::uint8_t>(rules.agreements().size() - 1);
  for (std::uint32_t c = 0; c < rules.cases().size(); ++c) {
    const auto persons = scaled(sample.totals(model.first_case() + c), per_ms);
    if (std::ranges::all_of(persons, [](double x) { return x == 0; })) continue;
    const Placement placement{c, last, 0};
    const auto& ruling = rules.decide(placement, rules.person(), 0);
    CaseRow row{.values = {},
                .persons = estimate_mean({}, persons),
                .responsible = std::string{name_of(ruling.responsible)},
                .performers = {},
                .disputed = ruling.disputed,
                .rule = rules.pointer(placement, ruling)};
    for (std::size_t d = 0; d < shown; ++d) {
      row.values.emplace_back(vocabulary[d].values[rules.cases()[c][d]].name);
    }
    for (std::size_t i = 0; i < ruling.performers; ++i) {
      row.performers.emplace_back(scenarios::name_of(ruling.performer[i]));
    }
    results.cases.push_back(std::move(row));
  }
}

std::vector<TargetRow> target_rows(const Model& model, const Results& results) {
  std::vector<TargetRow> rows;
  for (const auto& [id, target] : model.scenario().targets) {
    TargetRow row{id, target.label, target.measure, {}, target.low, target.high, {}, false};
    if (const auto* metric = find_metric(results, target.measure)) {
      row.estimate = *metric;
      row.unit = metric->key.unit;
      row.passed = metric->mean >= target.low && metric->mean <= target.high;
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace

Key quantity_key(const LedgerRow& row) { return ledger_key(row, figures::quantity, row.unit); }
Key kronor_key(const LedgerRow& row) {
  return ledger_key(row, figures::kronor, words_of(Unit::Kronor));
}

double value_of(const MetricSpec& spec, const Sample& sample, std::uint32_t index) {
  return value_from(spec, sample.total(spec.numerator, index),
                    spec.denominator == no_slot ? 1 : sample.total(spec.denominator, index));
}

std::vector<double> values_of(const MetricSpec& spec, const Sample& sample) {
  const auto above = sample.totals(spec.numerator);
  if (spec.denominator == no_slot) return scaled(above, spec.scale);
  const auto below = sample.totals(spec.denominator);
  std::vector<double> values;
  values.reserve(above.size());
  for (std::size_t i = 0; i < above.size(); ++i) {
    values.push_back(value_from(spec, above[i], below[i]));
  }
  return values;
}

MetricEstimate estimate_mean(Key key, std::span<const double> values) {
  MetricEstimate result;
  result.key = std::move(key);
  auto known = without_nan(values);
  result.n = static_cast<std::uint32_t>(known.size());
  if (known.empty()) return result;
  const auto estimate = sim::estimate(known);
  result.mean = estimate.mean;
  result.sd = estimate.sd;
  result.ci95 = {estimate.mean - estimate.half_width, estimate.mean + estimate.half_width};
  std::ranges::sort(known);
  result.p05 = bounded_quantile(known, 0.05);
  result.p25 = bounded_quantile(known, 0.25);
  result.p50 = bounded_quantile(known, 0.50);
  result.p75 = bounded_quantile(known, 0.75);
  result.p95 = bounded_quantile(known, 0.95);
  return result;
}

const MetricEstimate* find_metric(const Results& results, std::string_view id) {
  const auto found = std::ranges::find(
      results.metrics, id, [](const MetricEstimate& m) -> std::string_view { return m.key.id; });
  return found == results.metrics.end() ? nullptr : &*found;
}

Results summarise(const Model& model, const flow::Analysis& analysis, const Sample& sample,
                  RunIdentity identity) {
  const auto& catalogue = model.catalogue();
  Results results;
  results.identity = std::move(identity);
  for (const auto& spec : catalogue.weekly) {
    results.weekly.push_back(series_estimate(spec, catalogue.weeks, sample));
  }
  for (const auto& spec : catalogue.metrics) {
    auto values = values_of(spec, sample);
    if (spec.drop_if_zero && std::ranges::all_of(values, [](double x) { return x == 0; })) continue;
    results.metrics.push_back(spec.kind == FigureKind::Probability
                                  ? estimate_probability(spec.key, values)
                                  : estimate_mean(spec.key, values));
    results.replications.push_back({spec.key.id, std::move(values)});
  }
  results.ledger = ledger_rows(catalogue, sample, results.ledger_replications);
  results.occupancy = occupancy(model, sample);
  results.exceedance = exceedance(model, sample);
  results.targets = target_rows(model, results);
  add_cases(model, sample, results);
  results.audit = audit_results(model, analysis, sample, results);
  return results;
}

}  // namespace care
