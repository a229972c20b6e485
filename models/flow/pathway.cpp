// SPDX-License-Identifier: Apache-2.0
#include "models/flow/pathway.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/strong_components.hpp>

#include "models/flow/pathway_edges.hpp"

namespace flow {
namespace {

using Arrow = std::pair<std::size_t, std::size_t>;

struct Weight {
  double value = 0;
};
using Graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, Weight>;

Graph make_graph(const std::vector<Arrow>& arrows, std::size_t vertices) {
  return {boost::edges_are_unsorted_multi_pass, arrows.begin(), arrows.end(), vertices};
}

Graph make_graph(const std::vector<Arrow>& arrows, const std::vector<Weight>& weights,
                 std::size_t vertices) {
  return {boost::edges_are_unsorted_multi_pass, arrows.begin(), arrows.end(), weights.begin(),
          vertices};
}

std::vector<bool> reached_from(const std::vector<Arrow>& arrows, std::size_t vertices,
                               std::size_t root) {
  const auto graph = make_graph(arrows, vertices);
  std::vector<boost::default_color_type> colors(vertices, boost::white_color);
  boost::breadth_first_search(graph, root,
                              boost::color_map(boost::make_iterator_property_map(
                                  colors.begin(), get(boost::vertex_index, graph))));
  std::vector<bool> reached(vertices);
  for (std::size_t v = 0; v < vertices; ++v) reached[v] = colors[v] != boost::white_color;
  return reached;
}

/// Components with a cycle in them, ordered.
std::vector<std::vector<Place>> cyclic_components(const std::vector<Arrow>& arrows,
                                                  std::size_t vertices) {
  const auto graph = make_graph(arrows, vertices);
  std::vector<std::size_t> component(vertices);
  const auto count = boost::strong_components(
      graph, boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, graph)));
  std::vector<std::vector<Place>> members(count);
  for (std::size_t v = 0; v < vertices; ++v) members[component[v]].push_back(static_cast<Place>(v));
  std::vector<bool> to_itself(vertices);
  for (const auto& [from, to] : arrows) {
    if (from == to) to_itself[from] = true;
  }
  std::erase_if(members,
                [&](const auto& m) { return m.size() == 1 && !to_itself[sim::index(m.front())]; });
  // They share no member, so the first ones tell them apart.
  std::ranges::sort(members, {}, [](const auto& m) { return m.front(); });
  return members;
}

/// The cycle turned so that its first setting comes first.
std::vector<std::size_t> from_first(std::vector<std::size_t> cycle) {
  std::rotate(cycle.begin(), std::min_element(cycle.begin(), cycle.end()), cycle.end());
  return cycle;
}

/// A distance that makes the likeliest way the shortest. A way that nobody takes is longer than any
/// that somebody does; a small toll per move makes the shorter of two equally likely ways win.
double unlikeliness(double share) {
  constexpr double untravelled = 1e4;
  constexpr double toll = 1e-9;
  return toll + (share > 0 ? std::max(0.0, -std::log(share)) : untravelled);
}

/// By vertex: the one before it on the nearest way from the start.
std::vector<std::size_t> nearest_ways(const Graph& graph, std::size_t start) {
  std::vector<std::size_t> before(num_vertices(graph));
  std::vector<double> distance(num_vertices(graph));
  const auto index = get(boost::vertex_index, graph);
  boost::dijkstra_shortest_paths(
      graph, start,
      boost::weight_map(get(&Weight::value, graph))
          .predecessor_map(boost::make_iterator_property_map(before.begin(), index))
          .distance_map(boost::make_iterator_property_map(distance.begin(), index)));
  return before;
}

/// Whether a patient who waits for this setting keeps the place in `from`. Nobody stays locked where
/// everyone may give up and leave.
bool waits_in_place(const CompiledSetting& setting, Place from, const Network& network) {
  using Policy = scenarios::WhenFull::Policy;
  using Until = scenarios::QueueRule::Leave::Until;
  if (setting.never_full()) return false;
  for (const auto p : network.vocabulary.each_profile()) {
    bool keeps = false;
    setting.each_answer(p, from, [&](const FullAnswer& answer) {
      keeps |= answer.policy == Policy::Wait || answer.policy == Policy::Overflow;
    });
    if (!keeps) continue;
    const bool gives_up = std::ranges::any_of(setting.leave, [&](const LeaveRule& leave) {
      return leave.when[p] && network.is_exit(leave.to) &&
             (leave.until != Until::Closing || setting.next_closing(network.start).has_value());
    });
    if (!gives_up) return true;
  }
  return false;
}

