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

/// Little's law, L = lambda W, for one setting (Little 1961): the mean number present against
/// entries per time times the mean stay. Judged where stays are short against the horizon; else
/// said to be beyond judgement.
AuditItem little_item(const Model& model, flow::Place s, const Sample& sample) {
  const auto& id = model.network().place_ids[s];
  const auto& catalogue = model.catalogue();
  const auto horizon = static_cast<double>(catalogue.horizon_ms);
  const auto present = std::ranges::find(catalogue.metrics, id_of(figures::present, id),
                                         [](const MetricSpec& m) { return m.key.id; });
  const auto entries = std::ranges::find(catalogue.metrics, id_of(figures::entries, id),
                                         [](const MetricSpec& m) { return m.key.id; });
  const auto all_present = sample.totals(present->numerator);
  const auto all_entries = sample.totals(entries->numerator);
  const auto all_stays = sample.totals(catalogue.setting(s, flow::SettingTotal::Stays));
  const auto all_stay_ms = sample.totals(catalogue.setting(s, flow::SettingTotal::StayMs));
  std::vector<double> difference, level, stay;
  for (std::uint32_t i = 0; i < sample.size(); ++i) {
    const auto stays = static_cast<double>(all_stays[i]);
    if (stays == 0) continue;
    const double number = static_cast<double>(all_present[i]) / horizon;
    const double rate = static_cast<double>(all_entries[i]) / horizon;
    const double mean_stay = static_cast<double>(all_stay_ms[i]) / stays;
    difference.push_back(number - rate * mean_stay);
    level.push_back(number);
    stay.push_back(mean_stay);
  }
  AuditItem item{"little." + id, say("audit.little", {{"setting", id}}), Verdict::Note, {}};
  if (level.size() < 2) {
    item.detail = say("audit.few_stays");
    return item;
  }
  const auto mean_level = sim::estimate(level).mean;
  const auto relative_stay = sim::estimate(stay).mean / horizon;
  const auto gap = sim::estimate(difference, 0.999);
  item.detail = words::verbatim(
      fmt::format("L = {:.2f}, L − λW = {:.3f} ± {:.3f}", mean_level, gap.mean, gap.half_width));
  if (relative_stay > 0.05) {
    item.detail = item.detail + say("audit.long_stays");
    return item;
  }
  // Patients present at the two ends of the horizon are counted in one of the sides only.
  const double edge = mean_level * (3 * relative_stay + 0.001);
  item.verdict = std::abs(gap.mean) <= gap.half_width + edge ? Verdict::Passed : Verdict::Violated;
  return item;
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
  return {"ledger", say("audit.ledger"), holds ? Verdict::Passed : Verdict::Violated,
          say("audit.deviation", {{"most", fmt::format("{:.1e}", worst)}})};
}

AuditItem start_item(const Model& model) {
  const auto& scenario = model.scenario();
  const int days = scenario.horizon.warm_up_days;
  const bool empty = scenario.initial.census.empty();
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

/// MSER-5 (White 1997) on the mean weekly number of patients of each setting: would more have to be
/// deleted?
AuditItem warm_up_item(const Model& model, const Results& results) {
  std::string longest;
  std::size_t most = 0;
  for (const auto& series : results.weekly) {
    if (!is(series.key, figures::present) || !series.key.municipality.empty()) continue;
    std::vector<double> means;
    for (const auto& point : series.points) {
      if (point.days == 7) means.push_back(point.mean);
    }
    if (means.size() < 20) continue;
    const auto cut = sim::mser5(means);
    if (cut.observations > most) {
      most = cut.observations;
      longest = series.key.setting;
    }
  }
  AuditItem item{"warm_up", say("audit.warm_up"), Verdict::Passed, {}};
  if (most == 0) {
    item.detail = say("audit.long_enough");
    return item;
  }
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
  items.push_back(ledger_item(results));
  for (const auto s : model.network().setting.ids()) {
    items.push_back(little_item(model, s, sample));
  }
  items.push_back(start_item(model));
  items.push_back(warm_up_item(model, results));
  add_overloaded(analysis, items);
  std::ranges::stable_sort(
      items, {}, [](const AuditItem& item) { return item.verdict == Verdict::Violated ? 0 : 1; });
  return items;
}

}  // namespace care
