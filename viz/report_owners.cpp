// SPDX-License-Identifier: Apache-2.0

// The table of who is responsible and who performs.

#include "viz/format.hpp"
#include "viz/report_parts.hpp"

namespace viz::report {

std::string owners_table(const Context& context) {
  const Lang lang = context.lang;
  Table table(say(lang, "owners.caption"),
              {text_cell(say(lang, "col.figure")), number_cell(say(lang, "col.estimate")),
               number_cell(say(lang, "col.interval")), number_cell(context.nine_of_ten(true))});
  for (const care::MetricEstimate& metric : context.results.metrics) {
    const care::Key& key = metric.key;
    if (!is_in(key, care::Group::Responsibility) || !key.municipality.empty()) continue;
    std::string label = pick(key.label, lang);
    if (!key.role.empty()) {
      label += ", " + in_sentence(role_name(context.scenario, key.role, lang));
    }
    table.row({text_cell(label), number_cell(figure(metric, lang)),
               number_cell(interval(metric, lang)), number_cell(spread(metric, lang))});
  }
  if (table.empty()) return {};
  return "<h3>" + context.t("owners.heading") + "</h3>\n<p class=\"note\">" +
         context.t("owners.note") + "</p>\n" + table.html();
}

}  // namespace viz::report
