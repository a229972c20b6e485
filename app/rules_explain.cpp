// SPDX-License-Identifier: Apache-2.0
// `troskel rules explain`: the questions of patient cases, answered with rule and source.
#include <bit>
#include <set>

#include "app/console.hpp"
#include "app/library.hpp"
#include "app/load.hpp"
#include "app/rules_load.hpp"
#include "app/status.hpp"
#include "app/text.hpp"
#include "scenarios/fields_rules.hpp"
#include "viz/deciding_text.hpp"
#include "viz/json_writing.hpp"
#include "viz/rules_text.hpp"
#include "viz/text_table.hpp"

namespace app {
namespace {

using care::RuleTable;
using scenarios::PatientCase;

/// The case that a question is about, over the vocabulary of the rule sets.
care::Cube asked_of(const std::vector<RuleTable>& tables, const PatientCase& patient_case,
                    const scenarios::CaseQuestion& question) {
  return care::case_of(patient_case.patient, question.set, tables.front().vocabulary());
}

/// What a question takes the case to be beside the patient, where there is anything.
void put_taken_values(const std::vector<RuleTable>& tables, const PatientCase& patient_case,
                      const scenarios::CaseQuestion& question, viz::Lang lang) {
  const auto taken = viz::taken_values_text(tables.front().words(), patient_case, question, lang);
  if (!taken.empty()) put_wrapped(taken, 4);
}

void put_story(const PatientCase& patient_case, viz::Lang lang) {
  put("\n" + viz::pick(patient_case.title, lang) + "\n");
  put_wrapped(viz::pick(patient_case.story, lang), 2);
}

/// What would change the answer.
void put_deciding(const RuleTable& table, const PatientCase& patient_case,
                  const scenarios::CaseQuestion& question, viz::Lang lang) {
  for (const auto& list : viz::deciding_lists(table, patient_case, question, lang)) {
    put_wrapped(list.heading, 6);
    for (const auto& attribute : list.attributes) put_wrapped("- " + attribute, 8);
  }
}

/// One rule set's answer to a question, reading by reading.
void put_answer(const RuleTable& table, const care::Cube& asked, viz::Lang lang) {
  const auto answer = table.decide(asked);
  put("    " + viz::pick(table.set().title, lang));
  put(answer.disputed ? say(lang, "rules.disputed") : ":\n");
  for (const auto& reading : answer.readings) {
    const auto& rule = table.rule(reading.rule);
    const std::string positions = viz::positions_text(table, reading.positions, lang);
    if (!positions.empty()) put_wrapped(say(lang, "rules.if", {{"positions", positions}}), 6);
    put_wrapped(fmt::format("{} ({})", viz::reading_text(table, reading, lang),
                            viz::role_text(rule.role, asked, lang)),
                6);
    put_wrapped(viz::pick(rule.reason, lang), 8);
    put_wrapped(fmt::format("{} [{}]", viz::rule_place(table, reading.rule), rule.source), 8);
  }
  for (const auto& line : viz::term_lines(table, asked, lang)) put_wrapped(line, 6);
}

void put_explanation(const std::vector<RuleTable>& tables, const PatientCase& patient_case,
                     viz::Lang lang) {
  put_story(patient_case, lang);
  for (const auto& question : patient_case.questions) {
    put("\n");
    put_wrapped(viz::pick(question.ask, lang), 2);
    put_taken_values(tables, patient_case, question, lang);
    const auto asked = asked_of(tables, patient_case, question);
    for (const RuleTable& table : tables) {
      put_answer(table, asked, lang);
      put_deciding(table, patient_case, question, lang);
    }
  }
}

std::vector<std::string> sources_of_terms(const RuleTable& table, const care::Cube& asked) {
  std::vector<std::string> ids;
  for (std::size_t m = 0; m < scenarios::matters; ++m) {
    for (const auto& reading : table.terms_for(asked, static_cast<scenarios::Matter>(m))) {
      if (!reading.term) continue;
      const auto own = scenarios::source_ids(table.set().terms[*reading.term].second.source);
      ids.insert(ids.end(), own.begin(), own.end());
    }
  }
  return ids;
}

/// What the sources of the answers to a case say, each once, in the order of the file.
void put_sources(const std::vector<RuleTable>& tables, const PatientCase& patient_case,
                 const std::vector<scenarios::Fact>& facts, viz::Lang lang) {
  std::set<std::string> used;
  for (const auto& question : patient_case.questions) {
    const auto asked = asked_of(tables, patient_case, question);
    for (const RuleTable& table : tables) {
      for (auto& id : scenarios::source_ids(viz::answer_sources(table, table.decide(asked)))) {
        used.insert(std::move(id));
      }
      for (auto& id : sources_of_terms(table, asked)) used.insert(std::move(id));
    }
  }
  put(say(lang, "rules.sources"));
  for (const auto& fact : facts) {
    if (!used.contains(fact.id)) continue;
    put_wrapped(fmt::format("{} {} ({})", fact.id, viz::pick(fact.text, lang), fact.document), 4);
  }
}

/// All rule sets against the questions of a case.
void put_case_matrix(const std::vector<RuleTable>& tables, const PatientCase& patient_case,
                     viz::Lang lang) {
  put_story(patient_case, lang);
  std::vector<std::size_t> left;
  std::vector<std::string> head{""};
  for (std::size_t q = 0; q < patient_case.questions.size(); ++q) {
    const auto& question = patient_case.questions[q];
    put_wrapped(fmt::format("{}. {}", q + 1, viz::pick(question.ask, lang)), 2);
    put_taken_values(tables, patient_case, question, lang);
    head.push_back(std::to_string(q + 1));
  }
  for (std::size_t c = 0; c < head.size(); ++c) left.push_back(c);
  viz::TextTable matrix(left);
  matrix.row(head);
  for (const RuleTable& table : tables) {
    std::vector<std::string> row{viz::file_stem(table.set().path)};
    for (const auto& question : patient_case.questions) {
      const auto answer = table.decide(asked_of(tables, patient_case, question));
      row.push_back(fmt::format("{} [{}]", viz::answer_code(table, answer, lang),
                                viz::answer_sources(table, answer)));
    }
    matrix.row(std::move(row));
  }
  for (const auto& line : matrix.lines(2)) put(line + "\n");
  put("\n");
  const auto deciding = viz::deciding_summary(tables, patient_case, lang);
  if (!deciding.empty()) put_wrapped(deciding, 2);
  put_wrapped(say(lang, "rules.also_settled"), 2);
  for (const auto& line : viz::settled_lines(tables, patient_case, lang)) {
    put_wrapped(fmt::format("{}: {}", line.text, fmt::join(line.rules, ", ")), 4);
  }
}

void write_reading(viz::JsonWriting& file, const RuleTable& table, const care::Reading& reading,
                   const care::Cube& asked) {
  const auto& rule = table.rule(reading.rule);
  file("responsible", viz::party_text(rule.responsible, viz::Lang::En));
  file("performer", viz::performer_text(rule.performer, viz::Lang::En));
  file("role", viz::role_text(rule.role, asked, viz::Lang::En));
  file("positions", viz::positions_text(table, reading.positions, viz::Lang::En));
  file("rule", viz::rule_place(table, reading.rule));
  file("source", rule.source);
  file("reason", rule.reason);
}

/// What is settled beside, matter by matter; one that is not has no answer.
void write_terms(viz::JsonWriting& file, const RuleTable& table, const care::Cube& asked) {
  file.elements("terms", [&] {
    for (std::size_t m = 0; m < scenarios::matters; ++m) {
      const auto matter = static_cast<scenarios::Matter>(m);
      for (const auto& reading : table.terms_for(asked, matter)) {
        file.element([&] {
          file("matter", scenarios::names_of<scenarios::Matter>[m]);
          file("settled", reading.term.has_value());
          file("positions", viz::positions_text(table, reading.positions, viz::Lang::En));
          if (!reading.term) return;
          const auto& term = table.set().terms[*reading.term].second;
          file("answer", term.answer);
          file("term", viz::term_place(table, *reading.term));
          file("source", term.source);
        });
      }
    }
  });
}

/// What a question changes of the patient.
void write_changes(viz::JsonWriting& file, const scenarios::CaseQuestion& question) {
  file.list("sets", question.set, [&](const auto& change) {
    file("name", change.first);
    file("value", change.second);
  });
}

/// Every attribute of which another value changes the answer, in the order of care::deciding_attributes.
void write_deciding(viz::JsonWriting& file, const RuleTable& table, const PatientCase& patient_case,
                    const scenarios::CaseQuestion& question) {
  const auto asked = care::case_of(patient_case.patient, question.set, table.vocabulary());
  file.list("deciding", care::deciding_attributes(table, asked), [&](const auto& attribute) {
    const auto& dimension = table.vocabulary()[attribute.dimension];
    const auto taken = std::countr_zero(asked.values[attribute.dimension]);
    file("attribute", dimension.name);
    file("stated", viz::is_stated(patient_case, question, dimension.name));
    file("value", dimension.values[static_cast<std::size_t>(taken)].name);
    file.list("others", attribute.others, [&](const auto& other) {
      file("value", dimension.values[other.value].name);
      file("disputed", other.answer.disputed);
      file("answer", viz::answer_text(table, other.answer, viz::Lang::En));
    });
  });
}

/// What the own attributes of the rule sets are taken to be.
void write_own_values(viz::JsonWriting& file, const RuleTable& table, const care::Cube& asked) {
  const auto vocabulary = table.vocabulary();
  file.elements("attributes", [&] {
    for (auto d = vocabulary.size() - table.words().own().size(); d < vocabulary.size(); ++d) {
      const auto value = static_cast<std::size_t>(std::countr_zero(asked.values[d]));
      file.element([&] {
        file("name", vocabulary[d].name);
        file("value", vocabulary[d].values[value].name);
      });
    }
  });
}

void write_case_json(viz::JsonWriting& file, const std::vector<RuleTable>& tables,
                     const PatientCase& patient_case) {
  file("case", patient_case.path);
  file("title", patient_case.title);
  file.list("questions", patient_case.questions, [&](const auto& question) {
    const auto asked = asked_of(tables, patient_case, question);
    file("ask", question.ask);
    write_changes(file, question);
    write_own_values(file, tables.front(), asked);
    file.list("answers", tables, [&](const RuleTable& table) {
      const auto answer = table.decide(asked);
      file("rules", table.set().path);
      file("disputed", answer.disputed);
      file.list("readings", answer.readings,
                [&](const care::Reading& reading) { write_reading(file, table, reading, asked); });
      write_terms(file, table, asked);
      write_deciding(file, table, patient_case, question);
    });
  });
}

}  // namespace

int explain_rules(const Options& options, const LoadedTables& loaded) {
  if (loaded.tables.empty()) return status::done;
  const auto cases = load_cases(options, loaded.tables.front().vocabulary());
  tell_issues(cases.errors, options.lang);
  if (!cases.errors.empty()) return status::bad_input;
  if (options.json) {
    put(viz::json_list(6, [&](viz::JsonWriting& file) {
      for (const auto& one : cases.cases) {
        file.element([&] { write_case_json(file, loaded.tables, one); });
      }
    }));
    return status::done;
  }
  if (options.all) put_wrapped(viz::legend_text(options.lang), 0);
  const auto facts = library_facts(library_folders());
  for (const auto& one : cases.cases) {
    if (options.all) {
      put_case_matrix(loaded.tables, one, options.lang);
    } else {
      put_explanation(loaded.tables, one, options.lang);
    }
    if (!facts.empty()) put_sources(loaded.tables, one, facts, options.lang);
  }
  return status::done;
}

}  // namespace app