/// Whether somebody who goes from one setting to another needs more shared places than he gives up.
bool takes_more(const Network& network, Place from, Place to, Place of) {
  return std::ranges::any_of(network.vocabulary.each_profile(), [&](Profile p) {
    return network.setting[to].places_of(to, of, p) > network.setting[from].places_of(from, of, p);
  });
}

/// Where those who come from `from` may be diverted to.
std::set<Place> diversions(const CompiledSetting& setting, Place from, const Network& network) {
  std::set<Place> to;
  const auto add = [&](const FullAnswer& answer) {
    if (answer.divert_to == nowhere) return;
    for (const auto& [place, share] : network.joined(from, answer.divert_to)) to.insert(place);
  };
  if (setting.exceptions.empty()) {
    add(setting.when_full);
    return to;
  }
  for (const auto p : network.vocabulary.each_profile()) setting.each_answer(p, from, add);
  return to;
}

/// Where such a patient is diverted to however many wait, if so.
std::optional<Place> always_diverted(const CompiledSetting& setting, Profile profile, Place from) {
  std::optional<Place> to;
  std::size_t answers = 0;
  setting.each_answer(profile, from, [&](const FullAnswer& answer) {
    if (answer.divert_to != nowhere) to = answer.divert_to;
    ++answers;
  });
  return answers == 1 && !setting.never_full() ? to : std::nullopt;
}

/// Places that exceptions name, one that they do not, and arrival.
std::set<Place> told_apart(const Network& network) {
  std::set<Place> origins{nowhere};
  for (const auto& setting : network.setting) {
    for (const auto& exception : setting.exceptions) {
      origins.insert(exception.from.begin(), exception.from.end());
    }
  }
  for (const auto s : network.setting.ids()) {
    if (origins.insert(s).second) break;
  }
  return origins;
}

}  // namespace

Pathway::Pathway(const Network& network, const Outside& outside)
    : network_(network), edges_(pathway_edges(network, outside)) {}

bool Pathway::ever_opens(const Network& network, Place from, Place to) {
  if (!network.is_setting(to)) return true;  // nobody is kept from leaving the model
  const auto& move = network.move(from, to);
  return move.always_open || move.open.next_time_when(true, network.start).has_value();
}

sim::Table<Place, bool> Pathway::reachable() const {
  std::vector<Arrow> arrows;
  for (const auto& e : edges_) {
    if (e.open) arrows.emplace_back(vertex(e.from), vertex(e.to));
  }
  auto reached = reached_from(arrows, network_.places + 1, network_.places);
  reached.resize(network_.places);
  return sim::Table<Place, bool>(std::move(reached));
}

sim::Table<Place, bool> Pathway::can_leave() const {
  const auto out = network_.places;  // the source's number serves as one exit behind all exits
  std::vector<Arrow> backwards;
  for (const auto& e : edges_) {
    if (e.open && e.from != nowhere) backwards.emplace_back(vertex(e.to), vertex(e.from));
  }
  for (auto exit = network_.settings; exit < network_.places; ++exit) {
    backwards.emplace_back(out, exit);
  }
  auto reached = reached_from(backwards, network_.places + 1, out);
  reached.resize(network_.places);
  return sim::Table<Place, bool>(std::move(reached));
}

std::vector<std::vector<Place>> Pathway::loops() const {
  std::vector<Arrow> arrows;
  for (const auto& e : edges_) {
    if (!e.open || e.from == nowhere || !network_.is_setting(e.to)) continue;
    if (network_.stays_in_place(e.from, e.to)) continue;
    arrows.emplace_back(vertex(e.from), vertex(e.to));
  }
  return cyclic_components(arrows, network_.settings);
}

