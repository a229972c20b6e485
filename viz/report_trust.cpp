// SPDX-License-Identifier: Apache-2.0

// What makes the results believable: targets reached, checks passed, the method and its limits.

#include <algorithm>
#include <chrono>
#include <set>

#include "sim/civil_date.hpp"
#include "viz/charts.hpp"
#include "viz/figure_tables.hpp"
#include "viz/format.hpp"
#include "viz/report_parts.hpp"
#include "viz/svg.hpp"
#include "viz/table_html.hpp"

namespace viz::report {
namespace {

std::string target_bullet(const Context& context, const care::TargetRow& row, std::size_t index) {
  Bullet picture;
  picture.id = context.id("target" + std::to_string(index));
  picture.title = pick(row.label, context.lang);
  picture.description = say(context.lang, "target.description",
                            {{"estimate", figure(row.estimate, context.lang)},
                             {"interval", interval(row.estimate, context.lang)},
                             {"low", bound_text(row.low, context.lang)},
                             {"high", bound_text(row.high, context.lang)}});
  picture.low = row.low;
  picture.high = row.high;
  picture.estimate = row.estimate.mean;
  picture.ci_low = row.estimate.ci95.low;
  picture.ci_high = row.estimate.ci95.high;
  picture.passed = row.passed;
  return bullet(picture);
}

std::string item(const std::string& term, const std::string& text) {
  return "<tr><th scope=\"row\">" + term + "</th><td>" + text + "</td></tr>\n";
}

std::string start_state(const Context& context) {
  const auto& scenario = context.scenario;
  std::string out =
      context.t(scenario.initial.census.empty() ? "method.empty_start" : "method.census_start");
  if (scenario.horizon.warm_up_days > 0) {
    out += context.t("method.warm_up", {{"days", std::to_string(scenario.horizon.warm_up_days)}});
  }
  return out;
}

}  // namespace

std::string targets_section(const Context& context) {
  if (context.results.targets.empty()) return {};
  Pictures bullets{4, context.t("col.position"), {}};  // before the verdict
  for (const care::TargetRow& row : context.results.targets) {
    bullets.cells.push_back(target_bullet(context, row, bullets.cells.size()));
  }
  return section(context, "target.heading",
                 "<p>" + context.t("target.intro") + "</p>\n" +
                     table_html(targets_table(context.results), context.lang, {}, bullets));
}

std::string audit_section(const Context& context) {
  if (context.results.audit.empty()) return {};
  const AuditCount counts = audit_count(context.results);
  const std::string summary =
      "<p>" +
      context.t("audit.count", {{"passed", std::to_string(counts.passed)},
                                {"violated", std::to_string(counts.violated)},
                                {"notes", std::to_string(counts.notes)}}) +
      " " + context.t("audit.intro") + "</p>\n";
  return section(context, "audit.heading",
                 summary + table_html(audit_table(context.results), context.lang));
}

std::string method_section(const Context& context) {
  const Lang lang = context.lang;
  const care::RunIdentity& run = context.results.identity;
  const auto& horizon = context.scenario.horizon;
  const auto first = horizon.start + std::chrono::days{horizon.warm_up_days};
  const auto last = first + std::chrono::days{std::max(0, horizon.days - 1)};
  const std::string command = context.options.reproduce.empty()
                                  ? reproduce_command(context.scenario, context.results)
                                  : context.options.reproduce;
  std::string out = "<h3>" + context.t("method.reproduce") + "</h3>\n<pre>" + escape(command) +
                    "</pre>\n<p class=\"note\">" + context.t("method.reproduce_note") + "</p>\n";
  out += "<div class=\"scroll\"><table><caption>" + context.t("method.caption") +
         "</caption><tbody>\n";
  out += item(context.t("method.scenario"), "<code>" + escape(run.scenario_file) +
                                                "</code> <span class=\"pointer\">" +
                                                escape(run.scenario_hash) + "</span>");
  out += item(
      context.t("method.period"),
      context.t("method.period_text",
                {{"from", long_date(first, lang)},
                 {"to", long_date(last, lang)},
                 {"days", count(static_cast<std::uint64_t>(std::max(0, horizon.days)), lang)}}));
  out += item(context.t("method.start"), start_state(context));
  out += item(context.t("method.replications"), count(run.replications, lang));
  out += item(context.t("method.seed"), "<code>" + std::to_string(run.seed) + "</code>");
  out += item(context.t("method.version"), "<code>" + escape(run.version) + "</code>");
  out += "</tbody></table></div>\n<h3>" + context.t("method.how") + "</h3>\n";
  for (const std::string_view key : {context.scenario.care ? "method.model" : "method.model_flow",
                                     "method.chance", "method.intervals"}) {
    out += "<p>" + context.t(key) + "</p>\n";
  }
  out += "<h3>" + context.t("method.limits") + "</h3>\n<ul>\n";
  for (const std::string_view key :
       {"limits.inputs", "limits.not_forecast", "limits.averages", "limits.time"}) {
    if (key == "limits.averages" && !context.scenario.care) continue;
    out += "<li>" + context.t(key) + "</li>\n";
  }
  out += "</ul>\n<footer><p>" + context.t("report.footer") + "</p></footer>\n";
  return section(context, "method.heading", out);
}

}  // namespace viz::report
