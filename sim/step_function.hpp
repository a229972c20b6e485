// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "sim/check.hpp"
#include "sim/time.hpp"

namespace sim {

/// A value that changes at known times: a capacity calendar, a gate that opens and closes, a rate.
///
/// Right-continuous: at the very time of a change the new value holds. Before the first change the
/// initial value holds, after the last change the last value holds for ever. Neighbouring equal
/// values are merged, so every change is a real one. Values are compared with ==.
template <class T>
class StepFunction {
 public:
  /// The value from `time` on.
  struct Change {
    Time time;
    T value;
    friend bool operator==(const Change&, const Change&) = default;
  };

  /// Constant `initial`.
  explicit StepFunction(T initial = T{}) : initial_(std::move(initial)) {}

  /// `initial`, then the changes, whose times must strictly increase (checked).
  StepFunction(T initial, std::span<const Change> changes) : initial_(std::move(initial)) {
    changes_.reserve(changes.size());
    for (std::size_t i = 0; i < changes.size(); ++i) {
      SIM_CHECK(i == 0 || changes[i - 1].time < changes[i].time);
      append(changes[i].time, changes[i].value);
    }
  }

  /// Sets the value from `time` on; `time` is not earlier than the last change (checked). A second
  /// value for the same time replaces the first.
  void append(Time time, T value) {
    if (!changes_.empty()) {
      SIM_CHECK(changes_.back().time <= time);
      if (changes_.back().time == time) changes_.pop_back();
    }
    if (!(last() == value)) changes_.push_back({time, std::move(value)});
  }

  /// The value at `time`. O(log n).
  [[nodiscard]] const T& at(Time time) const {
    const std::size_t next = first_after(time);
    return next == 0 ? initial_ : changes_[next - 1].value;
  }

  /// Time of the first change strictly after `time`, if there is one.
  [[nodiscard]] std::optional<Time> next_change(Time time) const {
    const std::size_t next = first_after(time);
    return next == changes_.size() ? std::nullopt : std::optional{changes_[next].time};
  }

  /// The earliest time, `from` or later, at which the value is `wanted`: when does the gate open?
  [[nodiscard]] std::optional<Time> next_time_when(const T& wanted, Time from) const {
    if (at(from) == wanted) return from;
    for (std::size_t i = first_after(from); i < changes_.size(); ++i) {
      if (changes_[i].value == wanted) return changes_[i].time;
    }
    return std::nullopt;
  }

  /// Integral over [from, to), in value times milliseconds: bed-milliseconds of a capacity,
  /// milliseconds open of a gate. `from` must not be after `to`; the result must fit 63 bits.
  [[nodiscard]] std::int64_t integral(Time from, Time to) const requires std::integral<T> {
    SIM_CHECK(from <= to);
    std::int64_t sum = 0;
    std::size_t next = first_after(from);
    while (from < to) {
      const T value = next == 0 ? initial_ : changes_[next - 1].value;
      const Time until = next == changes_.size() ? to : std::min(to, changes_[next].time);
      sum += static_cast<std::int64_t>(value) * (until - from).count();
      from = until;
      ++next;
    }
    return sum;
  }

  /// The value before the first change.
  [[nodiscard]] const T& initial() const { return initial_; }
  /// The value after the last change.
  [[nodiscard]] const T& last() const {
    return changes_.empty() ? initial_ : changes_.back().value;
  }
  /// All changes by increasing time.
  [[nodiscard]] std::span<const Change> changes() const { return changes_; }

  friend bool operator==(const StepFunction&, const StepFunction&) = default;

 private:
  /// Index of the first change later than `time`; changes_.size() when there is none.
  [[nodiscard]] std::size_t first_after(Time time) const {
    const auto after = std::upper_bound(changes_.begin(), changes_.end(), time,
                                        [](Time t, const Change& c) { return t < c.time; });
    return static_cast<std::size_t>(after - changes_.begin());
  }

  T initial_;
  std::vector<Change> changes_;
};

/// The step function t -> op(a(t), b(t)): a roster reduced by a hazard, two gates that both must
/// be open. Its changes are among those of `a` and `b`.
template <class A, class B, class Op>
[[nodiscard]] auto combine(const StepFunction<A>& a, const StepFunction<B>& b, Op&& op) {
  using Value = decltype(op(a.initial(), b.initial()));
  StepFunction<Value> result(op(a.initial(), b.initial()));
  std::size_t i = 0;
  std::size_t j = 0;
  const auto as = a.changes();
  const auto bs = b.changes();
  while (i < as.size() || j < bs.size()) {
    const bool from_a = j == bs.size() || (i < as.size() && as[i].time <= bs[j].time);
    const Time time = from_a ? as[i].time : bs[j].time;
    if (i < as.size() && as[i].time == time) ++i;
    if (j < bs.size() && bs[j].time == time) ++j;
    result.append(
        time, op(i == 0 ? a.initial() : as[i - 1].value, j == 0 ? b.initial() : bs[j - 1].value));
  }
  return result;
}

}  // namespace sim
