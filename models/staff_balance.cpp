// SPDX-License-Identifier: Apache-2.0
#include "models/staff_balance.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

#include "models/measure/figure_text.hpp"
#include "models/measure/weeks.hpp"
#include "models/staff_messages.hpp"
#include "models/staff_need.hpp"
#include "models/staffing/expected_time.hpp"
#include "models/staffing/visit_fit.hpp"
#include "models/staffing/working_time.hpp"
#include "scenarios/issue.hpp"

namespace care {
namespace {

constexpr int long_row = 4;  // weeks
/// Visits of a task in a shift that fit nobody are told from this share on: fewer are its longest ones.
constexpr double least_unfit = 0.01;

/// A week of the run that is measured whole.
struct WholeWeek {
  std::uint32_t first = 0, end = 0;  // occurrences
  int iso_week = 0;
  bool in_season = false;
};

std::vector<WholeWeek> whole_weeks(const Model& model) {
  const auto& calendar = model.workforce().calendar();
  const auto& season = model.scenario().care->shortage.season;
  std::vector<WholeWeek> weeks;
  for (const auto& week : model.catalogue().weeks) {
    if (week.end - week.start < 7 * sim::day) continue;
    weeks.push_back({calendar.first_from(week.start), calendar.first_from(week.end), week.iso_week,
                     in_weeks(week.iso_week, season[0], season[1])});
  }
  return weeks;
}

class Balancing {
 public:
  Balancing(const Model& model, const flow::Analysis& analysis)
      : model_(model),
        workforce_(model.workforce()),
        analysis_(analysis),
        weeks_(whole_weeks(model)) {}

  StaffBalance balance() {
    if (weeks_.empty()) {
      add(staff_messages::no_whole_week());
      return std::move(result_);
    }
    name_shifts();
    std::vector<std::vector<double>> due(workforce_.crews().size(),
                                         std::vector<double>(workforce_.calendar().size()));
    tell_expected_due(model_, analysis_,
                      [&](std::uint32_t crew, TaskId task, const std::vector<double>& hours) {
                        add_to(due[crew], hours);
                        const Window window = model_.visit_plans().task(task).window;
                        if (window != any_time) add_to(due_in_[{crew, window}], hours);
                        find_visits_that_fit_nobody(crew, task, hours);
                      });
    for (std::uint32_t c = 0; c < due.size(); ++c) add_crew(c, due[c]);
    tell_working_time();
    // Those who are there when the run starts are no part of what is expected to fall due where nobody
    // comes after them.
    look_everywhere([](const flow::SettingLoad& load) { return load.at_start > 0; });
    tell_visits_that_fit_nobody();
    find_unknown();
    std::ranges::stable_sort(result_.findings, {}, &flow::Finding::level);
    return std::move(result_);
  }

  std::vector<flow::Finding> visits_that_never_fit() {
    name_shifts();
    look_everywhere(
        [](const flow::SettingLoad& load) { return load.at_start > 0 || load.present > 0; });
    tell_visits_that_fit_nobody();
    std::erase_if(result_.findings, [](const flow::Finding& finding) {
      return finding.level != flow::Finding::Level::Warning;
    });
    return std::move(result_.findings);
  }

 private:
  void name_shifts() {
    const auto& calendar = workforce_.calendar();
    for (std::uint32_t rank = 0; rank < calendar.shifts(); ++rank) {
      const auto& [id, shift] = model_.scenario().care->shifts[calendar[rank].shift];
      result_.shifts.push_back(id);
      result_.shift_labels.push_back(named(shift.label, id));
    }
  }

  void add(flow::Finding finding) { result_.findings.push_back(std::move(finding)); }

  static void add_to(std::vector<double>& sum, const std::vector<double>& hours) {
    sum.resize(hours.size());
    for (std::size_t o = 0; o < hours.size(); ++o) sum[o] += hours[o];
  }

