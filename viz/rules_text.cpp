// SPDX-License-Identifier: Apache-2.0
#include "viz/rules_text.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <filesystem>

#include <fmt/format.h>

#include "scenarios/facts.hpp"
#include "scenarios/issue.hpp"
#include "sim/civil_date.hpp"

namespace viz {
namespace {

using scenarios::case_vocabulary;
using scenarios::CaseDimension;

/// The keys of a word and of the letters that stand for it in a matrix.
struct RuleWord {
  std::string_view word, code;
};

/// In the order of scenarios::Party.
constexpr std::array<RuleWord, 4> party_words{{
    {"who.region", "code.region"},
    {"who.municipality", "code.municipality"},
    {"who.person", "code.person"},
    {"who.nobody", "code.nobody"},
}};

/// In the order of scenarios::Performer.
constexpr std::array<RuleWord, 9> performer_words{{
    {"who.municipality", "code.municipality"},
    {"who.health_centre", "code.health_centre"},
    {"who.specialist_clinic", "code.specialist_clinic"},
    {"performer.asih", "code.asih"},
    {"performer.mobile_team", "code.mobile_team"},
    {"performer.on_call", "code.on_call"},
    {"who.hospital", "code.hospital"},
    {"who.person", "code.person"},
    {"who.nobody", "code.nobody"},
}};

/// In the order of scenarios::Profession, from the second on.
constexpr std::array<std::string_view, 4> profession_words{
    "profession.nurse",
    "profession.assistant_nurse",
    "profession.therapist",
    "profession.physician",
};

template <class E, std::size_t N>
std::string joined_words(const std::vector<E>& values, const std::array<RuleWord, N>& words,
                         Lang lang) {
  std::string text;
  for (const E value : values) {
    if (!text.empty()) text += say(lang, "rules.and");
    text += say(lang, words[static_cast<std::size_t>(value)].word);
  }
  return text;
}

template <class E, std::size_t N>
std::string joined_codes(const std::vector<E>& values, const std::array<RuleWord, N>& words,
                         Lang lang) {
  std::string text;
  for (const E value : values) {
    if (!text.empty()) text += "+";
    text += say(lang, words[static_cast<std::size_t>(value)].code);
  }
  return text;
}

std::string values_text(const CaseDimension& dimension, std::uint32_t values, Lang lang) {
  std::string text;
  for (std::size_t v = 0; v < dimension.values.size(); ++v) {
    if ((values >> v & 1U) == 0) continue;
    text += fmt::format("{}{}", text.empty() ? "" : ", ", dimension.values[v].label(lang));
  }
  return text;
}

/// Values by name, or by the fewer that are left out.
std::string shortest_values(const CaseDimension& dimension, std::uint32_t values, std::uint32_t all,
                            Lang lang) {
  const std::uint32_t left_out = all & ~values;
  if (std::popcount(values) <= 3 || std::popcount(left_out) * 2 >= std::popcount(values)) {
    return values_text(dimension, values, lang);
  }
  return say(lang, "rules.all_but", {{"values", values_text(dimension, left_out, lang)}});
}

std::string dimensions_text(const care::Cube& cube, CaseDimension::Kind kind, Lang lang,
                            care::Dimensions vocabulary = case_vocabulary()) {
  std::string text;
  for (std::size_t d = 0; d < vocabulary.size(); ++d) {
    const auto& dimension = vocabulary[d];
    const std::uint32_t all = care::all_values(d, vocabulary);
    if (dimension.kind != kind || cube.values[d] == all) continue;
    text += fmt::format("{}{}: {}", text.empty() ? "" : "; ", dimension.label(lang),
                        shortest_values(dimension, cube.values[d], all, lang));
  }
  return text;
}

/// Whether the responsible party performs itself, so that naming it twice says nothing.
bool performs_itself(const scenarios::ResponsibilityRule& rule) {
  using scenarios::Party;
  using scenarios::Performer;
  return (rule.responsible == std::vector{Party::Municipality} &&
          rule.performer == std::vector{Performer::Municipality}) ||
         (rule.responsible == std::vector{Party::Person} &&
          rule.performer == std::vector{Performer::Person});
}

/// In the order of scenarios::Matter.
constexpr std::array<std::string_view, scenarios::matters> matter_words{
    "matter.pays",
    "matter.trains",
    "matter.supplies",
    "matter.when",
};

/// One reading of a matter: "Betalar: kommunen [H02]".
std::string term_text(const care::RuleTable& table, scenarios::Matter matter,
                      const care::TermReading& reading, Lang lang) {
  const std::string head = matter_text(matter, lang);
  if (!reading.term) return fmt::format("{}: {}", head, say(lang, "rules.unsettled"));
  const auto& term = table.set().terms[*reading.term].second;
  return fmt::format("{}: {} [{}]", head, pick(term.answer, lang), term.source);
}

/// Of ASCII: matters begin so in both languages but for "Från".
std::string lower_first(std::string text) {
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] + 32);
  return text;
}

