// SPDX-License-Identifier: Apache-2.0
// Rules of competences and of visits that are handed over.

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

/// The roles that get visits of `role`, from one to the next, itself included where it gets them back.
std::vector<std::string> receivers(const Care& care, const std::string& role) {
  std::vector<std::string> found;
  const auto add_from = [&](const std::string& giver) {
    for (const auto& [name, task] : care.tasks) {
      if (task.role != giver || task.hand_over_to.empty()) continue;
      if (std::ranges::find(found, task.hand_over_to) == found.end()) {
        found.push_back(task.hand_over_to);
      }
    }
  };
  add_from(role);
  std::size_t next = 0;
  while (next < found.size()) add_from(std::string(found[next++]));  // which may add more
  return found;
}

/// Whether a team that gets the task's visits in a municipality is on duty in one of its shifts.
bool receives(const Care& care, const std::string& municipality, const Task& task) {
  const std::size_t pool = pool_of(care, municipality, task.hand_over_to);
  return std::ranges::any_of(care.municipalities, [&](const auto& home) {
    const bool gives = home.first == municipality ||
                       (pool < care.pools.size() &&
                        has_team(care.pools[pool].second, home.first, task.hand_over_to));
    const Team* const team = gives ? find_named(home.second.teams, task.hand_over_to) : nullptr;
    return team != nullptr && std::ranges::any_of(team->roster, [&](const RosterRow& row) {
             const auto share = find_named(task.shifts, row.shift);
             return row.posts > 0 && share != nullptr && *share > 0;
           });
  });
}

void check_receiver(const Checking& c, const Care& care, const std::string& name,
                    const Task& task) {
  const std::string at = child_pointer("/tasks", name) + "/hand_over_to";
  const auto all = receivers(care, task.hand_over_to);
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
  for (const auto& [place, municipality] : care.municipalities) {
    if (find_named(municipality.teams, task.role) == nullptr) continue;
    if (receives(care, place, task)) continue;
    c.warn(at, say("expected.somebody_on_duty", {{"role", task.hand_over_to}, {"place", place}}),
           say("got.nobody"));
  }
}

}  // namespace

void check_competences(const Checking& c, const Care& care) {
  for (const auto& [name, task] : care.tasks) {
    if (!task.hand_over_to.empty()) check_receiver(c, care, name, task);
  }
  for (const auto& [name, competence] : care.competences) {
    const bool asked = std::ranges::any_of(
        care.tasks, [&, &id = name](const auto& task) { return task.second.competence == id; });
    if (asked) continue;
    c.warn(child_pointer("/competences", name), say("expected.task_that_asks"), say("got.none"));
  }
}

}  // namespace scenarios
