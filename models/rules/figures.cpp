// SPDX-License-Identifier: Apache-2.0
#include "models/rules/figures.hpp"

#include <span>
#include <vector>

#include "models/measure/catalogue_builder.hpp"
#include "models/rules/decide.hpp"
#include "models/rules/owner_counts.hpp"
#include "scenarios/fields_rules.hpp"

namespace care {
namespace {

/// Adds the figures of some municipalities together.
class OwnerFigures {
 public:
  OwnerFigures(CatalogueBuilder& to, const scenarios::Care& care, const OwnerLayout& layout,
               bool through_time)
      : to_(to), care_(care), layout_(layout), through_time_(through_time) {}

  void add(std::string_view municipality, std::span<const std::uint32_t> numbers) {
    for (std::size_t who = 0; who < answering_kinds; ++who) {
      add_answering(municipality, numbers, static_cast<Answering>(who));
    }
    for (std::size_t who = 0; who < performer_kinds; ++who) {
      const auto performer = static_cast<scenarios::Performer>(who);
      const auto text = performer_text(performer);
      const auto persons = sum(
          numbers, [&](auto m) { return layout_.performed_ms(m, who); }, false);
      to_.time_mean(figures::performed,
                    {.municipality = municipality,
                     .party = scenarios::name_of(performer),
                     .party_name = &text},
                    persons, true);
    }
    for (std::uint32_t event = 0; event < rule_events.size(); ++event) {
      const auto count = sum(
          numbers, [&](auto m) { return layout_.event(m, event); }, false);
      to_.total(*rule_events[event], {.municipality = municipality}, count, true);
    }
  }

 private:
  void add_answering(std::string_view municipality, std::span<const std::uint32_t> numbers,
                     Answering answering) {
    const auto who = static_cast<std::size_t>(answering);
    const auto text = party_text(answering);
    About about{.municipality = municipality, .party = name_of(answering), .party_name = &text};
    const auto persons = sum(
        numbers, [&](auto m) { return layout_.answered_ms(m, who); }, through_time_);
    to_.time_mean(figures::answered, about, persons, true);
    if (through_time_) {
      to_.weekly(to_.key(figures::answered, about), persons, days_per_ms, true);
    }
    for (std::uint32_t role = 0; role < layout_.roles(); ++role) {
      about.role = care_.roles[role].first;
      const auto ms = sum(
          numbers, [&](auto m) { return layout_.visit_ms(m, role, who); }, false);
      to_.total(figures::answered_hours, about, ms, true);
    }
  }

  Slot sum(std::span<const std::uint32_t> numbers, auto&& index_of, bool weekly) {
    Tracked tracked{.field = Tracked::Field::Owner};
    for (const auto m : numbers) tracked.cells.push_back(index_of(m));
    return to_.track(std::move(tracked), weekly);
  }

  CatalogueBuilder& to_;
  const scenarios::Care& care_;
  const OwnerLayout& layout_;
  bool through_time_;
};

}  // namespace

Slot add_rule_figures(CatalogueBuilder& to, const scenarios::Care& care,
                      const Decisions& responsibility, const OwnerLayout& layout) {
  // Through time only where a change of agreement is to be followed: weeks cost memory.
  OwnerFigures owners{to, care, layout, responsibility.agreements().size() > 1};
  std::vector<std::uint32_t> all;
  for (std::uint32_t m = 0; m < layout.municipalities(); ++m) {
    all.push_back(m);
    owners.add(care.municipalities[m].first, {&m, 1});
  }
  owners.add("", all);
  const Slot first_case{to.catalogue.totals};
  for (std::uint32_t c = 0; c < layout.cases(); ++c) {
    (void)to.track({.field = Tracked::Field::Owner, .cells = {layout.case_ms(c)}});
  }
  return first_case;
}

}  // namespace care