/// Readings that come to the same are told once.
std::vector<std::string> distinct(std::vector<std::string> texts) {
  std::vector<std::string> once;
  for (std::string& text : texts) {
    if (std::find(once.begin(), once.end(), text) == once.end()) once.push_back(std::move(text));
  }
  return once;
}

std::string reading_code(const scenarios::ResponsibilityRule& rule, Lang lang) {
  if (rule.dispute) {
    return fmt::format("{}/{}", joined_codes(rule.dispute->region, party_words, lang),
                       joined_codes(rule.dispute->municipality, party_words, lang));
  }
  std::string party = joined_codes(rule.responsible, party_words, lang);
  if (performs_itself(rule)) return party;
  return fmt::format("{}→{}", party, joined_codes(rule.performer, performer_words, lang));
}

template <std::size_t N>
std::string legend_of(const std::array<RuleWord, N>& words, Lang lang) {
  std::string text;
  for (const RuleWord& word : words) {
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", say(lang, word.code),
                        say(lang, word.word));
  }
  return text;
}

}  // namespace

std::string party_text(const std::vector<scenarios::Party>& parties, Lang lang) {
  return joined_words(parties, party_words, lang);
}

std::string performer_text(const std::vector<scenarios::Performer>& performers, Lang lang) {
  return joined_words(performers, performer_words, lang);
}

std::string role_text(scenarios::Profession role, const care::Cube& patient_case, Lang lang) {
  if (role != scenarios::Profession::AsNeeded) {
    return std::string(say(lang, profession_words[static_cast<std::size_t>(role) - 1]));
  }
  const std::size_t competence = *scenarios::find_dimension("competence");
  return values_text(case_vocabulary()[competence], patient_case.values[competence], lang);
}

std::string case_text(const care::Cube& cube, Lang lang, care::Dimensions vocabulary) {
  std::string text = dimensions_text(cube, CaseDimension::Kind::Attribute, lang, vocabulary);
  return text.empty() ? std::string(say(lang, "rules.every_case")) : text;
}

CaseList case_list(const care::Cubes& cubes, Lang lang, care::Dimensions vocabulary) {
  if (cubes.size() < 2)
    return {cubes.empty() ? "" : case_text(cubes.front(), lang, vocabulary), {}};
  care::Cube common = cubes.front();
  care::Cubes own = cubes;
  for (std::size_t d = 0; d < vocabulary.size(); ++d) {
    const bool same = std::all_of(cubes.begin(), cubes.end(), [&](const care::Cube& cube) {
      return cube.values[d] == cubes.front().values[d];
    });
    const std::uint32_t all = care::all_values(d, vocabulary);
    if (same) {
      for (care::Cube& cube : own) cube.values[d] = all;
    } else {
      common.values[d] = all;
    }
  }
  CaseList list{case_text(common, lang, vocabulary), {}};
  for (const care::Cube& cube : own) list.cases.push_back(case_text(cube, lang, vocabulary));
  return list;
}

