// SPDX-License-Identifier: Apache-2.0
#pragma once

// Step 5 of the layout (see network_layout.hpp): the lines themselves and their labels. `u` runs
// along the flow, `v` across it.

#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include "viz/network_layers.hpp"
#include "viz/network_layout.hpp"

namespace viz {

/// Room for one line in a gap between layers or beside the drawing, px.
inline constexpr double track_room = 9;

/// A lane beside the drawing, shared by all moves to one destination.
struct Lane {
  std::size_t rank = 0;  ///< 0 is next to the drawing
  double v = 0;
};

/// (destination, way out rather than return, arriving rather than leaving).
using TrackKey = std::tuple<std::size_t, bool, bool>;

struct RoutePlan {
  bool downward = false;
  std::map<std::pair<std::size_t, bool>, Lane> lanes;  ///< by (destination, way out)
  std::vector<std::vector<TrackKey>> tracks;           ///< by gap; gap g lies before layer g
  std::vector<double> gap_start, gap_base;             ///< by gap
  std::vector<double> band_start, band_end;            ///< by layer
  double length = 0;                                   ///< along the flow
  double low = 0, high = 0;                            ///< extent of boxes and bends across
};

/// The line of every edge, without width and label.
[[nodiscard]] std::vector<PlacedEdge> route_edges(const std::vector<Link>& links,
                                                  const Layers& layers, const RoutePlan& plan,
                                                  const std::vector<PlacedNode>& nodes);

/// Puts every label where it covers no box, no other label and as few lines as possible; those that
/// find no room are emptied.
void place_labels(NetworkLayout& layout);

}  // namespace viz
