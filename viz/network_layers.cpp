// SPDX-License-Identifier: Apache-2.0
#include "viz/network_layers.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace viz {
namespace {

using NodeKind = PathwayNode::Kind;

/// reach[a][b]: b can be reached from a along the links.
std::vector<std::vector<bool>> reachability(std::size_t nodes, const std::vector<Link>& links) {
  std::vector<std::vector<bool>> reach(nodes, std::vector<bool>(nodes, false));
  for (const Link& link : links) reach[link.from][link.to] = true;
  for (std::size_t via = 0; via < nodes; ++via) {
    for (std::size_t a = 0; a < nodes; ++a) {
      if (!reach[a][via]) continue;
      for (std::size_t b = 0; b < nodes; ++b) {
        if (reach[via][b]) reach[a][b] = true;
      }
    }
  }
  return reach;
}

/// Longest path from the sources over the links that keep the order. Nodes are in such an order
/// that a kept link inside a loop goes from a lower to a higher index; between loops any direction
/// may occur, so the relaxation is repeated until nothing moves (it must end: the kept links have
/// no cycle).
std::vector<std::size_t> longest_paths(std::size_t nodes, const std::vector<Link>& links,
                                       const std::vector<bool>& returns) {
  std::vector<std::size_t> layer(nodes, 0);
  for (bool moved = true; moved;) {
    moved = false;
    for (std::size_t e = 0; e < links.size(); ++e) {
      const Link& link = links[e];
      if (returns[e] || link.from == link.to || layer[link.to] > layer[link.from]) continue;
      layer[link.to] = layer[link.from] + 1;
      moved = true;
    }
  }
  return layer;
}

/// A source, or a resource: nothing leads to it.
bool only_feeds(const PathwayPicture& picture, const std::vector<Link>& links, std::size_t node) {
  if (picture.nodes[node].kind == NodeKind::Source) return true;
  for (std::size_t e = 0; e < links.size(); ++e) {
    if (links[e].from == node && picture.edges[e].kind == PathwayEdge::Kind::Takes) return true;
  }
  return false;
}

void pull_sources(const PathwayPicture& picture, const std::vector<Link>& links,
                  std::vector<std::size_t>& layer) {
  for (std::size_t node = 0; node < picture.nodes.size(); ++node) {
    if (!only_feeds(picture, links, node)) continue;
    std::size_t nearest = Layers::none;
    for (const Link& link : links) {
      if (link.from == node) nearest = std::min(nearest, layer[link.to]);
    }
    if (nearest != Layers::none && nearest > 0) layer[node] = nearest - 1;
  }
}

void push_exits(const PathwayPicture& picture, std::vector<std::size_t>& layer) {
  std::size_t last = 0;
  for (std::size_t node = 0; node < picture.nodes.size(); ++node) {
    if (picture.nodes[node].kind != NodeKind::Exit) last = std::max(last, layer[node] + 1);
  }
  for (std::size_t node = 0; node < picture.nodes.size(); ++node) {
    if (picture.nodes[node].kind == NodeKind::Exit) layer[node] = last;
  }
}

/// Number of crossings between two neighbouring layers for the current order.
std::size_t crossings(const Layers& layers, const std::vector<std::size_t>& rank) {
  std::vector<std::vector<Link>> between(layers.count);
  for (const auto& chain : layers.chains) {
    for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
      between[layers.layer[chain[i]]].push_back({rank[chain[i]], rank[chain[i + 1]]});
    }
  }
  std::size_t total = 0;
  for (const auto& segments : between) {
    for (std::size_t i = 0; i < segments.size(); ++i) {
      for (std::size_t j = i + 1; j < segments.size(); ++j) {
        const Link& a = segments[i];
        const Link& b = segments[j];
        if ((a.from < b.from && a.to > b.to) || (a.from > b.from && a.to < b.to)) ++total;
      }
    }
  }
  return total;
}

using Neighbours = std::vector<std::vector<std::size_t>>;  // by item

/// Neighbours of each item in the layer before (false) or after (true).
Neighbours neighbours(const Layers& layers, bool after) {
  std::vector<std::vector<std::size_t>> out(layers.layer.size());
  for (const auto& chain : layers.chains) {
    for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
      if (after) {
        out[chain[i]].push_back(chain[i + 1]);
      } else {
        out[chain[i + 1]].push_back(chain[i]);
      }
    }
  }
  return out;
}

