// SPDX-License-Identifier: Apache-2.0
#include "viz/network_routes.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace viz {
namespace {

constexpr double corner = 7;
constexpr double arrow = 6;

/// A path under construction in (u, v), written in (x, y), with points sampled along it.
class Pen {
 public:
  Pen(bool downward, double u, double v) : downward_(downward), u_(u), v_(v) {
    out_ = "M" + pair(u, v);
    trace_.push_back(at(u, v));
  }
  void line_to(double u, double v) {
    if (std::abs(u - u_) < 0.05 && std::abs(v - v_) < 0.05) return;
    out_ += "L" + pair(u, v);
    const double length = std::hypot(u - u_, v - v_);
    const int steps = std::max(1, static_cast<int>(length / 8));
    for (int i = 1; i <= steps; ++i) {
      const double t = static_cast<double>(i) / steps;
      trace_.push_back(at(u_ + (u - u_) * t, v_ + (v - v_) * t));
    }
    u_ = u;
    v_ = v;
  }
  /// Leaves and arrives along u.
  void curve_to(double u, double v) {
    if (std::abs(v - v_) < 0.3) return line_to(u, v);
    const double middle = (u_ + u) / 2;
    cubic(middle, v_, middle, v, u, v);
  }
  void cubic(double u1, double v1, double u2, double v2, double u, double v) {
    out_ += "C" + pair(u1, v1) + " " + pair(u2, v2) + " " + pair(u, v);
    for (int i = 1; i <= 16; ++i) {
      const double t = i / 16.0;
      const double s = 1 - t;
      const double a = s * s * s;
      const double b = 3 * s * s * t;
      const double c = 3 * s * t * t;
      const double d = t * t * t;
      trace_.push_back(at(a * u_ + b * u1 + c * u2 + d * u, a * v_ + b * v1 + c * v2 + d * v));
    }
    u_ = u;
    v_ = v;
  }
  /// Along straight lines through the corners given, each rounded.
  void rounded(const std::vector<std::pair<double, double>>& corners) {
    for (std::size_t i = 0; i < corners.size(); ++i) {
      const auto [u, v] = corners[i];
      if (i + 1 == corners.size()) return line_to(u, v);
      const auto [next_u, next_v] = corners[i + 1];
      const double in = std::hypot(u - u_, v - v_);
      const double out = std::hypot(next_u - u, next_v - v);
      const double radius = std::min({corner, in / 2, out / 2});
      if (radius < 0.5) {
        line_to(u, v);
        continue;
      }
      line_to(u - (u - u_) / in * radius, v - (v - v_) / in * radius);
      const double end_u = u + (next_u - u) / out * radius;
      const double end_v = v + (next_v - v) / out * radius;
      out_ += "Q" + pair(u, v) + " " + pair(end_u, end_v);
      trace_.push_back(at(end_u, end_v));
      u_ = end_u;
      v_ = end_v;
    }
  }
  [[nodiscard]] Point at(double u, double v) const { return downward_ ? Point{v, u} : Point{u, v}; }
  [[nodiscard]] PlacedEdge finish(PlacedEdge::Way way, Point tip, Point toward) {
    PlacedEdge edge;
    edge.way = way;
    edge.path = std::move(out_);
    edge.trace = std::move(trace_);
    edge.tip = tip;
    edge.toward = toward;
    return edge;
  }

 private:
  [[nodiscard]] std::string pair(double u, double v) const {
    const Point point = at(u, v);
    return coordinate(point.x) + "," + coordinate(point.y);
  }

  bool downward_;
  double u_, v_;
  std::string out_;
  std::vector<Point> trace_;
};

/// Where lines meet a box: the places across, by what meets it there.
struct Ports {
  std::map<std::size_t, double> forward;                ///< by edge
  std::map<std::pair<std::size_t, bool>, double> lane;  ///< by (destination, way out)
};

class Router {
 public:
  Router(const std::vector<Link>& links, const Layers& layers, const RoutePlan& plan,
         const std::vector<PlacedNode>& nodes)
      : links_(links), layers_(layers), plan_(plan), nodes_(nodes) {
    for (std::size_t node = 0; node < nodes.size(); ++node) {
      leaving_.push_back(ports(node, true));
      arriving_.push_back(ports(node, false));
    }
  }

  [[nodiscard]] PlacedEdge route(std::size_t e) const {
    if (links_[e].from == links_[e].to) return self_loop(links_[e].from);
    return layers_.chains[e].empty() ? by_lane(e) : forward(e);
  }

