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
#include "models/flow/budget.hpp"
#include "models/flow/network.hpp"
#include "models/flow/pathway.hpp"
#include "models/measure/outcome.hpp"
#include "models/rules/decide.hpp"
#include "models/rules/owner_counts.hpp"
#include "models/staffing/visit_plans.hpp"
#include "models/staffing/workforce.hpp"
#include "scenarios/scenario.hpp"

namespace care {

/// A compiled scenario: const, shared by all replications. Only a Replication changes.
class Model {
 public:
  /// Precondition: the scenario has been checked. `rules` are the rule sets of its agreements, in
  /// their order; without them a scenario with responsibility runs as one without. What is wrong
  /// with the rules for this scenario is told in issues(); a model with issues is not to be run.
  explicit Model(const scenarios::Scenario& scenario,
                 std::span<const scenarios::RuleSet> rules = {});

  [[nodiscard]] const scenarios::Scenario& scenario() const { return scenario_; }
  [[nodiscard]] const std::vector<scenarios::Issue>& issues() const { return issues_; }
  [[nodiscard]] const flow::Network& network() const { return network_; }
  [[nodiscard]] const DischargeProcess& discharge() const { return discharge_; }
  [[nodiscard]] const Catalogue& catalogue() const { return counted_.catalogue; }
  [[nodiscard]] const StaffSlots& staff_slots() const { return counted_.staff; }
  [[nodiscard]] const std::vector<PassagePlan>& passages() const { return counted_.passages; }
  [[nodiscard]] const LevelPlans& levels() const { return counted_.levels; }
  [[nodiscard]] const DayPlan& days() const { return counted_.days; }
  [[nodiscard]] const BlockedPlan& blocked() const { return counted_.blocked; }
  /// First slot of person-milliseconds by patient case, with responsibility.
  [[nodiscard]] Slot first_case() const { return counted_.first_case; }
  [[nodiscard]] bool has_care() const { return workforce_.has_value(); }
  [[nodiscard]] const Workforce& workforce() const { return *workforce_; }
  [[nodiscard]] const StaffUnits& units() const { return workforce_->units(); }
  [[nodiscard]] const VisitPlans& visit_plans() const { return *visit_plans_; }

  [[nodiscard]] bool has_responsibility() const { return decisions_.has_value(); }
  [[nodiscard]] const Decisions& decisions() const { return *decisions_; }
  [[nodiscard]] OwnerLayout owner_layout() const;

  /// What the care layer does to patients beside the rules of the flow: harm by missed visits, and where
  /// those go whose request is refused.
  [[nodiscard]] std::vector<flow::Outside::Move> moves_of_care() const;

  /// The municipality of a profile, as the number of a unit.
  [[nodiscard]] std::uint32_t municipality_of(flow::Profile profile) const {
    return municipality_of_[profile];
  }
  /// Setting whose re-entries within readmission_window() are readmissions, or flow::nowhere.
  [[nodiscard]] flow::Place readmission_setting() const { return readmission_setting_; }
  [[nodiscard]] sim::Duration readmission_window() const { return readmission_window_; }
  /// Starts of the measured weeks but the first: when Recorder::end_week is due.
  [[nodiscard]] const std::vector<sim::Time>& week_ends() const { return week_ends_; }

 private:
  scenarios::Scenario scenario_;
  flow::Network network_;
  DischargeProcess discharge_;
  std::vector<scenarios::Issue> issues_;
  std::optional<Decisions> decisions_;
  std::optional<Workforce> workforce_;
  std::optional<VisitPlans> visit_plans_;
  Counted counted_;
  sim::Table<flow::Profile, std::uint32_t> municipality_of_;
  flow::Place readmission_setting_ = flow::nowhere;
  sim::Duration readmission_window_{};
  std::vector<sim::Time> week_ends_;
};

/// The state of one replication, reused for the next: after the first, a run allocates nothing.
class Replication {
 public:
  /// The model must outlive it.
  explicit Replication(const Model& model, flow::Watch watch = {});
  ~Replication();
  Replication(Replication&&) noexcept;
  Replication& operator=(Replication&&) noexcept;
  Replication(const Replication&) = delete;
  Replication& operator=(const Replication&) = delete;

  /// Runs replication `number` and stores what it counted. Throws flow::OutOfBudget, and
  /// sim::BrokenOff when it is abandoned.
  void run(std::uint64_t seed, std::uint32_t number, Outcome& outcome);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace care
