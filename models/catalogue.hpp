// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is counted in a replication and what it becomes: the map from slots of whole numbers to
// figures with names.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/flow/network.hpp"
#include "models/key.hpp"
#include "models/staffing/workforce.hpp"
#include "scenarios/scenario.hpp"

namespace care {

/// Index into Outcome::totals.
using Slot = std::uint32_t;
inline constexpr Slot no_slot = 0xffffffffU;

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

/// A measured week: the parts of ISO weeks that lie in the measured horizon.
struct Week {
  sim::Time start{}, end{};
  int iso_week = 0;
};

/// Slots of one setting that do not come from cells.
struct SettingSlots {
  Slot served = 0, waited = 0, wait_ms = 0, longest_wait_ms = 0, lost = 0, diverted = 0,
       left_queue = 0, evicted = 0, stays = 0, stay_ms = 0;
};

/// Slots and series of one staff team.
struct TeamSlots {
  enum Series : std::uint8_t {
    DueMs,
    AvailableMs,
    GivenMs,
    PresentMs,
    SubstituteMs,
    AgencyMs,
    OvertimeMs,
    RosteredMs,
    VisitsDue,
    VisitsDone,
    VisitsMoved,
    MissedMust,
    MissedCritical,
    MissedOther,
    HarmedPatients,
    Event,       ///< 1 in a week of shortage
    SeriesCount  ///< how many there are
  };
  /// False for those without limit: nothing of theirs can run short, and weeks cost memory.
  bool weekly = true;
  std::uint32_t first_series = 0;  ///< consecutive, in the order of Series; where weekly
  Slot first_total = 0;            ///< the same as totals
  Slot any = 0, weeks = 0, episodes = 0, longest = 0, depth = 0, first_week = 0, recovery = 0;
};

/// Slots of shortage over several teams: of a municipality, of a role, or all.
struct GroupSlots {
  std::vector<std::uint32_t> teams;
  Slot any = 0, weeks = 0, first_week = 0;
};

struct Catalogue {
  std::vector<Week> weeks;
  std::vector<Tracked> tracked;
  std::vector<SettingSlots> settings;
  Slot first_move = 0;  ///< (from or nowhere) x to
  Slot first_case = 0;  ///< person-milliseconds by patient case (CaseBook), with responsibility
  std::vector<TeamSlots> teams;
  std::vector<GroupSlots> groups;
  Slot audit_flow = 0, audit_places = 0, audit_ledger = 0;
  Slot arrivals = 0, departures = 0, present_end = 0, present_start = 0, events = 0;
  std::uint32_t totals = 0, series = 0;  ///< sizes
  std::vector<MetricSpec> metrics;
  std::vector<SeriesSpec> weekly;
  std::vector<LedgerSpec> ledger;
  std::int64_t horizon_ms = 0;
};

class Model;

/// Lays out everything that is counted for a scenario: all of the model but the catalogue is there.
[[nodiscard]] Catalogue make_catalogue(const Model& model);

}  // namespace care
