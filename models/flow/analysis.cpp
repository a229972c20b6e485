// SPDX-License-Identifier: Apache-2.0
#include "models/flow/analysis.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "models/flow/analysis_messages.hpp"
#include "models/flow/journeys.hpp"
#include "models/flow/standstill.hpp"
#include "models/flow/traffic.hpp"

namespace flow {
namespace {

using Level = Finding::Level;

constexpr std::size_t most_cycles = 12;
constexpr double most_arrivals = 1e9;  // of a source in a replication

/// Capacity in whole places, as a run counts them.
struct Capacity {
  double mean = 0, least = 0;
};

Capacity capacity_of(const CompiledSetting& setting, sim::Time from, sim::Time to) {
  Capacity result{0, std::floor(setting.capacity.at(from))};
  for (auto time = from; time < to;) {
    const auto next = std::min(setting.capacity.next_change(time).value_or(to), to);
    const double value = std::floor(setting.capacity.at(time));
    result.least = std::min(result.least, value);
    result.mean += value * static_cast<double>((next - time).count());
    time = next;
  }
  result.mean = from < to ? result.mean / static_cast<double>((to - from).count()) : result.least;
  return result;
}

/// Places taken by those who are not followed, mean over the time, if all of them get theirs.
double background_of(const Network& network, const CompiledSetting& setting) {
  if (!setting.background) return 0;
  const auto& background = *setting.background;
  const double visits = network.laws[background.visits].distribution.mean();
  double places_ms = 0;
  for (auto from = network.measured_from; from < network.end;) {
    const auto day = (from - network.start) / sim::day;
    const auto midnight = network.start + (day + 1) * sim::day;
    const auto next =
        std::min({setting.capacity.next_change(from).value_or(network.end), midnight, network.end});
    if (whole_places(setting.capacity.at(from)) > 0) {
      places_ms += visits * background.places_per_visit[static_cast<std::size_t>(day)] *
                   static_cast<double>((next - from).count());
    }
    from = next;
  }
  return places_ms / static_cast<double>((network.end - network.measured_from).count());
}

/// Mean share of those who leave a setting that go to another, by Network::way.
std::vector<double> shares_of(const Network& network, const Traffic& traffic) {
  std::vector<double> shares(network.ways());
  for (const auto from : network.setting.ids()) {
    double out = 0;
    for (const auto to : network.place_ids.ids()) out += traffic.flow[network.way(from, to)];
    if (!(out > 0)) continue;
    for (const auto to : network.setting.ids()) {
      const auto way = network.way(from, to);
      shares[way] = traffic.flow[way] / out;
    }
  }
  return shares;
}

/// Expected visits to every member of a loop by one who starts in it, by inverting I - P with
/// Gauss-Jordan; the diagonal is all that is asked for. Infinite where nobody gets out.
std::vector<double> visits_in(std::span<const Place> loop, std::span<const double> shares,
                              const Network& network) {
  const auto n = loop.size();
  std::vector<std::vector<double>> a(n, std::vector<double>(2 * n));
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) a[i][j] = -shares[network.way(loop[i], loop[j])];
    a[i][i] += 1;
    a[i][n + i] = 1;
  }
  for (std::size_t k = 0; k < n; ++k) {
    std::size_t best = k;
    for (std::size_t i = k; i < n; ++i) {
      if (std::abs(a[i][k]) > std::abs(a[best][k])) best = i;
    }
    if (std::abs(a[best][k]) < 1e-12) {
      return std::vector<double>(n, std::numeric_limits<double>::infinity());
    }
    std::swap(a[k], a[best]);
    for (std::size_t i = 0; i < n; ++i) {
      if (i == k || a[i][k] == 0) continue;
      const double factor = a[i][k] / a[k][k];
      for (std::size_t j = k; j < 2 * n; ++j) a[i][j] -= factor * a[k][j];
    }
  }
  std::vector<double> visits;
  for (std::size_t i = 0; i < n; ++i) visits.push_back(a[i][n + i] / a[i][i]);
  return visits;
}

/// Attributes in words; "" where everybody is alike.
std::string words_for(const Vocabulary& vocabulary, Profile profile) {
  std::string words;
  for (std::size_t a = 0; a < vocabulary.attributes(); ++a) {
    if (vocabulary.values(a) < 2) continue;
    words += fmt::format("{}{}={}", words.empty() ? "" : ", ", vocabulary.attribute_name(a),
                         vocabulary.value_name(a, vocabulary.value(profile, a)));
  }
  return words;
}

