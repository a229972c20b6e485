// SPDX-License-Identifier: Apache-2.0
/// @file
/// The people who give care at home, as a scenario describes them: for each unit and role a team
/// of persons, a roster of posts per shift, a leave plan, and the terms on which absence
/// occurs and is made up for. Compiled once, const, shared by all replications.
///
/// The rota. The persons of a team stand on a circle, each with an arc of one post, or of the share of
/// full time that a scenario gives a person by name. A shift with
/// 2.5 posts takes the next arc of 2.5, so two persons work it in full and the one on the border
/// half of it, or two persons on the borders a part each. Each kind of shift goes round the circle
/// on its own, from its own starting point: over time every person works the same share of every
/// kind of shift (to within one post). Hours of rest between shifts are not modelled.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "models/staffing/areas.hpp"
#include "models/staffing/child_care.hpp"
#include "models/staffing/competences.hpp"
#include "models/staffing/roster.hpp"
#include "models/staffing/share.hpp"
#include "models/staffing/shift_calendar.hpp"
#include "models/staffing/units.hpp"
#include "scenarios/scenario.hpp"
#include "sim/distribution.hpp"
#include "sim/time.hpp"

namespace care {

/// Sickness of one person: healthy time and spells of absence in turn (an alternating renewal
/// process). See Duty for how the week's shock enters.
struct Sickness {
  double share = 0;         ///< of time lost = mean spell / (mean spell + mean healthy time)
  sim::Distribution spell;  ///< length of an absence, in `unit`s
  sim::Duration unit{};
  sim::Distribution healthy;  ///< exponential, in days of the shock's clock; see duty.hpp
  std::optional<sim::Distribution> shock;  ///< the week's multiplier, mean 1; none: always 1
};

/// How a post passes between having a holder and being vacant (an alternating renewal process). With
/// the stated share v vacant and a mean vacancy of m, holders leave after m (1 - v) / v on average: a
/// turnover of v / (m (1 - v)) of those in post.
struct Turnover {
  sim::Distribution vacant;  ///< until the post is filled, in `unit`s
  sim::Duration unit{};
  sim::Distribution held;  ///< exponential, in days
};

/// A team whose minimum in weeks of leave no plan keeps.
struct LeaveShortfall {
  std::uint32_t team = 0;
  std::uint32_t needed = 0;  ///< persons who must not be on leave in any week
  std::uint32_t most = 0;    ///< who can remain in every week, by the best of plans
};

/// The people of one role in one unit. Every pair has a team; one that the scenario does not
/// mention has no people and no posts, and what falls on it is missed.
struct StaffTeam {
  std::uint32_t unit = 0;  ///< in StaffUnits: a municipality or a provider
  std::uint32_t role = 0;  ///< index in scenarios::Care::roles
  bool in_scenario = false;
  bool unlimited = false;  ///< of a provider whose people are not modelled: gives every visit
  std::uint32_t crew = 0;  ///< index in Workforce::crews
  std::uint32_t also_performs = 0;  ///< a bit for each other performer whose visits its pool gives
  std::uint32_t people = 0;  ///< persons, holders of vacant posts included; fractions round up
  double employed = 0;       ///< the same in posts, fractions as they are
  bool is_named = false;     ///< its people have names and terms of their own
  std::int32_t circle = 0;   ///< of the rota: thousandths of a post of all people
  std::uint32_t first_person = 0;  ///< place of its first person among all persons
  std::uint32_t family = 0;        ///< address of the team: family_of("staff/<unit>/<role>")
  std::uint32_t shock_family = 0;  ///< address of the shock: family_of("staff/<unit>")
  double full_time_hours = 0;      ///< paid hours a week of a full post
  double vacancy = 0, vacancy_summer = 0;  ///< outside leave weeks, and in them
  double replacement = 0;
  double sick_replacement = 0;
  Sickness sickness;
  ChildCare child_care;
  std::optional<Turnover> turnover;  ///< none: who is vacant is so for the whole run
  Share indirect, productivity, overtime, agency, agency_summer;
  sim::Duration fullest_week{};  ///< rostered hours in the week that has most
};

/// What the roster asks of a team in one shift.
struct Posts {
  std::int32_t milli = 0;  ///< posts, in thousandths
  std::int32_t first = 0;  ///< where the arc begins on the circle
};

/// Where a person's random numbers live: a named one has a family by that name, so that they are the
/// same whoever else is in the team.
struct PersonAddress {
  std::uint32_t family = 0;
  std::uint32_t serial = 0;
};

/// Numbers of the teams that work their shifts as one, ascending; providers work alone.
using Crew = std::vector<std::uint32_t>;

/// All teams of a scenario over a run.
class Workforce {
 public:
  /// No occurrence: a team's roster has nothing more before the end.
  static constexpr std::uint32_t none = 0xffffffff;

