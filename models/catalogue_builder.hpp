// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "models/catalogue.hpp"

namespace care {

inline constexpr double days_per_ms = 1.0 / 86'400'000.0;
inline constexpr double hours_per_ms = 1.0 / 3'600'000.0;

/// Lays out slots and figures group by group; see make_catalogue.
class CatalogueBuilder {
 public:
  explicit CatalogueBuilder(const Model& model);

  void add_settings();
  void add_exits();
  void add_moves();
  void add_staff();
  void add_responsibility();
  void add_measures();
  void add_ledger();
  void add_audit();

  Catalogue catalogue;

 private:
  using Field = Tracked::Field;

  /// One value of the attribute that results are broken down by; the first group is everyone.
  struct Group {
    std::string id;
    std::vector<flow::Profile> profiles;
  };

  Slot slot();
  Slot track(Tracked tracked, bool weekly = false);
  [[nodiscard]] std::vector<std::uint32_t> cells(std::span<const flow::Place> places,
                                                 std::span<const flow::Profile> profiles) const;
  static Key key(std::string_view group, std::string_view quantity, std::string_view setting,
                 std::string_view municipality = {}, std::string_view role = {});
  void metric(Key key, Slot numerator, Slot denominator, double scale, bool drop_if_zero = false);
  void series(Key key, Slot tracked, double scale, bool per_day);
  [[nodiscard]] bool leaves_at_once(flow::Place s) const;
  void add_group(flow::Place s, const Group& group);
  void add_setting_totals(flow::Place s);
  void add_places_offered(flow::Place s);
  void add_team(std::uint32_t team);
  void add_team_shortage(std::uint32_t team, TeamSlots& slots);
  void add_shortage_groups();
  void add_owners(const std::string& municipality, std::span<const std::uint32_t> numbers);
  [[nodiscard]] bool is_provider(std::uint32_t team) const;
  [[nodiscard]] std::string employer_of(std::uint32_t team) const;
  void add_setting_ledger(flow::Place s);
  void add_staff_ledger(std::uint32_t team);
  [[nodiscard]] Slot quantity_slot(const scenarios::Quantity& quantity);
  [[nodiscard]] std::int64_t population_ms(const scenarios::Quantity& quantity) const;
  [[nodiscard]] scenarios::Text label_of(std::string_view value) const;

  const Model& model_;
  const scenarios::Scenario& scenario_;
  const flow::Network& network_;
  const Workforce* workforce_;
  std::vector<Group> groups_;
  Slot horizon_ = 0;
  std::vector<std::int32_t> series_of_slot_;
};

}  // namespace care
