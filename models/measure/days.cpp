// SPDX-License-Identifier: Apache-2.0
#include "models/measure/days.hpp"

#include "models/measure/catalogue_builder.hpp"

namespace care {

DayPlan plan_days(CatalogueBuilder& to) {
  DayPlan plan;
  if (to.scenario().report_daily.empty()) return plan;
  const auto& network = to.network();
  for (const auto& id : to.scenario().report_daily) {
    plan.settings.push_back(network.find_place(id).value());
  }
  for (auto end = network.measured_from + sim::day; end < network.end; end += sim::day) {
    plan.ends.push_back(end);
  }
  plan.ends.push_back(network.end);
  plan.first = to.slots(plan.ends.size() * plan.settings.size() * day_numbers);
  return plan;
}

}  // namespace care
