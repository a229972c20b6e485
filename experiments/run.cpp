// SPDX-License-Identifier: Apache-2.0
#include "experiments/run.hpp"

#include <algorithm>
#include <cmath>
#include <memory>

#include "experiments/estimates.hpp"
#include "sim/replications.hpp"
#include "sim/statistics.hpp"

namespace care {
namespace {

/// Runs replications [from, from + count) of the outcomes; returns how many were done.
std::uint32_t run_block(const Model& model, const RunRequest& request, const RunControl& control,
                        std::vector<Outcome>& outcomes, std::uint32_t from) {
  const auto count = static_cast<std::uint32_t>(outcomes.size()) - from;
  const auto make_worker = [&]() -> sim::RunReplication {
    // The state is shared with nobody; std::function asks for something that can be copied.
    auto state = std::make_shared<Replication>(model);
    return [&outcomes, &request, state](std::uint32_t number) {
      state->run(request.seed, number, outcomes[number - request.first]);
    };
  };
  sim::Control inner;
  inner.cancelled = control.cancelled;
  if (control.progress) {
    inner.progress = [&](sim::Progress progress) {
      control.progress(from + progress.done, request.replications);
    };
  }
  return sim::for_each_replication({request.first + from, count}, request.threads, make_worker,
                                   inner);
}

}  // namespace

std::vector<std::size_t> headline_metrics(const Model& model) {
  std::vector<std::size_t> targets, measures, present;
  const auto& metrics = model.catalogue().metrics;
  for (std::size_t i = 0; i < metrics.size(); ++i) {
    const auto& key = metrics[i].key;
    const auto aimed = std::ranges::any_of(model.scenario().targets, [&](const auto& target) {
      return target.second.measure == key.id;
    });
    if (aimed) targets.push_back(i);
    if (key.group == "measure") measures.push_back(i);
    if (key.quantity == "present" && key.municipality.empty()) present.push_back(i);
  }
  if (!targets.empty()) return targets;
  return measures.empty() ? present : measures;
}

Results run_experiment(const Model& model, const RunRequest& request, RunIdentity identity,
                       const RunControl& control) {
  std::vector<Outcome> outcomes;
  std::uint32_t done = 0;
  if (request.precision <= 0) {
    outcomes.resize(request.replications);
    done = run_block(model, request, control, outcomes, 0);
  } else {
    const auto headline = headline_metrics(model);
    sim::ReplicationRule::Settings settings;
    settings.relative = request.precision;
    settings.cap = request.replications;
    sim::ReplicationRule rule{headline.size(), settings};
    std::vector<double> values(headline.size());
    while (!rule.done()) {
      // Blocks have a size of their own, so that where it stops does not depend on threads.
      constexpr std::uint32_t block = 16;
      const auto size = std::min(request.replications, done + block);
      outcomes.resize(size);
      const auto finished = done + run_block(model, request, control, outcomes, done);
      for (; done < finished && !rule.done(); ++done) {
        for (std::size_t i = 0; i < headline.size(); ++i) {
          const double value = value_of(model.catalogue().metrics[headline[i]], outcomes[done]);
          values[i] = std::isnan(value) ? 0 : value;
        }
        rule.add(values);
      }
      if (finished < size) break;  // cancelled
    }
  }
  outcomes.resize(done);
  identity.seed = request.seed;
  identity.first_replication = request.first;
  identity.replications = done;
  identity.requested = request.replications;
  identity.interrupted = control.cancelled && control.cancelled() && done < request.replications;
  return summarise(model, outcomes, std::move(identity));
}

}  // namespace care
