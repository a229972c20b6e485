// SPDX-License-Identifier: Apache-2.0
// What each party carries, in one run.

#include <initializer_list>
#include <utility>

#include "viz/figure_tables.hpp"
#include "viz/table_parts.hpp"
#include "viz/views.hpp"
#include "words/catalog.hpp"

namespace viz {
namespace {

using care::MetricEstimate;
using Type = Column::Type;
using words::Text;

/// The sum of a figure over municipalities and roles.
Sum sum_of(const care::Results& results, const care::Figure& figure) {
  Sum sum;
  for (const MetricEstimate& metric : results.metrics) {
    const care::Key& key = metric.key;
    if (!is(key, figure) || key.role == any_role) continue;
    if (key.municipality.empty() || key.role.empty()) continue;
    sum.mean += metric.mean;
    sum.like = &metric;
  }
  return sum;
}

/// The rows, party by party; a party is named on the first of its rows.
class Parties {
 public:
  Parties(const scenarios::Scenario& scenario, const care::Results& results)
      : scenario_(scenario), results_(results), table_("parties", "stakeholders.caption") {
    table_.column("party", "col.party", Type::Text);
    table_.column("figure", "col.figure", Type::Text);
    table_.column("estimate", "col.estimate", Type::Estimate);
    table_.column("interval", "col.interval", Type::Interval);
    table_.column("spread", spread_heading(scenario), Type::Spread);
  }

  void patients() {
    party_ = words::say("party.patient");
    for (const auto& [id, setting] : scenario_.settings) of_setting(id, figures::wait);
    sum(figures::missed_urgent);
    sum(figures::missed_other);
    sum(figures::harmed);
  }

  void municipalities() {
    party_ = words::say("party.municipality");
    for (const std::string& id : staffed_municipalities(scenario_, results_)) {
      estimate(
          words::say("stakeholders.risk", {{"municipality", municipality_label(scenario_, id)}}),
          find_figure(results_, figures::any, {{}, id, any_role}));
    }
    sum(figures::overtime);
    sum(figures::agency);
    sum(figures::visits_moved);
  }

  void region() {
    party_ = words::say("party.region");
    for (const auto& [id, setting] : scenario_.settings) {
      if (setting.owner != "region") continue;
      of_setting(id, figures::utilisation);
      of_setting(id, figures::ready_days);
      of_setting(id, figures::overflow);
    }
  }

  void committee() {
    party_ = words::say("party.committee");
    for (const auto& [id, setting] : scenario_.settings) {
      const auto* residents = find_figure(results_, figures::residents, {id, {}, {}});
      if (residents != nullptr) estimate(label_in(id, *residents), residents);
    }
  }

  [[nodiscard]] Table finish() && { return std::move(table_).finish(); }

 private:
  void add(Text label, Cell figure) {
    table_.row({std::exchange(party_, {}), std::move(label), std::move(figure)});
  }
  void estimate(Text label, const MetricEstimate* metric) {
    if (metric != nullptr && metric->n > 0) add(std::move(label), Estimate{metric});
  }
  void sum(const care::Figure& figure) {
    const Sum sum = sum_of(results_, figure);
    if (sum.like == nullptr) return;
    add(words::say("stakeholders.sum", {{"label", sum.like->key.label}}), sum);
  }
  /// A figure of a setting, where there is something to tell.
  void of_setting(const std::string& id, const care::Figure& figure) {
    const auto* metric = find_figure(results_, figure, {id, {}, {}});
    constexpr double least = 1.0 / 3600;  // a second, as hours
    if (metric != nullptr && metric->mean >= least) estimate(label_in(id, *metric), metric);
  }
  [[nodiscard]] Text label_in(const std::string& id, const MetricEstimate& metric) const {
    return in_both([&](Lang lang) {
      return setting_name(scenario_, id, lang) + ": " + in_sentence(pick(metric.key.label, lang));
    });
  }

  const scenarios::Scenario& scenario_;
  const care::Results& results_;
  TableBuilder table_;
  Text party_;
};

}  // namespace

Table parties_table(const scenarios::Scenario& scenario, const care::Results& results) {
  Parties parties(scenario, results);
  if (scenario.care) {
    parties.patients();
    parties.municipalities();
    parties.region();
    parties.committee();
  }
  return std::move(parties).finish();
}

}  // namespace viz
