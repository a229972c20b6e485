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
#include "scenarios/roster.hpp"

namespace scenarios {
namespace {

constexpr int weeks_in_year = 53;

void check_leave(const Checking& c, const Role& role) {
  if (role.leave_weeks == 0) return;
  if (role.leave_start_weights.empty()) {
    c.warn("/leave_start_weights", say("expected.leave_starts"), say("got.no_leave"));
    return;
  }
  const double sum =
      std::accumulate(role.leave_start_weights.begin(), role.leave_start_weights.end(), 0.0);
  if (std::abs(sum - 1) > mix_tolerance) {
    c.error("/leave_start_weights", say("expected.shares_sum"),
            say("got.sum", {{"sum", fmt::format("{:.10g}", sum)}}));
  }
  const int last = role.leave_first_week + static_cast<int>(role.leave_start_weights.size()) - 1;
  if (last > weeks_in_year) {
    c.error("/leave_start_weights",
            say("expected.starts_in_year", {{"n", weeks_in_year - role.leave_first_week + 1}}),
            verbatim(std::to_string(role.leave_start_weights.size())));
  }
  if (role.leave_minimum) check_leave_minimum(c, role);
}

/// Care of children: a spell, and some month in which they are ill.
void check_child_care(const Checking& c, const Role& role) {
  check_absence(c, "/child_care_spell", role.child_care_spell);
  const auto& months = role.child_care_months;
  const bool never = std::ranges::none_of(months, [](double factor) { return factor > 0; });
  if (!months.empty() && never) {
    c.error("/child_care_months", say("expected.month_above_0"), say("got.all_0"));
  }
  if (role.child_care.value_or(0) <= 0) return;
  if (is_unset(role.child_care_spell)) {
    c.error("/child_care_spell", say("expected.length_of_child_care"), nothing());
  }
  if (const double most = most_child_care(role); *role.child_care >= most) {
    c.error("/child_care", say("expected.share_below", {{"n", number_text(most)}}),
            got_number(*role.child_care));
  }
}

}  // namespace

void check_leave_minimum(const Checking& c, const Role& role) {
  const auto starts = static_cast<int>(role.leave_start_weights.size());
  const int weeks = starts + role.leave_weeks - 1;
  constexpr int shortest_year = 52;
  if (starts == 0 || role.leave_weeks == 0 || weeks <= shortest_year) return;
  c.error("/leave_minimum", say("expected.leave_in_a_year", {{"n", shortest_year}}),
          verbatim(std::to_string(weeks)));
}

void check_vacancy_summer(const Checking& c, const Role& role) {
  if (!is_unset(role.vacancy_length)) {
    c.error("/vacancy_summer", say("expected.no_vacancy_length"), say("got.both"));
  }
  if (role.leave_weeks == 0) {
    c.warn("/vacancy_summer", say("expected.leave_weeks"), say("got.no_leave"));
  }
}

void check_absence(const Checking& c, std::string_view below, const DistributionSpec& length) {
  if (is_unset(length)) return;
  const auto law = to_distribution(length);
  const auto* const found = std::get_if<sim::Distribution>(&law);
  if (found == nullptr || found->mean() * sim::hours(unit_duration(length.unit)) >= 1) return;
  c.error(below, say("expected.some_absence"), say("got.absence_shorter"));
}

double most_child_care(const Role& role) {
  if (role.child_care_months.empty()) return 1;
  constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  int with = 0;
  for (std::size_t m = 0; m < days.size() && m < role.child_care_months.size(); ++m) {
    if (role.child_care_months[m] > 0) with += days[m];
  }
  return std::floor(with / 365.0 * 1000) / 1000;
}

void check_rules(const Checking& c, const Role& role) {
  check_leave(c, role);
  check_child_care(c, role);
  check_absence(c, "/vacancy_length", role.vacancy_length);
  if (role.vacancy_summer) check_vacancy_summer(c, role);
  for (const auto& [name, held] : role.competences) {
    if (held.lead_weeks == 0 || !is_unset(role.vacancy_length)) continue;
    c.error(child_pointer("/competences", name) + "/lead_weeks", say("expected.no_lead"),
            got_number(held.lead_weeks));
  }
  if (role.sickness >= 1) c.error("/sickness", say("expected.share_below_1"), got_number(1));
  if (role.sickness > 0 && is_unset(role.sick_spell)) {
    c.error("/sick_spell", say("expected.length_of_absence"), nothing());
  }
  check_absence(c, "/sick_spell", role.sick_spell);
}

/// Who stays with a patient for a shift does so for its length, alone, and at once.
void check_presence(const Checking& c, const Task& task) {
  if (!task.presence) {
    if (is_unset(task.minutes)) c.error("/minutes", say("expected.minutes_of_visit"), nothing());
    return;
  }
  if (!is_unset(task.minutes)) {
    c.error("/minutes", say("expected.no_minutes_of_presence"), say("got.a_length"));
  }
  if (task.staff > 1) c.error("/staff", say("expected.one_who_stays"), got_number(task.staff));
  if (task.max_moves > 0) {
    c.error("/max_moves", say("expected.no_move_of_presence"), got_number(task.max_moves));
  }
  if (task.priority != Priority::MustAttend) {
    const auto priority = names_of<Priority>[static_cast<std::size_t>(task.priority)];
    c.error("/priority", say("expected.presence_first"), quotation(priority));
  }
  if (!task.window.empty()) {
    c.error("/window", say("expected.no_window_of_presence"), quotation(task.window));
  }
  if (!task.together_with.empty()) {
    c.error("/together_with", say("expected.one_who_stays"), quotation(task.together_with));
  }
}

void check_rules(const Checking& c, const Task& task) {
  check_presence(c, task);
  if (!task.once && task.per_week == 0) {
    c.warn("/per_week", say("expected.visits_per_week"), say("got.no_visit"));
  }
  if (task.harm > 0 && task.harm_to.empty()) {
    c.error("/harm_to", say("expected.harm_to"), nothing());
  }
  for (const auto& [name, value] : task.facts) check_case_value(c, "/facts", name, value);
  if (task.once && task.taper) c.error("/taper", say("expected.no_taper"), say("got.taper"));
  const auto minutes = to_distribution(task.minutes);
  if (const auto* const law = std::get_if<sim::Distribution>(&minutes)) {
    const double days = law->mean() * sim::days(unit_duration(task.minutes.unit));
    if (days > 1) {
      c.error("/minutes", say("expected.visit_length"),
              say("got.days", {{"n", number_text(std::round(days * 100) / 100)}}));
    }
  }
}

void check_rules(const Checking& c, const Discharge& discharge) {
  if (!discharge.tasks.empty() && discharge.settings.empty()) {
    c.error("/settings", say("expected.task_settings"), nothing());
  }
}

namespace {

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
    c.error(at + "/performers", say("expected.no_performers"), quotation(pool.performers.front()));
  }
  constexpr std::array<std::string_view, 3> without_staff{"municipality", "person", "nobody"};
  for (std::size_t i = 0; i < pool.performers.size(); ++i) {
    if (std::ranges::find(without_staff, pool.performers[i]) == without_staff.end()) continue;
    c.error(fmt::format("{}/performers/{}", at, i), say("expected.own_staff"),
            quotation(pool.performers[i]));
  }
  if (pool.employer == "municipality") {
    c.error(at + "/employer", say("expected.employer"), quotation(pool.employer));
  }
}

