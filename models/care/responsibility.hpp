// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "models/care/discharge.hpp"
#include "models/care/owners.hpp"
#include "models/care/residence.hpp"
#include "models/care/rooms.hpp"
#include "models/model.hpp"
#include "models/staffing/visit_book.hpp"

namespace care {

class Visits;

/// The room of who answers for each patient at home and who performs: asked when a place is
/// requested, when the patient enters, changes or is to leave hospital, and when an agreement takes
/// over from another. Empty where the scenario has no rules.
class Responsibility {
 public:
  explicit Responsibility(const Model& model) : model_(&model) {
    if (model.has_responsibility()) owners_.emplace(model);
  }

  template <class Simulation>
  void begin(Simulation& simulation) {
    if (!owners_) return;
    owners_->reset(simulation.network().start);
    const auto& agreements = model_->decisions().agreements();
    for (std::uint32_t a = owners_->agreement() + 1U; a < agreements.size(); ++a) {
      if (agreements[a].from >= simulation.network().end) break;
      announce<Responsibility>(simulation, agreements[a].from, a);
    }
  }

  template <class Simulation>
  flow::Admission requested(Simulation& simulation, flow::PatientSlot slot, flow::Place to,
                            sim::Time now) {
    if (!owners_) return {to, now};
    return owners_->requested(simulation, slot, to, now);
  }

  template <class Simulation>
  void entered(Simulation& simulation, flow::PatientSlot slot, sim::Time now) {
    if (!owners_) return;
    const auto& residence = simulation.extension().template room<Residence>();
    settle(simulation, slot, residence.begins_stay(slot, simulation.patient(slot), now), now);
  }

  template <class Simulation>
  void left(Simulation& simulation, flow::PatientSlot slot, flow::Place, sim::Time now) {
    if (owners_) owners_->leave(slot, simulation.patient(slot), now);
  }

  template <class Simulation>
  void profile_changed(Simulation& simulation, flow::PatientSlot slot, sim::Time now) {
    if (owners_) settle(simulation, slot, false, now);
  }

  /// A patient about to leave hospital waits for the parties to agree.
  template <class Simulation>
  sim::Duration preparation(Simulation& simulation, flow::PatientSlot slot, sim::Time now) {
    const auto& p = simulation.patient(slot);
    if (!owners_ || !model_->discharge().applies(p.at)) return sim::Duration::zero();
    const auto to = p.next == flow::to_residence ? p.residence : p.next;
    if (to == flow::nowhere || simulation.network().is_exit(to)) return sim::Duration::zero();
    const auto talks = owners_->negotiate_move(simulation, slot, to, now);
    simulation.extension().template room<Discharge>().await_talks(slot, now + talks, now);
    return talks;
  }

  /// An agreement takes over.
  template <class Simulation>
  void handle(Simulation& simulation, flow::Event event, sim::Time now) {
    auto& visits = simulation.extension().template room<Visits>();
    owners_->take_over(simulation, static_cast<std::uint8_t>(event.subject), now,
                       [&](flow::PatientSlot slot) { visits.place(slot, standing(slot)); });
  }

  template <class Simulation>
  void warm_up_ended(Simulation&, sim::Time now) {
    if (owners_) owners_->counts().restart(now);
  }

  /// A count by OwnerLayout; person-milliseconds up to `now` where it is of persons.
  [[nodiscard]] std::int64_t count(std::uint32_t index, sim::Time now) const {
    return owners_ ? owners_->counts().read(index, now) : 0;
  }

  /// Where the rules have placed a patient in care at home (Decisions::standing); 0 without rules.
  [[nodiscard]] std::uint32_t standing(flow::PatientSlot slot) const {
    return owners_ ? model_->decisions().standing(owners_->placement(slot)) : 0;
  }

  /// A team has given this time in a shift, by municipality and Answering.
  void given(std::uint32_t team, std::span<const sim::Duration> answered) {
    if (answered.empty()) return;
    const auto& layout = owners_->layout();
    const auto role = model_->workforce().team(team).role;
    for (std::uint32_t m = 0; m < layout.municipalities(); ++m) {
      for (std::size_t who = 0; who < answering_kinds; ++who) {
        owners_->counts().add(layout.visit_ms(m, role, who),
                              answered[m * answering_kinds + who].count());
      }
    }
  }

  /// Visits of a shift that no team gives.
  void unstaffed(const UnstaffedVisits& visits) {
    const auto& layout = owners_->layout();
    for (std::uint32_t m = 0; m < layout.municipalities(); ++m) {
      owners_->counts().add(layout.event(m, rule_event(figures::self_care_visits)),
                            visits.by_municipality[m].self_care);
      owners_->counts().add(layout.event(m, rule_event(figures::unowned_visits)),
                            visits.by_municipality[m].unowned);
    }
  }

 private:
  template <class Simulation>
  void settle(Simulation& simulation, flow::PatientSlot slot, bool anew, sim::Time now) {
    const auto& p = simulation.patient(slot);
    if (model_->visit_plans().plan(p.profile, p.at).empty()) {
      return owners_->leave(slot, p, now);
    }
    owners_->place(simulation, slot, anew, now);
  }

  const Model* model_;
  std::optional<Owners> owners_;
};

}  // namespace care
