// SPDX-License-Identifier: Apache-2.0
/// @file
/// The visits of one replication: when each patient's next visit of each task is due, what a team
/// does with the visits that fall in a shift, and what becomes of those it has no time for.
///
/// **When visits are due.** A task of w visits a week is due at even steps of 7/w days, on the
/// clock of its permitted days (PermittedDays), faster or slower at first where it tapers. The
/// first step is a uniform fraction of a spacing after the plan starts, so that the expected number
/// of visits on each permitted day is the same from the first day on, and patients present at the
/// start of a run are in stationarity. The step decides the day. The shift of that day is drawn
/// with the task's mix; with more than one visit a day the hour of the step decides instead, so
/// that two visits a day do not meet in one shift. A visit whose shift has begun when the plan
/// starts is not given. A task with `once` has one visit, in the first shift of its mix on a
/// permitted day, and only if the stay begins with the plan.
///
/// **A shift.** Visits due in it and those moved to it are taken in the order of Priority, then
/// those first due in the earliest shift, then by a number drawn for each visit, so that nobody is
/// always last. Where a plan that is quickly made has room for all, without overtime, that will do. Else who
/// plans the shift puts long visits first where that makes room for all of a priority; only where they
/// do not all fit the order decides. Each takes minutes in the home + travel of one person, or of as many at once as the
/// task has staff; without travel where the patient comes to a clinic (Assignment). ShiftPeople has
/// the rule of who gives it. A visit that nobody has time for, overtime included, is passed over, and
/// the next that fits is given. What is passed over is moved to the next shift of the task's mix on
/// one of its permitted days in which the team has posts (of a crew: any of its teams), up to
/// max_moves times, then missed, or handed over.
///
/// **Trips.** Visits of one patient that are at hand in the same shift, by as many people each, are one trip
/// where somebody travels. Where all that is at hand is given, one person (or the same persons) gives all of
/// them and travels once. Else those of one priority are taken together, at the turn of the first of them: they are
/// offered to the one who goes to the home already, without travel; if nobody does, to one who has time for the trip and
/// all of them; if nobody has, they are given one by one: by who goes there already, without travel; else by somebody
/// else who has time, with a trip of its own; else by who goes there and stays on; else by who stays on with a
/// trip of its own. So no visit waits for one of a lower priority, and nobody pays for the same way twice unless
/// two people are needed. The time asked for counts a trip once a home: with the visits due first in this shift, if
/// any is; a visit that is moved alone bears a trip of its own where it is given. Visits of teams that do not share
/// their work, and visits by another number of people, have trips of their own.
///
/// **Areas.** Who gives a visit in another area than their own has a longer way there (Areas), which is part of the
/// trip: it is borne once a trip, by each who goes. The time asked for does not have it, since it is not known
/// who goes; the time given does. So a team whose visits are given by others from far away gives more than it was asked for.
///
/// **Handing over.** What a team has given up goes to the team of the task's hand_over_to in the same unit,
/// where that team ever works. It gets it in the same shift, after its own crew has been worked (see
/// VisitPlans::crews_in_order), and counts it as due there; if it is not on duty, it has it in its next shift
/// of the task's mix and days. A visit handed over has no moves left, and is not handed over again.
///
/// **Presence.** A visit with `presence` is somebody with the patient for the whole shift. Who it is, is
/// settled before the shift's visits are: of the crew one who is able (ShiftPeople::engage), in the order
/// of a number drawn for each. It asks for the time for visits of a whole post, takes all of the time that the
/// person has, who makes no other visit and stays on for none, and has no trip. Where nobody is left it is handed over to
/// a team on duty in this shift, or missed.
///
/// **Together.** A visit with `together_with` is given when somebody of that role comes too: see companions.hpp. It
/// shares no trip.
///
/// **A crew.** Teams of one pool take their visits in one such order, and the people of all of them
/// give them. A visit counts where its patient lives. The time that a crew has for visits counts where
/// it is asked for, in proportion to the visits at hand (with none, where its people are employed);
/// its overtime counts where its people are employed, in proportion to what they may work.
///
/// **Cost.** A plan is a link in the list of the shift of its next visit: no heap, no search, no
/// allocation once the vectors have grown. A plan that has been stopped stays in its list until the
/// shift comes, and is then dropped. A visit finds others at its home by a number that its patient has: the first
/// visit of theirs at hand, which is right if that visit says so. People are told apart only in
/// shifts with a shared trip in which the quick plan fails.
///
/// **Addresses.** Draws of the k-th visit after the n-th start of a patient's plans are addressed
/// by (patient, task, n, k): they are the same in every scenario. Minutes, and whether a missed visit
/// harms, are draws of a Stream; where a plan starts within its first spacing, the shift and the turn are
/// drawn by lot, from a mixing of the same address.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "models/flow/ids.hpp"
#include "models/flow/patient_table.hpp"
#include "models/staffing/assignments.hpp"
#include "models/staffing/companions.hpp"
#include "models/staffing/duty.hpp"
#include "models/staffing/figures.hpp"
#include "models/staffing/shift_people.hpp"
#include "models/staffing/visit_plans.hpp"
#include "sim/stream.hpp"
#include "sim/time.hpp"

