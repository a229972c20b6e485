// SPDX-License-Identifier: Apache-2.0
/// @file
/// The people of a crew in one shift, by the time that each of them has left.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "sim/time.hpp"

namespace care {

/// Gives visits, one after the other, to people who have time for them. One visit is given by one
/// person, or by several at once, who all have its whole time.
///
/// **The rule.** A visit by one person goes to the one with least time left who has enough (best fit),
/// which keeps long spells free for long visits. A visit by several goes to those with most time left,
/// which keeps people able to meet. Where that is not enough, those with most time left stay on, as far
/// as the crew's overtime goes. Best fit never needs more than 1.7 times the people that the best plan
/// needs (Johnson, Demers, Ullman, Garey and Graham, SIAM J. Comput. 3, 1974).
///
/// **Cost.** A search by halves and a move of the times in between: people are few, and times lie side
/// by side. No allocation once the memory has grown.
class ShiftPeople {
 public:
  /// A new shift, with nobody yet.
  void begin() {
    left_.clear();
    next_ = 0;
    overtime_left_ = overtime_ = {};
  }
  /// People by the time that each has.
  void add(std::span<const sim::Duration> times) {
    left_.insert(left_.end(), times.begin(), times.end());
  }
  /// To be called after the last `add`.
  void order();
  /// What they may stay on beyond their time, together; before: nothing.
  void allow_overtime(sim::Duration most) { overtime_left_ = most; }

  /// Takes `each` of the time of `persons` (at least 1) at once, and says whether it was there; if not,
  /// nothing changes.
  bool take(sim::Duration each, std::size_t persons);

  /// A quick plan instead: one person after the other, until something does not fit into their time; a
  /// visit by several is given by those next in line. Their order is lost: what is planned so is all
  /// planned so.
  bool take_next(sim::Duration each, std::size_t persons);

  /// Whether any visits fit, in any order, that ask for `asked` in all, of at most `persons` people and
  /// of at most `each` of the time of one. False is no answer.
  [[nodiscard]] bool is_plenty(sim::Duration asked, sim::Duration each, std::size_t persons) const;

  /// The most time of each that a visit by so many could take now; negative where they are too few.
  [[nodiscard]] sim::Duration longest(std::size_t persons) const;
  /// Most that anybody has left, without staying on.
  [[nodiscard]] sim::Duration longest_own() const {
    return left_.empty() ? sim::Duration{} : left_.back();
  }
  /// What is left of everybody's time, with all that they may stay on.
  [[nodiscard]] sim::Duration most() const;
  /// Time beyond their own that people have stayed on.
  [[nodiscard]] sim::Duration overtime() const { return overtime_; }

 private:
  bool stay_on(sim::Duration each, std::size_t persons);
  void take_from(std::size_t person, sim::Duration time);

  std::vector<sim::Duration> left_;  // ascending
  std::size_t next_ = 0;             // of the quick plan
  sim::Duration overtime_left_{}, overtime_{};
};

}  // namespace care
