// SPDX-License-Identifier: Apache-2.0
/// @file
/// What an answer hangs on: the attributes of a case of which another value gives another answer.
#pragma once

#include <cstddef>
#include <vector>

#include "models/rules/rule_table.hpp"

namespace care {

/// An attribute of which other values give a case another answer, all else as it is.
struct DecidingAttribute {
  /// What another value can change, the most telling first.
  enum class Changes {
    Responsible,  ///< who is responsible
    Settled,      ///< whether it is settled or disputed
    Performer     ///< only who performs
  };
  struct Other {
    std::size_t value = 0;
    Answer answer;
  };

  std::size_t dimension = 0;
  std::vector<Other> others;             ///< every value that changes the answer, in their order
  Changes changes = Changes::Performer;  ///< the most telling of them
  double share = 0;                      ///< they are this part of the attribute's other values
};

/// The attributes that decide a case by themselves: every change of one attribute that changes the
/// answer (Answer::key) and no other. First what changes who is responsible, and there first the
/// attributes of which most other values do. Changes to a case that does not occur are left out.
/// Precondition: as RuleTable::decide.
[[nodiscard]] std::vector<DecidingAttribute> deciding_attributes(const RuleTable& table,
                                                                 const Cube& patient_case);

}  // namespace care
