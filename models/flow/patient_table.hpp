// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace flow {

/// What a part of a model remembers of each patient, by slot. A slot is used by one person after
/// the other; what is remembered of one is never met by the next. That is checked here and nowhere
/// else.
template <class Record>
class PatientTable {
 public:
  /// Forgets everybody; keeps the memory.
  void clear() { rows_.clear(); }

  /// The record of the patient who holds the slot, as new if somebody else had it before. `holder`
  /// has the members family and serial, which tell who it is.
  template <class Holder>
  [[nodiscard]] Record& of(std::uint32_t slot, const Holder& holder) {
    if (slot >= rows_.size()) rows_.resize(slot + std::size_t{1});
    Row& row = rows_[slot];
    if (row.family != holder.family || row.serial != holder.serial) {
      row = {holder.family, holder.serial, Record{}};
    }
    return row.record;
  }

  /// The record of the patient who holds the slot; nullptr if there is none yet.
  template <class Holder>
  [[nodiscard]] Record* find(std::uint32_t slot, const Holder& holder) {
    if (slot >= rows_.size()) return nullptr;
    Row& row = rows_[slot];
    return row.family == holder.family && row.serial == holder.serial ? &row.record : nullptr;
  }

  /// The record that was asked for last in the slot. Precondition: one was.
  [[nodiscard]] Record& operator[](std::uint32_t slot) { return rows_[slot].record; }
  [[nodiscard]] const Record& operator[](std::uint32_t slot) const { return rows_[slot].record; }

  /// One more than the highest slot that was asked for.
  [[nodiscard]] std::uint32_t slots() const { return static_cast<std::uint32_t>(rows_.size()); }

 private:
  struct Row {
    std::uint32_t family = 0, serial = 0;
    Record record{};
  };
  std::vector<Row> rows_;
};

}  // namespace flow
