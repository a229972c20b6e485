// SPDX-License-Identifier: Apache-2.0
#include "models/measure/seasons.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>

#include "models/measure/weeks.hpp"
#include "sim/civil_date.hpp"

namespace care {
namespace {

class Finder {
 public:
  Finder(std::span<const Week> weeks, const std::array<int, 2>& season)
      : weeks_(weeks), from_(season[0]), to_(season[1]) {}

  /// All seasons of which a week is measured.
  [[nodiscard]] std::vector<SeasonSpan> parts() const {
    std::vector<SeasonSpan> found;
    for (std::size_t w = 0; w < weeks_.size(); ++w) {
      if (!is_in(weeks_[w].iso_week)) continue;
      if (found.empty() || found.back().end != w || weeks_[w].iso_week == from_) {
        if (!found.empty()) found.back().next = w;
        found.push_back({w, w, weeks_.size()});
      }
      found.back().end = w + 1;
    }
    return found;
  }

  [[nodiscard]] bool is_whole(const SeasonSpan& span) const {
    const Week& first = weeks_[span.first];
    const Week& last = weeks_[span.end - 1];
    const bool begins = first.iso_week == from_ || !is_in(iso_week_at(first, -7));
    const int after = iso_week_at(last, 7);
    return begins && (after == from_ || !is_in(after));
  }

 private:
  [[nodiscard]] bool is_in(int iso_week) const { return in_weeks(iso_week, from_, to_); }
  /// The ISO week some days from a measured one.
  static int iso_week_at(const Week& week, int days) {
    const sim::Date day = std::chrono::floor<std::chrono::days>(week.start);
    return sim::iso_week(day + std::chrono::days{days}).week;
  }

  std::span<const Week> weeks_;
  int from_, to_;
};

std::size_t length(const SeasonSpan& span) { return span.end - span.first; }

}  // namespace

Seasons find_seasons(std::span<const Week> weeks, const std::array<int, 2>& season) {
  const Finder finder(weeks, season);
  const auto parts = finder.parts();
  Seasons result;
  std::ranges::copy_if(parts, std::back_inserter(result.spans),
                       [&](const SeasonSpan& part) { return finder.is_whole(part); });
  if (!result.spans.empty() || parts.empty()) return result;
  result.spans.push_back(*std::ranges::max_element(parts, {}, length));
  result.is_cut = true;
  return result;
}

}  // namespace care
