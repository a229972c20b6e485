// SPDX-License-Identifier: Apache-2.0
#pragma once

// Who answers for each patient at home in a replication, and who performs: decided by rules when a
// place is asked for, when the patient is entered, when an attribute changes and when an agreement
// takes over from another.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "models/flow/extension.hpp"
#include "models/flow/patient_table.hpp"
#include "models/model.hpp"
#include "models/rules/owner_counts.hpp"
#include "sim/distribution_draws.hpp"

namespace care {

class Owners {
 public:
  explicit Owners(const Model& model)
      : model_(&model),
        rules_(&model.decisions()),
        layout_(model.owner_layout()),
        counts_(layout_) {}

  [[nodiscard]] const OwnerLayout& layout() const { return layout_; }
  [[nodiscard]] OwnerCounts& counts() { return counts_; }
  [[nodiscard]] const OwnerCounts& counts() const { return counts_; }

  void reset(sim::Time start) {
    people_.clear();
    counts_.reset(start);
    agreement_ = rules_->agreement_at(start);
  }

  [[nodiscard]] std::uint8_t agreement() const { return agreement_; }

  /// The patient is in care at home from now on, or is so with other attributes. `anew`: the stay
  /// begins, so that nothing of an earlier agreement holds on.
  template <class Simulation>
  void place(Simulation& simulation, flow::PatientSlot slot, bool anew, sim::Time now) {
    const auto& p = simulation.patient(slot);
    Person& person = people_.of(slot, p);
    const auto patient_case = case_of(simulation, p, p.profile);
    const bool keeps = !anew && person.known && person.placement.patient_case == patient_case &&
                       rules_->keeps_present(agreement_);
    Placement placement{patient_case, keeps ? person.placement.agreement : agreement_, 0};
    // At home care goes on while the parties talk.
    const auto subject = subject_of(p.profile, p.at);
    (void)negotiate(simulation, p, person, subject, placement, now);
    put(simulation, slot, person, subject, placement, now);
  }

  /// Where the rules have placed the patient. Precondition: they have.
  [[nodiscard]] const Placement& placement(flow::PatientSlot slot) const {
    return people_[slot].placement;
  }

  /// The patient is no longer in care at home.
  void leave(flow::PatientSlot slot, const flow::Patient& p, sim::Time now) {
    if (Person* const person = people_.find(slot, p)) count(*person, false, now);
  }

  /// The next agreement takes over. Calls `moved(slot)` for everybody whom it decides
  /// anew.
  template <class Simulation, class Moved>
  void take_over(Simulation& simulation, std::uint8_t agreement, sim::Time now, Moved&& moved) {
    agreement_ = agreement;
    if (rules_->keeps_present(agreement_)) return;
    for (const auto slot : people_.slots()) {
      if (!people_[slot].counted) continue;
      place(simulation, slot, true, now);
      moved(slot);
    }
  }

  /// Time that the parties need to agree on the patient before a move to `to`.
  template <class Simulation>
  sim::Duration negotiate_move(Simulation& simulation, flow::PatientSlot slot, flow::Place to,
                               sim::Time now) {
    const auto& p = simulation.patient(slot);
    const auto profile = simulation.profile_on_entry(p, to);
    if (model_->visit_plans().plan(profile, to).empty()) return sim::Duration::zero();
    Placement placement{case_of(simulation, p, profile), agreement_, 0};
    return negotiate(simulation, p, people_.of(slot, p), subject_of(profile, to), placement, now);
  }

  /// What becomes of a patient who asks for `to`.
  template <class Simulation>
  flow::Admission requested(Simulation& simulation, flow::PatientSlot slot, flow::Place to,
                            sim::Time now) {
    const auto& p = simulation.patient(slot);
    const auto* const rule = p.residence == to ? nullptr : rules_->request_rule(p.profile, to);
    if (rule == nullptr) return {to, now};
    Person& person = people_.of(slot, p);
    const bool first = person.asked_for != to || person.asked_at != p.occasion;
    person.asked_for = to;
    person.asked_at = p.occasion;
    const auto municipality = model_->municipality_of(p.profile);
    if (first) count_event(municipality, rule_event(figures::requests));

    const auto profile = simulation.profile_on_entry(p, to);
    Placement placement{case_of(simulation, p, profile), agreement_, 0};
    const auto subject = subject_of(profile, to);
    const bool in_hospital = p.at != flow::nowhere && model_->discharge().applies(p.at);
    const auto talk = in_hospital ? recall(person, placement)
                                  : negotiate(simulation, p, person, subject, placement, now);
    if (talk > sim::Duration::zero()) return {to, now + talk};
    const auto& ruling = rules_->decide(placement, subject, rules_->moment_of(now));
    tell(simulation, p, subject, placement, to, now);
    const auto outcome = Decisions::decide_request(*rule, ruling, [&](double share) {
      return simulation.stream(p, flow::Purpose::Request, p.occasion).happens(share);
    });
    if (outcome == RequestOutcome::Accepted) return {to, now};
    count_event(municipality, outcome == RequestOutcome::RefusedByRule
                                  ? rule_event(figures::refused_by_rule)
                                  : rule_event(figures::refused_in_practice));
    simulation.tell(p, now, flow::Note::Refused, rule->refused_to, rule->pointer);
    return {rule->refused_to, now};
  }

