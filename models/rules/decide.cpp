// SPDX-License-Identifier: Apache-2.0
#include "models/rules/decide.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>

#include <boost/container_hash/hash.hpp>
#include <fmt/format.h>

#include "models/measure/weeks.hpp"
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

/// What the tasks say of a case, by subject: attributes and their values; nothing for the person as
/// such, who is the last.
using Facts = std::vector<std::pair<std::size_t, std::uint8_t>>;
std::vector<Facts> facts_of(const scenarios::Named<scenarios::Task>& tasks,
                            std::span<const scenarios::CaseDimension> words) {
  std::vector<Facts> result;
  for (const auto& [name, task] : tasks) {
    auto& facts = result.emplace_back();
    for (const auto& [attribute, value] : task.facts) {
      const auto a = find_attribute(attribute, words);
      if (a) facts.emplace_back(*a, words[dimension_of(*a)].index_of(value).value());
    }
  }
  result.emplace_back();
  return result;
}

CaseValues at_moment(CaseValues values, std::uint32_t m) {
  values[dimension("day")] = static_cast<std::uint8_t>(m % 2);
  values[dimension("shift")] = static_cast<std::uint8_t>(m / 2 % 3);
  values[dimension("season")] = static_cast<std::uint8_t>(m / 6);
  return values;
}

/// The attributes on which an answer can depend.
using Matters = std::array<bool, case_attributes>;

/// Those that rules look at; the setting, which makes it a visit; and who prescribes, which decides
/// who performs for the region.
Matters what_matters(const RuleTable& table) {
  Matters matters{};
  for (std::size_t a = 0; a < case_attributes; ++a) matters[a] = table.looks_at(dimension_of(a));
  matters[dimension("setting")] = matters[dimension("prescriber")] = true;
  return matters;
}

/// The case without what no answer depends on: cases that differ in nothing else, and they are most,
/// are decided once.
CaseValues what_is_seen(CaseValues values, const Matters& matters) {
  for (std::size_t d = 0; d < case_attributes; ++d) {
    if (!matters[d]) values[d] = 0;
  }
  return values;
}

