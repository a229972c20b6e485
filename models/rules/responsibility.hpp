// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "models/rules/case_book.hpp"
#include "models/staffing/shift_calendar.hpp"
#include "scenarios/issue.hpp"
#include "scenarios/rules.hpp"
#include "scenarios/scenario.hpp"
#include "sim/time.hpp"

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

/// The rule sets of a scenario as tables: who is responsible and who performs, for every agreement,
/// patient case, visit and moment. Compiled once, const, shared by all replications.
class Decisions {
 public:
  /// `sets` are the rule sets of the agreements, in their order. Faults are told in `issues`, with
  /// places in the scenario: a case that no rule decides, a switch left open that decides.
  Decisions(const scenarios::Scenario& scenario, const flow::Vocabulary& vocabulary,
            std::span<const scenarios::RuleSet> sets, std::vector<scenarios::Issue>& issues);

  [[nodiscard]] const CaseBook& cases() const { return cases_; }

  /// Subject of a question about the person as such; tasks are 0 ..< tasks of the scenario.
  [[nodiscard]] std::uint32_t person() const { return subjects_ - 1; }

  [[nodiscard]] const Ruling& ruling(const Placement& who, std::uint32_t subject,
                                     std::uint32_t moment) const {
    const Ruling& first = rulings_[at(who, subject, moment)];
    if (who.upheld == 0 || !first.disputed) return first;
    return rulings_[first.upheld[who.upheld - 1U]];
  }

  /// The moment of a shift, and that of an hour of day work.
  [[nodiscard]] std::uint32_t moment_of(const ShiftOccurrence& occurrence) const;
  [[nodiscard]] std::uint32_t moment_of(sim::Time time) const;

  /// Agreements by the time from which they hold; the first from the start of time.
  struct InForce {
    sim::Time from{};
    scenarios::Agreement::Present present{};
  };
  [[nodiscard]] const std::vector<InForce>& agreements() const { return in_force_; }

  /// Performers beside the municipality whose teams are needed, in the order of the enumerators.
  [[nodiscard]] const std::vector<scenarios::Performer>& providers() const { return providers_; }
  /// Index of a performer among providers().
  [[nodiscard]] std::uint32_t provider(scenarios::Performer performer) const {
    return provider_of_[static_cast<std::size_t>(performer)];
  }

 private:
  struct Compiling;
  static constexpr std::uint32_t moments = 12;  // (season, shift, day)

  [[nodiscard]] std::uint32_t at(const Placement& who, std::uint32_t subject,
                                 std::uint32_t moment) const {
    const std::size_t row = (std::size_t{who.agreement} * cases_.size() + who.patient_case);
    return index_[(row * subjects_ + subject) * moments + moment];
  }
  [[nodiscard]] std::uint32_t number(const Ruling& ruling);
  void compile_moments(const scenarios::Scenario& scenario);
  void compile_agreement(Compiling& compiling);
  [[nodiscard]] static std::vector<std::size_t> winners(Compiling& compiling,
                                                        const CaseValues& values);
  static void tell_open(Compiling& compiling, const std::vector<std::size_t>& winners);
  [[nodiscard]] std::uint32_t decide(Compiling& compiling, const CaseValues& values);
  void note_providers(const scenarios::Responsibility& source);

  CaseBook cases_;
  std::uint32_t subjects_ = 1;
  std::vector<Ruling> rulings_;
  std::vector<std::uint32_t> index_;
  std::vector<InForce> in_force_;
  std::vector<std::uint8_t> shift_kind_;  // by shift of the scenario: day, evening, night
  std::array<int, 2> summer_{};           // ISO weeks
  std::vector<scenarios::Performer> providers_;
  std::array<std::uint32_t, performer_kinds> provider_of_{};
};

}  // namespace care
