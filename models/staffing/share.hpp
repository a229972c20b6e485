// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "sim/time.hpp"

namespace care {

/// A share as whole millionths, so that minutes can be split without rounding of its own.
class Share {
 public:
  Share() = default;
  /// Rounds to the nearest millionth. Precondition (checked): 0 <= share <= 1000.
  explicit Share(double share);
  /// `share * length`, rounded down to whole milliseconds.
  [[nodiscard]] constexpr sim::Duration of(sim::Duration length) const {
    return sim::Duration{length.count() / 1'000'000 * millionths_ +
                         length.count() % 1'000'000 * millionths_ / 1'000'000};
  }
  /// The length of which `rest` is what this share leaves: rest / (1 - share), rounded down. The
  /// share is below 1.
  [[nodiscard]] constexpr sim::Duration raise(sim::Duration rest) const {
    const std::int64_t left = 1'000'000 - millionths_;
    if (left <= 0) return rest;
    return sim::Duration{rest.count() / left * 1'000'000 + rest.count() % left * 1'000'000 / left};
  }

  [[nodiscard]] constexpr double value() const { return static_cast<double>(millionths_) / 1e6; }

 private:
  std::int64_t millionths_ = 0;
};

}  // namespace care
