// SPDX-License-Identifier: Apache-2.0
/// @file
/// Figures of responsibility: by who answers or performs, and what happens for want of an answer.
#pragma once

#include <array>
#include <cstdint>

#include "models/measure/figure.hpp"
#include "models/measure/outcome.hpp"
#include "scenarios/scenario.hpp"

namespace care::figures {

// By municipality and who answers or performs.
inline constexpr Figure answered{"answered", Group::Responsibility, Unit::Persons, Nature::Amount,
                                 1};
inline constexpr Figure answered_hours{"answered_hours", Group::Responsibility, Unit::Hours};
inline constexpr Figure performed{"performed", Group::Responsibility, Unit::Persons, Nature::Amount,
                                  1};

// Events, by municipality.
inline constexpr Figure handovers{"handovers", Group::Responsibility, Unit::HandOvers,
                                  Nature::Amount,
                                  1};  ///< changes of performer for somebody in care at home
inline constexpr Figure requests{"requests", Group::Responsibility, Unit::Requests, Nature::Amount,
                                 1};
inline constexpr Figure refused_by_rule{
    "refused_by_rule", Group::Responsibility, Unit::Refusals, Nature::Amount,
    1};  ///< requests refused because the rules give the patient to others
inline constexpr Figure refused_in_practice{"refused_in_practice", Group::Responsibility,
                                            Unit::Refusals, Nature::Amount,
                                            1};  ///< and all the same
inline constexpr Figure disputes{"disputes", Group::Responsibility, Unit::Disputes, Nature::Amount,
                                 1};
inline constexpr Figure negotiation_days{"negotiation_days", Group::Responsibility, Unit::Days,
                                         Nature::Amount, 1};  ///< that disputes took
inline constexpr Figure self_care_visits{"self_care_visits", Group::Responsibility,
                                         Unit::Occasions};  ///< made by the person
inline constexpr Figure unowned_visits{"unowned_visits", Group::Responsibility, Unit::Visits,
                                       Nature::Amount, 1};  ///< due, and nobody's

/// All of them.
inline constexpr auto of_rules = std::to_array<const Figure*>(
    {&answered, &answered_hours, &performed, &handovers, &requests, &refused_by_rule,
     &refused_in_practice, &disputes, &negotiation_days, &self_care_visits, &unowned_visits});

}  // namespace care::figures

namespace care {

/// What is counted when it happens, for each municipality, in the order of results.
inline constexpr auto rule_events = std::to_array<const Figure*>(
    {&figures::handovers, &figures::requests, &figures::refused_by_rule,
     &figures::refused_in_practice, &figures::disputes, &figures::negotiation_days,
     &figures::self_care_visits, &figures::unowned_visits});

/// Where an event stands in rule_events. Does not compile for a figure that is not there.
[[nodiscard]] consteval std::uint32_t rule_event(const Figure& figure) {
  for (std::uint32_t i = 0; i < rule_events.size(); ++i) {
    if (same(*rule_events[i], figure)) return i;
  }
  throw "no event of responsibility";
}

class CatalogueBuilder;
class OwnerLayout;
class Decisions;

/// Lays out what is counted of responsibility, and the figures made of it. Returns the first slot
/// of person-milliseconds by patient case (CaseBook).
[[nodiscard]] Slot add_rule_figures(CatalogueBuilder& to, const scenarios::Care& care,
                                    const Decisions& responsibility, const OwnerLayout& layout);

}  // namespace care
