// SPDX-License-Identifier: Apache-2.0
// The parts of CatalogueBuilder on who is responsible and who performs.

#include <array>

#include <fmt/format.h>

#include "models/catalogue_builder.hpp"
#include "models/model.hpp"
#include "scenarios/fields_rules.hpp"

namespace care {
namespace {

struct EventQuantity {
  OwnerLayout::Event event;
  std::string_view quantity;
  double scale = 1;
};
constexpr auto event_quantities = std::to_array<EventQuantity>({
    {OwnerLayout::Handovers, "handovers"},
    {OwnerLayout::Requests, "requests"},
    {OwnerLayout::RefusedByRule, "refused_by_rule"},
    {OwnerLayout::RefusedInPractice, "refused_in_practice"},
    {OwnerLayout::Disputes, "disputes"},
    {OwnerLayout::NegotiationMs, "negotiation_days", days_per_ms},
    {OwnerLayout::SelfCareVisits, "self_care_visits"},
    {OwnerLayout::UnownedVisits, "unowned_visits"},
});

Key about(Key key, std::string_view party, const scenarios::Text& name) {
  // quantity.party and then the other dimensions, as everywhere.
  key.id.insert(key.quantity.size(), fmt::format(".{}", party));
  key.party = party;
  key.label.sv += ": " + name.sv;
  key.label.en += ": " + name.en;
  return key;
}

}  // namespace

bool CatalogueBuilder::is_provider(std::uint32_t team) const {
  return model_.care().municipalities[workforce_->team(team).municipality].second.is_provider;
}

/// For each municipality, and for all together.
void CatalogueBuilder::add_responsibility() {
  const auto layout = model_.owner_layout();
  std::vector<std::uint32_t> all;
  for (std::uint32_t m = 0; m < layout.municipalities(); ++m) {
    all.push_back(m);
    add_owners(model_.care().municipalities[m].first, std::array{m});
  }
  add_owners("", all);
  catalogue.first_case = catalogue.totals;
  for (std::uint32_t c = 0; c < layout.cases(); ++c) {
    (void)track({.field = Field::Owner, .cells = {layout.case_ms(c)}});
  }
}

void CatalogueBuilder::add_owners(const std::string& municipality,
                                  std::span<const std::uint32_t> numbers) {
  const auto layout = model_.owner_layout();
  const auto sum = [&](auto&& index_of, bool weekly) {
    Tracked tracked{.field = Field::Owner};
    for (const auto m : numbers) tracked.cells.push_back(index_of(m));
    return track(std::move(tracked), weekly);
  };
  // Through time only where a change of agreement is to be followed: weeks cost memory.
  const bool through_time = model_.responsibility().agreements().size() > 1;
  for (std::size_t who = 0; who < answering_kinds; ++who) {
    const auto party = name_of(static_cast<Answering>(who));
    const auto text = party_text(static_cast<Answering>(who));
    const auto persons = sum([&](auto m) { return layout.answered_ms(m, who); }, through_time);
    const auto name = about(key("responsibility", "answered", "", municipality), party, text);
    metric(name, persons, horizon_, 1, true);
    if (through_time) series(name, persons, days_per_ms, true);
    for (std::uint32_t role = 0; role < layout.roles(); ++role) {
      const auto hours = sum([&](auto m) { return layout.visit_ms(m, role, who); }, false);
      metric(about(key("responsibility", "answered_hours", "", municipality,
                       model_.care().roles[role].first),
                   party, text),
             hours, no_slot, hours_per_ms, true);
    }
  }
  for (std::size_t who = 0; who < performer_kinds; ++who) {
    const auto performer = static_cast<scenarios::Performer>(who);
    const auto persons = sum([&](auto m) { return layout.performed_ms(m, who); }, false);
    metric(about(key("responsibility", "performed", "", municipality),
                 scenarios::name_of(performer), performer_text(performer)),
           persons, horizon_, 1, true);
  }
  for (const auto& q : event_quantities) {
    const auto count = sum([&](auto m) { return layout.event(m, q.event); }, false);
    metric(key("responsibility", q.quantity, "", municipality), count, no_slot, q.scale, true);
  }
}

}  // namespace care
