// SPDX-License-Identifier: Apache-2.0
/// @file
/// Where rules are decided: who is responsible for a person, a case and a moment, who performs, and
/// what becomes of a care request. Everybody else asks Decisions.
///
/// Which rule wins a case is RuleTable::winners (first match); what follows from the rule is decided
/// once for everything that can occur in the scenario and kept as a table (ADR 18).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "models/flow/network.hpp"
#include "models/rules/case_book.hpp"
#include "models/rules/ruling.hpp"
#include "scenarios/issue.hpp"
#include "scenarios/own_attributes.hpp"
#include "scenarios/rules.hpp"
#include "scenarios/scenario.hpp"
#include "sim/by_day.hpp"
#include "sim/civil_date.hpp"
#include "sim/time.hpp"

namespace care {

class RuleTable;

/// What becomes of care requests of some patients to some places.
struct CompiledRequest {
  flow::ProfileSet when;
  sim::Table<flow::Place, bool> to;
  std::uint32_t accepted = 0;  ///< performers, a bit each
  double refused = 0;          ///< share of those accepted by rule
  flow::Place refused_to = flow::nowhere;
  std::string pointer;

  /// Whether it takes the patients of one who performs by the ruling.
  [[nodiscard]] bool accepts(const Ruling& ruling) const;
};

enum class RequestOutcome : std::uint8_t { Accepted, RefusedByRule, RefusedInPractice };

/// The rule sets of a scenario as tables: const, shared by all replications.
class Decisions {
 public:
  static constexpr std::uint32_t moments = 12;  ///< (season, kind of shift, kind of day)

  /// `sets` are the rule sets of the agreements, in their order; what they declare agrees
  /// (check_own_attributes). Faults are told in `issues`, with
  /// places in the scenario: a case that no rule decides, a switch left open that decides.
  Decisions(const scenarios::Scenario& scenario, const flow::Network& network,
            std::span<const scenarios::RuleSet> sets, std::vector<scenarios::Issue>& issues);

  [[nodiscard]] const CaseBook& cases() const { return cases_; }
  /// What cases are over: the built-in vocabulary and the rule sets' own attributes.
  [[nodiscard]] const scenarios::CaseVocabulary& vocabulary() const { return vocabulary_; }

  /// Subject of a question about the person as such; tasks are 0 ..< tasks of the scenario.
  [[nodiscard]] std::uint32_t person() const { return subjects_ - 1; }

  /// The moment of a shift that begins on a date, and that of an hour of day work; below `moments`.
  [[nodiscard]] std::uint32_t moment_of(sim::Date date, std::uint32_t shift) const;
  [[nodiscard]] std::uint32_t moment_of(sim::Time time) const;

  /// Where a person stands, as the number of a row of table().
  [[nodiscard]] std::uint32_t standing(const Placement& who) const {
    return (std::uint32_t{who.agreement} * static_cast<std::uint32_t>(cases_.size()) +
            who.patient_case) *
               readings_ +
           (readings_ == 1 ? 0 : who.upheld);
  }
  /// Who is responsible and who performs.
  [[nodiscard]] const Ruling& decide(const Placement& who, std::uint32_t subject,
                                     std::uint32_t moment) const {
    return rulings_[table_[(std::size_t{standing(who)} * subjects_ + subject) * moments + moment]];
  }
  /// The same for whoever keeps a table of his own: numbers of rulings() by standing, subject
  /// (subjects() of them) and moment.
  [[nodiscard]] std::span<const std::uint32_t> table() const { return table_; }
  [[nodiscard]] const std::vector<Ruling>& rulings() const { return rulings_; }
  [[nodiscard]] std::uint32_t subjects() const { return subjects_; }

  /// The row that a care request to a place meets, or nullptr: it is accepted.
  [[nodiscard]] const CompiledRequest* request_rule(flow::Profile profile, flow::Place to) const {
    return asked_for_[to] ? find_request(profile, to) : nullptr;  // most moves ask nobody
  }
  /// What becomes of the request of a person with this ruling; `chance(p)` happens with probability
  /// p.
  template <class Chance>
  [[nodiscard]] static RequestOutcome decide_request(const CompiledRequest& rule,
                                                     const Ruling& ruling, Chance&& chance) {
    if (!rule.accepts(ruling)) return RequestOutcome::RefusedByRule;
    return chance(rule.refused) ? RequestOutcome::RefusedInPractice : RequestOutcome::Accepted;
  }
  [[nodiscard]] const std::vector<CompiledRequest>& requests() const { return requests_; }

  /// Agreements by the time from which they hold; the first from the start of time.
  struct InForce {
    sim::Time from{};
    scenarios::Agreement::Present present{};
  };
  [[nodiscard]] const std::vector<InForce>& agreements() const { return in_force_; }
  /// The agreement in force at a time.
  [[nodiscard]] std::uint8_t agreement_at(sim::Time time) const;
  /// Whether those whom an earlier agreement placed keep whom they have.
  [[nodiscard]] bool keeps_present(std::uint8_t agreement) const {
    return in_force_[agreement].present == scenarios::Agreement::Present::Keep;
  }

  /// Where the rule of a ruling stands: "file#/rules/name".
  [[nodiscard]] const std::string& pointer(const Placement& who, const Ruling& ruling) const {
    return pointers_[who.agreement][ruling.rule];
  }

  /// Performers beside the municipality whose teams are needed, in the order of the enumerators.
  [[nodiscard]] const std::vector<scenarios::Performer>& providers() const { return providers_; }

 private:
  struct Compiling;

  [[nodiscard]] std::uint32_t number(const Ruling& ruling);
  void compile_moments(const scenarios::Scenario& scenario, const flow::Network& network);
  [[nodiscard]] std::uint32_t moment_of_kind(sim::Date date, std::uint32_t kind_of_shift) const;
  void compile_agreement(Compiling& compiling);
  void decide_moments(Compiling& compiling, CaseValues values);
  void split_by_reading();
  [[nodiscard]] const CompiledRequest* find_request(flow::Profile profile, flow::Place to) const;
  void compile_requests(const scenarios::Responsibility& source, const flow::Network& network);
  void point_at_rules(const scenarios::RuleSet& set);
  [[nodiscard]] std::uint32_t decide_case(Compiling& compiling, const CaseValues& values);
  void note_providers(const scenarios::Responsibility& source);

  scenarios::CaseVocabulary vocabulary_;
  CaseBook cases_;
  std::uint32_t subjects_ = 1;
  std::uint32_t readings_ = 1;  // 3 where parties negotiate: not yet, the region's, the other's
  std::vector<Ruling> rulings_;
  std::vector<std::uint32_t> table_;
  std::vector<CompiledRequest> requests_;
  sim::Table<flow::Place, bool> asked_for_;  // a row of requests_ is about the place
  std::vector<InForce> in_force_;
  std::vector<std::vector<std::string>> pointers_;  // by agreement and rule
  std::vector<std::uint8_t> shift_kind_;            // by shift of the scenario: day, evening, night
  struct Day {
    bool summer = false, weekend = false;
  };
  sim::ByDay<Day> days_;
  std::vector<scenarios::Performer> providers_;
};

}  // namespace care
