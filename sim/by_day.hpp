// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <utility>
#include <vector>

#include "sim/civil_date.hpp"

namespace sim {

/// What is true of a day, worked out once for the days of a span: a run asks of the same days again and
/// again, and the holidays of a year are some sums. Other days are worked out when asked for.
template <class T>
class ByDay {
 public:
  ByDay() = default;

  /// `of` gives the value of any day; those from `first` until before `end` are kept.
  ByDay(Date first, Date end, std::function<T(Date)> of) : first_(first), of_(std::move(of)) {
    for (Date date = first; date < end; date += std::chrono::days{1}) {
      known_.push_back(of_(date));
    }
  }

  [[nodiscard]] T at(Date date) const {
    const auto i = static_cast<std::size_t>((date - first_).count());
    return i < known_.size() ? known_[i] : of_(date);
  }

 private:
  Date first_{};
  std::function<T(Date)> of_;
  std::vector<T> known_;
};

}  // namespace sim
