// SPDX-License-Identifier: Apache-2.0
#include "experiments/sample.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "sim/check.hpp"

namespace care {

Sample::Sample(const Catalogue& catalogue, std::uint32_t most, Observer observer, SampleRoom room)
    : catalogue_(&catalogue),
      most_(most),
      observer_(std::move(observer)),
      room_(room),
      levels_(catalogue.settings) {}

std::size_t Sample::columns() const {
  return catalogue_->totals + std::size_t{catalogue_->series} * catalogue_->weeks.size();
}

Sample::Block& Sample::open_block(std::uint32_t index) {
  const auto number = index / room_.block;
  while (blocks_.size() <= number) blocks_.emplace_back();
  auto& block = blocks_[number];
  if (block.replications == 0) {
    // The last block of a run is cut to what can come: one replication takes the place of one.
    block.replications = std::min(room_.block, most_ - number * room_.block);
    block.numbers = std::make_unique_for_overwrite<std::int64_t[]>(columns() * block.replications);
  }
  return block;
}

void Sample::put(std::uint32_t index, const Outcome& outcome) {
  SIM_CHECK(index < most_ && outcome.totals.size() + outcome.weekly.size() == columns());
  std::unique_lock lock(mutex_);
  const auto& block = open_block(index);
  lock.unlock();
  // Each replication has numbers of its own to write, and its block stays until it has counted.
  auto* to = block.numbers.get() + index % room_.block;
  const auto keep = [&](const auto& numbers) {
    for (const auto number : numbers) {
      *to = number;
      to += block.replications;
    }
  };
  keep(outcome.totals);
  keep(outcome.weekly);
  lock.lock();
  early_.emplace(index, outcome.levels);
  for (auto next = early_.begin(); !closed_ && next != early_.end() && next->first == size_;) {
    count(next->second);
    next = early_.erase(next);
  }
}

void Sample::count(const Levels& levels) {
  for (const auto s : levels.ids()) {
    auto level = levels[s].first;
    for (const auto ms : levels[s].ms) {
      levels_[s][level++] += ms;
    }
  }
  ++size_;
  if (observer_ && !observer_(*this)) closed_ = true;
  if (size_ % room_.block == 0) seal(blocks_[size_ / room_.block - 1]);
}

void Sample::seal(Block& block) {
  const auto numbers = columns() * block.replications;
  const auto bytes = numbers * sizeof(std::int64_t);
  if (in_memory_ + bytes <= room_.memory) {
    in_memory_ += bytes;
    return;
  }
  block.at = file_.append({block.numbers.get(), numbers});
  block.numbers.reset();
}

bool Sample::closed() const {
  const std::lock_guard lock(mutex_);
  return closed_;
}

void Sample::read(const Block& block, std::size_t first, std::size_t count,
                  std::int64_t* to) const {
  if (block.numbers) {
    std::copy_n(block.numbers.get() + first, count, to);
  } else {
    file_.read(block.at + first, {to, count});
  }
}

std::int64_t Sample::total(Slot slot, std::uint32_t index) const {
  const auto& block = blocks_[index / room_.block];
  std::int64_t result = 0;
  read(block, sim::index(slot) * block.replications + index % room_.block, 1, &result);
  return result;
}

/// Columns first, first + 1, ... of all replications, one column after the other.
std::vector<std::int64_t> Sample::read_columns(std::size_t first, std::size_t count) const {
  std::vector<std::int64_t> result(count * size_);
  std::vector<std::int64_t> piece;
  for (std::uint32_t begin = 0; begin < size_; begin += room_.block) {
    const auto& block = blocks_[begin / room_.block];
    const auto used = std::min(block.replications, size_ - begin);
    piece.resize(count * block.replications);
    read(block, first * block.replications, piece.size(), piece.data());
    for (std::size_t c = 0; c < count; ++c) {
      std::copy_n(piece.begin() + static_cast<std::ptrdiff_t>(c * block.replications), used,
                  result.begin() + static_cast<std::ptrdiff_t>(c * size_ + begin));
    }
  }
  return result;
}

std::vector<std::int64_t> Sample::totals(Slot slot) const {
  return read_columns(sim::index(slot), 1);
}

std::vector<std::int64_t> Sample::weeks(std::uint32_t series) const {
  const auto weeks = catalogue_->weeks.size();
  return read_columns(catalogue_->totals + series * weeks, weeks);
}

}  // namespace care
