// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What is said from many replications (intervals), and how many there must be (stopping).
#include "sim/intervals.hpp"  // IWYU pragma: export
#include "sim/stopping.hpp"   // IWYU pragma: export