  void add_crew(std::uint32_t number, const std::vector<double>& due) {
    const Crew& crew = workforce_.crews()[number];
    if (workforce_.team(crew.front()).unlimited) return;
    std::vector<double> available(due.size());
    for (const auto team : crew) add_to(available, expected_available(workforce_, team));
    std::vector<WorkWeek> weeks;
    for (const auto& week : weeks_) weeks.push_back(sum(week, due, available));
    const auto idle = [](const WorkWeek& week) { return week.all.due + week.all.available <= 0; };
    if (std::ranges::all_of(weeks, idle)) return;
    TeamBalance team = describe(crew);
    team.normal = mean(weeks);
    find_worst(weeks, team);
    find_row_over(weeks, team);
    judge(team);
    judge_windows(number, team, available);
    result_.teams.push_back(std::move(team));
  }

  /// A shift that holds as a whole may be too short in a window.
  void judge_windows(std::uint32_t crew, const TeamBalance& team,
                     const std::vector<double>& available) {
    const auto& named_windows = model_.scenario().care->windows;
    const auto shifts = workforce_.calendar().shifts();
    for (std::size_t w = 0; w < named_windows.size(); ++w) {
      const auto window = static_cast<Window>(w);
      const auto due = due_in_.find({crew, window});
      if (due == due_in_.end()) continue;
      auto within = available;
      for (std::uint32_t o = 0; o < within.size(); ++o) {
        within[o] *= model_.visit_plans().windows(o % shifts)[window].value();
      }
      std::vector<WorkWeek> weeks;
      for (const auto& week : weeks_) weeks.push_back(sum(week, due->second, within));
      const WorkWeek normal = mean(weeks);
      const auto& [id, spec] = named_windows[window];
      for (std::size_t s = 0; s < normal.shifts.size(); ++s) {
        if (normal.shifts[s].load() <= 1) continue;
        add(staff_messages::short_in_window(team, named(spec.label, id), result_.shift_labels[s],
                                            normal.shifts[s]));
      }
    }
  }

  [[nodiscard]] WorkWeek sum(const WholeWeek& week, const std::vector<double>& due,
                             const std::vector<double>& available) const {
    const auto shifts = workforce_.calendar().shifts();
    WorkWeek result;
    result.shifts.resize(shifts);
    for (auto o = week.first; o < week.end; ++o) {
      const WorkAndTime shift{due[o], available[o]};
      result.shifts[o % shifts] += shift;
      result.all += shift;
    }
    return result;
  }

  /// Mean of the weeks outside the season; of all where there are none.
  [[nodiscard]] WorkWeek mean(const std::vector<WorkWeek>& weeks) const {
    const bool any_normal =
        std::ranges::any_of(weeks_, [](const WholeWeek& week) { return !week.in_season; });
    WorkWeek result;
    result.shifts.resize(workforce_.calendar().shifts());
    double count = 0;
    for (std::size_t w = 0; w < weeks.size(); ++w) {
      if (any_normal && weeks_[w].in_season) continue;
      result.all += weeks[w].all;
      for (std::size_t s = 0; s < result.shifts.size(); ++s) result.shifts[s] += weeks[w].shifts[s];
      ++count;
    }
    const auto divide = [&](WorkAndTime& part) {
      part.due /= count;
      part.available /= count;
    };
    divide(result.all);
    std::ranges::for_each(result.shifts, divide);
    return result;
  }

  void find_worst(const std::vector<WorkWeek>& weeks, TeamBalance& team) const {
    for (std::size_t w = 0; w < weeks.size(); ++w) {
      if (!weeks_[w].in_season) continue;
      if (team.worst && weeks[w].all.load() <= team.worst->all.load()) continue;
      team.worst = weeks[w];
      team.worst_week = weeks_[w].iso_week;
    }
  }

  void find_row_over(const std::vector<WorkWeek>& weeks, TeamBalance& team) const {
    const double limit = model_.scenario().care->shortage.load;
    int row = 0;
    for (std::size_t w = 0; w < weeks.size(); ++w) {
      row = weeks[w].all.load() > limit ? row + 1 : 0;
      if (row <= team.weeks_over) continue;
      team.weeks_over = row;
      team.first_over = weeks_[w + 1 - static_cast<std::size_t>(row)].iso_week;
    }
  }

  void judge(const TeamBalance& team) {
    if (team.weeks_over >= std::min(long_row, static_cast<int>(weeks_.size()))) {
      return add(staff_messages::cannot_cope(team));
    }
    for (std::size_t s = 0; s < team.normal.shifts.size(); ++s) {
      const auto& shift = team.normal.shifts[s];
      if (shift.load() > 1)
        add(staff_messages::short_in_shift(team, result_.shift_labels[s], shift));
    }
  }

