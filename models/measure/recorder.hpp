// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "models/flow/counters.hpp"
#include "models/flow/network.hpp"
#include "models/measure/catalogue.hpp"
#include "models/measure/outcome.hpp"
#include "models/measure/weeks.hpp"

namespace care {

/// The smallest numbers that so large a part of the time was spent at or below, by level_quantiles;
/// the first entry is the time at level `first`, ms.
[[nodiscard]] inline auto quantiles_over_time(std::span<const std::int64_t> at_level_ms,
                                              std::int64_t horizon_ms, std::int64_t first = 0) {
  std::array<std::int64_t, level_quantiles.size()> result{};
  std::int64_t below = 0;
  std::size_t q = 0;
  for (const auto ms : at_level_ms) {
    below += ms;
    for (; q < result.size() && below >= horizon_ms / 100 * level_quantiles[q]; ++q) {
      result[q] = first;
    }
    ++first;
  }
  return result;
}

/// Reads the counters of a simulation into an Outcome: at the end of every measured week and at the
/// end of the run.
class Recorder {
 public:
  Recorder(const Catalogue& catalogue, std::size_t profiles)
      : catalogue_(&catalogue),
        readmissions_(profiles),
        previous_(catalogue.tracked.size()),
        sums_(catalogue.tracked.size()) {
    index_cells();
  }

  /// Begins a replication whose results go to `outcome`; sizes are set here and never again.
  void begin(Outcome& outcome) {
    outcome_ = &outcome;
    outcome.totals.assign(catalogue_->totals, 0);
    outcome.weekly.assign(catalogue_->series * catalogue_->weeks.size(), 0);
    restart();
  }

  /// Forgets what was counted: the warm-up is over.
  void restart() {
    week_ = 0;
    std::ranges::fill(previous_, 0);
    std::ranges::fill(readmissions_, 0);
    std::ranges::fill(outcome_->totals, 0);
    std::ranges::fill(outcome_->weekly, 0);
  }

  /// The measured week that `now` lies in.
  [[nodiscard]] std::size_t week() const { return week_; }

  [[nodiscard]] std::int64_t& total(Slot slot) { return outcome_->totals[slot]; }
  [[nodiscard]] std::int64_t& weekly(std::uint32_t series, std::size_t week) {
    return outcome_->weekly[series * catalogue_->weeks.size() + week];
  }
  /// Adds a row of counts to a row of totals and, if there are such, the first `by_week` of them to series of
  /// this week.
  void add(Slot first_total, std::optional<std::uint32_t> first_series,
           std::span<const std::int64_t> counts, std::size_t by_week) {
    std::int64_t* const sum = &total(first_total);
    for (std::size_t i = 0; i < counts.size(); ++i) sum[i] += counts[i];
    if (!first_series) return;
    const auto weeks = catalogue_->weeks.size();
    auto at = *first_series * weeks + week_;
    for (const auto number : counts.first(by_week)) {
      outcome_->weekly[at] += number;
      at += weeks;
    }
  }
  void readmitted(flow::Profile profile) { ++readmissions_[profile]; }

  /// The week that was going on has ended; counters are up to date.
  template <class Simulation>
  void end_week(const Simulation& simulation, sim::Time now_is) {
    sum_cells(simulation);
    for (std::size_t i = 0; i < catalogue_->tracked.size(); ++i) {
      const auto& tracked = catalogue_->tracked[i];
      if (tracked.series < 0) continue;
      const auto now =
          kind_of(tracked.field) == Kind::Other ? read(simulation, tracked, now_is) : sums_[i];
      weekly(static_cast<std::uint32_t>(tracked.series), week_) = now - previous_[i];
      previous_[i] = now;
    }
    ++week_;
  }

  /// The run has ended, and so has its last week.
  template <class Simulation>
  void finish(const Simulation& simulation) {
    const auto end = simulation.network().end;
    end_week(simulation, end);
    for (std::size_t i = 0; i < catalogue_->tracked.size(); ++i) {
      const auto& tracked = catalogue_->tracked[i];
      // What the last week has summed over cells is the total too.
      const bool summed = tracked.series >= 0 && kind_of(tracked.field) != Kind::Other;
      total(tracked.slot) = tracked.weeks ? sum_of_weeks(tracked)
                            : summed      ? sums_[i]
                                          : read(simulation, tracked, end);
    }
    read_settings(simulation);
    read_moves(simulation);
    outcome_->done = true;
  }

