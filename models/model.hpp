// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>

#include "models/catalogue.hpp"
#include "models/discharge/discharge.hpp"
#include "models/flow/network.hpp"
#include "models/outcome.hpp"
#include "models/staffing/visit_plans.hpp"
#include "models/staffing/workforce.hpp"
#include "scenarios/scenario.hpp"

namespace care {

/// A compiled scenario: const, shared by all replications. Only a Replication changes.
class Model {
 public:
  /// Precondition: the scenario has been checked.
  explicit Model(const scenarios::Scenario& scenario);

  [[nodiscard]] const scenarios::Scenario& scenario() const { return scenario_; }
  [[nodiscard]] const flow::Network& network() const { return network_; }
  [[nodiscard]] const DischargeProcess& discharge() const { return discharge_; }
  [[nodiscard]] const Catalogue& catalogue() const { return catalogue_; }
  [[nodiscard]] bool has_care() const { return workforce_.has_value(); }
  [[nodiscard]] const Workforce& workforce() const { return *workforce_; }
  [[nodiscard]] const VisitPlans& visit_plans() const { return *visit_plans_; }

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
  scenarios::Scenario scenario_;
  flow::Network network_;
  DischargeProcess discharge_;
  std::optional<Workforce> workforce_;
  std::optional<VisitPlans> visit_plans_;
  Catalogue catalogue_;
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
