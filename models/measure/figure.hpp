// SPDX-License-Identifier: Apache-2.0
/// @file
/// What a figure is, said once: a constant beside the code that counts it. Those who look figures up
/// name the constant, so that a misspelt one does not compile; files carry its id.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

namespace care {

/// What a figure is told in.
enum class Unit : std::uint8_t {
  None,
  Persons,
  PerDay,
  Percent,
  Places,
  PatientDays,
  PlaceDays,
  Hours,
  Stays,  ///< days that a patient stays
  Days,   ///< days that pass
  Visits,
  Occasions,
  Weeks,
  IsoWeek,
  Episodes,
  HandOvers,
  Requests,
  Refusals,
  Disputes,
  Kronor,
};

/// The name of a unit among the words: "patient_days".
[[nodiscard]] constexpr std::string_view name_of(Unit unit) {
  constexpr std::string_view names[] = {
      "none",     "persons",    "per_day",  "percent",  "places",    "patient_days", "place_days",
      "hours",    "stays",      "days",     "visits",   "occasions", "weeks",        "iso_week",
      "episodes", "hand_overs", "requests", "refusals", "disputes",  "kronor"};
  static_assert(std::size(names) == static_cast<std::size_t>(Unit::Kronor) + 1);
  return names[static_cast<std::size_t>(unit)];
}

/// What may be done with a figure's values.
enum class Nature : std::uint8_t {
  Amount,       ///< adds up over settings, teams and municipalities; what is not there is 0
  Ratio,        ///< a share of something
  Average,      ///< a mean over those it happened to
  Extreme,      ///< the longest or the worst
  Date,         ///< when
  Probability,  ///< share of replications in which it happened
};

/// What part of the results a figure belongs to; see name_of.
enum class Group : std::uint8_t { Flow, Move, Staff, Shortage, Responsibility, Ledger };

/// The name of a group in results: "flow", "move", "staff", …
[[nodiscard]] constexpr std::string_view name_of(Group group) {
  constexpr std::string_view names[] = {"flow",     "move",           "staff",
                                        "shortage", "responsibility", "ledger"};
  return names[static_cast<std::size_t>(group)];
}

/// Groups of figures that are no constants: what a scenario defines, what stakeholders look at, staff
/// figures of a provider beside the municipalities' own teams,
inline constexpr std::string_view measure_group = "measure";
inline constexpr std::string_view stakeholder_group = "stakeholder";
inline constexpr std::string_view provider_group = "provider";
/// Staff and shortage figures of a team in its shifts of one kind.
inline constexpr std::string_view shift_group = "shift";

/// A kind of figure; a Key says what it is about.
struct Figure {
  std::string_view id;  ///< unique and stable: Key::quantity in files
  Group group = Group::Flow;
  Unit unit = Unit::None;
  Nature nature = Nature::Amount;
  int decimals = 0;     ///< for display only
  bool supply = false;  ///< tells of places and how many there are, not where patients are
};

/// True of one and the same figure. Not by its address: under the sanitizers GCC takes a comparison of
/// addresses for no constant expression.
[[nodiscard]] constexpr bool same(const Figure& a, const Figure& b) {
  return a.group == b.group && a.id == b.id;
}

inline constexpr double days_per_ms = 1.0 / 86'400'000.0;
inline constexpr double hours_per_ms = 1.0 / 3'600'000.0;

/// What one count is in a unit: times are counted in ms, everything else in ones.
[[nodiscard]] constexpr double per_count(Unit unit) {
  switch (unit) {
    case Unit::Hours:
      return hours_per_ms;
    case Unit::Stays:
    case Unit::Days:
    case Unit::PatientDays:
    case Unit::PlaceDays:
      return days_per_ms;
    default:
      return 1;
  }
}

}  // namespace care
