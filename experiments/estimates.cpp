// SPDX-License-Identifier: Apache-2.0
#include "experiments/estimates.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include <fmt/format.h>

#include "scenarios/case_vocabulary.hpp"
#include "scenarios/fields_rules.hpp"
#include "sim/statistics.hpp"

namespace care {
namespace {

using scenarios::Text;

std::vector<double> values_of(const MetricSpec& spec, std::span<const Outcome> outcomes) {
  std::vector<double> values;
  values.reserve(outcomes.size());
  for (const auto& outcome : outcomes) values.push_back(value_of(spec, outcome));
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

std::vector<SeriesEstimate> weekly_estimates(const Catalogue& catalogue,
                                             std::span<const Outcome> outcomes) {
  std::vector<SeriesEstimate> result;
  const auto weeks = catalogue.weeks.size();
  std::vector<double> values;
  for (const auto& spec : catalogue.weekly) {
    SeriesEstimate series{spec.key, {}};
    for (std::size_t w = 0; w < weeks; ++w) {
      const auto& week = catalogue.weeks[w];
      const double days = static_cast<double>((week.end - week.start).count()) / 86'400'000.0;
      values.clear();
      for (const auto& outcome : outcomes) {
        double value = spec.scale * static_cast<double>(outcome.weekly[spec.series * weeks + w]);
        if (spec.per_day) value /= days;
        if (spec.denominator) {
          const auto below = outcome.weekly[*spec.denominator * weeks + w];
          value = below == 0 ? std::numeric_limits<double>::quiet_NaN()
                             : value / static_cast<double>(below);
        }
        values.push_back(value);
      }
      series.points.push_back(week_point(week, values));
    }
    result.push_back(std::move(series));
  }
  return result;
}

Key ledger_key(const LedgerRow& row, std::string_view quantity, const Text& unit) {
  Key key;
  key.id = fmt::format("{}.{}.{}", quantity, row.principal, row.item);
  key.group = "ledger";
  key.quantity = quantity;
  key.label = row.item_label;
  key.unit = unit;
  key.decimals = 0;
  return key;
}

/// Rows of every principal, then rows of all of them together; `columns` gets the kronor of the
/// former, replication by replication.
std::vector<LedgerRow> ledger_rows(const Catalogue& catalogue, std::span<const Outcome> outcomes,
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
    std::vector<double> quantity, kronor;
    for (const auto& outcome : outcomes) {
      const auto count = static_cast<double>(outcome.totals[spec.slot]);
      quantity.push_back(count * spec.quantity_per_count);
      kronor.push_back(count * spec.kronor_per_count);
    }
    add(spec, quantity, kronor);
    auto total = std::ranges::find(totals, spec.item, [](const Sum& s) { return s.spec.item; });
    if (total == totals.end()) {
      totals.push_back(
          {spec, std::vector<double>(outcomes.size()), std::vector<double>(outcomes.size())});
      total = totals.end() - 1;
    }
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
      total->quantity[i] += quantity[i];
      total->kronor[i] += kronor[i];
    }
    columns.push_back({rows.back().kronor.key.id, std::move(kronor)});
  }
  for (auto& total : totals) {
    total.spec.principal = "total";
    total.spec.principal_label = {"Alla", "All"};
    add(total.spec, total.quantity, total.kronor);
  }
  return rows;
}

std::vector<Occupancy> occupancy(const Model& model, std::span<const Outcome> outcomes) {
  std::vector<Occupancy> result;
  for (std::size_t s = 0; s < model.network().settings; ++s) {
    std::map<std::uint32_t, std::int64_t> ms;
    for (const auto& outcome : outcomes) {
      const auto& levels = outcome.levels[s];
      for (std::size_t i = 0; i < levels.ms.size(); ++i) {
        ms[levels.first + static_cast<std::uint32_t>(i)] += levels.ms[i];
      }
    }
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

std::vector<Exceedance> exceedance(const Model& model, std::span<const Outcome> outcomes) {
  std::vector<Exceedance> result;
  if (!model.has_care() || outcomes.empty()) return result;
  constexpr int steps = 20;
  constexpr double widest = 0.5;  // half of the time due in the worst week
  const auto& care = model.care();
  for (std::uint32_t team = 0; team < model.workforce().teams(); ++team) {
    const auto& who = model.workforce().team(team);
    if (care.municipalities[who.municipality].second.is_provider) continue;
    Exceedance curve{care.municipalities[who.municipality].first, care.roles[who.role].first, {}};
    for (int step = 1; step <= steps; ++step) {
      const double level = widest * step / steps;
      const auto slot = model.catalogue().teams[team].depth;
      const auto reached = std::ranges::count_if(outcomes, [&](const Outcome& outcome) {
        return static_cast<double>(outcome.totals[slot]) >= level * 1e6;
      });
      const auto share = sim::proportion(static_cast<std::uint32_t>(reached),
                                         static_cast<std::uint32_t>(outcomes.size()));
      curve.points.push_back({level, share.share, {share.interval.low, share.interval.high}});
    }
    result.push_back(std::move(curve));
  }
  return result;
}

void add_cases(const Model& model, std::span<const Outcome> outcomes, Results& results) {
  if (!model.has_responsibility()) return;
  const auto& rules = model.responsibility();
  const auto vocabulary = scenarios::case_vocabulary();
  constexpr std::size_t shown = case_attributes - 3;  // day, shift and season are of the moment
  for (std::size_t d = 0; d < shown; ++d) results.case_attributes.emplace_back(vocabulary[d].name);
  const double per_ms = 1.0 / static_cast<double>(model.catalogue().horizon_ms);
  const auto last = static_cast<std::uint8_t>(rules.agreements().size() - 1);
  std::vector<double> persons(outcomes.size());
  for (std::uint32_t c = 0; c < rules.cases().size(); ++c) {
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
      persons[i] =
          per_ms * static_cast<double>(outcomes[i].totals[model.catalogue().first_case + c]);
    }
    if (std::ranges::all_of(persons, [](double x) { return x == 0; })) continue;
    const Placement placement{c, last, 0};
    const auto& ruling = rules.ruling(placement, rules.person(), 0);
    CaseRow row{.values = {},
                .persons = estimate_mean({}, persons),
                .responsible = std::string{name_of(ruling.responsible)},
                .performers = {},
                .disputed = ruling.disputed,
                .rule = model.rule_pointer(placement, ruling)};
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

Key quantity_key(const LedgerRow& row) { return ledger_key(row, "quantity", row.unit); }
Key kronor_key(const LedgerRow& row) { return ledger_key(row, "kronor", {"kr", "SEK"}); }

double value_of(const MetricSpec& spec, const Outcome& outcome) {
  const auto numerator = static_cast<double>(outcome.totals[spec.numerator]);
  if (spec.denominator == no_slot) return spec.scale * numerator;
  const auto denominator = static_cast<double>(outcome.totals[spec.denominator]);
  if (denominator == 0) return std::numeric_limits<double>::quiet_NaN();
  return spec.scale * numerator / denominator;
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

Results summarise(const Model& model, std::span<Outcome> outcomes, RunIdentity identity) {
  Results results;
  results.identity = std::move(identity);
  // Weeks are nine tenths of the memory of a run: they go before anything else is made.
  results.weekly = weekly_estimates(model.catalogue(), outcomes);
  for (Outcome& outcome : outcomes) std::vector<std::int64_t>{}.swap(outcome.weekly);
  for (const auto& spec : model.catalogue().metrics) {
    auto values = values_of(spec, outcomes);
    if (spec.drop_if_zero && std::ranges::all_of(values, [](double x) { return x == 0; })) continue;
    results.metrics.push_back(spec.kind == MetricEstimate::Kind::Probability
                                  ? estimate_probability(spec.key, values)
                                  : estimate_mean(spec.key, values));
    results.replications.push_back({spec.key.id, std::move(values)});
  }
  results.ledger = ledger_rows(model.catalogue(), outcomes, results.ledger_replications);
  results.occupancy = occupancy(model, outcomes);
  results.exceedance = exceedance(model, outcomes);
  results.targets = target_rows(model, results);
  add_cases(model, outcomes, results);
  results.audit = audit_results(model, outcomes, results);
  return results;
}

}  // namespace care
