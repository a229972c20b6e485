// SPDX-License-Identifier: Apache-2.0
#include "models/figures.hpp"

#include <algorithm>

#include "models/measure/flow_figures.hpp"
#include "models/model.hpp"

namespace care {

const std::vector<const Figure*>& all_figures() {
  static const auto all = [] {
    std::vector<const Figure*> list{&figures::quantity, &figures::kronor};
    list.insert(list.end(), figures::of_flow.begin(), figures::of_flow.end());
    list.insert(list.end(), figures::of_discharge.begin(), figures::of_discharge.end());
    list.insert(list.end(), figures::of_staff.begin(), figures::of_staff.end());
    list.insert(list.end(), figures::of_rules.begin(), figures::of_rules.end());
    return list;
  }();
  return all;
}

const Figure* figure_of(const Key& key) {
  const auto found = std::ranges::find_if(all_figures(), [&](const Figure* figure) {
    const bool provided = figure->group == Group::Staff && key.group == provider_group;
    return key.quantity == figure->id && (provided || is_in(key, figure->group));
  });
  return found == all_figures().end() ? nullptr : *found;
}

Counted lay_out_counts(const Model& model) {
  CatalogueBuilder builder{model.scenario(), model.network()};
  Counted counted;
  add_flow_figures(builder);
  if (model.has_care()) {
    counted.blocked = add_blocked_days(builder, model.scenario().care->discharge);
    counted.staff = add_staff_figures(builder, *model.scenario().care, model.workforce());
  }
  if (model.has_responsibility()) {
    counted.first_case =
        add_rule_figures(builder, *model.scenario().care, model.decisions(), model.owner_layout());
  }
  add_measures(builder);
  counted.passages = add_passages(builder);
  counted.levels = add_level_figures(builder);
  counted.days = plan_days(builder);
  add_flow_ledger(builder);
  if (model.has_care()) {
    add_staff_ledger(builder, *model.scenario().care, model.workforce(), counted.staff);
  }
  add_audit(builder);
  counted.catalogue = std::move(builder.catalogue);
  return counted;
}

}  // namespace care
