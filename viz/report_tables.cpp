// SPDX-License-Identifier: Apache-2.0

// The tables: figures by stakeholder, places, measures, staff, ways out, ledger.

#include "viz/figure_tables.hpp"
#include "viz/report_parts.hpp"
#include "viz/table_html.hpp"

namespace viz::report {
namespace {

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

/// At many moments the table is folded.
std::string states_part(const Context& context) {
  constexpr std::size_t few = 30;
  const auto table = table_html(moments_table(context.scenario, context.results), context.lang);
  if (context.results.states.size() <= few) return headed(context, "states.heading", table);
  return folded(context.t("states.heading"), table);
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
      headed(context, "stakeholders.heading", html(parties_table(scenario, results)),
             note(context, "stakeholders.note")) +
          headed(context, "owners.heading", html(owners_table(scenario, results)),
                 note(context, "owners.note")) +
          headed(context, "places.heading", html(places_table(scenario, results))) +
          headed(context, "ready_causes.heading", html(ready_causes_table(scenario, results)),
                 note(context, "ready_causes.note")) +
          states_part(context) +
          headed(context, "terminal.measures", html(measures_table(results))) +
          headed(context, "staff.heading", html(staff_table(scenario, results), "dense")) +
          headed(context, "exits.heading", html(exits_table(scenario, results))) +
          ledger_tables(context));
}

}  // namespace viz::report
