// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/rules/rule_table.hpp"
#include "viz/language.hpp"

namespace viz {

/// "regionen", "regionen och kommunen"; "the region".
[[nodiscard]] std::string party_text(const std::vector<scenarios::Party>& parties, Lang lang);

/// "vårdcentralen", "ASIH och kommunen".
[[nodiscard]] std::string performer_text(const std::vector<scenarios::Performer>& performers,
                                         Lang lang);

/// "sjuksköterska"; the competence that the case needs when the rule says no more.
[[nodiscard]] std::string role_text(scenarios::Profession role, const care::Cube& patient_case,
                                    Lang lang);

/// A cube of cases in words: "ålder: barn; insats: TPN, drän". What is open is left out; "alla
/// fall" when everything is. Values are named by those left out when these are fewer.
[[nodiscard]] std::string case_text(const care::Cube& cube, Lang lang,
                                    care::Dimensions vocabulary = scenarios::case_vocabulary());

/// Cubes in words, what all have in common told once. `cases` is empty when nothing else tells them
/// apart.
struct CaseList {
  std::string common;
  std::vector<std::string> cases;
};
[[nodiscard]] CaseList case_list(const care::Cubes& cubes, Lang lang,
                                 care::Dimensions vocabulary = scenarios::case_vocabulary());

/// When the agreement holds, and whether it is prolonged; "" when the file does not say.
[[nodiscard]] std::string valid_text(const scenarios::ValidPeriod& valid, Lang lang);

/// The attributes that a rule set declares, with their values: "egna egenskaper, det vanliga värdet
/// först: triage (brådska): röd, gul"; "" when it declares none.
[[nodiscard]] std::string own_attributes_text(const scenarios::RuleSet& set, Lang lang);

/// The positions of open switches for which a reading holds: "vad som är primärvårdsnivå:
/// regionen: …"; "" when there is no other reading.
[[nodiscard]] std::string positions_text(const care::RuleTable& table, const care::Cube& decided,
                                         Lang lang);

/// What a rule set settles of a case beside who is responsible and who performs, a line each: "Betalar: kommunen
/// [H02]"; with the positions, where they decide. The last line names the matters that it does not settle.
[[nodiscard]] std::vector<std::string> term_lines(const care::RuleTable& table,
                                                  const care::Cube& patient_case, Lang lang);
/// What rule sets settle of a patient case, with the numbers of the questions: "Från när: vid inskrivningen [D1] (fråga
/// 1, 3)"; and the rule sets that say so, by file_stem.
struct SettledLine {
  std::string text;
  std::vector<std::string> rules;
};
[[nodiscard]] std::vector<SettledLine> settled_lines(const std::vector<care::RuleTable>& tables,
                                                     const scenarios::PatientCase& patient_case,
                                                     Lang lang);

/// "Betalar".
[[nodiscard]] std::string matter_text(scenarios::Matter matter, Lang lang);
/// A term's place, as rule_place.
[[nodiscard]] std::string term_place(const care::RuleTable& table, std::size_t term);

/// One reading: "regionen → specialistkliniken"; "kommunen" when the responsible party performs.
[[nodiscard]] std::string reading_text(const care::RuleTable& table, const care::Reading& reading,
                                       Lang lang);

/// An answer in a sentence's words: one reading, or "omstritt: …" with each.
[[nodiscard]] std::string answer_text(const care::RuleTable& table, const care::Answer& answer,
                                      Lang lang);

/// The same in letters for a matrix, "R→SK", with the legend of the letters in legend_text.
[[nodiscard]] std::string answer_code(const care::RuleTable& table, const care::Answer& answer,
                                      Lang lang);
[[nodiscard]] std::string legend_text(Lang lang);

/// Ids of the facts behind an answer, each once: "D08, K1".
[[nodiscard]] std::string answer_sources(const care::RuleTable& table, const care::Answer& answer);

/// Where a rule stands: "halland_2015.json#/rules/home_health_care".
[[nodiscard]] std::string rule_place(const care::RuleTable& table, std::size_t rule);

/// The name of a rule file without folder and ending.
[[nodiscard]] std::string file_stem(std::string_view path);

}  // namespace viz
