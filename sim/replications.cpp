// SPDX-License-Identifier: Apache-2.0
#include "sim/replications.hpp"

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <exception>
#include <fstream>
#include <functional>
#include <latch>
#include <limits>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "sim/check.hpp"

#if defined(__linux__)
#include <sched.h>
#endif

#if TROSKEL_TBB
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/task_arena.h>
#include <oneapi/tbb/task_group.h>
#endif

namespace sim {
namespace {

/// More threads than this is taken for a slip of the keyboard, and would exhaust the machine.
constexpr unsigned max_threads = 1024;

/// Processors in the affinity mask, or 0 when it cannot be read.
unsigned affinity_threads() {
#if defined(__linux__)
  cpu_set_t mask;
  CPU_ZERO(&mask);
  if (sched_getaffinity(0, sizeof(mask), &mask) == 0) {
    return static_cast<unsigned>(CPU_COUNT(&mask));
  }
#endif
  return 0;
}

/// Processors' worth of time that the control group grants, or 0 when it sets no limit.
unsigned quota_threads() {
  std::ifstream file("/sys/fs/cgroup/cpu.max");
  std::int64_t quota = 0;
  std::int64_t period = 0;
  if (!(file >> quota >> period) || quota <= 0 || period <= 0) return 0;  // "max 100000": no limit
  return static_cast<unsigned>(
      std::min<std::int64_t>((quota + period - 1) / period, std::numeric_limits<int>::max()));
}

/// How many of `wanted` threads the system lets run at once, the caller's included: oneTBB ends the
/// program when it is refused one. Where there is a limit, half of it: what has just ended counts for
/// a moment more, and others want threads too.
unsigned granted_threads(unsigned wanted) {
  std::latch tried(1);
  std::vector<std::jthread> others;
  try {
    others.reserve(wanted - 1);
    while (others.size() + 1 < wanted) others.emplace_back([&tried] { tried.wait(); });
  } catch (const std::exception&) {
    // As many as there are.
  }
  tried.count_down();
  const auto granted = static_cast<unsigned>(others.size()) + 1;
  return granted == wanted ? wanted : (granted + 1) / 2;
}

/// Runs `work` on `threads` threads at once, the caller's included, and returns when all are done.
/// `work` must not throw. A copy that starts late finds nothing left and returns.
#if TROSKEL_TBB
void run_on_threads(unsigned threads, const std::function<void()>& work) {
  // Without the limit lifted, oneTBB gives no more threads than there are processors.
  const oneapi::tbb::global_control allow(oneapi::tbb::global_control::max_allowed_parallelism,
                                          threads);
  oneapi::tbb::task_arena arena(static_cast<int>(threads));
  arena.execute([&] {
    oneapi::tbb::task_group group;
    for (unsigned i = 1; i < threads; ++i) group.run([&work] { work(); });
    work();
    group.wait();
  });
}
#else
void run_on_threads(unsigned threads, const std::function<void()>& work) {
  std::vector<std::jthread> others;
  others.reserve(threads - 1);
  for (unsigned i = 1; i < threads; ++i) others.emplace_back([&work] { work(); });
  work();
}
#endif

/// Hands out replications by increasing number and remembers what went wrong.
class Dispatcher {
 public:
  Dispatcher(ReplicationRange range, const MakeWorker& make_worker, const Control& control)
      : range_(range), make_worker_(make_worker), control_(control) {}

  /// One worker's life.
  void work() noexcept {
    try {
      RunReplication run;
      std::uint32_t offset = 0;
      while (take(offset)) {
        if (!run) run = make_worker_();
        run_one(run, offset);
      }
    } catch (...) {
      fail(nobody, std::current_exception());
    }
  }

  /// Replications done, after all workers have ended; throws what they threw.
  [[nodiscard]] std::uint32_t finish() const {
    if (!failure_) return done_;
    if (failed_ == nobody) std::rethrow_exception(failure_);
    const std::uint32_t number = range_.first + static_cast<std::uint32_t>(failed_);
    try {
      std::rethrow_exception(failure_);
    } catch (const std::exception& error) {
      std::throw_with_nested(ReplicationError(number, error.what()));
    } catch (...) {
      std::throw_with_nested(ReplicationError(number, "unknown exception"));
    }
  }

 private:
  /// In place of an offset: thrown by no replication. Goes before every replication.
  static constexpr std::int64_t nobody = -1;

  /// Takes the next replication, unless none is to be started.
  bool take(std::uint32_t& offset) {
    if (stop_.load(std::memory_order_relaxed)) return false;
    if (control_.cancelled && control_.cancelled()) return false;
    // 64 bits: every worker goes one past the end, which must not wrap around.
    const std::uint64_t next = next_.fetch_add(1, std::memory_order_relaxed);
    if (next >= range_.count) return false;
    offset = static_cast<std::uint32_t>(next);
    return true;
  }

  void run_one(const RunReplication& run, std::uint32_t offset) {
    try {
      run(range_.first + offset);
    } catch (const BrokenOff&) {
      return;
    } catch (...) {
      fail(offset, std::current_exception());
      return;
    }
    const std::lock_guard lock(mutex_);
    ++done_;
    if (control_.progress) control_.progress({done_, range_.count});
  }

  /// Keeps the failure of the lowest number. Every lower number has been handed out before, so it
  /// will finish or fail too, and the one kept does not depend on the threads.
  void fail(std::int64_t offset, std::exception_ptr exception) {
    stop_.store(true, std::memory_order_relaxed);
    const std::lock_guard lock(mutex_);
    if (failure_ && failed_ <= offset) return;
    failure_ = std::move(exception);
    failed_ = offset;
  }

  ReplicationRange range_;
  const MakeWorker& make_worker_;
  const Control& control_;
  std::atomic<std::uint64_t> next_{0};
  std::atomic<bool> stop_{false};
  std::mutex mutex_;
  std::uint32_t done_ = 0;
  std::int64_t failed_ = nobody;
  std::exception_ptr failure_;
};

}  // namespace

unsigned available_threads() {
  unsigned threads = affinity_threads();
  if (threads == 0) threads = std::max(1U, std::thread::hardware_concurrency());
  const unsigned quota = quota_threads();
  return quota == 0 ? threads : std::min(threads, quota);
}

std::uint32_t for_each_replication(ReplicationRange range, unsigned threads,
                                   const MakeWorker& make_worker, const Control& control) {
  SIM_CHECK(range.count <= std::numeric_limits<std::uint32_t>::max() - range.first);
  if (threads == 0) threads = available_threads();
  threads = std::min({threads, max_threads, std::max(1U, range.count)});
  threads = granted_threads(threads);
  Dispatcher dispatcher(range, make_worker, control);
  if (threads == 1) {
    dispatcher.work();
  } else {
    run_on_threads(threads, [&dispatcher] { dispatcher.work(); });
  }
  return dispatcher.finish();
}

}  // namespace sim