std::vector<std::vector<Place>> Pathway::cycles(std::span<const Place> loop,
                                                std::span<const double> share) const {
  const auto n = network_.settings;
  sim::Table<Place, bool> member(n);
  for (const auto place : loop) member[place] = true;
  std::vector<Arrow> arrows;
  std::vector<Weight> weights;
  for (const auto& e : edges_) {
    if (!e.open || e.from == nowhere || !network_.is_setting(e.to)) continue;
    if (!member[e.from] || !member[e.to] || network_.stays_in_place(e.from, e.to)) continue;
    arrows.emplace_back(vertex(e.from), vertex(e.to));
    const auto way = network_.way(e.from, e.to);
    weights.push_back({unlikeliness(share.empty() ? 0 : share[way])});
  }
  const auto graph = make_graph(arrows, weights, n);
  std::set<std::vector<std::size_t>> found;  // vertices, which are settings here
  for (const auto place : loop) {
    const auto start = vertex(place);
    const auto before = nearest_ways(graph, start);
    for (const auto& [from, to] : arrows) {
      if (to != start) continue;
      std::vector<std::size_t> cycle;
      for (auto v = from; v != start; v = before[v]) cycle.push_back(v);
      cycle.push_back(start);
      std::ranges::reverse(cycle);
      found.insert(from_first(std::move(cycle)));
    }
  }
  std::vector<std::vector<Place>> cycles;
  for (const auto& cycle : found) {
    auto& places = cycles.emplace_back();
    for (const auto v : cycle) places.push_back(static_cast<Place>(v));
  }
  return cycles;
}

bool Pathway::asks_from_a_place(const Edge& e, const Network& net) {
  const bool asks = e.kind == Kind::Route || e.kind == Kind::Return || e.kind == Kind::Hazard ||
                    e.kind == Kind::Outside;
  if (!asks || !e.open || !net.is_setting(e.to) || net.setting[e.from].never_full()) return false;
  const auto& move = net.move(e.from, e.to);
  const bool leaves_first = move.transfer && !move.hold_place;
  const bool place_is_kept = e.kind == Kind::Return && net.setting[e.to].keep_place;
  return !leaves_first && !place_is_kept;
}

std::vector<std::vector<Place>> Pathway::blocking_loops() const {
  const auto& net = network_;
  sim::Table<Place, std::set<Place>> waits_for(net.settings);
  // Where someone who wants to go to `to` may end up waiting with a place still held in `from`.
  sim::Table<Place, std::set<Place>> asked(net.settings);
  const auto wait = [&](const auto& self, Place from, Place to) -> void {
    if (!net.is_setting(to) || net.stays_in_place(from, to)) return;
    const auto& setting = net.setting[to];
    if (setting.never_full() || !asked[from].insert(to).second) return;
    for (const auto other : diversions(setting, from, net)) self(self, from, other);
    if (!waits_in_place(setting, from, net)) return;
    waits_for[from].insert(to);
    for (const auto& taking : setting.takes) {
      if (takes_more(net, from, to, taking.of)) waits_for[from].insert(taking.of);
    }
    for (const auto& leave : setting.leave) {
      for (const auto& [place, share] : net.joined(from, leave.to)) self(self, from, place);
    }
  };
  for (const auto& e : edges_) {
    if (asks_from_a_place(e, net)) wait(wait, e.from, e.to);
  }
  // Places that are shared come free where those are who have taken them.
  for (const auto s : net.setting.ids()) {
    for (const auto& taking : net.setting[s].takes) waits_for[taking.of].insert(s);
  }
  std::vector<Arrow> arrows;
  for (const auto from : waits_for.ids()) {
    for (const auto to : waits_for[from]) arrows.emplace_back(vertex(from), vertex(to));
  }
  return cyclic_components(arrows, net.settings);
}

std::vector<std::vector<Place>> Pathway::diversion_circles() const {
  const auto origins = told_apart(network_);
  std::set<std::vector<Place>> circles;
  std::set<std::vector<Arrow>> known;
  const auto find = [&](Profile profile, Place from) {
    std::vector<Arrow> arrows;
    for (const auto s : network_.setting.ids()) {
      const auto to = always_diverted(network_.setting[s], profile, from);
      if (to && network_.is_setting(*to)) arrows.emplace_back(vertex(s), vertex(*to));
    }
    if (!known.insert(arrows).second) return;
    for (auto& circle : cyclic_components(arrows, network_.settings)) {
      circles.insert(std::move(circle));
    }
  };
  for (const auto profile : network_.vocabulary.each_profile()) {
    for (const auto from : origins) find(profile, from);
  }
  return {circles.begin(), circles.end()};
}

}  // namespace flow
