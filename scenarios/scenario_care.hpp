// SPDX-License-Identifier: Apache-2.0
#pragma once

// The care layer of a scenario; see scenario.hpp.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/scenario_flow.hpp"
#include "sim/civil_date.hpp"

namespace scenarios {

/// What some of the staff may do and others not: a formal competence, or a delegation.
struct Competence {
  Text label;
};

/// The model has a bit for each.
inline constexpr std::size_t most_competences = 16, most_windows = 16;
/// Most areas of one municipality.
inline constexpr std::size_t most_areas = 100;

/// Who of a role has a competence.
struct HeldBy {
  double share = 1;                   ///< of the role's own staff
  std::optional<double> substitutes;  ///< of those who stand in; absent: share
  std::optional<double> agency;       ///< of agency staff; absent: share
  double lead_weeks = 0;              ///< until who is new in a post has it
};

struct Role {
  Text label;
  double cost_per_hour = 0;              ///< kr
  double indirect_share = 0;             ///< of paid time: documentation, meetings, planning
  double full_time_hours = 38.25;        ///< paid hours a week of a full post
  double vacancy = 0;                    ///< share of posts without holder
  std::optional<double> vacancy_summer;  ///< the same in leave weeks; absent: as in others
  DistributionSpec vacancy_length;       ///< until a vacant post is filled; unset: the whole run
  double sickness = 0;                   ///< share of working time lost
  DistributionSpec sick_spell;           ///< length of an absence
  double sickness_shock_cv = 0;          ///< of the week's common multiplier: absences cluster
  std::optional<double>
      child_care;  ///< share of working time lost to children's illness, over a year
  DistributionSpec child_care_spell;      ///< length of an absence for a child
  std::vector<double> child_care_months;  ///< 12 factors from January; empty: all the same
  int leave_weeks = 4;                    ///< consecutive weeks of summer leave per person
  std::vector<double>
      leave_start_weights;  ///< share starting in each ISO week from leave_first_week
  int leave_first_week = 25;
  std::optional<double> leave_minimum;  ///< share of a team not on summer leave in any week
  double replacement = 0;               ///< share of leave and vacancy shifts that get a substitute
  double sick_replacement = 0;          ///< the same of sickness that was known when the day began
  double substitute_productivity = 1;
  double agency_cap = 0;         ///< agency hours at most this share of rostered hours
  double agency_cap_summer = 0;  ///< the same in leave weeks
  double agency_price = 1;       ///< multiple of cost_per_hour
  double overtime_cap = 0;       ///< of the hours of those present
  double overtime_price = 1.5;
  Named<HeldBy> competences;  ///< those that any of them has
};

struct Shift {
  Text label;
  double start_hour = 7;
  double hours = 8;  ///< paid hours
};

/// A part of the day in which some visits must be given.
struct Window {
  Text label;
  double start_hour = 7;
  double hours = 2;
};

/// How a missed or late visit is treated; served in the order of the enumerators.
enum class Priority { MustAttend, TimeCritical, Ordinary, Visitor };

/// What becomes of the visits of a week that holidays leave fewer days for.
enum class HolidayVisits {
  Spread,  ///< they are spread over the days of that week, the one before and the one after
  Keep,    ///< they are given in the rest of their week
  Thin     ///< they are left out
};

/// A recurring task in a patient's visit plan.
struct Task {
  struct Taper {
    double start_factor = 1;  ///< intensity at the start of the stay, relative to per_week
    double days = 0;          ///< falls linearly to 1 over this time
  };
  Text label;
  Condition when;
  std::vector<std::string> settings;  ///< where the patient must be
  std::string role;
  std::string competence;     ///< only who has it gives the visit; empty: everybody
  std::string hand_over_to;   ///< role that gets what the own one has no time for; empty: none
  std::string together_with;  ///< role of one more, who must come at the same time; empty: none
  double per_week = 0;
  DistributionSpec minutes;        ///< in the home; unset with presence
  bool presence = false;           ///< one person stays for the whole shift
  Mix shifts;                      ///< share of the visits per shift
  std::string window;              ///< part of these shifts in which it must be given; empty: any
  std::vector<sim::DayKind> days;  ///< permitted days (empty = all)
  HolidayVisits holiday = HolidayVisits::Spread;
  Priority priority = Priority::Ordinary;
  int staff = 1;      ///< 2 = two persons
  int max_moves = 0;  ///< shifts a visit may be moved before it counts as missed
  double harm = 0;    ///< probability that a missed visit sends the patient to harm_to
  std::string harm_to;
  std::optional<Taper> taper;
  bool once = false;         ///< a single visit at the start of the plan (enrolment)
  Named<std::string> facts;  ///< what rules see of the visit: case attribute -> value
};

/// Rows of a shift add up.
struct RosterRow {
  std::string shift;
  std::vector<sim::DayKind> days;
  double posts = 0;                           ///< persons planned on duty
  std::optional<sim::Date> from{}, to{};      ///< dates, both included
  std::optional<std::array<int, 2>> weeks{};  ///< or ISO weeks, as in CalendarRule
  bool replaces = false;  ///< on its days the shift's rows without this do not count

