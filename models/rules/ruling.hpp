// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "scenarios/rules.hpp"
#include "scenarios/scenario.hpp"

namespace care {

/// Who answers for care, as the ledger keeps it. The order is that of results.
enum class Answering : std::uint8_t { Region, Municipality, Both, Person, Nobody };
inline constexpr std::size_t answering_kinds = 5;
inline constexpr std::size_t performer_kinds = 9;  ///< enumerators of scenarios::Performer

/// Names in results: "region", "municipality", "both", "person", "nobody".
[[nodiscard]] std::string_view name_of(Answering answering);

/// Who answers, in words: "the region".
[[nodiscard]] scenarios::Text party_text(Answering answering);
/// A performer in words.
[[nodiscard]] scenarios::Text performer_text(scenarios::Performer performer);

/// What a rule set decides of a case at a moment.
struct Ruling {
  static constexpr std::uint32_t none = 0xffffffff;

  Answering responsible = Answering::Municipality;
  std::uint8_t performers = 1;  ///< how many take turns
  std::array<scenarios::Performer, 2> performer{};
  std::uint16_t rule = 0;  ///< index in RuleSet::rules
  bool disputed = false;
  bool travels = true;  ///< staff go to the patient; false where the patient comes to a clinic
  double negotiation_days = 0;  ///< mean, the scenario's factor included
  double region_prevails = 0;   ///< probability that the region's reading holds
  /// What holds once the parties agree: by the region's reading, by the municipality's.
  std::array<std::uint32_t, 2> upheld{none, none};

  bool operator==(const Ruling&) const = default;
};

/// Where a person stands: what decides, and on what.
struct Placement {
  std::uint32_t patient_case = 0;
  std::uint8_t agreement = 0;
  std::uint8_t upheld = 0;  ///< 0 not negotiated, 1 the region's reading, 2 the municipality's

  bool operator==(const Placement&) const = default;
};

}  // namespace care
