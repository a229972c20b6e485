// SPDX-License-Identifier: Apache-2.0

// What makes the results believable: targets reached, checks passed, the method and its limits.

#include "viz/charts.hpp"
#include "viz/figure_tables.hpp"
#include "viz/format.hpp"
#include "viz/input_tables.hpp"
#include "viz/report_parts.hpp"
#include "viz/svg.hpp"
#include "viz/table_html.hpp"

namespace viz::report {
namespace {

/// Empty where there is no estimate to show.
std::string target_bullet(const Context& context, const care::TargetRow& row, std::size_t index) {
  if (row.estimate.n == 0) return {};
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
  const std::string command = context.options.reproduce.empty()
                                  ? reproduce_command(context.scenario, context.results)
                                  : context.options.reproduce;
  std::string out = "<h3>" + context.t("method.reproduce") + "</h3>\n<pre>" + escape(command) +
                    "</pre>\n<p class=\"note\">" + context.t("method.reproduce_note") + "</p>\n";
  out += table_html(method_table(context.scenario, context.results.identity), context.lang) +
         "<h3>" + context.t("method.how") + "</h3>\n";
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
