// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// All statistics: what a replication counts (accumulators), what is said from many of them
/// (intervals), and how long and how many (stopping).
#include "sim/accumulators.hpp"  // IWYU pragma: export
#include "sim/intervals.hpp"     // IWYU pragma: export
#include "sim/stopping.hpp"      // IWYU pragma: export
