// SPDX-License-Identifier: Apache-2.0
#include "models/flow/pathway_edges.hpp"

#include <algorithm>
#include <bitset>
#include <map>
#include <tuple>

#include "models/flow/units.hpp"

namespace flow {
namespace {

using Kind = Pathway::Kind;
using Edge = Pathway::Edge;

/// A set of settings that are somebody's residence.
using Residences = std::bitset<256>;

/// Gathers the edges as the rules state them, "residence" still a destination of its own, and then
/// replaces it by the settings that it can stand for.
class EdgeCollector {
 public:
  explicit EdgeCollector(const Network& network) : net_(network), lives_(network.settings) {}

  std::vector<Edge> collect(const Outside& outside) {
    for (const auto s : net_.setting.ids()) {
      add_routes(s);
      add_hazards(s);
      add_when_full(s);
    }
    for (const auto& move : outside.moves) {
      for (const auto to : places_of(net_.joined(move.from, move.to))) {
        add_for_all(move.from, to, Kind::Outside, move.pointer);
      }
    }
    for (const auto& source : net_.sources) {
      for (const auto to : entered_by(source)) {
        add_for_all(nowhere, to, Kind::Arrival, source.pointer);
      }
    }
    for (const auto& row : net_.census) {
      if (row.count + row.waiting > 0) {
        add_for_all(nowhere, row.setting, Kind::Census, row.pointer);
      }
    }
    find_residences();
    return resolved();
  }

 private:
  static std::vector<Place> places_of(const std::vector<std::pair<Place, double>>& joined) {
    std::vector<Place> places;
    places.reserve(joined.size());
    for (const auto& [place, share] : joined) places.push_back(place);
    return places;
  }

  /// Where a source's patients may come first.
  [[nodiscard]] std::vector<Place> entered_by(const Source& source) const {
    if (source.to != to_residence) return places_of(net_.joined(nowhere, source.to));
    if (source.residence == nowhere) return {};
    return {source.residence};
  }

  Edge& edge(Place from, Place to, Kind kind, const std::string& pointer) {
    const auto rank = from == nowhere ? 0 : sim::index(from) + 1;
    const auto [found, is_new] = edges_.try_emplace(std::tuple{rank, to, kind});
    auto& e = found->second;
    if (is_new) {
      e = {from, to, kind, true, 0, 0, ProfileSet(net_.vocabulary.profiles()), pointer};
    }
    return e;
  }

  void add_for_all(Place from, Place to, Kind kind, const std::string& pointer) {
    edge(from, to, kind, pointer).profiles.assign(net_.vocabulary.profiles(), true);
  }

  /// One more profile that may go this way, with its probability or rate.
  static void widen(Edge& e, Profile profile, double amount) {
    const bool first = std::ranges::find(e.profiles, true) == e.profiles.end();
    e.least = first ? amount : std::min(e.least, amount);
    e.greatest = std::max(e.greatest, amount);
    e.profiles[profile] = true;
  }

  /// Adds an amount wherever those may come who go from one place to another.
  void share_out(Place from, Place to, double amount, std::map<Place, double>& amounts) const {
    for (const auto& [place, share] : net_.joined(from, to)) amounts[place] += amount * share;
  }

  void add_routes(Place s) {
    if (net_.routes.empty()) return;
    std::map<Place, double> shares;
    for (const auto p : net_.vocabulary.each_profile()) {
      const auto& route = net_.route(s, p);
      double sum = 0;
      for (const auto& option : route.to.options) sum += option.probability;
      shares.clear();
      for (const auto& option : route.to.options) {
        if (option.value == stays_on) continue;
        share_out(s, option.value, option.probability / sum, shares);
      }
      for (const auto& [to, share] : shares) {
        const auto kind = to == to_residence ? Kind::Return : Kind::Route;
        widen(edge(s, to, kind, route.pointer), p, share);
      }
    }
  }

  void add_hazards(Place s) {
    if (!net_.setting[s].has_risks) return;
    std::map<Place, double> per_year;
    for (const auto p : net_.vocabulary.each_profile()) {
      const auto& risk = net_.risk(s, p);
      double sum = 0;
      for (const auto& option : risk.causes.options) sum += option.probability;
      // Several rules may lead to the same place; their rates add up.
      per_year.clear();
      for (const auto& option : risk.causes.options) {
        const auto to = option.value.to;
        if (to == nowhere) continue;
        share_out(s, to, risk.per_ms * ms_per_year * option.probability / sum, per_year);
        for (const auto place : places_of(net_.joined(s, to))) {
          edge(s, place, Kind::Hazard, option.value.pointer);
        }
      }
      for (const auto& [to, rate] : per_year) widen(edge(s, to, Kind::Hazard, {}), p, rate);
    }
  }

