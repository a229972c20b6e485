// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the care layer adds to the flow of patients: visits at home by teams that work shifts, the
// discharge process, readmissions, and the record of all of it.

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

#include "models/flow/extension.hpp"
#include "models/model.hpp"
#include "models/recorder.hpp"
#include "models/rules/owners.hpp"
#include "models/shortage.hpp"
#include "models/staffing/duty.hpp"
#include "models/staffing/visit_book.hpp"

namespace care {

/// Recording alone: for scenarios of the flow layer.
class FlowExtension : public flow::NoExtension {
 public:
  explicit FlowExtension(const Model& model)
      : model_(&model), recorder_(model.catalogue(), model.network().vocabulary.profiles()) {}

  void record_to(Outcome& outcome) { recorder_.begin(outcome); }

  template <class Simulation>
  void warm_up_ended(Simulation&, sim::Time) {
    recorder_.restart();
  }
  template <class Simulation>
  void snapshot(Simulation& simulation, std::uint32_t, sim::Time now) {
    recorder_.end_week(simulation, now);
  }
  template <class Simulation>
  void finish(const Simulation& simulation) {
    recorder_.finish(simulation);
    audit(simulation, model_->catalogue(), recorder_);
  }
  [[nodiscard]] static std::int64_t owner_count(std::uint32_t, sim::Time) { return 0; }

 private:
  const Model* model_;
  Recorder recorder_;
};

/// The care layer. Copies are made only while a Replication is being built.
class CareExtension {
 public:
  static constexpr bool admits = true;

  explicit CareExtension(const Model& model)
      : model_(&model),
        recorder_(model.catalogue(), model.network().vocabulary.profiles()),
        duty_(model.workforce()),
        visits_(model.workforce(), model.visit_plans(),
                model.has_responsibility() ? &model.responsibility() : nullptr) {
    if (model.has_responsibility()) owners_.emplace(model);
    for (const auto& task : model.visit_plans().tasks()) {
      harm_to_.push_back(task.harm_to.empty() ? flow::nowhere
                                              : model.network().find_place(task.harm_to).value());
    }
  }

  void record_to(Outcome& outcome) { recorder_.begin(outcome); }

  template <class Simulation>
  void begin(Simulation& simulation) {
    duty_.reset(simulation.seed(), simulation.replication());
    visits_.reset(simulation.seed(), simulation.replication());
    home_.clear();
    measuring_ = false;
    const auto& calendar = model_->workforce().calendar();
    if (calendar.size() > 0) simulation.schedule_extension(calendar[0].start, 0, shift_begins);
    if (!owners_) return;
    owners_->reset(simulation.network().start);
    const auto& agreements = model_->responsibility().agreements();
    for (std::uint32_t a = owners_->agreement() + 1U; a < agreements.size(); ++a) {
      if (agreements[a].from >= simulation.network().end) break;
      simulation.schedule_extension(agreements[a].from, a, agreement_begins);
    }
  }

  template <class Simulation>
  flow::Admission requested(Simulation& simulation, std::uint32_t slot, flow::Place to,
                            sim::Time now) {
    if (!owners_) return {to, now};
    return owners_->requested(simulation, slot, to, now);
  }

  template <class Simulation>
  void entered(Simulation& simulation, std::uint32_t slot, sim::Time now) {
    const auto& p = simulation.patient(slot);
    auto& home = home_of(slot, p);
    const bool at_start = now == simulation.network().start && p.from == flow::nowhere;
    if (p.at == p.residence) {
      // A census patient has lived here for long: past any taper, and enrolled already.
      if (at_start) home.since = now - std::chrono::days{1000};
      if (!at_start && p.residence_next == flow::nowhere) home.since = now;
    }
    if (p.at == model_->readmission_setting() && p.from != flow::nowhere &&
        now - home.discharged <= model_->readmission_window()) {
      recorder_.readmitted(p.profile);
    }
    start_visits(simulation, slot, p.at != p.residence || home.since == now, now);
  }

