// SPDX-License-Identifier: Apache-2.0
/// @file
/// Competences and delegations: what some of the staff may do and others not.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "scenarios/scenario.hpp"
#include "sim/time.hpp"

namespace care {

/// A set of competences: a bit for each of the scenario, in its order.
using Competences = std::uint16_t;
static_assert(scenarios::most_competences <= 16);

inline constexpr Competences every_competence = 0xffff;

/// Whether all that is asked for is held.
[[nodiscard]] constexpr bool has_all(Competences held, Competences asked) {
  return (held & asked) == asked;
}

/// Who of a role has a competence.
struct HeldCompetence {
  Competences bit = 0;
  /// Part of the address of the draws, beside the team's: family_of("competence/<id>").
  std::uint32_t family = 0;
  double share = 1, substitutes = 1, agency = 1;
  sim::Duration lead{};  ///< until who is new in a post has it
};

/// The competences of each role.
class RoleCompetences {
 public:
  RoleCompetences() = default;
  /// Precondition: the scenario has been checked.
  explicit RoleCompetences(const scenarios::Care& care);

  /// Whether any competence is told apart; else everybody may do everything.
  [[nodiscard]] bool any() const { return any_; }
  /// Those that somebody of the role has.
  [[nodiscard]] std::span<const HeldCompetence> of(std::uint32_t role) const {
    return by_role_[role];
  }
  /// Those that who has held a post of the role for so long may still lack.
  [[nodiscard]] Competences not_yet(std::uint32_t role, sim::Duration held) const;
  /// Those that some of the role's own staff have.
  [[nodiscard]] Competences of_own_staff(std::uint32_t role) const;

 private:
  bool any_ = false;
  std::vector<std::vector<HeldCompetence>> by_role_;
};

/// The set of one, by its id; of none for "".
[[nodiscard]] Competences competence_bit(const scenarios::Care& care, const std::string& id);

}  // namespace care