/// A longer way is part of the travel to a visit: where nobody travels there is none.
void check_ways(const Checking& c, const Care& care) {
  for (const auto& entry : care.municipalities) {
    const std::string& name = entry.first;
    const Municipality& municipality = entry.second;
    const std::string at = child_pointer("/municipalities", name);
    const bool in_pool = std::ranges::any_of(care.pools, [&](const auto& pool) {
      const auto& members = pool.second.municipalities;
      return pool.second.travel_between_minutes > 0 &&
             std::ranges::find(members, name) != members.end();
    });
    if (municipality.travel_between_minutes > 0 && municipality.areas.size() < 2) {
      c.error(at + "/travel_between_minutes", say("expected.areas_to_travel_between"), nothing());
    }
    if ((municipality.travel_between_minutes > 0 || in_pool) &&
        !(municipality.travel_minutes > 0)) {
      c.error(at + "/travel_minutes", say("expected.travel_to_lengthen"), got_number(0));
    }
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
      c.error(at, say("expected.municipality_with_teams"),
              say("got.which_has_none", {{"name", in_quotes(member)}}));
    }
    const auto first = std::find(pool.municipalities.begin(), pool.municipalities.end(), member);
    if (first - pool.municipalities.begin() != static_cast<std::ptrdiff_t>(i)) {
      c.error(at, say("expected.municipality_once"),
              say("got.again", {{"name", in_quotes(member)}}));
    } else if (const auto other = taken_by(care, number, member)) {
      c.error(at, say("expected.one_pool"),
              say("got.in_too",
                  {{"name", in_quotes(member)}, {"other", in_quotes(care.pools[*other].first)}}));
    }
  }
  check_pool_work(c, care, name, pool);
  if (pool.municipalities.size() == 1 && pool.performers.empty() && pool.employer.empty()) {
    c.warn(below, say("expected.two_municipalities"), say("got.one"));
  }
}

}  // namespace

void check_rules(const Checking& c, const Care& care) {
  const auto* const values = find_named(c.scenario.attributes, "municipality");
  if (values == nullptr && !care.municipalities.empty()) {
    c.error("/municipalities", say("expected.attribute_with", {{"name", "\"municipality\""}}),
            say("got.no_attribute"));
    return;
  }
  for (const std::string& value : values == nullptr ? std::vector<std::string>{} : *values) {
    if (find_named(care.municipalities, value) != nullptr) continue;
    c.warn("/municipalities", say("expected.every_value", {{"name", "municipality"}}),
           say("got.none_for", {{"who", in_quotes(value)}}));
  }
  if (care.municipalities.empty() && !care.tasks.empty()) {
    c.error("/municipalities", say("expected.municipality_for_visits"), nothing());
  }
  for (const auto& [name, shift] : care.shifts) {
    if (shift.start_hour < 24) continue;
    c.error(child_pointer("/shifts", name) + "/start_hour", say("expected.hour"), got_number(24));
  }
  for (std::size_t i = 0; i < care.pools.size(); ++i) check_pool(c, care, i);
  check_ways(c, care);
  if (!has_staff_files(care)) check_staff(c, care);
  if (!c.names_resolve) return;
  check_competences(c, care);
  check_windows(c, care);
}

}  // namespace scenarios
