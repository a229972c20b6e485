// SPDX-License-Identifier: Apache-2.0

// The inputs with their sources, grades and ranges, one folded table per part of the scenario.

#include <algorithm>

#include "viz/assumptions.hpp"
#include "viz/format.hpp"
#include "viz/input_tables.hpp"
#include "viz/report_parts.hpp"
#include "viz/svg.hpp"
#include "viz/table_html.hpp"

namespace viz::report {
namespace {

std::string part_table(const Context& context, const Assumptions& inputs, const std::string& part) {
  const auto shown =
      static_cast<std::size_t>(std::ranges::count(inputs.stated, part, &Assumption::part));
  return folded("<b>" + escape(pick(part_label(part), context.lang)) + "</b> (" +
                    count(shown, context.lang) + ")",
                table_html(assumptions_table(inputs, part), context.lang, "assumptions"));
}

}  // namespace

std::string assumptions_section(const Context& context) {
  const Assumptions& inputs = context.inputs;
  if (inputs.stated.empty()) return {};
  std::vector<std::string> parts;
  std::string whole;
  for (const Assumption& row : inputs.stated) {
    if (row.part.empty()) {
      const std::string& source = pick(row.source, context.lang);
      // What is said of the whole scenario is text, not a row with a value.
      const std::string note = source + (source.empty() ? "" : " ") + pick(row.note, context.lang);
      whole += "<p>" + context.t("assumptions.note", {{"note", note}}) + "</p>\n";
      continue;
    }
    if (std::find(parts.begin(), parts.end(), row.part) == parts.end()) parts.push_back(row.part);
  }
  std::string out =
      "<p>" +
      context.t("assumptions.intro", {{"numbers", count(inputs.numbers, context.lang)},
                                      {"sourced", count(inputs.with_source, context.lang)}}) +
      "</p>\n<p class=\"note\">" + context.t("assumptions.grades") + "</p>\n" + whole;
  for (const std::string& part : parts) out += part_table(context, inputs, part);
  return section(context, "assumptions.heading", out);
}

}  // namespace viz::report
