// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/flow/analysis.hpp"
#include "models/model.hpp"

namespace care {

/// What the care layer does to patients that the analysis of the flow must know: where missed
/// visits send them, and how long a place is held while a discharge is prepared. The latter is a
/// mean over 4,096 patients drawn at fixed addresses with the attributes they arrive with;
/// attribute changes in care are left out.
[[nodiscard]] flow::Outside outside_of(const Model& model);

/// The static analysis of a compiled scenario, care layer included.
[[nodiscard]] flow::Analysis analyse(const Model& model);

}  // namespace care
