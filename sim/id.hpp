// SPDX-License-Identifier: Apache-2.0
/// @file
/// Numbers that name things: ids with types of their own, and tables that only the ids of their rows
/// can look into. All of it is gone after compilation.
#pragma once

#include <concepts>
#include <cstddef>
#include <iterator>
#include <type_traits>
#include <utility>
#include <vector>

namespace sim {

/// An id: `enum class Place : std::uint8_t {};`, a number from 0 that is converted to nothing else
/// by itself, so that a place is never taken for a profile, a count or the other argument.
template <class T>
concept Id = std::is_enum_v<T> && std::unsigned_integral<std::underlying_type_t<T>>;

/// The number behind an id.
template <Id I>
[[nodiscard]] constexpr std::size_t index(I id) {
  return static_cast<std::size_t>(id);
}

/// The ids from one on and before another, in order.
template <Id I>
class Ids {
 public:
  class Iterator {
   public:
    using value_type = I;
    using difference_type = std::ptrdiff_t;

    constexpr Iterator() = default;
    constexpr explicit Iterator(std::size_t at) : at_(at) {}
    constexpr I operator*() const { return static_cast<I>(at_); }
    constexpr Iterator& operator++() {
      ++at_;
      return *this;
    }
    constexpr Iterator operator++(int) { return std::exchange(*this, Iterator{at_ + 1}); }
    friend constexpr bool operator==(Iterator, Iterator) = default;

   private:
    std::size_t at_ = 0;
  };

  constexpr Ids(std::size_t from, std::size_t to) : from_(from), to_(to) {}
  [[nodiscard]] constexpr Iterator begin() const { return Iterator{from_}; }
  [[nodiscard]] constexpr Iterator end() const { return Iterator{to_}; }
  [[nodiscard]] constexpr std::size_t size() const { return to_ - from_; }

 private:
  std::size_t from_, to_;
};

/// The ids of the first `count` things.
template <Id I>
[[nodiscard]] constexpr Ids<I> ids(std::size_t count) {
  return {0, count};
}

/// The ids from the number `from` on, before the number `to`.
template <Id I>
[[nodiscard]] constexpr Ids<I> ids(std::size_t from, std::size_t to) {
  return {from, to};
}

/// A row for each id below a number: a vector that is indexed by nothing else.
template <Id I, class T>
class Table {
 public:
  Table() = default;
  explicit Table(std::size_t size, const T& row = T()) : rows_(size, row) {}
  /// Of rows in the order of the ids.
  explicit Table(std::vector<T> rows) : rows_(std::move(rows)) {}

  [[nodiscard]] decltype(auto) operator[](I id) { return rows_[index(id)]; }
  [[nodiscard]] decltype(auto) operator[](I id) const { return rows_[index(id)]; }

  friend bool operator==(const Table&, const Table&) = default;

  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  [[nodiscard]] bool contains(I id) const { return index(id) < rows_.size(); }
  [[nodiscard]] Ids<I> ids() const { return {0, rows_.size()}; }

  [[nodiscard]] auto begin() { return rows_.begin(); }
  [[nodiscard]] auto end() { return rows_.end(); }
  [[nodiscard]] auto begin() const { return rows_.begin(); }
  [[nodiscard]] auto end() const { return rows_.end(); }

  /// One row more; returns its id.
  I add(const T& row) {
    rows_.push_back(row);
    return static_cast<I>(rows_.size() - 1);
  }
  I add(T&& row) {
    rows_.push_back(std::move(row));
    return static_cast<I>(rows_.size() - 1);
  }
  /// No rows; the memory is kept.
  void clear() { rows_.clear(); }
  /// Memory for so many rows.
  void reserve(std::size_t size) { rows_.reserve(size); }
  /// `size` rows, all alike.
  void assign(std::size_t size, const T& row) { rows_.assign(size, row); }
  /// `size` rows; those that are new are as built from nothing.
  void resize(std::size_t size) { rows_.resize(size); }

 private:
  std::vector<T> rows_;
};

}  // namespace sim
