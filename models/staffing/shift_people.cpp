// SPDX-License-Identifier: Apache-2.0
#include "models/staffing/shift_people.hpp"

#include <algorithm>
#include <numeric>

namespace care {

void ShiftPeople::order() { std::ranges::sort(left_); }

/// Whom time is taken from goes down among those who have less.
void ShiftPeople::take_from(std::size_t person, sim::Duration time) {
  const auto at = left_.begin() + static_cast<std::ptrdiff_t>(person);
  const sim::Duration left = *at - time;
  const auto to = std::lower_bound(left_.begin(), at, left);
  std::move_backward(to, at, at + 1);
  *to = left;
}

bool ShiftPeople::take(sim::Duration each, std::size_t persons) {
  if (persons > left_.size()) return false;
  const std::size_t first_of_most = left_.size() - persons;
  if (left_[first_of_most] < each) return stay_on(each, persons);
  if (persons == 1) {
    const auto enough = std::ranges::lower_bound(left_, each);
    take_from(static_cast<std::size_t>(enough - left_.begin()), each);
    return true;
  }
  for (std::size_t person = first_of_most; person < left_.size(); ++person) {
    take_from(person, each);
  }
  return true;
}

bool ShiftPeople::take_next(sim::Duration each, std::size_t persons) {
  for (; next_ + persons <= left_.size(); ++next_) {
    const std::span<sim::Duration> in_line(left_.data() + next_, persons);
    if (std::ranges::any_of(in_line, [&](sim::Duration left) { return left < each; })) continue;
    for (sim::Duration& left : in_line) left -= each;
    return true;
  }
  return false;
}

/// Those with most time left give the visit and stay on for what is lacking.
bool ShiftPeople::stay_on(sim::Duration each, std::size_t persons) {
  const std::size_t first = left_.size() - persons;
  sim::Duration lacking{};
  for (std::size_t person = first; person < left_.size(); ++person) {
    lacking += std::max(sim::Duration::zero(), each - left_[person]);
  }
  if (lacking > overtime_left_) return false;
  overtime_left_ -= lacking;
  overtime_ += lacking;
  for (std::size_t person = first; person < left_.size(); ++person) {
    take_from(person, std::min(each, left_[person]));
  }
  return true;
}

/// Overtime raises those who have least of the chosen, together, until it is used up.
sim::Duration ShiftPeople::longest(std::size_t persons) const {
  if (persons > left_.size()) return sim::Duration{-1};
  const std::size_t first = left_.size() - persons;
  sim::Duration level = left_[first], extra = overtime_left_;
  for (std::int64_t raised = 1;; ++raised) {
    const std::size_t next = first + static_cast<std::size_t>(raised);
    const sim::Duration step = extra / raised;
    if (next == left_.size() || level + step <= left_[next]) return level + step;
    extra -= raised * (left_[next] - level);
    level = left_[next];
  }
}

sim::Duration ShiftPeople::most() const {
  return std::accumulate(left_.begin(), left_.end(), overtime_left_);
}

/// A visit fits nobody only where all but `persons` - 1 have less than `each` left; those may have all
/// of their time.
bool ShiftPeople::is_plenty(sim::Duration asked, sim::Duration each, std::size_t persons) const {
  if (persons > left_.size()) return false;
  const auto people = static_cast<std::int64_t>(left_.size());
  const sim::Duration kept = static_cast<std::int64_t>(persons - 1) * left_.back();
  return most() - overtime_left_ - asked >= people * each + kept;
}

}  // namespace care
