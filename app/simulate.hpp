// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "app/options.hpp"
#include "experiments/case.hpp"
#include "experiments/results.hpp"
#include "sim/replications.hpp"
#include "viz/run_record.hpp"

namespace app {

/// Tells how a replication broke down.
using TellFault = std::function<void(const sim::ReplicationError&)>;

/// Runs a case that is fit to run, as the options say: its progress goes to standard error, behind
/// `what` where several runs follow each other, and a signal stops it. Nothing when it could not be
/// finished, which has been told: by `tell_fault` if a replication broke down.
[[nodiscard]] std::optional<care::Results> simulate(const Options& options, const care::Case& one,
                                                    const std::string& what,
                                                    const TellFault& tell_fault);

/// The same of one run by itself.
[[nodiscard]] std::optional<care::Results> simulate(const Options& options, const care::Case& one);

/// Threads that a run with these options uses.
[[nodiscard]] unsigned threads_of(const Options& options, const viz::RunRecord& record);

}  // namespace app
