// SPDX-License-Identifier: Apache-2.0
// Must not compile: a figure that nobody counts.
#include "models/figures.hpp"

bool is_harm(const care::Key& key) { return is(key, care::figures::missed_musts); }