 private:
  enum class Kind : std::uint8_t { Cell, Resident, Other };

  /// What a sum is over.
  [[nodiscard]] static constexpr Kind kind_of(Tracked::Field field) {
    using Field = Tracked::Field;
    switch (field) {
      case Field::Entries:
      case Field::Leaves:
      case Field::Deaths:
      case Field::PresentMs:
      case Field::ReadyMs:
        return Kind::Cell;
      case Field::ResidentMs:
      case Field::MovedIn:
        return Kind::Resident;
      default:
        return Kind::Other;
    }
  }

  /// A number of a cell, and a weekly sum that it is in.
  struct User {
    std::uint32_t sum = 0;  ///< index into tracked
    Tracked::Field field = Tracked::Field::Entries;
  };
  /// Weekly sums, cell by cell: those of the i-th of `cells` are users[first[i]] to users[first[i + 1]].
  struct Users {
    std::vector<std::uint32_t> cells;
    std::vector<std::uint32_t> first{0};
    std::vector<User> users;

    Users() = default;
    Users(const Catalogue& catalogue, Kind kind) {
      std::map<std::uint32_t, std::vector<User>> by_cell;
      for (std::uint32_t i = 0; i < catalogue.tracked.size(); ++i) {
        const auto& tracked = catalogue.tracked[i];
        if (tracked.series < 0 || kind_of(tracked.field) != kind) continue;
        for (const auto cell : tracked.cells) by_cell[cell].push_back({i, tracked.field});
      }
      for (const auto& [cell, of_one] : by_cell) {
        cells.push_back(cell);
        users.insert(users.end(), of_one.begin(), of_one.end());
        first.push_back(static_cast<std::uint32_t>(users.size()));
      }
    }
    [[nodiscard]] std::span<const User> of(std::size_t i) const {
      return std::span{users}.subspan(first[i], first[i + 1] - first[i]);
    }
  };

  void index_cells() {
    cells_ = Users{*catalogue_, Kind::Cell};
    residents_ = Users{*catalogue_, Kind::Resident};
  }

  /// Sums over cells, by tracked sum. Most cells are of patients who never come there: what they hold
  /// is looked at once, and not once for each sum.
  template <class Simulation>
  void sum_cells(const Simulation& simulation) {
    std::ranges::fill(sums_, 0);
    for (std::size_t i = 0; i < cells_.cells.size(); ++i) {
      const auto& cell = simulation.cell(cells_.cells[i]);
      if (cell.entries == 0 && cell.present_ms == 0 && cell.leaves == 0 && cell.deaths == 0)
        continue;
      for (const auto user : cells_.of(i)) sums_[user.sum] += number_of(cell, user.field);
    }
    for (std::size_t i = 0; i < residents_.cells.size(); ++i) {
      const auto& cell = simulation.resident_cell(residents_.cells[i]);
      if (cell.resident_ms == 0 && cell.moved_in == 0) continue;
      for (const auto user : residents_.of(i)) sums_[user.sum] += number_of(cell, user.field);
    }
  }

  [[nodiscard]] std::int64_t sum_of_weeks(const Tracked& tracked) {
    std::int64_t sum = 0;
    const auto [from, to] = *tracked.weeks;
    for (std::size_t w = 0; w < catalogue_->weeks.size(); ++w) {
      if (in_weeks(catalogue_->weeks[w].iso_week, from, to)) {
        sum += weekly(static_cast<std::uint32_t>(tracked.series), w);
      }
    }
    return sum;
  }

  template <class Simulation>
  [[nodiscard]] std::int64_t read(const Simulation& simulation, const Tracked& tracked,
                                  sim::Time now) const {
    using Field = Tracked::Field;
    if (tracked.field == Field::Constant) return tracked.constant;
    std::int64_t sum = 0;
    if (tracked.field == Field::Owner) {
      for (const auto index : tracked.cells) sum += simulation.extension().count(index, now);
      return sum;
    }
    for (const auto index : tracked.cells) sum += read_one(simulation, tracked.field, index);
    return sum;
  }

