// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <stdexcept>
#include <string>

namespace sim {

/// Replications first, first + 1, ... first + count - 1.
struct ReplicationRange {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

/// How far a run has come, in replications.
struct Progress {
  std::uint32_t done = 0;
  std::uint32_t total = 0;
};

/// How a run is watched and stopped from outside. Both may be empty.
struct Control {
  /// Asked before every replication, from any thread, also at the same time: true lets those in
  /// flight finish and starts no more. Reading an atomic flag or a std::stop_token is enough.
  std::function<bool()> cancelled;
  /// Told after every replication, from one thread at a time, with `done` increasing by one. The
  /// receiver limits its own rate.
  std::function<void(Progress)> progress;
};

/// Thrown by a replication that was broken off from outside: it is not done, and that is no failure.
struct BrokenOff {};

/// A replication threw: `what()` is its message behind "replication N: ", and the exception itself
/// is nested (std::rethrow_if_nested).
class ReplicationError : public std::runtime_error {
 public:
  ReplicationError(std::uint32_t replication, const std::string& message)
      : std::runtime_error("replication " + std::to_string(replication) + ": " + message),
        replication_(replication) {}
  /// Number of the replication that threw.
  [[nodiscard]] std::uint32_t replication() const { return replication_; }

 private:
  std::uint32_t replication_;
};

/// Runs one replication by number and stores its outcome by that number.
using RunReplication = std::function<void(std::uint32_t)>;

/// Makes the state that one worker keeps from replication to replication, and returns what runs
/// them on it. May be called from several threads at the same time.
using MakeWorker = std::function<RunReplication()>;

/// Processors this process may use: those of its affinity mask, no more than its control group's
/// quota (rounded up), at least 1.
[[nodiscard]] unsigned available_threads();

/// Runs the replications of `range` on `threads` threads (0: available_threads(); never more than
/// 1024 or than there are replications) and returns how many are done: the first ones of the range,
/// but for those that were broken off, and all of them unless cancelled.
///
///     each worker, at the same time as the others:
///       make its state
///       while not cancelled, nothing has thrown, and a replication is left:
///         run the lowest number not yet started
///
/// The replication is the only grain of parallelism and this the only place that makes threads.
/// A replication must depend on its number alone; then outcomes are the same at any thread count.
/// The calling thread is one of the workers. When replications throw, those in flight finish and
/// the lowest number that threw is reported as a ReplicationError: the same one at any thread
/// count. What `make_worker` or `control` throws comes out as it is.
[[nodiscard]] std::uint32_t for_each_replication(ReplicationRange range, unsigned threads,
                                                 const MakeWorker& make_worker,
                                                 const Control& control = {});

}  // namespace sim