 private:
  static constexpr std::uint32_t unknown = 0xffffffff;

  /// What is remembered of a patient.
  struct Person {
    bool known = false;    ///< has been placed
    bool counted = false;  ///< in care at home now
    Placement placement;
    const Ruling* ruling = nullptr;  ///< that placed the person
    std::uint32_t municipality = 0;
    // What the parties have agreed on.
    std::uint32_t settled_case = unknown;
    std::uint8_t settled_agreement = 0, upheld = 0;
    // The care request that was counted last.
    flow::Place asked_for = flow::nowhere;
    std::uint32_t asked_at = 0;
  };

  /// What speaks for a person in a place: the first task of the plan there.
  [[nodiscard]] std::uint32_t subject_of(flow::Profile profile, flow::Place place) const {
    const auto plan = model_->visit_plans().plan(profile, place);
    return plan.empty() ? rules_->person() : static_cast<std::uint32_t>(plan.front());
  }

  template <class Simulation>
  [[nodiscard]] std::uint32_t case_of(const Simulation& simulation, const flow::Patient& p,
                                      flow::Profile profile) const {
    return rules_->cases().case_of(profile, [&](std::uint32_t attribute, std::uint32_t use) {
      auto draws = simulation.stream(p, flow::Purpose::Case, attribute, use);
      return draws.half();
    });
  }

  /// Fills in what the parties have agreed on before. No time passes.
  static sim::Duration recall(const Person& person, Placement& placement) {
    const bool settled = person.settled_case == placement.patient_case &&
                         person.settled_agreement == placement.agreement;
    if (settled) placement.upheld = person.upheld;
    return sim::Duration::zero();
  }

  /// Lets the parties agree on a disputed case, once; returns the time that it takes.
  template <class Simulation>
  sim::Duration negotiate(Simulation& simulation, const flow::Patient& p, Person& person,
                          std::uint32_t subject, Placement& placement, sim::Time now) {
    const auto& ruling = rules_->decide(placement, subject, rules_->moment_of(now));
    if (!ruling.disputed) return sim::Duration::zero();
    (void)recall(person, placement);
    if (placement.upheld != 0) return sim::Duration::zero();
    auto draws = simulation.stream(p, flow::Purpose::Dispute, p.occasion);
    person.settled_case = placement.patient_case;
    person.settled_agreement = placement.agreement;
    person.upheld = draws.happens(ruling.region_prevails) ? 1 : 2;
    placement.upheld = person.upheld;
    const auto length = sim::from_days(ruling.negotiation_days * sim::law::draw_exponential(draws));
    const auto municipality = model_->municipality_of(p.profile);
    count_event(municipality, rule_event(figures::disputes));
    counts_.add(layout_.event(municipality, rule_event(figures::negotiation_days)), length.count());
    simulation.tell(p, now, flow::Note::Negotiates, p.at, rules_->pointer(placement, ruling),
                    length);
    return length;
  }

  /// Counts the person where the rules put him, and a hand-over where another performs than before.
  template <class Simulation>
  void put(Simulation& simulation, flow::PatientSlot slot, Person& person, std::uint32_t subject,
           const Placement& placement, sim::Time now) {
    const auto& p = simulation.patient(slot);
    const auto& ruling = rules_->decide(placement, subject, rules_->moment_of(now));
    const bool same = person.known && person.ruling->performers == ruling.performers &&
                      person.ruling->performer == ruling.performer;
    if (person.known && !same) count_event(person.municipality, rule_event(figures::handovers));
    count(person, false, now);
    const bool told = person.known && person.placement == placement;
    person.known = true;
    person.placement = placement;
    person.ruling = &ruling;
    person.municipality = model_->municipality_of(p.profile);
    count(person, true, now);
    if (!told) tell(simulation, p, subject, placement, p.at, now);
  }

  template <class Simulation>
  void tell(Simulation& simulation, const flow::Patient& p, std::uint32_t subject,
            const Placement& placement, flow::Place place, sim::Time now) const {
    const auto& ruling = rules_->decide(placement, subject, rules_->moment_of(now));
    simulation.tell(p, now, flow::Note::Decided, place, rules_->pointer(placement, ruling));
  }

  void count(Person& person, bool enters, sim::Time now) {
    if (person.counted == enters) return;
    person.counted = enters;
    const int by = enters ? 1 : -1;
    const auto& ruling = *person.ruling;
    counts_.change(
        layout_.answered_ms(person.municipality, static_cast<std::size_t>(ruling.responsible)), by,
        now);
    for (std::size_t i = 0; i < ruling.performers; ++i) {
      const auto performer = static_cast<std::size_t>(ruling.performer[i]);
      counts_.change(layout_.performed_ms(person.municipality, performer), by, now);
    }
    counts_.change(layout_.case_ms(person.placement.patient_case), by, now);
  }

  void count_event(std::uint32_t municipality, std::uint32_t event) {
    counts_.add(layout_.event(municipality, event), 1);
  }

  const Model* model_;
  const Decisions* rules_;
  OwnerLayout layout_;
  OwnerCounts counts_;
  flow::PatientTable<Person> people_;
  std::uint8_t agreement_ = 0;  // in force
};

}  // namespace care
