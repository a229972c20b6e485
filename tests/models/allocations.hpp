// SPDX-License-Identifier: Apache-2.0
/// @file
/// Counts the calls of operator new in this program, for tests that promise not to allocate.
#pragma once

#include <cstdint>

namespace allocations {

/// Calls of operator new, in all its forms, on this thread so far.
[[nodiscard]] std::uint64_t count();

}  // namespace allocations
