// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "experiments/comparison.hpp"
#include "viz/comparison_files.hpp"

namespace viz {

/// comparison.html: the comparison as one self-contained page in both languages: what differs in
/// words, then every stakeholder's figures with their intervals drawn. No script, no request.
[[nodiscard]] std::string comparison_html(const care::Comparison& comparison,
                                          const ComparisonOptions& options);

}  // namespace viz