  /// Precondition: the scenario has been checked (names resolve, distributions compile, shares are
  /// probabilities); what is wrong all the same throws sim::InvariantError. `days` is the whole
  /// run, warm-up included.
  Workforce(const scenarios::Care& care, StaffUnits units, sim::Date start, int days,
            sim::Holidays holidays = {});
  /// The same without providers.
  Workforce(const scenarios::Care& care, sim::Date start, int days)
      : Workforce(care, StaffUnits(care), start, days) {}

  [[nodiscard]] const ShiftCalendar& calendar() const { return calendar_; }
  [[nodiscard]] const StaffUnits& units() const { return units_; }
  [[nodiscard]] std::uint32_t roles() const { return roles_; }
  [[nodiscard]] const RoleCompetences& competences() const { return competences_; }
  [[nodiscard]] std::uint32_t teams() const { return static_cast<std::uint32_t>(teams_.size()); }
  /// Number of the team of a unit and a role: unit * roles() + role.
  [[nodiscard]] std::uint32_t team_of(std::uint32_t unit, std::uint32_t role) const {
    return unit * roles_ + role;
  }
  [[nodiscard]] const StaffTeam& team(std::uint32_t team) const { return teams_[team]; }
  /// The team that gives a performer's visits to those who live in a municipality, or none: the
  /// person's own, or nobody's.
  [[nodiscard]] std::uint32_t team_giving(std::uint32_t municipality, std::uint32_t role,
                                          scenarios::Performer performer) const {
    using scenarios::Performer;
    const std::uint32_t own = team_of(municipality, role);
    const bool takes = (teams_[own].also_performs >> static_cast<unsigned>(performer) & 1U) != 0;
    if (performer == Performer::Municipality || takes) return own;
    if (performer == Performer::Person || performer == Performer::Nobody) return none;
    return team_of(units_.provider(performer), role);
  }
  /// The teams that work their shifts as one: those of a pool and a role, else each team on its
  /// own. Every team is in one crew; crews are in the order of their first team.
  [[nodiscard]] std::span<const Crew> crews() const { return crews_; }
  [[nodiscard]] const Crew& crew_of(std::uint32_t team) const { return crews_[teams_[team].crew]; }
  [[nodiscard]] const Areas& areas() const { return areas_; }
  /// How much longer the ways of a team's crew are between areas.
  [[nodiscard]] Ways ways(std::uint32_t team) const {
    const std::optional<sim::Duration>& between = between_[teams_[team].crew];
    return between ? Ways(areas_, *between) : Ways();
  }
  /// Where a person (0-based) of a municipality's team starts from: the people stand in line.
  [[nodiscard]] Area area_of(std::uint32_t team, std::uint32_t person) const {
    return areas_.at(teams_[team].unit, (person + 0.5) / teams_[team].people);
  }
  /// Persons in all teams.
  [[nodiscard]] std::uint32_t people() const { return static_cast<std::uint32_t>(start_.size()); }

  /// The unit of a team.
  [[nodiscard]] const StaffUnit& unit_of(std::uint32_t team) const {
    return units_[teams_[team].unit];
  }
  [[nodiscard]] const Posts& posts(std::uint32_t team, std::uint32_t occurrence) const {
    return posts_[std::size_t{team} * calendar_.size() + occurrence];
  }
  /// Tells `part(person, milli)` of each person (0-based) whom the roster has in a shift, and how much
  /// of a post falls to them, in thousandths: at most a whole one. What is beyond the team's people has
  /// no holder.
  template <class Part>
  void each_rostered(std::uint32_t team, std::uint32_t occurrence, Part&& part) const {
    const StaffTeam& of_team = teams_[team];
    const std::int32_t* const ends = arc_end_.data() + of_team.first_person;
    const Posts& of = posts(team, occurrence);
    std::int32_t position = of.first;
    std::uint32_t person = person_at(of_team, position);
    for (std::int32_t left = std::min(of.milli, of_team.circle); left > 0;) {
      const std::int32_t milli = std::min(left, ends[person] - position);
      part(person, milli);
      left -= milli;
      position += milli;
      if (position < ends[person]) continue;
      if (++person == of_team.people) person = 0, position = 0;
    }
  }
  /// Whether anybody of the team's crew has posts, or gives visits without limit.
  [[nodiscard]] bool ever_works(std::uint32_t team) const {
    if (teams_[team].unlimited) return true;
    return std::ranges::any_of(crews_[teams_[team].crew], [&](std::uint32_t of) {
      return teams_[of].fullest_week > sim::Duration::zero();
    });
  }
  /// Rostered time of a team in a shift: posts times paid hours.
  [[nodiscard]] sim::Duration rostered(std::uint32_t team, std::uint32_t occurrence) const {
    return post_time(posts(team, occurrence).milli, occurrence);
  }
  /// Paid time of `milli` thousandths of a post in a shift, rounded down.
  [[nodiscard]] sim::Duration post_time(std::int64_t milli, std::uint32_t occurrence) const {
    return calendar_[occurrence].length * milli / 1000;
  }
  /// Time for visits of a whole post in a shift.
  [[nodiscard]] sim::Duration whole_shift(std::uint32_t team, std::uint32_t occurrence) const {
    const sim::Duration paid = post_time(1000, occurrence);
    return paid - teams_[team].indirect.of(paid);
  }
  /// Paid time that it takes to give `given` to visits and travel, indirect work included.
  [[nodiscard]] sim::Duration paid(std::uint32_t team, sim::Duration given) const {
    return teams_[team].indirect.raise(given);
  }

