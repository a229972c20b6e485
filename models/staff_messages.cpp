// SPDX-License-Identifier: Apache-2.0
#include "models/staff_messages.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "models/flow/analysis_messages.hpp"
#include "scenarios/issue.hpp"
#include "words/catalog.hpp"

namespace care::staff_messages {
namespace {

using Level = flow::Finding::Level;
using flow::messages::number;
using words::say;
using words::Text;

/// "120 h due, 100 h of time, load 120 %".
Text work_text(const WorkAndTime& work) {
  const auto due = number(work.due), available = number(work.available);
  if (std::isinf(work.load())) return say("finding.work_without_time", {{"due", due}});
  return say(
      "finding.work_and_time",
      {{"due", due}, {"available", available}, {"load", flow::messages::percent(work.load())}});
}

flow::Finding note(std::string code, std::string pointer, Text message) {
  return {Level::Note, std::move(code), std::move(pointer), {}, {}, std::move(message)};
}

/// 21 or 13.25 people.
Text people_text(double people) {
  constexpr double digits = 1e4;
  auto en = scenarios::number_text(std::round(people * digits) / digits);
  auto sv = en;
  std::ranges::replace(sv, '.', ',');
  return {std::move(sv), std::move(en)};
}

/// Hours a week of a person, as agreements give them: 38.25.
Text hours_each(double hours) {
  auto en = fmt::format("{:.2f}", hours);
  auto sv = en;
  std::ranges::replace(sv, '.', ',');
  return {std::move(sv), std::move(en)};
}

std::string at_setting(const std::string& setting) {
  return scenarios::child_pointer("/settings", setting);
}

}  // namespace

flow::Finding cannot_cope(const TeamBalance& team) {
  const bool always = team.normal.all.load() > 1 || !team.worst;
  const auto& week = always ? team.normal : *team.worst;
  Text message = say("finding.team_cannot_cope", {{"role", team.role_label},
                                                  {"unit", team.unit_label},
                                                  {"weeks", team.weeks_over},
                                                  {"first", team.first_over},
                                                  {"work", work_text(team.normal.all)}});
  if (team.worst) {
    message = message + say("finding.worst_week",
                            {{"week", team.worst_week}, {"work", work_text(team.worst->all)}});
  }
  return {Level::Warning,
          "team_cannot_cope",
          team.pointer,
          say("expected.time_for_visits", {{"n", number(week.all.due)}}),
          say("got.time_for_visits", {{"n", number(week.all.available)}}),
          std::move(message)};
}

flow::Finding short_in_shift(const TeamBalance& team, const Text& shift, const WorkAndTime& work) {
  return note("shift_cannot_cope", team.pointer,
              say("finding.shift_cannot_cope", {{"role", team.role_label},
                                                {"unit", team.unit_label},
                                                {"shift", shift},
                                                {"work", work_text(work)}}));
}

flow::Finding short_in_window(const TeamBalance& team, const Text& window, const Text& shift,
                              const WorkAndTime& work) {
  return note("window_cannot_cope", team.pointer,
              say("finding.window_cannot_cope", {{"role", team.role_label},
                                                 {"unit", team.unit_label},
                                                 {"window", window},
                                                 {"shift", shift},
                                                 {"work", work_text(work)}}));
}

flow::Finding nobody_is_able(const TeamBalance& team, const VisitTask& task, const Text& task_label,
                             const Text& competence, const Text& shift, std::size_t others) {
  Text message = say("finding.nobody_is_able", {{"task", task_label},
                                                {"shift", shift},
                                                {"competence", competence},
                                                {"role", team.role_label},
                                                {"unit", team.unit_label}});
  if (others > 0) message = message + say("finding.so_in_other_teams", {{"n", others}});
  return {Level::Warning,
          "visit_fits_nobody",
          scenarios::child_pointer("/care/tasks", task.id),
          say("expected.people_for_the_visit",
              {{"role", team.role_label}, {"unit", team.unit_label}, {"shift", shift}}),
          say("got.fits_nobody", {{"share", flow::messages::percent(1)}}),
          std::move(message)};
}

flow::Finding fits_nobody(const TeamBalance& team, const VisitTask& task, const Text& task_label,
                          const Text& shift, const VisitFit& fit, std::size_t others) {
  constexpr double many = 0.1;
  const auto minutes = [](sim::Duration time) { return number(sim::in_units(time, sim::minute)); };
  const auto share = flow::messages::percent(fit.share);
  Text message =
      say(task.staff == 1 ? "finding.visit_fits_nobody" : "finding.visit_by_several_fits_nobody",
          {{"task", task_label},
           {"share", share},
           {"shift", shift},
           {"role", team.role_label},
           {"unit", team.unit_label},
           {"minutes", minutes(fit.visit)},
           {"staff", task.staff},
           {"people", fit.people},
           {"longest", minutes(fit.longest)}});
  if (others > 0) message = message + say("finding.so_in_other_teams", {{"n", others}});
  const auto pointer = scenarios::child_pointer("/care/tasks", task.id);
  if (fit.share < many) return note("visit_fits_nobody", pointer, std::move(message));
  return {Level::Warning,
          "visit_fits_nobody",
          pointer,
          say("expected.people_for_the_visit",
              {{"role", team.role_label}, {"unit", team.unit_label}, {"shift", shift}}),
          say("got.fits_nobody", {{"share", share}}),
          std::move(message)};
}

flow::Finding beyond_full_time(const TeamBalance& team, const WorkingTime& time,
                               std::size_t others) {
  const auto each = hours_each(time.each()), full = hours_each(time.full_time);
  Text message = say("finding.beyond_full_time", {{"role", team.role_label},
                                                  {"unit", team.unit_label},
                                                  {"hours", number(time.hours)},
                                                  {"people", people_text(time.people)},
                                                  {"each", each},
                                                  {"full", full},
                                                  {"enough", people_text(time.enough)}});
  if (others > 0) message = message + say("finding.so_in_other_teams", {{"n", others}});
  return {Level::Warning,
          "beyond_full_time",
          team.pointer,
          say("expected.full_time", {{"full", full}}),
          say("got.full_time", {{"each", each}}),
          std::move(message)};
}

flow::Finding no_whole_week() {
  return note("staff_need_unknown", "/horizon", say("finding.no_whole_week"));
}

flow::Finding numbers_grow(const std::string& setting) {
  return note("staff_need_unknown", at_setting(setting),
              say("finding.work_unknown_growing", {{"setting", setting}}));
}

flow::Finding more_than_places(const flow::SettingLoad& load) {
  return note("staff_need_unknown", at_setting(load.setting),
              say("finding.work_of_all_who_ask", {{"setting", load.setting},
                                                  {"places", number(load.places)},
                                                  {"capacity", number(load.capacity_mean)}}));
}

flow::Finding on_its_way(const flow::SettingLoad& load) {
  return note("staff_need_unknown", load.at_start > 0 ? "/initial" : "/horizon/warm_up_days",
              say("finding.work_of_the_long_run", {{"setting", load.setting},
                                                   {"start", load.at_start},
                                                   {"present", number(load.present)}}));
}

flow::Finding agreement_kept(std::size_t agreement) {
  return note("staff_need_unknown",
              fmt::format("/care/responsibility/agreements/{}/present", agreement),
              say("finding.work_unknown_agreement"));
}

}  // namespace care::staff_messages