/// For each moment the first that differs from it in nothing that matters.
std::array<std::uint32_t, Decisions::moments> moments_alike(const Matters& matters) {
  const auto seen = [&](std::uint32_t m) { return what_is_seen(at_moment({}, m), matters); };
  std::array<std::uint32_t, Decisions::moments> like{};
  for (std::uint32_t m = 0; m < Decisions::moments; ++m) {
    while (seen(like[m]) != seen(m)) ++like[m];
  }
  return like;
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

/// One agreement under way to its tables.
struct Decisions::Compiling {
  const scenarios::Scenario& scenario;
  const RuleTable& table;
  std::size_t agreement;
  std::vector<scenarios::Issue>& issues;
  Matters matters = what_matters(table);
  std::array<std::uint32_t, moments> like = moments_alike(matters);
  // Where in table_ the answers of a case begin, by what is seen of it.
  std::unordered_map<CaseValues, std::size_t, boost::hash<CaseValues>> known{};
  bool told_gap = false;
  Cube told_open{};  // switches told to be open

  void tell_gap(const Cube& patient);
  void tell_open(const std::vector<std::size_t>& winners);
};

Decisions::Decisions(const scenarios::Scenario& scenario, const flow::Network& network,
                     std::span<const scenarios::RuleSet> sets,
                     std::vector<scenarios::Issue>& issues)
    : vocabulary_(sets),
      cases_(*scenario.care->responsibility, network.vocabulary, vocabulary_, issues) {
  const auto& source = *scenario.care->responsibility;
  SIM_CHECK(sets.size() == source.agreements.size());
  subjects_ = static_cast<std::uint32_t>(scenario.care->tasks.size()) + 1;
  compile_moments(scenario, network);
  for (std::size_t a = 0; a < sets.size(); ++a) {
    const auto& from = source.agreements[a].from;
    in_force_.push_back({from ? sim::Time{*from} : sim::Time::min(), source.agreements[a].present});
    const RuleTable table(sets[a], source.switches, vocabulary_);
    Compiling compiling{scenario, table, a, issues};
    compile_agreement(compiling);
    point_at_rules(sets[a]);
  }
  split_by_reading();
  compile_requests(source, network);
  note_providers(source);
}

void Decisions::compile_moments(const scenarios::Scenario& scenario, const flow::Network& network) {
  for (const auto& [name, shift] : scenario.care->shifts) {
    shift_kind_.push_back(kind_of_shift(name, shift));
  }
  const auto of = [summer = scenario.care->responsibility->summer,
                   holidays = network.holidays](sim::Date date) {
    return Day{in_weeks(sim::iso_week(date).week, summer[0], summer[1]),
               is_weekend(holidays.kind_of(date))};
  };
  days_ = {sim::date_of(network.start), sim::date_of(network.end), of};
}

std::uint32_t Decisions::moment_of(sim::Date date, std::uint32_t shift) const {
  return moment_of_kind(date, shift_kind_[shift]);
}

std::uint32_t Decisions::moment_of(sim::Time time) const {
  return moment_of_kind(sim::date_of(time), 0);
}

std::uint32_t Decisions::moment_of_kind(sim::Date date, std::uint32_t kind_of_shift) const {
  const Day day = days_.at(date);
  return moment(static_cast<std::uint32_t>(day.summer), kind_of_shift,
                static_cast<std::uint32_t>(day.weekend));
}

void Decisions::compile_agreement(Compiling& compiling) {
  const auto facts = facts_of(compiling.scenario.care->tasks, vocabulary_.dimensions());
  table_.reserve(table_.size() + cases_.size() * facts.size() * moments);
  for (std::size_t c = 0; c < cases_.size(); ++c) {
    for (const auto& facts_of_subject : facts) {
      CaseValues values = cases_[c];
      for (const auto& [attribute, value] : facts_of_subject) values[attribute] = value;
      const auto [known, is_new] =
          compiling.known.emplace(what_is_seen(values, compiling.matters), table_.size());
      if (is_new) {
        decide_moments(compiling, values);
      } else {
        std::copy_n(table_.begin() + static_cast<std::ptrdiff_t>(known->second), moments,
                    std::back_inserter(table_));
      }
    }
  }
}

void Decisions::decide_moments(Compiling& compiling, CaseValues values) {
  const auto begin = table_.size();
  for (std::uint32_t m = 0; m < moments; ++m) {
    const bool is_new = compiling.like[m] == m;
    table_.push_back(is_new ? decide_case(compiling, at_moment(values, m))
                            : table_[begin + compiling.like[m]]);
  }
}

std::uint32_t Decisions::number(const Ruling& ruling) {
  const auto found = std::ranges::find(rulings_, ruling);
  if (found == rulings_.end()) rulings_.push_back(ruling);
  return static_cast<std::uint32_t>(std::ranges::find(rulings_, ruling) - rulings_.begin());
}

/// Tells a case that no rule decides, once.
void Decisions::Compiling::tell_gap(const Cube& patient) {
  if (!told_gap) {
    issues.push_back(
        {"", fmt::format("/care/responsibility/agreements/{}/rules", agreement),
         words::say("expected.deciding_rules"),
         words::say("got.none_for",
                    {{"who", words::say("got.case",
                                        {{"case", case_names(patient, table.vocabulary())}})}})});
  }
  told_gap = true;
}

/// Tells the switches that are left open and on which the answer depends, each once.
void Decisions::Compiling::tell_open(const std::vector<std::size_t>& winners) {
  for (std::size_t w = 1; w < winners.size(); ++w) {
    if (table.ownership(winners[w]) == table.ownership(winners[0])) continue;
    for (const auto d : table.switches()) {
      const auto here = table.combinations()[w].values[d];
      if (here == table.combinations()[0].values[d] || told_open.values[d] != 0) continue;
      told_open.values[d] = 1;
      const auto& open = scenarios::case_vocabulary()[d];
      issues.push_back({"", fmt::format("/care/responsibility/switches/{}", open.name),
                        scenarios::one_of(scenarios::value_names(open)),
                        words::say("got.left_open", {{"file", table.set().path}})});
    }
  }
}

std::uint32_t Decisions::decide_case(Compiling& compiling, const CaseValues& values) {
  Cube patient = every_case(vocabulary_.dimensions());
  for (std::size_t a = 0; a < case_attributes; ++a) {
    patient.values[dimension_of(a)] = 1U << values[a];
  }
  const auto won = compiling.table.winners(patient);
  if (won.empty()) {
    compiling.tell_gap(patient);
    return number({});
  }
  compiling.tell_open(won);
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

/// A row for each standing: where parties may negotiate, one more for each reading that may hold.
void Decisions::split_by_reading() {
  const bool disputes =
      std::ranges::any_of(rulings_, [](const Ruling& ruling) { return ruling.disputed; });
  if (!disputes) return;
  readings_ = 3;
  const std::size_t row = std::size_t{subjects_} * moments;
  const auto once = std::exchange(table_, {});
  table_.reserve(once.size() * readings_);
  for (std::size_t begin = 0; begin < once.size(); begin += row) {
    for (std::uint32_t upheld = 0; upheld < readings_; ++upheld) {
      for (std::size_t i = begin; i < begin + row; ++i) {
        const Ruling& first = rulings_[once[i]];
        const bool open = upheld == 0 || !first.disputed;
        table_.push_back(open ? once[i] : first.upheld[upheld - 1]);
      }
    }
  }
}

std::uint8_t Decisions::agreement_at(sim::Time time) const {
  std::uint8_t agreement = 0;
  while (agreement + 1U < in_force_.size() && in_force_[agreement + 1U].from <= time) ++agreement;
  return agreement;
}

void Decisions::point_at_rules(const scenarios::RuleSet& set) {
  auto& pointers = pointers_.emplace_back();
  for (const auto& [name, rule] : set.rules) {
    const auto slash = rule.file.rfind('/');
    pointers.push_back(rule.file.substr(slash == std::string::npos ? 0 : slash + 1) + "#" +
                       scenarios::child_pointer("/rules", name));
  }
}

void Decisions::compile_requests(const scenarios::Responsibility& source,
                                 const flow::Network& network) {
  asked_for_ = sim::Table<flow::Place, bool>(network.places);
  for (std::size_t i = 0; i < source.requests.size(); ++i) {
    const auto& row = source.requests[i];
    CompiledRequest request{.when = network.vocabulary.set_of(row.when),
                            .to = sim::Table<flow::Place, bool>(network.places),
                            .refused = row.refused,
                            .refused_to = network.find_place(row.refused_to).value(),
                            .pointer = fmt::format("/care/responsibility/requests/{}", i)};
    for (const auto& to : row.to) {
      const auto place = network.find_place(to).value();
      request.to[place] = true;
      asked_for_[place] = true;
    }
    const auto& by = row.accepted_by;
    for (std::size_t k = 0; k < performer_kinds; ++k) {
      const auto name = scenarios::names_of<Performer>[k];
      const bool nobody = static_cast<Performer>(k) == Performer::Nobody;
      const bool accepts = by.empty() ? !nobody : std::ranges::find(by, name) != by.end();
      if (accepts) request.accepted |= 1U << k;
    }
    requests_.push_back(std::move(request));
  }
}

bool CompiledRequest::accepts(const Ruling& ruling) const {
  for (std::size_t i = 0; i < ruling.performers; ++i) {
    if ((accepted >> static_cast<unsigned>(ruling.performer[i]) & 1U) != 0) return true;
  }
  return false;
}

const CompiledRequest* Decisions::find_request(flow::Profile profile, flow::Place to) const {
  const auto found = std::ranges::find_if(
      requests_, [&](const CompiledRequest& rule) { return rule.to[to] && rule.when[profile]; });
  return found == requests_.end() ? nullptr : &*found;
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
    if (used[i]) providers_.push_back(static_cast<Performer>(i));
  }
}

}  // namespace care
