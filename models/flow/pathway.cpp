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

/// Whether a patient who waits for this setting keeps the place left behind. Nobody stays locked
/// where everyone may give up and leave.
bool waits_in_place(const CompiledSetting& setting, const Network& network) {
  using Policy = scenarios::WhenFull::Policy;
  if (setting.unlimited) return false;
  if (setting.when_full != Policy::Wait && setting.when_full != Policy::Overflow) return false;
  for (const auto p : network.vocabulary.each_profile()) {
    const bool gives_up = std::ranges::any_of(setting.leave, [&](const LeaveRule& leave) {
      return leave.when[p] && network.is_exit(leave.to);
    });
    if (!gives_up) return true;
  }
  return false;
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
    if (!member[e.from] || !member[e.to]) continue;
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

std::vector<std::vector<Place>> Pathway::blocking_loops() const {
  const auto& net = network_;
  sim::Table<Place, std::set<Place>> waits_for(net.settings);
  // Where someone who wants to go to `to` may end up waiting with a place still held in `from`.
  const auto wait = [&](const auto& self, Place from, Place to, std::size_t depth) -> void {
    if (!net.is_setting(to) || depth > net.settings) return;
    const auto& setting = net.setting[to];
    if (setting.unlimited) return;
    if (setting.when_full == scenarios::WhenFull::Policy::Divert) {
      return self(self, from, setting.divert_to, depth + 1);
    }
    if (!waits_in_place(setting, net) || !waits_for[from].insert(to).second) return;
    for (const auto& leave : setting.leave) self(self, from, leave.to, depth + 1);
  };
  for (const auto& e : edges_) {
    const bool asks = e.kind == Kind::Route || e.kind == Kind::Return || e.kind == Kind::Hazard ||
                      e.kind == Kind::Outside;
    if (!asks || !e.open || !net.is_setting(e.to) || net.setting[e.from].unlimited) continue;
    const auto& move = net.move(e.from, e.to);
    const bool leaves_first = move.transfer && !move.hold_place;
    const bool place_is_kept = e.kind == Kind::Return && net.setting[e.to].keep_place;
    if (!leaves_first && !place_is_kept) wait(wait, e.from, e.to, 0);
  }
  std::vector<Arrow> arrows;
  for (const auto from : waits_for.ids()) {
    for (const auto to : waits_for[from]) arrows.emplace_back(vertex(from), vertex(to));
  }
  return cyclic_components(arrows, net.settings);
}

std::vector<std::vector<Place>> Pathway::diversion_circles() const {
  std::vector<Arrow> arrows;
  for (const auto& e : edges_) {
    if (e.kind != Kind::Divert || !network_.is_setting(e.to)) continue;
    arrows.emplace_back(vertex(e.from), vertex(e.to));
  }
  return cyclic_components(arrows, network_.settings);
}

}  // namespace flow
