// SPDX-License-Identifier: Apache-2.0
// The self-audit of a run: what must hold whatever the scenario, and what a reader must know.

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "experiments/estimates.hpp"
#include "sim/statistics.hpp"
#include "words/catalog.hpp"

namespace care {
namespace {

using scenarios::Text;
using words::say;
using Verdict = AuditItem::Verdict;

AuditItem exact_item(std::string id, Text label, Slot slot, const Sample& sample) {
  std::int64_t violations = 0;
  for (const auto each : sample.totals(slot)) violations += each;
  if (violations == 0) {
    return {std::move(id), std::move(label), Verdict::Passed,
            say("audit.holds", {{"n", sample.size()}})};
  }
  return {std::move(id), std::move(label), Verdict::Violated,
          say("audit.broken", {{"n", violations}})};
}

AuditItem ledger_item(const Results& results) {
  double worst = 0;
  for (const auto& total : results.ledger) {
    if (total.principal != "total") continue;
    double sum = 0;
    for (const auto& row : results.ledger) {
      if (row.principal != "total" && row.item == total.item) sum += row.quantity.mean;
    }
    const double scale = std::max(1.0, std::abs(total.quantity.mean));
    worst = std::max(worst, std::abs(sum - total.quantity.mean) / scale);
  }
  // The bed-days of a setting, counted once for all patients, must be what its principals have
  // together.
  for (const auto& row : results.ledger) {
    if (row.principal != "total") continue;
    if (const auto* days = find_metric(results, id_of(figures::bed_days, row.item))) {
      const double scale = std::max(1.0, std::abs(days->mean));
      worst = std::max(worst, std::abs(row.quantity.mean - days->mean) / scale);
    }
  }
  const bool holds = worst < 1e-9;
  if (holds) return {"ledger", say("audit.ledger"), Verdict::Passed, say("audit.adds_up")};
  return {"ledger", say("audit.ledger"), Verdict::Violated,
          say("audit.deviation", {{"most", fmt::format("{:.1e}", worst)}})};
}

AuditItem start_item(const Model& model) {
  const auto& scenario = model.scenario();
  const int days = scenario.horizon.warm_up_days;
  const bool empty = scenario.initial.is_empty();
  return {"start", say("audit.start"), Verdict::Note,
          say(empty ? "audit.empty_start" : "audit.census_start", {{"days", days}})};
}

/// A load of 1 or more has no steady state: the results hold for this horizon from this start.
void add_overloaded(const flow::Analysis& analysis, std::vector<AuditItem>& items) {
  for (const auto& load : analysis.loads) {
    if (load.unlimited || load.utilisation < 1) continue;
    const auto percent = 100 * load.utilisation;
    items.push_back({"load." + load.setting, say("audit.load", {{"setting", load.setting}}),
                     Verdict::Note,
                     say("audit.overloaded", {{"percent", fmt::format("{:.0f}", percent)}})});
  }
}

/// Patients in a setting, mean of each full week.
struct WeeklyMeans {
  const Sample& sample;
  std::vector<std::size_t> weeks;    // that are full
  std::vector<std::int64_t> counts;  // by week * replications + replication; patient-ms

  [[nodiscard]] double at(std::size_t week, std::uint32_t replication) const {
    return static_cast<double>(counts[weeks[week] * sample.size() + replication]);
  }
  /// Mean over weeks [from, to) of one replication.
  [[nodiscard]] double mean(std::size_t from, std::size_t to, std::uint32_t replication) const {
    double sum = 0;
    for (std::size_t week = from; week < to; ++week) sum += at(week, replication);
    return sum / static_cast<double>(to - from);
  }
  /// Mean over all replications, by week.
  [[nodiscard]] std::vector<double> over_replications() const {
    std::vector<double> means(weeks.size());
    for (std::size_t week = 0; week < weeks.size(); ++week) {
      for (std::uint32_t r = 0; r < sample.size(); ++r) means[week] += at(week, r);
      means[week] /= sample.size();
    }
    return means;
  }
};

/// MSER-5 (White 1997) on the mean weekly number of patients: how many weeks more would have to be
/// deleted? It finds a best cut in noise too; that counts only where the weeks before it differ from
/// those after it by more than chance between replications explains, at one in ten thousand for all
/// settings together.
std::size_t weeks_to_delete(const WeeklyMeans& means, std::size_t settings) {
  const auto cut = sim::mser5(means.over_replications()).observations;
  if (cut == 0) return 0;
  std::vector<double> difference;
  difference.reserve(means.sample.size());
  for (std::uint32_t r = 0; r < means.sample.size(); ++r) {
    difference.push_back(means.mean(0, cut, r) - means.mean(cut, means.weeks.size(), r));
  }
  const double confidence = 1 - 1e-4 / static_cast<double>(settings);
  const auto gap = sim::estimate(difference, confidence);
  return std::abs(gap.mean) > gap.half_width ? cut : 0;
}

AuditItem warm_up_item(const Model& model, const Sample& sample) {
  AuditItem item{"warm_up", say("audit.warm_up"), Verdict::Note, say("audit.one_replication")};
  if (sample.size() < 2) return item;
  constexpr std::size_t fewest_weeks = 20;
  const auto& catalogue = model.catalogue();
  std::string longest;
  std::size_t most = 0;
  for (const auto& spec : catalogue.weekly) {
    if (!is(spec.key, figures::present) || !spec.key.municipality.empty()) continue;
    WeeklyMeans means{sample, {}, sample.weeks(spec.series)};
    for (std::size_t w = 0; w < catalogue.weeks.size(); ++w) {
      const auto& week = catalogue.weeks[w];
      if (week.end - week.start == 7 * sim::day) means.weeks.push_back(w);
    }
    if (means.weeks.size() < fewest_weeks) continue;
    const auto cut = weeks_to_delete(means, catalogue.settings);
    if (cut <= most) continue;
    most = cut;
    longest = spec.key.setting;
  }
  item.detail = say("audit.long_enough");
  item.verdict = Verdict::Passed;
  if (most == 0) return item;
  item.verdict = Verdict::Note;
  item.detail = say("audit.longer_warm_up", {{"weeks", most}, {"setting", longest}});
  if (model.has_care()) item.detail = item.detail + say("audit.season");
  return item;
}

}  // namespace

std::vector<AuditItem> audit_results(const Model& model, const flow::Analysis& analysis,
                                     const Sample& sample, const Results& results) {
  const auto& catalogue = model.catalogue();
  std::vector<AuditItem> items;
  items.push_back(
      exact_item("flow_balance", say("audit.flow_balance"), catalogue.audit_flow, sample));
  items.push_back(exact_item("places", say("audit.places"), catalogue.audit_places, sample));
  items.push_back(exact_item("ready_within_present", say("audit.ready_within_present"),
                             catalogue.audit_ledger, sample));
  if (model.blocked().causes > 0) {
    items.push_back(
        exact_item("ready_by_cause", say("audit.ready_by_cause"), model.blocked().audit, sample));
  }
  items.push_back(ledger_item(results));
  items.push_back(exact_item("little", say("audit.little"), catalogue.audit_little, sample));
  items.push_back(start_item(model));
  items.push_back(warm_up_item(model, sample));
  add_overloaded(analysis, items);
  std::ranges::stable_sort(
      items, {}, [](const AuditItem& item) { return item.verdict == Verdict::Violated ? 0 : 1; });
  return items;
}

}  // namespace care