  [[nodiscard]] bool has_period() const { return from || to || weeks; }
};

/// A time for which it is known that a person is away.
struct KnownAbsence {
  sim::Date from{};
  std::optional<sim::Date> to{};  ///< included; absent: until further notice
};

/// One of a team, by name.
struct Person {
  double share = 1;  ///< of full time
  /// ISO weeks of leave, first and last of each; absent: generated as for others.
  std::optional<std::vector<std::array<int, 2>>> leave_weeks{};
  std::vector<KnownAbsence> absent;
};

/// The people of one role in one municipality.
struct Team {
  std::optional<double> people;  ///< employed posts (persons), vacant ones included; or
  Named<Person> staff;           ///< the people by name; neither: as many as the roster asks for
  std::vector<RosterRow> roster;
  std::optional<double> vacancy, vacancy_summer, sickness, child_care, leave_minimum, replacement,
      sick_replacement, agency_cap, agency_cap_summer, overtime_cap;
};

struct Municipality {
  Text label;
  double travel_minutes = 0;  ///< per visit
  Named<double> areas;  ///< its areas and their shares of those who live there, sum 1; none: one
  double travel_between_minutes = 0;  ///< per visit: more than travel_minutes, from another area
  Named<Team> teams;                  ///< by role
};

/// Municipalities whose teams work their shifts as one: a visit is given by whoever has time.
struct Pool {
  Text label;
  std::vector<std::string> municipalities;
  std::vector<std::string> roles;       ///< empty: all
  std::vector<std::string> performers;  ///< whose visits these teams give, beside their own
  std::string employer;                 ///< who pays the staff; empty: each municipality its own
  /// Per visit in another municipality than one's own: more than its travel_minutes.
  double travel_between_minutes = 0;
};

/// A task that must be done before a patient may leave; tasks run in parallel.
struct DischargeTask {
  enum class Start { Entry, Ready };
  Text label;
  Condition when;
  std::vector<std::string> next;  ///< only on the way to these
  double probability = 1;         ///< that the task is needed (or not yet done)
  Start start = Start::Ready;
  DistributionSpec lead;
  std::vector<sim::DayKind> days;  ///< days on which work goes on (empty = all)
};

struct Discharge {
  std::vector<std::string> settings;
  Named<DischargeTask> tasks;
};

/// Unplanned return within a window after leaving a setting.
struct Readmission {
  std::string setting;
  double days = 30;
};

/// Two events of a team in a week. Visits that cannot wait are those of MustAttend and TimeCritical.
struct Shortage {
  std::array<int, 2> season{25, 34};  ///< ISO weeks in which they count
  // Missed care: so many visits that cannot wait are missed, or so large a share of those due.
  double missed_visits = 3;
  double missed_share = 0.01;
  // A tight week: the time due exceeds this multiple of the time available, so large a share of the
  // visits due is moved, or so large a share of the time given is overtime.
  double load = 1;
  double moved_share = 0.1;
  double overtime_share = 0.05;
};

/// A rule set that holds from a day on.
struct Agreement {
  /// What becomes of those whom another rule set has placed already.
  enum class Present {
    Move,  ///< they are decided anew on the day
    Keep   ///< they keep whom they have until their next change (grandfathering)
  };
  std::string rules;              ///< file of the rule set
  std::optional<sim::Date> from;  ///< absent: from the start
  Present present = Present::Move;
};

/// What rules know of patients beyond the scenario's attributes. Rows are gone through in order; a
/// later row replaces what an earlier one set.
struct CaseFact {
  Condition when;   ///< over the scenario's attributes
  Condition given;  ///< over case attributes, as earlier rows set them
  Assignment set;   ///< case attribute -> value or mix
};

/// Who gives care at home beside the municipality's own teams. A role without a team has no limit.
struct Provider {
  Text label;
  double travel_minutes = 0;
  Named<Team> teams;
};

/// What becomes of a care request (vårdbegäran): to move to one of the settings `to` by somebody
/// who does not live there.
struct RequestRule {
  Condition when;
  std::vector<std::string> to;
  std::vector<std::string> accepted_by;  ///< performers whose patients it takes (empty = any)
  double refused = 0;                    ///< share of the rest refused in practice
  std::string refused_to;                ///< where the refused go
};

/// Who is responsible and who performs, decided by rule sets at every request, change and move.
struct Responsibility {
  std::vector<Agreement> agreements;
  Named<std::string> switches;  ///< positions, before those of the rule sets
  std::vector<CaseFact> facts;
  Named<double> misjudged;  ///< case attribute -> probability that a neighbouring value is seen
  double negotiation = 1;   ///< factor on the days that disputes take; 0: they take none
  std::array<int, 2> summer{25, 34};  ///< ISO weeks that rules call summer
  Named<Provider> providers;
  std::vector<RequestRule> requests;
};

/// A CSV file, and what its columns are called where that is not what they are called here.
struct StaffFile {
  std::string file;
  Named<std::string> columns;
};

struct Care {
  Named<Competence> competences;
  Named<Role> roles;
  Named<Shift> shifts;
  Named<Window> windows;
  Named<Task> tasks;
  Named<Municipality> municipalities;  ///< keys are values of the attribute `municipality`
  std::vector<StaffFile> rosters, people, absence;  ///< of the teams, beside what stands in them
  Named<Pool> pools;
  Discharge discharge;
  std::optional<Readmission> readmission;
  Shortage shortage;
  std::optional<Responsibility> responsibility;
};

}  // namespace scenarios
