// SPDX-License-Identifier: Apache-2.0
#include "models/staffing/figures.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "models/measure/catalogue_builder.hpp"
#include "models/measure/figure_text.hpp"
#include "models/measure/flow_figures.hpp"
#include "models/staffing/shift_results.hpp"
#include "models/staffing/workforce.hpp"

namespace care {
namespace {

/// Adds the figures of staff and shortage.
class StaffFigures {
 public:
  StaffFigures(CatalogueBuilder& to, const scenarios::Care& care, const Workforce& workforce)
      : to_(to),
        care_(care),
        workforce_(workforce),
        hands_over_(std::ranges::any_of(
            care.tasks, [](const auto& task) { return !task.second.hand_over_to.empty(); })) {}

  /// So many seasons are judged. Comes before any team.
  void judge(std::size_t seasons) {
    seasons_ = static_cast<std::uint32_t>(seasons);
    season_count_ = constant(seasons_);
    judged_ = constant(seasons_ > 0 ? 1 : 0);
  }

  [[nodiscard]] TeamSlots add_team(std::uint32_t team);
  [[nodiscard]] GroupSlots add_group(const About& about, std::vector<std::uint32_t> teams);
  void add_ledger(std::uint32_t team, const TeamSlots& slots);

  /// Teams of municipalities that belong, for shortage over several.
  [[nodiscard]] std::vector<std::uint32_t> teams_of(auto&& belongs) const {
    std::vector<std::uint32_t> teams;
    for (std::uint32_t team = 0; team < workforce_.teams(); ++team) {
      const bool counts = !is_provider(team) && has_urgent(role_of(team).first);
      if (counts && belongs(workforce_.team(team))) teams.push_back(team);
    }
    return teams;
  }

 private:
  [[nodiscard]] bool is_provider(std::uint32_t team) const {
    return workforce_.unit_of(team).kind == StaffUnit::Kind::Provider;
  }
  [[nodiscard]] const std::pair<std::string, scenarios::Role>& role_of(std::uint32_t team) const {
    return care_.roles[workforce_.team(team).role];
  }
  [[nodiscard]] About about(std::uint32_t team) const {
    return {.municipality = workforce_.unit_of(team).id, .role = role_of(team).first};
  }
  [[nodiscard]] std::string employer_of(std::uint32_t team) const;
  void add_shortage(std::uint32_t team, TeamSlots& slots);
  void add_missed_care(const About& about, const TeamSlots& slots);
  [[nodiscard]] bool has_urgent(const std::string& role) const;
  Slot constant(std::int64_t value) {
    return to_.track({.field = Tracked::Field::Constant, .constant = value});
  }
  /// The count of all seasons; no value where there was none.
  void add_count(const Figure& figure, const About& about, Slot slot) {
    to_.metric(to_.key(figure, about), slot, judged_, per_count(figure.unit));
  }

