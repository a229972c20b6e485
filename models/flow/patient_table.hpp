// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <utility>

#include "models/flow/ids.hpp"

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
  [[nodiscard]] Record& of(PatientSlot slot, const Holder& holder) {
    if (!rows_.contains(slot)) rows_.resize(sim::index(slot) + 1);
    Row& row = rows_[slot];
    if (row.family != holder.family || row.serial != holder.serial) {
      row = {holder.family, holder.serial, Record{}};
    }
    return row.record;
  }

  /// The record of the patient who holds the slot; nullptr if there is none yet.
  template <class Holder>
  [[nodiscard]] const Record* find(PatientSlot slot, const Holder& holder) const {
    if (!rows_.contains(slot)) return nullptr;
    const Row& row = rows_[slot];
    return row.family == holder.family && row.serial == holder.serial ? &row.record : nullptr;
  }

  template <class Holder>
  [[nodiscard]] Record* find(PatientSlot slot, const Holder& holder) {
    return const_cast<Record*>(std::as_const(*this).find(slot, holder));
  }

  /// The record that was asked for last in the slot. Precondition: one was.
  [[nodiscard]] Record& operator[](PatientSlot slot) { return rows_[slot].record; }
  [[nodiscard]] const Record& operator[](PatientSlot slot) const { return rows_[slot].record; }

  /// Up to the highest that was asked for.
  [[nodiscard]] sim::Ids<PatientSlot> slots() const { return rows_.ids(); }

 private:
  struct Row {
    std::uint32_t family = 0, serial = 0;
    Record record{};
  };
  sim::Table<PatientSlot, Row> rows_;
};

}  // namespace flow
