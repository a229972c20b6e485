// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

namespace app {

/// The whole program: `arguments` as main() gets them, the result is the exit status (status.hpp).
/// Throws nothing.
[[nodiscard]] int run_program(std::span<char* const> arguments);

}  // namespace app
