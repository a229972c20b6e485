// SPDX-License-Identifier: Apache-2.0
// The minimum cut of the pathway.
#include <cmath>
#include <set>
#include <utility>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/push_relabel_max_flow.hpp>

#include "models/flow/pathway.hpp"

namespace flow {
namespace {

using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
using Reverse = boost::property<boost::edge_reverse_t, Traits::edge_descriptor>;
using Residual = boost::property<boost::edge_residual_capacity_t, long long, Reverse>;
using EdgeCapacity = boost::property<boost::edge_capacity_t, long long, Residual>;
using Flows = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property,
                                    EdgeCapacity>;

// Whole millionths of a patient per day: flows are then exact and the cut does not hang on the last
// bit. The sum of all unlimited edges stays within 63 bits.
constexpr double scale = 1e6;
constexpr long long most = 10'000'000'000'000;
constexpr long long no_limit = 10 * most;

void connect(Flows& graph, std::size_t from, std::size_t to, long long capacity) {
  const auto there = add_edge(from, to, graph).first;
  const auto back = add_edge(to, from, graph).first;
  put(boost::edge_capacity, graph, there, capacity);
  put(boost::edge_capacity, graph, back, 0);
  put(boost::edge_reverse, graph, there, back);
  put(boost::edge_reverse, graph, back, there);
}

/// The vertices that the source still reaches over edges that are not full.
std::vector<bool> source_side(const Flows& graph, std::size_t source) {
  std::vector<bool> reached(num_vertices(graph));
  std::vector<std::size_t> open{source};
  reached[source] = true;
  while (!open.empty()) {
    const auto v = open.back();
    open.pop_back();
    for (auto [e, last] = out_edges(v, graph); e != last; ++e) {
      const auto to = target(*e, graph);
      if (reached[to] || get(boost::edge_residual_capacity, graph, *e) <= 0) continue;
      reached[to] = true;
      open.push_back(to);
    }
  }
  return reached;
}

}  // namespace

std::optional<Pathway::Cut> Pathway::minimum_cut(const sim::Table<Place, double>& per_day) const {
  const auto n = network_.settings;
  const auto source = 2 * n;
  const auto sink = 2 * n + 1;
  Flows graph(2 * n + 2);
  // A setting is an edge from its entrance to its way out.
  const auto entrance = [](Place s) { return 2 * sim::index(s); };
  const auto way_out = [](Place s) { return 2 * sim::index(s) + 1; };
  for (const auto s : per_day.ids()) {
    const bool limited = per_day[s] * scale < static_cast<double>(most);
    connect(graph, entrance(s), way_out(s), limited ? std::llround(per_day[s] * scale) : no_limit);
  }
  std::set<std::pair<std::size_t, std::size_t>> ways;
  for (const auto& e : edges_) {
    if (!e.open) continue;
    ways.emplace(e.from == nowhere ? source : way_out(e.from),
                 network_.is_setting(e.to) ? entrance(e.to) : sink);
  }
  for (const auto& [from, to] : ways) connect(graph, from, to, no_limit);
  const auto total = boost::push_relabel_max_flow(graph, source, sink);
  if (total >= no_limit) return std::nullopt;
  const auto near = source_side(graph, source);
  Cut cut{static_cast<double>(total) / scale, {}};
  for (const auto s : per_day.ids()) {
    if (near[entrance(s)] && !near[way_out(s)]) cut.settings.push_back(s);
  }
  return cut;
}

}  // namespace flow
