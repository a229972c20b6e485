// SPDX-License-Identifier: Apache-2.0
#include "scenarios/windows.hpp"

#include <algorithm>
#include <string>

#include "scenarios/check_rules.hpp"
#include "scenarios/issue.hpp"

namespace scenarios {
namespace {

constexpr double day_hours = 24;
/// Hours: less in common is rounding.
constexpr double touching = 1e-6;

/// Windows are apart, so that what lies in one is not in another.
void check_apart(const Checking& c, const Care& care, std::size_t number) {
  const auto& [name, window] = care.windows[number];
  const std::string at = child_pointer("/windows", name);
  if (window.start_hour >= day_hours) {
    c.error(at + "/start_hour", say("expected.hour"), got_number(day_hours));
  }
  for (std::size_t before = 0; before < number; ++before) {
    const auto& [other_name, other] = care.windows[before];
    const double common =
        common_hours(window.start_hour, window.hours, other.start_hour, other.hours);
    if (common > touching) c.error(at, say("expected.window_apart"), quotation(other_name));
  }
}

/// A visit has its window in every shift that it may be given in.
void check_in_shifts(const Checking& c, const Care& care, const std::string& name,
                     const Task& task) {
  const Window* const window = find_named(care.windows, task.window);
  if (window == nullptr) return;
  for (const auto& [shift_name, share] : task.shifts) {
    const Shift* const shift = find_named(care.shifts, shift_name);
    if (share <= 0 || shift == nullptr || share_in(*window, *shift) > touching) continue;
    c.error(child_pointer("/tasks", name) + "/window", say("expected.window_in_shifts"),
            say("got.outside_shift", {{"shift", in_quotes(shift_name)}}));
  }
}

}  // namespace

double common_hours(double start_one, double hours_one, double start_other, double hours_other) {
  double common = 0;
  for (const double turn : {-day_hours, 0.0, day_hours}) {
    const double from = std::max(start_one, start_other + turn);
    const double to = std::min(start_one + hours_one, start_other + turn + hours_other);
    common += std::max(0.0, to - from);
  }
  return common;
}

double share_in(const Window& window, const Shift& shift) {
  return std::min(
      1.0,
      common_hours(window.start_hour, window.hours, shift.start_hour, shift.hours) / shift.hours);
}

void check_windows(const Checking& c, const Care& care) {
  for (std::size_t i = 0; i < care.windows.size(); ++i) {
    check_apart(c, care, i);
    const std::string& name = care.windows[i].first;
    const bool asked = std::ranges::any_of(
        care.tasks, [&](const auto& task) { return task.second.window == name; });
    if (asked) continue;
    c.warn(child_pointer("/windows", name), say("expected.task_that_asks"), say("got.none"));
  }
  for (const auto& [name, task] : care.tasks) check_in_shifts(c, care, name, task);
}

}  // namespace scenarios
