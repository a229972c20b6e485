// SPDX-License-Identifier: Apache-2.0
// Rules of the care layer.

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "scenarios/check_rules.hpp"
#include "scenarios/compile_distribution.hpp"
#include "scenarios/field.hpp"
#include "scenarios/issue.hpp"
#include "scenarios/pools.hpp"

namespace scenarios {
namespace {

constexpr int weeks_in_year = 53;

void check_leave(const Checking& c, const Role& role) {
  if (role.leave_weeks == 0) return;
  if (role.leave_start_weights.empty()) {
    c.warn("/leave_start_weights", "the share that starts leave in each week, or 0 leave_weeks",
           "nothing: nobody takes leave");
    return;
  }
  const double sum =
      std::accumulate(role.leave_start_weights.begin(), role.leave_start_weights.end(), 0.0);
  if (std::abs(sum - 1) > mix_tolerance) {
    c.error("/leave_start_weights", "shares that sum to 1", fmt::format("a sum of {:.10g}", sum));
  }
  const int last = role.leave_first_week + static_cast<int>(role.leave_start_weights.size()) - 1;
  if (last > weeks_in_year) {
    c.error("/leave_start_weights",
            fmt::format("starts within the year, at most {} of them",
                        weeks_in_year - role.leave_first_week + 1),
            std::to_string(role.leave_start_weights.size()));
  }
}

/// Persons on duty at most, on any kind of day in any shift.
double most_on_duty(const Team& team) {
  double most = 0;
  for (const RosterRow& row : team.roster) most = std::max(most, row.posts);
  return most;
}

}  // namespace

void check_rules(const Checking& c, const Role& role) {
  check_leave(c, role);
  if (role.sickness >= 1) c.error("/sickness", "a share below 1", "1 (number)");
  if (role.sickness > 0 && is_unset(role.sick_spell)) {
    c.error("/sick_spell", "the length of an absence, since sickness is above 0", "nothing");
  }
  if (const auto spell = to_distribution(role.sick_spell);
      !is_unset(role.sick_spell) && std::holds_alternative<sim::Distribution>(spell) &&
      std::get<sim::Distribution>(spell).mean() <= 0) {
    c.error("/sick_spell", "an absence with some length", "one of length 0");
  }
}

void check_rules(const Checking& c, const Task& task) {
  if (!task.once && task.per_week == 0) {
    c.warn("/per_week", "visits per week above 0, or \"once\": true", "0: no visit is ever due");
  }
  if (task.harm > 0 && task.harm_to.empty()) {
    c.error("/harm_to", "where a harmed patient goes, since harm is above 0", "nothing");
  }
  for (const auto& [name, value] : task.facts) check_case_value(c, "/facts", name, value);
  if (task.once && task.taper)
    c.error("/taper", "nothing, since there is a single visit", "a taper");
  const auto minutes = to_distribution(task.minutes);
  if (const auto* const law = std::get_if<sim::Distribution>(&minutes)) {
    const double days = law->mean() * sim::days(unit_duration(task.minutes.unit));
    if (days > 1) {
      c.error(
          "/minutes", "a visit of at most 24 hours on average",
          fmt::format("{} days (is the unit right?)", number_text(std::round(days * 100) / 100)));
    }
  }
}

void check_rules(const Checking& c, const Team& team) {
  const double most = most_on_duty(team);
  if (most > std::ceil(team.people)) {
    c.warn(
        "/roster",
        fmt::format("at most {} persons on duty, as many as there are", number_text(team.people)),
        number_text(most));
  }
  if (team.sickness.value_or(0) >= 1) c.error("/sickness", "a share below 1", "1 (number)");
  const auto keys = pointer_keys(c.at);  // care, municipalities, name, teams, role
  const Role* const role = find_named(c.scenario.care->roles, keys.back());
  if (role != nullptr && team.sickness.value_or(0) > 0 && is_unset(role->sick_spell)) {
    c.error("/sickness", "a role with \"sick_spell\", since sickness is above 0",
            fmt::format("{} without it", in_quotes(keys.back())));
  }
}

void check_rules(const Checking& c, const Discharge& discharge) {
  if (!discharge.tasks.empty() && discharge.settings.empty()) {
    c.error("/settings", "the settings that the tasks apply to", "nothing");
  }
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
        c.warn(below + "/role", fmt::format("a team of this role in {}", name), "none");
        continue;
      }
      for (const auto& [shift, share] : task.shifts) {
        if (share <= 0 || on_duty(teams, shift)) continue;
        c.warn(child_pointer(below + "/shifts", shift),
               fmt::format("somebody of role {} on duty in {}", task.role, name), "nobody");
      }
    }
  }
}

