// SPDX-License-Identifier: Apache-2.0
#include "tests/theory/theory.hpp"

#include <algorithm>

template class flow::Simulation<theory::Probe, theory::Listener>;

namespace theory {

Samples sample(const scenarios::Scenario& scenario, const std::vector<Reader>& readers, Plan plan) {
  const flow::Network network = flow::compile_network(scenario);
  Simulation simulation{network, Probe{}};
  Samples samples(readers.size());
  for (std::uint32_t k = 0; k < plan.replications; ++k) {
    simulation.run(plan.seed, k, {});
    for (std::size_t i = 0; i < readers.size(); ++i) samples[i].push_back(readers[i](simulation));
  }
  return samples;
}

Samples sample_at(const scenarios::Scenario& scenario, const std::string& setting,
                  std::span<const double> days, const LevelReader& read, Plan plan) {
  const flow::Network network = flow::compile_network(scenario);
  const auto place = network.find_place(setting).value();
  std::vector<sim::Time> times;
  for (const double day : days) times.push_back(at_day(scenario, day));
  Simulation simulation{network, Probe{}};
  Samples samples(days.size());
  for (std::uint32_t k = 0; k < plan.replications; ++k) {
    simulation.run(plan.seed, k, times);
    const auto& levels = simulation.extension().levels;
    for (std::size_t i = 0; i < times.size(); ++i) samples[i].push_back(read(levels[i][place]));
  }
  return samples;
}

std::vector<Step> journey(const scenarios::Scenario& scenario, std::uint32_t replication,
                          Plan plan) {
  std::vector<Step> steps;
  const flow::Network network = flow::compile_network(scenario);
  Simulation simulation{network, Probe{}, {[&](const Step& step) { steps.push_back(step); }}};
  simulation.run(plan.seed, replication, {});
  return steps;
}

void listen(const scenarios::Scenario& scenario, const Plan& plan,
            const std::function<void(const Step&)>& hear, const std::function<void()>& end) {
  const flow::Network network = flow::compile_network(scenario);
  Simulation simulation{network, Probe{}, {hear}};
  for (std::uint32_t k = 0; k < plan.replications; ++k) {
    simulation.run(plan.seed, k, {});
    end();
  }
}

double t_statistic(std::span<const double> values, double truth) {
  const auto e = sim::estimate(values);
  return (e.mean - truth) / (e.sd / std::sqrt(static_cast<double>(e.n)));
}

}  // namespace theory
