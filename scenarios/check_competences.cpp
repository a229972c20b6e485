// SPDX-License-Identifier: Apache-2.0
// Rules of competences, of visits that are handed over, and of those that two roles give together.

#include <algorithm>
#include <string>
#include <vector>

#include "scenarios/check_rules.hpp"
#include "scenarios/issue.hpp"
#include "scenarios/pools.hpp"

namespace scenarios {
namespace {

bool has_competence(const Care& care, const std::string& role, const std::string& competence) {
  if (competence.empty()) return true;
  const Role* const of = find_named(care.roles, role);
  const HeldBy* const held = of == nullptr ? nullptr : find_named(of->competences, competence);
  return held != nullptr && held->share > 0;
}

/// The roles that plan a shift after `role`, from one to the next, because they get its visits or come along on
/// them; itself included where they form a circle.
std::vector<std::string> followers(const Care& care, const std::string& role) {
  std::vector<std::string> found;
  const auto add = [&](const std::string& follower) {
    if (follower.empty() || std::ranges::find(found, follower) != found.end()) return;
    found.push_back(follower);
  };
  const auto add_from = [&](const std::string& giver) {
    for (const auto& [name, task] : care.tasks) {
      if (task.role == giver) add(task.hand_over_to);
      if (task.role == giver || task.hand_over_to == giver) add(task.together_with);
    }
  };
  add_from(role);
  std::size_t next = 0;
  while (next < found.size()) add_from(std::string(found[next++]));  // which may add more
  return found;
}

bool works_in_one_of(const Team& team, const Mix& shifts) {
  return std::ranges::any_of(team.roster, [&](const RosterRow& row) {
    const auto share = find_named(shifts, row.shift);
    return row.posts > 0 && share != nullptr && *share > 0;
  });
}

/// Whether a role's team is on duty in a municipality, alone or in a pool, in one of the task's shifts.
bool is_on_duty(const Care& care, const std::string& municipality, const std::string& role,
                const Task& task) {
  const std::size_t pool = pool_of(care, municipality, role);
  return std::ranges::any_of(care.municipalities, [&](const auto& home) {
    const bool gives =
        home.first == municipality ||
        (pool < care.pools.size() && has_team(care.pools[pool].second, home.first, role));
    const Team* const team = gives ? find_named(home.second.teams, role) : nullptr;
    return team != nullptr && works_in_one_of(*team, task.shifts);
  });
}

/// Whether another provider has people of a role in one of the task's shifts.
bool has_provider_on_duty(const Care& care, const std::string& role, const Task& task) {
  if (!care.responsibility) return false;
  return std::ranges::any_of(care.responsibility->providers, [&](const auto& provider) {
    const Team* const team = find_named(provider.second.teams, role);
    return team != nullptr && works_in_one_of(*team, task.shifts);
  });
}

/// Warns of places that have the task's own team but not the other role's.
void tell_nobody_on_duty(const Checking& c, const Care& care, const std::string& at,
                         const std::string& role, const Task& task) {
  for (const auto& [place, municipality] : care.municipalities) {
    if (find_named(municipality.teams, task.role) == nullptr) continue;
    if (is_on_duty(care, place, role, task)) continue;
    c.warn(at, say("expected.somebody_on_duty", {{"role", role}, {"place", place}}),
           say("got.nobody"));
  }
}

void check_receiver(const Checking& c, const Care& care, const std::string& name,
                    const Task& task) {
  const std::string at = child_pointer("/tasks", name) + "/hand_over_to";
  const auto all = followers(care, task.hand_over_to);
  if (task.hand_over_to == task.role) {
    c.error(at, say("expected.another_role"), quotation(task.role));
  } else if (std::ranges::find(all, task.role) != all.end()) {
    c.error(at, say("expected.no_way_back", {{"role", in_quotes(task.role)}}),
            quotation(task.hand_over_to));
  }
  if (!has_competence(care, task.hand_over_to, task.competence)) {
    c.error(at, say("expected.role_with_competence", {{"name", in_quotes(task.competence)}}),
            say("got.without_it", {{"name", in_quotes(task.hand_over_to)}}));
  }
  tell_nobody_on_duty(c, care, at, task.hand_over_to, task);
}

void check_companion(const Checking& c, const Care& care, const std::string& name,
                     const Task& task) {
  const std::string at = child_pointer("/tasks", name) + "/together_with";
  const auto all = followers(care, task.together_with);
  if (task.together_with == task.role) {
    c.error(at, say("expected.another_role"), quotation(task.role));
  } else if (task.together_with == task.hand_over_to) {
    c.error(at, say("expected.role_without_the_visit"), quotation(task.together_with));
  } else if (std::ranges::find(all, task.role) != all.end()) {
    c.error(at, say("expected.no_circle_of_roles", {{"role", in_quotes(task.role)}}),
            quotation(task.together_with));
  }
  if (!task.window.empty()) {
    c.error(at, say("expected.no_window_together"), quotation(task.window));
  }
  const bool stays = std::ranges::any_of(care.tasks, [&](const auto& other) {
    return other.second.presence && other.second.role == task.together_with;
  });
  if (stays) {
    c.error(at, say("expected.role_that_does_not_stay"), quotation(task.together_with));
  }
  if (!has_provider_on_duty(care, task.together_with, task)) {
    tell_nobody_on_duty(c, care, at, task.together_with, task);
  }
}

}  // namespace

void check_competences(const Checking& c, const Care& care) {
  for (const auto& [name, task] : care.tasks) {
    if (!task.hand_over_to.empty()) check_receiver(c, care, name, task);
    if (!task.together_with.empty()) check_companion(c, care, name, task);
  }
  for (const auto& [name, competence] : care.competences) {
    const bool asked = std::ranges::any_of(
        care.tasks, [&, &id = name](const auto& task) { return task.second.competence == id; });
    if (asked) continue;
    c.warn(child_pointer("/competences", name), say("expected.task_that_asks"), say("got.none"));
  }
}

}  // namespace scenarios
