// SPDX-License-Identifier: Apache-2.0
#include "models/staffing/units.hpp"

#include <algorithm>

#include "scenarios/fields_rules.hpp"
#include "scenarios/pools.hpp"

namespace care {
namespace {

constexpr auto performer_names = scenarios::names_of<scenarios::Performer>;

/// A bit for each performer that is named.
std::uint32_t performers(const std::vector<std::string>& named) {
  std::uint32_t bits = 0;
  for (std::size_t k = 0; k < performer_names.size(); ++k) {
    if (std::ranges::find(named, performer_names[k]) != named.end()) bits |= 1U << k;
  }
  return bits;
}

sim::Duration minutes(double length) { return sim::from_units(length, sim::minute); }

}  // namespace

StaffUnits::StaffUnits(const scenarios::Care& care, std::span<const Provider> providers)
    : roles_(static_cast<std::uint32_t>(care.roles.size())),
      provider_of_(performer_names.size(), none) {
  for (const auto& [id, municipality] : care.municipalities) {
    units_.push_back({StaffUnit::Kind::Municipality,
                      id,
                      municipality.label,
                      minutes(municipality.travel_minutes),
                      municipality.teams,
                      "",
                      0,
                      {}});
  }
  municipalities_ = static_cast<std::uint32_t>(units_.size());
  for (const Provider& provider : providers) add_provider(care, provider);
  with_teams_ = static_cast<std::uint32_t>(units_.size());
  add_pools(care);
}

void StaffUnits::add_provider(const scenarios::Care& care, const Provider& provider) {
  provider_of_[static_cast<std::size_t>(provider.performer)] =
      static_cast<std::uint32_t>(units_.size());
  StaffUnit& unit = units_.emplace_back();
  unit.kind = StaffUnit::Kind::Provider;
  unit.id = scenarios::name_of(provider.performer);
  unit.employer = "region";
  if (care.responsibility) {
    for (const auto& [id, known] : care.responsibility->providers) {
      if (id != unit.id) continue;
      unit.label = known.label;
      unit.travel = minutes(known.travel_minutes);
      unit.teams = known.teams;
    }
  }
  if (unit.label.en.empty()) unit.label = provider.label;
}

void StaffUnits::add_pools(const scenarios::Care& care) {
  for (const auto& [id, pool] : care.pools) {
    units_.push_back({StaffUnit::Kind::Pool,
                      id,
                      pool.label,
                      {},
                      {},
                      pool.employer,
                      performers(pool.performers),
                      minutes(pool.travel_between_minutes)});
  }
  for (const auto& [municipality, unused] : care.municipalities) {
    for (const auto& [role, unused_too] : care.roles) {
      const std::size_t pool = scenarios::pool_of(care, municipality, role);
      pool_of_.push_back(pool < care.pools.size() ? with_teams_ + static_cast<std::uint32_t>(pool)
                                                  : none);
    }
  }
}

}  // namespace care
