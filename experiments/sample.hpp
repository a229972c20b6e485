// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "experiments/spill_file.hpp"
#include "models/measure/catalogue.hpp"
#include "models/measure/outcome.hpp"

namespace care {

/// How a sample is kept.
struct SampleRoom {
  std::uint32_t block = 64;                      ///< replications kept together
  std::size_t memory = std::size_t{128} << 20U;  ///< bytes of full blocks that stay in memory
};

/// What the replications of a run leave, by figure: the numbers of a slot or of a weekly series, one
/// for each replication. What estimates, quantiles and paired differences are made of.
///
/// Outcomes come in any order from any thread and count in the order of their numbers: size() is how
/// many of the first are there. They are kept in blocks of replications, number by number within a
/// block, the first blocks in memory and what goes beyond SampleRoom::memory on disk. What is read does not
/// depend on either.
class Sample {
 public:
  /// Told of every replication that has come to count, the newest being size() - 1, from one thread
  /// at a time. False: no more are wanted, and later ones do not count.
  using Observer = std::function<bool(const Sample&)>;

  /// For at most so many replications. The catalogue must outlive it.
  Sample(const Catalogue& catalogue, std::uint32_t most, Observer observer = {},
         SampleRoom room = {});

  /// Takes the outcome of replication `index`, counted from the first of the run. From any thread;
  /// every index once. Throws SpillError.
  void put(std::uint32_t index, const Outcome& outcome);

  /// Replications that count.
  [[nodiscard]] std::uint32_t size() const { return size_; }
  /// The observer wants no more.
  [[nodiscard]] bool closed() const;

  /// A total of one replication, or of all.
  [[nodiscard]] std::int64_t total(Slot slot, std::uint32_t index) const;
  [[nodiscard]] std::vector<std::int64_t> totals(Slot slot) const;
  /// All weeks of a series, by week * size() + replication.
  [[nodiscard]] std::vector<std::int64_t> weeks(std::uint32_t series) const;
  /// Time with so many places occupied, by level, all replications together.
  [[nodiscard]] const std::map<std::uint32_t, std::int64_t>& levels(flow::Place setting) const {
    return levels_[setting];
  }

 private:
  struct Block {
    std::uint32_t replications = 0;
    std::unique_ptr<std::int64_t[]> numbers;  // by column and replication; none when on disk
    std::uint64_t at = 0;                     // where on disk
  };
  using Levels = sim::Table<flow::Place, Outcome::Levels>;

  [[nodiscard]] std::size_t columns() const;
  Block& open_block(std::uint32_t index);
  void count(const Levels& levels);
  void seal(Block& block);
  void read(const Block& block, std::size_t first, std::size_t count, std::int64_t* to) const;
  [[nodiscard]] std::vector<std::int64_t> read_columns(std::size_t first, std::size_t count) const;

  const Catalogue* catalogue_;
  std::uint32_t most_;
  Observer observer_;
  SampleRoom room_;
  mutable std::mutex mutex_;  // of all that follows, while outcomes come
  std::deque<Block> blocks_;
  std::map<std::uint32_t, Levels> early_;  // of outcomes that came before others with lower numbers
  sim::Table<flow::Place, std::map<std::uint32_t, std::int64_t>> levels_;  // of settings
  std::uint32_t size_ = 0;
  bool closed_ = false;
  std::size_t in_memory_ = 0;  // bytes of full blocks
  SpillFile file_;
};

}  // namespace care
