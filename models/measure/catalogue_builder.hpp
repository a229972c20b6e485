// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/flow/network.hpp"
#include "models/measure/catalogue.hpp"
#include "models/measure/figure.hpp"

namespace care {

/// What a figure is about, where it is not about everything.
struct About {
  std::string_view setting{}, municipality{}, role{}, destination{};
  std::string_view party{};                     ///< who answers or performs
  const scenarios::Text* party_name = nullptr;  ///< with `party`
  std::string_view shift{}, day_type{};         ///< of a team, by kind of shift
  std::string_view cause{};                     ///< what patients waited for
  const scenarios::Text* cause_name = nullptr;  ///< with `cause`
};

/// Lays out slots and figures. What is counted in one part of the house is added by that part:
/// add_flow_figures, add_staff_figures, …, in the order of results.
class CatalogueBuilder {
 public:
  /// One value of an attribute that results are broken down by; the first group is everyone.
  struct Patients {
    std::string id;
    std::vector<flow::Profile> profiles;
    bool of_first = false;  ///< of the first attribute, by which bills are made out
  };

  CatalogueBuilder(const scenarios::Scenario& scenario, const flow::Network& network);

  /// A number of a replication, and n of them in a row.
  Slot slot() { return slots(1); }
  Slot slots(std::size_t n);
  /// n series of weekly numbers in a row.
  std::uint32_t series(std::size_t n);
  /// A sum over counters, with its weeks if they are asked for.
  Slot track(Tracked tracked, bool weekly = false);
  /// Indices of the counters of those places and profiles that may come together,
  [[nodiscard]] std::vector<std::uint32_t> cells(std::span<const flow::Place> places,
                                                 std::span<const flow::Profile> profiles) const;
  /// and of those who may live there.
  [[nodiscard]] std::vector<std::uint32_t> resident_cells(
      std::span<const flow::Place> places, std::span<const flow::Profile> profiles) const;

  /// Key with the words of a figure. `group` replaces the figure's own.
  [[nodiscard]] static Key key(const Figure& figure, const About& about = {},
                               std::string_view group = {});

  /// Key of what the scenario calls `name`, in the group of measures: `part` is empty of the figure
  /// that bears the name alone, and `what` completes the label.
  [[nodiscard]] static Key named_key(std::string_view name, const words::Text& label,
                                     std::string_view part, const words::Text& what, Unit unit);

  void metric(Key key, Slot numerator, Slot denominator, double scale, bool drop_if_zero = false);
  /// The count itself, in the unit of the figure.
  void total(const Figure& figure, const About& about, Slot slot, bool drop_if_zero = false) {
    metric(key(figure, about), slot, no_slot, per_count(figure.unit), drop_if_zero);
  }
  /// The mean over the measured time of what is summed in ms.
  void time_mean(const Figure& figure, const About& about, Slot slot, bool drop_if_zero = false) {
    metric(key(figure, about), slot, horizon_, 1, drop_if_zero);
  }
  /// Share of the `trials` of each replication, the number that `trial_count` has, in which something
  /// happened; the slot counts them.
  void probability(Key key, Slot slot, Slot trial_count, std::uint32_t trials);
  void probability(const Figure& figure, const About& about, Slot slot, Slot trial_count,
                   std::uint32_t trials);
  /// Weeks of what is tracked.
  void weekly(Key key, Slot tracked, double scale, bool per_day);

  /// The slot of the measured time, ms.
  [[nodiscard]] Slot horizon() const { return horizon_; }
  [[nodiscard]] const std::vector<Patients>& patients() const { return patients_; }
  [[nodiscard]] const scenarios::Scenario& scenario() const { return scenario_; }
  [[nodiscard]] const flow::Network& network() const { return network_; }

  Catalogue catalogue;

 private:
  [[nodiscard]] std::vector<std::uint32_t> together(std::span<const std::uint32_t> possible,
                                                    std::span<const flow::Place> places,
                                                    std::span<const flow::Profile> profiles) const;

  const scenarios::Scenario& scenario_;
  const flow::Network& network_;
  std::vector<Patients> patients_;
  Slot horizon_ = no_slot;
  sim::Table<Slot, std::int32_t> series_of_slot_;  // or -1
};

}  // namespace care