std::string valid_text(const scenarios::ValidPeriod& valid, Lang lang) {
  if (!valid.from && !valid.to) return "";
  const auto day = [](const auto& date) { return date ? sim::iso_date(*date) : std::string(); };
  const std::string_view key = !valid.to     ? "rules.valid_from"
                               : !valid.from ? "rules.valid_to"
                                             : "rules.valid_span";
  const std::string period = say(lang, key, {{"from", day(valid.from)}, {"to", day(valid.to)}});
  std::string text = say(lang, "rules.valid", {{"period", period}});
  if (valid.prolonged_years) {
    text += say(lang, "rules.valid_prolonged", {{"years", *valid.prolonged_years}});
  }
  if (valid.notice_months) {
    text += say(lang, "rules.valid_notice", {{"months", *valid.notice_months}});
  }
  return text;
}

std::string own_attributes_text(const scenarios::RuleSet& set, Lang lang) {
  const scenarios::CaseVocabulary vocabulary({&set, 1});
  std::string list;
  for (const CaseDimension& dimension : vocabulary.own()) {
    if (!list.empty()) list += "; ";
    list += say(lang, "rules.own_attribute",
                {{"name", dimension.name},
                 {"label", dimension.label(lang)},
                 {"values", values_text(dimension, ~0U, lang)}});
  }
  return list.empty() ? list : std::string(say(lang, "rules.own_attributes", {{"list", list}}));
}

std::string positions_text(const care::RuleTable& table, const care::Cube& decided, Lang lang) {
  // Only what is open and decides is told.
  care::Cube positions = decided;
  for (std::size_t d = 0; d < case_vocabulary().size(); ++d) {
    if (positions.values[d] == table.positions().values[d])
      positions.values[d] = care::all_values(d);
  }
  return dimensions_text(positions, CaseDimension::Kind::Switch, lang);
}

std::string reading_text(const care::RuleTable& table, const care::Reading& reading, Lang lang) {
  const auto& rule = table.rule(reading.rule);
  std::string party = party_text(rule.responsible, lang);
  if (rule.dispute) {
    return say(lang, "rules.readings",
               {{"region", party_text(rule.dispute->region, lang)},
                {"municipality", party_text(rule.dispute->municipality, lang)}});
  }
  if (performs_itself(rule)) return party;
  return fmt::format("{} → {}", party, performer_text(rule.performer, lang));
}

std::string answer_text(const care::RuleTable& table, const care::Answer& answer, Lang lang) {
  std::vector<std::string> texts;
  for (const auto& reading : answer.readings) texts.push_back(reading_text(table, reading, lang));
  std::string text;
  for (const std::string& one : distinct(std::move(texts))) {
    if (!text.empty()) text += say(lang, "rules.or");
    text += one;
  }
  return answer.disputed ? say(lang, "rules.disputed_answer", {{"answer", text}}) : text;
}

std::string answer_code(const care::RuleTable& table, const care::Answer& answer, Lang lang) {
  std::vector<std::string> codes;
  for (const auto& reading : answer.readings) {
    codes.push_back(reading_code(table.rule(reading.rule), lang));
  }
  std::string text;
  for (const std::string& one : distinct(std::move(codes))) text += (text.empty() ? "" : "/") + one;
  return answer.disputed ? "? " + text : text;
}

std::string legend_text(Lang lang) {
  return say(lang, "rules.legend",
             {{"parties", legend_of(party_words, lang)},
              {"performers", legend_of(performer_words, lang)}});
}

std::string answer_sources(const care::RuleTable& table, const care::Answer& answer) {
  std::vector<std::string> ids;
  for (const auto& reading : answer.readings) {
    const auto own = scenarios::source_ids(table.rule(reading.rule).source);
    ids.insert(ids.end(), own.begin(), own.end());
  }
  return fmt::format("{}", fmt::join(distinct(std::move(ids)), ", "));
}

