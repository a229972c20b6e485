// SPDX-License-Identifier: Apache-2.0
// Must not compile: a ratio is not counted shift by shift.
#include "models/figures.hpp"

std::uint32_t load() { return care::team_count(care::figures::load); }
