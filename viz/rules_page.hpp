// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "models/rules/rule_table.hpp"
#include "scenarios/facts.hpp"
#include "scenarios/rules.hpp"
#include "viz/language.hpp"

namespace viz {

/// The page on rule sets and patient cases, in Markdown: every rule set with the rows of the
/// register that it keeps, and every case as a matrix of questions and rule sets, with the sources
/// of each cell; last, what the sources say. `docs/rules-and-cases.md` and
/// `docs/regler-och-fall.md` are its texts.
[[nodiscard]] std::string rules_page(const std::vector<care::RuleTable>& tables,
                                     const std::vector<scenarios::PatientCase>& cases,
                                     const std::vector<scenarios::Fact>& facts, Lang lang);

}  // namespace viz
