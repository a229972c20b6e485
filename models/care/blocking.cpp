// SPDX-License-Identifier: Apache-2.0
#include "models/care/blocking.hpp"

#include <algorithm>
#include <string>

#include "models/measure/catalogue_builder.hpp"
#include "models/measure/figure_text.hpp"
#include "words/catalog.hpp"

namespace care {
namespace {

constexpr std::string_view task_cause = "task.", place_cause = "place.";

std::string joined(std::string_view kind, std::string_view name) {
  return std::string(kind).append(name);
}

/// The label of a named row, or its name in readable form.
template <class Rows>
scenarios::Text label_in(const Rows& rows, std::string_view name) {
  const auto row = std::ranges::find(rows, name, [](const auto& one) { return one.first; });
  return named(row == rows.end() ? scenarios::Text{} : row->second.label, name);
}

}  // namespace

scenarios::Text name_of_cause(const scenarios::Scenario& scenario, std::string_view cause) {
  if (cause == "talks") return words::say("blocks.talks");
  if (cause == "way") return words::say("blocks.way");
  if (cause.starts_with(place_cause)) {
    const auto place = label_in(scenario.settings, cause.substr(place_cause.size()));
    return words::say("blocks.place", {{"place", place}});
  }
  return label_in(scenario.care->discharge.tasks, cause.substr(task_cause.size()));
}

BlockedPlan add_blocked_days(CatalogueBuilder& to, const scenarios::Discharge& discharge) {
  BlockedPlan plan;
  const auto& network = to.network();
  if (discharge.settings.empty()) return plan;
  plan.tasks = static_cast<std::uint32_t>(discharge.tasks.size());
  plan.causes = plan.place(static_cast<flow::Place>(network.settings));
  plan.first.assign(network.settings, no_slot);
  for (const auto s : network.setting.ids()) {
    const std::string_view id = network.place_ids[s];
    if (std::ranges::count(discharge.settings, id) == 0) continue;
    plan.first[s] = to.slots(plan.causes);
    const auto figure = [&](Cause cause, std::string_view name) {
      const auto label = name_of_cause(to.scenario(), name);
      to.total(figures::ready_days_by_cause, {.setting = id, .cause = name, .cause_name = &label},
               plan.first[s] + cause, true);
    };
    Cause number = 0;
    for (const auto& task : discharge.tasks) figure(number++, joined(task_cause, task.first));
    figure(plan.talks(), "talks");
    figure(plan.way(), "way");
    for (const auto other : network.setting.ids()) {
      figure(plan.place(other), joined(place_cause, network.place_ids[other]));
    }
  }
  plan.audit = to.slot();
  return plan;
}

}  // namespace care
