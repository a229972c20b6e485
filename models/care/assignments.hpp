// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/model.hpp"
#include "models/staffing/assignments.hpp"

namespace care {

/// What the rules decide of visits, as staffing knows it; none without rules. Time is booked by
/// Answering, standings are those of Decisions. The model must outlive it.
[[nodiscard]] Assignments assignments(const Model& model);

}  // namespace care
