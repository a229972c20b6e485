// SPDX-License-Identifier: Apache-2.0
/// @file
/// Who is at work, shift by shift, in one replication.
///
/// **Absence.** A person who is rostered is, in this order, absent because the post is vacant, on
/// leave, sick, or at home with a child who is ill; otherwise present.
///
/// *Vacancy.* A share `vacancy` of a team's n posts has no holder at the start of the run. The
/// number is n * vacancy rounded up or down, by one uniform draw U of the team: the person of rank
/// r is vacant when floor((r+1) v + U) > floor(r v + U). Every post is vacant with probability v,
/// the mean is exact in teams of any size, and vacancies are spread over the rota and the leave
/// plan. With another share in leave weeks, posts are drawn so for the larger of the two, and of those, in
/// their order, a part that is vacant in the other weeks too. Without turnover it stays so for the replication. With it
/// each post then is an alternating
/// renewal process by itself, vacant for the law of `vacancy_length` (at the start for the rest of one, as
/// met at a random time) and held for an exponential time, so that each is vacant with probability v at
/// any time. Who holds a post is new luck in nothing but that: sickness, leave and competences are the
/// post's.
///
/// *Sickness.* Each person is an alternating renewal process: healthy for an exponential time, then
/// away for a spell of the role's law, begun in stationarity at the start of the run (sick with
/// probability s, then with a residual spell). Who is sick when a shift begins misses all of it.
/// Each municipality draws for every calendar week one multiplier M, lognormal with mean 1 and the
/// role's cv (the roles share the underlying normal), and during that week everybody's hazard of
/// falling ill is lambda * M. A person's exponential is thus spent on the clock dT = M dt. The mean
/// time lost is kept: weeks with a large M also use up the healthy, which lowers the mean onset
/// rate by the factor 1 - lambda cv^2 K, where K = integral over one week W of (1 - u/W) P(spell >
/// u) du (first order in lambda); lambda is raised so that lambda (1 - lambda cv^2 K) is the rate
/// that gives the stated share without shock.
///
/// *Care of children*: see child_care.hpp. It goes on whether or not the person is sick, on leave or the
/// post vacant, begun with the share and the rest of a spell that the month of the start would have for
/// ever. It gets substitutes as sickness does.
///
/// *Known absence* of a person by name is as leave: it is decided before sickness, and may get a
/// substitute. People by name hold their posts: none of them is vacant.
///
/// **Replacement.** A vacant post, or one whose holder is on leave, gets a substitute with
/// probability `replacement`, decided for each person and calendar week (people are hired by the
/// week, not by the shift). So does, with probability `sick_replacement`, one who is sick and was so
/// when the day of the shift began; whoever falls ill on the day itself is not replaced. Agency staff fill what is still missing,
/// from an account into which every shift pays agency_cap (in leave weeks agency_cap_summer) times
/// its rostered hours. The account holds at most one full week's payments, or one full post if that
/// is more: so agency hours never exceed the cap over time, and a small team can save up for a
/// whole shift. Agency staff work as the team's own do.
///
/// **People.** Each person who is there has the time of their part of a post, a substitute times the
/// productivity, less the share of indirect work. Agency staff come for whole shifts, the last of them
/// for what is left.
///
/// **Competences.** Of a team's n people (holders of vacant posts included) n * share have a competence
/// of the role, rounded up or down by one uniform draw of the team, and who they are is drawn by lot:
/// every set of that size is as likely. It holds for the replication. Of substitutes each has it with
/// probability `substitutes`, by post and calendar week, as they are hired; of agency staff with
/// probability `agency`, by their number in the shift and calendar week. Competences are independent of
/// each other, and of absence.
///
/// **Areas.** A team's people, in the order of their numbers, are divided between the areas of their
/// municipality by the shares of those who live there; a substitute starts from where the one does who is
/// away, agency staff from the largest.
///
/// **Overtime** is at most overtime_cap of the hours of the team's own staff present, whoever of them
/// stays on. It is given to visits and travel in full: indirect work waits for paid time.
#pragma once

#include <cstdint>
#include <vector>

#include "models/staffing/figures.hpp"
#include "models/staffing/workforce.hpp"
#include "sim/stream.hpp"
#include "sim/time.hpp"

namespace care {

enum class Presence : std::uint8_t { Present, OnLeave, Vacant, Sick, ChildCare };

/// The people of a Workforce in one replication. Needs the Workforce to outlive it. Allocates on
/// the first reset only. Each team is to be asked for its shifts in order of time.
class Duty {
 public:
  explicit Duty(const Workforce& workforce);

