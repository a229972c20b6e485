// SPDX-License-Identifier: Apache-2.0
/// @file
/// The people of a crew in one shift, by the time that each of them has left.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "models/staffing/areas.hpp"
#include "models/staffing/competences.hpp"
#include "models/staffing/share.hpp"
#include "models/staffing/windows.hpp"
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
/// **Competences.** A visit that asks for one is given by those who have it; by several, by people who
/// all have it. A competence is scarce in a shift when a visit of the shift asks for it, and some of those
/// present have it and others not. While any is, a visit by one goes to whom has fewest scarce ones, of these
/// to the one with least time left who has enough; a visit by several, and one that somebody stays on for,
/// to those with most time left, of equals to whom has fewest. So those who can do what others cannot are kept
/// free for it. What everybody present has makes no difference.
///
/// **Ways.** Where it is farther to some visits for some of them, each needs the time of their own way too. A
/// visit by one goes, of those equal in scarce competences, to whom has the shortest way, of these to the
/// one with least time left who has enough; a visit by several, and one that somebody stays on for, to
/// those who would have most time left after the way.
///
/// **Windows.** A visit with a window takes time of that part of the shift: of each person's time the window's
/// share of the shift lies in it, and takes from both. A visit by one goes to the one who has least of what it
/// can take; overtime lengthens no window. Windows are apart, and other visits can be given around them, so a
/// person's visits fit if those of each window fit into it and all of them into the whole.
///
/// **The whole shift.** Who stays with one patient for the whole shift is taken out before anybody gives a visit:
/// see `engage`.
///
/// **Again.** Who has given a visit can be asked for another one, where people are told apart: see `tell_apart`.
///
/// **Cost.** A search by halves and a move of the times in between: people are few, and times lie side
/// by side; while a competence is scarce, ways differ, or there are windows, a look at everybody. No allocation once the memory has grown.
class ShiftPeople {
 public:
  /// Most people at a visit who can be asked for again.
  static constexpr std::size_t most_at_once = 4;
  /// Where nobody's way is longer.
  static constexpr Area everywhere = 0xffffffff;
  /// Who give a visit, by numbers that hold for the shift; nobody, or as many as it takes.
  struct Persons {
    std::array<std::uint32_t, most_at_once> number{};
    std::uint32_t count = 0;
  };

  /// A new shift, with nobody yet.
  void begin() {
    left_.clear();
    held_.clear();
    area_.clear();
    within_.clear();
    ways_ = {};
    number_.clear();
    apart_ = false;
    next_ = 0;
    overtime_left_ = overtime_ = longer_way_ = {};
  }
  /// Some ways may be longer; before anybody is added.
  void allow_for(const Ways& ways) { ways_ = ways; }
  /// People by the time that each has, by what each may do (without `held`, everything) and by where each
  /// starts from (without `areas`, from the first).
  void add(std::span<const sim::Duration> times, std::span<const Competences> held = {},
           std::span<const Area> areas = {}) {
    if (!held.empty()) held_.resize(left_.size(), every_competence);
    if (ways_.differ()) area_.resize(left_.size());
    left_.insert(left_.end(), times.begin(), times.end());
    held_.insert(held_.end(), held.begin(), held.end());
    if (ways_.differ()) area_.insert(area_.end(), areas.begin(), areas.end());
  }
  /// Before `order`: takes out one who has what is `needed`, for the whole shift, and returns the time that it
  /// takes. Of those able, one who can do least else; of these the one with least time. None: nobody is able.
  std::optional<sim::Duration> engage(Competences needed);
  /// How many there are, without those taken out.
  [[nodiscard]] std::size_t size() const { return left_.size(); }
  /// To be called after the last `add`; visits of the shift ask for `asked` in all. `windows` are the shares
  /// of the shift that lie in each window; without, no visit has one.
  void order(Competences asked = 0, std::span<const Share> windows = {});
  /// What they may stay on beyond their time, together; before: nothing.
  void allow_overtime(sim::Duration most) { overtime_left_ = most; }

  /// Takes `each`, and the longer way to the area `where`, of the time of `persons` (at least 1) at once, who all
  /// have what is `needed`, in a window of the shift, and says whether it was there; if not, nothing changes.
  bool take(sim::Duration each, std::size_t persons, Competences needed = 0,
            Area where = everywhere, Window window = any_time);
  /// The same without overtime.
  bool take_own(sim::Duration each, std::size_t persons, Competences needed = 0,
                Area where = everywhere, Window window = any_time);
  /// The time that the longer way took of those whom time was taken of last, together.
  [[nodiscard]] sim::Duration longer_way() const { return longer_way_; }

  /// From now on people are told apart; after `order`.
  void tell_apart();
  /// Who gives what was taken last, by at most `most_at_once`. People must be told apart.
  [[nodiscard]] const Persons& taken() const { return taken_; }
  /// Takes `each` of the time of those who gave something before, who may `stay_on` for it or not, and
  /// says whether it was there and they have what is `needed`.
  bool take_again(const Persons& persons, sim::Duration each, Competences needed, bool stay_on,
                  Window window = any_time);

  /// Whether the way is as long for everybody.
  [[nodiscard]] bool are_all_near() const { return !ways_.differ(); }
  /// Whether it does not matter who gives what, nor when, since everybody may do all that is `asked`.
  [[nodiscard]] bool are_alike(Competences asked) const {
    return in_order_ && has_all(common_, asked);
  }

  /// A quick plan instead, of visits that everybody there may give: one person after the other, until something does not fit into their time; a
  /// visit by several is given by those next in line. Their order is lost: what is planned so is all
  /// planned so.
  bool take_next(sim::Duration each, std::size_t persons);

  /// Whether any visits fit, in any order, that ask for `asked` in all, of at most `persons` people and
  /// of at most `each` of the time of one, and everybody there may give them. False is no answer.
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
  void note_taken(std::size_t person, std::size_t count);
  [[nodiscard]] std::size_t place_of(std::uint32_t number) const;
  bool take_of_able(sim::Duration each, std::size_t persons, Competences needed, Area where,
                    Window window);
  bool take_of_most(sim::Duration each, std::size_t persons, Area where, Window window);
  void spend(std::size_t person, sim::Duration time, Window window);
  [[nodiscard]] sim::Duration within(std::size_t person, Window window) const;
  [[nodiscard]] sim::Duration way(std::size_t person, Area where) const {
    if (where == everywhere || !ways_.differ()) return sim::Duration::zero();
    return ways_(area_[person], where);
  }
  [[nodiscard]] bool fits_better(std::size_t person, std::size_t other, Area where,
                                 Window window) const;
  [[nodiscard]] bool is_kept_free_before(std::size_t person, std::size_t other) const;

  std::vector<sim::Duration> left_;  // ascending, while they stand in order
  std::vector<Competences> held_;    // by person; empty: everybody has every one
  Competences common_ = every_competence, scarce_ = 0;
  bool in_order_ = true;               // else each is looked at
  std::vector<sim::Duration> within_;  // by window and person: time left in it; empty: no windows
  std::vector<Area> area_;             // by person, where ways differ
  Ways ways_;
  sim::Duration longer_way_{};
  // Told apart, while they stand in order: by person, the number; else a person's place is it.
  std::vector<std::uint32_t> number_;
  bool apart_ = false;
  Persons taken_;
  std::vector<std::size_t> able_;  // to give the visit at hand
  std::size_t next_ = 0;           // of the quick plan
  sim::Duration overtime_left_{}, overtime_{};
};

}  // namespace care
