// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "sim/id.hpp"

namespace care {

/// A task of the scenario, in its order.
enum class TaskId : std::uint16_t {};

}  // namespace care
