// SPDX-License-Identifier: Apache-2.0
#include "viz/network_layout.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "viz/format.hpp"
#include "viz/network_layers.hpp"
#include "viz/network_routes.hpp"
#include "words/catalog.hpp"

namespace viz {
namespace {

constexpr double widest_page = 780;
constexpr double self_loop_room = 40;  // both sides; the loop takes half
constexpr double margin = 10;

std::vector<std::string> details(const PathwayNode& node, Lang lang) {
  std::vector<std::string> lines;
  if (!pick(node.capacity, lang).empty()) lines.push_back(pick(node.capacity, lang));
  if (node.load) {
    lines.push_back(say(lang, "network.load", {{"load", percent(*node.load, 0, lang)}}));
  } else if (node.present) {
    const int decimals = *node.present < 10 ? 1 : 0;
    lines.push_back(
        say(lang, "network.present", {{"present", number(*node.present, decimals, lang)}}));
  }
  return lines;
}

PlacedNode measure(const PathwayNode& node, Lang lang) {
  PlacedNode placed;
  placed.label = wrap_text(pick(node.label, lang), 116, 12, true);
  placed.detail = details(node, lang);
  double width = 74;
  for (const auto& line : placed.label) width = std::max(width, text_width(line, 12, true) + 22);
  for (const auto& line : placed.detail) width = std::max(width, text_width(line, 10.5) + 18);
  const auto lines = static_cast<double>(placed.label.size());
  const auto small = static_cast<double>(placed.detail.size());
  placed.box = {0, 0, width, 15 * lines + 13.5 * small + 14};
  return placed;
}

/// Extent of a node along (u) and across (v) the flow.
struct Extent {
  double u = 0, v = 0;
};

Extent extent_of(const PlacedNode& node, bool downward) {
  return downward ? Extent{node.box.height, node.box.width}
                  : Extent{node.box.width, node.box.height};
}

std::vector<Link> links_of(const PathwayPicture& picture) {
  std::map<std::string, std::size_t> index;
  for (std::size_t i = 0; i < picture.nodes.size(); ++i) index.emplace(picture.nodes[i].id, i);
  std::vector<Link> links;
  for (const PathwayEdge& edge : picture.edges) {
    links.push_back({index.at(edge.from), index.at(edge.to)});
  }
  return links;
}

/// Lanes beside the drawing and tracks in the gaps between layers.
void assign_lanes(const std::vector<Link>& links, const Layers& layers, RoutePlan& plan) {
  for (std::size_t e = 0; e < links.size(); ++e) {
    if (layers.returns[e] || layers.side[e]) {
      plan.lanes.try_emplace({links[e].to, layers.side[e]}, Lane{});
    }
  }
  const auto span = [&](const std::pair<std::size_t, bool>& key) {
    std::size_t longest = 0;
    for (std::size_t e = 0; e < links.size(); ++e) {
      if (links[e].to != key.first || !(layers.returns[e] || layers.side[e])) continue;
      const auto a = layers.layer[links[e].from];
      const auto b = layers.layer[links[e].to];
      longest = std::max(longest, a > b ? a - b : b - a);
    }
    return longest;
  };
  // Short ones inside: they are then not crossed by the long ones.
  for (const bool side : {false, true}) {
    std::vector<std::pair<std::size_t, bool>> keys;
    for (const auto& [key, lane] : plan.lanes) {
      if (key.second == side) keys.push_back(key);
    }
    std::stable_sort(keys.begin(), keys.end(),
                     [&](const auto& a, const auto& b) { return span(a) < span(b); });
    for (std::size_t i = 0; i < keys.size(); ++i) plan.lanes[keys[i]].rank = i;
  }
}

/// Which lanes run through each gap, in the order that crosses least: see the comment in the loop.
void assign_tracks(const std::vector<Link>& links, const Layers& layers, RoutePlan& plan) {
  plan.tracks.resize(layers.count + 1);
  struct Use {
    int group;
    double order;
    TrackKey key;
  };
  for (std::size_t gap = 0; gap <= layers.count; ++gap) {
    std::map<TrackKey, Use> uses;
    for (std::size_t e = 0; e < links.size(); ++e) {
      if (!layers.returns[e] && !layers.side[e]) continue;
      const bool side = layers.side[e];
      const auto rank = static_cast<double>(plan.lanes.at({links[e].to, side}).rank);
      // Leaving: nearest the boxes above; arriving: nearest the boxes below. Within each, a lane
      // further out passes outside the corners of those further in.
      if (layers.layer[links[e].from] + 1 == gap) {
        const TrackKey key{links[e].to, side, false};
        uses.emplace(key, Use{side ? 0 : 1, side ? -rank : rank, key});
      }
      if (layers.layer[links[e].to] == gap) {
        const TrackKey key{links[e].to, side, true};
        uses.emplace(key, Use{side ? 3 : 2, side ? rank : -rank, key});
      }
    }
    std::vector<Use> sorted;
    sorted.reserve(uses.size());
    for (const auto& [key, use] : uses) sorted.push_back(use);
    std::stable_sort(sorted.begin(), sorted.end(), [](const Use& a, const Use& b) {
      return a.group != b.group ? a.group < b.group : a.order < b.order;
    });
    for (const Use& use : sorted) plan.tracks[gap].push_back(use.key);
  }
}

/// Positions of layers, gaps and lanes. `size` is the extent across with room for self-loops.
void place_bands(const std::vector<PlacedNode>& nodes, const std::vector<double>& size,
                 const Layers& layers, RoutePlan& plan) {
  const bool downward = plan.downward;
  std::vector<double> thick(layers.count, 0);
  double low = 0;
  double high = 0;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const Extent extent = extent_of(nodes[i], downward);
    thick[layers.layer[i]] = std::max(thick[layers.layer[i]], extent.u);
    low = std::min(low, layers.position[i] - size[i] / 2);
    high = std::max(high, layers.position[i] + size[i] / 2);
  }
  for (std::size_t i = nodes.size(); i < layers.position.size(); ++i) {
    low = std::min(low, layers.position[i] - 8);
    high = std::max(high, layers.position[i] + 8);
  }
  double at = 0;
  for (std::size_t layer = 0; layer <= layers.count; ++layer) {
    const bool edge = layer == 0 || layer == layers.count;
    const auto tracks = static_cast<double>(plan.tracks[layer].size());
    const double base = edge ? (tracks > 0 ? 18 : margin) : (downward ? 40 : 56);
    plan.gap_start.push_back(at);
    plan.gap_base.push_back(base);
    at += base + track_room * tracks;
    if (layer == layers.count) break;
    plan.band_start.push_back(at);
    at += thick[layer];
    plan.band_end.push_back(at);
  }
  plan.length = at;
  plan.low = low;
  plan.high = high;
  for (auto& [key, lane] : plan.lanes) {
    const double out = 16 + track_room * static_cast<double>(lane.rank);
    lane.v = key.second ? low - out : high + out;
  }
}

void place_boxes(std::vector<PlacedNode>& nodes, const Layers& layers, bool downward,
                 const RoutePlan& plan) {
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const std::size_t layer = layers.layer[i];
    const Extent extent = extent_of(nodes[i], downward);
    const double u = (plan.band_start[layer] + plan.band_end[layer] - extent.u) / 2;
    const double v = layers.position[i] - extent.v / 2;
    nodes[i].layer = layer;
    nodes[i].box.x = downward ? v : u;
    nodes[i].box.y = downward ? u : v;
  }
}