std::vector<std::size_t> ranks(const Layers& layers) {
  std::vector<std::size_t> rank(layers.layer.size(), 0);
  for (const auto& order : layers.order) {
    for (std::size_t i = 0; i < order.size(); ++i) rank[order[i]] = i;
  }
  return rank;
}

/// One pass of barycentres: every layer is sorted by the mean rank of its neighbours in the one
/// before.
void sort_by_barycentre(Layers& layers, bool downwards) {
  const auto near = neighbours(layers, !downwards);
  for (std::size_t step = 0; step < layers.count; ++step) {
    const std::size_t index = downwards ? step : layers.count - 1 - step;
    const std::vector<std::size_t> rank = ranks(layers);
    std::vector<double> centre(layers.layer.size(), 0);
    for (const std::size_t item : layers.order[index]) {
      double sum = 0;
      for (const std::size_t other : near[item]) sum += static_cast<double>(rank[other]);
      // Items without neighbours keep their place.
      centre[item] = near[item].empty() ? static_cast<double>(rank[item])
                                        : sum / static_cast<double>(near[item].size());
    }
    std::stable_sort(layers.order[index].begin(), layers.order[index].end(),
                     [&](std::size_t a, std::size_t b) { return centre[a] < centre[b]; });
  }
}

void find_order(Layers& layers) {
  auto best = layers.order;
  std::size_t fewest = crossings(layers, ranks(layers));
  for (int pass = 0; pass < 24 && fewest > 0; ++pass) {
    sort_by_barycentre(layers, pass % 2 == 0);
    const std::size_t now = crossings(layers, ranks(layers));
    if (now < fewest) {
      fewest = now;
      best = layers.order;
    }
  }
  layers.order = std::move(best);
}

void add_chains(const std::vector<Link>& links, Layers& layers) {
  layers.order.resize(layers.count);
  for (std::size_t node = 0; node < layers.layer.size(); ++node) {
    layers.order[layers.layer[node]].push_back(node);
  }
  layers.chains.resize(links.size());
  for (std::size_t e = 0; e < links.size(); ++e) {
    const Link link = links[e];
    if (layers.returns[e] || layers.side[e] || link.from == link.to) continue;
    auto& chain = layers.chains[e];
    chain.push_back(link.from);
    for (std::size_t at = layers.layer[link.from] + 1; at < layers.layer[link.to]; ++at) {
      chain.push_back(layers.layer.size());
      layers.order[at].push_back(layers.layer.size());
      layers.layer.push_back(at);
    }
    chain.push_back(link.to);
  }
}

/// Least squares with minimum distances: minimises sum pull_i (x_i - wanted_i)^2 with x_{i+1} - x_i
/// >= distance_i. With y_i = x_i - (sum of distances before i) this is isotonic regression, solved
/// by pooling adjacent violators.
std::vector<double> spread_out(const std::vector<double>& wanted, const std::vector<double>& pull,
                               const std::vector<double>& distance) {
  struct Pool {
    double sum;
    double weight;
    std::size_t size;
    [[nodiscard]] double mean() const { return sum / weight; }
  };
  std::vector<double> offset(wanted.size(), 0);
  for (std::size_t i = 1; i < wanted.size(); ++i) offset[i] = offset[i - 1] + distance[i - 1];
  std::vector<Pool> pools;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    pools.push_back({pull[i] * (wanted[i] - offset[i]), pull[i], 1});
    while (pools.size() > 1 && pools[pools.size() - 2].mean() > pools.back().mean()) {
      const Pool last = pools.back();
      pools.pop_back();
      pools.back().sum += last.sum;
      pools.back().weight += last.weight;
      pools.back().size += last.size;
    }
  }
  std::vector<double> out;
  for (const Pool& pool : pools) {
    for (std::size_t i = 0; i < pool.size; ++i) out.push_back(pool.mean() + offset[out.size()]);
  }
  return out;
}

/// How much room the items of a layer need: nodes by their size, bends of long lines a little.
struct Spacing {
  const std::vector<double>& size;  ///< of the nodes, which come before the bends
  double gap;                       ///< between two nodes

