// SPDX-License-Identifier: Apache-2.0
#include "experiments/estimates.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "experiments/plausible.hpp"
#include "models/measure/figure_text.hpp"
#include "models/staff_balance.hpp"
#include "scenarios/case_vocabulary.hpp"
#include "scenarios/fields_rules.hpp"
#include "sim/intervals.hpp"
#include "sim/shares.hpp"
#include "words/catalog.hpp"

namespace care {
namespace {

using scenarios::Text;

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

/// The quantile with its interval, if there are enough replications to bound it.
void add_quantile(std::span<const double> sorted, double p, std::optional<double>& value,
                  std::optional<Interval>& ci95) {
  const auto quantile = sim::order_statistic_interval(sorted, p);
  if (!quantile.interval) return;
  value = quantile.value;
  ci95 = Interval{quantile.interval->low, quantile.interval->high};
}

MetricEstimate estimate_probability(Key key, std::span<const double> shares, std::uint32_t trials) {
  MetricEstimate result;
  result.key = std::move(key);
  result.kind = MetricEstimate::Kind::Probability;
  if (trials == 0 || shares.empty()) return result;
  const auto proportion = sim::proportion(shares, trials);
  result.n = static_cast<std::uint32_t>(shares.size());
  result.trials = proportion.n;
  result.events = proportion.successes;
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
  // A horizon in hours may end within a day, which counts as one.
  point.days =
      static_cast<int>(std::chrono::ceil<std::chrono::days>(week.end - week.start).count());
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

/// The share of seasons in each replication that were at least so deep; `depths` by season.
std::vector<double> reached_shares(const std::vector<std::vector<std::int64_t>>& depths,
                                   std::size_t replications, double level) {
  std::vector<double> shares(replications, 0.0);
  for (const auto& season : depths) {
    for (std::size_t r = 0; r < replications; ++r) {
      if (static_cast<double>(season[r]) >= level * 1e6) shares[r] += 1;
    }
  }
  for (double& share : shares) share /= static_cast<double>(depths.size());
  return shares;
}

Exceedance exceedance_of(const Model& model, const Sample& sample, std::uint32_t team) {
  constexpr int steps = 20;
  constexpr double widest = 0.5;  // half of the time due in the worst week
  const auto& who = model.workforce().team(team);
  const auto seasons = model.staff_slots().seasons.spans.size();
  Exceedance curve{model.units()[who.unit].id, model.scenario().care->roles[who.role].first, {}};
  std::vector<std::vector<std::int64_t>> depths;
  depths.reserve(seasons);
  for (std::size_t i = 0; i < seasons; ++i) {
    depths.push_back(sample.totals(model.staff_slots().teams[team].season_depths + i));
  }
  for (int step = 1; step <= steps; ++step) {
    const double level = widest * step / steps;
    const auto share = sim::proportion(reached_shares(depths, sample.size(), level),
                                       static_cast<std::uint32_t>(seasons));
    curve.points.push_back({level, share.share, {share.interval.low, share.interval.high}});
  }
  return curve;
}

std::vector<Exceedance> exceedance(const Model& model, const Sample& sample) {
  std::vector<Exceedance> result;
  if (!model.has_care() || sample.size() == 0) return result;
  if (model.staff_slots().seasons.spans.empty()) return result;
  for (std::uint32_t team = 0; team < model.workforce().teams(); ++team) {
    if (!model.units().is_municipality(model.workforce().team(team).unit)) continue;
    result.push_back(exceedance_of(model, sample, team));
  }
  return result;
}

/// The attributes that cases are told by: day, shift and season are of the moment.
std::vector<std::size_t> shown_attributes(const Decisions& rules) {
  constexpr std::size_t moment_attributes = 3;
  std::vector<std::size_t> shown;
  for (std::size_t a = 0; a < built_in_attributes - moment_attributes; ++a) shown.push_back(a);
  for (std::size_t k = 0; k < rules.vocabulary().own().size(); ++k) {
    shown.push_back(built_in_attributes + k);
  }
  return shown;
}

void add_cases(const Model& model, const Sample& sample, Results& results) {
  if (!model.has_responsibility()) return;
  const auto& rules = model.decisions();
  const auto vocabulary = rules.vocabulary().dimensions();
  const auto shown = shown_attributes(rules);
  for (const auto a : shown) {
    results.case_attributes.emplace_back(vocabulary[dimension_of(a)].name);
  }
  const double per_ms = 1.0 / static_cast<double>(model.catalogue().horizon_ms);
  const auto last = static_cast<std::uint8_t>(rules.agreements().size() - 1);
  for (std::uint32_t c = 0; c < rules.cases().size(); ++c) {
    auto persons = scaled(sample.totals(model.first_case() + c), per_ms);
    if (std::ranges::all_of(persons, [](double x) { return x == 0; })) continue;
    const Placement placement{c, last, 0};
    const auto& ruling = rules.decide(placement, rules.person(), 0);
    CaseRow row{.values = {},
                .persons = estimate_mean({}, persons),
                .responsible = std::string{name_of(ruling.responsible)},
                .performers = {},
                .disputed = ruling.disputed,
                .rule = rules.pointer(placement, ruling)};
    for (const auto a : shown) {
      row.values.emplace_back(vocabulary[dimension_of(a)].values[rules.cases()[c][a]].name);
    }
    for (std::size_t i = 0; i < ruling.performers; ++i) {
      row.performers.emplace_back(scenarios::name_of(ruling.performer[i]));
    }
    results.cases.push_back(std::move(row));
    results.case_replications.push_back(std::move(persons));
  }
}

std::vector<TargetRow> target_rows(const Model& model, const Results& results) {
  std::vector<TargetRow> rows;
  for (const auto& [id, target] : model.scenario().targets) {
    TargetRow row{id,   named(target.label, id), target.measure, {}, target.low, target.high, {},
                  false};
    if (const auto* metric = find_metric(results, target.measure)) {
      row.estimate = *metric;
      row.unit = metric->key.unit;
      row.passed = metric->mean >= target.low && metric->mean <= target.high;
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<StateRow> state_rows(const Model& model, const Sample& sample) {
  std::vector<StateRow> rows;
  const auto& plans = model.levels();
  for (std::size_t moment = 0; moment < plans.moments.size(); ++moment) {
    for (const auto s : model.network().setting.ids()) {
      StateRow row{sim::iso_date_time(plans.moments[moment]), model.network().place_ids[s], {}};
      for (std::size_t i = 0; i < row.numbers.size(); ++i) {
        const auto count = static_cast<scenarios::Level>(i);
        const auto slot = plans.state(moment, s, model.network().settings, count);
        row.numbers[i] = estimate_mean(state_key(row, count), scaled(sample.totals(slot), 1));
      }
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

/// A number of a day, replication by replication; none of places offered where they are unlimited.
std::vector<double> day_values(const Model& model, const Sample& sample, Slot slot,
                               flow::Place setting, DayNumber number, sim::Duration length) {
  if (number == DayNumber::Capacity && model.network().setting[setting].unlimited) return {};
  const bool counted = number == DayNumber::Entries || number == DayNumber::Departures;
  return scaled(sample.totals(slot), counted ? 1 : 1 / static_cast<double>(length.count()));
}

std::vector<DayRow> day_rows(const Model& model, const Sample& sample) {
  std::vector<DayRow> rows;
  const auto& plan = model.days();
  auto start = model.network().measured_from;
  for (std::size_t day = 0; day < plan.ends.size(); ++day) {
    const auto length = plan.ends[day] - start;
    const auto date = std::chrono::floor<std::chrono::days>(start);
    for (std::size_t i = 0; i < plan.settings.size(); ++i) {
      DayRow row{date,
                 static_cast<int>(std::chrono::weekday{date}.iso_encoding()),
                 static_cast<double>(length.count()) * hours_per_ms,
                 model.network().place_ids[plan.settings[i]],
                 {}};
      for (std::size_t n = 0; n < day_numbers; ++n) {
        const auto number = static_cast<DayNumber>(n);
        row.numbers[n] = estimate_mean(
            day_key(row, number),
            day_values(model, sample, plan.row(day, i) + n, plan.settings[i], number, length));
      }
      rows.push_back(std::move(row));
    }
    start = plan.ends[day];
  }
  return rows;
}

/// What a reader of a risk must know of the seasons that it is about.
void warn_of(const Seasons& seasons, const std::array<int, 2>& weeks, const Model& model,
             Results& results) {
  if (!seasons.is_cut) return;
  const auto& measured = model.catalogue().weeks;
  const auto& part = seasons.spans.front();
  results.warnings.push_back(words::say("season.cut", {{"from", weeks[0]},
                                                       {"to", weeks[1]},
                                                       {"first", measured[part.first].iso_week},
                                                       {"last", measured[part.end - 1].iso_week}}));
}

void warn_of_seasons(const Model& model, Results& results) {
  const auto& scenario = model.scenario();
  if (model.has_care()) {
    warn_of(model.staff_slots().seasons, scenario.care->shortage.season, model, results);
  }
  for (std::size_t i = 0; i < scenario.limits.size(); ++i) {
    const auto& weeks = scenario.limits[i].second.weeks;
    if (weeks) warn_of(model.levels().limits[i].seasons, *weeks, model, results);
  }
}

}  // namespace

Key state_key(const StateRow& row, scenarios::Level count) {
  Key key;
  const auto name = scenarios::name_of(count);
  key.id = fmt::format("{}.{}@{}", name, row.setting, row.time);
  key.group = name_of(Group::Flow);
  key.quantity = name;
  key.setting = row.setting;
  key.label = words::say("state." + std::string(name));
  key.unit = words_of(count == scenarios::Level::Occupied ? Unit::Places : Unit::Persons);
  return key;
}

Key day_key(const DayRow& row, DayNumber number) {
  Key key;
  const auto name = scenarios::name_of(number);
  key.id = fmt::format("{}.{}@{}", name, row.setting, sim::iso_date(row.date));
  key.group = name_of(Group::Flow);
  key.quantity = name;
  key.setting = row.setting;
  key.label = words::say("state." + std::string(name));
  const bool places = number == DayNumber::Occupied || number == DayNumber::Capacity;
  key.unit = words_of(places ? Unit::Places : Unit::Persons);
  return key;
}

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
  const auto interval = sim::mean_interval(known);
  std::ranges::sort(known);
  // What is counted is not negative, so neither is its mean.
  const double least = known.front() >= 0 ? 0 : -std::numeric_limits<double>::infinity();
  result.ci95 = {std::max(least, interval.low), interval.high};
  add_quantile(known, 0.05, result.p05, result.p05_ci95);
  add_quantile(known, 0.25, result.p25, result.p25_ci95);
  add_quantile(known, 0.50, result.p50, result.p50_ci95);
  add_quantile(known, 0.75, result.p75, result.p75_ci95);
  add_quantile(known, 0.95, result.p95, result.p95_ci95);
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
                                  ? estimate_probability(spec.key, values, spec.trials)
                                  : estimate_mean(spec.key, values));
    results.replications.push_back({spec.key.id, std::move(values)});
  }
  results.ledger = ledger_rows(catalogue, sample, results.ledger_replications);
  results.occupancy = occupancy(model, sample);
  results.exceedance = exceedance(model, sample);
  results.states = state_rows(model, sample);
  results.daily = day_rows(model, sample);
  results.targets = target_rows(model, results);
  results.plausible = plausible_rows(model.scenario(), results);
  add_cases(model, sample, results);
  warn_of_seasons(model, results);
  for (const auto& finding : analysis.findings) {
    if (finding.code == "over_capacity") results.warnings.push_back(finding.message);
  }
  for (auto& finding : visits_that_never_fit(model, analysis)) {
    results.warnings.push_back(std::move(finding.message));
  }
  results.audit = audit_results(model, analysis, sample, results);
  return results;
}

}  // namespace care
