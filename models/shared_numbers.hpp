// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "models/model.hpp"
#include "scenarios/issue.hpp"

namespace care {

/// Names whose draws are addressed by one number (sim::family_of): they would share their luck. The
/// issues stand at the second of each pair, without a file.
[[nodiscard]] std::vector<scenarios::Issue> shared_numbers(const Model& model);

}  // namespace care
