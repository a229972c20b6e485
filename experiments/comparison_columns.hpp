// SPDX-License-Identifier: Apache-2.0
#pragma once

// Figures of several results side by side, value by value. Internal to comparisons.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "experiments/comparison.hpp"

namespace care {

/// Values of a figure in one scenario; empty = it does not have the figure, and none of it is not 0.
using Values = std::vector<double>;

/// A figure with its values under every scenario, the base first.
struct Column {
  Key key;
  MetricEstimate::Kind kind = MetricEstimate::Kind::Mean;
  std::vector<Values> values;  ///< by contestant
  /// Probability: trials in a replication, by contestant.
  std::vector<std::uint32_t> trials{};
};

/// All figures of the contestants: those of the metrics, and kronor by principal and item.
[[nodiscard]] std::vector<Column> columns_of(std::span<const Contestant> contestants);

/// True of numbers, hours, days and kronor: what a scenario does not have is 0 there, and several
/// may be added up.
[[nodiscard]] bool is_additive(const Key& key);

/// Differences to the base, with Holm's correction over those that there are.
[[nodiscard]] FigureComparison compare_column(const Column& column);

/// The part of an id between its first and second dot, or "": the setting, role or party.
[[nodiscard]] std::string_view second_part(std::string_view id);

}  // namespace care
