// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "scenarios/rules.hpp"
#include "scenarios/scenario.hpp"

namespace scenarios {

/// The scenario as JSON in canonical form: every member in the order of the language, defaults
/// written out, what is empty left out, numbers in their shortest form. Reading it back gives the
/// same scenario. Data files are named relative to `folder`.
[[nodiscard]] std::string resolved_json(const Scenario& scenario,
                                        const std::filesystem::path& folder);

/// The same for a file that lies where the scenario lay.
[[nodiscard]] std::string resolved_json(const Scenario& scenario);

/// The same of a rule set with all that it extends, and of a patient case.
[[nodiscard]] std::string resolved_json(const RuleSet& rules);
[[nodiscard]] std::string resolved_json(const PatientCase& patient_case);

/// SHA-256, in hexadecimal, of what the scenario says: its canonical text, with the contents of
/// data files instead of their paths, and the canonical text of rule sets, with all that they
/// extend, instead of theirs. Equal for equal scenarios wherever they lie.
[[nodiscard]] std::string scenario_hash(const Scenario& scenario);

/// A number that the scenario gives.
struct NumberInput {
  std::string pointer;             ///< in the resolved scenario
  double value = 0;                ///< infinite for "unlimited"
  std::string unit;                ///< "" = none
  std::string english, swedish;    ///< what it means
  Provenance provenance;           ///< its own, or that of the nearest object around it
  std::string provenance_pointer;  ///< where that stands
  bool choice = false;             ///< a decision of the modeller, which needs no source
};

/// All numbers that differ from their default or carry a source of their own, in the order of the
/// resolved scenario.
[[nodiscard]] std::vector<NumberInput> number_inputs(const Scenario& scenario);

/// Those of them that should have a source and have none.
[[nodiscard]] std::vector<NumberInput> numbers_without_source(const Scenario& scenario);

}  // namespace scenarios