  [[nodiscard]] bool is_bend(std::size_t item) const { return item >= size.size(); }
  [[nodiscard]] double extent(std::size_t item) const { return is_bend(item) ? 16 : size[item]; }
  /// Between the middles of two neighbours.
  [[nodiscard]] double distance(std::size_t a, std::size_t b) const {
    const bool nodes = !is_bend(a) && !is_bend(b);
    return (extent(a) + extent(b)) / 2 + (nodes ? gap : gap / 2);
  }
};

/// A layer as close as it goes, its middle at 0.
void place_side_by_side(Layers& layers, const std::vector<std::size_t>& order,
                        const Spacing& spacing) {
  double at = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i > 0) at += spacing.distance(order[i - 1], order[i]);
    layers.position[order[i]] = at;
  }
  for (const std::size_t item : order) layers.position[item] -= at / 2;
}

/// Moves the items of a layer towards the mean of their neighbours, keeping order and distances.
void pull_into_line(Layers& layers, const std::vector<std::size_t>& order, const Spacing& spacing,
                    std::array<const Neighbours*, 2> sides) {
  std::vector<double> wanted;
  std::vector<double> pulls;
  std::vector<double> distances;
  for (std::size_t i = 0; i < order.size(); ++i) {
    double sum = 0;
    double weight = 0;
    const bool bent = spacing.is_bend(order[i]);
    for (const auto* side : sides) {
      for (const std::size_t other : (*side)[order[i]]) {
        // Long lines are kept straight before short ones (Gansner et al. 1993).
        const bool other_bent = spacing.is_bend(other);
        const double pull = bent && other_bent ? 8 : bent || other_bent ? 2 : 1;
        sum += pull * layers.position[other];
        weight += pull;
      }
    }
    wanted.push_back(weight > 0 ? sum / weight : layers.position[order[i]]);
    pulls.push_back(std::max(weight, 1.0));
    if (i > 0) distances.push_back(spacing.distance(order[i - 1], order[i]));
  }
  const std::vector<double> placed = spread_out(wanted, pulls, distances);
  for (std::size_t i = 0; i < order.size(); ++i) layers.position[order[i]] = placed[i];
}

}  // namespace

Layers make_layers(const PathwayPicture& picture, const std::vector<Link>& links) {
  const std::size_t nodes = picture.nodes.size();
  Layers layers;
  const auto reach = reachability(nodes, links);
  layers.returns.resize(links.size());
  for (std::size_t e = 0; e < links.size(); ++e) {
    const Link link = links[e];
    layers.returns[e] = link.from > link.to && reach[link.to][link.from];
  }
  layers.layer = longest_paths(nodes, links, layers.returns);
  pull_sources(picture, links, layers.layer);
  push_exits(picture, layers.layer);
  layers.count = nodes == 0 ? 0 : 1 + *std::max_element(layers.layer.begin(), layers.layer.end());
  layers.side.resize(links.size());
  for (std::size_t e = 0; e < links.size(); ++e) {
    const Link link = links[e];
    // A move that was cut out of a loop may still run with the flow.
    if (link.from != link.to) {
      layers.returns[e] = layers.layer[link.from] >= layers.layer[link.to];
    }
    const bool out = picture.nodes[link.to].kind == NodeKind::Exit;
    layers.side[e] = out && layers.layer[link.to] > layers.layer[link.from] + 1;
  }
  add_chains(links, layers);
  find_order(layers);
  return layers;
}

void place_across(Layers& layers, const std::vector<double>& size, double gap) {
  const Spacing spacing{size, gap};
  layers.position.assign(layers.layer.size(), 0);
  for (const auto& order : layers.order) place_side_by_side(layers, order, spacing);
  const auto before = neighbours(layers, false);
  const auto after = neighbours(layers, true);
  for (int pass = 0; pass < 16; ++pass) {
    for (std::size_t step = 0; step < layers.count; ++step) {
      const auto& order = layers.order[pass % 2 == 0 ? step : layers.count - 1 - step];
      pull_into_line(layers, order, spacing, {&before, &after});
    }
  }
}

}  // namespace viz