class Analyst {
 public:
  Analyst(const Network& network, const Outside& outside)
      : net_(network),
        pathway_(network, outside),
        journeys_(network, outside),
        traffic_(solve_traffic(network, journeys_)),
        shares_(shares_of(network, traffic_)),
        taken_(network.settings) {}

  Analysis analyse() {
    result_.arrivals_per_day = traffic_.total_arrivals();
    find_unreachable();
    find_without_exit();
    find_faults();
    find_overlong();
    add_loads();
    add_kinds();
    add_moves();
    add_shortest();
    add_revolving_doors();
    add_blocking_loops();
    add_bottleneck();
    if (!journeys_.complete()) add(messages::too_many_situations());
    if (!traffic_.converged) add(messages::not_converged());
    std::ranges::stable_sort(result_.findings, {}, &Finding::level);
    return std::move(result_);
  }

 private:
  void add(Finding finding) { result_.findings.push_back(std::move(finding)); }

  [[nodiscard]] std::string id(Place place) const {
    return place == nowhere ? "arrival" : net_.place_ids[place];
  }
  [[nodiscard]] std::vector<std::string> ids(std::span<const Place> places) const {
    std::vector<std::string> names;
    for (const auto place : places) names.push_back(net_.place_ids[place]);
    return names;
  }
  [[nodiscard]] Place at(std::size_t state) const { return journeys_.situations()[state].at; }

  void find_unreachable() {
    reachable_ = pathway_.reachable();
    sim::Table<Place, bool> met(net_.settings);
    for (const auto& situation : journeys_.situations()) met[situation.at] = true;
    for (const auto s : net_.setting.ids()) {
      for (const auto& taking : net_.setting[s].takes) {
        taken_[taking.of] = taken_[taking.of] || reachable_[s];
      }
    }
    for (const auto s : net_.setting.ids()) {
      if (taken_[s]) continue;  // nobody need come
      if (!reachable_[s]) {
        add(messages::unreachable(net_.place_ids[s]));
      } else if (!met[s] && journeys_.complete()) {
        add(messages::unreachable_for_all(net_.place_ids[s]));
      }
    }
  }

  /// First what no patient can leave, by the graph; then what only some cannot.
  void find_without_exit() {
    const auto can_leave = pathway_.can_leave();
    sim::Table<Place, bool> goes_on(net_.settings);  // to itself or another setting
    for (const auto& edge : pathway_.edges()) {
      if (edge.open && edge.from != nowhere) goes_on[edge.from] = true;
    }
    for (const auto s : net_.setting.ids()) {
      if (reachable_[s] && !can_leave[s] && !goes_on[s]) add(messages::dead_end(net_.place_ids[s]));
    }
    for (const auto& loop : pathway_.loops()) {
      const bool closed = std::ranges::all_of(pathway_.edges(), [&](const auto& edge) {
        return !edge.open || !std::ranges::binary_search(loop, edge.from) ||
               std::ranges::binary_search(loop, edge.to);
      });
      if (closed && reachable_[loop.front()]) add(messages::closed_loop(ids(longest(loop))));
    }
    report_stuck(can_leave, traffic_.may_leave, messages::stuck, true);
    auto either = traffic_.leaves;
    for (std::size_t i = 0; i < either.size(); ++i) {
      either[i] = either[i] || !traffic_.may_leave[i] || !traffic_.settings[at(i)].unbounded;
    }
    report_stuck(can_leave, either, messages::leaves_only_when_full, false);
  }

  /// A round trip through as much of a loop as there is, to show it by.
  [[nodiscard]] std::vector<Place> longest(const std::vector<Place>& loop) const {
    const auto cycles = pathway_.cycles(loop, shares_);
    return *std::ranges::max_element(cycles, {}, [](const auto& cycle) { return cycle.size(); });
  }

  /// One finding for each closed set of situations from which nobody gets out.
  template <class Message>
  void report_stuck(const sim::Table<Place, bool>& can_leave, const std::vector<bool>& out,
                    Message message, bool with_others) {
    std::vector<bool> told(out.size());
    for (std::uint32_t i = 0; i < out.size(); ++i) {
      if (out[i] || told[i] || !can_leave[at(i)]) continue;
      // Where the last of those who can be reached from here can go, they all end.
      auto seen = closure(i, with_others);
      seen = closure(seen.back(), with_others);
      std::vector<Place> places;
      places.reserve(seen.size());
      for (const auto state : seen) places.push_back(at(state));
      std::ranges::sort(places);
      places.erase(std::unique(places.begin(), places.end()), places.end());
      const auto profile = journeys_.situations()[seen.front()].profile;
      const bool known = std::ranges::any_of(seen, [&](auto state) { return told[state]; });
      if (!known) add(message(ids(places), words_for(net_.vocabulary, profile)));
      for (const auto state : closure(i, with_others)) told[state] = true;
    }
  }