 private:
  [[nodiscard]] double start_u(std::size_t node) const {
    return plan_.downward ? nodes_[node].box.y : nodes_[node].box.x;
  }
  [[nodiscard]] double end_u(std::size_t node) const {
    const Box& box = nodes_[node].box;
    return plan_.downward ? box.y + box.height : box.x + box.width;
  }
  [[nodiscard]] double start_v(std::size_t node) const {
    return plan_.downward ? nodes_[node].box.x : nodes_[node].box.y;
  }
  [[nodiscard]] double size_v(std::size_t node) const {
    return plan_.downward ? nodes_[node].box.width : nodes_[node].box.height;
  }

  /// Ways out to the left, forward moves by where they go, returns to the right.
  [[nodiscard]] Ports ports(std::size_t node, bool leaving) const {
    struct Port {
      int group;
      double order;
      std::size_t edge;
      std::pair<std::size_t, bool> lane;
    };
    std::vector<Port> found;
    for (std::size_t e = 0; e < links_.size(); ++e) {
      const Link& link = links_[e];
      if ((leaving ? link.from : link.to) != node || link.from == link.to) continue;
      const auto& chain = layers_.chains[e];
      if (!chain.empty()) {
        const std::size_t other = leaving ? chain[1] : chain[chain.size() - 2];
        found.push_back({1, layers_.position[other], e, {}});
        continue;
      }
      const std::pair<std::size_t, bool> lane{link.to, layers_.side[e]};
      const bool known = std::any_of(found.begin(), found.end(), [&](const Port& port) {
        return port.group != 1 && port.lane == lane;
      });
      if (known) continue;
      const auto rank = static_cast<double>(plan_.lanes.at(lane).rank);
      found.push_back({lane.second ? 0 : 2, lane.second ? -rank : rank, e, lane});
    }
    std::stable_sort(found.begin(), found.end(), [](const Port& a, const Port& b) {
      return a.group != b.group ? a.group < b.group : a.order < b.order;
    });
    Ports out;
    const double inset = std::min(10.0, size_v(node) / 6);
    const double room = size_v(node) - 2 * inset;
    for (std::size_t i = 0; i < found.size(); ++i) {
      const double share = (static_cast<double>(i) + 0.5) / static_cast<double>(found.size());
      const double v = start_v(node) + inset + room * share;
      if (found[i].group == 1) {
        out.forward[found[i].edge] = v;
      } else {
        out.lane[found[i].lane] = v;
      }
    }
    return out;
  }

  [[nodiscard]] PlacedEdge forward(std::size_t e) const {
    const Link& link = links_[e];
    const auto& chain = layers_.chains[e];
    Pen pen(plan_.downward, end_u(link.from), leaving_[link.from].forward.at(e));
    pen.line_to(plan_.band_end[layers_.layer[link.from]], leaving_[link.from].forward.at(e));
    for (std::size_t i = 1; i + 1 < chain.size(); ++i) {
      const std::size_t layer = layers_.layer[chain[i]];
      pen.curve_to(plan_.band_start[layer], layers_.position[chain[i]]);
      pen.line_to(plan_.band_end[layer], layers_.position[chain[i]]);
    }
    const double v = arriving_[link.to].forward.at(e);
    const double u = start_u(link.to);
    pen.curve_to(std::min(plan_.band_start[layers_.layer[link.to]], u - arrow), v);
    pen.line_to(u - arrow, v);
    return pen.finish(PlacedEdge::Way::Forward, pen.at(u, v), pen.at(1, 0));
  }

  [[nodiscard]] double track_u(std::size_t gap, const TrackKey& key) const {
    const auto& tracks = plan_.tracks[gap];
    const auto found = std::find(tracks.begin(), tracks.end(), key);
    const auto index = static_cast<double>(found - tracks.begin());
    return plan_.gap_start[gap] + plan_.gap_base[gap] / 2 + track_room * (index + 0.5);
  }

  [[nodiscard]] PlacedEdge by_lane(std::size_t e) const {
    const Link& link = links_[e];
    const bool side = layers_.side[e];
    const std::pair<std::size_t, bool> key{link.to, side};
    const double from_v = leaving_[link.from].lane.at(key);
    const double to_v = arriving_[link.to].lane.at(key);
    const double lane_v = plan_.lanes.at(key).v;
    const double out_u = track_u(layers_.layer[link.from] + 1, {link.to, side, false});
    const double in_u = track_u(layers_.layer[link.to], {link.to, side, true});
    const double u = start_u(link.to);
    Pen pen(plan_.downward, end_u(link.from), from_v);
    pen.rounded(
        {{out_u, from_v}, {out_u, lane_v}, {in_u, lane_v}, {in_u, to_v}, {u - arrow, to_v}});
    return pen.finish(side ? PlacedEdge::Way::Exit : PlacedEdge::Way::Return, pen.at(u, to_v),
                      pen.at(1, 0));
  }

