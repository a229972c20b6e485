// SPDX-License-Identifier: Apache-2.0
#include "viz/rules_page.hpp"

#include <filesystem>

#include <fmt/format.h>

#include "viz/rules_text.hpp"

namespace viz {
namespace {

using care::RuleTable;
using scenarios::PatientCase;

std::string_view page_word(Lang lang, std::string_view sv, std::string_view en) {
  return lang == Lang::Sv ? sv : en;
}

std::string page_head(Lang lang) {
  if (lang == Lang::Sv) {
    return "# Regelverk och patientfall\n\n[In English](rules-and-cases.md)\n\n"
           "<!-- Skriven av ett test ur scenarios/rules och scenarios/cases. Ändra dem, inte "
           "sidan. "
           "-->\n\n"
           "Vem ansvarar för vården, och vem utför den, enligt varje överenskommelse i "
           "källdokumenten? Samma patientfall ställs här mot alla regelverk. "
           "`troskel rules explain REGELFIL --case FALL` visar regeln bakom varje svar, i ord. "
           "Koderna som A08 och D30 är källorna, som står sist på sidan; K1 till K12 är parternas "
           "oenigheter, som användaren själv tar ställning till med `--switch`.\n\n";
  }
  return "# Rule sets and patient cases\n\n[På svenska](regler-och-fall.md)\n\n"
         "<!-- Written by a test from scenarios/rules and scenarios/cases. Change those, not this "
         "page. -->\n\n"
         "Who is responsible for the care, and who performs it, under every agreement in the "
         "source "
         "documents? The same patient cases are put to all rule sets here. "
         "`troskel rules explain RULEFILE --case CASE` shows the rule behind each answer, in "
         "words. "
         "Codes such as A08 and D30 are the numbers of the sources in the fact sheet; K1 to K12 "
         "are "
         "the disagreements of the parties, which the user resolves with `--switch`.\n\n";
}

std::string_view page_content(scenarios::RegisterRow::Content content, Lang lang) {
  using Content = scenarios::RegisterRow::Content;
  if (content == Content::Parameter) {
    return page_word(lang, " (parameter, ingen regel)", " (a parameter, no rule)");
  }
  if (content == Content::None) {
    return page_word(lang, " (inget regelinnehåll i dokumenten; ärver)",
                     " (no rule content in the documents; inherits)");
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
  return fmt::format("| [`{}`](../scenarios/rules/{}.json) | {} | {} | {} |\n", file, file,
                     pick(set.about, lang), base, systems);
}

std::string rule_set_table(const std::vector<RuleTable>& tables, Lang lang) {
  std::string text =
      fmt::format("## {}\n\n| {} | {} | {} | {} |\n|---|---|---|---|\n",
                  page_word(lang, "Regelverken", "The rule sets"), page_word(lang, "Fil", "File"),
                  page_word(lang, "Innehåll", "Content"), page_word(lang, "Ärver", "Extends"),
                  page_word(lang, "Rader i registret", "Rows of the register"));
  for (const RuleTable& table : tables) text += rule_set_row(table, lang);
  return text;
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
    text += fmt::format("{}. {}\n", q + 1, pick(patient_case.questions[q].ask, lang));
    head += fmt::format(" {} |", q + 1);
    rule += "---|";
  }
  text += "\n" + head + "\n" + rule + "\n";
  for (const RuleTable& table : tables) {
    text += fmt::format("| `{}` |", file_stem(table.set().path));
    for (const auto& question : patient_case.questions) {
      const auto answer = table.decide(care::case_of(patient_case.patient, question.set));
      text += fmt::format(" {}<br>{} |", answer_code(table, answer, lang),
                          answer_sources(table, answer));
    }
    text += "\n";
  }
  return text;
}

std::string fact_table(const std::vector<scenarios::Fact>& facts, Lang lang) {
  std::string text = fmt::format(
      "\n## {}\n\n| | {} | {} |\n|---|---|---|\n", page_word(lang, "Källorna", "The sources"),
      page_word(lang, "Vad som sägs", "What it says"), page_word(lang, "Dokument", "Document"));
  for (const auto& fact : facts) {
    text += fmt::format("| {} | {} | {} |\n", fact.id, pick(fact.text, lang), fact.document);
  }
  return text;
}

}  // namespace

std::string rules_page(const std::vector<RuleTable>& tables, const std::vector<PatientCase>& cases,
                       const std::vector<scenarios::Fact>& facts, Lang lang) {
  std::string page = page_head(lang) + rule_set_table(tables, lang);
  page +=
      fmt::format("\n## {}\n\n{}\n", page_word(lang, "Så läses svaren", "How to read the answers"),
                  legend_text(lang));
  for (const PatientCase& one : cases) page += case_section(tables, one, lang);
  return page + fact_table(facts, lang);
}

}  // namespace viz
