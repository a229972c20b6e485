// SPDX-License-Identifier: Apache-2.0
// Wrong on purpose: see sim/up.hpp.
#include "models/staffing/roster.hpp"
