// SPDX-License-Identifier: Apache-2.0
// What a sample gives back is what was put into it, whatever the blocks, the room and the order.
#include "experiments/sample.hpp"

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <functional>
#include <map>
#include <numeric>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <malloc.h>
#include <sys/resource.h>

#include "experiments/estimates.hpp"
#include "experiments/run.hpp"
#include "models/model.hpp"
#include "models/static_analysis.hpp"
#include "scenarios/reader.hpp"

namespace {

using Room = care::SampleRoom;

care::Catalogue catalogue_of(std::uint32_t totals, std::uint32_t series, std::size_t weeks) {
  care::Catalogue catalogue;
  catalogue.totals = totals;
  catalogue.series = series;
  catalogue.weeks.resize(weeks);
  catalogue.settings = 2;
  return catalogue;
}

/// An outcome whose every number tells where it belongs.
care::Outcome outcome_of(const care::Catalogue& catalogue, std::uint32_t index) {
  care::Outcome outcome;
  outcome.totals.resize(catalogue.totals);
  std::iota(outcome.totals.begin(), outcome.totals.end(), 1000 * index);
  outcome.weekly.resize(catalogue.series * catalogue.weeks.size());
  std::iota(outcome.weekly.begin(), outcome.weekly.end(), -1'000'000'000'000 + 1000 * index);
  outcome.levels.add({index, {1, 2}});
  outcome.levels.add({7, {10}});
  return outcome;
}

constexpr std::uint32_t most = 23;

/// Puts them by decreasing number within groups of five, as threads might.
void put_all(care::Sample& sample, const care::Catalogue& catalogue) {
  for (std::uint32_t from = 0; from < most; from += 5) {
    for (auto index = std::min(from + 5, most); index-- > from;) {
      sample.put(index, outcome_of(catalogue, index));
    }
  }
}

void expect_all(const care::Sample& sample, const care::Catalogue& catalogue, std::uint32_t size) {
  ASSERT_EQ(sample.size(), size);
  const auto weeks = catalogue.weeks.size();
  for (const auto slot : sim::ids<care::Slot>(catalogue.totals)) {
    const auto totals = sample.totals(slot);
    ASSERT_EQ(totals.size(), size);
    for (std::uint32_t i = 0; i < size; ++i) {
      const auto expected = outcome_of(catalogue, i).totals[slot];
      EXPECT_EQ(totals[i], expected);
      EXPECT_EQ(sample.total(slot, i), expected);
    }
  }
  for (std::uint32_t series = 0; series < catalogue.series; ++series) {
    const auto numbers = sample.weeks(series);
    ASSERT_EQ(numbers.size(), weeks * size);
    for (std::uint32_t i = 0; i < size; ++i) {
      const auto expected = outcome_of(catalogue, i).weekly;
      for (std::size_t w = 0; w < weeks; ++w) {
        EXPECT_EQ(numbers[w * size + i], expected[series * weeks + w]);
      }
    }
  }
  EXPECT_EQ(sample.levels(flow::Place{1}), (std::map<std::uint32_t, std::int64_t>{{7, 10 * size}}));
  EXPECT_EQ(sample.levels(flow::Place{0}).at(0), 1);
  EXPECT_EQ(sample.levels(flow::Place{0}).at(size), 2)
      << "each adds 1 to its own level and 2 to the next";
}

TEST(Sample, GivesBackWhatWasPut) {
  const auto catalogue = catalogue_of(5, 2, 3);
  for (const auto& room : {Room{1, 0}, Room{4, 0}, Room{4, 400}, Room{4, 1U << 20U}, Room{64, 0}}) {
    SCOPED_TRACE(std::to_string(room.block) + " to a block, memory " + std::to_string(room.memory));
    care::Sample sample(catalogue, most, {}, room);
    put_all(sample, catalogue);
    expect_all(sample, catalogue, most);
  }
}

TEST(Sample, TellsItsObserverInOrderAndStopsWhereThatWants) {
  const auto catalogue = catalogue_of(5, 2, 3);
  std::vector<std::int64_t> seen;
  care::Sample sample(catalogue, most,
                      [&](const care::Sample& so_far) {
                        seen.push_back(so_far.total(care::Slot{0}, so_far.size() - 1));
                        return so_far.size() < 11;
                      },
                      {4, 0});
  put_all(sample, catalogue);
  EXPECT_EQ(seen, (std::vector<std::int64_t>{0, 1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000,
                                             9000, 10000}));
  EXPECT_TRUE(sample.closed());
  expect_all(sample, catalogue, 11);
}

TEST(Sample, KeepsNoMoreInMemoryThanItMay) {
  constexpr std::size_t megabyte = 1U << 20U;
  const auto catalogue = catalogue_of(megabyte / sizeof(std::int64_t), 0, 1);
  care::Sample sample(catalogue, 100, {}, {2, 4 * megabyte});
  care::Outcome outcome;
  outcome.totals.assign(catalogue.totals, 1);
  outcome.levels.resize(2);
  const auto in_use = [] {
    const auto heap = ::mallinfo2();
    return heap.uordblks + heap.hblkhd;
  };
  const auto before = in_use();
  for (std::uint32_t i = 0; i < 39; ++i) sample.put(i, outcome);
  EXPECT_LE(in_use() - before, 7 * megabyte) << "two full blocks, an open one, and little else";
  const auto totals = sample.totals(care::Slot{17});
  EXPECT_EQ(std::ranges::count(totals, 1), 39);
}

std::string message_of(const std::function<void()>& breaks) {
  try {
    breaks();
  } catch (const care::SpillError& error) {
    return error.what();
  }
  return "nothing was thrown";
}

care::Model clinic() {
  const auto loaded = scenarios::load(TROSKEL_SOURCE_DIR "/scenarios/examples/clinic.json");
  if (!loaded.scenario) throw std::runtime_error("the clinic does not load");
  return care::Model{*loaded.scenario};
}

void run_on_disk(const care::Model& model) {
  care::Sample sample(model.catalogue(), 8, {}, {2, 0});
  care::run_replications(model, {.replications = 8, .threads = 2}, {}, sample);
}

TEST(Sample, SaysWhyThereIsNoRoom) {
  const auto model = clinic();
  ::setenv("TMPDIR", "/nonexistent/folder", 1);
  const auto no_folder = message_of([&] { run_on_disk(model); });
  ::unsetenv("TMPDIR");
  EXPECT_EQ(no_folder, "/nonexistent/folder: No such file or directory");

  // A limit on the size of files is what a full disk looks like to a program.
  rlimit former{};
  ::getrlimit(RLIMIT_FSIZE, &former);
  auto* handler = std::signal(SIGXFSZ, SIG_IGN);
  const rlimit small{100, former.rlim_max};
  ::setrlimit(RLIMIT_FSIZE, &small);
  const auto full = message_of([&] { run_on_disk(model); });
  ::setrlimit(RLIMIT_FSIZE, &former);
  std::signal(SIGXFSZ, handler);
  EXPECT_TRUE(full.ends_with(": File too large")) << full;
}

/// All numbers of results that a sample has a say in.
std::vector<double> numbers_of(const care::Results& results) {
  std::vector<double> numbers;
  const auto add = [&](const care::MetricEstimate& one) {
    for (const double x : {one.mean, one.sd, one.ci95.low, one.ci95.high, one.p05.value_or(-1),
                           one.p50.value_or(-1), one.p95.value_or(-1)}) {
      numbers.push_back(x);
    }
  };
  for (const auto& metric : results.metrics) add(metric);
  for (const auto& row : results.ledger) {
    add(row.quantity);
    add(row.kronor);
  }
  for (const auto& series : results.weekly) {
    for (const auto& point : series.points) {
      for (const double x : {point.mean, point.p05, point.p50, point.p95}) numbers.push_back(x);
    }
  }
  for (const auto& each : results.occupancy) {
    numbers.push_back(each.mean);
    numbers.insert(numbers.end(), each.share.begin(), each.share.end());
  }
  return numbers;
}

TEST(Sample, MakesTheSameResultsInAnyRoom) {
  const auto model = clinic();
  constexpr std::uint32_t replications = 17;
  const auto results_in = [&](Room room, unsigned threads) {
    care::Sample sample(model.catalogue(), replications, {}, room);
    care::run_replications(model, {.replications = replications, .threads = threads}, {}, sample);
    return numbers_of(care::summarise(model, care::analyse(model), sample, {}));
  };
  const auto known = results_in({1000, std::size_t{1} << 30U}, 1);
  EXPECT_GT(known.size(), 100U);
  EXPECT_EQ(results_in({3, 0}, 1), known);
  EXPECT_EQ(results_in({1, 10'000}, 3), known);
  EXPECT_EQ(results_in({8, 0}, 2), known);
}

}  // namespace