namespace care {

/// A patient, as the caller knows it: `slot` is given back with a harm; `family` and `serial` are the
/// address of the person's draws. One patient at a time has a slot; family and serial tell one holder
/// of the slot from the next.
struct PatientHandle {
  flow::PatientSlot slot = flow::no_patient;
  std::uint32_t family = 0;
  std::uint32_t serial = 0;
};

/// What a patient's plans start from.
struct PlanStart {
  std::uint32_t municipality = 0;  ///< whose teams make the visits
  flow::Profile profile{};
  flow::Place setting{};
  sim::Time now{};
  sim::Time stay_started{};    ///< <= now; tapers count from here
  std::uint32_t standing = 0;  ///< in Assignments
};

/// Visits of a shift that no team gives.
struct UnstaffedVisits {
  struct Of {
    std::uint32_t self_care = 0;  ///< the person's own
    std::uint32_t unowned = 0;    ///< nobody's: not given
  };
  std::span<const Of> by_municipality;         ///< until the next call
  std::span<const MissedVisit> missed_visits;  ///< those that are nobody's
};

/// See the head of this file. Needs workforce and plans to outlive it. Every visit goes to whom it
/// is assigned when it is planned; without Assignments, to the municipality's team.
class VisitBook {
 public:
  VisitBook(const Workforce& workforce, const VisitPlans& plans, Assignments assignments = {});

  /// Begins a replication with no patients; keeps the memory.
  void reset(std::uint64_t seed, std::uint32_t replication);

  /// Starts the plans of a patient; what the slot had before is stopped. Times never go back.
  void start(const PatientHandle& patient, const PlanStart& from);

  /// Stops the plans of the patient in `slot`. Harmless if there are none.
  void stop(flow::PatientSlot slot);
  void stop(const PatientHandle& patient) { stop(patient.slot); }

  /// Gives the patient another standing: visits planned from now on follow it.
  void place(flow::PatientSlot slot, std::uint32_t standing) {
    patients_[slot].standing = standing;
  }

  /// People who come along on visits of other roles: their staff is to be filled in before the first crew
  /// works a shift, and what is left of it is what run_shift is given for their own.
  [[nodiscard]] Companions& companions() { return companions_; }

  /// Takes the visits of a shift that are no team's. To be called for every occurrence, with
  /// Assignments only.
  UnstaffedVisits run_unstaffed(std::uint32_t occurrence);

  /// Lets a crew work a shift; `staff` and the results are by team of the crew. To be called for
  /// every crew and occurrence, in order of occurrence, at the occurrence's start, and crews in the
  /// order of VisitPlans::crews_in_order. The results hold until the next call.
  std::span<const ShiftResult> run_shift(std::span<const std::uint32_t> crew,
                                         std::uint32_t occurrence,
                                         std::span<const ShiftStaff> staff);

  /// The same for a team that works alone.
  ShiftResult run_shift(std::uint32_t team, std::uint32_t occurrence, const ShiftStaff& staff) {
    return run_shift({&team, 1}, occurrence, {&staff, 1}).front();
  }

  /// Visits moved, or handed over, and not yet given, missed or lapsed.
  [[nodiscard]] std::uint32_t pending() const;

 private:
  static constexpr std::uint32_t nil = 0xffffffff;

  /// A patient's task and its next visit.
  struct Plan {
    std::uint32_t next = nil;  // in the list of the shift, or of free plans
    flow::PatientSlot slot = flow::no_patient;
    std::uint32_t generation = 0;
    // Address of the next visit's draws: the k-th after the n-th start.
    std::uint32_t family = 0, serial = 0, occasion = 0, start = 0;
    std::uint32_t travel = 0;  // to the next visit, in ms
    TaskId task{};
    std::uint16_t team = 0;
    std::uint8_t account = 0;  // of the next visit
    std::uint8_t role = 0;
    Ticks worked = 0;       // clock of the taper at the next visit, from the start of the stay
    std::int64_t base = 0;  // permitted-days clock at the start of the stay, ms
  };
  /// A visit at hand.
  struct Visit {
    flow::PatientSlot slot = flow::no_patient;
    std::uint32_t generation = 0;
    std::uint32_t family = 0, serial = 0, occasion = 0, start = 0;
    std::uint32_t need = 0;       // staff time, ms, of which
    std::uint32_t travel = 0;     // for all of its staff
    std::uint32_t first_due = 0;  // occurrence
    TaskId task{};
    std::uint16_t moves = 0;
    std::uint16_t place = 0;  // of its team in the crew
    std::uint8_t account = 0;
    bool served = false, shares = false;        // has people; who bear no travel for it
    std::uint32_t longer_way = 0;               // of those people, together, ms
    std::uint32_t trip = nil, next_here = nil;  // in trips_, if shared; the patient's next at hand

