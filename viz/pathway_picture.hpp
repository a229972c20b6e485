// SPDX-License-Identifier: Apache-2.0
#pragma once

// The pathway as something to draw: settings, where patients come from, where they leave to, and
// the moves between. Built from a scenario alone, or with what a run found laid over it.

#include <optional>
#include <string>
#include <vector>

#include "experiments/results.hpp"
#include "scenarios/scenario.hpp"

namespace viz {

struct PathwayNode {
  enum class Kind { Source, Setting, Exit };
  std::string id;
  scenarios::Text label;
  Kind kind = Kind::Setting;
  scenarios::Text capacity;       ///< "519 vårdplatser"; empty when unlimited or not a setting
  std::optional<double> load;     ///< patients / places, from a run
  std::optional<double> present;  ///< mean number of patients, from a run
};

struct PathwayEdge {
  /// Why the move happens: a route at the end of a stay (or an arrival), a risk while there,
  /// leaving a queue, a full setting that diverts, or a return to where the patient lives. Takes is no
  /// move: from a resource that nobody comes to, to a setting that takes places of it.
  enum class Kind { Route, Risk, Leave, Divert, Return, Takes };
  std::string from, to;
  scenarios::Text label;  ///< e.g. "312"; empty = none
  double weight = 0;      ///< patients a week, 0 = unknown
  Kind kind = Kind::Route;
};

struct PathwayPicture {
  std::vector<PathwayNode> nodes;  ///< sources, settings in the scenario's order, exits
  std::vector<PathwayEdge> edges;  ///< at most one per pair
  bool has_flows = false;          ///< weights and labels are patients a week

  /// Whether there are resources in it.
  [[nodiscard]] bool has_resources() const;
};

/// The moves that a scenario permits: arrivals, routes, risks, leaving a queue, diversion, harm of
/// missed visits. A destination "residence" becomes an edge to every setting that someone may live
/// in.
[[nodiscard]] PathwayPicture picture_of(const scenarios::Scenario& scenario);

/// Lays volumes (patients a week), occupancy and utilisation of a run over the picture. Moves that
/// happened and are not in the picture are added.
void add_flows(PathwayPicture& picture, const scenarios::Scenario& scenario,
               const care::Results& results);

}  // namespace viz
