// SPDX-License-Identifier: Apache-2.0
#pragma once

// Steps 1 to 4 of the layout (see network_layout.hpp), free of pixels along the flow.

#include <cstddef>
#include <vector>

#include "viz/pathway_picture.hpp"

namespace viz {

/// An edge between node indices.
struct Link {
  std::size_t from = 0, to = 0;
};

/// The layered graph: real nodes first (by index), then one bend per layer that a long edge passes.
struct Layers {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  std::size_t count = 0;                        ///< layers
  std::vector<std::size_t> layer;               ///< of each item
  std::vector<std::vector<std::size_t>> order;  ///< items of each layer, in order across
  std::vector<std::vector<std::size_t>>
      chains;                    ///< per edge: items from source to target; empty = not forward
  std::vector<bool> returns;     ///< per edge: against the flow
  std::vector<bool> side;        ///< per edge: a long way out, drawn at the side
  std::vector<double> position;  ///< centre of each item across, from place_across
};

/// Layers and order of a picture whose edges are given as links (self-loops are neither forward nor
/// return).
[[nodiscard]] Layers make_layers(const PathwayPicture& picture, const std::vector<Link>& links);

/// Gives every item its position across: `size` is the extent of each node, `gap` the least
/// distance between two. Bends take less room than nodes.
void place_across(Layers& layers, const std::vector<double>& size, double gap);

}  // namespace viz
