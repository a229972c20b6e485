// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>

#include "models/flow/patient.hpp"

namespace flow {

/// Patients waiting for one setting: first come, first served within eight ranks. The links lie in
/// the patients, so joining, being served and leaving early are all O(1) and allocate nothing.
class Queue {
 public:
  static constexpr std::size_t ranks = 8;

  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] std::uint32_t size() const { return size_; }

  void clear() { *this = Queue{}; }

  void push(Patients& patients, PatientSlot slot, std::size_t rank) {
    auto& line = lines_[rank];
    patients[slot].queue_previous = line.last;
    patients[slot].queue_next = no_patient;
    (line.last == no_patient ? line.first : patients[line.last].queue_next) = slot;
    line.last = slot;
    ++size_;
  }

  /// Calls visit(slot) for each of them, in the order of service.
  template <class Visit>
  void each(const Patients& patients, Visit&& visit) const {
    for (const auto& line : lines_) {
      for (auto slot = line.first; slot != no_patient; slot = patients[slot].queue_next) {
        visit(slot);
      }
    }
  }

  /// The first in the order of service that fits, or no_patient.
  template <class Fits>
  [[nodiscard]] PatientSlot first_that(const Patients& patients, Fits&& fits) const {
    for (const auto& line : lines_) {
      for (auto slot = line.first; slot != no_patient; slot = patients[slot].queue_next) {
        if (fits(patients[slot])) return slot;
      }
    }
    return no_patient;
  }

  void remove(Patients& patients, PatientSlot slot, std::size_t rank) {
    auto& line = lines_[rank];
    const auto previous = patients[slot].queue_previous;
    const auto next = patients[slot].queue_next;
    (previous == no_patient ? line.first : patients[previous].queue_next) = next;
    (next == no_patient ? line.last : patients[next].queue_previous) = previous;
    --size_;
  }

 private:
  struct Line {
    PatientSlot first = no_patient, last = no_patient;
  };
  std::array<Line, ranks> lines_;
  std::uint32_t size_ = 0;
};

}  // namespace flow
