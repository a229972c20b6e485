// SPDX-License-Identifier: Apache-2.0
#include "viz/rules_page.hpp"

#include <filesystem>

#include <fmt/format.h>

#include "viz/deciding_text.hpp"
#include "viz/rules_text.hpp"

namespace viz {
namespace {

using care::RuleTable;
using scenarios::PatientCase;

std::string page_head(Lang lang) {
  return fmt::format("# {}\n\n{}\n\n<!-- {} -->\n\n{}\n\n", say(lang, "rules_page.title"),
                     say(lang, "rules_page.other_language"), say(lang, "rules_page.written_by"),
                     say(lang, "rules_page.intro"));
}

std::string_view page_content(scenarios::RegisterRow::Content content, Lang lang) {
  using Content = scenarios::RegisterRow::Content;
  if (content == Content::Parameter) {
    return say(lang, "rules_page.parameter");
  }
  if (content == Content::Label) {
    return say(lang, "rules_page.label");
  }
  if (content == Content::None) {
    return say(lang, "rules_page.no_content");
  }
  return "";
}

std::string rule_set_row(const RuleTable& table, Lang lang) {
  const auto& set = table.set();
  std::string systems;
  for (const auto& row : set.systems) {
    systems += fmt::format("{}{} {}{}", systems.empty() ? "" : "<br>", row.id, pick(row.name, lang),
                           page_content(row.content, lang));
  }
  const std::string file = file_stem(set.path);
  const std::string base = set.files.size() < 2 ? "–" : file_stem(set.files[set.files.size() - 2]);
  const std::string own = own_attributes_text(set, lang);
  const std::string valid = valid_text(set.valid, lang);
  return fmt::format("| [`{}`](../scenarios/rules/{}.json) | {}{}{}{}{} | {} | {} |\n", file, file,
                     pick(set.about, lang), valid.empty() ? "" : "<br>", valid,
                     own.empty() ? "" : "<br>", own, base, systems);
}

std::string rule_set_table(const std::vector<RuleTable>& tables, Lang lang) {
  std::string text = fmt::format("## {}\n\n| {} | {} | {} | {} |\n|---|---|---|---|\n",
                                 say(lang, "rules_page.rule_sets"), say(lang, "rules_page.file"),
                                 say(lang, "rules_page.content"), say(lang, "rules_page.extends"),
                                 say(lang, "rules_page.rows"));
  for (const RuleTable& table : tables) text += rule_set_row(table, lang);
  return text;
}

/// What the rule sets settle of a case beside its table.
std::string settled_list(const std::vector<RuleTable>& tables, const PatientCase& patient_case,
                         Lang lang) {
  std::string list;
  for (const SettledLine& line : settled_lines(tables, patient_case, lang)) {
    list += fmt::format("- {}: `{}`\n", line.text, fmt::join(line.rules, "`, `"));
  }
  return fmt::format("\n{}\n\n{}", say(lang, "rules.also_settled"), list);
}

std::string case_section(const std::vector<RuleTable>& tables, const PatientCase& patient_case,
                         Lang lang) {
  const std::string stem = file_stem(patient_case.path);
  std::string text =
      fmt::format("\n## {}\n\n{} ([`{}`](../scenarios/cases/{}.json))\n\n",
                  pick(patient_case.title, lang), pick(patient_case.story, lang), stem, stem);
  std::string head = "| |";
  std::string rule = "|---|";
  for (std::size_t q = 0; q < patient_case.questions.size(); ++q) {
    const auto& question = patient_case.questions[q];
    const std::string taken =
        tables.empty() ? ""
                       : taken_values_text(tables.front().words(), patient_case, question, lang);
    text += fmt::format("{}. {}", q + 1, pick(question.ask, lang));
    text += taken.empty() ? "\n" : fmt::format(" ({})\n", taken);
    head += fmt::format(" {} |", q + 1);
    rule += "---|";
  }
  text += "\n" + head + "\n" + rule + "\n";
  for (const RuleTable& table : tables) {
    text += fmt::format("| `{}` |", file_stem(table.set().path));
    for (const auto& question : patient_case.questions) {
      const auto answer =
          table.decide(care::case_of(patient_case.patient, question.set, table.vocabulary()));
      text += fmt::format(" {}<br>{} |", answer_code(table, answer, lang),
                          answer_sources(table, answer));
    }
    text += "\n";
  }
  const std::string deciding = deciding_summary(tables, patient_case, lang);
  if (!deciding.empty()) text += fmt::format("\n{}\n", deciding);
  return text + settled_list(tables, patient_case, lang);
}

std::string fact_table(const std::vector<scenarios::Fact>& facts, Lang lang) {
  std::string text =
      fmt::format("\n## {}\n\n| | {} | {} |\n|---|---|---|\n", say(lang, "rules_page.sources"),
                  say(lang, "rules_page.says"), say(lang, "rules_page.document"));
  for (const auto& fact : facts) {
    text += fmt::format("| {} | {} | {} |\n", fact.id, pick(fact.text, lang), fact.document);
  }
  return text;
}

}  // namespace

std::string rules_page(const std::vector<RuleTable>& tables, const std::vector<PatientCase>& cases,
                       const std::vector<scenarios::Fact>& facts, Lang lang) {
  std::string page = page_head(lang) + rule_set_table(tables, lang);
  page += fmt::format("\n## {}\n\n{}\n", say(lang, "rules_page.answers"), legend_text(lang));
  for (const PatientCase& one : cases) page += case_section(tables, one, lang);
  return page + fact_table(facts, lang);
}

}  // namespace viz
