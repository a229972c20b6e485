// SPDX-License-Identifier: Apache-2.0
#include "models/flow/network_builder.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <string_view>
#include <variant>

#include <fmt/format.h>

#include "models/flow/counters.hpp"
#include "models/flow/units.hpp"
#include "scenarios/compile_distribution.hpp"
#include "scenarios/csv.hpp"
#include "scenarios/data_rows.hpp"
#include "scenarios/resources.hpp"
#include "sim/check.hpp"

namespace flow {
namespace {

/// The whole persons of a row with a fraction, given the sum of the rows before it: all rows together
/// come to their sum, rounded once.
std::uint32_t allotted(double persons, double& sum) {
  const auto whole = [](double x) { return std::floor(x + 0.5); };
  const double before = whole(sum);
  sum += persons;
  return static_cast<std::uint32_t>(whole(sum) - before);
}

/// Minutes in which it offers any place.
double open_minutes(const sim::StepFunction<double>& capacity, sim::Time from, sim::Time to) {
  double minutes = 0;
  while (from < to) {
    const auto next = std::min(capacity.next_change(from).value_or(to), to);
    if (whole_places(capacity.at(from)) > 0) minutes += sim::in_units(next - from, sim::minute);
    from = next;
  }
  return minutes;
}

}  // namespace

NetworkBuilder::NetworkBuilder(const scenarios::Scenario& scenario)
    : scenario_(scenario), net_(scenario.attributes) {}

Network NetworkBuilder::build() {
  const auto& horizon = scenario_.horizon;
  net_.holidays = horizon.holiday_calendar();
  net_.start = horizon.start;
  net_.measured_from = horizon.measured_from();
  net_.end = net_.measured_from + horizon.length();
  net_.assignments.emplace_back();
  add_places();
  add_settings();
  link_settings();
  add_moves();
  add_sources();
  add_census();
  const auto profiles = net_.vocabulary.profiles();
  net_.occurrence.cells.resize(net_.places * profiles);
  net_.occurrence.resident_cells.resize(net_.settings * profiles);
  std::iota(net_.occurrence.cells.begin(), net_.occurrence.cells.end(), 0U);
  std::iota(net_.occurrence.resident_cells.begin(), net_.occurrence.resident_cells.end(), 0U);
  return std::move(net_);
}

void NetworkBuilder::add_places() {
  for (const auto& [id, setting] : scenario_.settings) net_.place_ids.add(id);
  net_.settings = net_.place_ids.size();
  for (const auto& [id, label] : scenario_.exits) net_.place_ids.add(id);
  net_.lost = net_.place_ids.add("lost");
  net_.places = net_.place_ids.size();
  for (const auto& id : net_.place_ids) {
    net_.is_death.add(std::ranges::find(scenario_.deaths, id) != scenario_.deaths.end());
  }
}

Place NetworkBuilder::place(std::string_view id) const {
  if (id.empty()) return nowhere;
  if (id == "residence") return to_residence;
  const auto found = net_.find_place(id);
  SIM_CHECK(found.has_value());
  return *found;
}

std::vector<Place> NetworkBuilder::origins(const std::vector<std::string>& ids) const {
  std::vector<Place> places;
  places.reserve(ids.size());
  for (const auto& id : ids) places.push_back(id == "arrival" ? nowhere : place(id));
  return places;
}

std::uint16_t NetworkBuilder::law(const scenarios::DistributionSpec& spec, std::string pointer,
                                  double factor) {
  auto distribution = scenarios::to_distribution(spec);
  SIM_CHECK(std::holds_alternative<sim::Distribution>(distribution));
  auto law = std::get<sim::Distribution>(std::move(distribution));
  if (factor != 1) law = law.scaled(factor).value();
  net_.laws.push_back({std::move(law), scenarios::unit_duration(spec.unit), std::move(pointer)});
  return static_cast<std::uint16_t>(net_.laws.size() - 1);
}

std::uint16_t NetworkBuilder::assignment(const scenarios::Assignment& set, std::string pointer) {
  if (set.empty()) return 0;
  CompiledAssignment compiled{{}, std::move(pointer)};
  for (const auto& [name, mix] : set) {
    const auto attribute = net_.vocabulary.find_attribute(name).value();
    CompiledAssignment::Change change{static_cast<std::uint8_t>(attribute), {}};
    for (const auto& [value, probability] : mix) {
      const auto index = net_.vocabulary.find_value(attribute, value).value();
      change.value.options.push_back({0, probability, static_cast<std::uint8_t>(index)});
    }
    finish_choice(change.value);
    compiled.changes.push_back(std::move(change));
  }
  net_.assignments.push_back(std::move(compiled));
  return static_cast<std::uint16_t>(net_.assignments.size() - 1);
}

void NetworkBuilder::add_settings() {
  const auto cells = net_.settings * net_.vocabulary.profiles();
  net_.route_of.assign(cells, 0);
  net_.stay_of.assign(cells, 0);
  net_.risk_of.assign(cells, 0);
  net_.risks.emplace_back();
  for (const auto& [id, setting] : scenario_.settings) {
    CompiledSetting compiled;
    compiled.id = id;
    compiled.capacity = compile_calendar(setting.capacity, net_.start, net_.end, net_.holidays);
    compiled.normal_capacity = setting.capacity.normal;
    compiled.unlimited = std::isinf(setting.capacity.normal) && setting.capacity.changes.empty();
    if (setting.turnover) {
      compiled.turnover = law(*setting.turnover, fmt::format("/settings/{}/turnover", id));
    }
    if (setting.background) add_background(compiled, *setting.background);
    compiled.residence = setting.residence;
    compiled.keep_place = setting.keep_place;
    compiled.evict = setting.evict || setting.interrupt == true;
    compiled.interrupt = setting.interrupt == true;
    net_.knows_stays |= compiled.interrupt;
    compiled.has_risks = !setting.hazards.empty() || !setting.changes.empty();
    const auto pointer = fmt::format("/settings/{}", id);
    add_when_full(compiled, setting.when_full, pointer + "/when_full");
    add_queue(compiled, setting, pointer);
    add_entry_rules(compiled, setting, pointer);
    add_takings(compiled, setting);
    const auto s = net_.setting.add(std::move(compiled));
    add_stays(s, setting);
    add_routes(s, setting);
    add_risks(s, setting);
  }
}

void NetworkBuilder::add_background(CompiledSetting& compiled,
                                    const scenarios::BackgroundLoad& background) {
  const auto pointer = fmt::format("/settings/{}/background", compiled.id);
  CompiledBackground result{
      law(background.visits, pointer + "/visits"), sim::family_of(pointer.substr(1)), {}};
  const auto factor = compile_calendar(background.calendar, net_.start, net_.end, net_.holidays);
  for (auto day = net_.start; day < net_.end; day += sim::day) {
    const double open = open_minutes(compiled.capacity, day, day + sim::day);
    const double minutes = background.minutes * factor.at(day + sim::day / 2);
    result.places_per_visit.push_back(open > 0 ? minutes / open : 0);
  }
  compiled.background = std::move(result);
}

void NetworkBuilder::add_stays(Place s, const scenarios::Setting& setting) {
  std::vector<std::uint16_t> laws;
  if (setting.stay.empty()) return add_endless_stay(s);
  for (std::size_t r = 0; r < setting.stay.size(); ++r) {
    laws.push_back(law(setting.stay[r].time,
                       fmt::format("/settings/{}/stay/{}", net_.place_ids[s], r),
                       scenario_.levers.stays));
  }
  // First match wins, destination by destination; profiles alike in all destinations share a row.
  std::vector<ProfileSet> when;
  for (const auto& rule : setting.stay) when.push_back(net_.vocabulary.set_of(rule.when));
  for (const auto p : net_.vocabulary.each_profile()) {
    std::vector<std::uint32_t> row(net_.places + 1, Network::by_next);
    for (std::size_t r = 0; r < setting.stay.size(); ++r) {
      if (!when[r][p]) continue;
      const auto take = [&](std::size_t next) {
        if (row[next] == Network::by_next) row[next] = laws[r];
      };
      for (const auto& next : setting.stay[r].next) {
        take(net_.destination(place(next)));
      }
      for (std::size_t d = 0; setting.stay[r].next.empty() && d <= net_.places; ++d) take(d);
    }
    auto& cell = net_.stay_of[net_.at(s, p)];
    if (std::ranges::all_of(row, [&](auto x) { return x == row[0]; }) &&
        row[0] != Network::by_next) {
      cell = row[0];
      continue;
    }
    const auto found = std::ranges::find(net_.stay_rows, row);
    cell = Network::by_next + static_cast<std::uint32_t>(found - net_.stay_rows.begin());
    if (found == net_.stay_rows.end()) net_.stay_rows.push_back(std::move(row));
  }
}

/// Without a stay only risks end it: one that outlasts every run, with no way on.
void NetworkBuilder::add_endless_stay(Place s) {
  scenarios::DistributionSpec endless;
  endless.value = 1e15;
  const auto index = law(endless, fmt::format("/settings/{}/hazards", net_.setting[s].id));
  for (const auto p : net_.vocabulary.each_profile()) {
    net_.stay_of[net_.at(s, p)] = index;
  }
}

void NetworkBuilder::add_routes(Place s, const scenarios::Setting& setting) {
  const auto first = net_.routes.size();
  if (setting.stay.empty()) {
    Route route{{}, net_.laws.back().pointer};
    route.to.options.push_back({0, 1, stays_on});
    finish_choice(route.to);
    net_.routes.push_back(std::move(route));
    for (const auto p : net_.vocabulary.each_profile()) {
      net_.route_of[net_.at(s, p)] = static_cast<std::uint32_t>(first);
    }
    return;
  }
  for (std::size_t r = 0; r < setting.routes.size(); ++r) {
    Route route{{}, fmt::format("/settings/{}/routes/{}", net_.place_ids[s], r)};
    for (const auto& [to, probability] : setting.routes[r].to) {
      if (probability > 0) route.to.options.push_back({0, probability, place(to)});
    }
    finish_choice(route.to);
    net_.routes.push_back(std::move(route));
  }
  for (std::size_t r = setting.routes.size(); r-- > 0;) {
    for (const auto p : net_.vocabulary.matching(setting.routes[r].when)) {
      net_.route_of[net_.at(s, p)] = static_cast<std::uint32_t>(first + r);
    }
  }
}

void NetworkBuilder::add_risks(Place s, const scenarios::Setting& setting) {
  if (setting.hazards.empty() && setting.changes.empty()) return;
  const auto base = fmt::format("/settings/{}", net_.place_ids[s]);
  std::vector<Choice<Risk::Cause>::Option> options;
  std::vector<ProfileSet> when;
  for (std::size_t h = 0; h < setting.hazards.size(); ++h) {
    const auto& hazard = setting.hazards[h];
    options.push_back({0,
                       hazard.yearly(),
                       {place(hazard.to), 0, static_cast<std::uint16_t>(h),
                        fmt::format("{}/hazards/{}", base, h)}});
    when.push_back(net_.vocabulary.set_of(hazard.when));
  }
  for (std::size_t c = 0; c < setting.changes.size(); ++c) {
    const auto& change = setting.changes[c];
    auto pointer = fmt::format("{}/changes/{}", base, c);
    const auto set = assignment(change.set, pointer);
    const auto row = static_cast<std::uint16_t>(setting.hazards.size() + c);
    options.push_back({0, change.yearly(), {nowhere, set, row, std::move(pointer)}});
    when.push_back(net_.vocabulary.set_of(change.when));
  }
  for (const auto p : net_.vocabulary.each_profile()) {
    Risk risk;
    for (std::size_t i = 0; i < options.size(); ++i) {
      if (!when[i][p] || options[i].probability <= 0) continue;
      risk.per_ms += options[i].probability / ms_per_year;
      risk.causes.options.push_back(options[i]);
    }
    if (risk.causes.options.empty()) continue;
    finish_choice(risk.causes);
    net_.risk_of[net_.at(s, p)] = static_cast<std::uint32_t>(net_.risks.size());
    net_.risks.push_back(std::move(risk));
  }
}

void NetworkBuilder::add_when_full(CompiledSetting& compiled, const scenarios::WhenFull& when_full,
                                   const std::string& pointer) {
  compiled.when_full = {when_full.policy, place(when_full.to), pointer};
  compiled.overflow_places = when_full.places;
  for (std::size_t r = 0; r < when_full.exceptions.size(); ++r) {
    const auto& row = when_full.exceptions[r];
    compiled.exceptions.push_back(
        {net_.vocabulary.set_of(row.when),
         origins(row.from),
         static_cast<std::uint32_t>(row.waiting_at_least),
         {row.policy, place(row.to), fmt::format("{}/exceptions/{}", pointer, r)}});
  }
}

void NetworkBuilder::add_queue(CompiledSetting& compiled, const scenarios::Setting& setting,
                               const std::string& pointer) {
  if (!setting.queue.ranks.empty()) {
    compiled.rank.assign(net_.vocabulary.profiles(), 7);  // those whom no rule names come last
    for (std::size_t r = setting.queue.ranks.size(); r-- > 0;) {
      for (const auto p : net_.vocabulary.matching(setting.queue.ranks[r].when)) {
        compiled.rank[p] = static_cast<std::uint8_t>(setting.queue.ranks[r].rank);
      }
    }
  }
  for (std::size_t r = 0; r < setting.queue.leave.size(); ++r) {
    const auto& leave = setting.queue.leave[r];
    auto where = fmt::format("{}/queue/leave/{}", pointer, r);
    const auto patience = leave.after ? law(*leave.after, where) : std::uint16_t{0};
    compiled.leave.push_back({net_.vocabulary.set_of(leave.when), patience, place(leave.to),
                              std::move(where), leave.until});
  }
}

void NetworkBuilder::add_entry_rules(CompiledSetting& compiled, const scenarios::Setting& setting,
                                     const std::string& pointer) {
  for (std::size_t r = 0; r < setting.on_enter.size(); ++r) {
    const auto& rule = setting.on_enter[r];
    EntryRule entry{{}, net_.vocabulary.set_of(rule.when), 0};
    entry.from = origins(rule.from);
    entry.assignment = assignment(rule.set, fmt::format("{}/on_enter/{}", pointer, r));
    compiled.on_enter.push_back(std::move(entry));
  }
}

void NetworkBuilder::add_takings(CompiledSetting& compiled, const scenarios::Setting& setting) {
  for (std::size_t r = setting.takes.size(); r-- > 0;) {  // the first row that fits is written last
    const auto& row = setting.takes[r];
    const auto of = place(row.of);
    auto found = std::ranges::find(compiled.takes, of, &CompiledTaking::of);
    if (found == compiled.takes.end()) {
      compiled.takes.push_back({of, {}});
      found = std::prev(compiled.takes.end());
      found->places.assign(net_.vocabulary.profiles(), 0);
    }
    for (const auto p : net_.vocabulary.matching(row.when)) found->places[p] = row.places;
  }
  std::ranges::reverse(compiled.takes);  // as they are written
}

/// Who takes places of whom forms groups: what one leaves may be what another waits for.
void NetworkBuilder::link_settings() {
  std::vector<std::size_t> group(net_.settings);
  std::iota(group.begin(), group.end(), std::size_t{0});
  std::vector<bool> shares(net_.settings);
  for (const auto s : net_.setting.ids()) {
    for (const auto& taking : net_.setting[s].takes) {
      shares[sim::index(s)] = shares[sim::index(taking.of)] = true;
      const auto joins = group[sim::index(taking.of)];
      std::ranges::replace(group, joins, group[sim::index(s)]);
    }
  }
  for (const auto s : net_.setting.ids()) {
    auto& setting = net_.setting[s];
    for (const auto other : net_.setting.ids()) {
      const bool together = group[sim::index(other)] == group[sim::index(s)];
      if (shares[sim::index(s)] && together) setting.linked.push_back(other);
    }
    setting.resource = scenarios::is_resource(scenario_, scenario_.settings[sim::index(s)].first);
    setting.clears_at_once = !setting.turnover && setting.linked.empty();
  }
}

void NetworkBuilder::add_moves() {
  net_.moves.emplace_back();
  net_.shortest.emplace_back();
  net_.move_of.assign(net_.ways(), 0);
  for (const auto& [key, move] : scenario_.moves) {
    CompiledMove compiled;
    compiled.pointer = fmt::format("/moves/{}", key);
    if (move.transfer) compiled.transfer = law(*move.transfer, compiled.pointer + "/transfer");
    compiled.hold_place = move.hold_place;
    compiled.always_open = move.open.normal > 0 && move.open.changes.empty();
    compiled.claim_first = move.claim_first == true && !compiled.always_open;
    using Asks = CompiledMove::Asks;
    compiled.asks = compiled.always_open || compiled.claim_first ? Asks::Always : Asks::WhenOpen;
    net_.shortest.push_back(origins(move.shortest_of));
    if (!net_.shortest.back().empty()) compiled.asks = Asks::OfShortest;
    if (compiled.claim_first && !compiled.transfer) {
      scenarios::DistributionSpec at_once;
      at_once.value = 0;
      compiled.transfer = law(at_once, compiled.pointer);
    }
    // The gate is looked at past the end of the run too: a patient may be waiting for it then.
    const auto gate =
        compile_calendar(move.open, net_.start, net_.end + std::chrono::days{400}, net_.holidays);
    for (const auto& change : gate.changes()) compiled.open.append(change.time, change.value > 0);
    net_.moves.push_back(std::move(compiled));
  }
  // Of several keys that fit, the one that names more counts; of equals the last.
  for (const int stars : {2, 1, 0}) {
    for (std::size_t m = 0; m < scenario_.moves.size(); ++m) {
      const auto& key = scenario_.moves[m].first;
      if (std::ranges::count(key, '*') == stars) use_move(key, static_cast<std::uint16_t>(m + 1));
    }
  }
}

/// Enters a move for every pair of places that its key fits.
void NetworkBuilder::use_move(std::string_view key, std::uint16_t index) {
  const auto arrow = key.find("->");
  const auto from = key.substr(0, arrow);
  const auto to = key.substr(arrow + 2);
  const auto enter = [&](Place origin) {
    for (const auto place : net_.place_ids.ids()) {
      if (to == "*" || net_.place_ids[place] == to) net_.move_of[net_.way(origin, place)] = index;
    }
  };
  for (const auto place : net_.place_ids.ids()) {
    if (from == "*" || net_.place_ids[place] == from) enter(place);
  }
  if (from == "*" || from == "arrival") enter(nowhere);
}

void NetworkBuilder::add_census() {
  std::map<std::string_view, double> counted, waited;
  for (std::size_t i = 0; i < scenario_.initial.census.size(); ++i) {
    const auto& row = scenario_.initial.census[i];
    CompiledCensus compiled;
    compiled.setting = place(row.setting);
    compiled.residence = place(row.residence);
    if (row.random == true) {
      compiled.random = true;
      compiled.mean_count = row.count;
      compiled.mean_waiting = row.waiting;
      compiled.count = static_cast<std::uint32_t>(std::ceil(row.count));
      compiled.waiting = static_cast<std::uint32_t>(std::ceil(row.waiting));
    } else {
      compiled.count = allotted(row.count, counted[row.setting]);
      compiled.waiting = allotted(row.waiting, waited[row.setting]);
    }
    if (row.days_spent) compiled.spent = sim::from_days(*row.days_spent);
    if (!row.admitted.empty())
      compiled.spent = net_.start - scenarios::time_in(row.admitted).value();
    compiled.pointer = fmt::format("/initial/census/{}", i);
    compiled.assignment = assignment(row.attributes, compiled.pointer);
    compiled.family = sim::family_of(compiled.pointer);
    net_.census.push_back(std::move(compiled));
  }
  add_line_list();
}

void NetworkBuilder::add_line_list() {
  for (const auto& person : scenarios::present_list(scenario_)) {
    CompiledCensus compiled;
    compiled.setting = place(person.setting);
    compiled.residence = place(person.residence);
    compiled.count = 1;
    if (person.days_spent) compiled.spent = sim::from_days(*person.days_spent);
    compiled.profile = profile_of(person.attributes, default_profile);
    compiled.pointer = "/initial/file";
    compiled.line = person.line;
    compiled.family = sim::family_of(compiled.pointer);
    net_.census.push_back(std::move(compiled));
  }
}

Profile NetworkBuilder::profile_of(
    const std::vector<std::pair<std::string, std::string>>& attributes, Profile profile) const {
  for (const auto& [name, value] : attributes) {
    const auto attribute = net_.vocabulary.find_attribute(name).value();
    profile = net_.vocabulary.with(profile, attribute,
                                   net_.vocabulary.find_value(attribute, value).value());
  }
  return profile;
}

}  // namespace flow
