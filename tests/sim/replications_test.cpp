// SPDX-License-Identifier: Apache-2.0
#include "sim/replications.hpp"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace {

using sim::Control;
using sim::for_each_replication;
using sim::Progress;
using sim::ReplicationError;

/// Something that depends on the number alone and takes a while.
std::uint64_t outcome_of(std::uint32_t replication) {
  std::uint64_t x = replication;
  for (int i = 0; i < 1000; ++i) x = x * 6364136223846793005U + 1442695040888963407U;
  return x;
}

std::vector<std::uint64_t> run_all(std::uint32_t first, std::uint32_t count, unsigned threads) {
  std::vector<std::uint64_t> outcomes(count);
  const auto done = for_each_replication({first, count}, threads, [&] {
    // Reused state: a worker that leaked it from one replication to the next would show here.
    return [&, scratch = std::vector<std::uint64_t>(1)](std::uint32_t number) mutable {
      scratch[0] = outcome_of(number);
      outcomes[number - first] = scratch[0];
    };
  });
  EXPECT_EQ(done, count);
  return outcomes;
}

TEST(Replications, SameOutcomesAtAnyThreadCount) {
  const auto one = run_all(10, 500, 1);
  ASSERT_EQ(one[3], outcome_of(13));
  for (const unsigned threads : {0U, 2U, 7U}) {
    SCOPED_TRACE(threads);
    EXPECT_EQ(run_all(10, 500, threads), one);
  }
}

TEST(Replications, RunsEachNumberExactlyOnce) {
  std::vector<std::atomic<int>> runs(1000);
  const auto done = for_each_replication(
      {0, 1000}, 7, [&] { return [&](std::uint32_t number) { ++runs[number]; }; });
  EXPECT_EQ(done, 1000U);
  for (const auto& count : runs) EXPECT_EQ(count.load(), 1);
}

TEST(Replications, AnEmptyRangeMakesNoWorker) {
  int workers = 0;
  const auto done = for_each_replication({5, 0}, 4, [&] {
    ++workers;
    return [](std::uint32_t) {};
  });
  EXPECT_EQ(done, 0U);
  EXPECT_EQ(workers, 0);
}

TEST(Replications, ReachesTheLastNumberThereIs) {
  const std::uint32_t last = 0xFFFF'FFFEU;
  std::atomic<std::uint64_t> sum{0};
  const auto done = for_each_replication(
      {last - 1, 2}, 2, [&] { return [&](std::uint32_t number) { sum += number; }; });
  EXPECT_EQ(done, 2U);
  EXPECT_EQ(sum.load(), 2 * std::uint64_t{last} - 1);
}

TEST(Replications, ThreadsRunAtTheSameTimeAndEachMakesOneWorker) {
  // Each of the first three replications waits for the other two: only three threads at once get
  // through, however few processors there are.
  constexpr std::uint32_t threads = 3;
  std::mutex mutex;
  std::condition_variable all_here;
  std::uint32_t here = 0;
  int workers = 0;
  const auto make_worker = [&] {
    const std::lock_guard lock(mutex);
    ++workers;
    return [&](std::uint32_t number) {
      if (number >= threads) return;
      std::unique_lock waiting(mutex);
      if (++here == threads) all_here.notify_all();
      all_here.wait(waiting, [&] { return here == threads; });
    };
  };
  const auto done = for_each_replication({0, 50}, threads, make_worker);
  EXPECT_EQ(done, 50U);
  EXPECT_EQ(workers, static_cast<int>(threads));
}

TEST(Replications, ProgressCountsEveryReplicationInTurn) {
  std::vector<std::uint32_t> seen;  // no lock: the callback is promised one thread at a time
  Control control;
  control.progress = [&](Progress progress) {
    EXPECT_EQ(progress.total, 200U);
    seen.push_back(progress.done);
  };
  const auto done = for_each_replication(
      {0, 200}, 7, [] { return [](std::uint32_t) {}; }, control);
  EXPECT_EQ(done, 200U);
  ASSERT_EQ(seen.size(), 200U);
  for (std::uint32_t i = 0; i < 200; ++i) EXPECT_EQ(seen[i], i + 1);
}

TEST(Replications, CancellingFinishesWhatIsInFlightAndKeepsAPrefix) {
  for (const unsigned threads : {1U, 2U, 7U}) {
    SCOPED_TRACE(threads);
    std::atomic<bool> stop{false};
    std::vector<std::atomic<int>> started(1000);
    std::vector<std::atomic<int>> finished(1000);
    Control control;
    control.cancelled = [&] { return stop.load(); };
    const auto make_worker = [&] {
      return [&](std::uint32_t number) {
        ++started[number];
        if (number == 100) stop = true;
        while (number > 100 && !stop) std::this_thread::yield();
        ++finished[number];
      };
    };
    const auto done = for_each_replication({0, 1000}, threads, make_worker, control);
    EXPECT_GE(done, 101U);
    EXPECT_LE(done, 101U + threads);
    for (std::uint32_t i = 0; i < 1000; ++i) {
      EXPECT_EQ(started[i].load(), i < done ? 1 : 0) << i;
      EXPECT_EQ(finished[i].load(), i < done ? 1 : 0) << i;
    }
  }
}

TEST(Replications, CancelledBeforeTheStartDoesNothing) {
  Control control;
  control.cancelled = [] { return true; };
  const auto done = for_each_replication(
      {0, 10}, 2, [] { return [](std::uint32_t) { FAIL(); }; }, control);
  EXPECT_EQ(done, 0U);
}

TEST(Replications, TheLowestNumberThatThrowsIsReportedAtAnyThreadCount) {
  for (const unsigned threads : {1U, 2U, 7U}) {
    SCOPED_TRACE(threads);
    const auto run = [&] {
      return for_each_replication({1000, 500}, threads, [] {
        return [](std::uint32_t number) {
          if (number >= 1040) throw std::out_of_range("bed " + std::to_string(number));
        };
      });
    };
    try {
      (void)run();
      FAIL() << "nothing thrown";
    } catch (const ReplicationError& error) {
      EXPECT_EQ(error.replication(), 1040U);
      EXPECT_STREQ(error.what(), "replication 1040: bed 1040");
      EXPECT_THROW(std::rethrow_if_nested(error), std::out_of_range);
    }
  }
}

TEST(Replications, WhatMakeWorkerThrowsComesOutAsItIs) {
  const auto run = [] {
    return for_each_replication({0, 10}, 2, []() -> sim::RunReplication {
      throw std::length_error("no room for a worker");
    });
  };
  EXPECT_THROW((void)run(), std::length_error);
}

TEST(Replications, WhatProgressThrowsComesOutAsItIs) {
  Control control;
  control.progress = [](Progress) { throw std::length_error("no terminal"); };
  const auto run = [&] {
    return for_each_replication(
        {0, 10}, 2, [] { return [](std::uint32_t) {}; }, control);
  };
  EXPECT_THROW((void)run(), std::length_error);
}

TEST(Replications, AtLeastOneThreadIsAvailable) { EXPECT_GE(sim::available_threads(), 1U); }

}  // namespace
