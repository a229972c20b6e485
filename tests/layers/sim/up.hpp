// SPDX-License-Identifier: Apache-2.0
// Wrong on purpose: the layer test must find every include in this folder, and nothing compiles it.
#pragma once

#include <oneapi/tbb/parallel_for.h>

#include "up.hpp"

#include "viz/report.hpp"