double line_width(const PathwayPicture& picture, const PathwayEdge& edge) {
  double largest = 0;
  for (const PathwayEdge& other : picture.edges) largest = std::max(largest, other.weight);
  if (!(largest > 0) || !(edge.weight > 0)) return 1.4;
  return 1.4 + 5.6 * std::sqrt(edge.weight / largest);
}

/// Moves everything so that the drawing begins at (margin, 0) and knows its size.
void fit_canvas(NetworkLayout& layout, const RoutePlan& plan) {
  double low = plan.low;
  double high = plan.high;
  for (const auto& [key, lane] : plan.lanes) {
    low = std::min(low, lane.v - 6);
    high = std::max(high, lane.v + 6);
  }
  const double across = high - low + 2 * margin;
  layout.width = layout.downward ? across : plan.length;
  layout.height = layout.downward ? plan.length : across;
}

NetworkLayout lay_out_one_way(const PathwayPicture& picture, Lang lang, bool downward) {
  NetworkLayout layout;
  layout.downward = downward;
  for (const PathwayNode& node : picture.nodes) layout.nodes.push_back(measure(node, lang));
  const std::vector<Link> links = links_of(picture);
  Layers layers = make_layers(picture, links);
  std::vector<double> size;
  for (const PlacedNode& node : layout.nodes) size.push_back(extent_of(node, downward).v);
  for (const Link& link : links) {
    if (link.from == link.to) size[link.from] += self_loop_room;
  }
  place_across(layers, size, downward ? 26 : 18);
  RoutePlan plan;
  plan.downward = downward;
  assign_lanes(links, layers, plan);
  assign_tracks(links, layers, plan);
  place_bands(layout.nodes, size, layers, plan);
  // The drawing is moved to positive coordinates before anything is drawn.
  double lowest = plan.low;
  for (const auto& [key, lane] : plan.lanes) lowest = std::min(lowest, lane.v - 6);
  const double shift = margin - lowest;
  for (double& position : layers.position) position += shift;
  for (auto& [key, lane] : plan.lanes) lane.v += shift;
  plan.low += shift;
  plan.high += shift;
  place_boxes(layout.nodes, layers, downward, plan);
  layout.edges = route_edges(links, layers, plan, layout.nodes);
  for (std::size_t e = 0; e < picture.edges.size(); ++e) {
    layout.edges[e].width = line_width(picture, picture.edges[e]);
    layout.edges[e].label = pick(picture.edges[e].label, lang);
  }
  fit_canvas(layout, plan);
  place_labels(layout);
  return layout;
}

}  // namespace

NetworkLayout lay_out(const PathwayPicture& picture, Lang lang, Orientation orientation) {
  if (orientation != Orientation::Downward) {
    NetworkLayout rightward = lay_out_one_way(picture, lang, false);
    if (orientation == Orientation::Rightward || rightward.width <= widest_page) return rightward;
  }
  return lay_out_one_way(picture, lang, true);
}

}  // namespace viz
