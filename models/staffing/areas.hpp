// SPDX-License-Identifier: Apache-2.0
/// @file
/// Areas in which people live and work, and how much longer the way is from one to another.
#pragma once

#include <cstdint>
#include <type_traits>
#include <vector>

#include "scenarios/scenario.hpp"
#include "sim/time.hpp"

namespace care {

/// Number of an area, counted over all municipalities.
using Area = std::uint32_t;

/// The areas of each municipality, in its order; one that names none is a single area. Those who live in a
/// municipality, and those who work for it, are divided between its areas by the shares that it states. Without
/// municipalities there is one area.
class Areas {
 public:
  Areas() = default;
  /// Precondition: the scenario has been checked.
  explicit Areas(const scenarios::Care& care);

  /// Areas of all municipalities together.
  [[nodiscard]] std::size_t count() const { return municipality_.size(); }

  /// The area of whom stands at `position` (0 to 1) in a line of all people of a municipality.
  [[nodiscard]] Area at(std::uint32_t municipality, double position) const;
  /// The same, of a position that is asked for where there are several areas.
  template <class Position>
  requires std::is_invocable_r_v<double, Position>
  [[nodiscard]] Area at(std::uint32_t municipality, Position&& position) const {
    const Area first = first_[municipality];
    return first + 1 == first_[municipality + 1] ? first : at(municipality, position());
  }
  /// The area with the largest share; of several, the first.
  [[nodiscard]] Area largest(std::uint32_t municipality) const;

  /// How much longer the way from one area to another is than within one, for one person: what their municipality
  /// states; between two municipalities, `between`.
  [[nodiscard]] sim::Duration way(Area from, Area to, sim::Duration between) const {
    if (from == to) return sim::Duration::zero();
    const std::uint32_t home = municipality_[from];
    return home == municipality_[to] ? within_[home] : between;
  }
  /// Whether some way within a municipality is longer.
  [[nodiscard]] bool are_apart(std::uint32_t municipality) const {
    return first_[municipality] + 1 < first_[municipality + 1] &&
           within_[municipality] > sim::Duration::zero();
  }

 private:
  std::vector<std::uint32_t> municipality_;  // by area
  std::vector<double> share_, until_;  // by area; of its municipality, and with those before it
  std::vector<Area> first_;            // by municipality, and the end
  std::vector<sim::Duration> within_;  // by municipality: between two of its areas
};

/// The ways of a crew: how much longer each is than within an area.
class Ways {
 public:
  /// None is.
  Ways() = default;
  /// Needs the areas to outlive it.
  Ways(const Areas& areas, sim::Duration between) : areas_(&areas), between_(between) {}

  [[nodiscard]] bool differ() const { return areas_ != nullptr; }
  [[nodiscard]] sim::Duration operator()(Area from, Area to) const {
    return differ() ? areas_->way(from, to, between_) : sim::Duration::zero();
  }

 private:
  const Areas* areas_ = nullptr;
  sim::Duration between_{};
};

}  // namespace care
