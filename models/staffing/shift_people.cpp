// SPDX-License-Identifier: Apache-2.0
#include "models/staffing/shift_people.hpp"

#include <algorithm>
#include <bit>
#include <numeric>
#include <utility>

namespace care {

std::optional<sim::Duration> ShiftPeople::engage(Competences needed) {
  if (!held_.empty()) held_.resize(left_.size(), every_competence);
  const auto skills = [&](std::size_t person) {
    return std::popcount(static_cast<unsigned>(held_.empty() ? 0 : held_[person]));
  };
  std::size_t best = left_.size();
  for (std::size_t person = 0; person < left_.size(); ++person) {
    if (!held_.empty() && !has_all(held_[person], needed)) continue;
    const bool better = best == left_.size() || skills(person) < skills(best) ||
                        (skills(person) == skills(best) && left_[person] < left_[best]);
    if (better) best = person;
  }
  if (best == left_.size()) return std::nullopt;
  const sim::Duration time = left_[best];
  const auto at = static_cast<std::ptrdiff_t>(best);
  left_.erase(left_.begin() + at);
  if (!held_.empty()) held_.erase(held_.begin() + at);
  if (best < area_.size()) area_.erase(area_.begin() + at);
  return time;
}

void ShiftPeople::order(Competences asked, std::span<const Share> windows) {
  unsigned some = 0, common = every_competence;
  const bool apart = ways_.differ() || !windows.empty();
  if (!held_.empty() || apart) held_.resize(left_.size(), every_competence);
  if (ways_.differ()) area_.resize(left_.size());
  for (const Competences held : held_) {
    some |= held;
    common &= held;
  }
  common_ = static_cast<Competences>(common);
  scarce_ = static_cast<Competences>(asked & some & ~common);
  in_order_ = scarce_ == 0 && !apart;
  if (in_order_) {
    std::ranges::sort(left_);
    return;
  }
  for (const Share share : windows) {
    for (const sim::Duration left : left_) within_.push_back(share.of(left));
  }
}

/// Time that a person has left in a window; all of it where the visit has none.
sim::Duration ShiftPeople::within(std::size_t person, Window window) const {
  return window == any_time ? left_[person] : within_[window * left_.size() + person];
}

/// Time of somebody who stands in no order; what is beyond the whole has been found in the overtime.
void ShiftPeople::spend(std::size_t person, sim::Duration time, Window window) {
  if (window != any_time) within_[window * left_.size() + person] -= time;
  left_[person] -= std::min(time, left_[person]);
}

/// Whom time is taken from goes down among those who have less.
void ShiftPeople::take_from(std::size_t person, sim::Duration time) {
  const auto at = left_.begin() + static_cast<std::ptrdiff_t>(person);
  const sim::Duration left = *at - time;
  const auto to = std::lower_bound(left_.begin(), at, left);
  std::move_backward(to, at, at + 1);
  *to = left;
  if (number_.empty()) return;
  const auto number_at = number_.begin() + static_cast<std::ptrdiff_t>(person);
  std::rotate(number_.begin() + (to - left_.begin()), number_at, number_at + 1);
}

void ShiftPeople::tell_apart() {
  apart_ = true;
  taken_ = {};
  if (!in_order_) return;
  number_.resize(left_.size());
  std::iota(number_.begin(), number_.end(), 0U);
}

/// Notes who gives a visit, one after the other: the person at a place, after `count` others.
void ShiftPeople::note_taken(std::size_t person, std::size_t count) {
  if (!apart_ || count >= most_at_once) return;
  taken_.number[count] = number_.empty() ? static_cast<std::uint32_t>(person) : number_[person];
  taken_.count = static_cast<std::uint32_t>(count + 1);
}

std::size_t ShiftPeople::place_of(std::uint32_t number) const {
  if (number_.empty()) return number;
  return static_cast<std::size_t>(std::ranges::find(number_, number) - number_.begin());
}

bool ShiftPeople::take_own(sim::Duration each, std::size_t persons, Competences needed, Area where,
                           Window window) {
  const sim::Duration kept = std::exchange(overtime_left_, sim::Duration::zero());
  const bool taken = take(each, persons, needed, where, window);
  overtime_left_ = kept;
  return taken;
}

bool ShiftPeople::take_again(const Persons& persons, sim::Duration each, Competences needed,
                             bool stay_on, Window window) {
  sim::Duration lacking{};
  const std::span<const std::uint32_t> numbers(persons.number.data(), persons.count);
  for (const std::uint32_t number : numbers) {
    const std::size_t person = place_of(number);
    const Competences held = in_order_ ? common_ : held_[person];
    if (!has_all(held, needed)) return false;
    if (window != any_time && within(person, window) < each) return false;
    lacking += std::max(sim::Duration::zero(), each - left_[person]);
  }
  if (lacking > (stay_on ? overtime_left_ : sim::Duration::zero())) return false;
  overtime_left_ -= lacking;
  overtime_ += lacking;
  for (const std::uint32_t number : numbers) {
    const std::size_t person = place_of(number);
    if (in_order_) {
      take_from(person, std::min(each, left_[person]));
    } else {
      spend(person, each, window);
    }
  }
  return true;
}

bool ShiftPeople::take(sim::Duration each, std::size_t persons, Competences needed, Area where,
                       Window window) {
  if (!in_order_) return take_of_able(each, persons, needed, where, window);
  if (!has_all(common_, needed)) return false;  // then nobody has it
  if (persons > left_.size()) return false;
  const std::size_t first_of_most = left_.size() - persons;
  if (left_[first_of_most] < each) return stay_on(each, persons);
  if (persons == 1) {
    const auto enough = std::ranges::lower_bound(left_, each);
    const auto person = static_cast<std::size_t>(enough - left_.begin());
    note_taken(person, 0);
    take_from(person, each);
    return true;
  }
  for (std::size_t person = first_of_most; person < left_.size(); ++person) {
    note_taken(person, person - first_of_most);
    take_from(person, each);
  }
  return true;
}

/// Whether a person has more of the scarce competences than the other.
bool ShiftPeople::is_kept_free_before(std::size_t person, std::size_t other) const {
  const auto scarce = [&](std::size_t of) {
    return std::popcount(static_cast<unsigned>(held_[of] & scarce_));
  };
  return scarce(person) > scarce(other);
}

/// Of two who are equal in scarce competences.
bool ShiftPeople::fits_better(std::size_t person, std::size_t other, Area where,
                              Window window) const {
  const sim::Duration one_way = way(person, where), other_way = way(other, where);
  if (one_way != other_way) return one_way < other_way;
  const sim::Duration one = within(person, window), another = within(other, window);
  return one != another ? one < another : left_[person] < left_[other];
}

/// People stand in no order.
bool ShiftPeople::take_of_able(sim::Duration each, std::size_t persons, Competences needed,
                               Area where, Window window) {
  able_.clear();
  std::size_t best = left_.size();
  for (std::size_t person = 0; person < left_.size(); ++person) {
    if (!has_all(held_[person], needed)) continue;
    const sim::Duration time = each + way(person, where);
    if (window != any_time && within(person, window) < time) continue;
    able_.push_back(person);
    if (left_[person] < time) continue;
    const bool better =
        best == left_.size() || is_kept_free_before(best, person) ||
        (!is_kept_free_before(person, best) && fits_better(person, best, where, window));
    if (better) best = person;
  }
  if (persons > able_.size()) return false;
  if (persons > 1 || best == left_.size()) return take_of_most(each, persons, where, window);
  note_taken(best, 0);
  longer_way_ = way(best, where);
  spend(best, each + longer_way_, window);
  return true;
}

/// Of those able, with overtime where they need it.
bool ShiftPeople::take_of_most(sim::Duration each, std::size_t persons, Area where, Window window) {
  const auto remains = [&](std::size_t person) { return left_[person] - way(person, where); };
  const auto end = able_.begin() + static_cast<std::ptrdiff_t>(persons);
  std::partial_sort(able_.begin(), end, able_.end(), [&](std::size_t one, std::size_t other) {
    if (remains(one) != remains(other)) return remains(one) > remains(other);
    if (is_kept_free_before(one, other) != is_kept_free_before(other, one)) {
      return is_kept_free_before(other, one);
    }
    return one < other;
  });
  sim::Duration lacking{};
  for (auto able = able_.begin(); able != end; ++able) {
    lacking += std::max(sim::Duration::zero(), each - remains(*able));
  }
  if (lacking > overtime_left_) return false;
  overtime_left_ -= lacking;
  overtime_ += lacking;
  longer_way_ = sim::Duration::zero();
  for (auto able = able_.begin(); able != end; ++able) {
    note_taken(*able, static_cast<std::size_t>(able - able_.begin()));
    longer_way_ += way(*able, where);
    spend(*able, each + way(*able, where), window);
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
    note_taken(person, person - first);
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
  if (persons > left_.size() || !in_order_) return false;
  const auto people = static_cast<std::int64_t>(left_.size());
  const sim::Duration kept = static_cast<std::int64_t>(persons - 1) * left_.back();
  return most() - overtime_left_ - asked >= people * each + kept;
}

}  // namespace care
