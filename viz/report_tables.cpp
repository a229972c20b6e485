// SPDX-License-Identifier: Apache-2.0

// The tables: figures by stakeholder, places, staff, ways out, ledger.

#include <algorithm>

#include "viz/figure_tables.hpp"
#include "viz/format.hpp"
#include "viz/report_parts.hpp"
#include "viz/table_html.hpp"

namespace viz::report {
namespace {

using Metric = care::MetricEstimate;

/// A sum of means over municipalities and roles; it has no interval of its own.
struct Sum {
  double mean = 0;
  const Metric* any = nullptr;
};

Sum sum_of(const Context& context, const care::Figure& figure) {
  Sum sum;
  for (const Metric& metric : context.results.metrics) {
    const care::Key& key = metric.key;
    if (!is(key, figure) || key.role == any_role) continue;
    if (key.municipality.empty() || key.role.empty()) continue;
    sum.mean += metric.mean;
    sum.any = &metric;
  }
  return sum;
}

/// Collects the rows of the stakeholder table; the party is written on its first row only.
class Stakeholders {
 public:
  explicit Stakeholders(const Context& context)
      : context_(context),
        table_(
            say(context.lang, "stakeholders.caption"),
            {text_cell(say(context.lang, "col.party")), text_cell(say(context.lang, "col.figure")),
             number_cell(say(context.lang, "col.estimate")),
             number_cell(say(context.lang, "col.interval")),
             number_cell(context.nine_of_ten(true))}) {}

  void party(std::string_view key) { party_ = std::string(say(context_.lang, key)); }
  void row(const std::string& label, const Metric* metric) {
    if (metric == nullptr || metric->n == 0) return;
    add(label, figure(*metric, context_.lang), interval(*metric, context_.lang),
        spread(*metric, context_.lang));
  }
  void row(const Sum& sum) {
    if (sum.any == nullptr) return;
    Metric total = *sum.any;
    total.mean = sum.mean;
    add(say(context_.lang, "stakeholders.sum", {{"label", pick(total.key.label, context_.lang)}}),
        figure(total, context_.lang), "", "");
  }
  [[nodiscard]] std::string html() const { return table_.empty() ? std::string() : table_.html(); }

 private:
  void add(const std::string& label, const std::string& value, const std::string& sure,
           const std::string& years) {
    table_.row({text_cell(party_), text_cell(label), number_cell(value), number_cell(sure),
                number_cell(years)});
    party_.clear();
  }

  const Context& context_;
  Table table_;
  std::string party_;
};

std::string labelled(const Context& context, const Metric& metric, const std::string& id) {
  return setting_name(context.scenario, id, context.lang) + ": " +
         in_sentence(pick(metric.key.label, context.lang));
}

void add_setting_rows(const Context& context, Stakeholders& table, std::string_view owner,
                      std::initializer_list<const care::Figure*> wanted) {
  for (const auto& [id, setting] : context.scenario.settings) {
    if (!owner.empty() && setting.owner != owner) continue;
    for (const care::Figure* figure : wanted) {
      const Metric* metric = find_figure(context.results, *figure, {id, {}, {}});
      if (metric == nullptr || !(metric->mean > 0)) continue;
      table.row(labelled(context, *metric, id), metric);
    }
  }
}

std::string stakeholder_table(const Context& context) {
  if (!context.scenario.care) return {};
  Stakeholders table(context);
  table.party("party.patient");
  add_setting_rows(context, table, {}, {&figures::wait});
  table.row(sum_of(context, figures::missed_must));
  table.row(sum_of(context, figures::harmed));
  table.party("party.municipality");
  const std::string_view risk = "stakeholders.risk";
  for (const std::string& id : staffed_municipalities(context.scenario, context.results)) {
    const Metric* any = find_figure(context.results, figures::any, {{}, id, any_role});
    table.row(say(context.lang, risk,
                  {{"municipality", municipality_name(context.scenario, id, context.lang)}}),
              any);
  }
  for (const care::Figure* figure :
       {&figures::overtime, &figures::agency, &figures::visits_moved}) {
    table.row(sum_of(context, *figure));
  }
  table.party("party.region");
  add_setting_rows(context, table, "region",
                   {&figures::utilisation, &figures::ready_days, &figures::overflow});
  table.party("party.committee");
  for (const auto& [id, setting] : context.scenario.settings) {
    const Metric* residents = find_figure(context.results, figures::residents, {id, {}, {}});
    if (residents != nullptr) table.row(labelled(context, *residents, id), residents);
  }
  const std::string html = table.html();
  if (html.empty()) return {};
  return "<h3>" + context.t("stakeholders.heading") + "</h3>\n<p class=\"note\">" +
         context.t("stakeholders.note") + "</p>\n" + html;
}

/// A table below a heading; empty without rows.
std::string headed(const Context& context, std::string_view key, const std::string& table,
                   const std::string& note = {}) {
  if (table.empty()) return {};
  return "<h3>" + context.t(key) + "</h3>\n" + note + table;
}

std::string note(const Context& context, std::string_view key) {
  return "<p class=\"note\">" + context.t(key) + "</p>\n";
}

std::string ledger_tables(const Context& context) {
  const std::string accounts =
      table_html(accounts_table(context.scenario, context.results), context.lang);
  if (accounts.empty()) return {};
  return headed(context, "ledger.heading", accounts, note(context, "ledger.note")) +
         folded(context.t("ledger.all_rows"),
                table_html(provided_table(context.results), context.lang));
}

}  // namespace

std::string tables_section(const Context& context) {
  const auto& scenario = context.scenario;
  const auto& results = context.results;
  const auto html = [&](const viz::Table& table, std::string_view css_class = {}) {
    return table_html(table, context.lang, css_class);
  };
  return section(
      context, "tables.heading",
      stakeholder_table(context) +
          headed(context, "owners.heading", html(owners_table(scenario, results)),
                 note(context, "owners.note")) +
          headed(context, "places.heading", html(places_table(scenario, results))) +
          headed(context, "staff.heading", html(staff_table(scenario, results), "dense")) +
          headed(context, "exits.heading", html(exits_table(scenario, results))) +
          ledger_tables(context));
}

}  // namespace viz::report