  /// On the far side of the box across the flow.
  [[nodiscard]] PlacedEdge self_loop(std::size_t node) const {
    const double u = (start_u(node) + end_u(node)) / 2;
    const double v = start_v(node) + size_v(node);
    const double half = std::min(11.0, (end_u(node) - start_u(node)) / 3);
    Pen pen(plan_.downward, u + half, v);
    pen.cubic(u + half * 1.6, v + 22, u - half * 1.6, v + 22, u - half, v + arrow);
    return pen.finish(PlacedEdge::Way::Self, pen.at(u - half, v), pen.at(0, -1));
  }

  const std::vector<Link>& links_;
  const Layers& layers_;
  const RoutePlan& plan_;
  const std::vector<PlacedNode>& nodes_;
  std::vector<Ports> leaving_, arriving_;
};

Box label_at(double width, Point centre) { return {centre.x - width / 2, centre.y - 7, width, 14}; }

/// What a line reaches over: most labels are far from most lines.
struct Reach {
  Point low, high;

  [[nodiscard]] bool meets(const Box& box) const {
    return low.x <= box.x + box.width && high.x >= box.x && low.y <= box.y + box.height &&
           high.y >= box.y;
  }
};

std::vector<Reach> reaches_of(const std::vector<PlacedEdge>& edges) {
  constexpr double far = std::numeric_limits<double>::infinity();
  std::vector<Reach> reaches;
  for (const PlacedEdge& edge : edges) {
    Reach& reach = reaches.emplace_back(Reach{{far, far}, {-far, -far}});
    for (const Point point : edge.trace) {
      reach.low = {std::min(reach.low.x, point.x), std::min(reach.low.y, point.y)};
      reach.high = {std::max(reach.high.x, point.x), std::max(reach.high.y, point.y)};
    }
  }
  return reaches;
}

bool free_of_boxes(const NetworkLayout& layout, const Box& box) {
  const bool inside = box.x >= 0 && box.y >= 0 && box.x + box.width <= layout.width &&
                      box.y + box.height <= layout.height;
  if (!inside) return false;
  for (const PlacedNode& node : layout.nodes) {
    if (node.box.overlaps(box)) return false;
  }
  return std::none_of(layout.edges.begin(), layout.edges.end(), [&](const PlacedEdge& edge) {
    return edge.label_box.width > 0 && edge.label_box.overlaps(box);
  });
}

/// Points of other lines that a label would cover.
double covered(const NetworkLayout& layout, const std::vector<Reach>& reaches,
               const PlacedEdge& own, const Box& box) {
  double points = 0;
  for (std::size_t e = 0; e < layout.edges.size(); ++e) {
    const PlacedEdge& edge = layout.edges[e];
    if (&edge == &own || !reaches[e].meets(box)) continue;
    points += static_cast<double>(std::count_if(edge.trace.begin(), edge.trace.end(),
                                                [&](Point point) { return box.contains(point); }));
  }
  return points;
}

/// Puts the label of a line where it covers least, near the place left, where the line is not yet
/// shared with others; takes it away where there is no room.
void place_label(const NetworkLayout& layout, const std::vector<Reach>& reaches, PlacedEdge& edge) {
  double least = std::numeric_limits<double>::infinity();
  const double width = text_width(edge.label, 10.5) + 4;
  const std::size_t last = edge.trace.size() - 1;
  for (std::size_t i = 0; i <= last; ++i) {
    const double share =
        static_cast<double>(i) / static_cast<double>(std::max<std::size_t>(1, last));
    const double aside = 3 * std::abs(share - 0.3);
    if (aside >= least) continue;
    const Box box = label_at(width, edge.trace[i]);
    if (!free_of_boxes(layout, box)) continue;
    const double score = covered(layout, reaches, edge, box) + aside;
    if (score < least) {
      least = score;
      edge.label_box = box;
    }
  }
  if (!std::isfinite(least)) edge.label.clear();
}

}  // namespace

std::vector<PlacedEdge> route_edges(const std::vector<Link>& links, const Layers& layers,
                                    const RoutePlan& plan, const std::vector<PlacedNode>& nodes) {
  const Router router(links, layers, plan, nodes);
  std::vector<PlacedEdge> edges;
  for (std::size_t e = 0; e < links.size(); ++e) edges.push_back(router.route(e));
  return edges;
}

void place_labels(NetworkLayout& layout) {
  // Thick lines first: if room is short, the large volumes keep their numbers.
  std::vector<PlacedEdge*> order;
  for (PlacedEdge& edge : layout.edges) {
    if (!edge.label.empty()) order.push_back(&edge);
  }
  std::stable_sort(order.begin(), order.end(),
                   [](const PlacedEdge* a, const PlacedEdge* b) { return a->width > b->width; });
  const auto reaches = reaches_of(layout.edges);
  for (PlacedEdge* edge : order) place_label(layout, reaches, *edge);
}

}  // namespace viz
