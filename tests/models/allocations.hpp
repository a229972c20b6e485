// SPDX-License-Identifier: Apache-2.0
/// @file
/// Counts what operator new is asked for in this program, for tests that promise not to allocate,
/// or no more than they keep.
#pragma once

#include <cstdint>

namespace allocations {

/// Calls of operator new, in all its forms, on this thread so far.
[[nodiscard]] std::uint64_t count();

/// Bytes that those calls asked for.
[[nodiscard]] std::uint64_t bytes();

}  // namespace allocations
