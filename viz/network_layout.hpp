// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where things go in a picture of the pathway. A layered drawing after Sugiyama, Tagawa and Toda
// (1981):
//
//   1. loops are broken: a move against the scenario's order inside a strongly connected group is a
//   return;
//   2. layers by longest path; sources just before what they feed, exits last;
//   3. moves over several layers get a bend in each; order within layers by barycentres, keeping
//   the order
//      with the fewest crossings;
//   4. positions by averaging over neighbours, with least squares under minimum gaps (pool adjacent
//      violators);
//   5. returns run in lanes on one side, long ways out in lanes on the other, one lane per
//   destination, so
//      that many moves to the same place read as one line with many feeders.
//
// Lines never cross a box, and no label touches a box or another label: what finds no room is left
// out of the picture (tables hold it).

#include <string>
#include <vector>

#include "viz/language.hpp"
#include "viz/pathway_picture.hpp"
#include "viz/svg.hpp"

namespace viz {

enum class Orientation { Automatic, Rightward, Downward };

struct PlacedNode {
  Box box;
  std::size_t layer = 0;
  std::vector<std::string> label;   ///< lines of the name
  std::vector<std::string> detail;  ///< smaller lines below: capacity, occupancy
};

struct PlacedEdge {
  enum class Way { Forward, Return, Exit, Self };
  Way way = Way::Forward;
  std::string path;          ///< SVG path data
  std::vector<Point> trace;  ///< points along it
  Point tip, toward;         ///< end point, and the unit direction of arrival there
  double width = 1.5;
  std::string label;  ///< empty when there is none or no room
  Box label_box;
};

struct NetworkLayout {
  double width = 0, height = 0;
  bool downward = false;
  std::vector<PlacedNode> nodes;  ///< as PathwayPicture::nodes
  std::vector<PlacedEdge> edges;  ///< as PathwayPicture::edges
};

/// Places everything. `Automatic` runs to the right while that stays narrower than a page, else
/// downward.
[[nodiscard]] NetworkLayout lay_out(const PathwayPicture& picture, Lang lang,
                                    Orientation orientation = Orientation::Automatic);

}  // namespace viz
