// SPDX-License-Identifier: Apache-2.0
#include "models/staffing/workforce.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "models/staffing/leave_plan.hpp"
#include "models/staffing/names.hpp"
#include "models/staffing/roster.hpp"
#include "scenarios/roster.hpp"
#include "sim/check.hpp"

namespace care {
namespace {

/// Integral over a week W of (1 - u/W) P(spell > u) du, in days: how long somebody who falls ill at
/// a random moment of a week is away before the week ends, times the chance (see duty.hpp).
double days_ill_same_week(const Sickness& sickness) {
  constexpr int steps = 7 * 48;
  const double step_days = 7.0 / steps;
  const double units_per_day = sim::in_units(sim::day, sickness.unit);
  double sum = 0;
  for (int i = 0; i < steps; ++i) {
    const double days = (i + 0.5) * step_days;
    sum += (1 - days / 7) * (1 - sickness.spell.cdf(days * units_per_day));
  }
  return sum * step_days;
}

Sickness compile_sickness(const scenarios::Role& role, double share) {
  Sickness sickness;
  constexpr double least_share = 1e-9;  // a second in thirty years: nobody
  sickness.share = share < least_share ? 0 : share;
  if (sickness.share <= 0 || share >= 1) return sickness;
  sickness.spell = names::compiled(role.sick_spell);
  sickness.unit = scenarios::unit_duration(role.sick_spell.unit);
  const double mean_days = sickness.spell.mean() * sim::days(sickness.unit);
  SIM_CHECK(mean_days > 0);
  const double rate = share / (1 - share) / mean_days;  // onsets per healthy day, without shock
  double shocked = rate;
  const double cv = role.sickness_shock_cv;
  const double variance = std::log1p(cv * cv);
  constexpr double least = 1e-12;  // below it the shock is 1 to six decimals
  if (variance > least) {
    sickness.shock = sim::Distribution::lognormal(-variance / 2, std::sqrt(variance)).value();
    // The root of x (1 - c x) = rate; where none exists the greatest x (1 - c x) is taken.
    const double c = cv * cv * days_ill_same_week(sickness);
    shocked = 2 * rate / (1 + std::sqrt(std::max(0.0, 1 - 4 * c * rate)));
  }
  sickness.healthy = sim::Distribution::exponential(1 / shocked).value();
  return sickness;
}

std::optional<Turnover> compile_turnover(const scenarios::Role& role, double vacancy) {
  constexpr double least = 1e-9;
  if (scenarios::is_unset(role.vacancy_length) || vacancy < least || vacancy > 1 - least) return {};
  Turnover turnover;
  turnover.vacant = names::compiled(role.vacancy_length);
  turnover.unit = scenarios::unit_duration(role.vacancy_length.unit);
  const double mean_days = turnover.vacant.mean() * sim::days(turnover.unit);
  SIM_CHECK(mean_days > 0);
  turnover.held = sim::Distribution::exponential(mean_days * (1 - vacancy) / vacancy).value();
  return turnover;
}

}  // namespace

Share::Share(double share) : millionths_(std::llround(share * 1e6)) {
  SIM_CHECK(share >= 0 && share <= 1000);
}

Workforce::Workforce(const scenarios::Care& care, StaffUnits units, sim::Date start, int days,
                     sim::Holidays holidays)
    : calendar_(care, start, days, std::move(holidays)),
      units_(std::move(units)),
      areas_(care),
      competences_(care),
      roles_(static_cast<std::uint32_t>(care.roles.size())) {
  for (const auto& [name, role] : care.roles) compile_leave(role);
  child_season_.resize(roles_);
  posts_.resize(std::size_t{units_.with_teams()} * roles_ * calendar_.size());
  for (std::uint32_t unit = 0; unit < units_.with_teams(); ++unit) {
    for (std::uint32_t r = 0; r < roles_; ++r) compile_team(care, unit, r);
  }
  compile_crews();
}

void Workforce::compile_crews() {
  // The crew that a pool's teams of a role are in, once one of them has come.
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> of_pool;
  for (std::uint32_t number = 0; number < teams(); ++number) {
    StaffTeam& team = teams_[number];
    const std::uint32_t pool = units_.pool_of(team.unit, team.role);
    std::size_t crew = crews_.size();
    if (pool != StaffUnits::none) {
      crew = of_pool.try_emplace({pool, team.role}, crew).first->second;
      team.also_performs = units_[pool].also_performs;
    }
    if (crew == crews_.size()) crews_.emplace_back();
    crews_[crew].push_back(number);
    team.crew = static_cast<std::uint32_t>(crew);
  }
  for (const Crew& crew : crews_) compile_ways(crew);
}

/// Of municipalities: where others start from is not known.
void Workforce::compile_ways(const Crew& crew) {
  const StaffTeam& first = teams_[crew.front()];
  between_.emplace_back();
  if (!units_.is_municipality(first.unit)) return;
  const std::uint32_t pool = units_.pool_of(first.unit, first.role);
  const sim::Duration between =
      pool == StaffUnits::none ? sim::Duration::zero() : units_[pool].between;
  const bool differ = (crew.size() > 1 && between > sim::Duration::zero()) ||
                      std::ranges::any_of(crew, [&](std::uint32_t team) {
                        return areas_.are_apart(teams_[team].unit);
                      });
  if (differ) between_.back() = between;
}

void Workforce::compile_leave(const scenarios::Role& role) {
  const std::uint32_t weeks = calendar_.weeks();
  const std::size_t starts = role.leave_start_weights.size();
  std::vector<std::uint8_t> leave(starts * weeks, 0);
  std::vector<std::uint8_t> season(weeks, 0);
  // Leave may begin in the year before the run's first week and reach into it.
  for (std::uint32_t w = 0; w < weeks; ++w) {
    const sim::Time monday = calendar_.first_monday() + w * 7 * sim::day;
    for (int year = calendar_.iso_week(w).year - 1; year <= calendar_.iso_week(w).year; ++year) {
      const sim::Time first =
          sim::start_of_iso_week(year, std::min(role.leave_first_week, sim::iso_weeks_in(year)));
      for (std::size_t s = 0; s < starts; ++s) {
        if (role.leave_start_weights[s] <= 0) continue;
        const sim::Time begin = first + static_cast<std::int64_t>(s) * 7 * sim::day;
        if (begin <= monday && monday < begin + role.leave_weeks * 7 * sim::day) {
          leave[s * weeks + w] = season[w] = 1;
        }
      }
    }
  }
  leave_.push_back(std::move(leave));
  leave_season_.push_back(std::move(season));
}

void Workforce::compile_team(const scenarios::Care& care, std::uint32_t unit,
                             std::uint32_t role_index) {
  const StaffUnit& employs = units_[unit];
  const auto& [role_name, role] = care.roles[role_index];
  const auto number = static_cast<std::uint32_t>(teams_.size());
  StaffTeam& team = teams_.emplace_back();
  team.unit = unit;
  team.role = role_index;
  team.first_person = people();
  team.family = sim::family_of("staff/" + employs.id + "/" + role_name);
  team.shock_family = sim::family_of("staff/" + employs.id);
  team.indirect = Share{role.indirect_share};
  team.productivity = Share{role.substitute_productivity};
  team.full_time_hours = role.full_time_hours;

  const std::uint32_t found = names::find(employs.teams, role_name);
  team.unlimited = employs.kind == StaffUnit::Kind::Provider && found == employs.teams.size();
  if (found == employs.teams.size()) return;
  const scenarios::Team& source = employs.teams[found].second;
  team.in_scenario = true;
  const auto asked = asked_posts(calendar_, care, source);
  team.is_named = !source.staff.empty();
  compile_absence(source, role, number);
  team.overtime = Share{source.overtime_cap.value_or(role.overtime_cap)};
  team.agency = Share{source.agency_cap.value_or(role.agency_cap)};
  team.agency_summer = Share{source.agency_cap_summer.value_or(role.agency_cap_summer)};
  if (team.is_named) {
    compile_staff(care, source, number);
  } else {
    team.employed = source.people ? *source.people : people_for(calendar_, role, asked);
    compile_people(role, number);
  }
  keep_leave_minimum(role, source, number);
  compile_roster(asked, number);
}

void Workforce::compile_absence(const scenarios::Team& source, const scenarios::Role& role,
                                std::uint32_t number) {
  StaffTeam& team = teams_[number];
  team.vacancy = team.is_named ? 0 : source.vacancy.value_or(role.vacancy);
  const auto in_summer = source.vacancy_summer ? source.vacancy_summer : role.vacancy_summer;
  team.vacancy_summer = team.is_named ? 0 : in_summer.value_or(team.vacancy);
  team.turnover = compile_turnover(role, team.vacancy);
  team.replacement = source.replacement.value_or(role.replacement);
  team.sick_replacement = source.sick_replacement.value_or(role.sick_replacement);
  team.sickness = compile_sickness(role, source.sickness.value_or(role.sickness));
  const double child_care = source.child_care.value_or(role.child_care.value_or(0));
  team.child_care = compile_child_care(role, child_care);
  if (team.child_care.share > 0 && child_season_[team.role].empty()) {
    child_season_[team.role] = child_care_clock(role, calendar_.start(), calendar_.days());
  }
}

namespace {

/// Weeks of a role's leave plan, each with room for `away` less those who have weeks of their own then.
LeaveRoom leave_room(const scenarios::Role& role, const scenarios::Team& source,
                     std::uint32_t away) {
  constexpr int weeks_in_year = 52;  // of two years that meet, as most years have
  LeaveRoom plan;
  plan.weeks = static_cast<std::uint32_t>(role.leave_weeks);
  const auto& weights = role.leave_start_weights;
  for (std::size_t s = 0; s < weights.size(); ++s) {
    if (weights[s] > 0) plan.starts.push_back(static_cast<std::uint8_t>(s));
  }
  plan.room.assign(weights.size() + plan.weeks, away);
  for (std::size_t w = 0; w < plan.room.size(); ++w) {
    const int week = (role.leave_first_week - 1 + static_cast<int>(w)) % weeks_in_year + 1;
    for (const auto& [name, person] : source.staff) {
      if (!person.leave_weeks) continue;
      const bool is_away = std::ranges::any_of(*person.leave_weeks, [week](const auto& weeks) {
        return scenarios::is_in_weeks(week, weeks);
      });
      if (is_away && plan.room[w] > 0) --plan.room[w];
    }
  }
  return plan;
}

}  // namespace

/// Own weeks of people by name stand; the others' are moved, in the order of the list.
void Workforce::keep_leave_minimum(const scenarios::Role& role, const scenarios::Team& source,
                                   std::uint32_t number) {
  const StaffTeam& team = teams_[number];
  const double share = source.leave_minimum.value_or(role.leave_minimum.value_or(0));
  if (!(share > 0) || team.people == 0 || role.leave_weeks == 0) return;
  // A person more for a share like 0.7 of ten that misses 7 by rounding would be wrong.
  const auto needed = static_cast<std::uint32_t>(std::ceil(share * team.people - 1e-9));
  std::vector<std::uint8_t> wishes;
  for (std::uint32_t person = 0; person < team.people; ++person) {
    const std::uint8_t start = start_[team.first_person + person];
    if (start != no_leave) wishes.push_back(start);
  }
  if (wishes.empty()) return;
  const auto planned = leaves_within(leave_room(role, source, team.people - needed), wishes);
  if (!planned) {
    std::uint32_t most = needed;
    while (most > 0 && most_leaves(leave_room(role, source, team.people - most)) < wishes.size())
      --most;
    shortfalls_.push_back({number, needed, most});
    return;
  }
  auto next = planned->begin();
  for (std::uint32_t person = 0; person < team.people; ++person) {
    std::uint8_t& start = start_[team.first_person + person];
    if (start != no_leave) start = *next++;
  }
}

/// People who are a number.
void Workforce::compile_people(const scenarios::Role& role, std::uint32_t number) {
  StaffTeam& team = teams_[number];
  // A person more for a sum like 2.1 + 0.9 that misses 3 by rounding would be wrong.
  team.people = static_cast<std::uint32_t>(std::ceil(team.employed - 1e-9));
  team.circle = static_cast<std::int32_t>(1000 * team.people);
  // Teams stand at different places within their shares of the leave weeks, by their own names.
  const double offset = team.family * 0x1p-32;
  const auto starts = allot_leave(role.leave_start_weights, team.people, offset);
  const auto ranks = spread_ranks(team.people);
  start_.insert(start_.end(), starts.begin(), starts.end());
  if (starts.empty()) start_.resize(start_.size() + team.people, no_leave);
  rank_.insert(rank_.end(), ranks.begin(), ranks.end());
  for (std::uint32_t person = 0; person < team.people; ++person) {
    arc_end_.push_back(static_cast<std::int32_t>(1000 * (person + 1)));
    address_.push_back({team.family, person + 1});
    time_off_from_.push_back(static_cast<std::uint32_t>(time_off_.size()));
  }
}

/// People by name. Leave that is generated goes by the place in the list, so that whoever is added last
/// moves nobody's: the golden ratio spreads any first few of them over the weeks.
void Workforce::compile_staff(const scenarios::Care& care, const scenarios::Team& source,
                              std::uint32_t number) {
  StaffTeam& team = teams_[number];
  const auto& [role_name, role] = care.roles[team.role];
  const std::string family = "staff/" + units_[team.unit].id + "/" + role_name + "/";
  std::uint32_t place = team.family;
  for (const auto& [name, person] : source.staff) {
    team.circle += std::max(1, static_cast<std::int32_t>(std::lround(1000 * person.share)));
    team.employed += person.share;
    arc_end_.push_back(team.circle);
    address_.push_back({sim::family_of(family + name), 1});
    rank_.push_back(team.people++);
    const auto start = person.leave_weeks
                           ? std::vector<std::uint8_t>{}
                           : allot_leave(role.leave_start_weights, 1, place * 0x1p-32);
    start_.push_back(start.empty() ? no_leave : start.front());
    place += golden_step;
    const auto off = days_off(calendar_, person);
    time_off_.insert(time_off_.end(), off.begin(), off.end());
    time_off_from_.push_back(static_cast<std::uint32_t>(time_off_.size()));
  }
}

void Workforce::compile_roster(const std::vector<std::int32_t>& asked, std::uint32_t number) {
  StaffTeam& team = teams_[number];
  const std::uint32_t shifts = calendar_.shifts();
  std::vector<std::int64_t> turn(shifts);
  // Whole persons apart: two posts from the first shift on are two persons, not parts of three.
  for (std::uint32_t s = 0; s < shifts; ++s) {
    const auto person = static_cast<std::uint32_t>(std::uint64_t{team.people} * s / shifts);
    turn[s] = person == 0 ? 0 : arc_end_[team.first_person + person - std::size_t{1}];
  }
  Posts* const posts = posts_.data() + std::size_t{number} * calendar_.size();
  std::vector<sim::Duration> weeks(calendar_.weeks());
  for (std::uint32_t o = 0; o < calendar_.size(); ++o) {
    const ShiftOccurrence& occurrence = calendar_[o];
    posts[o].milli = asked[o];
    std::int64_t& position = turn[occurrence.shift];
    posts[o].first = static_cast<std::int32_t>(position);
    if (team.circle > 0) position = (position + posts[o].milli) % team.circle;
    weeks[occurrence.week] += post_time(posts[o].milli, o);
  }
  for (const sim::Duration week : weeks) team.fullest_week = std::max(team.fullest_week, week);
}

}  // namespace care