  /// Whether person `person` (0-based within the team) is on the leave that is generated, in a week of
  /// the run.
  [[nodiscard]] bool on_leave(std::uint32_t team, std::uint32_t person, std::uint32_t week) const {
    const StaffTeam& t = teams_[team];
    const std::uint8_t start = start_[t.first_person + person];
    return start != no_leave && leave_[t.role][std::size_t{start} * calendar_.weeks() + week] != 0;
  }
  /// Whether the person has leave, or is known to be absent, on the day of a shift.
  [[nodiscard]] bool is_away(std::uint32_t team, std::uint32_t person,
                             std::uint32_t occurrence) const {
    const ShiftOccurrence& shift = calendar_[occurrence];
    return on_leave(team, person, shift.week) ||
           (teams_[team].is_named && has_time_off(teams_[team].first_person + person, shift.day));
  }
  [[nodiscard]] const PersonAddress& address(std::uint32_t team, std::uint32_t person) const {
    return address_[teams_[team].first_person + person];
  }
  /// Teams whose minimum at work cannot be kept; their leave is planned without it.
  [[nodiscard]] std::span<const LeaveShortfall> leave_shortfalls() const { return shortfalls_; }
  /// The clock of the role's season of children's illness; see child_care.hpp.
  [[nodiscard]] const std::vector<std::int64_t>& child_season(std::uint32_t role) const {
    return child_season_[role];
  }
  /// Whether anybody of the role may be on leave that week (the weeks of agency_cap_summer).
  [[nodiscard]] bool leave_week(std::uint32_t role, std::uint32_t week) const {
    return leave_season_[role][week] != 0;
  }
  /// Place of a person in the order over which vacancies are spread; see spread_ranks.
  [[nodiscard]] std::uint32_t rank(std::uint32_t team, std::uint32_t person) const {
    return rank_[teams_[team].first_person + person];
  }

 private:
  static constexpr std::uint8_t no_leave = 0xff;

  void compile_leave(const scenarios::Role& role);
  void compile_team(const scenarios::Care& care, std::uint32_t unit, std::uint32_t role_index);
  void compile_people(const scenarios::Role& role, std::uint32_t number);
  void compile_staff(const scenarios::Care& care, const scenarios::Team& source,
                     std::uint32_t number);
  void compile_absence(const scenarios::Team& source, const scenarios::Role& role,
                       std::uint32_t number);
  void keep_leave_minimum(const scenarios::Role& role, const scenarios::Team& source,
                          std::uint32_t number);
  void compile_roster(const std::vector<std::int32_t>& asked, std::uint32_t number);
  /// Who has the place on the circle.
  [[nodiscard]] std::uint32_t person_at(const StaffTeam& team, std::int32_t position) const {
    if (!team.is_named) return static_cast<std::uint32_t>(position / 1000);
    const auto first = arc_end_.begin() + team.first_person;
    return static_cast<std::uint32_t>(std::upper_bound(first, first + team.people, position) -
                                      first);
  }
  [[nodiscard]] bool has_time_off(std::uint32_t person, std::uint32_t day) const {
    const auto of = std::span(time_off_).subspan(
        time_off_from_[person], time_off_from_[person + std::size_t{1}] - time_off_from_[person]);
    return std::ranges::any_of(
        of, [day](const DaysOff& off) { return off.first <= day && day < off.end; });
  }
  void compile_crews();
  void compile_ways(const Crew& crew);

  ShiftCalendar calendar_;
  StaffUnits units_;
  Areas areas_;
  RoleCompetences competences_;
  std::uint32_t roles_ = 0;
  std::vector<StaffTeam> teams_;
  std::vector<Crew> crews_;
  std::vector<std::optional<sim::Duration>>
      between_;                         // by crew: two municipalities; none: all ways are alike
  std::vector<Posts> posts_;            // by team, then occurrence
  std::vector<std::uint8_t> start_;     // by person: index of the week the leave begins
  std::vector<std::uint32_t> rank_;     // by person
  std::vector<std::int32_t> arc_end_;   // by person: on the circle of the team
  std::vector<PersonAddress> address_;  // by person
  std::vector<DaysOff> time_off_;       // of named people, one after the other
  std::vector<std::uint32_t> time_off_from_{0};   // by person: where theirs begins, and the end
  std::vector<std::vector<std::uint8_t>> leave_;  // by role: [start index][week of the run]
  std::vector<std::vector<std::uint8_t>> leave_season_;  // by role: [week of the run]
  std::vector<LeaveShortfall> shortfalls_;
  std::vector<std::vector<std::int64_t>> child_season_;  // by role; empty where no team has any
};

}  // namespace care