    /// The next of a plan, but for its time.
    void fill(const Plan& plan, std::uint32_t occurrence, std::uint16_t place_in_crew) {
      slot = plan.slot;
      generation = plan.generation;
      family = plan.family;
      serial = plan.serial;
      occasion = plan.occasion;
      start = plan.start;
      first_due = occurrence;
      task = plan.task;
      place = place_in_crew;
      account = plan.account;
    }
  };
  /// Visits at one home that somebody goes to once.
  struct Trip {
    std::uint32_t first = 0;         // of its visits: the others are after it
    std::uint64_t need = 0;          // staff time of all of them, with one trip
    Window window = any_time;        // in which they are given
    bool due_bears = false;          // the trip is counted with a visit due first in this shift
    bool gone = false;               // a visit has been given
    std::uint32_t missed = 0;        // travel of one that has been missed
    ShiftPeople::Persons persons{};  // who go there, as far as it is decided
  };
  /// What a clock shows when the plans of a patient start.
  struct Shown {
    static constexpr std::int64_t unknown = std::numeric_limits<std::int64_t>::min();
    std::int64_t stay_started = unknown, now = 0;
  };
  /// What a slot is looked up for at every visit.
  struct Holder {
    std::uint32_t generation = 0;
    std::uint32_t first_here = nil;  // in due_: the patient's first at hand, if it says so
  };
  struct Patient {
    std::uint32_t starts = nil;  // of the plans before this one; nil: none yet
    std::uint32_t municipality = 0;
    std::uint32_t standing = 0;
    Area area = 0;
  };
  [[nodiscard]] bool alive(flow::PatientSlot slot, std::uint32_t generation) const {
    return holders_[slot].generation == generation;
  }
  /// What a number drawn by lot is for.
  enum class Lot : std::uint32_t { Turn, Performer, Shift, Phase };
  [[nodiscard]] double home(const PatientHandle& patient) const;
  template <class Addressed>
  [[nodiscard]] std::uint32_t lot(Lot purpose, const Addressed& visit) const;
  /// Decides between visits that are equal else.
  [[nodiscard]] std::uint32_t turn_of(const Visit& visit) const;
  /// The draws of a Plan's next visit or of a Visit.
  template <class Addressed>
  [[nodiscard]] sim::Stream stream(const Addressed& visit, std::uint8_t purpose) const;
  [[nodiscard]] std::uint32_t take_plan();
  void release(std::uint32_t plan);
  void start_task(TaskId id, const PatientHandle& patient, const PlanStart& from,
                  std::uint32_t earliest);
  [[nodiscard]] bool permits(const VisitTask& task, std::uint32_t occurrence) const;
  [[nodiscard]] std::uint32_t only_shift(const VisitTask& task, std::uint32_t earliest) const;
  [[nodiscard]] std::uint32_t schedule(const Plan& plan) const;
  [[nodiscard]] std::int64_t minutes_of(const Plan& plan, const VisitTask& task) const;
  void file(std::uint32_t plan, std::uint32_t occurrence);
  void assign(Plan& plan, std::uint32_t occurrence) const;
  [[nodiscard]] std::uint32_t find_list(std::uint32_t municipality, std::uint32_t role,
                                        scenarios::Performer performer) const;
  [[nodiscard]] std::uint32_t travel_to(std::uint32_t list) const;
  [[nodiscard]] std::uint32_t lists() const { return workforce_->teams() + unstaffed; }

  using Teams = std::span<const std::uint32_t>;