std::string matter_text(scenarios::Matter matter, Lang lang) {
  return std::string(say(lang, matter_words[static_cast<std::size_t>(matter)]));
}

std::vector<std::string> term_lines(const care::RuleTable& table, const care::Cube& patient_case,
                                    Lang lang) {
  std::vector<std::string> lines;
  std::string unsettled;
  for (std::size_t m = 0; m < scenarios::matters; ++m) {
    const auto matter = static_cast<scenarios::Matter>(m);
    const auto readings = table.terms_for(patient_case, matter);
    if (readings.size() == 1 && !readings.front().term) {
      unsettled += (unsettled.empty() ? "" : ", ") + lower_first(matter_text(matter, lang));
      continue;
    }
    for (const auto& reading : readings) {
      const std::string positions = positions_text(table, reading.positions, lang);
      const std::string where =
          positions.empty() ? "" : say(lang, "rules.if", {{"positions", positions}}) + " ";
      lines.push_back(where + term_text(table, matter, reading, lang));
    }
  }
  if (!unsettled.empty()) {
    lines.push_back(say(lang, "rules.not_settled", {{"matters", unsettled}}));
  }
  return lines;
}

namespace {

/// The numbers of the questions of a case that each answer to a matter is one to, in a table's order.
std::vector<std::pair<std::string, std::string>> answers_by_question(
    const care::RuleTable& table, const scenarios::PatientCase& patient_case,
    scenarios::Matter matter, Lang lang) {
  std::vector<std::pair<std::string, std::string>> answers;
  for (std::size_t q = 0; q < patient_case.questions.size(); ++q) {
    const auto asked =
        care::case_of(patient_case.patient, patient_case.questions[q].set, table.vocabulary());
    const std::string number = std::to_string(q + 1);
    for (const auto& reading : table.terms_for(asked, matter)) {
      if (!reading.term) continue;
      std::string text = term_text(table, matter, reading, lang);
      const auto known =
          std::ranges::find_if(answers, [&](const auto& one) { return one.first == text; });
      if (known == answers.end()) {
        answers.emplace_back(std::move(text), number);
      } else {
        known->second += ", " + number;
      }
    }
  }
  return answers;
}

}  // namespace

std::vector<SettledLine> settled_lines(const std::vector<care::RuleTable>& tables,
                                       const scenarios::PatientCase& patient_case, Lang lang) {
  std::vector<SettledLine> lines;
  for (std::size_t m = 0; m < scenarios::matters; ++m) {
    for (const care::RuleTable& table : tables) {
      const auto matter = static_cast<scenarios::Matter>(m);
      for (const auto& [answer, questions] :
           answers_by_question(table, patient_case, matter, lang)) {
        std::string text =
            say(lang, "rules.settled", {{"answer", answer}, {"questions", questions}});
        auto known = std::ranges::find(lines, text, &SettledLine::text);
        if (known == lines.end()) {
          lines.push_back({std::move(text), {}});
          known = lines.end() - 1;
        }
        known->rules.push_back(file_stem(table.set().path));
      }
    }
  }
  return lines;
}

std::string term_place(const care::RuleTable& table, std::size_t term) {
  const auto& [name, own] = table.set().terms[term];
  return std::filesystem::path(own.file).filename().generic_string() + "#" +
         scenarios::child_pointer("/terms", name);
}

std::string file_stem(std::string_view path) {
  return std::filesystem::path(path).stem().generic_string();
}

std::string rule_place(const care::RuleTable& table, std::size_t rule) {
  const auto& [name, own] = table.set().rules[rule];
  return std::filesystem::path(own.file).filename().generic_string() + "#" +
         scenarios::child_pointer("/rules", name);
}

}  // namespace viz
