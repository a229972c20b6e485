// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "models/rules/figures.hpp"
#include "models/rules/ruling.hpp"
#include "sim/time.hpp"

namespace care {

/// Where each count of responsibility stands in one row of numbers.
class OwnerLayout {
 public:
  OwnerLayout(std::uint32_t municipalities, std::uint32_t roles, std::size_t cases)
      : municipalities_(municipalities), roles_(roles), cases_(static_cast<std::uint32_t>(cases)) {}

  [[nodiscard]] std::uint32_t answered_ms(std::uint32_t municipality, std::size_t who) const {
    return municipality * static_cast<std::uint32_t>(answering_kinds) +
           static_cast<std::uint32_t>(who);
  }
  [[nodiscard]] std::uint32_t performed_ms(std::uint32_t municipality, std::size_t who) const {
    return answered_ms(municipalities_, 0) +
           municipality * static_cast<std::uint32_t>(performer_kinds) +
           static_cast<std::uint32_t>(who);
  }
  [[nodiscard]] std::uint32_t case_ms(std::uint32_t patient_case) const {
    return performed_ms(municipalities_, 0) + patient_case;
  }
  /// `event` by rule_events.
  [[nodiscard]] std::uint32_t event(std::uint32_t municipality, std::uint32_t event) const {
    return case_ms(cases_) + municipality * event_kinds + event;
  }
  [[nodiscard]] std::uint32_t visit_ms(std::uint32_t municipality, std::uint32_t role,
                                       std::size_t who) const {
    return event(municipalities_, 0) +
           (municipality * roles_ + role) * static_cast<std::uint32_t>(answering_kinds) +
           static_cast<std::uint32_t>(who);
  }
  [[nodiscard]] std::uint32_t size() const { return visit_ms(municipalities_, 0, 0); }
  [[nodiscard]] std::uint32_t municipalities() const { return municipalities_; }
  [[nodiscard]] std::uint32_t roles() const { return roles_; }
  [[nodiscard]] std::uint32_t cases() const { return cases_; }

 private:
  static constexpr auto event_kinds = static_cast<std::uint32_t>(rule_events.size());

  std::uint32_t municipalities_, roles_, cases_;
};

/// Counts of one replication, and person-time: for a number that changes by d at time t, d * (end -
/// t) is added, which needs no look at what was there before.
class OwnerCounts {
 public:
  explicit OwnerCounts(const OwnerLayout& layout) : sums_(layout.size()), levels_(layout.size()) {}

  void reset(sim::Time start) {
    origin_ = start;
    std::ranges::fill(sums_, 0);
    std::ranges::fill(levels_, 0);
  }
  /// Forgets what was counted; who is there stays.
  void restart(sim::Time now) {
    origin_ = now;
    std::ranges::fill(sums_, 0);
  }
  void add(std::uint32_t index, std::int64_t count) { sums_[index] += count; }
  void change(std::uint32_t index, std::int64_t by, sim::Time now) {
    levels_[index] += by;
    sums_[index] -= by * (now - origin_).count();
  }
  /// The count, or the person-milliseconds until `now`.
  [[nodiscard]] std::int64_t read(std::uint32_t index, sim::Time now) const {
    return sums_[index] + levels_[index] * (now - origin_).count();
  }

 private:
  sim::Time origin_{};
  std::vector<std::int64_t> sums_, levels_;
};

}  // namespace care