  /// All situations that follow one on the expected course or also on others, itself first, the
  /// last found last.
  [[nodiscard]] std::vector<std::uint32_t> closure(std::uint32_t start, bool with_others) const {
    std::vector<std::uint32_t> states{start};
    std::vector<bool> seen(journeys_.situations().size());
    seen[start] = true;
    for (std::size_t k = 0; k < states.size(); ++k) {
      const auto follow = [&](const std::vector<Step>& steps) {
        for (const auto& step : steps) {
          if (step.state == Step::none || seen[step.state]) continue;
          seen[step.state] = true;
          states.push_back(step.state);
        }
      };
      follow(journeys_.course(states[k]).steps);
      if (with_others) follow(journeys_.course(states[k]).others);
    }
    return states;
  }

  void find_faults() {
    for (const auto& fault : journeys_.faults()) {
      add(messages::fault(fault, fault.place == nowhere ? "" : id(fault.place),
                          words_for(net_.vocabulary, fault.profile)));
    }
    for (const auto& circle : pathway_.diversion_circles()) {
      add(messages::diversion_circle(ids(circle)));
    }
    if (const auto standstill = find_standstill(net_)) {
      add(messages::standstill(ids(standstill->settings),
                               words_for(net_.vocabulary, standstill->profile)));
    }
    for (const auto& source : net_.sources) {
      const double expected = arrivals_in_all(net_, source);
      if (!(expected <= most_arrivals)) add(messages::too_many_arrivals(source.pointer, expected));
    }
    for (const auto& edge : pathway_.edges()) {
      if (edge.open || (edge.from != nowhere && !reachable_[edge.from])) continue;
      add(messages::gate_never_opens(net_.move(edge.from, edge.to).pointer, id(edge.from),
                                     id(edge.to)));
    }
  }

  /// Those present at the start who have been there for longer than any stay lasts. One finding for
  /// each place in the scenario: of a line list the first row.
  void find_overlong() {
    if (result_.has_errors()) return;  // a stay or a route may be missing
    std::string told;
    for (const auto& row : net_.census) {
      if (!row.spent || row.pointer == told) continue;
      for (const auto& [profile, share] :
           spread(net_, net_.assignments[row.assignment], row.profile)) {
        if (may_be_there(row.setting, profile, *row.spent)) continue;
        add(messages::overlong(row, net_.place_ids[row.setting],
                               words_for(net_.vocabulary, profile)));
        told = row.pointer;
        break;
      }
    }
  }

  [[nodiscard]] bool may_be_there(Place place, Profile profile, sim::Duration spent) const {
    return std::ranges::any_of(net_.route(place, profile).to.options, [&](const auto& option) {
      return option.probability > 0 && net_.stay(place, profile, option.value).exceeds(spent) > 0;
    });
  }

  void add_loads() {
    for (const auto s : net_.setting.ids()) {
      const auto& setting = net_.setting[s];
      const auto& traffic = traffic_.settings[s];
      const auto capacity = capacity_of(setting, net_.measured_from, net_.end);
      SettingLoad load;
      load.setting = setting.id;
      load.per_day = traffic.per_day;
      load.days = traffic.per_day > 0 ? traffic.present / traffic.per_day : 0;
      load.present = traffic.present;
      load.places = traffic.places + background_of(net_, setting);
      load.unlimited = setting.unlimited;
      load.capacity_mean = capacity.mean;
      load.capacity_least = capacity.least;
      load.grows = traffic.unbounded;
      if (!setting.unlimited && load.places > 0) load.utilisation = load.places / capacity.mean;
      for (const auto& row : net_.census) {
        if (row.setting != s) continue;
        load.at_start +=
            row.random ? static_cast<std::uint32_t>(std::llround(row.mean_count)) : row.count;
      }
      judge(load, setting, s);
      result_.loads.push_back(std::move(load));
    }
  }

