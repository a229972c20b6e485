// SPDX-License-Identifier: Apache-2.0
/// @file
/// What the answers to patient cases hang on, in words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/rules/deciding.hpp"
#include "scenarios/own_attributes.hpp"
#include "scenarios/rules.hpp"
#include "viz/language.hpp"

namespace viz {

/// Whether a case or its question says what an attribute is; the usual value is assumed otherwise.
[[nodiscard]] bool is_stated(const scenarios::PatientCase& patient_case,
                             const scenarios::CaseQuestion& question, std::string_view attribute);

/// What a question takes the case to be: the attributes that it sets, and the own ones of the
/// vocabulary: "tar sig till vårdcentralen: med stöd; brådska: grön (det vanliga; inget annat sägs)";
/// "" when there are none.
[[nodiscard]] std::string taken_values_text(const scenarios::CaseVocabulary& vocabulary,
                                            const scenarios::PatientCase& patient_case,
                                            const scenarios::CaseQuestion& question, Lang lang);

/// Attributes that would change an answer, each with the values and the answers that they give.
struct DecidingList {
  std::string heading;
  std::vector<std::string> attributes;  ///< at most five; the last tells how many there are beside
};
/// What would change a rule set's answer to a question: first what the case does not state, then
/// what it states. Lists that would be empty are left out.
[[nodiscard]] std::vector<DecidingList> deciding_lists(const care::RuleTable& table,
                                                       const scenarios::PatientCase& patient_case,
                                                       const scenarios::CaseQuestion& question,
                                                       Lang lang);

/// What the answers to a case hang on, differently in different rule sets: the attributes of which
/// another value changes the answer in some of them, with how many, question by question. First what
/// the case does not state, with the value assumed; then what divides the rule sets most evenly. "" when
/// nothing changes any answer.
[[nodiscard]] std::string deciding_summary(const std::vector<care::RuleTable>& tables,
                                           const scenarios::PatientCase& patient_case, Lang lang);

}  // namespace viz
