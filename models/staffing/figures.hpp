// SPDX-License-Identifier: Apache-2.0
/// @file
/// What is counted of a team in a shift, and the figures made of it. A new one is a constant, a line
/// in `team_counts` that says how it is read, and its words; Duty and VisitBook do the counting.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "models/flow/ids.hpp"
#include "models/measure/figure.hpp"
#include "models/measure/outcome.hpp"
#include "models/measure/seasons.hpp"
#include "models/staffing/areas.hpp"
#include "models/staffing/competences.hpp"
#include "models/staffing/ids.hpp"
#include "scenarios/scenario.hpp"
#include "sim/time.hpp"

namespace care {

/// The time of a team in one shift, in person-milliseconds.
struct ShiftStaff {
  sim::Duration rostered{};  ///< = present + on_leave + vacant + sick + child_care
  sim::Duration present{};   ///< own staff at work
  sim::Duration on_leave{};
  sim::Duration vacant{};  ///< posts without holder, or more posts than people
  sim::Duration sick{};
  sim::Duration child_care{};  ///< at home with a child who is ill
  sim::Duration substitute{};  ///< paid hours of substitutes
  sim::Duration agency{};      ///< paid hours of agency staff
  /// Time that can be given to visits and travel:
  /// (present + agency + productivity * substitute) * (1 - indirect share).
  sim::Duration available{};
  sim::Duration overtime_available{};  ///< most overtime, in time given to visits and travel
  /// Part of `available` that each person at work has, in no order that means anything.
  std::vector<sim::Duration> people;
  /// What each of them may do, in the same order; empty: everything.
  std::vector<Competences> competences;
  /// Where each of them starts from, in the same order; empty: all ways are equally long.
  std::vector<Area> areas;
};

/// Numbers of visits. Over a run: due = done + missed + lapsed + handed + pending, for each team.
struct VisitCounts {
  /// Due in this shift for the first time, or handed over to this team in it.
  std::uint32_t due = 0;
  std::uint32_t done = 0;    ///< given, the late ones included
  std::uint32_t late = 0;    ///< given in a later shift than due
  std::uint32_t moved = 0;   ///< passed on to a later shift, now
  std::uint32_t missed = 0;  ///< given up
  std::uint32_t lapsed = 0;  ///< moved here, but the patient has left
  std::uint32_t harmed = 0;  ///< part of missed: it harms
  std::uint32_t handed = 0;  ///< handed over to another role's team, which counts it as due
};

/// A visit that nobody gives.
struct MissedVisit {
  flow::PatientSlot slot = flow::no_patient;  ///< of its patient
  TaskId task{};
  bool harms = false;  ///< the patient must go where the VisitTask says
};

inline constexpr std::size_t priorities = 4;

/// What happened to the visits of a team's patients in a shift. Times are of staff (a visit by two
/// counts double), travel included.
struct ShiftResult {
  std::array<VisitCounts, priorities> visits{};  ///< by scenarios::Priority
  sim::Duration due{};                           ///< of the visits counted as due
  sim::Duration carried{};                       ///< of visits moved here
  /// Time for visits at plain pay: the team's own, of a crew the part that falls to its patients.
  sim::Duration available{};
  sim::Duration given{};     ///< of visits given; of a crew at most available + overtime_available
  sim::Duration travel{};    ///< part of `given`
  sim::Duration overtime{};  ///< part of the crew's `given` for which somebody stayed on
  sim::Duration missed{};    ///< of visits missed
  /// Part of the visits missed: somebody had time for it, but not within its window.
  std::uint32_t missed_window = 0;
  /// Paid for `given`, where the team's people are not modelled; else zero.
  sim::Duration paid{};

  // With the first team of a crew, for all of it; until the next call of run_shift:
  std::span<const MissedVisit> missed_visits;
  /// Part of `given` by the patient's municipality, then account; empty without Assignments.
  std::span<const sim::Duration> booked;

