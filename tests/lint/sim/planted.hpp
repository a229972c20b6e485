// SPDX-License-Identifier: Apache-2.0
// Wrong on purpose: proves that findings in our headers are shown.
#pragma once

#define nothing_at_all 0  // readability-identifier-naming
