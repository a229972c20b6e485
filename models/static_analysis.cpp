// SPDX-License-Identifier: Apache-2.0
#include "models/static_analysis.hpp"

#include <chrono>
#include <utility>
#include <vector>

#include "sim/stream.hpp"

namespace care {
namespace {

constexpr std::uint32_t drawn_patients = 4096;
constexpr std::uint32_t family = sim::family_of("analysis/preparation");

sim::Stream stream(std::uint32_t serial, std::uint8_t purpose, std::uint32_t occasion,
                   std::size_t part = 0) {
  return {0, {0, family, serial, purpose, occasion, static_cast<std::uint32_t>(part)}};
}

/// Profiles of arriving patients, each source in proportion to what it brings.
std::vector<flow::Profile> draw_arrivals(const flow::Network& network) {
  std::vector<double> reach;
  double total = 0;
  const auto horizon = static_cast<double>((network.end - network.start).count());
  for (const auto& source : network.sources) {
    total += source.times.empty() ? source.per_ms * horizon
                                  : static_cast<double>(source.times.size()) * source.show_up;
    reach.push_back(total);
  }
  std::vector<flow::Profile> people;
  if (total <= 0) return people;
  for (std::uint32_t k = 0; k < drawn_patients; ++k) {
    auto draws = stream(k, 1, 0);
    const double point = draws.uniform() * total;
    std::size_t s = 0;
    while (s + 1 < reach.size() && reach[s] <= point) ++s;
    const auto& source = network.sources[static_cast<flow::SourceId>(s)];
    const auto& assignment = network.assignments[source.assignment];
    people.push_back(assignment.apply(source.profile, network.vocabulary, draws));
  }
  return people;
}

/// Mean time from the end of a stay until the last discharge task is done, for stays that end at
/// any minute of the week.
double mean_preparation_days(const Model& model, flow::Place setting,
                             const std::vector<flow::Profile>& people) {
  const auto& network = model.network();
  const auto number = static_cast<std::uint32_t>(setting);
  double sum = 0;
  for (std::uint32_t k = 0; k < people.size(); ++k) {
    auto draws = stream(k, 2, number);
    flow::Patient p;
    p.profile = people[k];
    p.at = setting;
    p.next = network.route(setting, p.profile).to.pick(draws.half());
    const auto now = network.measured_from + sim::from_days(7 * draws.uniform());
    p.since = now - network.stay(setting, p.profile, p.next).sample(draws);
    const auto leaves = model.discharge().ready_to_leave(
        p, now, [&](std::size_t task) { return stream(k, 3, number, task); });
    sum += sim::days(leaves - now);
  }
  return people.empty() ? 0 : sum / static_cast<double>(people.size());
}

}  // namespace

flow::Outside outside_of(const Model& model) {
  flow::Outside outside;
  if (!model.has_care()) return outside;
  const auto& network = model.network();
  outside.moves = model.moves_of_care();
  const auto people = draw_arrivals(network);
  outside.preparation_days.assign(network.settings, 0);
  for (const auto setting : network.setting.ids()) {
    if (!model.discharge().applies(setting)) continue;
    outside.preparation_days[setting] = mean_preparation_days(model, setting, people);
  }
  return outside;
}

flow::Analysis analyse(const Model& model) {
  return flow::analyse(model.network(), outside_of(model));
}

}  // namespace care
