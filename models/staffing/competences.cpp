// SPDX-License-Identifier: Apache-2.0
#include "models/staffing/competences.hpp"

#include "models/staffing/names.hpp"
#include "sim/stream.hpp"

namespace care {

Competences competence_bit(const scenarios::Care& care, const std::string& id) {
  if (id.empty()) return 0;
  return static_cast<Competences>(1U << names::place_of(care.competences, id));
}

RoleCompetences::RoleCompetences(const scenarios::Care& care) : any_(!care.competences.empty()) {
  by_role_.reserve(care.roles.size());
  for (const auto& [name, role] : care.roles) {
    auto& held = by_role_.emplace_back();
    held.reserve(role.competences.size());
    for (const auto& [id, by] : role.competences) {
      held.push_back({competence_bit(care, id), sim::family_of("competence/" + id), by.share,
                      by.substitutes.value_or(by.share), by.agency.value_or(by.share),
                      sim::from_units(by.lead_weeks * 7, sim::day)});
    }
  }
}

Competences RoleCompetences::not_yet(std::uint32_t role, sim::Duration held) const {
  unsigned lacking = 0;
  for (const HeldCompetence& of : this->of(role)) lacking |= of.lead > held ? of.bit : 0U;
  return static_cast<Competences>(lacking);
}

Competences RoleCompetences::of_own_staff(std::uint32_t role) const {
  if (!any_) return every_competence;
  unsigned some = 0;
  for (const HeldCompetence& held : of(role)) some |= held.share > 0 ? held.bit : 0U;
  return static_cast<Competences>(some);
}

}  // namespace care