/// The pool before `number` that has the municipality's teams of some role of this pool already.
std::optional<std::size_t> taken_by(const Care& care, std::size_t number,
                                    const std::string& municipality) {
  for (std::size_t before = 0; before < number; ++before) {
    for (const auto& [role, any] : care.roles) {
      if (!has_team(care.pools[number].second, municipality, role)) continue;
      if (has_team(care.pools[before].second, municipality, role)) return before;
    }
  }
  return std::nullopt;
}

/// Whose visits a pool gives and who pays it.
void check_pool_work(const Checking& c, const Care& care, const std::string& name,
                     const Pool& pool) {
  const std::string at = child_pointer("/pools", name);
  if (!pool.performers.empty() && !care.responsibility) {
    c.error(at + "/performers", "nothing, since no rules say who performs (care/responsibility)",
            in_quotes(pool.performers.front()));
  }
  constexpr std::array<std::string_view, 3> without_staff{"municipality", "person", "nobody"};
  for (std::size_t i = 0; i < pool.performers.size(); ++i) {
    if (std::ranges::find(without_staff, pool.performers[i]) == without_staff.end()) continue;
    c.error(fmt::format("{}/performers/{}", at, i),
            "a performer with staff of its own, beside the municipality",
            in_quotes(pool.performers[i]));
  }
  if (pool.employer == "municipality") {
    c.error(at + "/employer", "the name of a municipality, or nothing: each pays its own",
            in_quotes(pool.employer));
  }
}

void check_pool(const Checking& c, const Care& care, std::size_t number) {
  const auto& [name, pool] = care.pools[number];
  const std::string below = child_pointer("/pools", name) + "/municipalities";
  const auto* const values = find_named(c.scenario.attributes, "municipality");
  for (std::size_t i = 0; i < pool.municipalities.size(); ++i) {
    const std::string& member = pool.municipalities[i];
    const std::string at = fmt::format("{}/{}", below, i);
    const bool known =
        values != nullptr && std::find(values->begin(), values->end(), member) != values->end();
    if (known && find_named(care.municipalities, member) == nullptr) {
      c.error(at, "a municipality with teams", in_quotes(member) + ", which has none");
    }
    const auto first = std::find(pool.municipalities.begin(), pool.municipalities.end(), member);
    if (first - pool.municipalities.begin() != static_cast<std::ptrdiff_t>(i)) {
      c.error(at, "each municipality once", in_quotes(member) + " again");
    } else if (const auto other = taken_by(care, number, member)) {
      c.error(at, "a municipality whose team of a role is in one pool",
              fmt::format("{}, which is in {} too", in_quotes(member),
                          in_quotes(care.pools[*other].first)));
    }
  }
  check_pool_work(c, care, name, pool);
  if (pool.municipalities.size() == 1 && pool.performers.empty() && pool.employer.empty()) {
    c.warn(below, "at least two municipalities, to share staff", "one");
  }
}

}  // namespace

void check_rules(const Checking& c, const Care& care) {
  const auto* const values = find_named(c.scenario.attributes, "municipality");
  if (values == nullptr && !care.municipalities.empty()) {
    c.error("/municipalities", "an attribute \"municipality\" with these values",
            "no such attribute");
    return;
  }
  for (const std::string& value : values == nullptr ? std::vector<std::string>{} : *values) {
    if (find_named(care.municipalities, value) != nullptr) continue;
    c.warn("/municipalities", "every value of the attribute municipality",
           "none for " + in_quotes(value));
  }
  for (const auto& [name, shift] : care.shifts) {
    if (shift.start_hour < 24) continue;
    c.error(child_pointer("/shifts", name) + "/start_hour", "an hour before 24", "24 (number)");
  }
  for (std::size_t i = 0; i < care.pools.size(); ++i) check_pool(c, care, i);
  if (c.names_resolve) warn_unserved(c, care);
}

}  // namespace scenarios
