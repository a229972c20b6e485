// SPDX-License-Identifier: Apache-2.0
/// @file
/// The pathway as a graph: settings, exits and one source, and every way that a patient may take
/// between them. What can be said without a run and without numbers: who gets where, who gets out,
/// where it goes round, and where places can lock each other.
///
/// Boost.Graph does the work, behind pathway.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "models/flow/network.hpp"

namespace flow {

/// What others than the flow layer do to patients, as far as the static analysis must know it. The
/// care layer holds places while a discharge is prepared and sends home patients to the emergency
/// department when visits are missed.
struct Outside {
  struct Move {
    Place from = nowhere;
    Place to = nowhere;
    std::string pointer;
  };
  std::vector<Move> moves;
  /// Mean time for which a place is held after the stay has ended, days, by setting; empty = none.
  sim::Table<Place, double> preparation_days;
};

/// Settings are the vertices 0 .. settings-1, exits follow, the source comes last (`nowhere` in an
/// Edge).
class Pathway {
 public:
  enum class Kind : std::uint8_t {
    Arrival,     ///< from the source
    Census,      ///< from the source: present or waiting at the start
    Route,       ///< the stay ends
    Return,      ///< to where the patient lives, when the stay ends
    Hazard,      ///< a competing risk
    QueueLeave,  ///< from the setting whose queue is left
    Divert,      ///< from the setting that was full
    Lost,        ///< the same, out of the model
    Outside      ///< see Outside::Move
  };

  struct Edge {
    Place from = nowhere;
    Place to = nowhere;
    Kind kind = Kind::Route;
    bool open = true;  ///< false: the gate of this move is never open while the run lasts
    double least = 0;  ///< over the profiles that may go here: the probability (Route, Return) or
    double greatest = 0;  ///< the rate per year (Hazard); 0 for the other kinds
    ProfileSet profiles;  ///< who may go here
    std::string pointer;  ///< the first rule that says so
  };

  explicit Pathway(const Network& network, const Outside& outside = {});

  /// By from (the source first), then to, then kind. A destination "residence" has become one edge
  /// for each setting in which those who are here may live.
  [[nodiscard]] std::span<const Edge> edges() const { return edges_; }

  /// Whether there is a way from the source.
  [[nodiscard]] sim::Table<Place, bool> reachable() const;

  /// Whether there is a way to an exit. Exits have.
  [[nodiscard]] sim::Table<Place, bool> can_leave() const;

  /// The revolving doors: strongly connected components of settings with more than one member, and
  /// settings with a way to themselves. Members in the order of the scenario, doors by their first.
  [[nodiscard]] std::vector<std::vector<Place>> loops() const;

  /// Simple cycles within a loop, for every edge of it the likeliest cycle through it. `share` is
  /// the probability of a move, by Network::way; where it is 0 the shortest way counts.
  /// A cycle begins with its first setting in the order of the scenario, which is not repeated at
  /// the end.
  [[nodiscard]] std::vector<std::vector<Place>> cycles(std::span<const Place> loop,
                                                       std::span<const double> share) const;

  /// Settings that can lock each other: each is full of patients who keep their place while they
  /// wait for the next. As loops(), over the ways on which a place is held while waiting.
  [[nodiscard]] std::vector<std::vector<Place>> blocking_loops() const;

  /// Settings that divert some patient to each other in a circle, however many wait there: one who
  /// finds all of them full would be sent round for ever.
  [[nodiscard]] std::vector<std::vector<Place>> diversion_circles() const;

  /// The move can be made while the run lasts, or while somebody may still be waiting for it.
  [[nodiscard]] static bool ever_opens(const Network& network, Place from, Place to);
  /// Whether somebody asks for a place by this edge while he holds one that others may wait for.
  [[nodiscard]] static bool asks_from_a_place(const Edge& e, const Network& net);

 private:
  [[nodiscard]] std::size_t vertex(Place place) const {
    return place == nowhere ? network_.places : sim::index(place);
  }

  const Network& network_;
  std::vector<Edge> edges_;
};

}  // namespace flow