  /// Visits of a task in a shift that fit nobody: in how many crews, and the one that has most of them.
  struct Unfit {
    VisitFit worst;
    const Crew* crew = nullptr;
    std::size_t crews = 0;
  };

  /// A visit is given by people who have time for it, however many hours there are: see ShiftPeople.
  void find_visits_that_fit_nobody(std::uint32_t crew_number, TaskId task,
                                   const std::vector<double>& hours) {
    const Crew& crew = workforce_.crews()[crew_number];
    if (workforce_.team(crew.front()).unlimited) return;
    heard_.emplace(task, crew_number);
    const VisitTask& visit = model_.visit_plans().task(task);
    auto& rooms = rooms_[{crew_number, visit.staff}];
    if (rooms.empty()) rooms = roster_rooms(workforce_, crew, visit.staff);
    const auto fits =
        visits_that_fit_nobody(workforce_, crew, model_.visit_plans(), task, rooms, hours);
    for (std::uint32_t rank = 0; rank < fits.size(); ++rank) {
      if (fits[rank].share < least_unfit) continue;
      Unfit& unfit = unfit_[{task, rank}];
      ++unfit.crews;
      if (unfit.worst.share >= fits[rank].share) continue;
      unfit.worst = fits[rank];
      unfit.crew = &crew;
    }
  }

  /// Visits in settings that are `wanted` are looked at in every municipality that has the role.
  template <class Wanted>
  void look_everywhere(Wanted&& wanted) {
    const auto& plans = model_.visit_plans();
    for (const auto task : plans.tasks().ids()) {
      if (!is_given_where(wanted, plans.task(task).id)) continue;
      const auto share = share_of_week(workforce_.calendar(), plans, task);
      for (std::uint32_t m = 0; m < workforce_.units().municipalities(); ++m) {
        const StaffTeam& team = workforce_.team(workforce_.team_of(m, plans.task(task).role));
        if (!heard_.contains({task, team.crew})) {
          find_visits_that_fit_nobody(team.crew, task, share);
        }
      }
    }
  }

  template <class Wanted>
  [[nodiscard]] bool is_given_where(Wanted&& wanted, const std::string& task) const {
    const auto& tasks = model_.scenario().care->tasks;
    const auto found =
        std::ranges::find(tasks, task, [](const auto& entry) { return entry.first; });
    const auto& settings = found->second.settings;
    return std::ranges::any_of(analysis_.loads, [&](const flow::SettingLoad& load) {
      return wanted(load) && std::ranges::find(settings, load.setting) != settings.end();
    });
  }

  void tell_visits_that_fit_nobody() {
    const auto& tasks = model_.scenario().care->tasks;
    for (const auto& [where, unfit] : unfit_) {
      const VisitTask& task = model_.visit_plans().task(where.first);
      const auto found =
          std::ranges::find(tasks, task.id, [](const auto& entry) { return entry.first; });
      const auto label = named(found->second.label, task.id);
      const auto& shift = result_.shift_labels[where.second];
      if (unfit.worst.nobody_able) {
        add(staff_messages::nobody_is_able(describe(*unfit.crew), task, label,
                                           competence_label(found->second.competence), shift,
                                           unfit.crews - 1));
        continue;
      }
      add(staff_messages::fits_nobody(describe(*unfit.crew), task, label, shift, unfit.worst,
                                      unfit.crews - 1));
    }
  }

  /// People are employed by a team, in a pool too.
  void tell_working_time() {
    const auto teams = teams_beyond_full_time(workforce_);
    if (teams.empty()) return;
    const StaffTeam& worst = workforce_.team(teams.front().team);
    add(staff_messages::beyond_full_time(describe(worst, StaffUnits::none), teams.front(),
                                         teams.size() - 1));
  }

  [[nodiscard]] scenarios::Text competence_label(const std::string& id) const {
    const auto& all = model_.scenario().care->competences;
    return named(
        std::ranges::find(all, id, [](const auto& entry) { return entry.first; })->second.label,
        id);
  }

  [[nodiscard]] TeamBalance describe(const Crew& crew) const {
    const StaffTeam& first = workforce_.team(crew.front());
    return describe(first, model_.units().pool_of(first.unit, first.role));
  }

