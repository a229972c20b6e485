// SPDX-License-Identifier: Apache-2.0
// Rules of rosters and teams.

#include <algorithm>
#include <cmath>
#include <map>
#include <span>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "scenarios/check_rules.hpp"
#include "scenarios/compile_distribution.hpp"
#include "scenarios/issue.hpp"
#include "scenarios/pools.hpp"
#include "scenarios/roster.hpp"
#include "sim/civil_date.hpp"

namespace scenarios {
namespace {

/// Each is laid out over the run.
constexpr std::size_t most_roster_rows = 20'000;

/// What the rows of a roster plan together, in one shift at most: those of a period on the day that has
/// most of them, those of weeks as if they held always.
double all_posts(const Team& team) {
  double always = 0;
  std::map<sim::Date, double> changes;
  for (const RosterRow& row : team.roster) {
    if (row.weeks || !row.from) {
      always += row.posts;
      continue;
    }
    changes[*row.from] += row.posts;
    if (row.to) changes[*row.to + std::chrono::days{1}] -= row.posts;
  }
  double now = 0, most = 0;
  for (const auto& [date, change] : changes) most = std::max(most, now += change);
  return always + most;
}

double sum_of_shares(const Team& team) {
  double sum = 0;
  for (const auto& [name, person] : team.staff) sum += person.share;
  constexpr double digits = 1e9;  // as one would write it: 0.3, and not 0.1 + 0.2 in binary
  return std::round(sum * digits) / digits;
}

/// Persons whose absences are drawn: of a team that says nothing of them at most as many as its rows would
/// need if they held always.
double most_drawn(const Care& care, const std::string& role, const Team& team) {
  if (team.people) return *team.people;
  const Role* const terms = find_named(care.roles, role);
  if (!team.staff.empty() || terms == nullptr) return static_cast<double>(team.staff.size());
  double hours = 0;
  for (const RosterRow& row : team.roster) {
    const Shift* const shift = find_named(care.shifts, row.shift);
    if (shift != nullptr) hours += 7 * shift->hours * row.posts;
  }
  return hours / terms->full_time_hours;
}

/// Persons on duty at most, on any kind of day in any shift.
double most_on_duty(const Team& team) {
  double most = 0;
  for (const RosterRow& row : team.roster) most = std::max(most, row.posts);
  return most;
}

}  // namespace

void check_rules(const Checking& c, const RosterRow& row) {
  if (row.weeks && (row.from || row.to)) {
    c.error("/weeks", say("expected.dates_or_weeks"), say("got.both"));
    return;
  }
  if (row.from && row.to && *row.to < *row.from) {
    c.error("/to", say("expected.not_before", {{"date", sim::iso_date(*row.from)}}),
            verbatim(sim::iso_date(*row.to)));
    return;
  }
  if (row.replaces && !row.has_period()) {
    c.error("/replaces", say("expected.period_of_replacing"), say("got.no_period"));
  }
  const Horizon& horizon = c.scenario.horizon;
  if (row.has_period() && !holds_within(row, horizon)) {
    c.warn("",
           say("expected.within_horizon",
               {{"from", sim::iso_date(horizon.start)},
                {"to", sim::iso_date(horizon.end() - std::chrono::days{1})}}),
           say("got.outside_horizon"));
  }
}

void check_rules(const Checking& c, const Person& person) {
  for (std::size_t i = 0; i < person.absent.size(); ++i) {
    const KnownAbsence& absence = person.absent[i];
    const std::string at = fmt::format("/absent/{}", i);
    if (absence.to && *absence.to < absence.from) {
      c.error(at + "/to", say("expected.not_before", {{"date", sim::iso_date(absence.from)}}),
              verbatim(sim::iso_date(*absence.to)));
      return;
    }
    const auto others = std::span(person.absent).first(i);
    const auto other = std::ranges::find_if(
        others, [&](const KnownAbsence& before) { return overlap(before, absence); });
    if (other == others.end()) continue;
    c.error(at, say("expected.apart_from", {{"other", period_text(*other)}}),
            verbatim(period_text(absence)));
  }
}

void check_team(const Checking& c, const Team& team) {
  if (team.people && !team.staff.empty()) {
    c.error("/staff", say("expected.people_or_staff"), say("got.both"));
  }
  if (team.roster.empty()) {
    c.error("/roster", say("expected.rows_of_roster"), nothing());
  }
  if (team.roster.size() > most_roster_rows) {
    c.error("/roster", say("expected.at_most_elements", {{"n", most_roster_rows}}),
            say("got.number", {{"value", team.roster.size()}}));
  }
  if (const auto people = static_cast<double>(team.staff.size()); people > most_people) {
    c.error("/staff", say("expected.countable_persons", {{"n", number_text(most_people)}}),
            say("got.number", {{"value", number_text(people)}}));
  }
  if (const double posts = all_posts(team); posts > most_people) {
    c.error("/roster", say("expected.countable_persons", {{"n", number_text(most_people)}}),
            say("got.number", {{"value", number_text(posts)}}));
  }
  if (!team.people && team.staff.empty()) return;
  const double people = team.people ? *team.people : sum_of_shares(team);
  const double most = most_on_duty(team);
  if (most > std::ceil(people)) {
    c.warn("/roster", say("expected.on_duty", {{"n", number_text(people)}}),
           verbatim(number_text(most)));
  }
}

namespace {

/// What a team says that its role must bear.
void check_terms(const Checking& c, const Team& team, const Role& role, const std::string& name) {
  if (team.leave_minimum) check_leave_minimum(c, role);
  if (team.vacancy_summer) check_vacancy_summer(c, role);
  const double child_care = team.child_care.value_or(0);
  if (child_care <= 0) return;
  if (is_unset(role.child_care_spell)) {
    c.error("/child_care", say("expected.role_with_child_spell"),
            say("got.without_it", {{"name", in_quotes(name)}}));
  }
  if (const double most = most_child_care(role); child_care >= most) {
    c.error("/child_care", say("expected.share_below", {{"n", number_text(most)}}),
            got_number(child_care));
  }
}

}  // namespace

void check_rules(const Checking& c, const Team& team) {
  if (!has_staff_files(*c.scenario.care)) check_team(c, team);
  for (const auto& [below, share] :
       {std::pair{"/vacancy", team.vacancy}, std::pair{"/vacancy_summer", team.vacancy_summer}}) {
    if (team.staff.empty() || share.value_or(0) <= 0) continue;
    c.warn(below, say("expected.vacancy_of_a_number"), say("got.people_by_name"));
  }
  if (team.sickness.value_or(0) >= 1)
    c.error("/sickness", say("expected.share_below_1"), got_number(1));
  const auto keys = pointer_keys(c.at);  // care, municipalities, name, teams, role
  const Role* const role = find_named(c.scenario.care->roles, keys.back());
  if (role != nullptr && team.sickness.value_or(0) > 0 && is_unset(role->sick_spell)) {
    c.error("/sickness", say("expected.role_with_spell"),
            say("got.without_it", {{"name", in_quotes(keys.back())}}));
  }
  if (role != nullptr) check_terms(c, team, *role, keys.back());
}

namespace {

/// The teams that give a municipality's visits: its own, or those of its pool.
std::vector<const Team*> teams_for(const Care& care, const std::string& municipality,
                                   const std::string& role) {
  std::vector<const Team*> teams;
  const std::size_t pool = pool_of(care, municipality, role);
  for (const auto& [name, home] : care.municipalities) {
    const bool gives = name == municipality ||
                       (pool < care.pools.size() && has_team(care.pools[pool].second, name, role));
    const Team* const team = gives ? find_named(home.teams, role) : nullptr;
    if (team != nullptr) teams.push_back(team);
  }
  return teams;
}

bool on_duty(const std::vector<const Team*>& teams, const std::string& shift) {
  return std::any_of(teams.begin(), teams.end(), [&](const Team* team) {
    return std::any_of(team->roster.begin(), team->roster.end(),
                       [&](const RosterRow& row) { return row.shift == shift && row.posts > 0; });
  });
}

/// Visits that some municipality has nobody for.
void warn_unserved(const Checking& c, const Care& care) {
  for (const auto& [task_name, task] : care.tasks) {
    for (const auto& [name, municipality] : care.municipalities) {
      const auto teams = teams_for(care, name, task.role);
      const std::string below = child_pointer("/tasks", task_name);
      if (teams.empty()) {
        c.warn(below + "/role", say("expected.team_in", {{"place", name}}), say("got.none"));
        continue;
      }
      for (const auto& [shift, share] : task.shifts) {
        if (share <= 0 || on_duty(teams, shift)) continue;
        c.warn(child_pointer(below + "/shifts", shift),
               say("expected.somebody_on_duty", {{"role", task.role}, {"place", name}}),
               say("got.nobody"));
      }
    }
  }
}

/// Everybody's absences are drawn person by person, and their time is added up.
void check_people(const Checking& c, const Care& care) {
  double people = 0;
  for (const auto& [name, municipality] : care.municipalities) {
    for (const auto& [role, team] : municipality.teams) {
      people += std::max(most_drawn(care, role, team), all_posts(team));
    }
  }
  const double most = std::min(most_employed, most_at_a_time(c.scenario.horizon));
  if (people <= most) return;
  c.error("/municipalities", say("expected.countable_persons", {{"n", number_text(most)}}),
          say("got.number", {{"value", number_text(people)}}));
}

}  // namespace

void check_staff(const Checking& c, const Care& care) {
  check_people(c, care);
  if (c.names_resolve) warn_unserved(c, care);
}

}  // namespace scenarios
