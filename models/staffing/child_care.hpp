// SPDX-License-Identifier: Apache-2.0
/// @file
/// Care of children who are ill (vård av barn, VAB): the second kind of short absence of a person,
/// beside sickness and independent of it.
///
/// Each person is an alternating renewal process of their own: at work for an exponential time, then at
/// home for a spell. The hazard of a child's falling ill is lambda f(m), where the month's factor f has
/// the mean 1 over a year of 365 days: the exponential is spent on the clock dT = f dt. In a month that
/// went on for ever the share of time lost would be q = lambda f m / (1 + lambda f m), m the mean spell;
/// lambda is such that these shares have the stated one as their mean over the year. What a month has in
/// the run follows q within a few spells.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "scenarios/scenario.hpp"
#include "sim/distribution.hpp"
#include "sim/time.hpp"

namespace care {

/// The terms of a team.
struct ChildCare {
  double share = 0;           ///< of time lost, over a year; 0: nobody ever
  sim::Distribution spell{};  ///< length of an absence, in `unit`s
  sim::Duration unit{};
  sim::Distribution well{};              ///< exponential, in days of the season's clock
  std::array<double, 12> month_share{};  ///< q of each month, from January
};

/// Of a role with such a share; precondition: checked, with a spell where the share is above 0.
[[nodiscard]] ChildCare compile_child_care(const scenarios::Role& role, double share);

/// The season's clock at the start of each day of a run and at its end, in 2^-16 ms.
[[nodiscard]] std::vector<std::int64_t> child_care_clock(const scenarios::Role& role,
                                                         sim::Time start, std::uint32_t days);

/// When the clock, from a time of the run on, has gone so much further; Time::max() after the run.
[[nodiscard]] sim::Time child_ill_at(const std::vector<std::int64_t>& clock, sim::Time start,
                                     sim::Time from, sim::Duration well);

/// 0 is January.
[[nodiscard]] std::size_t month_of(sim::Time time);

}  // namespace care
