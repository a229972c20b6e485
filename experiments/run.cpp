// SPDX-License-Identifier: Apache-2.0
#include "experiments/run.hpp"

#include <algorithm>
#include <exception>
#include <filesystem>
#include <memory>
#include <new>
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
        rule_(outputs_of(metrics_, headline_),
              {.relative = request.precision, .minimum = least, .cap = request.replications}) {}

  /// Hears of the newest replication; true when more are wanted.
  bool wants_more(const Sample& sample) {
    for (std::size_t i = 0; i < headline_.size(); ++i) {
      values_[i] = value_of(metrics_[headline_[i]], sample, sample.size() - 1);
    }
    rule_.add(values_);
    return !rule_.done();
  }

 private:
  /// Fewer replications say too little of how much they differ, by luck alike or by a long tail.
  static constexpr std::uint32_t least = 30;

  static std::vector<sim::ReplicationRule::Output> outputs_of(
      const std::vector<MetricSpec>& metrics, const std::vector<std::size_t>& headline) {
    std::vector<sim::ReplicationRule::Output> outputs;
    outputs.reserve(headline.size());
    for (const auto i : headline) {
      const bool probability = metrics[i].kind == FigureKind::Probability;
      outputs.push_back({probability ? metrics[i].trials : 0});
    }
    return outputs;
  }

  const std::vector<MetricSpec>& metrics_;
  std::vector<std::size_t> headline_;
  std::vector<double> values_;
  sim::ReplicationRule rule_;
};

/// What goes wrong where a sample is kept, what a scenario cannot be right with and a memory that is
/// too small are no faults of the program in a replication.
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
    } catch (const flow::OutOfBudget&) {
      throw;
    } catch (const std::bad_alloc&) {
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
      Worker(const Model& of, flow::Watch watch) : replication(of, std::move(watch)) {}
      Replication replication;
      Outcome outcome;
    };
    // The state is shared with nobody; std::function asks for something that can be copied.
    auto worker = std::make_shared<Worker>(model, flow::Watch{request.budget, control.abandoned});
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

namespace {

/// A figure that the scenario names: a measure, or the mean of a passage.
bool is_named(const scenarios::Scenario& scenario, const Key& key) {
  const auto has = [&](const auto& list) {
    return std::ranges::any_of(list, [&](const auto& named) { return named.first == key.id; });
  };
  return is_measure(key) && (has(scenario.measures) || has(scenario.passages));
}

}  // namespace

std::vector<std::size_t> headline_metrics(const Model& model) {
  std::vector<std::size_t> targets, measures, present, risks;
  const auto& metrics = model.catalogue().metrics;
  for (std::size_t i = 0; i < metrics.size(); ++i) {
    const auto& key = metrics[i].key;
    const auto aimed = std::ranges::any_of(model.scenario().targets, [&](const auto& target) {
      return target.second.measure == key.id;
    });
    if (aimed) targets.push_back(i);
    if (is_named(model.scenario(), key)) measures.push_back(i);
    if (is(key, figures::present) && key.municipality.empty()) present.push_back(i);
    const bool is_detail = is_of_shift(key) || is(key, figures::tight_any);
    if (metrics[i].kind == FigureKind::Probability && metrics[i].trials > 0 && !is_detail) {
      risks.push_back(i);
    }
  }
  auto& headline = !targets.empty() ? targets : !measures.empty() ? measures : present;
  headline.insert(headline.end(), risks.begin(), risks.end());
  return headline;
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
  try {
    return run_and_fold(*one.model, one.analysis, request, std::move(identity), control);
  } catch (const flow::OutOfBudget& error) {
    auto issue = error.issue();
    issue.file = one.file;
    throw flow::OutOfBudget(std::move(issue));
  }
}

Results run_experiment(const Model& model, const RunRequest& request, RunIdentity identity,
                       const RunControl& control) {
  return run_and_fold(model, analyse(model), request, std::move(identity), control);
}

}  // namespace care