  CatalogueBuilder& to_;
  const scenarios::Care& care_;
  const Workforce& workforce_;
  bool hands_over_;  // else nobody asks how often
  std::uint32_t seasons_ = 0;
  Slot season_count_ = no_slot;
  Slot judged_ = no_slot;  // whether there is a season: 1 or 0
};

TeamSlots StaffFigures::add_team(std::uint32_t team) {
  auto& catalogue = to_.catalogue;
  TeamSlots slots;
  slots.weekly = !workforce_.team(team).unlimited;
  slots.first_total = to_.slots(team_counts.size());
  if (slots.weekly) slots.first_series = to_.series(counts_by_week);
  const auto key = [&](const Figure& figure) {
    return to_.key(figure, about(team), is_provider(team) ? provider_group : "");
  };
  for (std::uint32_t i = 0; i < team_counts.size(); ++i) {
    const Figure& figure = *team_counts[i].figure;
    if (same(figure, figures::visits_handed) && !hands_over_) continue;
    if (same(figure, figures::missed_window) && care_.windows.empty()) continue;
    const double scale = per_count(figure.unit);
    to_.metric(key(figure), slots.first_total + i, no_slot, scale);
    if (!slots.weekly || i >= counts_told_by_week) continue;
    catalogue.weekly.push_back({key(figure), slots.first_series + i, std::nullopt, scale, false});
  }
  constexpr auto due = team_count(figures::due), available = team_count(figures::available);
  to_.metric(key(figures::load), slots.first_total + due, slots.first_total + available, 100);
  if (slots.weekly) {
    catalogue.weekly.push_back(
        {key(figures::load), slots.first_series + due, slots.first_series + available, 100, false});
  }
  if (!is_provider(team) && slots.weekly) {
    for (const TeamRatio& share : work_shares) {
      to_.metric(key(*share.figure), slots.first_total + place_in_team_counts(*share.above),
                 slots.first_total + place_in_team_counts(*share.below), 100);
    }
  }
  add_shortage(team, slots);
  return slots;
}

void StaffFigures::add_shortage(std::uint32_t team, TeamSlots& slots) {
  for (auto* each :
       {&slots.any, &slots.weeks, &slots.episodes, &slots.longest, &slots.depth, &slots.first_week,
        &slots.recovery, &slots.missed, &slots.tight_any, &slots.tight_weeks}) {
    *each = to_.slot();
  }
  slots.season_depths = to_.slots(seasons_);
  if (slots.weekly) {
    slots.event = to_.series(1);
    slots.tight = to_.series(1);
  }
  slots.urgent = has_urgent(role_of(team).first);
  if (is_provider(team)) return;
  const About about = this->about(team);
  const auto by_week = [&](const Figure& figure, std::uint32_t series) {
    to_.catalogue.weekly.push_back({to_.key(figure, about), series, std::nullopt, 1, false});
  };
  by_week(figures::tight, slots.tight);
  to_.probability(figures::tight_any, about, slots.tight_any, season_count_, seasons_);
  add_count(figures::tight_weeks, about, slots.tight_weeks);
  if (!slots.urgent) return;  // all of its visits can wait
  by_week(figures::event, slots.event);
  add_missed_care(about, slots);
}

void StaffFigures::add_missed_care(const About& about, const TeamSlots& slots) {
  to_.probability(figures::any, about, slots.any, season_count_, seasons_);
  add_count(figures::weeks, about, slots.weeks);
  add_count(figures::episodes, about, slots.episodes);
  // Longest, first week and recovery are of seasons with a shortage.
  to_.metric(to_.key(figures::longest, about), slots.longest, slots.any, 1);
  to_.metric(to_.key(figures::depth, about), slots.depth, season_count_, 1e-4);
  to_.metric(to_.key(figures::first_week, about), slots.first_week, slots.any, 1);
  to_.metric(to_.key(figures::recovery, about), slots.recovery, slots.any, 1);
  to_.metric(to_.key(figures::season_missed, about), slots.missed, season_count_, 1);
  const auto count = [&](std::uint32_t place) { return slots.first_total + place; };
  to_.metric(to_.key(figures::missed_share, about), count(team_count(figures::missed_urgent)),
             count(team_count(figures::visits_urgent)), 100);
}

/// Whether visits of a role are among those that cannot wait.
bool StaffFigures::has_urgent(const std::string& role) const {
  return std::ranges::any_of(care_.tasks, [&](const auto& task) {
    const bool gives = task.second.role == role || task.second.hand_over_to == role;
    return gives && task.second.priority <= scenarios::Priority::TimeCritical;
  });
}

GroupSlots StaffFigures::add_group(const About& about, std::vector<std::uint32_t> teams) {
  GroupSlots group{std::move(teams), to_.slot(), to_.slot(), to_.slot()};
  to_.probability(figures::any, about, group.any, season_count_, seasons_);
  add_count(figures::weeks, about, group.weeks);
  to_.metric(to_.key(figures::first_week, about), group.first_week, group.any, 1);
  return group;
}

/// Who pays a team; empty: its municipality.
std::string StaffFigures::employer_of(std::uint32_t team) const {
  const auto& who = workforce_.team(team);
  const auto pool = workforce_.units().pool_of(who.unit, who.role);
  return workforce_.units()[pool == StaffUnits::none ? who.unit : pool].employer;
}

void StaffFigures::add_ledger(std::uint32_t team, const TeamSlots& slots) {
  const StaffUnit& unit = workforce_.unit_of(team);
  const auto& [role_id, role] = role_of(team);
  const std::string employer = employer_of(team);
  const auto line = [&, &role_name = role_id, &label = role.label](
                        const Figure& figure, std::uint32_t count, double price) {
    const auto text = label_of(figure);
    const auto who = named(label, role_name);
    LedgerSpec row{unit.id,
                   named(unit.label, unit.id),
                   fmt::format("{}.{}", figure.id, role_name),
                   {fmt::format("{}, {}", who.sv, text.sv), fmt::format("{}, {}", who.en, text.en)},
                   words_of(figure.unit),
                   slots.first_total + count,
                   hours_per_ms,
                   hours_per_ms * price};
    if (!employer.empty()) {
      row.principal = employer;
      row.principal_label = principal_name(to_.scenario(), employer);
      row.item += "." + unit.id;
      const auto whose = named(unit.label, unit.id);
      row.item_label.sv += ", " + whose.sv;
      row.item_label.en += ", " + whose.en;
    }
    to_.catalogue.ledger.push_back(std::move(row));
  };
  using namespace figures;
  line(present_hours, team_count(present_hours), role.cost_per_hour);
  if (workforce_.team(team).unlimited) return;  // nobody is missing, so nobody replaces
  line(substitute, team_count(substitute), role.cost_per_hour);
  line(agency, team_count(agency), role.cost_per_hour * role.agency_price);
  line(overtime, team_count(overtime), role.cost_per_hour * role.overtime_price);
}

}  // namespace

StaffSlots add_staff_figures(CatalogueBuilder& to, const scenarios::Care& care,
                             const Workforce& workforce) {
  StaffSlots slots;
  slots.seasons = find_seasons(to.catalogue.weeks, care.shortage.season);
  StaffFigures staff{to, care, workforce};
  staff.judge(slots.seasons.spans.size());
  for (std::uint32_t team = 0; team < workforce.teams(); ++team) {
    slots.teams.push_back(staff.add_team(team));
  }
  // Shortage in any team of a municipality, of a role, and in any at all.
  const auto add = [&](const About& about, auto&& belongs) {
    auto teams = staff.teams_of(belongs);
    if (!teams.empty()) slots.groups.push_back(staff.add_group(about, std::move(teams)));
  };
  const StaffUnits& units = workforce.units();
  for (std::uint32_t m = 0; m < units.municipalities(); ++m) {
    add({.municipality = units[m].id, .role = any_role},
        [m](const StaffTeam& team) { return team.unit == m; });
  }
  for (std::size_t r = 0; r < care.roles.size(); ++r) {
    add({.role = care.roles[r].first}, [r](const StaffTeam& team) { return team.role == r; });
  }
  add({.role = any_role}, [](const StaffTeam&) { return true; });
  add_shift_figures(to, care, workforce, slots);
  return slots;
}

void add_staff_ledger(CatalogueBuilder& to, const scenarios::Care& care, const Workforce& workforce,
                      const StaffSlots& slots) {
  StaffFigures staff{to, care, workforce};
  for (std::uint32_t team = 0; team < workforce.teams(); ++team) {
    staff.add_ledger(team, slots.teams[team]);
  }
}

}  // namespace care