  [[nodiscard]] std::int64_t missed_of(scenarios::Priority priority) const {
    return visits[static_cast<std::size_t>(priority)].missed;
  }
  /// A count of visits, over all priorities.
  [[nodiscard]] std::int64_t sum(std::uint32_t VisitCounts::*count) const {
    std::int64_t all = 0;
    for (const auto& of : visits) all += of.*count;
    return all;
  }
  /// The same of visits that cannot wait.
  [[nodiscard]] std::int64_t urgent(std::uint32_t VisitCounts::*count) const {
    using scenarios::Priority;
    return std::int64_t{visits[static_cast<std::size_t>(Priority::MustAttend)].*count} +
           visits[static_cast<std::size_t>(Priority::TimeCritical)].*count;
  }
};

namespace figures {

// By team.
inline constexpr Figure due{"due", Group::Staff, Unit::Hours, Nature::Amount, 0};
inline constexpr Figure available{"available", Group::Staff, Unit::Hours, Nature::Amount, 0};
inline constexpr Figure given{"given", Group::Staff, Unit::Hours, Nature::Amount, 0};
inline constexpr Figure present_hours{"present_hours", Group::Staff, Unit::Hours, Nature::Amount,
                                      0};
inline constexpr Figure rostered{"rostered", Group::Staff, Unit::Hours, Nature::Amount, 0};
inline constexpr Figure substitute{"substitute", Group::Staff, Unit::Hours, Nature::Amount, 0};
inline constexpr Figure agency{"agency", Group::Staff, Unit::Hours, Nature::Amount, 0};
inline constexpr Figure overtime{"overtime", Group::Staff, Unit::Hours, Nature::Amount, 0};
inline constexpr Figure visits_due{"visits_due", Group::Staff, Unit::Visits, Nature::Amount, 0};
inline constexpr Figure visits_done{"visits_done", Group::Staff, Unit::Visits, Nature::Amount, 0};
inline constexpr Figure visits_moved{"visits_moved", Group::Staff, Unit::Visits, Nature::Amount, 0};
inline constexpr Figure visits_handed{"visits_handed", Group::Staff, Unit::Visits, Nature::Amount,
                                      0};
inline constexpr Figure missed_must{"missed_must", Group::Staff, Unit::Visits, Nature::Amount, 1};
inline constexpr Figure missed_critical{"missed_critical", Group::Staff, Unit::Visits,
                                        Nature::Amount, 1};
inline constexpr Figure missed_other{"missed_other", Group::Staff, Unit::Visits, Nature::Amount, 1};
inline constexpr Figure visits_urgent{"visits_urgent", Group::Staff, Unit::Visits, Nature::Amount,
                                      0};
inline constexpr Figure missed_urgent{"missed_urgent", Group::Staff, Unit::Visits, Nature::Amount,
                                      1};
inline constexpr Figure missed_window{"missed_window", Group::Staff, Unit::Visits, Nature::Amount,
                                      1};
inline constexpr Figure at_work{"at_work", Group::Staff, Unit::Hours, Nature::Amount, 0};
inline constexpr Figure harmed{"harmed", Group::Staff, Unit::Persons, Nature::Amount, 2};
inline constexpr Figure load{"load", Group::Staff, Unit::Percent, Nature::Ratio, 1};
inline constexpr Figure visits_each{"visits_each", Group::Staff, Unit::Visits, Nature::Average, 1};
inline constexpr Figure missed_share{"missed_share", Group::Staff, Unit::Percent, Nature::Ratio, 2};
inline constexpr Figure direct{"direct", Group::Staff, Unit::Hours, Nature::Amount, 0};
inline constexpr Figure travel{"travel", Group::Staff, Unit::Hours, Nature::Amount, 0};
inline constexpr Figure direct_share{"direct_share", Group::Staff, Unit::Percent, Nature::Ratio, 1};
inline constexpr Figure agency_share{"agency_share", Group::Staff, Unit::Percent, Nature::Ratio, 2};
inline constexpr Figure overtime_share{"overtime_share", Group::Staff, Unit::Percent, Nature::Ratio,
                                       2};

// Shortage, by team and by groups of teams; see find_shortages.
inline constexpr Figure any{"any", Group::Shortage, Unit::None, Nature::Probability, 3};
inline constexpr Figure event{"event", Group::Shortage, Unit::None, Nature::Probability, 3};
inline constexpr Figure weeks{"weeks", Group::Shortage, Unit::Weeks, Nature::Amount, 2};
inline constexpr Figure episodes{"episodes", Group::Shortage, Unit::Episodes, Nature::Amount, 2};
inline constexpr Figure longest{"longest", Group::Shortage, Unit::Weeks, Nature::Extreme, 2};
inline constexpr Figure depth{"depth", Group::Shortage, Unit::Percent, Nature::Extreme, 1};
inline constexpr Figure first_week{"first_week", Group::Shortage, Unit::IsoWeek, Nature::Date, 1};
inline constexpr Figure recovery{"recovery", Group::Shortage, Unit::Weeks, Nature::Average, 2};
inline constexpr Figure season_missed{"season_missed", Group::Shortage, Unit::Visits,
                                      Nature::Amount, 1};
inline constexpr Figure season_load{"season_load", Group::Shortage, Unit::Percent, Nature::Ratio,
                                    1};
inline constexpr Figure tight_any{"tight_any", Group::Shortage, Unit::None, Nature::Probability, 3};
inline constexpr Figure tight{"tight", Group::Shortage, Unit::None, Nature::Probability, 3};
inline constexpr Figure tight_weeks{"tight_weeks", Group::Shortage, Unit::Weeks, Nature::Amount, 2};

/// All of them.
inline constexpr auto of_staff = std::to_array<const Figure*>(
    {&due,           &available,     &given,        &present_hours,   &rostered,
     &substitute,    &agency,        &overtime,     &visits_due,      &visits_done,
     &visits_moved,  &visits_handed, &missed_must,  &missed_critical, &missed_other,
     &visits_urgent, &missed_urgent, &harmed,       &at_work,         &load,
     &visits_each,   &missed_share,  &any,          &event,           &weeks,
     &episodes,      &longest,       &depth,        &first_week,      &recovery,
     &season_missed, &season_load,   &tight_any,    &tight,           &tight_weeks,
     &direct,        &direct_share,  &agency_share, &overtime_share,  &travel,
     &missed_window});

}  // namespace figures

/// A figure of a team that adds up shift by shift, and how it is read from a shift: in ms or in
/// ones, by its unit.
struct TeamCount {
  const Figure* figure;
  std::int64_t (*in)(const ShiftStaff&, const ShiftResult&);
};

/// What is recorded of a team, in the order of results: what is told by week, what is only counted by week, and the
/// rest.
inline constexpr auto team_counts = std::to_array<TeamCount>({
    {&figures::due, [](const ShiftStaff&, const ShiftResult& r) { return r.due.count(); }},
    {&figures::available,
     [](const ShiftStaff&, const ShiftResult& r) { return r.available.count(); }},
    {&figures::given, [](const ShiftStaff&, const ShiftResult& r) { return r.given.count(); }},
    {&figures::present_hours,
     [](const ShiftStaff& s, const ShiftResult& r) { return (s.present + r.paid).count(); }},
    {&figures::rostered,
     [](const ShiftStaff& s, const ShiftResult&) { return s.rostered.count(); }},
    {&figures::substitute,
     [](const ShiftStaff& s, const ShiftResult&) { return s.substitute.count(); }},
    {&figures::agency, [](const ShiftStaff& s, const ShiftResult&) { return s.agency.count(); }},
    {&figures::overtime,
     [](const ShiftStaff&, const ShiftResult& r) { return r.overtime.count(); }},
    {&figures::visits_due,
     [](const ShiftStaff&, const ShiftResult& r) { return r.sum(&VisitCounts::due); }},
    {&figures::visits_done,
     [](const ShiftStaff&, const ShiftResult& r) { return r.sum(&VisitCounts::done); }},
    {&figures::visits_moved,
     [](const ShiftStaff&, const ShiftResult& r) { return r.sum(&VisitCounts::moved); }},
    {&figures::visits_handed,
     [](const ShiftStaff&, const ShiftResult& r) { return r.sum(&VisitCounts::handed); }},
    {&figures::missed_must,
     [](const ShiftStaff&, const ShiftResult& r) {
       return r.missed_of(scenarios::Priority::MustAttend);
     }},
    {&figures::missed_critical,
     [](const ShiftStaff&, const ShiftResult& r) {
       return r.missed_of(scenarios::Priority::TimeCritical);
     }},
    {&figures::missed_other,
     [](const ShiftStaff&, const ShiftResult& r) {
       return r.missed_of(scenarios::Priority::Ordinary) +
              r.missed_of(scenarios::Priority::Visitor);
     }},
    {&figures::missed_urgent,
     [](const ShiftStaff&, const ShiftResult& r) { return r.urgent(&VisitCounts::missed); }},
    {&figures::harmed,
     [](const ShiftStaff&, const ShiftResult& r) { return r.sum(&VisitCounts::harmed); }},
    {&figures::visits_urgent,
     [](const ShiftStaff&, const ShiftResult& r) { return r.urgent(&VisitCounts::due); }},
    {&figures::at_work,
     [](const ShiftStaff& s, const ShiftResult&) {
       return (s.present + s.substitute + s.agency).count();
     }},
    {&figures::direct,
     [](const ShiftStaff&, const ShiftResult& r) { return (r.given - r.travel).count(); }},
    {&figures::travel, [](const ShiftStaff&, const ShiftResult& r) { return r.travel.count(); }},
    {&figures::missed_window,
     [](const ShiftStaff&, const ShiftResult& r) { return std::int64_t{r.missed_window}; }},
});

/// Where a figure stands in team_counts, of which it must be one.
[[nodiscard]] constexpr std::uint32_t place_in_team_counts(const Figure& figure) {
  for (std::uint32_t i = 0; i < team_counts.size(); ++i) {
    if (same(*team_counts[i].figure, figure)) return i;
  }
  throw "not counted of a team";
}

/// The same. Does not compile for a figure that is not there.
[[nodiscard]] consteval std::uint32_t team_count(const Figure& figure) {
  return place_in_team_counts(figure);
}

/// How many of team_counts, from the first, are told by week, and are counted by week.
inline constexpr std::uint32_t counts_told_by_week = team_count(figures::visits_urgent),
                               counts_by_week = counts_told_by_week + 1;

/// What a shift gave, by team_counts.
[[nodiscard]] inline auto counts_of(const ShiftStaff& staff, const ShiftResult& result) {
  return [&]<std::size_t... Index>(std::index_sequence<Index...>) {
    return std::array<std::int64_t, sizeof...(Index)>{team_counts[Index].in(staff, result)...};
  }
  (std::make_index_sequence<team_counts.size()>{});
}

/// The role that stands for "at least one role" in figures on shortage.
inline constexpr std::string_view any_role = "any_role";

/// Slots and series of one team.
struct TeamSlots {
  /// False for those without limit: nothing of theirs can run short, and weeks cost memory.
  bool weekly = true;
  std::uint32_t first_series = 0;  ///< consecutive, counts_by_week of team_counts; where weekly
  Slot first_total = no_slot;      ///< all of them as totals
  bool urgent = false;             ///< some of its visits cannot wait: care may be missed
  // Series, where weekly: 1 in a week with missed care, and in a tight one.
  std::uint32_t event = 0, tight = 0;
  // Sums over the seasons; see find_shortages.
  Slot any = no_slot, weeks = no_slot, episodes = no_slot, longest = no_slot, depth = no_slot;
  Slot first_week = no_slot, recovery = no_slot, missed = no_slot;
  Slot tight_any = no_slot, tight_weeks = no_slot;
  Slot season_depths = no_slot;  ///< the depth of each season, in a row
};

/// Slots of one team's shifts of one kind; see shift_results.hpp.
struct ShiftSlots {
  Slot first_total = no_slot;  ///< consecutive, by shift_counts; no_slot where nothing happens
  Slot any = no_slot, missed = no_slot, due = no_slot, available = no_slot;  ///< of the seasons
};

/// Slots of shortage over several teams: of a municipality, of a role, or all.
struct GroupSlots {
  std::vector<std::uint32_t> teams;
  Slot any = no_slot, weeks = no_slot, first_week = no_slot;
};

/// Where the counts of staff stand in an Outcome.
struct StaffSlots {
  Seasons seasons;  ///< that are judged
  std::vector<TeamSlots> teams;
  std::vector<GroupSlots> groups;
  std::vector<ShiftSlots> shifts;  ///< by team, then kind of shift
};

class CatalogueBuilder;
class Workforce;

/// A ratio in percent of two counts of a team, or of its shifts of one kind.
struct TeamRatio {
  const Figure* figure;
  const Figure* above;
  const Figure* below;
};

/// Shares of the hours at work, for teams whose people are modelled.
inline constexpr auto work_shares =
    std::to_array<TeamRatio>({{&figures::direct_share, &figures::direct, &figures::at_work},
                              {&figures::agency_share, &figures::agency, &figures::at_work},
                              {&figures::overtime_share, &figures::overtime, &figures::at_work}});

/// Lays out what is counted of staff and shortage, and the figures made of it.
[[nodiscard]] StaffSlots add_staff_figures(CatalogueBuilder& to, const scenarios::Care& care,
                                           const Workforce& workforce);

/// Paid hours by municipality and role: own staff at work, substitutes, agency, overtime.
void add_staff_ledger(CatalogueBuilder& to, const scenarios::Care& care, const Workforce& workforce,
                      const StaffSlots& slots);

}  // namespace care
