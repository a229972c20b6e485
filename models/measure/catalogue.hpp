// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is counted in a replication and what it becomes: the map from slots of whole numbers to
// figures with names.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/flow/figures.hpp"
#include "models/flow/ids.hpp"
#include "models/measure/key.hpp"
#include "models/measure/outcome.hpp"
#include "scenarios/scenario.hpp"
#include "sim/time.hpp"

namespace care {

/// Something summed over cells of the flow layer, through time and in total.
struct Tracked {
  enum class Field : std::uint8_t {
    Entries,
    Leaves,
    Deaths,
    PresentMs,
    ReadyMs,
    ResidentMs,
    MovedIn,
    Readmissions,  // cells
    CapacityMs,
    OccupiedMs,
    OverflowMs,
    ClosedMs,
    UnusedMs,
    QueueMs,  // settings
    Owner,    // counts of responsibility, by OwnerLayout
    Constant
  };
  Field field = Field::Entries;
  Slot slot = no_slot;                 ///< its total
  std::int32_t series = -1;            ///< its weekly values, or -1
  std::vector<std::uint32_t> cells{};  ///< (place, profile) or setting indices
  std::int64_t constant = 0;
  std::optional<std::array<int, 2>> weeks{};  ///< the total counts only these ISO weeks
};

/// A figure: scale * numerator / denominator, replication by replication.
struct MetricSpec {
  Key key;
  FigureKind kind = FigureKind::Mean;
  Slot numerator = no_slot, denominator = no_slot;
  double scale = 1;
  bool drop_if_zero = false;  ///< not shown when it never happened
  std::uint32_t trials = 1;   ///< Probability: how often it could happen in a replication
};

/// A figure through time: scale * series / (denominator series, or the days of the week).
struct SeriesSpec {
  Key key;
  std::uint32_t series = 0;
  std::optional<std::uint32_t> denominator;
  double scale = 1;
  bool per_day = false;  ///< divide by the measured days of the week
};

struct LedgerSpec {
  std::string principal;
  scenarios::Text principal_label;
  std::string item;
  scenarios::Text item_label;
  scenarios::Text unit;
  Slot slot = no_slot;
  double quantity_per_count = 1;  ///< e.g. days per ms
  double kronor_per_count = 0;
};

/// The parts of the time, in parts of a hundred, that are told of the number of places taken.
inline constexpr std::array level_quantiles{5, 50, 95};

/// A measured week: the parts of ISO weeks that lie in the measured horizon.
struct Week {
  sim::Time start{}, end{};
  int iso_week = 0;
};

struct Catalogue {
  std::vector<Week> weeks;
  std::vector<Tracked> tracked;
  std::uint32_t settings = 0;    ///< how many
  Slot first_setting = no_slot;  ///< setting x flow::SettingTotal
  Slot first_move = no_slot;     ///< by flow::Network::way
  /// Of settings with places: how many were taken for so large a part of the time, by level_quantiles,
  /// and the time when all were; no_slot of the others.
  sim::Table<flow::Place, Slot> level_quantiles;
  struct Full {
    Slot slot = no_slot;
    std::uint32_t places = 0;  ///< the same all the time
  };
  sim::Table<flow::Place, Full> full;
  Slot audit_flow = no_slot, audit_places = no_slot, audit_ledger = no_slot;
  Slot audit_little = no_slot;
  Slot arrivals = no_slot, departures = no_slot, present_end = no_slot, present_start = no_slot;
  Slot events = no_slot;
  std::uint32_t totals = 0, series = 0;  ///< sizes
  std::vector<MetricSpec> metrics;
  std::vector<SeriesSpec> weekly;
  std::vector<LedgerSpec> ledger;
  std::int64_t horizon_ms = 0;

  [[nodiscard]] Slot setting(flow::Place setting, flow::SettingTotal total) const {
    return first_setting + sim::index(setting) * flow::setting_totals +
           static_cast<std::size_t>(total);
  }
};

}  // namespace care
