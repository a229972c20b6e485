// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "models/measure/catalogue.hpp"

namespace care {

/// A season of the shortage report among the measured weeks: those of [first, end) are in it, those
/// of [end, next) follow it, up to the next season.
struct SeasonSpan {
  std::size_t first = 0, end = 0, next = 0;
};

/// The seasons that shortage is judged in, one by one.
struct Seasons {
  std::vector<SeasonSpan> spans;
  bool is_cut = false;  ///< none is whole: the only one here is the longest part of one
};

/// The seasons, by ISO weeks [from, to], that lie whole among the measured weeks; if none does, the
/// longest part of one, the first of equals; none where no week of it is measured. A season begins
/// anew with its first week, so that one of all weeks is as long as a year.
[[nodiscard]] Seasons find_seasons(std::span<const Week> weeks, const std::array<int, 2>& season);

}  // namespace care