  template <class Simulation>
  void left(Simulation& simulation, std::uint32_t slot, flow::Place destination, sim::Time now) {
    const auto& p = simulation.patient(slot);
    visits_.stop(slot);
    if (owners_) owners_->leave(slot, now);
    if (p.at == model_->readmission_setting() && !simulation.network().is_exit(destination)) {
      home_[slot].discharged = now;
    }
  }

  template <class Simulation>
  void profile_changed(Simulation& simulation, std::uint32_t slot, sim::Time now) {
    start_visits(simulation, slot, false, now);
  }

  template <class Simulation>
  sim::Duration preparation(Simulation& simulation, std::uint32_t slot, sim::Time now) {
    const auto& p = simulation.patient(slot);
    if (!model_->discharge().applies(p.at)) return sim::Duration{0};
    auto leave = model_->discharge().ready_to_leave(p, now, [&](std::size_t task) {
      return simulation.stream(p, flow::Purpose::Preparation,
                               p.occasion * 32 + static_cast<std::uint32_t>(task));
    });
    if (owners_) {
      const auto to = p.next == flow::to_residence ? p.residence : p.next;
      const bool is_setting = to != flow::nowhere && !simulation.network().is_exit(to);
      if (is_setting) {
        leave = std::max(leave, now + owners_->negotiate_move(simulation, slot, to, now));
      }
    }
    return leave - now;
  }

  template <class Simulation>
  void handle(Simulation& simulation, flow::Event event, sim::Time now) {
    if (event.detail == shift_begins) return work_shift(simulation, event.subject, now);
    owners_->take_over(
        simulation, static_cast<std::uint8_t>(event.subject), now,
        [&](std::uint32_t slot, const Placement& placement) { visits_.place(slot, placement); });
  }

  /// A count of responsibility, person-milliseconds up to `now`.
  [[nodiscard]] std::int64_t owner_count(std::uint32_t index, sim::Time now) const {
    return owners_ ? owners_->counts().read(index, now) : 0;
  }

  template <class Simulation>
  void warm_up_ended(Simulation&, sim::Time now) {
    recorder_.restart();
    if (owners_) owners_->counts().restart(now);
    measuring_ = true;
  }
  template <class Simulation>
  void snapshot(Simulation& simulation, std::uint32_t, sim::Time now) {
    if (now > simulation.network().measured_from) recorder_.end_week(simulation, now);
  }
  template <class Simulation>
  void finish(const Simulation& simulation) {
    recorder_.finish(simulation);
    find_shortages(*model_, recorder_);
    audit(simulation, model_->catalogue(), recorder_);
  }

 private:
  // What an event of the extension is.
  static constexpr std::uint8_t shift_begins = 0, agreement_begins = 1;

  /// A shift begins: every team works it, and the next one is announced.
  template <class Simulation>
  void work_shift(Simulation& simulation, std::uint32_t occurrence, sim::Time now) {
    const auto& calendar = model_->workforce().calendar();
    for (const Crew& crew : model_->workforce().crews()) {
      staff_.clear();
      for (const auto team : crew) staff_.push_back(duty_.staff(team, occurrence));
      const auto shifts = visits_.run_shift(crew, occurrence, staff_);
      for (std::size_t i = 0; measuring_ && i < crew.size(); ++i) {
        record(crew[i], staff_[i], shifts[i]);
      }
      send_harmed(simulation, shifts.front().harmed, now);
    }
    if (owners_) work_unstaffed(simulation, occurrence, now);
    if (occurrence + 1 < calendar.size()) {
      simulation.schedule_extension(calendar[occurrence + 1].start, occurrence + 1, shift_begins);
    }
  }

  template <class Simulation>
  void work_unstaffed(Simulation& simulation, std::uint32_t occurrence, sim::Time now) {
    const auto visits = visits_.run_unstaffed(occurrence);
    send_harmed(simulation, visits.harmed, now);
    const auto& layout = owners_->layout();
    for (std::uint32_t m = 0; m < layout.municipalities(); ++m) {
      owners_->counts().add(layout.event(m, OwnerLayout::SelfCareVisits),
                            visits.by_municipality[m].self_care);
      owners_->counts().add(layout.event(m, OwnerLayout::UnownedVisits),
                            visits.by_municipality[m].unowned);
    }
  }

