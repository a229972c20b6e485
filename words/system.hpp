// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <system_error>

#include "words/language.hpp"

namespace words {

/// What the operating system says: its own sentence in English; in Swedish ours for the errors that
/// files and folders give, else the number.
[[nodiscard]] Text system_text(const std::error_code& error);

}  // namespace words