  void judge(const SettingLoad& load, const CompiledSetting& setting, Place s) {
    if (setting.unlimited || !(reachable_[s] || taken_[s])) return;
    const bool waits = setting.may_be_waited_for();
    // Overflow places admit where there is no other place.
    const auto whole = capacity_of(setting, net_.start, net_.end);
    if (waits && whole.mean <= 0 && setting.overflow_places == 0 && setting.leave.empty()) {
      return add(messages::never_a_place(load.setting));
    }
    if (load.utilisation >= 1) return add(messages::over_capacity(load, setting));
    // What closes every night has no place then: nothing to tell of.
    if (load.places > load.capacity_least && !setting.background) {
      add(messages::over_capacity_at_times(load));
    }
  }

  void add_kinds() {
    for (const auto& [key, kind] : traffic_.kinds) {
      if (!(kind.present > 0) && !(kind.stays_per_day > 0)) continue;
      result_.kinds.push_back({key.first, key.second, kind.present, kind.stays_per_day});
    }
  }

  void add_moves() {
    for (const auto from : net_.setting.ids()) add_moves_from(from, net_.place_ids[from]);
    add_moves_from(nowhere, "");
  }

  void add_moves_from(Place from, const std::string& name) {
    for (const auto to : net_.place_ids.ids()) {
      const double per_day = traffic_.flow[net_.way(from, to)];
      if (per_day > 0) result_.moves.push_back({name, net_.place_ids[to], per_day});
    }
  }

  void add_shortest() {
    for (std::size_t m = 0; m < net_.moves.size(); ++m) {
      if (net_.shortest[m].empty()) continue;
      add(messages::shortest_of(net_.moves[m].pointer + "/shortest_of", ids(net_.shortest[m])));
    }
  }

  void add_revolving_doors() {
    for (const auto& loop : pathway_.loops()) {
      if (!reachable_[loop.front()]) continue;
      RevolvingDoor door;
      door.settings = ids(loop);
      door.busiest = door.settings.front();
      const auto visits = visits_in(loop, shares_, net_);
      for (std::size_t i = 0; i < loop.size(); ++i) {
        const double share = 1 - 1 / visits[i];
        if (share <= door.return_share) continue;
        door.return_share = share;
        door.busiest = door.settings[i];
      }
      for (const auto& cycle : pathway_.cycles(loop, shares_)) {
        double share = 1;
        for (std::size_t i = 0; i < cycle.size(); ++i) {
          share *= shares_[net_.way(cycle[i], cycle[(i + 1) % cycle.size()])];
        }
        door.cycles.push_back({ids(cycle), share});
      }
      std::ranges::stable_sort(door.cycles, std::ranges::greater{}, &Cycle::share);
      if (door.cycles.size() > most_cycles) door.cycles.resize(most_cycles);
      add(messages::revolving_door(door));
      result_.revolving_doors.push_back(std::move(door));
    }
  }

  void add_blocking_loops() {
    for (const auto& loop : pathway_.blocking_loops()) {
      if (!reachable_[loop.front()]) continue;
      result_.blocking_loops.push_back(ids(loop));
      add(messages::blocking_loop(result_.blocking_loops.back()));
    }
  }

  void add_bottleneck() {
    const auto narrowest = std::ranges::max_element(result_.loads, {}, &SettingLoad::utilisation);
    if (narrowest == result_.loads.end() || !(narrowest->utilisation > 0)) return;
    const double arrivals = result_.arrivals_per_day;
    result_.bottleneck =
        Bottleneck{narrowest->setting, arrivals / narrowest->utilisation, arrivals};
    if (arrivals > 0) add(messages::bottleneck(*result_.bottleneck));
  }

  const Network& net_;
  Pathway pathway_;
  Journeys journeys_;
  Traffic traffic_;
  std::vector<double> shares_;
  sim::Table<Place, bool> reachable_;
  sim::Table<Place, bool> taken_;  ///< some who come elsewhere take places here
  Analysis result_;
};

}  // namespace

bool Analysis::has_errors() const {
  return std::ranges::any_of(findings,
                             [](const Finding& f) { return f.level == Finding::Level::Error; });
}

Analysis analyse(const Network& network, const Outside& outside) {
  return Analyst(network, outside).analyse();
}

scenarios::Findings issues_of(const Analysis& analysis) {
  scenarios::Findings result;
  for (const auto& finding : analysis.findings) {
    if (finding.level == Level::Note) continue;
    auto& list = finding.level == Level::Error ? result.errors : result.warnings;
    list.push_back({"", finding.pointer, finding.expected, finding.got});
  }
  return result;
}

}  // namespace flow
