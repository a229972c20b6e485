// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "models/care/assignments.hpp"
#include "models/care/recording.hpp"
#include "models/care/residence.hpp"
#include "models/care/responsibility.hpp"
#include "models/care/rooms.hpp"
#include "models/model.hpp"
#include "models/staffing/duty.hpp"
#include "models/staffing/shift_results.hpp"
#include "models/staffing/shortage.hpp"
#include "models/staffing/visit_book.hpp"
#include "scenarios/issue.hpp"

namespace care {

/// The room of visits at home: teams that work shifts, who of them is there, what they have time
/// for, and what comes of the visits that are missed.
class Visits {
 public:
  explicit Visits(const Model& model)
      : model_(&model),
        duty_(model.workforce()),
        book_(model.workforce(), model.visit_plans(), assignments(model)),
        shifts_(model.workforce(), model.staff_slots(), model.catalogue().weeks.size()) {
    for (const auto& task : model.visit_plans().tasks()) {
      harm_to_.add(task.harm_to.empty() ? flow::nowhere
                                        : model.network().find_place(task.harm_to).value());
      pointers_.add(scenarios::child_pointer("/care/tasks", task.id));
    }
  }

  template <class Simulation>
  void begin(Simulation& simulation) {
    duty_.reset(simulation.seed(), simulation.replication());
    book_.reset(simulation.seed(), simulation.replication());
    measuring_ = false;
    shifts_.restart();
    announce_shift(simulation, 0);
  }

  template <class Simulation>
  void entered(Simulation& simulation, flow::PatientSlot slot, sim::Time now) {
    start(simulation, slot, now);
  }
  template <class Simulation>
  void profile_changed(Simulation& simulation, flow::PatientSlot slot, sim::Time now) {
    start(simulation, slot, now);
  }
  template <class Simulation>
  void left(Simulation&, flow::PatientSlot slot, flow::Place, sim::Time) {
    book_.stop(slot);
  }

  /// The rules place the patient otherwise: visits planned from now on follow it.
  void place(flow::PatientSlot slot, std::uint32_t standing) { book_.place(slot, standing); }

  /// A shift begins: every team works it, and the next one is announced.
  template <class Simulation>
  void handle(Simulation& simulation, flow::Event event, sim::Time now) {
    const auto occurrence = event.subject;
    Companions& companions = book_.companions();
    for (const std::uint32_t team : companions.teams()) {
      duty_.find_staff(team, occurrence, companions.staff(team));
    }
    for (const std::uint32_t number : model_->visit_plans().crews_in_order()) {
      const Crew& crew = model_->workforce().crews()[number];
      staff_.resize(std::max(staff_.size(), crew.size()));
      for (std::size_t i = 0; i < crew.size(); ++i) {
        if (companions.has(crew[i])) {
          staff_[i] = companions.staff(crew[i]);
        } else {
          duty_.find_staff(crew[i], occurrence, staff_[i]);
        }
      }
      const auto shifts = book_.run_shift(crew, occurrence, std::span{staff_}.first(crew.size()));
      for (std::size_t i = 0; measuring_ && i < crew.size(); ++i) {
        record(record_of(simulation), crew[i], occurrence, staff_[i], shifts[i]);
        answers(simulation).given(crew[i], shifts[i].booked);
      }
      tell_missed(simulation, shifts.front().missed_visits, now);
    }
    if (model_->has_responsibility()) {
      const auto unstaffed = book_.run_unstaffed(occurrence);
      tell_missed(simulation, unstaffed.missed_visits, now);
      answers(simulation).unstaffed(unstaffed);
    }
    announce_shift(simulation, occurrence + 1);
  }

  template <class Simulation>
  void warm_up_ended(Simulation&, sim::Time) {
    measuring_ = true;
  }
  template <class Simulation>
  void finish(Simulation& simulation) {
    shifts_.judge(model_->scenario().care->shortage, record_of(simulation));
    find_shortages(model_->scenario().care->shortage, model_->workforce(), model_->staff_slots(),
                   model_->catalogue().weeks, record_of(simulation));
  }

 private:
  template <class Simulation>
  [[nodiscard]] static Responsibility& answers(Simulation& simulation) {
    return simulation.extension().template room<Responsibility>();
  }

  template <class Simulation>
  void announce_shift(Simulation& simulation, std::uint32_t occurrence) const {
    const auto& calendar = model_->workforce().calendar();
    if (occurrence >= calendar.size()) return;
    announce<Visits>(simulation, calendar[occurrence].start, occurrence);
  }

  /// Visits as the patient's plan has them where he now is, from now on.
  template <class Simulation>
  void start(Simulation& simulation, flow::PatientSlot slot, sim::Time now) {
    const auto& p = simulation.patient(slot);
    if (model_->visit_plans().plan(p.profile, p.at).empty()) return book_.stop(slot);
    const auto& residence = simulation.extension().template room<Residence>();
    const PlanStart from{.municipality = model_->municipality_of(p.profile),
                         .profile = p.profile,
                         .setting = p.at,
                         .now = now,
                         .stay_started = std::min(residence.stay_began(slot, p), now),
                         .standing = answers(simulation).standing(slot)};
    book_.start({slot, p.family, p.serial}, from);
  }

  /// Missed visits are told, and send some of those who missed them elsewhere.
  template <class Simulation>
  void tell_missed(Simulation& simulation, std::span<const MissedVisit> missed,
                   sim::Time now) const {
    for (const auto& visit : missed) {
      const auto& p = simulation.patient(visit.slot);
      simulation.tell(p, now, flow::Note::VisitMissed, p.at, pointers_[visit.task]);
      if (!visit.harms) continue;
      simulation.harm(visit.slot, harm_to_[visit.task], now);
    }
  }

  void record(Recorder& recorder, std::uint32_t team, std::uint32_t occurrence,
              const ShiftStaff& staff, const ShiftResult& shift) {
    const auto& slots = model_->staff_slots().teams[team];
    const auto series = slots.weekly ? std::optional{slots.first_series} : std::nullopt;
    const auto counts = counts_of(staff, shift);
    recorder.add(slots.first_total, series, counts, counts_by_week);
    shifts_.add(team, model_->workforce().calendar()[occurrence], recorder.week(), counts,
                recorder);
  }

  const Model* model_;
  Duty duty_;
  VisitBook book_;
  ShiftRecords shifts_;
  std::vector<ShiftStaff> staff_;  // of the crew at work, and more
  sim::Table<TaskId, flow::Place> harm_to_;
  sim::Table<TaskId, std::string> pointers_;  // where it stands in the scenario
  bool measuring_ = false;
};

}  // namespace care