  template <class Simulation>
  void send_harmed(Simulation& simulation, std::span<const Harm> harmed, sim::Time now) const {
    for (const auto& harm : harmed) {
      simulation.interrupt(harm.slot, static_cast<std::uint16_t>(harm.stamp), harm_to_[harm.task],
                           now);
    }
  }

  /// What the care layer remembers of the patient in a slot.
  struct Home {
    std::uint32_t family = 0, serial = 0;
    sim::Time since{};       ///< lives in the present residence since
    sim::Time discharged{};  ///< last live discharge from the readmission setting
  };

  Home& home_of(std::uint32_t slot, const flow::Patient& p) {
    if (slot >= home_.size()) home_.resize(slot + 1);
    auto& home = home_[slot];
    // A slot is used by one person after the other: the first entry of a new one starts afresh.
    if (home.family != p.family || home.serial != p.serial) {
      home = {p.family, p.serial, {}, sim::Time{} - sim::forever};
    }
    return home;
  }

  template <class Simulation>
  void start_visits(Simulation& simulation, std::uint32_t slot, bool anew, sim::Time now) {
    const auto& p = simulation.patient(slot);
    if (model_->visit_plans().plan(p.profile, p.at).empty()) {
      if (owners_) owners_->leave(slot, now);
      return visits_.stop(slot);
    }
    const auto since = p.at == p.residence ? home_[slot].since : p.since;
    PlanStart from{
        model_->municipality_of(p.profile), p.profile, p.at, now, std::min(since, now), {}};
    if (owners_) from.placement = owners_->place(simulation, slot, anew, now);
    visits_.start({slot, p.stamp, p.family, p.serial}, from);
  }

  void record(std::uint32_t team, const ShiftStaff& staff, const ShiftResult& shift) {
    if (!shift.answered.empty()) record_answered(team, shift);
    using S = TeamSlots;
    const auto& slots = model_->catalogue().teams[team];
    const auto week = recorder_.week();
    const auto add = [&](S::Series series, std::int64_t value) {
      if (slots.weekly) recorder_.weekly(slots.first_series + series, week) += value;
      recorder_.total(slots.first_total + series) += value;
    };
    add(S::DueMs, shift.due.count());
    add(S::AvailableMs, shift.available.count());
    add(S::GivenMs, shift.given.count());
    const bool unlimited = model_->workforce().team(team).unlimited;
    add(S::PresentMs,
        (unlimited ? model_->workforce().paid(team, shift.given) : staff.present).count());
    add(S::RosteredMs, staff.rostered.count());
    add(S::SubstituteMs, staff.substitute.count());
    add(S::AgencyMs, staff.agency.count());
    add(S::OvertimeMs, shift.overtime.count());
    for (std::size_t priority = 0; priority < priorities; ++priority) {
      const auto& visits = shift.visits[priority];
      add(S::VisitsDue, visits.due);
      add(S::VisitsDone, visits.done);
      add(S::VisitsMoved, visits.moved);
      const auto missed = priority == 0   ? S::MissedMust
                          : priority == 1 ? S::MissedCritical
                                          : S::MissedOther;
      add(missed, visits.missed);
      add(S::HarmedPatients, visits.harmed);
    }
  }

  /// The time given in a shift by who answers for it.
  void record_answered(std::uint32_t team, const ShiftResult& shift) {
    const auto& layout = owners_->layout();
    const auto role = model_->workforce().team(team).role;
    for (std::uint32_t m = 0; m < layout.municipalities(); ++m) {
      for (std::size_t who = 0; who < answering_kinds; ++who) {
        owners_->counts().add(layout.visit_ms(m, role, who),
                              shift.answered[m * answering_kinds + who].count());
      }
    }
  }

  const Model* model_;
  Recorder recorder_;
  Duty duty_;
  VisitBook visits_;
  std::vector<ShiftStaff> staff_;     // of the crew at work
  std::vector<flow::Place> harm_to_;  // by task
  std::vector<Home> home_;            // by slot
  std::optional<Owners> owners_;      // with rules of responsibility
  bool measuring_ = false;
};

}  // namespace care
