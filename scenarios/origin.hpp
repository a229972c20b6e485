// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "words/language.hpp"

namespace scenarios {

/// A grade as people read it: a letter, or that it is an assumption.
[[nodiscard]] words::Text grade_text(std::string_view grade);

}  // namespace scenarios
