// SPDX-License-Identifier: Apache-2.0
/// @file
/// Which visits a patient is to have: the tasks of a scenario, compiled. Const, shared by all
/// replications. Patients are opaque: there are so many profiles and settings, and what they mean is
/// the caller's.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "models/flow/ids.hpp"
#include "models/staffing/ids.hpp"
#include "models/staffing/permitted_days.hpp"
#include "models/staffing/share.hpp"
#include "models/staffing/windows.hpp"
#include "models/staffing/workforce.hpp"
#include "scenarios/scenario.hpp"
#include "sim/distribution.hpp"
#include "sim/time.hpp"

namespace care {

/// Lengths on a task's clock, in 2^-16 ms: spacings need not be whole milliseconds.
using Ticks = std::int64_t;
inline constexpr int tick_bits = 16;
inline constexpr double week_ticks = 7.0 * 24 * 3600 * 1000 * (1 << tick_bits);

/// A task, compiled.
struct VisitTask {
  std::string id;
  std::uint32_t family = 0;  ///< part of the address of its draws: family_of("visit/<id>")
  std::uint32_t role = 0;
  std::uint32_t hand_over_to = Workforce::none;   ///< role that gets what the own one gives up
  Competences needed = 0;                         ///< of everybody who gives it
  Window window = any_time;                       ///< of the shift, in which it must be given
  Asks asks = 0;                                  ///< competences, the window, company, presence
  std::uint32_t together_with = Workforce::none;  ///< role of one more, who comes along
  scenarios::Priority priority{};
  std::uint32_t staff = 1;      ///< persons at a visit
  std::uint32_t max_moves = 0;  ///< shifts it may be moved before it is missed
  double harm = 0;              ///< probability that a missed visit harms
  std::string harm_to;          ///< where the harmed go
  bool once = false;
  bool presence = false;  ///< one person stays for the whole shift; no minutes, no travel

  sim::Distribution minutes;  ///< in the home, in `unit`s
  sim::Duration unit{};
  std::uint32_t clock = 0;           ///< number of its PermittedDays; see VisitPlans::clock
  Ticks spacing = 0;                 ///< between visits on that clock; 0: it is never due
  bool by_position = false;          ///< more than one a day: the hour of the day decides the shift
  std::vector<std::uint64_t> reach;  ///< by rank of the shift: share of this and earlier, 2^-32

  // Taper: the intensity is start_factor at the start of the stay and 1 from taper_ms on.
  bool tapers = false;
  double start_factor = 1;
  double taper_ms = 0;

  /// Visits per normal spacing: the integral of the relative intensity over the first `age_ms` of a
  /// stay, in ms.
  [[nodiscard]] double worked(double age_ms) const;
  /// The age at which worked(age) is `worked_ms`.
  [[nodiscard]] double age(double worked_ms) const;
  /// The rank of the shift for a number in [0, 1), given in units of 2^-32.
  [[nodiscard]] std::uint32_t rank(std::uint32_t part) const {
    std::uint32_t rank = 0;
    while (reach[rank] <= part) ++rank;
    return rank;
  }
};

/// The plans of all profiles in all settings.
class VisitPlans {
 public:
  /// Whether a condition of the scenario holds for a profile.
  using Matches = std::function<bool(const scenarios::Condition&, flow::Profile)>;

  /// `settings` are the names of the settings, by id; `profiles` is how many there are.
  /// Precondition: the scenario has been checked; what is wrong all the same throws
  /// sim::InvariantError.
  VisitPlans(const Workforce& workforce, const scenarios::Care& care,
             std::span<const std::string> settings, std::size_t profiles, const Matches& matches);

  [[nodiscard]] const sim::Table<TaskId, VisitTask>& tasks() const { return tasks_; }
  [[nodiscard]] const VisitTask& task(TaskId task) const { return tasks_[task]; }
  /// All crews in the order in which they work a shift, as numbers of Workforce::crews: those whose
  /// visits are handed over, or who are accompanied, come before those who get them or come along.
  [[nodiscard]] std::span<const std::uint32_t> crews_in_order() const { return crews_in_order_; }
  [[nodiscard]] const PermittedDays& clock(std::uint32_t clock) const { return clocks_[clock]; }
  [[nodiscard]] std::size_t clocks() const { return clocks_.size(); }
  /// By window, the share of a shift that lies in it, by the shift's rank in the day.
  [[nodiscard]] std::span<const Share> windows(std::uint32_t rank) const {
    return std::span{windows_}.subspan(rank * window_count_, window_count_);
  }

  /// The tasks of a profile in a setting, in the order of the scenario.
  [[nodiscard]] std::span<const TaskId> plan(flow::Profile profile, flow::Place setting) const {
    const List list = lists_[plans_[sim::index(profile) * settings_ + sim::index(setting)]];
    return std::span{entries_}.subspan(list.begin, list.size);
  }

 private:
  struct List {
    std::uint32_t begin = 0, size = 0;
  };

  void compile_windows(const ShiftCalendar& calendar, const scenarios::Care& care);
  void compile_task(const ShiftCalendar& calendar, const scenarios::Care& care,
                    const std::string& id, const scenarios::Task& source);
  void order_crews(const Workforce& workforce);
  void compile_plans(const scenarios::Care& care, std::span<const std::string> settings,
                     std::size_t profiles, const Matches& matches);

  sim::Table<TaskId, VisitTask> tasks_;
  std::size_t window_count_ = 0;
  std::vector<Share> windows_;  // by rank, then window
  std::vector<PermittedDays> clocks_;
  std::vector<std::pair<PermittedDays::Mask, scenarios::HolidayVisits>> kinds_;  // of the clocks
  std::vector<std::uint32_t> crews_in_order_;
  std::size_t settings_ = 0;
  // Few lists differ, many profiles share one: rows name a list, lists lie end to end.
  std::vector<std::uint32_t> plans_;
  std::vector<List> lists_;
  std::vector<TaskId> entries_;
};

}  // namespace care