  /// A team, or the pool that it is in.
  [[nodiscard]] TeamBalance describe(const StaffTeam& first, std::uint32_t pool) const {
    const auto& care = *model_.scenario().care;
    const auto& units = model_.units();
    const auto& [role, of_role] = care.roles[first.role];
    const StaffUnit& unit = units[pool == StaffUnits::none ? first.unit : pool];
    TeamBalance team;
    team.unit = unit.id;
    team.role = role;
    team.unit_label = named(unit.label, unit.id);
    team.role_label = named(of_role.label, role);
    team.pointer = scenarios::child_pointer(place_of(unit.kind), unit.id);
    if (pool != StaffUnits::none) return team;
    team.pointer += "/teams";
    if (!first.in_scenario) return team;
    team.pointer = scenarios::child_pointer(team.pointer, role) + "/roster";
    return team;
  }

  [[nodiscard]] static std::string place_of(StaffUnit::Kind kind) {
    switch (kind) {
      case StaffUnit::Kind::Municipality:
        return "/care/municipalities";
      case StaffUnit::Kind::Provider:
        return "/care/responsibility/providers";
      case StaffUnit::Kind::Pool:
        break;
    }
    return "/care/pools";
  }

  /// Whether somebody has visits in a setting.
  [[nodiscard]] bool has_work(const std::string& setting) const {
    return std::ranges::any_of(model_.scenario().care->tasks, [&](const auto& task) {
      return std::ranges::find(task.second.settings, setting) != task.second.settings.end();
    });
  }

  /// Whether the run starts far from the long run (5 %), and is too short for it to come near: after
  /// three mean stays a twentieth of the difference is left of an exponential one.
  [[nodiscard]] bool is_on_its_way(const flow::SettingLoad& load) const {
    const auto& horizon = model_.scenario().horizon;
    const double to_the_middle = horizon.warm_up_days + sim::days(horizon.length()) / 2;
    const double off = std::abs(load.at_start - load.present);
    return off > 0.05 * load.present && 3 * load.days > to_the_middle;
  }

  /// Inputs that leave the work unknown.
  void find_unknown() {
    for (const auto& load : analysis_.loads) {
      if (!has_work(load.setting)) continue;
      if (load.grows) add(staff_messages::numbers_grow(load.setting));
      if (load.utilisation > 1) add(staff_messages::more_than_places(load));
      if (is_on_its_way(load)) add(staff_messages::on_its_way(load));
    }
    if (!model_.has_responsibility()) return;
    const auto& agreements = model_.decisions().agreements();
    for (std::size_t a = 1; a < agreements.size(); ++a) {
      if (model_.decisions().keeps_present(static_cast<std::uint8_t>(a))) {
        add(staff_messages::agreement_kept(a));
      }
    }
  }

  const Model& model_;
  const Workforce& workforce_;
  const flow::Analysis& analysis_;
  std::vector<WholeWeek> weeks_;
  // By crew and how many a visit takes: tasks of a crew are many.
  std::map<std::pair<std::uint32_t, std::size_t>, std::vector<RosterRoom>> rooms_;
  std::map<std::pair<std::uint32_t, Window>, std::vector<double>> due_in_;  // by crew
  std::map<std::pair<TaskId, std::uint32_t>, Unfit> unfit_;  // by task and rank of the shift
  std::set<std::pair<TaskId, std::uint32_t>> heard_;         // tasks of crews that were looked at
  StaffBalance result_;
};

}  // namespace

double WorkAndTime::load() const {
  if (available > 0) return due / available;
  return due > 0 ? std::numeric_limits<double>::infinity() : 0;
}

WorkAndTime& WorkAndTime::operator+=(const WorkAndTime& other) {
  due += other.due;
  available += other.available;
  return *this;
}

StaffBalance balance_staff(const Model& model, const flow::Analysis& analysis) {
  if (!model.has_care() || model.scenario().care->tasks.empty()) return {};
  return Balancing(model, analysis).balance();
}

std::vector<flow::Finding> visits_that_never_fit(const Model& model,
                                                 const flow::Analysis& analysis) {
  if (!model.has_care() || model.scenario().care->tasks.empty()) return {};
  return Balancing(model, analysis).visits_that_never_fit();
}

}  // namespace care
