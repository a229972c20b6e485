// SPDX-License-Identifier: Apache-2.0
/// @file
/// People who come along on the visits of another role: a visit with `together_with`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "models/staffing/duty.hpp"
#include "models/staffing/visit_plans.hpp"
#include "models/staffing/workforce.hpp"
#include "sim/time.hpp"

namespace care {

/// The team whose people come along on visits that a unit's team gives together with a role: the unit's own; where
/// that never works, of the first provider that has a roster for the role.
[[nodiscard]] std::uint32_t companion_team(const Workforce& workforce, std::uint32_t unit,
                                           std::uint32_t role);

/// What one shift has of people who come along, and what visits have taken of their time.
///
/// **The rule.** A visit together is an appointment: it is booked before the other role's own crew plans its
/// shift, at the turn that it has in the crew that it is due to. Who comes is the one of the other crew with
/// least time left who has enough for the visit and the way there; nobody stays on for it. So both are there at
/// once, and what the other crew has left for its own visits is less by that.
///
/// Needs the workforce to outlive it. No allocation once the memory has grown.
class Companions {
 public:
  Companions(const Workforce& workforce, const VisitPlans& plans);

  /// Time of one person on another role's visit; it counts with `team`.
  struct Appointment {
    std::uint32_t team = 0;
    std::uint32_t municipality = 0, account = 0;  ///< of the patient; of the visit
    sim::Duration time{};                         ///< of which
    sim::Duration travel{};
  };
  /// What visits at hand ask of a team: those first due in the shift, and those moved to it.
  struct Asked {
    sim::Duration due{}, carried{};
  };

  /// Whether people of the team come along on visits of others.
  [[nodiscard]] bool has(std::uint32_t team) const { return team < staff_.size() && comes_[team]; }
  /// All such teams.
  [[nodiscard]] std::span<const std::uint32_t> teams() const { return teams_; }
  /// Who of the team is there: to be filled in before the first crew works the shift. Less what is taken.
  [[nodiscard]] ShiftStaff& staff(std::uint32_t team) { return staff_[team]; }

  /// A shift begins: nothing has been booked.
  void begin_shift();
  /// Notes what a visit asks of a team.
  void ask(std::uint32_t team, sim::Duration time, bool due_now);
  /// Books somebody of the appointment's team, or of another one of its crew; false if nobody has time.
  [[nodiscard]] bool book(const Appointment& appointment);
  /// How many appointments stand; those after so many are cancelled.
  [[nodiscard]] std::size_t booked() const { return booked_.size(); }
  void cancel_after(std::size_t appointments);

  [[nodiscard]] Asked asked(std::uint32_t team) const { return asked_[team]; }
  /// Tells each appointment of a team.
  template <class Hear>
  void each(std::uint32_t team, Hear&& hear) const {
    for (const Booked& of : booked_) {
      if (of.appointment.team == team) hear(of.appointment);
    }
  }

 private:
  struct Booked {
    Appointment appointment;
    sim::Duration* left = nullptr;  // of the person
  };

  const Workforce* workforce_;
  std::vector<std::uint32_t> teams_;
  // By team; empty where nobody comes along.
  std::vector<bool> comes_;
  std::vector<ShiftStaff> staff_;
  std::vector<Asked> asked_;
  std::vector<Booked> booked_;
};

}  // namespace care
