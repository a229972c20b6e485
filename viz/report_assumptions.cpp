// SPDX-License-Identifier: Apache-2.0

// The inputs with their sources, grades and ranges, one folded table per part of the scenario.

#include <algorithm>

#include "viz/assumptions.hpp"
#include "viz/format.hpp"
#include "viz/report_parts.hpp"
#include "viz/svg.hpp"

namespace viz::report {
namespace {

std::string part_name(const Context& context, const std::string& part) {
  static constexpr std::string_view known[] = {"settings", "arrivals", "care",
                                               "moves",    "initial",  "population",
                                               "measures", "targets",  "horizon"};
  if (std::find(std::begin(known), std::end(known), part) != std::end(known)) {
    return std::string(say(context.lang, "part." + part));
  }
  return part;
}

std::string grade_text(const Context& context, const std::string& grade) {
  if (grade == "assumption") return std::string(say(context.lang, "grade.assumption"));
  return grade;
}

std::string part_table(const Context& context, const std::vector<Assumption>& rows,
                       const std::string& part) {
  const Lang lang = context.lang;
  Table table(part_name(context, part),
              {text_cell(say(lang, "col.input")), text_cell(say(lang, "col.value")),
               text_cell(say(lang, "col.range")), text_cell(say(lang, "col.grade")),
               text_cell(say(lang, "col.source"))});
  std::size_t shown = 0;
  for (const Assumption& row : rows) {
    if (row.part != part) continue;
    ++shown;
    std::string source = escape(row.source);
    if (!row.note.empty()) {
      source += (source.empty() ? "" : "<br>") + std::string("<i>") + escape(row.note) + "</i>";
    }
    table.row({Cell{escape(row.name) + "<span class=\"pointer\">" + escape(row.pointer) + "</span>",
                    false,
                    {}},
               text_cell(row.value), text_cell(row.range),
               text_cell(grade_text(context, row.grade)), Cell{source, false, {}}});
  }
  return folded("<b>" + escape(part_name(context, part)) + "</b> (" + count(shown, lang) + ")",
                table.html("assumptions"));
}

}  // namespace

std::string assumptions_section(const Context& context) {
  const Assumptions inputs =
      assumptions_of(context.scenario, context.options.scenario_json, context.lang);
  if (inputs.stated.empty()) return {};
  std::vector<std::string> parts;
  std::string whole;
  for (const Assumption& row : inputs.stated) {
    if (row.part.empty()) {
      // What is said of the whole scenario is text, not a row with a value.
      whole += "<p>" + escape(row.source + (row.source.empty() ? "" : " ") + row.note) + "</p>\n";
      continue;
    }
    if (std::find(parts.begin(), parts.end(), row.part) == parts.end()) parts.push_back(row.part);
  }
  std::string out =
      "<p>" +
      context.t("assumptions.intro", {{"numbers", count(inputs.numbers, context.lang)},
                                      {"sourced", count(inputs.with_source, context.lang)}}) +
      "</p>\n<p class=\"note\">" + context.t("assumptions.grades") + "</p>\n" + whole;
  for (const std::string& part : parts) out += part_table(context, inputs.stated, part);
  return section(context, "assumptions.heading", out);
}

}  // namespace viz::report
