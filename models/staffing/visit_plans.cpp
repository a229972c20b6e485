// SPDX-License-Identifier: Apache-2.0
#include "models/staffing/visit_plans.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

#include "models/staffing/names.hpp"
#include "scenarios/compile_distribution.hpp"
#include "scenarios/windows.hpp"
#include "sim/check.hpp"

namespace care {
namespace {

/// Spacings beyond this (4,000 years) are as good as never and would overflow when added up.
constexpr double longest_ticks = 0x1p+62 / 8;

PermittedDays::Mask mask_of(const std::vector<sim::DayKind>& days) {
  if (days.empty()) return 0xff;
  unsigned mask = 0;
  for (const sim::DayKind day : days) mask |= 1U << static_cast<unsigned>(day);
  return static_cast<PermittedDays::Mask>(mask);
}

/// Shares of the shifts of a day, added up in the order of the day, in units of 2^-32; from the
/// last shift with a share on it is 2^32.
std::vector<std::uint64_t> reach_of(const scenarios::Mix& mix, const scenarios::Care& care,
                                    const ShiftCalendar& calendar) {
  std::vector<double> share(calendar.shifts(), 0.0);
  double total = 0;
  for (const auto& [name, weight] : mix) {
    share[calendar.rank_of_shift(names::place_of(care.shifts, name))] += weight;
    total += weight;
  }
  SIM_CHECK(total > 0);
  std::vector<std::uint64_t> reach;
  double sum = 0;
  std::size_t last = 0;
  for (std::size_t rank = 0; rank < share.size(); ++rank) {
    sum += share[rank];
    if (share[rank] > 0) last = rank;
    reach.push_back(static_cast<std::uint64_t>(sum / total * 0x1p32));
  }
  std::fill(reach.begin() + static_cast<std::ptrdiff_t>(last), reach.end(),
            std::uint64_t{1} << 32U);
  return reach;
}

bool lists(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

// With f the start factor, d the length of the taper and a the age, the relative intensity is
// f + (1 - f) a / d up to d, whose integral is f a + (1 - f) a^2 / (2 d).
double VisitTask::worked(double age_ms) const {
  if (age_ms >= taper_ms) return age_ms + (start_factor - 1) * taper_ms / 2;
  return age_ms * (start_factor + (1 - start_factor) * age_ms / (2 * taper_ms));
}

double VisitTask::age(double worked_ms) const {
  const double at_end = taper_ms * (1 + start_factor) / 2;
  if (worked_ms >= at_end) return taper_ms + (worked_ms - at_end);
  if (worked_ms <= 0) return 0;
  // The root of the quadratic in the form that loses no digits and does not divide by 1 - f.
  const double curve = 2 * (1 - start_factor) / taper_ms;
  const double root = std::sqrt(start_factor * start_factor + curve * worked_ms);
  return 2 * worked_ms / (start_factor + root);
}

VisitPlans::VisitPlans(const Workforce& workforce, const scenarios::Care& care,
                       std::span<const std::string> settings, std::size_t profiles,
                       const Matches& matches)
    : settings_(settings.size()) {
  SIM_CHECK(care.tasks.size() < 0xffff);
  compile_windows(workforce.calendar(), care);
  for (const auto& [id, task] : care.tasks) compile_task(workforce.calendar(), care, id, task);
  order_crews(workforce);
  compile_plans(care, settings, profiles, matches);
}

/// By the longest row of roles that hand over, or take along, one to the next, before a crew's own. A checked scenario
/// has no circle of them.
void VisitPlans::order_crews(const Workforce& workforce) {
  std::vector<std::uint32_t> before(workforce.roles(), 0);
  for (std::uint32_t round = 0; round < workforce.roles(); ++round) {
    for (const auto id : tasks_.ids()) {
      const VisitTask& task = tasks_[id];
      const auto follows = [&](std::uint32_t role, std::uint32_t on) {
        if (role == Workforce::none || on == Workforce::none) return;
        before[role] = std::max(before[role], before[on] + 1);
        SIM_CHECK(before[role] < workforce.roles());
      };
      follows(task.hand_over_to, task.role);
      follows(task.together_with, task.role);
      follows(task.together_with, task.hand_over_to);
    }
  }
  crews_in_order_.resize(workforce.crews().size());
  std::iota(crews_in_order_.begin(), crews_in_order_.end(), 0U);
  std::ranges::stable_sort(crews_in_order_, {}, [&](std::uint32_t crew) {
    return before[workforce.team(workforce.crews()[crew].front()).role];
  });
}

void VisitPlans::compile_windows(const ShiftCalendar& calendar, const scenarios::Care& care) {
  window_count_ = care.windows.size();
  SIM_CHECK(window_count_ <= scenarios::most_windows);
  windows_.resize(calendar.shifts() * window_count_);
  for (std::size_t s = 0; s < care.shifts.size(); ++s) {
    auto share = windows_.begin() +
                 static_cast<std::ptrdiff_t>(calendar.rank_of_shift(static_cast<std::uint32_t>(s)) *
                                             window_count_);
    for (const auto& [name, window] : care.windows) {
      *share++ = Share(scenarios::share_in(window, care.shifts[s].second));
    }
  }
}

void VisitPlans::compile_task(const ShiftCalendar& calendar, const scenarios::Care& care,
                              const std::string& id, const scenarios::Task& source) {
  VisitTask task;
  task.id = id;
  task.family = sim::family_of("visit/" + id);
  task.role = names::place_of(care.roles, source.role);
  task.needed = competence_bit(care, source.competence);
  task.asks = task.needed;
  if (!source.window.empty()) {
    task.window = static_cast<Window>(names::place_of(care.windows, source.window));
    task.asks |= window_bit(task.window);
  }
  if (!source.hand_over_to.empty()) {
    task.hand_over_to = names::place_of(care.roles, source.hand_over_to);
  }
  if (!source.together_with.empty()) {
    task.together_with = names::place_of(care.roles, source.together_with);
    task.asks |= company_bit;
  }
  task.priority = source.priority;
  SIM_CHECK(source.staff >= 1 && source.max_moves >= 0 && source.max_moves < 0xffff);
  task.staff = static_cast<std::uint32_t>(source.staff);
  task.max_moves = static_cast<std::uint32_t>(source.max_moves);
  task.harm = source.harm;
  task.harm_to = source.harm_to;
  task.once = source.once;

  task.presence = source.presence;
  if (task.presence) {
    task.asks |= presence_bit;
  } else {
    task.minutes = names::compiled(source.minutes);
    task.unit = scenarios::unit_duration(source.minutes.unit);
  }
  task.reach = reach_of(source.shifts, care, calendar);

  const std::pair kind{mask_of(source.days), source.holiday};
  const auto known = std::find(kinds_.begin(), kinds_.end(), kind);
  task.clock = static_cast<std::uint32_t>(known - kinds_.begin());
  if (known == kinds_.end()) {
    kinds_.push_back(kind);
    clocks_.emplace_back(calendar, kind.first, kind.second);
  }
  double per_week = source.per_week;
  SIM_CHECK(per_week >= 0);
  if (per_week > 0) {
    task.spacing = static_cast<Ticks>(
        std::max(1.0, std::min(longest_ticks, std::floor(week_ticks / per_week + 0.5))));
  }
  if (source.taper && source.taper->days > 0 && source.taper->start_factor != 1) {
    SIM_CHECK(source.taper->start_factor >= 0);
    task.tapers = true;
    task.start_factor = source.taper->start_factor;
    task.taper_ms = source.taper->days * static_cast<double>(sim::day.count());
    per_week *= std::max(1.0, task.start_factor);
  }
  task.by_position = per_week > clocks_[task.clock].days_a_week();
  tasks_.add(std::move(task));
}

void VisitPlans::compile_plans(const scenarios::Care& care, std::span<const std::string> settings,
                               std::size_t profiles, const Matches& matches) {
  std::map<std::vector<TaskId>, std::uint32_t> known;
  std::vector<TaskId> list;
  sim::Table<TaskId, bool> holds(tasks_.size());
  plans_.reserve(profiles * settings_);
  for (const auto profile : sim::ids<flow::Profile>(profiles)) {
    for (const auto task : tasks_.ids()) {
      holds[task] = matches(care.tasks[sim::index(task)].second.when, profile);
    }
    for (const std::string& setting : settings) {
      list.clear();
      for (const auto task : tasks_.ids()) {
        const bool due = tasks_[task].once || tasks_[task].spacing > 0;
        const auto& where = care.tasks[sim::index(task)].second.settings;
        if (holds[task] && due && lists(where, setting)) list.push_back(task);
      }
      const auto [entry, fresh] = known.try_emplace(list, lists_.size());
      if (fresh) {
        lists_.push_back(
            {static_cast<std::uint32_t>(entries_.size()), static_cast<std::uint32_t>(list.size())});
        entries_.insert(entries_.end(), list.begin(), list.end());
      }
      plans_.push_back(entry->second);
    }
  }
}

}  // namespace care
