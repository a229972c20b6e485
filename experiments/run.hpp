// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "experiments/case.hpp"
#include "experiments/results.hpp"
#include "experiments/sample.hpp"
#include "models/model.hpp"

namespace care {

/// What to run.
struct RunRequest {
  std::uint64_t seed = 1;
  std::uint32_t first = 0;           ///< number of the first replication
  std::uint32_t replications = 100;  ///< how many, or with `precision` at most
  unsigned threads = 0;              ///< 0 = all
  /// Stop when the half-width of every headline figure is within this share of its mean
  /// (Hoad, Robinson & Davies 2010); 0 = run all replications.
  double precision = 0;
  flow::Budget budget = {};  ///< of each replication
};

/// How a run is watched and stopped from outside; called from one thread at a time where nothing else is said.
struct RunControl {
  std::function<void(std::uint32_t done, std::uint32_t of)> progress;
  std::function<bool()> cancelled;  ///< finish what is in flight, start no more
  /// Asked inside the replications, now and then, from any thread: break off those in flight.
  std::function<bool()> abandoned;
  /// Told of the sample so far whenever a replication has come to count, in the order of their
  /// numbers: what is made of it does not depend on threads.
  std::function<void(const Sample&)> sample;
};

/// Runs a case that is fit to run: its replications in parallel, folded in order. The result depends
/// on the case, the seed and the replication numbers alone, never on threads. `version` is that of
/// the program. Throws sim::ReplicationError when a replication breaks down, flow::OutOfBudget with
/// the file of the case when one does not end, and SpillError when there is no room for what they
/// leave.
[[nodiscard]] Results run_case(const Case& one, std::string version, const RunRequest& request,
                               const RunControl& control = {});

/// The same of a model that was made without a file.
[[nodiscard]] Results run_experiment(const Model& model, const RunRequest& request,
                                     RunIdentity identity, const RunControl& control = {});

/// The replications alone, into a sample of at most request.replications; `precision` and
/// RunControl::sample are not looked at: the sample has its own observer. Throws as above.
void run_replications(const Model& model, const RunRequest& request, const RunControl& control,
                      Sample& sample);

/// The figures whose precision decides when a run may stop: the scenario's targets, else its
/// measures and passages, else the mean number of patients in each setting; and every risk of shortage.
[[nodiscard]] std::vector<std::size_t> headline_metrics(const Model& model);

}  // namespace care
