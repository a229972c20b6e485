// SPDX-License-Identifier: Apache-2.0
// The parts of CatalogueBuilder on moves, staff, shortage, ledger and audit.

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "models/catalogue_builder.hpp"
#include "models/catalogue_text.hpp"
#include "models/model.hpp"
#include "scenarios/pools.hpp"

namespace care {
namespace {

using scenarios::Text;

/// What is shown of each team series: quantity, and whether it is time (ms) or a count.
struct TeamQuantity {
  TeamSlots::Series series;
  std::string_view quantity;
  bool time;
};
constexpr auto team_quantities = std::to_array<TeamQuantity>({
    {TeamSlots::DueMs, "due", true},
    {TeamSlots::AvailableMs, "available", true},
    {TeamSlots::GivenMs, "given", true},
    {TeamSlots::PresentMs, "present_hours", true},
    {TeamSlots::RosteredMs, "rostered", true},
    {TeamSlots::SubstituteMs, "substitute", true},
    {TeamSlots::AgencyMs, "agency", true},
    {TeamSlots::OvertimeMs, "overtime", true},
    {TeamSlots::VisitsDue, "visits_due", false},
    {TeamSlots::VisitsDone, "visits_done", false},
    {TeamSlots::VisitsMoved, "visits_moved", false},
    {TeamSlots::MissedMust, "missed_must", false},
    {TeamSlots::MissedCritical, "missed_critical", false},
    {TeamSlots::MissedOther, "missed_other", false},
    {TeamSlots::HarmedPatients, "harmed", false},
});

}  // namespace

/// Slots of moves: (from or nowhere) x to; those that the pathway permits become figures.
void CatalogueBuilder::add_moves() {
  const auto places = network_.places;
  catalogue.first_move = catalogue.totals;
  for (std::size_t i = 0; i < (places + 1) * places; ++i) (void)slot();
  for (std::size_t from = 0; from <= places; ++from) {
    for (std::size_t to = 0; to < places; ++to) {
      if (from < places && from >= network_.settings) continue;
      const auto name = from == places ? std::string{"arrival"} : network_.place_ids[from];
      Key k = key("move", "moves", name);
      k.destination = network_.place_ids[to];
      k.id = fmt::format("moves.{}.{}", name, k.destination);
      metric(std::move(k), static_cast<Slot>(catalogue.first_move + from * places + to), no_slot, 1,
             true);
    }
  }
}

void CatalogueBuilder::add_staff() {
  for (std::uint32_t team = 0; team < workforce_->teams(); ++team) add_team(team);
  add_shortage_groups();
}

void CatalogueBuilder::add_team(std::uint32_t team) {
  const auto& who = workforce_->team(team);
  const auto& municipality = model_.care().municipalities[who.municipality].first;
  const auto& role = scenario_.care->roles[who.role].first;
  TeamSlots slots;
  slots.weekly = !workforce_->team(team).unlimited;
  slots.first_series = catalogue.series;
  slots.first_total = catalogue.totals;
  if (slots.weekly) catalogue.series += TeamSlots::SeriesCount;
  for (int i = 0; i < TeamSlots::SeriesCount; ++i) (void)slot();
  const std::string_view group = is_provider(team) ? "provider" : "staff";
  for (const auto& q : team_quantities) {
    const double scale = q.time ? hours_per_ms : 1;
    metric(key(group, q.quantity, "", municipality, role), slots.first_total + q.series, no_slot,
           scale);
    if (!slots.weekly) continue;
    catalogue.weekly.push_back({key(group, q.quantity, "", municipality, role),
                                slots.first_series + q.series, std::nullopt, scale, false});
  }
  metric(key(group, "load", "", municipality, role), slots.first_total + TeamSlots::DueMs,
         slots.first_total + TeamSlots::AvailableMs, 100);
  if (slots.weekly) {
    catalogue.weekly.push_back({key(group, "load", "", municipality, role),
                                slots.first_series + TeamSlots::DueMs,
                                slots.first_series + TeamSlots::AvailableMs, 100, false});
  }
  if (!is_provider(team)) {
    catalogue.weekly.push_back({key("shortage", "event", "", municipality, role),
                                slots.first_series + TeamSlots::Event, std::nullopt, 1, false});
  }
  add_team_shortage(team, slots);
  catalogue.teams.push_back(slots);
}

void CatalogueBuilder::add_team_shortage(std::uint32_t team, TeamSlots& slots) {
  const auto& who = workforce_->team(team);
  const auto& municipality = model_.care().municipalities[who.municipality].first;
  const auto& role = scenario_.care->roles[who.role].first;
  const auto name = [&](std::string_view quantity) {
    return key("shortage", quantity, "", municipality, role);
  };
  for (auto* each : {&slots.any, &slots.weeks, &slots.episodes, &slots.longest, &slots.depth,
                     &slots.first_week, &slots.recovery}) {
    *each = slot();
  }
  if (is_provider(team)) return;
  catalogue.metrics.push_back({name("any"), FigureKind::Probability, slots.any, no_slot, 1, false});
  metric(name("weeks"), slots.weeks, no_slot, 1);
  metric(name("episodes"), slots.episodes, no_slot, 1);
  // Conditional on a shortage: the denominator is the 0/1 slot `any`.
  metric(name("longest"), slots.longest, slots.any, 1);
  metric(name("depth"), slots.depth, no_slot, 1e-4);
  metric(name("first_week"), slots.first_week, slots.any, 1);
  metric(name("recovery"), slots.recovery, slots.any, 1);
}

/// Shortage in any team of a municipality, of a role, and in any at all.
void CatalogueBuilder::add_shortage_groups() {
  const auto& care = model_.care();
  const auto add = [&](std::string_view municipality, std::string_view role, auto&& belongs) {
    GroupSlots group;
    for (std::uint32_t team = 0; team < workforce_->teams(); ++team) {
      if (!is_provider(team) && belongs(workforce_->team(team))) group.teams.push_back(team);
    }
    for (auto* each : {&group.any, &group.weeks, &group.first_week}) *each = slot();
    const auto name = [&](std::string_view quantity) {
      return key("shortage", quantity, "", municipality, role);
    };
    catalogue.metrics.push_back(
        {name("any"), FigureKind::Probability, group.any, no_slot, 1, false});
    metric(name("weeks"), group.weeks, no_slot, 1);
    metric(name("first_week"), group.first_week, group.any, 1);
    catalogue.groups.push_back(std::move(group));
  };
  for (std::size_t m = 0; m < care.municipalities.size(); ++m) {
    if (care.municipalities[m].second.is_provider) continue;
    add(care.municipalities[m].first, "any_role",
        [m](const auto& team) { return team.municipality == m; });
  }
  for (std::size_t r = 0; r < care.roles.size(); ++r) {
    add("", care.roles[r].first, [r](const auto& team) { return team.role == r; });
  }
  add("", "any_role", [](const auto&) { return true; });
}

void CatalogueBuilder::add_ledger() {
  for (std::size_t s = 0; s < network_.settings; ++s) {
    add_setting_ledger(static_cast<flow::Place>(s));
  }
  if (workforce_ == nullptr) return;
  for (std::uint32_t team = 0; team < workforce_->teams(); ++team) add_staff_ledger(team);
}

/// Patient-days by who owns the setting; a municipality pays for its own inhabitants.
void CatalogueBuilder::add_setting_ledger(flow::Place s) {
  const auto& id = scenario_.settings[s].first;
  const auto& setting = scenario_.settings[s].second;
  const std::array places{s};
  const auto line = [&](std::string_view principal, const Text& label,
                        std::span<const flow::Profile> profiles) {
    const auto days = track({.field = Field::PresentMs, .cells = cells(places, profiles)});
    catalogue.ledger.push_back({std::string{principal},
                                label,
                                id,
                                setting.label,
                                {"vårddygn", "patient-days"},
                                days,
                                days_per_ms,
                                days_per_ms * setting.cost_per_day});
  };
  if (setting.owner.empty()) return;
  if (setting.owner == "municipality" && groups_.size() > 1) {
    for (std::size_t g = 1; g < groups_.size(); ++g) {
      line(groups_[g].id, label_of(groups_[g].id), groups_[g].profiles);
    }
  } else {
    line(setting.owner, label_of(setting.owner), groups_.front().profiles);
  }
  if (setting.when_full.cost_per_day > 0) {
    const std::vector<std::uint32_t> index{s};
    const auto overflow = track({.field = Field::OverflowMs, .cells = index});
    catalogue.ledger.push_back(
        {setting.owner,
         label_of(setting.owner),
         "overflow." + id,
         {"Överbeläggning, " + setting.label.sv, "Overflow, " + setting.label.en},
         {"vårddygn", "patient-days"},
         overflow,
         days_per_ms,
         days_per_ms * setting.when_full.cost_per_day});
  }
}

/// Who pays a team; empty: its municipality.
std::string CatalogueBuilder::employer_of(std::uint32_t team) const {
  if (is_provider(team)) return "region";
  const auto& care = model_.care();
  const auto& who = workforce_->team(team);
  const auto pool = scenarios::pool_of(care, care.municipalities[who.municipality].first,
                                       care.roles[who.role].first);
  return pool < care.pools.size() ? care.pools[pool].second.employer : "";
}

/// Paid hours by municipality and role: own staff at work, substitutes, agency, overtime.
void CatalogueBuilder::add_staff_ledger(std::uint32_t team) {
  const auto& who = workforce_->team(team);
  const auto& municipality = model_.care().municipalities[who.municipality].first;
  const auto& place = model_.care().municipalities[who.municipality].second;
  const auto& role_id = scenario_.care->roles[who.role].first;
  const auto& role = scenario_.care->roles[who.role].second;
  const auto first = catalogue.teams[team].first_total;
  const std::string employer = employer_of(team);
  const auto line = [&](TeamSlots::Series series, std::string_view quantity, double price) {
    const auto& text = quantity_text(quantity);
    LedgerSpec row{municipality,
                   place.label,
                   fmt::format("{}.{}", quantity, role_id),
                   {fmt::format("{}, {}", role.label.sv, text.label_sv),
                    fmt::format("{}, {}", role.label.en, text.label_en)},
                   {"timmar", "hours"},
                   first + series,
                   hours_per_ms,
                   hours_per_ms * price};
    if (!employer.empty()) {
      row.principal = employer;
      row.principal_label = label_of(employer);
      row.item += "." + municipality;
      row.item_label.sv += ", " + place.label.sv;
      row.item_label.en += ", " + place.label.en;
    }
    catalogue.ledger.push_back(std::move(row));
  };
  line(TeamSlots::PresentMs, "present_hours", role.cost_per_hour);
  if (workforce_->team(team).unlimited) return;  // nobody is missing, so nobody replaces
  line(TeamSlots::SubstituteMs, "substitute", role.cost_per_hour);
  line(TeamSlots::AgencyMs, "agency", role.cost_per_hour * role.agency_price);
  line(TeamSlots::OvertimeMs, "overtime", role.cost_per_hour * role.overtime_price);
}

void CatalogueBuilder::add_audit() {
  for (auto* each : {&catalogue.audit_flow, &catalogue.audit_places, &catalogue.audit_ledger,
                     &catalogue.arrivals, &catalogue.departures, &catalogue.present_start,
                     &catalogue.present_end, &catalogue.events}) {
    *each = slot();
  }
  metric(key("flow", "arrivals", ""), catalogue.arrivals, no_slot, 1);
  metric(key("flow", "departures", ""), catalogue.departures, no_slot, 1);
  metric(key("flow", "present_end", ""), catalogue.present_end, no_slot, 1);
}

}  // namespace care