  template <class Simulation>
  [[nodiscard]] std::int64_t read_one(const Simulation& simulation, Tracked::Field field,
                                      std::uint32_t index) const {
    using Field = Tracked::Field;
    const auto counters = [&]() -> const auto& {
      return simulation.setting(static_cast<flow::Place>(index)).counters;
    };
    if (kind_of(field) == Kind::Cell) return number_of(simulation.cell(index), field);
    if (kind_of(field) == Kind::Resident) {
      return number_of(simulation.resident_cell(index), field);
    }
    switch (field) {
      case Field::Readmissions:
        return readmissions_[static_cast<flow::Profile>(index)];
      case Field::CapacityMs:
        return counters().capacity_ms;
      case Field::OccupiedMs:
        return counters().occupied_ms;
      case Field::OverflowMs:
        return counters().overflow_ms;
      case Field::ClosedMs:
        return counters().closed_ms;
      case Field::UnusedMs:
        return counters().capacity_ms + counters().overflow_ms - counters().occupied_ms;
      case Field::QueueMs:
        return counters().queue_ms;
      default:
        return 0;
    }
  }

  [[nodiscard]] static std::int64_t number_of(const flow::Cell& cell, Tracked::Field field) {
    using Field = Tracked::Field;
    switch (field) {
      case Field::Entries:
        return cell.entries;
      case Field::Leaves:
        return cell.leaves;
      case Field::Deaths:
        return cell.deaths;
      case Field::PresentMs:
        return cell.present_ms;
      case Field::ReadyMs:
        return cell.ready_ms;
      default:
        return 0;
    }
  }
  [[nodiscard]] static std::int64_t number_of(const flow::ResidentCell& cell,
                                              Tracked::Field field) {
    return field == Tracked::Field::ResidentMs ? cell.resident_ms : cell.moved_in;
  }

  template <class Simulation>
  void read_settings(const Simulation& simulation) {
    auto& levels = outcome_->levels;
    levels.resize(catalogue_->settings);
    for (const auto s : levels.ids()) {
      const auto& c = simulation.setting(s).counters;
      const auto totals = flow::totals_of(c);
      std::ranges::copy(totals, &total(catalogue_->setting(s, {})));
      // Only the levels that occurred are kept: memory does not grow with the number of patients.
      const auto seen = [](std::int64_t ms) { return ms > 0; };
      const auto first = std::ranges::find_if(c.at_level_ms, seen);
      auto last = c.at_level_ms.end();
      while (last != first && !seen(*(last - 1))) --last;
      levels[s].first = static_cast<std::uint32_t>(first - c.at_level_ms.begin());
      levels[s].ms.assign(first, last);
      read_levels(s, levels[s]);
    }
  }

  /// The quantiles of the number of places taken, over time, and the time when all were.
  void read_levels(flow::Place s, const Outcome::Levels& levels) {
    if (const auto slots = catalogue_->level_quantiles[s]; slots != no_slot) {
      const auto quantiles =
          quantiles_over_time(levels.ms, catalogue_->horizon_ms, std::int64_t{levels.first});
      for (std::size_t q = 0; q < quantiles.size(); ++q) total(slots + q) = quantiles[q];
    }
    if (const auto& full = catalogue_->full[s]; full.slot != no_slot) {
      for (std::size_t i = 0; i < levels.ms.size(); ++i) {
        if (levels.first + i >= full.places) total(full.slot) += levels.ms[i];
      }
    }
  }

  template <class Simulation>
  void read_moves(const Simulation& simulation) {
    std::ranges::copy(simulation.moves(), &total(catalogue_->first_move));
  }

  const Catalogue* catalogue_;
  Outcome* outcome_ = nullptr;
  std::size_t week_ = 0;
  sim::Table<flow::Profile, std::int64_t> readmissions_;
  std::vector<std::int64_t> previous_, sums_;  // by tracked sum
  Users cells_, residents_;
};

}  // namespace care
