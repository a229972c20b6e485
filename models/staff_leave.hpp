// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "models/staffing/workforce.hpp"
#include "scenarios/issue.hpp"

namespace care {

/// Teams that must keep more people at work in weeks of leave than any plan of their leave does, each with the
/// most that can remain. The issues stand where the minimum does, without a file.
[[nodiscard]] std::vector<scenarios::Issue> leave_issues(const scenarios::Care& care,
                                                         const Workforce& workforce);

}  // namespace care
