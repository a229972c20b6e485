// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "models/discharge/discharge.hpp"
#include "models/figures.hpp"
#include "models/flow/network.hpp"
#include "models/measure/outcome.hpp"
#include "models/rules/owner_counts.hpp"
#include "models/rules/responsibility.hpp"
#include "models/staffing/visit_plans.hpp"
#include "models/staffing/workforce.hpp"
#include "scenarios/scenario.hpp"

namespace care {

/// What becomes of a care request, compiled.
struct CompiledRequest {
  std::vector<bool> when;      ///< by profile
  std::vector<bool> to;        ///< by place
  std::uint32_t accepted = 0;  ///< performers, a bit each
  double refused = 0;          ///< share of those accepted by rule
  flow::Place refused_to = flow::nowhere;
  std::string pointer;

  [[nodiscard]] bool accepts(const Ruling& ruling) const;
};

/// A compiled scenario: const, shared by all replications. Only a Replication changes.
class Model {
 public:
  /// Precondition: the scenario has been checked. `rules` are the rule sets of its agreements, in
  /// their order; without them a scenario with responsibility runs as one without. What is wrong
  /// with the rules for this scenario is told in issues(); a model with issues is not to be run.
  explicit Model(const scenarios::Scenario& scenario,
                 std::span<const scenarios::RuleSet> rules = {});

  [[nodiscard]] const scenarios::Scenario& scenario() const { return scenario_; }
  /// The care layer as it runs: after the municipalities stand the providers that rules name.
  [[nodiscard]] const scenarios::Care& care() const { return *care_; }
  [[nodiscard]] const std::vector<scenarios::Issue>& issues() const { return issues_; }
  [[nodiscard]] const flow::Network& network() const { return network_; }
  [[nodiscard]] const DischargeProcess& discharge() const { return discharge_; }
  [[nodiscard]] const Catalogue& catalogue() const { return counted_.catalogue; }
  [[nodiscard]] const StaffSlots& staff_slots() const { return counted_.staff; }
  /// First slot of person-milliseconds by patient case, with responsibility.
  [[nodiscard]] Slot first_case() const { return counted_.first_case; }
  [[nodiscard]] bool has_care() const { return workforce_.has_value(); }
  [[nodiscard]] const Workforce& workforce() const { return *workforce_; }
  [[nodiscard]] const VisitPlans& visit_plans() const { return *visit_plans_; }

  [[nodiscard]] bool has_responsibility() const { return responsibility_.has_value(); }
  [[nodiscard]] const Decisions& responsibility() const { return *responsibility_; }
  [[nodiscard]] OwnerLayout owner_layout() const;
  /// The first row that a care request to a setting meets, or nullptr.
  [[nodiscard]] const CompiledRequest* request_rule(flow::Profile profile, flow::Place to) const;
  [[nodiscard]] const std::vector<CompiledRequest>& requests() const { return requests_; }
  /// Where the rule of a ruling stands: "file#/rules/name".
  [[nodiscard]] const std::string& rule_pointer(const Placement& placement,
                                                const Ruling& ruling) const {
    return rule_pointers_[placement.agreement][ruling.rule];
  }

  /// Index in Care::municipalities of a profile.
  [[nodiscard]] std::uint32_t municipality_of(flow::Profile profile) const {
    return municipality_of_[profile];
  }
  /// Setting whose re-entries within readmission_window() are readmissions, or flow::nowhere.
  [[nodiscard]] flow::Place readmission_setting() const { return readmission_setting_; }
  [[nodiscard]] sim::Duration readmission_window() const { return readmission_window_; }
  /// Starts of the measured weeks but the first: when Recorder::end_week is due.
  [[nodiscard]] const std::vector<sim::Time>& week_ends() const { return week_ends_; }

 private:
  void compile_rules(std::span<const scenarios::RuleSet> rules);
  void compile_requests();
  void add_providers();

  scenarios::Scenario scenario_;
  std::optional<scenarios::Care> care_;
  flow::Network network_;
  DischargeProcess discharge_;
  std::vector<scenarios::Issue> issues_;
  std::optional<Decisions> responsibility_;
  std::vector<CompiledRequest> requests_;
  std::vector<std::vector<std::string>> rule_pointers_;  // by agreement and rule
  std::optional<Workforce> workforce_;
  std::optional<VisitPlans> visit_plans_;
  Counted counted_;
  std::vector<std::uint32_t> municipality_of_;  // by profile
  flow::Place readmission_setting_ = flow::nowhere;
  sim::Duration readmission_window_{};
  std::vector<sim::Time> week_ends_;
};

/// The state of one replication, reused for the next: after the first, a run allocates nothing.
class Replication {
 public:
  /// The model must outlive it.
  explicit Replication(const Model& model);
  ~Replication();
  Replication(Replication&&) noexcept;
  Replication& operator=(Replication&&) noexcept;
  Replication(const Replication&) = delete;
  Replication& operator=(const Replication&) = delete;

  /// Runs replication `number` and stores what it counted.
  void run(std::uint64_t seed, std::uint32_t number, Outcome& outcome);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace care