  void add_visit(const Plan& plan, const VisitTask& task, std::uint32_t occurrence,
                 std::uint16_t place);
  void take_up(const VisitTask& task, bool due_now, ShiftResult& result);
  bool share_trip(std::uint32_t v, const VisitTask& task, bool due_now, ShiftResult& result);
  void collect(std::uint32_t team, std::uint32_t occurrence, std::uint16_t place,
               ShiftResult& result);
  [[noreturn]] void too_many_due(std::uint32_t occurrence) const;
  void collect_moved(std::uint32_t team, std::uint32_t occurrence, std::uint16_t place,
                     ShiftResult& result);
  void give(const Visit& visit, std::uint32_t occurrence);
  bool miss(const Visit& visit);
  [[nodiscard]] bool has_time_elsewhere(const Visit& visit);
  bool hand_over(const Visit& visit, std::uint32_t giver);
  void collect_handed(std::uint32_t team, std::uint16_t place, bool on_duty, ShiftResult& result);
  void pass_over(Visit& visit, Teams crew, bool another_shift);
  void add_stay(const Plan& plan, const VisitTask& task, std::uint32_t occurrence,
                std::uint16_t place, ShiftResult& result);
  [[nodiscard]] sim::Duration engage_people(sim::Duration overtime);
  void settle_stays(Teams crew, std::uint32_t occurrence);
  [[nodiscard]] bool has_plenty(std::span<const ShiftStaff> staff) const;
  [[nodiscard]] bool give_all(Teams crew, std::span<const ShiftStaff> staff);
  void serve_in_order(Teams crew, std::uint32_t occurrence);
  using Turns = std::span<const std::uint64_t>;
  [[nodiscard]] bool plan_all(Turns turns);
  /// The visits of one priority at a home, of which `first` is one; a visit alone is such a unit too.
  template <class Hear>
  void each_of_unit(std::uint32_t first, Hear&& hear) const {
    const std::uint32_t trip = due_[first].trip;
    if (trip == nil) return hear(first);
    const scenarios::Priority priority = plans_of_->task(due_[first].task).priority;
    for (std::uint32_t v = trips_[trip].first; v != nil; v = due_[v].next_here) {
      if (due_[v].trip == trip && plans_of_->task(due_[v].task).priority == priority) hear(v);
    }
  }
  [[nodiscard]] std::uint64_t need_of_unit(std::uint32_t first) const;
  [[nodiscard]] bool give_time(std::uint32_t first);
  [[nodiscard]] bool give_alone(Visit& visit);
  /// Somebody of another role whom a visit asks for.
  struct Company {
    bool is_asked = false;
    Companions::Appointment appointment;
  };
  [[nodiscard]] Company company_of(const Visit& visit) const;
  [[nodiscard]] bool give_together(Visit& visit);
  void ask_companions(std::uint32_t occurrence);
  void add_appointments();
  [[nodiscard]] bool give_at_home(std::uint32_t first);
  [[nodiscard]] bool give_one_at_home(Visit& visit);
  void note_longer_way(Visit& visit) const;
  [[nodiscard]] std::uint64_t need_of_trip(const Visit& visit) const;
  void bear_trips();
  void order_turns(std::uint32_t occurrence);
  void count_missed_trips();
  void share_time(Teams crew, std::span<const ShiftStaff> staff);

  // Lists beside those of the teams: of visits that are the person's own, and nobody's.
  static constexpr std::uint32_t unstaffed = 2;

  const Workforce* workforce_;
  const VisitPlans* plans_of_;
  Assignments assignments_;
  std::uint64_t seed_ = 0;
  std::uint32_t replication_ = 0;
  std::uint64_t lots_ = 0;  // of this replication
  std::uint32_t open_ = 0;  // shifts before this one have been worked
  flow::PatientTable<Patient> patients_;
  // Plans of other generations are dead. Apart from the rest, because it is looked up for every
  // visit.
  sim::Table<flow::PatientSlot, Holder> holders_;
  std::vector<Plan> plans_;
  std::vector<Shown> shown_;  // by clock, to the patient whose plans start
  std::uint32_t free_ = nil;
  std::vector<std::uint32_t> heads_;        // by occurrence, then team
  std::vector<std::vector<Visit>> moved_;   // by team: waiting for its next shift with posts
  std::vector<std::vector<Visit>> handed_;  // by team: handed over to it in this shift
  std::vector<Visit> stays_;  // with a patient for the whole of the shift being worked
  std::vector<Visit> due_;    // the other visits of it; of these:
  std::vector<Trip> trips_, trips_before_;  // shared ones; the same before a plan is tried
  std::uint32_t carried_ = 0;    // of the team at hand: those before this one are moved here
  sim::Duration asked_{};        // staff time of all, a trip once a home
  sim::Duration longest_{};      // most time that one, or a trip, asks of a person
  std::size_t most_staff_ = 1;   // most people that one asks for
  Asks asks_ = 0;                // what any of them asks for
  std::uint32_t rank_ = 0;       // of the shift in the day
  ShiftPeople people_, before_;  // of the crew at work; the same before a plan is tried
  std::vector<std::uint64_t> longest_first_;  // visits of a plan
  std::vector<std::uint64_t> turns_;          // in what order units are taken; see order_turns
  Teams crew_;                                // at work
  Companions companions_;
  std::vector<ShiftResult> results_;  // by team of the crew at work
  std::vector<MissedVisit> missed_;
  std::vector<sim::Duration> booked_;  // of the shift, by municipality and account
  std::vector<UnstaffedVisits::Of> unstaffed_;
  /// In which list visits are that a performer gives, and the travel to them, ms.
  struct Way {
    std::uint32_t list = 0, travel = 0;
  };
  std::vector<Way> ways_;  // by performer, municipality and role
};

}  // namespace care
