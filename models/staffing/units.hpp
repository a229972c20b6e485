// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "scenarios/rules.hpp"
#include "scenarios/scenario.hpp"
#include "sim/time.hpp"

namespace care {

/// Who has staff: a municipality, another provider that rules may name, or a pool in which teams of
/// municipalities work as one.
struct StaffUnit {
  enum class Kind : std::uint8_t { Municipality, Provider, Pool };

  Kind kind = Kind::Municipality;
  std::string id;
  scenarios::Text label;
  sim::Duration travel{};  ///< of one person to one visit
  /// By role. Of a municipality, a role without a team gives no visits; of a provider, one without
  /// limit. A pool has those of its members.
  scenarios::Named<scenarios::Team> teams;
  std::string employer;  ///< who pays; empty: the unit itself, of a pool each member its own
  /// Of a pool: a bit for each other performer whose visits it gives.
  std::uint32_t also_performs = 0;
  sim::Duration between{};  ///< of a pool: the longer way to a visit in another municipality
};

/// The units of a scenario, numbered: municipalities in its order, then providers, then pools.
class StaffUnits {
 public:
  static constexpr std::uint32_t none = 0xffffffff;

  /// A performer whose visits rules may ask for, and what it is called where the scenario does not
  /// say.
  struct Provider {
    scenarios::Performer performer{};
    scenarios::Text label;
  };

  /// Without providers: the municipalities and pools alone.
  explicit StaffUnits(const scenarios::Care& care, std::span<const Provider> providers = {});

  [[nodiscard]] const StaffUnit& operator[](std::uint32_t unit) const { return units_[unit]; }
  [[nodiscard]] std::span<const StaffUnit> all() const { return units_; }
  [[nodiscard]] std::uint32_t municipalities() const { return municipalities_; }
  /// Municipalities and providers: those that have teams of their own.
  [[nodiscard]] std::uint32_t with_teams() const { return with_teams_; }
  [[nodiscard]] bool is_municipality(std::uint32_t unit) const { return unit < municipalities_; }

  /// The provider that a performer is, or none.
  [[nodiscard]] std::uint32_t provider(scenarios::Performer performer) const {
    return provider_of_[static_cast<std::size_t>(performer)];
  }
  /// The pool that the unit's team of a role is in, or none.
  [[nodiscard]] std::uint32_t pool_of(std::uint32_t unit, std::uint32_t role) const {
    return is_municipality(unit) ? pool_of_[unit * roles_ + role] : none;
  }

 private:
  void add_provider(const scenarios::Care& care, const Provider& provider);
  void add_pools(const scenarios::Care& care);

  std::vector<StaffUnit> units_;
  std::uint32_t roles_ = 0, municipalities_ = 0, with_teams_ = 0;
  std::vector<std::uint32_t> provider_of_;  // by performer
  std::vector<std::uint32_t> pool_of_;      // by municipality, then role
};

}  // namespace care
