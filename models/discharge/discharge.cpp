// SPDX-License-Identifier: Apache-2.0
#include "models/discharge/discharge.hpp"

#include <algorithm>
#include <variant>

#include <fmt/format.h>

#include "scenarios/compile_distribution.hpp"
#include "sim/check.hpp"
#include "sim/civil_date.hpp"

namespace care {

DischargeProcess::DischargeProcess(const scenarios::Scenario& scenario,
                                   const flow::Network& network)
    : applies_(network.settings), late_(network.end + std::chrono::days{400}) {
  if (!scenario.care) return;
  kinds_ = {sim::date_of(network.start), sim::date_of(network.end),
            [holidays = network.holidays](sim::Date date) { return holidays.kind_of(date); }};
  const auto& discharge = scenario.care->discharge;
  for (const auto& id : discharge.settings) applies_[network.find_place(id).value()] = true;
  for (const auto& [id, source] : discharge.tasks) {
    auto law = scenarios::to_distribution(source.lead);
    SIM_CHECK(std::holds_alternative<sim::Distribution>(law));
    Task task{.when = network.vocabulary.set_of(source.when),
              .next = {},
              .home = false,
              .probability = source.probability,
              .from_entry = source.start == scenarios::DischargeTask::Start::Entry,
              .lead = {std::get<sim::Distribution>(std::move(law)),
                       scenarios::unit_duration(source.lead.unit),
                       fmt::format("/care/discharge/tasks/{}", id)},
              .days = {},
              .every_day = source.days.empty()};
    if (!source.next.empty()) task.next.assign(network.places, false);
    for (const auto& next : source.next) {
      if (next == "residence") {
        task.home = true;
      } else {
        task.next[network.find_place(next).value()] = true;
      }
    }
    for (const auto day : source.days) task.days[static_cast<std::size_t>(day)] = true;
    tasks_.push_back(std::move(task));
  }
  list_concerning(network);
}

void DischargeProcess::list_concerning(const flow::Network& network) {
  destinations_ = network.places + 1;
  first_ = {0};
  for (const auto profile : network.vocabulary.each_profile()) {
    for (std::size_t to = 0; to < destinations_; ++to) {
      for (std::size_t i = 0; i < tasks_.size(); ++i) {
        const auto& task = tasks_[i];
        const bool home = to + 1 == destinations_;
        const bool there =
            task.next.empty() || (home ? task.home : task.next[static_cast<flow::Place>(to)]);
        if (task.when[profile] && there) concerning_.push_back(static_cast<std::uint16_t>(i));
      }
      first_.push_back(static_cast<std::uint32_t>(concerning_.size()));
    }
  }
}

sim::Time DischargeProcess::done(const Task& task, sim::Time start, sim::Duration lead) const {
  if (task.every_day) return start + lead;
  auto now = start;
  while (now < late_) {
    const sim::Date day = std::chrono::floor<std::chrono::days>(now);
    const sim::Time midnight = day + std::chrono::days{1};
    if (task.days[static_cast<std::size_t>(kinds_.at(day))]) {
      if (now + lead <= midnight) return now + lead;
      lead -= midnight - now;
    }
    now = midnight;
  }
  return now + lead;
}

}  // namespace care