  /// Begins a replication; results depend on nothing that came before.
  void reset(std::uint64_t seed, std::uint32_t replication);

  /// The team's time in a shift. To be called once for each occurrence, in order, since agency
  /// hours are accounted for; occurrences without posts may be left out. `staff` is overwritten; its
  /// memory is used again.
  void find_staff(std::uint32_t team, std::uint32_t occurrence, ShiftStaff& staff);
  [[nodiscard]] ShiftStaff staff(std::uint32_t team, std::uint32_t occurrence) {
    ShiftStaff staff;
    find_staff(team, occurrence, staff);
    return staff;
  }

  /// What person `person` (0-based) of a team would be in a shift, if rostered. May be asked again,
  /// but not about earlier shifts.
  [[nodiscard]] Presence presence(std::uint32_t team, std::uint32_t person,
                                  std::uint32_t occurrence);

 private:
  /// When a post is vacant, as bits.
  enum : std::uint8_t { Outside = 1, Within = 2 };
  struct Person {
    sim::Time until{};                   // when it changes
    sim::Time since = sim::Time::min();  // when it has changed; before the run at first
    std::uint32_t spells = 0;            // drawn so far: the occasion of the next draw
    bool sick = false;
    std::uint8_t vacant = 0;  // Outside leave weeks, Within them, or both
    Competences competences = 0;
  };

  /// A state that alternates, by itself.
  struct Alternation {
    sim::Time until{};                   // when it changes
    sim::Time since = sim::Time::min();  // when it has changed; before the run at first
    std::uint32_t changes = 0;           // drawn so far: the occasion of the next draw
    bool away = false;
  };

  void draw_shocks(const StaffTeam& team, std::int64_t* clock);
  void draw_vacancies(const StaffTeam& team);
  void draw_competences(const StaffTeam& team);
  [[nodiscard]] Competences of_holder(const StaffTeam& team, std::uint32_t person,
                                      sim::Time now) const;
  [[nodiscard]] Competences of_substitute(const StaffTeam& team, std::uint32_t person,
                                          std::uint32_t week) const;
  [[nodiscard]] Competences of_agency(const StaffTeam& team, std::uint32_t number,
                                      std::uint32_t week) const;
  [[nodiscard]] Competences drawn(const StaffTeam& team, std::uint32_t number, std::uint32_t w,
                                  std::uint8_t purpose, double HeldCompetence::*share) const;
  void start_person(std::uint32_t team, std::uint32_t person);
  void advance(std::uint32_t team, std::uint32_t person, sim::Time now);
  void start_post(std::uint32_t team, std::uint32_t person);
  [[nodiscard]] bool is_vacant_in(const StaffTeam& team, const Person& person,
                                  std::uint32_t week) const;
  [[nodiscard]] bool is_vacant(std::uint32_t team, std::uint32_t person, sim::Time now);
  void start_child_care(std::uint32_t team, std::uint32_t person);
  [[nodiscard]] bool is_with_child(std::uint32_t team, std::uint32_t person, sim::Time now);
  [[nodiscard]] sim::Time when_known(std::uint32_t person, Presence found) const {
    return found == Presence::Sick ? people_[person].since : children_[person].since;
  }
  [[nodiscard]] sim::Time ill_at(std::uint32_t team, sim::Time from, sim::Duration healthy) const;
  [[nodiscard]] bool has_substitute(std::uint32_t team, std::uint32_t person,
                                    std::uint32_t occurrence, Presence found) const;
  [[nodiscard]] sim::Duration hire(std::uint32_t team, std::uint32_t occurrence,
                                   sim::Duration rostered, sim::Duration missing);
  [[nodiscard]] sim::Stream stream(std::uint32_t family, std::uint32_t serial, std::uint8_t purpose,
                                   std::uint32_t occasion) const;

  const Workforce* workforce_;
  std::uint64_t seed_ = 0;
  std::uint32_t replication_ = 0;
  std::vector<Person> people_;
  std::vector<Alternation> posts_;      // by person; empty: no team has turnover
  std::vector<Alternation> children_;   // by person; empty: no team has care of children
  std::vector<std::int64_t> clock_;     // by team: shock clock at the start of each week, 2^-16 ms
  std::vector<sim::Duration> account_;  // by team: agency time that may be hired
};

}  // namespace care