  void add_when_full(Place s) {
    const auto& setting = net_.setting[s];
    if (setting.never_full()) return;
    const auto add = [&](const FullAnswer& answer, auto&& may) {
      const bool is_lost = answer.policy == scenarios::WhenFull::Policy::Lost;
      const auto to = is_lost ? net_.lost : answer.divert_to;
      if (to == nowhere) return;
      add_for(s, to, is_lost ? Kind::Lost : Kind::Divert, answer.pointer, may);
    };
    for (const auto& exception : setting.exceptions) {
      add(exception.answer, [&](Profile p) { return exception.when[p]; });
    }
    add(setting.when_full, [](Profile) { return true; });
    for (const auto& leave : setting.leave) {
      add_for(s, leave.to, Kind::QueueLeave, leave.pointer,
              [&](Profile p) { return leave.when[p]; });
    }
  }

  /// Those who find a setting full come from anywhere.
  template <class May>
  void add_for(Place s, Place to, Kind kind, const std::string& pointer, May may) {
    for (const auto place : net_.joined_from_anywhere(to)) {
      auto& e = edge(s, place, kind, pointer);
      for (const auto p : net_.vocabulary.each_profile()) {
        if (may(p)) e.profiles[p] = true;
      }
    }
  }

  /// Which residences those who are in a setting may have: a fixed point over the edges, from the
  /// source on.
  void find_residences() {
    for (const auto& source : net_.sources) {
      for (const auto to : entered_by(source)) deliver(only(source.residence), to);
    }
    for (const auto& row : net_.census) deliver(only(row.residence), row.setting);
    for (bool again = true; again;) {
      again = false;
      for (const auto& [key, e] : edges_) {
        if (e.from == nowhere || !has(reached_, e.from) || is_when_full(e.kind)) continue;
        again |= follow(e);
      }
    }
  }

  static bool is_when_full(Kind kind) {
    return kind == Kind::QueueLeave || kind == Kind::Divert || kind == Kind::Lost;
  }

  static Residences only(Place place) {
    Residences set;
    if (place != nowhere) set.set(sim::index(place));
    return set;
  }
  static bool has(const Residences& set, Place place) { return set[sim::index(place)]; }

  bool follow(const Edge& e) {
    if (e.to != to_residence) return deliver(lives_[e.from], e.to);
    bool changed = false;
    for (const auto home : net_.setting.ids()) {
      if (has(lives_[e.from], home)) changed |= deliver(lives_[e.from], home);
    }
    return changed;
  }

  /// Those who live in one of `who` want to go to `to`, and where they end when it is full.
  bool deliver(const Residences& who, Place to) {
    Residences seen;
    return deliver(who, to, seen);
  }
  bool deliver(const Residences& who, Place to, Residences& seen) {
    if (!net_.is_setting(to) || has(seen, to)) return false;
    seen |= only(to);
    const auto& setting = net_.setting[to];
    const auto after = lives_[to] | (setting.residence ? only(to) : who);
    bool changed = after != lives_[to] || !has(reached_, to);
    lives_[to] = after;
    reached_ |= only(to);
    if (setting.never_full()) return changed;
    const auto divert = [&](const FullAnswer& answer) {
      if (answer.divert_to == nowhere) return;
      for (const auto place : net_.joined_from_anywhere(answer.divert_to)) {
        changed |= deliver(who, place, seen);
      }
    };
    for (const auto& exception : setting.exceptions) divert(exception.answer);
    divert(setting.when_full);
    for (const auto& leave : setting.leave) {
      if (leave.to != to_residence) {
        for (const auto place : net_.joined_from_anywhere(leave.to)) {
          changed |= deliver(who, place, seen);
        }
      } else {
        lives_waiting_[to] |= who;
        for (const auto home : net_.setting.ids()) {
          if (has(who, home) && home != to) changed |= deliver(who, home, seen);
        }
      }
    }
    return changed;
  }

  std::vector<Edge> resolved() {
    std::map<std::tuple<std::size_t, Place, Kind>, Edge> result;
    for (const auto& [key, e] : edges_) {
      if (e.to != to_residence) {
        result.emplace(key, e);
        continue;
      }
      if (e.from == nowhere) continue;
      const auto& who = is_when_full(e.kind) ? lives_waiting_[e.from] : lives_[e.from];
      for (const auto home : net_.setting.ids()) {
        if (!has(who, home)) continue;
        Edge there = e;
        there.to = home;
        result.emplace(std::tuple{std::get<0>(key), home, e.kind}, std::move(there));
      }
    }
    std::vector<Edge> edges;
    for (auto& [key, e] : result) {
      e.open =
          is_when_full(e.kind) || e.kind == Kind::Census || Pathway::ever_opens(net_, e.from, e.to);
      edges.push_back(std::move(e));
    }
    return edges;
  }

  const Network& net_;
  std::map<std::tuple<std::size_t, Place, Kind>, Edge> edges_;
  sim::Table<Place, Residences> lives_;
  std::map<Place, Residences> lives_waiting_;  // in the queue of a setting that one may leave
  Residences reached_;
};

}  // namespace

std::vector<Edge> pathway_edges(const Network& network, const Outside& outside) {
  return EdgeCollector(network).collect(outside);
}

}  // namespace flow
