// SPDX-License-Identifier: Apache-2.0
// Wrong on purpose: see sim/up.hpp.
#include "models/flow/network.hpp"
#include "models/model.hpp"
#include "models/rules/decide.hpp"
