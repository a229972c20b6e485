// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "models/staffing/ids.hpp"
#include "scenarios/rules.hpp"

namespace care {

/// Who is to give a visit.
struct Assignment {
  std::uint8_t performers = 1;  ///< how many take turns, visit by visit
  std::array<scenarios::Performer, 2> performer{};
  std::uint8_t account = 0;  ///< where the time given is booked
  bool travels = true;       ///< staff go to the patient; false where the patient comes to a clinic
};

/// Whose each visit is, where that is not always the team of the patient's municipality: a table
/// over standings (what is known of a patient, as a number), tasks and moments (kinds of shift). Who
/// makes it knows why; staffing only looks it up. By default there is none.
class Assignments {
 public:
  Assignments() = default;
  /// `index` has a row of `tasks` * `moments` numbers of `kinds` for each standing, and must outlive
  /// this; `moment_of` is by occurrence; accounts are numbered from 0 to below `accounts`.
  Assignments(std::vector<Assignment> kinds, std::span<const std::uint32_t> index,
              std::uint32_t tasks, std::uint32_t moments, std::vector<std::uint8_t> moment_of,
              std::uint32_t accounts)
      : kinds_(std::move(kinds)),
        index_(index),
        tasks_(tasks),
        moments_(moments),
        moment_of_(std::move(moment_of)),
        accounts_(accounts) {}

  [[nodiscard]] bool empty() const { return kinds_.empty(); }
  [[nodiscard]] std::uint32_t accounts() const { return accounts_; }
  /// Whose the visit of a task in a shift is.
  [[nodiscard]] const Assignment& of(std::uint32_t standing, TaskId task,
                                     std::uint32_t occurrence) const {
    return kinds_[index_[(std::size_t{standing} * tasks_ + sim::index(task)) * moments_ +
                         moment_of_[occurrence]]];
  }

 private:
  std::vector<Assignment> kinds_;
  std::span<const std::uint32_t> index_;
  std::uint32_t tasks_ = 0, moments_ = 0;
  std::vector<std::uint8_t> moment_of_;
  std::uint32_t accounts_ = 0;
};

}  // namespace care
