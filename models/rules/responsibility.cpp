// SPDX-License-Identifier: Apache-2.0
#include "models/rules/responsibility.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "models/rules/rule_analysis.hpp"
#include "models/rules/rule_table.hpp"
#include "scenarios/fields_rules.hpp"
#include "sim/check.hpp"
#include "sim/civil_date.hpp"

namespace care {
namespace {

using scenarios::Party;
using scenarios::Performer;

std::size_t dimension(std::string_view name) { return scenarios::find_dimension(name).value(); }

Answering answering(const std::vector<Party>& parties) {
  const auto has = [&](Party party) { return std::ranges::find(parties, party) != parties.end(); };
  if (has(Party::Region)) return has(Party::Municipality) ? Answering::Both : Answering::Region;
  if (has(Party::Municipality)) return Answering::Municipality;
  return has(Party::Person) ? Answering::Person : Answering::Nobody;
}

/// Day 0, evening 1, night 2: the shift of that name, or else the one that starts like it.
std::uint8_t kind_of_shift(const std::string& name, const scenarios::Shift& shift) {
  const auto known = scenarios::case_vocabulary()[dimension("shift")].index_of(name);
  if (known) return static_cast<std::uint8_t>(*known);
  constexpr double day_from = 5, evening_from = 14, night_from = 21;
  if (shift.start_hour >= night_from || shift.start_hour < day_from) return 2;
  return shift.start_hour >= evening_from ? 1 : 0;
}

/// Whether care is given where the patient is.
bool is_visit(const CaseValues& values) {
  const auto setting = dimension("setting");
  const auto name = scenarios::case_vocabulary()[setting].values[values[setting]].name;
  return name != "clinic" && name != "hospital";
}

bool is_weekend(sim::DayKind kind) {
  return kind == sim::DayKind::Sat || kind == sim::DayKind::Sun || kind == sim::DayKind::Holiday;
}

constexpr std::uint32_t moment(std::uint32_t season, std::uint32_t shift, std::uint32_t day) {
  return (season * 3 + shift) * 2 + day;
}

/// The performers of a rule whose responsibility has gone to these parties.
std::vector<Performer> performers_of(const std::vector<Party>& parties,
                                     const scenarios::ResponsibilityRule& rule,
                                     const CaseValues& values) {
  std::vector<Performer> result;
  const auto goes_to = answering(parties);
  if (goes_to == Answering::Person) return {Performer::Person};
  if (goes_to == Answering::Nobody) return {Performer::Nobody};
  if (goes_to != Answering::Region) result.push_back(Performer::Municipality);
  if (goes_to == Answering::Municipality) return result;
  for (const auto performer : rule.performer) {
    const bool regional = performer != Performer::Municipality && performer != Performer::Nobody &&
                          performer != Performer::Person;
    if (regional) result.push_back(performer);
  }
  if (result.empty() || result.back() == Performer::Municipality) {
    const bool by_specialist = values[dimension("prescriber")] != 0;
    result.push_back(by_specialist ? Performer::SpecialistClinic : Performer::HealthCentre);
  }
  return result;
}

Ruling plain(Answering responsible, std::vector<Performer> performers, std::size_t rule) {
  std::ranges::sort(performers);
  Ruling ruling;
  ruling.responsible = responsible;
  ruling.rule = static_cast<std::uint16_t>(rule);
  ruling.performers = static_cast<std::uint8_t>(std::min<std::size_t>(2, performers.size()));
  for (std::size_t i = 0; i < ruling.performers; ++i) ruling.performer[i] = performers[i];
  return ruling;
}

}  // namespace

std::string_view name_of(Answering answering) {
  constexpr std::array<std::string_view, answering_kinds> names{"region", "municipality", "both",
                                                                "person", "nobody"};
  return names[static_cast<std::size_t>(answering)];
}

scenarios::Text party_text(Answering answering) {
  switch (answering) {
    case Answering::Region:
      return {"regionen", "the region"};
    case Answering::Municipality:
      return {"kommunen", "the municipality"};
    case Answering::Both:
      return {"båda", "both"};
    case Answering::Person:
      return {"den enskilde", "the person"};
    case Answering::Nobody:
      return {"ingen", "nobody"};
  }
  return {};
}

scenarios::Text performer_text(Performer performer) {
  switch (performer) {
    case Performer::Municipality:
      return {"kommunen", "the municipality"};
    case Performer::HealthCentre:
      return {"vårdcentralen", "the health centre"};
    case Performer::SpecialistClinic:
      return {"specialistkliniken", "the specialist clinic"};
    case Performer::Asih:
      return {"ASIH", "advanced home care (ASIH)"};
    case Performer::MobileTeam:
      return {"mobilt team", "mobile team"};
    case Performer::OnCallPhysician:
      return {"jourläkare", "on-call physician"};
    case Performer::Hospital:
      return {"sjukhuset", "the hospital"};
    case Performer::Person:
      return {"egenvård", "self-care"};
    case Performer::Nobody:
      return {"ingen", "nobody"};
  }
  return {};
}

/// One agreement under way to its tables.
struct Decisions::Compiling {
  const scenarios::Scenario& scenario;
  const RuleTable& table;
  std::size_t agreement;
  std::vector<scenarios::Issue>& issues;
  std::map<CaseValues, std::uint32_t> known{};  // cases decided so far
  bool told_gap = false;
  Cube told_open{};  // switches told to be open
};

Decisions::Decisions(const scenarios::Scenario& scenario, const flow::Vocabulary& vocabulary,
                     std::span<const scenarios::RuleSet> sets,
                     std::vector<scenarios::Issue>& issues)
    : cases_(*scenario.care->responsibility, vocabulary, issues) {
  const auto& source = *scenario.care->responsibility;
  SIM_CHECK(sets.size() == source.agreements.size());
  subjects_ = static_cast<std::uint32_t>(scenario.care->tasks.size()) + 1;
  compile_moments(scenario);
  for (std::size_t a = 0; a < sets.size(); ++a) {
    const auto& from = source.agreements[a].from;
    in_force_.push_back({from ? sim::Time{*from} : sim::Time::min(), source.agreements[a].present});
    const RuleTable table(sets[a], source.switches);
    Compiling compiling{scenario, table, a, issues};
    compile_agreement(compiling);
  }
  note_providers(source);
}

void Decisions::compile_moments(const scenarios::Scenario& scenario) {
  for (const auto& [name, shift] : scenario.care->shifts) {
    shift_kind_.push_back(kind_of_shift(name, shift));
  }
  summer_ = scenario.care->shortage.season;
}

std::uint32_t Decisions::moment_of(const ShiftOccurrence& occurrence) const {
  return moment(static_cast<std::uint32_t>(occurrence.in_season), shift_kind_[occurrence.shift],
                static_cast<std::uint32_t>(is_weekend(occurrence.day_kind)));
}

std::uint32_t Decisions::moment_of(sim::Time time) const {
  const auto date = sim::date_of(time);
  const bool summer = in_weeks(sim::iso_week(date).week, summer_[0], summer_[1]);
  return moment(static_cast<std::uint32_t>(summer), 0,
                static_cast<std::uint32_t>(is_weekend(sim::day_kind(date))));
}

void Decisions::compile_agreement(Compiling& compiling) {
  const auto& tasks = compiling.scenario.care->tasks;
  const auto day = dimension("day"), shift = dimension("shift"), season = dimension("season");
  for (std::size_t c = 0; c < cases_.size(); ++c) {
    for (std::uint32_t subject = 0; subject < subjects_; ++subject) {
      CaseValues values = cases_[c];
      if (subject < tasks.size()) {
        for (const auto& [name, value] : tasks[subject].second.facts) {
          const auto attribute = dimension(name);
          values[attribute] = static_cast<std::uint8_t>(
              scenarios::case_vocabulary()[attribute].index_of(value).value());
        }
      }
      for (std::uint32_t m = 0; m < moments; ++m) {
        values[day] = static_cast<std::uint8_t>(m % 2);
        values[shift] = static_cast<std::uint8_t>(m / 2 % 3);
        values[season] = static_cast<std::uint8_t>(m / 6);
        const auto known = compiling.known.find(values);
        index_.push_back(
            known != compiling.known.end()
                ? known->second
                : compiling.known.emplace(values, decide(compiling, values)).first->second);
      }
    }
  }
}

std::uint32_t Decisions::number(const Ruling& ruling) {
  const auto found = std::ranges::find(rulings_, ruling);
  if (found == rulings_.end()) rulings_.push_back(ruling);
  return static_cast<std::uint32_t>(std::ranges::find(rulings_, ruling) - rulings_.begin());
}

/// The rule that wins at each combination of the positions left open; empty after an issue.
std::vector<std::size_t> Decisions::winners(Compiling& compiling, const CaseValues& values) {
  const RuleTable& table = compiling.table;
  Cube patient = every_case();
  for (std::size_t d = 0; d < case_attributes; ++d) patient.values[d] = 1U << values[d];
  std::vector<std::size_t> result;
  for (const Cube& positions : table.combinations()) {
    const Cube asked = intersection(patient, positions);
    const auto found = std::ranges::find_if(table.rules(), [&](const Cubes& cubes) {
      return std::ranges::any_of(cubes, [&](const Cube& cube) { return contains(cube, asked); });
    });
    if (found != table.rules().end()) {
      result.push_back(static_cast<std::size_t>(found - table.rules().begin()));
      continue;
    }
    if (!compiling.told_gap) {
      compiling.issues.push_back(
          {"", fmt::format("/care/responsibility/agreements/{}/rules", compiling.agreement),
           "rules that decide every patient case that can occur",
           "none for (" + case_names(patient) + ")"});
    }
    compiling.told_gap = true;
    return {};
  }
  return result;
}

/// Tells the switches that are left open and on which the answer depends, each once.
void Decisions::tell_open(Compiling& compiling, const std::vector<std::size_t>& winners) {
  const RuleTable& table = compiling.table;
  for (std::size_t w = 1; w < winners.size(); ++w) {
    if (table.ownership(winners[w]) == table.ownership(winners[0])) continue;
    for (const auto d : table.switches()) {
      const auto here = table.combinations()[w].values[d];
      if (here == table.combinations()[0].values[d] || compiling.told_open.values[d] != 0) continue;
      compiling.told_open.values[d] = 1;
      const auto& open = scenarios::case_vocabulary()[d];
      compiling.issues.push_back({"", fmt::format("/care/responsibility/switches/{}", open.name),
                                  scenarios::one_of(scenarios::value_names(open)),
                                  fmt::format("nothing, and {} leaves it open", table.set().path)});
    }
  }
}

std::uint32_t Decisions::decide(Compiling& compiling, const CaseValues& values) {
  const auto won = winners(compiling, values);
  if (won.empty()) return number({});
  tell_open(compiling, won);
  const auto& rule = compiling.table.rule(won[0]);
  Ruling ruling = plain(answering(rule.responsible), rule.performer, won[0]);
  ruling.travels = is_visit(values);
  if (!rule.dispute) return number(ruling);
  const auto& dispute = *rule.dispute;
  const auto factor = compiling.scenario.care->responsibility->negotiation;
  ruling.disputed = true;
  ruling.negotiation_days = dispute.negotiation_days * factor;
  ruling.region_prevails = dispute.region_prevails;
  const std::array readings{&dispute.region, &dispute.municipality};
  for (std::size_t i = 0; i < readings.size(); ++i) {
    const auto& parties = readings[i]->empty() ? rule.responsible : *readings[i];
    auto held = plain(answering(parties), performers_of(parties, rule, values), won[0]);
    held.travels = ruling.travels;
    ruling.upheld[i] = number(held);
  }
  return number(ruling);
}

/// Who beside the municipality is named by the scenario or by a ruling.
void Decisions::note_providers(const scenarios::Responsibility& source) {
  std::array<bool, performer_kinds> used{};
  for (const auto& ruling : rulings_) {
    for (std::size_t i = 0; i < ruling.performers; ++i) {
      used[static_cast<std::size_t>(ruling.performer[i])] = true;
    }
  }
  for (const auto& [name, provider] : source.providers) {
    const auto found = std::ranges::find(scenarios::names_of<Performer>, name);
    used[static_cast<std::size_t>(found - scenarios::names_of<Performer>.begin())] = true;
  }
  for (const auto not_a_team : {Performer::Municipality, Performer::Person, Performer::Nobody}) {
    used[static_cast<std::size_t>(not_a_team)] = false;
  }
  for (std::size_t i = 0; i < used.size(); ++i) {
    if (!used[i]) continue;
    provider_of_[i] = static_cast<std::uint32_t>(providers_.size());
    providers_.push_back(static_cast<Performer>(i));
  }
}

}  // namespace care
