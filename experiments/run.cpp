// SPDX-License-Identifier: Apache-2.0
#include "experiments/run.hpp"

#include <algorithm>
#include <cmath>
#include <exception>
#include <filesystem>
#include <memory>
#include <optional>
#include <utility>

#include "experiments/estimates.hpp"
#include "models/static_analysis.hpp"
#include "scenarios/writer.hpp"
#include "sim/replications.hpp"
#include "sim/stopping.hpp"

namespace care {
namespace {

/// Decides, replication by replication, whether the headline figures are known well enough.
class Precision {
 public:
  Precision(const Model& model, const RunRequest& request)
      : metrics_(model.catalogue().metrics),
        headline_(headline_metrics(model)),
        values_(headline_.size()),
        rule_(headline_.size(), {.relative = request.precision, .cap = request.replications}) {}

  /// Hears of the newest replication; true when more are wanted.
  bool wants_more(const Sample& sample) {
    for (std::size_t i = 0; i < headline_.size(); ++i) {
      const double value = value_of(metrics_[headline_[i]], sample, sample.size() - 1);
      values_[i] = std::isnan(value) ? 0 : value;
    }
    rule_.add(values_);
    return !rule_.done();
  }

 private:
  const std::vector<MetricSpec>& metrics_;
  std::vector<std::size_t> headline_;
  std::vector<double> values_;
  sim::ReplicationRule rule_;
};

/// What goes wrong where a sample is kept is no fault of the replication that was to be put there.
void run_all(const RunRequest& request, const sim::MakeWorker& make_worker,
             const sim::Control& control) {
  try {
    static_cast<void>(sim::for_each_replication({request.first, request.replications},
                                                request.threads, make_worker, control));
  } catch (const sim::ReplicationError& error) {
    try {
      std::rethrow_if_nested(error);
    } catch (const SpillError&) {
      throw;
    } catch (...) {
    }
    throw;
  }
}

}  // namespace

void run_replications(const Model& model, const RunRequest& request, const RunControl& control,
                      Sample& sample) {
  const auto make_worker = [&]() -> sim::RunReplication {
    struct Worker {
      explicit Worker(const Model& of) : replication(of) {}
      Replication replication;
      Outcome outcome;
    };
    // The state is shared with nobody; std::function asks for something that can be copied.
    auto worker = std::make_shared<Worker>(model);
    return [&sample, &request, worker](std::uint32_t number) {
      worker->replication.run(request.seed, number, worker->outcome);
      sample.put(number - request.first, worker->outcome);
    };
  };
  sim::Control inner;
  inner.cancelled = [&] { return sample.closed() || (control.cancelled && control.cancelled()); };
  if (control.progress) {
    inner.progress = [&](sim::Progress progress) {
      control.progress(progress.done, request.replications);
    };
  }
  run_all(request, make_worker, inner);
}

std::vector<std::size_t> headline_metrics(const Model& model) {
  std::vector<std::size_t> targets, measures, present;
  const auto& metrics = model.catalogue().metrics;
  for (std::size_t i = 0; i < metrics.size(); ++i) {
    const auto& key = metrics[i].key;
    const auto aimed = std::ranges::any_of(model.scenario().targets, [&](const auto& target) {
      return target.second.measure == key.id;
    });
    if (aimed) targets.push_back(i);
    if (is_measure(key)) measures.push_back(i);
    if (is(key, figures::present) && key.municipality.empty()) present.push_back(i);
  }
  if (!targets.empty()) return targets;
  return measures.empty() ? present : measures;
}

namespace {

Results run_and_fold(const Model& model, const flow::Analysis& analysis, const RunRequest& request,
                     RunIdentity identity, const RunControl& control) {
  std::optional<Precision> precision;
  if (request.precision > 0) precision.emplace(model, request);
  Sample sample(model.catalogue(), request.replications, [&](const Sample& so_far) {
    if (control.sample) control.sample(so_far);
    return !precision || precision->wants_more(so_far);
  });
  run_replications(model, request, control, sample);
  identity.seed = request.seed;
  identity.first_replication = request.first;
  identity.replications = sample.size();
  identity.requested = request.replications;
  identity.interrupted =
      control.cancelled && control.cancelled() && sample.size() < request.replications;
  return summarise(model, analysis, sample, std::move(identity));
}

}  // namespace

Results run_case(const Case& one, std::string version, const RunRequest& request,
                 const RunControl& control) {
  RunIdentity identity;
  identity.version = std::move(version);
  identity.scenario_hash = scenarios::scenario_hash(one.model->scenario());
  identity.scenario_file = std::filesystem::path(one.file).filename().string();
  return run_and_fold(*one.model, one.analysis, request, std::move(identity), control);
}

Results run_experiment(const Model& model, const RunRequest& request, RunIdentity identity,
                       const RunControl& control) {
  return run_and_fold(model, analyse(model), request, std::move(identity), control);
}

}  // namespace care
